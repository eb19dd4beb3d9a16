"""From a Document to an Agreement: the chain of small readers, each for one part of the text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from kerjasama_check.agreement import (
    annexes,
    articles,
    closing,
    outline,
    parties,
    provisions,
    recitals,
    signatures,
    title,
)
from kerjasama_check.agreement import chapters as chapters_of
from kerjasama_check.agreement import points as points_of
from kerjasama_check.agreement.amounts import find_amounts
from kerjasama_check.agreement.clauses import classify
from kerjasama_check.agreement.headings import is_party_line
from kerjasama_check.agreement.kinds import agreement_likeness, kind_by_own_name
from kerjasama_check.agreement.languages import language_of, translated_blocks
from kerjasama_check.agreement.misread import in_page_order
from kerjasama_check.agreement.model import (
    Agreement,
    Annex,
    Article,
    Chapter,
    Closing,
    Opening,
    Provision,
    Recital,
    Term,
)
from kerjasama_check.agreement.opening import find_opening, find_place, read_opening
from kerjasama_check.agreement.placeholders import has_placeholder
from kerjasama_check.agreement.term import find_term, find_term_in_text
from kerjasama_check.agreement.units import Unit, blocks_of, join, units_of
from kerjasama_check.indonesian.dates import find_dates
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.reading.document import Document


@dataclass(slots=True)
class _Zones:
    """Indices of units: where each part of the text begins."""

    opening: int | None
    body: int  # first article or point, else where the preamble ends
    tail: int  # behind the last article's own text
    signatures: int
    end: int  # behind the signatures
    annexes: list[int]


def parse(document: Document) -> Agreement:
    """The agreement that a document holds; kind None where it is none. Never raises on odd text."""
    translation = translated_blocks(document.blocks)
    units = in_page_order([unit for unit in units_of(document) if unit.block not in translation])
    draft = title.read_head(units, _head_end(units))
    amendment = draft.match is not None and draft.match.kind == "adendum"
    points = outline.find_articles(units, amendment=amendment)
    opening_at = find_opening(units, _behind_title(units, draft), points[0].start if points else min(len(units), 60))
    zones = _zones(units, points, opening_at)
    end_of_title = _title_end(units, zones)
    head = draft if end_of_title == draft.end else title.read_head(units, end_of_title)
    opening, start, offset = _opening(units, zones)
    names = head.title.names if head.title else ()
    comparison = parties.read_parties(units, start, offset, zones.body, names)
    if not points:
        points = points_of.find_points(units, comparison.end, zones.signatures)
        zones = _zones(units, points, opening_at)
    preamble = recitals.read_preamble(units, comparison.end, zones.body)
    chapters = [c for c in chapters_of.find_chapters(units[: zones.signatures]) if c.start >= comparison.end - 1]
    upper = [*chapters, *(s for s in chapters_of.find_sections(units[: zones.signatures]) if s.start >= zones.body)]
    tree = _articles(units, outline.with_chapters(points, chapters), zones.tail, [c.start for c in upper], amendment)
    tail, block = units[zones.tail : zones.signatures], units[zones.signatures : zones.end]
    named = [*_head_provisions(head, opening, comparison, preamble), *provisions.article_provisions(tree)]
    end = closing.read_closing(named, tail, block)
    signed = signatures.read_signatures(block, comparison.parties)
    attached = annexes.read_annexes(units, zones.annexes)
    named += _tail_provisions(end, tail, block, attached, units, zones)
    signing, place = _date_and_place(opening, end.text, tail, block)
    text = " ".join([block.text for block in document.blocks])
    likeness = agreement_likeness([u.text for u in units[:60]], join(units))
    placed = (
        {b for p in named for b in p.blocks}
        | {i for c in upper for i in blocks_of(units[c.start : c.body])}
        | translation
    )
    unplaced = tuple(i for i, b in enumerate(document.blocks) if i not in placed and b.text.strip())
    kind = head.match.kind if head.match else kind_by_own_name(join(units)) if likeness.is_agreement else None
    return Agreement(
        document=document,
        kind=kind if likeness.is_agreement else None,
        title=head.title,
        numbers=head.numbers,
        opening=opening,
        parties=comparison.parties,
        recitals=tuple(preamble.recitals),
        legal_bases=tuple(preamble.legal_bases),
        chapters=tuple(Chapter(c.label, c.heading, blocks_of(units[c.start : c.body])) for c in chapters),
        articles=tree,
        closing=end,
        signatures=signed,
        annexes=attached,
        term=_term(document, tree, signing),
        amounts=find_amounts(named),
        provisions=tuple(named),
        unplaced=unplaced,
        recognised=_recognised(document, text, unplaced),
        date=signing,
        place=place,
        ceremonial=not tree,
        template=_is_template(opening, comparison, document),
        language=language_of(text),
        not_agreement_reason=None if likeness.is_agreement else likeness.reason,
        collective_label=comparison.collective,
        collective_defined=comparison.collective_defined,
    )


def _head_end(units: Sequence[Unit]) -> int:
    """A first guess of where the title block ends: the first sentence of running text."""
    for index, unit in enumerate(units[:80]):
        if len(unit.text) > 90 and not unit.upper and index > 2:
            return index
    return min(len(units), 60)


def _behind_title(units: Sequence[Unit], head: title.Head) -> int:
    blocks = head.title.blocks if head.title else ()
    return next((i + 1 for i in range(len(units) - 1, -1, -1) if blocks and units[i].block == blocks[0]), 0)


def _zones(units: Sequence[Unit], headings: Sequence[outline.Heading], opening_at: int | None) -> _Zones:
    last = headings[-1].body if headings else (opening_at or 0)
    starts = annexes.find_annexes(units, last)
    end = starts[0] if starts else len(units)
    signed = _signature_start(units, last, end)
    tail = next((i for i in range(last, signed) if closing.DEMIKIAN.match(units[i].text)), signed)
    body = headings[0].start if headings else tail
    while body > 0 and headings and re.match(r"BAB\s", units[body - 1].text):
        body -= 1
    return _Zones(opening_at, body, max(tail, last), signed, _signature_end(units, signed, end), starts)


def _signature_start(units: Sequence[Unit], start: int, end: int) -> int:
    """Behind the last sentence of running text; earlier where the labels of the parties stand behind the closing and
    other papers are bound to the same file."""
    last = start
    for index in range(end - 1, start - 1, -1):
        if _is_prose(units[index]):
            last = index + 1
            break
    closed = False
    for index in range(start, last):
        unit = units[index]
        closed = closed or bool(_CLOSES.search(unit.text))
        if (
            closed
            and _is_label_line(unit)
            and not _is_address(units[index + 1 : index + 5])
            and _signed_below(units, index)
        ):
            return index
    return last


_CLOSES = lazy(r"\brangkap|\b(?:ber)?m[ae]terai|^\s*Demikian\b", re.I)
_ADDRESS_LINE = lazy(r"\s*(?:Alamat|Telp|Telepon|Fax|Faks|E-?mail|Email|U\.?p\b|Jl\.?\b|Jalan|Nama\b|Jabatan\b)", re.I)


def _is_label_line(unit: Unit) -> bool:
    return is_party_line(unit.text) or bool(len(unit.text) < 40 and parties.LABEL.match(unit.text))


def _is_address(units: Sequence[Unit]) -> bool:
    return any(_ADDRESS_LINE.match(unit.text) for unit in units)


def _signed_below(units: Sequence[Unit], index: int) -> bool:
    """A second label or an official's number follows before the next sentence."""
    for unit in units[index + 1 : index + 30]:
        if _is_prose(unit):
            return False
        if _is_label_line(unit) or re.search(r"\bN(?:IP|RP|IK)\b", unit.text):
            return True
    return False


