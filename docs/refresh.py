"""Writes what the pages take from the program: the report in README.md, the list of rules in docs/rules.md, and what
the commands in the pages of docs/ print (docs/tools/examples.py).

python docs/refresh.py            write both
python docs/refresh.py --check    only say whether they are current (exit code 1 when they are not)
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "docs/tools")]
EXAMPLE = ("check", "samples/cacat-tanggal.docx", "--date", "2026-11-24")
SEVERITY = {"error": "kesalahan", "warning": "peringatan", "info": "catatan"}


def program(*arguments: str) -> str:
    """What a command line of the program prints, at 80 columns and without colour."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("KERJASAMA_CHECK_", "GITHUB_"))}
    run = subprocess.run(
        [sys.executable, "-m", "kerjasama_check", *arguments],
        env={**plain, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
    )
    return run.stdout.replace("\r\n", "\n")


def example() -> str:
    shown = program(*EXAMPLE).replace("samples\\", "samples/").rstrip()
    return f"```text\n$ kerjasama-check {' '.join(EXAMPLE[:2])}\n{shown}\n```"


def rule_table() -> str:
    rows = ["| rule | finds | severity | force | legal basis |", "| --- | --- | --- | --- | --- |"]
    for rule in json.loads(program("rules", "list", "--format", "json"))["rules"]:
        laws = "; ".join(
            f"{b['regulation']}, {b['article']}" if b["article"] else b["regulation"] for b in rule["basis"]
        )
        title = f"{rule['title']['id']} (`{rule['name']}`)"
        rows.append(f"| {rule['id']} | {title} | {SEVERITY[rule['severity']]} | {rule['force']} | {laws or '–'} |")
    return "\n".join(rows)


def replaced(text: str, name: str, new: str) -> str:
    """The page with everything between its two marks replaced."""
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, _, rest = text.partition(start)
    _, mark, after = rest.partition(end)
    if not mark:
        raise ValueError(f"no {start} … {end}")
    return f"{before}{start}\n{new}\n{end}{after}"


def pages() -> dict[Path, str]:
    """The pages as they should be."""
    parts = {ROOT / "README.md": ("contoh", example()), ROOT / "docs/rules.md": ("rules", rule_table())}
    return {path: replaced(path.read_text(encoding="utf-8"), *part) for path, part in parts.items()}


def followed() -> dict[Path, str]:
    """The pages of docs/ with what their commands print now."""
    import examples

    found = {}
    for path in sorted((ROOT / "docs").glob("*.md")):
        page = path.read_text(encoding="utf-8")
        if "```console" in page:
            with tempfile.TemporaryDirectory() as folder:
                examples.prepare(Path(folder))
                found[path] = examples.follow(page, Path(folder)).text
    return found


def main() -> int:
    current = {**followed(), **pages()}
    stale = [path for path, text in current.items() if path.read_text(encoding="utf-8") != text]
    for path in stale:
        print(
            f"{path.relative_to(ROOT)} is not current" if "--check" in sys.argv else f"{path.relative_to(ROOT)} written"
        )
        if "--check" not in sys.argv:
            path.write_text(current[path], encoding="utf-8", newline="\n")
    return int(bool(stale) and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
