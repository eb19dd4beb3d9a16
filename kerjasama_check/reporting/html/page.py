"""The page: its frame, the summary of several documents, and a section for each of them.

Sections and rows wait in spools, so that a page over thousands of documents is never held in memory. The page carries
a policy by which a browser runs no script but the one that stands in it, and fetches nothing.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from kerjasama_check.checking.findings import DocumentReport
from kerjasama_check.reading.document import State
from kerjasama_check.reporting import words
from kerjasama_check.reporting.clean import escaped, portable, shown, xml
from kerjasama_check.reporting.formats import RunFacts
from kerjasama_check.reporting.html import tables
from kerjasama_check.reporting.html.findings import SIGNS, Cards, numbered
from kerjasama_check.reporting.html.text import marked_text
from kerjasama_check.reporting.lines import is_unread, reason_words
from kerjasama_check.reporting.report import verdict
from kerjasama_check.reporting.spool import Spool
from kerjasama_check.reporting.sums import skipped_words, states_words, verdict_of_all
from kerjasama_check.reporting.totals import SEVERITY_ORDER, Totals
from kerjasama_check.reporting.understood import Outcome

_FOLDER = Path(__file__).parent


class HtmlReporter:
    """One page per run."""

    ordered = True

    def __init__(self, stream: IO[str], run: RunFacts) -> None:
        self.stream = stream
        self.run = run
        self._rows, self._sections = Spool(), Spool()
        self._documents = 0
        self._only: tuple[str, str] | None = None  # verdict of the only document, with its style

    def begin(self) -> None:
        """Everything is written in the end."""

    def document(self, outcome: Outcome) -> None:
        self._documents += 1
        key = f"d{self._documents}"
        self._rows.write(portable(self._row(outcome.report, key), self.stream))
        self._only = verdict(outcome.report, self.run.language) if self._documents == 1 else None
        for piece in self._section(outcome, key):
            self._sections.write(portable(piece, self.stream))

    def end(self, totals: Totals) -> None:
        style = (_FOLDER / "page.css").read_text(encoding="utf-8")
        script = (_FOLDER / "page.js").read_text(encoding="utf-8")
        for piece in self._frame(totals, style, script):
            self.stream.write(portable(piece, self.stream))
        if self._several:
            self._write_summary(totals)
        self._sections.pour(self.stream)
        self.stream.write(portable(self._foot(), self.stream))
        self.stream.write(f"<script>{script}</script>\n</body>\n</html>\n")

    @property
    def _several(self) -> bool:
        return self.run.several or self._documents != 1

    def _say(self, indonesian: str, english: str) -> str:
        return words.pick(self.run.language, indonesian, english)

    # -------------------------------------------------------------- frame
    def _frame(self, totals: Totals, style: str, script: str) -> Iterator[str]:
        say, language = self._say, self.run.language
        title = say("Hasil pemeriksaan naskah kerja sama", "Report on cooperation agreements")
        policy = (
            f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
            "base-uri 'none'; form-action 'none'"
        )
        yield (
            f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="color-scheme" content="light dark">\n'
            f'<meta name="generator" content="kerjasama-check {xml(self.run.version)}">\n<title>{title}</title>\n'
        )
        yield f"<style>{style}</style>\n</head>\n<body>\n"
        yield f'<a class="skip" href="#isi">{say("Langsung ke hasil", "Skip to the results")}</a>\n'
        day = words.day(self.run.date, language)
        rules = say("aturan", "rules")
        made = f"{day} · kerjasama-check {xml(self.run.version)} · {rules} {xml(self.run.rules[:12])}"
        yield f'<header class="top">\n<h1>{title}</h1>\n<p class="meta">{made}</p>\n'
        text, look = self._only if self._only and not self._several else verdict_of_all(totals, language)
        yield f'<p class="verdict {look}">{xml(text)}</p>\n'
        yield from self._tools(totals)
        yield '</header>\n<main id="isi" tabindex="-1">\n'

    def _tools(self, totals: Totals) -> Iterator[str]:
        """Filters and buttons; without scripts they are not shown, and everything else is."""
        say = self._say
        yield f'<div class="tools" role="toolbar" aria-label="{say("Alat", "Tools")}">\n'
        for severity in SEVERITY_ORDER:
            name = words.word(words.SEVERITIES, severity, self.run.language)
            yield (
                f'<label class="filter {severity}"><input type="checkbox" checked data-show="{severity}"> '
                f'<span aria-hidden="true">{SIGNS[severity]}</span> {name} ({totals.findings[severity]})</label>\n'
            )
        for action, key, caption in (
            ("previous", "p", say("Sebelumnya", "Previous")),
            ("next", "n", say("Berikutnya", "Next")),
            ("theme", "t", say("Terang/gelap", "Light/dark")),
            ("print", "", say("Cetak", "Print")),
        ):
            hint = f' aria-keyshortcuts="{key}" title="{say("Tombol", "Key")} {key}"' if key else ""
            yield f'<button type="button" data-do="{action}"{hint}>{caption}</button>\n'
        yield "</div>\n"

    def _foot(self) -> str:
        keys = self._say(
            "Papan ketik: <kbd>n</kbd> temuan berikutnya, <kbd>p</kbd> temuan sebelumnya, <kbd>t</kbd> terang/gelap, "
            "<kbd>Tab</kbd> tautan berikutnya.",
            "Keyboard: <kbd>n</kbd> next finding, <kbd>p</kbd> previous finding, <kbd>t</kbd> light/dark, "
            "<kbd>Tab</kbd> next link.",
        )
        caution = self._say(
            "Laporan ini menunjukkan apa yang perlu ditelaah lagi oleh perancang; laporan tanpa temuan bukan "
            "persetujuan atas naskah. Nomor di tepi naskah adalah nomor paragraf.",
            "This report shows what a drafter should look at again; a report without findings is no approval of the "
            "text. The numbers beside the text are those of its paragraphs.",
        )
        return f'</main>\n<footer>\n<p class="keys">{keys}</p>\n<p>{caution}</p>\n</footer>\n'

    # -------------------------------------------------------------- summary
    def _write_summary(self, totals: Totals) -> None:
        captions = self._say("Berkas|Keadaan", "File|State").split("|")
        counted = [words.word(words.SEVERITIES, severity, self.run.language) for severity in SEVERITY_ORDER]
        pieces = [
            f'<section class="summary">\n<h2>{self._say("Ringkasan", "Summary")}</h2>\n',
            f"<p>{xml(states_words(totals, self.run.language))}</p>\n",
        ]
        passed = skipped_words(totals.skipped, self.run.language)
        if passed:
            pieces.append(f"<p>{xml(passed)}</p>\n")
        pieces.append('<div class="wide" tabindex="0"><table>\n<thead><tr>')
        pieces += [f'<th scope="col">{caption}</th>' for caption in captions]
        pieces += [f'<th scope="col" class="number">{caption}</th>' for caption in counted]
        pieces.append("</tr></thead>\n<tbody>\n")
        self.stream.write(portable("".join(pieces), self.stream))
        self._rows.pour(self.stream)
        self.stream.write("</tbody></table></div>\n</section>\n")

    def _row(self, report: DocumentReport, key: str) -> str:
        state = words.word(words.STATES, report.state, self.run.language)
        checked = report.state is State.CHECKED
        cells = [
            f'<td class="number">{_count(report.count(severity), severity) if checked else "–"}</td>'
            for severity in SEVERITY_ORDER
        ]
        look = "unread" if is_unread(report) else "read"
        name = escaped(shown(str(report.path)))
        return f'<tr class="{look}"><td><a href="#{key}">{name}</a></td><td>{xml(state)}</td>{"".join(cells)}</tr>\n'

    # -------------------------------------------------------------- one document
    def _section(self, outcome: Outcome, key: str) -> Iterator[str]:
        """A section; among several it is folded until somebody opens it."""
        report, language = outcome.report, self.run.language
        text, look = verdict(report, language)
        name = escaped(shown(str(report.path)))
        if self.run.several:
            yield f'<details class="doc" id="{key}">\n<summary><h2>{name}</h2> '
            yield f'<span class="verdict {look}">{xml(text)}</span></summary>\n'
        else:
            yield f'<section class="doc" id="{key}">\n<h2>{name}</h2>\n'
        yield from self._body(outcome, key)
        yield "</details>\n" if self.run.several else "</section>\n"

    def _body(self, outcome: Outcome, key: str) -> Iterator[str]:
        report, language, understood = outcome.report, self.run.language, outcome.understood
        if understood is not None and report.state is State.CHECKED:
            yield from tables.head(understood, report.profile, language)
        for notice in report.notices:
            yield f'<p class="notice">{xml(notice)}</p>\n'
        if report.state is not State.CHECKED:
            yield f'<p class="notice">{xml(reason_words(report, language))}</p>\n'
            return
        lines = outcome.sheet.lines if outcome.sheet else ()
        found = numbered(report.findings)
        cards = Cards(key, language, self.run.book, bool(lines))
        yield '<div class="pair">\n'
        yield f'<section class="findings" aria-label="{self._say("Temuan", "Findings")}" tabindex="0">\n'
        yield f"<h3>{self._say('Temuan', 'Findings')} ({len(found)})</h3>\n"
        yield from cards.write(found)
        if not found:
            yield f'<p class="none">{self._say("Tidak ada temuan.", "Nothing found.")}</p>\n'
        yield from cards.aside(report.findings)
        yield "</section>\n"
        if lines:
            yield f'<section class="text" aria-label="{self._say("Naskah", "Text")}" tabindex="0">\n'
            yield f"<h3>{self._say('Naskah', 'Text')}</h3>\n"
            yield from marked_text(lines, found, key, language)
            yield "</section>\n"
        yield "</div>\n"
        yield from self._tables(outcome)

    def _tables(self, outcome: Outcome) -> Iterator[str]:
        """The tables of duties and costs, where there are any."""
        sheet, understood = outcome.sheet, outcome.understood
        if sheet is None or understood is None:
            return
        if sheet.obligations or sheet.commitments:
            yield '<div class="tables">\n'
            if sheet.obligations:
                yield from tables.balance(sheet.obligations, understood.parties, self.run.language)
            if sheet.commitments:
                yield from tables.budget(sheet.commitments, understood.parties, understood.term, self.run.language)
            yield "</div>\n"


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _count(number: int, severity: str) -> str:
    return f'<span class="{severity}">{number}</span>' if number else "0"
