"""The signature block: who signs, for which party, in which office; in columns, cells, or behind a stamp."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kerjasama_check.agreement.headings import is_party_line
from kerjasama_check.agreement.model import Party, Signature
from kerjasama_check.agreement.parties import LABEL
from kerjasama_check.agreement.placeholders import filled, has_placeholder, with_last_dot
from kerjasama_check.agreement.signature_names import DEGREES, TITLES, bare_name, letters, similar, with_titles
from kerjasama_check.agreement.units import Unit, squeeze
from kerjasama_check.indonesian.lazy import lazy

_IDENTITY = lazy(r"\b(?:NIP|NIK|NRP|NIDN|NPP|NP|N I P)\b[\s.:]*[\d\s.\-/]*", re.I)
_WITNESS = lazy(r"[\W_]*(?:mengetahui|saksi(?:-saksi)?|menyaksikan|disaksikan|menyetujui|witness\w*)\b", re.I)
_OFFICE = lazy(
    r"[\W_]*(?:Pj\.?\s|Plt\.?\s|Plh\.?\s|(?:Pelaksana\s+(?:Tugas|Harian)|Penjabat)\s|a\.?n\.?\s|u\.?b\.?\s)?\s*(?:Rektor|Wakil|Pembantu|Direktur|Direktris|"
    r"Kepala|Dekan|Ketua|Bupati|Gubernur|Wali\s?kota|Sekretaris|Menteri|Pimpinan|"
    r"Pemimpin|Manager|Manajer|General|Branch|Komandan|Panglima|Camat|Lurah|Kapol\w*|Presiden|Deputi|"
    r"Koordinator|Pejabat|Inspektur|Pemilik|Rector|(?:Vice|Pro|Deputy)[ -]|Chancellor|President|Provost|Mayor|Governor|"
    r"(?:Managing |Executive |Deputy )?Director|Principal|Secretary|Minister|Chair(?:man|woman|person)?|"
    r"Dean|Head|Chief|Vice|Kuasa|Penyedia|PPK|CEO|Owner|Danrem|"
    r"Koordinator|Regional|Area)\b",
    re.I,
)
_BODY = lazy(
    r"[\W_]*(?:PT\b|CV\b|UD\b|Universitas|Institut\b|Politeknik|Sekolah|Fakultas|Pemerintah|Kementerian|Dinas|"
    r"Badan|Lembaga|Yayasan|Bank|Koperasi|Kantor|Perum|Rumah\s+Sakit|RSU|SMK|SMA|SMP|"
    r"Kabupaten|Kota|Provinsi|Propinsi|Republik|BUMDes|Apotek|Program|Jurusan|UPT|Perpustakaan|LPPM|LPTIK|"
    r"Direktorat|Sekretariat|Kamar|Komando|Resor|University|College|Perhimpunan|Ikatan)\b|"
    r"[\w ,.&'-]{2,60}\b(?:University|College|Institute|Foundation|Ministry|Corporation|Ltd|Inc)\W*$",
    re.I,
)
_NOT_NAME = lazy(
    r"\b(?:pihak|meterai|materai|tempel|rupiah|nama|jabatan|tanda\s*tangan|ttd|paraf|halaman|tanggal|demikian|"
    r"alamat|telp|email|fax|perjanjian|nota|kesepahaman|stempel|cap|"
    r"ditandatangani|dibuat|bertanda|kerja|sama|lampiran|nomor|tahun|disebut|antara|dengan|untuk|yang)\b|[@:;]|"
    r"\d{4,}",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    unit: Unit
    column: int
    order: int


def read_signatures(units: Sequence[Unit], parties: Sequence[Party]) -> tuple[Signature, ...]:
    """Signatures in the order of the columns.

    A name that the komparisi gives is found even in a spoilt line: where a stamp or the signature covers a part of
    it on a scan, the rest tells whose it is and the name is completed from the komparisi.
    """
    lines = _lines(units)
    if not lines:
        return ()
    found: list[tuple[int, Signature]] = []
    used: set[int] = set()
    for party, (order, name) in _representatives(lines, parties):
        used.add(order)
        found.append((order, _signature(lines, order, name, party)))
    missing = [p for p in parties if all(s.label != p.label or p.label is None for _, s in found)]
    found += _other_names(lines, parties, missing, used, [s.name for _, s in found if s.name])
    signed = {s.label for _, s in found}
    for party in missing:
        label_line = _label_line(lines, party.label)
        if label_line is not None and party.label not in signed:
            found.append(
                (label_line.order, Signature(party.label, None, None, (label_line.unit.block,), party.institution))
            )
    return tuple(signature for _, signature in sorted(found, key=lambda pair: _place(lines, *pair)))


def _place(lines: Sequence[_Line], order: int, signature: Signature) -> tuple[int, int]:
    """Where a signature stands: by the label above it, which is there also where the name is not."""
    head = None if signature.witness else _label_line(lines[: order + 1], signature.label)
    return (head.order, head.text.upper().find((signature.label or "").upper())) if head else (order, 0)


def _representatives(lines: Sequence[_Line], parties: Sequence[Party]) -> Iterator[tuple[Party, tuple[int, str]]]:
    """(party, (line, name)): whole names first, then what is left of spoilt ones."""
    taken: set[int] = set()
    open_parties = []
    for party in parties:
        hit = _find_representative(lines, party.representative) if party.representative else None
        if hit:
            taken.add(hit[0])
            confidence = lines[hit[0]].unit.source.confidence
            doubtful = confidence is not None and confidence < 86
            spoilt = doubtful and similar(hit[1], party.representative or "") < 0.99
            yield party, (hit[0], party.representative or hit[1]) if spoilt else hit
        else:
            open_parties.append(party)
    for party in open_parties:
        order = _find_remains(lines, party, parties, taken)
        if order is not None and party.representative:
            taken.add(order)
            yield party, (order, party.representative)


def _find_remains(lines: Sequence[_Line], party: Party, parties: Sequence[Party], taken: set[int]) -> int | None:
    """The line of a scan that holds a part of the name and of no other party's name."""
    name = party.representative
    if not name:
        return None
    others = [letters(p.representative) for p in parties if p is not party and p.representative]
    best: tuple[int, int] | None = None
    for line in lines:
        if line.unit.source.confidence is None or line.order in taken or len(line.text) > 60:
            continue
        shared = _shared(letters(line.text), letters(name))
        rival = max((_shared(letters(line.text), other) for other in others), default=0)
        if (
            shared >= 4
            and shared > rival
            and shared >= 0.6 * len(letters(line.text))
            and (best is None or shared > best[0])
        ):
            best = (shared, line.order)
    return best[1] if best else None


