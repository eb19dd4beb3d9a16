"""Text, Markdown and HTML."""

from __future__ import annotations

import pytest
from docx_making import fulls, texts
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.reading import ReadingError, State, read_bytes
from kerjasama_check.reading.document import Alignment, Cell, Document, Part
from kerjasama_check.reading.plain import decode


def text(data: str) -> Document:
    return read_bytes("a.txt", data.encode())


def markdown(data: str) -> Document:
    return read_bytes("a.md", data.encode())


def html(body: str, head: str = "") -> Document:
    return read_bytes("a.html", f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


def test_lines_are_blocks() -> None:
    document = text("PERJANJIAN\n\n  Pasal 1 \r\nRuang\u00a0lingkup\tdan\rlain\f(1) a")
    assert texts(document) == ["PERJANJIAN", "Pasal 1", "Ruang lingkup\tdan", "lain", "(1) a"]
    assert document.blocks[0].style.capitals
    assert [block.place.paragraph for block in document.blocks] == [0, 1, 2, 3, 4]
    assert (document.reading.format, document.reading.words) == ("txt", 9)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert decode("“Pasal” 1 – é".encode(encoding)) == "“Pasal” 1 – é"


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded(data: bytes) -> None:
    assert isinstance(decode(data), str)


def test_markdown_signs_are_taken_off() -> None:
    document = markdown(
        "# PERJANJIAN KERJA SAMA #\n\n**NOMOR: 1/2026**\n\n---\n\n## Pasal 1\n(1) PIHAK *kesatu* dan **kedua**\n"
        "1. satu\\.\n> kutipan\n\n```\nbaris\n```\n"
    )
    assert texts(document) == [
        "PERJANJIAN KERJA SAMA", "NOMOR: 1/2026", "Pasal 1", "(1) PIHAK kesatu dan kedua", "1. satu.", "kutipan",
        "baris",
    ]  # fmt: skip
    assert [block.style.bold for block in document.blocks][:4] == [True, True, True, False]


def test_markdown_tables_are_cells() -> None:
    document = markdown("| PIHAK KESATU | PIHAK KEDUA |\n| --- | --- |\n| Budi | Sari |\n")
    assert texts(document) == ["PIHAK KESATU", "PIHAK KEDUA", "Budi", "Sari"]
    assert document.blocks[3].cell == Cell(0, 1, 1)


@given(st.text("*_#|`>-\\ ab\n", max_size=300))
def test_markdown_of_any_shape_is_read(data: str) -> None:
    if data.strip():
        markdown(data)


def test_html_blocks_breaks_and_looks() -> None:
    document = html(
        '<h2 style="text-align: center">Pasal 1<br>RUANG LINGKUP</h2><p align="right">  a <b>tebal</b>&nbsp;b </p>'
        "lepas<div>dalam<p><strong>semua tebal</strong></p>ekor</div><p></p><script>var x</script>"
    )
    assert texts(document) == ["Pasal 1\nRUANG LINGKUP", "a tebal b", "lepas", "dalam", "semua tebal", "ekor"]
    assert document.blocks[0].style.alignment is Alignment.CENTRE
    assert [block.style.bold for block in document.blocks] == [True, True, False, False, True, False]


def test_html_lists_have_computed_labels() -> None:
    document = html(
        "<ol><li>satu<ol type='a'><li>a<p>lanjut</p></li><li>b</li></ol></li><li value='5'>lima</li>"
        "<li>enam</li></ol>"
        "<ul><li>butir</li></ul><ol start=3 style='list-style-type: upper-roman'><li>x</li></ol>"
        "<ol style='list-style: none'><li>tanpa</li></ol>"
    )
    assert fulls(document) == ["1. satu", "a. a", "lanjut", "b. b", "5. lima", "6. enam", "• butir", "III. x", "tanpa"]
    assert [block.level for block in document.blocks] == [0, 1, None, 1, 0, 0, 0, 0, 0]


def test_html_tables() -> None:
    document = html(
        "<table><thead><tr><th colspan=2>atas</th><td rowspan=2>sisi</td></tr></thead><tbody><tr><td>a</td>"
        "<td>b<table><tr><td>dalam</td></tr></table></td></tr><tr><td>c</td><td>d</td><td>e</td></tr></tbody></table>"
    )
    assert [(block.text, block.cell) for block in document.blocks] == [
        ("atas", Cell(0, 0, 0)), ("sisi", Cell(0, 0, 2)), ("a", Cell(0, 1, 0)), ("b", Cell(0, 1, 1)),
        ("dalam", Cell(1, 0, 0, 1)), ("c", Cell(0, 2, 0)), ("d", Cell(0, 2, 1)), ("e", Cell(0, 2, 2)),
    ]  # fmt: skip
    assert document.blocks[0].part is Part.CELL
    assert document.blocks[0].style.bold


def test_html_hidden_text_capitals_and_line_keeping() -> None:
    document = html(
        '<p style="display:none">x</p><p hidden>y</p><p style="text-transform: uppercase">pasal</p><pre>a\nb</pre>'
        '<p>Nama: <input value="Budi"><input type="hidden" value="z"></p>'
    )
    assert texts(document) == ["PASAL", "a\nb", "Nama: Budi"]


def test_html_rules_for_classes_and_elements_are_followed() -> None:
    document = html(
        '<p class="kop judul">Judul</p><p class="sembunyi">x</p><h3>Kecil</h3>',
        "<style>.judul { text-align: center; font-weight: bold } /* c */ .sembunyi{display:none}"
        " h3 {font-weight: normal} .a .b { font-weight: bold } @media print { p { display: none } }</style>",
    )
    assert texts(document) == ["Judul", "Kecil"]
    assert (document.blocks[0].style.alignment, document.blocks[0].style.bold) == (Alignment.CENTRE, True)
    assert document.blocks[1].style.bold is False


def test_html_with_a_declared_encoding() -> None:
    data = '<?xml version="1.0" encoding="iso-8859-1"?><html><meta charset="iso-8859-1"><p>caf\u00e9</p></html>'
    assert texts(read_bytes("a.htm", data.encode("iso-8859-1"))) == ["café"]
    assert texts(read_bytes("a.htm", b"<html><meta charset='tidak-ada'><p>a</p></html>")) == ["a"]


@given(st.text("<>/pdivtableolirh='\"& a\n", max_size=300))
def test_html_of_any_shape_is_read(data: str) -> None:
    try:
        document = html(data)
    except ReadingError as error:
        assert error.reason == "no-text"
    else:
        assert all(texts(document))


def test_web_archives_are_read_as_their_page() -> None:
    data = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<html><body><p>Pasal=\r\n 1 caf=C3=A9</p></body></html>\r\n--x--\r\n"
    )
    document = read_bytes("a.doc", data.encode())
    assert texts(document) == ["Pasal 1 café"]
    assert (document.reading.format, document.notices[0].key) == ("html", "wrong-extension")


def test_pages_without_text_are_not_clean() -> None:
    with pytest.raises(ReadingError) as caught:
        html("<img src='a.png'>")
    assert (caught.value.state, caught.value.reason) == (State.UNREADABLE, "no-text")


def test_html_of_great_depth() -> None:
    assert "inti" in " ".join(texts(html("<div>" * 1500 + "inti" + "</div>" * 1500)))
