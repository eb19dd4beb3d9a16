"""List labels as Word shows them."""

from __future__ import annotations

import string

import pytest
from docx_making import abstract, fulls, labels, level, list_of, num, p, read_made, style
from hypothesis import given, settings
from hypothesis import strategies as st

from kerjasama_check.reading import ReadOptions
from kerjasama_check.reading.number_formats import letters, roman, write_number


def read_labels(body: str, numbering: str, styles: str = "", options: ReadOptions | None = None) -> list[str | None]:
    return labels(read_made(body, options, numbering=numbering, styles=styles))


PASAL = abstract(
    1, level(0, text="Pasal %1"), level(1, text="(%2)"), level(2, "lowerLetter", "%3."), level(3, text="%4)")
)


def test_article_paragraph_item_labels() -> None:
    body = "".join(p("teks", num(1, depth)) for depth in (0, 1, 1, 2, 2, 3, 1, 0, 1))
    found = read_labels(body, PASAL + list_of(1, 1))
    assert found == ["Pasal 1", "(1)", "(2)", "a.", "b.", "1)", "(3)", "Pasal 2", "(1)"]


def test_label_stands_before_the_text_in_full_and_not_in_text() -> None:
    document = read_made(p("Ruang Lingkup", num(1)), numbering=PASAL + list_of(1, 1))
    assert document.blocks[0].text == "Ruang Lingkup"
    assert document.blocks[0].full == "Pasal 1 Ruang Lingkup"
    assert document.blocks[0].level == 0


@pytest.mark.parametrize(
    ("style_name", "expected"),
    [
        ("decimal", "7"),
        ("decimalZero", "07"),
        ("lowerLetter", "g"),
        ("upperLetter", "G"),
        ("lowerRoman", "vii"),
        ("upperRoman", "VII"),
        ("none", ""),
        ("numberInDash", "- 7 -"),
        ("decimalEnclosedCircle", "⑦"),
        ("somethingNew", "7"),
    ],
)
def test_formats(style_name: str, expected: str) -> None:
    assert write_number(7, style_name) == expected


@pytest.mark.parametrize(
    ("number", "language", "cardinal", "ordinal"),
    [
        (1, "id-ID", "Satu", "Pertama"),
        (11, "id-ID", "Sebelas", "Kesebelas"),
        (21, None, "Dua puluh satu", "Kedua puluh satu"),
        (100, "id", "Seratus", "Keseratus"),
        (115, "id", "Seratus lima belas", "Keseratus lima belas"),
        (1, "en-US", "One", "First"),
        (12, "en-US", "Twelve", "Twelfth"),
        (21, "en-GB", "Twenty-one", "Twenty-first"),
        (40, "en-GB", "Forty", "Fortieth"),
    ],
)
def test_numbers_in_words(number: int, language: str | None, cardinal: str, ordinal: str) -> None:
    assert write_number(number, "cardinalText", language) == cardinal
    assert write_number(number, "ordinalText", language) == ordinal


def test_ordinal_figures_follow_the_language() -> None:
    assert [write_number(n, "ordinal", "en-US") for n in (1, 2, 3, 4, 11, 112, 23)] == [
        "1st", "2nd", "3rd", "4th", "11th", "112th", "23rd",
    ]  # fmt: skip
    assert write_number(3, "ordinal", "id-ID") == "ke-3"


def test_words_follow_the_language_of_the_list() -> None:
    more = '<w:rPr><w:lang w:val="{}"/></w:rPr>'
    for language, expected in (("id-ID", "Pasal Dua"), ("en-US", "Pasal Two")):
        lists = abstract(1, level(0, "cardinalText", "Pasal %1", more.format(language), start=2)) + list_of(1, 1)
        assert read_labels(p("a", num(1)), lists) == [expected]


def test_letters_past_z_are_doubled() -> None:
    assert [letters(n) for n in (1, 26, 27, 28, 52, 53)] == ["a", "z", "aa", "bb", "zz", "aaa"]
    body = "".join(p("x", num(1)) for _ in range(28))
    assert read_labels(body, abstract(1, level(0, "upperLetter", "%1)")) + list_of(1, 1))[-2:] == ["AA)", "BB)"]


