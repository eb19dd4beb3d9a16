"""The bodies that take part: named by their name of the time, the same in every part, and in the fitting form."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kerjasama_check.agreement.model import Agreement, Party, Signature
from kerjasama_check.checking.facts import holds
from kerjasama_check.checking.findings import Confidence, Hit, Spot
from kerjasama_check.checking.functions.mandate import name_of, party_spot
from kerjasama_check.checking.functions.regulations import year_of_numbers
from kerjasama_check.checking.patterns import Regex
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.scans import is_scan
from kerjasama_check.checking.text import all_text, body, fold, search, sentence_at, spot_block, spot_of
from kerjasama_check.indonesian.lazy import lazy

# ------------------------------------------------------------------ names of the time


@dataclass(frozen=True, slots=True)
class Renamed:
    """A body that got another name. was: pattern over folded names. since: the day (YYYY-MM-DD). now: its names."""

    was: Regex
    since: str
    now: str

    def check(self) -> str | None:
        try:
            datetime.date.fromisoformat(self.since)
        except ValueError as error:
            return f"“{self.since}”: {error}"
        return None


@dataclass(frozen=True, slots=True)
class RenamedBodies:
    """bodies: what was renamed. numbers: pattern of number lines that only the old body used."""

    bodies: tuple[Renamed, ...]
    numbers: Regex | None = None


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@function("institution_renamed", RenamedBodies, values=("old", "now", "since"), variants=("undated", "number"))
def institution_renamed(agreement: Agreement, options: RenamedBodies) -> Iterator[Hit]:
    """A party goes by a name that its body no longer had at the date; a number of the old body on a new document."""
    for renamed in options.bodies:
        since = datetime.date.fromisoformat(renamed.since)
        if agreement.date is not None and agreement.date < since:
            continue
        if agreement.date is None and (year_of_numbers(agreement) or since.year) < since.year:
            continue
        place = _named_as(agreement, _compiled(renamed.was))
        if place is None:
            continue
        spot, old = place
        settled = agreement.date is not None and agreement.date >= since + datetime.timedelta(days=90)
        values: dict[str, str | int] = {"old": old, "now": renamed.now, "since": renamed.since[:4]}
        variant = None if agreement.date else "undated"
        doubt: Confidence | None = None if settled and not is_scan(agreement) else "medium"
        yield Hit(spot, values, variant=variant, confidence=doubt)
    if options.numbers and holds(agreement, "imipas") and holds(agreement, "young") and agreement.date is not None:
        for line in agreement.numbers:
            if line.value and _compiled(options.numbers).match(line.value.strip()):
                values = {"old": line.value, "now": "", "since": ""}
                spot = replace(spot_block(agreement, line.block), quote=line.value, provision="nomor")
                yield Hit(spot, values, variant="number", confidence="medium")


def _named_as(agreement: Agreement, pattern: re.Pattern[str]) -> tuple[Spot, str] | None:
    """Where a party is called so: its institution, office or the body it acts for, not its decree of appointment."""
    for party in agreement.parties:
        for words in (party.institution, party.acts_for, party.office):
            match = pattern.search(words or "")
            if match and not re.search(r"\bkeputusan\b|\bperaturan\b", words or "", re.IGNORECASE):
                return party_spot(agreement, party, match.group()), match.group()
    title = agreement.title
    for name in title.names if title else ():
        if title and (match := pattern.search(name)):
            blocks = [b for b in title.blocks if match.group() in agreement.document.blocks[b].text]
            return Spot("judul", blocks[0] if blocks else None, match.group()), match.group()
    return None


# ------------------------------------------------------------------ the form between centre and region

_OTHER_RULES = lazy(
    r"\bswakelola\b|\bhibah\b|\bdata kependudukan\b|\bhak akses\b|\bpajak\b|\bperpajakan\b|\bsewa\b|\bpinjam pakai\b|"
    r"\bpertanahan\b|\bjaminan kesehatan\b|\bperadilan\b|\bkejaksaan\b|\bpelayanan publik\b|\bmal pelayanan\b"
)
# Units of a region that serve for a fee under rules of their own.
_SERVES = lazy(r"\b(?:rumah sakit|rsud|puskesmas|blud|laboratorium|sekolah|smk|sma|perumda|pdam)\b")
_THIRD = lazy(r"\bkerja ?sama daerah dengan pihak ketiga\b|\bksdpk\b|\bsebagai pihak ketiga\b", re.IGNORECASE)


@function("synergy_in_another_form", values=("central", "region"), variants=("third",))
def synergy_in_another_form(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A region and a body of the central government make a PKS where a synergy is laid down otherwise."""
    sectors = [party.sector for party in agreement.parties]
    if set(sectors) != {"pusat", "daerah"}:
        return
    central = next(p for p in agreement.parties if p.sector == "pusat")
    region = next(p for p in agreement.parties if p.sector == "daerah")
    if _SERVES.search(fold(f"{region.institution or ''} {region.office or ''}")):
        return
    values: dict[str, str | int] = {
        "central": " ".join((central.institution or name_of(central)).split()),
        "region": " ".join((region.institution or name_of(region)).split()),
    }
    for provision, match in search(agreement, _THIRD, annexes=False):
        spot = spot_of(agreement, provision, match.start(), match.end())
        yield Hit(spot, values, variant="third")
        return
    if not _OTHER_RULES.search(all_text(agreement)):
        yield Hit(_kind_spot(agreement), values, confidence="medium")


