"""The komparisi: who the parties are. A party ends where its label is given ("selanjutnya disebut PIHAK KESATU")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from kerjasama_check.agreement.model import Party
from kerjasama_check.agreement.party_labels import COLLECTIVE, LABEL, PARTY_LABEL, find_definitions, introduces_person
from kerjasama_check.agreement.party_text import PartyFacts, read_party_text
from kerjasama_check.agreement.placeholders import filled
from kerjasama_check.agreement.sectors import sector_of
from kerjasama_check.agreement.units import MarkKind, Unit, squeeze
from kerjasama_check.indonesian.lazy import lazy

_ENDS_ZONE = lazy(
    r"\b(?:terlebih\s+dahulu|menerangkan|menimbang|mengingat|dengan\s+(?:mempertimbangkan|memperhatikan|"
    r"mengingat)|bersama-sama\s+(?:selanjutnya|untuk|di|dalam)|"
    r"secara\s+bersama|dengan\s+ini\s+(?:sepakat|setuju|menyatakan|bersepakat)|bersepakat|telah\s+sepakat|"
    r"sepakat\s+(?:untuk|meng|mem)|selanjutnya\s+kedua|PARA\s+PIHAK\s+)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The parties and where their part of the text ends. collective: the label for all, as defined."""

    parties: tuple[Party, ...]
    end: int
    collective: str | None
    collective_defined: bool


def read_parties(
    units: Sequence[Unit], start: int, offset: int, limit: int, names: Sequence[str], subject_kind: str | None = None
) -> Comparison:
    """Parties in units[start:limit]; `offset` skips the opening in the first unit; `names` are those of the title."""
    text, origin = _flatten(units, start, offset, limit)
    definitions = find_definitions(text)
    if len(definitions) < 2 and (listed := _labelled_lines(text)):
        return _from_lines(text, origin, listed, names, start)
    if not definitions and origin:
        return _unlabelled(text, origin, names, start)
    parties: list[Party] = []
    last = 0
    for definition in definitions:
        piece = text[last : definition.start]
        known = {label for party in parties for label in (party.label, *party.aliases)}
        ordinal = LABEL.match(definition.label) and definition.label not in known and len(piece.split()) > 3
        if parties and not ordinal and not introduces_person(piece):
            more = (*parties[-1].aliases, definition.label, *definition.aliases)
            parties[-1] = replace(parties[-1], aliases=more)
            last = definition.end
            continue
        end = _behind_representative(text, definition.end)
        blocks = _blocks(origin, last, end, text)
        piece = f"{piece} {text[definition.end : end]}" if end > definition.end else piece
        party = _party(piece, definition.label, blocks, text[last:end])
        parties.append(replace(party, aliases=definition.aliases))
        last = end
    end = _unit_at(origin, last) + 1 if definitions else start
    parties = _with_titles(parties, names)
    rest = text[last:]
    collective = COLLECTIVE.search(rest[:900])
    defined = collective is not None and _is_defined(rest, collective)
    return Comparison(tuple(parties), max(start, end), squeeze(collective[0]) if collective else None, defined)


_CALLED_SO = lazy(r"(?:sebut|called|referred)(?:(?!\.\s).){0,300}\Z", re.I | re.S)
_CALLED_AFTER = lazy(r"(?:(?!\.\s).){0,120}?(?:sebut|called|referred)", re.I | re.S)
_TOGETHER = lazy(r"\bbersama(?:\s?-\s?| )sama\b[^.;]{0,80}?sebut", re.I)  # whatever a scan makes of the label itself


def _is_defined(text: str, label: re.Match[str]) -> bool:
    """Whether the sentence in which a label first stands gives it: "… secara bersama-sama disebut PARA PIHAK"."""
    return bool(
        _CALLED_SO.search(text, 0, label.start())
        or _CALLED_AFTER.match(text, label.end())
        or _TOGETHER.search(text, 0, label.end() + 120)
    )


_REPRESENTATIVE = lazy(
    r"[”\"’)\s,.]{0,6}(?:(?:yang\s+)?dalam\s+hal\s+ini\s+|yang\s+|and\s+|herein\s+|duly\s+)?(?:diwakili|represented)\b"
    r"[^;\n]*?(?=;|\n|,\s+(?:dan|and|dengan)\s|$)"
)


def _behind_representative(text: str, position: int) -> int:
    """Where a party ends whose label comes before its signatory ("… disebut PIHAK KEDUA, diwakili oleh …")."""
    match = _REPRESENTATIVE.match(text, position)
    return match.end() if match else position


_LABEL_LINE = lazy(rf"^[\W\d]{{0,4}}(?P<label>{PARTY_LABEL})\s*[:=]\s*", re.I | re.M)


def _labelled_lines(text: str) -> list[re.Match[str]]:
    """Parties given as "PIHAK PERTAMA : …", each label once."""
    found = list(_LABEL_LINE.finditer(text))
    labels = {squeeze(match["label"]).upper() for match in found}
    return found if len(found) >= 2 and len(labels) == len(found) else []


def _from_lines(
    text: str, origin: list[tuple[int, int, int]], listed: list[re.Match[str]], names: Sequence[str], start: int
) -> Comparison:
    parties = []
    last = text.find("\n\n", listed[-1].end())
    stop = last if last > 0 else _end_of_fields(text, listed[-1].end())
    for match, after in zip_longest(listed, listed[1:]):
        end = after.start() if after else stop
        blocks = _blocks(origin, match.start(), end, text)
        parties.append(_party(text[match.end() : end], squeeze(match["label"]), blocks, text[match.start() : end]))
    collective = COLLECTIVE.search(text[stop : stop + 900])
    return Comparison(
        tuple(_with_titles(parties, names)),
        max(start, _unit_at(origin, stop) + 1),
        squeeze(collective[0]) if collective else None,
        False,
    )


