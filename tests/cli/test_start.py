"""Starting up: what is loaded, help in two languages, and what a user reads when something is wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from cli_samples import ROOT, command

HEAVY = ("docx", "pypdf", "pypdfium2", "lxml", "tesserocr", "yaml", "pydantic", "PIL", "rich", "jinja2", "docxtpl")
LOADED = """
import json, sys
from kerjasama_check.cli import run
code = run({arguments!r})
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
sys.exit(code)
"""


def _loaded(*arguments: str, modules: bool = False) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", LOADED.format(arguments=list(arguments))],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        check=True,
    )
    names = json.loads(run.stderr.splitlines()[-1])
    return {name if modules else name.partition(".")[0] for name in names}


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("check", "--help"), ("rules", "list", "--help")])
def test_help_and_version_load_no_reader(arguments: tuple[str, ...]) -> None:
    assert not _loaded(*arguments) & set(HEAVY)


def test_the_public_interface_is_loaded_on_use() -> None:
    code = "import sys, kerjasama_check as k; assert not [m for m in sys.modules if m.startswith('kerjasama_check.')]"
    subprocess.run([sys.executable, "-c", code + "; k.read; k.parse; k.check"], cwd=ROOT, check=True)


def test_a_single_text_needs_neither_pydantic_nor_workers() -> None:
    loaded = _loaded("rules", "list", "--format", "json")
    assert not loaded & {"pydantic", "multiprocessing", "docx", "pypdf"}


def test_without_a_settings_file_nothing_of_settings_is_loaded(tmp_path: Path) -> None:
    draft = tmp_path / "surat.txt"
    draft.write_text("Dengan hormat, kami mengundang Saudara menghadiri rapat.", encoding="utf-8")
    loaded = _loaded("check", str(draft), modules=True)
    assert "kerjasama_check.settings.plan" in loaded
    unwanted = ("keys", "validation", "lines", "suppressions", "baseline", "silencing", "rulenames", "overview")
    assert not loaded & {f"kerjasama_check.settings.{name}" for name in unwanted}
    assert not loaded & {"tomllib", "pathspec", "pydantic", "yaml"}


def test_version() -> None:
    run = command("--version")
    assert run.returncode == 0
    assert run.stdout.decode().split() == ["kerjasama-check", "0.1.0"]


def test_help_is_indonesian_and_english_on_demand() -> None:
    indonesian = command("check", "--help").stdout.decode()
    assert "Pemakaian: kerjasama-check check [OPSI] PATH" in indonesian
    assert "Tampilkan bantuan ini." in indonesian and "Usage" not in indonesian
    english = command("check", "--help", environment={"KERJASAMA_CHECK_LANG": "en"}).stdout.decode()
    assert "Usage: kerjasama-check check [OPTIONS] PATH" in english
    assert "Show this help." in english and "Berkas" not in english
    assert "Usage" in command("check", "--lang", "en", "--help").stdout.decode()


def test_every_option_of_check_is_explained() -> None:
    text = command("check", "--help").stdout.decode()
    for option in (
        *(
            "--format",
            "--output",
            "--template",
            "--profile",
            "--select",
            "--ignore",
            "--fail-on",
            "--allow-unchecked",
            "--date",
        ),
        *("--lang", "--view", "--ocr", "--quiet", "--jobs", "--timeout", "--summary"),
    ):
        assert option in text


WRONG = [
    ((), "Pemakaian:"),
    (("chek", "a.docx"), "Perintah “chek” tidak dikenal. Maksud Anda check?"),
    (("check",), "PATH belum diberikan."),
    (("check", "a.docx", "--formt", "json"), "Opsi --formt tidak dikenal. Maksud Anda --format?"),
    (("check", "a.docx", "--format"), "Opsi --format membutuhkan nilai."),
    (("check", "a.docx", "--quiet=1"), "Opsi --quiet tidak memakai nilai."),
    (("check", "a.docx", "--format", "jsn"), "Nilai “jsn” untuk --format tidak dikenal"),
    (("check", "a.docx", "--date", "24-11-2026"), "Tanggal “24-11-2026” untuk --date tidak dikenal"),
    (("check", "a.docx", "--jobs", "0"), "Nilai “0” untuk --jobs tidak dapat dipakai"),
    (("check", "a.docx", "--timeout", "-1"), "Nilai “-1” untuk --timeout tidak dapat dipakai"),
    (("check", "a.docx", "--timeout", "nan"), "Nilai “nan” untuk --timeout tidak dapat dipakai"),
    (("check", "a.docx", "--select", "STR-99"), "Aturan “STR-99” untuk --select tidak dikenal; mungkin"),
    (("check", "a.docx", "--profile", "umun"), "Profil “umun” tidak dikenal; mungkin yang dimaksud “umum”"),
    (("show", "a.docx", "b.docx"), "Argumen berlebih: b.docx."),
    (("show", "a.docx", "--format", "csv"), "Bentuk “csv” tidak ada untuk show; pilihannya: rich, json, text."),
    (("check", "a.docx", "--template", "x.md"), "--template hanya dipakai bersama --format template"),
    (("check", "a.docx", "--format", "template", "--template", "no.md"), "Templat no.md tidak ditemukan"),
    (("check", "a.docx", "-o", "srif=x.sarif"), "Bentuk “srif” pada --output tidak dikenal. Maksud Anda “sarif”?"),
    (("check", "a.docx", "-o", "sarif="), "Nama berkas belum disebut pada --output sarif="),
    (("check", "a.docx", "-o", "a.txt", "-o", "b.txt"), "--output hanya menerima satu berkas tanpa nama bentuk"),
    (("check", "a.docx", "-o", "a.txt", "-o", "csv=./a.txt"), "disebut dua kali pada --output"),
    (("rules", "explain", "STR-99"), "Aturan “STR-99” tidak dikenal"),
    (("rules", "lint", "missing.yaml"), "Berkas aturan missing.yaml tidak dapat dibuka"),
    (("check", "a.docx", "--output", "no/such/folder/x.json"), "tidak dapat ditulis"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_wrong_use_is_one_clear_sentence_and_code_2(arguments: tuple[str, ...], said: str) -> None:
    run = command(*arguments)
    message = run.stderr.decode()
    assert run.returncode == 2
    assert said in message
    assert "Traceback" not in message and run.stdout == b""


def test_wrong_use_in_english() -> None:
    run = command("check", "a.docx", "--select", "STR-99", "--lang", "en")
    assert "Unknown rule “STR-99” for --select; did you mean" in run.stderr.decode()
    assert "No such option" in command("check", "--bad", environment={"KERJASAMA_CHECK_LANG": "en"}).stderr.decode()


def test_a_variable_gives_the_default_and_is_named_when_it_is_wrong() -> None:
    run = command("check", "a.docx", environment={"KERJASAMA_CHECK_FAIL_ON": "eror"})
    assert run.returncode == 2
    assert "KERJASAMA_CHECK_FAIL_ON" in run.stderr.decode()
    assert "Maksud Anda “error”?" in run.stderr.decode()


def test_an_internal_error_is_a_sentence_unless_asked_for(tmp_path: Path) -> None:
    code = (
        "import sys, kerjasama_check.archive.walk as walk\n"
        "def broken(*_): raise ZeroDivisionError('oops')\n"
        "walk.find = broken\n"
        "from kerjasama_check.cli import main\n"
        "main(['check', 'a.docx'])"
    )
    for debug in ("", "1"):
        run = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", code],
            capture_output=True,
            env={"KERJASAMA_CHECK_DEBUG": debug, "PATH": "", "HOME": str(tmp_path), "SYSTEMROOT": "C:\\Windows"},
            cwd=ROOT,
            check=False,
        )
        message = run.stderr.decode()
        assert run.returncode == 2
        assert "Kesalahan internal: ZeroDivisionError: oops." in message
        assert ("Traceback" in message) is bool(debug)


def test_shell_completion_offers_commands_options_and_values() -> None:
    def complete(words: str) -> list[str]:
        environment = {
            "_KERJASAMA_CHECK_COMPLETE": "complete_bash",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split(" ")) - 1),
        }
        return command(environment=environment).stdout.decode().split()

    assert "check" in complete("kerjasama-check c")
    assert "--format" in complete("kerjasama-check check --fo")
    assert complete("kerjasama-check check --format j") == ["json", "jsonl", "junit"]
