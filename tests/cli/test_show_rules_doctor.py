"""`show`, `rules` and `doctor`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_samples import LETTER

Cli = Callable[..., tuple[int, str, str]]

RULE_FILE = """\
- id: XYZ-01
  name: kerjasama-milik-sendiri
  title: {id: "“kerjasama” dirangkai", en: "“kerjasama” as one word"}
  severity: warning
  force: practice
  check: {function: misspelling, options: {groups: [kerja-sama]}}
  message: {id: "“{wrong}” ditulis “{right}”.", en: "“{wrong}” is written “{right}”."}
  advice: {id: "Tulis terpisah.", en: "Write two words."}
  why: {id: "Ejaan baku.", en: "Standard spelling."}
  examples:
    bad: [{text: "Kerjasama dimulai pada bulan Mei."}]
    good: [{text: "Kerja sama dimulai pada bulan Mei."}]
  since: "0.1.0"
"""


def test_the_structure_as_json(cli: Cli, draft: Path) -> None:
    code, out, err = cli("show", draft, "--format", "json", "--date", "2026-11-24")
    shown = json.loads(out)
    assert code == 0 and err == ""
    assert shown["schema"] == "kerjasama-check/agreement/1"
    assert shown["kind"] == "perjanjian-kerja-sama"
    assert shown["subject"] == "PELATIHAN KETERAMPILAN BAGI WARGA KABUPATEN MAJU"
    assert shown["numbers"] == ["12/PKS/DINSOS/2025", "7/YHL/III/2025"]
    assert [party["label"] for party in shown["parties"]] == ["PIHAK KESATU", "PIHAK KEDUA"]
    assert [(article["number"], article["heading"]) for article in shown["articles"]] == [
        (1, "MAKSUD DAN TUJUAN"),
        (2, "RUANG LINGKUP"),
        (3, "JANGKA WAKTU"),
    ]
    assert [paragraph["label"] for paragraph in shown["articles"][0]["paragraphs"]] == ["(1)", "(2)"]
    assert shown["term"] == {"months": 36, "start": "2025-03-03", "end": "2028-03-02", "status": "active"}
    assert isinstance(shown["obligations"], list) and isinstance(shown["commitments"], list)
    later = json.loads(cli("show", draft, "--format", "json", "--date", "2028-03-03")[1])
    assert later["term"]["status"] == "expired"


def test_the_structure_as_a_tree(cli: Cli, draft: Path) -> None:
    out = cli("show", draft)[1]
    for part in ("Pasal 2 RUANG LINGKUP", "[ruang-lingkup]", "a. penyusunan materi pelatihan; dan", "PIHAK KEDUA: "):
        assert part in out


def test_what_is_not_read_is_still_the_object(cli: Cli, draft: Path, tmp_path: Path) -> None:
    letter, empty = tmp_path / "surat.txt", tmp_path / "kosong.pdf"
    letter.write_text(LETTER, encoding="utf-8")
    empty.touch()
    whole = json.loads(cli("show", draft, "--format", "json")[1])
    expected = [(letter, "not-agreement", 0), (empty, "unreadable", 3), (tmp_path / "x.pdf", "unreadable", 3)]
    for path, state, code in expected:
        got, out, _ = cli("show", path, "--format", "json")
        shown = json.loads(out)
        assert got == code and shown["state"] == state and shown["reason"]
        assert shown.keys() == whole.keys() and shown["reading"].keys() == whole["reading"].keys()
        assert shown["kind"] is None and shown["articles"] == []
    assert "Tidak diperiksa: Berkas ini kosong" in cli("show", empty)[1]


def test_rules_list(cli: Cli) -> None:
    shown = json.loads(cli("rules", "list", "--format", "json")[1])
    assert shown["schema"] == "kerjasama-check/rules/1"
    assert len(shown["rules"]) > 20
    for rule in shown["rules"]:
        assert rule.keys() >= RULE_KEYS
        assert rule["kinds"] and rule["title"].keys() == {"id", "en"}
    assert sum("umum" in rule["profiles"] for rule in shown["rules"]) > 20
    out = cli("rules", "list")[1]
    assert all(rule["id"] in out for rule in shown["rules"])
    assert max(map(len, out.splitlines())) <= 80
    assert cli("rules", "list", "--lang", "en")[1].splitlines()[-1] == f"{len(shown['rules'])} rules."


RULE_KEYS = {"id", "name", "family", "severity", "force", "kinds", "profiles", "title", "basis", "since"}
HEADINGS = ("Yang diperiksa", "Mengapa", "Dasar hukum", "Contoh yang salah", "Contoh yang benar", "Cara memperbaiki")


def test_every_rule_is_explained_under_the_same_headings(cli: Cli) -> None:
    for rule in json.loads(cli("rules", "list", "--format", "json")[1])["rules"][::7]:
        code, out, _ = cli("rules", "explain", rule["id"].lower())
        lines = out.splitlines()
        assert code == 0 and lines[0].startswith(f"{rule['id']}  {rule['name']}")
        assert [line for line in lines if line in HEADINGS] == list(HEADINGS)
        assert cli("rules", "explain", rule["name"])[1] == out


def test_rules_test_runs_the_examples(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    from kerjasama_check.checking import examples

    made = [examples.Outcome("STR-01", True, 1, None), examples.Outcome("STR-01", False, 1, "ada temuan")]
    monkeypatch.setattr(examples, "run_examples", lambda rules: iter(made))
    code, out, _ = cli("rules", "test")
    assert code == 1
    assert "STR-01, contoh benar 1: ada temuan" in out
    assert "2 contoh: 1 sesuai, 1 tidak sesuai." in out
    monkeypatch.setattr(examples, "run_examples", lambda rules: iter(made[:1]))
    assert cli("rules", "test")[0] == 0


def test_rules_lint(cli: Cli, tmp_path: Path) -> None:
    code, out, _ = cli("rules", "lint")
    assert code == 0 and "susunannya benar" in out
    broken = tmp_path / "sendiri.yaml"
    broken.write_text(RULE_FILE, encoding="utf-8")
    assert cli("rules", "lint", broken) == (0, "1 aturan; susunannya benar.\n", "")
    assert cli("rules", "lint", tmp_path.parent / "missing")[0] == 2
    (tmp_path / "sub").mkdir()
    code, _, err = cli("rules", "test", tmp_path / "sub")
    assert code == 2 and f"{tmp_path / 'sub'}: tidak ada berkas aturan (*.yaml) di dalamnya" in err
    code, out, _ = cli("rules", "test", broken)
    assert (code, out) == (0, "1 aturan, 2 contoh: 2 sesuai, 0 tidak sesuai.\n")
    broken.write_text(RULE_FILE.replace("warning", "warnng"), encoding="utf-8")
    code, out, _ = cli("rules", "lint", broken)
    assert code == 2
    assert f"{broken}:4" in out and "severity" in out
    assert "kesalahan pada berkas aturan" in out


def test_doctor(cli: Cli) -> None:
    code, out, _ = cli("doctor", "--format", "json")
    shown = json.loads(out)
    assert code == 0 and shown["usable"] is True
    checks = {check["name"]: check for check in shown["checks"]}
    assert checks.keys() >= {"docx", "pdf-text", "pdf-facts", "ocr", "model-ind", "model-eng", "libreoffice", "cache"}
    number = len(json.loads(cli("rules", "list", "--format", "json")[1])["rules"])
    assert checks["rules"]["detail"].startswith(f"{number} aturan, sha256 ")
    assert checks["rules"]["detail"].endswith(shown["tool"]["rules"][:16]) and len(shown["tool"]["rules"]) == 64
    text = cli("doctor")[1]
    assert "Siap dipakai." in text and "python-docx" in text


@pytest.mark.parametrize(
    ("platform", "model", "office"),
    [
        ("win32", "winget install", "winget install"),
        ("darwin", "brew install tesseract-lang", "brew install --cask libreoffice"),
        ("linux", "tesseract", "libreoffice"),
    ],
)
def test_what_is_missing_is_told_with_the_command_that_installs_it(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, platform: str, model: str, office: str
) -> None:
    from kerjasama_check.cli import health
    from kerjasama_check.reading import ocr_engine
    from kerjasama_check.reading import office as converter

    monkeypatch.setattr(ocr_engine, "available", lambda: None)
    monkeypatch.setattr(converter, "find_office", lambda: None)
    monkeypatch.setattr(health, "_platform", lambda: platform)
    code, out, _ = cli("doctor", "--format", "json")
    checks = {check["name"]: check for check in json.loads(out)["checks"]}
    assert code == 0  # it still works for what has a text layer
    assert model in checks["model-ind"]["install"]
    assert office in checks["libreoffice"]["install"]
    assert "tesserocr" in checks["ocr"]["install"]
    assert checks["docx"]["install"] is None
    text = cli("doctor")[1]
    assert "Cara memasang yang belum ada" in text and checks["libreoffice"]["install"] in text
