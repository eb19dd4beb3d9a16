"""Pictures of what the program shows, made from the program itself: the terminal as SVG, the HTML report as PNG.

The terminal is drawn by Rich from the colours that the program writes; the page is opened in Chromium without a window.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-24"
WIDTH = 92
TERMINAL = {
    "gambar/check.svg": ("check", "cacat-tanggal.docx"),
    "gambar/folder.svg": ("check", "arsip", "--summary"),
    "gambar/explain.svg": ("rules", "explain", "ANK-04"),
}
PAGES = {"gambar/halaman-terang.png": "light", "gambar/halaman-gelap.png": "dark"}
REPORT = "contoh/laporan.html"
SHOWN = "cacat-angka.docx"
ARCHIVE = ("cacat-angka.docx", "cacat-tanggal.docx", "nota-kesepahaman.docx", "perjanjian-kerja-sama-lapas.docx")
# Rich's own frame asks a server for its font; here it is a font of the reader's machine.
_FRAME = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: Consolas, Menlo, "DejaVu Sans Mono", monospace; font-size: {char_height}px;
  line-height: {line_height}px; font-variant-east-asian: full-width; }}
.{unique_id}-title {{ font-size: 16px; font-family: Consolas, Menlo, "DejaVu Sans Mono", monospace; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
  <rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


class NoBrowserError(Exception):
    """Chromium is not there."""


def environment(**more: str) -> dict[str, str]:
    """The program on a given day, without what the surroundings set."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("KERJASAMA_", "GITHUB_"))}
    return {**plain, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "KERJASAMA_CHECK_DATE": DAY, **more}


def _run(arguments: tuple[str, ...], folder: Path, **more: str) -> str:
    run = subprocess.run(
        [sys.executable, "-m", "kerjasama_check", *arguments],
        env=environment(**more),
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(arguments)}: {run.stderr}")
    return run.stdout


def _drafts(folder: Path) -> None:
    for name in ("cacat-tanggal.docx", SHOWN):
        shutil.copy(ROOT / "samples" / name, folder / name)
    (folder / "arsip").mkdir()
    for name in ARCHIVE:
        shutil.copy(ROOT / "samples" / name, folder / "arsip" / name)


@cache
def terminal_pictures() -> dict[str, str]:
    """SVG text by name."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _drafts(folder)
        return {file: _drawn(arguments, folder) for file, arguments in TERMINAL.items()}


def _drawn(arguments: tuple[str, ...], folder: Path) -> str:
    import io

    from rich.console import Console
    from rich.terminal_theme import SVG_EXPORT_THEME
    from rich.text import Text

    shown = _run(arguments, folder, FORCE_COLOR="1", COLUMNS=str(WIDTH), TERM="xterm-256color")
    console = Console(record=True, width=WIDTH + 2, file=io.StringIO(), force_terminal=True, legacy_windows=False)
    title = f"kerjasama-check {' '.join(arguments)}"
    console.print(Text.from_ansi(f"$ {title}\n{shown.rstrip()}"), soft_wrap=True)
    return console.export_svg(title="", theme=SVG_EXPORT_THEME, code_format=_FRAME, unique_id="t")


@cache
def report_page() -> str:
    """The HTML report of a sample, as the program writes it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _drafts(folder)
        _run(("check", SHOWN, "--format", "html", "--output", "laporan.html"), folder)
        return (folder / "laporan.html").read_text(encoding="utf-8")


@cache
def report_pictures() -> dict[str, bytes]:
    """PNG by name, light and dark. Raises NoBrowserError."""
    from playwright.sync_api import sync_playwright

    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        raise NoBrowserError("Chromium is needed for the pictures of the HTML report (apt-get install chromium)")
    made = {}
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        file = Path(name) / "laporan.html"
        file.write_text(report_page(), encoding="utf-8", newline="\n")
        started = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for picture, scheme in PAGES.items():
            size = {"width": 1280, "height": 800}
            page = started.new_page(color_scheme=scheme, viewport=size)
            page.goto(file.as_uri())
            page.keyboard.press("n")  # the first finding and its passage
            made[picture] = page.screenshot()
        started.close()
    return made
