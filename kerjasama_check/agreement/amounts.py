"""Sums of money that an agreement names, in the order of its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kerjasama_check.agreement.model import Amount, Provision
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.money import MoneySpan, find_money

# "bermeterai Rp10.000", "materai senilai Rp 6.000,-": the value of the duty stamp is no sum of the agreement.
_STAMP_BEFORE = lazy(r"m[ae]t[ae]?rai\W{0,3}(?:\w+\W+){0,4}$|materi\s*$", re.IGNORECASE)
_STAMP_VALUES = frozenset({3000, 6000, 10000})
_BACK = 60


def find_amounts(provisions: Sequence[Provision]) -> tuple[Amount, ...]:
    """All sums written in figures with their currency, repeats included; the value of the duty stamp is left out."""
    return tuple(
        _amount(provision, span)
        for provision in provisions
        for span in find_money(provision.text)
        if not _is_stamp(provision, span)
    )


def _amount(provision: Provision, span: MoneySpan) -> Amount:
    return Amount(
        value=span.value,
        currency=span.currency,
        provision=provision.name,
        block=provision.block,
        text=" ".join(provision.text[span.start : span.end].split()),
        words_value=span.words_value,
        has_words=span.words_text is not None,
    )


def _is_stamp(provision: Provision, span: MoneySpan) -> bool:
    if span.value not in _STAMP_VALUES:
        return False
    # A box for the stamp between the signatures may hold the value alone.
    before = provision.text[max(0, span.start - _BACK) : span.start]
    return provision.name == "tanda tangan" or bool(_STAMP_BEFORE.search(before))
