"""Reading rule files: plain data, lines, and faults that name their place."""

import pytest

from kerjasama_check.checking.problems import TEXTS, Problem, RuleFileError, hint
from kerjasama_check.checking.source import Cursor, read_yaml


def test_values_keep_their_lines() -> None:
    data, lines = read_yaml("- id: A\n  list:\n    - x\n    - 3\n  flag: true\n", "a.yaml")
    assert data == [{"id": "A", "list": ["x", 3], "flag": True}]
    assert lines[(0, "list", 1)] == 4


def test_a_date_stays_text() -> None:
    data, _ = read_yaml("from: 2024-10-21\n", "a.yaml")
    assert data == {"from": "2024-10-21"}


def test_broken_yaml_names_file_and_line() -> None:
    with pytest.raises(RuleFileError) as caught:
        read_yaml("a: 1\nb: [1,\n", "broken.yaml")
    assert caught.value.problems[0].file == "broken.yaml"
    assert caught.value.problems[0].line >= 2


def test_a_key_written_twice_is_refused() -> None:
    with pytest.raises(RuleFileError, match="dua kali"):
        read_yaml("a: 1\na: 2\n", "a.yaml")


def test_aliases_cannot_blow_a_file_up() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 10) + "]" for n in range(1, 9)]
    with pytest.raises(RuleFileError, match="terlalu besar"):
        read_yaml("\n".join(lines), "bomb.yaml")


def test_no_objects_are_made() -> None:
    data, _ = read_yaml("a: !!python/object/apply:os.getcwd []\n", "a.yaml")
    assert data == {"a": []}


def test_an_unknown_key_is_reported_with_the_nearest_one() -> None:
    problems: list[Problem] = []
    data, lines = read_yaml("severty: error\n", "a.yaml")
    Cursor(data, "a.yaml", lines, problems).mapping(["severity", "name"])
    assert "severity" in problems[0].message()
    assert str(problems[0]).startswith("a.yaml:1: severty:")


def test_nearest_lists_the_known_names_when_none_is_close() -> None:
    assert "satu, tiga" in hint("qqqq", ["tiga", "satu"])


def test_an_error_can_be_handed_to_another_process() -> None:
    import pickle

    error = RuleFileError([Problem("a.yaml", 3, "id", "twice")])
    assert pickle.loads(pickle.dumps(error)).problems == error.problems


def test_faults_are_told_in_both_languages() -> None:
    problem = Problem("a.yaml", 3, "[1].severity", "unknown", (("name", "eror"),), "eror", ("error", "info"))
    assert problem.describe() == "a.yaml:3: [1].severity: “eror” tidak dikenal (mungkin yang dimaksud: error)"
    assert problem.describe("en") == "a.yaml:3: [1].severity: “eror” is unknown (did you mean error?)"


def test_both_languages_have_the_same_details() -> None:
    import re

    for indonesian, english in TEXTS.values():
        assert re.findall(r"{(\w+)}", indonesian) == re.findall(r"{(\w+)}", english)
