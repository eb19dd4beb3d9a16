"""Clean samples give nothing, the others exactly what README.md says; all are built from the texts beside them."""

from __future__ import annotations

import datetime
import importlib.util
import re
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from kerjasama_check import check, parse, read
from kerjasama_check.checking.findings import DocumentReport

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
ROW = re.compile(r"^\| `(?P<file>[\w-]+\.docx)` \| [^|]+ \| (?P<rules>[A-Z0-9, -]+) \|$", re.MULTILINE)
PROMISED = {m["file"]: m["rules"].split(", ") for m in ROW.finditer((ROOT / "README.md").read_text(encoding="utf-8"))}
CLEAN = sorted(
    path.name for path in SAMPLES.iterdir() if path.suffix in (".docx", ".pdf") and path.name not in PROMISED
)
KINDS = {
    "nota-kesepahaman",
    "memorandum-of-understanding",
    "kesepakatan-bersama",
    "nota-kesepakatan",
    "perjanjian-kerja-sama",
    "surat-perjanjian",
    "adendum",
}


def report_on(name: str) -> DocumentReport:
    return check(SAMPLES / name, date=datetime.date(2026, 11, 24)).documents[0]


def told(report: DocumentReport) -> list[str]:
    return [f"{finding.rule} {finding.place.provision}: {finding.message}" for finding in report.findings]


def test_every_kind_has_a_clean_sample_and_every_defect_a_row() -> None:
    assert {parse(read(SAMPLES / name)).kind for name in CLEAN if name.endswith(".docx")} == KINDS
    assert set(PROMISED) == {path.name for path in SAMPLES.glob("cacat-*.docx")}
    assert len(PROMISED) >= 6


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_sample_gives_no_finding(name: str) -> None:
    report = report_on(name)
    assert report.state == "checked"
    assert told(report) == []


@pytest.mark.parametrize("name", sorted(PROMISED))
def test_a_sample_with_defects_gives_exactly_those_of_its_row(name: str) -> None:
    report = report_on(name)
    assert sorted(finding.rule for finding in report.findings) == sorted(PROMISED[name]), told(report)


@pytest.mark.parametrize("name", [name for name in CLEAN if name.endswith(".pdf") and "pindai" not in name])
def test_a_pdf_is_read_like_the_draft_it_was_made_from(name: str) -> None:
    pdf, docx = (parse(read(SAMPLES / file)) for file in (name, name.replace(".pdf", ".docx")))
    assert [(a.number, a.heading, a.clauses) for a in pdf.articles] == [
        (a.number, a.heading, a.clauses) for a in docx.articles
    ]
    assert [[p.label for p in a.paragraphs] for a in pdf.articles] == [
        [p.label for p in a.paragraphs] for a in docx.articles
    ]
    assert [(p.label, p.institution, p.representative) for p in pdf.parties] == [
        (p.label, p.institution, p.representative) for p in docx.parties
    ]
    assert (pdf.kind, pdf.date, pdf.term.end, len(pdf.annexes)) == (
        docx.kind,
        docx.date,
        docx.term.end,
        len(docx.annexes),
    )


def test_the_scan_is_read_like_its_draft() -> None:
    scan, docx = (parse(read(SAMPLES / f"memorandum-of-understanding{end}")) for end in ("-pindai.pdf", ".docx"))
    assert scan.document.reading.ocr
    assert (SAMPLES / "memorandum-of-understanding-pindai.pdf").stat().st_size < 300_000
    assert [(a.number, a.heading) for a in scan.articles] == [(a.number, a.heading) for a in docx.articles]
    assert (scan.kind, scan.date, scan.labels) == (docx.kind, docx.date, docx.labels)
    assert [(p.institution, p.representative) for p in scan.parties] == [
        (p.institution, p.representative) for p in docx.parties
    ]


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_samples", SAMPLES / "make_samples.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_documents_are_those_of_their_sources(maker: ModuleType, tmp_path: Path) -> None:
    """Mend with: python samples/make_samples.py"""
    for name, text in maker.sources().items():
        maker.save(maker.build(text), tmp_path / "draft.docx")
        with zipfile.ZipFile(tmp_path / "draft.docx") as made, zipfile.ZipFile(SAMPLES / f"{name}.docx") as kept:
            for part in ("word/document.xml", "word/numbering.xml"):
                assert made.read(part) == kept.read(part), f"{name}: {part}"


def test_articles_and_ayat_are_numbered_by_word() -> None:
    with zipfile.ZipFile(SAMPLES / "nota-kesepahaman.docx") as package:
        assert "Pasal 1" not in package.read("word/document.xml").decode()
    assert [article.label for article in parse(read(SAMPLES / "nota-kesepahaman.docx")).articles][:2] == [
        "Pasal 1",
        "Pasal 2",
    ]
