"""Scans made in the test, read by whatever engine the machine has."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from kerjasama_check.reading import ocr, ocr_engine
from kerjasama_check.reading.document import ReadingError, ReadOptions, State
from kerjasama_check.reading.lines import Page
from kerjasama_check.reading.ocr import ocr_pages

A4 = (1654, 2339)  # 200 pixels per inch
TEXT = (
    "PERJANJIAN KERJA SAMA",
    "ANTARA",
    "UNIVERSITAS TELUK MUTIARA",
    "DENGAN",
    "DINAS KEARSIPAN KABUPATEN RIMBA JAYA",
    "",
    "Pasal 1",
    "MAKSUD DAN TUJUAN",
    "",
    "(1) Perjanjian Kerja Sama ini dimaksudkan sebagai landasan bagi",
    "para pihak dalam pengelolaan arsip yang tertib dan terbuka.",
    "(2) Tujuan perjanjian ini adalah meningkatkan mutu pelayanan arsip",
    "kepada masyarakat di wilayah kabupaten.",
)


@pytest.fixture(scope="module")
def engine() -> ocr_engine.OcrEngine:
    found = ocr.available()
    if found is None:
        if os.environ.get("KERJASAMA_CHECK_CI") == "1":
            pytest.fail("no OCR engine or no model on this machine")
        pytest.skip("no OCR engine or no model on this machine")
    return found


def drawn(lines: Sequence[str], size: tuple[int, int] = A4, left: int = 180) -> Image.Image:
    image = Image.new("L", size, 255)
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=36)
    for row, line in enumerate(lines):
        pen.text((left, 200 + row * 62), line, fill=20, font=font)
    return image


def pdf_of(*images: Image.Image) -> bytes:
    stream = io.BytesIO()
    images[0].save(stream, "PDF", resolution=200, save_all=True, append_images=images[1:])
    return stream.getvalue()


def read(pdf: bytes, numbers: Sequence[int] = (1,), **options: object) -> list[Page]:
    chosen = ReadOptions(**({"cache": False} | options))  # type: ignore[arg-type]
    return ocr_pages(pdf, numbers, chosen, hashlib.sha256(pdf).hexdigest())


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def wanted(lines: Sequence[str] = TEXT) -> list[str]:
    return [line for line in lines if line]


def share_read(page: Page, lines: Sequence[str] = TEXT) -> float:
    """How many of the words drawn stand in the text read."""
    words = [word for line in lines for word in line.split()]
    found = " ".join(texts(page)).split()
    return sum(word in found for word in words) / len(words)


def test_an_upright_page_is_read_line_by_line(engine: ocr_engine.OcrEngine) -> None:
    (page,) = read(pdf_of(drawn(TEXT)))
    assert texts(page) == wanted()
    assert (page.number, page.ocr, page.rotation, page.failed) == (1, True, 0, False)
    assert page.width == pytest.approx(1654 / 200 * 72, abs=1)
    assert page.height == pytest.approx(2339 / 200 * 72, abs=1)
    first = page.lines[0]
    assert first.x0 == pytest.approx(180 / 200 * 72, abs=3)
    assert first.y0 == pytest.approx(207 / 200 * 72, abs=5)
    for line in page.lines:
        for word in line.words:
            assert line.x0 <= word.x0 < word.x1 <= line.x1 <= page.width
            assert line.y0 <= word.y0 < word.y1 <= line.y1 <= page.height
    confidences = [word.confidence or 0.0 for line in page.lines for word in line.words]
    assert max(confidences) <= 100
    assert sum(confidences) / len(confidences) > 75


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_that_does_not_stand_upright_is_turned(engine: ocr_engine.OcrEngine, quarters: int) -> None:
    (page,) = read(pdf_of(drawn(TEXT).rotate(90 * quarters, expand=True)))
    assert share_read(page) > 0.95
    assert len(page.lines) == len(wanted())
    assert page.rotation == 90 * quarters
    assert page.width < page.height


@pytest.mark.parametrize("angle", [-4.0, -1.0, 2.5])
def test_a_skewed_page_is_straightened(engine: ocr_engine.OcrEngine, angle: float) -> None:
    (page,) = read(pdf_of(drawn(TEXT).rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)))
    assert share_read(page) > 0.95
    assert len(page.lines) == len(wanted())
    for line in page.lines:
        middles = [(word.y0 + word.y1) / 2 for word in line.words]
        assert max(middles) - min(middles) < 5, "words of a line stand level"


def test_both_pages_of_a_spread_are_read_left_first(engine: ocr_engine.OcrEngine) -> None:
    left, right = TEXT[:9], ("Pasal 2", "RUANG LINGKUP", *TEXT[9:])
    spread = Image.new("L", (2 * A4[0], A4[1]), 255)
    spread.paste(drawn(left), (0, 0))
    spread.paste(drawn(right), (A4[0], 0))
    (page,) = read(pdf_of(spread))
    assert texts(page) == wanted(left) + wanted(right)
    assert page.height > page.width, "the right half stands below the left one"


def test_names_below_signatures_are_found(engine: ocr_engine.OcrEngine) -> None:
    image = drawn(TEXT)
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=36)
    for x, name in ((200, "SEKAR RINJANI"), (950, "BAYU TANJUNG")):
        pen.text((x, 1200), "PIHAK KESATU," if x == 200 else "PIHAK KEDUA,", fill=20, font=font)
        for turn in range(9):
            pen.arc((x + 18 * turn, 1290, x + 160 + 25 * turn, 1440), 20 * turn, 300 + 5 * turn, fill=30, width=5)
        pen.text((x, 1450), name, fill=20, font=font)
    (page,) = read(pdf_of(image))
    found = " ".join(texts(page))
    for part in ("KESATU", "KEDUA", "RINJANI", "TANJUNG"):
        assert part in found


def test_a_blank_page_has_no_lines(engine: ocr_engine.OcrEngine) -> None:
    (page,) = read(pdf_of(Image.new("L", A4, 255)))
    assert page.lines == ()
    assert not page.failed
    assert page.width > 0


def test_pages_come_in_the_order_asked_for(engine: ocr_engine.OcrEngine) -> None:
    pdf = pdf_of(*(drawn([f"Halaman {word}"]) for word in ("SATU", "DUA", "TIGA", "EMPAT")))
    pages = read(pdf, (3, 1, 4, 3), jobs=3)
    assert [page.number for page in pages] == [3, 1, 4, 3]
    assert [texts(page) for page in pages] == [[f"Halaman {word}"] for word in ("TIGA", "SATU", "EMPAT", "TIGA")]


def test_the_second_run_needs_no_engine(
    engine: ocr_engine.OcrEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = pdf_of(drawn(TEXT), Image.new("L", A4, 255))
    first = read(pdf, (1, 2), cache=True, cache_folder=tmp_path)
    monkeypatch.setattr(ocr, "read_page", explode)
    assert read(pdf, (1, 2), cache=True, cache_folder=tmp_path) == first
    assert read(pdf, (1,), cache=False)[0].failed, "without the cache the page must be read anew"


def test_a_record_of_another_form_is_read_anew(engine: ocr_engine.OcrEngine, tmp_path: Path) -> None:
    pdf = pdf_of(drawn(TEXT))
    first = read(pdf, cache=True, cache_folder=tmp_path)
    (entry,) = tmp_path.glob("??/*")
    ocr.Cache(tmp_path).put(entry.parent.name + entry.name, {"lines": "none"})
    assert read(pdf, cache=True, cache_folder=tmp_path) == first


def explode(*_: object) -> object:
    raise RuntimeError("recognition failed")


def test_a_page_that_fails_does_not_take_the_others_with_it(
    engine: ocr_engine.OcrEngine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    genuine: Callable[..., object] = ocr.read_page
    monkeypatch.setattr(
        ocr, "read_page", lambda scan, number, setup: explode() if number == 1 else genuine(scan, number, setup)
    )
    pdf = pdf_of(drawn(TEXT), drawn(TEXT))
    failed, sound = read(pdf, (1, 2), cache=True, cache_folder=tmp_path)
    assert failed.failed and failed.lines == ()
    assert texts(sound) == wanted()
    assert len(list(tmp_path.glob("??/*"))) == 1, "a failure is not remembered"


def test_nothing_is_printed(engine: ocr_engine.OcrEngine, capfd: pytest.CaptureFixture[str]) -> None:
    read(pdf_of(drawn(TEXT), Image.new("L", A4, 255), Image.new("L", (40, 40), 0)), (1, 2, 3))
    captured = capfd.readouterr()
    assert (captured.out, captured.err) == ("", "")


@pytest.mark.parametrize("language", ["qqq", "eng+qqq", "+", "../eng"])
def test_a_language_that_is_not_there_means_no_ocr(engine: ocr_engine.OcrEngine, language: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read(pdf_of(drawn(TEXT)), ocr_language=language)
    assert (caught.value.state, caught.value.reason) == (State.SCANNED, "no-ocr")


def test_without_a_model_there_is_no_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_engine, "_models", lambda: ())
    assert ocr.available() is None
    with pytest.raises(ReadingError):
        read(pdf_of(Image.new("L", (100, 100), 255)))


def test_without_a_program_there_is_no_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_engine, "_tesserocr_version", lambda: None)
    monkeypatch.setattr(ocr_engine, "_command", lambda: None)
    assert ocr.available() is None
    with pytest.raises(ReadingError):
        read(pdf_of(Image.new("L", (100, 100), 255)))


def test_the_packaged_model_is_always_found() -> None:
    folder = ocr_engine._packaged_folder()
    assert folder is not None and (folder / "eng.traineddata").is_file()


def test_the_users_own_folder_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "ind.traineddata").write_bytes(b"a model of one's own")
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    ocr_engine._models.cache_clear()
    try:
        assert ocr_engine._models()[0] == ocr_engine.Model("ind", tmp_path.resolve())
    finally:
        ocr_engine._models.cache_clear()


def test_the_command_is_used_where_the_library_does_not_load(
    engine: ocr_engine.OcrEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    if ocr_engine._command() is None:
        if os.environ.get("KERJASAMA_CHECK_CI") == "1":
            pytest.fail("the tesseract command is not installed")
        pytest.skip("the tesseract command is not installed")
    monkeypatch.setattr(ocr_engine, "_tesserocr_loads", lambda: False)
    found = ocr.available()
    assert found is not None and found.kind == "tesseract"
    (page,) = read(pdf_of(drawn(TEXT)))
    assert share_read(page) > 0.95
