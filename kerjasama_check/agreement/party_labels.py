"""The labels of the parties: where the komparisi defines them ("selanjutnya disebut PIHAK KESATU atau MITRA")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kerjasama_check.agreement.units import squeeze
from kerjasama_check.indonesian.lazy import lazy

_ORDINAL = (
    r"(?:KE\s?SATU|PERTAMA|KE\s?DUA|KE\s?TIGA|KE\s?EMPAT|KE\s?LIMA|KE\s?ENAM|KE\s?TUJUH|KE-?\s?\d|DUA|SATU|TIGA|"
    r"I{1,3}|IV|V|VI{1,3}|(?<=[ \-])[1-9](?!\s?[.)]\s+(?:[A-Z][a-z]{0,4}\.|(?!Selanj|Dalam|Untuk|Bahwa|Secara|Kedua)"
    r"[A-Z][a-z]+,?\s[A-Z])))"
)
PARTY_LABEL = rf"(?:PIHAK|P[IJTL1UH!]{{1,3}}[A-Z]{{0,2}}AK)[\s\-]+{_ORDINAL}(?![A-Za-z])(?:\s*\([IVX1-9]+\))?"
LABEL = lazy(PARTY_LABEL, re.I)
_SAID = lazy(r"[Dd][Ii]\s?[Ss][Ee][Bb][Uu][Tt]")
# What may stand before "disebut": looked for backwards, from the word that is always there.
_LEAD = (
    r"(?:selanjutnya|seterusnya|yang|untuk)?\s*(?:dalam\s+[\w\s]{3,60}?\s+ini\s+)?(?:akan\s+|"
    r"dapat\s+)?\Z"
)
_LEAD_SMALL, _LEAD_ANY = lazy(_LEAD), lazy(_LEAD, re.I)
_WHOLE_LEADS = ("selanjutnya", "seterusnya", "yang", "untuk")
_LONGEST_LEAD = 120
_CALLED = (
    r"di\s?sebut(?:kan)?\s*(?:juga\s+|pula\s+)?(?:dengan\s+|sebagai\s+|sbg\s+|"
    r"selaku\s+)?[:;,]?\s*(?:sebagai\s+)?"
)
_NAME_WORD = r"(?:PT\.|CV\.|[A-Z](?:[A-Z0-9&/\-]|\.(?=[A-Z]))*)"
_DEFINES = lazy(
    rf"{_CALLED}[-–—.\s]*(?P<quote>[“”\"'‘’«<(*]*)\s*(?P<label>{PARTY_LABEL}|"
    rf"(?<=[“\"‘'(])[^“”\"'‘’»)]{{2,40}}(?=[”\"’')])|"
    rf"{_NAME_WORD}(?: (?:{_NAME_WORD}|\d{{1,3}}(?![.)\d]))){{0,3}}(?![a-z])"
    r"|(?:Penyewa|Pemilik|Penyedia|Pemberi|Penerima|Pengguna|Mitra|Bank|Universitas|Perusahaan|Pelaksana|"
    r"Pembeli|Penjual|Kontraktor|Peserta)\b(?:\s[A-Z][a-z]+)?|(?!Nota|Perjanjian|Kesepa|Program|Kerja|Para|"
    r"Kedua|Pihak|Naskah|Piagam)[A-Z][a-z]{{3,}}(?=\s*[.;,]?\s*(?:\n|$)))",
)
_DEFINES_I = lazy(rf"{_CALLED}[-–—.\s]*[“”\"'‘’«<(*]*\s*(?P<label>{PARTY_LABEL})", re.I)
_ENGLISH_WORD = r"[A-Z](?:[\w&\-]|\.(?=\w))*"  # a full stop behind it ends the sentence
_ENGLISH = lazy(
    r"\b(?:hereinafter|hereafter|herein)\s*(?:to\s+be\s+)?(?:shall\s+be\s+)?(?:referred\s+to|called|known|"
    r"refer(?:red)?)?\s*(?:to\s+)?(?:as)?\s*"
    rf"[“\"‘'(]*\s*(?:the\s+)?[“\"‘']?(?P<label>{_ENGLISH_WORD}(?:\s{_ENGLISH_WORD}){{0,3}})"
)
_ALIAS = lazy(
    r"\s?[”\"’')]*,?\s*(?:dan\s?/\s?atau|atau|/|or)\s+(?:di\s?sebut\s+(?:juga\s+)?(?:sebagai\s+)?)?"
    rf"(?:[“\"‘'(]+(?P<quoted>[^“”\"'‘’()]{{2,40}})[”\"’')]|"
    rf"(?P<bare>{PARTY_LABEL}|{_NAME_WORD}(?: {_NAME_WORD}){{0,2}})(?![a-z]))"
)
_QUOTED_I = lazy(rf"[“\"‘]\s*(?P<label>{PARTY_LABEL})\s*[”\"’]\s*[;.,]*\s*(?=\n|$)", re.I)
COLLECTIVE = lazy(
    r"\bPARA[\s-]+PIHAK\b|\bKEDUA\s?BELAH\s+PIHAK\b|\bPIHAK[\s-]+PIHAK\b|"
    r"\bTHE\s+PARTIES\b",
    re.I,
)
_BETWEEN = lazy(r"\b(?:PARA\s+PIHAK|bersama-sama|masing-masing|secara\s+sendiri)\b", re.I)


@dataclass(frozen=True, slots=True)
class Definition:
    """A label and where it is given. start: of the phrase that gives it; end: behind it and its aliases."""

    label: str
    start: int
    end: int
    aliases: tuple[str, ...] = ()


_NOT_LABELS = frozenset({"PIHAK", "PARA", "PIHAK-PIHAK", "PARTY", "PARTIES", "THE PARTIES", "MOU", "MOA", "AGREEMENT"})


def _possible_definitions(text: str) -> Iterator[tuple[int, int, int]]:
    """What the patterns find: where the phrase begins, and where the label in it begins and ends."""
    said = [match.start() for match in _SAID.finditer(text)]
    yield from _called(text, said, _DEFINES_I, any_case=True)
    yield from _called(text, said, _DEFINES, any_case=False)
    if "“" in text or '"' in text or "‘" in text:
        yield from ((match.start(), *match.span("label")) for match in _QUOTED_I.finditer(text))
    if "here" in text.lower():
        yield from ((match.start(), *match.span("label")) for match in _ENGLISH.finditer(text))


def _called(text: str, said: Sequence[int], defines: re.Pattern[str], any_case: bool) -> Iterator[tuple[int, int, int]]:
    """The labels that follow a "disebut", without overlap."""
    free = 0
    for at in said:
        match = defines.match(text, at) if at >= free else None
        if match:
            yield _lead_start(text, max(free, at - _LONGEST_LEAD), at, any_case), *match.span("label")
            free = match.end()


def _lead_start(text: str, begin: int, at: int, any_case: bool) -> int:
    """Where the words begin that lead to the "disebut" at a place, at most back to `begin`."""
    before = text[begin:at]
    tail = before.rstrip()
    words = tail.lower() if any_case else tail
    for word in _WHOLE_LEADS:
        if words.endswith(word):
            return begin + len(tail) - len(word)
    longer = words.endswith(("ini", "akan", "dapat")) and (_LEAD_ANY if any_case else _LEAD_SMALL).search(before)
    return begin + (longer.start() if longer else len(tail))


def find_definitions(text: str) -> list[Definition]:
    """Every label given to one party, in order; those for all of them are left out."""
    found: list[Definition] = []
    for start, begin, end in sorted(_possible_definitions(text), key=lambda place: (place[1], -place[2])):
        label = _standard(squeeze(text[begin:end]).strip(" .,;:“”\"'‘’()*"))
        if found and begin < found[-1].end:
            continue
        if COLLECTIVE.search(label) or label.upper() in _NOT_LABELS or len(label) < 2:
            continue
        clause = text[max(0, start - 160) : begin]
        sentence = re.split(r"[.;\n]\s*", clause)[-1]
        if _BETWEEN.search(sentence) and len(found) >= 2:
            continue
        if len(found) >= 2 and _about_document(sentence, label):
            continue
        if not LABEL.match(label) and (
            _about_document(sentence, label) or not introduces_person(text[found[-1].end if found else 0 : start])
        ):
            continue
        aliases, end = _aliases(text, end)
        found.append(Definition(label, start, end, aliases))
    if len(found) < 2:
        found = _with_line_ends(text, found)
    if any(LABEL.match(d.label) for d in found):
        cut = max(i for i, d in enumerate(found) if LABEL.match(d.label))
        found = [replace(d, label=_with_word(d.label)) for d in found[: cut + 1]]
    return found


def _aliases(text: str, position: int) -> tuple[tuple[str, ...], int]:
    """Further labels behind the first one ("PIHAK KEDUA atau “MITRA”"), and where the last one ends."""
    found: list[str] = []
    while match := _ALIAS.match(text, position):
        label = squeeze(match["quoted"] or match["bare"])
        if COLLECTIVE.search(label):
            break
        found.append(label)
        position = match.end()
    return tuple(found), position


_LINE_END = lazy(rf"(?P<label>{PARTY_LABEL})\s*[”\"’)]?\s*[.;,]?\s*(?=\n|$)", re.I)


def _with_line_ends(text: str, found: list[Definition]) -> list[Definition]:
    """Labels at the end of a paragraph that speaks of a person, where "selanjutnya disebut" was lost in reading."""
    known = {d.label.upper() for d in found}
    added = list(found)
    for match in _LINE_END.finditer(text):
        label = _standard(squeeze(match["label"]))
        paragraph = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if (
            label.upper() not in known
            and len(paragraph) > 60
            and introduces_person(paragraph)
            and not _BETWEEN.search(paragraph)
        ):
            known.add(label.upper())
            added.append(Definition(label, match.start(), match.end("label")))
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
            r"(?:perjanjian|nota|kesepakatan|kontrak|mou|pks|spk|kerja\s?sama|program|syarat|lampiran|naskah|dokumen|"
            r"produk|tempat)\b",
            label,
            re.I,
        )
    ) or bool(re.search(r"\b(?:perjanjian|nota\s+kesepahaman)\s+ini\s*,?\s*$", sentence, re.I))


def introduces_person(piece: str) -> bool:
    """Whether text between two labels introduces somebody and is not only a second label for the same party."""
    words = piece.split()
    if len(words) >= 12:
        return True
    return len(words) >= 3 and bool(
        re.search(
            r"atas\s+nama|selaku|jabatan|Nama\b|mewakili|\n\s*(?:\d|I{1,3})[.)]|berkedudukan|beralamat|"
            r"represented|having\s+its|based\s+in|established|domiciled",
            piece,
            re.I,
        )
    )
