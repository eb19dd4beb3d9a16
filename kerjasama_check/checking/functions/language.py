"""Spelling, outside of what is quoted: titles of laws and other documents, names of offices."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import islice

from kerjasama_check import resources
from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.checking.findings import Fix, Hit
from kerjasama_check.checking.functions.gather import MOST_PLACES, gathered
from kerjasama_check.checking.glance import glance, longest_word
from kerjasama_check.checking.patterns import Regex
from kerjasama_check.checking.registry import function
from kerjasama_check.checking.scans import is_scan, on_scan, read_surely
from kerjasama_check.checking.text import sentence_at, spot_of
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.spelling import Speller, SpellingHit, compile_pairs

_GROUP = lazy(r"([a-z-]+):\Z")
_PAIR = lazy(r"  ([^:#]+): ([^#]+)\Z")


@dataclass(frozen=True, slots=True)
class Spelling:
    """groups: groups of rules/kamus/ejaan.yaml. pairs: further pairs of wrong and right, in small letters.

    typed: groups used only where no OCR was at work. together: all words of the pairs are one fault, shown as one
    finding. units: words that begin the name of an office or a unit, which is not corrected;
    names: further ones.
    """

    groups: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    pairs: dict[str, str] = field(default_factory=dict)
    together: bool = False
    units: tuple[Regex, ...] = ()
    names: tuple[Regex, ...] = ()


@cache
def spelling_groups() -> dict[str, dict[str, str]]:
    """The groups of kamus/ejaan.yaml, read line by line: loading a YAML reader costs more than all the rest."""
    path = resources.rules_folder() / "kamus" / "ejaan.yaml"
    groups: dict[str, dict[str, str]] = {}
    current: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.rstrip()
        if group := _GROUP.match(line):
            current = groups.setdefault(group[1], {})
        elif pair := _PAIR.match(line):
            current[pair[1]] = pair[2]
    return groups


Pairs = tuple[tuple[str, str], ...]


_Pair = tuple[str, str, tuple[str, ...]]  # wrong, right, and what a text with a form of it holds


@cache
def _pairs(groups: tuple[str, ...], pairs: Pairs) -> tuple[tuple[_Pair, ...], dict[str, list[int]]]:
    """The pairs of some groups, and their places by the word under which one of their forms is looked up."""
    known = spelling_groups()
    chosen = {wrong: right for group in groups for wrong, right in known.get(group, {}).items()} | dict(pairs)
    found = tuple((wrong, right, _needles(wrong, right)) for wrong, right in chosen.items())
    places: dict[str, list[int]] = {}
    for at, (_, _, needles) in enumerate(found):
        for needle in needles:
            places.setdefault(longest_word(needle), []).append(at)
    return found, places


def _needles(wrong: str, right: str) -> tuple[str, ...]:
    joined = " " in right and right.replace(" ", "") == wrong.replace("-", "")
    return (wrong, right.replace(" ", "-")) if joined else (wrong,)


@lru_cache(maxsize=64)
def _speller(pairs: Pairs) -> Speller:
    return compile_pairs(dict(pairs))


@function("misspelling", Spelling, values=("wrong", "right"))
def misspelling(agreement: Agreement, options: Spelling) -> Iterator[Hit]:
    """Words that are written wrong, with the right form as a fix."""
    hits = islice(_hits(agreement, options), MOST_PLACES)
    yield from gathered(hits) if options.together else hits


def _hits(agreement: Agreement, options: Spelling) -> Iterator[Hit]:
    seen = glance(agreement)
    groups = options.groups if is_scan(agreement) else options.groups + options.typed
    pairs, by_word = _pairs(groups, tuple(sorted(options.pairs.items())))
    near = seen.present(by_word)
    places = sorted({at for group in near for at in group}) if near is not None else range(len(pairs))
    possible = [pairs[at] for at in places if any(seen.holds(needle) for needle in pairs[at][2])]
    if not possible:
        return
    speller = _speller(tuple((wrong, right) for wrong, right, _ in possible))
    needles = tuple(needle for _, _, forms in possible for needle in forms)
    units = _unit_pattern(options.units + options.names)
    for at in seen.holding(needles):
        provision = agreement.provisions[at]
        if provision.name in ("nomor", "dasar hukum"):
            continue
        if units is not None and provision.name == "tanda tangan":  # names of offices and people
            continue
        if agreement.language != "id" and is_english(seen.parts[at]):
            continue
        yield from _in_provision(agreement, provision, speller, units)


def _in_provision(
    agreement: Agreement, provision: Provision, speller: Speller, units: re.Pattern[str] | None
) -> Iterator[Hit]:
    for found in speller.find(provision.text):
        if provision.name != "judul" and _in_quotation(provision.text, found.start, found.end):
            continue
        if in_title(provision, found.start, found.end) or _names_unit(provision.text, found, units):
            continue
        spot = spot_of(agreement, provision, found.start, found.end)
        if not read_surely(agreement, spot):
            continue
        values: dict[str, str | int] = {
            "wrong": " ".join(found.original.lower().split()),
            "right": found.replacement.lower(),
        }
        fix = None if is_scan(agreement) else Fix(found.original, found.replacement)
        yield Hit(spot, values, fix=fix, confidence=on_scan(agreement, "medium"))


_QUOTATION = lazy(r"“[^“”]{0,2000}”|\"[^\"]{0,2000}\"|‘[^‘’]{0,2000}’|«[^«»]{0,2000}»")


@lru_cache(maxsize=16)
def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    """The spans between quotation marks, marks included, in their order."""
    if not any(mark in text for mark in '“"‘«'):
        return ()
    return tuple(match.span() for match in _QUOTATION.finditer(text))


def quoted_around(text: str, place: int) -> tuple[int, int] | None:
    """The span of the quotation that a place stands in, marks included."""
    spans = _quotations(text)
    at = bisect_right(spans, (place, len(text))) - 1
    return spans[at] if at >= 0 and spans[at][0] < place < spans[at][1] else None


_NEAR = 400  # letters before and behind a word in which its sentence is looked for


def sentence_near(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence that holds the span, looked for in its neighbourhood only."""
    low = max(0, start - _NEAR)
    first, last = sentence_at(text[low : end + _NEAR], start - low, end - low)
    return low + first, low + last


