"""What checking yields: a Hit from a rule function, a Finding from the engine, a Report for the reporters."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.reading.document import State

Severity = Literal["error", "warning", "info"]
Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the document.

    provision: as the contract names it, None for the whole document. block: index into Document.blocks, None likewise.
    quote: the words in question, as they stand in the document (at most a sentence). start, end: their offsets in the
    text of the block where they are one run in it.
    """

    provision: str | None = None
    block: int | None = None
    quote: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Fix:
    original: str
    replacement: str


SEVERAL = "\x1f"  # between the parts of a value that a message lists: "a, b, dan c"


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule function yields: places and values, never severity or words (those are the rule's).

    values fill the braces of the rule's message and advice; SEVERAL joins those that are listed. variant picks another
    message of the rule (`messages:` in the YAML), None the plain one. confidence None: the rule's own. sole: the one
    hit of its variant that a document can have, for all places of the fault together; its fingerprint does not hang on
    the first of them.
    """

    spot: Spot = field(default_factory=Spot)
    values: dict[str, str | int] = field(default_factory=dict)
    more: tuple[Spot, ...] = ()
    variant: str | None = None
    confidence: Confidence | None = None
    fix: Fix | None = None
    sole: bool = False


@dataclass(frozen=True, slots=True)
class Basis:
    """A legal basis of a rule, resolved: key and title from rules/regulasi.yaml, article as the rule cites it."""

    regulation: str
    title: str
    article: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, as the contract prints it. Language is resolved (message and advice are in the language asked for).

    suppressed: why somebody set it aside. baseline: "new" or "unchanged" against a baseline, None without one.
    """

    rule: str
    name: str
    severity: Severity
    force: str
    message: str
    advice: str
    basis: tuple[Basis, ...]
    place: Spot
    page: int | None
    more_places: tuple[tuple[Spot, int | None], ...]
    confidence: Confidence
    fix: Fix | None
    fingerprint: str
    suppressed: str | None = None
    baseline: str | None = None

    @property
    def counts(self) -> bool:
        """Whether it counts towards sums and exit code: neither set aside nor known from the baseline."""
        return self.suppressed is None and self.baseline != "unchanged"


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """One file: its state, what it was understood as, what is wrong. agreement is None unless it was read.

    ran: ids of the rules that looked at it, whether they found anything or not; () unless somebody asks for them.
    """

    path: Path
    state: State
    reason: str | None
    agreement: Agreement | None
    profile: str | None
    findings: tuple[Finding, ...]
    notices: tuple[str, ...] = ()
    ran: tuple[str, ...] = ()

    def count(self, severity: Severity) -> int:
        return sum(f.severity == severity and f.counts for f in self.findings)

    @property
    def suppressed(self) -> int:
        return sum(f.suppressed is not None for f in self.findings)

    @property
    def unchanged(self) -> int:
        """Findings that the baseline knows, those set aside left out."""
        return sum(f.suppressed is None and f.baseline == "unchanged" for f in self.findings)


@dataclass(frozen=True, slots=True)
class Report:
    """A run over files. rules: sha256 of the rule set in use. date: the day terms are judged at."""

    documents: tuple[DocumentReport, ...]
    date: date
    rules: str
    language: str = "id"
