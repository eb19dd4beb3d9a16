"""The parties as the body names them: by label and its variants, by name or short name, and all of them together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kerjasama_check.agreement.model import Agreement, Party
from kerjasama_check.agreement.phrases import leftmost
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.ordinals import to_ordinal

_ORDINALS = {
    **{word: n for n, word in enumerate("satu dua tiga empat lima enam".split(), 1)},
    **{word: n for n, word in enumerate("i ii iii iv v vi".split(), 1)},
    **{str(n): n for n in range(1, 7)},
    "pertama": 1,
}
# Every way to name a party is written without its first letter, which _MENTION looks for: quicker than all the ways.
_ORDINAL = r"(?:ke[\s-]?(?:satu|dua|tiga|empat|lima|enam|[1-6])|pertama|III?|I|IV|VI?|[1-6](?![\d.]))(?![\w])"
_LABEL = rf"(?<=P)IHAK[\s-]+(?P<ordinal>{_ORDINAL})(?:\s*\([IVX1-9]{{1,4}}\))?"
# "kedua belah pihak" and the like: all parties, or any of them.
_ALL = (
    r"(?P<all>(?:(?<=p)ara|(?<=k)e(?:dua(?:\s?belah)?|tiga(?:\s?belah)?|empat)|(?<=m)asing\s?-?\s?masing|"
    r"(?<=s)(?:etiap|eluruh|emua|alah\s+sa?tu|atu)|(?<=t)iap\s?-?\s?tiap)\s+(?:dari\s+)?(?:para\s+)?"
    r"(?:pihak|pinak|phak)(?:-pihak)?(?![\w-])|(?<=p)ihak\s?-\s?pihak(?!\w))"
)
# A bare "pihak" is one of the parties where it is capital ("PIHAK lainnya"), or where these words follow.
_ONE = (
    r"(?P<one>(?<=P)(?:IHAK|ihak|HAK)(?=\s+(?:lain|ya[nr]g|vang|yg|tersebut|dimaksud|itu|dalam|bersangkutan|wajib|harus|dapat|berhak|"
    r"penerima|pemberi|pengungkap|akan|tidak|dengan|me\w+))(?:\s+(?:lain(?:nya)?|tersebut|dimaksud|itu)(?!\w))?|"
    r"(?<=p)ihak(?:\s+(?:yang\s+(?:satu|lain(?:nya)?|bersangkutan)|lainnya|tersebut)(?!\w)|"
    r"(?=\s+(?:ya[nr]g|vang|yg)\s+(?!berwenang|berwajib|berkepentingan|berkompeten|ditunjuk|ber?hak)\w)|"
    r"(?=\s+(?:penerima|pemberi|pengungkap)\s+informasi)))"
)
_MENTION = lazy(rf"[PpMmSsTtKk](?<!\w.)(?:(?i:{_LABEL})|(?i:{_ALL})|{_ONE})")
_THIRD = lazy(r"\s+(?:mana\s?pun|ketiga|luar|swasta|keluarga|sekolah|bank|asuransi|kepolisian|berwenang)\b", re.I)
_SHORT = lazy(r"[(“\"‘']\s*(?:selanjutnya\s+disebut\s+|disingkat\s+)?[“\"‘']?([A-Z][\w.&/-]{1,24})[”\"’']?\s*[)”\"’']")
_LIST = lazy(
    r"\s*,?\s*(?:dan\s*/\s*atau|dan|atau|serta|maupun|/|&|bersama(?:\s?-\s?sama)?(?:\s+dengan)?|beserta)\s*", re.I
)
_COMMA = lazy(r"\s*,\s*")
_JOINED = 30  # letters between two mentions that are one, at most


@dataclass(slots=True)
class Mention:
    """Parties named at a place, by index. form: label, name, all ("PARA PIHAK"), one ("PIHAK yang")."""

    start: int
    end: int
    parties: tuple[int, ...]
    form: str
    each: bool = False  # "masing-masing PIHAK"


class PartyNames:
    """Finds where a text names the parties of one agreement."""

    def __init__(self, agreement: Agreement) -> None:
        self.labels = tuple(
            party.label or f"PIHAK {to_ordinal(n).upper()}" for n, party in enumerate(agreement.parties, 1)
        )
        self._by_ordinal = _ordinals(agreement.parties)
        self._by_name = _names(agreement.parties)
        self._name_words = tuple({max(name.split(), key=len) for name in self._by_name})  # one of each name
        self._everyone = tuple(range(len(self.labels)))

    @cached_property
    def _name_pattern(self) -> re.Pattern[str]:
        names = sorted(self._by_name, key=len, reverse=True)
        words = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
        return re.compile(rf"(?<!\w)(?P<name>{words})(?!\w)", re.IGNORECASE)

    def find(self, text: str, small: str) -> list[Mention]:
        """All mentions in order; parties joined by "dan", "dan/atau", "bersama" are one mention.

        small: the text in small letters.
        """
        found: list[Mention] = []
        last: Mention | None = None
        for match in self._matches(text, small):
            mention = self._read(text, match)
            if mention is None:
                continue
            if last is not None and mention.start - last.end <= _JOINED and self._joined(text, last, mention):
                last.end = mention.end
                last.parties = tuple(sorted({*last.parties, *mention.parties}))
                last.each = last.each or mention.each
            else:
                last = mention
                found.append(mention)
        return found

    def _read(self, text: str, match: re.Match[str]) -> Mention | None:
        start, end = match.span()
        kind = match.lastgroup
        if kind == "ordinal":
            index = self._by_ordinal.get(_ordinal(match["ordinal"]))
            return Mention(start, end, (index,), "label") if index is not None else None
        if kind == "name":
            return Mention(start, end, (self._by_name[" ".join(match.group().split()).casefold()],), "name")
        if _THIRD.match(text, end):
            return None
        each = text[start] in "MmTt" or text[start : start + 6].lower() == "setiap"  # "masing-masing", "tiap-tiap"
        return Mention(start, end, self._everyone, kind or "one", each)

    def _matches(self, text: str, small: str) -> Iterator[re.Match[str]]:
        """Labels, collectives and names from left to right. What a text cannot hold is not searched."""
        for word in self._name_words:
            if word in small:
                return leftmost(_MENTION, self._name_pattern, text)
        return _MENTION.finditer(text) if _labels_in(small) else iter(())

    def _joined(self, text: str, last: Mention, mention: Mention) -> bool:
        if "one" in (last.form, mention.form) or set(mention.parties) <= set(last.parties):
            return False
        between = text[last.end : mention.start]
        if _LIST.fullmatch(between):
            return True
        several = len(self.labels) > 2 and last.form == mention.form == "label"  # "PIHAK KESATU, PIHAK KEDUA, dan …"
        return several and last.parties != mention.parties and bool(_COMMA.fullmatch(between))

    def may_name(self, small: str) -> bool:
        """Whether a text in small letters may name a party: whether it holds a word without which none is named."""
        if _labels_in(small):
            return True
        for word in self._name_words:  # noqa: SIM110 - asked of every sentence
            if word in small:
                return True
        return False

    def labelled(self, parties: Sequence[int]) -> tuple[str, ...]:
        return tuple([self.labels[index] for index in parties])


def _labels_in(small: str) -> bool:
    return "pihak" in small or "pinak" in small or "phak" in small


@lru_cache(maxsize=256)
def _ordinal(text: str) -> int:
    word = re.sub(r"[\s-]", "", text.casefold())
    return _ORDINALS.get(word) or _ORDINALS.get(word.removeprefix("ke"), 0)


def _ordinals(parties: Sequence[Party]) -> dict[int, int]:
    """Which party an ordinal means: as the labels say, else by the order of the komparisi."""
    found: dict[int, int] = {}
    for index, party in enumerate(parties):
        for label in (party.label or "", *party.aliases):
            match = re.search(rf"(?i)PIHAK[\s-]+(?P<ordinal>{_ORDINAL})|\A(?P<bare>{_ORDINAL})\Z", label)
            if match:
                found.setdefault(_ordinal(match["ordinal"] or match["bare"]), index)
    for index in range(len(parties)):  # what the labels leave open, the order of the komparisi says
        if index not in found.values():
            found.setdefault(index + 1, index)
    return found


_TOO_COMMON = frozenset("pihak para bank mitra universitas perusahaan pemerintah nip npwp nota".split())


def _names(parties: Sequence[Party]) -> dict[str, int]:
    """Folded names and short names by party; a name that two of them share means neither."""
    found: dict[str, int] = {}
    shared: set[str] = set()
    for index, party in enumerate(parties):
        names = [party.institution or "", *party.aliases, party.label or ""]
        names += _SHORT.findall(party.text[:4000])
        for name in names:
            folded = " ".join(name.split()).strip(" .,;:“”\"'()").casefold()
            if len(folded) < 3 or folded.startswith(("pihak", "para pihak")) or folded.isdigit():
                continue
            if folded in _TOO_COMMON and name not in (*party.aliases, party.label):
                continue
            if found.setdefault(folded, index) != index:
                shared.add(folded)
    return {name: index for name, index in found.items() if name not in shared}
