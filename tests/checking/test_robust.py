"""The rule functions on odd trees and hostile text: no error, and time in proportion to the text."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rule_checks import agreement, rulebook

from kerjasama_check.agreement.model import Agreement, Article, Closing, Item, Paragraph, Party, Provision, Term
from kerjasama_check.reading.document import Block, Place

FAMILIES = ("ANK", "RUJ", "EQU", "AUT", "ANG", "WKT", "BHS")
PIECES = (
    "PIHAK PERTAMA", "PIHAK II", "kedua belah pihak", "PARA PIHAK", "Pasal 3", "Pasal 40 ayat", "ayat (9)",
    "huruf z", "sebagaimana dimaksud pada", "dalam", "Pasal ini", "di atas", "Lampiran II", "terlampir",
    "Rp. 5.000,-", "(lima)", "14 (lima belas) hari", "31 Februari 2026", "hari Senin, 12 Maret 2026", "duapuluh",
    "tahap I 30%", "materai Rp6.000", "rangkap 2", "kerjasama",
    "Nota Kesepahaman Nomor 1/NK/2025 tanggal 3 Mei 2025", "Perjanjian ini", "“", "”", "(", ")", "\n", "…",
    "${nama}", "selama 3 tahun sampai dengan 1 Mei 2030", "berlaku sejak tanggal", "satu untuk PIHAK KEDUA",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)
labels = st.sampled_from((None, "(1)", "1.", "a.", "•", "", "PIHAK", "PIHAK KESATU", "Pihak I", "MITRA"))


def run_all(subject: Agreement) -> None:
    for rule in rulebook().rules:
        if rule.id.startswith(FAMILIES):
            list(rule.function.call(subject, rule.options))


@st.composite
def odd_agreements(draw: st.DrawFn) -> Agreement:
    base = agreement()
    blocks = tuple(Block(text=draw(texts), place=Place(paragraph=n)) for n in range(4))
    items = (Item(draw(labels), draw(texts), (0,)),)
    paragraphs = tuple(Paragraph(draw(labels), draw(texts), (1,), items) for _ in range(draw(st.integers(0, 2))))
    number = draw(st.sampled_from((None, 1, 4, 4000)))
    article = Article(number, None, draw(st.sampled_from((None, "JANGKA WAKTU"))), ("jangka-waktu",), paragraphs, (1,))
    parties = tuple(
        Party(draw(labels), draw(texts) or None, draw(texts) or None, None, None, draw(texts), (2,))
        for _ in range(draw(st.integers(0, 3)))
    )
    names = ("judul", "Pasal 4 ayat (1)", "penutup", "para pihak", "Lampiran")
    provisions = tuple(
        Provision(name, draw(texts), (draw(st.integers(0, 3)),), 0 if name.startswith("Pasal") else None)
        for name in names
    )
    return replace(
        base,
        document=replace(base.document, blocks=blocks),
        title=None,
        opening=None,
        articles=(article,),
        parties=parties,
        provisions=provisions,
        closing=Closing(draw(texts), (3,), copies=draw(st.sampled_from((None, 1, 3)))),
        signatures=(),
        annexes=(),
        unplaced=(3,),
        term=Term(months=draw(st.sampled_from((None, 12))), text=draw(texts), block=draw(st.sampled_from((None, 1)))),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(odd_agreements())
def test_odd_trees(subject: Agreement) -> None:
    run_all(subject)


@pytest.mark.parametrize(
    "piece", ["Rp1.000 ", "“", "satu untuk ", "Pasal 5 ayat ", "pada Pasal 3, ", "14 hari ", "materai "]
)
def test_long_text_of_one_piece(piece: str) -> None:
    base = agreement()
    text = piece * (30_000 // len(piece))
    document = replace(base.document, blocks=(Block(text=text, place=Place(paragraph=0)),))
    subject = replace(
        base,
        document=document,
        title=None,
        opening=None,
        parties=tuple(replace(party, blocks=()) for party in base.parties),
        provisions=(Provision("Pasal 4", text, (0,), 3),),
        signatures=(),
        unplaced=(),
        term=Term(),
    )
    start = time.perf_counter()
    run_all(subject)
    assert time.perf_counter() - start < 20  # measured: about 1 s
