"""CSV for spreadsheets: a row per finding, and one for every document without any, so that none is lost.

No cell is a formula, whatever stands in the document: one that would be read as such begins with an apostrophe.
"""

from __future__ import annotations

import csv
import sys
from typing import IO

from kerjasama_check.checking.findings import DocumentReport, Finding
from kerjasama_check.reading.document import State
from kerjasama_check.reporting.clean import clean, shown
from kerjasama_check.reporting.formats import RunFacts
from kerjasama_check.reporting.lines import reason_words
from kerjasama_check.reporting.report import cite
from kerjasama_check.reporting.sheet import line_of
from kerjasama_check.reporting.totals import Totals
from kerjasama_check.reporting.understood import Outcome

COLUMNS = (
    *("path", "state", "kind", "profile", "rule", "name", "severity", "force", "provision", "page", "line", "quote"),
    *("message", "advice", "basis", "original", "replacement", "more_places", "confidence", "fingerprint"),
    *("suppressed", "baseline"),
)
_STARTS = "=+-@\t\r\n＝＋－＠"  # what makes a spreadsheet read a cell as a formula or a command


class CsvReporter:
    """Rows as the documents come; a file begins with the mark by which Excel knows UTF-8."""

    ordered = True

    def __init__(self, stream: IO[str], run: RunFacts) -> None:
        self.stream = stream
        self.run = run
        self._rows = csv.writer(stream, lineterminator="\n")

    def begin(self) -> None:
        if self.stream is not sys.stdout:
            self.stream.write("\ufeff")
        self._rows.writerow(COLUMNS)

    def document(self, outcome: Outcome) -> None:
        report = outcome.report
        kind = outcome.understood.kind if outcome.understood else None
        head = (_name(report), str(report.state), kind or "", report.profile or "")
        for finding in report.findings:
            self._rows.writerow([safe(cell) for cell in (*head, *_cells(finding))])
        if not report.findings:
            said = "" if report.state is State.CHECKED else reason_words(report, self.run.language)
            row = [*head, *("" for _ in COLUMNS[len(head) :])]
            row[COLUMNS.index("message")] = said
            self._rows.writerow([safe(cell) for cell in row])

    def end(self, totals: Totals) -> None:
        """Nothing stands behind the last row."""


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(tuple(_STARTS)) else cell


def _name(report: DocumentReport) -> str:
    return shown(str(report.path))


def _cells(finding: Finding) -> tuple[str, ...]:
    place, fix = finding.place, finding.fix
    texts = (
        *(finding.rule, finding.name, finding.severity, finding.force, place.provision or ""),
        *("" if finding.page is None else str(finding.page), "" if place.block is None else str(line_of(place))),
        *(place.quote, finding.message, finding.advice),
        "; ".join(cite(basis.title, basis.article) for basis in finding.basis),
        *(fix.original if fix else "", fix.replacement if fix else ""),
        "; ".join(dict.fromkeys(spot.provision or "" for spot, _ in finding.more_places)),
        *(finding.confidence, finding.fingerprint, finding.suppressed or "", finding.baseline or ""),
    )
    return tuple(clean(text) for text in texts)
