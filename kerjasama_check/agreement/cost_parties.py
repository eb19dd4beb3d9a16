"""Which parties a piece of text names: by label, by the collective, or by the name of the institution."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kerjasama_check.agreement.model import Agreement, Party
from kerjasama_check.agreement.phrases import AnyCase
from kerjasama_check.indonesian.lazy import lazy

_ORDINALS = {
    "pertama": 0, "kesatu": 0, "satu": 0, "i": 0, "1": 0, "kedua": 1, "dua": 1, "ii": 1, "2": 1,
    "ketiga": 2, "tiga": 2, "iii": 2, "3": 2, "keempat": 3, "iv": 3, "4": 3, "kelima": 4, "v": 4, "5": 4,
    "keenam": 5, "vi": 5, "6": 5,
}  # fmt: skip
# The label as scans read it: "PIILAK PERTAMA", "PLTAK KEDUA", "YINAK KEDUA".
_LABEL = (
    r"(?:\b[Pp][Ii][Hh][Aa][Kk]\s{1,2}|\b[PYF][A-Z][A-Za-z]{1,5}[KX]\s{1,2})"
    r"(?P<ordinal>(?:[Pp](?:ertama|ERTAMA)|[Kk](?:esatu|edua|etiga|eempat|elima|eenam)"
    r"|K(?:ESATU|EDUA|ETIGA|EEMPAT|ELIMA|EENAM))\b|(?:I{1,3}|IV|VI?|[1-6])(?![\w.)]))"
)
_ALL = (
    r"\b(?P<all>(?:para|kedua(?:\s{1,2}belah)?|ketiga|masing\s?[-–—]\s?masing|tiap[-–—]tiap|setiap|semua|seluruh)"
    r"\s{1,2}pihak|PARA\s{1,2}[PYF][A-Z]{2,5}K|pihak\s{1,2}masing\s?[-–—]\s?masing"
    r"|masing\s?[-–—]\s?masing\s{1,2}(?:instansi|institusi|lembaga|universitas|perguruan tinggi|para pihak))\b"
)
_OWN = lazy(
    r"masing\s?[-–—]?\s?masing|sendiri[-\s]sendiri|tiap[-–—]tiap|\bsetiap\s{1,2}pihak|anggarannya|kewajibannya",
    re.IGNORECASE,
)
_JOIN = lazy(
    r"\s{0,2}(?:,\s{0,2}|,?\s{0,2}(?:dan\s?/\s?atau|dan|atau|serta|maupun|bersama|beserta|&)\s{1,2})"
    r"(?:(?:dari|kepada|pada|oleh|anggaran|DIPA|APBD|APBN|DPA|RKAT|RKAP|RBA|kas|dana)\s{1,2}){0,3}"
)
_ACRONYM = lazy(r"[(“\"]\s?([A-Z][A-Za-z]{1,3}[A-Z]{1,10}|[A-Z]{3,12})\s?[)”\"]|disebut\s{1,2}([A-Z]{3,12})\b")
_NO_NAME = frozenset(
    {"PIHAK", "PARA", "KESATU", "PERTAMA", "KEDUA", "NIP", "NPWP", "SKPD", "DPA", "DIPA", "APBD", "APBN"}
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Parties named at text[start:end]: their places among the parties; everyone: by a collective word."""

    start: int
    end: int
    parties: tuple[int, ...]
    everyone: bool = False


class Parties:
    """The parties of one agreement, to be looked for in its text."""

    def __init__(self, agreement: Agreement) -> None:
        named = [party for party in agreement.parties if party.label]
        self.labels = tuple(party.label or "" for party in named)
        self.parties = tuple(named)
        self.names = _names(named)
        body = (provision.text for provision in agreement.provisions if provision.article is not None)
        self._body = " ".join(" ".join(body).split()).lower()
        self._words: dict[AnyCase, tuple[str, ...]] = {}
        others = "|".join(re.escape(name) for name in sorted(self.names, key=len, reverse=True))
        pattern = f"{_LABEL}|(?i:{_ALL})" + (rf"|(?i:\b(?P<name>{others})\b)" if others else "")
        self._pattern = re.compile(pattern)

    @property
    def everyone(self) -> tuple[int, ...]:
        return tuple(range(len(self.labels)))

    def words_of(self, pattern: AnyCase) -> tuple[str, ...]:
        """The words of a pattern that the articles hold anywhere."""
        known = self._words.get(pattern)
        if known is None:
            known = self._words[pattern] = tuple(stem for stem in pattern.stems if stem in self._body)
        return known

    def mentions(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
        """All mentions in text[start:end], from left to right."""
        for match in self._pattern.finditer(text, start, len(text) if end is None else end):
            found = self._read(match)
            if found is not None:
                yield found

    def _read(self, match: re.Match[str]) -> Mention | None:
        if match["all"]:
            return Mention(match.start(), match.end(), self.everyone, True)
        if match["ordinal"]:
            at = _ORDINALS.get(match["ordinal"].lower())
            if at is None or at >= max(len(self.labels), 1):
                return None  # "pihak ketiga" of an agreement of two is a stranger
            return Mention(match.start(), match.end(), (at,) if self.labels else ())
        name = match.groupdict().get("name")
        return Mention(match.start(), match.end(), (self.names[_fold(name)],)) if name else None

    def group(self, text: str, start: int, end: int) -> Mention | None:
        """The first mention in text[start:end] with those that are joined to it ("PIHAK KESATU dan/atau …")."""
        group: Mention | None = None
        for mention in self.mentions(text, start, end):
            if group is None:
                group = mention
                continue
            joint = _JOIN.match(text, group.end)
            if joint is None or joint.end() < mention.start or set(mention.parties) <= set(group.parties):
                break
            members = tuple(sorted({*group.parties, *mention.parties}))
            group = Mention(group.start, mention.end, members, group.everyone or mention.everyone)
        return group

    def label(self, members: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(self.labels[i] for i in members if i < len(self.labels))

    def other(self, members: tuple[int, ...]) -> tuple[int, ...]:
        """The other one, where there are two parties and one of them is named."""
        return (1 - members[0],) if len(self.labels) == 2 and len(members) == 1 else ()


def each_own(text: str) -> bool:
    """Whether each bears its own part."""
    return _OWN.search(text) is not None


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())


def _names(parties: list[Party]) -> dict[str, int]:
    """Names of the institutions and short names, folded; a name that two share is nobody's."""
    found: dict[str, set[int]] = {}
    for index, party in enumerate(parties):
        words = [party.label, party.institution, party.acts_for, *party.aliases]
        words += [a or b for a, b in _ACRONYM.findall(party.text[:600]) if (a or b).upper() not in _NO_NAME]
        for word in words:
            folded = _fold(word or "")
            if len(folded) >= 4 or (word and word.isupper() and len(folded) >= 3):
                found.setdefault(folded, set()).add(index)
    return {name: next(iter(owners)) for name, owners in found.items() if len(owners) == 1 and len(name) <= 120}
