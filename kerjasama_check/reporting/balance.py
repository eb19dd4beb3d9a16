"""Neraca Para Pihak: per party how many duties, rights, powers, prohibitions and remedies it has, and which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kerjasama_check.agreement.model import Obligation
from kerjasama_check.reporting import words
from kerjasama_check.reporting.clean import clean
from kerjasama_check.reporting.ink import Ink
from kerjasama_check.reporting.sums import listing
from kerjasama_check.reporting.table import Column, write_table
from kerjasama_check.reporting.terminal import STYLES, Page
from kerjasama_check.reporting.understood import PartyLine

GROUPS = {
    "kewajiban": ("Kewajiban", "Duties"),
    "hak": ("Hak", "Rights"),
    "wewenang": ("Wewenang", "Powers"),
    "larangan": ("Larangan", "Prohibitions"),
    "upaya": ("Upaya atas pelanggaran", "Remedies"),
}
SHORT = {**GROUPS, "upaya": ("Upaya", "Remedies")}
Bearers = tuple[str, ...]


def group_of(row: Obligation) -> str:
    """The list that a row stands in: its modality, or "upaya" for a right or power that answers a breach."""
    return "upaya" if row.remedy else row.modality


def bearers(rows: Sequence[Obligation], labels: Sequence[str]) -> list[Bearers]:
    """Who bears rows: every party by itself, all together, then other groups in the order of the text."""
    alone: list[Bearers] = [(label,) for label in labels]
    everyone = tuple(labels)
    named = [*alone, *([everyone] if len(labels) > 1 else [])]
    return [*named, *dict.fromkeys(row.parties for row in rows if row.parties not in named)]


def write_balance(page: Page, rows: Sequence[Obligation], parties: Sequence[PartyLine], language: str) -> None:
    """The table of counts and the lists of every bearer. Text of the document is cleaned, never markup."""
    labels = [party.label for party in parties if party.label]
    page.line(Ink(words.pick(language, "Neraca Para Pihak", "Balance of the parties"), "bold underline"))
    if not rows:
        page.line(
            words.pick(language, "Tidak ada hak atau kewajiban pihak yang ditemukan.", "No duties or rights found."),
            indent=2,
        )
        return
    names = bearers(rows, labels)
    columns = [Column(words.pick(language, "Pihak", "Party"), 14)]
    columns += [Column(words.pick(language, *pair), 5, right=True) for pair in SHORT.values()]
    write_table(page, columns, [_counts(rows, who, labels, language) for who in names])
    institutions = {party.label: party.institution for party in parties}
    for who in names:
        own = [row for row in rows if row.parties == who]
        if own:
            page.blank()
            _bearer(page, who, own, labels, institutions.get(who[0]) if len(who) == 1 else None, language)


def _counts(rows: Sequence[Obligation], who: Bearers, labels: Sequence[str], language: str) -> list[Ink]:
    own = [group_of(row) for row in rows if row.parties == who]
    return [Ink(bearer_words(who, labels, language)), *(Ink(str(own.count(group))) for group in GROUPS)]


def bearer_words(who: Bearers, labels: Sequence[str], language: str) -> str:
    """Who bears rows, in words."""
    if len(who) > 1 and who == tuple(labels):
        return words.pick(language, "Semua pihak", "All parties")
    return clean(listing(list(who), language))


def _bearer(
    page: Page, who: Bearers, rows: Sequence[Obligation], labels: Sequence[str], institution: str | None, language: str
) -> None:
    head = Ink(bearer_words(who, labels, language), "bold")
    if institution:
        head.append(f" – {clean(institution)}")
    page.line(head)
    for group, caption in GROUPS.items():
        listed = [row for row in rows if group_of(row) == group]
        if not listed:
            continue
        page.line(Ink(f"{words.pick(language, *caption)} ({len(listed)})", STYLES["faint"]), indent=2)
        for row in listed:
            page.hanging(Ink("    • "), row_words(row, language))


def row_words(row: Obligation, language: str) -> Ink:
    """A row as an item of a list: action, whom it is due to, condition and place."""
    text = Ink(clean(row.action))
    notes = []
    said = row.action.casefold()
    if row.toward and not any(name.casefold() in said for name in (*row.toward, "pihak lain", "para pihak")):
        due = ("dari", "from") if row.modality == "hak" else ("kepada", "toward")
        notes.append(f"{words.pick(language, *due)} {listing(list(row.toward), language)}")
    if row.condition and row.condition.casefold() not in row.action.casefold():
        notes.append(row.condition[:1].lower() + row.condition[1:])
    if notes:
        text.append(f" – {clean('; '.join(notes))}")
    text.append(f" [{clean(row.provision)}]", STYLES["faint"])
    return text


def balance_lines(rows: Sequence[Obligation]) -> Iterator[str]:
    """One line per row for the plain format: `Pasal 4 ayat (1): kewajiban PIHAK KESATU: menyediakan ruang`."""
    for row in rows:
        yield f"{clean(row.provision)}: {group_of(row)} {clean(' + '.join(row.parties))}: {clean(row.action)}"
