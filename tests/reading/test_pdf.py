"""Reading PDF files with a text layer: text, geometry, turned pages, and what cannot be read."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pdf_maker import PdfPage, Text, make_pdf

from kerjasama_check.reading import pdf as pdf_module
from kerjasama_check.reading.document import Document, ReadingError, ReadOptions, State
from kerjasama_check.reading.lines import Line, Page, Word
from kerjasama_check.reading.pdf import read_pdf
from kerjasama_check.reading.pdf_quality import Layer


def read(*pages: PdfPage, options: ReadOptions | None = None, **more: str) -> Document:
    return read_pdf(Path("draf.pdf"), make_pdf(pages, **more), options or ReadOptions(ocr="never", cache=False))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


BODY = "Kerja sama ini dilaksanakan dengan semangat saling menghormati dan saling"


def test_blocks_carry_text_style_and_place() -> None:
    page = PdfPage(
        [
            Text(270, 760, "Pasal 1", font="F2"),
            Text(245, 744, "RUANG LINGKUP", font="F2", size=12),
            Text(72, 716, BODY),
            Text(72, 702, "menguntungkan."),
        ]
    )
    document = read(page, info="/Title (Draf kerja sama) /Producer (Uji)")
    assert texts(document) == ["Pasal 1", "RUANG LINGKUP", f"{BODY} menguntungkan."]
    label, heading, body = document.blocks
    assert label.style.bold and not body.style.bold
    assert heading.style.font == "Helvetica-Bold" and heading.style.size == 12 and heading.style.capitals
    assert [block.place.paragraph for block in document.blocks] == [0, 1, 2]
    assert body.place.page == 1 and body.place.path == "page 1"
    assert body.box is not None and 71 < body.box[0] < 73 and 842 - 716 - 12 < body.box[1] < 842 - 716
    assert document.reading.pages == 1 and document.reading.format == "pdf" and not document.reading.ocr
    assert ("Title", "Draf kerja sama") in document.reading.metadata
    assert document.sections[0].width == pytest.approx(209.9, abs=0.2)


@pytest.mark.parametrize("rotate", ["0", "90", "180", "270", "360", "-90", "9 0 R"])
def test_turned_pages_read_the_same(rotate: str) -> None:
    lines = [Text(72, 700, "Naskah ini dibaca dari kiri ke kanan."), Text(72, 600, "Baris kedua berdiri sendiri.")]
    data = make_pdf([PdfPage(lines, rotate=rotate)], more=["90"])
    document = read_pdf(Path("a.pdf"), data, ReadOptions(ocr="never"))
    assert texts(document) == [line.text for line in lines]


def test_text_lying_on_its_side_is_turned() -> None:
    up = (0.0, 1.0, -1.0, 0.0)
    page = PdfPage(
        [Text(200, 72, "Naskah pada halaman rebah.", matrix=up), Text(300, 72, "Baris kedua di bawahnya.", matrix=up)]
    )
    document = read(page)
    assert texts(document) == ["Naskah pada halaman rebah.", "Baris kedua di bawahnya."]
    assert document.sections[0].landscape


def test_text_outside_the_page_box_is_kept() -> None:
    document = read(PdfPage([Text(480, 700, "Kabupaten Contoh, Provinsi Jawa Barat 40000")]))
    assert texts(document) == ["Kabupaten Contoh, Provinsi Jawa Barat 40000"]


def test_overprinted_text_counts_once() -> None:
    page = PdfPage([Text(72, 700, "PASAL 4 BIAYA"), Text(72.3, 700, "PASAL 4 BIAYA")])
    assert texts(read(page)) == ["PASAL 4 BIAYA"]


def test_line_end_hyphens_are_undone_or_kept() -> None:
    page = PdfPage(
        [
            Text(72, 700, "PARA PIHAK melaksanakan seluruh isi naskah kerja sama ini sesuai dengan keten-"),
            Text(72, 686, "tuan peraturan perundang-undangan dan menyelesaikannya menurut hukum perundang-"),
            Text(72, 672, "undangan yang berlaku bagi masing-"),
            Text(72, 658, "masing."),
        ]
    )
    (only,) = texts(read(page))
    assert "ketentuan peraturan" in only and "hukum perundang-undangan yang" in only and only.endswith("masing-masing.")


def test_heading_after_a_hyphenated_line_is_not_swallowed() -> None:
    page = PdfPage(
        [
            Text(72, 700, "PARA PIHAK melaksanakan seluruh isi naskah kerja sama ini menurut peraturan perundang-"),
            Text(270, 660, "Pasal 2"),
            Text(72, 640, "Isi pasal kedua berdiri di bawah labelnya."),
        ]
    )
    assert "Pasal 2" in texts(read(page))


def test_metadata_of_forms_and_signatures() -> None:
    page = PdfPage([Text(72, 700, "Naskah dengan kolom isian.")])
    first = make_pdf([page]).count(b" 0 obj") + 1
    data = make_pdf(
        [page],
        catalog=f"/AcroForm << /Fields [{first} 0 R {first + 1} 0 R] >>",
        more=["<< /FT /Tx /T (nama) /V (Contoh) >>", "<< /FT /Sig /T (tanda) >>"],
    )
    reading = read_pdf(Path("a.pdf"), data, ReadOptions(ocr="never")).reading
    assert (reading.form_fields, reading.signature_fields) == (1, 1)


def test_pypdf_is_not_asked_without_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdf

    def fail(*_: object) -> None:
        raise AssertionError("pypdf was asked")

    monkeypatch.setattr(pypdf, "PdfReader", fail)
    assert read(PdfPage([Text(72, 700, "Naskah.")])).reading.signature_fields == 0


def encrypted(user: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf([PdfPage([Text(72, 700, "Naskah rahasia.")])]))))
    writer.encrypt(user_password=user, owner_password="pemilik", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_encrypted_file_is_named_so() -> None:
    with pytest.raises(ReadingError) as error:
        read_pdf(Path("a.pdf"), encrypted("kunci"), ReadOptions())
    assert (error.value.state, error.value.reason) == (State.ENCRYPTED, "encrypted-pdf")


def test_empty_user_password_is_opened() -> None:
    assert texts(read_pdf(Path("a.pdf"), encrypted(""), ReadOptions())) == ["Naskah rahasia."]


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4 rusak", b"", make_pdf([])])
def test_damaged_file_is_named_so(data: bytes) -> None:
    with pytest.raises(ReadingError) as error:
        read_pdf(Path("a.pdf"), data, ReadOptions())
    assert (error.value.state, error.value.reason) == (State.UNREADABLE, "damaged-pdf")


def test_truncated_file_is_read_or_named() -> None:
    data = make_pdf([PdfPage([Text(72, 700, "Naskah yang terpotong.")])])
    for length in range(200, len(data), 97):
        try:
            document = read_pdf(Path("a.pdf"), data[:length], ReadOptions(ocr="never"))
        except ReadingError as error:
            assert error.state is State.UNREADABLE
        else:
            assert document.reading.pages is not None


def test_page_limit() -> None:
    with pytest.raises(ReadingError) as error:
        read_pdf(Path("a.pdf"), make_pdf([PdfPage()] * 4), ReadOptions(max_pages=3))
    assert (error.value.state, error.value.reason) == (State.TOO_LARGE, "too-many-pages")
    assert error.value.details == {"pages": 4, "limit": 3}


def scanned_page(number: int) -> Page:
    word = Word(f"halaman-{number}-terbaca", 72, 100, 200, 112, 91.0)
    return Page(number, 595, 842, (Line((word,), 72, 100, 200, 112),), ocr=True)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Puts a reader of its own in the place of OCR and notes the pages that it is asked for."""
    from kerjasama_check.reading import ocr

    numbers: list[int] = []

    def ocr_pages(_pdf: bytes, wanted: list[int], _options: ReadOptions, content_hash: str) -> list[Page]:
        assert len(content_hash) == 64
        numbers.extend(wanted)
        return [scanned_page(number) for number in wanted]

    monkeypatch.setattr(ocr, "ocr_pages", ocr_pages)
    return numbers


