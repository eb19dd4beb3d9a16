"""The balance of the parties: counts, lists, and its place in every format of `check` and `show`."""

from __future__ import annotations

import io
import json
from dataclasses import replace

from reporting_samples import TODAY, Render, agreement

from kerjasama_check.agreement.model import Obligation
from kerjasama_check.checking.findings import DocumentReport
from kerjasama_check.reading.document import State
from kerjasama_check.reporting.balance import balance_lines, bearers, write_balance
from kerjasama_check.reporting.contract import agreement_object, document_object
from kerjasama_check.reporting.formats import RunFacts, reporter
from kerjasama_check.reporting.totals import Totals
from kerjasama_check.reporting.tree import write_balance_of
from kerjasama_check.reporting.understood import Outcome, PartyLine, understand

ONE, TWO = "PIHAK KESATU", "PIHAK KEDUA"
PARTIES = (PartyLine(ONE, "Dinas Sosial Kabupaten Maju", None, None), PartyLine(TWO, "Yayasan Harapan", None, None))


def row(parties: tuple[str, ...], modality: str, action: str, **more: object) -> Obligation:
    plain = Obligation(parties, modality, action, (), None, "Pasal 2 ayat (1)", action + ".", 10)
    return replace(plain, **more)


ROWS = (
    row((ONE,), "kewajiban", "menyediakan ruang", toward=(TWO,), condition="sepanjang anggaran tersedia"),
    row((TWO,), "hak", "menerima honorarium", toward=(ONE,)),
    row((ONE,), "wewenang", "memutus perjanjian", condition="Dalam hal PIHAK KEDUA lalai", remedy=True),
    row((ONE, TWO), "larangan", "membuka data [red]rahasia[/red]\x1b[31m"),
)


def test_table_counts_rows_by_bearer_and_kind(at_80: Render) -> None:
    text = at_80(lambda page: write_balance(page, ROWS, PARTIES, "id"))
    table = [line.split() for line in text.splitlines() if line.split()[-1:] and line.split()[-1].isdigit()]
    assert table == [
        ["PIHAK", "KESATU", "1", "0", "0", "0", "1"],
        ["PIHAK", "KEDUA", "0", "1", "0", "0", "0"],
        ["Semua", "pihak", "0", "0", "0", "1", "0"],
    ]
    assert all(len(line) <= 80 for line in text.splitlines())


def test_lists_name_action_receiver_condition_and_place(at_80: Render) -> None:
    text = " ".join(at_80(lambda page: write_balance(page, ROWS, PARTIES, "id")).split())
    assert "menyediakan ruang – kepada PIHAK KEDUA; sepanjang anggaran tersedia [Pasal 2 ayat (1)]" in text
    assert "menerima honorarium – dari PIHAK KESATU" in text
    assert "Upaya atas pelanggaran (1) • memutus perjanjian – dalam hal PIHAK KEDUA lalai" in text


def test_text_of_the_document_is_neither_markup_nor_control(at_80: Render) -> None:
    text = at_80(lambda page: write_balance(page, ROWS, PARTIES, "id"))
    assert "[red]rahasia[/red]" in text and "\x1b" not in text


def test_nothing_found_is_said(at_80: Render) -> None:
    assert "No duties or rights found." in at_80(lambda page: write_balance(page, (), PARTIES, "en"))


def test_other_groups_of_parties_follow_the_parties_and_all_of_them() -> None:
    three = ("A", "B", "C")
    rows = (row(("B", "C"), "hak", "menerima laporan"), row(("A",), "hak", "menerima laporan"))
    assert bearers(rows, three) == [("A",), ("B",), ("C",), three, ("B", "C")]


def test_plain_lines() -> None:
    lines = list(balance_lines(ROWS))
    assert lines[0] == "Pasal 2 ayat (1): kewajiban PIHAK KESATU: menyediakan ruang"
    assert lines[2] == "Pasal 2 ayat (1): upaya PIHAK KESATU: memutus perjanjian"
    assert "\x1b" not in lines[3]


def outcome(obligations: tuple[Obligation, ...] | None) -> Outcome:
    full = agreement(obligations=obligations)
    report = DocumentReport(full.document.path, State.CHECKED, None, full, "umum", ())
    return Outcome(report, understand(full, TODAY))


def test_rows_of_the_contract() -> None:
    shown = agreement_object(
        agreement().document.path, State.CHECKED, agreement(obligations=ROWS, commitments=()), TODAY
    )
    assert shown["obligations"][0] == {
        "parties": [ONE],
        "modality": "kewajiban",
        "action": "menyediakan ruang",
        "toward": [TWO],
        "condition": "sepanjang anggaran tersedia",
        "provision": "Pasal 2 ayat (1)",
        "quote": "menyediakan ruang.",
    }
    assert shown["commitments"] == []


def test_structure_of_a_text_without_rows_has_empty_lists() -> None:
    shown = agreement_object(agreement().document.path, State.CHECKED, agreement(articles=()), TODAY)
    assert shown["obligations"] == [] and shown["commitments"] == []
    unread = agreement_object(agreement().document.path, State.UNREADABLE, None, TODAY)
    assert unread["obligations"] == [] and unread["commitments"] == []


def written(name: str, what: Outcome) -> str:
    stream = io.StringIO()
    target = reporter(name, stream, RunFacts("0.1.0", "abc", TODAY, "id"))
    target.begin()
    target.document(what)
    totals = Totals()
    totals.add(what)
    target.end(totals)
    return stream.getvalue()


def test_every_format_of_check_carries_the_balance_when_it_was_asked_for() -> None:
    assert json.loads(written("json", outcome(ROWS)))["documents"][0]["obligations"][1]["modality"] == "hak"
    assert json.loads(written("jsonl", outcome(ROWS)))["obligations"][1]["parties"] == [TWO]
    assert "draf.docx:Pasal 2 ayat (1): hak PIHAK KEDUA: menerima honorarium" in written("text", outcome(ROWS))
    assert "Neraca Para Pihak" in written("rich", outcome(ROWS))


def test_no_format_shows_a_balance_that_was_not_asked_for() -> None:
    assert document_object(outcome(None))["obligations"] is None
    assert written("text", outcome(None)) == ""
    assert "Neraca" not in written("rich", outcome(None))


def test_balance_in_place_of_the_tree(at_80: Render) -> None:
    report = outcome(ROWS).report
    text = at_80(lambda page: write_balance_of(page, report, TODAY, "id"))
    assert text.startswith("draf.docx\n\nNeraca Para Pihak") and "menyediakan ruang" in text
