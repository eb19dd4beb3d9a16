"""What a baseline holds, on the terminal: documents with their findings by severity, and the rules most often met."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kerjasama_check.reporting import words
from kerjasama_check.reporting.clean import clean
from kerjasama_check.reporting.ink import Ink
from kerjasama_check.reporting.table import Column, write_table
from kerjasama_check.reporting.terminal import Page
from kerjasama_check.reporting.totals import SEVERITY_ORDER

if TYPE_CHECKING:
    from kerjasama_check.settings.baseline import Baseline

_CAPTIONS = {"error": ("Kes.", "Err."), "warning": ("Per.", "Warn."), "info": ("Cat.", "Note")}


def write_baseline(page: Page, baseline: Baseline, language: str) -> None:
    """One row per document, the findings by rule, and the sums."""
    columns = [
        Column(words.pick(language, "Naskah", "Document"), 24),
        *(Column(words.pick(language, *_CAPTIONS[severity]), 4, right=True) for severity in SEVERITY_ORDER),
        Column(words.pick(language, "Aturan", "Rules"), 20),
    ]
    rows = []
    for name, document in sorted(baseline.documents.items()):
        numbers = Counter(finding.severity for finding in document.findings)
        rules = Counter(finding.rule for finding in document.findings)
        named = ", ".join(f"{rule} ×{number}" if number > 1 else rule for rule, number in sorted(rules.items()))
        counts = [Ink(str(numbers[severity])) for severity in SEVERITY_ORDER]
        rows.append([Ink(clean(name)), *counts, Ink(clean(named))])
    if rows:
        write_table(page, columns, rows)
        page.blank()
    findings = words.counted(baseline.number, language, "temuan", "finding")
    documents = words.counted(len(baseline.documents), language, "naskah", "document")
    made = words.day(baseline.created, language)
    page.line(
        words.pick(
            language,
            f"{findings} pada {documents}; dibuat {made} dengan kerjasama-check {clean(baseline.version)}.",
            f"{findings} in {documents}; made on {made} with kerjasama-check {clean(baseline.version)}.",
        )
    )
