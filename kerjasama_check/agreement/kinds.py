"""The kind of an agreement from its title.

The title decides, never the file name and never a later mention: of the lines of a title block the first one that
reads as the name of a document is taken. Names and their kinds follow the table of the output contract.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kerjasama_check.agreement.fuzzy import fold, heal
from kerjasama_check.agreement.kind_words import (
    ACCORD,
    ADDENDUM,
    CONTRACT,
    COOPERATION,
    EVIDENCE,
    JOINT_ACCORD,
    LETTER_MARKS,
    MEMORANDUM,
    NOT_BEFORE_A_TITLE,
    OTHER_DOCUMENTS,
    PATTERNS,
    PLAIN,
    REASONS,
    RUNNING_TEXT,
    THING,
    UNDERSTANDING,
    VOCABULARY,
    WORK,
)
from kerjasama_check.agreement.letters import mostly_capitals
from kerjasama_check.agreement.phrases import framed
from kerjasama_check.indonesian.lazy import lazy

__all__ = ["REASONS", "KindMatch", "Likeness", "agreement_likeness", "kind_by_own_name", "kind_of"]

_compiled = cache(re.compile)
_STEMS = tuple(dict.fromkeys(stem for _, stems, _ in PATTERNS for stem in stems))
_MAX_WORDS = 24
_REACH = 16  # lines, from the kind line on, of which it is told
_MAX_NOISE = 4
_LETTER_SPACED = 11  # letters of one word, from which it may be several whose gaps were closed


@dataclass(frozen=True, slots=True)
class KindMatch:
    """The kind line. first, last: indices of the lines that make it (inclusive); text: those lines on one."""

    kind: str
    first: int
    last: int
    text: str


def kind_of(lines: Sequence[str]) -> KindMatch | None:
    """The kind line among the lines of a title block (or the first lines of a document), None if there is none.

    A kind that stands on two or three lines ("PERJANJIAN" / "KERJA SAMA") is joined; a little noise before it on its
    line (letters of a logo) is passed over. The name of another document that comes first ends the search.
    """
    folded: list[str] = []
    for index, line in enumerate(lines):
        folded += map(_healed, lines[len(folded) : index + _REACH])
        words = folded[index]
        if not words or not _may_be_title(line, words):
            continue
        if _other_document(words):
            return None
        found = _match_at(folded, lines, index)
        if found:
            return found
    return None


@lru_cache(maxsize=512)
def _healed(line: str) -> str:
    """A line as it is compared; the first lines of a document are asked for several times."""
    return heal(fold(line), VOCABULARY) if line.strip() else ""


def _may_be_title(line: str, words: str) -> bool:
    """A title line is short, and in capitals or in title case without the words of running text."""
    if line.rstrip().endswith((";", ",")):
        return False
    if words.count(" ") >= _MAX_WORDS:  # the whole block on one line
        return line.isupper() and " ANTARA " in words and " TENTANG " in words
    if mostly_capitals(line, 0.7):
        return True
    if words.count(" ") >= 10:
        return False
    first = next(filter(str.isalpha, line), "")
    return first == first.upper() and not RUNNING_TEXT.search(words)


def _other_document(words: str) -> str | None:
    """The key of another document whose name a folded line begins with, also letter-spaced without a wider gap."""
    if " " in words or len(words) < _LETTER_SPACED:
        return next((key for key, phrases in OTHER_DOCUMENTS if phrases.start(words)), None)
    return next((key for key, phrases in OTHER_DOCUMENTS if phrases.start_closed(words)), None)


def _match_at(folded: Sequence[str], lines: Sequence[str], index: int) -> KindMatch | None:
    following = [i for i in range(index + 1, min(index + 4, len(folded))) if folded[i]][:2]
    words = folded[index].split(" ")
    joined = " ".join([folded[index], *(folded[i] for i in following)])
    patterns = _possible(joined)
    if not patterns:
        return None
    for skip in range(min(len(words), _MAX_NOISE + 1)):
        if skip and words[skip - 1] in NOT_BEFORE_A_TITLE:
            return None
        start = len(" ".join(words[:skip])) + (1 if skip else 0)
        for kind, wording in patterns:
            pattern = _compiled(f"(?:{wording.replace(' ', ' ?')})")
            match = pattern.match(folded[index], start)
            if not match and not wording.startswith("(?:[A-Z]+"):  # free words would take in any line above
                match = pattern.match(joined, start)
            if match and not _is_noise_hit(kind, skip, lines[index]):
                last = _last_line(folded, index, following, match.end())
                real = _plain_agreement(folded, index) if kind == PLAIN else kind
                return KindMatch(real, index, last, " ".join(" ".join(lines[index : last + 1]).split()))
    return None


def _possible(joined: str) -> list[tuple[str, str]]:
    """The patterns that a line may match, by the words that they cannot match without."""
    here = {stem for stem in _STEMS if stem in joined}
    return [(kind, pattern) for kind, stems, pattern in PATTERNS if not here.isdisjoint(stems)] if here else []


def _is_noise_hit(kind: str, skip: int, line: str) -> bool:
    """After noise only a clear name in capitals counts: no "(PKS)", "KERJA SAMA" or "PERJANJIAN" inside a line."""
    if not skip:
        return False
    capitals = mostly_capitals(line, 0.6)
    in_title_case = skip == 1 and kind == MEMORANDUM and len(line.split()) <= 5
    return not (capitals or in_title_case) or kind in (PLAIN, ADDENDUM)


def _last_line(folded: Sequence[str], index: int, following: Sequence[int], end: int) -> int:
    """The line in which the match ends, and a line behind it that only repeats the kind in brackets or short form."""
    position, last = len(folded[index]), index
    for i in following:
        if end <= position:
            break
        last, position = i, position + 1 + len(folded[i])
    behind = next((i for i in following if i > last), None)
    if behind is not None and re.fullmatch(r"PKS|MOU|MOA|SPK|KONTRAK|BERSAMA|MEMORANDUM OF \w+", folded[behind]):
        return behind
    return last


def _plain_agreement(folded: Sequence[str], index: int) -> str:
    """A title of the one word "Perjanjian": what the rest of the block speaks of."""
    rest = " ".join(folded[index : index + 14])
    return COOPERATION if re.search(WORK, rest) and not re.search(rf"\b(?:{THING})", rest) else CONTRACT


_OWN_NAMES = (
    (ADDENDUM, r"ADD?ENDUM|AM[AE]NDEMEN"),
    (MEMORANDUM, r"MEMORANDUM(?: OF UNDERSTANDING)?|MOU"),
    (UNDERSTANDING, r"NOTA KESEPAHAMAN(?: BERSAMA)?|(?:PIAGAM )?KESEPAHAMAN(?: BERSAMA)?"),
    (JOINT_ACCORD, r"(?:NASKAH |NOTA )?KESEPAKATAN BERSAMA"),
    (ACCORD, r"NOTA KESEPAKATAN"),
    (CONTRACT, r"SURAT PERJANJIAN(?: KERJA ?SAMA)?|KONTRAK|SPK"),
    (COOPERATION, r"(?<!SURAT )PERJANJIAN KERJA ?SAMA|PKS|NASKAH KERJA ?SAMA"),
)


def kind_by_own_name(text: str) -> str | None:
    """The kind by what a text calls itself ("Nota Kesepahaman ini …"), for a title that could not be read.

    None where it does not name itself twice.
    """
    folded = fold(text)
    counts = [
        (sum(1 for _ in re.finditer(rf"\b(?:{name}) (?:INI|THIS)\b|\bTHIS (?:{name})\b", folded)), kind)
        for kind, name in _OWN_NAMES
    ]
    most = max(counts, key=lambda pair: pair[0])
    return most[1] if most[0] > 1 else None


# ---------------------------------------------------------------------------------------------------------------------
# Agreement or not


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether a document is an agreement. score 0–1, how much speaks for it; reason: a key of REASONS, why (not)."""

    is_agreement: bool
    score: float
    reason: str


