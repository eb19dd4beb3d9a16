"""What is left open, what belongs in another kind of text, defined terms, and what an addendum must say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kerjasama_check.agreement.model import Agreement, Article, Provision
from kerjasama_check.agreement.placeholders import PLACEHOLDER
from kerjasama_check.checking.findings import Hit, Spot
from kerjasama_check.checking.functions.clauses import article_spot
from kerjasama_check.checking.glance import Stemmed, glance, lowered
from kerjasama_check.checking.patterns import Regex
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.text import all_text, body, search, sentence_at, spot_block, spot_of
from kerjasama_check.indonesian.lazy import lazy

_STRONG = lazy(
    r"\$\{[^{}]{0,80}\}|\{\{[^{}]{0,80}\}\}|<<[^<>]{0,80}>>|\[[A-Z][A-Z0-9_ ]{2,40}\]|"
    r"(?:[.…·]\s?){6,}|…{2,}|_{4,}|\b[xX]{3,}\b|\(\s*\*+\s*\)|«[^«»]{0,80}»"
)
_LOOSE = r"\{[\"']?\{?[A-Za-z][\w ./-]{2,60}\}|(?:nomor|no\.?|tanggal|tgl\.?)\s*:?\s*[.…]{3,}|(?<=\s)\.{3}(?=\s)"
_FILLER = lazy(
    _LOOSE + r"|"
    r"[“\"”](?:nama|alamat|jabatan|keperluan|judul|nomor|instansi|mitra|tanggal|diisi|isi)\b[^“”\"\n]{0,50}[“”\"]|"
    r"\((?:conditional|diisi[^()]{0,40}|nama[^()]{0,30}|jabatan|alamat|tanggal|logo)\)|"
    r"\blogo (?:perusahaan|mitra|instansi)\b|"
    r"\b(?:hari|bulan|tahun)/(?:hari|bulan|tahun)(?:/(?:hari|bulan|tahun))?\b|\b[Dd]st\.?(?=\W|$)",
    re.IGNORECASE,
)


# What a text must hold for the patterns to match at all; plain substrings are found much faster.
_BLANK_STEMS = ("..", ". .", "…", "··", "__", "--", "{", "[", "<<", "«", "*", "xxx", "XXX", "Xxx", "dd", "tgl", "_ ")
_IN_BRACKETS = ("(conditional", "(diisi", "(nama", "(jabatan", "(alamat", "(tanggal", "(logo")
_FILLER_STEMS = ("{", "“", "”", '"', "...", "…", *_IN_BRACKETS, "logo", "hari/", "bulan/", "tahun/", "dst")
_STEMS = tuple({stem.lower() for stem in _BLANK_STEMS + _FILLER_STEMS})


@function("placeholders", values=("count",), variants=("template",))
def placeholders(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """Blanks and fillers that are still in the text, all in one finding."""
    scanned = agreement.document.reading.ocr
    blank = _STRONG if scanned else PLACEHOLDER
    named = bool(agreement.signatures) and all(signature.name for signature in agreement.signatures)
    spots: list[Spot] = []
    for provision in glance(agreement).with_one_of(_STEMS):
        signing = provision.name == "tanda tangan"
        if scanned and signing:
            continue
        for match in _blanks(provision.text, blank):
            if scanned and _DASHES.search(provision.text, max(0, match.start() - 4), match.start()):
                continue  # a line of dashes that fills the page to its edge
            if not (signing and named and _LINE.fullmatch(match.group())):
                spots.append(spot_of(agreement, provision, match.start(), match.end()))
    spots += _empty_numbers(agreement) + _highlights(agreement)
    kept = _distinct(spots)
    if kept:
        yield Hit(
            kept[0],
            {"count": len(kept)},
            tuple(kept[1:]),
            variant="template" if agreement.template else None,
            confidence="medium" if scanned else None,
            sole=True,
        )


_DASHES = lazy(r"[-–—_][ .]{0,3}\Z")
_LINE = lazy(r"[\s.…_()-]*")  # a line to sign on, above or below a name


def _blanks(text: str, blank: re.Pattern[str]) -> Iterator[re.Match[str]]:
    if any(stem in text for stem in _BLANK_STEMS):
        yield from (match for match in blank.finditer(text) if match.group().strip())
    lower = text.lower()
    if any(stem in lower for stem in _FILLER_STEMS):
        yield from (match for match in _FILLER.finditer(text) if match.group().strip())


def _empty_numbers(agreement: Agreement) -> list[Spot]:
    if not agreement.template:
        return []
    blocks = agreement.document.blocks
    return [Spot("nomor", n.block, blocks[n.block].text) for n in agreement.numbers if n.value is None]


def _highlights(agreement: Agreement) -> list[Spot]:
    """Words marked with a colour, which drafts use for what is still to be settled."""
    found = []
    for index, block in enumerate(agreement.document.blocks):
        for start, end in block.highlights[:3]:
            if block.text[start:end].strip():
                found.append(spot_block(agreement, index, start, end))
    return found


def _distinct(spots: list[Spot]) -> list[Spot]:
    """In the order of the document, each place once: what lies inside another blank is part of it."""
    found: list[Spot] = []
    for spot in sorted(spots, key=lambda s: (s.block or 0, s.start or 0, -(s.end or 0))):
        last = found[-1] if found else None
        inside = last is not None and last.block == spot.block and (spot.end or 0) <= (last.end or 0)
        if not inside:
            found.append(spot)
    return found


@function("contract_terms_in_memorandum", variants=("price", "sanction", "rights"))
def contract_terms_in_memorandum(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A memorandum fixes a price, sanctions or detailed rights and duties, which belong in an agreement."""
    for article in agreement.articles:
        main = article.clauses[0] if article.clauses else ""
        if main == "harga-pembayaran":
            yield Hit(article_spot(agreement, article), variant="price")
        elif main == "sanksi":
            yield Hit(article_spot(agreement, article), variant="sanction")
        elif main == "hak-kewajiban" and _norms(article) >= 4:
            yield Hit(article_spot(agreement, article), variant="rights", confidence="medium")
    yield from _sanction_in_passing(agreement)


