"""Annotations of a GitHub workflow: one command per finding, which GitHub shows beside the file.

Findings that are set aside or known from the baseline are not shown: they are in the structured formats.
"""

from __future__ import annotations

from typing import IO

from kerjasama_check.reporting.addresses import name_in
from kerjasama_check.reporting.clean import clean, shown
from kerjasama_check.reporting.formats import RunFacts
from kerjasama_check.reporting.lines import is_unread, place_words, reason_words, told
from kerjasama_check.reporting.sheet import line_of
from kerjasama_check.reporting.sums import states_words, verdict_of_all
from kerjasama_check.reporting.totals import Totals
from kerjasama_check.reporting.understood import Outcome

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


class GithubReporter:
    """Annotations as the documents come, and in the end the sums as ordinary lines of the log."""

    ordered = True

    def __init__(self, stream: IO[str], run: RunFacts) -> None:
        self.stream = stream
        self.run = run

    def begin(self) -> None:
        """Nothing stands before the first annotation."""

    def document(self, outcome: Outcome) -> None:
        report, language = outcome.report, self.run.language
        file = shown(name_in(report.path, self.run.root))
        if is_unread(report):
            self._write("error", file, 1, "kerjasama-check", reason_words(report, language))
        for finding in report.findings if not self.run.summary else ():
            if finding.counts:
                title = f"{finding.rule} {place_words(finding, language)}"
                command = _COMMANDS[finding.severity]
                self._write(command, file, line_of(finding.place), title, told(finding, language))
        self.stream.flush()

    def end(self, totals: Totals) -> None:
        self.stream.write(states_words(totals, self.run.language) + "\n")
        self.stream.write(verdict_of_all(totals, self.run.language)[0] + "\n")

    def _write(self, command: str, file: str, line: int, title: str, message: str) -> None:
        place = f"file={_property(file)},line={line},title={_property(clean(title))}"
        self.stream.write(f"::{command} {place}::{_data(message)}\n")


def _data(text: str) -> str:
    """A message as workflow commands want it: a break would end the command, and start another one."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
