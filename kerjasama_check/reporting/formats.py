"""The formats of `check`: each takes the outcomes as they come and writes to a text stream."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from kerjasama_check.checking.findings import Finding
from kerjasama_check.reading.document import State
from kerjasama_check.reporting import words
from kerjasama_check.reporting.clean import clean
from kerjasama_check.reporting.contract import ascii_only, document_object, dump, report_head
from kerjasama_check.reporting.totals import Totals
from kerjasama_check.reporting.understood import Outcome

if TYPE_CHECKING:
    from kerjasama_check.checking.rulebook import Rulebook

_ELSEWHERE = {  # format → file of this room and class, loaded when it is asked for
    "sarif": ("sarif", "SarifReporter"),
    "junit": ("junit", "JunitReporter"),
    "github": ("github", "GithubReporter"),
    "gitlab": ("gitlab", "GitlabReporter"),
    "markdown": ("markdown", "MarkdownReporter"),
    "csv": ("csv_table", "CsvReporter"),
    "html": ("html.page", "HtmlReporter"),
    "template": ("template", "TemplateReporter"),
}


def _at_errors(outcome: Outcome) -> str:
    return "error"


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What every report says of its run.

    rules: sha256 of the rule set, book: the rules themselves. several: a folder or more than one file. fail_on: the
    level from which a document fails the run. root: what names of files are relative to in formats for other programs.
    template: the user's own.
    """

    version: str
    rules: str
    date: datetime.date
    language: str
    several: bool = False
    summary: bool = False
    fingerprints: bool = False
    fail_on: Callable[[Outcome], str] = _at_errors
    root: Path = field(default_factory=Path)
    book: Rulebook | None = None
    template: Path | None = None


class Reporter(Protocol):
    """ordered: it wants the outcomes in the order of the files."""

    ordered: bool

    def begin(self) -> None: ...

    def document(self, outcome: Outcome) -> None: ...

    def end(self, totals: Totals) -> None: ...


class _Base:
    ordered = True

    def __init__(self, stream: IO[str], run: RunFacts) -> None:
        self.stream = stream
        self.run = run

    def begin(self) -> None:
        """Nothing stands before the first document."""

    def end(self, totals: Totals) -> None:
        """Nothing stands behind the last one."""


def reporter(name: str, stream: IO[str], run: RunFacts) -> Reporter:
    """The reporter of a format of the settings."""
    if name in _ELSEWHERE:
        from importlib import import_module

        file, kind = _ELSEWHERE[name]
        made: Reporter = getattr(import_module(f"kerjasama_check.reporting.{file}"), kind)(stream, run)
        return made
    if name == "json":
        return JsonReporter(stream, run)
    if name == "jsonl":
        return LineReporter(stream, run)
    if name == "text":
        return TextReporter(stream, run)
    return RichReporter(stream, run)


class Several:
    """Several reporters at once, from one list of findings. gone: what is done when nobody reads standard output."""

    def __init__(self, reporters: Sequence[Reporter], gone: Callable[[], None]) -> None:
        self._reporters = reporters
        self._gone = gone
        self.ordered = any(reporter.ordered for reporter in reporters)

    def begin(self) -> None:
        self._each(lambda reporter: reporter.begin())

    def document(self, outcome: Outcome) -> None:
        self._each(lambda reporter: reporter.document(outcome))

    def end(self, totals: Totals) -> None:
        self._each(lambda reporter: reporter.end(totals))

    def _each(self, action: Callable[[Reporter], None]) -> None:
        for reporter in self._reporters:
            try:
                action(reporter)
            except BrokenPipeError:  # the files are written all the same
                self._gone()


class JsonReporter(_Base):
    """The report object of the contract; documents are written as they come."""

    _first = True

    def begin(self) -> None:
        head = dump(report_head(self.run.version, self.run.rules, self.run.date), ascii_only=ascii_only(self.stream))
        self.stream.write(head.removesuffix("\n}") + ',\n  "documents": [')

    def document(self, outcome: Outcome) -> None:
        import textwrap

        text = dump(document_object(outcome), ascii_only=ascii_only(self.stream))
        self.stream.write(("\n" if self._first else ",\n") + textwrap.indent(text, "    "))
        self._first = False

    def end(self, totals: Totals) -> None:
        import textwrap

        counts = textwrap.indent(dump(totals.object()), "  ").lstrip()
        entries = {"suppressions": [standing.object() for standing in totals.suppressions]}
        known = dump(entries, ascii_only=ascii_only(self.stream)).removeprefix("{\n").removesuffix("\n}")
        self.stream.write(("" if self._first else "\n  ") + f'],\n{known},\n  "counts": {counts}\n}}\n')


class LineReporter(_Base):
    """One document object per line, as they finish."""

    ordered = False

    def document(self, outcome: Outcome) -> None:
        self.stream.write(dump(document_object(outcome), indent=None, ascii_only=ascii_only(self.stream)) + "\n")
        self.stream.flush()


class TextReporter(_Base):
    """One line per finding: `path:provision: severity RULE message`, in words that stay the same in every language."""

    def document(self, outcome: Outcome) -> None:
        if self.run.summary:
            return
        report = outcome.report
        path = clean(str(report.path))
        if report.state is not State.CHECKED:
            said = clean(report.reason or words.word(words.STATES, report.state, self.run.language))
            self.stream.write(f"{path}: {report.state} {said}\n")
        for finding in report.findings:
            if finding.counts:
                self.stream.write(f"{path}:{clean(finding.place.provision or '-')}: {_finding(finding)}\n")
        if outcome.understood is not None and outcome.understood.obligations is not None:
            from kerjasama_check.reporting.balance import balance_lines

            self.stream.writelines(f"{path}:{line}\n" for line in balance_lines(outcome.understood.obligations))
        if outcome.understood is not None and outcome.understood.commitments is not None:
            from kerjasama_check.reporting.budget import budget_lines

            self.stream.writelines(f"{path}:{line}\n" for line in budget_lines(outcome.understood.commitments))
        self.stream.flush()

    def end(self, totals: Totals) -> None:
        if self.run.summary:
            from kerjasama_check.reporting.sums import states_words, verdict_of_all

            self.stream.write(states_words(totals, self.run.language) + "\n")
            self.stream.write(verdict_of_all(totals, self.run.language)[0] + "\n")


def _finding(finding: Finding) -> str:
    return f"{finding.severity} {finding.rule} {clean(finding.message)}"


class RichReporter(_Base):
    """For people: one document in full, several as a table with the findings of each below it."""

    def __init__(self, stream: IO[str], run: RunFacts) -> None:
        super().__init__(stream, run)
        self._outcomes: list[Outcome] = []

    def document(self, outcome: Outcome) -> None:
        self._outcomes.append(outcome)

    def end(self, totals: Totals) -> None:
        from kerjasama_check.reporting.terminal import open_page

        with open_page(self.stream) as page:
            if self.run.several or self.run.summary or len(self._outcomes) != 1:
                from kerjasama_check.reporting.overview import write_overview

                run = self.run
                write_overview(
                    page,
                    self._outcomes,
                    totals,
                    run.language,
                    summary=run.summary,
                    fingerprints=run.fingerprints,
                )
            else:
                from kerjasama_check.reporting.report import write_document

                write_document(page, self._outcomes[0], self.run.language, fingerprints=self.run.fingerprints)
