"""Sums over a run, kept while the documents pass by, and the exit code that follows from them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kerjasama_check.checking.findings import Severity
from kerjasama_check.reading.document import State
from kerjasama_check.reporting.understood import Outcome

if TYPE_CHECKING:
    from kerjasama_check.settings.suppressions import Standings

READ_WELL = frozenset({State.CHECKED, State.NOT_AGREEMENT})
SEVERITY_ORDER: tuple[Severity, ...] = ("error", "warning", "info")
FOUND_FAULTS, WRONG_USE, NOT_CHECKED = 1, 2, 3  # exit codes of the contract, beside 0


@dataclass(slots=True)
class Totals:
    """Counts of a run. states: files per state; findings: per severity, suppressed and unchanged ones apart.

    suppressions: how every entry stands after the run. over: findings at the level from which their document fails it.
    """

    states: Counter[State] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    skipped: dict[str, int] = field(default_factory=dict)
    over: int = 0
    suppressions: list[Standings] = field(default_factory=list)

    def add(self, outcome: Outcome, fail_on: str = "error") -> None:
        """Count a document. fail_on: the level from which its findings fail the run."""
        report = outcome.report
        self.states[report.state] += 1
        for severity in SEVERITY_ORDER:
            self.findings[severity] += report.count(severity)
        self.findings["suppressed"] += report.suppressed
        self.findings["unchanged"] += report.unchanged
        self.over += sum(report.count(severity) for severity in SEVERITY_ORDER if reaches(severity, fail_on))

    @property
    def documents(self) -> int:
        return sum(self.states.values())

    @property
    def not_checked(self) -> int:
        return sum(number for state, number in self.states.items() if state not in READ_WELL)

    def object(self) -> dict[str, Any]:
        """`counts` of the contract; `checked` and `not_checked` add up to `documents`."""
        return {
            "documents": self.documents,
            "checked": self.documents - self.not_checked,
            "not_checked": self.not_checked,
            "error": self.findings["error"],
            "warning": self.findings["warning"],
            "info": self.findings["info"],
            "suppressed": self.findings["suppressed"],
            "unchanged": self.findings["unchanged"],
            "states": {str(state): number for state, number in sorted(self.states.items())},
            "skipped": self.skipped,
        }

    def exit_code(self, allow_unchecked: bool) -> int:
        """0, 1 or 3 of the contract."""
        if self.over:
            return FOUND_FAULTS
        return NOT_CHECKED if self.not_checked and not allow_unchecked else 0


def reaches(severity: Severity, fail_on: str) -> bool:
    """Whether a severity is at or above the level of `--fail-on`."""
    return fail_on != "none" and SEVERITY_ORDER.index(severity) <= SEVERITY_ORDER.index(_severity(fail_on))


def _severity(name: str) -> Severity:
    return next(severity for severity in SEVERITY_ORDER if severity == name)
