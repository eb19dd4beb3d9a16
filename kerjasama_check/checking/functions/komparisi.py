"""The komparisi: who signs for each party, in what office, for which body, from where and by what capacity."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kerjasama_check.agreement.model import Agreement, Party
from kerjasama_check.agreement.placeholders import has_placeholder
from kerjasama_check.checking.findings import Hit, Spot
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.text import all_text, spot_block
from kerjasama_check.indonesian.lazy import lazy

_CALLED = lazy(r"\bselanjutnya (?:\w+ ){0,3}?disebut\b")
_ACTS = lazy(
    r"bertindak(?:\s+\w+){0,6}?\s+un[tl]uk\s+(?:dan\s+)?a[tl]as\s+na(?:m|rn)a|"  # as scans are read, too
    r"un[tl]uk\s+dan\s*/?\s*(?:atau\s+)?a[tl]as\s+na(?:m|rn)a|untuk\s+serta\s+atas\s+nama|dan\s+oleh\s+karenanya\s+(?:sah\s+)?mewakili|\b(?:sah\s+)?mewakili\b|"
    r"bertindak\s+sebagai\b|bertindak\s+(?:dalam|atas|selaku|untuk)\s+(?:nama\s+)?(?:dirinya|diri\s+sendiri|jabatannya)|"
    r"\bfor\s+and\s+on\s+behalf\s+of\b|\brepresented\s+by\b|\bdiwakili\s+(?:secara\s+sah\s+|dengan\s+sah\s+)?oleh\b",
    re.IGNORECASE,
)
_ACTS_MISREAD = lazy(r"\bbertindak\s+(?:\w+\s+){0,4}?un\w{3}\s+dan\s+\w{3,5}\s+\w{3,5}\b", re.IGNORECASE)
_QUOTED_BLANK = lazy(r"[“”\"'‘]\s?(?:nama|jabatan|alamat|instansi|nomor)\b[^“”\"'’]{0,30}[“”\"'’]", re.IGNORECASE)
_FOR_HIMSELF = lazy(r"\bbertindak\s+(?:sebagai|selaku)\b", re.IGNORECASE)
_BROKEN_PHRASE = lazy(r"\bbertindak\s+dan\s+atas\s+nama\b", re.IGNORECASE)
_OFFICE = lazy(
    r"\b(?:jabatan|selaku|rektor|kepala|ketua|direktur\w*|bupati|gubernur|wali ?kota|dekan|menteri|sekretaris|manajer|"
    r"manager|pimpinan|pemimpin|camat|komandan|panglima|kapol\w+|danrem|dandim|presiden|deputi|staf|pejabat|asisten|"
    r"wakil|pemilik|owner|general|head|dean|rector|director|branch|inspektur|koordinator|pembina|lurah)\b",
    re.IGNORECASE,
)
_ADDRESS = lazy(
    r"\bberkedudukan\b|\bberalamat\w*\b|\balamat\b|\bjalan\b|\bjl\b|\bberkantor\b|\bbertempat tinggal\b|\bdomisili\b|"
    r"\blocated\b|\baddress\b",
    re.IGNORECASE,
)


@function("party_incomplete", values=("party", "missing"), variants=("none", "address"), absence=True)
def party_incomplete(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """The komparisi lacks the name, the office, the body, the address or the capacity of a party."""
    if not agreement.parties:
        if len(_CALLED.findall(all_text(agreement))) > 1:
            return  # somebody is introduced, though not where and how it is done otherwise
        yield Hit(Spot("para pihak"), {"party": "", "missing": ""}, variant="none")
        return
    together = " ".join(p.text for p in agreement.provisions if p.name == "para pihak")
    both = re.search(
        r"\b(?:kedua(?:nya)?|masing-masing|para pihak)\b[^.;]{0,80}(?:" + _ACTS.pattern + ")", together, re.IGNORECASE
    )
    found: dict[tuple[str, ...], list[Party]] = {}
    for party in agreement.parties:
        missing = _missing_of(party, together if both else party.text, agreement.document.reading.ocr)
        if missing:
            found.setdefault(missing, []).append(party)
    for missing, parties in found.items():
        spots = [_party_spot(agreement, party) for party in parties]
        labels = [party.label or party.institution or party.representative or "" for party in parties]
        values: dict[str, str | int] = {
            "party": " dan ".join(dict.fromkeys(x for x in labels if x)),
            "missing": "|".join(missing),
        }
        yield Hit(spots[0], values, more=tuple(spots[1:]), variant="address" if missing == ("address",) else None)


def _missing_of(party: Party, acting: str, scanned: bool) -> tuple[str, ...]:
    """What is not said of a party. Of a scan only the phrases count: names and offices may merely be misread."""
    blank = has_placeholder(party.text) or _QUOTED_BLANK.search(party.text) is not None
    named = blank or scanned
    missing = []
    if party.sector != "perorangan":
        if not party.representative and not named:
            missing.append("name")
        if not party.office and not named and not _OFFICE.search(party.text):
            missing.append("office")
        if not party.institution and not named and not _FOR_HIMSELF.search(party.text):
            missing.append("institution")
        acts = party.acts_for or _ACTS.search(acting) or (scanned and _ACTS_MISREAD.search(acting))
        if _BROKEN_PHRASE.search(party.text) or not acts:
            missing.append("capacity")
    if not party.address and not _ADDRESS.search(party.text) and not blank:
        missing.append("address")
    return tuple(missing)


def _party_spot(agreement: Agreement, party: Party) -> Spot:
    if not party.blocks:
        return Spot("para pihak")
    quote = party.representative or party.label or ""
    block = party.blocks[0]
    start = agreement.document.blocks[block].text.find(quote) if quote else -1
    if start < 0:
        return Spot("para pihak", block, quote or spot_block(agreement, block).quote)
    return Spot("para pihak", block, quote, start, start + len(quote))
