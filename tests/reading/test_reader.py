"""The door: files are taken for what they are, whatever they are called."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from docx_making import make_docx, p, texts, write, zipped

from kerjasama_check.reading import ReadingError, ReadOptions, State, read, read_bytes
from kerjasama_check.reading import reasons as words
from kerjasama_check.reading.document import Notice
from kerjasama_check.reading.reader import sniff


def failure(data: bytes, name: str, options: ReadOptions | None = None) -> tuple[State, str]:
    with pytest.raises(ReadingError) as caught:
        read_bytes(name, data, options)
    return caught.value.state, caught.value.reason


def test_a_docx_is_read_from_its_path(tmp_path: Path) -> None:
    path = write(tmp_path, "Draf PKS.docx", make_docx(p("Pasal 1")))
    document = read(path)
    assert (document.path, texts(document), document.notices) == (path, ["Pasal 1"], ())
    assert document.reading.format == "docx"
    assert texts(read(str(path))) == ["Pasal 1"]


@pytest.mark.parametrize(("name", "expected"), [("a.doc", ".doc"), ("a.rtf", ".rtf"), ("a.DOC", ".DOC")])
def test_a_docx_with_a_wrong_name_is_read_with_a_notice(name: str, expected: str) -> None:
    document = read_bytes(name, make_docx(p("Pasal 1")))
    assert texts(document) == ["Pasal 1"]
    assert document.notices == (Notice("wrong-extension", (("extension", expected), ("format", "DOCX"))),)


@pytest.mark.parametrize("name", ["a.docx", "a.docm", "a.dotx", "a", "-"])
def test_no_notice_where_the_name_fits(name: str) -> None:
    assert read_bytes(name, make_docx(p("x"))).notices == ()


def test_kinds_are_told_by_content() -> None:
    assert sniff(b"junk\n%PDF-1.7\n") == "pdf"
    assert sniff(b"{\\rtf1 x}") == "rtf"
    assert sniff("\ufeff{\\rtf1 x}".encode()) == "rtf"
    assert sniff(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), ".docx") == "doc"
    assert sniff(zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})) == "odt"
    assert sniff(b"<!DOCTYPE html><html><body><p>x</p></body></html>", ".txt") == "html"
    assert sniff(b"  <div><p>Pasal 1</p></div>") == "html"
    assert sniff(b"# Pasal 1", ".md") == "md"
    assert sniff(b"Pasal 1 <- lihat", ".txt") == "txt"


@pytest.mark.parametrize(
    ("name", "data", "right"),
    [
        ("a.docx", b"Pasal 1\nRUANG LINGKUP\n", ".txt"),
        ("a.pdf", b"Pasal 1\nRUANG LINGKUP\n", ".txt"),
        ("a.pdf", make_docx(p("Pasal 1")), ".docx"),
        ("a.docx", b"%PDF-1.7\n", ".pdf"),
        ("a.txt", make_docx(p("Pasal 1")), ".docx"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused_with_the_right_name(
    name: str, data: bytes, right: str
) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(name, data)
    assert (caught.value.state, caught.value.reason, caught.value.details["right"]) == (
        State.UNREADABLE,
        "misnamed",
        right,
    )


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.docx", b"", (State.UNREADABLE, "empty-file")),
        ("a.txt", b" \n\t\r\n", (State.UNREADABLE, "empty-file")),
        ("a.pdf", b"\0" * 4000, (State.UNREADABLE, "empty-file")),
        ("a.docx", bytes(range(256)) * 20, (State.UNREADABLE, "not-what-it-says")),
        ("a.bin", bytes(range(256)) * 20, (State.UNSUPPORTED, "unknown-format")),
        ("a.jpg", b"\xff\xd8\xff\xe0JFIF", (State.UNSUPPORTED, "image-file")),
        ("a.docx", b"PK\x03\x04 broken", (State.UNREADABLE, "damaged-zip")),
        ("a.zip", zipped({"a.txt": "x"}), (State.UNSUPPORTED, "unknown-format")),
        ("a.xlsx", zipped({"xl/workbook.xml": "x", "[Content_Types].xml": "x"}), (State.UNSUPPORTED, "unknown-format")),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), (State.UNSUPPORTED, "unknown-format")),
    ],
)
def test_what_cannot_be_read_has_a_state_and_a_reason(name: str, data: bytes, expected: tuple[State, str]) -> None:
    assert failure(data, name) == expected


def test_size_limit_of_files_and_bytes(tmp_path: Path) -> None:
    options = ReadOptions(max_bytes=100)
    assert failure(b"x" * 101, "a.txt", options) == (State.TOO_LARGE, "too-large")
    path = write(tmp_path, "a.txt", b"x" * 101)
    with pytest.raises(ReadingError) as caught:
        read(path, options)
    assert caught.value.state is State.TOO_LARGE
    assert texts(read(path, ReadOptions(max_bytes=101))) == ["x" * 101]


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(ReadingError) as caught:
        read(tmp_path / "tidak-ada.docx")
    assert (caught.value.state, caught.value.reason) == (State.UNREADABLE, "not-found")
    with pytest.raises(ReadingError) as caught:
        read(tmp_path)
    assert caught.value.reason == "is-folder"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(make_docx(p("Pasal 1")))

    monkeypatch.setattr(sys, "stdin", Input)
    document = read("-")
    assert (str(document.path), texts(document)) == ("-", ["Pasal 1"])
    Input.buffer = io.BytesIO(b"Pasal 1\r\nRUANG LINGKUP")
    assert texts(read(Path("-"))) == ["Pasal 1", "RUANG LINGKUP"]


def test_importing_the_room_loads_no_reader() -> None:
    code = (
        "import sys, kerjasama_check.reading as r; r.ReadOptions, r.read; "
        "print([m for m in ('lxml', 'docx', 'pypdf', 'pypdfium2', 'tesserocr') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


RAISED = sorted(words.SENTENCES)


@pytest.mark.parametrize("key", RAISED)
def test_every_reason_has_a_full_sentence_in_both_languages(key: str) -> None:
    names = [
        "name",
        "detail",
        "size",
        "limit",
        "pages",
        "extension",
        "format",
        "seconds",
        "parts",
        "count",
        "language",
        "right",
    ]
    details = dict.fromkeys(names, "X")
    for language in ("id", "en"):
        text = words.sentence(key, language, **details)
        assert text.endswith(".") and "{" not in text and "…" not in text
    assert words.sentence(key, "id", **details) != words.sentence(key, "en", **details)


def test_every_reason_in_the_code_has_its_sentence() -> None:
    import re

    import kerjasama_check.reading as room

    folder = Path(room.__file__).parent
    pattern = re.compile(r"""(?:ReadingError\(\s*State\.\w+,\s*|Notice\(\s*)["']([a-z-]+)["']""")
    found = {key for path in folder.glob("*.py") for key in pattern.findall(path.read_text(encoding="utf-8"))}
    assert found
    assert found <= set(words.SENTENCES)


def test_sentences_of_errors_and_notices() -> None:
    error = ReadingError(State.TOO_LARGE, "too-large", size=300, limit=200)
    assert "300 MB" in words.error_sentence(error, "en")
    notice = Notice("wrong-extension", (("extension", ".pdf"), ("format", "DOCX")))
    assert "DOCX" in words.notice_sentence(notice) and ".pdf" in words.notice_sentence(notice, "en")
    assert words.sentence("kunci-baru") and "kunci-baru" in words.sentence("kunci-baru", "en")
    assert "…" in words.sentence("too-large")