def _kind_spot(agreement: Agreement) -> Spot:
    title = agreement.title
    if title is None or not title.blocks:
        return Spot("judul")
    return replace(spot_block(agreement, title.blocks[0]), provision="judul")


# ------------------------------------------------------------------ the same bodies everywhere

_COMMON = frozenset(
    "pt cv persero tbk dan di dari pada dengan untuk the of and republik indonesia negara negeri pemerintah provinsi "
    "kabupaten kota daerah kantor badan dinas lembaga universitas institut politeknik sekolah fakultas yayasan "
    "koperasi kementerian direktorat jenderal kelas nomor tentang antara program studi pusat unit bagian".split()
)
_NOT_A_NAME = lazy(r"[${}<>\[\]*…“”\"]|_{2,}|\.{4,}|\bnomor\b|\bnama\b|\bnamaf\b|\btahun\b", re.IGNORECASE)
_LONGEST_NAME = 120


def _words(text: str | None) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]{3,}", fold(text or "")) if word not in _COMMON}


def _related(first: set[str], second: set[str]) -> bool:
    """A word in common, misreadings of a letter or two allowed, or one is the acronym of the other."""
    return not first.isdisjoint(second) or any(difflib.get_close_matches(word, second, 1, 0.72) for word in first)


def _acronym_of(name: str, other: str) -> bool:
    letters = "".join(
        word[0] for word in re.findall(r"[^\W\d_]+", fold(other)) if word not in ("dan", "of", "di", "the")
    )
    return any(len(word) > 2 and (word in letters or letters in word) for word in re.findall(r"\w+", fold(name)))


