"""Regulations that the text cites: repealed ones, numbers under a wrong title, and how they are cited."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.checking.findings import Confidence, Hit
from kerjasama_check.checking.functions.gather import MOST_PLACES
from kerjasama_check.checking.glance import MOST_TEXTS, Stemmed
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.scans import is_scan, read_surely
from kerjasama_check.checking.text import fold, is_annex, possible, spot_of
from kerjasama_check.indonesian.dates import format_date
from kerjasama_check.indonesian.lazy import lazy

if TYPE_CHECKING:
    from kerjasama_check.checking.rule import Regulation

_KINDS = (
    r"undang[ \t]{0,2}-?[ \t]{0,2}undang|UU|peraturan pemerintah|PP|peraturan presiden|perpres|keputusan presiden|"
    r"keppres|peraturan (?:menteri|kepala|lembaga|arsip|badan) [A-Za-z ,/&]{3,100}?|permen\w{2,12}"
)
_CITED = lazy(
    rf"\b(?P<kind>{_KINDS})(?:\s{{1,3}}(?:republik\s{{1,3}}indonesia|R\.?I\b\.?))?\s{{0,3}},?\s{{0,3}}(?:nomor|no\b\.?)"
    r"\s{0,3}[:.]?\s{0,3}(?P<number>\d{1,4})\s{0,3}(?:tahun|thn?\.?|/)\s{0,3}(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_TITLE = lazy(r"[\s,]{0,3}tentang\s{1,3}(?P<title>[^;:.()]{3,250})", re.IGNORECASE)
_TITLE_ENDS = lazy(
    r"\bsebagaimana\b|\bjo\b|\bjuncto\b|\blembaran\b|,\s*(?:undang|peraturan|keputusan|serta|dan (?:undang|peraturan))"
    r"|\bdan (?:undang|peraturan)|\n",
    re.IGNORECASE,
)
_SHORT = {
    "uu": "undang-undang",
    "pp": "peraturan pemerintah",
    "perpres": "peraturan presiden",
    "keppres": "keputusan presiden",
    "permendagri": "peraturan menteri dalam negeri",
    "permenkumham": "peraturan menteri hukum dan hak asasi manusia",
    "permenpanrb": "peraturan menteri pendayagunaan aparatur negara dan reformasi birokrasi",
    "permenpan": "peraturan menteri negara pendayagunaan aparatur negara",
}
_Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Citation:
    """A regulation named in a provision: text[start:end] is its kind, number and year; title what follows "tentang"."""

    provision: Provision
    start: int
    end: int
    key: _Key
    title: str


def _kind(words: str) -> str:
    """The kind of a regulation as the register writes it: "UU" and "Undang Undang" are "undang-undang"."""
    kind = fold(words).strip(" ,")
    if re.fullmatch(r"undang ?-? ?undang", kind):
        return "undang-undang"
    return _SHORT.get(kind, kind)


@lru_cache(maxsize=MOST_TEXTS)
def _in_text(text: str) -> tuple[tuple[int, int, _Key, str], ...]:
    found: list[tuple[int, int, _Key, str]] = []
    if not ("19" in text or "20" in text):
        return ()  # no year
    for match in _CITED.finditer(text):
        title = _TITLE.match(text, match.end())
        name = " ".join(_TITLE_ENDS.split(title["title"])[0].split()) if title else ""
        key = (_kind(match["kind"]), match["number"].lstrip("0"), int(match["year"]))
        found.append((match.start(), match.end(), key, name))
    return tuple(found)


def citations(agreement: Agreement) -> Iterator[Citation]:
    """Every regulation cited outside annexes, signatures and the komparisi, where it is only somebody's appointment."""
    for provision in agreement.provisions:
        if provision.name in ("para pihak", "tanda tangan", "judul") or is_annex(provision.name):
            continue
        for start, end, key, title in _in_text(provision.text):
            yield Citation(provision, start, end, key, title)


@cache
def register() -> dict[_Key, Regulation]:
    """The regulations of rules/regulasi.yaml by kind, number and year."""
    return {key: regulation for regulation in _by_key().values() for _, _, key, _ in _in_text(regulation.number)}


def _by_key() -> Mapping[str, Regulation]:
    from kerjasama_check.checking.rulebook import built_in_regulations  # which loads this module

    return built_in_regulations()


def _successor(regulation: Regulation, day: datetime.date | None) -> str:
    """What holds in its place at the day, or today for an undated draft."""
    known = _by_key()
    names: list[str] = []
    pending = list(regulation.replaced_by)
    while pending and len(names) < 4:
        following = known[pending.pop(0)]
        repealed = following.end is not None and (day is None or following.end < day)
        if repealed and following.replaced_by:
            pending = [*following.replaced_by, *pending]
        else:
            names.append(following.full)
    return " dan ".join(names)


_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def year_of_numbers(agreement: Agreement) -> int | None:
    """The year that the number lines carry, for a document whose date was left open or not read."""
    years = [int(year) for line in agreement.numbers for year in _YEAR.findall(line.value or "")]
    return max(years, default=None)


