"""Hand-made agreements and findings for the tests of what the user sees. All names are invented."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import IO

from kerjasama_check.agreement.model import (
    Agreement,
    Amount,
    Annex,
    Article,
    Closing,
    Item,
    NumberLine,
    Opening,
    Paragraph,
    Party,
    Recital,
    Signature,
    Term,
    Title,
)
from kerjasama_check.checking.findings import Basis, DocumentReport, Finding, Fix, Spot
from kerjasama_check.reading.document import Block, Document, Place, Reading, State
from kerjasama_check.reporting.formats import RunFacts, reporter
from kerjasama_check.reporting.sheet import lay_out
from kerjasama_check.reporting.terminal import Page
from kerjasama_check.reporting.totals import Totals
from kerjasama_check.reporting.understood import Outcome, understand

Render = Callable[[Callable[[Page], None]], str]
TODAY = datetime.date(2026, 11, 24)
TREASURY = "Undang-Undang Nomor 1 Tahun 2004 tentang Perbendaharaan Negara"
SIGNED = datetime.date(2025, 3, 3)


def agreement(**changes: object) -> Agreement:
    blocks = tuple(Block(f"paragraf {number}", Place(number)) for number in range(30))
    fields: dict[str, object] = {
        "document": Document(Path("draf.docx"), blocks, reading=Reading("docx", words=1234)),
        "kind": "perjanjian-kerja-sama",
        "title": Title(
            "PERJANJIAN KERJA SAMA ANTARA DINAS SOSIAL KABUPATEN MAJU DENGAN YAYASAN HARAPAN TENTANG PELATIHAN",
            "PERJANJIAN KERJA SAMA",
            (0,),
            subject="PELATIHAN KETERAMPILAN BAGI WARGA KABUPATEN MAJU",
        ),
        "numbers": (NumberLine("12/PKS/2025", "NOMOR", 1), NumberLine(None, "NOMOR", 2)),
        "opening": Opening("Pada hari ini …", (3,), SIGNED, SIGNED, SIGNED, 0, "Kota Maju"),
        "parties": (
            Party("PIHAK KESATU", "Dinas Sosial Kabupaten Maju", "Sari Wulandari", "Kepala Dinas", "daerah", "…", (4,)),
            Party("PIHAK KEDUA", "Yayasan Harapan", None, None, "organisasi", "…", (5,), address="Jalan Melati 1"),
        ),
        "recitals": (Recital("a.", "bahwa pelatihan diperlukan;", (6,)),),
        "legal_bases": (Recital("1.", "Undang-Undang Nomor 23 Tahun 2014;", (7,)),),
        "chapters": (),
        "articles": (
            Article(
                1,
                "Pasal 1",
                "MAKSUD DAN TUJUAN",
                ("maksud-tujuan",),
                (Paragraph(None, "Maksud kerja sama ini adalah pelatihan.", (9,)),),
                (8, 9),
            ),
            Article(
                2,
                "Pasal 2",
                "PEMBIAYAAN",
                ("pembiayaan", "harga-pembayaran"),
                (
                    Paragraph("(1)", "Biaya ditanggung oleh:", (11,), (Item("a.", "PIHAK KESATU; dan", (12,)),)),
                    Paragraph("(2)", "", (13,)),
                ),
                (10, 11, 12, 13),
            ),
        ),
        "closing": Closing("Demikian dibuat dalam rangkap 2 (dua).", (14,), copies=2),
        "signatures": (Signature("PIHAK KESATU", "Sari Wulandari", "Kepala Dinas", (15,)),),
        "annexes": (Annex("LAMPIRAN I", None, (16,)),),
        "term": Term(months=36, start=SIGNED, end=datetime.date(2028, 3, 2)),
        "amounts": (Amount(150_000_000, "IDR", "Pasal 2 ayat (1)", 11, "Rp150.000.000,00"),),
        "provisions": (),
        "unplaced": (),
        "recognised": 0.97123,
        "date": SIGNED,
        "place": "Kota Maju",
    }
    return Agreement(**(fields | changes))  # type: ignore[arg-type]


def finding(**changes: object) -> Finding:
    fields: dict[str, object] = {
        "rule": "ANG-01",
        "name": "klausul-pembiayaan-tidak-ada",
        "severity": "error",
        "force": "law",
        "message": "Biaya tidak dibatasi.",
        "advice": "Sebutkan batas dan sumber anggarannya.",
        "basis": (
            Basis("uu-1-2004", "Undang-Undang Nomor 1 Tahun 2004 tentang Perbendaharaan Negara", "Pasal 3 ayat (3)"),
        ),
        "place": Spot("Pasal 2 ayat (1)", 11, "Biaya ditanggung oleh"),
        "page": None,
        "more_places": (),
        "confidence": "high",
        "fix": None,
        "fingerprint": "abc",
    }
    return Finding(**(fields | changes))  # type: ignore[arg-type]


def some_findings() -> tuple[Finding, ...]:
    """One of each severity, in the wrong order, with every part that a finding can have."""
    return (
        finding(),
        finding(
            rule="BHS-01",
            name="kerjasama-serangkai",
            severity="info",
            force="guideline",
            message="Kata “kerjasama” ditulis terpisah: kerja sama.",
            place=Spot("Pasal 1", 9, "kerjasama"),
            more_places=tuple((Spot(f"Pasal {number}", 20 + number, "kerjasama"), None) for number in range(3, 9)),
            fix=Fix("kerjasama", "kerja sama"),
        ),
        finding(
            rule="KLA-03",
            name="pengakhiran-tidak-ada",
            severity="warning",
            force="practice",
            message="Tidak ada ketentuan tentang pengakhiran.",
            basis=(),
            place=Spot(None, None, ""),
            confidence="medium",
        ),
    )


def report(state: State = State.CHECKED, **changes: object) -> DocumentReport:
    fields: dict[str, object] = {
        "path": Path("draf.docx"),
        "state": state,
        "reason": None,
        "agreement": None,
        "profile": "umum",
        "findings": some_findings() if state is State.CHECKED else (),
    }
    return DocumentReport(**(fields | changes))  # type: ignore[arg-type]


# ------------------------------------------------------------------ for the formats of `check`
EVIL = (
    "<script>alert(1)</script> ]]> & \"'\x1b[31m\x00\x0b\ufffe @orang #1 [klik](https://jahat.example) {0} | `x`"
    "\n::error::"
)


def hostile() -> Finding:
    """A finding in which every text tries to be more than text."""
    return finding(
        message=EVIL,
        advice=EVIL,
        place=Spot("Pasal 2 ayat (1)", 11, EVIL),
        fix=Fix("=cmd|' /C calc'!A0", "+1"),
        fingerprint="e1",
    )


def with_states() -> tuple[Finding, ...]:
    """One that was set aside, one known from the baseline, one that is new."""
    return (
        finding(suppressed="disetujui biro hukum", fingerprint="f1"),
        finding(rule="ANG-02", name="sumber-dana-tidak-disebut", baseline="unchanged", fingerprint="f2"),
        finding(rule="ANK-01", name="angka-berbeda", baseline="new", fingerprint="f3"),
    )


def outcome(state: State = State.CHECKED, path: str = "draf.docx", **changes: object) -> Outcome:
    """A document for the reporters, with its text where it was checked."""
    made = report(state, path=Path(path), **changes)
    if state is not State.CHECKED:
        return Outcome(made)
    whole = agreement(obligations=(), commitments=())
    return Outcome(replace(made, ran=made.ran or RAN), understand(whole, TODAY), lay_out(whole))


RAN = ("ANG-01", "ANG-02", "ANK-01", "BHS-01", "KLA-03")


def written(name: str, *outcomes: Outcome, stream: IO[str] | None = None, **facts: object) -> str:
    """What a format makes of these documents."""
    stream = stream or io.StringIO()
    several = len(outcomes) != 1
    run = RunFacts(
        **({"version": "0.1.0", "rules": "a" * 64, "date": TODAY, "language": "id", "several": several} | facts)
    )  # type: ignore[arg-type]
    target, totals = reporter(name, stream, run), Totals()
    target.begin()
    for one in outcomes:
        totals.add(one)
        target.document(one)
    target.end(totals)
    return stream.getvalue() if isinstance(stream, io.StringIO) else ""
