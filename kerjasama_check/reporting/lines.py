"""Sentences about a finding that several formats for other programs share."""

from __future__ import annotations

from kerjasama_check.checking.findings import DocumentReport, Finding
from kerjasama_check.reading.document import State
from kerjasama_check.reporting import words
from kerjasama_check.reporting.clean import clean
from kerjasama_check.reporting.report import basis_words, provision_words


def place_words(finding: Finding, language: str) -> str:
    """ "Pasal 5 ayat (2), hlm. 3"."""
    place = provision_words(finding.place.provision, language)
    page = f", {words.pick(language, 'hlm.', 'p.')} {finding.page}" if finding.page is not None else ""
    return place + page


def told(finding: Finding, language: str) -> str:
    """Message, advice and basis, one line."""
    parts = [clean(finding.message)]
    if finding.advice:
        parts.append(f"{words.pick(language, 'Saran', 'Advice')}: {clean(finding.advice)}")
    parts.append(f"{words.pick(language, 'Dasar', 'Basis')}: {clean(basis_words(finding, set(), language))}.")
    return " ".join(parts)


def reason_words(report: DocumentReport, language: str) -> str:
    """Why a file was not checked, or is no agreement."""
    return clean(report.reason or words.word(words.STATES, report.state, language) + ".")


def is_unread(report: DocumentReport) -> bool:
    """A file that could not be checked."""
    return report.state not in (State.CHECKED, State.NOT_AGREEMENT)