_LABEL = r"[^.;]{0,60}?[\"“”'(]?\s*([Pp](?:ihak|IHAK)\s+\w+|[A-Z][A-Z .&-]{1,40})"
# It begins with plain letters, so that it is found fast.
_DEFINED = lazy(r"sebut(?:(?<=[Dd]isebut)|(?<=[Dd]i\ssebut))(?:kan)?\b" + _LABEL)
_DEFINED_ENGLISH = lazy(r"(?:[Hh]ereinafter|[Rr]eferred\s+to\s+as)\b" + _LABEL)
_PARTY = lazy(r"pihak\s+(pertama|kesatu|kedua|ketiga|i{1,3}\b|[123]\b)")  # in small letters
_ARTICLE = lazy(r"^\W{0,3}(?:pasal|article)\s+(?:\d{1,2}|[IVXL]{1,6})\b", re.IGNORECASE | re.MULTILINE)
_ENOUGH_WITH_TITLE, _ENOUGH_ALONE, _MOST = 1.0, 5.0, 8.0
_SHORT = 60  # words


def agreement_likeness(lines: Sequence[str], text: str) -> Likeness:
    """Whether a text is an agreement of two or more parties; `lines` are its first ones, `text` is all of it.

    The title weighs most: the name of another document settles it. Without a title much more must speak for it.
    """
    found = kind_of(lines)
    evidence, binding = _evidence(text)
    score = min(1.0, (evidence + (3.0 if found else 0.0)) / (_MOST + 3.0))
    other = _named_otherwise(lines, found)
    if other:
        return Likeness(False, min(score, 0.4), other)
    if len(text.split(maxsplit=_SHORT)) < _SHORT:
        return Likeness(False, score, "too-short")
    # Papers on the law of agreements use all its words, but they define no parties.
    if evidence >= _ENOUGH_WITH_TITLE if found else evidence >= _ENOUGH_ALONE and binding:
        return Likeness(True, score, "agreement")
    return Likeness(False, score, "no-parties" if found else "no-agreement-title")


