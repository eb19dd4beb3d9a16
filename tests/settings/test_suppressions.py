"""Suppressions: what they cover, how long, and what is said of those that are over or do nothing."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import reporting_samples as samples

from kerjasama_check.checking.findings import Spot
from kerjasama_check.checking.rulebook import Rulebook, load_rulebook
from kerjasama_check.reading.document import State
from kerjasama_check.settings.files import ConfigFiles, FileError
from kerjasama_check.settings.options import Settings
from kerjasama_check.settings.silencing import patterns_for, place_of, with_entry
from kerjasama_check.settings.suppressions import FILE, Silencer, Suppression, read_suppressions

TODAY = datetime.date(2026, 11, 24)
BOOK = load_rulebook()


def book(_: Settings) -> Rulebook:
    return BOOK


def entry(**values: Any) -> str:
    given = {"files": "*.docx", "rule": "KLA-11", "reason": "sudah disepakati", "until": "2027-06-30", **values}
    return "[[suppressions]]\n" + "".join(f'{k.replace("_", "-")} = "{v}"\n' for k, v in given.items() if v is not None)


def silencer(folder: Path, *entries: str) -> Silencer:
    (folder / FILE).write_text("\n".join(entries), encoding="utf-8")
    made = Silencer(ConfigFiles(), TODAY, book)
    made.load([folder])
    return made


def report(folder: Path, *provisions: str | None, rule: str = "KLA-11", fingerprint: str = "0123456789abcdef") -> Any:
    findings = tuple(
        samples.finding(rule=rule, place=Spot(provision), fingerprint=fingerprint) for provision in provisions
    )
    return samples.report(path=folder / "a.docx", findings=findings, profile="umum")


def reasons(made: Silencer, given: Any) -> list[str | None]:
    return [finding.suppressed for finding in made.apply(given, Settings()).findings]


@pytest.mark.parametrize(
    ("values", "silenced"),
    [
        ({}, [True, True, True]),
        ({"rule": "KLA"}, [True, True, True]),
        ({"rule": "klausul"}, [True, True, True]),
        ({"rule": "KLA-12"}, [False, False, False]),
        ({"provision": "Pasal 5"}, [True, True, False]),
        ({"provision": "pasal 5  ayat (2)"}, [False, True, False]),
        ({"provision": "naskah"}, [False, False, True]),
        ({"fingerprint": "0123456789abcdef", "provision": "Pasal 9"}, [True, True, True]),
        ({"fingerprint": "ffffffffffffffff"}, [False, False, False]),
        ({"files": "lain/*.docx"}, [False, False, False]),
        ({"until": "2026-11-24"}, [True, True, True]),
        ({"until": "2026-11-23"}, [False, False, False]),
    ],
)
def test_what_an_entry_covers(tmp_path: Path, values: dict[str, str], silenced: list[bool]) -> None:
    made = silencer(tmp_path, entry(**values))
    given = report(tmp_path, "Pasal 5", "Pasal 5 ayat (2)", None)
    assert reasons(made, given) == ["sudah disepakati" if one else None for one in silenced]


def test_pasal_5_is_not_pasal_50(tmp_path: Path) -> None:
    assert reasons(silencer(tmp_path, entry(provision="Pasal 5")), report(tmp_path, "Pasal 50")) == [None]


def test_files_above_count_up_to_the_root_marker(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    made = silencer(tmp_path, entry())
    assert reasons(made, report(tmp_path / "a/b", "Pasal 1")) == ["sudah disepakati"]
    (tmp_path / "a/.git").mkdir()
    fresh = Silencer(ConfigFiles(), TODAY, book)
    assert reasons(fresh, report(tmp_path / "a/b", "Pasal 1")) == [None]


def states(made: Silencer, *folders: Path) -> list[str]:
    return [standing.state for standing in made.standings(folders)]


def test_how_entries_stand(tmp_path: Path) -> None:
    made = silencer(
        tmp_path,
        entry(),
        entry(until="2026-01-01"),
        entry(rule="KLA-12"),
        entry(rule="KLA-12", files="/a.docx"),
        entry(rule="KLA-12", files="lain/*.docx"),
    )
    made.apply(report(tmp_path, "Pasal 1"), Settings())
    assert states(made) == ["active", "expired", "not-seen", "unused", "not-seen"]
    assert states(made, tmp_path) == ["active", "expired", "unused", "unused", "unused"]
    assert [standing.findings for standing in made.standings([tmp_path])] == [1, 1, 0, 0, 0]


def test_a_rule_that_was_not_run_leaves_an_entry_unjudged(tmp_path: Path) -> None:
    made = silencer(tmp_path, entry(rule="KLA-12", files="/a.docx"))
    made.apply(report(tmp_path, "Pasal 1"), Settings(ignore=("KLA",)))
    assert states(made, tmp_path) == ["not-seen"]


def test_a_document_that_was_not_read_leaves_an_entry_unjudged(tmp_path: Path) -> None:
    made = silencer(tmp_path, entry())
    made.apply(samples.report(State.SCANNED, path=tmp_path / "a.docx"), Settings())
    assert states(made, tmp_path) == ["not-seen"]


WRONG = [
    (entry(reason=None), 1, "pengesampingan tanpa alasan tidak sah"),
    (entry(reason="  "), 4, "pengesampingan tanpa alasan tidak sah"),
    (entry(until=None), 1, "kunci “until” tidak ada"),
    (entry(until="besok"), 5, "“until” harus berupa tanggal"),
    (entry(rule=None), 1, "kunci “rule” tidak ada"),
    (entry(files=None), 1, "kunci “files” tidak ada"),
    (entry(approved_bye="x"), 6, "mungkin yang dimaksud “approved-by”"),
    ('[[supressions]]\nrule = "x"', 1, "mungkin yang dimaksud “suppressions”"),
    ("suppressions = 3", 1, "harus berupa tabel [[suppressions]]"),
]


@pytest.mark.parametrize(("text", "line", "said"), WRONG)
def test_what_is_not_valid_is_told_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    path = tmp_path / FILE
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileError) as error:
        read_suppressions(path)
    assert said in error.value.sentences["id"] and f"{path}:{line}: " in error.value.sentences["id"]


def suppression(path: Path, **values: Any) -> Suppression:
    given = {"files": ("/a.docx",), "rule": "KLA-11", "reason": 'kata "tamu"\\', "until": datetime.date(2027, 1, 1)}
    return Suppression(path, 0, **(given | values))


def test_an_entry_is_added_behind_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / FILE
    text, line = with_entry(path, suppression(path), "Pasal 5: nama")
    assert (text.splitlines()[0], line) == ("# Pasal 5: nama", 2)
    path.write_bytes(("# catatan kami\r\n" + text.replace("\n", "\r\n")).encode())
    again, line = with_entry(path, suppression(path, provision="Pasal 9", approved_by="Kabag\x7f"), "lagi")
    path.write_bytes(again.encode())
    first, second = read_suppressions(path)
    assert again.startswith("# catatan kami\r\n") and "\r\n\r\n# lagi\r\n" in again
    assert (first.reason, second.provision, second.approved_by) == ('kata "tamu"\\', "Pasal 9", "Kabag\x7f")
    assert second.line == line


def test_a_list_written_on_one_line_is_not_broken(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_text('suppressions = [{files="a",rule="KLA",reason="x",until=2027-01-01}]\n', encoding="utf-8")
    with pytest.raises(FileError, match=r"tables \[\[suppressions\]\]"):
        with_entry(path, suppression(path), "x")


def test_where_an_entry_goes(tmp_path: Path) -> None:
    document = tmp_path / "a/b/c.docx"
    document.parent.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    assert place_of([document], ConfigFiles()) == tmp_path / FILE
    (tmp_path / "a/kerjasama-check.toml").touch()
    assert place_of([document], ConfigFiles()) == tmp_path / "a" / FILE
    (tmp_path / "a/b" / FILE).touch()
    assert place_of([document], ConfigFiles()) == tmp_path / "a/b" / FILE
    assert place_of([document, tmp_path / "d.docx"], ConfigFiles()) == tmp_path / FILE
    assert patterns_for(tmp_path / FILE, [document, tmp_path / "a"]) == ("/a/b/c.docx", "/a/")
    assert patterns_for(tmp_path / "a" / FILE, [tmp_path / "d.docx"]) is None