@given(st.integers(1, 32767))
def test_roman_numbers_read_back(number: int) -> None:
    values = dict(zip("ivxlcdm", (1, 5, 10, 50, 100, 500, 1000), strict=True))
    digits = [values[c] for c in roman(number)]
    signed = [-d if d < max(digits[i + 1 :], default=0) else d for i, d in enumerate(digits)]
    assert sum(signed) == number


def test_lists_of_one_abstract_list_count_together() -> None:
    lists = abstract(1, level(0)) + list_of(1, 1) + list_of(2, 1)
    body = "".join(p("x", num(n)) for n in (1, 1, 2, 2, 1, 2))
    assert read_labels(body, lists) == ["1.", "2.", "3.", "4.", "5.", "6."]


def test_start_override_restarts_once() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = abstract(1, level(0)) + list_of(1, 1) + list_of(2, 1, override)
    body = "".join(p("x", num(n)) for n in (1, 1, 2, 2, 1, 2))
    assert read_labels(body, lists) == ["1.", "2.", "1.", "2.", "3.", "4."]


def test_level_override_replaces_the_level() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "BAB %1")}</w:lvlOverride>'
    lists = abstract(1, level(0)) + list_of(1, 1) + list_of(2, 1, override)
    assert read_labels(p("x", num(1)) + p("y", num(2)), lists) == ["1.", "BAB II"]


def test_a_level_override_without_looks_keeps_those_of_the_list() -> None:
    capitals = level(0, "lowerLetter", "bab %1").replace("</w:lvl>", "<w:rPr><w:caps/></w:rPr></w:lvl>")
    override = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/>{level(0, text="pasal %1")}</w:lvlOverride>'
    lists = abstract(1, capitals) + list_of(1, 1) + list_of(2, 1, override)
    body = p("x", num(1)) + p("y", num(2)) + p("z", num(2))
    assert read_labels(body, lists) == ["BAB A", "PASAL 3", "PASAL 4"]


def test_of_two_nums_of_one_number_the_last_sound_one_counts() -> None:
    lists = abstract(1, level(0)) + abstract(2, level(0, text="(%1)")) + list_of(1, 1) + list_of(1, 2) + list_of(1, 9)
    assert read_labels(p("x", num(1)), lists) == ["(1)"]


def test_a_mark_in_words_follows_its_language_and_runs_of_other_languages() -> None:
    lists = abstract(1, level(0, "cardinalText", "%1")) + list_of(1, 1)
    english, indonesian = (f'<w:rPr><w:lang w:val="{tag}"/></w:rPr>' for tag in ("en-GB", "id-ID"))
    body = (
        p("a", num(1) + english, '<w:lang w:val="id-ID"/>')
        + p("b", num(1) + indonesian, '<w:lang w:val="en-GB"/>')
        + p("c", num(1) + english)
    )
    assert read_labels(body, lists) == ["One", "Dua", "Three"]


def test_a_deeper_level_starts_again_below_a_higher_one() -> None:
    lists = abstract(1, level(0), level(1, text="%1.%2")) + list_of(1, 1)
    body = "".join(p("x", num(1, depth)) for depth in (0, 1, 1, 0, 1))
    assert read_labels(body, lists) == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_article_numbers_go_on_across_chapters() -> None:
    lists = abstract(
        1, level(0, "upperRoman", "BAB %1"), level(1, text="Pasal %2", more='<w:lvlRestart w:val="0"/>')
    ) + list_of(1, 1)
    body = "".join(p("x", num(1, depth)) for depth in (0, 1, 1, 0, 1, 0, 1))
    assert read_labels(body, lists) == ["BAB I", "Pasal 1", "Pasal 2", "BAB II", "Pasal 3", "BAB III", "Pasal 4"]


def test_restart_only_after_the_named_level() -> None:
    def walk(restart: str) -> list[str | None]:
        deepest = level(2, text="%1.%2.%3.", more=f'<w:lvlRestart w:val="{restart}"/>')
        lists = abstract(1, level(0), level(1, text="%1.%2."), deepest) + list_of(1, 1)
        return read_labels("".join(p("x", num(1, depth)) for depth in (0, 1, 2, 2, 1, 2, 0, 2)), lists)

    assert walk("0") == ["1.", "1.1.", "1.1.1.", "1.1.2.", "1.2.", "1.2.3.", "2.", "2.1.4."]
    assert walk("1") == ["1.", "1.1.", "1.1.1.", "1.1.2.", "1.2.", "1.2.3.", "2.", "2.1.1."]