def _named_otherwise(lines: Sequence[str], found: KindMatch | None) -> str | None:
    """The key of what the document calls itself, or that it opens as a letter, before any title of an agreement."""
    marks: set[int] = set()
    for line in lines[: found.first if found else 60]:
        words = fold(line)
        if not words:
            continue
        if _may_be_title(line, words) and (key := _other_document(_healed(line))):
            return "letter" if key == "minutes" and marks else key
        marks.update(i for i, mark in enumerate(LETTER_MARKS) if mark.start(words))
        if 0 in marks or len(marks) > 1:
            return "letter"
    return None


def _evidence(text: str) -> tuple[float, bool]:
    """How much speaks for an agreement, and whether two parties or more are defined."""
    plain = text.isprintable() and "  " not in text  # white space is single blanks
    squeezed = framed(text.upper() if plain else " ".join(text.upper().split()))
    weight = sum([points for points, phrases in EVIDENCE if phrases.found_in_framed(squeezed)])
    labels = {" ".join(name.lower().split()) for name in _defined(text)} - {"para pihak", "pihak"}
    numbered = len({match[1] for match in _PARTY.finditer(text.lower())})
    weight += 1.5 if len(labels) > 1 else 1.0 if numbered > 1 else 0.0
    weight += 1.5 if "\n" in text and sum(1 for _ in _ARTICLE.finditer(text)) > 2 else 0.0
    return weight, len(labels) > 1 or numbered > 1


def _defined(text: str) -> list[str]:
    """What stands behind "disebut" and "hereinafter": labels of parties and other short names."""
    names = _DEFINED.findall(text)
    return [*names, *_DEFINED_ENGLISH.findall(text)] if "ereinafter" in text or "eferred" in text else names
