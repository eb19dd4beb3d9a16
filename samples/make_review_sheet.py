"""Builds the review sheet for Word that comes with the program: kerjasama_check/templates/lembar-periksa.docx.

    python samples/make_review_sheet.py

The tags are those of docxtpl: a tag with "p" stands for its whole paragraph, one with "tr" for its whole table row.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import Table

TARGET = Path(__file__).resolve().parents[1] / "kerjasama_check/templates/lembar-periksa.docx"
WIDTH = 17.0  # cm of text on A4


def build() -> DocxDocument:
    """The template, one sheet per document of the run."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin = section.bottom_margin = Cm(1.5)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Bookman Old Style", Pt(9.5)
    style.paragraph_format.space_after = Pt(2)
    document.core_properties.title = "Lembar periksa naskah kerja sama"
    document.core_properties.author = "kerjasama-check"

    _line(document, "{%p for doc in documents %}")
    heading = _line(document, "LEMBAR PERIKSA NASKAH KERJA SAMA", bold=True)
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.paragraph_format.space_after = Pt(6)
    rows = [
        ("Berkas", "{{ doc.name }}"),
        ("{%tr for row in doc.identity %}", ""),
        ("{{ row.caption }}", "{{ row.value }}"),
        ("{%tr endfor %}", ""),
        ("Diperiksa", "{{ day }}, {{ tool.name }} {{ tool.version }}"),
        ("Hasil", "{{ doc.verdict }}"),
    ]
    _table(document, rows, (3.5, 13.5))
    _line(document, "{%p if doc.state == 'checked' %}")
    _caption(document, "Klausul")
    rows = [
        ("Klausul", "Keadaan", "Tempat"),
        ("{%tr for clause in doc.clauses if clause.rule %}", "", ""),
        (
            "{{ clause.title }}",
            "{% if clause.state == 'present' %}☑{% elif clause.state == 'missing' %}☒{% else %}☐{% endif %} "
            "{{ clause.state_words }}",
            "{{ clause.where }}",
        ),
        ("{%tr endfor %}", "", ""),
    ]
    _table(document, rows, (8.0, 3.5, 5.5), head=True)
    _line(
        document,
        "Klausul lain: {% for clause in doc.clauses if not clause.rule %}{{ clause.title|lower }} ({{ clause.where }})"
        "{% if not loop.last %}, {% endif %}{% else %}-{% endfor %}.",
    )
    _caption(document, "Temuan menurut keluarga aturan")
    _line(document, "{%p if not doc.families %}")
    _line(document, "Tidak ada temuan.")
    _line(document, "{%p else %}")
    rows = [
        ("Keluarga", "Kesalahan", "Peringatan", "Catatan", "Tempat"),
        ("{%tr for family in doc.families %}", "", "", "", ""),
        (
            "{{ family.title }}",
            *(f"{{{{ family.counts.{severity} }}}}" for severity in ("error", "warning", "info")),
            "{% for finding in family.findings %}{{ finding.rule }} {{ finding.place_words }}"
            "{% if not loop.last %}; {% endif %}{% endfor %}",
        ),
        ("{%tr endfor %}", "", "", "", ""),
    ]
    _table(document, rows, (3.4, 2.4, 2.5, 1.9, 6.8), head=True)
    _line(document, "{%p endif %}")
    _line(document, "{%p if doc.suppressed %}")
    _line(
        document,
        "Dikesampingkan: {% for finding in doc.suppressed %}{{ finding.rule }} ({{ finding.suppressed }})"
        "{% if not loop.last %}; {% endif %}{% endfor %}.",
    )
    _line(document, "{%p endif %}")
    _line(document, "{%p endif %}")
    _caption(document, "Keputusan penelaah")
    for decision in ("dapat ditandatangani", "diperbaiki sesuai dengan catatan", "dikembalikan kepada pengusul"):
        _line(document, f"☐  {decision}")
    _line(document, "Catatan:")
    for _ in range(2):
        _line(document, "." * 120)
    rows = [("", "……………………, ………………………………"), ("", "Penelaah,\n\n\n\n(………………………………………)")]
    signing = _table(document, rows, (9.5, 7.5))
    signing.style = document.styles["Normal Table"]
    _line(document, "{%p if not loop.last %}")
    document.add_page_break()
    _line(document, "{%p endif %}")
    _line(document, "{%p endfor %}")
    return document


def _line(document: DocxDocument, text: str, bold: bool = False):
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.bold = bold
    if bold:
        run.font.size = Pt(13)
    return paragraph


def _caption(document: DocxDocument, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(8)
    paragraph.paragraph_format.keep_with_next = True
    paragraph.add_run(text).bold = True


def _table(document: DocxDocument, rows: Sequence[Sequence[str]], widths: Sequence[float], head: bool = False) -> Table:
    table = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for number, row in enumerate(rows):
        for cell, text, width in zip(table.add_row().cells, row, widths, strict=True):
            cell.width = Cm(width)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.add_run(text).bold = head and number == 0
    return table


if __name__ == "__main__":
    build().save(str(TARGET))
