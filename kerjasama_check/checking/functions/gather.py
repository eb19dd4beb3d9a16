"""A fault that recurs with other words each time: one hit with all its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from kerjasama_check.checking.findings import Hit

MOST_PLACES = 300  # places of one fault that anyone will look at; what lies beyond is more of the same


def gathered(hits: Iterable[Hit]) -> Iterator[Hit]:
    """One hit per variant: the first with its fix, and the places of the others."""
    first: dict[str | None, Hit] = {}
    for hit in islice(hits, MOST_PLACES):
        known = first.get(hit.variant)
        if known is None:
            first[hit.variant] = replace(hit, sole=True)
        else:
            first[hit.variant] = replace(known, more=(*known.more, hit.spot, *hit.more))
    yield from first.values()