def _in_quotation(text: str, start: int, end: int) -> bool:
    """Whether a word is quoted together with others; a single word in quotation marks is a term of the text itself."""
    span = quoted_around(text, start)
    return span is not None and span[1] - span[0] > end - start + 2


def is_english(text: str) -> bool:
    """Whether a text in small letters is English, in an agreement of two languages."""
    return sum(f" {word} " in text for word in ("the", "of", "and", "shall", "to", "this")) >= 2


# ------------------------------------------------------------------ what is quoted without quotation marks

_CITES = lazy(
    r"\b(?:undang-undang|peraturan|keputusan|instruksi|surat edaran|surat|permen\w{0,12}|perpres|qanun|"
    r"nota kesepahaman|nota kesepakatan|kesepakatan bersama|perjanjian|mou|memorandum|naskah|adendum|addendum)\b",
    re.IGNORECASE,
)
_ABOUT = lazy(r"\btentang\b", re.IGNORECASE)
_TITLE_ENDS = lazy(r"[;.\n]|\b(?:dengan ketentuan|yang telah|yang ditandatangani|sebagaimana)\b", re.IGNORECASE)
_NUMBERED = lazy(r"[^.;\n]{0,30}?\b(?:nomor|no)\b[ .:]", re.IGNORECASE)
_LONGEST_TITLE = 250
_LONGEST_KIND = 60


def in_title(provision: Provision, start: int, end: int) -> bool:
    """Whether the word at these offsets is part of the title of a law or of another document that the text cites."""
    if provision.name == "judul":
        return False
    text = provision.text
    begin = max(0, start - _LONGEST_TITLE)
    about = list(_ABOUT.finditer(text, begin, start))
    if about and not _TITLE_ENDS.search(text, about[-1].end(), start):
        return bool(_CITES.search(text, max(0, about[-1].start() - _LONGEST_TITLE), about[-1].start()))
    named = _CITES.search(text, max(0, start - _LONGEST_KIND), end)  # "Perjanjian Kerjasama Nomor …"
    return named is not None and bool(_NUMBERED.match(text, end))


@cache
def _unit_pattern(units: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{'|'.join(units)})\b(?P<between>[^.;:\n]{{0,80}})\Z", re.IGNORECASE) if units else None


def _names_unit(text: str, found: SpellingHit, units: re.Pattern[str] | None) -> bool:
    """Whether the word is part of the name of an office or unit: "Biro Perencanaan dan Kerjasama"."""
    if units is None or not found.original[:1].isupper():
        return False
    match = units.search(text[max(0, found.start - 100) : found.start])
    if match is None:
        return False
    words = re.findall(r"[^\W\d_]+", match["between"])
    if any(word.lower() in ("tentang", "dengan", "antara") for word in words):
        return False
    return all(word[:1].isupper() or word in ("dan", "bidang", "urusan") for word in words)
