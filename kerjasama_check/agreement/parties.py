"""The komparisi: who the parties are. A party ends where its label is given ("selanjutnya disebut PIHAK KESATU")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from kerjasama_check.agreement.model import Party
from kerjasama_check.agreement.party_text import PartyFacts, read_party_text
from kerjasama_check.agreement.placeholders import filled
from kerjasama_check.agreement.sectors import sector_of
from kerjasama_check.agreement.units import MarkKind, Unit, squeeze

_ORDINAL = (
    r"(?:KE\s?SATU|PERTAMA|KE\s?DUA|KE\s?TIGA|KE\s?EMPAT|KE\s?LIMA|KE\s?ENAM|KE\s?TUJUH|KE-?\s?\d|DUA|SATU|TIGA|"
    r"I{1,3}|IV|V|VI{1,3}|[1-9](?!\\s*[.)]\\s))"
)
_PARTY_LABEL = rf"(?:PIHAK|P[IJTL1UH!]{{1,3}}[A-Z]{{0,2}}AK)[\s\-]+{_ORDINAL}(?![A-Za-z])(?:\s*\([IVX1-9]+\))?"
LABEL = re.compile(_PARTY_LABEL, re.I)
_CALLED = (
    r"(?:selanjutnya|seterusnya|yang|untuk)?\s*(?:dalam\s+[\w\s]{3,60}?\s+ini\s+)?(?:akan\s+|"
    r"dapat\s+)?di\s?sebut(?:kan)?\s*(?:juga\s+|pula\s+)?(?:dengan\s+|sebagai\s+|sbg\s+|"
    r"selaku\s+)?[:;,]?\s*(?:sebagai\s+)?"
)
_DEFINES = re.compile(
    rf"{_CALLED}[-–—.\s]*(?P<quote>[“”\"'‘’«<(*]*)\s*(?P<label>{_PARTY_LABEL}|"
    rf"(?<=[“\"‘'(])[^“”\"'‘’»)]{{2,40}}(?=[”\"’')])|[A-Z][A-Z.&/\-]*(?:\s[A-Z][A-Z.&/\-]*){{0,3}}(?![a-z])"
    r"|(?:Penyewa|Pemilik|Penyedia|Pemberi|Penerima|Pengguna|Mitra|Bank|Universitas|Perusahaan|Pelaksana|"
    r"Pembeli|Penjual|Kontraktor|Peserta)\b(?:\s[A-Z][a-z]+)?|(?!Nota|Perjanjian|Kesepa|Program|Kerja|Para|"
    r"Kedua|Pihak|Naskah|Piagam)[A-Z][a-z]{{3,}}(?=\s*[.;,]?\s*(?:\n|$)))",
)
_DEFINES_I = re.compile(rf"{_CALLED}[-–—.\s]*[“”\"'‘’«<(*]*\s*(?P<label>{_PARTY_LABEL})", re.I)
_ENGLISH = re.compile(
    r"\b(?:hereinafter|hereafter|herein)\s*(?:to\s+be\s+)?(?:shall\s+be\s+)?(?:referred\s+to|called|known|"
    r"refer(?:red)?)?\s*(?:to\s+)?(?:as)?\s*"
    r"[“\"‘'(]*\s*(?:the\s+)?[“\"‘']?(?P<label>[A-Z][\w&.\-]*(?:\s[A-Z][\w&.\-]*){0,3})"
)
_QUOTED_I = re.compile(rf"[“\"‘]\s*(?P<label>{_PARTY_LABEL})\s*[”\"’]\s*[;.,]*\s*(?=\n|$)", re.I)
_COLLECTIVE = re.compile(
    r"\bPARA[\s-]+PIHAK\b|\bKEDUA\s?BELAH\s+PIHAK\b|\bPIHAK[\s-]+PIHAK\b|"
    r"\bTHE\s+PARTIES\b",
    re.I,
)
_BETWEEN = re.compile(r"\b(?:PARA\s+PIHAK|bersama-sama|masing-masing|secara\s+sendiri)\b", re.I)
_ENDS_ZONE = re.compile(
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


@dataclass(frozen=True, slots=True)
class _Definition:
    label: str
    start: int
    end: int


def read_parties(
    units: Sequence[Unit], start: int, offset: int, limit: int, names: Sequence[str], subject_kind: str | None = None
) -> Comparison:
    """Parties in units[start:limit]; `offset` skips the opening in the first unit; `names` are those of the title."""
    text, origin = _flatten(units, start, offset, limit)
    definitions = _definitions(text)
    if len(definitions) < 2 and (listed := _labelled_lines(text)):
        return _from_lines(text, origin, listed, names, start)
    if not definitions and origin:
        return _unlabelled(text, origin, names, start)
    parties: list[Party] = []
    last = 0
    for definition in definitions:
        piece = text[last : definition.start]
        if parties and not _new_person(piece):
            parties[-1] = replace(parties[-1], aliases=(*parties[-1].aliases, definition.label))
            last = definition.end
            continue
        blocks = _blocks(origin, last, definition.end, text)
        parties.append(_party(piece, definition.label, blocks, text[last : definition.end]))
        last = definition.end
    end = _unit_at(origin, last) + 1 if definitions else start
    parties = _with_titles(parties, names)
    rest = text[last:]
    collective = _COLLECTIVE.search(rest[:900])
    defined = bool(collective and re.search(r"sebut|called|referred", rest[: collective.end() + 120], re.I))
    return Comparison(tuple(parties), max(start, end), squeeze(collective[0]) if collective else None, defined)


_LABEL_LINE = re.compile(rf"^[\W\d]{{0,4}}(?P<label>{_PARTY_LABEL})\s*[:=]\s*", re.I | re.M)


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
    collective = _COLLECTIVE.search(text[stop : stop + 900])
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


_ACTING = re.compile(r"\b(?:untuk\s+dan\s+atas\s+nama|(?:bertindak\s+)?(?:dan\s+)?atas\s+nama|mewakili)\s+[A-Z]")


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
    collective = _COLLECTIVE.search(text[last : last + 900])
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


_NOT_LABELS = frozenset({"PIHAK", "PARA", "PIHAK-PIHAK", "PARTY", "PARTIES", "THE PARTIES", "MOU", "MOA", "AGREEMENT"})


def _definitions(text: str) -> list[_Definition]:
    """Every label given to one party, in order; those for all of them are left out."""
    found: list[_Definition] = []
    for match in sorted(
        [*_DEFINES_I.finditer(text), *_DEFINES.finditer(text), *_QUOTED_I.finditer(text), *_ENGLISH.finditer(text)],
        key=lambda m: (m.start("label"), -m.end("label")),
    ):
        label = _standard(squeeze(match["label"]).strip(" .,;:“”\"'‘’()*"))
        if found and match.start("label") < found[-1].end:
            continue
        if _COLLECTIVE.search(label) or label.upper() in _NOT_LABELS or len(label) < 2:
            continue
        clause = text[max(0, match.start() - 160) : match.start("label")]
        sentence = re.split(r"[.;\n]\s*", clause)[-1]
        if _BETWEEN.search(sentence) and len(found) >= 2:
            continue
        if len(found) >= 2 and _about_document(sentence, label):
            continue
        if not LABEL.match(label) and (
            _about_document(sentence, label) or not _new_person(text[found[-1].end if found else 0 : match.start()])
        ):
            continue
        found.append(_Definition(label, match.start(), match.end("label")))
    if len(found) < 2:
        found = _with_line_ends(text, found)
    if any(LABEL.match(d.label) for d in found):
        cut = max(i for i, d in enumerate(found) if LABEL.match(d.label))
        found = [_Definition(_with_word(d.label), d.start, d.end) for d in found[: cut + 1]]
    return found


_LINE_END = re.compile(rf"(?P<label>{_PARTY_LABEL})\s*[”\"’)]?\s*[.;,]?\s*(?=\n|$)", re.I)


def _with_line_ends(text: str, found: list[_Definition]) -> list[_Definition]:
    """Labels at the end of a paragraph that speaks of a person, where "selanjutnya disebut" was lost in reading."""
    known = {d.label.upper() for d in found}
    added = list(found)
    for match in _LINE_END.finditer(text):
        label = _standard(squeeze(match["label"]))
        paragraph = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if (
            label.upper() not in known
            and len(paragraph) > 60
            and _new_person(paragraph)
            and not _BETWEEN.search(paragraph)
        ):
            known.add(label.upper())
            added.append(_Definition(label, match.start(), match.end("label")))
    return sorted(added, key=lambda d: d.start)


def _with_word(label: str) -> str:
    """ "KESATU" where the text labels its parties "PIHAK …": the word was lost in reading."""
    return f"PIHAK {label}" if re.fullmatch(_ORDINAL, label) and not label.isdigit() else label


def _standard(label: str) -> str:
    """A label whose first word OCR spoiled ("PIIFAK KEDUA") is the label that it must be."""
    first, _, rest = label.partition(" ")
    spoilt = (
        rest
        and first.upper() != "PIHAK"
        and first.upper().startswith("P")
        and first.upper().endswith("AK")
        and LABEL.match(label)
    )
    return f"PIHAK {rest}" if spoilt else label


def _about_document(sentence: str, label: str) -> bool:
    """A name given to the agreement or to a thing, not to a party."""
    return bool(
        re.match(
            r"(?:perjanjian|nota|kesepakatan|kontrak|mou|pks|spk|kerja\s?sama|program|"
            r"produk|tempat)\b",
            label,
            re.I,
        )
    ) or bool(re.search(r"\b(?:perjanjian|nota\s+kesepahaman)\s+ini\s*,?\s*$", sentence, re.I))


def _new_person(piece: str) -> bool:
    """Whether text between two labels introduces somebody and is not only a second label for the same party."""
    words = piece.split()
    if len(words) >= 12:
        return True
    return len(words) >= 3 and bool(
        re.search(
            r"atas\s+nama|selaku|jabatan|Nama\b|mewakili|\n\s*(?:\d|I{1,3})[.)]|berkedudukan|"
            r"beralamat",
            piece,
            re.I,
        )
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
    text = piece.strip(' \n.,;:”"’)')
    text = re.sub(r"^(?:masing[\s-]+masing\s*:\s*|(?:dan|DAN|dengan|antara)\b[\s:]*)", "", text).lstrip()
    match = re.match(r"(?:\(?(?:\d{1,2}|[IVXL|l]{1,4}|[a-f])\s?[.)]\)?|[•●\-–—|])\s*", text)
    return text[match.end() :].lstrip(" :.\n") if match else text.lstrip(" :.\n")


def _sector(institution: str | None, facts: PartyFacts, text: str) -> str | None:
    if institution is None and facts.himself:
        return "perorangan"
    return sector_of(institution, facts.office, text)


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
