"""GitHub annotations, GitLab code quality, CSV and Markdown."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from markdown_it import MarkdownIt
from reporting_samples import EVIL, finding, hostile, outcome, some_findings, with_states, written

from kerjasama_check.checking.findings import Spot
from kerjasama_check.reading.document import State
from kerjasama_check.reporting.csv_table import COLUMNS, safe
from kerjasama_check.reporting.markdown import ROOM, escape

GITLAB = json.loads((Path(__file__).parent / "schemas/gitlab-codequality.json").read_text(encoding="utf-8"))
COMMAND = re.compile(r"::(error|warning|notice) file=([^,]*),line=(\d+),title=([^:,]*)::([^\r\n]+)")


# ------------------------------------------------------------------ github
def annotations(*outcomes: Any) -> list[tuple[str, ...]]:
    lines = written("github", *outcomes, root=Path.cwd()).splitlines()
    found = [COMMAND.fullmatch(line) for line in lines if line.startswith("::")]
    assert all(found)
    return [match.groups() for match in found if match]


def test_annotations_name_file_line_and_provision() -> None:
    error, notice, warning = annotations(outcome(path="a/draf, satu.docx"))
    assert error[:4] == ("error", "a/draf%2C satu.docx", "12", "ANG-01 Pasal 2 ayat (1)")
    assert "Biaya tidak dibatasi. Saran: Sebutkan batas" in error[4] and "Pasal 3 ayat (3)" in error[4]
    assert notice[0] == "notice"
    assert warning[:3] == ("warning", "a/draf%2C satu.docx", "1")


def test_a_document_cannot_issue_commands_of_its_own() -> None:
    text = written("github", outcome(findings=(hostile(),), path="x\n::error::y.docx"), root=Path.cwd())
    commands = [line for line in text.splitlines() if line.lstrip().startswith("::")]
    assert len(commands) == 1 and COMMAND.fullmatch(commands[0])
    assert "\x1b" not in text


def test_only_what_is_to_be_dealt_with_is_annotated() -> None:
    assert [one[3] for one in annotations(outcome(findings=with_states()))] == ["ANK-01 Pasal 2 ayat (1)"]


def test_a_file_that_cannot_be_checked_is_an_annotated_error() -> None:
    assert annotations(outcome(State.ENCRYPTED, "terkunci.pdf", reason="Bersandi."), outcome(State.NOT_AGREEMENT)) == [
        ("error", "terkunci.pdf", "1", "kerjasama-check", "Bersandi.")
    ]


# ------------------------------------------------------------------ gitlab
def entries(*outcomes: Any) -> list[dict[str, Any]]:
    made = json.loads(written("gitlab", *outcomes, root=Path.cwd()))
    for entry in made:
        jsonschema.validate(entry, GITLAB)
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["check_name"] and entry["location"]["lines"]["begin"] >= 1
        assert not entry["location"]["path"].startswith("./")
    assert len({entry["fingerprint"] for entry in made}) == len(made)
    return list(made)


def test_code_quality_is_valid_and_every_entry_has_its_own_fingerprint() -> None:
    two = tuple(finding(fingerprint=key) for key in "abc")
    made = entries(outcome(findings=two), outcome(path="b.docx", findings=two), outcome(State.CRASHED, "c.docx"))
    assert [entry["severity"] for entry in made] == ["major"] * 6 + ["critical"]
    assert made[0]["location"] == {"path": "draf.docx", "lines": {"begin": 12}}
    assert entries() == []


def test_code_quality_keeps_what_was_set_aside_with_its_justification() -> None:
    aside, known, new = entries(outcome(findings=with_states()))
    assert aside["severity"] == "info" and aside["suppressed"] == "disetujui biro hukum"
    assert "disetujui biro hukum" in aside["description"]
    assert (known["baseline"], new["baseline"]) == ("unchanged", "new")


# ------------------------------------------------------------------ csv
def rows(*outcomes: Any) -> list[dict[str, str]]:
    text = written("csv", *outcomes)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_row_per_finding_and_one_for_every_document() -> None:
    made = rows(
        outcome(), outcome(path="bersih.docx", findings=()), outcome(State.UNREADABLE, "rusak.pdf", reason="Rusak.")
    )
    assert [row["rule"] for row in made] == ["ANG-01", "BHS-01", "KLA-03", "", ""]
    assert made[0]["provision"] == "Pasal 2 ayat (1)" and made[0]["line"] == "12" and made[2]["line"] == ""
    assert (made[1]["original"], made[1]["replacement"]) == ("kerjasama", "kerja sama")
    assert (made[3]["path"], made[3]["state"]) == ("bersih.docx", "checked")
    assert (made[4]["state"], made[4]["message"]) == ("unreadable", "Rusak.")
    assert all(set(row) == set(COLUMNS) for row in made)


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "=cmd|' /C calc'!A0", "＝1", "＋1", "－1", "＠x"]
)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert safe(cell) == "'" + cell
    made = rows(outcome(findings=(finding(message=cell, place=Spot("Pasal 1", 3, cell)),), path=cell + ".docx"))[0]
    for name in ("path", "quote", "message"):
        assert made[name].startswith("'"), made[name]


def test_ordinary_cells_stay_as_they_are() -> None:
    for cell in ("Pasal 5", "Rp96.000.000,00", "90%", "a=b", ""):
        assert safe(cell) == cell


def test_csv_says_what_was_set_aside() -> None:
    assert [(row["suppressed"], row["baseline"]) for row in rows(outcome(findings=with_states()))] == [
        ("disetujui biro hukum", ""),
        ("", "unchanged"),
        ("", "new"),
    ]
    assert len(rows(outcome(findings=(hostile(),)))) == 1


# ------------------------------------------------------------------ markdown
def test_the_comment_begins_with_the_verdict_and_has_a_table() -> None:
    text = written("markdown", outcome(), outcome(State.SCANNED, "pindai.pdf", reason="Hasil pindai."), root=Path.cwd())
    assert text.startswith("### kerjasama-check: Perlu diperbaiki: 1 kesalahan")
    assert "| draf.docx | diperiksa | 1 | 1 | 1 |" in text and "| pindai.pdf |" in text
    assert "🔴 **Kesalahan ANG-01** · Pasal 2 ayat (1)" in text
    assert "Hasil pindai." in text
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert html.count("<tr>") == 3 and html.count("<li>") == 3


def test_text_of_a_document_makes_no_markup() -> None:
    text = written("markdown", outcome(findings=(hostile(),), path="[x](y)|@z.docx"), root=Path.cwd())
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert "<script" not in html and "<a " not in html and "<code" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert not re.search(r"@\w|#\d|https?://", text)
    assert "\x1b" not in text


@pytest.mark.parametrize(
    "text", ["1. satu", "- satu", "+ satu", "# satu", "| a |", "*a* _b_ `c`", "a\\", "Rp1.000", "0.1.0"]
)
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    html = MarkdownIt("commonmark").enable("table").render(escape(text))
    shown = re.sub(r"<!-- -->|</?p>|\n", "", html)
    assert shown == text


def test_what_was_set_aside_stands_apart() -> None:
    text = written("markdown", outcome(findings=with_states()), root=Path.cwd())
    assert "**Dikesampingkan**" in text and "(disetujui biro hukum)" in text
    assert text.count("**Kesalahan") == 1 and "**Temuan lama**" in text and "- ANG-02 Pasal 2" in text


def test_a_comment_has_room_and_what_is_left_out_is_counted() -> None:
    many = [outcome(path=f"draf{number}.docx", findings=some_findings() * 10) for number in range(40)]
    text = written("markdown", *many, root=Path.cwd())
    assert len(text) < ROOM + 2_000
    shown = text.count("- 🔴") + text.count("- 🟡") + text.count("- 🔵")
    left = int(re.search(r"([\d.]+) temuan lagi tidak dimuat", text)[1].replace(".", ""))  # type: ignore[index]
    assert shown and shown + left == 40 * 30


@pytest.mark.parametrize(
    "name", ["json", "jsonl", "text", "sarif", "junit", "github", "gitlab", "markdown", "csv", "html"]
)
def test_memory_does_not_grow_with_the_number_of_files(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import os
    import tracemalloc

    monkeypatch.setattr("kerjasama_check.reporting.spool._IN_MEMORY", 2_000)
    one = outcome(path="d.docx", findings=(finding(message="panjang " * 2_500),))

    def peak(times: int) -> int:
        with Path(os.devnull).open("w", encoding="utf-8") as stream:
            tracemalloc.start()
            written(name, *(one,) * times, stream=stream, root=Path.cwd())
            used = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        return used

    peak(2)  # loads what it needs
    assert peak(60) < peak(10) + 300_000  # fifty documents more are a million signs of text


def test_every_line_format_survives_what_a_document_may_hold() -> None:
    assert EVIL  # the same text everywhere
    for name in ("github", "gitlab", "csv", "markdown", "junit", "sarif", "html"):
        text = written(name, outcome(findings=(hostile(),), path="\udcff\x1b.docx"), root=Path.cwd())
        assert "\x1b" not in text and "\x00" not in text and "\x0b" not in text, name
        text.encode("utf-8")
