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
from kerjasama_check.agreement.phrases import in_small
from kerjasama_check.indonesian.lazy import lazy

_INCLUDED = lazy(r"\b(?:sudah|telah|tidak)\s{1,2}termasuk\b")
_DONE_BY_PARTY = words.ACTIVE.bit | words.PROVIDES.bit | words.PROVIDED.bit  # means nothing where no party is named


def costs_of(sentence: Sentence, parties: Parties, stems: words.Stems) -> list[Cost]:
    """The costs of a sentence, in its order, one per payer and category. stems: those that the agreement holds."""
    small = in_small(sentence.text)
    sayings = words.sayings_in(small, stems)
    if not sayings:
        return []
    view = View(sentence, parties, small, sayings)
    if sayings & _DONE_BY_PARTY and sentence.heading is None and not view.groups:
        view.sayings &= ~_DONE_BY_PARTY
    found = [*bearing(view), *active(view)]
    if not found and "termasuk" in small and _INCLUDED.search(small) and not FIGURE.search(small):
        return []
    # A sum and its budget in one sentence ("sebesar Rp… yang dibebankan pada …") are one cost.
    if not any([cost.category == "pembayaran" for cost in found]):
        found += payments(view, max([cost.end for cost in found], default=-1))
    if not found:
        found += deferred(view)
    for cost in (*providing(view), *provided(view)):
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
