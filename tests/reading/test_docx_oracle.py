"""LibreOffice as a second opinion: its text export and our blocks hold the same lines."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from docx_making import abstract, fulls, level, list_of, make_docx, num, p, style

from kerjasama_check.reading import read_bytes
from kerjasama_check.reading.office import find_office

needs_office = pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")

LISTS = (
    abstract(
        1,
        level(0, text="Pasal %1", more='<w:pStyle w:val="Pasal"/>'),
        level(1, text="(%2)"),
        level(2, "lowerLetter", "%3."),
        level(3, "lowerRoman", "%4)"),
    )
    + abstract(2, level(0, "upperRoman", "BAB %1"), level(1, "upperLetter", "%1.%2."), level(2, "decimalZero", "%2-%3"))
    + list_of(1, 1)
    + list_of(2, 2)
    + list_of(3, 1, '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="4"/></w:lvlOverride>')
)
STYLES = style("Pasal", '<w:numPr><w:numId w:val="1"/></w:numPr>')


def by_libreoffice(data: bytes, folder: Path) -> list[str]:
    source = folder / "draf.docx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = [
        str(find_office()),
        profile,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(folder),
    ]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    text = (folder / "draf.txt").read_text(encoding="utf-8-sig")
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@needs_office
def test_lists_tables_and_wrapped_runs_agree(tmp_path: Path) -> None:
    walk = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 3), (1, 1)]
    steps = [*walk, (2, 0), (2, 1), (2, 2), (2, 0), (2, 1), (1, 2), (3, 1)]
    body = "".join(p(f"baris {at}", num(number, depth)) for at, (number, depth) in enumerate(steps))
    body += "".join(p(f"huruf {at}", num(1, 2)) for at in range(30))
    body += p("pasal bergaya", '<w:pStyle w:val="Pasal"/>')
    row = "".join(f"<w:tc>{p(f'sel {at}', num(1, 1))}</w:tc>" for at in range(3))
    body += f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * 3}</w:tblGrid><w:tr>{row}</w:tr></w:tbl>"
    link = "<w:hyperlink w:anchor='x'><w:r><w:t>tautan</w:t></w:r></w:hyperlink>"
    body += f"<w:p>{link}<w:r><w:t xml:space='preserve'> biasa</w:t></w:r></w:p>"
    data = make_docx(body, numbering=LISTS, styles=STYLES)
    assert fulls(read_bytes("draf.docx", data)) == by_libreoffice(data, tmp_path)
