"""Loading rules: what is refused, and where the fault is said to be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kerjasama_check import resources
from kerjasama_check.checking import rulebook as loading
from kerjasama_check.checking.lint import lint
from kerjasama_check.checking.problems import RuleFileError
from kerjasama_check.checking.rulebook import load_rulebook, load_texts

REGULATIONS = 'uu-1-2004: {number: "Undang-Undang Nomor 1 Tahun 2004", title: "Perbendaharaan Negara", known: read}\n'
RULE = """\
- id: XYZ-01
  name: tempat-tidak-disebut
  title: {id: "Tempat", en: "Place"}
  severity: warning
  force: practice
  check: {function: place_missing}
  basis: [{regulation: uu-1-2004, article: "Pasal 3"}]
  message: {id: "Tempat tidak disebut.", en: "No place."}
  advice: {id: "Sebutkan tempatnya.", en: "Name it."}
  why: {id: "Perlu.", en: "Needed."}
  examples:
    bad: [{text: "a"}]
    good: [{text: "b"}]
  since: "0.1.0"
"""


def load(rule: str = RULE, **more: str) -> loading.Rulebook:
    return load_texts({"regulasi.yaml": REGULATIONS, "contoh.yaml": rule, **more})


def refusal(rule: str, **more: str) -> str:
    with pytest.raises(RuleFileError) as caught:
        load(rule, **more)
    return str(caught.value)


def test_a_rule_takes_its_family_from_the_file() -> None:
    rule = load().rules[0]
    assert (rule.id, rule.family, rule.severity, rule.line) == ("XYZ-01", "contoh", "warning", 1)
    assert rule.applies.ceremonial is False  # the function reports what is missing


def test_a_rule_is_found_by_id_and_by_name() -> None:
    book = load()
    assert book.rule("xyz-01") is book.rule("tempat-tidak-disebut") is book.rules[0]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "severity: warning",
            "severity: warnig",
            "contoh.yaml:4: [1].severity: “warnig” tidak dikenal (mungkin yang dimaksud: warning)",
        ),
        ("force: practice", "force: custom", "[1].force"),
        ("function: place_missing", "function: place_missin", "place_missing"),
        ("regulation: uu-1-2004", "regulation: uu-1-2005", "uu-1-2004"),
        ("  why:", "  whi:", "kunci tidak dikenal (mungkin yang dimaksud: why)"),
        ("id: XYZ-01", "id: xyz", "ABC-01"),
        ('bad: [{text: "a"}]', "bad: []", "paling sedikit satu contoh"),
        ("Tempat tidak disebut.", "Tempat {kota} tidak disebut.", "{kota} tidak diisi"),
        ("name: tempat-tidak-disebut", "name: Tempat", "tanda hubung"),
        ("check: {function: place_missing}", "check: {function: place_missing, options: {a: 1}}", "options"),
    ],
)
def test_a_fault_names_file_line_field_and_nearest_name(old: str, new: str, said: str) -> None:
    assert old in RULE
    assert said in refusal(RULE.replace(old, new))


def test_an_unknown_fact_is_refused() -> None:
    assert "public-party" in refusal(RULE + "  applies: {when: [public-part]}\n")


def test_an_id_may_be_used_once() -> None:
    assert "sudah dipakai" in refusal(RULE, **{"lain.yaml": RULE})


def test_all_faults_are_reported_at_once() -> None:
    text = refusal(RULE.replace("severity: warning", "severity: x").replace("force: practice", "force: y"))
    assert "severity" in text
    assert "force" in text


def test_severity_may_depend_on_kind_and_variant() -> None:
    rule = load(
        RULE.replace("function: place_missing", "function: opening_incomplete").replace(
            "severity: warning", "severity: {default: error, kinds: {utama: warning}, variants: {late: info}}"
        )
    ).rules[0]
    assert rule.severity_for("perjanjian-kerja-sama", None) == "error"
    assert rule.severity_for("kesepakatan-bersama", None) == "warning"
    assert rule.severity_for("kesepakatan-bersama", "late") == "info"


def test_must_is_said_only_of_law_that_was_read() -> None:
    faults = lint(load(RULE.replace("Sebutkan tempatnya.", "Tempat wajib disebut.")))
    assert [fault.field for fault in faults] == ["XYZ-01.advice"]
    assert not lint(load(RULE.replace("Sebutkan tempatnya.", "Tulis “wajib hadir”.")))
    assert not lint(load(RULE.replace("Sebutkan tempatnya.", "Tempat wajib disebut.").replace("practice", "law")))


def test_binding_rules_name_their_law() -> None:
    text = RULE.replace("force: practice", "force: law")
    text = text.replace('basis: [{regulation: uu-1-2004, article: "Pasal 3"}]', "basis: []")
    assert [fault.field for fault in lint(load(text))] == ["XYZ-01.basis"]


def test_profiles_extend_each_other() -> None:
    profiles = {
        "profil/dasar.yaml": "title: {id: D, en: D}\nreason: {id: r, en: r}\n"
        "severity: {XYZ-01: info}\nassume: [region]\n",
        "profil/anak.yaml": "title: {id: A, en: A}\nreason: {id: r, en: r}\nextends: dasar\noff: [XYZ-01]\n",
    }
    child = load(**profiles).profiles["anak"]
    assert child.severity == {"XYZ-01": "info"}
    assert child.off == {"XYZ-01"}
    assert child.assume == {"region"}


def test_profiles_may_not_extend_in_a_ring() -> None:
    head = "title: {id: A, en: A}\nreason: {id: r, en: r}\n"
    text = refusal(RULE, **{"profil/a.yaml": head + "extends: b\n", "profil/b.yaml": head + "extends: a\n"})
    assert "saling memperluas" in text


def test_own_files_are_added_and_change_the_digest(tmp_path: Path) -> None:
    own = tmp_path / "milik.yaml"
    own.write_text(RULE, encoding="utf-8")
    book = load_rulebook([tmp_path], cache=False)
    assert book.rule("XYZ-01") is not None
    assert book.digest != load_rulebook(cache=False).digest


def test_a_fault_in_an_own_file_names_that_file(tmp_path: Path) -> None:
    own = tmp_path / "milik.yaml"
    own.write_text(RULE.replace("force: practice", "force: practic"), encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        load_rulebook([own], cache=False)
    assert caught.value.problems[0].file == str(own)
    assert caught.value.problems[0].line == 5


def test_a_file_that_is_no_utf8_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "milik.yaml"
    own.write_bytes(b"\xff\xfe- id: \x81")
    with pytest.raises(RuleFileError, match="UTF-8"):
        load_rulebook([own], cache=False)


def test_the_cache_gives_the_same_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERJASAMA_CHECK_CACHE", str(tmp_path))
    loading._ready.cache_clear()  # another test of this process may have loaded them
    first = load_rulebook()
    kept = list(tmp_path.glob("rules-*.json"))
    assert len(kept) == 1
    second = load_rulebook()
    assert [rule.id for rule in second.rules] == [rule.id for rule in first.rules]
    assert second.digest == first.digest
    kept[0].write_text("{broken", encoding="utf-8")
    assert len(load_rulebook().rules) == len(first.rules)


def test_own_regulations_and_profiles_are_taken_too(tmp_path: Path) -> None:
    folder = tmp_path / "profil" / "milik"  # only the folder of the file itself counts
    (folder / "profil").mkdir(parents=True)
    (folder / "milik.yaml").write_text(RULE.replace("uu-1-2004", "perda-7-2020"), encoding="utf-8")
    law = 'perda-7-2020: {number: "Peraturan Daerah Nomor 7 Tahun 2020", title: "Kerja Sama", known: read}\n'
    (folder / "regulasi.yaml").write_text(law, encoding="utf-8")
    head = "title: {id: M, en: M}\nreason: {id: r, en: r}\nextends: umum\nseverity: {XYZ-01: error}\n"
    (folder / "profil" / "milik.yaml").write_text(head, encoding="utf-8")
    book = load_rulebook([folder], cache=False)
    assert "perda-7-2020" in book.regulations
    assert book.profiles["milik"].severity["XYZ-01"] == "error"
    assert book.rule("XYZ-01") is not None


def test_a_changed_word_list_is_another_rule_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = load_rulebook(cache=False).digest
    copy = tmp_path / "rules"
    shutil.copytree(resources.rules_folder(), copy)
    monkeypatch.setattr(resources, "rules_folder", lambda: copy)
    assert load_rulebook(cache=False).digest == before
    with (copy / "kamus" / "ejaan.yaml").open("a", encoding="utf-8") as words:
        words.write("  salahtulis: salah tulis\n")
    assert load_rulebook(cache=False).digest != before