def _signature_end(units: Sequence[Unit], start: int, end: int) -> int:
    """Where other papers begin behind the signatures: the next sentence of running text."""
    return next((i for i in range(start + 2, end) if _is_prose(units[i])), end)


def _is_prose(unit: Unit) -> bool:
    text = unit.text
    if unit.source.confidence is not None and unit.source.confidence < 45:
        return False
    if closing.DEMIKIAN.match(text):
        return True
    words = re.findall(r"\b[a-z]{3,}\b", text)
    if len(words) >= 6:
        return True
    if len(words) >= 3 and text.rstrip().endswith(".") and 2 * len(words) >= len(text.split()) and text[:1].isupper():
        return True
    return len(words) >= 3 and text.rstrip().endswith((".", ";", ":")) and bool(unit.marks or len(text) > 45)


def _title_end(units: Sequence[Unit], zones: _Zones) -> int:
    if zones.opening is not None:
        return zones.opening
    for index in range(min(zones.body, len(units))):
        text = units[index].text
        if (
            (units[index].marks and index > 2)
            or re.match(r"Nama\s*:|PIHAK\s+\w+\s*:", text, re.I)
            or (len(text) > 120 and not units[index].upper)
        ):
            return index
    return min(zones.body, 40)


def _opening(units: Sequence[Unit], zones: _Zones) -> tuple[Opening | None, int, int]:
    """(opening, unit where the parties begin, characters of that unit to skip)."""
    if zones.opening is None:
        return None, _title_end(units, zones), 0
    opening, end, offset = read_opening(units, zones.opening, max(zones.body, zones.opening + 1))
    rest = units[end].text[offset:].strip(" .,:;")
    return (opening, end, offset) if len(rest) > 8 else (opening, end + 1, 0)


