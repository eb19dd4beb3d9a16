"""The page: nothing from outside, text of documents as text, passages marked where findings are, tables, summary."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from reporting_samples import TODAY, agreement, finding, hostile, outcome, report, some_findings, with_states, written

from kerjasama_check.agreement.model import Commitment, Obligation
from kerjasama_check.checking.findings import Spot
from kerjasama_check.checking.rulebook import load_rulebook
from kerjasama_check.reading.document import Block, Cell, Document, Part, Place, Reading, State
from kerjasama_check.reporting.html.text import Numbered, marked_text
from kerjasama_check.reporting.sheet import Line, export, lay_out, line_of
from kerjasama_check.reporting.understood import Outcome, understand

BOOK = load_rulebook()
VOID = {"meta", "br", "input", "img", "hr", "link"}


class Page(HTMLParser):
    """Elements with their attributes, ids and links; every tag must be closed in its order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def all(self, tag: str, kind: str = "") -> list[dict[str, str | None]]:
        found = [attrs for name, attrs in self.elements if name == tag]
        return [attrs for attrs in found if kind in (attrs.get("class") or "").split()] if kind else found


def page_of(*outcomes: Any, **facts: Any) -> tuple[str, Page]:
    text = written("html", *outcomes, book=BOOK, **facts)
    return text, Page(text)


def many() -> list[Outcome]:
    return [
        outcome(path="satu.docx"),
        outcome(path="dua.docx", findings=(*with_states(), hostile())),
        outcome(State.ENCRYPTED, "tiga.pdf", reason="Bersandi."),
        outcome(State.NOT_AGREEMENT, "empat.txt"),
    ]


def test_it_is_one_file_that_asks_for_nothing() -> None:
    text, page = page_of(*many())
    assert not [tag for tag, _ in page.elements if tag in ("link", "img", "iframe", "object", "embed", "base", "form")]
    for _, attrs in page.elements:
        assert not {"src", "srcset", "action", "style"} & attrs.keys()
        assert not [name for name in attrs if name.startswith("on")]
        assert (attrs.get("href") or "#").startswith("#")
    assert "@import" not in text and "url(" not in text


