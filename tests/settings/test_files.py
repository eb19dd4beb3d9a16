"""Settings files: found from a document upwards, the nearest first, judged with file, line and nearest name."""

from __future__ import annotations

import datetime
import os
import re
from pathlib import Path

import pytest

from kerjasama_check.settings.files import CONFIG, ConfigFiles, FileError, read_config
from kerjasama_check.settings.keys import KEYS, fits, schema
from kerjasama_check.settings.options import SettingError, Settings
from kerjasama_check.settings.overview import start
from kerjasama_check.settings.plan import Door


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with settings, and one below it with its own."""
    write(
        tmp_path / CONFIG,
        'root = true\nprofile = "umum"\nfail-on = "warning"\nignore = ["BHS"]\nlanguage = "en"\n'
        '[severity]\nBHS = "error"\nKLA = "info"\n'
        '[[overrides]]\nfiles = ["adendum/"]\nprofile = "daerah"\n'
        '[[overrides]]\nfiles = ["adendum/lama*"]\nprofile = "imipas"\n',
    )
    write(tmp_path / "sub" / CONFIG, 'profile = "imipas"\n[severity]\n"BHS-01" = "info"\n')
    for name in ("a.txt", "sub/b.txt", "sub/c/d.txt", "adendum/e.txt", "adendum/lama1.txt"):
        write(tmp_path / name, "x")
    return tmp_path


def of(folder: Path, document: str, **options: object) -> Settings:
    door = Door(options, {}, [folder])
    return door.plan([folder / document]).of(folder / document)


def test_the_nearest_file_wins_key_by_key(office: Path) -> None:
    assert of(office, "a.txt").profile == "umum"
    deeper = of(office, "sub/c/d.txt")
    assert (deeper.profile, deeper.fail_on, deeper.ignore) == ("imipas", "warning", ("BHS",))
    assert deeper.severity == ((("BHS-01", "info"),), (("BHS", "error"), ("KLA", "info")))


def test_of_the_overrides_the_last_that_fits_wins(office: Path) -> None:
    assert of(office, "adendum/e.txt").profile == "daerah"
    assert of(office, "adendum/lama1.txt").profile == "imipas"


def test_options_win_over_variables_and_these_over_files(office: Path) -> None:
    assert of(office, "sub/b.txt", profile="ketat").profile == "ketat"
    door = Door({}, {"KERJASAMA_CHECK_PROFILE": "kemenkumham-2016", "KERJASAMA_CHECK_FAIL_ON": "none"}, [office])
    settings = door.plan([office / "sub/b.txt"]).of(office / "sub/b.txt")
    assert (settings.profile, settings.fail_on) == ("kemenkumham-2016", "none")
    assert str(door.values().look("profile")[1]) == "KERJASAMA_CHECK_PROFILE"


def test_the_search_ends_at_a_root_marker(tmp_path: Path) -> None:
    write(tmp_path / CONFIG, 'root = true\nprofile = "umum"\n')
    write(tmp_path / "repo/x/a.txt", "x")
    assert of(tmp_path / "repo", "x/a.txt").profile == "umum"
    (tmp_path / "repo/.git").mkdir()
    assert of(tmp_path / "repo", "x/a.txt").profile is None


def test_pyproject_counts_where_it_has_the_table(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", '[tool.kerjasama-check]\nroot = true\nprofile = "daerah"\nfail-on = "none"\n')
    write(tmp_path / "sub/pyproject.toml", "[project]\nname = 'x'\n")
    write(tmp_path / "sub" / CONFIG, 'profile = "umum"\n')
    settings = of(tmp_path, "sub/a.txt")
    assert (settings.profile, settings.fail_on) == ("umum", "none")
    write(tmp_path / CONFIG, 'profile = "imipas"\n')  # beside it the file of our own is the nearer one
    assert (of(tmp_path, "a.txt").profile, of(tmp_path, "a.txt").fail_on) == ("imipas", "none")


def test_a_file_by_name_and_none_at_all(office: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    own = write(
        tmp_path_factory.mktemp("lain") / "ketat.toml",
        'profile = "ketat"\n[[overrides]]\nfiles = ["sub/*"]\nfail-on = "info"\n',
    )
    document = office / "sub/b.txt"
    door = Door({}, {}, [office], config=own)
    settings = door.plan([document]).of(document)
    assert (settings.profile, settings.fail_on, settings.language) == ("ketat", "info", "id")
    assert Door({}, {}, [office], no_config=True).run == Settings(date=datetime.date.today(), jobs=door.run.jobs)
    assert Door({}, {"KERJASAMA_CHECK_CONFIG": str(own)}, [office]).run.profile == "ketat"
    assert Door({}, {"KERJASAMA_CHECK_NO_CONFIG": "1"}, [office]).run.profile is None


def test_what_holds_for_a_run_is_said_where_a_folder_would_have_it_otherwise(office: Path) -> None:
    write(office / "sub" / CONFIG, 'language = "id"\njobs = 3\n')
    door = Door({"jobs": "3"}, {}, [office])
    assert of(office, "sub/b.txt").language == "en"
    [(key, place, value)] = door.disregarded(door.used([office / "sub"]))
    assert (key, value) == ("language", "en") and place.endswith("kerjasama-check.toml:1)")


def test_globs_of_folders(office: Path) -> None:
    write(office / "sub" / CONFIG, 'exclude = ["c/"]\n')
    write(office / CONFIG, 'root = true\nexclude = ["adendum/", "a.txt"]\ninclude = ["*.txt"]\n')
    keeper = Door({}, {}, [office]).keeper()
    top, sub = keeper(office), keeper(office / "sub")
    assert top is not None and sub is not None
    assert [top("adendum", True), top("a.txt", False), top("b.txt", False), top("b.pdf", False)] == [
        False,
        False,
        True,
        False,
    ]
    assert [sub("c", True), sub("a.txt", False), sub("d.pdf", False)] == [False, True, False]
    asked = Door({"exclude": ["*.txt"]}, {}, [office]).keeper()(office)
    assert asked is not None and not asked("b.txt", False)


WRONG = [
    ('profil = "umum"', 1, "kunci “profil” tidak dikenal; mungkin yang dimaksud “profile”."),
    ('\nfail_on = "error"', 2, "mungkin yang dimaksud “fail-on”"),
    ("xyzzyq = 1", 1, "yang ada: allow-unchecked"),
    ('fail-on = "fatal"', 1, "Nilai “fatal” untuk fail-on"),
    ('date = "kemarin"', 1, "Tanggal “kemarin” untuk date"),
    ("\n\ndate = 2026-01-01T10:00:00", 3, "“date” harus berupa tanggal"),
    ('select = "KLA"', 1, "“select” harus berupa daftar teks"),
    ('quiet = "ya"', 1, "“quiet” harus berupa true atau false"),
    ("jobs = 0", 1, "Nilai “0” untuk jobs"),
    ("timeout = -1", 1, "Nilai “-1” untuk timeout"),
    ("max-pages = 0", 1, "tulis bilangan dari 1 sampai dengan 100000"),
    ('[severity]\nBHS = "info"\nKLA = "fatal"', 3, "Tingkat “fatal” bagi KLA"),
    ('[[overrides]]\nprofile = "umum"', 1, "kunci “files” tidak ada"),
    ("[[overrides]]\nfiles = []", 2, "“files” kosong"),
    ('[[overrides]]\nfiles = ["a"]\nlanguage = "en"', 3, "“language” tidak dapat dibedakan menurut naskah"),
    ('[[overrides]]\nfiles = ["a"]\nprofle = "en"', 3, "mungkin yang dimaksud “profile”"),
    ("overrides = 3", 1, "“overrides” harus berupa tabel"),
    ('profile = "a"\nprofile = "b"', 2, "Bukan TOML yang sah"),
    ('exclude = ["a", "b"', 1, "Bukan TOML yang sah"),
]


@pytest.mark.parametrize(("text", "line", "said"), WRONG)
def test_what_is_wrong_is_told_with_file_and_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    path = write(tmp_path / CONFIG, text)
    with pytest.raises(FileError) as error:
        read_config(path)
    sentence = error.value.sentences["id"]
    assert said in sentence and sentence.startswith(f"{path}:{line}: ")
    assert error.value.sentences["en"] != sentence


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    path = write(tmp_path / CONFIG, 'profil = 1\nfail-on = "x"\njobs = "dua"\n')
    with pytest.raises(FileError) as error:
        read_config(path)
    assert [fault.line for fault in error.value.faults] == [1, 2, 3]


def test_files_as_windows_saves_them(tmp_path: Path) -> None:
    path = tmp_path / CONFIG
    path.write_bytes(b'\xef\xbb\xbfprofile = "umum"\r\nignore = [\r\n  "BHS"\r\n]\r\n')
    assert read_config(path).values == {"profile": "umum", "ignore": ["BHS"]}
    path.write_bytes('profile = "umum"'.encode("utf-16"))
    with pytest.raises(FileError, match="UTF-8"):
        read_config(path)


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="cannot be opened"):
        ConfigFiles(tmp_path / "missing.toml")


def test_the_start_is_valid_also_with_every_line_taken_in(tmp_path: Path) -> None:
    for language in ("id", "en"):
        text = start(language)
        assert read_config(write(tmp_path / CONFIG, text)).values == {}
        lines = [line[2:] if " = " in line or line.startswith("# [[") else line for line in text.splitlines()]
        values = read_config(write(tmp_path / CONFIG, "\n".join(lines))).values
        assert set(values) == {key.name for key in KEYS} | {"root", "overrides"}


def test_the_schema_is_the_table_of_keys() -> None:
    made = schema("en")
    assert set(made["properties"]) == {key.name for key in KEYS} | {"root", "overrides"}
    assert made["properties"]["fail-on"]["enum"] == ["error", "warning", "info", "none"]
    assert made["additionalProperties"] is False
    assert {key.field for key in KEYS} <= set(Settings.__dataclass_fields__)
    assert fits(["a"], "names") and not fits([""], "names") and not fits(True, "number")


def test_defaults_of_reading_are_those_of_the_reader() -> None:
    from kerjasama_check.archive.examine import read_options
    from kerjasama_check.reading.document import ReadOptions

    assert read_options(Settings()) == ReadOptions()


def test_the_examples_of_the_guide_are_valid(tmp_path: Path) -> None:
    from kerjasama_check.settings.suppressions import read_suppressions

    guide = (Path(__file__).resolve().parents[2] / "docs/panduan-pengguna.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```toml[^\n]*\n(.*?)```", guide, re.DOTALL)
    assert len(blocks) == 2
    for number, text in enumerate(blocks):
        path = write(tmp_path / f"{number}.toml", text)
        if "[[suppressions]]" in text:
            assert len(read_suppressions(path)) == 1
        else:
            assert len(read_config(path).values) > 3


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="needs rights that Windows and root do not honour")
def test_a_folder_that_may_not_be_entered_has_no_settings(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    (closed / "sub").mkdir(parents=True)
    closed.chmod(0)
    try:
        assert ConfigFiles().for_folder(closed / "sub") == ()
    finally:
        closed.chmod(0o700)
