"""Old and foreign formats by way of LibreOffice."""

from __future__ import annotations

import stat
import sys
import time
from pathlib import Path

import pytest
from docx_making import fulls, make_docx, p, texts

from kerjasama_check.reading import ReadingError, State, office, read_bytes

RTF = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 PERJANJIAN KERJA SAMA\par Pasal 1\par RUANG LINGKUP\par}"
needs_office = pytest.mark.skipif(office.find_office() is None, reason="LibreOffice is not installed")


@needs_office
def test_rtf_is_converted_and_read() -> None:
    document = read_bytes("draf.rtf", RTF)
    assert texts(document) == ["PERJANJIAN KERJA SAMA", "Pasal 1", "RUANG LINGKUP"]
    assert (document.reading.format, document.path) == ("rtf", Path("draf.rtf"))
    assert document.notices == ()


@needs_office
def test_an_rtf_called_doc_is_read_with_a_notice() -> None:
    document = read_bytes("draf.doc", RTF)
    assert texts(document)[1] == "Pasal 1"
    assert [notice.key for notice in document.notices] == ["wrong-extension"]


@needs_office
@pytest.mark.parametrize("kind", ["doc", "odt"])
def test_lists_survive_the_way_through_doc_and_odt(kind: str, tmp_path: Path) -> None:
    import subprocess

    from docx_making import abstract, level, list_of, num

    source = tmp_path / "draf.docx"
    lists = abstract(1, level(0, text="Pasal %1"), level(1, text="(%2)")) + list_of(1, 1)
    source.write_bytes(make_docx(p("Tujuan", num(1)) + p("satu", num(1, 1)) + p("dua", num(1, 1)), numbering=lists))
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [
        str(office.find_office()),
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(tmp_path),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    document = read_bytes(f"draf.{kind}", (tmp_path / f"draf.{kind}").read_bytes())
    assert fulls(document) == ["Pasal 1 Tujuan", "(1) satu", "(2) dua"]
    assert document.reading.format == kind


def failure(data: bytes, name: str) -> tuple[State, str]:
    with pytest.raises(ReadingError) as caught:
        read_bytes(name, data)
    return caught.value.state, caught.value.reason


def test_without_libreoffice_the_file_is_not_supported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)
    assert failure(RTF, "draf.rtf") == (State.UNSUPPORTED, "no-libreoffice")


def fake_program(folder: Path, script: str) -> Path:
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\nimport sys, time\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="needs a script that can be run")
def test_a_program_that_gives_nothing_or_never_ends(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = fake_program(tmp_path, "sys.exit(1)")
    monkeypatch.setattr(office, "find_office", lambda: program)
    assert failure(RTF, "draf.rtf") == (State.UNREADABLE, "office-failed")
    fake_program(tmp_path, "time.sleep(60)")
    started = time.monotonic()
    with pytest.raises(ReadingError) as caught:
        office.convert(RTF, "rtf", time_limit=1)
    assert (caught.value.state, caught.value.reason) == (State.TIMED_OUT, "office-slow")
    assert time.monotonic() - started < 20


@pytest.mark.skipif(sys.platform == "win32", reason="needs a script that can be run")
def test_a_password_is_named_as_such(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = fake_program(tmp_path, "sys.exit(1)")
    monkeypatch.setattr(office, "find_office", lambda: program)
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + b"\xec\xa5\xc1\x00" + bytes(6) + b"\x00\x01"
    data = ole + bytes(100) + "WordDocument".encode("utf-16-le") + bytes(100)
    assert failure(data, "draf.doc") == (State.ENCRYPTED, "encrypted-office")


def test_usual_folders_are_known_for_every_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ProgramFiles", "C:/Program Files")
    expected = {"win32": "soffice.com", "darwin": "LibreOffice.app", "linux": "/usr/lib/libreoffice"}
    for platform, piece in expected.items():
        monkeypatch.setattr(office.sys, "platform", platform)
        assert any(piece in path.as_posix() for path in office._usual_places())
