"""The report of many documents on the terminal: a table of all, the findings of each below it, the sums."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from kerjasama_check.reading.document import State
from kerjasama_check.reporting import words
from kerjasama_check.reporting.clean import clean
from kerjasama_check.reporting.report import write_document
from kerjasama_check.reporting.sums import skipped_words, states_words, verdict_of_all
from kerjasama_check.reporting.terminal import STYLES, Page
from kerjasama_check.reporting.totals import READ_WELL, Totals
from kerjasama_check.reporting.understood import Outcome


def write_overview(page: Page, outcomes: Sequence[Outcome], totals: Totals, language: str, *, summary: bool) -> None:
    """summary: only the table and the sums."""
    if outcomes:
        page.write(_table(outcomes, language))
    if not summary:
        for outcome in outcomes:
            report = outcome.report
            if report.findings or report.notices or report.state is not State.CHECKED:
                page.blank()
                write_document(page, outcome, language, head=False)
    if outcomes:
        page.blank()
    write_sums(page, totals, language)


def _table(outcomes: Sequence[Outcome], language: str) -> Table:
    table = Table(box=None, expand=True, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for indonesian, english, ratio in (
        ("Berkas", "File", 7),
        ("Keadaan", "State", 3),
        ("Jenis", "Kind", 4),
        ("Para pihak", "Parties", 5),
    ):
        table.add_column(words.pick(language, indonesian, english), overflow="fold", ratio=ratio)
    for indonesian, english in (("Salah", "Err."), ("Ingat", "Warn.")):
        table.add_column(words.pick(language, indonesian, english), justify="right", no_wrap=True)
    for outcome in outcomes:
        table.add_row(*_cells(outcome, language))
    return table


def _cells(outcome: Outcome, language: str) -> list[Text]:
    report, understood = outcome.report, outcome.understood
    checked = report.state is State.CHECKED
    style = "" if checked else STYLES["warning" if report.state in READ_WELL else "error"]
    cells = [Text(clean(str(report.path))), Text(words.word(words.STATES, report.state, language), style=style)]
    if not checked or understood is None:
        return [*cells, Text("-"), Text("-"), Text("-"), Text("-")]
    kind = (words.word(words.KINDS, understood.kind, "id") or "-").removesuffix(" (kontrak)")
    parties = [clean(party.institution or party.label or "?") for party in understood.parties]
    errors, warnings = report.count("error"), report.count("warning")
    return [
        *cells,
        Text(kind),
        Text("; ".join(parties) or "-"),
        Text(str(errors), style=STYLES["error"] if errors else STYLES["faint"]),
        Text(str(warnings), style=STYLES["warning"] if warnings else STYLES["faint"]),
    ]


def write_sums(page: Page, totals: Totals, language: str) -> None:
    """Files by state, what was passed over, and the verdict line."""
    page.line(states_words(totals, language))
    passed = skipped_words(totals.skipped, language)
    if passed:
        page.line(passed)
    text, style = verdict_of_all(totals, language)
    page.line(Text(text, style=STYLES[style]))
