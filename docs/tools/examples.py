"""Runs what the pages show, in a folder of its own, in the order of the page.

- A block with title="FILE" is written to that file.
- In a block of `sh`, every line that calls the program is run; it must end with 0 or 1, or with the code that the
  block's line names ("# kode keluar 2").
- In a block of `console`, a line "$ …" is a command and what follows is what it prints: `refreshed` gives the page with
  what it prints now.

The folder holds draf.docx and arsip/, copies of samples; the day is fixed. Dates until which something is set aside are
moved ahead of today, whatever the page says, since the program does not take an end that is over.
"""

from __future__ import annotations

import datetime
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pictures import ROOT, environment

PROGRAM = "kerjasama-check"
DRAFT = "cacat-tanggal.docx"
ARCHIVE = ("cacat-ejaan.docx", "cacat-klausul-hilang.docx", "nota-kesepahaman.docx")
# Lines of shell blocks that are no calls of the program: what installs it, and what works on its files.
OTHERS = re.compile(r"^(python3? -m (venv|pip) |py -m venv |source |git |cd |\S*bin/|\S*Scripts\\)")
_BLOCK = re.compile(r"^```(?P<kind>\w*)(?P<rest>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r'title="([^"]+)"')
_UNTIL = re.compile(r'((?:--until|until =) ?"?)\d{4}-\d\d-\d\d')
_CODE = re.compile(r"# kode keluar (\d)")


@dataclass(slots=True)
class Outcome:
    """What a page did. text: as it should be. runs: command and exit code. faults: what is not as the page says."""

    text: str
    runs: list[tuple[str, int]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def prepare(folder: Path) -> None:
    samples = ROOT / "samples"
    shutil.copy(samples / DRAFT, folder / "draf.docx")
    (folder / "arsip").mkdir()
    for name in ARCHIVE:
        shutil.copy(samples / name, folder / "arsip" / name)


def follow(page: str, folder: Path) -> Outcome:
    """The page carried out in a prepared folder."""
    outcome = Outcome(page)
    parts, last = [], 0
    for block in _BLOCK.finditer(page):
        title = _TITLE.search(block["rest"])
        shown = block["text"]
        if title:
            _write(folder / title[1], shown)
        elif block["kind"] == "sh":
            _shell(shown, folder, outcome)
        elif block["kind"] == "console":
            shown = "".join(_console(shown, folder, outcome))
        parts += [page[last : block.start("text")], shown]
        last = block.end("text")
    outcome.text = "".join([*parts, page[last:]])
    if outcome.text != page:
        outcome.faults.append("what the program prints is not what the page shows: python docs/refresh.py")
    return outcome


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_ahead(text), encoding="utf-8", newline="\n")


def _ahead(text: str) -> str:
    later = datetime.date.today() + datetime.timedelta(days=300)
    return _UNTIL.sub(rf"\g<1>{later.isoformat()}", text)


def _shell(text: str, folder: Path, outcome: Outcome) -> None:
    for line in filter(None, map(str.strip, text.splitlines())):
        if not line.startswith(PROGRAM):
            if not OTHERS.match(line):
                outcome.faults.append(f"not run: {line}")
            continue
        run = _run(line, folder, outcome)
        expected = _CODE.search(line)
        if str(run.returncode) not in (expected[1] if expected else "01"):
            outcome.faults.append(f"{line}: exit code {run.returncode}\n{run.stdout}")


def _console(text: str, folder: Path, outcome: Outcome) -> Iterator[str]:
    for line in text.splitlines():
        if line.startswith("$ "):
            yield f"{line}\n{_run(line.removeprefix('$ '), folder, outcome).stdout}"


def _run(line: str, folder: Path, outcome: Outcome) -> subprocess.CompletedProcess[str]:
    """A call as it stands on the page, standard error among standard output."""
    words = shlex.split(_ahead(line), comments=True)
    assert words[0] == PROGRAM, line
    run = subprocess.run(
        [sys.executable, "-m", "kerjasama_check", *words[1:]],
        env=environment(COLUMNS="80", NO_COLOR="1"),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    shown = run.stdout.replace("\r\n", "\n").replace(f"{folder}{os.sep}", "")
    run.stdout = re.sub(r"(?<=\w)\\(?=\w)", "/", shown) if os.sep == "\\" else shown  # paths of Windows
    outcome.runs.append((line, run.returncode))
    return run
