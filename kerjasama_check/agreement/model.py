"""The typed tree of an agreement. Every node knows the blocks of the Document that it was read from.

Terms: article = Pasal, paragraph = ayat, item = huruf or angka below it, chapter = BAB, recital = item of the premis,
legal basis = item of the dasar hukum, opening = pembukaan ("Pada hari ini …"), closing = penutup ("Demikian …"),
annex = lampiran. Nothing of the document is dropped: what was not recognised is listed in `Agreement.unplaced`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kerjasama_check.reading.document import Document

Blocks = tuple[int, ...]  # indices into Document.blocks, in the order of the text


@dataclass(frozen=True, slots=True)
class Item:
    """A lettered or numbered point below a paragraph (huruf, angka, a bullet), with its own points."""

    label: str | None  # as printed: "a.", "1)", "•"
    text: str  # running text without the label
    blocks: Blocks
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """An ayat (label "(1)", also "1." where the text numbers its ayat so) or the unnumbered text (label None)."""

    label: str | None
    text: str
    blocks: Blocks
    items: tuple[Item, ...] = ()

    @property
    def number(self) -> int | None:
        """The number of an ayat: 2 for "(2)", "2." and "2)"."""
        return _number(self.label) if self.label else None


@lru_cache(maxsize=1024)
def _number(label: str) -> int | None:
    digits = "".join(filter(str.isdigit, label))
    return int(digits) if digits else None


@dataclass(frozen=True, slots=True)
class Article:
    """A Pasal, or a headed point of a text without Pasal.

    number: None for an unnumbered heading. label: as printed ("PASAL 5", "Pasal V", "5."), None likewise.
    clauses: kinds from the closed list of the contract, the main one first; ("lainnya",) if none fits.
    blocks: all blocks from the label to the last item. heading_blocks: label and heading only.
    """

    number: int | None
    label: str | None
    heading: str | None
    clauses: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    blocks: Blocks
    heading_blocks: Blocks = ()
    chapter: int | None = None  # index into Agreement.chapters

    @property
    def name(self) -> str | None:
        """The provision as the contract writes it: "Pasal 5"."""
        return f"Pasal {self.number}" if self.number is not None else None

    @property
    def text(self) -> str:
        """All text below the heading, one line per paragraph or item, labels included."""
        return "\n".join(f"{label} {text}".strip() if label else text for label, text in _lines(self.paragraphs))


def _lines(nodes: tuple[Paragraph, ...] | tuple[Item, ...]) -> Iterator[tuple[str | None, str]]:
    for node in nodes:
        yield node.label, node.text
        yield from _lines(node.items)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A BAB. label "BAB I", heading its title."""

    label: str
    heading: str | None
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A NOMOR line of the head. value None: the line is there and empty, dotted or a placeholder."""

    value: str | None
    caption: str  # "NOMOR", "Nomor Pihak Pertama"
    block: int


@dataclass(frozen=True, slots=True)
class Title:
    """The title block. text: all of it on one line, without the numbers; kind_line: its first lines, the kind."""

    text: str
    kind_line: str
    blocks: Blocks
    subject: str | None = None  # what follows TENTANG
    subject_blocks: Blocks = ()
    names: tuple[str, ...] = ()  # the parties as the title names them
    cover_blocks: Blocks = ()  # a cover page that repeats the block


@dataclass(frozen=True, slots=True)
class Opening:
    """The sentence "Pada hari ini …". Every part is as read; None where it is not there or is a placeholder.

    date: the date that counts (words win over figures). words_date, figures_date: each reading by itself.
    weekday: 0 = Monday … 6 = Sunday, as written.
    """

    text: str
    blocks: Blocks
    date: datetime.date | None = None
    words_date: datetime.date | None = None
    figures_date: datetime.date | None = None
    weekday: int | None = None
    place: str | None = None
    placeholder: bool = False  # the date is left open


@dataclass(frozen=True, slots=True)
class Party:
    """A party of the komparisi. `blocks` is everything said of it there."""

    label: str | None  # "PIHAK KESATU" as printed, without quotation marks
    institution: str | None
    representative: str | None
    office: str | None
    sector: str | None
    text: str  # its whole text in the komparisi
    blocks: Blocks
    appointment: str | None = None  # "Keputusan … Nomor …", akta, surat kuasa: what the signatory's power rests on
    address: str | None = None
    acts_for: str | None = None  # what follows "untuk dan atas nama", as printed
    aliases: tuple[str, ...] = ()  # further labels defined for it ("UNIB", "BANK")


@dataclass(frozen=True, slots=True)
class Recital:
    """An item of the premis, or of the dasar hukum. label None for an unlettered paragraph."""

    label: str | None
    text: str
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Closing:
    """The closing sentences, also where they stand inside the last article.

    copies: the number of originals (rangkap); copies_words, copies_figure: each as written. stamp: meterai is mentioned
    here or stands at the signatures; stamp_text: the word or phrase as printed.
    """

    text: str | None
    blocks: Blocks
    copies: int | None = None
    copies_words: int | None = None
    copies_figure: int | None = None
    stamp: bool = False
    stamp_text: str | None = None
    provision: str = "penutup"  # where the number of copies is said: "penutup" or "Pasal 12"


@dataclass(frozen=True, slots=True)
class Signature:
    label: str | None
    name: str | None
    office: str | None
    blocks: Blocks
    institution: str | None = None
    witness: bool = False  # under "Mengetahui", "Saksi"
    identity: str | None = None  # "NIP …" as printed


@dataclass(frozen=True, slots=True)
class Annex:
    label: str  # "LAMPIRAN I"
    title: str | None
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Term:
    """How long it is in force. months None where the length is in days or not said.

    start, end: first and last day in force, stated or computed; stated_start, stated_end: only what the text states.
    tied: it follows the term of another document.
    """

    months: int | None = None
    days: int | None = None
    start: datetime.date | None = None
    end: datetime.date | None = None
    stated_start: datetime.date | None = None
    stated_end: datetime.date | None = None
    text: str | None = None  # the sentence
    provision: str | None = None
    block: int | None = None
    tied: bool = False
    from_signing: bool = False  # "sejak tanggal ditandatangani"


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money. words_value: its terbilang in brackets, None where there is none or it cannot be read."""

    value: int
    currency: str
    provision: str | None
    block: int
    text: str  # as printed, terbilang included
    words_value: int | None = None
    has_words: bool = False


