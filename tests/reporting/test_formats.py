"""The formats for programs: exact objects, one line per document or finding."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import reporting_samples as samples

from kerjasama_check.checking.findings import Spot
from kerjasama_check.reading.document import State
from kerjasama_check.reporting.contract import document_object
from kerjasama_check.reporting.formats import RunFacts, reporter
from kerjasama_check.reporting.totals import Totals
from kerjasama_check.reporting.understood import Outcome, understand

OUTCOMES = [
    Outcome(samples.report(), understand(samples.agreement(), samples.TODAY)),
    Outcome(samples.report(State.SCANNED, path=Path("pindai.pdf"), reason="Berkas ini hasil pindai.")),
]


def _written(name: str, outcomes: list[Outcome], encoding: str = "utf-8", summary: bool = False) -> str:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    run = RunFacts("0.1.0", "abc", samples.TODAY, "id", several=len(outcomes) != 1, summary=summary)
    totals = Totals()
    target = reporter(name, stream, run)
    target.begin()
    for outcome in outcomes:
        totals.add(outcome)
        target.document(outcome)
    target.end(totals)
    stream.flush()
    return raw.getvalue().decode(encoding)


def test_json_is_the_report_object() -> None:
    for outcomes in ([], OUTCOMES[:1], OUTCOMES):
        shown = json.loads(_written("json", outcomes))
        assert list(shown) == ["schema", "tool", "date", "documents", "suppressions", "counts"]
        assert shown["documents"] == [document_object(outcome) for outcome in outcomes]
        assert shown["counts"]["documents"] == len(outcomes)


def test_json_for_a_narrow_stream_says_the_same_in_escapes() -> None:
    narrow = _written("json", OUTCOMES, encoding="cp1252")
    assert narrow.isascii()
    assert json.loads(narrow) == json.loads(_written("json", OUTCOMES))


def test_json_lines() -> None:
    lines = _written("jsonl", OUTCOMES).splitlines()
    assert [json.loads(line) for line in lines] == [document_object(outcome) for outcome in OUTCOMES]


def test_text_has_one_line_per_finding() -> None:
    lines = _written("text", OUTCOMES).splitlines()
    assert lines == [
        "draf.docx:Pasal 2 ayat (1): error ANG-01 Biaya tidak dibatasi.",
        "draf.docx:Pasal 1: info BHS-01 Kata “kerjasama” ditulis terpisah: kerja sama.",
        "draf.docx:-: warning KLA-03 Tidak ada ketentuan tentang pengakhiran.",
        "pindai.pdf: scanned Berkas ini hasil pindai.",
    ]


def test_a_finding_is_one_line_whatever_it_quotes() -> None:
    found = samples.finding(message="satu\ndua\x1b[0m", place=Spot("Pasal 1\n", 3, ""))
    text = _written("text", [Outcome(samples.report(findings=(found,)))])
    assert text.count("\n") == 1 and "\x1b" not in text


def test_text_summary_has_only_the_sums() -> None:
    assert _written("text", OUTCOMES, summary=True).splitlines() == [
        "2 berkas: 1 diperiksa dan 1 hasil pindai tanpa teks.",
        "Perlu diperbaiki: 1 kesalahan, 1 peringatan, dan 1 catatan. 1 berkas belum diperiksa.",
    ]


def test_exit_codes() -> None:
    def code(outcomes: list[Outcome], fail_on: str = "error", allow: bool = False) -> int:
        totals = Totals()
        for outcome in outcomes:
            totals.add(outcome, fail_on)
        return totals.exit_code(allow)

    def with_(severity: str) -> Outcome:
        return Outcome(samples.report(findings=(samples.finding(severity=severity),)))

    assert code([]) == 0
    assert [code([with_("warning")], level) for level in ("error", "warning", "info", "none")] == [0, 1, 1, 0]
    assert [code([with_("info")], level) for level in ("error", "warning", "info", "none")] == [0, 0, 1, 0]
    assert code([OUTCOMES[1]]) == 3
    assert code([OUTCOMES[1]], allow=True) == 0
    assert code([OUTCOMES[1], with_("error")]) == 1
    assert code([Outcome(samples.report(State.NOT_AGREEMENT))]) == 0
    suppressed = Outcome(samples.report(findings=(samples.finding(suppressed="ya"),)))
    assert code([suppressed], "info") == 0
    known = Outcome(samples.report(findings=(samples.finding(baseline="unchanged"), samples.finding(baseline="new"))))
    assert code([known], "info") == 1
    assert code([Outcome(replace(known.report, findings=known.report.findings[:1]))], "info") == 0