@function("repealed_basis", values=("cited", "successor", "date"), variants=("undated",))
def repealed_basis(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A regulation that was repealed when the document was made; an undated draft counts as new."""
    cited = list(citations(agreement))
    named = {citation.key for citation in cited}
    known = register()
    told: set[_Key] = set()
    for citation in cited:
        regulation = known.get(citation.key)
        if regulation is None or regulation.end is None or not regulation.replaced_by or citation.key in told:
            continue
        if agreement.date is not None and agreement.date <= regulation.end:
            continue
        if agreement.date is None and (year_of_numbers(agreement) or regulation.end.year + 1) <= regulation.end.year:
            continue
        if _replaced_there(citation, named, regulation):
            continue
        spot = spot_of(agreement, citation.provision, citation.start, citation.end)
        if is_scan(agreement) and not read_surely(agreement, spot):
            continue
        told.add(citation.key)
        values: dict[str, str | int] = {
            "cited": regulation.full,
            "successor": _successor(regulation, agreement.date),
            "date": format_date(agreement.date) if agreement.date else "",
        }
        variant = None if agreement.date else "undated"
        yield Hit(spot, values, variant=variant, confidence=_how_sure(agreement, regulation))


def _how_sure(agreement: Agreement, regulation: Regulation) -> Confidence:
    return "medium" if regulation.known == "recalled" or is_scan(agreement) else "high"


_REPLACED = lazy(r"\b(?:dicabut|diganti|digantikan|mencabut|menggantikan|tidak berlaku)\b", re.IGNORECASE)


def _replaced_there(citation: Citation, named: set[_Key], regulation: Regulation) -> bool:
    """The same provision says that it was replaced, or names what replaced it."""
    text = citation.provision.text
    if _REPLACED.search(text, citation.end, min(len(text), citation.end + 250)):
        return True
    known = _by_key()
    following = {key for name in regulation.replaced_by for _, _, key, _ in _in_text(known[name].number)}
    return any(key in following for _, _, key, _ in _in_text(text))


# ------------------------------------------------------------------ number and title, code and article

_CODE = Stemmed(
    ("pidana", "kuhp"),
    r"\bpasal\s{1,3}(?P<number>1\d{3})\b[^.;]{0,60}?\b(?P<code>kitab undang[ -]{0,3}undang hukum pidana|KUH ?Pidana|"
    r"KUHP)\b(?!er)",
)
_GENERIC = frozenset(
    "tentang perubahan atas kedua ketiga keempat undang peraturan pemerintah presiden menteri nomor tahun republik "
    "indonesia negara dengan dalam serta yang pada untuk penetapan pengganti menjadi".split()
)


@function("wrong_regulation", values=("cited", "title", "meant"), variants=("code", "title"))
def wrong_regulation(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """An article of the civil code ascribed to the criminal code; a number under the title of another regulation."""
    for provision in possible(agreement, _CODE):
        for match in islice(_CODE.finditer(provision.text), MOST_PLACES):
            spot = spot_of(agreement, provision, match.start(), match.end())
            values: dict[str, str | int] = {
                "cited": match["number"],
                "title": " ".join(match["code"].split()),
                "meant": "",
            }
            yield Hit(spot, values, variant="code", confidence="medium" if is_scan(agreement) else None)
    known = register()
    for citation in islice(citations(agreement), MOST_PLACES):
        regulation = known.get(citation.key)
        if regulation is None or not citation.title or not regulation.title:
            continue
        if _alike(citation.title, regulation.title) > 0.25:
            continue
        meant = _owner(citation)
        spot = spot_of(agreement, citation.provision, citation.start, citation.end + 9 + len(citation.title))
        if is_scan(agreement) and (not meant or not read_surely(agreement, spot)):
            continue
        title = {"cited": regulation.full, "title": citation.title, "meant": meant}
        yield Hit(
            spot, dict(title), variant="title", confidence="high" if meant and not is_scan(agreement) else "medium"
        )


def _owner(citation: Citation) -> str:
    """The regulation of the same kind that has this title."""
    for key, regulation in register().items():
        if key[0] == citation.key[0] and regulation.title and _alike(citation.title, regulation.title) >= 0.8:
            return regulation.full
    return ""


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]{4,}", fold(text)) if word not in _GENERIC]


def _alike(first: str, second: str) -> float:
    """The share of the words of the shorter title that the other has too, slips of a letter or two allowed."""
    own, other = sorted((_words(first), _words(second)), key=len)
    if not own:
        return 1.0
    return sum(word in other or bool(difflib.get_close_matches(word, other, 1, 0.75)) for word in own) / len(own)


# ------------------------------------------------------------------ how a regulation is cited

_GAZETTE = lazy(r"\b(?:tambahan\s{1,3})?(?:lembaran|berita)\s{1,3}negara\b", re.IGNORECASE)
_GAZETTE_YEAR = lazy(
    r"\(?lembaran\s{1,3}negara(?:\s{1,3}republik\s{1,3}indonesia)?\s{1,3}tahun\s{1,3}(?P<year>\d{4})", re.IGNORECASE
)
_WITH_GAZETTE = ("undang-undang", "peraturan pemerintah")


@function("gazette_missing", values=("cited", "year"), variants=("year",))
def gazette_missing(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A law or government regulation in the list of bases without its gazette, or with a gazette of another year."""
    for citation in islice(citations(agreement), MOST_PLACES):
        if citation.provision.name != "dasar hukum" or citation.key[0] not in _WITH_GAZETTE:
            continue
        text = citation.provision.text
        following = min((s for s, _, _, _ in _in_text(text) if s > citation.start), default=len(text))
        rest = text[citation.end : following]
        spot = spot_of(agreement, citation.provision, citation.start, citation.end)
        name = " ".join(text[citation.start : citation.end].split())
        gazette = _GAZETTE_YEAR.search(rest)
        if gazette and abs(int(gazette["year"]) - citation.key[2]) > 1:
            yield Hit(spot, {"cited": name, "year": gazette["year"]}, variant="year")
        elif not _GAZETTE.search(rest):
            yield Hit(spot, {"cited": name, "year": ""})
