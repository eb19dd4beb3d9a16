"""Fingerprints that survive edits elsewhere in the document: no numbers of articles, no positions."""

from __future__ import annotations

import hashlib

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.findings import Spot
from kerjasama_check.checking.text import fold
from kerjasama_check.indonesian.lazy import lazy

_REFERENCE = lazy(r"\b(pasal|ayat|huruf|angka|bab|lampiran)\s*\(?[0-9ivxlc]*[a-z]?\)?|\((\d{1,2})\)")
_NOT_WORDS = lazy(r"[^\w]+")


def fingerprint(rule: str, variant: str | None, spot: Spot, agreement: Agreement, nth: int = 0) -> str:
    """16 hex digits. nth: 0 for the first finding that is alike in everything, 1 for the next, and so on."""
    parts = [rule, variant or "", _context(spot, agreement), _plain(spot.quote), str(nth)]
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
