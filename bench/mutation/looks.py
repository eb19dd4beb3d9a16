"""Defects of the page: what is done to a Word document that the text of a draft cannot say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph


def apply(document: Document, look: dict[str, Any]) -> None:
    """Do everything that `look` names. Raises KeyError for a name that is none."""
    for name, value in look.items():
        LOOKS[name](document, value)


def _under(document: Document, headings: list[str]) -> Iterator[Paragraph]:
    """The paragraphs of some articles, without their headings."""
    inside = False
    for paragraph in document.paragraphs:
        centred = paragraph.alignment == 1
        if centred and paragraph.text:
            inside = paragraph.text in headings
        elif inside and paragraph.text:
            yield paragraph


def font(document: Document, wanted: dict[str, Any]) -> None:
    """{face: …, size: points, under: [HEADING, …]}; without `under` the whole document."""
    if "under" not in wanted:
        document.styles["Normal"].font.name = wanted["face"]
        return
    for paragraph in _under(document, wanted["under"]):
        for run in paragraph.runs:
            run.font.name = wanted.get("face")
            run.font.size = Pt(wanted["size"]) if "size" in wanted else None


def paper(document: Document, size: list[float]) -> None:
    """[width, height] in millimetres."""
    for section in document.sections:
        section.page_width, section.page_height = Mm(size[0]), Mm(size[1])


def margins(document: Document, wanted: dict[str, float]) -> None:
    """{left: millimetres, …}"""
    for side, width in wanted.items():
        setattr(document.sections[0], f"{side}_margin", Mm(width))


def no_page_numbers(document: Document, _: bool) -> None:
    for paragraph in document.sections[0].footer.paragraphs:
        for child in list(paragraph._p):
            paragraph._p.remove(child)


def header(document: Document, lines: list[str]) -> None:
    first, *more = lines
    top = document.sections[0].header
    top.paragraphs[0].text = first
    for line in more:
        top.add_paragraph(line)


def break_before(document: Document, words: str) -> None:
    """The paragraph that begins with these words starts a new page; a signature block goes with its table."""
    for paragraph in document.paragraphs:
        if paragraph.text.startswith(words):
            paragraph.paragraph_format.page_break_before = True
            return
    for table in document.tables:
        if table.rows[0].cells[0].text.startswith(words):
            before = table._tbl.getprevious()
            Paragraph(before, document._body).paragraph_format.keep_with_next = None
            for cell in table.rows[0].cells:
                cell.paragraphs[0].paragraph_format.page_break_before = True
            return
    raise ValueError(f"nothing begins with “{words}”")


def typed_numbers(document: Document, headings: list[str]) -> None:
    """The numbers of the ayat of some articles are typed instead of counted by Word."""
    for heading in headings:
        number = 0
        for paragraph in _under(document, [heading]):
            properties = paragraph._p.pPr
            if properties is None or properties.find(qn("w:numPr")) is None:
                continue
            properties.remove(properties.find(qn("w:numPr")))
            number += 1
            paragraph.runs[0].text = f"({number}) {paragraph.runs[0].text}"


LOOKS: dict[str, Callable[[Document, Any], None]] = {
    "font": font,
    "paper": paper,
    "margins": margins,
    "no-page-numbers": no_page_numbers,
    "header": header,
    "break-before": break_before,
    "typed-numbers": typed_numbers,
}
