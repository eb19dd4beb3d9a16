"""Formats on the command line: several at once, whole files or none, drafts kept, what is chosen by itself."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_samples import DRAFT, LETTER, ROOT, command

from kerjasama_check.settings.outputs import FORMATS

Cli = Callable[..., tuple[int, str, str]]
FILES = {
    "sarif": "hasil.sarif",
    "junit": "hasil.xml",
    "gitlab": "gitlab.json",
    "csv": "hasil.csv",
    "html": "hasil.html",
    "markdown": "hasil.md",
    "github": "hasil.log",
    "json": "hasil.json",
    "jsonl": "hasil.jsonl",
    "text": "hasil.txt",
    "rich": "layar.txt",
    "template": "lembar.docx",
}


def test_several_formats_at_once_from_one_run(cli: Cli, draft: Path, tmp_path: Path) -> None:
    folder = tmp_path / "hasil"
    folder.mkdir()
    assert set(FILES) == set(FORMATS)
    outputs = [part for name, file in FILES.items() for part in ("--output", f"{name}={folder / file}")]
    code, out, _ = cli("check", draft, *outputs, "--format", "json")
    assert code == 1
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES.values())
    assert (folder / "hasil.json").read_text(encoding="utf-8") == out
    rules = [finding["rule"] for finding in json.loads(out)["documents"][0]["findings"]]
    sarif = json.loads((folder / "hasil.sarif").read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == rules != []
    assert [entry["check_name"] for entry in json.loads((folder / "gitlab.json").read_text(encoding="utf-8"))] == rules


def test_what_a_format_shows_does_not_depend_on_the_others(cli: Cli, tmp_path: Path) -> None:
    sample = ROOT / "samples" / "perjanjian-kerja-sama-lapas.docx"
    alone = cli("check", sample, "--format", "json")[1]
    beside = cli("check", sample, "--format", "json", "-o", f"html={tmp_path / 'a.html'}")[1]
    assert alone == beside and json.loads(alone)["documents"][0]["obligations"] is None
    assert "Neraca Para Pihak" in (tmp_path / "a.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"template"}))
def test_a_format_on_standard_output_is_that_of_its_file(cli: Cli, draft: Path, tmp_path: Path, name: str) -> None:
    cli("check", draft, "--format", name, "--output", tmp_path / "a")
    cli("check", draft, "-o", f"{name}={tmp_path / 'b'}", "--quiet")
    out = cli("check", draft, "--format", name)[1]
    text = (tmp_path / "a").read_text(encoding="utf-8")
    assert text == (tmp_path / "b").read_text(encoding="utf-8")
    assert text.removeprefix("\ufeff") == out != ""


def test_files_appear_together_or_not_at_all(cli: Cli, draft: Path, tmp_path: Path) -> None:
    old = tmp_path / "hasil.sarif"
    old.write_text("lama", encoding="utf-8")
    broken = tmp_path / "t.md"
    broken.write_text("{{ tidak_ada }}", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    outputs = ("-o", f"sarif={old}", "-o", f"template={tmp_path / 'hasil.txt'}", "--template", broken)
    code, _, err = cli("check", draft, *outputs)
    assert code == 2 and "Templat" in err and "Traceback" not in err
    assert old.read_text(encoding="utf-8") == "lama"
    assert sorted(tmp_path.iterdir()) == before
    code, _, err = cli("check", draft, "-o", f"sarif={old}", "-o", f"html={tmp_path / 'no' / 'x.html'}")
    assert code == 2 and "tidak dapat ditulis" in err
    assert sorted(tmp_path.iterdir()) == before


def test_a_run_that_is_killed_leaves_the_old_report(draft: Path, tmp_path: Path) -> None:
    target = tmp_path / "hasil" / "hasil.sarif"
    target.parent.mkdir()
    target.write_text("lama", encoding="utf-8")
    code = (
        "import os, sys, kerjasama_check.reporting.sarif as sarif\n"
        "sarif.SarifReporter.end = lambda self, totals: (self.stream.flush(), os._exit(9))\n"
        "from kerjasama_check.cli import main\n"
        f"main(['check', {str(draft)!r}, '--output', 'sarif=' + {str(target)!r}])"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert run.returncode == 9
    assert target.read_text(encoding="utf-8") == "lama"


@pytest.mark.parametrize("output", ["{}", "html={}", "json={}"])
def test_a_report_never_takes_the_place_of_a_draft(cli: Cli, draft: Path, output: str) -> None:
    code, _, err = cli("check", draft, "--output", output.format(draft))
    assert code == 2 and "adalah berkas yang dibaca" in err
    assert draft.read_text(encoding="utf-8") == DRAFT


def test_reports_of_a_run_are_not_checked_by_the_next_one(cli: Cli, draft: Path, tmp_path: Path) -> None:
    outputs = ("--format", "json", "-o", f"html={tmp_path / 'hasil.html'}", "-o", f"markdown={tmp_path / 'hasil.md'}")
    first, second = (json.loads(cli("check", tmp_path, *outputs)[1]) for _ in range(2))
    assert [document["path"] for document in second["documents"]] == [str(draft)]
    assert first["documents"] == second["documents"]
    assert second["counts"]["skipped"]["outputs"] == 2


def test_a_file_name_may_hold_an_equals_sign(cli: Cli, draft: Path, tmp_path: Path) -> None:
    assert cli("check", draft, "--format", "json", "-o", tmp_path / "a=b.json")[0] == 1
    assert (tmp_path / "a=b.json").exists()


def test_a_reader_that_leaves_early_does_not_cost_the_files(draft: Path, tmp_path: Path) -> None:
    target = tmp_path / "hasil.html"
    arguments = ["check", str(draft), "--format", "json", "-o", f"html={target}"]
    code = f"from kerjasama_check.cli import main; main({arguments!r})"
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    message = process.stderr.read().decode()
    process.stderr.close()
    process.wait(60)
    assert "Traceback" not in message
    assert target.read_text(encoding="utf-8").endswith("</html>\n")


# ------------------------------------------------------------------ chosen by itself
def test_annotations_are_the_default_in_a_github_workflow(draft: Path, tmp_path: Path) -> None:
    def first(*options: str, **environment: str) -> str:
        run = command("check", str(draft), *options, environment={"GITHUB_ACTIONS": "true", **environment})
        return run.stdout.decode().splitlines()[0]

    assert first().startswith("::")
    assert not first("--format", "rich").startswith("::")
    assert not first(KERJASAMA_CHECK_FORMAT="text").startswith("::")
    assert first("--output", f"sarif={tmp_path / 'x.sarif'}").startswith("::")
    assert not command("check", str(draft)).stdout.startswith(b"::")
    target = tmp_path / "laporan.txt"
    command("check", str(draft), "-o", str(target), environment={"GITHUB_ACTIONS": "true"})
    assert not target.read_text(encoding="utf-8").startswith("::")


def test_other_commands_do_not_mind_a_github_workflow() -> None:
    run = command("rules", "list", environment={"GITHUB_ACTIONS": "true"})
    assert run.returncode == 0 and not run.stdout.startswith(b"::")


def test_names_are_relative_to_the_root_of_the_repository(draft: Path, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    below = tmp_path / "di bawah"
    below.mkdir()
    run = command("check", "../draf.txt", "--format", "sarif", cwd=below)
    log = json.loads(run.stdout)["runs"][0]
    assert log["artifacts"][0]["location"] == {"uri": "draf.txt", "uriBaseId": "%SRCROOT%", "index": 0}
    assert log["originalUriBaseIds"]["%SRCROOT%"]["uri"] == tmp_path.as_uri() + "/"
    assert b"::error file=draf.txt,line=" in command("check", "../draf.txt", "-f", "github", cwd=below).stdout


def test_standard_input_has_a_place_in_every_format(tmp_path: Path) -> None:
    for name in ("sarif", "junit", "github", "gitlab", "markdown", "csv", "html"):
        run = command("check", "-", "--format", name, given=DRAFT.encode(), cwd=tmp_path)
        assert run.returncode == 1 and run.stderr == b"", (name, run.stderr)


# ------------------------------------------------------------------ lines
def test_lines_are_those_of_the_exported_text(cli: Cli) -> None:
    sample = ROOT / "samples" / "cacat-rujukan.docx"
    lines = cli("show", sample, "--format", "text")[1].splitlines()
    log = json.loads(cli("check", sample, "--format", "sarif")[1])
    checked = 0
    for result in log["runs"][0]["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        if "snippet" in region:
            assert region["snippet"]["text"] in " ".join(lines[region["startLine"] - 1].split())
            checked += 1
    assert checked >= 2


def test_a_file_that_cannot_be_read_has_no_text_but_a_reason(cli: Cli, tmp_path: Path) -> None:
    empty = tmp_path / "kosong.docx"
    empty.touch()
    code, out, _ = cli("show", empty, "--format", "text")
    assert code == 3 and "Berkas ini kosong" in out
    letter = tmp_path / "surat.txt"
    letter.write_text(LETTER, encoding="utf-8")
    assert cli("show", letter, "--format", "text")[1].splitlines()[0] == "Kepada Yth. Kepala Desa"


# ------------------------------------------------------------------ templates
def test_a_template_can_be_taken_and_used(cli: Cli, draft: Path, tmp_path: Path) -> None:
    for name in ("lembar.docx", "lembar.md"):
        own, made = tmp_path / name, tmp_path / f"hasil-{name}"
        assert cli("template", own)[0] == 0
        assert cli("check", draft, "--template", own, "-o", f"template={made}", "--fail-on", "none")[0] == 0
        assert made.stat().st_size > 500
        code, _, err = cli("template", own)
        assert code == 2 and "sudah ada" in err
    assert cli("template", tmp_path / "lembar.txt")[0] == 2


def test_a_word_template_makes_a_word_file_only(cli: Cli, draft: Path, tmp_path: Path) -> None:
    own = tmp_path / "lembar.docx"
    cli("template", own)
    for output in (("-o", f"template={tmp_path / 'x.md'}"), ("--format", "template")):
        code, _, err = cli("check", draft, "--template", own, *output)
        assert code == 2 and "sama-sama DOCX" in err
    assert cli("check", draft, "--template", own, "-o", f"template={own}")[0] == 2
    assert own.read_bytes().startswith(b"PK")


def test_missing_libraries_are_named_with_the_command_that_installs_them(draft: Path) -> None:
    code = (
        "import sys; sys.modules['jinja2'] = None\n"
        "from kerjasama_check.cli import main\n"
        f"main(['check', {str(draft)!r}, '--format', 'template'])"
    )
    run = subprocess.run([sys.executable, "-X", "utf8", "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert run.returncode == 2
    assert "pip install jinja2 docxtpl" in run.stderr.decode() and "Traceback" not in run.stderr.decode()


# ------------------------------------------------------------------ start
LOADED = (
    "import sys; from kerjasama_check.cli import run; run(sys.argv[1:]); "
    "print(*sys.modules, sep='\\n', file=sys.stderr)"
)


def test_a_plain_check_loads_no_format_that_it_does_not_write(draft: Path) -> None:
    def loaded(*options: str) -> set[str]:
        run = subprocess.run(
            [sys.executable, "-c", LOADED, "check", str(draft), *options], cwd=ROOT, capture_output=True, check=True
        )
        return set(run.stderr.decode().splitlines())

    formats = {
        f"kerjasama_check.reporting.{name}" for name in ("sarif", "junit", "html", "csv_table", "template", "spool")
    }
    for options in ((), ("--format", "json")):
        assert not loaded(*options) & ({"jinja2", "docxtpl", "tempfile", "csv", "markupsafe"} | formats)
    assert "kerjasama_check.reporting.sarif" in loaded("--format", "sarif")