def test_the_policy_lets_only_its_own_script_and_style_run() -> None:
    text, page = page_of(outcome(findings=(hostile(),)))
    policy = next(attrs["content"] for attrs in page.all("meta") if attrs.get("http-equiv")) or ""
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy
    for tag in ("script", "style"):
        (inner,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert f"'sha256-{base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()}'" in policy


def test_style_and_script_are_ascii_for_any_console() -> None:
    import kerjasama_check.reporting.html as room

    for name in ("page.css", "page.js"):
        assert (Path(room.__file__).parent / name).read_text(encoding="utf-8").isascii()


def test_links_lead_to_ids_and_ids_are_there_once() -> None:
    quoted = finding(place=Spot("Pasal 2", 11, "paragraf 11"), more_places=((Spot("Pasal 2", 12, "paragraf"), None),))
    _, page = page_of(*many(), outcome(findings=(quoted,), path="lima.docx"))
    ids = [attrs["id"] for _, attrs in page.elements if attrs.get("id")]
    assert len(ids) == len(set(ids))
    targets = {(attrs["href"] or "")[1:] for attrs in page.all("a")}
    assert targets <= set(ids) and len(targets) > 10
    assert len(page.all("mark")) == 2
    for mark in page.all("mark"):
        assert set((mark["data-f"] or "").split()) <= set(ids)


def test_text_of_a_document_stays_text() -> None:
    evil = hostile()
    blocks = tuple(Block(evil.message, Place(number)) for number in range(30))
    whole = agreement(
        obligations=(), commitments=(), document=Document(Path("draf.docx"), blocks, reading=Reading("docx"))
    )
    made = Outcome(report(findings=(evil,), path=Path("<b>.docx")), understand(whole, TODAY), lay_out(whole))
    text, page = page_of(made)
    assert len(page.all("script")) == 1
    assert "<script>alert" not in text and "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "\x1b" not in text and "\x00" not in text and "&lt;b&gt;.docx" in text


def test_a_card_says_all_of_a_finding() -> None:
    text, page = page_of(outcome())
    assert len(page.all("article", "finding")) == 3
    for part in (
        *("ANG-01", "Kesalahan", "Biaya tidak dibatasi.", "Sebutkan batas dan sumber anggarannya.", "Biaya ditanggung"),
        *("Pasal 3 ayat (3)", "<del>kerjasama</del> → <ins>kerja sama</ins>", "Keyakinan", "sedang", "Mengapa"),
        *("Naskah secara keseluruhan", "Juga di", "Lihat di naskah"),
    ):
        assert part in text


def test_states_of_findings_are_shown() -> None:
    text, page = page_of(outcome(findings=with_states()))
    assert len(page.all("article", "finding")) == 1
    assert "Dikesampingkan (1)" in text and "disetujui biro hukum" in text
    assert 'class="state">baru<' in text and "Temuan lama (1)" in text and "ANG-02" in text


def test_the_passage_is_marked_in_its_paragraph() -> None:
    lines = [Line("(1) Biaya ditanggung oleh PIHAK KESATU.", 4, "body", 1, None, "Pasal 2 ayat (1)")]
    spots = [Spot("Pasal 2", 0, "Biaya", 0, 5), Spot("Pasal 2", 0, "Biaya ditanggung oleh", 0, 21)]
    gravities = ("info", "error")
    found = [
        Numbered(number, finding(place=spot, severity=severity))
        for number, (spot, severity) in enumerate(zip(spots, gravities, strict=True), 1)
    ]
    (text,) = [piece for piece in marked_text(lines, found, "d1", "id") if piece]
    assert re.sub(r"<sup.*?</sup>|<[^>]+>", "", text).strip() == lines[0].text
    assert '<mark class="error" data-f="d1f1 d1f2">Biaya</mark>' in text  # the graver one is seen
    assert '<mark class="error" data-f="d1f2"> ditanggung oleh</mark>' in text
    assert text.count('id="d1m1"') == text.count('id="d1m2"') == 1
    assert 'data-n="1"' in text and 'aria-label="Temuan 2: Kesalahan ANG-01"' in text


@pytest.mark.parametrize(
    ("spot", "marked"),
    [
        (Spot("Pasal 2", 0, "ditanggung  oleh"), "ditanggung oleh"),  # found by its words
        (Spot("Pasal 2", 0, "tidak ada di sini"), None),  # the paragraph as a whole
        (Spot("Pasal 2", 0, "x", 30, 90), None),  # offsets of another text
    ],
)
def test_without_offsets_the_words_are_sought(spot: Spot, marked: str | None) -> None:
    lines = [Line("Biaya ditanggung oleh PIHAK.", 0, "body", 0, None, None)]
    (text,) = [piece for piece in marked_text(lines, [Numbered(1, finding(place=spot))], "d1", "id") if piece]
    if marked:
        assert f">{marked}</mark>" in text
    else:
        assert "<mark" not in text and 'class="flag error"' in text and 'href="#d1f1"' in text


def test_a_finding_is_seen_once_in_a_paragraph() -> None:
    lines = [Line("Biaya ditanggung oleh PIHAK.", 0, "body", 0, None, None)]
    twice = finding(place=Spot("Pasal 2", 0, "Biaya", 0, 5), more_places=((Spot("Pasal 2", 0, "tidak ada"), None),))
    (text,) = [piece for piece in marked_text(lines, [Numbered(1, twice)], "d1", "id") if piece]
    assert text.count("<sup") == 1 and "flag" not in text


def test_tables_of_the_text_stay_tables() -> None:
    cells = [(0, 0, 0), (0, 0, 0), (0, 0, 1), (0, 1, 0), (1, 0, 0), None]
    lines = [Line(f"t{n}", 0, "cell" if cell else "body", 0, None, None, cell) for n, cell in enumerate(cells)]
    text = "".join(marked_text(lines, (), "d1", "id"))
    page = Page(text)
    assert (len(page.all("table")), len(page.all("tr")), len(page.all("td"))) == (2, 3, 4)
    assert re.sub(r"<[^>]+>|\s", "", text) == "t0t1t2t3t4t5"


def test_every_paragraph_is_there_with_its_number() -> None:
    whole = agreement()
    _, page = page_of(outcome())
    numbers = [attrs["data-n"] for attrs in page.all("p") if "data-n" in attrs]
    assert numbers == [str(number) for number in range(1, len(whole.document.blocks) + 1)]


def test_the_two_tables_stand_where_there_are_rows() -> None:
    duty = Obligation(("PIHAK KESATU",), "kewajiban", "menyediakan <ruang>", (), None, "Pasal 2", "…", 10)
    money = (5_000_000, "IDR")
    cost = Commitment("sewa", "sewa", ("PIHAK KESATU",), False, ("apbn",), money, None, None, "Pasal 2", "…", 10)
    whole = agreement(obligations=(duty,), commitments=(cost,))
    text, _ = page_of(Outcome(report(), understand(whole, TODAY), lay_out(whole)))
    assert "Neraca Para Pihak" in text and "menyediakan &lt;ruang&gt;" in text
    assert "Konsekuensi Anggaran" in text and "Rp5.000.000" in text and "APBN" in text
    bare, _ = page_of(outcome())
    assert "Neraca Para Pihak" not in bare and "Konsekuensi Anggaran" not in bare


def test_several_documents_have_a_summary_and_are_folded() -> None:
    text, page = page_of(*many())
    assert "<h2>Ringkasan</h2>" in text and len(page.all("details", "doc")) == 4
    assert "4 berkas: 2 diperiksa, 1 bukan perjanjian, dan 1 terkunci kata sandi." in text
    assert text.count('<tr class="unread">') == 1 and "Bersandi." in text
    one, page = page_of(outcome())
    assert "Ringkasan" not in one and len(page.all("section", "doc")) == 1


def test_a_file_that_was_not_checked_is_never_clean() -> None:
    text, _ = page_of(outcome(State.UNREADABLE, reason="Rusak."))
    assert "Tidak ada temuan" not in text and "Rusak." in text
    clean, _ = page_of(outcome(findings=()))
    assert "Tidak ada temuan" in clean


def test_english() -> None:
    text, _ = page_of(outcome(), language="en")
    assert '<html lang="en">' in text and "Findings (3)" in text and "See in the text" in text and "Temuan" not in text


# ------------------------------------------------------------------ lines
def test_the_line_of_a_place_is_that_of_the_exported_text() -> None:
    whole = agreement(
        document=Document(
            Path("d.docx"),
            (
                Block("NOTA\nKESEPAHAMAN", Place(0)),
                Block("Biaya.", Place(1), label="(1)"),
                Block("x", Place(2), part=Part.CELL, cell=Cell(0, 0, 0)),
            ),
        ),
        articles=(),
        title=None,
        annexes=(),
    )
    lines = list(export(whole))
    assert lines == ["NOTA KESEPAHAMAN", "(1) Biaya.", "x"]
    assert lines[line_of(Spot("Pasal 1", 1, "Biaya.")) - 1] == "(1) Biaya."
    assert line_of(Spot()) == 1
    sheet = lay_out(replace(whole, obligations=(), commitments=()))
    assert sheet.lines[1].shift == 4 and sheet.lines[2].cell == (0, 0, 0)
    assert len(some_findings()) == 3
