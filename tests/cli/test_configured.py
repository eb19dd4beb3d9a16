"""Settings, suppressions and the baseline as a user meets them: a real folder, 80 columns, no colour."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_samples import DRAFT, LETTER, command

from kerjasama_check.archive import run as archive_run

Cli = Callable[..., tuple[int, str, str]]
RULE = """\
- id: KTR-01
  name: yang-mana
  title: {id: "“yang mana”", en: "“yang mana”"}
  severity: warning
  force: practice
  check: {function: poor_wording, options: {words: [{find: '\\bwarga\\b', stem: warga, better: penduduk}]}}
  message: {id: "“{word}” lazimnya ditulis “{better}”.", en: "“{word}” is usually “{better}”."}
  advice: {id: "Tulis “penduduk”.", en: "Write “penduduk”."}
  why: {id: "Kaidah kantor.", en: "House style."}
  examples:
    bad: [{text: "Pasal 4\\nPELAKSANAAN\\nPARA PIHAK melatih warga.", at: "Pasal 4"}]
    good: [{text: "Pasal 4\\nPELAKSANAAN\\nPARA PIHAK melatih penduduk."}]
  since: "1.0"
"""
PROFILE = """\
title: {id: "Kantor kami", en: "Our office"}
reason: {id: "dipilih pada pengaturan", en: "chosen in the settings"}
extends: umum
severity: {KTR-01: error}
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with drafts in two folders; it is the current one."""
    (tmp_path / ".git").mkdir()
    for name in ("baru/a.txt", "lama/b.txt"):
        write(tmp_path / name, DRAFT)
    write(tmp_path / "lama/surat.txt", LETTER)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(archive_run, "_numbered", lambda files, _, task: enumerate(map(task, files)))  # no processes
    return tmp_path


def shown(cli: Cli, *arguments: object) -> dict[str, Any]:
    _, out, _ = cli("check", *arguments, "--format", "json")
    report: dict[str, Any] = json.loads(out)
    return report


def findings(report: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return next(d["findings"] for d in report["documents"] if Path(d["path"]).name == name)


# ------------------------------------------------------------------ settings
def test_each_folder_is_checked_in_its_own_way(cli: Cli, office: Path) -> None:
    write(office / "kerjasama-check.toml", 'ignore = ["KLA"]\nexclude = ["surat.txt"]\n[severity]\nBHS = "error"\n')
    write(office / "lama/kerjasama-check.toml", 'profile = "imipas"\nfail-on = "none"\n[severity]\nBHS-01 = "info"\n')
    report = shown(cli, office)
    assert [document["profile"] for document in report["documents"]] == ["daerah", "imipas"]
    assert {f["severity"] for f in findings(report, "a.txt") if f["rule"] == "BHS-01"} == {"error"}
    assert {f["severity"] for f in findings(report, "b.txt") if f["rule"] == "BHS-01"} == {"info"}
    assert not [f for name in ("a.txt", "b.txt") for f in findings(report, name) if f["rule"].startswith("KLA")]
    assert report["counts"]["skipped"]["excluded"] == 1
    assert cli("check", office)[0] == 1
    assert cli("check", "lama")[0] == 0  # there nothing fails a run
    assert cli("check", "lama", "--fail-on", "error")[0] == 1
    assert cli("check", "--no-config", "baru", "--select", "BHS-01")[0] == 0
    assert cli("check", "baru", "--select", "BHS-01")[0] == 1
    assert cli("check", "--no-config", "baru", "--select", "BHS-01", "--severity", "bahasa=error")[0] == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\nprofil = "umum"', "kerjasama-check.toml:2: kunci “profil” tidak dikenal; mungkin yang dimaksud “profile”."),
        ('ignore = [\n "BHS-01",\n "BHS-77"]', "kerjasama-check.toml:3: aturan “BHS-77” tidak dikenal; mungkin"),
        ('[severity]\nBHZ = "info"', "kerjasama-check.toml:2: aturan “BHZ” tidak dikenal; mungkin"),
        ('[[overrides]]\nfiles=["x"]\nselect=["KLX"]', "kerjasama-check.toml:3: aturan “KLX” tidak dikenal"),
        ('profile = "umun"', "kerjasama-check.toml:1: profil “umun” tidak dikenal; mungkin yang dimaksud “umum”."),
        ('rule-folders = ["nix"]', "rule-folders (kerjasama-check.toml:1): Folder atau berkas aturan"),
    ],
)
def test_what_is_wrong_ends_with_code_2_file_line_and_nearest_name(
    cli: Cli, office: Path, text: str, said: str
) -> None:
    write(office / "kerjasama-check.toml", text)
    for arguments in (("check", "baru"), ("config", "show", "baru"), ("config", "check")):
        code, out, err = cli(*arguments)
        assert code == 2 and said in out + err


def test_show_says_where_every_value_comes_from(cli: Cli, office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(office / "kerjasama-check.toml", 'profile = "umum"\nignore = ["BHS"]\n[severity]\nKLA = "info"\n')
    write(office / "lama/pyproject.toml", '[tool.kerjasama-check]\nprofile = "imipas"\n')
    monkeypatch.setenv("KERJASAMA_CHECK_FAIL_ON", "warning")
    code, out, err = cli("config", "show", "lama/b.txt")
    rows = [line.split() for line in out.splitlines()]
    assert (code, err) == (0, "") and max(map(len, out.splitlines())) <= 80
    assert ["profile", "imipas", "lama/pyproject.toml:2"] in rows
    assert ["ignore", "BHS", "kerjasama-check.toml:2"] in rows
    assert ["severity.KLA", "info", "kerjasama-check.toml:4"] in rows
    assert ["fail-on", "warning", "KERJASAMA_CHECK_FAIL_ON"] in rows
    assert ["view", "final", "bawaan"] in rows
    told = json.loads(cli("config", "show", "--format", "json")[1])
    values = {row["key"]: (row["value"], row["origin"]) for row in told["values"]}
    assert values["profile"] == ("umum", "kerjasama-check.toml:1") and values["date"] == (None, None)
    assert cli("config", "show", "nix")[0] == 2


def test_init_check_and_schema(cli: Cli, office: Path) -> None:
    assert cli("config", "init") == (0, "kerjasama-check.toml sudah ditulis.\n", "")
    before = (office / "kerjasama-check.toml").read_bytes()
    code, _, err = cli("config", "init")
    assert code == 2 and "tidak ditimpa" in err and (office / "kerjasama-check.toml").read_bytes() == before
    assert cli("config", "check") == (0, "1 berkas pengaturan; semuanya benar.\n", "")
    write(
        office / "lama/suppressions.toml",
        '[[suppressions]]\nfiles = "*"\nrule = "KLX"\nreason = "x"\nuntil = 2030-01-01\n',
    )
    code, out, _ = cli("config", "check")
    assert code == 2 and "lama/suppressions.toml:1: aturan “KLX” tidak dikenal" in out.replace("\\", "/")
    assert json.loads(cli("config", "schema")[1])["properties"]["profile"]["type"] == "string"


def test_rules_and_profiles_of_ones_own(cli: Cli, office: Path) -> None:
    write(office / "aturan/kantor.yaml", RULE)
    write(office / "aturan/profil/kantor.yaml", PROFILE)
    write(office / "kerjasama-check.toml", 'rule-folders = ["aturan"]\nprofile = "kantor"\n')
    plain = shown(cli, "baru", "--no-config")
    report = shown(cli, "baru")
    assert {f["severity"] for f in findings(report, "a.txt") if f["rule"] == "KTR-01"} == {"error"}
    assert report["tool"]["rules"] != plain["tool"]["rules"]
    assert "KTR-01" in cli("rules", "list")[1]
    assert cli("rules", "explain", "KTR-01")[0] == cli("rules", "lint")[0] == 0
    assert cli("rules", "test", "aturan")[1] == "1 aturan, 2 contoh: 2 sesuai, 0 tidak sesuai.\n"
    assert shown(cli, "baru", "--no-config", "--rules", "aturan")["tool"]["rules"] == report["tool"]["rules"]
    for wrong, said in (
        (RULE.replace(r"\bwarga\b", r"(\w+\s*)+warga"), "dapat membuat pemeriksaan macet"),
        (RULE.replace(r"\bwarga\b", "(warga"), "tidak sah"),
        (RULE.replace("poor_wording", "os.system"), "“os.system” tidak dikenal"),
        (RULE.replace("KTR-01", "KLA-01"), "sudah dipakai"),
        (RULE.replace("severity: warning", "severity: !!python/object/apply:os.getcwd []"), "severity"),
    ):
        write(office / "aturan/kantor.yaml", wrong)
        for arguments in (("rules", "lint"), ("check", "baru")):
            code, out, err = cli(*arguments)
            assert code == 2 and said in out + err and "kantor.yaml:" in out + err
    write(office / "aturan/kantor.yaml", RULE)
    (office / "aturan/profil/kantor.yaml").rename(office / "aturan/profil/umum.yaml")
    code, out, _ = cli("rules", "lint")
    assert code == 2 and "sudah dipakai oleh profil bawaan" in out


# ------------------------------------------------------------------ suppressions
def test_a_finding_is_set_aside_by_its_fingerprint(cli: Cli, office: Path) -> None:
    first = findings(shown(cli, "baru"), "a.txt")[0]
    mark = first["fingerprint"]
    assert f"Sidik: {mark}" in cli("check", "baru/a.txt", "--fingerprints")[1]
    for wrong, said in (
        ((mark,), "Alasan belum diberikan"),
        ((mark, "--reason", "  ", "--until", "2999-01-01"), "Alasan belum diberikan"),
        ((mark, "--reason", "x"), "--until"),
        ((mark, "--reason", "x", "--until", "2020-01-01"), "--until"),
        ((mark, "--reason", "x", "--until", "2999-01-01"), "ada di 2 naskah"),
        (("ffffffff", "--reason", "x", "--until", "2999-01-01"), "Tidak ada temuan"),
        (("KLA", "--reason", "x", "--until", "2999-01-01"), "sebutkan juga naskah"),
        (("KLX-99", "baru", "--reason", "x", "--until", "2999-01-01"), "tidak dikenal"),
    ):
        code, out, err = cli("suppress", *wrong)
        assert code == 2 and said in err and out == ""
    assert not (office / "suppressions.toml").exists()
    given = ("--reason", "disepakati dalam rapat", "--until", "2999-01-01", "--approved-by", "Kabag Hukum")
    code, out, _ = cli("suppress", mark[:8], "baru/a.txt", *given)
    assert code == 0 and out.startswith("suppressions.toml:2: 1 temuan")
    report = shown(cli, "baru")
    again = next(f for f in findings(report, "a.txt") if f["fingerprint"] == mark)
    assert again == first | {"suppressed": "disepakati dalam rapat"}
    assert report["documents"][0]["counts"]["suppressed"] == report["counts"]["suppressed"] == 1
    assert report["suppressions"][0]["state"] == "active" and report["suppressions"][0]["approved_by"] == "Kabag Hukum"
    assert "(1 temuan dikesampingkan)" in " ".join(cli("check", "baru")[1].split())
    assert mark in {f["fingerprint"] for f in findings(shown(cli, "lama"), "b.txt") if f["suppressed"] is None}
    code, _, err = cli("suppress", mark, "baru/a.txt", *given)
    assert code == 2 and "sudah dikesampingkan" in err


def test_a_rule_is_set_aside_in_a_folder(cli: Cli, office: Path) -> None:
    given = ("--reason", "arsip", "--until", "2999-01-01")
    assert cli("suppress", "KLA", "lama", "--at", "Pasal 77", *given)[0] == 2
    assert cli("suppress", "KLA", "lama", *given)[0] == 0
    report = shown(cli, office)
    assert all(f["suppressed"] == "arsip" for f in findings(report, "b.txt") if f["rule"].startswith("KLA"))
    assert all(f["suppressed"] is None for f in findings(report, "a.txt"))


def test_expired_and_unused_ones_are_reported(cli: Cli, office: Path) -> None:
    rule = findings(shown(cli, "baru"), "a.txt")[0]["rule"]
    entries = ((rule, "2020-01-01"), ("STR-18", "2999-01-01"))
    text = "".join(
        f'[[suppressions]]\nfiles = "**/*.txt"\nrule = "{rule}"\nreason = "x"\nuntil = {until}\n'
        for rule, until in entries
    )
    write(office / "suppressions.toml", text)
    code, _, err = cli("check", office)
    assert code == 1
    assert f"suppressions.toml:1: pengesampingan {rule} berakhir 1 Januari 2020; 2 temuan ditampilkan lagi." in err
    assert "suppressions.toml:6: pengesampingan STR-18 tidak terpakai: tidak ada temuan yang cocok." in err
    code, out, _ = cli("suppress", "list")
    assert code == 0 and "2 pengesampingan: 1 kedaluwarsa dan 1 tidak terpakai." in out
    assert max(map(len, out.splitlines())) <= 80
    told = json.loads(cli("suppress", "list", "--format", "json")[1])
    assert [one["state"] for one in told["suppressions"]] == ["expired", "unused"]
    _, out, err = cli("check", office, "--no-config")
    assert "suppressions.toml" not in err


def test_one_without_a_reason_ends_the_run(cli: Cli, office: Path) -> None:
    write(
        office / "suppressions.toml", '[[suppressions]]\nfiles = "*"\nrule = "KLA"\nreason = ""\nuntil = 2999-01-01\n'
    )
    code, out, err = cli("check", "baru")
    assert (code, out) == (2, "")
    assert err == "suppressions.toml:4: pengesampingan tanpa alasan tidak sah; isi “reason”.\n"


# ------------------------------------------------------------------ baseline
def test_after_a_baseline_only_new_findings_count(cli: Cli, office: Path) -> None:
    code, out, _ = cli("baseline", "create", office, "--file", "dasar.json")
    assert code == 0 and out.startswith("dasar.json sudah ditulis: ")
    assert cli("baseline", "create", office, "--file", "dasar.json")[0] == 2
    code, out, err = cli("check", office, "--baseline", "dasar.json")
    assert code == 0 and "Tidak ada temuan. (" in out and "temuan lama menurut garis dasar)" in " ".join(out.split())
    write(office / "baru/a.txt", DRAFT.replace("meningkatkan keterampilan", "meningkatkan materai dan keterampilan"))
    report = shown(cli, office, "--baseline", "dasar.json")
    assert [f["rule"] for f in findings(report, "a.txt") if f["baseline"] == "new"] == ["BHS-02"]
    assert {f["baseline"] for f in findings(report, "b.txt")} == {"unchanged"}
    assert report["counts"]["unchanged"] > 0 and report["counts"]["error"] + report["counts"]["warning"] == 1
    assert cli("check", office, "--baseline", "dasar.json", "--fail-on", "warning")[0] == 1
    write(office / "lama/b.txt", LETTER)
    assert "temuan garis dasar sudah tidak ada" in cli("check", office, "--baseline", "dasar.json")[2]
    code, out, _ = cli("baseline", "update", office, "--file", "dasar.json")
    assert code == 0 and "1 temuan baru tidak ditambahkan" in out
    code, out, _ = cli("baseline", "show", "dasar.json")
    assert code == 0 and "baru/a.txt" in out and "lama/b.txt" not in out
    assert json.loads(cli("baseline", "show", "dasar.json", "--format", "json")[1])["schema"]
    code, _, err = cli("check", office, "--baseline", "missing.json")
    assert code == 2 and "baseline create" in err


def test_the_settings_may_name_the_baseline(cli: Cli, office: Path) -> None:
    write(office / "kerjasama-check.toml", 'baseline = "dasar.json"\n')
    assert cli("check", "baru")[0] == 2
    assert cli("baseline", "create")[0] == 0 and (office / "dasar.json").is_file()
    assert cli("check", "baru")[0] == 0
    assert cli("check", "lama", "baru")[0] == 0


# ------------------------------------------------------------------ all of it in workers, and in English
def test_in_processes_of_their_own_and_in_english(office: Path) -> None:
    write(office / "kerjasama-check.toml", 'language = "en"\njobs = 2\n')
    write(office / "lama/kerjasama-check.toml", 'select = ["BHS-01"]\nlanguage = "id"\n')
    run = command("check", ".", "--format", "json", cwd=office)
    report = json.loads(run.stdout)
    assert [f["rule"] for f in findings(report, "b.txt")] == ["BHS-01"] and len(findings(report, "a.txt")) > 1
    assert "is correctly written" in findings(report, "b.txt")[0]["message"]
    said = run.stderr.decode().replace("\\", "/")
    assert "language (lama/kerjasama-check.toml:2) holds only where that folder is checked by itself" in said
    write(office / "kerjasama-check.toml", 'language = "en"\nprofle = "x"\n')
    assert "kerjasama-check.toml:2: " in command("check", "baru", cwd=office).stderr.decode()
