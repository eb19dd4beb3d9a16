"""The table of budget consequences, its totals, and its place in every format of `check` and `show`."""

from __future__ import annotations

import datetime
import io
import json
from dataclasses import replace

from reporting_samples import TODAY, Render, agreement

from kerjasama_check.agreement.model import Commitment, Term
from kerjasama_check.checking.findings import DocumentReport
from kerjasama_check.reading.document import State
from kerjasama_check.reporting.budget import budget_lines, write_budget
from kerjasama_check.reporting.budget_sums import Total, sum_up
from kerjasama_check.reporting.contract import agreement_object, document_object
from kerjasama_check.reporting.formats import RunFacts, reporter
from kerjasama_check.reporting.totals import Totals
from kerjasama_check.reporting.tree import write_tables
from kerjasama_check.reporting.understood import Outcome, PartyLine, understand

ONE, TWO = "PIHAK KESATU", "PIHAK KEDUA"
PARTIES = (PartyLine(ONE, "Dinas Sosial Kabupaten Maju", None, None), PartyLine(TWO, "Yayasan Harapan", None, None))
ONE_YEAR = Term(months=6, start=datetime.date(2025, 3, 3), end=datetime.date(2025, 9, 2))
TWO_YEARS = Term(months=24, start=datetime.date(2025, 7, 1), end=datetime.date(2027, 6, 30))


def row(what: str, value: int | None = None, **more: object) -> Commitment:
    amount = (value, "IDR") if value is not None else None
    plain = Commitment(what, "pembayaran", (ONE,), False, (), amount, None, None, "Pasal 5 ayat (1)", what + ".", 10)
    return replace(plain, **more)


ROWS = (
    row(
        "harga pekerjaan", 90_000_000, source=("apbd",), when="setelah serah terima", condition="sesuai dengan anggaran"
    ),
    row("biaya umum [red]x[/red]\x1b[31m", category="umum", payers=(ONE, TWO), each_own=True, provision="Pasal 6"),
    row("biaya lain", category="umum", payers=()),
    row("honorarium per orang", 500_000, quote="honorarium sebesar Rp500.000 per orang.", payers=(TWO,)),
)


def test_the_table_fits_80_columns_and_says_all(at_80: Render) -> None:
    text = at_80(lambda page: write_budget(page, ROWS, PARTIES, ONE_YEAR, "id"))
    assert all(len(line) <= 80 for line in text.splitlines())
    for part in ("harga pekerjaan", "Rp90.000.000", "APBD", "(tidak"):
        assert part in text
    assert "masing-masing" in text and "(tidak" in text
    assert "waktu: setelah serah" in text and "syarat: sesuai dengan" in text
    assert "Belum dijumlahkan" in text


def test_text_of_the_document_is_neither_markup_nor_control(at_80: Render) -> None:
    text = at_80(lambda page: write_budget(page, ROWS, PARTIES, ONE_YEAR, "id"))
    assert "[red]x[/red]" in text and "\x1b" not in text


def test_english_words(at_80: Render) -> None:
    text = at_80(lambda page: write_budget(page, ROWS, PARTIES, ONE_YEAR, "en"))
    assert "Budget consequences" in text and "Rp90,000,000" in text and "each its own" in text


def test_no_costs_are_said_in_a_sentence(at_80: Render) -> None:
    assert "Tidak ada ketentuan yang menimbulkan biaya" in at_80(
        lambda page: write_budget(page, (), PARTIES, Term(), "id")
    )


def test_a_price_and_its_instalments_count_once() -> None:
    rows = (
        row("harga", 100),
        row("tahap I", 40, quote="Tahap pertama sebesar 40."),
        row("tahap II", 60, quote="Tahap kedua sebesar 60."),
        row("harga lagi", 100, provision="Pasal 7"),
    )
    assert sum_up(rows, ONE_YEAR).totals == (Total((ONE,), 2025, "IDR", 100),)