def test_a_level_passed_over_counts_as_begun() -> None:
    lists = abstract(1, level(0), level(1, text="%1.%2")) + list_of(1, 1)
    assert read_labels(p("x", num(1, 1)) + p("y", num(1, 0)), lists) == ["1.1", "2."]


def test_legal_numbering_writes_higher_levels_in_figures() -> None:
    legal = "<w:isLgl/>"
    lists = abstract(1, level(0, "upperRoman", "BAB %1"), level(1, "lowerLetter", "%1.%2", legal)) + list_of(1, 1)
    body = "".join(p("x", num(1, depth)) for depth in (0, 0, 0, 0, 1))
    assert read_labels(body, lists)[-2:] == ["BAB IV", "4.1"]
    lists = abstract(1, level(0, "upperRoman"), level(1, "decimalZero", "%1.%2", legal)) + list_of(1, 1)
    assert read_labels(p("x", num(1)) + p("y", num(1, 1)), lists) == ["I.", "1.01"]


def test_number_zero_switches_numbering_off() -> None:
    styles = style("Ayat", num(1))
    lists = abstract(1, level(0, text="(%1)")) + list_of(1, 1)
    ayat = '<w:pStyle w:val="Ayat"/>'
    body = p("a", ayat) + p("b", ayat + num(0)) + p("c", ayat)
    assert read_labels(body, lists, styles) == ["(1)", None, "(2)"]


def test_unknown_lists_give_no_label() -> None:
    assert read_labels(p("a", num(9)) + p("b", num(1, 5)), abstract(1, level(0)) + list_of(1, 1)) == [None, None]


def test_numbering_through_styles_takes_the_level_that_names_the_style() -> None:
    lists = abstract(
        1,
        level(0, text="Pasal %1", more='<w:pStyle w:val="Pasal"/>'),
        level(1, text="(%2)", more='<w:pStyle w:val="Ayat"/>'),
    ) + list_of(1, 1)
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = style("Pasal", number) + style("Ayat", number) + style("AyatKecil", based_on="Ayat")
    body = "".join(p("x", f'<w:pStyle w:val="{name}"/>') for name in ("Pasal", "Ayat", "AyatKecil", "Pasal", "Ayat"))
    assert read_labels(body, lists, styles) == ["Pasal 1", "(1)", "(2)", "Pasal 2", "(1)"]


def test_a_level_tied_to_another_style_does_not_number_this_one() -> None:
    lists = abstract(1, level(0, more='<w:pStyle w:val="Pasal"/>')) + list_of(1, 1)
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = style("Pasal", number) + style("Lain", number)
    body = "".join(p("x", f'<w:pStyle w:val="{name}"/>') for name in ("Pasal", "Lain", "Pasal")) + p("y", num(1))
    assert read_labels(body, lists, styles) == ["1.", None, "2.", "3."]


def test_the_default_style_may_be_numbered() -> None:
    styles = style("Normal", num(1)).replace("<w:style ", '<w:style w:default="1" ')
    assert read_labels(p("a") + p("b"), abstract(1, level(0)) + list_of(1, 1), styles) == ["1.", "2."]


def test_a_level_alone_changes_the_level_of_the_style() -> None:
    lists = abstract(1, level(0), level(1, "lowerLetter", "%2.")) + list_of(1, 1)
    styles = style("Butir", num(1))
    direct = '<w:pStyle w:val="Butir"/><w:numPr><w:ilvl w:val="1"/></w:numPr>'
    assert read_labels(p("a", '<w:pStyle w:val="Butir"/>') + p("b", direct), lists, styles) == ["1.", "a."]