TYPED = PdfPage(
    [Text(72, 700 - 14 * i, f"Kalimat ke-{i} berdiri sendiri pada halaman ini dan berakhir di sini.") for i in range(5)]
)
SCAN = PdfPage(picture=True)


def test_mixed_file_is_read_page_by_page(asked: list[int]) -> None:
    document = read(TYPED, SCAN, TYPED, options=ReadOptions())
    assert asked == [2] and document.reading.ocr_pages == (2,) and document.reading.ocr
    assert "halaman-2-terbaca" in texts(document)
    assert [notice.key for notice in document.notices] == ["ocr-used"]
    assert [block.place.page for block in document.blocks] == sorted(b.place.page or 0 for b in document.blocks)
    scanned = next(block for block in document.blocks if block.place.page == 2)
    assert scanned.confidence == 91.0


def test_always_reads_every_page_by_ocr(asked: list[int]) -> None:
    read(TYPED, SCAN, options=ReadOptions(ocr="always"))
    assert asked == [1, 2]


def test_never_keeps_the_text_and_says_which_pages_have_none(asked: list[int]) -> None:
    document = read(TYPED, SCAN, SCAN, SCAN, TYPED, SCAN, options=ReadOptions(ocr="never"))
    assert asked == [] and len(document.blocks) >= 1
    assert [(notice.key, dict(notice.details)) for notice in document.notices] == [
        ("pages-without-text", {"pages": "2–4, 6"})
    ]