def test_instalments_without_a_price_are_added() -> None:
    rows = (row("tahap I", 40, quote="Tahap pertama sebesar 40."), row("tahap II", 60, quote="Tahap kedua sebesar 60."))
    assert sum_up(rows, ONE_YEAR).totals == (Total((ONE,), 2025, "IDR", 100),)


def test_a_monthly_sum_is_spread_over_the_years_of_the_term() -> None:
    found = sum_up((row("sewa", 10, quote="sewa sebesar 10 per bulan."),), TWO_YEARS)
    assert [(total.year, total.value) for total in found.totals] == [(2025, 60), (2026, 120), (2027, 60)]


def test_a_yearly_sum_counts_once_a_year() -> None:
    found = sum_up((row("kontribusi", 10, quote="kontribusi sebesar 10 setiap tahun."),), TWO_YEARS)
    assert [(total.year, total.value) for total in found.totals] == [(2025, 10), (2026, 10)]


def test_a_monthly_sum_without_a_term_is_left_out() -> None:
    rent = row("sewa", 10, quote="sewa sebesar 10 per bulan.")
    assert sum_up((rent,), Term()).left_out == (rent,)


def test_the_year_that_the_sentence_names() -> None:
    found = sum_up((row("biaya", 10, quote="dibebankan pada DIPA Tahun Anggaran 2026."),), TWO_YEARS)
    assert found.totals == (Total((ONE,), 2026, "IDR", 10),)


def test_a_single_sum_over_several_years_has_no_year() -> None:
    assert sum_up((row("biaya", 10),), TWO_YEARS).totals == (Total((ONE,), None, "IDR", 10),)


def test_plain_lines() -> None:
    assert next(iter(budget_lines(ROWS))) == (
        "Pasal 5 ayat (1): biaya pembayaran PIHAK KESATU apbd Rp90.000.000: harga pekerjaan"
    )


def _outcome() -> Outcome:
    tree = replace(agreement(), commitments=ROWS, obligations=())
    report = DocumentReport(tree.document.path, State.CHECKED, None, None, "umum", ())
    return Outcome(report, replace(understand(tree, TODAY), obligations=None))


def test_check_carries_the_rows_in_every_format(at_80: Render) -> None:
    outcome = _outcome()
    rows = document_object(outcome)["commitments"]
    assert rows[0] == {
        "what": "harga pekerjaan",
        "category": "pembayaran",
        "payers": [ONE],
        "each_own": False,
        "source": ["apbd"],
        "amount": {"value": 90_000_000, "currency": "IDR"},
        "when": "setelah serah terima",
        "condition": "sesuai dengan anggaran",
        "provision": "Pasal 5 ayat (1)",
        "quote": "harga pekerjaan.",
    }
    assert document_object(outcome)["obligations"] is None
    for name in ("rich", "text", "json", "jsonl"):
        stream = io.StringIO()
        target = reporter(name, stream, RunFacts("1", "x", TODAY, "id"))
        target.begin()
        target.document(outcome)
        target.end(Totals())
        assert "harga pekerjaan" in stream.getvalue(), name


def test_without_being_asked_for_there_is_none() -> None:
    outcome = _outcome()
    assert outcome.understood is not None
    silent = replace(outcome, understood=replace(outcome.understood, commitments=None))
    assert document_object(silent)["commitments"] is None


def test_show_writes_the_table_in_place_of_the_tree(at_80: Render) -> None:
    tree = replace(agreement(), commitments=ROWS, obligations=())
    report = DocumentReport(tree.document.path, State.CHECKED, None, tree, None, ())
    text = at_80(lambda page: write_tables(page, report, TODAY, "id", balance=False, budget=True))
    assert "Konsekuensi Anggaran" in text and "Neraca" not in text and "Pasal 1" not in text


def test_the_object_of_show_holds_the_rows() -> None:
    tree = replace(agreement(), commitments=ROWS)
    shown = agreement_object(tree.document.path, State.CHECKED, tree, TODAY)
    assert [entry["source"] for entry in shown["commitments"]] == [["apbd"], [], [], []]
    assert json.dumps(shown)
