"""The report of many documents on the terminal: a table of all, the findings of each below it, the sums."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

from kerjasama_check.checking.findings import DocumentReport
from kerjasama_check.reading.document import State
from kerjasama_check.reporting import words
from kerjasama_check.reporting.clean import clean
from kerjasama_check.reporting.ink import Ink
from kerjasama_check.reporting.report import write_document
from kerjasama_check.reporting.sums import skipped_words, states_words, verdict_of_all
from kerjasama_check.reporting.table import Column, write_table
from kerjasama_check.reporting.terminal import STYLES, Page
from kerjasama_check.reporting.totals import READ_WELL, Totals
from kerjasama_check.reporting.understood import Outcome

ROOMY = 100  # columns from which the captions are written out


def write_overview(
    page: Page,
    outcomes: Sequence[Outcome],
    totals: Totals,
    language: str,
    *,
    summary: bool,
    fingerprints: bool = False,
) -> None:
    """summary: only the table and the sums. fingerprints: of every finding."""
    if outcomes:
        common = common_folder([outcome.report.path for outcome in outcomes])
        if common is not None:
            page.line(Ink(f"Folder: {clean(str(common))}"), wrap=False)
            page.blank()
        rows = [_cells(outcome, common, language) for outcome in outcomes]
        write_table(page, _columns(page.width, language), rows)
    if not summary:
        _write_unread(page, outcomes, language)
        for outcome in outcomes:
            if outcome.report.state is State.CHECKED and _has_news(outcome.report):
                page.blank()
                write_document(page, outcome, language, head=False, fingerprints=fingerprints)
    if outcomes:
        page.blank()
    write_sums(page, totals, language)


def _has_news(report: DocumentReport) -> bool:
    """Whether there is more to say of a document than its row in the table."""
    return bool(report.notices) or any(finding.counts for finding in report.findings)


def _write_unread(page: Page, outcomes: Sequence[Outcome], language: str) -> None:
    """Why files were not checked, one sentence each."""
    unread = [outcome.report for outcome in outcomes if outcome.report.state not in READ_WELL]
    if not unread:
        return
    page.blank()
    page.line(Ink(words.pick(language, "Tidak diperiksa", "Not checked"), "bold underline"))
    for report in unread:
        page.line(Ink(clean(str(report.path)), "bold"), indent=2, wrap=False)
        page.line(clean(report.reason or words.word(words.STATES, report.state, language) + "."), indent=4)


def _columns(width: int, language: str) -> list[Column]:
    def column(indonesian: str, english: str, least: int, right: bool = False) -> Column:
        return Column(words.pick(language, indonesian, english), least, right)

    counts = (
        [("Kes.", "Err."), ("Per.", "Warn.")]
        if width < ROOMY
        else [("Kesalahan", "Errors"), ("Peringatan", "Warnings")]
    )
    return [
        column("Berkas", "File", 24),
        column("Keadaan", "State", 10),
        column("Jenis", "Kind", 11),
        column("Para pihak", "Parties", 14),
        *(column(*caption, len(words.pick(language, *caption)), right=True) for caption in counts),
    ]


def common_folder(paths: Sequence[Path]) -> Path | None:
    """The deepest folder that holds all of several files; None where that is the current folder or there is none."""
    if len(paths) < 2:
        return None
    shared = Path(*(parts[0] for parts in takewhile(_same, zip(*(path.parent.parts for path in paths), strict=False))))
    return shared if shared != Path() else None


def _same(parts: tuple[str, ...]) -> bool:
    return len(set(parts)) == 1


def _cells(outcome: Outcome, common: Path | None, language: str) -> list[Ink]:
    report, understood = outcome.report, outcome.understood
    checked = report.state is State.CHECKED
    style = "" if checked else STYLES["warning" if report.state in READ_WELL else "error"]
    path = report.path.relative_to(common) if common else report.path
    cells = [Ink(clean(str(path))), Ink(words.word(words.STATES, report.state, language), style)]
    if not checked or understood is None:
        return [*cells, Ink("-"), Ink("-"), Ink("-"), Ink("-")]
    kind = (words.word(words.KINDS, understood.kind, "id") or "-").removesuffix(" (kontrak)")
    parties = [clean(party.institution or party.label or "?") for party in understood.parties]
    errors, warnings = report.count("error"), report.count("warning")
    return [
        *cells,
        Ink(kind),
        Ink("; ".join(parties) or "-"),
        Ink(str(errors), STYLES["error"] if errors else STYLES["faint"]),
        Ink(str(warnings), STYLES["warning"] if warnings else STYLES["faint"]),
    ]


def write_sums(page: Page, totals: Totals, language: str) -> None:
    """Files by state, what was passed over, and the verdict line."""
    page.line(states_words(totals, language))
    passed = skipped_words(totals.skipped, language)
    if passed:
        page.line(passed)
    text, style = verdict_of_all(totals, language)
    page.line(Ink(text, STYLES[style]))
