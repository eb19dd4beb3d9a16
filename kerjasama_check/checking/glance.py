"""The text of an agreement in small letters, for a first look: whether a word can be in it at all, and where.

Testing plain substrings in one long text is far quicker than a pattern, so that a rule whose words do not occur
costs next to nothing. The view is made once per agreement and shared by all rules.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, wraps
from typing import TypeVar

from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.agreement.stems import alternatives, needs_of, stems_of
from kerjasama_check.checking.lexicon import LEXICON, RUN

R = TypeVar("R")
_BETWEEN = " \n "
MOST_TEXTS = 20_000  # provisions whose readings are kept: an agreement of 1,000 pages has fewer


@lru_cache(maxsize=4096)
def is_annex(name: str) -> bool:
    return name.casefold().startswith("lampiran")


class Glance:
    """The provisions of an agreement as small letters with blanks collapsed."""

    def __init__(self, provisions: Sequence[Provision]) -> None:
        self.provisions = provisions
        self.parts = tuple(lowered(provision.text) for provision in provisions)
        self._asked: dict[str, list[int]] = {}
        self._holding: dict[tuple[str, ...], tuple[int, ...]] = {}

    @cached_property
    def annexes(self) -> tuple[bool, ...]:
        """Of every provision, whether it belongs to an annex."""
        return tuple(p.article is None and is_annex(p.name) for p in self.provisions)

    @cached_property
    def whole(self) -> str:
        """All parts as one text."""
        return _BETWEEN.join(self.parts)

    @cached_property
    def own(self) -> str:
        """All parts but those of annexes as one text."""
        return _BETWEEN.join(part for part, annex in zip(self.parts, self.annexes, strict=True) if not annex)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """What stands between blanks, each piece once, with the parts that hold it in their order."""
        places: dict[str, list[int]] = {}
        for at, part in enumerate(self.parts):
            for piece in set(part.split(" ")):
                known = places.get(piece)
                if known is None:
                    places[piece] = [at]
                else:
                    known.append(at)
        return places

    @cached_property
    def _runs(self) -> dict[str, str | list[str]]:
        """Every run of so many letters with the pieces that hold it: mostly one, which needs no list."""
        runs: dict[str, str | list[str]] = {}
        for piece in self._places:
            for at in range(len(piece) - RUN + 1):
                run = piece[at : at + RUN]
                known = runs.get(run)
                if known is None:
                    runs[run] = piece
                elif isinstance(known, list):
                    known.append(piece)
                else:
                    runs[run] = [known, piece]
        return runs

    @cached_property
    def _sought(self) -> frozenset[str]:
        """The words looked for that are known beforehand."""
        return frozenset(LEXICON.sought)

    @cached_property
    def _present(self) -> dict[str, list[int]]:
        """Those of them that stand in the text, with the parts that hold them, in any order and perhaps twice."""
        _ = self._sought  # first, so that nothing is taken for known that is learnt in between
        present: dict[str, list[int]] = {}
        inside = LEXICON.inside
        for piece, places in self._places.items():
            for word in inside(piece):
                known = present.get(word)
                if known is None:
                    present[word] = places.copy()
                else:
                    known += places
        return present

    def _with_word(self, word: str) -> Sequence[int]:
        """The parts that hold a word, in any order and perhaps more than once."""
        present = self._present
        if word in self._sought:
            return present.get(word, ())
        known = self._asked.get(word)
        if known is None:
            pieces = self._pieces_like(word)
            known = self._asked[word] = [at for piece in pieces if word in piece for at in self._places[piece]]
            LEXICON.ask((word,))
        return known

    def _parts_with(self, stem: str) -> Sequence[int]:
        """The parts that hold a stem, in any order and perhaps more than once."""
        word = longest_word(stem)
        found = self._with_word(word)
        return found if word is stem or not found else [at for at in found if stem in self.parts[at]]

    def holds(self, stem: str) -> bool:
        """Whether a stem stands anywhere in the text."""
        return bool(self._parts_with(stem))

    def _pieces_like(self, word: str) -> Iterable[str]:
        """The pieces that may hold a word."""
        if len(word) >= RUN:
            found = self._runs.get(word[:RUN], ())
            return (found,) if isinstance(found, str) else found
        return self._places if word in self.pieces else ()

    @cached_property
    def pieces(self) -> str:
        """Every piece that stands between blanks, once."""
        return " ".join(self._places)

    def holding(self, stems: tuple[str, ...]) -> tuple[int, ...]:
        """The indices of the provisions that hold one of the stems, in their order."""
        known = self._holding.get(stems)
        if known is None:
            known = self._holding[stems] = tuple(sorted({at for stem in stems for at in self._parts_with(stem)}))
        return known

    def said(self, *, annexes: bool) -> list[str]:
        """The parts but for the signatures."""
        return [
            part
            for part, provision, annex in zip(self.parts, self.provisions, self.annexes, strict=True)
            if provision.name != "tanda tangan" and (annexes or not annex)
        ]

    def fulfilling(self, pattern: str) -> frozenset[int]:
        """The provisions that hold all the words without which a pattern cannot match: for patterns that are slow."""
        needs = needs_of(pattern)
        if not needs:
            return frozenset(range(len(self.parts)))
        found: set[int] = set()
        for groups in needs:
            held = set(self.holding(groups[0]))
            for group in groups[1:]:
                if held:
                    held.intersection_update(self.holding(group))
            found |= held
        return frozenset(found)

    def present(self, words: Mapping[str, R]) -> list[R] | None:
        """What stands under those words that the text holds; None where some were never looked for before."""
        present = self._present
        if not words.keys() <= self._sought:
            return None
        return [words[word] for word in words.keys() & present.keys()]

    def with_one_of(self, stems: tuple[str, ...]) -> Iterable[Provision]:
        """The provisions that hold one of the stems; all of them where there are no stems."""
        return (self.provisions[at] for at in self.holding(stems)) if stems else self.provisions


@lru_cache(maxsize=8192)
def longest_word(stem: str) -> str:
    """The longest word of a stem of several words, else the stem itself."""
    return max(stem.split(), key=len, default="") if " " in stem else stem


class Stemmed:
    """A pattern that is compiled when it is first needed, and what tells quickly where it cannot match.

    stems: in small letters with single blanks; one of them stands in every text that the pattern matches.
    """

    def __init__(self, stems: Iterable[str], pattern: str, flags: re.RegexFlag = re.IGNORECASE) -> None:
        self.stems = tuple(stems)
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    @cached_property
    def _capitals(self) -> bool:
        """Whether the pattern asks for capitals, so that it says nothing of a text in small letters."""
        return any(c.isupper() for c in _ESCAPE.sub("", self.pattern))

    @cached_property
    def _small(self) -> re.Pattern[str]:
        """For texts in small letters, where ignoring case only costs time."""
        return self.compiled if self._capitals else re.compile(self.pattern, self.flags & ~re.IGNORECASE)

    @cached_property
    def _core(self) -> re.Pattern[str] | None:
        """The pattern for small letters without the edge that its alternatives begin with: then only places are
        tried that have one of their first letters. It matches no later than the pattern. None where it is no other."""
        parts = [(part, _EDGE.match(part)) for part in alternatives(self.pattern)]
        if self._capitals or not all(edge for _, edge in parts):
            return None
        bare = "|".join(part[edge.end() :] for part, edge in parts if edge)
        return re.compile(bare, self.flags & ~re.IGNORECASE)

    def found_in(self, small: str) -> re.Match[str] | None:
        """The first match in a text in small letters with single blanks."""
        if self.stems:
            for stem in self.stems:
                if stem in small:
                    break
            else:
                return None
        core = self._core
        if core is None:
            return self._small.search(small)
        match = core.search(small)
        return None if match is None else self._small.search(small, match.start())

    @cached_property
    def _gate(self) -> re.Pattern[str] | None:
        """What tells from the small letters of any text where the first match may begin."""
        return self._core if self.flags & re.IGNORECASE else None

    def _first(self, text: str, start: int, end: int) -> int:
        """Where the first match may begin, -1 where there is none for sure."""
        core = self._gate
        if core is None:
            return start
        small = text.lower()
        if len(small) != len(text):
            return start
        match = core.search(small, start, end)
        return -1 if match is None else match.start()

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        first = self._first(text, start, end)
        return None if first < 0 else self.compiled.search(text, first, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        core = self._gate
        small = text.lower() if core is not None else ""
        if core is None or len(small) != len(text):
            return self.compiled.finditer(text, start, end)
        return self._found(core, small, text, start, end)

    def _found(self, core: re.Pattern[str], small: str, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches, each tried where the core has one: the core matches no later than the pattern."""
        candidate = core.search(small, start, end)
        while candidate is not None:
            at = candidate.start()
            match = self.compiled.match(text, at, end)
            if match is None:
                start = at + 1
            else:
                yield match
                start = match.end() + (match.end() == at)
            candidate = core.search(small, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.compiled.match(text, start, end)


_ESCAPE = re.compile(r"\\.|\(\?P<")
_EDGE = re.compile(r"\\b|\(\?<!(?:\\.|\[[^\]]*\]|[^()\[\]\\])*\)")  # what says only what must not stand before


@lru_cache(maxsize=1024)
def worded(pattern: str, flags: re.RegexFlag = re.IGNORECASE) -> Stemmed:
    """A pattern of a rule file, its stems read off itself."""
    return Stemmed(stems_of(pattern), pattern, flags)


class Same:
    """An agreement as the key of a cache: equal only to itself, so that trees are never compared."""

    __slots__ = ("agreement",)

    def __init__(self, agreement: Agreement) -> None:
        self.agreement = agreement

    def __hash__(self) -> int:
        return id(self.agreement)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.agreement is other.agreement


def per_agreement(call: Callable[[Agreement], R]) -> Callable[[Agreement], R]:
    """Keeps the answer for the agreement at hand, for what several rules ask of it. The answer may not be changed."""

    @lru_cache(maxsize=2)
    def kept(key: Same) -> R:
        return call(key.agreement)

    @wraps(call)
    def ask(agreement: Agreement) -> R:
        return kept(Same(agreement))

    return ask


@per_agreement
def glance(agreement: Agreement) -> Glance:
    """The text of an agreement for a first look, made once."""
    return Glance(agreement.provisions)


def lowered(text: str) -> str:
    """Small letters, every run of blanks one blank, plain hyphens."""
    return " ".join(text.lower().replace("‐", "-").replace("‑", "-").split())