def _articles(
    units: Sequence[Unit],
    headings: Sequence[outline.Heading],
    end: int,
    chapter_starts: Sequence[int],
    amendment: bool,
) -> tuple[Article, ...]:
    found = []
    for index, heading in enumerate(headings):
        stop = headings[index + 1].start if index + 1 < len(headings) else end
        stop = min([stop, *(c for c in chapter_starts if heading.body <= c < stop)])
        content = articles.parse_content(units[heading.body : stop], amendment=amendment)
        found.append(
            Article(
                number=heading.number,
                label=heading.label,
                heading=heading.heading,
                clauses=classify(heading.heading, content),
                paragraphs=content,
                blocks=tuple(
                    dict.fromkeys((*blocks_of(units[heading.start : heading.body]), *articles.all_blocks(content)))
                ),
                heading_blocks=blocks_of([units[i] for i in heading.units]),
                chapter=heading.chapter,
            )
        )
    return tuple(found)


def _head_provisions(
    head: title.Head, opening: Opening | None, comparison: parties.Comparison, preamble: recitals.Preamble
) -> list[Provision]:
    found = []
    if head.title:
        found.append(Provision("judul", head.title.text, (*head.title.cover_blocks, *head.title.blocks)))
    found += [Provision("nomor", f"{line.caption} {line.value or ''}".strip(), (line.block,)) for line in head.numbers]
    if opening:
        found.append(Provision("pembukaan", opening.text, opening.blocks))
    found += [Provision("para pihak", party.text, party.blocks) for party in comparison.parties]
    found += [Provision("para pihak", unit.text, (unit.block,)) for unit in preamble.parties_text]
    found += [
        _recital("premis", r) for r in sorted((*preamble.recitals, *preamble.recital_text), key=lambda r: r.blocks)
    ]
    found += [Provision("dasar hukum", unit.text, (unit.block,)) for unit in preamble.law_text]
    found += [_recital("dasar hukum", r) for r in preamble.legal_bases]
    found += [Provision("premis", unit.text, (unit.block,)) for unit in preamble.transition]
    return found


def _recital(name: str, recital: Recital) -> Provision:
    return Provision(name, recital.text, recital.blocks)


def _tail_provisions(
    end: Closing,
    tail: Sequence[Unit],
    block: Sequence[Unit],
    attached: Sequence[Annex],
    units: Sequence[Unit],
    zones: _Zones,
) -> list[Provision]:
    found = [Provision("penutup", unit.text, (unit.block,)) for unit in tail]
    found += [Provision("tanda tangan", unit.text, (unit.block,)) for unit in block]
    for annex, (start, stop) in zip(attached, annexes.spans(units, zones.annexes), strict=True):
        label = re.sub(r"\s+", " ", annex.label).title().replace(" Ii", " II")
        found += [Provision(_annex_name(label), unit.text, (unit.block,)) for unit in units[start:stop]]
    return found


def _term(document: Document, tree: tuple[Article, ...], signing: datetime.date | None) -> Term:
    """From the articles; from the whole text where they say nothing of it or there are none."""
    term = find_term(tree, signing)
    if term.text is not None:
        return term
    return find_term_in_text([(i, block.text) for i, block in enumerate(document.blocks)], signing)


def _annex_name(label: str) -> str:
    word, _, number = label.partition(" ")
    return f"Lampiran {number.upper()}".strip() if word else label


def _date_and_place(
    opening: Opening | None, closing_text: str | None, tail: Sequence[Unit], block: Sequence[Unit]
) -> tuple[datetime.date | None, str | None]:
    """From the opening; where it has none, from the closing sentence or the line above the signatures."""
    date = opening.date if opening else None
    place = opening.place if opening else None
    if opening is not None and (date or opening.placeholder) and place:
        return date, place
    for text in [closing_text or "", *(u.text for u in tail), *(u.text for u in block[:6])]:
        if date is None and not (opening and opening.placeholder):
            date = next((d.date for d in find_dates(text) if d.date), None)
        if place is None and opening is None:
            place = find_place(text)
    return date, place


def _recognised(document: Document, text: str, unplaced: Sequence[int]) -> float:
    if not unplaced:
        return 1.0 if text and not text.isspace() else 0.0
    total = len(text.split())
    lost = sum(len(document.blocks[i].text.split()) for i in unplaced)
    return round(1 - lost / total, 3) if total else 0.0


_MANY_BLANKS = 5


def _is_template(opening: Opening | None, comparison: parties.Comparison, document: Document) -> bool:
    """An unfilled form: the date or a party is a blank, or no party can be told and blanks stand all over."""
    if opening and opening.placeholder:
        return True
    if comparison.parties:
        return any(has_placeholder(p.text) for p in comparison.parties)
    return not document.reading.ocr and sum(has_placeholder(b.text) for b in document.blocks) >= _MANY_BLANKS
