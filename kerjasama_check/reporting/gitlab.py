"""The code quality report of GitLab: a list of findings, each with a fingerprint of its own in the whole project.

GitLab knows no findings that are set aside: they stay in the list with the lowest severity and their justification.
"""

from __future__ import annotations

import hashlib
import json
from typing import IO, Any

from kerjasama_check.checking.findings import DocumentReport, Finding
from kerjasama_check.reporting import words
from kerjasama_check.reporting.addresses import name_in
from kerjasama_check.reporting.clean import clean
from kerjasama_check.reporting.contract import ascii_only
from kerjasama_check.reporting.formats import RunFacts
from kerjasama_check.reporting.lines import is_unread, place_words, reason_words, told
from kerjasama_check.reporting.sheet import line_of
from kerjasama_check.reporting.totals import Totals
from kerjasama_check.reporting.understood import Outcome

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


class GitlabReporter:
    """One entry per finding, written as the documents come."""

    ordered = True

    def __init__(self, stream: IO[str], run: RunFacts) -> None:
        self.stream = stream
        self.run = run
        self._written = 0

    def begin(self) -> None:
        self.stream.write("[")

    def document(self, outcome: Outcome) -> None:
        report = outcome.report
        path = _sound(name_in(report.path, self.run.root))
        if is_unread(report):
            self._write(self._unread(report, path))
        for finding in report.findings:
            self._write(self._entry(finding, path))

    def end(self, totals: Totals) -> None:
        self.stream.write("\n]\n" if self._written else "]\n")

    def _write(self, entry: dict[str, Any]) -> None:
        self.stream.write(",\n" if self._written else "\n")
        self.stream.write(json.dumps(entry, ensure_ascii=ascii_only(self.stream)))
        self._written += 1

    def _entry(self, finding: Finding, path: str) -> dict[str, Any]:
        language = self.run.language
        description = f"{place_words(finding, language)}: {told(finding, language)}"
        if finding.suppressed is not None:
            aside = words.pick(language, "Dikesampingkan", "Set aside")
            description = f"{aside} ({clean(finding.suppressed)}). {description}"
        entry: dict[str, Any] = {
            "type": "issue",
            "check_name": finding.rule,
            "description": description,
            "categories": ["Style"],
            "severity": "info" if finding.suppressed is not None else _SEVERITIES[finding.severity],
            "fingerprint": _fingerprint(path, finding.fingerprint),
            "location": {"path": path, "lines": {"begin": line_of(finding.place)}},
        }
        if finding.suppressed is not None:
            entry["suppressed"] = clean(finding.suppressed)
        if finding.baseline is not None:
            entry["baseline"] = finding.baseline
        return entry

    def _unread(self, report: DocumentReport, path: str) -> dict[str, Any]:
        return {
            "type": "issue",
            "check_name": str(report.state),
            "description": reason_words(report, self.run.language),
            "categories": ["Compatibility"],
            "severity": "critical",
            "fingerprint": _fingerprint(path, str(report.state)),
            "location": {"path": path, "lines": {"begin": 1}},
        }


def _sound(path: str) -> str:
    """A name that can be written as UTF-8."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _fingerprint(path: str, own: str) -> str:
    """The same fault in two documents is two entries."""
    return hashlib.sha256(f"{path}\x1f{own}".encode()).hexdigest()[:32]
