"""Below a heading: numbered in any form, typed or by Word, the tree of ayat, huruf and angka comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from docx import Document as new_docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from kerjasama_check.agreement.articles import all_blocks, parse_content
from kerjasama_check.agreement.model import Item, Paragraph
from kerjasama_check.agreement.units import units_of
from kerjasama_check.reading.reader import read

Paper = Callable[..., tuple]
Tree = tuple["Tree", ...]  # the points below a point
WORDS = "PARA PIHAK melaksanakan kegiatan sesuai rencana kerja yang disepakati bersama"

# Levels in the forms that drafts use: (form of Word's number, how it prints).
FORMS = {
    "(1)": ("decimal", "({})"),
    "1.": ("decimal", "{}."),
    "1)": ("decimal", "{})"),
    "a.": ("lowerLetter", "{}."),
    "a)": ("lowerLetter", "{})"),
    "(a)": ("lowerLetter", "({})"),
}
LADDERS = [
    ("(1)", "a.", "1)", "a)"),
    ("(1)", "a.", "1.", "(a)"),
    ("(1)", "a)", "1)"),
    ("1.", "a.", "1)", "a)"),
    ("1)", "a.", "1.", "(a)"),
]


def label(form: str, number: int) -> str:
    kind, shape = FORMS[form]
    return shape.format(number if kind == "decimal" else chr(96 + number))


def trees(depth: int) -> st.SearchStrategy[Tree]:
    below = trees(depth - 1) if depth else st.just(())
    return st.lists(below, min_size=0, max_size=4).map(tuple) if depth else st.just(())


def typed(tree: Tree, ladder: Sequence[str], depth: int = 0) -> Iterator[str]:
    for number, below in enumerate(tree, 1):
        yield f"{label(ladder[depth], number)} {WORDS}{':' if below else '.'}"
        yield from typed(below, ladder, depth + 1)


def shape(nodes: Sequence[Paragraph | Item]) -> Tree:
    return tuple(shape(node.items) for node in nodes)


@given(trees(3).filter(lambda tree: len(tree) > 0), st.sampled_from([ladder for ladder in LADDERS if len(ladder) == 4]))
@settings(max_examples=150, deadline=None)
def test_a_numbered_tree_comes_back(paper: Paper, tree: Tree, ladder: tuple[str, ...]) -> None:
    content = parse_content(paper(list(typed(tree, ladder))))
    assert shape(content) == tree
    assert [p.number for p in content] == list(range(1, len(tree) + 1))


@given(st.lists(st.text(max_size=60), max_size=12))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_reading_and_no_block_is_lost(paper: Paper, lines: list[str]) -> None:
    units = paper(lines)
    assert set(all_blocks(parse_content(units))) == {unit.block for unit in units}


def numbered_docx(path: Path, tree: Tree, ladder: Sequence[str]) -> None:
    """A document whose list is numbered by Word: one definition, one level for each form."""
    document = new_docx()
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{FORMS[form][0]}"/>'
        f'<w:lvlText w:val="{FORMS[form][1].format(f"%{i + 1}")}"/></w:lvl>'
        for i, form in enumerate(ladder)
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))

    def write(nodes: Tree, depth: int) -> None:
        for below in nodes:
            paragraph = document.add_paragraph(f"{WORDS}{':' if below else '.'}")
            paragraph._p.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>')
            )
            write(below, depth + 1)

    write(tree, 0)
    document.save(str(path))


@pytest.mark.parametrize("ladder", LADDERS)
def test_numbers_of_word_and_typed_ones_give_the_same_tree(
    tmp_path: Path, paper: Paper, ladder: tuple[str, ...]
) -> None:
    tree: Tree = (((), ((), ())), (), (((),), ()))
    numbered_docx(tmp_path / "otomatis.docx", tree, ladder)
    automatic = parse_content(units_of(read(tmp_path / "otomatis.docx")))
    by_hand = parse_content(paper(list(typed(tree, ladder))))

    def plain(nodes: Sequence[Paragraph | Item]) -> list[object]:
        return [(node.label, node.text, plain(node.items)) for node in nodes]

    assert shape(automatic) == tree
    assert plain(automatic) == plain(by_hand)


def labels(content: Sequence[Paragraph]) -> list[str | None]:
    return [paragraph.label for paragraph in content]


def test_a_sentence_with_a_colon_announces_items_and_no_ayat(paper: Paper) -> None:
    content = parse_content(paper(["Kegiatan meliputi:", "1. pelatihan;", "2. pendampingan; dan", "3. evaluasi."]))
    assert labels(content) == [None]
    assert [item.label for item in content[0].items] == ["1.", "2.", "3."]


def test_ayat_in_brackets_count_behind_an_introduction_too(paper: Paper) -> None:
    content = parse_content(
        paper(["Ketentuannya sebagai berikut:", "(1) Pelatihan diadakan.", "(2) Hasil dilaporkan."])
    )
    assert labels(content) == [None, "(1)", "(2)"]


def test_letters_are_no_ayat(paper: Paper) -> None:
    content = parse_content(paper(["a. Pelatihan diadakan.", "b. Hasil dilaporkan."]))
    assert [paragraph.number for paragraph in content] == [None]


def test_text_between_two_ayat_belongs_to_the_first(paper: Paper) -> None:
    content = parse_content(paper(["(1) Biaya ditanggung bersama.", "Rincian terlampir.", "(2) Pajak ditanggung."]))
    assert [(p.label, p.text) for p in content] == [
        ("(1)", "Biaya ditanggung bersama. Rincian terlampir."),
        ("(2)", "Pajak ditanggung."),
    ]


def test_a_gap_in_the_count_is_kept(paper: Paper) -> None:
    assert labels(parse_content(paper(["(1) Satu hal.", "(2) Dua hal.", "(4) Empat hal."]))) == ["(1)", "(2)", "(4)"]


def test_two_lists_of_one_article_start_anew(paper: Paper) -> None:
    lines = ["(1) Peserta adalah:", "a. pegawai;", "b. siswa.", "(2) Narasumber adalah:", "a. dosen;", "b. praktisi."]
    assert shape(parse_content(paper(lines))) == (((), ()), ((), ()))


def test_numbers_of_a_table_of_data_are_no_ayat(paper: Paper) -> None:
    rows = [["No.", "Kegiatan", "Jumlah"], ["1.", "Pelatihan", "20"], ["2.", "Evaluasi", "1"]]
    cells = [(f"cell 0 {r} {c}", text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    content = parse_content(paper(["Rincian kegiatan:", *cells]))
    assert [paragraph.number for paragraph in content] == [None]


def test_ayat_laid_out_in_a_table_are_ayat(paper: Paper) -> None:
    rows = [["(1)", "Pelatihan diadakan."], ["(2)", "Hasil dilaporkan."]]
    cells = [(f"cell 0 {r} {c}", text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    assert [(p.label, p.text) for p in parse_content(paper(cells))] == [
        ("(1)", "Pelatihan diadakan."),
        ("(2)", "Hasil dilaporkan."),
    ]


def test_a_box_for_initials_is_passed_over(paper: Paper) -> None:
    content = parse_content(
        paper(["(1) Biaya ditanggung bersama.", "PIHAK KESATU    PIHAK KEDUA", "(2) Pajak ditanggung."])
    )
    assert [(p.label, p.text) for p in content] == [("(1)", "Biaya ditanggung bersama."), ("(2)", "Pajak ditanggung.")]
