"""The skeleton of the body: BAB and Pasal headings, or the numbered headings of a text that has no Pasal."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from kerjasama_check.agreement.chapters import ChapterHeading, find_chapters, find_sections
from kerjasama_check.agreement.headings import (
    ARTICLE,
    CHAPTER,
    RUNNING,
    article_number,
    continues_heading,
    heading_below,
    is_title_case,
    looks_like_heading,
)
from kerjasama_check.agreement.letters import letter_count, mostly_capitals
from kerjasama_check.agreement.units import Unit
from kerjasama_check.indonesian.lazy import lazy

_BARE = lazy(r"(?:PASAL|P A S A L|Pasal)[\s.:|]*")
_FIRST = frozenset("PpAa\"“'‘.,|-–_ ")  # what a line that begins an article may begin with
_Label = tuple[int, int, str, str]  # index of the unit, number, label as printed, rest of its line
_Below = tuple[str | None, int]  # a heading and the index behind it


@dataclass(frozen=True, slots=True)
class Heading:
    """Where an article begins. units: indices of its label and heading units; body: index of the first unit below."""

    number: int | None
    label: str | None
    heading: str | None
    start: int
    body: int
    chapter: int | None = None
    units: tuple[int, ...] = ()


def _label_of(unit: Unit) -> tuple[int, str, str] | None:
    """(number, label as printed, rest of the line) if the unit begins an article."""
    match = ARTICLE.match(unit.text) if len(unit.text) <= 160 else None
    if not match:
        return None
    number = article_number(match["number"])
    if number is None or number == 0:
        return None
    rest = match["rest"].strip(" .|_-–—:'\"“”")
    label = unit.text[: match.end("number")].strip(" \"“'‘.,|-–_")
    if rest and not _rest_is_heading(rest, bool(match["sep"].strip(" ")), unit):
        return None
    return number, label, rest


def _may_be_label(text: str) -> bool:
    """It begins with the letters of "Pasal" or "Article", whatever stands before and between them."""
    begin = "".join(text[:12].upper().lstrip("\"“'‘.,|-–_ ").split())[:3]
    return begin == "ART" or bool(begin and "PAS".startswith(begin))


def _rest_is_heading(rest: str, separated: bool, unit: Unit) -> bool:
    """ "PASAL 6 PEMBIAYAAN" is a heading, "Pasal 6 ayat (2) berlaku …" is running text."""
    if RUNNING.match(rest) or len(rest) > 110:
        return False
    letters = letter_count(rest)
    if not letters:
        return len(rest) < 4  # a speck of dust behind the number
    if mostly_capitals(rest, 0.8):
        return True
    if letters <= 3:
        return unit.source.confidence is not None
    return (separated or unit.centred or unit.bold) and is_title_case(rest) and not rest.endswith((".", ";"))


def find_articles(units: Sequence[Unit], *, amendment: bool = False) -> list[Heading]:
    """All Pasal headings in order, each with the heading text that belongs to it.

    amendment: the text quotes articles of its parent; only headings that continue its own count are taken.
    """
    labels = _article_labels(units)
    if amendment:
        labels = _own_count(units, labels)
    upper = {i for c in (*find_chapters(units), *find_sections(units)) for i in range(c.start, c.body)}
    below = {entry[0] + 1: heading_below(units, entry[0] + 1) for entry in labels}
    heading_first = len(labels) > 1 and _headings_stand_above(units, labels, upper, below)
    headings = [_heading(units, entry, heading_first and entry[0] - 1 not in upper, below) for entry in labels]
    return _mend_numbers(headings, units)


def _headings_stand_above(
    units: Sequence[Unit], labels: Sequence[_Label], upper: Collection[int], found_below: Mapping[int, _Below]
) -> bool:
    """ "MAKSUD DAN TUJUAN / Pasal 1": a line that looks like a heading counts for the side on which only "
    "one label is."""
    starts = {index for index, *_ in labels}
    above = below = 0
    for index, _, _, rest in labels:
        _, end = found_below[index + 1]
        below += bool(rest) or (end > index + 1 and end not in starts)
        taken = index - 2 in starts or index - 1 in upper
        above += index > 0 and not taken and _heading_above(units, index) is not None
    return above > below


def _article_labels(units: Sequence[Unit]) -> list[_Label]:
    """Every heading line; a lone "PASAL" whose number was lost counts on from the one before it."""
    found: list[_Label] = []
    for index, unit in enumerate(units):
        if unit.text[:1] not in _FIRST or not _may_be_label(unit.text):
            continue
        label = _label_of(unit)
        if label is None and _BARE.fullmatch(unit.text):
            following = article_number(units[index + 1].text.strip(" .:|")) if index + 1 < len(units) else None
            number = following or (found[-1][1] + 1 if found else 1)
            if following or unit.centred:
                label = (number, f"{unit.text.strip(' .:|')} {number}", "")
        if label:
            found.append((index, *label))
    return _without_second_text(units, _without_strays(units, found))


def _without_strays(units: Sequence[Unit], labels: list[_Label]) -> list[_Label]:
    """Without references to an article that happen to fill a line ("… sesuai ketentuan dalam / Pasal 3.").

    Such a line breaks the count, the next heading goes on where the last one stood, and no heading text follows it.
    """
    kept: list[_Label] = []
    for i, (index, number, label, rest) in enumerate(labels):
        before = kept[-1][1] if kept else 0
        after = labels[i + 1][1] if i + 1 < len(labels) else None
        stray = number != before + 1 and after == before + 1 and not rest and _goes_on(units, index)
        if stray and heading_below(units, index + 1)[0] is None:
            continue
        kept.append((index, number, label, rest))
    return kept