@dataclass(frozen=True, slots=True)
class Obligation:
    """One norm that a party bears: a duty, right, power or prohibition, one row per bearer and modality in a sentence.

    parties: labels of the komparisi that bear it. modality: kewajiban, hak, wewenang, larangan. action: verb and object
    without party and modal word. toward: labels that receive it, or that owe it in a right. condition: "sesuai
    ketersediaan anggaran", "dalam hal …". quote: the sentence or item. block: index into Document.blocks.
    each_own: each of the bearers for its own part ("masing-masing"). remedy: a power or right that answers a breach.
    """

    parties: tuple[str, ...]
    modality: str
    action: str
    toward: tuple[str, ...]
    condition: str | None
    provision: str
    quote: str
    block: int
    article: int | None = None
    each_own: bool = False
    remedy: bool = False


@dataclass(frozen=True, slots=True)
class Commitment:
    """One cost and who bears it; the fields and closed lists are those of the output contract.

    payers: labels, () where the text does not say. source: any of apbn, apbd, pnbp, blu, internal, hibah, lain-sah.
    amount: (value, currency). term_text: when it is due. block: index into Document.blocks.
    """

    what: str
    category: str
    payers: tuple[str, ...]
    each_own: bool
    source: tuple[str, ...]
    amount: tuple[int, str] | None
    when: str | None
    condition: str | None
    provision: str
    quote: str
    block: int
    article: int | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """One piece of text with its name, in the order of the text: what most rules walk over.

    name: the `provision` of the contract: "judul", "nomor", "pembukaan", "para pihak", "premis", "dasar hukum",
    "Pasal 5", "Pasal 5 ayat (2)", "Pasal 5 ayat (2) huruf a", "Pasal 5 huruf a", "penutup", "tanda tangan",
    "Lampiran I".
    article: index into Agreement.articles. heading: this is the label or heading of an article.
    """

    name: str
    text: str
    blocks: Blocks
    article: int | None = None
    heading: bool = False

    @property
    def block(self) -> int:
        return self.blocks[0] if self.blocks else 0


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a document says as an agreement. kind None: it is none (state "not-agreement").

    ceremonial: a text without Pasal and without headed points, mostly a one-page memorandum.
    template: an unfilled form with placeholders. not_agreement_reason: why it was not taken for one (a key).
    """

    document: Document
    kind: str | None
    title: Title | None
    numbers: tuple[NumberLine, ...]
    opening: Opening | None
    parties: tuple[Party, ...]
    recitals: tuple[Recital, ...]
    legal_bases: tuple[Recital, ...]
    chapters: tuple[Chapter, ...]
    articles: tuple[Article, ...]
    closing: Closing
    signatures: tuple[Signature, ...]
    annexes: tuple[Annex, ...]
    term: Term
    amounts: tuple[Amount, ...]
    provisions: tuple[Provision, ...]
    unplaced: Blocks
    recognised: float  # share of words that were given a place, 0–1
    date: datetime.date | None = None  # the opening date, else that of the closing or above the signatures
    place: str | None = None
    ceremonial: bool = False
    template: bool = False
    language: str = "id"  # id, en, id+en
    not_agreement_reason: str | None = None
    collective_label: str | None = None  # "PARA PIHAK" as defined
    collective_defined: bool = False
    obligations: tuple[Obligation, ...] | None = None
    commitments: tuple[Commitment, ...] | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the parties in their order."""
        return tuple(party.label for party in self.parties if party.label)

    def provision_at(self, block: int) -> str | None:
        """The name of the provision that holds a block."""
        for provision in self.provisions:
            if block in provision.blocks:
                return provision.name
        return None
