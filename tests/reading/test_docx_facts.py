"""Looks after inheritance, sections, headers, comments, highlights, metadata, and the way back to the XML."""

from __future__ import annotations

import pytest
from docx_making import NAMESPACES, abstract, fulls, level, list_of, make_docx, num, p, read_made, style, texts

from kerjasama_check.reading.document import Alignment, Part
from kerjasama_check.reading.docx_package import open_package
from kerjasama_check.reading.docx_paths import locate
from kerjasama_check.reading.docx_styles import without_tables

DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults>'
)
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="x">'
    '<a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


def ps(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def test_looks_come_from_defaults_styles_and_direct_format() -> None:
    styles = (
        DEFAULTS
        + style("Normal").replace("<w:style ", '<w:style w:default="1" ')
        + style("Judul", '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="28"/>', based_on="Normal")
        + style("AnakJudul", run='<w:i/><w:rFonts w:ascii="Arial"/>', based_on="Judul")
    )
    body = (
        p("biasa")
        + p("anak", ps("AnakJudul"))
        + p("lain", ps("AnakJudul") + '<w:jc w:val="right"/>', '<w:b w:val="0"/>')
    )
    plain, child, direct = (block.style for block in read_made(body, styles=styles, theme1=THEME).blocks)
    assert (plain.font, plain.size, plain.alignment, plain.bold) == ("Calibri", 11.0, Alignment.JUSTIFIED, False)
    assert (child.font, child.size, child.alignment) == ("Arial", 14.0, Alignment.CENTRE)
    assert (child.bold, child.italic, child.style_name) == (True, True, "AnakJudul")
    assert (direct.bold, direct.alignment) == (False, Alignment.RIGHT)


def test_bold_is_what_most_letters_are() -> None:
    def bold(first: str, second: str) -> bool | None:
        runs = f"<w:r><w:rPr><w:b/></w:rPr><w:t>{first}</w:t></w:r><w:r><w:t>{second}</w:t></w:r>"
        return read_made(f"<w:p>{runs}</w:p>").blocks[0].style.bold

    assert bold("PIHAK KESATU", "dan")
    assert not bold("PIHAK", " berkewajiban menyediakan ruang")


def test_toggles_of_paragraph_and_character_style_cancel() -> None:
    styles = style("Tebal", run="<w:b/>") + style("Kuat", run="<w:b/>", kind="character")
    document = read_made(p("x", ps("Tebal"), '<w:rStyle w:val="Kuat"/>') + p("y", ps("Tebal")), styles=styles)
    assert [block.style.bold for block in document.blocks] == [False, True]


def test_styles_in_a_circle_and_unknown_styles() -> None:
    styles = style("A", run="<w:b/>", based_on="B") + style("B", run="<w:i/>", based_on="A")
    document = read_made(p("x", ps("A")) + p("y", ps("TidakAda")), styles=styles)
    assert (document.blocks[0].style.bold, document.blocks[0].style.italic) == (True, True)
    assert document.blocks[1].style.style_name is None


LATENT = '<w:latentStyles w:count="1"><w:lsdException w:name="Normal"/></w:latentStyles>'
TABLES = "".join(style(f"Tabel{at}", run="<w:b/>", kind="table") for at in range(3))
STYLED = p("x", ps("Judul")) + p("y", ps("Tabel1")) + p("z", ps("Isi"))


def seen(styles: str) -> list[tuple[str | None, bool | None, bool | None]]:
    document = read_made(STYLED, styles=styles)
    assert not document.notices
    return [(block.style.style_name, block.style.bold, block.style.italic) for block in document.blocks]


def test_styles_of_tables_are_left_out_and_all_others_stay() -> None:
    styles = LATENT + style("Judul", run="<w:i/>") + TABLES + style("Isi", run="<w:b/>") + TABLES
    short = without_tables(styles.encode())
    assert b"Tabel" not in short and b"latent" not in short
    assert seen(styles) == [("Judul", False, True), (None, False, False), ("Isi", True, False)]


@pytest.mark.parametrize(
    ("odd", "after"),
    [
        ('<!-- <w:style w:type="table" w:styleId="lama"> -->', ""),
        ('<!-- <w:latentStyles w:count="1"> -->', ""),
        ('<?lama <w:style w:type="table"> ?>', "<?akhir ?>"),
        ('<![CDATA[<w:style w:type="table">]]>', "<![CDATA[]]>"),
        ('<w:style w:type="table" w:styleId="Kosong"/>', ""),
        ('<w:latentStyles w:count="1"/>', ""),
        ('<w:style w:type="table"><w:style w:type="table"></w:style></w:style>', ""),
    ],
)
def test_what_only_looks_like_the_style_of_a_table_hides_no_other_style(odd: str, after: str) -> None:
    styles = odd + style("Judul", run="<w:i/>") + LATENT + style("Isi", run="<w:b/>") + TABLES + after
    judul, _, isi = seen(styles)
    assert (judul, isi) == (("Judul", False, True), ("Isi", True, False))


def test_indents_in_points_and_their_order() -> None:
    listed = level(0).replace("</w:lvl>", '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>')
    styles = style("Butir", num(1) + '<w:ind w:left="1440"/>') + style("Isi", '<w:ind w:left="1440"/>')
    body = (
        p("a", num(1)) + p("b", num(1) + '<w:ind w:left="200"/>') + p("c", ps("Butir")) + p("d", ps("Isi") + num(1))
        + p("e", '<w:ind w:firstLine="284"/>')
    )  # fmt: skip
    found = read_made(body, numbering=abstract(1, listed) + list_of(1, 1), styles=styles)
    assert [(block.style.left, block.style.first_line) for block in found.blocks] == [
        (36.0, -18.0), (10.0, -18.0), (72.0, -18.0), (36.0, -18.0), (0.0, 14.2),
    ]  # fmt: skip


def sect(width: int, height: int, more: str = "") -> str:
    margins = '<w:pgMar w:top="1440" w:bottom="1134" w:left="1701" w:right="1134"/>'
    return f'<w:sectPr>{more}<w:pgSz w:w="{width}" w:h="{height}"/>{margins}</w:sectPr>'


def test_sections_in_millimetres() -> None:
    document = read_made(p("a", sect(11906, 16838)) + p("b") + sect(18709, 12246))
    first, second = document.sections
    assert (first.width, first.height, first.landscape) == (210.0, 297.0, False)
    assert (first.top, first.bottom, first.left, first.right) == (25.4, 20.0, 30.0, 20.0)
    assert (second.width, second.height, second.landscape) == (330.0, 216.0, True)


def test_headers_and_footers_stand_apart_and_only_if_they_are_shown() -> None:
    references = (
        '<w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/>'
        '<w:headerReference w:type="even" r:id="header3"/><w:footerReference w:type="default" r:id="footer1"/>'
    )
    parts = {
        "header1": p("PARAF", num(1)),
        "header2": p("halaman pertama"),
        "header3": p("genap"),
        "footer1": p("Halaman 1", num(1)),
        "numbering": abstract(1, level(0)) + list_of(1, 1),
    }
    document = read_made(p("isi", num(1)) + sect(11906, 16838, references), None, **parts)
    assert fulls(document) == ["1. isi"]
    assert [(block.part, block.full) for block in document.furniture] == [
        (Part.HEADER, "1. PARAF"),
        (Part.FOOTER, "2. Halaman 1"),
    ]
    assert document.furniture[0].place.path == "word/header1.xml#/hdr/p[1]"
    with_first = sect(11906, 16838, references + "<w:titlePg/>")
    settings = "<w:evenAndOddHeaders/>"
    document = read_made(p("isi") + with_first, None, settings=settings, **parts)
    assert [block.text for block in document.furniture] == ["PARAF", "halaman pertama", "genap", "Halaman 1"]


def test_comments_know_their_block() -> None:
    comments = "".join(
        f'<w:comment w:id="{n}" w:author="Sari">{p(text)}{p("baris dua") if n == 1 else ""}</w:comment>'
        for n, text in ((1, "periksa"), (2, "sel"), (3, "lepas"))
    )
    body = (
        p("a") + '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>b</w:t></w:r><w:commentRangeEnd w:id="1"/></w:p>'
        + '<w:commentRangeStart w:id="2"/><w:tbl><w:tr><w:tc>' + p("c") + "</w:tc></w:tr></w:tbl>"
    )  # fmt: skip
    document = read_made(body, comments=comments)
    assert [(c.author, c.text, c.block) for c in document.comments] == [
        ("Sari", "periksa\nbaris dua", 1),
        ("Sari", "sel", 2),
        ("Sari", "lepas", None),
    ]


def test_highlights_are_spans_of_the_text() -> None:
    yellow = '<w:shd w:val="clear" w:fill="FFFF00"/>'
    runs = (
        "<w:r><w:t xml:space='preserve'>  Nomor:  </w:t></w:r>"
        '<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>[isi]</w:t></w:r>'
        f"<w:r><w:t> dan </w:t></w:r><w:r><w:rPr>{yellow}</w:rPr><w:t>tanggal</w:t></w:r>"
        '<w:r><w:rPr><w:highlight w:val="none"/></w:rPr><w:t> saja</w:t></w:r>'
    )
    block = read_made(f"<w:p>{runs}</w:p>").blocks[0]
    assert [block.text[start:end] for start, end in block.highlights] == ["[isi]", "tanggal"]
    shaded = read_made(p("seluruhnya", yellow)).blocks[0]
    assert shaded.highlights == ((0, 10),)
    grey = read_made(p("abu-abu", run='<w:shd w:fill="D9D9D9"/>')).blocks[0]
    assert grey.highlights == ()


def test_metadata_of_a_file_made_by_python_docx(tmp_path) -> None:  # type: ignore[no-untyped-def]
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("Perjanjian")
    document.core_properties.title = "Draf Perjanjian"
    document.core_properties.author = "Bagian Hukum"
    document.save(tmp_path / "a.docx")
    from kerjasama_check.reading import read

    metadata = dict(read(tmp_path / "a.docx").reading.metadata)
    assert metadata["title"] == "Draf Perjanjian"
    assert metadata["creator"] == "Bagian Hukum"


def test_every_path_leads_back_to_its_paragraph() -> None:
    box = f"<w:pict><v:textbox><w:txbxContent>{p('kotak')}{p('dua')}</w:txbxContent></v:textbox></w:pict>"
    notes = f'<w:footnote w:id="0"/><w:footnote w:id="5">{p("catatan")}</w:footnote>'
    inner = f"<w:tbl><w:tr><w:tc>{p('inti')}</w:tc></w:tr></w:tbl>"
    body = (
        p("satu") + f"<w:sdt><w:sdtContent>{p('kendali')}</w:sdtContent></w:sdt>"
        + f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}{inner}</w:tc></w:tr></w:tbl>"
        + f"<w:p><w:r><w:t>akhir</w:t></w:r><w:r>{box}</w:r><w:r><w:footnoteReference w:id='5'/></w:r></w:p>"
    )  # fmt: skip
    document = read_made(body, footnotes=notes)
    package = open_package(make_docx(body, footnotes=notes))
    assert len(document.blocks) == 9
    assert texts(document)[-3:] == ["kotak", "dua", "catatan"]
    for index, block in enumerate(document.blocks):
        assert block.place.paragraph == index
        part, _, path = (block.place.path or "").partition("#")
        element = locate(package.part(part), path)
        assert element is not None and element.tag.endswith("}p")
        assert "".join(element.itertext()).startswith(block.text)
    assert document.blocks[4].place.path == "word/document.xml#/body/tbl[1]/tr[1]/tc[2]/tbl[1]/tr[1]/tc[1]/p[1]"
    assert locate(package.part("word/document.xml"), "/body/p[99]") is None
    assert locate(package.part("word/document.xml"), "/body/[x]") is None


