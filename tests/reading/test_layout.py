"""Lines of pages to blocks: paragraphs, centred lines, columns, furniture; and no word is ever lost."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_maker import LEFT, Setter, full, line, page, words

from kerjasama_check.reading.document import Alignment, Block, Part
from kerjasama_check.reading.layout import blocks_from_pages
from kerjasama_check.reading.lines import Line, Page, Word

LONG = "Kerja sama ini dilaksanakan oleh para pihak dengan semangat saling menghormati"
NEXT = "serta saling menguntungkan menurut ketentuan peraturan yang berlaku bagi mereka"
END = "dan dituangkan dalam rencana kerja."


def texts(*pages: Page) -> list[str]:
    return [block.text for block in blocks_from_pages(pages)[0]]


def furniture(*pages: Page) -> list[str]:
    return [block.text for block in blocks_from_pages(pages)[1]]


def body(setter: Setter) -> Setter:
    return setter.text(LONG, NEXT, END)


@pytest.mark.parametrize("confidence", [None, 92.0])
class TestParagraphs:
    """A text layer and OCR give the same blocks."""

    def test_lines_are_joined(self, confidence: float | None) -> None:
        assert texts(body(Setter(confidence=confidence)).page()) == [f"{LONG} {NEXT} {END}"]

    def test_a_short_line_ends_its_paragraph(self, confidence: float | None) -> None:
        setter = body(body(Setter(confidence=confidence)))
        assert texts(setter.page()) == [f"{LONG} {NEXT} {END}"] * 2

    def test_labels_begin_blocks(self, confidence: float | None) -> None:
        setter = Setter(confidence=confidence)
        for label in ("(1)", "2.", "a.", "b)", "3)", "(c)", "iv."):
            setter.text(f"{label} {LONG}", NEXT, NEXT, hang=20)
        found = texts(setter.page())
        assert [text.split()[0] for text in found] == ["(1)", "2.", "a.", "b)", "3)", "(c)", "iv."]
        assert all(text.endswith("mereka") for text in found)

    def test_words_in_brackets_are_no_labels(self, confidence: float | None) -> None:
        setter = Setter(confidence=confidence).text(f"{LONG} 2", f"(dua) rangkap {NEXT}", END)
        assert len(texts(setter.page())) == 1

    def test_a_reference_at_the_line_start_is_no_label(self, confidence: float | None) -> None:
        setter = Setter(confidence=confidence).text(f"{LONG} ayat", f"(2) dan {NEXT}", END)
        assert len(texts(setter.page())) == 1

    def test_an_article_named_at_the_end_of_a_sentence_is_no_heading(self, confidence: float | None) -> None:
        setter = Setter(confidence=confidence).text(LONG, f"{NEXT[:-4]} dalam", "Pasal 3.")
        setter.lines[1] = full(f"{NEXT[:-4]} dalam", setter.lines[1].y0, LEFT, confidence)
        assert texts(body(setter).page())[0].endswith("dalam Pasal 3.")

    def test_article_and_heading_stand_alone(self, confidence: float | None) -> None:
        setter = body(Setter(confidence=confidence)).centre("Pasal 5", "HAK DAN KEWAJIBAN")
        found = blocks_from_pages([body(setter).page()])[0]
        assert [block.text for block in found[1:3]] == ["Pasal 5", "HAK DAN KEWAJIBAN"]
        assert [block.style.alignment for block in found] == [
            Alignment.JUSTIFIED, Alignment.CENTRE, Alignment.CENTRE, Alignment.JUSTIFIED,
        ]  # fmt: skip
        assert found[2].style.capitals and not found[0].style.capitals

    def test_a_title_as_wide_as_the_text_is_centred_too(self, confidence: float | None) -> None:
        wide = "PENYELENGGARAAN PENDIDIKAN, PENELITIAN, DAN PENGABDIAN KEPADA MASYARAKAT SERTA"
        setter = Setter(confidence=confidence).centre("TENTANG", wide, "PENGEMBANGAN SUMBER DAYA MANUSIA").skip(2)
        found = blocks_from_pages([body(setter).page()])[0]
        assert [block.style.alignment for block in found[:3]] == [Alignment.CENTRE] * 3

    def test_the_last_line_of_a_hanging_item_is_not_centred(self, confidence: float | None) -> None:
        setter = body(Setter(confidence=confidence))
        setter.text(f"a. {LONG}", "menurut rencana kerja yang disusun bersama oleh para pihak", hang=40)
        assert len(texts(setter.page())) == 2

    def test_text_back_at_the_margin_is_not_part_of_the_item(self, confidence: float | None) -> None:
        setter = Setter(confidence=confidence).text(f"c. {LONG}", f"{NEXT[:-7]} sampai akhir.", hang=20)
        setter.lines[-1] = full(f"{NEXT[:-7]} sampai akhir.", setter.lines[-1].y0, LEFT + 20, confidence)
        setter.text("Berdasarkan hal tersebut para pihak sepakat melakukan kerja sama sebagai berikut", END)
        assert [text.split()[0] for text in texts(setter.page())] == ["c.", "Berdasarkan"]

    def test_a_number_above_its_text_is_joined_to_it(self, confidence: float | None) -> None:
        setter = body(Setter(confidence=confidence)).row("(2)").text(LONG, NEXT, x=LEFT + 22)
        assert texts(setter.page())[1].startswith("(2) Kerja sama")

    def test_a_paragraph_goes_on_over_the_page(self, confidence: float | None) -> None:
        first = body(Setter(confidence=confidence)).skip().text(LONG, f"{NEXT} dan", LONG).lines
        first[-1] = full(LONG, first[-1].y0, confidence=confidence)
        second = Setter(number=2, y=60, confidence=confidence).text(NEXT, END)
        pages = [page(*first, ocr=confidence is not None), filled(second.skip()).page()]
        found = texts(*pages)
        assert found[1] == f"{LONG} {NEXT} dan {LONG} {NEXT} {END}" and len(found) == 3

    def test_a_label_after_the_page_break_begins_anew(self, confidence: float | None) -> None:
        first = body(Setter(confidence=confidence))
        second = Setter(number=2, confidence=confidence).text(f"(2) {LONG}", NEXT, END)
        assert len(texts(first.page(), second.page())) == 2

    def test_name_and_value_stay_one_line(self, confidence: float | None) -> None:
        setter = body(Setter(confidence=confidence)).skip()
        setter.row("Nama → 180 : → 200 Dr. Contoh Nama, M.Si").row("Jabatan → 180 : → 200 Kepala Dinas Contoh")
        setter.row("NOMOR : → 200 12/CTH/2024")
        assert texts(setter.page())[1:] == [
            "Nama : Dr. Contoh Nama, M.Si", "Jabatan : Kepala Dinas Contoh", "NOMOR : 12/CTH/2024",
        ]  # fmt: skip

    def test_komparisi_in_columns_gives_one_block_a_party(self, confidence: float | None) -> None:
        setter = body(Setter(confidence=confidence)).skip()
        for number, name in (("1.", "BUDI CONTOH"), ("2.", "SITI CONTOH")):
            setter.row(f"{number} → 90 {name} → 200 : → 215 Kepala Dinas Contoh, dalam hal ini bertindak untuk dan")
            setter.row("atas nama Pemerintah Daerah Contoh, berkedudukan di Kota", x=215)
            setter.row("Contoh, selanjutnya disebut PIHAK.", x=215)
            setter.skip(0.5)
        found = texts(setter.page())[1:]
        assert len(found) == 2
        assert found[0].startswith("1. BUDI CONTOH : Kepala Dinas Contoh, dalam hal")
        assert found[1].endswith("selanjutnya disebut PIHAK.") and found[1].startswith("2. SITI")

    def test_a_name_over_two_lines_stays_with_its_description(self, confidence: float | None) -> None:
        setter = body(Setter(confidence=confidence)).skip()
        setter.row("1. → 90 Prof. Dr. Budi → 230 Rektor Universitas Contoh, berkedudukan di Jalan Contoh")
        setter.row("Contoh, M.Sc. → 230 Nomor 1, dalam hal ini bertindak untuk dan atas nama", x=90)
        setter.row("Universitas Contoh, selanjutnya disebut sebagai pihak yang", x=230)
        setter.row("pertama dalam naskah kerja sama ini.", x=230)
        (party,) = texts(setter.page())[1:]
        assert party.startswith("1. Prof. Dr. Budi Contoh, M.Sc. Rektor Universitas Contoh, berkedudukan")

    def test_a_name_goes_on_beside_its_colon(self, confidence: float | None) -> None:
        setter = body(Setter(confidence=confidence)).skip()
        setter.row("2. → 90 Prof. Budi Contoh, M.E., → 250 : → 262 Rektor Universitas Contoh, dalam hal ini")
        setter.row("Ph.D. → 262 bertindak untuk dan atas nama Universitas Contoh,", x=90)
        setter.row("berkedudukan di Kota Contoh.", x=262)
        (party,) = texts(setter.page())[1:]
        assert party == (
            "2. Prof. Budi Contoh, M.E., Ph.D. : Rektor Universitas Contoh, dalam hal ini bertindak untuk dan "
            "atas nama Universitas Contoh, berkedudukan di Kota Contoh."
        )

    def test_signatures_are_read_column_by_column(self, confidence: float | None) -> None:
        setter = body(Setter(confidence=confidence)).skip(2)
        setter.row("PIHAK KESATU, → 350 PIHAK KEDUA,", x=120).row("Kepala Dinas → 350 Rektor", x=120)
        setter.skip(5).row("Budi Contoh → 350 Siti Contoh", x=120)
        setter.row("NIP 19700101 → 350 NIP 19800202", x=120)
        found = blocks_from_pages([setter.page()])[0][1:]
        assert [block.text for block in found] == [
            "PIHAK KESATU,", "Kepala Dinas", "Budi Contoh", "NIP 19700101",
            "PIHAK KEDUA,", "Rektor", "Siti Contoh", "NIP 19800202",
        ]  # fmt: skip
        assert all(block.box is not None and block.box[0] > 300 for block in found[4:])

    def test_two_languages_side_by_side(self, confidence: float | None) -> None:
        left = "The parties agree to carry out the joint work in good"
        right = "Para pihak sepakat melaksanakan kerja sama dengan baik"
        lines: list[Line] = []
        for i in range(14):
            end = "." if i % 7 == 6 else ""
            for text, x in ((left, LEFT), (right, 305.0)):
                made = words(text[: 37 if not end else 20] + end, x, 100 + 14 * i, confidence)
                lines.append(Line(made, x, 100 + 14 * i, made[-1].x1, 111 + 14 * i))
        found = texts(page(*lines, ocr=confidence is not None))
        assert [text[:3] for text in found] == ["The", "The", "Par", "Par"]

    def test_table_of_figures_is_read_row_by_row(self, confidence: float | None) -> None:
        setter = body(Setter(confidence=confidence)).skip()
        setter.row("No → 120 Uraian → 300 Volume → 420 Harga")
        for i in range(1, 5):
            setter.row(f"{i} → 120 Kegiatan contoh → 300 {i}0 → 420 {i}.500.000")
        found = blocks_from_pages([setter.page()])[0][1:]
        assert [block.text for block in found[4:8]] == ["1", "Kegiatan contoh", "10", "1.500.000"]
        assert found[7].part is Part.CELL and found[7].cell is not None
        assert (found[7].cell.row, found[7].cell.column) == (1, 3)


def test_style_of_a_block() -> None:
    lines = [line("Pasal 1", 280, 100, font="Bookman-Bold"), full(LONG, 130), line(END, LEFT, 144)]
    bold = Line(lines[0].words, 280, 100, 318, 111, font="Bookman-Bold", size=12.0, bold=True)
    found = blocks_from_pages([page(bold, *lines[1:], full(LONG, 170), full(NEXT, 184), full(LONG, 198))])[0]
    assert found[0].style.bold and found[0].style.font == "Bookman-Bold" and found[0].style.size == 12.0
    assert found[1].style.left == 0.0 and found[1].style.first_line == 0.0 and found[1].style.bold is None


def test_doubtful_words_are_spans_of_the_text() -> None:
    made = [*words("PIHAK", 72, 100, 95), *words("KEDTJA", 110, 100, 31), *words("sepakat.", 150, 100, 90)]
    (block,) = blocks_from_pages([page(Line(tuple(made), 72, 100, 194, 111), ocr=True)])[0]
    assert [block.text[start:end] for start, end in block.doubtful] == ["KEDTJA"]
    assert block.confidence == pytest.approx(72.0)


@pytest.mark.parametrize("sign", [":", "£", "1", "»"])
def test_a_misread_colon_between_caption_and_value(sign: str) -> None:
    setter = body(Setter(confidence=90.0)).row(f"Jabatan → 180 {sign} → 200 Kepala Dinas Contoh Provinsi")
    assert texts(setter.page())[1] == "Jabatan : Kepala Dinas Contoh Provinsi"


def test_spaced_letters_are_closed() -> None:
    assert "PENUTUP" in texts(body(Setter().centre("P E N U T U P").skip()).page())


def test_sections_are_runs_of_like_pages() -> None:
    turned = Page(3, 842.0, 595.0, (line("Lampiran", 100, 100),))
    sections = blocks_from_pages([filled(Setter()).page(), filled(Setter(number=2)).page(), turned])[2]
    assert [(section.first_page, section.landscape) for section in sections] == [(1, False), (3, True)]
    assert sections[0].left == pytest.approx(25.4, abs=0.5) and sections[0].right == pytest.approx(25.4, abs=0.5)


def filled(setter: Setter) -> Setter:
    """A paragraph that is the same on no other page and at no other height."""
    sign = "abcdefghijklmnopqrstuvwxyz"[(7 * setter.number + len(setter.lines)) % 26] * 4
    return setter.text(f"{sign} {LONG[5:]}", f"{sign} {NEXT[6:]}", f"{sign} {END}")


class TestFurniture:
    def pages(self, *extra: tuple[str, float, float], count: int = 4) -> list[Page]:
        """Pages of three paragraphs each with further lines (text, x, y); "#" stands for the page number."""
        made: list[Page] = []
        for number in range(1, count + 1):
            setter = Setter(number=number, y=110)
            for _ in range(3):
                filled(setter).skip()
            lines = [*setter.lines, *(line(text.replace("#", str(number)), x, y) for text, x, y in extra)]
            made.append(page(*lines, number=number))
        return made

    @pytest.mark.parametrize(
        "text", ["- # -", "#", "Halaman # dari 4", "# | P a g e", "Halaman # dari 4 halaman", "# dari 4", "Page # of 4"]
    )
    def test_page_numbers(self, text: str) -> None:
        pages = self.pages((text, 290, 800))
        assert len(furniture(*pages)) == 4 and len(texts(*pages)) == 12

    def test_running_heads(self) -> None:
        pages = self.pages(("Rancangan 12 Januari/BH", 72, 40), ("Dokumen pengadaan # dari dinas", 72, 810))
        assert len(furniture(*pages)) == 8
        assert {block.part for block in blocks_from_pages(pages)[1]} == {Part.HEADER, Part.FOOTER}

    def test_paraf_boxes(self) -> None:
        pages = self.pages(("PIHAK KESATU → 420 PIHAK KEDUA", 330, 790), ("Paraf → 420 Paraf", 330, 776))
        assert len(texts(*pages)) == 12

    def test_paraf_boxes_misread(self) -> None:
        feet = ["Paraf 1 → 450 Paraf 2", "Parafi → 450 Pamf2", "Pargf 1 → 450 Paraf2", "Patuf → 450 Paraf 2 :"]
        pages = [
            page(*filled(Setter(number=n)).lines, line(foot, 400, 780, 70.0), number=n, ocr=True)
            for n, foot in enumerate(feet, 1)
        ]
        assert len(texts(*pages)) == 4

    def test_signatures_at_the_page_foot_are_kept(self) -> None:
        last = Setter(number=2, y=700).row("PIHAK KESATU, → 350 PIHAK KEDUA,", x=120)
        last.skip(3).row("Budi Contoh → 350 Siti Contoh", x=120)
        found = texts(filled(Setter()).page(), page(*filled(Setter(number=2)).lines, *last.lines, number=2))
        assert found[-4:] == ["PIHAK KESATU,", "Budi Contoh", "PIHAK KEDUA,", "Siti Contoh"]

    def test_a_party_at_the_end_of_the_last_line_is_text(self) -> None:
        pages = self.pages(count=1)
        lines = [*pages[0].lines, full(f"{LONG} kepada", 770), line("PIHAK KEDUA", LEFT, 784)]
        assert furniture(page(*lines), *self.pages(count=1)) == []

    def test_pages_that_are_copies_of_each_other_keep_their_text(self) -> None:
        pages = []
        for number in range(1, 4):
            setter = Setter(number=number, y=60).centre("SURAT PERJANJIAN KERJA").skip()
            pages.append(body(body(body(setter))).row("PIHAK KEDUA").page())
        assert furniture(*pages) == []

    def test_headings_at_the_page_edge_are_kept(self) -> None:
        pages = []
        for number in range(1, 5):
            setter = Setter(number=number, y=60).centre(f"Pasal {number}", "BIAYA")
            pages.append(filled(setter).page())
        assert furniture(*pages) == [] and texts(*pages).count("BIAYA") == 4

    def test_catchwords(self) -> None:
        first = page(*filled(Setter()).lines, line("(2) PIHAK KEDUA ...", 420, 780))
        second = Setter(number=2).text(f"(2) PIHAK KEDUA {LONG}", NEXT, END).page()
        assert furniture(first, second) == ["(2) PIHAK KEDUA ..."]

    def test_dots_to_be_filled_in_are_no_catchword(self) -> None:
        first = page(*filled(Setter()).lines, line("Nomor : ........", LEFT, 780))
        assert furniture(first, filled(Setter(number=2)).page()) == []

    def test_letterhead_above_the_title(self) -> None:
        setter = Setter(y=40).centre("PEMERINTAH KABUPATEN CONTOH", "DINAS CONTOH", "Jalan Contoh 1, Telp. (021) 555")
        setter.skip().centre("PERJANJIAN KERJA SAMA", "ANTARA", "DINAS CONTOH").skip()
        found = texts(body(setter).page())
        assert found[:3] == ["PERJANJIAN KERJA SAMA", "ANTARA", "DINAS CONTOH"]

    def test_names_above_the_title_without_an_address_are_kept(self) -> None:
        setter = Setter(y=40).centre("UNIVERSITAS CONTOH").skip().centre("NOTA KESEPAHAMAN").skip()
        assert texts(body(setter).page())[:2] == ["UNIVERSITAS CONTOH", "NOTA KESEPAHAMAN"]

    def test_marks_of_a_stamp_are_taken_out(self) -> None:
        setter = body(Setter(confidence=94.0))
        marks = [line("|", 300, 400, 20.0), line("Aj9$ \\", 340, 430, 12.0), line("~ «", 360, 470, 3.0)]
        kept = [line("Dr. Contoh Nama, M.Si", 340, 520, 41.0), line("12/CTH/2024", 340, 560, 30.0)]
        found = texts(page(*setter.lines, *marks, *kept, ocr=True))
        assert found[1:] == ["Dr. Contoh Nama, M.Si", "12/CTH/2024"]

    def test_a_number_written_by_hand_is_kept(self) -> None:
        setter = body(Setter(confidence=94.0))
        number = Line(
            (*words("Nomor :", 150, 60, 90), *words("4#7 ~", 230, 60, 4), *words("/CTH/2024", 300, 60, 80)),
            150,
            60,
            350,
            71,
        )
        assert "Nomor : 4#7 ~ /CTH/2024" in texts(page(number, *setter.lines, ocr=True))

    def test_text_up_the_margin_is_taken_out(self) -> None:
        setter = body(body(Setter()))
        upward = Line((Word("SALINAN", 20, 100, 32, 300),), 20, 100, 32, 300)
        pages = [page(*setter.lines, upward)]
        assert furniture(*pages) == ["SALINAN"]


TOKENS = st.sampled_from(
    [
        "Pasal",
        "5",
        "(1)",
        "a.",
        "PIHAK",
        "KEDUA",
        "kerja",
        "sama",
        ":",
        "-",
        "…",
        "perundang-",
        "BAB",
        "II",
        "Nomor",
        "x",
    ]
)


@st.composite
def any_page(draw: st.DrawFn, number: int = 1) -> Page:
    lines: list[Line] = []
    confidence = draw(st.sampled_from([None, 90.0, 20.0]))
    for _ in range(draw(st.integers(0, 14))):
        text = " ".join(draw(st.lists(TOKENS, min_size=1, max_size=9)))
        x, y = draw(st.floats(0, 500)), draw(st.floats(0, 830))
        gap = draw(st.sampled_from([5.0, 30.0, 90.0]))
        made = words(text, x, y, confidence, gap)
        lines.append(Line(made, made[0].x0, y, made[-1].x1, y + 11))
    return page(*lines, number=number, ocr=confidence is not None)


def letters(blocks: tuple[Block, ...]) -> Counter[str]:
    return Counter("".join(block.text for block in blocks).replace(" ", "").replace("-", ""))


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 4).flatmap(lambda n: st.tuples(*[any_page(number=i + 1) for i in range(n)])))
def test_no_word_is_lost(pages: tuple[Page, ...]) -> None:
    blocks, aside, _ = blocks_from_pages(pages)
    given_letters = Counter("".join(line.text for p in pages for line in p.lines).replace(" ", "").replace("-", ""))
    assert letters(blocks) + letters(aside) == given_letters
    assert [block.place.paragraph for block in blocks] == list(range(len(blocks)))


def test_words_are_counted_once_on_a_real_like_page() -> None:
    setter = Setter(y=40).centre("NOTA KESEPAHAMAN", "Nomor : 12/CTH/2024").skip()
    body(body(setter).centre("Pasal 1", "TUJUAN")).row("PIHAK KESATU → 350 PIHAK KEDUA", x=120)
    blocks, aside, _ = blocks_from_pages([setter.page()])
    found = Counter(word for block in (*blocks, *aside) for word in block.text.split())
    assert found == Counter(word.text for made in setter.lines for word in made.words)


def test_empty_document() -> None:
    assert blocks_from_pages([])[:2] == ((), ())
    assert blocks_from_pages([page()])[0] == ()
