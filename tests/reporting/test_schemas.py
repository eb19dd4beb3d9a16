"""The JSON Schemas tell of what is written: every output over the samples passes them, closed to any further key."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from cli_samples import DRAFT, LETTER, command

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.vocabulary import CLAUSES, KINDS
from kerjasama_check.reading.document import State
from kerjasama_check.reporting import words
from kerjasama_check.reporting.schemas import SCHEMAS, closed, schema

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FILES = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in (".docx", ".pdf"))


def faults(name: str, value: Any) -> list[str]:
    validator = jsonschema.Draft202012Validator(closed(schema(name)))
    return [f"{list(error.absolute_path)}: {error.message[:200]}" for error in validator.iter_errors(value)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean draft, one with faults, a letter, a broken file, and two suppressions."""
    made = tmp_path_factory.mktemp("naskah")
    duty = "Pasal 4\nKEWAJIBAN\nPIHAK KESATU wajib menyediakan ruang pelatihan bagi PIHAK KEDUA.\n\nDemikian"
    (made / "draf.txt").write_text(DRAFT.replace("Demikian", duty), encoding="utf-8")
    (made / "surat.txt").write_text(LETTER, encoding="utf-8")
    (made / "rusak.docx").write_bytes(b"PK\x03\x04")
    (made / ".sembunyi.txt").write_text("x", encoding="utf-8")
    entry = '[[suppressions]]\nfiles = "*"\nrule = "{}"\nreason = "disepakati"\nuntil = 2099-01-01\n'
    (made / "suppressions.toml").write_text(entry.format("BHS") + entry.format("TND-01"), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def report(folder: Path) -> dict[str, Any]:
    run = command("check", ".", "--format", "json", "--balance", "--budget", "--allow-unchecked", cwd=folder)
    shown: dict[str, Any] = json.loads(run.stdout)
    return shown


@pytest.mark.parametrize("name", SCHEMAS)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_schema_is_one(name: str, language: str) -> None:
    made = schema(name, language)
    jsonschema.Draft202012Validator.check_schema(made)
    text = json.dumps(made)
    for part in re.findall(r'"#/\$defs/(\w+)"', text):
        assert part in made["$defs"]
    for part in made["$defs"]:
        assert f'"#/$defs/{part}"' in text, f"{part} is used nowhere"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_command_prints_it(name: str, tmp_path: Path) -> None:
    assert json.loads(command("schema", name, "--lang", "en").stdout) == schema(name, "en")
    assert command("schema", name, "--output", "s.json", cwd=tmp_path).returncode == 0
    assert json.loads((tmp_path / "s.json").read_text(encoding="utf-8")) == schema(name)


def test_an_unknown_schema_is_named() -> None:
    run = command("schema", "raport")
    assert run.returncode == 2 and "report, agreement, rules" in run.stderr.decode()


def test_a_report_over_all_states_passes(report: dict[str, Any]) -> None:
    assert {document["state"] for document in report["documents"]} == {"checked", "not-agreement", "unreadable"}
    assert len(report["suppressions"]) == 2
    assert any(finding["suppressed"] for document in report["documents"] for finding in document["findings"])
    assert any(document["obligations"] for document in report["documents"])
    assert faults("report", report) == []


def test_a_report_over_the_samples_passes() -> None:
    run = command("check", str(SAMPLES), "--format", "json", "--balance", "--budget")
    shown = json.loads(run.stdout)
    assert len(shown["documents"]) == len(FILES)
    assert faults("report", shown) == []


def test_a_report_against_a_baseline_passes(folder: Path, tmp_path: Path) -> None:
    baseline = str(tmp_path / "dasar.json")
    assert command("baseline", "create", "draf.txt", "--file", baseline, cwd=folder).returncode == 0
    shown = json.loads(command("check", "draf.txt", "--baseline", baseline, "--format", "json", cwd=folder).stdout)
    assert {finding["baseline"] for finding in shown["documents"][0]["findings"]} >= {"unchanged"}
    assert faults("report", shown) == []


def test_every_line_of_jsonl_is_a_document(folder: Path) -> None:
    part = closed({**schema("report"), "$ref": "#/$defs/document"})
    whole = {"$defs": part["$defs"], "$ref": part["$ref"]}
    lines = command("check", ".", "--format", "jsonl", "--allow-unchecked", cwd=folder).stdout.splitlines()
    assert len(lines) == 3
    for line in lines:
        jsonschema.Draft202012Validator(whole).validate(json.loads(line))


@pytest.mark.parametrize("name", FILES)
def test_the_agreement_of_a_sample_passes(name: str) -> None:
    shown = json.loads(command("show", str(SAMPLES / name), "--format", "json").stdout)
    assert shown["articles"] and faults("agreement", shown) == []


@pytest.mark.parametrize("name", ["surat.txt", "rusak.docx"])
def test_so_does_what_is_no_agreement(folder: Path, name: str) -> None:
    shown = json.loads(command("show", name, "--format", "json", cwd=folder).stdout)
    assert faults("agreement", shown) == []


def test_the_list_of_rules_passes() -> None:
    assert faults("rules", json.loads(command("rules", "list", "--format", "json").stdout)) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("documents", 0, "state"), "fine"),
        (("documents", 0, "kind"), "surat"),
        (("documents", 0, "findings", 0, "severity"), "fatal"),
        (("documents", 0, "findings", 0, "force"), None),
        (("documents", 0, "findings", 0, "place", "quote"), ""),
        (("documents", 0, "findings", 0, "place", "provision"), "pasal 5"),
        (("documents", 0, "findings", 0, "place", "page"), 0),
        (("documents", 0, "obligations", 0, "modality"), "janji"),
        (("documents", 0, "baru"), 1),
        (("date",), "24-11-2026"),
        (("counts", "states", "fine"), 1),
        (("schema",), "kerjasama-check/report/2"),
    ],
)
def test_a_value_that_the_contract_does_not_have_is_refused(
    report: dict[str, Any], path: tuple[str | int, ...], value: object
) -> None:
    wrong: Any = copy.deepcopy(report)
    assert wrong["documents"][0]["path"] == "draf.txt"
    place = wrong
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert faults("report", wrong) != []


def test_a_key_of_a_later_version_is_no_fault_to_others(report: dict[str, Any]) -> None:
    later = {**report, "baru": 1}
    jsonschema.Draft202012Validator(schema("report")).validate(later)


def test_every_key_is_asked_for(report: dict[str, Any]) -> None:
    for key in report:
        without = {name: value for name, value in report.items() if name != key}
        assert faults("report", without), key


def test_the_closed_lists_are_whole() -> None:
    """Each list by what the contract names, so that none is lost by a slip."""
    made = schema("agreement")
    assert made["properties"]["kind"]["enum"] == [*KINDS, None]
    assert made["properties"]["state"]["enum"] == [str(state) for state in State]
    assert made["$defs"]["party"]["properties"]["sector"]["enum"] == [*words.SECTORS, None]
    assert made["$defs"]["article"]["properties"]["clauses"]["items"]["enum"] == list(CLAUSES)
    assert set(made["properties"]) >= {"parties", "annexes", "term"} <= set(Agreement.__dataclass_fields__)
