"""The objects of the output contract, as plain dictionaries in the order of the contract.

What was not found is None (or [] for a list), never an empty string and never left out.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, Any

from kerjasama_check.agreement.model import Agreement, Article, Commitment, Item, Obligation, Paragraph, Recital, Term
from kerjasama_check.checking.findings import Basis, Finding, Report, Spot
from kerjasama_check.reading.document import State
from kerjasama_check.reporting.understood import Outcome, Understood, term_status

Object = dict[str, Any]
AGREEMENT_SCHEMA = "kerjasama-check/agreement/1"
REPORT_SCHEMA = "kerjasama-check/report/1"
RULES_SCHEMA = "kerjasama-check/rules/1"
DOCTOR_SCHEMA = "kerjasama-check/doctor/1"


# ------------------------------------------------------------------ check
def document_object(outcome: Outcome) -> Object:
    """One entry of `documents`."""
    report, understood = outcome.report, outcome.understood
    return {
        "path": str(report.path),
        "state": str(report.state),
        "reason": report.reason or None,
        "kind": understood.kind if understood else None,
        "profile": report.profile or None,
        "findings": [finding_object(finding) for finding in report.findings],
        "counts": {
            "error": report.count("error"),
            "warning": report.count("warning"),
            "info": report.count("info"),
            "suppressed": report.suppressed,
            "unchanged": report.unchanged,
        },
        "notices": list(report.notices),
        "obligations": _duties(understood),
        "commitments": _costs(understood),
    }


def _duties(understood: Understood | None) -> list[Object] | None:
    """The rows of the balance; None where it was not asked for."""
    if understood is None or understood.obligations is None:
        return None
    return [_obligation(row) for row in understood.obligations]


def _costs(understood: Understood | None) -> list[Object] | None:
    """The rows of the budget; None where it was not asked for."""
    if understood is None or understood.commitments is None:
        return None
    return [_commitment(row) for row in understood.commitments]


def finding_object(finding: Finding) -> Object:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "force": finding.force,
        "message": finding.message,
        "advice": finding.advice or None,
        "basis": [_basis(basis) for basis in finding.basis],
        "place": _place(finding.place, finding.page),
        "more_places": [_place(spot, page) for spot, page in finding.more_places],
        "confidence": finding.confidence,
        "fix": {"original": finding.fix.original, "replacement": finding.fix.replacement} if finding.fix else None,
        "fingerprint": finding.fingerprint,
        "suppressed": finding.suppressed,
        "baseline": finding.baseline,
    }


def _basis(basis: Basis) -> Object:
    return {"regulation": basis.regulation, "title": basis.title, "article": basis.article or None}


def _place(spot: Spot, page: int | None) -> Object:
    return {"provision": spot.provision, "paragraph": spot.block, "page": page, "quote": spot.quote or None}


def report_head(version: str, rules: str, date: datetime.date) -> Object:
    """What stands before `documents`."""
    return {
        "schema": REPORT_SCHEMA,
        "tool": {"name": "kerjasama-check", "version": version, "rules": rules},
        "date": date.isoformat(),
    }


def report_object(report: Report, version: str) -> Object:
    """A whole report of the public interface."""
    from kerjasama_check.reporting.totals import Totals
    from kerjasama_check.reporting.understood import understand

    totals = Totals()
    documents = []
    for document in report.documents:
        understood = understand(document.agreement, report.date) if document.agreement else None
        outcome = Outcome(document, understood)
        totals.add(outcome)
        documents.append(document_object(outcome))
    head = report_head(version, report.rules, report.date)
    return {**head, "documents": documents, "suppressions": [], "counts": totals.object()}


# ------------------------------------------------------------------ show
def agreement_object(
    path: Path, state: State, agreement: Agreement | None, on: datetime.date, reason: str | None = None
) -> Object:
    """The object of `show`; for a file that is no agreement or could not be read it holds null and []."""
    from kerjasama_check.agreement import with_analyses

    read = with_analyses(agreement) if agreement is not None and state is State.CHECKED else None
    title = read.title if read else None
    return {
        "schema": AGREEMENT_SCHEMA,
        "path": str(path),
        "state": str(state),
        "reason": reason or None,
        "kind": read.kind if read else None,
        "title": _text(title.text) if title else None,
        "subject": _text(title.subject) if title else None,
        "numbers": [_text(line.value) for line in read.numbers] if read else [],
        "date": _date(read.date) if read else None,
        "place": _text(read.place) if read else None,
        "parties": [
            {
                "label": _text(party.label),
                "institution": _text(party.institution),
                "representative": _text(party.representative),
                "office": _text(party.office),
                "sector": party.sector,
            }
            for party in (read.parties if read else ())
        ],
        "recitals": _recitals(read.recitals if read else ()),
        "legal_bases": _recitals(read.legal_bases if read else ()),
        "articles": [_article(article) for article in (read.articles if read else ())],
        "closing": _text(read.closing.text) if read else None,
        "copies": read.closing.copies if read else None,
        "signatures": [
            {"label": _text(signature.label), "name": _text(signature.name), "office": _text(signature.office)}
            for signature in (read.signatures if read else ())
        ],
        "annexes": [{"label": _text(a.label), "title": _text(a.title)} for a in (read.annexes if read else ())],
        "term": _term(read.term if read else Term(), on),
        "amounts": [
            {"value": amount.value, "currency": amount.currency, "provision": amount.provision}
            for amount in (read.amounts if read else ())
        ],
        "obligations": [_obligation(row) for row in (read.obligations if read else None) or ()],
        "commitments": [_commitment(row) for row in (read.commitments if read else None) or ()],
        "reading": _reading(agreement),
    }


def _article(article: Article) -> Object:
    return {
        "number": article.number,
        "label": _text(article.label),
        "heading": _text(article.heading),
        "clauses": list(article.clauses) or ["lainnya"],
        "paragraphs": [_node(paragraph) for paragraph in article.paragraphs],
    }


def _node(node: Paragraph | Item) -> Object:
    return {"label": _text(node.label), "text": _text(node.text), "items": [_node(item) for item in node.items]}


def _obligation(row: Obligation) -> Object:
    return {
        "parties": list(row.parties),
        "modality": row.modality,
        "action": _text(row.action),
        "toward": list(row.toward),
        "condition": _text(row.condition),
        "provision": row.provision,
        "quote": _text(row.quote),
    }


def _commitment(row: Commitment) -> Object:
    return {
        "what": _text(row.what),
        "category": row.category,
        "payers": list(row.payers),
        "each_own": row.each_own,
        "source": list(row.source),
        "amount": {"value": row.amount[0], "currency": row.amount[1]} if row.amount else None,
        "when": _text(row.when),
        "condition": _text(row.condition),
        "provision": row.provision,
        "quote": _text(row.quote),
    }


def _recitals(recitals: Iterable[Recital]) -> list[str]:
    return [recital.text for recital in recitals if recital.text]


def _term(term: Term, on: datetime.date) -> Object:
    return {
        "months": term.months,
        "start": _date(term.start),
        "end": _date(term.end),
        "status": term_status(term, on),
    }


def _reading(agreement: Agreement | None) -> Object:
    if agreement is None:
        names = ("format", "pages", "words", "ocr", "tracked_changes", "comments", "recognised")
        return dict.fromkeys(names)
    reading = agreement.document.reading
    return {
        "format": reading.format,
        "pages": reading.pages,
        "words": reading.words,
        "ocr": reading.ocr,
        "tracked_changes": reading.tracked_changes,
        "comments": len(agreement.document.comments),
        "recognised": round(agreement.recognised, 4),
    }


def _text(text: str | None) -> str | None:
    return text or None


def _date(date: datetime.date | None) -> str | None:
    return date.isoformat() if date else None


# ------------------------------------------------------------------ for the formats
def dump(value: Mapping[str, Any], *, indent: int | None = 2, ascii_only: bool = False) -> str:
    """JSON text. Lone surrogates (from odd file names) are escaped, so that the text is valid Unicode."""
    import json

    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    if not ascii_only:
        text = "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in text) if _odd(text) else text
    return text


def _odd(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def ascii_only(stream: IO[str]) -> bool:
    """Whether JSON for this stream is to be written with escapes, because it cannot carry every character."""
    return not (getattr(stream, "encoding", None) or "utf-8").lower().replace("_", "-").startswith("utf")
