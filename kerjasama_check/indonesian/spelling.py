"""Find words that are written wrong, from pairs of wrong and right given as data.

The shape of a pair says how it bends:

- one word for one word ("materai": "meterai") takes prefixes and suffixes: bermaterai, dimateraikan, materainya;
- a joined compound ("kerjasama": "kerja sama") takes ber- or be- and the suffixes that stay outside (-nya, -lah), and
  is found with a hyphen too; with prefix and suffix at once it is joined by rule ("dikerjasamakan") and no fault;
- a joined preposition ("dibawah": "di bawah") takes only -nya: "dibawahi" is a verb;
- a wrong blank ("di sebut": "disebut") is found over any blanks, and with -kan and -nya.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kerjasama_check.indonesian.lazy import lazy

_WORD = lazy(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_PREFIXES = (
    "ber",
    "be",
    "di",
    "ter",
    "me",
    "mem",
    "men",
    "meng",
    "pe",
    "pem",
    "pen",
    "peng",
    "per",
    "se",
    "ke",
    "diper",
)
_SUFFIXES = ("kan", "i", "an", "nya", "lah", "pun", "annya", "kannya")
_OUTER_SUFFIXES = ("nya", "lah", "kah", "pun")
_PREPOSITIONS = ("di ", "ke ", "dari ")
_QUOTES = lazy(r"“[^“”]{0,2000}”|\"[^\"]{0,2000}\"|‘[^‘’]{0,2000}’|«[^«»]{0,2000}»")
_SENTENCE_END = lazy(r"[.:;!?]\s*\Z")


@dataclass(frozen=True, slots=True)
class SpellingHit:
    """A wrong word at text[start:end]. replacement: the right form with the case and affixes of the original."""

    start: int
    end: int
    original: str
    replacement: str


@dataclass(frozen=True, slots=True)
class Speller:
    """Compiled pairs; make one with `compile_pairs`. words: wrong single words; phrases: by their first word."""

    words: Mapping[str, str]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]

    def find(self, text: str, skip_quotes: bool = False) -> list[SpellingHit]:
        """All wrong words of a text, in order and without overlap; skip_quotes leaves out text in quotation marks."""
        quoted = [match.span() for match in _QUOTES.finditer(text)] if skip_quotes else []
        hits = [hit for hit in self._hits(text) if not _inside(hit.start, quoted)]
        out: list[SpellingHit] = []
        for hit in hits:
            if not out or hit.start >= out[-1].end:
                out.append(hit)
        return out

    def _hits(self, text: str) -> Iterator[SpellingHit]:
        tokens = list(_WORD.finditer(text))
        for index, match in enumerate(tokens):
            lower = match[0].lower()
            replacement, end = self.words.get(lower.replace("‐", "-").replace("‑", "-")), match.end()
            if lower in self.phrases:
                found = self._phrase(tokens, index, text)
                if found:
                    replacement, end = found
            if replacement is None or not _stands_alone(text, match.start(), end):
                continue
            original = text[match.start() : end]
            title = _in_a_title(text, match.start())
            yield SpellingHit(match.start(), end, original, keep_case(original, replacement, title))

    def _phrase(self, tokens: list[re.Match[str]], index: int, text: str) -> tuple[str, int] | None:
        for rest, replacement in self.phrases[tokens[index][0].lower()]:
            following = tokens[index + 1 : index + 1 + len(rest)]
            if tuple(match[0].lower() for match in following) != rest:
                continue
            gaps = zip(tokens[index:], following, strict=False)
            if all(text[left.end() : right.start()].isspace() for left, right in gaps):
                return replacement, following[-1].end()
        return None


def compile_pairs(pairs: Mapping[str, str]) -> Speller:
    """Make a Speller from pairs of wrong and right forms, in small letters."""
    words: dict[str, str] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for wrong, right in pairs.items():
        wrong, right = wrong.strip().lower(), right.strip().lower()
        for form, replacement in _forms(wrong, right):
            if form == replacement:
                continue
            first, *rest = form.split()
            if rest:
                phrases.setdefault(first, []).append((tuple(rest), replacement))
            else:
                words.setdefault(form, replacement)
    words.update(
        {wrong.strip().lower(): right.strip().lower() for wrong, right in pairs.items() if " " not in wrong.strip()}
    )
    right_words = {right.strip().lower() for right in pairs.values()}
    return Speller(
        {wrong: right for wrong, right in words.items() if wrong not in right_words},
        {first: tuple(sorted(rest, key=lambda item: -len(item[0]))) for first, rest in phrases.items()},
    )


def _forms(wrong: str, right: str) -> Iterable[tuple[str, str]]:
    """The wrong forms that follow from a pair, each with its right form."""
    yield wrong, right
    if " " in wrong:
        for suffix in ("kan", "nya") if " " not in right else ("nya",):
            yield wrong + suffix, right + suffix
    elif right.startswith(_PREPOSITIONS) and right.replace(" ", "") == wrong:
        yield wrong + "nya", right + "nya"
    elif " " in right and right.replace(" ", "") == wrong.replace("-", ""):
        yield from _compound_forms(wrong, right)
    elif " " not in right and len(wrong) > 3:
        yield from ((prefix + wrong + suffix, _bend(prefix, right) + suffix) for prefix, suffix in _affixes())


def _affixes() -> Iterator[tuple[str, str]]:
    for prefix in ("", *_PREFIXES):
        for suffix in ("", *_SUFFIXES):
            yield prefix, suffix


def _bend(prefix: str, right: str) -> str:
    """Prefix and word; ber- loses its r before another ("berisiko", "bermeterai")."""
    if prefix in ("ber", "be"):
        prefix = "be" if right.startswith("r") else "ber"
    return prefix + right


def _compound_forms(wrong: str, right: str) -> Iterator[tuple[str, str]]:
    hyphened = right.replace(" ", "-")
    for written in (wrong, hyphened):
        yield written, right
        for suffix in _OUTER_SUFFIXES:
            yield written + suffix, right + suffix
        for prefix in ("ber", "be"):
            good = ("be" if right.startswith(("kerja", "r")) else "ber") + right
            yield prefix + written, good
            yield prefix + written + "nya", good + "nya"


def keep_case(original: str, replacement: str, title: bool = False) -> str:
    """The replacement in the case of the original; title: every word of it begins with a capital ("Kerja Sama")."""
    letters = [c for c in original if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return replacement.upper()
    if not letters or not letters[0].isupper():
        return replacement
    parts = re.split(r"[\s-]+", original)
    if replacement.startswith(_PREPOSITIONS):
        title = False
    if title or (len(parts) > 1 and all(part[:1].isupper() for part in parts if part)):
        return re.sub(r"(?<![^\W\d_])[^\W\d_]", lambda match: match[0].upper(), replacement)
    return replacement[0].upper() + replacement[1:]


def _in_a_title(text: str, start: int) -> bool:
    """Whether the word before, in the same sentence, begins with a capital: the word is then part of a name."""
    before = text[max(0, start - 40) : start]
    words = before.split()
    if not words or _SENTENCE_END.search(before):
        return False
    return words[-1].strip("(“\"'‘")[:1].isupper()


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Not inside an address or a name of a file: "kerjasama@…", "www.kerjasama.go.id", "kerjasama_2021"."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:] == "/" and before[:1].isalpha() and _PATH.search(text, *_run(text, start, end)) is None:
        return True  # “perjanjian tambahan/addendum”
    if before[-1:] in tuple("@/_\\#") or (before[-1:] == "." and before[:1].isalnum()):
        return False
    return not (after[:1] in tuple("@_\\") or (after[:1] == "." and after[1:].islower()))


_PATH = lazy(r"[\d@_:#\\]|\.\w")


def _run(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the unbroken run of signs around a word, at most 80 to either side."""
    first = max((text.rfind(blank, max(0, start - 80), start) for blank in " \n\t"), default=-1) + 1
    ends = [at for blank in " \n\t" if (at := text.find(blank, end, end + 80)) >= 0]
    return max(first, start - 80, 0), min(ends, default=min(len(text), end + 80))


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)