def test_scan_without_any_text_and_without_ocr(asked: list[int]) -> None:
    with pytest.raises(ReadingError) as error:
        read(SCAN, SCAN, options=ReadOptions(ocr="never"))
    assert (error.value.state, error.value.reason) == (State.SCANNED, "ocr-off") and asked == []


def test_where_ocr_is_impossible_typed_pages_are_still_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from kerjasama_check.reading import ocr

    def none(*_: object) -> list[Page]:
        raise ReadingError(State.SCANNED, "no-ocr", language="ind")

    monkeypatch.setattr(ocr, "ocr_pages", none)
    document = read(TYPED, SCAN, options=ReadOptions())
    assert document.notices[0].key == "pages-without-ocr" and document.blocks
    with pytest.raises(ReadingError) as error:
        read(SCAN, options=ReadOptions())
    assert error.value.reason == "no-ocr"


GOOD = "Para pihak sepakat untuk melaksanakan kerja sama di bidang pendidikan dan penelitian yang saling menguntungkan"
BAD = "P]HAK KED{JA sepakar unruk mel:iksanakan kerjaszuna di bid:rng pendid;kan d:n penel:t;an y:ng s:l;ng b3ngk}lu"


def hidden(text: str) -> PdfPage:
    lines = [Text(72, 700 - 14 * i, text, size=9, mode=3) for i in range(6)]
    return PdfPage(lines, picture=True)


def test_good_hidden_layer_is_kept_and_a_garbled_one_goes_to_ocr(asked: list[int]) -> None:
    read(hidden(GOOD), options=ReadOptions())
    assert asked == []
    document = read(hidden(GOOD), hidden(BAD), TYPED, options=ReadOptions())
    assert [(notice.key, dict(notice.details)["pages"]) for notice in document.notices] == [
        ("garbage-text-layer", "1–2")
    ]
    assert asked == [1, 2]  # one bad page makes the other pages of the same old OCR suspect; typed text is not


def test_text_behind_a_picture_counts_as_hidden(asked: list[int]) -> None:
    page = PdfPage([Text(72, 700 - 14 * i, BAD, size=9) for i in range(6)], picture_last=True)
    read(page, options=ReadOptions())
    assert asked == [1]


def test_placeholders_and_codes_do_not_make_a_text_garbage(asked: list[int]) -> None:
    lines = ["${nama_pihak} <<NO_SPK>> {{tanggal}} dan ${jabatan_pihak} untuk <<JUDUL>> ...... di ____", GOOD]
    page = PdfPage([Text(72, 700 - 14 * i, lines[i % 2], size=8) for i in range(8)], picture=True)
    read(page, options=ReadOptions())
    assert asked == []


def test_blank_page_is_no_scan(asked: list[int]) -> None:
    document = read(TYPED, PdfPage(), options=ReadOptions())
    assert asked == [] and document.notices == () and document.reading.pages == 2


def test_file_without_any_text() -> None:
    with pytest.raises(ReadingError) as error:
        read(PdfPage(), options=ReadOptions())
    assert (error.value.state, error.value.reason) == (State.UNREADABLE, "no-text")


def test_page_on_which_ocr_fails_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from kerjasama_check.reading import ocr

    def ocr_pages(_pdf: bytes, wanted: list[int], *_: object) -> list[Page]:
        return [Page(number, 0, 0, (), ocr=True, failed=True) for number in wanted]

    monkeypatch.setattr(ocr, "ocr_pages", ocr_pages)
    document = read(TYPED, SCAN, options=ReadOptions())
    assert [notice.key for notice in document.notices] == ["page-failed"] and document.reading.ocr_pages == ()
    with pytest.raises(ReadingError) as error:
        read(SCAN, options=ReadOptions())
    assert error.value.reason == "page-failed"


def test_every_reason_and_notice_has_a_sentence() -> None:
    import re

    from kerjasama_check.reading.reasons import sentence

    source = Path(pdf_module.__file__).read_text(encoding="utf-8")
    keys = set(re.findall(r'(?:State\.\w+, |_notice\()"([a-z-]+)"', source))
    assert len(keys) > 6
    for key in keys:
        assert sentence(key, "id", pages=1, limit=1) and sentence(key, "en", pages=1, limit=1)


def test_page_ranges_are_written_as_people_do() -> None:
    assert pdf_module._ranges([1, 2, 3, 7, 9, 10]) == "1–3, 7, 9–10"
    assert pdf_module._for_ocr({1: Layer.HIDDEN, 2: Layer.TYPED, 3: Layer.MISSING}, "auto") == [3]


def test_reading_does_not_load_pypdf_or_docx() -> None:
    import subprocess
    import sys

    code = (
        "import kerjasama_check.reading.pdf, sys; print([m for m in ('pypdf','pypdfium2','docx') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