def _shared(part: str, whole: str) -> int:
    """Length of the letters of `part` that stand in `whole` in runs of three and more."""
    if len(part) < 4:
        return 0
    blocks = difflib.SequenceMatcher(None, part, whole, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= 3)


def _other_names(
    lines: Sequence[_Line], parties: Sequence[Party], missing: Sequence[Party], used: set[int], names: Sequence[str]
) -> list[tuple[int, Signature]]:
    """Names that the komparisi does not give: of parties without a representative, other signatories, witnesses."""
    witness_from = next((line.order for line in lines if _WITNESS.match(line.text)), None)
    said = letters(" ".join(f"{p.institution or ''} {p.office or ''}" for p in parties))
    open_parties = list(missing)
    found: list[tuple[int, Signature]] = []
    for line in lines:
        witness = witness_from is not None and line.order > witness_from
        if (
            line.order in used
            or not (open_parties or witness)
            or not _is_name(line, lines)
            or letters(line.text) in said
        ):
            continue
        name = _printed_name(line.text)
        if name is None or any(similar(name, other) > 0.85 for other in (*names, *(s.name or "" for _, s in found))):
            continue
        if witness and not open_parties:
            found.append(
                (line.order, Signature(None, name, _office_above(lines, line), (line.unit.block,), witness=True))
            )
            continue
        party = _owner(lines, line, open_parties)
        if party is not None:
            open_parties = [p for p in open_parties if p is not party]
            found.append((line.order, _signature(lines, line.order, name, party)))
    return found


def _lines(units: Sequence[Unit]) -> list[_Line]:
    """The pieces of the block: tabs and wide gaps part columns."""
    lines: list[_Line] = []
    for unit in units:
        pieces = [
            p
            for p in re.split(
                r"\t+|\s{3,}", unit.source.text if unit.first and "\n" not in unit.source.text else unit.text
            )
            if p.strip()
        ]
        for number, piece in enumerate(pieces):
            column = unit.source.cell.column if unit.source.cell else number
            if unit.source.box and len(pieces) == 1:
                column = round((unit.source.box[0] + unit.source.box[2]) / 2 / 100)
            lines.append(_Line(squeeze(piece), unit, column, len(lines)))
    return lines


def _wrapped(lines: Sequence[_Line]) -> Iterator[tuple[int, str]]:
    """Two short lines of one column as one: a name that a narrow cell wraps."""
    for line, below in pairwise(lines):
        if line.column == below.column and len(line.text) < 40 and len(below.text) < 40:
            yield line.order, f"{line.text} {below.text}"


