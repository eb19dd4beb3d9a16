"""The JSON objects hold every key of the contract, with null and [] where nothing was found."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import reporting_samples as samples

from kerjasama_check.agreement.model import Term
from kerjasama_check.checking.findings import Report
from kerjasama_check.reading.document import State
from kerjasama_check.reporting.contract import agreement_object, document_object, dump, report_object
from kerjasama_check.reporting.understood import Outcome, term_status, understand

AGREEMENT_KEYS = {
    *("schema", "path", "state", "kind", "title", "subject", "numbers", "date", "place", "parties", "recitals"),
    *("legal_bases", "articles", "closing", "copies", "signatures", "annexes", "term", "amounts", "obligations"),
    *("commitments", "reading"),
}
READING_KEYS = {"format", "pages", "words", "ocr", "tracked_changes", "comments", "recognised"}
FINDING_KEYS = {
    *("rule", "name", "severity", "force", "message", "advice", "basis", "place", "more_places", "confidence", "fix"),
    *("fingerprint", "suppressed", "baseline"),
}


def _no_empty_strings(value: object) -> bool:
    if isinstance(value, dict):
        return all(_no_empty_strings(part) for part in value.values())
    if isinstance(value, list):
        return all(_no_empty_strings(part) for part in value)
    return value != ""


def test_an_agreement_is_told_as_the_contract_says() -> None:
    shown = agreement_object(Path("draf.docx"), State.CHECKED, samples.agreement(), samples.TODAY)
    assert shown.keys() >= AGREEMENT_KEYS
    assert shown["reading"].keys() >= READING_KEYS
    assert shown["schema"] == "kerjasama-check/agreement/1"
    assert shown["numbers"] == ["12/PKS/2025", None]
    assert shown["parties"][1] == {
        "label": "PIHAK KEDUA",
        "institution": "Yayasan Harapan",
        "representative": None,
        "office": None,
        "sector": "organisasi",
    }
    assert shown["articles"][0]["paragraphs"] == [
        {"label": None, "text": "Maksud kerja sama ini adalah pelatihan.", "items": []}
    ]
    assert shown["articles"][1]["paragraphs"][0]["items"] == [{"label": "a.", "text": "PIHAK KESATU; dan", "items": []}]
    assert shown["term"] == {"months": 36, "start": "2025-03-03", "end": "2028-03-02", "status": "active"}
    assert shown["amounts"] == [{"value": 150_000_000, "currency": "IDR", "provision": "Pasal 2 ayat (1)"}]
    assert shown["annexes"] == [{"label": "LAMPIRAN I", "title": None}]
    assert shown["reading"]["recognised"] == 0.9712
    assert _no_empty_strings(shown)


def test_a_file_that_was_not_read_has_the_same_keys() -> None:
    read = agreement_object(Path("a"), State.CHECKED, samples.agreement(), samples.TODAY)
    unread = agreement_object(Path("a"), State.ENCRYPTED, None, samples.TODAY, "terkunci")
    assert read.keys() == unread.keys()
    assert read["reading"].keys() == unread["reading"].keys()
    lists = {key for key, value in read.items() if isinstance(value, list)}
    assert all(unread[key] == [] for key in lists)
    assert unread["state"] == "encrypted"
    assert unread["term"] == {"months": None, "start": None, "end": None, "status": "unknown"}
    assert [unread[key] for key in ("kind", "title", "date", "closing", "copies")] == [None] * 5


def test_what_is_no_agreement_has_no_structure_but_says_how_it_was_read() -> None:
    shown = agreement_object(Path("a"), State.NOT_AGREEMENT, samples.agreement(kind=None), samples.TODAY)
    assert shown["articles"] == [] and shown["title"] is None
    assert shown["reading"]["words"] == 1234


def test_a_document_of_the_report() -> None:
    outcome = Outcome(samples.report(), understand(samples.agreement(), samples.TODAY))
    shown = document_object(outcome)
    assert shown.keys() >= {"path", "state", "reason", "kind", "profile", "findings", "counts"}
    assert shown["counts"] == {"error": 1, "warning": 1, "info": 1, "suppressed": 0, "unchanged": 0}
    first, second, third = shown["findings"]
    assert first.keys() == FINDING_KEYS
    assert first["place"] == {
        "provision": "Pasal 2 ayat (1)",
        "paragraph": 11,
        "page": None,
        "quote": "Biaya ditanggung oleh",
    }
    assert second["fix"] == {"original": "kerjasama", "replacement": "kerja sama"}
    assert len(second["more_places"]) == 6
    assert third["place"] == {"provision": None, "paragraph": None, "page": None, "quote": None}
    assert _no_empty_strings(shown)


def test_suppressed_findings_are_listed_and_not_counted() -> None:
    report = samples.report(findings=(samples.finding(suppressed="sudah disepakati"), samples.finding()))
    shown = document_object(Outcome(report))
    assert shown["counts"] == {"error": 1, "warning": 0, "info": 0, "suppressed": 1, "unchanged": 0}


def test_a_whole_report() -> None:
    documents = (samples.report(agreement=samples.agreement()), samples.report(State.SCANNED, reason="hasil pindai"))
    shown = report_object(Report(documents, samples.TODAY, "abc"), "0.1.0")
    assert shown["tool"] == {"name": "kerjasama-check", "version": "0.1.0", "rules": "abc"}
    assert [document["kind"] for document in shown["documents"]] == ["perjanjian-kerja-sama", None]
    counts = shown["counts"]
    assert (counts["documents"], counts["checked"], counts["not_checked"]) == (2, 1, 1)


def test_the_term_is_judged_at_the_day_of_the_run() -> None:
    day = datetime.date
    term = Term(months=12, start=day(2025, 1, 1), end=day(2025, 12, 31))
    assert term_status(term, day(2024, 12, 31)) == "not-started"
    assert term_status(term, day(2025, 1, 1)) == "active"
    assert term_status(term, day(2025, 12, 31)) == "active"
    assert term_status(term, day(2026, 1, 1)) == "expired"
    assert term_status(Term(months=12), day(2026, 1, 1)) == "unknown"


def test_json_is_valid_unicode_whatever_the_file_is_called() -> None:
    text = dump({"path": "naskah\udcff “é”"})
    text.encode("utf-8")
    assert json.loads(text) == {"path": "naskah\udcff “é”"}
    assert dump({"a": "“"}, ascii_only=True, indent=None) == '{"a": "\\u201c"}'
