"""SARIF 2.1.0: for code scanning and for viewers of findings.

A region is a line of the exported text (one line per running paragraph, from 1); the provision is a logical location.
Results are written as they come; what has to stand behind them waits in a spool.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import IO, Any

from kerjasama_check.checking.findings import DocumentReport, Finding, Spot
from kerjasama_check.checking.rule import Rule
from kerjasama_check.checking.rulebook import Rulebook
from kerjasama_check.reading.document import State
from kerjasama_check.reporting import words
from kerjasama_check.reporting.addresses import STANDARD_INPUT, file_uri, relative, relative_uri
from kerjasama_check.reporting.clean import clean
from kerjasama_check.reporting.contract import ascii_only
from kerjasama_check.reporting.formats import RunFacts
from kerjasama_check.reporting.report import provision_words
from kerjasama_check.reporting.rulehelp import rule_help
from kerjasama_check.reporting.sheet import line_of
from kerjasama_check.reporting.spool import Spool
from kerjasama_check.reporting.totals import READ_WELL, Totals
from kerjasama_check.reporting.understood import Outcome

Object = dict[str, Any]
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_ADVICE = {"error": "error", "warning": "warning", "info": "recommendation"}
_PRECISION = {"high": "very-high", "medium": "high", "low": "medium"}


class SarifReporter:
    """One run over all documents."""

    ordered = True

    def __init__(self, stream: IO[str], run: RunFacts) -> None:
        self.stream = stream
        self.run = run
        self._ascii = ascii_only(stream)
        self._numbers: dict[str, int] = {}
        self._artifacts, self._notes = Spool(), Spool()
        self._documents = self._results = self._noted = 0
        self._broken = False

    def begin(self) -> None:
        book = self.run.book
        rules = book.rules if book else ()
        self._numbers = {rule.id: number for number, rule in enumerate(rules)}
        driver = {
            "name": "kerjasama-check",
            "version": self.run.version,
            "semanticVersion": self.run.version,
            "shortDescription": {"text": _say(self.run, "Pemeriksa naskah kerja sama", "Checker of agreements")},
            "properties": {"rules": self.run.rules},
            "rules": [_rule(rule, book, self.run.language) for rule in rules] if book else [],
        }
        head = {
            "tool": {"driver": driver},
            "automationDetails": {"id": "kerjasama-check/"},
            "language": self.run.language,
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {ROOT: {"uri": file_uri(self.run.root).rstrip("/") + "/"}},
        }
        self.stream.write(f'{{"$schema": {self._json(SCHEMA)}, "version": "2.1.0", "runs": [\n')
        self.stream.write(self._json(head).removesuffix("}") + ',\n"results": [')

    def document(self, outcome: Outcome) -> None:
        report = outcome.report
        place = _artifact(report.path, self.run.root, self._documents)
        _add(self._artifacts, self._json({"location": place, "roles": ["analysisTarget"]}), self._documents)
        self._documents += 1
        for finding in report.findings:
            self.stream.write(",\n" if self._results else "\n")
            self.stream.write(self._json(self._result(finding, place)))
            self._results += 1
        if report.state not in READ_WELL:
            self._broken |= report.state in (State.CRASHED, State.TIMED_OUT)
            self._note(_notification(report, place, self.run))
        for notice in report.notices:
            self._note({"level": "warning", "message": {"text": _text(notice)}, "locations": [_located(place)]})

    def end(self, totals: Totals) -> None:
        self.stream.write('\n],\n"artifacts": [')
        self._artifacts.pour(self.stream)
        self.stream.write(f'\n],\n"invocations": [{{"executionSuccessful": {self._json(not self._broken)}')
        self.stream.write(', "toolExecutionNotifications": [')
        self._notes.pour(self.stream)
        self.stream.write("]}]}\n]}\n")

    def _note(self, note: Object) -> None:
        _add(self._notes, self._json(note), self._noted)
        self._noted += 1

    def _json(self, value: object) -> str:
        return json.dumps(value, ensure_ascii=self._ascii)

    def _result(self, finding: Finding, place: Object) -> Object:
        advice = f" {_say(self.run, 'Saran', 'Advice')}: {finding.advice}" if finding.advice else ""
        result: Object = {
            "ruleId": finding.rule,
            "level": LEVELS[finding.severity],
            "message": {"text": _text(finding.message + advice)},
            "locations": [_location(finding.place, place, self.run.language)],
            "partialFingerprints": {
                "primaryLocationLineHash": f"{finding.fingerprint}:1",
                "kerjasamaCheck/v1": finding.fingerprint,
            },
            "suppressions": [],
            "properties": _properties(finding),
        }
        number = self._numbers.get(finding.rule)
        if number is not None:
            result["ruleIndex"] = number
        if finding.more_places:
            result["relatedLocations"] = [
                {"id": number, **_location(spot, place, self.run.language)}
                for number, (spot, _) in enumerate(finding.more_places)
            ]
        if finding.suppressed is not None:
            result["suppressions"] = [
                {"kind": "external", "status": "accepted", "justification": clean(finding.suppressed)}
            ]
        if finding.baseline is not None:
            result["baselineState"] = finding.baseline
        return result


def _say(run: RunFacts, indonesian: str, english: str) -> str:
    return words.pick(run.language, indonesian, english)


def _add(spool: Spool, text: str, before: int) -> None:
    spool.write((",\n" if before else "\n") + text)


def _text(text: str) -> str:
    """Plain text of a message: braces are doubled, and no text of a document makes a link of itself."""
    return clean(text).replace("](", "] (").replace("{", "{{").replace("}", "}}")


def _artifact(path: Path, root: Path, number: int) -> Object:
    name = relative(path, root)
    if name is None:
        return {"uri": file_uri(path), "index": number}
    if name == STANDARD_INPUT:
        return {"uri": name, "index": number}
    return {"uri": relative_uri(name), "uriBaseId": ROOT, "index": number}


def _located(place: Object) -> Object:
    return {"physicalLocation": {"artifactLocation": place}}


def _location(spot: Spot, place: Object, language: str) -> Object:
    region: Object = {"startLine": line_of(spot)}
    if spot.quote:
        region["snippet"] = {"text": clean(spot.quote)}
    name = spot.provision or provision_words(None, language)
    return {
        "physicalLocation": {"artifactLocation": place, "region": region},
        "logicalLocations": [{"fullyQualifiedName": clean(name), "kind": "provision"}],
    }


def _properties(finding: Finding) -> Object:
    held: Object = {"force": finding.force, "confidence": finding.confidence}
    held["basis"] = [f"{basis.title}, {basis.article}" if basis.article else basis.title for basis in finding.basis]
    if finding.page is not None:
        held["page"] = finding.page
    if finding.fix is not None:
        held["fix"] = {"original": clean(finding.fix.original), "replacement": clean(finding.fix.replacement)}
    return held


def _notification(report: DocumentReport, place: Object, run: RunFacts) -> Object:
    reason = report.reason or words.word(words.STATES, report.state, run.language)
    return {
        "level": "error",
        "descriptor": {"id": str(report.state)},
        "message": {"text": _text(reason)},
        "locations": [_located(place)],
    }


def _rule(rule: Rule, book: Rulebook, language: str) -> Object:
    """The entry of a rule."""
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": _text(rule.title.get(language))},
        "fullDescription": {"text": _text(rule.why.get(language))},
        "help": {
            "text": rule_help(rule, book, language, markdown=False),
            "markdown": rule_help(rule, book, language, markdown=True),
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.family, rule.force],
            "precision": _PRECISION[rule.confidence],
            "problem.severity": _ADVICE[rule.severity],
        },
    }