def _find_representative(lines: Sequence[_Line], name: str) -> tuple[int, str] | None:
    """The line that holds a name, and the name as printed there."""
    bare = bare_name(name)
    target = letters(bare)
    if len(target) < 4:
        return None
    count = len(bare.split())
    likeness = difflib.SequenceMatcher(None, "", target, autojunk=False)
    frequency = Counter(target)
    best: tuple[float, int, str] | None = None
    needed = 0.78 if all(line.unit.source.confidence is None for line in lines) else 0.8
    whole = [(line.order, line.text) for line in reversed(lines)]
    for number, (order, text) in enumerate([*whole, *_wrapped(lines)]):
        if best and best[0] > (0.88 if number >= len(whole) else 0.99):
            break  # nothing is enough better
        tokens = text.split()
        if not tokens or len(text) > 200:
            continue
        plain = [letters(token) for token in tokens]
        for size in {count, count + 1, max(1, count - 1)}:
            for begin in range(max(1, len(tokens) - size + 1)):
                window = "".join(plain[begin : begin + size])
                if _most_shared(window, target, frequency) < 0.375 * (len(window) + len(target)):
                    continue
                likeness.set_seq1(window)
                score = likeness.ratio()
                if score >= needed and (best is None or score > best[0] + 0.01):
                    best = (score, order, with_titles(tokens, begin, begin + size))
    return (best[1], best[2]) if best else None


def _most_shared(window: str, target: str, frequency: Mapping[str, int]) -> int:
    """How many letters two names have in common at most, in whatever order; 0 where their lengths are too far apart."""
    if not 0.6 <= len(window) / len(target) <= 1 / 0.6:
        return 0
    shared = 0
    for letter, times in frequency.items():
        here = window.count(letter)
        shared += here if here < times else times
    return shared


def _is_name(line: _Line, lines: Sequence[_Line]) -> bool:
    text = line.text.strip(" ()_.,-")
    tokens = [t for t in re.findall(r"[^\W\d_]+", text) if len(t) > 1]
    if (
        not 1 <= len(tokens) <= 9
        or len(text) < 5
        or len(text) > 70
        or _NOT_NAME.search(text)
        or has_placeholder(line.text)
    ):
        return False
    if LABEL.match(text) or is_party_line(text) or _OFFICE.match(text) or _BODY.match(text) or _IDENTITY.match(text):
        return False
    if not all(t[0].isupper() or t.lower() in {"bin", "binti", "al", "el", "van", "de"} for t in tokens):
        return False
    titled = any(t.lower() in TITLES | DEGREES for t in re.findall(r"[^\W\d_]+", text))
    followed = any(_IDENTITY.match(after.text) for after in lines[line.order + 1 : line.order + 3])
    confidence = line.unit.source.confidence
    if confidence is not None:
        return confidence >= 80 and (followed or (titled and len(tokens) >= 2)) and len(letters(text)) >= 6
    return titled or followed or "(" in line.text or (len(tokens) >= 2 and line.order >= len(lines) // 3)


def _printed_name(text: str) -> str | None:
    name = re.sub(r"^\(?\d{1,2}\s?[.)]\s*", "", _IDENTITY.split(text)[0].strip())
    return with_last_dot(filled(name.strip(" ()_.-:")), name)


def _owner(lines: Sequence[_Line], line: _Line, missing: Sequence[Party]) -> Party | None:
    """The party whose label stands above the name in its column, else the next one without a name."""
    for above in reversed(lines[: line.order]):
        if above.column == line.column and (match := LABEL.search(above.text)):
            label = squeeze(match[0]).upper()
            return next((p for p in missing if p.label and squeeze(p.label).upper() == label), None) or (
                missing[0] if missing else None
            )
    return missing[0] if missing else None


def _label_line(lines: Sequence[_Line], label: str | None) -> _Line | None:
    if not label:
        return None
    whole = re.compile(rf"(?<!\w){re.escape(label)}(?!\w)", re.I)
    return next((line for line in lines if whole.search(line.text)), None)


def _signature(lines: Sequence[_Line], order: int, name: str, party: Party) -> Signature:
    line = lines[order]
    identity = next(
        (
            m[0]
            for near in lines[order : order + 3]
            if (m := _IDENTITY.search(near.text)) and any(c.isdigit() for c in m[0])
        ),
        None,
    )
    return Signature(
        label=party.label,
        name=name,
        office=_office_above(lines, line),
        blocks=(line.unit.block,),
        institution=party.institution,
        identity=squeeze(identity) if identity else None,
    )


def _office_above(lines: Sequence[_Line], line: _Line) -> str | None:
    """The office printed in the same column above the name, or right below it."""
    for above in reversed(lines[max(0, line.order - 8) : line.order]):
        if above.column == line.column and _OFFICE.match(above.text):
            return filled(above.text.strip(" ,.:"))
    for below in lines[line.order + 1 : line.order + 3]:
        if below.column == line.column and _OFFICE.match(below.text):
            return filled(below.text.strip(" ,.:"))
    return None
