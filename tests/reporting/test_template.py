"""Templates: the sandbox, escaping for each kind of file, faults in one sentence, and the review sheet."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from markdown_it import MarkdownIt
from reporting_samples import EVIL, finding, hostile, outcome, with_states, written

from kerjasama_check.checking.rulebook import load_rulebook
from kerjasama_check.reading.document import State
from kerjasama_check.resources import templates_folder
from kerjasama_check.settings.options import SettingError

BOOK = load_rulebook()
SHEET = templates_folder() / "lembar-periksa.md"
WORD = templates_folder() / "lembar-periksa.docx"


def rendered(folder: Path, template: str, *outcomes: Any, name: str = "t.md") -> str:
    path = folder / name
    path.write_text(template, encoding="utf-8")
    return written("template", *(outcomes or (outcome(),)), template=path, book=BOOK)


def test_a_template_sees_the_contract_and_more(tmp_path: Path) -> None:
    text = rendered(
        tmp_path,
        "{% for d in documents %}{{ d.name }} {{ d.kind }} {{ d.parties[0].institution }} "
        "{{ d.findings|map(attribute='rule')|join(' ') }} {{ d.counts.error }}{% endfor %} "
        "{{ counts.documents }} {{ day }}",
        name="t.txt",
    )
    assert text == (
        "draf.docx perjanjian-kerja-sama Dinas Sosial Kabupaten Maju KLA-03 BHS-01 ANG-01 1 1 24 November 2026"
    )


@pytest.mark.parametrize(
    "attack",
    [
        "{{ documents.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ lipsum.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ documents.append(1) }}",
        "{% include '/etc/hostname' %}",
        "{% include '../rahasia.txt' %}",
        "{{ range(999999999)|list }}",
    ],
)
def test_a_template_gets_at_nothing_else(tmp_path: Path, attack: str) -> None:
    (tmp_path / "rahasia.txt").write_text("RAHASIA", encoding="utf-8")
    folder = tmp_path / "templat"
    folder.mkdir()
    with pytest.raises(SettingError):
        rendered(folder, attack)


def test_templates_beside_it_can_be_included(tmp_path: Path) -> None:
    (tmp_path / "kop.md").write_text("KOP {{ tool.name }}", encoding="utf-8")
    assert rendered(tmp_path, "{% include 'kop.md' %}") == "KOP kerjasama-check"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{% for d in documents %}\n{{ d.nama }}\n{% endfor %}", "baris 2 tidak dapat dipakai"),
        ("satu\n{% for %}", "baris 2 tidak dapat dipakai"),
        ("{{ dokumen }}", "'dokumen' is undefined"),
        ("{{ 1 / 0 }}", "division by zero"),
    ],
)
def test_a_fault_is_a_sentence_with_its_line(tmp_path: Path, template: str, said: str) -> None:
    with pytest.raises(SettingError) as error:
        rendered(tmp_path, template)
    assert said in error.value.sentences["id"] and str(tmp_path / "t.md") in error.value.sentences["id"]


def test_faults_are_found_before_any_document_is_checked(tmp_path: Path) -> None:
    from kerjasama_check.reporting.formats import RunFacts, reporter

    path = tmp_path / "t.md"
    path.write_text("{% endfor %}", encoding="utf-8")
    import datetime

    target = reporter("template", io.StringIO(), RunFacts("1", "a", datetime.date.today(), "id", template=path))
    with pytest.raises(SettingError):
        target.begin()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("t.md", "&lt;b&gt; \\*x\\*"),
        ("t.md.j2", "&lt;b&gt; \\*x\\*"),
        ("t.html", "&lt;b&gt; *x*"),
        ("t.txt", "<b> *x*"),
    ],
)
def test_what_is_printed_is_escaped_for_its_kind(tmp_path: Path, name: str, expected: str) -> None:
    one = outcome(findings=(finding(message="<b> *x*"),))
    assert rendered(tmp_path, "{{ documents[0].findings[0].message }}", one, name=name) == expected


def test_the_sheet_in_markdown(tmp_path: Path) -> None:
    findings = (*with_states(), hostile())
    text = written("template", outcome(findings=findings), outcome(State.SCANNED, "b.pdf"), template=SHEET, book=BOOK)
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert html.count("<h1>") == 2 and "<script" not in html and "<a " not in html
    for part in ("Dinas Sosial Kabupaten Maju", "Pembiayaan", "Keputusan penelaah", "disetujui biro hukum", "Anggaran"):
        assert part in text
    assert "\x1b" not in text


def test_clauses_that_are_there_and_that_are_not() -> None:
    missing = finding(rule="KLA-05", name="jangka-waktu-tidak-ada")
    from dataclasses import replace

    from reporting_samples import TODAY

    from kerjasama_check.checking.findings import Spot
    from kerjasama_check.reporting.context import template_document
    from kerjasama_check.reporting.formats import RunFacts

    one = outcome(findings=(replace(missing, place=Spot()),), ran=("ANG-01", "KLA-01", "KLA-05", "KLA-07"))
    shown = template_document(one, RunFacts("1", "a", TODAY, "id", book=BOOK))["clauses"]
    assert [(clause["clause"], clause["state"], clause["where"]) for clause in shown] == [
        ("pembiayaan", "present", "Pasal 2"),
        ("maksud-tujuan", "present", "Pasal 1"),
        ("jangka-waktu", "missing", ""),
        ("keadaan-kahar", "present", ""),
        ("harga-pembayaran", "present", "Pasal 2"),
    ]


def test_the_sheet_for_word(tmp_path: Path) -> None:
    target = tmp_path / "lembar.docx"
    findings = (*with_states(), hostile())
    with target.open("wb") as stream:
        written(
            "template", outcome(findings=findings), outcome(path="dua.docx"), stream=stream, template=WORD, book=BOOK
        )
    made = docx.Document(str(target))
    paragraphs = [paragraph.text for paragraph in made.paragraphs]
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    assert paragraphs.count("LEMBAR PERIKSA NASKAH KERJA SAMA") == 2
    assert {"Pembiayaan", "draf.docx", "dua.docx", "Dinas Sosial Kabupaten Maju"} <= {
        cell.removeprefix("PIHAK KESATU: ").partition(", diwakili")[0] for cell in cells
    }
    assert any("disetujui biro hukum" in paragraph for paragraph in paragraphs)
    assert not any("{" in text for text in (*paragraphs, *cells))


def test_word_takes_hostile_text_as_text(tmp_path: Path) -> None:
    own = docx.Document()
    own.add_paragraph("{{ documents[0].findings[0].message }}|{{ documents[0].findings[0].place.quote }}")
    path, target = tmp_path / "own.docx", tmp_path / "out.docx"
    own.save(str(path))
    with target.open("wb") as stream:
        written("template", outcome(findings=(hostile(),)), stream=stream, template=path, book=BOOK)
    text = docx.Document(str(target)).paragraphs[0].text
    assert EVIL[:25] in text and "{0}" in text and text.count("<script>") == 2


def test_a_broken_word_template_is_a_sentence(tmp_path: Path) -> None:
    own = docx.Document()
    own.add_paragraph("{{ documents[0].nama }}")
    path = tmp_path / "own.docx"
    own.save(str(path))
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04")
    for template in (path, broken):
        with pytest.raises(SettingError, match="cannot be used"):
            written("template", outcome(), stream=io.BytesIO(), template=template, book=BOOK)


def test_the_sheet_is_what_its_maker_builds() -> None:
    """Mend with: python samples/make_review_sheet.py"""
    import importlib.util

    path = Path(__file__).resolve().parents[2] / "samples/make_review_sheet.py"
    spec = importlib.util.spec_from_file_location("make_review_sheet", path)
    assert spec and spec.loader
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    assert maker.build().element.xml == docx.Document(str(WORD)).element.xml
