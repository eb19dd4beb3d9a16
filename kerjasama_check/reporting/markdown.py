"""Markdown for the comment of a pull request: the verdict first, a table of the documents, the findings folded away.

Text of a document is escaped: it makes no markup, no link, no table cell, and calls nobody by an "@".
"""

from __future__ import annotations

from typing import IO

from kerjasama_check.checking.findings import DocumentReport, Finding
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.reading.document import State
from kerjasama_check.reporting import words
from kerjasama_check.reporting.addresses import name_in
from kerjasama_check.reporting.clean import clean, escaped, shown
from kerjasama_check.reporting.formats import RunFacts
from kerjasama_check.reporting.lines import place_words, reason_words
from kerjasama_check.reporting.order import in_text_order
from kerjasama_check.reporting.report import basis_words, verdict
from kerjasama_check.reporting.spool import Spool
from kerjasama_check.reporting.sums import listing, skipped_words, states_words, verdict_of_all
from kerjasama_check.reporting.totals import Totals
from kerjasama_check.reporting.understood import Outcome

MARKS = {"error": "🔴", "warning": "🟡", "info": "🔵"}
ROOM = 60_000  # signs; GitHub takes comments of up to 65,536. One half is for the table, one for the findings
_SIGNS = lazy(r"[\\`*_\[\]|~<>&$]")
_START = lazy(r"^([-+#=]|\d+(?=[.)](?:\s|$)))")  # what would make a list, a heading or a rule at the start of a line
_LINKS = lazy(r"(@|#|\bGH-)(?=\w)|(?<=\w)(:)(?=//)|\b(www)(?=\.)")
_NOTHING = "<!-- -->"  # parts what GitHub would otherwise make a link or a mention of
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


class MarkdownReporter:
    """Rows and findings wait in spools, because the verdict stands before them."""

    ordered = True

    def __init__(self, stream: IO[str], run: RunFacts) -> None:
        self.stream = stream
        self.run = run
        self._rows, self._details = Spool(), Spool()
        self._row_room = self._room = ROOM // 2
        self._left_out = self._rows_left_out = 0

    def begin(self) -> None:
        """Everything is written in the end."""

    def document(self, outcome: Outcome) -> None:
        report = outcome.report
        row = self._row(report)
        if self._row_room > len(row):
            self._rows.write(row)
            self._row_room -= len(row)
        else:
            self._rows_left_out += 1
        if self.run.summary or not (report.findings or report.notices or report.state is not State.CHECKED):
            return
        text, number = self._document(report)
        if len(text) > self._room:
            self._left_out += number
            return
        self._room -= len(text)
        self._details.write(text)

    def end(self, totals: Totals) -> None:
        say = self._say
        self.stream.write(f"### kerjasama-check: {escape(verdict_of_all(totals, self.run.language)[0])}\n\n")
        self.stream.write(escape(states_words(totals, self.run.language)) + "\n")
        passed = skipped_words(totals.skipped, self.run.language)
        if passed:
            self.stream.write(f"\n{escape(passed)}\n")
        if totals.documents:
            captions = say("Berkas|Keadaan|Kesalahan|Peringatan|Catatan", "File|State|Errors|Warnings|Notes")
            self.stream.write(f"\n| {captions.replace('|', ' | ')} |\n| --- | --- | ---: | ---: | ---: |\n")
            self._rows.pour(self.stream)
        self._details.pour(self.stream)
        if self._left_out or self._rows_left_out:
            self.stream.write(f"\n{self._left_out_words()}\n")

    def _left_out_words(self) -> str:
        language = self.run.language
        parts = [
            words.counted(self._rows_left_out, language, "berkas", "file") if self._rows_left_out else "",
            words.counted(self._left_out, language, "temuan", "finding") if self._left_out else "",
        ]
        left = listing([part for part in parts if part], language)
        return self._say(
            f"{left} lagi tidak dimuat karena melampaui panjang komentar; lihat bentuk lain, misalnya html.",
            f"{left} more left out, since a comment has no room for them; see another format, such as html.",
        )

    def _say(self, indonesian: str, english: str) -> str:
        return words.pick(self.run.language, indonesian, english)

    def _row(self, report: DocumentReport) -> str:
        state = words.word(words.STATES, report.state, self.run.language)
        numbers = [report.count("error"), report.count("warning"), report.count("info")]
        shown_numbers = numbers if report.state is State.CHECKED else ["–"] * 3
        return f"| {self._name(report)} | {escape(state)} | {' | '.join(map(str, shown_numbers))} |\n"

    def _name(self, report: DocumentReport) -> str:
        return escape(shown(self._path(report)))

    def _path(self, report: DocumentReport) -> str:
        return name_in(report.path, self.run.root)

    def _document(self, report: DocumentReport) -> tuple[str, int]:
        """The folded part of a document, and how many findings it holds."""
        said, _ = verdict(report, self.run.language)
        name = escape_html(shown(self._path(report)))
        lines = ["", "<details>", f"<summary><b>{name}</b>: {escape_html(said)}</summary>", ""]
        lines += [f"> {escape(clean(notice))}\n" for notice in report.notices]
        if report.state is not State.CHECKED:
            lines.append(f"{escape(reason_words(report, self.run.language))}\n")
        cited: set[str] = set()
        number = 0
        for findings in in_text_order(report.findings).values():
            for finding in findings:
                lines.append(self._finding(finding, cited))
                number += 1
        aside = [finding for finding in report.findings if finding.suppressed is not None]
        if aside:
            lines += ["", f"**{self._say('Dikesampingkan', 'Set aside')}**", ""]
            lines += [f"{self._short(finding)} ({escape(finding.suppressed or '')})" for finding in aside]
        known = [finding for finding in report.findings if not finding.counts and finding.suppressed is None]
        if known:
            lines += ["", f"**{self._say('Temuan lama', 'Known findings')}**", "", *map(self._short, known)]
        return "\n".join([*lines, "", "</details>", ""]), number

    def _short(self, finding: Finding) -> str:
        return f"- {finding.rule} {escape(place_words(finding, self.run.language))}: {escape(finding.message)}"

    def _finding(self, finding: Finding, cited: set[str]) -> str:
        say, language = self._say, self.run.language
        severity = words.word(words.SEVERITIES, finding.severity, language)
        place = escape(place_words(finding, language))
        lines = [f"- {MARKS[finding.severity]} **{severity} {finding.rule}** · {place}  "]
        lines.append(f"  {escape(finding.message)}")
        quote = clean(finding.place.quote)
        if quote and quote.casefold() not in clean(finding.message).casefold():
            lines[-1] += "  "
            lines.append(f"  “{escape(quote)}”")
        if finding.advice:
            lines[-1] += "  "
            lines.append(f"  {say('Saran', 'Advice')}: {escape(finding.advice)}")
        lines[-1] += "  "
        lines.append(f"  <sub>{say('Dasar', 'Basis')}: {escape(basis_words(finding, cited, language))}</sub>")
        return "\n".join(lines)


def escape(text: str) -> str:
    """Text that Markdown shows as it is."""
    shown_text = _SIGNS.sub(lambda found: _ENTITIES.get(found[0], "\\" + found[0]), clean(text))
    shown_text = _START.sub(lambda found: found[0] + "\\" if found[0].isdigit() else "\\" + found[0], shown_text)
    return _LINKS.sub(lambda found: found[0] + _NOTHING, shown_text)


def escape_html(text: str) -> str:
    """Text inside HTML, where the signs of Markdown mean nothing."""
    return _LINKS.sub(lambda found: found[0] + _NOTHING, escaped(clean(text), quotes=False))
