"""SARIF: valid against the published schema, regions that GitHub accepts, suppressions and baseline, escaped text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from reporting_samples import EVIL, finding, hostile, outcome, some_findings, with_states, written

from kerjasama_check.checking.findings import Spot
from kerjasama_check.checking.rulebook import load_rulebook
from kerjasama_check.reading.document import State

SCHEMA = json.loads((Path(__file__).parent / "schemas/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
BOOK = load_rulebook()


def run_of(*outcomes: Any, **facts: Any) -> dict[str, Any]:
    """The run, once the file has passed the schema."""
    log = json.loads(written("sarif", *outcomes, book=BOOK, root=Path.cwd(), **facts))
    errors = [f"{list(error.absolute_path)}: {error.message}" for error in VALIDATOR.iter_errors(log)]
    assert errors == []
    assert log["version"] == "2.1.0" and len(log["runs"]) == 1
    return dict(log["runs"][0])


def test_the_schema_refuses_what_is_wrong() -> None:
    """So that passing it means something."""
    wrong = {"version": "2.1.0", "runs": [{"tool": {"driver": {}}, "results": [{"message": {}}]}]}
    assert list(VALIDATOR.iter_errors(wrong))


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_state_and_kind_of_finding_is_valid(language: str) -> None:
    run = run_of(
        outcome(),
        outcome(path="b/c d#é.docx", findings=(*with_states(), hostile())),
        outcome(State.UNREADABLE, "rusak.pdf", reason="Berkas ini rusak."),
        outcome(State.NOT_AGREEMENT, "surat.txt"),
        outcome(State.TIMED_OUT, "/elsewhere/lama.pdf"),
        language=language,
    )
    assert len(run["results"]) == 7 and len(run["artifacts"]) == 5
    assert run["language"] == language
    notes = run["invocations"][0]["toolExecutionNotifications"]
    assert [note["descriptor"]["id"] for note in notes] == ["unreadable", "timed-out"]
    assert notes[0]["message"]["text"] == "Berkas ini rusak."
    assert run["invocations"][0]["executionSuccessful"] is False


def test_an_empty_run_is_valid() -> None:
    run = run_of()
    assert run["results"] == [] and run["invocations"][0]["executionSuccessful"] is True


def test_one_entry_per_rule_with_help_and_legal_basis() -> None:
    rules = run_of(outcome())["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in BOOK.rules]
    cited = [rule for rule in BOOK.rules if rule.basis]
    assert cited
    for rule, shown in zip(BOOK.rules, rules, strict=True):
        assert rule.why.id[:20] in shown["help"]["text"]
        assert "**Dasar**" in shown["help"]["markdown"] and f"`--ignore {rule.id}`" in shown["help"]["markdown"]
        for citation in rule.basis:
            assert BOOK.regulations[citation.regulation].number in shown["help"]["text"]
            assert BOOK.regulations[citation.regulation].number in shown["help"]["markdown"]


def test_places_are_provisions_and_lines_from_one() -> None:
    first, second, third = run_of(outcome())["results"]
    location = first["locations"][0]
    assert location["logicalLocations"] == [{"fullyQualifiedName": "Pasal 2 ayat (1)", "kind": "provision"}]
    assert location["physicalLocation"]["region"] == {"startLine": 12, "snippet": {"text": "Biaya ditanggung oleh"}}
    assert [one["physicalLocation"]["region"]["startLine"] for one in second["relatedLocations"]] == list(range(24, 30))
    whole = third["locations"][0]
    assert whole["physicalLocation"]["region"] == {"startLine": 1}
    assert whole["logicalLocations"][0]["fullyQualifiedName"] == "Naskah secara keseluruhan"
    top = run_of(outcome(findings=(finding(place=Spot("judul", 0, "NOTA")),)))["results"][0]
    assert top["locations"][0]["physicalLocation"]["region"]["startLine"] == 1


def test_results_refer_to_their_rule_and_file() -> None:
    run = run_of(outcome(path="a b/draf.docx"))
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert place == {"uri": "a%20b/draf.docx", "uriBaseId": "%SRCROOT%", "index": 0}
        assert run["artifacts"][place["index"]]["location"]["uri"] == place["uri"]
    assert run["originalUriBaseIds"]["%SRCROOT%"]["uri"] == Path.cwd().as_uri() + "/"
    assert [result["level"] for result in run["results"]] == ["error", "note", "warning"]


def test_a_file_outside_the_root_has_its_whole_uri(tmp_path: Path) -> None:
    path = tmp_path / "draf é.docx"
    place = run_of(outcome(path=str(path)))["artifacts"][0]["location"]
    assert place == {"uri": path.as_uri(), "index": 0}


def test_what_was_set_aside_and_the_baseline() -> None:
    aside, known, new = run_of(outcome(findings=with_states()))["results"]
    assert aside["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "disetujui biro hukum"}
    ]
    assert known["suppressions"] == new["suppressions"] == []
    assert "baselineState" not in aside
    assert (known["baselineState"], new["baselineState"]) == ("unchanged", "new")
    assert known["partialFingerprints"]["kerjasamaCheck/v1"] == "f2"


def test_text_of_a_document_stays_text() -> None:
    text = written("sarif", outcome(findings=(hostile(),)), book=BOOK)
    assert "\x1b" not in text and "\\u001b" not in text and "\\u0000" not in text
    message = json.loads(text)["runs"][0]["results"][0]["message"]["text"]
    assert "](" not in message and "{{0}}" in message  # neither a link nor a placeholder
    assert EVIL[:25] in message


def test_every_finding_is_there_once() -> None:
    results = run_of(outcome(findings=some_findings()), outcome(path="dua.docx", findings=some_findings()))["results"]
    assert [result["ruleId"] for result in results] == [finding.rule for finding in some_findings()] * 2
