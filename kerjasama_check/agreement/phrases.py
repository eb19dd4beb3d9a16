"""Lists of plain phrases, looked for in folded text without compiling a pattern: long lists load in a millisecond.

A list is a text of alternatives: "RUMAH SAKIT (TENTARA|BHAYANGKARA)|RSPAD|POL(DA|RES*)". Round brackets hold
alternatives, "?" makes the letter or bracket before it optional, "*" at the end of a phrase lets its last word run on,
"^" and "$" are the two ends of the text. A phrase matches whole words.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cached_property

from kerjasama_check.agreement.stems import stems_of


class Phrases:
    """A list of phrases that is spelled out when it is first asked for."""

    def __init__(self, *lists: str) -> None:
        self._lists = lists

    @cached_property
    def needles(self) -> tuple[str, ...]:
        """The phrases as they are looked for in `framed` text."""
        return tuple(_needle(phrase) for text in self._lists for phrase in expand(text))

    def found_in(self, folded: str) -> bool:
        """Whether one of the phrases stands in a folded text."""
        return self.found_in_framed(framed(folded))

    def found_in_framed(self, text: str) -> bool:
        """The same for a text that was framed before."""
        for needle in self.needles:  # noqa: SIM110 - half the cost of any(…), and it is asked often
            if needle in text:
                return True
        return False

    def start(self, folded: str) -> bool:
        """Whether a folded text begins with one of the phrases."""
        text = f" {folded} $"
        return text.startswith(self.needles)

    def start_closed(self, word: str) -> bool:
        """Whether a word begins with one of the phrases written without its blanks."""
        return any(word.startswith(needle.strip(" ^$").replace(" ", "")) for needle in self.needles)


class Wording:
    """A pattern that is compiled when it is first needed; one of its stems stands in every text that it matches.

    The stems spare most texts the search and most runs the compilation. Text is folded, or at least of one case.
    """

    def __init__(self, stems: tuple[str, ...], pattern: str) -> None:
        self.stems = stems
        self.pattern = pattern

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def may_match(self, text: str) -> bool:
        """Whether one of its stems, if it has any, stands in a text."""
        for stem in self.stems:
            if stem in text:
                return True
        return not self.stems

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first place in a text, from `start` on, that is worded so."""
        return self._compiled.search(text, start) if self.may_match(text) else None


class InSmall:
    """A pattern for text `in_small` letters, compiled when it is first needed.

    A text without any of its stems is not searched: words that the pattern cannot match without, found in it or given.
    """

    def __init__(self, pattern: str, *stems: str) -> None:
        self.pattern = pattern
        self._given = stems

    @cached_property
    def stems(self) -> tuple[str, ...]:
        return self._given or stems_of(self.pattern)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def search(self, small: str, start: int = 0) -> re.Match[str] | None:
        """The first place in a text, from `start` on, that is worded so."""
        for stem in self.stems:
            if stem in small:
                return self._compiled.search(small, start)
        return None if self.stems else self._compiled.search(small, start)


def leftmost(
    first: re.Pattern[str], second: re.Pattern[str], text: str, start: int = 0, end: int = sys.maxsize
) -> Iterator[re.Match[str]]:
    """What `first|second` would find as one pattern: from left to right, at the same place the first."""
    one, two = first.search(text, start, end), second.search(text, start, end)
    while one is not None or two is not None:
        found = one if one is not None and (two is None or one.start() <= two.start()) else two
        assert found is not None
        yield found
        if one is not None and one.start() < found.end():
            one = first.search(text, found.end(), end)
        if two is not None and two.start() < found.end():
            two = second.search(text, found.end(), end)


def framed(folded: str) -> str:
    """A folded text with its two ends marked and a blank on either side of every word."""
    return f"^ {folded} $"


def _needle(phrase: str) -> str:
    start = "" if phrase.startswith("^") else " "
    body = phrase.replace("^", "^ ", 1) if phrase.startswith("^") else phrase
    if body.endswith("*"):
        return start + body[:-1]
    return f"{start}{body[:-1]} $" if body.endswith("$") else f"{start}{body} "


def expand(text: str) -> list[str]:
    """All phrases that a text of alternatives stands for, in its order."""
    if "(" not in text and "?" not in text:
        return text.split("|")
    return [phrase for part in _split(text) for phrase in _spell_out(part)]


def _split(text: str) -> list[str]:
    """The alternatives of the outermost level."""
    parts, depth, start = [], 0, 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]


def _spell_out(part: str) -> list[str]:
    """One alternative, its brackets and optional letters resolved."""
    results, at = [""], 0
    while at < len(part):
        end = _closing(part, at) if part[at] == "(" else at
        choices = expand(part[at + 1 : end]) if end > at else [part[at]]
        if part[end + 1 : end + 2] == "?":
            choices, end = [*choices, ""], end + 1
        results = [result + choice for result in results for choice in choices]
        at = end + 1
    return results


def _closing(part: str, opening: int) -> int:
    depth = 0
    for at in range(opening, len(part)):
        depth += (part[at] == "(") - (part[at] == ")")
        if not depth:
            return at
    raise ValueError(f"no closing bracket: {part}")
