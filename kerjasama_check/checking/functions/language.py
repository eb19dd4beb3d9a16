"""Spelling, outside of what is quoted: titles of laws and other documents, names of offices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from kerjasama_check import resources
from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.checking.findings import Fix, Hit
from kerjasama_check.checking.functions.gather import MOST_PLACES, gathered
from kerjasama_check.checking.functions.scans import is_scan, on_scan, read_surely
from kerjasama_check.checking.registry import function
from kerjasama_check.checking.text import spot_of
from kerjasama_check.indonesian.spelling import Speller, SpellingHit, compile_pairs

_GROUP = re.compile(r"([a-z-]+):\Z")
_FEW_FORMS = 12
_PAIR = re.compile(r"  ([^:#]+): ([^#]+)\Z")


@dataclass(frozen=True, slots=True)
class Spelling:
    """groups: groups of rules/kamus/ejaan.yaml. pairs: further pairs of wrong and right, in small letters.

    together: all words of the pairs are one fault, shown as one finding. units: words that begin the name of an office
    or a unit, which is not corrected.
    """

    groups: tuple[str, ...] = ()
    pairs: dict[str, str] = field(default_factory=dict)
    together: bool = False
    units: tuple[str, ...] = ()


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


@cache
def _speller(groups: tuple[str, ...], pairs: Pairs) -> Speller:
    return compile_pairs(_all_pairs(groups, pairs))


def _all_pairs(groups: tuple[str, ...], pairs: Pairs) -> dict[str, str]:
    known = spelling_groups()
    return {w: r for group in groups for w, r in known.get(group, {}).items()} | dict(pairs)


@cache
def _glance(groups: tuple[str, ...], pairs: Pairs) -> re.Pattern[str]:
    """What tells quickly that a text may hold one of the wrong forms, with affixes, a hyphen or wide blanks.

    For many forms reading the words is quicker than trying them all, so every text may hold one.
    """
    forms: set[str] = set()
    for wrong, right in _all_pairs(groups, pairs).items():
        joined = " " in right and right.replace(" ", "") == wrong
        form = re.escape(right).replace("\\ ", "[-‐‑]?") if joined else re.escape(wrong).replace("\\ ", r"\s+")
        forms.add(form)
    return re.compile("|".join(sorted(forms)) if len(forms) <= _FEW_FORMS else "", re.IGNORECASE)


@function("misspelling", Spelling, values=("wrong", "right"))
def misspelling(agreement: Agreement, options: Spelling) -> Iterator[Hit]:
    """Words that are written wrong, with the right form as a fix."""
    hits = islice(_hits(agreement, options), MOST_PLACES)
    yield from gathered(hits) if options.together else hits


def _hits(agreement: Agreement, options: Spelling) -> Iterator[Hit]:
    pairs = tuple(sorted(options.pairs.items()))
    speller, glance = _speller(options.groups, pairs), _glance(options.groups, pairs)
    units = _unit_pattern(options.units)
    for provision in agreement.provisions:
        if provision.name in ("nomor", "dasar hukum") or not glance.search(provision.text):
            continue
        for found in speller.find(provision.text, skip_quotes=provision.name != "judul"):
            if _in_title(provision, found) or _names_unit(provision.text, found, units):
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


# ------------------------------------------------------------------ what is quoted without quotation marks

_CITES = re.compile(
    r"\b(?:undang-undang|peraturan|keputusan|instruksi|surat edaran|surat|permen\w{0,12}|perpres|qanun|"
    r"nota kesepahaman|nota kesepakatan|kesepakatan bersama|perjanjian|mou|memorandum|naskah|adendum|addendum)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\btentang\b", re.IGNORECASE)
_TITLE_ENDS = re.compile(r"[;.\n]|\b(?:dengan ketentuan|yang telah|yang ditandatangani|sebagaimana)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"[^.;\n]{0,30}?\b(?:nomor|no)\b[ .:]", re.IGNORECASE)
_LONGEST_TITLE = 250


def _in_title(provision: Provision, found: SpellingHit) -> bool:
    """Whether the word is part of the title of a law or of another document that the text cites."""
    if provision.name == "judul":
        return False
    text = provision.text
    begin = max(0, found.start - _LONGEST_TITLE)
    about = list(_ABOUT.finditer(text, begin, found.start))
    if about and not _TITLE_ENDS.search(text, about[-1].end(), found.start):
        return bool(_CITES.search(text, max(0, about[-1].start() - _LONGEST_TITLE), about[-1].start()))
    return bool(_NUMBERED.match(text, found.end)) and not provision.name.startswith("judul")


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
    return all(word[:1].isupper() or word in ("dan", "bidang", "urusan") for word in words)