_FINED = Stemmed(
    ("denda", "ganti rugi", "ganti kerugian"),
    r"\bpihak\b[^.;]{0,160}\b(?:membayar|dikenai|dikenakan|menanggung)\s+(?:sanksi\s+)?(?:denda|ganti\s+(?:ke)?rugi\w*)\b",
)


def _sanction_in_passing(agreement: Agreement) -> Iterator[Hit]:
    """A fine or damages in an article that is about something else."""
    for provision in body(agreement, _FINED):
        match = _FINED.search(provision.text)
        clauses = agreement.articles[provision.article].clauses if provision.article is not None else ()
        if match and clauses[:1] not in (("sanksi",), ("harga-pembayaran",)):
            spot = spot_of(agreement, provision, *sentence_at(provision.text, *match.span()))
            yield Hit(spot, variant="sanction", confidence="medium")
            return


def _norms(article: Article) -> int:
    """How many single rights and duties an article lists."""
    return sum(max(1, len(paragraph.items)) for paragraph in article.paragraphs)


_DEFINED = Stemmed(
    ("disebut", "disingkat"),
    r"(?:selanjutnya|untuk\s+selanjutnya)\s+(?:dalam\s+[\w\s]{1,40}\s+)?(?:disebut|disingkat)(?:\s+(?:juga|dengan|sebagai))*\s*"
    r"[“\"‘']?\s*([A-Z][\w/&.-]*(?:\s[A-Z][\w/&.-]*){0,4})",
    re.NOFLAG,
)
_LABEL = lazy(r"\b(?:PARA|MASING-MASING)?\s*PIHAK\b|^Pihak\b|^Para Pihak", re.IGNORECASE)
_SELF = lazy(r"^(?:Nota|Perjanjian|Kesepakatan|Kesepahaman|MoU|PKS|Memorandum|Adendum|Addendum)\b", re.IGNORECASE)


