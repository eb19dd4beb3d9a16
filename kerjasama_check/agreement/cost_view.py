"""A sentence as the readers of costs see it: its text, the parties that it names, and who does what in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kerjasama_check.agreement.cost_parties import Mention, Parties
from kerjasama_check.agreement.cost_walk import Sentence, plain
from kerjasama_check.agreement.cost_words import NEGATED
from kerjasama_check.agreement.phrases import AnyCase
from kerjasama_check.indonesian.lazy import lazy

PAYMENT_CLAUSES = frozenset({"harga-pembayaran", "pembiayaan"})
FIGURE = lazy(r"\b(?:Rp|IDR|USD)\b\.?|\b\d{1,3}(?:\.\d{3}){1,5}\b|\$\{|Rp[.\d…]", re.IGNORECASE)
_FAR = 260  # characters between a subject and its verb
# Before these words a party is no subject of the verb that follows: "mahasiswa PIHAK KESATU wajib membayar".
_MAY_STAND_BEFORE = lazy(
    r"(?:\A|[,;:.|)\]”\"'’–—-]|\b(?:bahwa|maka|dan|serta|atau|sedangkan|adapun|apabila|jika|bila|bilamana|hal|"
    r"agar|dimana|mana|"
    r"yaitu|kewajiban|hak|tugas|ini|tersebut|selanjutnya|itu|oleh\s?karena\s?itu|[0-9a-z]\.?|"
    r"[a-z]\))\s)\s{0,2}[“\"'‘(]?\Z",
    re.IGNORECASE,
)
_POWER = lazy(r"\b(?:dapat|berhak|berwenang|boleh|memiliki\s+hak|mempunyai\s+hak|tidak|belum|tanpa)\b", re.IGNORECASE)
_MUST = lazy(
    r"\b(?:wajib|berkewajiban|harus|akan|bersedia|sepakat|setuju|bertanggung\s?jawab|bertugas)\b", re.IGNORECASE
)
_NO_BEARER = lazy(
    r"\b(?:kesepakatan|persetujuan|disepakati|disetujui|musyawarah|ketentuan|kebijakan|peraturan|berlaku|antara|"
    r"kewenangan|"
    r"kepentingan|ditetapkan|ditentukan|diatur|kebutuhan|mahasiswa|pegawai|kontrak)\s{1,2}(?:\w{1,9}\s{1,2}){0,2}\Z",
    re.IGNORECASE,
)
_NOT = lazy(r"tidak|belum|tanpa", re.IGNORECASE)
VERB_FIRST = lazy(
    r"\s*(?:[\w.)]{1,3}\s{1,2}){0,2}(?:(?:turut|ikut|wajib|harus|akan|bersama|secara|untuk|telah|berkewajiban|"
    r"bertanggung\s?jawab|membantu|"
    r"bersama-sama|saling|dapat)\s{1,2}){0,3}\Z",
    re.IGNORECASE,
)
_STARTS_WITH_VERB = lazy(
    r"\s*[(\d.)a-z\s]{0,4}(?:me[a-z]{3,}|ber[a-z]{3,}|wajib|harus|akan|turut|ikut|saling|secara|bersama\w*|se[a-z]+\s)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Cost:
    """A cost as a sentence states it. start: offset in the sentence.

    unsaid: a payment whose payer the sentence leaves out. receiver: who receives a payment, as far as it is said."""

    category: str
    payers: tuple[int, ...]
    start: int
    what: str
    source: tuple[str, ...] = ()
    own: bool = False
    unsaid: bool = False
    receiver: tuple[int, ...] = ()
    end: int = 0


class View:
    """One sentence, with what its readers ask of it."""

    def __init__(self, sentence: Sentence, parties: Parties) -> None:
        self.parties = parties
        self.text = plain(sentence.text)
        self.small = self.text.lower()
        self.clause = sentence.article.clauses[0] if sentence.article.clauses else "lainnya"
        self.clauses = frozenset(sentence.article.clauses)
        self.heading = sentence.heading
        self.first = sentence.first

    @cached_property
    def groups(self) -> list[Mention]:
        return list(_groups(self.text, self.parties))

    def all(self, pattern: AnyCase) -> Iterator[re.Match[str]]:
        """All places that are worded so."""
        for stem in self.parties.words_of(pattern):
            if stem in self.small:
                return pattern.finditer(self.text)
        return iter(()) if pattern.stems else pattern.finditer(self.text)

    def negated(self, at: int) -> bool:
        return NEGATED.search(self.text, max(0, at - 40), at) is not None

    def subject(self, at: int) -> Mention | None:
        """The party that does what the verb at `at` says; None where no party of the sentence does."""
        for group in reversed(self.groups):
            if (
                group.end <= at
                and at - group.end <= 260
                and _MAY_STAND_BEFORE.search(self.text, max(0, group.start - 24), group.start)
            ):
                between = self.text[group.end : at]
                if re.search(r"\byang\b", between[:8]) and not _MUST.search(between):
                    return None
                return group
        return None

    def doer(self, at: int) -> tuple[tuple[int, ...], bool] | None:
        """(parties, by their own will only) of the verb at `at`, from the sentence or from the list heading."""
        subject = self.subject(at)
        if subject is not None:
            between = self.text[subject.end : at]
            power = _POWER.search(between[-90:])
            if power and (_NOT.match(power.group()) or not _MUST.search(between[-90:], power.end())):
                return None
            return subject.parties, subject.everyone
        heading = self.heading
        if heading is None or not heading.parties or not heading.duty or not self.opens(at):
            return None
        power = _POWER.search(self.text, 0, at)
        return None if power and at - power.end() < 30 else (heading.parties, heading.everyone)

    def opens(self, at: int) -> bool:
        """The verb belongs to the first words of a point of the list."""
        return bool(VERB_FIRST.match(self.text[:at])) or bool(_STARTS_WITH_VERB.match(self.text) and at < 220) or at < 4

    def bearer(self, start: int, end: int) -> Mention | None:
        """The first party named as the bearer in text[start:end]."""
        for group in self.groups:
            if start <= group.start < end and not _NO_BEARER.search(self.text, max(0, group.start - 40), group.start):
                return group
        return None


def _groups(text: str, parties: Parties) -> Iterator[Mention]:
    """The parties that a sentence names, joined ones together, from left to right."""
    at = 0
    while True:
        group = parties.group(text, at, len(text))
        if group is None:
            return
        yield group
        at = max(group.end, at + 1)
