"""What a document pipeline relies on: valid reports, and what each format costs.

    python bench/workflow.py [--rounds 9] [--corpus FOLDER] [--only PART]

schemas: every format over the samples (and over the corpus where there is one) passes the schema that others publish,
or is read back by another library; JSON passes our own, which is closed to every other key for it. agreements: so does
the object of `show` for every file. costs: the whole command with each format against `check --format json`, in
processor time, both in one run, one after the other. Exit code 1 when something falls short.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the checkout is measured, installed or not
sys.path.insert(0, str(ROOT / "bench"))

from speed import Measure, load_maker, long_draft  # noqa: E402

SCHEMAS = ROOT / "tests/reporting/schemas"
CORPUS = Path(os.environ.get("KERJASAMA_CHECK_CORPUS", ROOT.parent / "shared/corpus/files"))
LINE_FORMATS = ("sarif", "junit", "github", "gitlab", "markdown", "csv")
LINE_LIMIT, PAGE_LIMIT = 1.2, 2.0
VALIDATED = ("json", "sarif", "junit", "gitlab", "csv", "html")
DAY = "2026-11-24"


def command(*arguments: object) -> None:
    """The program as a user runs it, from this checkout."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-m", "kerjasama_check", "check", *map(str, arguments), "--fail-on", "none", "--date", DAY],
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )


def spent(*arguments: object) -> float:
    """Seconds of processor time of a command, which other work on the machine does not add to; of the clock where the
    system does not tell them (Windows).
    """
    before, start = os.times(), time.perf_counter()
    command(*arguments)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return used or time.perf_counter() - start


# ------------------------------------------------------------------ schemas
def schemas(folder: Path, corpus: Path, rounds: int) -> Iterator[tuple[str, bool]]:
    """A line per set of documents and format, and whether it holds."""
    for name, files in (("samples", ROOT / "samples"), ("corpus", corpus)):
        if not files.is_dir():
            yield f"{name}: not there, not measured", True
            continue
        tables = ("--balance", "--budget")
        outputs = [part for form in VALIDATED for part in ("--output", f"{form}={folder / f'{name}.{form}'}")]
        command(files, "--quiet", "--allow-unchecked", "--format", "jsonl", *tables, *outputs)
        report = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        documents = len(report["documents"])
        findings = sum(len(document["findings"]) for document in report["documents"])
        for form in VALIDATED:
            faults = list(FAULTS[form](folder / f"{name}.{form}", report))
            said = "valid" if not faults else f"{len(faults)} faults: {faults[0]}"
            yield f"{name:8} {form:9} {documents:5} documents {findings:6} findings  {said}", not faults


def _contract(name: str) -> Any:
    """A validator of our own contract, closed to every key that it does not tell of."""
    import jsonschema

    from kerjasama_check.reporting.schemas import closed, schema

    return jsonschema.Draft202012Validator(closed(schema(name)))


def json_faults(path: Path, report: dict[str, Any]) -> Iterator[str]:
    for error in _contract("report").iter_errors(report):
        yield f"{list(error.absolute_path)}: {error.message[:200]}"


def agreements(folder: Path, corpus: Path, rounds: int) -> Iterator[tuple[str, bool]]:
    """What `show --format json` prints of every file, against the schema of the contract."""
    from kerjasama_check.archive.examine import read_options, understand_file
    from kerjasama_check.archive.walk import find
    from kerjasama_check.reporting.contract import agreement_object, dump
    from kerjasama_check.settings.options import Settings

    options, day = read_options(Settings(), 1), datetime.date.fromisoformat(DAY)
    validator = _contract("agreement")
    for name, files in (("samples", ROOT / "samples"), ("corpus", corpus)):
        if not files.is_dir():
            yield f"{name}: not there, not measured", True
            continue
        faults, number = [], 0
        for path in find([files]).files:
            report, agreement = understand_file(path, options, "id")
            shown = json.loads(dump(agreement_object(path, report.state, agreement, day, report.reason)))
            faults += [f"{path.name}: {list(e.absolute_path)}: {e.message[:200]}" for e in validator.iter_errors(shown)]
            number += 1
        said = "valid" if not faults else f"{len(faults)} faults: {faults[0]}"
        yield f"{name:8} agreement {number:5} documents  {said}", not faults