def test_lists_that_take_their_levels_from_a_numbering_style() -> None:
    lists = (
        abstract(1, level(0, text="(%1)"), more='<w:styleLink w:val="DaftarAyat"/>')
        + abstract(2, more='<w:numStyleLink w:val="DaftarAyat"/>')
        + list_of(1, 1)
        + list_of(2, 2)
    )
    styles = style("DaftarAyat", '<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering")
    body = "".join(p("x", num(n)) for n in (2, 2, 1, 2))
    assert read_labels(body, lists, styles) == ["(1)", "(2)", "(1)", "(3)"]


def test_a_circle_of_numbering_styles_ends() -> None:
    lists = (
        abstract(1, more='<w:numStyleLink w:val="B"/>') + abstract(2, more='<w:numStyleLink w:val="A"/>')
        + list_of(1, 1) + list_of(2, 2)
    )  # fmt: skip
    styles = style("A", num(1), kind="numbering", based_on="B") + style("B", num(2), kind="numbering", based_on="A")
    assert read_labels(p("x", num(1)), lists, styles) == [None]


def test_bullets_of_private_fonts() -> None:
    def bulleted(sign: str, font: str) -> str | None:
        more = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
        return read_labels(p("x", num(1)), abstract(1, level(0, "bullet", sign, more)) + list_of(1, 1))[0]

    assert bulleted("\uf0b7", "Symbol") == "•"
    assert bulleted("\uf0a7", "Wingdings") == "•"
    assert bulleted("o", "Courier New") == "•"
    assert bulleted("-", "Calibri") == "-"
    assert bulleted("–", "Calibri") == "-"
    assert bulleted("\uf02d", "Symbol") == "-"


def test_capitals_and_hidden_numbers() -> None:
    caps = abstract(1, level(0, text="Pasal %1", more="<w:rPr><w:caps/></w:rPr>")) + list_of(1, 1)
    assert read_labels(p("x", num(1)), caps) == ["PASAL 1"]
    by_mark = PASAL + list_of(1, 1)
    assert read_labels(p("x", f"{num(1)}<w:rPr><w:caps/></w:rPr>"), by_mark) == ["PASAL 1"]
    hidden = abstract(1, level(0, more="<w:rPr><w:vanish/></w:rPr>")) + list_of(1, 1)
    assert read_labels(p("x", num(1)), hidden) == [None]


def test_an_empty_numbered_paragraph_counts_and_is_shown() -> None:
    body = p("", num(1)) + p("RUANG LINGKUP") + p("", num(1)) + p("PEMBIAYAAN")
    found = read_made(body, numbering=PASAL + list_of(1, 1))
    assert fulls(found) == ["Pasal 1", "RUANG LINGKUP", "Pasal 2", "PEMBIAYAAN"]


def test_a_paragraph_whose_mark_is_deleted_uses_no_number() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="X"/></w:rPr>'
    body = (
        p("satu", num(1, 1))
        + f"<w:p><w:pPr>{num(1, 1)}{gone}</w:pPr><w:del w:id='2'><w:r><w:delText>dua</w:delText></w:r></w:del></w:p>"
        + p("tiga", num(1, 1))
    )
    lists = PASAL + list_of(1, 1)
    assert fulls(read_made(body, numbering=lists)) == ["(1) satu", "(2) tiga"]
    assert fulls(read_made(body, ReadOptions(view="original"), numbering=lists)) == ["(1) satu", "(2) dua", "(3) tiga"]


def test_text_boxes_and_notes_count_by_themselves() -> None:
    inside = f"<w:txbxContent>{p('kotak', num(1))}</w:txbxContent>"
    box = f"<w:p><w:r><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></w:r></w:p>"
    body = p("a", num(1)) + box + p("b", num(1))
    assert fulls(read_made(body, numbering=abstract(1, level(0)) + list_of(1, 1))) == ["1. a", "1. kotak", "2. b"]


WORDS = st.text(string.ascii_lowercase, min_size=1, max_size=8)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), WORDS), min_size=1, max_size=30))
def test_automatic_and_typed_numbers_read_the_same(lines: list[tuple[int, str]]) -> None:
    """A draft numbered by Word and the same draft with typed numbers give the same text."""
    steps, depth = [], 0
    for wanted, word in lines:
        depth = min(wanted, depth + 1) if steps else 0
        steps.append((depth, word))
    counters = [0, 0, 0, 0]
    typed = []
    for depth, word in steps:
        counters[depth] += 1
        counters[depth + 1 :] = [0] * (3 - depth)
        n = counters[depth]
        label = (f"Pasal {n}", f"({n})", f"{letters(n)}.", f"{n})")[depth]
        typed.append(p(f"{label} {word}"))
    automatic = [p(word, num(1, depth)) for depth, word in steps]
    by_word = read_made("".join(automatic), numbering=PASAL + list_of(1, 1))
    by_hand = read_made("".join(typed))
    assert fulls(by_word) == fulls(by_hand)