def _goes_on(units: Sequence[Unit], index: int) -> bool:
    """The sentence of the line above runs on into this line, or this line ends one."""
    above = units[index - 1].text.rstrip() if index else ""
    return units[index].text.rstrip().endswith((".", ";", ",")) or (
        not units[index].centred and above[-1:] not in ".;:" and not looks_like_heading(units[index - 1])
    )


def _without_second_text(units: Sequence[Unit], labels: list[_Label]) -> list[_Label]:
    """Only the first agreement of a file that holds several copies or an annex with articles of its own."""
    for i, (index, number, _, _) in enumerate(labels):
        if number != 1 or i < 3 or labels[i - 1][1] < 3:
            continue
        between = " ".join(unit.text for unit in units[labels[i - 1][0] : index])
        if re.search(r"rangkap|Demikian|LAMPIRAN|meterai|materai", between) and re.search(
            r"Pada hari|"
            r"NOMOR|Nomor|LAMPIRAN|SYARAT",
            between,
        ):
            return labels[:i]
    return labels


def _own_count(units: Sequence[Unit], labels: Sequence[_Label]) -> list[_Label]:
    """Of an addendum: the headings 1, 2, 3 … that stand outside quotations of the parent."""
    own: list[_Label] = []
    depth_at = _quote_depth(units)
    for entry in labels:
        index, number = entry[0], entry[1]
        quoted = depth_at[index] or units[index].text.lstrip()[:1] in "“\"'‘" or _introduces_quote(units, index)
        if number == len(own) + 1 and not quoted:
            own.append(entry)
    return own


_INTRODUCES = lazy(
    r"(?:berbunyi|menjadi|semula)\W*$|"
    r"\b(?:berbunyi|menjadi|semula|diubah|ditambah\w*|disisipkan|diganti)\b[^.;]{0,80}"
    r"(?<!ketentuan )sebagai berikut\W*$"
)


def _introduces_quote(units: Sequence[Unit], index: int) -> bool:
    """ "Pasal 6 diubah sehingga berbunyi sebagai berikut:", but not "sepakat … dengan ketentuan sebagai berikut:"."""
    return bool(_INTRODUCES.search(units[index - 1].text.lower()[-160:])) if index else False


def _quote_depth(units: Sequence[Unit]) -> list[bool]:
    """Whether a unit begins inside curly quotation marks that were opened in an earlier unit."""
    depth, result = 0, []
    for unit in units:
        result.append(depth > 0)
        depth = max(0, depth + unit.text.count("“") - unit.text.count("”"))
        depth = min(depth, 1)
    return result


def _heading_above(units: Sequence[Unit], index: int) -> str | None:
    unit = units[index - 1]
    if CHAPTER.match(unit.text) or not looks_like_heading(unit) or not (unit.upper or unit.centred or unit.bold):
        return None
    return unit.body


def _heading(units: Sequence[Unit], entry: _Label, heading_first: bool, below: Mapping[int, _Below]) -> Heading:
    index, number, label, rest = entry
    body = index + 1
    if _BARE.fullmatch(units[index].text) and body < len(units) and article_number(units[body].text.strip(" .:|")):
        body += 1
    if rest and letter_count(rest) > 3:
        end, parts = body, [rest]
        while end < len(units) and end - body < 2 and continues_heading(units[end - 1], units[end], parts):
            parts.append(units[end].body)
            end += 1
        return Heading(number, label, " ".join(parts), index, end, units=tuple(range(index, end)))
    if heading_first:
        above = _heading_above(units, index) if index else None
        start = index - 1 if above else index
        return Heading(number, label, above, start, body, units=tuple(range(start, body)))
    heading, end = below.get(body) or heading_below(units, body)
    return Heading(number, label, heading, index, end, units=tuple(range(index, end)))


def _mend_numbers(headings: list[Heading], units: Sequence[Unit]) -> list[Heading]:
    """Undo a misread number in a scan where both neighbours say what it must be ("Pasal 17" between 6 and 8)."""
    mended = list(headings)
    for i, heading in enumerate(mended):
        if units[heading.start].source.confidence is None or heading.number is None:
            continue
        before = mended[i - 1].number if i else 0
        after = mended[i + 1].number if i + 1 < len(mended) else None
        expected = before + 1 if before is not None else None
        if (heading.number != expected and expected is not None and after == expected + 1) or (
            heading.number != expected
            and expected is not None
            and after is None
            and str(expected) in str(heading.number)
        ):
            mended[i] = replace(heading, number=expected)
    return mended


def with_chapters(headings: Sequence[Heading], chapters: Sequence[ChapterHeading]) -> list[Heading]:
    """Give each article its BAB; a BAB with one Pasal that has no heading lends it its title."""
    result = list(headings)
    owners: dict[int, list[int]] = {}
    for i, heading in enumerate(result):
        own = [c for c, chapter in enumerate(chapters) if chapter.start < max(heading.units or (heading.start,)) + 1]
        if own:
            owners.setdefault(own[-1], []).append(i)
            result[i] = replace(heading, chapter=own[-1])
    for chapter, members in owners.items():
        if len(members) == 1 and result[members[0]].heading is None and chapters[chapter].heading:
            result[members[0]] = replace(result[members[0]], heading=chapters[chapter].heading)
    return result
