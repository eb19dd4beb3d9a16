"""Which parties a piece of text names: by label, by the collective, or by the name of the institution."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kerjasama_check.agreement.model import Agreement, Party
from kerjasama_check.agreement.phrases import leftmost
from kerjasama_check.indonesian.closeness import in_small
from kerjasama_check.indonesian.lazy import lazy

_ORDINALS = {
    "pertama": 0, "kesatu": 0, "satu": 0, "i": 0, "1": 0, "kedua": 1, "dua": 1, "ii": 1, "2": 1,
    "ketiga": 2, "tiga": 2, "iii": 2, "3": 2, "keempat": 3, "iv": 3, "4": 3, "kelima": 4, "v": 4, "5": 4,
    "keenam": 5, "vi": 5, "6": 5,
}  # fmt: skip
# Every way to name a party is written without its first letter, which _MENTION looks for: quicker than all the ways.
# The label as scans read it: "PIILAK PERTAMA", "PLTAK KEDUA", "YINAK KEDUA".
_LABEL = (
    r"(?:(?<=[Pp])[Ii][Hh][Aa][Kk]\s{1,2}|(?<=[PYF])[A-Z][A-Za-z]{1,5}[KX]\s{1,2})"
    r"(?P<ordinal>(?:[Pp](?:ertama|ERTAMA)|[Kk](?:esatu|edua|etiga|eempat|elima|eenam)"
    r"|K(?:ESATU|EDUA|ETIGA|EEMPAT|ELIMA|EENAM))\b|(?:I{1,3}|IV|VI?|[1-6])(?![\w.)]))"
)
_ALL = (
    r"(?P<all>(?:(?<=p)ara|(?<=k)e(?:dua(?:\s{1,2}belah)?|tiga)|(?<=m)asing\s?[-–—]\s?masing|(?<=t)iap[-–—]tiap|"
    r"(?<=s)e(?:tiap|mua|luruh))\s{1,2}pihak|(?<=p)ara\s{1,2}[PYF][A-Z]{2,5}K|"
    r"(?<=p)ihak\s{1,2}masing\s?[-–—]\s?masing|"
    r"(?<=m)asing\s?[-–—]\s?masing\s{1,2}(?:instansi|institusi|lembaga|universitas|perguruan tinggi|para pihak))\b"
)
_MENTION = lazy(rf"[PpYFKkMmTtSs](?<!\w.)(?:{_LABEL}|(?i:{_ALL}))")
_OWN = lazy(r"masing\s?[-–—]?\s?masing|sendiri[-\s]sendiri|tiap[-–—]tiap|\bsetiap\s{1,2}pihak|anggarannya|kewajibannya")
_JOIN = lazy(
    r"\s{0,2}(?:,\s{0,2}|,?\s{0,2}(?:dan\s?/\s?atau|dan|atau|serta|maupun|bersama|beserta|&)\s{1,2})"
    r"(?:(?:dari|kepada|pada|oleh|anggaran|DIPA|APBD|APBN|DPA|RKAT|RKAP|RBA|kas|dana)\s{1,2}){0,3}"
)
_ACRONYM = lazy(r"[(“\"]\s?([A-Z][A-Za-z]{1,3}[A-Z]{1,10}|[A-Z]{3,12})\s?[)”\"]|disebut\s{1,2}([A-Z]{3,12})\b")
_NO_NAME = frozenset(
    {"PIHAK", "PARA", "KESATU", "PERTAMA", "KEDUA", "NIP", "NPWP", "SKPD", "DPA", "DIPA", "APBD", "APBN"}
)


@dataclass(slots=True)
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
        self.everyone = tuple(range(len(self.labels)))
        self._name_words = tuple(  # one of each name, but for labels as _MENTION finds them anyway
            {max(name.split(), key=len) for name in self.names if not _is_label(name)}
        )

    @cached_property
    def _name_pattern(self) -> re.Pattern[str]:
        names = "|".join(re.escape(name) for name in sorted(self.names, key=len, reverse=True))
        return re.compile(rf"\b(?P<name>{names})\b", re.IGNORECASE)

    def mentions(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
        """All mentions in text[start:end], from left to right."""
        end = len(text) if end is None else end
        return self._mentions(text, in_small(text[start:end]), start, end)

    def _mentions(self, text: str, small: str, start: int, end: int) -> Iterator[Mention]:
        """small: the part of the text that is searched, in small letters."""
        named = False
        for word in self._name_words:
            if word in small:
                named = True
                break
        args = (text, start, end)
        for match in leftmost(_MENTION, self._name_pattern, *args) if named else _MENTION.finditer(*args):
            found = self._read(match)
            if found is not None:
                yield found

    def _read(self, match: re.Match[str]) -> Mention | None:
        kind = match.lastgroup
        start, end = match.span()
        if kind == "all":
            return Mention(start, end, self.everyone, True)
        if kind == "name":
            return Mention(start, end, (self.names[_fold(match.group())],))
        at = _ORDINALS.get(match["ordinal"].lower())
        if at is None or at >= max(len(self.labels), 1):
            return None  # "pihak ketiga" of an agreement of two is a stranger
        return Mention(start, end, (at,) if self.labels else ())

    def group(self, text: str, start: int, end: int) -> Mention | None:
        """The first mention in text[start:end] with those that are joined to it ("PIHAK KESATU dan/atau …")."""
        group: Mention | None = None
        for mention in self.mentions(text, start, end):
            if group is None:
                group = mention
            elif not _joined(text, group, mention):
                break
        return group

    def groups(self, text: str, small: str) -> list[Mention]:
        """All mentions of a text (small: in small letters) with those that are joined to each."""
        groups: list[Mention] = []
        for mention in self._mentions(text, small, 0, len(text)):
            if not groups or not _joined(text, groups[-1], mention):
                groups.append(mention)
        return groups

    def label(self, members: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(self.labels[i] for i in members if i < len(self.labels))

    def other(self, members: tuple[int, ...]) -> tuple[int, ...]:
        """The other one, where there are two parties and one of them is named."""
        return (1 - members[0],) if len(self.labels) == 2 and len(members) == 1 else ()


def _joined(text: str, group: Mention, mention: Mention) -> bool:
    """Whether a mention is joined to those before it; if so the group takes it in."""
    joint = _JOIN.match(text, group.end)
    if joint is None or joint.end() < mention.start or set(mention.parties) <= set(group.parties):
        return False
    group.end = mention.end
    group.parties = tuple(sorted({*group.parties, *mention.parties}))
    group.everyone = group.everyone or mention.everyone
    return True


def each_own(small: str) -> bool:
    """Whether each bears its own part, as a text in small letters says."""
    return _OWN.search(small) is not None


def _is_label(name: str) -> bool:
    return _MENTION.fullmatch(name) is not None and _MENTION.fullmatch(name.upper()) is not None


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