def _end_of_fields(text: str, position: int) -> int:
    """Behind the last "Alamat : …" line of the last party."""
    for line in re.finditer(r"[^\n]*\n?", text[position:]):
        if line.start() and not re.match(r"\s*[\w ./]{2,30}\s*[:=]", line[0]):
            return position + line.start()
    return len(text)


_ACTING = lazy(r"\b(?:untuk\s+dan\s+atas\s+nama|(?:bertindak\s+)?(?:dan\s+)?atas\s+nama|mewakili)\s+[A-Z]")


def _unlabelled(text: str, origin: list[tuple[int, int, int]], names: Sequence[str], start: int) -> Comparison:
    """Parties that get no label: each paragraph or run of lines that ends in "untuk dan atas nama …"; "
    "else the title's."""
    stop = _ENDS_ZONE.search(text)
    zone = text[: stop.start() if stop else 1500]
    parties: list[Party] = []
    last = 0
    for match in _ACTING.finditer(zone):
        end = zone.find("\n", match.end())
        end = len(zone) if end < 0 else end
        if end <= last:
            continue
        piece = zone[last:end]
        blocks = _blocks(origin, last, end, text)
        parties.append(_party(piece, None, blocks, piece))
        last = end
    if len(parties) < 2:
        last = 0
        parties = [
            Party(None, filled(name), None, None, sector_of(filled(name)), name, ()) for name in names if filled(name)
        ]
        parties = parties if len(parties) >= 2 else []
    collective = COLLECTIVE.search(text[last : last + 900])
    end_unit = _unit_at(origin, last) + 1 if last else start
    return Comparison(tuple(parties), max(start, end_unit), squeeze(collective[0]) if collective else None, False)


def _flatten(units: Sequence[Unit], start: int, offset: int, limit: int) -> tuple[str, list[tuple[int, int, int]]]:
    """The zone as one text with a line break between units, and (start of unit in it, unit, block) for each."""
    parts: list[str] = []
    origin: list[tuple[int, int, int]] = []
    length = 0
    for index in range(start, limit):
        piece = units[index].text[offset:] if index == start and offset else units[index].text
        origin.append((length, index, units[index].block))
        parts.append(piece)
        length += len(piece) + 1
    return "\n".join(parts), origin


def _unit_at(origin: Sequence[tuple[int, int, int]], position: int) -> int:
    found = origin[0][1] if origin else 0
    for begin, unit, _ in origin:
        if begin >= position:
            break
        found = unit
    return found


def _blocks(origin: Sequence[tuple[int, int, int]], start: int, end: int, text: str) -> tuple[int, ...]:
    while start < end and text[start].isspace():
        start += 1
    spans = [*origin, (len(text) + 1, -1, -1)]
    return tuple(
        dict.fromkeys(block for (begin, _, block), (after, _, _) in pairwise(spans) if begin < end and after > start)
    )


def _party(piece: str, label: str | None, blocks: tuple[int, ...], whole: str) -> Party:
    body = _drop_number(piece)
    facts = read_party_text(body)
    institution = facts.body
    return Party(
        label=label,
        institution=institution,
        representative=facts.representative,
        office=facts.office,
        sector=_sector(institution, facts, body),
        text=squeeze(whole),
        blocks=blocks,
        appointment=facts.appointment,
        address=facts.address,
        acts_for=facts.acts_for,
    )


def _drop_number(piece: str) -> str:
    """The text behind "1.", "I." or "PIHAK KESATU :" in front of a party."""
    text = piece.lstrip(' \n.,;:”"’)').rstrip(' \n.,;:”"’')
    text = re.sub(r"^(?:masing[\s-]+masing\s*:\s*|(?:dan|DAN|dengan|antara|and)\b[\s:]*)", "", text).lstrip()
    match = re.match(r"(?:\(?(?:\d{1,2}|[IVXL|l]{1,4}|[a-f])\s?[.)]\)?|[•●\-–—|])\s*", text)
    return text[match.end() :].lstrip(" :.\n") if match else text.lstrip(" :.\n")


def _sector(institution: str | None, facts: PartyFacts, text: str) -> str | None:
    if institution is None and facts.himself:
        return "perorangan"
    sector = sector_of(institution, facts.office, text)
    if sector == "asing" and institution and re.search(r"\bIndonesia\b", facts.address or text[:200]):
        return sector_of(f"{institution}, Indonesia", facts.office, text)  # an English name of a body at home
    return sector


def _is_short_name(body: str) -> bool:
    """One word, or an abbreviation with a number: "Telkomsel", "KOREM 041/GAMAS"."""
    words = body.split()
    return len(words) == 1 or (len(words) == 2 and body.isupper() and any(c.isdigit() for c in body))


def _with_titles(parties: list[Party], names: Sequence[str]) -> list[Party]:
    """A party whose komparisi names no body, or only its short name, gets the one that the title names "
    "at its place."""
    usable = [filled(name) for name in names]
    if len(usable) != len(parties):
        return parties
    result = []
    for party, name in zip(parties, usable, strict=True):
        short = party.institution is not None and _is_short_name(party.institution)
        if name and party.sector != "perorangan" and (party.institution is None or (short and len(name.split()) > 2)):
            result.append(replace(party, institution=name, sector=sector_of(name, party.office, party.text)))
        else:
            result.append(party)
    return result


__all__ = ["LABEL", "Comparison", "MarkKind", "read_parties"]
