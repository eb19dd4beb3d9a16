"""Konsekuensi Anggaran: what an agreement costs, who bears it, from which budget, when and on what condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kerjasama_check.agreement.model import Commitment, Term
from kerjasama_check.reporting import words
from kerjasama_check.reporting.budget_sums import Sums, sum_up
from kerjasama_check.reporting.clean import clean
from kerjasama_check.reporting.ink import Ink
from kerjasama_check.reporting.sums import listing
from kerjasama_check.reporting.table import Column, write_table
from kerjasama_check.reporting.terminal import STYLES, Page
from kerjasama_check.reporting.understood import PartyLine

SOURCES = {
    "apbn": ("APBN", "APBN (state budget)"),
    "apbd": ("APBD", "APBD (regional budget)"),
    "pnbp": ("PNBP", "PNBP (non-tax revenue)"),
    "blu": ("BLU", "BLU (public service agency)"),
    "internal": ("anggaran sendiri", "own budget"),
    "hibah": ("hibah", "grant"),
    "lain-sah": ("sumber lain yang sah", "other lawful sources"),
}
CATEGORIES = {
    "umum": ("biaya umum", "costs in general"),
    "pembayaran": ("pembayaran", "payment"),
    "sarana": ("sarana", "facilities"),
    "barang": ("barang", "goods"),
    "jasa": ("jasa", "services"),
    "honorarium": ("honorarium", "fees to persons"),
    "pelatihan": ("pelatihan", "training"),
    "perjalanan": ("perjalanan", "travel"),
    "pembangunan": ("pembangunan", "construction"),
    "pemeliharaan": ("pemeliharaan", "upkeep"),
    "sewa": ("sewa", "rent"),
    "upah-premi": ("upah/premi", "wages"),
    "hibah": ("hibah", "grant"),
    "asuransi-pajak": ("asuransi/pajak", "insurance and taxes"),
    "lainnya": ("lainnya", "other"),
}
Labels = Sequence[str]


def write_budget(
    page: Page, rows: Sequence[Commitment], parties: Sequence[PartyLine], term: Term, language: str
) -> None:
    """The table of the costs and the totals. Text of the document is cleaned, never markup."""
    labels = [party.label for party in parties if party.label]

    def say(indonesian: str, english: str) -> str:
        return words.pick(language, indonesian, english)

    page.line(Ink(say("Konsekuensi Anggaran", "Budget consequences"), "bold underline"))
    if not rows:
        page.line(say("Tidak ada ketentuan yang menimbulkan biaya yang ditemukan.", "No costs found."), indent=2)
        return
    columns = [
        Column(say("Biaya", "Cost"), 24),
        Column(say("Penanggung", "Borne by"), 13),
        Column(say("Sumber", "Source"), 9),
        Column(say("Nilai", "Amount"), 13, right=True),
        Column(say("Tempat", "Place"), 13),
    ]
    write_table(page, columns, [cells(row, labels, language) for row in rows])
    _write_totals(page, sum_up(rows, term), labels, language)


def cells(row: Commitment, labels: Labels, language: str) -> list[Ink]:
    """A row of the table: cost, bearer, source, amount and place."""
    what = Ink(clean(row.what))
    for caption, said in ((("waktu", "when"), row.when), (("syarat", "condition"), row.condition)):
        if said and said.casefold() not in row.what.casefold():
            what.append(f"\n{words.pick(language, *caption)}: {clean(said)}", STYLES["faint"])
    sources = ", ".join(
        words.word(SOURCES, source, language) if language == "id" else _short(source) for source in row.source
    )
    return [
        what,
        Ink(who(row, labels, language), "" if row.payers else STYLES["warning"]),
        Ink(sources or "-"),
        Ink(money(*row.amount, language) if row.amount else "-"),
        Ink(clean(row.provision)),
    ]


def _short(source: str) -> str:
    """In English the Indonesian names of the budgets stay as they are."""
    return source.upper() if source in ("apbn", "apbd", "pnbp", "blu") else SOURCES[source][1]


def who(row: Commitment, labels: Labels, language: str) -> str:
    """Who bears a cost."""
    if row.each_own:
        return words.pick(language, "masing-masing pihak", "each its own")
    return payers_words(row.payers, labels, language)


def payers_words(payers: Sequence[str], labels: Labels, language: str) -> str:
    if not payers:
        return words.pick(language, "(tidak disebut)", "(not said)")
    if len(payers) > 1 and tuple(payers) == tuple(labels):
        return words.pick(language, "semua pihak", "all parties")
    return clean(listing(list(payers), language))


def money(value: int, currency: str, language: str) -> str:
    """ "Rp150.000.000" or "USD 1.500"."""
    figure = f"{value:,}"
    figure = figure if language == "en" else figure.replace(",", ".")
    return f"Rp{figure}" if currency == "IDR" else f"{currency} {figure}"


def _write_totals(page: Page, sums: Sums, labels: Labels, language: str) -> None:
    def say(indonesian: str, english: str) -> str:
        return words.pick(language, indonesian, english)

    if sums.totals:
        page.blank()
        columns = [
            Column(say("Jumlah menurut penanggung", "Total by payer"), 24),
            Column(say("Tahun anggaran", "Fiscal year"), 14),
            Column(say("Jumlah", "Total"), 13, right=True),
        ]
        open_year = say("tidak disebut", "not said")
        write_table(
            page,
            columns,
            [
                [
                    Ink(payers_words(total.payers, labels, language)),
                    Ink(str(total.year) if total.year else open_year),
                    Ink(money(total.value, total.currency, language)),
                ]
                for total in sums.totals
            ],
        )
    if sums.left_out:
        places = listing(list(dict.fromkeys(clean(row.provision) for row in sums.left_out)), language)
        text = say(
            f"Belum dijumlahkan karena bergantung pada banyaknya satuan atau jangka waktu: {places}.",
            f"Not added up, since it depends on quantities or on the term: {places}.",
        )
        page.line(Ink(text, STYLES["faint"]))


def budget_lines(rows: Sequence[Commitment]) -> Iterator[str]:
    """One line per row for the plain format, in the words of the contract:
    `Pasal 5: biaya umum PIHAK KESATU apbn Rp100.000: biaya pelaksanaan`.
    """
    for row in rows:
        bearer = " + ".join(clean(label) for label in row.payers) or "-"
        source = "+".join(row.source) or "-"
        amount = money(*row.amount, "id") if row.amount else "-"
        yield f"{clean(row.provision)}: biaya {row.category} {bearer} {source} {amount}: {clean(row.what)}"
