"""Builds the sample drafts of this folder from their text in `source/`.

    python samples/make_samples.py            the DOCX drafts, clean ones and those with defects
    python samples/make_samples.py --pdf      also the PDF and the scan (needs LibreOffice)

A line of a source is a paragraph. It starts with: "# " a line of the title, "= " a number line, "@ " a party (number |
name | text), "Pasal: " an article with its heading ("Pasal 12: " sets its number), "( ) " a numbered ayat, "a. " a
letter, "1. " a numbered point, "> " a line below a point, "| " a row of a table, "% " a signature (label | office |
name), "---" a new page. Numbers of articles, ayat and letters are Word's own: they stand in numbering.xml, not in the
text.
"""

from __future__ import annotations

import argparse
import io
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import yaml
from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

FOLDER = Path(__file__).resolve().parent
SOURCE = FOLDER / "source"
PDF_OF = ("nota-kesepahaman", "perjanjian-kerja-sama-imigrasi")
SCAN_OF = "memorandum-of-understanding"
LEVELS = {  # style of number → (format of Word, text of the number, indent in cm)
    "article": ("decimal", "Pasal %1", 0.0),
    "paragraph": ("decimal", "(%1)", 1.0),
    "letter": ("lowerLetter", "%1.", 1.75),
    "point": ("decimal", "%1.", 1.0),
}


