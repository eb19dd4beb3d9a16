"""Helpers for rule functions: walking over provisions and naming places."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.checking.findings import Spot
from kerjasama_check.checking.glance import Stemmed, glance, is_annex, lowered, per_agreement
from kerjasama_check.indonesian.lazy import lazy

__all__ = [
    "all_text",
    "body",
    "fold",
    "is_annex",
    "only_as_written",
    "per_agreement",
    "possible",
    "said",
    "search",
    "sentence_at",
    "spot_block",
    "spot_of",
    "spot_whole",
]

_LONGEST_QUOTE = 240
_LONGEST_LABEL = 3
# A sentence ends at . ; ! ? or a line break, but not after an abbreviation, a figure or a single letter.
# The mark comes first in the pattern, so that it is looked for without trying every place.
_SENTENCE_END = lazy(r"[.;!?\n](?:(?<=\n)|(?=\s|$)(?<![\d\s.][A-Za-z].)(?<!\bNo.)(?<!\bDr.)(?<!\bProf.)(?<!\bJl.))")


def fold(text: str) -> str:
    """Lower case, every run of blanks one blank."""
    return " ".join(text.split()).casefold()


def spot_block(agreement: Agreement, block: int, start: int | None = None, end: int | None = None) -> Spot:
    """A place in a block; offsets in its text, without them its first sentence is quoted."""
    text = agreement.document.blocks[block].text
    name = _names(agreement).get(block)
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


def body(agreement: Agreement, holding: Stemmed | None = None) -> Iterator[Provision]:
    """The provisions of the articles, heading lines left out. holding: only those that this pattern may match."""
    return (p for p in possible(agreement, holding) if p.article is not None and not p.heading)


def possible(agreement: Agreement, pattern: re.Pattern[str] | Stemmed | None) -> Iterable[Provision]:
    """The provisions that a pattern may match, as far as its stems tell."""
    return glance(agreement).with_one_of(pattern.stems) if isinstance(pattern, Stemmed) else agreement.provisions


def search(
    agreement: Agreement,
    pattern: re.Pattern[str] | Stemmed,
    *,
    names: Collection[str] | None = None,
    headings: bool = False,
    annexes: bool = True,
) -> Iterator[tuple[Provision, re.Match[str]]]:
    """All matches in the provisions, in the order of the text. names: only provisions with these names."""
    for provision in possible(agreement, pattern):
        if (provision.heading and not headings) or (names is not None and provision.name not in names):
            continue
        if not annexes and is_annex(provision.name):
            continue
        for match in pattern.finditer(provision.text):
            yield provision, match


@per_agreement
def _names(agreement: Agreement) -> dict[int, str]:
    """The name of the provision of every block, the first one where several hold it."""
    return {block: p.name for p in reversed(agreement.provisions) for block in p.blocks}


@lru_cache(maxsize=64)
def _begin_apart(labels: tuple[str, ...]) -> bool:
    """Whether labels can be told apart by counting: each holds "pihak", and none begins like another."""
    if not all("pihak" in label.lower() for label in labels):
        return False
    return not any(label != other and other.startswith(label) for label in labels for other in labels)


def only_as_written(text: str, small: str, labels: tuple[str, ...]) -> bool:
    """Whether every "pihak" of a text stands in one of the labels as they are written. small: its small letters.

    Counting is much quicker than looking at each; where one label begins like another it would count twice.
    """
    if not _begin_apart(labels):
        return False
    return small.count("pihak") == sum(map(text.count, labels))


def said(agreement: Agreement, pattern: Stemmed) -> bool:
    """Whether a pattern for small letters matches anywhere but in annexes and signatures, within one provision."""
    seen = glance(agreement)
    for at in seen.holding(pattern.stems) if pattern.stems else range(len(seen.parts)):
        if not seen.annexes[at] and seen.provisions[at].name != "tanda tangan" and pattern.found_in(seen.parts[at]):
            return True
    blocks = agreement.document.blocks
    return any(pattern.found_in(lowered(blocks[index].text)) for index in agreement.unplaced)


@per_agreement
def all_text(agreement: Agreement) -> str:
    """The folded text of everything but annexes and signatures, to see whether a thing is said anywhere at all."""
    blocks = agreement.document.blocks
    parts = glance(agreement).said(annexes=False)
    return " ".join([*parts, *(lowered(blocks[index].text) for index in agreement.unplaced)])
