"""What plain `paragraph.text` loses: changes, fields, text boxes, controls, tables, notes, symbols, hidden text."""

from __future__ import annotations

import pytest
from docx_making import abstract, fulls, level, list_of, num, p, read_made, style, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from kerjasama_check.reading import ReadOptions
from kerjasama_check.reading.document import Cell, Part

ORIGINAL = ReadOptions(view="original")


def r(text: str, run: str = "") -> str:
    return f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def deleted(text: str) -> str:
    return f'<w:del w:id="1" w:author="X"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def inserted(inside: str) -> str:
    return f'<w:ins w:id="2" w:author="X">{inside}</w:ins>'


def one(inside: str, options: ReadOptions | None = None, **parts: str) -> str:
    return "|".join(texts(read_made(f"<w:p>{inside}</w:p>", options, **parts)))


def box(inside: str, vml: bool = False) -> str:
    if vml:
        return f"<w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict>"
    return (
        "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>"
        f"<w:txbxContent>{inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


# tracked changes


def test_tracked_changes_in_both_views() -> None:
    body = f"<w:p>{r('Biaya ditanggung ')}{deleted('PIHAK KESATU')}{inserted(r('PARA PIHAK'))}{r('.')}</w:p>"
    final = read_made(body)
    assert texts(final) == ["Biaya ditanggung PARA PIHAK."]
    assert final.reading.tracked_changes == 2
    original = read_made(body, ORIGINAL)
    assert texts(original) == ["Biaya ditanggung PIHAK KESATU."]
    assert (original.reading.tracked_changes, original.reading.view) == (2, "original")


def test_moved_text_stands_at_one_place() -> None:
    moved_from = '<w:moveFrom w:id="1"><w:r><w:t>pindah</w:t></w:r></w:moveFrom>'
    moved_to = '<w:moveTo w:id="2"><w:r><w:t>pindah</w:t></w:r></w:moveTo>'
    body = f"<w:p>{r('a ')}{moved_from}</w:p><w:p>{r('b ')}{moved_to}</w:p>"
    assert texts(read_made(body)) == ["a", "b pindah"]
    assert texts(read_made(body, ORIGINAL)) == ["a pindah", "b"]


def test_text_inserted_and_deleted_again_is_in_no_view() -> None:
    body = f"<w:p>{r('a')}{inserted(deleted('x'))}{r('b')}</w:p>"
    assert texts(read_made(body)) == ["ab"]
    assert texts(read_made(body, ORIGINAL)) == ["ab"]


def test_paragraph_with_deleted_mark_runs_on() -> None:
    gone = '<w:pPr><w:rPr><w:del w:id="9" w:author="X"/></w:rPr></w:pPr>'
    body = f"<w:p>{gone}{r('Para pihak ')}</w:p>" + p("sepakat.", '<w:jc w:val="center"/>')
    final = read_made(body)
    assert texts(final) == ["Para pihak sepakat."]
    assert final.blocks[0].style.alignment == "centre"
    assert final.reading.tracked_changes == 1
    assert texts(read_made(body, ORIGINAL)) == ["Para pihak", "sepakat."]


def test_paragraph_with_inserted_mark_is_one_in_the_original() -> None:
    mark = '<w:pPr><w:rPr><w:ins w:id="9" w:author="X"/></w:rPr></w:pPr>'
    body = f"<w:p>{mark}{r('Satu. ')}</w:p>" + p("Dua.")
    assert texts(read_made(body)) == ["Satu.", "Dua."]
    assert texts(read_made(body, ORIGINAL)) == ["Satu. Dua."]


def test_deleted_mark_before_a_table_keeps_its_text() -> None:
    gone = '<w:pPr><w:rPr><w:del w:id="9"/></w:rPr></w:pPr>'
    body = f"<w:p>{gone}{r('Sebelum')}</w:p><w:tbl><w:tr><w:tc>{p('Sel')}</w:tc></w:tr></w:tbl>"
    assert texts(read_made(body)) == ["Sebelum", "Sel"]


def test_tracked_rows() -> None:
    def row(text: str, change: str) -> str:
        return f"<w:tr><w:trPr>{change}</w:trPr><w:tc>{p(text)}</w:tc></w:tr>"

    rows = row("a", "") + row("b", '<w:del w:id="1"/>') + row("c", '<w:ins w:id="2"/>')
    body = f"<w:tbl>{rows}</w:tbl>"
    assert texts(read_made(body)) == ["a", "c"]
    assert texts(read_made(body, ORIGINAL)) == ["a", "b"]
    assert read_made(body).reading.tracked_changes == 2


def test_formats_before_a_tracked_change_of_format() -> None:
    change = f'<w:pPrChange w:id="1"><w:pPr>{num(1)}</w:pPr></w:pPrChange>'
    lists = abstract(1, level(0)) + list_of(1, 1)
    assert fulls(read_made(p("x", change), numbering=lists)) == ["x"]
    assert fulls(read_made(p("x", change), ORIGINAL, numbering=lists)) == ["1. x"]
    caps = '<w:caps/><w:rPrChange w:id="1"><w:rPr/></w:rPrChange>'
    assert one(r("pasal", caps)) == "PASAL"
    assert one(r("pasal", caps), ORIGINAL) == "pasal"


# things that wrap runs


@pytest.mark.parametrize(
    "wrapped",
    [
        '<w:hyperlink r:id="x">{}</w:hyperlink>',
        '<w:smartTag w:element="place">{}</w:smartTag>',
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr=" MERGEFIELD Nama ">{}</w:fldSimple>',
        '<w:customXml w:element="x">{}</w:customXml>',
        '<w:dir w:val="ltr">{}</w:dir>',
        '<w:hyperlink><w:ins w:id="1"><w:smartTag>{}</w:smartTag></w:ins></w:hyperlink>',
    ],
)
def test_wrapped_runs_are_read(wrapped: str) -> None:
    assert one(r("nama ") + wrapped.format(r("BUDI")) + r(" selesai")) == "nama BUDI selesai"


def test_content_controls_around_paragraphs_rows_and_cells() -> None:
    def sdt(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    cell = f"<w:tc>{p('kiri')}</w:tc>" + sdt(f"<w:tc>{sdt(p('kanan'))}</w:tc>")
    body = sdt(p("atas")) + f"<w:tbl>{sdt(f'<w:tr>{cell}</w:tr>')}</w:tbl>"
    document = read_made(body)
    assert texts(document) == ["atas", "kiri", "kanan"]
    assert document.blocks[2].cell == Cell(0, 0, 1)


def field(instruction: str, result: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return (
        f'{char("begin")}<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f"{char('separate')}{result}{char('end')}"
    )


def test_fields_show_their_result_only() -> None:
    assert one(r("Pasal ") + field("REF _Ref1", r("5")) + r(" ayat (1)")) == "Pasal 5 ayat (1)"


def test_a_field_inside_an_instruction_is_not_shown() -> None:
    inner = field("IF " + "", r("rahasia"))
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
    rest = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("ya") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert one(r("a ") + begin + inner + r("salah") + rest + r(" b")) == "a ya b"


def test_a_field_goes_on_over_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    separate, end = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = f"<w:p>{begin}</w:p><w:p>{r('bukan teks')}{separate}{r('Pasal 1')}</w:p><w:p>{r('Pasal 2')}{end}</w:p>"
    assert texts(read_made(body + p("Pasal 3"))) == ["Pasal 1", "Pasal 2", "Pasal 3"]


def test_form_check_boxes() -> None:
    def check(state: str) -> str:
        data = f"<w:ffData><w:checkBox>{state}</w:checkBox></w:ffData>"
        return (
            f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    assert one(check('<w:default w:val="0"/>') + r(" tidak ") + check("<w:checked/>") + r(" ya")) == "☐ tidak ☒ ya"


def test_form_drop_down_lists() -> None:
    entries = '<w:result w:val="1"/><w:listEntry w:val="Jakarta"/><w:listEntry w:val="Jambi"/>'
    data = f"<w:ffData><w:ddList>{entries}</w:ddList></w:ffData>"
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    assert one(r("di ") + begin + '<w:r><w:fldChar w:fldCharType="end"/></w:r>') == "di Jambi"


# text boxes


def test_a_text_box_is_read_once() -> None:
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{box(p("Kotak"))}</mc:Choice>'
        f"<mc:Fallback>{box(p('Kotak'), vml=True)}</mc:Fallback></mc:AlternateContent>"
    )
    document = read_made(f"<w:p>{r('Teks')}<w:r>{both}</w:r></w:p>")
    assert texts(document) == ["Teks", "Kotak"]
    assert [block.part for block in document.blocks] == [Part.BODY, Part.TEXT_BOX]


def test_the_fallback_is_read_where_the_choice_has_no_text() -> None:
    both = (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice>'
        f"<mc:Fallback>{box(p('Kotak'), vml=True)}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(read_made(f"<w:p><w:r>{both}</w:r></w:p>")) == ["Kotak"]


def test_vml_boxes_boxes_in_groups_and_boxes_in_boxes() -> None:
    assert texts(read_made(f"<w:p><w:r>{box(p('lama'), vml=True)}</w:r></w:p>")) == ["lama"]
    nested = (
        f'<w:drawing><wp:inline><mc:AlternateContent><mc:Choice Requires="x">{box(p("dalam"))}</mc:Choice><mc:Fallback>'
        f"{box(p('dalam'), vml=True)}</mc:Fallback></mc:AlternateContent>{box(p('dua'))}</wp:inline></w:drawing>"
    )
    assert texts(read_made(f"<w:p><w:r>{nested}</w:r></w:p>")) == ["dalam", "dua"]
    inner = f"<w:p>{r('luar')}<w:r>{box(p('inti'))}</w:r></w:p>"
    assert texts(read_made(f"<w:p><w:r>{box(inner)}</w:r></w:p>")) == ["luar", "inti"]


def test_alternate_content_around_paragraphs() -> None:
    branches = f'<mc:Choice Requires="x">{p("satu")}</mc:Choice><mc:Fallback>{p("dua")}</mc:Fallback>'
    assert texts(read_made(f"<mc:AlternateContent>{branches}</mc:AlternateContent>")) == ["satu"]


# tables


def tc(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def test_tables_row_by_row_and_nested() -> None:
    inner = f"<w:tbl>{tr(tc(p('dalam')))}</w:tbl>"
    body = f"<w:tbl>{tr(tc(p('a') + p('b')), tc(inner + p('c')))}{tr(tc(p('d')), tc(p('e')))}</w:tbl>"
    document = read_made(body + p("luar"))
    assert texts(document) == ["a", "b", "dalam", "c", "d", "e", "luar"]
    assert [block.cell for block in document.blocks] == [
        Cell(0, 0, 0), Cell(0, 0, 0), Cell(1, 0, 0, 1), Cell(0, 0, 1), Cell(0, 1, 0), Cell(0, 1, 1), None,
    ]  # fmt: skip
    assert document.blocks[0].part is Part.CELL
    assert document.blocks[-1].part is Part.BODY


def test_merged_cells_are_read_once_and_columns_follow_the_grid() -> None:
    span, start, goes_on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = (
        f"<w:tbl>{tr(tc(p('lebar'), span), tc(p('tinggi'), start))}{tr(tc(p('a')), tc(p('b')), tc(p('sisa'), goes_on))}"
        f"{tr(tc(p('c')), tc(p('d')), tc(p('bawah')))}</w:tbl>"
    )
    document = read_made(body)
    assert [(block.text, block.cell.column) for block in document.blocks if block.cell] == [
        ("lebar", 0), ("tinggi", 2), ("a", 0), ("b", 1), ("c", 0), ("d", 1), ("bawah", 2),
    ]  # fmt: skip


def test_a_merge_that_goes_on_from_nothing_keeps_its_text() -> None:
    assert texts(read_made(f"<w:tbl>{tr(tc(p('a'), '<w:vMerge/>'))}</w:tbl>")) == ["a"]


# notes, breaks, signs, hidden text


def test_footnotes_and_endnotes_follow_their_paragraph() -> None:
    notes = f'<w:footnote w:id="0"/><w:footnote w:id="2">{p("catatan")}</w:footnote>'
    ends = f'<w:endnote w:id="1">{p("akhir")}</w:endnote>'
    body = (
        f'<w:p>{r("isi")}<w:r><w:footnoteReference w:id="2"/></w:r>{r(" lanjut")}</w:p>' + p("berikut")
        + f'<w:p>{r("tutup")}<w:r><w:endnoteReference w:id="1"/></w:r></w:p>'
    )  # fmt: skip
    document = read_made(body, footnotes=notes, endnotes=ends)
    assert texts(document) == ["isi lanjut", "catatan", "berikut", "tutup", "akhir"]
    assert [block.part for block in document.blocks if block.text in ("catatan", "akhir")] == [Part.FOOTNOTE] * 2
    assert document.blocks[1].label == "1"


def test_breaks_and_tabs() -> None:
    assert one(r("Pasal 5") + "<w:r><w:br/></w:r>" + r("RUANG LINGKUP")) == "Pasal 5\nRUANG LINGKUP"
    assert one(r("Nama") + "<w:r><w:tab/></w:r>" + r(": Budi")) == "Nama\t: Budi"
    assert one("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t></w:r>") == "a\nb"
    assert one('<w:r><w:br w:type="page"/></w:r>' + r("Pasal 6")) == "Pasal 6"
    assert one(r("kiri") + '<w:r><w:br w:type="column"/></w:r>' + r("kanan")) == "kiri\nkanan"
    assert one(r("a") + "<w:r><w:lastRenderedPageBreak/></w:r>" + r("b")) == "ab"


def test_blanks_and_hyphens() -> None:
    assert one(r("kerja\u00a0sama  dan \u2003 lain")) == "kerja sama dan lain"
    assert one(r("perundang") + "<w:r><w:noBreakHyphen/></w:r>" + r("undangan")) == "perundang-undangan"
    assert one(r("perundang\u2011undangan ber\u00adsama")) == "perundang-undangan bersama"
    assert one(r("ber") + "<w:r><w:softHyphen/></w:r>" + r("sama")) == "bersama"
    assert one(r("baris\n   satu")) == "baris satu"


def test_symbols() -> None:
    assert one('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + r(" setuju")) == "✓ setuju"
    assert one('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + r(" 5")) == "≥ 5"
    assert one(r("\uf0b7 butir", '<w:rFonts w:ascii="Symbol"/>')) == "• butir"
    assert one(r("\uf0a8 kotak", '<w:rFonts w:ascii="Wingdings"/>')) == "☐ kotak"
    assert one('<w:r><w:sym w:font="X" w:char="nonsens"/></w:r>' + r("a")) == "a"


def test_hidden_text_is_left_out() -> None:
    styles = style("Sembunyi", run="<w:vanish/>", kind="character") + style("SembunyiP", run="<w:vanish/>")
    hidden = r("b", '<w:rStyle w:val="Sembunyi"/>')
    assert one(r("a") + r("x", "<w:vanish/>") + hidden + r("c", '<w:vanish w:val="0"/>'), styles=styles) == "ac"
    assert texts(read_made(p("x", '<w:pStyle w:val="SembunyiP"/>') + p("y"), styles=styles)) == ["y"]
    lists = abstract(1, level(0)) + list_of(1, 1)
    gone = p("x", f"{num(1)}<w:rPr><w:vanish/></w:rPr>", "<w:vanish/>")
    assert fulls(read_made(gone + p("y", num(1)), numbering=lists)) == ["1. y"]


def test_capitals_by_format_are_what_is_shown() -> None:
    styles = style("Judul", run="<w:caps/>")
    block = read_made(p("Perjanjian Kerja Sama", '<w:pStyle w:val="Judul"/>'), styles=styles).blocks[0]
    assert (block.text, block.style.capitals) == ("PERJANJIAN KERJA SAMA", True)
    small = read_made(p("Pasal", run="<w:smallCaps/>")).blocks[0]
    assert (small.text, small.style.capitals) == ("Pasal", True)
    assert read_made(p("PASAL 1")).blocks[0].style.capitals
    assert not read_made(p("Pasal 1")).blocks[0].style.capitals


def test_ruby_and_formulas() -> None:
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('atas')}</w:rt><w:rubyBase>{r('dasar')}</w:rubyBase></w:ruby></w:r>"
    assert one(ruby) == "dasar"
    assert one(r("nilai ") + "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>") == "nilai a+b"


def test_empty_paragraphs_are_no_blocks() -> None:
    assert texts(read_made(p() + p(" ") + p("a") + p("\u00a0"))) == ["a"]


PIECES = st.lists(st.tuples(st.text("ab \t\u00a0\u2003\u00ad\n", max_size=6), st.booleans()), max_size=8)


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_highlighted_text_is_cleaned_like_other_text(pieces: list[tuple[str, bool]]) -> None:
    from kerjasama_check.reading.docx_text import normalise, normalise_marked

    text, spans = normalise_marked(pieces)
    assert text == normalise("".join(piece for piece, _ in pieces))
    assert all(0 <= start < end <= len(text) for start, end in spans)
