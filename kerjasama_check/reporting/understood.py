"""What the reports say of an agreement, apart from its findings: a small extract that travels between processes."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from kerjasama_check.agreement.model import Agreement, Commitment, Obligation, Term
from kerjasama_check.checking.findings import DocumentReport
from kerjasama_check.reporting.sheet import Sheet


@dataclass(frozen=True, slots=True)
class PartyLine:
    label: str | None
    institution: str | None
    representative: str | None
    office: str | None


@dataclass(frozen=True, slots=True)
class Understood:
    """What a document was understood as. term_status: as in the contract, at the day of the run."""

    kind: str | None
    title: str | None
    subject: str | None
    numbers: tuple[str | None, ...]
    parties: tuple[PartyLine, ...]
    date: datetime.date | None
    place: str | None
    articles: int
    term: Term
    term_status: str
    format: str
    pages: int | None
    words: int
    ocr_pages: tuple[int, ...]
    ocr: bool
    tracked_changes: int
    comments: int
    view: str
    recognised: float
    template: bool
    ceremonial: bool
    obligations: tuple[Obligation, ...] | None = None  # only where the balance was asked for
    commitments: tuple[Commitment, ...] | None = None  # only where the budget was asked for


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file for the reporters: the report without its agreement, and the extract (None where nothing was read).

    sheet: the text with its tables, only where a format shows it.
    """

    report: DocumentReport
    understood: Understood | None = None
    sheet: Sheet | None = None


def term_status(term: Term, on: datetime.date) -> str:
    """Where a day stands in the term. A term without a known end is never said to be in force."""
    if term.start is not None and on < term.start:
        return "not-started"
    if term.end is None:
        return "unknown"
    return "expired" if on > term.end else "active"


def understand(agreement: Agreement, on: datetime.date) -> Understood:
    reading = agreement.document.reading
    title = agreement.title
    return Understood(
        kind=agreement.kind,
        title=title.text if title else None,
        subject=title.subject if title else None,
        numbers=tuple(line.value for line in agreement.numbers),
        parties=tuple(PartyLine(p.label, p.institution, p.representative, p.office) for p in agreement.parties),
        date=agreement.date,
        place=agreement.place,
        articles=len(agreement.articles),
        term=agreement.term,
        term_status=term_status(agreement.term, on),
        format=reading.format,
        pages=reading.pages,
        words=reading.words,
        ocr_pages=reading.ocr_pages,
        ocr=reading.ocr,
        tracked_changes=reading.tracked_changes,
        comments=len(agreement.document.comments),
        view=reading.view,
        recognised=agreement.recognised,
        template=agreement.template,
        ceremonial=agreement.ceremonial,
        obligations=agreement.obligations,
        commitments=agreement.commitments,
    )
