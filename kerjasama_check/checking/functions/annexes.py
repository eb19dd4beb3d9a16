"""Annexes: mentioned and attached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.agreement.references import Reference, find_references
from kerjasama_check.checking.findings import Confidence, Hit, Spot
from kerjasama_check.checking.glance import MOST_TEXTS, glance
from kerjasama_check.checking.registry import function
from kerjasama_check.checking.scans import is_scan, read_surely
from kerjasama_check.checking.text import is_annex, sentence_at, spot_of
from kerjasama_check.indonesian.lazy import lazy

_ATTACHED = lazy(r"\b(?:se)?(?:bagaimana )?(?:terlampir|dilampirkan|kami lampirkan)\b", re.IGNORECASE)
_ANY = ("lampir",)
# The sentence leaves it open whether there is an annex, or speaks of one that is made later or for another paper.
_OPEN = lazy(
    r"\b(?:jika ada|apabila ada|bila ada|kalau ada|jika diperlukan|bila diperlukan|apabila diperlukan|tersendiri|"
    r"kemudian hari|surat(?: -|-)surat|laporan|tagihan|"
    r"invoice|faktur|kwitansi|kuitansi|proposal|permohonan|pengajuan|surat tugas|wajib melampirkan|berita acara)\b",
    re.IGNORECASE,
)
# Likewise right before the mention: "beserta seluruh lampirannya", "seluruh surat, dokumen, dan lampiran", but not
# "setiap bulan … dalam Lampiran".
_OPEN_BEFORE = lazy(
    r"\b(?:segala|seluruh|setiap|semua|beserta|berikut|dan/atau|termasuk)\s+(?:\w+\s+){0,3}\Z|"
    r"\b(?:segala|seluruh|setiap|semua|beserta|termasuk)\s+[\w-]+(?:(?:,| dan| atau| dan/atau|, dan)\s+[\w-]+){0,4}"
    r"(?:,|,?\s+(?:dan|serta|atau|dan/atau))\s+\Z",
    re.IGNORECASE,
)
_OTHER_PAPER = lazy(
    r"\b(?:surat|keputusan|peraturan|proposal|laporan|sk|berita acara|nota kesepahaman|kontrak induk)\b", re.IGNORECASE
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


@lru_cache(maxsize=MOST_TEXTS)
def _find(text: str, kind: str | None) -> tuple[Reference, ...]:
    return tuple(r for r in find_references(text, kind) if r.annex is not None and not r.external)


def _mentions(agreement: Agreement) -> Iterator[tuple[Provision, int, int, str]]:
    """Provision, start, end and number ("" without one) of every mention of an own annex before the annexes."""
    for provision in glance(agreement).with_one_of(_ANY):
        if is_annex(provision.name) or provision.name in ("tanda tangan", "dasar hukum"):
            continue
        if _HEAD.fullmatch(provision.text.strip()):
            continue
        for reference in _find(provision.text, agreement.kind):
            yield provision, reference.start, reference.end, reference.annex or ""
        for match in _ATTACHED.finditer(provision.text):
            yield provision, match.start(), match.end(), ""


@function("annex_mismatch", values=("annex",), variants=("unmentioned",), absence=True)
def annex_mismatch(agreement: Agreement, _: object) -> Iterator[Hit]:
    """An annex that the text relies on is not in the file, or one is attached that nothing mentions."""
    yield from _all_missing(list(_missing(agreement)))
    yield from _unmentioned(agreement)


_HEAD = lazy(r"LAMPIRAN[ ]{1,3}(?:[IVX]{1,5}|\d{1,2}|[A-H])[ ]?[.:]?")


def _headed(agreement: Agreement) -> set[int | None]:
    """The numbers of annexes whose head stands alone on a line, wherever the annex was put."""
    return {_value(b.text.strip()) for b in agreement.document.blocks if _HEAD.fullmatch(b.text.strip())}


def _all_missing(hits: list[Hit]) -> Iterator[Hit]:
    """One finding for all annexes that are not there."""
    if hits:
        names = [str(hit.values["annex"]) for hit in hits]
        named = ", ".join(sorted({n.removeprefix("Lampiran ") for n in names if n != "Lampiran"}))
        more = tuple(hit.spot for hit in hits[1:])
        yield replace(hits[0], values={"annex": f"Lampiran {named}".strip()}, more=more, sole=True)


def _missing(agreement: Agreement) -> Iterator[Hit]:
    attached = {_value(annex.label) for annex in agreement.annexes} | _headed(agreement)
    seen: set[str] = set()
    for provision, start, end, number in _mentions(agreement):
        wanted = _value(number) if number else None
        if (wanted is None and attached) or (wanted is not None and (wanted in attached or attached == {None})):
            continue
        if number in seen or _left_open(provision.text, start, end, bool(number)):
            continue
        spot = spot_of(agreement, provision, start, end)
        if not read_surely(agreement, spot):
            continue
        seen.add(number)
        name = f"Lampiran {number}".strip()
        yield Hit(spot, {"annex": name}, confidence=_sure(agreement))


def _sure(agreement: Agreement) -> Confidence | None:
    """In a scan pages may be missing."""
    return "medium" if is_scan(agreement) else None


def _left_open(text: str, start: int, end: int, numbered: bool) -> bool:
    first, last = sentence_at(text, start, end)
    sentence = text[first:last]
    if numbered:
        return bool(re.search(r"\b(?:jika|bila|apabila|kalau) (?:ada|diperlukan)\b", sentence, re.IGNORECASE))
    if _OPEN.search(sentence) or _OPEN_BEFORE.search(text, max(0, start - 60), start):
        return True
    return bool(_OTHER_PAPER.search(text, end, min(len(text), end + 25)))


def _value(label: str) -> int | None:
    """The number of an annex: "LAMPIRAN II", "2" and "B" are 2; None without one."""
    word = label.upper().replace("LAMPIRAN", "").strip(" .:-–()")
    word = word.split()[0].strip(".:()") if word else ""
    if word.isdigit():
        return int(word)
    if word and all(c in _ROMAN for c in word):
        values = [_ROMAN[c] for c in word]
        return sum(-v if v < n else v for v, n in zip(values, [*values[1:], 0], strict=True))
    return ord(word) - ord("A") + 1 if len(word) == 1 and word.isalpha() else None


_LETTER = lazy(r"\W{0,3}(?:kepada|perihal|yth)\b|\W{0,3}kepada ?yth", re.IGNORECASE)


def _unmentioned(agreement: Agreement) -> Iterator[Hit]:
    if not agreement.annexes:
        return
    attached = {i for annex in agreement.annexes for i in annex.blocks}
    own = [p for p in agreement.provisions if not is_annex(p.name) and not attached.intersection(p.blocks)]
    said = any(_ANY[0] in p.text.lower() for p in own)
    unplaced = (agreement.document.blocks[i].text for i in agreement.unplaced if i not in attached)
    if said or any(_ANY[0] in text.lower() for text in unplaced):
        return
    annex = agreement.annexes[0]
    if annex.blocks and any(_LETTER.match(agreement.document.blocks[i].text) for i in annex.blocks[:6]):
        return  # "Lampiran: 1 berkas" of a letter that lies in the same file
    block = annex.blocks[0] if annex.blocks else None
    spot = Spot(agreement.provision_at(block) if block is not None else annex.label, block, annex.label)
    yield Hit(spot, {"annex": annex.label}, variant="unmentioned", confidence=_sure(agreement))
