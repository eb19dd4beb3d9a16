"""The head and the parts of an agreement: title, numbers, opening, komparisi, recitals, legal bases, order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kerjasama_check.agreement.model import Agreement, Party, Recital, Title
from kerjasama_check.agreement.placeholders import has_placeholder
from kerjasama_check.checking.findings import Confidence, Hit, Spot
from kerjasama_check.checking.functions.numbering import pages_out_of_order
from kerjasama_check.checking.patterns import Regex
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.scans import articles_lost
from kerjasama_check.checking.text import fold, is_annex, search, spot_block, spot_whole
from kerjasama_check.indonesian.lazy import lazy


def head_text(agreement: Agreement) -> str:
    """All text above the opening sentence (or the komparisi), folded; letters set apart are closed."""
    ends = [agreement.opening.blocks[0]] if agreement.opening and agreement.opening.blocks else []
    ends += [party.blocks[0] for party in agreement.parties if party.blocks]
    ends += [article.blocks[0] for article in agreement.articles if article.blocks]
    end = min(ends, default=0)
    text = " \n ".join(block.text for block in agreement.document.blocks[:end])
    if agreement.title is not None:
        text = f"{agreement.title.text} \n {text}"
    return fold(re.sub(r"\b(?:(\w) ){2,}(?=\w\b)", lambda match: match.group().replace(" ", ""), text))


def _title_spot(agreement: Agreement) -> Spot:
    title = agreement.title
    if title is None or not title.blocks:
        return Spot("judul", 0 if agreement.document.blocks else None)
    return Spot("judul", title.blocks[0], title.kind_line)


@dataclass(frozen=True, slots=True)
class KindNames:
    """usual: patterns of the names that are known for each kind, matched against the first lines of the title."""

    usual: tuple[Regex, ...]


_LOGO = lazy(r".{0,20}?\b(?=nota|perjanjian|kesepa|memorandum|surat perj|kontrak|ad+endum|naskah|piagam)")


@function("unusual_kind", KindNames, values=("name",), variants=("none",))
def unusual_kind(agreement: Agreement, options: KindNames) -> Iterator[Hit]:
    """The title has no name of a kind, or one that is not usual for its kind."""
    if agreement.title is None or not agreement.title.kind_line.strip():
        yield Hit(Spot("judul"), {"name": ""}, variant="none")
        return
    name = fold(re.sub(r"[^\w\s/()]", " ", agreement.title.kind_line))
    if agreement.document.reading.ocr:  # letters of a logo may stand before it
        logo = _LOGO.match(name)
        name = name[logo.end() :] if logo else name
    if not any(re.search(pattern, name) for pattern in options.usual):
        yield Hit(_title_spot(agreement), {"name": agreement.title.kind_line})


_BETWEEN = lazy(r"\bantara\b|\bbetween\b|\bantar[ao]\b")
_ABOUT = lazy(r"\btentang\b|\bconcerning\b|\bregarding\b|\bten\s?tang\b|\btentan[gq]\b|\bperihal\b")
_JOINED = lazy(r"\b(dengan|dan|and|with)\b")


@function("title_incomplete", values=("missing",), variants=("between",), absence=True)
def title_incomplete(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """The title lacks ANTARA, the parties, TENTANG or the subject."""
    title = agreement.title
    if title is None:
        return
    head = head_text(agreement)
    missing = []
    if not _BETWEEN.search(head):
        missing.append("between")
    parties = max(len(title.names), sum(_named_in(party, head) for party in agreement.parties))
    if parties < 2 and not (_BETWEEN.search(head) and _JOINED.search(head)) and not _names_around(title):
        missing.append("parties")
    if (title.subject is None and not _ABOUT.search(head)) or (
        not title.subject and not agreement.template and re.search(r"\btentang\W*$", fold(title.text))
    ):
        missing.append("subject")
    if agreement.document.reading.ocr and _begins_with(title):
        missing = [part for part in missing if part == "subject"]  # ANTARA and the first name were not read
    if missing:
        variant = "between" if missing == ["between"] else None
        # a single word on a line of its own is often not read
        unsure: Confidence | None = "low" if variant and agreement.document.reading.ocr else None
        yield Hit(_title_spot(agreement), {"missing": "|".join(missing)}, variant=variant, confidence=unsure)


_WITH = lazy(r"\b(?:dengan|with)\b", re.IGNORECASE)


def _sides(title: Title) -> tuple[int, int] | None:
    """How many letters stand before and behind DENGAN, between the kind and TENTANG; None without it."""
    names = title.text[len(title.kind_line) :] if title.text.startswith(title.kind_line) else title.text
    names = _ABOUT.split(names.casefold())[0]
    joined = _WITH.search(names)
    if joined is None:
        return None
    return sum(map(str.isalpha, names[: joined.start()])), sum(map(str.isalpha, names[joined.end() :]))


def _names_around(title: Title) -> bool:
    """Whether names stand on both sides of DENGAN, though the word ANTARA is not there."""
    sides = _sides(title)
    return sides is not None and min(sides) > 5


def _begins_with(title: Title) -> bool:
    """Whether DENGAN follows the kind at once: what stood between them was lost."""
    sides = _sides(title)
    return sides is not None and sides[0] < 3 and sides[1] > 5


def _named_in(party: Party, head: str) -> bool:
    name = fold(party.institution or "")
    return len(name) > 3 and name in head


@function("title_form", variants=("lower-case", "full-stop"))
def title_form(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """The title is not in capitals throughout, or ends with a full stop."""
    title = agreement.title
    if title is None:
        return
    chosen = dict.fromkeys((*title.blocks[:1], *title.subject_blocks))
    blocks = [agreement.document.blocks[index] for index in chosen]
    for block in blocks:
        letters = [c for c in block.text if c.isalpha()]
        small = sum(c.islower() for c in letters)
        above = agreement.document.blocks[block.place.paragraph - 1].text if block.place.paragraph else ""
        if block.text.rstrip().endswith(":") or above.rstrip().endswith(":"):
            continue  # a caption of a form, or what is filled in under one
        if len(letters) > 5 and small > 0.4 * len(letters) and not block.style.capitals and not _is_blank(block.text):
            yield Hit(Spot("judul", block.place.paragraph, block.text), variant="lower-case")
            break
    if blocks:
        last = blocks[-1]
        text = last.text.rstrip()
        if re.search(r"[a-zA-Z)]{3}[.;:,]$", text) and not re.search(r"\b(Tbk|Ltd|Inc|Co)\.$", text, re.IGNORECASE):
            place = Spot("judul", last.place.paragraph, text, 0, len(text))
            yield Hit(place, variant="full-stop")


def _is_blank(text: str) -> bool:
    """Whether a line of a form stands for what is to be filled in: a placeholder or words in quotation marks."""
    return has_placeholder(text) or re.match(r"\s*[“\"”'‘]", text) is not None


_PARTLY_BLANK = lazy(r"^\s*/|/\s*/")


@function("number_lines", values=("found", "parties"), variants=("blank", "none"), absence=True)
def number_lines(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """No number line, fewer than parties, or lines left blank."""
    parties = len(agreement.parties)
    values: dict[str, str | int] = {"found": len(agreement.numbers), "parties": parties}
    if not agreement.numbers:
        yield Hit(Spot("nomor"), values, variant="none")
        return
    unsure: Confidence | None = "low" if agreement.document.reading.ocr else None  # handwriting is not read
    first = Spot("nomor", agreement.numbers[0].block, agreement.document.blocks[agreement.numbers[0].block].text)
    few = max(len(agreement.numbers), _printed_numbers(agreement)) < parties
    if few and agreement.kind != "surat-perjanjian":  # an order has one number
        yield Hit(first, values, confidence=unsure)
    blank = [number for number in agreement.numbers if number.value is None or _PARTLY_BLANK.search(number.value)]
    if blank and not agreement.template:
        spots = [Spot("nomor", n.block, agreement.document.blocks[n.block].text) for n in blank]
        values |= {"found": len(blank)}
        yield Hit(spots[0], values, more=tuple(spots[1:]), variant="blank", confidence=unsure, sole=True)


_NUMBER = lazy(r"\W{0,3}(?:nomor|no)\b.{0,20}\d", re.IGNORECASE)


def _printed_numbers(agreement: Agreement) -> int:
    """How many lines above the opening begin with the word for number, also where they were not taken for the head."""
    end = agreement.opening.blocks[0] if agreement.opening and agreement.opening.blocks else 0
    return sum(bool(_NUMBER.match(block.text)) for block in agreement.document.blocks[:end])


_WEIGHS = lazy(r"\b(?:pihak|setelah)\s+(?:ter\w+ dahulu\s+)?(?:menimbang|mempertimbangkan)\b", re.IGNORECASE)
_EXPLAINS = lazy(
    r"menerangkan|menjelaskan|mempertimbangkan|pertimbangan|menimbang|memperhatikan|latar belakang|mengingat|"
    r"\bwhereas\b|considering|\bbahwa\b",
    re.IGNORECASE,
)


@function("recitals", values=("label",), variants=("none", "unlettered", "start", "end", "joining"), absence=True)
def recitals(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """No recitals, or recitals that do not begin with "bahwa" or do not end with a semicolon."""
    if not agreement.recitals:
        loose = [p for p in agreement.provisions if p.name == "premis" and _EXPLAINS.search(p.text)]
        loose += [p for p in agreement.provisions if p.name == "para pihak" and _WEIGHS.search(p.text)]
        if not loose and _above_opening(agreement):
            return  # they are there, in the wrong place: that is another rule's finding
        if loose and not agreement.legal_bases:
            yield Hit(spot_whole(agreement, loose[0]), {"label": ""}, variant="unlettered", confidence="medium")
        else:
            yield Hit(Spot("premis"), {"label": ""}, variant="none")
        return
    scanned = agreement.document.reading.ocr
    lettered = [recital for recital in agreement.recitals if recital.label]
    start = [r for r in lettered if not re.match(r"[“\"']?\s*bahw?a\b", r.text, re.IGNORECASE)]
    if start and agreement.language != "en" and not _headed_by_that(agreement) and not articles_lost(agreement):
        yield _recital_hit(agreement, start, "start", "low" if scanned else None)
    mark = "[;:,]" if scanned else ";"  # OCR reads one for the other
    end = [r for r in lettered[:-1] if not re.search(rf"{mark}\s*(?:dan|serta|atau)?\s*[.,]?$", r.text)]
    if end:
        yield _recital_hit(agreement, end, "end", "low" if scanned else None)
    elif len(lettered) > 1 and not scanned and not re.search(r"\b(?:dan|serta|and)\s*$", lettered[-2].text):
        yield _recital_hit(agreement, [lettered[-2]], "joining", None)


_THAT = lazy(r"\W*bahwa\W*", re.IGNORECASE)


def _headed_by_that(agreement: Agreement) -> bool:
    """Whether one "Bahwa:" stands above all the items."""
    return any(p.name == "premis" and _THAT.fullmatch(p.text) for p in agreement.provisions)


def _above_opening(agreement: Agreement) -> bool:
    """Recitals stand above the opening sentence."""
    end = agreement.opening.blocks[0] if agreement.opening and agreement.opening.blocks else 0
    return any(re.match(r"\W*(?:menimbang\b|bahwa\b)", b.text, re.IGNORECASE) for b in agreement.document.blocks[:end])


def _recital_hit(agreement: Agreement, recitals: list[Recital], variant: str, confidence: Confidence | None) -> Hit:
    spots = [spot_block(agreement, recital.blocks[0]) for recital in recitals if recital.blocks]
    first = spots[0] if spots else Spot("premis")
    return Hit(first, {"label": recitals[0].label or ""}, tuple(spots[1:]), variant, confidence)


_LAW = lazy(
    r"\b(undang-undang|peraturan (pemerintah|presiden|menteri|daerah|gubernur|bupati|wali ?kota|kepala|bersama)|"
    r"keputusan (presiden|menteri|gubernur|bupati)|kitab undang)\b",
    re.IGNORECASE,
)


@function("legal_bases_missing", variants=("heading-only", "elsewhere"), absence=True)
def legal_bases_missing(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """No list of the laws it rests on; variant heading-only: "Mengingat" stands there with nothing under it."""
    if agreement.legal_bases or any("dasar" in article.clauses for article in agreement.articles):
        return
    if any(p.name == "dasar hukum" and _LAW.search(p.text) for p in agreement.provisions):
        return
    for provision in agreement.provisions:
        if provision.name in ("dasar hukum", "premis") and re.match(
            r"\s*(mengingat|dasar hukum)\b", provision.text, re.I
        ):
            yield Hit(spot_whole(agreement, provision), variant="heading-only")
            return
    for provision in agreement.provisions:
        match = _LAW.search(provision.text) if provision.name == "premis" else None
        if match:
            yield Hit(spot_whole(agreement, provision), variant="elsewhere", confidence="medium")
            return
    yield Hit(Spot("dasar hukum"))


@function("closing_missing", values=("party",), variants=("closing", "signatures", "party"), absence=True)
def closing_missing(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """No closing sentence, or a party without a place to sign."""
    closes = agreement.closing.text or any("penutup" in article.clauses for article in agreement.articles)
    if not closes and next(search(agreement, _CLOSING), None) is None:
        yield Hit(Spot("penutup"), {"party": ""}, variant="closing")
    unsure: Confidence | None = "low" if agreement.document.reading.ocr else None  # ink over print is read badly
    signing = [signature for signature in agreement.signatures if not signature.witness]
    if not signing:
        if any(p.name == "tanda tangan" for p in agreement.provisions) or _offices_alone(agreement) > 1:
            return  # there is one, though its names could not be told apart
        yield Hit(Spot("tanda tangan"), {"party": ""}, variant="signatures", confidence=unsure)
        return
    if len(signing) >= len(agreement.parties) or agreement.document.reading.ocr:
        return
    signed = fold(" ; ".join(" ".join(filter(None, (s.label, s.name, s.office, s.institution))) for s in signing))
    for party in agreement.parties:
        marks = [fold(mark) for mark in (party.label, party.representative, party.institution) if mark]
        if marks and not any(mark in signed for mark in marks) and not _stands_alone(agreement, marks):
            values: dict[str, str | int] = {"party": party.label or party.institution or ""}
            yield Hit(Spot("tanda tangan"), values, variant="party")


_OFFICE_LINE = lazy(
    r"(?:penyewa|penyedia|direktur\w*|kepala|ketua|rektor|dekan|bupati|gubernur|wali ?kota|camat|lurah|manajer|pemilik)"
    r"\b[^.;:,]{0,50}",
    re.IGNORECASE,
)


def _offices_alone(agreement: Agreement) -> int:
    """How many lines hold nothing but an office, as below a name that signs."""
    return sum(bool(_OFFICE_LINE.fullmatch(block.text.strip())) for block in agreement.document.blocks)


def _stands_alone(agreement: Agreement, marks: list[str]) -> bool:
    """Whether a line at the end of the text holds nothing but the label or the name of a party."""
    last = agreement.articles[-1].blocks[-1:] if agreement.articles else ()
    begin = agreement.articles[-1].blocks[0] if last else 0
    wanted = {mark.strip("_ ") for mark in marks}
    return any(fold(block.text).strip("_ .,:") in wanted for block in agreement.document.blocks[begin:])


_CLOSING = lazy(r"\bdemikian(?:lah)?\b|\bin witness whereof\b|\brangkap\b", re.IGNORECASE)
_ORDER = ("judul", "pembukaan", "para pihak", "premis", "Pasal", "penutup", "tanda tangan", "Lampiran")


@function("order_of_parts", values=("part", "before"))
def order_of_parts(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A part stands before one that it should follow."""
    first: dict[str, int] = {}
    for provision in agreement.provisions:
        name = "Pasal" if provision.article is not None else "Lampiran" if is_annex(provision.name) else provision.name
        if name in _ORDER and name not in first and provision.blocks:
            first[name] = provision.block
    if pages_out_of_order(agreement) is not None:
        return
    present = [name for name in _ORDER if name in first]
    for earlier, later in pairwise(present):
        if first[earlier] > first[later]:
            spot = spot_block(agreement, first[later])
            yield Hit(spot, {"part": later, "before": earlier})
            return
    start = first.get("pembukaan", 0)
    for block in agreement.document.blocks[:start]:
        if re.match(r"\W*(?:menimbang|mengingat)\b", block.text, re.IGNORECASE):
            yield Hit(spot_block(agreement, block.place.paragraph), {"part": "premis", "before": "pembukaan"})
            return


_POINT = lazy(r"\d{1,2}\.[ \t]{1,4}[A-Z]{3}")  # "2.<tab>OBLIGATIONS OF PARTIES"
_POINTS = 4


@function("ceremonial_text")
def ceremonial_text(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A text without articles: what it lacks is said once, here."""
    if agreement.ceremonial and sum(bool(_POINT.match(b.text)) for b in agreement.document.blocks) < _POINTS:
        yield Hit(_title_spot(agreement))
