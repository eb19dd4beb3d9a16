"""Shares, instalments and parts of a sum: whether they add up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate

from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.checking.findings import Hit, Spot
from kerjasama_check.checking.functions.figures import money_of
from kerjasama_check.checking.functions.tables import wrong_totals
from kerjasama_check.checking.glance import Stemmed
from kerjasama_check.checking.registry import function
from kerjasama_check.checking.scans import is_scan
from kerjasama_check.checking.text import body, fold, sentence_at, spot_of
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.money import format_rupiah

_PERCENT = lazy(
    r"(?<![\d.,])(?P<value>\d{1,3}(?:[.,]\d{1,2})?)[ ]{0,2}(?:\([^)]{3,40}\)[ ]{0,2})?(?:%|persen\b)", re.IGNORECASE
)
_SHARES = lazy(
    r"\b(?:bagi hasil|pembagian|porsi|proporsi|persentase bagian|imbal hasil|nisbah|kontribusi masing)\b", re.IGNORECASE
)
_INSTALMENT = lazy(
    r"\b(?:tahap|termin|angsuran|cicilan|pembayaran)[ ]{1,2}(?:ke[- ]?)?"
    r"(?P<n>i{1,3}|iv|v|[1-5]|satu|dua|tiga|empat|lima|pertama|kesatu|kedua|ketiga|keempat|kelima)\b",
    re.IGNORECASE,
)
_STEPS = (
    ("i", "1", "satu", "pertama", "kesatu"),
    ("ii", "2", "dua", "kedua"),
    ("iii", "3", "tiga", "ketiga"),
    ("iv", "4", "empat", "keempat"),
    ("v", "5", "lima", "kelima"),
)
_ORDINALS = {word: number for number, words in enumerate(_STEPS, 1) for word in words}
_MAY_SUM = Stemmed(("%", "persen", "rinci", "terdiri"), r"%|persen|rinci|terdiri")
_PARTS = lazy(
    r"\b(?:terdiri (?:dari|atas)|dengan rincian|rincian(?:nya)?(?: sebagai berikut)?|perincian)\b", re.IGNORECASE
)
_TOTAL = lazy(
    r"\b(?:total|jumlah (?:keseluruhan|seluruhnya|total)|seluruhnya|keseluruhan|sebesar|senilai|sejumlah)\b",
    re.IGNORECASE,
)


@function("sum_differs", values=("sum", "total"), variants=("shares", "instalments", "amounts"))
def sum_differs(agreement: Agreement, _: object) -> Iterator[Hit]:
    """Shares or instalments that do not make 100 percent, or parts that do not make the total given."""
    if is_scan(agreement):  # one misread digit makes a wrong sum
        return
    yield from _tables_of_sums(agreement)
    if next(body(agreement, _MAY_SUM), None) is None:
        return
    for group in _groups(agreement):
        if not any(_MAY_SUM.search(p.text) for p in group):
            continue
        text = "\n".join(p.text for p in group)
        for variant, parts in (("shares", _shares(agreement, text)), ("instalments", _instalments(text))):
            if len(parts) >= 2 and abs(sum(parts) - 100) > 0.05:
                first = next(p for p in group if _PERCENT.search(p.text))
                match = _PERCENT.search(first.text)
                spot = spot_of(agreement, first, *sentence_at(first.text, *match.span())) if match else Spot(first.name)
                values: dict[str, str | int] = {"sum": _percent(sum(parts)), "total": "100%"}
                yield Hit(spot, values, variant=variant, confidence="medium")
                break
        yield from _totals(agreement, group)


def _tables_of_sums(agreement: Agreement) -> Iterator[Hit]:
    for block, found, printed in wrong_totals(agreement):
        values: dict[str, str | int] = {"sum": format_rupiah(found), "total": format_rupiah(printed)}
        at = block.place.paragraph
        yield Hit(Spot(agreement.provision_at(at), at, block.text), values, variant="amounts", confidence="medium")


def _percent(value: float) -> str:
    return f"{value:g}%".replace(".", ",")


def _groups(agreement: Agreement) -> Iterator[list[Provision]]:
    """The provisions of a paragraph with its items, for every paragraph of the articles."""
    groups: dict[tuple[int, str], list[Provision]] = defaultdict(list)
    for provision in body(agreement):
        head = re.sub(r" (?:huruf|angka) .*$", "", provision.name)
        groups[(provision.article or 0, head)].append(provision)
    yield from groups.values()


def _shares(agreement: Agreement, text: str) -> list[float]:
    """The percentages that go to the parties, one each for all of them; [] if the text does not share out."""
    if not _SHARES.search(text):
        return []
    labels = [re.escape(party.label) for party in agreement.parties if party.label]
    if len(labels) < 2:
        return []
    owners = re.compile("|".join(labels), re.IGNORECASE)
    found: dict[str, float] = {}
    percents = list(_PERCENT.finditer(text))
    for at, percent in enumerate(percents):
        after = percents[at + 1].start() if at + 1 < len(percents) else len(text)
        before = percents[at - 1].end() if at else 0
        names = {fold(m.group()) for m in owners.finditer(text, percent.end(), min(after, percent.end() + 80))}
        names = names or {
            fold(m.group()) for m in owners.finditer(text, max(before, percent.start() - 80), percent.start())
        }
        if len(names) != 1 or next(iter(names)) in found:
            return []
        found[names.pop()] = float(percent["value"].replace(",", "."))
    return list(found.values()) if len(found) == len(labels) else []


def _instalments(text: str) -> list[float]:
    """The percentages of numbered instalments 1, 2, …, one each; [] if they are not so."""
    found: dict[int, float] = {}
    percents = list(_PERCENT.finditer(text))
    for at, percent in enumerate(percents):
        before = percents[at - 1].end() if at else 0
        steps = list(_INSTALMENT.finditer(text, max(before, percent.start() - 120), percent.start()))
        numbers = [n for m in steps if (n := _ORDINALS.get(m["n"].lower()))]
        if not numbers or numbers[-1] in found:
            return []
        found[numbers[-1]] = float(percent["value"].replace(",", "."))
    return list(found.values()) if sorted(found) == list(range(1, len(found) + 1)) else []


def _totals(agreement: Agreement, group: list[Provision]) -> Iterator[Hit]:
    """ "sebesar Rp10 … terdiri atas a. Rp4, b. Rp5": one total before the word, all parts after it."""
    head = group[0]
    word = _PARTS.search(head.text)
    if word is None or not _TOTAL.search(head.text, 0, word.start()):
        return
    totals = [m for m in money_of(head.text) if m.end <= word.start() and m.currency == "IDR"]
    parts = [m for m in money_of(head.text) if m.start >= word.end()]
    for provision in group[1:]:
        inside = money_of(provision.text)
        if len(inside) > 1:
            return
        parts += inside
    if len(totals) != 1 or len(parts) < 2:
        return
    running = list(accumulate(m.value for m in parts))  # after the parts the same money may be told as instalments
    if (
        totals[0].value in running
        or any(m.value == totals[0].value for m in parts)
        or "per " in fold(head.text[word.end() :])
    ):
        return
    spot = spot_of(agreement, head, totals[0].start, totals[0].end)
    total = sum(m.value for m in parts)
    values: dict[str, str | int] = {"sum": format_rupiah(total), "total": format_rupiah(totals[0].value)}
    yield Hit(spot, values, variant="amounts", confidence="medium")
