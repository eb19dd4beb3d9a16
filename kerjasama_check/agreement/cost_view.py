"""A sentence as the readers of costs see it: its text, the parties that it names, and who does what in it.

Wordings are looked for in small letters, names and what is quoted in the text as it stands; places are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kerjasama_check.agreement.cost_parties import Mention, Parties
from kerjasama_check.agreement.cost_walk import Sentence
from kerjasama_check.agreement.cost_words import NEGATED, Saying
from kerjasama_check.indonesian.lazy import lazy

PAYMENT_CLAUSES = frozenset({"harga-pembayaran", "pembiayaan"})
FIGURE = lazy(r"\b(?:rp|idr|usd)\b\.?|\b\d{1,3}(?:\.\d{3}){1,5}\b|\$\{|rp[.\d…]")
_FAR = 260  # characters between a subject and its verb
# Before these words a party is no subject of the verb that follows: "mahasiswa PIHAK KESATU wajib membayar".
_MAY_STAND_BEFORE = lazy(
    r"(?:\A|[,;:.|)\]”\"'’–—-]|\b(?:bahwa|maka|dan|serta|atau|sedangkan|adapun|apabila|jika|bila|bilamana|hal|"
    r"agar|dimana|mana|"
    r"yaitu|kewajiban|hak|tugas|ini|tersebut|selanjutnya|itu|oleh\s?karena\s?itu|[0-9a-z]\.?|"
    r"[a-z]\))\s)\s{0,2}[“\"'‘(]?\Z"
)
_POWER = lazy(r"\b(?:dapat|berhak|berwenang|boleh|memiliki\s+hak|mempunyai\s+hak|tidak|belum|tanpa)\b")
_MUST = lazy(r"\b(?:wajib|berkewajiban|harus|akan|bersedia|sepakat|setuju|bertanggung\s?jawab|bertugas)\b")
_NO_BEARER = lazy(
    r"\b(?:kesepakatan|persetujuan|disepakati|disetujui|musyawarah|ketentuan|kebijakan|peraturan|berlaku|antara|"
    r"kewenangan|"
    r"kepentingan|ditetapkan|ditentukan|diatur|kebutuhan|mahasiswa|pegawai|kontrak)\s{1,2}(?:\w{1,9}\s{1,2}){0,2}\Z"
)
_WHO = lazy(r"\byang\b")
_NOT = lazy(r"tidak|belum|tanpa")
_VERB_FIRST = lazy(
    r"\s*(?:[\w.)]{1,3}\s{1,2}){0,2}(?:(?:turut|ikut|wajib|harus|akan|bersama|secara|untuk|telah|berkewajiban|"
    r"bertanggung\s?jawab|membantu|"
    r"bersama-sama|saling|dapat)\s{1,2}){0,3}\Z"
)
_STARTS_WITH_VERB = lazy(
    r"\s*[(\d.)a-z\s]{0,4}(?:me[a-z]{3,}|ber[a-z]{3,}|wajib|harus|akan|turut|ikut|saling|secara|bersama\w*|se[a-z]+\s)"
)


@dataclass(slots=True)
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
    """One sentence, with what its readers ask of it. sayings: the bits of those that it may hold."""

    def __init__(self, sentence: Sentence, parties: Parties, sayings: int) -> None:
        self.parties = parties
        self.text = sentence.text
        self.small = sentence.small
        self.sayings = sayings
        self._groups: list[Mention] | None = None
        self.clause = sentence.article.clauses[0] if sentence.article.clauses else "lainnya"
        self.clauses = frozenset(sentence.article.clauses)
        self.heading = sentence.heading
        self.first = sentence.first

    @property
    def groups(self) -> list[Mention]:
        """The parties that the sentence names, joined ones together, from left to right."""
        if self._groups is None:
            self._groups = self.parties.groups(self.text, self.small)
        return self._groups

    def says(self, *sayings: Saying) -> bool:
        """Whether the sentence may hold one of some sayings."""
        for saying in sayings:  # noqa: SIM110 - asked of every sentence
            if self.sayings & saying.bit:
                return True
        return False

    def all(self, saying: Saying) -> Iterator[re.Match[str]]:
        """All places that are worded so."""
        return saying.pattern.finditer(self.small) if self.sayings & saying.bit else iter(())

    def negated(self, at: int) -> bool:
        return NEGATED.search(self.small, max(0, at - 40), at) is not None

    def subject(self, at: int) -> Mention | None:
        """The party that does what the verb at `at` says; None where no party of the sentence does."""
        for group in reversed(self.groups):
            if (
                group.end <= at
                and at - group.end <= 260
                and _MAY_STAND_BEFORE.search(self.small, max(0, group.start - 24), group.start)
            ):
                if _WHO.search(self.text, group.end, min(at, group.end + 8)) and not _MUST.search(
                    self.small, group.end, at
                ):
                    return None
                return group
        return None

    def doer(self, at: int) -> tuple[tuple[int, ...], bool] | None:
        """(parties, by their own will only) of the verb at `at`, from the sentence or from the list heading."""
        subject = self.subject(at)
        if subject is not None:
            between = self.small[subject.end : at][-90:]
            power = _POWER.search(between)
            if power and (_NOT.match(power.group()) or not _MUST.search(between, power.end())):
                return None
            return subject.parties, subject.everyone
        heading = self.heading
        if heading is None or not heading.parties or not heading.duty or not self.opens(at):
            return None
        power = _POWER.search(self.small, 0, at)
        return None if power and at - power.end() < 30 else (heading.parties, heading.everyone)

    def opens(self, at: int) -> bool:
        """The verb belongs to the first words of a point of the list."""
        return at < 4 or (at < 220 and _STARTS_WITH_VERB.match(self.small) is not None) or self.verb_first(at)

    def verb_first(self, at: int) -> bool:
        """The verb at `at` opens the sentence, but for such words as "wajib" and "turut"."""
        return _VERB_FIRST.match(self.small, 0, at) is not None

    def bearer(self, start: int, end: int) -> Mention | None:
        """The first party named as the bearer in text[start:end]."""
        for group in self.groups:
            if start <= group.start < end and not _NO_BEARER.search(self.small, max(0, group.start - 40), group.start):
                return group
        return None
