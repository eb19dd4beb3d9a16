"""What the rules on money share: the commitments of an agreement, and whose money a party spends."""

from __future__ import annotations

import re
from functools import lru_cache

from kerjasama_check.agreement.commitments import find_commitments
from kerjasama_check.agreement.model import Agreement, Commitment, Party
from kerjasama_check.checking.findings import Spot
from kerjasama_check.checking.glance import glance
from kerjasama_check.checking.text import spot_block
from kerjasama_check.indonesian.lazy import lazy

PAYMENTS = frozenset({"pembayaran", "honorarium", "sewa", "upah-premi"})
PUBLIC = frozenset({"pusat", "daerah"})
_DEFERRED = lazy(
    r"\b(?:diatur|ditentukan|ditetapkan|dituangkan|disepakati|dibicarakan|dibahas|dirinci|dijabarkan|diusahakan)\b|\bkesepakatan\b",
    re.IGNORECASE,
)


class _Held:
    """An agreement as a cache key: equal only to itself, so that trees are never compared."""

    __slots__ = ("value",)

    def __init__(self, value: Agreement) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.value is other.value


@lru_cache(maxsize=4)
def _found(held: _Held) -> tuple[Commitment, ...]:
    return find_commitments(held.value)


@lru_cache(maxsize=4)
def _body(held: _Held) -> str:
    seen = glance(held.value)
    parts = zip(seen.parts, seen.provisions, strict=True)
    return " ".join(part for part, provision in parts if provision.article is not None and not provision.heading)


def commitments(agreement: Agreement) -> tuple[Commitment, ...]:
    """The rows of the agreement, found once if it does not carry them."""
    return agreement.commitments if agreement.commitments is not None else _found(_Held(agreement))


def body_text(agreement: Agreement) -> str:
    """The folded text of the articles."""
    return _body(_Held(agreement))


def party_of(agreement: Agreement, label: str) -> Party | None:
    return next((party for party in agreement.parties if party.label == label), None)


def is_public(party: Party | None) -> bool:
    """It spends the money of the state or of a region."""
    return party is not None and party.sector in PUBLIC


def in_financing(agreement: Agreement, row: Commitment) -> bool:
    """A row of the financing clause, or of a sentence that does its work elsewhere."""
    article = agreement.articles[row.article] if row.article is not None else None
    return row.category == "umum" or (article is not None and article.clauses[:1] == ("pembiayaan",))


def deferred(row: Commitment) -> bool:
    """It leaves the costs to a later agreement."""
    return not row.payers and _DEFERRED.search(row.quote) is not None


def spot_of_row(agreement: Agreement, row: Commitment) -> Spot:
    """The sentence that a row was read from."""
    text = agreement.document.blocks[row.block].text if row.block < len(agreement.document.blocks) else ""
    quote = row.quote.rstrip("…")
    at = text.find(quote)
    if at >= 0:
        spot = spot_block(agreement, row.block, at, at + len(quote))
        return Spot(row.provision, spot.block, spot.quote, spot.start, spot.end)
    return Spot(row.provision, row.block, quote[:240])
