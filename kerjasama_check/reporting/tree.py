"""The structure of an agreement as a tree on the terminal."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from kerjasama_check.agreement import with_analyses
from kerjasama_check.agreement.model import Agreement, Amount, Article, Item, Paragraph, Party, Recital, Signature
from kerjasama_check.checking.findings import DocumentReport
from kerjasama_check.reading.document import State
from kerjasama_check.reporting import words
from kerjasama_check.reporting.balance import write_balance
from kerjasama_check.reporting.clean import clean
from kerjasama_check.reporting.ink import Ink
from kerjasama_check.reporting.report import term_words, text_words, write_verdict
from kerjasama_check.reporting.terminal import STYLES, Page
from kerjasama_check.reporting.understood import understand

_Node = Paragraph | Item


def write_structure(page: Page, report: DocumentReport, on: datetime.date, language: str) -> None:
    """The tree of an agreement; for any other file the sentence that says why there is none."""
    if report.state is not State.CHECKED or report.agreement is None:
        page.line(Ink(clean(str(report.path)), "bold"), wrap=False)
        write_verdict(page, report, language)
        return
    tree = _Builder(report.agreement, on, language).tree(clean(str(report.path)))
    _draw(page, tree)


def write_balance_of(page: Page, report: DocumentReport, on: datetime.date, language: str) -> None:
    """The balance of the parties in place of the tree."""
    write_tables(page, report, on, language, balance=True, budget=False)


def write_tables(
    page: Page, report: DocumentReport, on: datetime.date, language: str, balance: bool, budget: bool
) -> None:
    """The balance of the parties and the budget consequences in place of the tree, each where it is wanted."""
    page.line(Ink(clean(str(report.path)), "bold"), wrap=False)
    if report.state is not State.CHECKED or report.agreement is None:
        write_verdict(page, report, language)
        return
    understood = understand(with_analyses(report.agreement), on)
    if balance:
        page.blank()
        write_balance(page, understood.obligations or (), understood.parties, language)
    if budget:
        from kerjasama_check.reporting.budget import write_budget

        page.blank()
        write_budget(page, understood.commitments or (), understood.parties, understood.term, language)


def _draw(page: Page, tree: Tree) -> None:
    """The lines of a tree, without the blanks that Rich fills them with."""
    console = page.console or Console(file=io.StringIO(), color_system=None)
    for line in console.render_lines(tree, console.options.update(width=page.width), pad=False):
        parts = ((part.text, str(part.style or "")) for part in line if not part.control)
        page.line(Ink.of(*parts).stripped(), wrap=False)


class _Builder:
    def __init__(self, agreement: Agreement, on: datetime.date, language: str) -> None:
        self.agreement = agreement
        self.understood = understand(agreement, on)
        self.language = language

    def say(self, indonesian: str, english: str) -> str:
        return words.pick(self.language, indonesian, english)

    def tree(self, path: str) -> Tree:
        root = Tree(Text(path, style="bold"), guide_style=STYLES["faint"])
        self._head(root)
        for party in self.agreement.parties:
            self._party(root, party)
        self._recitals(root, self.say("Premis", "Recitals"), self.agreement.recitals)
        self._recitals(root, self.say("Dasar hukum", "Legal bases"), self.agreement.legal_bases)
        self._articles(root)
        self._tail(root)
        return root

    # -------------------------------------------------------------- head
    def _head(self, root: Tree) -> None:
        agreement, understood = self.agreement, self.understood
        _leaf(root, self.say("Jenis", "Kind"), words.word(words.KINDS, agreement.kind, self.language))
        if agreement.title:
            _leaf(root, self.say("Judul", "Title"), agreement.title.text)
            _leaf(root, self.say("Tentang", "Subject"), agreement.title.subject)
        for number in agreement.numbers:
            _leaf(root, clean(number.caption) or "Nomor", number.value or self.say("(belum diisi)", "(left open)"))
        if agreement.date:
            _leaf(root, self.say("Tanggal", "Date"), words.day(agreement.date, self.language))
        _leaf(root, self.say("Tempat", "Place"), agreement.place)
        _leaf(root, self.say("Jangka waktu", "Term"), term_words(understood, self.language))
        _leaf(root, self.say("Naskah", "Text"), text_words(understood, self.language))

    def _party(self, root: Tree, party: Party) -> None:
        name = party.label or self.say("Pihak", "Party")
        node = root.add(_named(name, party.institution or self.say("(tidak dikenali)", "(not recognised)")))
        who = ", ".join(part for part in (party.representative, party.office) if part)
        _leaf(node, self.say("Wakil", "Representative"), who)
        _leaf(node, self.say("Dasar wewenang", "Authority"), party.appointment)
        _leaf(node, self.say("Alamat", "Address"), party.address)
        _leaf(node, self.say("Sektor", "Sector"), words.word(words.SECTORS, party.sector, self.language))

    def _recitals(self, root: Tree, caption: str, recitals: Iterable[Recital]) -> None:
        rows = list(recitals)
        if rows:
            node = root.add(Text(f"{caption} ({len(rows)})", style="bold"))
            for recital in rows:
                node.add(_labelled(recital.label, recital.text))

    # -------------------------------------------------------------- body
    def _articles(self, root: Tree) -> None:
        chapter, place = None, root
        for article in self.agreement.articles:
            if article.chapter != chapter:
                chapter = article.chapter
                place = root if chapter is None else self._chapter(root, chapter)
            self._article(place, article)

    def _chapter(self, root: Tree, index: int) -> Tree:
        if not 0 <= index < len(self.agreement.chapters):
            return root
        chapter = self.agreement.chapters[index]
        return root.add(Text(clean(f"{chapter.label} {chapter.heading or ''}"), style="bold"))

    def _article(self, place: Tree, article: Article) -> None:
        head = Text(clean(article.label or article.name or self.say("(tanpa nomor)", "(no number)")), style="bold")
        if article.heading:
            head.append(f" {clean(article.heading)}", style="bold")
        head.append(f"  [{', '.join(article.clauses)}]", style=STYLES["faint"])
        node = place.add(head)
        for paragraph in article.paragraphs:
            self._node(node, paragraph)

    def _node(self, place: Tree, node: _Node) -> None:
        below = place.add(_labelled(node.label, node.text)) if node.label or node.text else place
        for item in node.items:
            self._node(below, item)

    # -------------------------------------------------------------- tail
    def _tail(self, root: Tree) -> None:
        agreement = self.agreement
        if agreement.closing.text:
            node = root.add(_named(self.say("Penutup", "Closing"), agreement.closing.text))
            if agreement.closing.copies is not None:
                _leaf(node, self.say("Rangkap", "Copies"), str(agreement.closing.copies))
        if agreement.signatures:
            node = root.add(Text(self.say("Tanda tangan", "Signatures"), style="bold"))
            for signature in agreement.signatures:
                node.add(self._signature(signature))
        for annex in agreement.annexes:
            root.add(_named(annex.label, annex.title or ""))
        if agreement.amounts:
            node = root.add(Text(self.say("Nilai uang", "Amounts"), style="bold"))
            for amount in agreement.amounts:
                node.add(self._amount(amount))

    def _signature(self, signature: Signature) -> Text:
        label = signature.label or (self.say("Saksi", "Witness") if signature.witness else "")
        name = signature.name or self.say("(belum diisi)", "(left open)")
        said = f"{name}, {signature.office}" if signature.office else name
        return _named(label, said) if label else Text(clean(said))

    def _amount(self, amount: Amount) -> Text:
        value = f"{amount.value:,}"
        value = value.replace(",", ".") if self.language != "en" else value
        where = f" ({amount.provision})" if amount.provision else ""
        return Text(clean(f"{amount.currency} {value}{where}"))


def _leaf(place: Tree, caption: str, value: str | None) -> None:
    if value:
        place.add(_named(caption, value))


def _named(caption: str, value: str) -> Text:
    return Text.assemble((clean(caption), "bold"), ": " if value else "", clean(value))


def _labelled(label: str | None, text: str) -> Text:
    return Text(clean(f"{label} {text}" if label else text))
