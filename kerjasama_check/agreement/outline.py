"""The skeleton of the body: BAB and Pasal headings, or the numbered headings of a text that has no Pasal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kerjasama_check.agreement.units import MarkKind, Unit, roman_value

_NUMBER_WORDS = [
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
    "dua_belas",
    "tiga_belas",
    "empat_belas",
    "lima_belas",
    "enam_belas",
    "tujuh_belas",
    "delapan_belas",
    "sembilan_belas",
    "dua_puluh",
]
_WORD_VALUE = {word.replace("_", " "): value for value, word in enumerate(_NUMBER_WORDS, 1)} | {
    "kesatu": 1,
    "pertama": 1,
}
_NUMBER = r"(?P<number>\d{1,3}|[IVXLivxl]{1,7}|(?:ke)?[a-z]{3,8}(?:\s(?:belas|puluh))?)"
_ARTICLE = re.compile(
    rf"""["“'‘.,|\-–_\s]*(?:(?:P\s?A\s?S\s?A\s?[Ll1I]|Pasal|Pasa[1Ii]|Pasall)|ARTICLE|Article)[\s.:_]*{_NUMBER}
    (?P<words>\s*\([^)]{{2,20}}\))?(?P<sep>\s*[.:\-–—|_,]+(?=\s|$)|(?=\s|$))\s*(?P<rest>.*)$""",
    re.X | re.S | re.I,
)
_CHAPTER = re.compile(r"BAB\s?(?P<number>[IVXLl1]{1,6}|\d{1,2})(?P<sep>\s*[.:\-–]\s*|\s+|$)(?P<rest>.*)$", re.S)
_RUNNING = re.compile(
    r"(?:ayat|huruf|angka|dan|atau|dan/atau|sampai|s/d|di\s?atas|tersebut|ini|perjanjian|nota|undang|peraturan|"
    r"kitab|kuh\w*|"
    r"jo\.?|juncto|para|yang|dalam|pada|di|ke|untuk|dengan|dimaksud|sebagaimana|mengenai|tentang|of|and|or|"
    r"above|hereof)\b|[,;)(]",
    re.I,
)
_SENTENCE_START = re.compile(
    r"(?:PARA PIHAK|PIHAK (?:KESATU|PERTAMA|KEDUA|KETIGA|I+)|Dalam|Dengan|Untuk|Apabila|Bahwa|Pada hari|"
    r"Demikian|Yang|Setiap|"
    r"Segala|Semua|Jika|Bilamana|Guna|Sejak|Berdasarkan)\b\s+[a-z]"
)


_BARE = re.compile(r"(?:PASAL|P A S A L|Pasal)[\s.:|]*")
_Label = tuple[int, int, str, str]  # index of the unit, number, label as printed, rest of its line


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


@dataclass(frozen=True, slots=True)
class ChapterHeading:
    label: str
    heading: str | None
    start: int
    body: int


def article_number(text: str) -> int | None:
    """5 for "5", "V", "lima"; None for what is no number."""
    if text.isdigit():
        return int(text)
    return (roman_value(text) if text.isupper() else None) or _WORD_VALUE.get(text.lower())


def _label_of(unit: Unit) -> tuple[int, str, str] | None:
    """(number, label as printed, rest of the line) if the unit begins an article."""
    if len(unit.text) > 160 or not unit.text[:12].upper().lstrip("\"“'‘.,|-–_ ").startswith(("P", "ART")):
        return None
    match = _ARTICLE.match(unit.text)
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


def _rest_is_heading(rest: str, separated: bool, unit: Unit) -> bool:
    """ "PASAL 6 PEMBIAYAAN" is a heading, "Pasal 6 ayat (2) berlaku …" is running text."""
    if _RUNNING.match(rest) or len(rest) > 110:
        return False
    letters = [c for c in rest if c.isalpha()]
    if not letters:
        return len(rest) < 4  # a speck of dust behind the number
    if sum(c.isupper() for c in letters) >= 0.8 * len(letters):
        return True
    if len(letters) <= 3:
        return unit.source.confidence is not None
    return (separated or unit.centred or unit.bold) and is_title_case(rest) and not rest.endswith((".", ";"))


def is_title_case(text: str) -> bool:
    """Every longer word begins with a capital."""
    words = [
        w
        for w in re.findall(r"[^\W\d_]+", text)
        if len(w) > 3 and w not in {"atau", "serta", "dengan", "untuk", "dari"}
    ]
    return bool(words) and all(w[0].isupper() for w in words)


def looks_like_heading(unit: Unit, *, allow_mark: bool = False) -> bool:
    """A short line that names a subject: capitals, centred, bold or in title case, and no sentence."""
    text = unit.body
    if unit.marks and not allow_mark and unit.mark and unit.mark.kind is not MarkKind.BULLET:
        return False
    letters = sum(c.isalpha() for c in text)
    if not letters >= 3 or len(text) > 130 or text.endswith((";", ":")) or _ARTICLE.match(unit.text):
        return False
    if _SENTENCE_START.match(text) or "@" in text or is_party_line(text):
        return False
    if unit.upper:
        return not re.search(r"\b(?:ADALAH|TELAH|AKAN|SEPAKAT)\b", text)
    if text.endswith(".") and len(text) > 40:
        return False
    if unit.centred and len(text) < 70 and text[:1].isupper() and not text.endswith((".", ",")):
        return True
    if not text[:1].isupper() and not text[:1].isdigit():
        return False
    return (unit.centred or unit.bold or len(text) < 60) and is_title_case(text) and letters > 3


_PARTY_LINE = re.compile(
    r"[\W_]*(?:paraf\W*)?(?:PIHAK\s+(?:KE)?(?:SATU|PERTAMA|DUA|KEDUA|KETIGA|TIGA|KEEMPAT|EMPAT|LIMA|I{1,3}|IV|V|"
    r"[1-5])[\W_]*){1,4}(?:paraf)?[\W_]*$",
    re.I,
)


def is_party_line(text: str) -> bool:
    """Only party labels: a paraf box or the head of a signature ("PIHAK KESATU   PIHAK KEDUA")."""
    return bool(_PARTY_LINE.match(text))


def _close_below(units: Sequence[Unit], index: int) -> Unit | None:
    return units[index] if index < len(units) else None


def heading_below(units: Sequence[Unit], start: int) -> tuple[str | None, int]:
    """The heading that begins at `start` (one to three lines) and the index behind it."""
    first = _close_below(units, start)
    if first is None or not looks_like_heading(first):
        return None, start
    end = start + 1
    parts = [first.body]
    while end < len(units) and end - start < 3 and continues_heading(units[end - 1], units[end], parts):
        parts.append(units[end].body)
        end += 1
    return " ".join(parts), end


def continues_heading(before: Unit, unit: Unit, parts: Sequence[str]) -> bool:
    if not looks_like_heading(unit) and not (unit.upper and unit.centred):
        return False
    open_end = parts[-1].rstrip().upper().endswith((" DAN", " ATAU", ",", "/", " SERTA", "-", " DAN/ATAU"))
    same_look = before.upper and unit.upper and before.centred == unit.centred
    if unit.source.cell is not None and before.source.cell is not None and unit.block != before.block:
        return False
    if before.centred and unit.centred and not unit.upper and not before.upper and len(unit.body) < 40:
        return is_title_case(unit.body) and not unit.body.endswith(".")
    return (
        open_end
        or (same_look and (unit.centred or unit.text.startswith(("(", "/", "DAN "))))
        or (unit.text.startswith("(") and unit.centred)
    )


def find_chapters(units: Sequence[Unit]) -> list[ChapterHeading]:
    found = []
    for index, unit in enumerate(units):
        match = _CHAPTER.match(unit.text) if unit.text[:3] == "BAB" else None
        if not match or len(unit.text) > 120:
            continue
        number = roman_value(match["number"].replace("l", "I").replace("1", "I")) or match["number"]
        if not isinstance(number, int) and not str(number).isdigit():
            continue
        rest = match["rest"].strip(" .:-–")
        if rest:
            if _RUNNING.match(rest):
                continue
            found.append(ChapterHeading(f"BAB {match['number']}", rest, index, index + 1))
        else:
            heading, body = heading_below(units, index + 1)
            found.append(ChapterHeading(f"BAB {match['number']}", heading, index, body))
    return found


def find_articles(units: Sequence[Unit], *, amendment: bool = False) -> list[Heading]:
    """All Pasal headings in order, each with the heading text that belongs to it.

    amendment: the text quotes articles of its parent; only headings that continue its own count are taken.
    """
    labels = _article_labels(units)
    if amendment:
        labels = _own_count(units, labels)
    heading_first = len(labels) > 1 and _headings_stand_above(units, labels)
    headings = [_heading(units, entry, heading_first) for entry in labels]
    return _mend_numbers(headings, units)


def _headings_stand_above(units: Sequence[Unit], labels: Sequence[_Label]) -> bool:
    """ "MAKSUD DAN TUJUAN / Pasal 1": a line that looks like a heading counts for the side on which only "
    "one label is."""
    starts = {index for index, *_ in labels}
    above = below = 0
    for index, _, _, rest in labels:
        _, end = heading_below(units, index + 1)
        below += bool(rest) or (end > index + 1 and end not in starts)
        above += index > 0 and index - 2 not in starts and _heading_above(units, index) is not None
    return above > below


def _article_labels(units: Sequence[Unit]) -> list[_Label]:
    """Every heading line; a lone "PASAL" whose number was lost counts on from the one before it."""
    found: list[_Label] = []
    for index, unit in enumerate(units):
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


_INTRODUCES = re.compile(
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
    if _CHAPTER.match(unit.text) or not looks_like_heading(unit) or not (unit.upper or unit.centred or unit.bold):
        return None
    return unit.body


def _heading(units: Sequence[Unit], entry: _Label, heading_first: bool) -> Heading:
    index, number, label, rest = entry
    body = index + 1
    if _BARE.fullmatch(units[index].text) and body < len(units) and article_number(units[body].text.strip(" .:|")):
        body += 1
    if rest and sum(c.isalpha() for c in rest) > 3:
        end, parts = body, [rest]
        while end < len(units) and end - body < 2 and continues_heading(units[end - 1], units[end], parts):
            parts.append(units[end].body)
            end += 1
        return Heading(number, label, " ".join(parts), index, end, units=tuple(range(index, end)))
    if heading_first:
        above = _heading_above(units, index) if index else None
        start = index - 1 if above else index
        return Heading(number, label, above, start, body, units=tuple(range(start, body)))
    heading, end = heading_below(units, body)
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
