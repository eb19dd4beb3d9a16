"""Rules on what an agreement costs, read off its commitments (the table Konsekuensi Anggaran)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kerjasama_check.agreement.model import Agreement, Commitment
from kerjasama_check.checking.facts import is_state_school
from kerjasama_check.checking.findings import Hit, Spot
from kerjasama_check.checking.functions.budget_facts import (
    PAYMENTS,
    body_text,
    commitments,
    deferred,
    in_financing,
    is_public,
    party_of,
    spot_of_row,
)
from kerjasama_check.checking.glance import Stemmed, glance, worded
from kerjasama_check.checking.patterns import Regex
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.text import fold, is_annex
from kerjasama_check.indonesian.lazy import lazy


@cache
def _any(patterns: tuple[str, ...]) -> Stemmed:
    return worded("|".join(patterns))


def _public_payers(agreement: Agreement, row: Commitment) -> list[str]:
    return [label for label in row.payers if is_public(party_of(agreement, label))]


# ------------------------------------------------------------------ who bears, from what
@dataclass(frozen=True, slots=True)
class Said:
    """said: words that settle it, wherever in the articles they stand (regular expressions)."""

    said: tuple[Regex, ...]


@function("unnamed_source", Said, values=("party",), absence=True)
def unnamed_source(agreement: Agreement, options: Said) -> Iterator[Hit]:
    """A public party bears costs, and nothing names the budget they are paid from."""
    rows = commitments(agreement)
    if any(row.source for row in rows) or _any(options.said).found_in(body_text(agreement)):
        return
    if _any(options.said).found_in(fold(" ".join(p.text for p in agreement.provisions if is_annex(p.name)))):
        return  # the column of a table of costs
    for row in rows:
        public = _public_payers(agreement, row)
        if public and (row.category in PAYMENTS or in_financing(agreement, row)):
            yield Hit(spot_of_row(agreement, row), {"party": " dan ".join(public)})
            return


@dataclass(frozen=True, slots=True)
class Bearer:
    """deferral: whether a clause that leaves it to a later agreement is in order (in a memorandum it is)."""

    deferral: bool


@function("unclear_bearer", Bearer, variants=("deferred", "joint"))
def unclear_bearer(agreement: Agreement, options: Bearer) -> Iterator[Hit]:
    """The financing clause does not say which party bears what."""
    rows = commitments(agreement)
    general = [row for row in rows if in_financing(agreement, row)]
    paid = [row for row in rows if row.category in PAYMENTS and row.payers]
    if not general or paid or any(row.each_own or len(row.payers) == 1 for row in general):
        return
    joint = next((row for row in general if row.payers), None)
    if joint is not None:
        sourced = any(row.source for row in general)
        if not options.deferral and not sourced and not _SHARE.search(joint.quote):
            yield Hit(spot_of_row(agreement, joint), variant="joint")
        return
    first = general[0]
    if any(deferred(row) for row in general):
        if not options.deferral:
            yield Hit(spot_of_row(agreement, next(row for row in general if deferred(row))), variant="deferred")
    elif not _SOMEBODY.search(first.quote) and not (options.deferral and first.source):
        yield Hit(spot_of_row(agreement, first))


# "ditanggung oleh peserta": somebody bears it, if no party.
_SOMEBODY = lazy(
    r"\b(?:tanggung\s?jawab|beban|ditanggung(?:\s+oleh)?|di\s?bebankan\s+(?:kepada|pada)|dibiayai\s+(?:oleh|dari))\s+\w",
    re.IGNORECASE,
)
_SHARE = lazy(
    r"proporsional|\d{1,3}\s?%|sama\s?besar|masing|sesuai\s+(?:dengan\s+)?(?:tugas|porsi|bagian)", re.IGNORECASE
)


@function("opposed_bearers", values=("one", "other"))
def opposed_bearers(agreement: Agreement, options: NoOptions) -> Iterator[Hit]:
    """One clause lays all costs on one party, another on each or on the other one."""
    general = [row for row in commitments(agreement) if row.category == "umum" and row.payers]
    first: dict[tuple[tuple[str, ...], bool, bool], list[tuple[int, Commitment]]] = {}  # by what they say
    for at, row in enumerate(general):
        of_all = _ALL.search(row.quote) is not None
        if not (of_all or _OF_ALL.match(row.quote) or _each_its_own(row)):
            continue
        earlier = [
            other
            for (_, _, other_of_all), others in first.items()
            if of_all or other_of_all
            for other in others
            if other[1].provision != row.provision and _opposed(row, other[1])
        ]
        if earlier:
            _, other = min(earlier, key=lambda one: one[0])
            values: dict[str, str | int] = {"one": row.provision, "other": other.provision}
            yield Hit(spot_of_row(agreement, row), values, (spot_of_row(agreement, other),))
            return
        alike = first.setdefault((row.payers, row.each_own, of_all), [])
        if len(alike) < 2 and all(one.provision != row.provision for _, one in alike):
            alike.append((at, row))


_COSTS_OF_ALL = (
    r"(?:biaya|pembiayaan|pengeluaran)\s+(?:yang\s+(?:timbul|diperlukan|dikeluarkan)|pelaksanaan|penyelenggaraan)"
    r"(?:\s+\w+){0,6}\s+(?:perjanjian|kerja\s?sama|kesepa\w+|nota)"
)
_ALL = Stemmed(("segala", "seluruh", "semua"), rf"\b(?:segala|seluruh|semua)\s+{_COSTS_OF_ALL}")
_OF_ALL = lazy(rf"\W*{_COSTS_OF_ALL}", re.IGNORECASE)  # of the agreement as a whole, without the word "all"


def _each_its_own(row: Commitment) -> bool:
    """ "Setiap PIHAK membiayai kegiatannya dari anggarannya sendiri." """
    return row.each_own and re.search(r"\bsendiri\b|masing-masing", row.quote, re.IGNORECASE) is not None


def _opposed(row: Commitment, other: Commitment) -> bool:
    single = len(row.payers) == 1 or len(other.payers) == 1
    return single and (row.payers != other.payers or row.each_own != other.each_own)


@dataclass(frozen=True, slots=True)
class OpenEnded:
    """open: words that set no limit. limits: words that do, in the sentence or in its article."""

    open: tuple[Regex, ...]
    limits: tuple[Regex, ...]


@function("open_ended_promise", OpenEnded, values=("party",), variants=("school",))
def open_ended_promise(agreement: Agreement, options: OpenEnded) -> Iterator[Hit]:
    """A public body alone bears all costs, without an amount, a budget or a limit."""
    rows = commitments(agreement)
    named = {row.payers for row in rows if row.amount and row.payers} | {row.payers for row in rows if row.source}
    for row in rows:
        if (
            row.category != "umum"
            or len(row.payers) != 1
            or row.amount
            or row.source
            or row.condition
            or row.payers in named
        ):
            continue
        party = party_of(agreement, row.payers[0])
        school = is_state_school(party)
        if not (is_public(party) or school) or not _any(options.open).search(row.quote):
            continue
        article = agreement.articles[row.article].text if row.article is not None else row.quote
        if not _any(options.limits).search(f"{row.quote} {article}"):
            yield Hit(spot_of_row(agreement, row), {"party": row.payers[0]}, variant="school" if school else None)


# ------------------------------------------------------------------ when it is owed
@function("money_in_memorandum", values=("sum",), variants=("schedule",))
def money_in_memorandum(agreement: Agreement, options: NoOptions) -> Iterator[Hit]:
    """A memorandum already names a sum that a party pays, or when payments are due."""
    for row in commitments(agreement):
        if row.amount:
            yield Hit(spot_of_row(agreement, row), {"sum": _sum(row.amount)})
            return
    for row in commitments(agreement):
        if row.category in PAYMENTS and row.payers and row.when:
            yield Hit(spot_of_row(agreement, row), {"sum": ""}, variant="schedule")
            return


def _sum(amount: tuple[int, str]) -> str:
    figure = f"{amount[0]:,}".replace(",", ".")
    return f"Rp{figure},00" if amount[1] == "IDR" else f"{amount[1]} {figure}"


@function("over_fiscal_years", Said, values=("party", "first", "last"), variants=("region",))
def over_fiscal_years(agreement: Agreement, options: Said) -> Iterator[Hit]:
    """A public party owes money over the turn of the fiscal year, without a word on the budget of the later years."""
    term = agreement.term
    if term.start is None or term.end is None or term.end.year == term.start.year or agreement.template:
        return
    if _any(options.said).found_in(body_text(agreement)):
        return
    for row in commitments(agreement):
        public = _public_payers(agreement, row)
        if (
            row.category in PAYMENTS
            and public
            and len(row.payers) == 1
            and "blu" not in row.source
            and not row.condition
        ):
            sector = party_of(agreement, public[0])
            values: dict[str, str | int] = {"party": public[0], "first": term.start.year, "last": term.end.year}
            regional = sector is not None and sector.sector == "daerah"
            yield Hit(spot_of_row(agreement, row), values, variant="region" if regional else None)
            return


@dataclass(frozen=True, slots=True)
class Early:
    """whole: words for the full price. before: words for a time before delivery. fine: words that make it lawful."""

    whole: tuple[Regex, ...]
    before: tuple[Regex, ...]
    fine: tuple[Regex, ...] = ()


@function("paid_before_delivery", Early, values=("party",))
def paid_before_delivery(agreement: Agreement, options: Early) -> Iterator[Hit]:
    """A public party pays the whole price before it has received anything."""
    for row in commitments(agreement):
        public = _public_payers(agreement, row)
        if row.category != "pembayaran" or not public or _any(options.fine).search(row.quote):
            continue
        before = _any(options.before).search(row.quote)
        if before and (_any(options.whole).search(row.quote) or "dimulai" in before.group().casefold()):
            yield Hit(spot_of_row(agreement, row), {"party": public[0]})


@function("before_the_budget_year", Said, values=("year", "start"))
def before_the_budget_year(agreement: Agreement, options: Said) -> Iterator[Hit]:
    """Paid from the budget of a later year than the one in which the agreement takes effect."""
    start = agreement.term.start or agreement.date
    if start is None:
        return
    for row in commitments(agreement):
        if "apbn" not in row.source and "apbd" not in row.source:
            continue
        years = [int(year) for year in _YEAR.findall(row.quote)]
        if years and min(years) > start.year:
            if not _any(options.said).found_in(body_text(agreement)):
                yield Hit(spot_of_row(agreement, row), {"year": min(years), "start": start.year})
            return


_YEAR = lazy(r"\b(?:tahun\s+anggaran|TA\.?|DIPA\s+tahun|APB[DN]\s+tahun(?:\s+anggaran)?)\s+(20\d\d)\b", re.IGNORECASE)


# ------------------------------------------------------------------ which money
@function("foreign_currency", Said, values=("currency",))
def foreign_currency(agreement: Agreement, options: Said) -> Iterator[Hit]:
    """A sum in foreign currency without its rupiah figure."""
    if _any(options.said).found_in(body_text(agreement)):
        return
    rupiah = {amount.provision for amount in agreement.amounts if amount.currency == "IDR"}
    for amount in agreement.amounts:
        if amount.currency != "IDR" and amount.provision not in rupiah and (amount.provision or "").startswith("Pasal"):
            yield Hit(Spot(amount.provision, amount.block, amount.text), {"currency": amount.currency})
            return


@function("grant_unregistered", Said, values=("giver", "party"), absence=True)
def grant_unregistered(agreement: Agreement, options: Said) -> Iterator[Hit]:
    """A partner gives a grant to a public body, and nothing is said of hand-over, booking or registration."""
    if _any(options.said).found_in(body_text(agreement)):
        return
    for row in commitments(agreement):
        giver = party_of(agreement, row.payers[0]) if len(row.payers) == 1 else None
        if row.category != "hibah" or giver is None or is_public(giver) or not _GRANT.search(row.quote):
            continue
        taker = next((party for party in agreement.parties if is_public(party) and party.label), None)
        if taker is not None and taker.label:
            yield Hit(spot_of_row(agreement, row), {"giver": row.payers[0], "party": taker.label})
            return


_GRANT = lazy(r"\bhibah\b|\bmenghibahkan\b|\bdihibahkan\b|\bbantuan\s+(?:dana|keuangan)\b", re.IGNORECASE)


@function("fee_without_tariff", Said, values=("party",), absence=True)
def fee_without_tariff(agreement: Agreement, options: Said) -> Iterator[Hit]:
    """A partner pays a state body for its service, and no regulation on the tariff is named."""
    state = [party for party in agreement.parties if party.sector == "pusat"]
    if len(agreement.parties) != 2 or len(state) != 1 or not state[0].label:
        return
    for row in commitments(agreement):
        fee = row.category == "pembayaran" and (row.amount or _FEE.search(row.quote))
        if (
            fee
            and len(row.payers) == 1
            and row.payers[0] != state[0].label
            and not is_public(party_of(agreement, row.payers[0]))
            and not _OWN_TARIFF.search(row.quote)
        ):
            whole = " ".join(glance(agreement).said(annexes=True))
            if not _any(options.said).found_in(whole):
                yield Hit(spot_of_row(agreement, row), {"party": state[0].label})
            return


_OWN_TARIFF = lazy(r"\bpola tarif\b|\btarif (?:\w+ ){0,3}?(?:berlaku|ditetapkan)\b", re.IGNORECASE)  # names its ground
_FEE = lazy(r"\btarif\b|\bbiaya\s+(?:layanan|jasa|pelayanan|pekerjaan|pengujian|pelatihan)\b|\bharga\b", re.IGNORECASE)
