"""JUnit XML: one suite per document, one case per rule that looked at it, so that what passed is seen too.

A finding that reaches the level of `--fail-on` makes its rule fail; what lies below stands in `system-out`. What was
set aside is skipped, with its justification. A file that could not be checked is an error.
"""

from __future__ import annotations

from typing import IO

from kerjasama_check.checking.findings import DocumentReport, Finding
from kerjasama_check.reading.document import State
from kerjasama_check.reporting import words
from kerjasama_check.reporting.addresses import name_in
from kerjasama_check.reporting.clean import escaped, portable, shown, xml
from kerjasama_check.reporting.formats import RunFacts
from kerjasama_check.reporting.lines import is_unread, place_words, reason_words, told
from kerjasama_check.reporting.spool import Spool
from kerjasama_check.reporting.totals import Totals, reaches
from kerjasama_check.reporting.understood import Outcome

_COUNTS = ("tests", "failures", "errors", "skipped")


class JunitReporter:
    """Suites wait in a spool, because their sums stand before them."""

    ordered = True

    def __init__(self, stream: IO[str], run: RunFacts) -> None:
        self.stream = stream
        self.run = run
        self._suites = Spool()
        self._sums = dict.fromkeys(_COUNTS, 0)
        rules = run.book.rules if run.book else ()
        self._rules = {rule.id: (rule.family, rule.name) for rule in rules}

    def begin(self) -> None:
        """Everything is written in the end."""

    def document(self, outcome: Outcome) -> None:
        report = outcome.report
        sums = dict.fromkeys(_COUNTS, 0)
        cases = self._unread(report, sums) if report.state is not State.CHECKED else self._cases(outcome, sums)
        name = portable(escaped(shown(name_in(report.path, self.run.root))), self.stream)
        self._suites.write(f'  <testsuite name="{name}"{_attributes(sums)} timestamp="{self.run.date}T00:00:00">\n')
        self._suites.write(portable("".join(cases), self.stream))
        self._suites.write("  </testsuite>\n")
        for key, number in sums.items():
            self._sums[key] += number

    def end(self, totals: Totals) -> None:
        self.stream.write('<?xml version="1.0" encoding="utf-8"?>\n')
        self.stream.write(f'<testsuites name="kerjasama-check"{_attributes(self._sums)}>\n')
        self._suites.pour(self.stream)
        self.stream.write("</testsuites>\n")

    def _unread(self, report: DocumentReport, sums: dict[str, int]) -> list[str]:
        """The only case of a file that was not checked, or is no agreement."""
        kind = "error" if is_unread(report) else "skipped"
        sums["tests"] += 1
        sums["errors" if kind == "error" else "skipped"] += 1
        state = xml(words.word(words.STATES, report.state, self.run.language))
        reason = xml(reason_words(report, self.run.language))
        name = words.pick(self.run.language, "pembacaan berkas", "reading the file")
        return [_case("berkas", name, f'<{kind} message="{reason}" type="{report.state}">{state}</{kind}>')]

    def _cases(self, outcome: Outcome, sums: dict[str, int]) -> list[str]:
        report, level = outcome.report, self.run.fail_on(outcome)
        found: dict[str, list[Finding]] = {rule: [] for rule in report.ran}
        for finding in report.findings:
            found.setdefault(finding.rule, []).append(finding)
        sums["tests"] += len(found)
        return [self._rule(rule, findings, level, sums) for rule, findings in found.items()]

    def _rule(self, rule: str, findings: list[Finding], level: str, sums: dict[str, int]) -> str:
        family, name = self._rules.get(rule, ("", findings[0].name if findings else ""))
        failing = [finding for finding in findings if finding.counts and reaches(finding.severity, level)]
        aside = [finding for finding in findings if finding.suppressed is not None]
        others = [finding for finding in findings if finding.suppressed is None and finding not in failing]
        inner = ""
        if failing:
            sums["failures"] += 1
            more = f" (+{len(failing) - 1})" if len(failing) > 1 else ""
            text = "\n".join(self._line(finding) for finding in failing)
            inner = f'<failure message="{xml(failing[0].message)}{more}" type="{failing[0].severity}">{text}</failure>'
        elif aside and not others:
            sums["skipped"] += 1
            inner = f'<skipped message="{xml("; ".join(filter(None, (f.suppressed for f in aside))))}"/>'
        if others or aside:
            inner += f"<system-out>{chr(10).join(self._line(finding) for finding in (*others, *aside))}</system-out>"
        return _case(family or "aturan", f"{rule} {name}", inner)

    def _line(self, finding: Finding) -> str:
        language = self.run.language
        notes = []
        if finding.suppressed is not None:
            notes.append(f"{words.pick(language, 'dikesampingkan', 'set aside')}: {finding.suppressed}")
        if finding.baseline == "unchanged":
            notes.append(words.pick(language, "temuan lama", "known from the baseline"))
        aside = f" [{'; '.join(notes)}]" if notes else ""
        severity = words.word(words.SEVERITIES, finding.severity, language)
        return xml(f"{place_words(finding, language)}: {severity}: {told(finding, language)}{aside}")


def _case(family: str, name: str, inner: str) -> str:
    head = f'    <testcase classname="{xml(family)}" name="{xml(name)}"'
    return f"{head}>{inner}</testcase>\n" if inner else f"{head}/>\n"


def _attributes(sums: dict[str, int]) -> str:
    return "".join(f' {key}="{number}"' for key, number in sums.items())
