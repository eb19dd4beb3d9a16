"""Helpers for rule functions: walking over provisions and naming places."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache, wraps
from typing import TypeVar

from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.checking.findings import Spot

R = TypeVar("R")
_BLANKS = re.compile(r"\s+")
_LONGEST_QUOTE = 240
_LONGEST_LABEL = 3
# A sentence ends at . ; ! ? or a line break, but not after an abbreviation, a figure or a single letter.
_SENTENCE_END = re.compile(r"(?<![\d\s.][A-Za-z])(?<!\bNo)(?<!\bDr)(?<!\bProf)(?<!\bJl)[.;!?](?=\s|$)|\n")


def fold(text: str) -> str:
    """Lower case, every run of blanks one blank."""
    return _BLANKS.sub(" ", text).casefold().strip()


@lru_cache(maxsize=4096)
def is_annex(name: str) -> bool:
    return name.casefold().startswith("lampiran")


def spot_block(agreement: Agreement, block: int, start: int | None = None, end: int | None = None) -> Spot:
    """A place in a block; offsets in its text, without them its first sentence is quoted."""
    text = agreement.document.blocks[block].text
    name = _names(id(agreement), _Held(agreement)).get(block)
    if start is None or end is None:
        first, last = sentence_at(text, 0, 0)
        return Spot(name, block, _shorten(text[first:last]))
    return Spot(name, block, _shorten(text[start:end]), start, end)


def spot_of(agreement: Agreement, provision: Provision, start: int, end: int) -> Spot:
    """A place in a provision; offsets in its text."""
    quote = provision.text[start:end]
    found = _locate(agreement, provision, quote, start)
    if found is None:
        return Spot(provision.name, provision.block, _shorten(quote))
    block, at = found
    return Spot(provision.name, block, _shorten(quote), at, at + len(quote))


def spot_whole(agreement: Agreement, provision: Provision) -> Spot:
    """The provision as a place, its first sentence as the quote."""
    first, last = sentence_at(provision.text, 0, 0)
    return spot_of(agreement, provision, first, last)


def _locate(agreement: Agreement, provision: Provision, quote: str, start: int) -> tuple[int, int] | None:
    """The block and offset of the words at `start` of the provision: the same occurrence, counted from its begin."""
    if not quote:
        return None
    nth = provision.text.count(quote, 0, start)
    last = None
    for block in provision.blocks:
        text = agreement.document.blocks[block].text
        at = text.find(quote)
        while at >= 0:
            last = (block, at)
            if nth == 0:
                return last
            nth -= 1
            at = text.find(quote, at + len(quote))
    return last


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence that holds the span."""
    first = 0
    for stop in _SENTENCE_END.finditer(text):
        if len(text[first : stop.start()].strip()) <= _LONGEST_LABEL and stop.group() != "\n":
            continue  # "a." or "12." is a label, not a sentence
        if stop.end() <= start:
            first = stop.end()
        elif stop.start() >= end and text[first : stop.start()].strip():
            last = stop.end() if stop.group() != "\n" else stop.start()
            break
    else:
        last = len(text)
    while first < last and text[first].isspace():
        first += 1
    return first, last


def _shorten(text: str) -> str:
    text = text.strip()
    if len(text) <= _LONGEST_QUOTE:
        return text
    cut = text.rfind(" ", 0, _LONGEST_QUOTE)
    return text[: cut if cut > 0 else _LONGEST_QUOTE] + "…"


def body(agreement: Agreement) -> Iterator[Provision]:
    """The provisions of the articles, heading lines left out."""
    return (p for p in agreement.provisions if p.article is not None and not p.heading)


def search(
    agreement: Agreement,
    pattern: re.Pattern[str],
    *,
    names: Collection[str] | None = None,
    headings: bool = False,
    annexes: bool = True,
) -> Iterator[tuple[Provision, re.Match[str]]]:
    """All matches in the provisions, in the order of the text. names: only provisions with these names."""
    for provision in agreement.provisions:
        if (provision.heading and not headings) or (names is not None and provision.name not in names):
            continue
        if not annexes and is_annex(provision.name):
            continue
        for match in pattern.finditer(provision.text):
            yield provision, match


@lru_cache(maxsize=8)
def _names(key: int, agreement: _Held) -> dict[int, str]:
    """The name of the provision of every block, the first one where several hold it."""
    return {block: p.name for p in reversed(agreement.value.provisions) for block in p.blocks}


@lru_cache(maxsize=8)
def _all_text(key: int, agreement: _Held) -> str:
    parts = [p.text for p in agreement.value.provisions if p.name != "tanda tangan" and not is_annex(p.name)]
    blocks = agreement.value.document.blocks
    parts += [blocks[index].text for index in agreement.value.unplaced]
    return fold(" ".join(parts))


class _Held:
    """Holds an agreement in a cache key: equal only to itself, so that trees are never compared."""

    __slots__ = ("value",)

    def __init__(self, value: Agreement) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.value is other.value


def per_agreement(call: Callable[[Agreement], R]) -> Callable[[Agreement], R]:
    """Keeps the answer for the agreement at hand, for what several rules ask of it. The answer may not be changed."""

    @lru_cache(maxsize=2)
    def kept(agreement: _Held) -> R:
        return call(agreement.value)

    @wraps(call)
    def ask(agreement: Agreement) -> R:
        return kept(_Held(agreement))

    return ask


def all_text(agreement: Agreement) -> str:
    """The folded text of everything but annexes and signatures, to see whether a thing is said anywhere at all."""
    return _all_text(id(agreement), _Held(agreement))