def sources() -> dict[str, str]:
    """Every draft by its name without ending, those with defects after the clean ones."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SOURCE.glob("*.draft"))}
    for entry in yaml.safe_load((SOURCE / "defects.yaml").read_text(encoding="utf-8")):
        texts[entry["file"]] = with_defects(texts[entry["from"]], entry)
    return texts


def with_defects(text: str, entry: dict[str, list]) -> str:
    for heading in entry.get("remove", ()):
        text, count = re.subn(rf"^Pasal: {re.escape(heading)}\n(?:.+\n)*\n", "", text, flags=re.MULTILINE)
        if count != 1:
            raise ValueError(f"{entry['file']}: no article {heading}")
    for change in entry["change"]:
        if change["old"] not in text:
            raise ValueError(f"{entry['file']}: the draft does not say “{change['old']}”")
        text = text.replace(change["old"], change["new"])
    return text


class Draft:
    """A Word document that is filled line by line."""

    def __init__(self) -> None:
        self.document: DocxDocument = Document()
        self._lists: dict[str, int] = {}
        self._kinds: dict[str, int] = {}
        self._page()

    def _page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.top_margin, section.bottom_margin = Cm(2), Cm(2.5)
        section.left_margin, section.right_margin = Cm(3), Cm(2)
        self._page_number(section.footer.paragraphs[0])
        font = self.document.styles["Normal"].font
        font.name, font.size = "Arial", Pt(12)
        numbering = self.document.part.numbering_part.element
        for number, (kind, (form, text, indent)) in enumerate(LEVELS.items(), start=100):
            self._kinds[kind] = number
            numbering.insert(0, parse_xml(_abstract(number, form, text, indent)))

    def _page_number(self, paragraph: Paragraph) -> None:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        run = OxmlElement("w:r")
        shown = OxmlElement("w:t")
        shown.text = "1"
        run.append(shown)
        field.append(run)
        paragraph._p.append(field)

    def text(self, text: str, *, bold: bool = False, centred: bool = False, after: float = 6) -> Paragraph:
        paragraph = self.document.add_paragraph()
        paragraph.add_run(text).bold = bold or None
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.space_after = Pt(after)
        return paragraph

    def numbered(self, kind: str, text: str, *, start: int | None = None) -> None:
        """A paragraph whose number Word counts. start: the count begins anew there."""
        if start is not None or kind not in self._lists:
            self._lists[kind] = self._new_list(kind, start or 1)
        paragraph = self.text(text, centred=kind == "article", after=0 if kind == "article" else 4)
        paragraph.paragraph_format.keep_with_next = True if kind == "article" else None
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = self._lists[kind]

    def end_list(self, *kinds: str) -> None:
        for kind in kinds:
            self._lists.pop(kind, None)

    def _new_list(self, kind: str, start: int) -> int:
        numbering = self.document.part.numbering_part.element
        number = max((int(num.get(qn("w:numId"))) for num in numbering.findall(qn("w:num"))), default=0) + 1
        xml = (
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{self._kinds[kind]}"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        )
        numbering.append(parse_xml(xml))
        return number

    def parties(self, rows: list[list[str]]) -> None:
        """The komparisi as a table without lines: number, name, colon, who it is."""
        self._table(rows, (0.9, 5.4, 0.5, 9.2), [[row[0] + ".", row[1], ":", row[2]] for row in rows])

    def signatures(self, blocks: list[list[str]]) -> None:
        width = 16.0 / len(blocks)
        cells = [["\n".join([label, office, "", "", "", name]) for label, office, name in blocks]]
        if self.document.paragraphs:  # the closing sentence goes with the signatures, and they are not torn
            self.document.paragraphs[-1].paragraph_format.keep_with_next = True
        table = self._table(blocks, (width,) * len(blocks), cells)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell in table.rows[0].cells:
            for paragraph in cell.paragraphs:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def table(self, rows: list[list[str]]) -> None:
        """A table with lines."""
        self.document.add_table(0, len(rows[0]), style="Table Grid")
        table = self.document.tables[-1]
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        self.text("", after=0)

    def _table(self, _: list[list[str]], widths: tuple[float, ...], cells: list[list[str]]) -> Table:
        table = self.document.add_table(0, len(widths))
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for texts in cells:
            for cell, width, text in zip(table.add_row().cells, widths, texts, strict=True):
                cell.width = Cm(width)
                first, *more = text.split("\n")
                cell.paragraphs[0].add_run(first)
                for line in more:
                    cell.add_paragraph(line)
        self.text("", after=0)
        return table


def _abstract(number: int, form: str, text: str, indent: float) -> str:
    twips = round(indent * 567)
    place = (
        f'<w:ind w:left="{twips}" w:hanging="{min(twips, 567)}"/>' if twips else '<w:ind w:left="0" w:firstLine="0"/>'
    )
    after = '<w:suff w:val="nothing"/>' if not twips else ""
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{after}<w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{place}</w:pPr></w:lvl></w:abstractNum>'
    )


def build(text: str) -> DocxDocument:
    draft = Draft()
    for mark, lines in groups(text):
        if mark in ("@", "%", "|"):
            rows = [[part.strip() for part in line.strip("| ").split("|")] for line in lines]
            if mark == "|":
                width = max(map(len, rows))
                draft.table([row[:-1] + [""] * (width - len(row)) + row[-1:] for row in rows])
            else:
                (draft.parties if mark == "@" else draft.signatures)(rows)
            continue
        for line in lines:
            _line(draft, mark, line)
    return draft.document


def groups(text: str) -> Iterator[tuple[str, list[str]]]:
    """Lines with the same mark that follow each other, without the mark; ("", [line]) for a plain one."""
    pattern = re.compile(r"(?P<mark>[#=@%|>]|\( \)|a\.|1\.|Pasal(?: (?P<number>\d+))?:|---)\s*(?P<rest>.*)")
    last: tuple[str, list[str]] = ("", [])
    for line in text.splitlines():
        match = pattern.fullmatch(line)
        mark = match["mark"] if match else ""
        if last[1] and (mark != last[0] or not mark):
            yield last
            last = (mark, [])
        if line.strip():
            last = (mark, [*last[1], match["rest"] if match else line])
    if last[1]:
        yield last


def _line(draft: Draft, mark: str, text: str) -> None:
    if mark.startswith("Pasal"):
        number = re.search(r"\d+", mark)
        draft.end_list("paragraph", "letter", "point")
        draft.numbered("article", "", start=int(number.group()) if number else None)
        draft.text(text, bold=True, centred=True)
    elif mark == "( )":
        draft.end_list("letter", "point")
        draft.numbered("paragraph", text)
    elif mark == "a.":
        draft.numbered("letter", text)
    elif mark == "1.":
        draft.numbered("point", text)
    elif mark in ("#", "="):
        draft.text(text, bold=True, centred=True, after=0 if mark == "=" else 4)
    elif mark == ">":
        draft.text(text, after=0).paragraph_format.left_indent = Cm(1.75)
    elif mark == "---":
        draft.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    else:
        draft.end_list("letter", "point")
        draft.text(text)


def save(document: DocxDocument, path: Path) -> None:
    """The same bytes for the same draft: no time of day in the package."""
    filled = io.BytesIO()
    document.save(filled)
    with zipfile.ZipFile(filled) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name), source.read(name), zipfile.ZIP_DEFLATED)


def to_pdf(docx: Path, folder: Path) -> Path:
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(folder), str(docx)], check=True, capture_output=True)
    return folder / f"{docx.stem}.pdf"


def scan(pdf: Path, target: Path) -> None:
    """The pages as pictures, black and white, a little askew and dusty, as from an office scanner."""
    import random

    import pypdfium2
    from PIL import Image, ImageFilter

    pages = []
    dust = random.Random(7)
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            image = page.render(scale=200 / 72, grayscale=True).to_pil()
            image = image.rotate(0.6, resample=Image.Resampling.BICUBIC, fillcolor=248)
            image = image.filter(ImageFilter.GaussianBlur(0.8))
            for _ in range(120):
                x, y = dust.randrange(image.width), dust.randrange(image.height)
                image.paste(0, (x, y, x + dust.randrange(1, 3), y + dust.randrange(1, 3)))
            pages.append(image.point(lambda grey: 255 * (grey > 150), mode="1"))
    pages[0].save(target, save_all=True, append_images=pages[1:], resolution=200)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pdf", action="store_true", help="also the PDF and the scan")
    for name, text in sources().items():
        save(build(text), FOLDER / f"{name}.docx")
    if not parser.parse_args().pdf:
        return
    with tempfile.TemporaryDirectory() as folder:
        for name in PDF_OF:
            (FOLDER / f"{name}.pdf").write_bytes(to_pdf(FOLDER / f"{name}.docx", Path(folder)).read_bytes())
        scan(to_pdf(FOLDER / f"{SCAN_OF}.docx", Path(folder)), FOLDER / f"{SCAN_OF}-pindai.pdf")


if __name__ == "__main__":
    main()