def sarif_faults(path: Path, report: dict[str, Any]) -> Iterator[str]:
    import jsonschema

    schema = json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    log = json.loads(path.read_text(encoding="utf-8"))
    for error in jsonschema.Draft4Validator(schema).iter_errors(log):
        yield f"{list(error.absolute_path)}: {error.message[:200]}"
    run = log["runs"][0]
    rules = {number: rule["id"] for number, rule in enumerate(run["tool"]["driver"]["rules"])}
    for result in run["results"]:
        for place in (*result["locations"], *result.get("relatedLocations", ())):
            if place["physicalLocation"]["region"]["startLine"] < 1:
                yield f"a line below 1: {result['ruleId']}"
        if rules.get(result["ruleIndex"]) != result["ruleId"]:
            yield f"ruleIndex leads elsewhere: {result['ruleId']}"
    yield from _as_many(len(run["results"]), report)
    if len(run["artifacts"]) != len(report["documents"]):
        yield "documents are missing among the artifacts"


def gitlab_faults(path: Path, report: dict[str, Any]) -> Iterator[str]:
    import jsonschema

    schema = json.loads((SCHEMAS / "gitlab-codequality.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft7Validator(schema)
    entries = json.loads(path.read_text(encoding="utf-8"))
    for entry in entries:
        for error in validator.iter_errors(entry):
            yield error.message[:200]
    if len({entry["fingerprint"] for entry in entries}) != len(entries):
        yield "two entries share a fingerprint"
    yield from _as_many(len(entries) - report["counts"]["not_checked"], report)


def junit_faults(path: Path, report: dict[str, Any]) -> Iterator[str]:
    import junitparser

    suites = list(junitparser.JUnitXml.fromstring(path.read_bytes()))
    if len(suites) != len(report["documents"]):
        yield f"{len(suites)} suites for {len(report['documents'])} documents"
    for suite, document in zip(suites, report["documents"], strict=False):
        failing = {finding["rule"] for finding in document["findings"] if finding["severity"] == "error"}
        if document["state"] == "checked" and not {case.name.split()[0] for case in suite} >= failing:
            yield f"a rule with findings has no case: {document['path']}"


def csv_faults(path: Path, report: dict[str, Any]) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        for cell in row.values():
            if cell and cell[0] in "=+-@\t\r":
                yield f"a formula: {cell[:60]}"
    yield from _as_many(sum(bool(row["rule"]) for row in rows), report)


class _Balanced(HTMLParser):
    """Counts cards, and notes a tag that is closed out of its order or asks for something outside."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.cards = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.cards += tag == "article"
        if "src" in known or not (known.get("href") or "#").startswith("#"):
            self.faults.append(f"asks for something outside: {tag}")
        if tag not in ("meta", "br", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"closed out of order: {tag}")


def html_faults(path: Path, report: dict[str, Any]) -> Iterator[str]:
    page = _Balanced()
    page.feed(path.read_text(encoding="utf-8"))
    yield from page.faults[:5]
    if page.open:
        yield f"left open: {page.open}"
    counted = sum(report["counts"][severity] for severity in ("error", "warning", "info"))
    if page.cards != counted:
        yield f"{page.cards} cards for {counted} findings"


def _as_many(number: int, report: dict[str, Any]) -> Iterator[str]:
    findings = sum(len(document["findings"]) for document in report["documents"])
    if number != findings:
        yield f"{number} findings instead of {findings}"


FAULTS = {
    "json": json_faults,
    "sarif": sarif_faults,
    "junit": junit_faults,
    "gitlab": gitlab_faults,
    "csv": csv_faults,
    "html": html_faults,
}


# ------------------------------------------------------------------ costs
def costs(folder: Path, corpus: Path, rounds: int) -> Iterator[tuple[str, bool]]:
    """The whole command on a short draft with faults and on one of ten pages, each format against JSON."""
    maker = load_maker()
    draft = folder / "ten.docx"
    maker.save(maker.build(long_draft(10)), draft)
    for path in (ROOT / "samples/cacat-angka.docx", draft):
        for form in (*LINE_FORMATS, "html"):
            times = [
                tuple(spent(path, "--format", name, "--output", folder / "out") for name in (form, "json"))
                for _ in range(rounds)
            ]
            ours, other = (statistics.median(pair[side] for pair in times) for side in (0, 1))
            limit = PAGE_LIMIT if form == "html" else LINE_LIMIT
            name = f"{path.name}: --format {form} / json"
            measure = Measure(name, ours / other, limit, False, ours, other)
            yield str(measure), measure.holds


PARTS = (schemas, agreements, costs)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder of real agreements")
    parser.add_argument("--only", default="", help=", ".join(part.__name__ for part in PARTS))
    options = parser.parse_args()
    holds = True
    print(f"{datetime.date.today()}  Python {sys.version.split()[0]}")
    with tempfile.TemporaryDirectory() as folder:
        for part in PARTS:
            if options.only in part.__name__:
                print(f"\n{part.__name__}")
                for line, fine in part(Path(folder), options.corpus, options.rounds):
                    print(f"  {line}{'' if fine else '  FALLS SHORT'}", flush=True)
                    holds &= fine
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
