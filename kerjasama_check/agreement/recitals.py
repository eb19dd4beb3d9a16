"""Between the parties and the first article: premis, dasar hukum, and the sentence that leads to the articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kerjasama_check.agreement.misread import mend
from kerjasama_check.agreement.model import Recital
from kerjasama_check.agreement.units import Mark, MarkKind, Unit, split_mark
from kerjasama_check.indonesian.lazy import lazy

_LAW = lazy(
    r"[\W_]*(?:Undang[\s-]*Undang|Peraturan|Keputusan|Instruksi|Ketetapan|Kepres|Keppres|Perpres|Permen\w*|"
    r"Kepmen\w*|Perda|Pergub|Perbup|Perwali|"
    r"UU\b|PP\b|PMK\b|SK\b|Surat\s+(?:Keputusan|Edaran|Kuasa|Perintah|Penunjukan|Tugas|Perjanjian|Kementerian|"
    r"Menteri)|Kitab\s+Undang|KUH|Akta|Akte|DIPA|DPA|"
    r"Daftar\s+Isian|Dokumen\s+Pelaksanaan|Statuta|Anggaran\s+Dasar|Nota\s+Kesepahaman|Kesepakatan\s+Bersama|"
    r"Perjanjian\s+Kerja|Memorandum|Qanun|Pasal\s+\d)",
    re.I,
)
_LAW_INTRO = lazy(
    r"(?:mengingat|dasar\s+hukum|memperhatikan|peraturan\s+perundang|berdasarkan\s*:|atas\s+dasar|dasar\s*:|"
    r"mendasarkan|mendasari|berdasar(?:kan)?\s*(?:pada)?\s*:?\s*$|"
    r"berpedoman|merujuk|ketentuan\s+(?:hukum|perundang)|berlandaskan|landasan\s+hukum)",
    re.I,
)
_RECITAL_INTRO = lazy(
    r"(?:menerangkan|menimbang|menjelaskan|mempertimbangkan|pertimbangan|"
    r"menyatakan|memahami|hal-hal\s+sebagai)",
    re.I,
)
_HEADER = lazy(
    r"[\W_]*(?P<word>Menimbang|Mengingat|Memperhatikan|Dasar(?:\s+Hukum)?|Premis|"
    r"Konsiderans?)\b\s*(?::\s*(?P<rest>.*))?$",
    re.I,
)
_BAHWA = lazy(r"[\W_]*bahwa\b", re.I)
_TRANSITION = lazy(r"\b(?:sepakat|bersepakat|setuju|mengikatkan\s+diri|menyetujui|mengadakan)\b", re.I)


@dataclass(slots=True)
class Preamble:
    """What stands between the parties and the first article; every block of it is in exactly one list."""

    recitals: list[Recital] = field(default_factory=list)
    legal_bases: list[Recital] = field(default_factory=list)
    recital_text: list[Recital] = field(default_factory=list)  # unlettered paragraphs of the premis
    parties_text: list[Unit] = field(default_factory=list)  # "PARA PIHAK" and other text that belongs to the komparisi
    transition: list[Unit] = field(default_factory=list)
    law_text: list[Unit] = field(default_factory=list)


@dataclass(slots=True)
class _State:
    part: str = "parties"
    kind: MarkKind | None = None  # form of the outermost points of the list that is open
    value: int = 0


def read_preamble(units: Sequence[Unit], start: int, end: int) -> Preamble:
    found = Preamble()
    state = _State()
    for unit in mend(units[start:end]):
        header = _HEADER.match(unit.text) if len(unit.text) < 500 else None
        if header:
            state.part = "recital" if header["word"].lower().startswith(("menimb", "prem", "kons")) else "law"
            state.kind = None
            rest = (header["rest"] or "").strip()
            if rest:
                marks, body = split_mark(rest)
                _take(found, state, unit, marks, body)
            else:
                (found.law_text if state.part == "law" else found.parties_text).append(unit)
            continue
        _take(found, state, unit, unit.marks, unit.body)
    return found


def _take(found: Preamble, state: _State, unit: Unit, marks: Sequence[Mark], body: str) -> None:
    """Put one unit where it belongs and note which list is open."""
    mark = _own_level(marks, state)
    if mark and (_BAHWA.match(body) or _LAW.match(body) or state.part in {"recital", "law"}):
        part = "law" if _is_law(body, state) else "recital"
        if mark.kind is not state.kind:
            state.kind, state.value = mark.kind, 0
        state.value = mark.value
        state.part = part
        target = found.legal_bases if part == "law" else found.recitals
        target.append(Recital(mark.raw, body, (unit.block,)))
    elif not marks and state.part == "law" and _LAW.match(body) and unit.first and not found_open(found, body):
        found.legal_bases.append(Recital(None, body, (unit.block,)))
    elif _BAHWA.match(body) and not _TRANSITION.search(body[:200]):
        state.part = "recital"
        found.recital_text.append(Recital(None, body, (unit.block,)))
    else:
        _take_plain(found, state, unit, body)


def found_open(found: Preamble, body: str) -> bool:
    """The last law of a numbered list goes on ("…; Peraturan" wrapped on a line of its own)."""
    last = found.legal_bases[-1] if found.legal_bases else None
    return (
        last is not None
        and last.label is not None
        and last.text.rstrip()[-1:] not in ".;:,)"
        and not body[:1].isupper()
    )


def _take_plain(found: Preamble, state: _State, unit: Unit, body: str) -> None:
    if _TRANSITION.search(body) and state.part in {"recital", "law"}:
        found.transition.append(unit)
        state.kind = None
        return
    if len(body) < 400 and _LAW_INTRO.search(body) and not _RECITAL_INTRO.search(body):
        state.part, state.kind = "law", None
        found.law_text.append(unit)
    elif _RECITAL_INTRO.search(body[-220:]):
        state.part, state.kind = "recital", None
        found.parties_text.append(unit)
    elif unit.marks and state.kind is not None:  # a point below a recital or a law
        _extend(found, state, unit)
    elif state.part == "parties":
        found.parties_text.append(unit)
    elif state.kind is not None and not (unit.first and body[:1].isupper() and _ended(found, state)):
        _extend(found, state, unit)
    elif _TRANSITION.search(body):
        found.transition.append(unit)
    else:
        found.recital_text.append(Recital(None, body, (unit.block,)))


def _ended(found: Preamble, state: _State) -> bool:
    target = found.legal_bases if state.part == "law" else found.recitals
    return bool(target) and target[-1].text.rstrip()[-1:] in ".;:"


def _extend(found: Preamble, state: _State, unit: Unit) -> None:
    target = found.legal_bases if state.part == "law" else found.recitals
    if not target:
        found.recital_text.append(Recital(None, unit.text, (unit.block,)))
        return
    last = target[-1]
    blocks = last.blocks if last.blocks[-1] == unit.block else (*last.blocks, unit.block)
    target[-1] = Recital(last.label, f"{last.text} {unit.text}", blocks)


def _own_level(marks: Sequence[Mark], state: _State) -> Mark | None:
    """The reading of a mark that belongs to the outermost list, None for points below it."""
    if not marks:
        return None
    if state.kind is None:
        return marks[0]
    for mark in marks:
        if mark.kind is state.kind and (mark.kind is MarkKind.BULLET or mark.value != 1 or state.value == 0):
            return mark
    for mark in marks:
        if mark.kind is state.kind:
            return mark
    return None


def _is_law(body: str, state: _State) -> bool:
    if _BAHWA.match(body):
        return False
    return bool(_LAW.match(body)) or state.part == "law"