def test_embedded_documents_are_announced() -> None:
    document = read_made(p("a") + '<w:altChunk r:id="x"/>')
    assert [notice.key for notice in document.notices] == ["unread-chunk"]


def test_very_deep_nesting_is_read_flat() -> None:
    body = p("atas")
    for depth in range(120):
        body = f"<w:tbl><w:tr><w:tc>{body}{p(str(depth))}</w:tc></w:tr></w:tbl>"
    assert sorted(texts(read_made(body))) == sorted(["atas", *map(str, range(120))])
    inline = "<w:r><w:t>inti</w:t></w:r>"
    for _ in range(400):
        inline = f"<w:smartTag>{inline}</w:smartTag>"
    assert texts(read_made(f"<w:p>{inline}</w:p>")) == ["inti"]


def test_words_are_counted() -> None:
    assert read_made(p("satu dua") + p("tiga")).reading.words == 3


def test_strict_files_are_read() -> None:
    strict = NAMESPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    body = p("Pasal 1") + '<w:sectPr><w:pgSz w:w="210mm" w:h="297mm"/></w:sectPr>'
    raw = f"<w:document {strict}><w:body>{body}</w:body></w:document>"
    document = read_made("", raw_document=raw)
    assert texts(document) == ["Pasal 1"]
    assert (document.sections[0].width, document.sections[0].height) == (210.0, 297.0)
