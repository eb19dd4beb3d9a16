"""Old and foreign word-processor files (.doc, .odt, .rtf): LibreOffice turns them into DOCX, which is then read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from kerjasama_check.reading.document import Document, ReadingError, ReadOptions, State

TIME_LIMIT = 120  # seconds for one conversion
_NAMES = ("soffice", "libreoffice", "soffice.com", "soffice.exe", "lowriter")


def find_office() -> Path | None:
    """The program of LibreOffice: on PATH, else in the usual folders of Windows, macOS and Linux."""
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    return next((path for path in _usual_places() if path.is_file()), None)


def _usual_places() -> list[Path]:
    if sys.platform == "win32":
        folders = [
            os.environ.get(name) for name in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LOCALAPPDATA")
        ]
        bases = [Path(folder) for folder in folders if folder]
        bases += [base / "Programs" for base in bases]
        return [base / "LibreOffice" / "program" / name for base in bases for name in ("soffice.com", "soffice.exe")]
    if sys.platform == "darwin":
        bases = [Path("/Applications"), Path.home() / "Applications"]
        return [base / "LibreOffice.app" / "Contents" / "MacOS" / "soffice" for base in bases]
    fixed = [Path("/usr/bin/soffice"), Path("/usr/local/bin/soffice"), Path("/usr/lib/libreoffice/program/soffice")]
    fixed += [Path("/usr/lib64/libreoffice/program/soffice"), Path("/snap/bin/libreoffice")]
    return fixed + sorted(Path("/opt").glob("libreoffice*/program/soffice"))


def read_office(path: Path, data: bytes, options: ReadOptions, kind: str) -> Document:
    """Read a `doc`, `odt` or `rtf` by way of DOCX.

    Raises ReadingError: unsupported without LibreOffice, timed out, or unreadable where it gives no result.
    """
    from kerjasama_check.reading.docx import read_docx

    document = read_docx(path, convert(data, kind), options)
    return replace(document, reading=replace(document.reading, format=kind))


def convert(data: bytes, kind: str, time_limit: float = TIME_LIMIT) -> bytes:
    """The bytes of a DOCX made from `data`. The conversion runs in a folder and with a profile of its own."""
    program = find_office()
    if program is None:
        raise ReadingError(State.UNSUPPORTED, "no-libreoffice", format=kind.upper())
    with tempfile.TemporaryDirectory(prefix="kerjasama-", ignore_cleanup_errors=True) as folder:
        base = Path(folder)
        source = base / f"source.{kind}"
        source.write_bytes(data)
        target = base / "out" / "source.docx"
        command = [
            str(program),
            f"-env:UserInstallation={(base / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--nodefault",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(base / "out"),
            str(source),
        ]
        _run(command, time_limit)
        if not target.is_file():
            reason = "encrypted-office" if kind in ("doc", "odt") and _is_protected(data, kind) else "office-failed"
            state = State.ENCRYPTED if reason == "encrypted-office" else State.UNREADABLE
            raise ReadingError(state, reason, format=kind.upper())
        return target.read_bytes()


def _run(command: list[str], time_limit: float) -> None:
    """Run and wait; on time-out the program and what it started are ended."""
    flags: dict[str, object] = {}
    if sys.platform == "win32":
        flags["creationflags"] = subprocess.CREATE_NO_WINDOW
    else:
        flags["start_new_session"] = True
    try:
        process = subprocess.Popen(  # type: ignore[call-overload]
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **flags
        )
    except OSError:
        raise ReadingError(State.UNSUPPORTED, "no-libreoffice", format="LibreOffice") from None
    try:
        process.wait(timeout=time_limit)
    except subprocess.TimeoutExpired:
        _end(process)
        raise ReadingError(State.TIMED_OUT, "office-slow", seconds=int(time_limit)) from None


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform != "win32":
        import signal

        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            process.kill()
    else:
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
        process.kill()
    process.wait()


def _is_protected(data: bytes, kind: str) -> bool:
    """Whether an old .doc (flag in its first table) or an .odt (manifest) asks for a password."""
    if kind == "odt":
        import io
        import zipfile

        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return b"encryption-data" in archive.read("META-INF/manifest.xml")
        except (zipfile.BadZipFile, KeyError, OSError):
            return False
    at = data.find(b"\xec\xa5", 512)  # wIdent of the file information block; fEncrypted is bit 0x0100 at offset 10
    return at >= 0 and at + 12 <= len(data) and bool(data[at + 11] & 0x01)
