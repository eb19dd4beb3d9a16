"""Fingerprints that survive edits elsewhere in the document: no numbers of articles, no positions.

A finding is known by its rule and variant, the heading of its article and its words. One that stands for all places of
a fault (a misspelling) is known by what the fault is: its first place changes as soon as the fault is mended there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.findings import Spot
from kerjasama_check.checking.text import fold
from kerjasama_check.indonesian.lazy import lazy

_REFERENCE = lazy(r"\b(pasal|ayat|huruf|angka|bab|lampiran)\s*\(?[0-9ivxlc]*[a-z]?\)?|\((\d{1,2})\)")
_NOT_WORDS = lazy(r"[^\w]+")


def fingerprint(
    rule: str,
    variant: str | None,
    spot: Spot,
    agreement: Agreement,
    nth: int = 0,
    values: Mapping[str, str | int] | None = None,
) -> str:
    """16 hex digits. nth: 0 for the first finding that is alike in everything, 1 for the next, and so on.

    values: what a finding is about that stands for all places of a fault ({}: its rule and variant say it); numbers
    among them may change with any edit and do not count.
    """
    if values is None:
        place = [_context(spot, agreement), _plain(spot.quote)]
    else:
        place = [f"{name}={_plain(value)}" for name, value in sorted(values.items()) if isinstance(value, str)]
    parts = [rule, variant or "", *place, str(nth)]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _plain(text: str) -> str:
    return _NOT_WORDS.sub(" ", _REFERENCE.sub(" ", fold(text))).strip()


def _context(spot: Spot, agreement: Agreement) -> str:
    """The heading of the article, or its subject where it has none; elsewhere the name of the part."""
    if spot.provision is None:
        return ""
    if spot.block is not None and spot.provision.startswith("Pasal"):
        for article in agreement.articles:
            if spot.block in article.blocks:
                return _plain(article.heading or "") or article.clauses[0] if article.clauses else ""
    return _plain(spot.provision)
