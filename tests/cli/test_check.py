"""`check`: one file, many files, every format, every exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_samples import DRAFT, LETTER, command

Cli = Callable[..., tuple[int, str, str]]


def test_a_draft_is_understood_and_judged(cli: Cli, draft: Path) -> None:
    code, out, err = cli("check", draft, "--date", "2026-11-24")
    flat = " ".join(out.split())
    assert code == 1 and err == ""
    assert "Jenis Perjanjian Kerja Sama" in flat
    assert "PIHAK KESATU: Dinas Sosial Kabupaten Maju, diwakili oleh" in flat
    assert "Tanggal 3 Maret 2025, Kota Maju" in flat
    assert "3 tahun, 3 Maret 2025 sampai dengan 2 Maret 2028 (masih berlaku)" in flat
    assert "BHS-01" in flat and "Ganti: kerjasama → kerja sama" in flat
    assert out.rstrip().splitlines()[-1].startswith("Perlu diperbaiki: ")
    assert max(map(len, out.splitlines()[1:])) <= 80


def test_json_holds_the_same_findings_in_both_languages(cli: Cli, draft: Path) -> None:
    indonesian = json.loads(cli("check", draft, "--format", "json")[1])
    english = json.loads(cli("check", draft, "--format", "json", "--lang", "en")[1])
    assert indonesian["schema"] == "kerjasama-check/report/1"
    assert len(indonesian["tool"]["rules"]) == 64
    document = indonesian["documents"][0]
    assert document["path"] == str(draft) and document["state"] == "checked" and document["profile"]

    def keys(report: dict[str, list[dict[str, list[dict[str, str]]]]]) -> list[str]:
        return [finding["fingerprint"] for finding in report["documents"][0]["findings"]]

    assert keys(indonesian) == keys(english) != []
    assert indonesian["documents"][0]["findings"] != english["documents"][0]["findings"]


def test_rules_are_chosen_by_id_beginning_and_name(cli: Cli, draft: Path) -> None:
    def rules(*options: str) -> set[str]:
        shown = json.loads(cli("check", draft, "--format", "json", *options)[1])
        return {finding["rule"] for finding in shown["documents"][0]["findings"]}

    all_rules = rules()
    families = {rule.partition("-")[0] for rule in all_rules}
    assert len(families) > 2
    assert rules("--select", "BHS-01") == {"BHS-01"}
    assert {rule.partition("-")[0] for rule in rules("--select", "BHS,KLA")} == {"BHS", "KLA"} & families
    assert rules("--ignore", "BHS-01") == all_rules - {"BHS-01"}
    assert rules("--select", "BHS-01", "--ignore", "BHS") == set()


def test_exit_codes(cli: Cli, draft: Path, tmp_path: Path) -> None:
    letter = tmp_path / "surat.txt"
    letter.write_text(LETTER, encoding="utf-8")
    empty = tmp_path / "kosong.docx"
    empty.touch()
    assert cli("check", letter)[0] == 0
    assert cli("check", empty)[0] == 3
    assert cli("check", empty, "--allow-unchecked")[0] == 0
    assert cli("check", tmp_path / "missing.docx")[0] == 3
    assert cli("check", draft)[0] == 1
    assert cli("check", draft, "--fail-on", "none")[0] == 0
    only_note = ("--select", "BHS-01")
    document = json.loads(cli("check", draft, "--format", "json", *only_note)[1])["documents"][0]
    assert cli("check", draft, *only_note, "--fail-on", document["findings"][0]["severity"])[0] == 1
    assert cli("check", draft, "--select", "BHS-01", "--ignore", "BHS-01", "--fail-on", "info")[0] == 0


def test_what_cannot_be_checked_is_said_and_never_clean(cli: Cli, tmp_path: Path) -> None:
    empty = tmp_path / "kosong.docx"
    empty.touch()
    for form in ("rich", "text", "json", "jsonl"):
        out = cli("check", empty, "--format", form)[1]
        assert "Berkas ini kosong" in out
        assert "Tidak ada temuan" not in out


def test_a_folder_is_a_table_with_findings_below(cli: Cli, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "surat.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "rusak.docx").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "~$draf.docx").touch()
    (tmp_path / ".hidden").touch()
    code, out, err = cli("check", tmp_path, "--jobs", "2")
    flat = " ".join(out.split())
    assert code == 1 and err == ""
    assert "Berkas" in out and "Keadaan" in out and "Para pihak" in out
    assert "BHS-01" in out
    assert "3 berkas: 1 diperiksa, 1 bukan perjanjian, dan 1 tidak terbaca." in flat
    assert "Dilewati: 1 berkas tersembunyi dan 1 berkas kunci Word." in flat
    short = cli("check", tmp_path, "--summary")[1]
    assert "BHS-01" not in short and "3 berkas:" in short


def test_line_formats_have_every_file_once(cli: Cli, draft: Path, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"surat{number}.txt").write_text(LETTER, encoding="utf-8")
    lines = [json.loads(line) for line in cli("check", tmp_path, "--format", "jsonl")[1].splitlines()]
    files = sorted(str(path) for path in tmp_path.iterdir())
    assert sorted(line["path"] for line in lines) == files
    whole = json.loads(cli("check", tmp_path, "--format", "json")[1])
    assert [document["path"] for document in whole["documents"]] == files
    assert sum(whole["counts"]["states"].values()) == whole["counts"]["documents"] == 4
    text = cli("check", tmp_path, "--format", "text")[1].splitlines()
    assert all(line.startswith(str(tmp_path)) for line in text)


def test_line_formats_tell_what_was_passed_over_on_standard_error(cli: Cli, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "~$draf.docx").touch()
    for form in ("text", "jsonl"):
        assert cli("check", tmp_path, "--format", form)[2] == "Dilewati: 1 berkas kunci Word.\n"
        assert cli("check", tmp_path, "--format", form, "--quiet")[2] == ""


def test_an_empty_folder_is_not_called_clean(cli: Cli, tmp_path: Path) -> None:
    code, out, _ = cli("check", tmp_path)
    assert code == 0
    assert "Tidak ada berkas yang dapat diperiksa." in out


def test_a_limit_per_file_holds_for_a_single_file_too(cli: Cli, draft: Path) -> None:
    assert cli("check", draft, "--timeout", "120")[0] == 1
    code, out, _ = cli("check", draft, "--timeout", "0.0001", "--format", "json")
    document = json.loads(out)["documents"][0]
    assert code == 3
    assert document["state"] == "timed-out" and "--timeout" in document["reason"]


def test_the_output_file_appears_whole_or_not_at_all(cli: Cli, draft: Path, tmp_path: Path) -> None:
    target = tmp_path / "hasil" / "laporan.json"
    target.parent.mkdir()
    target.write_text("lama", encoding="utf-8")
    code, out, _ = cli("check", draft, "--format", "json", "--output", target)
    assert code == 1 and out == ""
    assert json.loads(target.read_text(encoding="utf-8"))["documents"][0]["state"] == "checked"
    assert [path.name for path in target.parent.iterdir()] == ["laporan.json"]
    target.write_text("lama", encoding="utf-8")
    assert cli("check", draft, "--output", target, "--profile", "tidak-ada")[0] == 2
    assert target.read_text(encoding="utf-8") == "lama"


def test_a_report_in_a_file_has_no_colour(draft: Path, tmp_path: Path) -> None:
    target = tmp_path / "laporan.txt"
    run = command("check", str(draft), "-o", str(target), environment={"FORCE_COLOR": "1"})
    assert run.returncode == 1
    assert "\x1b" not in target.read_text(encoding="utf-8")


def test_standard_input(draft: Path) -> None:
    run = command("check", "-", "--format", "json", given=DRAFT.encode())
    document = json.loads(run.stdout)["documents"][0]
    assert (document["path"], document["state"], document["kind"]) == ("-", "checked", "perjanjian-kerja-sama")
    both = command("check", "-", str(draft), "--format", "json", given=DRAFT.encode())
    assert [document["path"] for document in json.loads(both.stdout)["documents"]] == ["-", str(draft)]


@pytest.mark.parametrize("form", ["rich", "text", "json"])
@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONIOENCODING": "cp1252", "PYTHONLEGACYWINDOWSSTDIO": "1"},
        {"PYTHONIOENCODING": "cp437"},
        {"PYTHONIOENCODING": "ascii", "TERM": "dumb"},
    ],
)
def test_a_narrow_console_loses_nothing_that_matters(form: str, surroundings: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "draf – “é”.txt"
    path.write_text(DRAFT.replace("kerjasama", "kerjasama “→ é”"), encoding="utf-8")
    run = command(
        "check", str(path), "--format", form, "--select", "BHS-01", environment={**surroundings, "PYTHONUTF8": "0"}
    )
    encoding = surroundings["PYTHONIOENCODING"]
    out = run.stdout.decode(encoding)
    assert run.returncode in (0, 1), out
    assert run.stderr == b""
    assert "kerjasama" in out and "kerja sama" in out
    if form == "json":
        assert json.loads(out)["documents"][0]["path"] == str(path)
    elif encoding == "cp1252":
        assert "draf – “é”.txt" in out and "?" not in out
    else:
        assert 'draf - "' in out


def test_a_reader_that_leaves_early_is_no_error(draft: Path) -> None:
    import subprocess

    from cli_samples import ROOT

    code = f"from kerjasama_check.cli import main; main(['check', {str(draft)!r}, '--format', 'json'])"
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    message = process.stderr.read().decode()
    process.stderr.close()
    process.wait(60)
    assert "Traceback" not in message and "BrokenPipe" not in message


def test_the_public_interface(draft: Path) -> None:
    import kerjasama_check

    document = kerjasama_check.read(draft)
    agreement = kerjasama_check.parse(document)
    assert agreement.kind == "perjanjian-kerja-sama"
    report = kerjasama_check.check(draft, select=["BHS-01"])
    assert [finding.rule for finding in report.documents[0].findings] == ["BHS-01"]
    assert report.documents[0].agreement == agreement
    assert kerjasama_check.check([draft.parent]).documents[0].path == draft
    with pytest.raises(LookupError):
        kerjasama_check.check(draft, profile="tidak-ada")