@function("party_differs", values=("first", "second", "label"), variants=("signature", "address"))
def party_differs(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """Title or signature name another body than the komparisi, or a party has two addresses."""
    if agreement.template or not agreement.parties:
        return
    yield from _title_differs(agreement)
    yield from _signature_differs(agreement)
    yield from _two_addresses(agreement)


def _names(party: Party) -> str:
    text = party.text
    for words in filter(None, (party.address, party.appointment)):  # a street, a ministry that appoints
        text = text.replace(words, " ")
    return " ".join(filter(None, (party.institution, party.acts_for, party.office, text, *party.aliases)))


def _clean(name: str | None) -> bool:
    return bool(name) and len(name or "") <= _LONGEST_NAME and not _NOT_A_NAME.search(name or "")


def _title_differs(agreement: Agreement) -> Iterator[Hit]:
    title = agreement.title
    if title is None or len(title.names) != len(agreement.parties) or not all(_clean(n) for n in title.names):
        return
    own = {fold(name) for party in agreement.parties for name in (party.institution, *party.aliases) if name}
    if all(fold(name) in own for name in title.names):
        return
    said = _words(" ".join(_names(party) for party in agreement.parties))
    strange = [name for name in title.names if _words(name) and not _related(_words(name), said)]
    heads = _words(" ".join(title.names))
    lonely = [p for p in agreement.parties if _clean(p.institution) and not _related(_words(p.institution), heads)]
    if len(strange) != 1 or len(lonely) != 1 or not _words(lonely[0].institution):
        return
    name, party = strange[0], lonely[0]
    if _acronym_of(name, party.institution or "") or _acronym_of(party.institution or "", name):
        return
    values: dict[str, str | int] = {"first": name, "second": party.institution or "", "label": name_of(party)}
    blocks = [b for b in title.blocks if name[:20] in agreement.document.blocks[b].text]
    spot = Spot("judul", blocks[0] if blocks else None, name)
    yield Hit(spot, values, (party_spot(agreement, party, party.institution),), confidence=_doubt(agreement))


def _signature_differs(agreement: Agreement) -> Iterator[Hit]:
    heads = _words(agreement.title.text if agreement.title else "")
    for party in agreement.parties:
        for signature in agreement.signatures:
            if signature.witness or not signature.label or fold(signature.label) != fold(party.label or "\0"):
                continue
            printed = _printed_body(agreement, signature)
            if printed is None or not _clean(printed) or not _clean(party.institution):
                continue
            own, other = _words(printed), _words(_names(party))
            if not own or not other or _related(own, other) or _related(own, heads):
                continue
            if _acronym_of(printed, party.institution or "") or _acronym_of(party.institution or "", printed):
                continue
            values: dict[str, str | int] = {
                "first": party.institution or "",
                "second": printed,
                "label": name_of(party),
            }
            spot = Spot("tanda tangan", signature.blocks[0] if signature.blocks else None, printed)
            yield Hit(spot, values, variant="signature", confidence=_doubt(agreement))


_BODY = lazy(
    r"\b(?:PT\b\.?|CV\b\.?|Universitas|Institut|Politeknik|Yayasan|Koperasi|Dinas|Badan|Kantor|Kementerian|Pemerintah "
    r"(?:Provinsi|Kabupaten|Kota)|Rumah Sakit|Bank) [A-Z][^\n,;:]{2,80}",
    re.IGNORECASE,
)


def _printed_body(agreement: Agreement, signature: Signature) -> str | None:
    """The body as printed at the signature: in the office, or on a line of its own."""
    lines = [signature.office or "", *(agreement.document.blocks[block].text for block in signature.blocks)]
    found = next(filter(None, (_BODY.search(line) for line in lines)), None)
    return " ".join(found.group().split()) if found else None


def _doubt(agreement: Agreement) -> Confidence:
    return "low" if is_scan(agreement) else "medium"


# ------------------------------------------------------------------ one address

_STREET = lazy(
    r"\b(?:jalan|jln?\.?)\s{1,3}(?P<street>[A-Z][\w.’' ]{3,40}?)[, ]{1,3}(?:nomor|no\b\.?)\s{0,2}"
    r"(?P<house>\d{1,4}[A-Z]?)\b",
    re.IGNORECASE,
)


def _two_addresses(agreement: Agreement) -> Iterator[Hit]:
    """The same street with another house number, in the komparisi and among the contacts."""
    if is_scan(agreement):
        return
    articles = {at for at, article in enumerate(agreement.articles) if "korespondensi" in article.clauses}
    for party in agreement.parties:
        own = _STREET.search(party.address or "")
        if own is None:
            continue
        street = fold(own["street"])
        for provision in body(agreement):
            if provision.article not in articles:
                continue
            for match in _STREET.finditer(provision.text):
                if fold(match["street"]) != street or match["house"].casefold() == own["house"].casefold():
                    continue
                if any(_same(other, match) for other in agreement.parties if other is not party):
                    continue
                spot = spot_of(agreement, provision, *sentence_at(provision.text, *match.span()))
                values: dict[str, str | int] = {
                    "first": " ".join(own.group().split()),
                    "second": " ".join(match.group().split()),
                    "label": name_of(party),
                }
                more = (party_spot(agreement, party, own.group()),)
                yield Hit(spot, values, more, variant="address", confidence="medium")
                return


def _same(party: Party, match: re.Match[str]) -> bool:
    other = _STREET.search(party.address or "")
    return other is not None and fold(other["street"]) == fold(match["street"]) and other["house"] == match["house"]
