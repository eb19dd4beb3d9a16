"""What a document is, and its two tables: the balance of the parties and the budget consequences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kerjasama_check.agreement.model import Commitment, Obligation, Term
from kerjasama_check.reporting import words
from kerjasama_check.reporting.balance import GROUPS, SHORT, bearer_words, bearers, group_of, row_words
from kerjasama_check.reporting.budget import cells, money, payers_words
from kerjasama_check.reporting.budget_sums import Sums, sum_up
from kerjasama_check.reporting.clean import clean, escaped, xml
from kerjasama_check.reporting.ink import Ink
from kerjasama_check.reporting.report import identity
from kerjasama_check.reporting.sums import listing
from kerjasama_check.reporting.understood import PartyLine, Understood


def head(understood: Understood, profile: str | None, language: str) -> Iterator[str]:
    """The list of what the document was understood as."""
    yield '<dl class="identity">\n'
    before = None
    for caption, value in identity(understood, profile, language):
        if value:
            yield f"<dt>{xml(caption)}</dt>" if caption != before else ""
            yield f"<dd>{xml(value)}</dd>\n"
            before = caption
    yield "</dl>\n"


def balance(rows: Sequence[Obligation], parties: Sequence[PartyLine], language: str) -> Iterator[str]:
    """How many duties, rights and powers each party has, and which."""
    labels = [party.label for party in parties if party.label]
    names = bearers(rows, labels)
    yield f"<h3>{words.pick(language, 'Neraca Para Pihak', 'Balance of the parties')}</h3>\n"
    captions = [words.pick(language, "Pihak", "Party"), *(words.pick(language, *pair) for pair in SHORT.values())]
    yield from _table(
        captions, ([bearer_words(who, labels, language), *_counts(rows, who)] for who in names), {1, 2, 3, 4, 5}
    )
    for who in names:
        own = [row for row in rows if row.parties == who]
        if not own:
            continue
        yield f"<details><summary>{xml(bearer_words(who, labels, language))} ({len(own)})</summary>\n"
        for group, caption in GROUPS.items():
            listed = [row for row in own if group_of(row) == group]
            if listed:
                yield f"<h5>{words.pick(language, *caption)} ({len(listed)})</h5>\n<ul>\n"
                yield from (f"<li>{xml(row_words(row, language).plain)}</li>\n" for row in listed)
                yield "</ul>\n"
        yield "</details>\n"


def _counts(rows: Sequence[Obligation], who: tuple[str, ...]) -> list[str]:
    own = [group_of(row) for row in rows if row.parties == who]
    return [str(own.count(group)) for group in GROUPS]


def budget(rows: Sequence[Commitment], parties: Sequence[PartyLine], term: Term, language: str) -> Iterator[str]:
    """Costs, bearers, sources and amounts, and what they add up to."""

    def say(indonesian: str, english: str) -> str:
        return words.pick(language, indonesian, english)

    labels = [party.label for party in parties if party.label]
    yield f"<h3>{say('Konsekuensi Anggaran', 'Budget consequences')}</h3>\n"
    captions = say("Biaya|Penanggung|Sumber|Nilai|Tempat", "Cost|Borne by|Source|Amount|Place").split("|")
    yield from _table(captions, (cells(row, labels, language) for row in rows), {3})
    yield from _sums(sum_up(rows, term), labels, language)


def _sums(sums: Sums, labels: Sequence[str], language: str) -> Iterator[str]:
    if sums.totals:
        captions = words.pick(
            language, "Jumlah menurut penanggung|Tahun anggaran|Jumlah", "Total by payer|Fiscal year|Total"
        ).split("|")
        unknown = words.pick(language, "tidak disebut", "not said")
        rows = (
            [
                payers_words(total.payers, labels, language),
                str(total.year) if total.year else unknown,
                money(total.value, total.currency, language),
            ]
            for total in sums.totals
        )
        yield from _table(captions, rows, {2})
    if sums.left_out:
        places = listing(list(dict.fromkeys(clean(row.provision) for row in sums.left_out)), language)
        said = words.pick(
            language,
            f"Belum dijumlahkan karena bergantung pada banyaknya satuan atau jangka waktu: {places}.",
            f"Not added up, since it depends on quantities or on the term: {places}.",
        )
        yield f'<p class="faint">{xml(said)}</p>\n'


def _table(captions: Sequence[str], rows: Iterator[Sequence[str | Ink]], right: set[int]) -> Iterator[str]:
    """A table that scrolls sideways by itself where the window is narrow. right: columns of numbers."""
    yield '<div class="wide" tabindex="0"><table>\n<thead><tr>'
    yield "".join(f'<th scope="col"{_side(n, right)}>{xml(caption)}</th>' for n, caption in enumerate(captions))
    yield "</tr></thead>\n<tbody>\n"
    for row in rows:
        yield "<tr>"
        yield "".join(f"<td{_side(n, right)}>{_cell(cell)}</td>" for n, cell in enumerate(row))
        yield "</tr>\n"
    yield "</tbody></table></div>\n"


def _side(number: int, right: set[int]) -> str:
    return ' class="number"' if number in right else ""


def _cell(cell: str | Ink) -> str:
    if isinstance(cell, str):
        return xml(cell)
    return "<br>".join(escaped(line) for line in cell.plain.split("\n"))
