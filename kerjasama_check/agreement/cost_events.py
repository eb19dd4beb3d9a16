"""What a sentence says of costs: who bears, pays or provides what. Each kind of saying has its own reader."""

from __future__ import annotations

from dataclasses import replace

from kerjasama_check.agreement import cost_words as words
from kerjasama_check.agreement.cost_bearing import active, bearing, deferred
from kerjasama_check.agreement.cost_parties import Parties
from kerjasama_check.agreement.cost_paying import payments
from kerjasama_check.agreement.cost_providing import provided, providing
from kerjasama_check.agreement.cost_view import FIGURE, Cost, View
from kerjasama_check.agreement.cost_walk import Sentence
from kerjasama_check.agreement.phrases import InSmall

_INCLUDED = InSmall(r"\b(?:sudah|telah|tidak)\s{1,2}termasuk\b", "termasuk")
_PAYING = (words.PAYS, words.RECEIVES, words.PAID, words.PAYMENT, words.PRICE)
_DONE_BY_PARTY = words.ACTIVE.bit | words.PROVIDES.bit | words.PROVIDED.bit  # means nothing where no party is named


def costs_of(sentence: Sentence, parties: Parties, sayings: int) -> list[Cost]:
    """The costs of a sentence, in its order, one per payer and category. sayings: what `sayings_in` finds in it."""
    view = View(sentence, parties, sayings)
    if sayings & _DONE_BY_PARTY and sentence.heading is None and not view.groups:
        view.sayings &= ~_DONE_BY_PARTY
        if not view.sayings:
            return []
    found: list[Cost] = []
    if view.says(words.BEARING):
        found += bearing(view)
    if view.says(words.ACTIVE):
        found += active(view)
    if not found and _INCLUDED.search(view.small) and not FIGURE.search(view.small):
        return []
    # A sum and its budget in one sentence ("sebesar Rp… yang dibebankan pada …") are one cost.
    if view.says(*_PAYING) and not any(cost.category == "pembayaran" for cost in found):
        found += payments(view, max([cost.end for cost in found], default=-1))
    if not found and view.says(words.FINANCING):
        found += deferred(view)
    for cost in (*providing(view), *provided(view)) if view.says(words.PROVIDES, words.PROVIDED) else ():
        if not any(cost.category == other.category and set(cost.payers) <= set(other.payers) for other in found):
            found.append(cost)
    return _distinct(sorted(found, key=lambda cost: cost.start)) if len(found) > 1 else found


def _distinct(costs: list[Cost]) -> list[Cost]:
    """One row per payer and category in a sentence; what one says and the other leaves out is put together."""
    kept: list[Cost] = []
    for cost in costs:
        for index, other in enumerate(kept):
            if other.category == cost.category and (other.payers == cost.payers or not cost.payers or not other.payers):
                payers = other.payers or cost.payers
                kept[index] = replace(
                    other, payers=payers, source=other.source or cost.source, unsaid=not payers and other.unsaid
                )
                break
        else:
            kept.append(cost)
    return kept
