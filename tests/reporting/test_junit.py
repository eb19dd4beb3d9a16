"""JUnit, read back by another library."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import junitparser
import pytest
from reporting_samples import finding, hostile, outcome, some_findings, with_states, written

from kerjasama_check.checking.rulebook import load_rulebook
from kerjasama_check.reading.document import State

BOOK = load_rulebook()


def suites(*outcomes: Any, **facts: Any) -> junitparser.JUnitXml:
    return junitparser.JUnitXml.fromstring(written("junit", *outcomes, book=BOOK, root=Path.cwd(), **facts).encode())


def results(*outcomes: Any, **facts: Any) -> dict[str, list[str]]:
    """Per case of all suites the kinds of its results."""
    return {
        case.name: [type(result).__name__ for result in case.result]
        for suite in suites(*outcomes, **facts)
        for case in suite
    }


def test_one_suite_per_document_and_one_case_per_rule() -> None:
    log = suites(outcome(path="satu.docx"), outcome(path="dua.docx", findings=()))
    first, second = list(log)
    assert (first.name, second.name) == ("satu.docx", "dua.docx")
    assert [case.name.split()[0] for case in first] == ["ANG-01", "ANG-02", "ANK-01", "BHS-01", "KLA-03"]
    assert all(case.classname for case in first)
    assert all(not case.result for case in second)
    assert (first.tests, first.failures, second.tests, second.failures) == (5, 1, 5, 0)
    assert (log.tests, log.failures, log.errors, log.skipped) == (10, 1, 0, 0)


def test_what_fails_follows_fail_on() -> None:
    def failing(level: str) -> list[str]:
        found = results(outcome(), fail_on=lambda one: level)
        return [name.split()[0] for name, kinds in found.items() if kinds == ["Failure"]]

    assert failing("error") == ["ANG-01"]
    assert failing("warning") == ["ANG-01", "KLA-03"]
    assert failing("info") == ["ANG-01", "BHS-01", "KLA-03"]
    assert failing("none") == []


def test_findings_below_the_level_stay_visible() -> None:
    for suite in suites(outcome()):
        shown = {case.name.split()[0]: case.system_out for case in suite}
    assert "Saran" in shown["BHS-01"] and shown["ANG-02"] is None


def test_what_was_set_aside_is_skipped_and_what_is_known_does_not_fail() -> None:
    log = suites(outcome(findings=with_states()))
    cases = {case.name.split()[0]: case for suite in log for case in suite}
    assert cases["ANG-01"].result[0].message == "disetujui biro hukum"
    assert isinstance(cases["ANG-01"].result[0], junitparser.Skipped)
    assert not cases["ANG-02"].result and "temuan lama" in cases["ANG-02"].system_out
    assert isinstance(cases["ANK-01"].result[0], junitparser.Failure)


def test_several_faults_of_a_rule_are_one_failure_that_names_them_all() -> None:
    (suite,) = suites(outcome(findings=(finding(), finding(message="Yang lain."))))
    case = next(iter(suite))
    assert case.result[0].message == "Biaya tidak dibatasi. (+1)"
    assert "Yang lain." in case.result[0].text


@pytest.mark.parametrize(
    ("state", "kind"), [(State.UNREADABLE, "Error"), (State.SCANNED, "Error"), (State.NOT_AGREEMENT, "Skipped")]
)
def test_a_file_that_was_not_checked_never_passes(state: State, kind: str) -> None:
    assert results(outcome(state, reason="Rusak.")) == {"pembacaan berkas": [kind]}


def test_text_of_a_document_stays_text() -> None:
    text = written("junit", outcome(path='x"<&.docx', findings=(hostile(),)), book=BOOK)
    log = junitparser.JUnitXml.fromstring(text.encode())
    assert next(iter(log)).name.endswith('x"<&.docx')
    assert "<script>" not in text and "\x1b" not in text and "\x00" not in text
    assert "<script>alert(1)</script>" in next(iter(next(iter(log)))).result[0].message


def test_it_can_be_written_in_a_narrow_encoding() -> None:
    import io

    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    written("junit", outcome(path="é.docx", findings=some_findings()), stream=stream, book=BOOK)
    stream.flush()
    assert next(iter(junitparser.JUnitXml.fromstring(raw.getvalue()))).name.endswith("é.docx")
