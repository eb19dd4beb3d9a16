"""The head of an agreement: what it calls itself, between whom, on what (TENTANG), and its numbers."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kerjasama_check.agreement.kinds import KindMatch, kind_of
from kerjasama_check.agreement.model import NumberLine, Title
from kerjasama_check.agreement.placeholders import filled, has_placeholder
from kerjasama_check.agreement.units import Unit, blocks_of, squeeze
from kerjasama_check.indonesian.lazy import lazy

_CONNECTOR = lazy(r"[\W_]*(?:ANTARA|A N T A R A|DENGAN|D E N G A N|DAN|D A N|BETWEEN|AND|WITH)[\W_]*$", re.I)
_ABOUT = lazy(
    r"[\W_]*(?:TENTANG|T E N T A N G|MENGENAI|ON|REGARDING|CONCERNING|ABOUT|Tentang|tentang|Mengenai|Concerning)"
    r"[\W_]*$"
)
_ABOUT_INLINE = lazy(r"(?:^|\s)(?:TENTANG|Tentang|MENGENAI)\s+(?=\S)")
_ABOUT_TRAILING = lazy(r"(.*\S)\s+TENTANG\W*$", re.S)
_BARE_NUMBER = lazy(r"[\w.\-]*\d[\w.\-]*(?:\s?/\s?[\w.\-]+){2,}")
_NUMBER = lazy(
    r"""[^\w(]*\(?(?P<caption>(?:NOMOR|Nomor|nomor|NOMER|Nomer|Nomar|NO|No|Number|NUMBER|Ref|REF)
    (?![a-z])(?:\s*\.)?(?P<of>(?:\s+(?:(?:PIHAK|Pihak|Surat|SURAT|Kontrak|KONTRAK|SPK|PKS|MoU|ASET|Perjanjian|PERJANJIAN)\b[\w\s]{0,24}
    |PT\.?[\w\s]{0,24}|[A-Z]{2,10}(?![A-Z])|[A-Z][\w.&-]*(?:\s[\w.&-]+){0,4}(?=\s?:)))?))\s*(?P<sep>[:;=.—–-]+|\s)\s*(?P<value>.*)$""",
    re.X | re.S,
)
_AFTER_VALUE = lazy(r"\s*\((?:Nomor|No\.?)\s+Pihak[^)]*\)\s*", re.I)
_NEXT_NUMBER = lazy(r"\s+(?=(?:NOMOR|Nomor|No\.|NO\.)\s*[:.])")
_RULE = lazy(r"[\W_]+$")


@dataclass(slots=True)
class _Head:
    kind: list[Unit] = field(default_factory=list)
    names: list[list[str]] = field(default_factory=list)
    subject: list[str] = field(default_factory=list)
    subject_units: list[Unit] = field(default_factory=list)
    numbers: list[NumberLine] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    about: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """Kind, title block and numbers; `end` is the index of the first unit behind the block."""

    match: KindMatch | None
    title: Title | None
    numbers: tuple[NumberLine, ...]
    end: int


def read_head(units: Sequence[Unit], end: int) -> Head:
    """The head in units[:end] (up to the opening sentence)."""
    zone = units[:end]
    texts = [unit.text for unit in zone]
    first = kind_of(texts)
    if first is None:
        numbers = tuple(line for i in range(len(zone)) for line in number_lines(zone, i))
        return Head(None, None, numbers, end)
    match, start = first, 0
    while (again := _inner_title(texts, start + match.last + 1, match)) is not None:
        start, match = again
    cover = zone[: start + match.first]
    head = _walk(zone[start + match.first :], match)
    outer = _walk(cover[first.first :], first) if start and len(cover) > first.last else None
    if outer and not head.about and outer.about:
        head.subject, head.subject_units, head.about = outer.subject, outer.subject_units, True
    if outer and not head.numbers:
        head.numbers = outer.numbers
    if not head.numbers:  # numbers above the title
        head.numbers = [line for i in range(start + match.first) for line in number_lines(zone, i)]
    if not head.numbers:
        head.numbers = _bare_numbers(zone[start + match.last + 1 :])
    head.numbers = _once(head.numbers, {unit.block: unit.source.confidence or 0 for unit in zone})
    subject = squeeze(" ".join(head.subject)).strip(' .:;"“”,-–') if head.about else None
    title = Title(
        text=squeeze(" ".join(unit.text for unit in head.units)),
        kind_line=match.text,
        blocks=blocks_of(head.units),
        subject=filled(subject) if subject else None,
        subject_blocks=blocks_of(head.subject_units),
        names=tuple(squeeze(" ".join(name)) for name in head.names if name),
        cover_blocks=blocks_of(cover) if start else (),
    )
    return Head(match, title, tuple(head.numbers), end)


def _inner_title(texts: Sequence[str], start: int, outer: KindMatch) -> tuple[int, KindMatch] | None:
    """The title found again behind a cover page: the same kind, with a title block of its own below it."""
    rest = texts[start:]
    again = kind_of(rest)
    if again is None or again.kind != outer.kind or len(again.text) > 3 * len(outer.text) + 20:
        return None
    below = rest[again.last + 1 : again.last + 14]
    if any(_CONNECTOR.match(t) or _ABOUT.match(t) or _ABOUT_INLINE.search(t) for t in below) and not any(
        _ABOUT.match(t) for t in rest[: again.first]
    ) | (again.first <= 0):
        return start, again
    if any(_CONNECTOR.match(t) for t in below) and any(_ABOUT.match(t) for t in below):
        return start, again
    return None


def _walk(zone: Sequence[Unit], match: KindMatch) -> _Head:
    """Take the lines of the block one by one; the state is which part they belong to."""
    head = _Head()
    kind_lines = match.last - match.first + 1
    head.kind = list(zone[:kind_lines])
    head.units = list(zone[:kind_lines])
    state = "kind"
    rest = _behind_kind(match, head.kind)
    if rest:
        state = _take(head, rest, head.kind[-1], state)
    index = kind_lines
    while index < len(zone):
        unit = zone[index]
        lines = number_lines(zone, index)
        if lines:
            head.numbers.extend(lines)
            state = "numbered" if state == "subject" and head.subject else state
            index += 1
            while index < len(zone) and unit.block < zone[index].block <= lines[-1].block:
                index += 1
            continue
        if _RULE.match(unit.text):
            index += 1
            continue
        state = _take(head, unit.text, unit, state)
        index += 1
    return head


def _behind_kind(match: KindMatch, kind: Sequence[Unit]) -> str:
    """Words on the kind's own line behind it ("PERJANJIAN KERJA SAMA ANTARA …")."""
    text = squeeze(" ".join(unit.text for unit in kind))
    found = re.search(r"\b(?:ANTARA|TENTANG)\b", text)
    return text[found.start() :] if found else ""


def _take(head: _Head, text: str, unit: Unit, state: str) -> str:
    if state == "numbered" and not _ABOUT.match(text):
        return state
    if unit not in head.units:
        head.units.append(unit)
    if _ABOUT.match(text):
        head.about, head.subject, head.subject_units = True, [], []
        return "subject"
    if state == "subject" and re.match(r"[\W_]*(?:ANTARA|BETWEEN)[\W_]*$", text):
        head.names.append([])
        return "party"
    if state != "subject" and (inline := _ABOUT_INLINE.search(text)) and not text.islower():
        before = text[: inline.start()].strip()
        if before:
            state = _take(head, before, unit, state)
        head.about, head.subject, head.subject_units = True, [text[inline.end() :]], [unit]
        return "subject"
    if state != "subject" and (trailing := _ABOUT_TRAILING.match(text)):
        _take(head, trailing[1], unit, state)
        head.about, head.subject, head.subject_units = True, [], []
        return "subject"
    if state == "subject":
        head.subject.append(text)
        head.subject_units.append(unit)
        return state
    if _CONNECTOR.match(text):
        head.names.append([])
        return "party"
    return _take_name(head, text, state)


def _take_name(head: _Head, text: str, state: str) -> str:
    started = re.match(r"(?:ANTARA|Antara|BETWEEN)\s+", text)
    if started:
        head.names.append([])
        text, state = text[started.end() :], "party"
    leading = re.match(r"(?:DENGAN|Dengan|WITH)\s+", text)
    if leading and state == "party":
        head.names.append([])
        text = text[leading.end() :]
    if state != "party":
        return state
    parts = re.split(r"\s+(?:DENGAN|Dengan)\s+", text)
    if not head.names or _next_of_several(head.names[-1], parts[0]):
        head.names.append([])
    head.names[-1].append(parts[0])
    head.names.extend([part] for part in parts[1:])
    return state


_BODY_OF_ITS_OWN = lazy(
    r"\W*(?:UNIVERSITAS|POLITEKNIK|INSTITUT|SEKOLAH TINGGI|PT|CV|YAYASAN|PEMERINTAH|KOPERASI|BANK|PERHIMPUNAN|"
    r"PERKUMPULAN|KEMENTERIAN|KANTOR)\b",
    re.I,
)


def _next_of_several(name: Sequence[str], text: str) -> bool:
    """Three parties and more: "UNIVERSITAS A," on one line, "POLITEKNIK B," on the next, before "DAN"."""
    return (
        bool(name)
        and name[-1].rstrip().endswith(",")
        and bool(_BODY_OF_ITS_OWN.match(name[0]) and _BODY_OF_ITS_OWN.match(text))
    )


def number_lines(units: Sequence[Unit], index: int) -> list[NumberLine]:
    """The numbers on a NOMOR line; [] if the unit is none."""
    unit = units[index]
    if len(unit.text) > 220 or not _NUMBER.match(unit.text + " "):
        return []
    found = []
    for part in _NEXT_NUMBER.split(unit.text):
        match = _NUMBER.match(part + " ")
        if not match:
            continue
        value, block = match["value"], unit.block
        if not value.strip(" :.") and index + 1 < len(units):
            follower = units[index + 1]
            if follower.text == ":" and index + 2 < len(units):  # a table: "NOMOR" | ":" | the number
                follower = units[index + 2]
                value, block = follower.text, follower.block
            elif follower.text.startswith(":") or re.match(r"[\w.\-]*\d[\w.\-]*/", follower.text):
                value, block = follower.text, follower.block
        if _is_running(match["caption"], match["sep"], value):
            continue
        found.append(NumberLine(clean_number(value), squeeze(match["caption"]), block))
    return found


def _bare_numbers(zone: Sequence[Unit]) -> list[NumberLine]:
    """Numbers whose caption was lost: tokens with slashes, "415.4/52/B.VI/2017", on a short line of the head."""
    return [
        NumberLine(squeeze(match[0]), "", unit.block)
        for unit in zone
        if len(unit.text) < 90 and not re.search(r"\b(?:Jl|Jalan|Telp|Fax)\b", unit.text)
        for match in _BARE_NUMBER.finditer(unit.text)
    ]


_NEXT_LINE = 2  # blocks: a blank one may stand between two numbers


def _once(numbers: list[NumberLine], confidence: Mapping[int, float]) -> list[NumberLine]:
    """Each number once where a cover page repeats all of them: the copy that a scan shows more clearly.

    A title stands between the two; numbers on lines next to each other are those of the parties, however alike.
    """
    half = len(numbers) // 2
    if half == 0 or len(numbers) % 2 or numbers[half].block - numbers[half - 1].block <= _NEXT_LINE:
        return numbers
    pairs = list(zip(numbers[:half], numbers[half:], strict=True))
    same = all(_alike((a.value or "").replace(" ", ""), (b.value or "").replace(" ", "")) for a, b in pairs)
    if not same or not any(line.value for line in numbers[:half]):
        return numbers
    return [
        outer if confidence.get(outer.block, 0) > confidence.get(inner.block, 0) else inner for outer, inner in pairs
    ]


def _alike(a: str, b: str) -> bool:
    """Most signs of two numbers are the same, in the same order."""
    if a == b:
        return True
    shared = sum(min(a.count(sign), b.count(sign)) for sign in set(a))  # in any order
    return 8 * shared > 3 * (len(a) + len(b)) and difflib.SequenceMatcher(None, a, b).ratio() > 0.75


def _is_running(caption: str, sep: str, value: str) -> bool:
    """ "No. 12 Jakarta", "Nomor 5 Tahun 2011 tentang …": an address or a law, no number of this document."""
    if re.search(r"\btentang\b|\btanggal\b|\bJalan\b|\bJl\b", value, re.I):
        return True
    words = [w for w in re.findall(r"[^\W\d_]{4,}", value) if w.islower()]
    return len(words) > 3 or (
        not sep.strip() and bool(value.strip()) and not re.search(r"\d", value) and not has_placeholder(value)
    )


def clean_number(value: str) -> str | None:
    """The number as printed, None for an empty line, dots or a placeholder."""
    text = _AFTER_VALUE.sub("", value).strip(' :;.,=|_-–—"“”')
    if has_placeholder(text):
        kept = filled(text)
        return text if kept and sum(c.isdigit() for c in kept) >= 5 and "/" in kept else None
    text = squeeze(text)
    if "/" not in text and re.search(r"[a-z]{7}", text):  # dots of a blank line that OCR took for letters
        return None
    return text if any(c.isdigit() for c in text) or (len(text) > 5 and "/" in text) else None