@function("defined_terms", values=("term",), variants=("unused", "undefined"))
def defined_terms(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A term is defined and not used, or the body uses for a party a name that was never defined."""
    known: set[str] = set()
    for provision, match in search(agreement, _DEFINED):
        term = match.group(1).strip(" .;,")
        known.add(term.casefold())
        if len(term) < 3 or _LABEL.search(term) or _SELF.search(term) or agreement.document.reading.ocr:
            continue
        if _occurs_once(agreement, term):
            yield Hit(spot_of(agreement, provision, match.start(1), match.end(1)), {"term": term}, variant="unused")
    yield from _unused_definitions(agreement)
    known.update(alias.casefold() for party in agreement.parties for alias in (*party.aliases, party.label or ""))
    yield from _undefined_parties(agreement, known)


_MEANS = lazy(
    r"\W*(?P<term>[A-Z][\w/-]*(?:\s(?:dan\s|atau\s)?[A-Z][\w/-]*){0,5}),?\s+"
    r"(?:yang\s+selanjutnya\s+di(?:sebut|singkat)\s+(?:dengan\s+|sebagai\s+)?(?P<short>[A-Z][\w/&-]*(?:\s[A-Z][\w/&-]*){0,4}),?\s+)?"
    r"(?:adalah|ialah|merupakan)\b"
)


def _unused_definitions(agreement: Agreement) -> Iterator[Hit]:
    """What the article on definitions explains and the text never speaks of again."""
    if agreement.document.reading.ocr:
        return
    for provision in body(agreement):
        clauses = agreement.articles[provision.article].clauses if provision.article is not None else ()
        match = _MEANS.match(provision.text) if clauses[:1] == ("definisi",) and not provision.heading else None
        if match is None:
            continue
        terms = [term for term in (match["term"], match["short"]) if term]
        if any(_LABEL.search(term) or _SELF.search(term) for term in terms):
            continue
        if match["short"] is None and _occurs_once(agreement, match["term"]):
            spot = spot_of(agreement, provision, match.start("term"), match.end("term"))
            yield Hit(spot, {"term": match["term"]}, variant="unused", confidence="medium")


def _occurs_once(agreement: Agreement, term: str) -> bool:
    if glance(agreement).whole.count(lowered(term)) < 2:
        return True
    text = " ".join(p.text for p in agreement.provisions)
    return len(re.findall(rf"\b{re.escape(term)}\b", text, re.IGNORECASE)) < 2


_BEARER = lazy(r"([A-Z]{4,20})\s+(?:wajib|berhak|berkewajiban|bertanggung\s?jawab|akan|dapat|bersedia|berwenang)\b")
_NO_PARTY = frozenset(
    {"PIHAK", "PERTAMA", "KEDUA", "KESATU", "KETIGA", "KEEMPAT", "PARA", "PASAL", "INI", "YANG", "DAN"}
)


def _undefined_parties(agreement: Agreement, known: set[str]) -> Iterator[Hit]:
    if not all((party.label or "").casefold().startswith("pihak") for party in agreement.parties):
        return
    places: dict[str, list[Spot]] = {}
    for provision in body(agreement):
        for match in _BEARER.finditer(provision.text):
            name = match.group(1)
            if name in _NO_PARTY or provision.text[max(0, match.start() - 1) : match.start()].isalnum():
                continue  # the end of a longer word
            if name.casefold() not in known:
                places.setdefault(name, []).append(spot_of(agreement, provision, match.start(1), match.end(1)))
    for name, spots in places.items():
        if len(spots) >= 3:
            yield Hit(spots[0], {"term": name}, tuple(spots[1:]), "undefined", "medium")


_PARENT = lazy(
    r"\b(?:perjanjian|nota|kesepakatan|kesepahaman|kontrak|pks|memorandum)\b[^.;]{0,240}?"
    r"\b(?:nomor|no\.?)\b\s*:?\s*[\w./-]*\d",
    re.IGNORECASE,
)
_DATED = lazy(r"\btanggal\b\s*:?\s*(?:\d|[a-z]+\s+(?:\w+\s+){0,4}(?:tahun|20\d\d|dua ribu))", re.IGNORECASE)
_CHANGE_WORD = lazy(r"\b(?:adendum|addendum|amandemen|amendemen|perubahan|perpanjangan)\b", re.IGNORECASE)


@function("parent_not_named", values=("missing",), variants=("title",), absence=True)
def parent_not_named(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """An addendum does not name what it changes by number and date, or its title does not say that it changes."""
    text = "\n".join(p.text for p in agreement.provisions if p.name != "nomor")
    match = _PARENT.search(text)
    missing = [] if match else ["number"]
    if not any(_DATED.search(p.text) for p in agreement.provisions if p.name != "pembukaan"):
        missing.append("date")
    if missing:
        yield Hit(Spot("judul", _title_block(agreement)), {"missing": "|".join(missing)})
    if agreement.title is not None and not _CHANGE_WORD.search(agreement.title.text):
        yield Hit(Spot("judul", _title_block(agreement), agreement.title.kind_line), {"missing": ""}, variant="title")


def _title_block(agreement: Agreement) -> int | None:
    return agreement.title.blocks[0] if agreement.title and agreement.title.blocks else None


@dataclass(frozen=True, slots=True)
class Addendum:
    """remains: what says that all else stays in force."""

    remains: Regex


_ARTICLE = lazy(r"\bpasal\s+(?:\d|[ivxl]+\b)|\blampiran\b", re.IGNORECASE)


@function("addendum_incomplete", Addendum, variants=("which", "remains"), absence=True)
def addendum_incomplete(agreement: Agreement, options: Addendum) -> Iterator[Hit]:
    """An addendum does not say which article it changes, or that the others stay in force."""
    if not any(_ARTICLE.search(p.text) for p in _own_text(agreement)):
        yield Hit(variant="which", confidence="medium")
    if not re.search(options.remains, all_text(agreement)):
        yield Hit(variant="remains")


def _own_text(agreement: Agreement) -> Iterator[Provision]:
    return (p for p in agreement.provisions if not p.heading)
