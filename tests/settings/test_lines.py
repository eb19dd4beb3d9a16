"""Lines of keys in TOML: what a user is told to look at."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.settings.lines import line_of

TEXT = '''\
# profile = "tidak ini"
profile = "umum"
"select" = [  # semua
  "KLA",
  "ANG-01",
]
note = """
[severity]
ignore = 1
"""
a.b."c d" = 'x # y'

[severity]
BHS = "info"
"KLA-03" = "warning"

[[overrides]]
files = ["a/**"]
profile = "daerah"

[[overrides]]
files = ["b = [", "c"]
ignore = ["BHS"]

[tool."kerjasama-check".severity]
BHS = "error"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("profile",), 2),
        (("select",), 3),
        (("select", "ANG-01"), 5),
        (("note",), 7),
        (("a", "b", "c d"), 11),
        (("severity",), 13),
        (("severity", "BHS"), 14),
        (("severity", "KLA-03"), 15),
        (("overrides", 0), 17),
        (("overrides", 0, "profile"), 19),
        (("overrides", 1, "files", "c"), 22),
        (("overrides", 1, "ignore", "BHS"), 23),
        (("tool", "kerjasama-check", "severity", "BHS"), 26),
        (("overrides", 1, "reason"), 21),
        (("nowhere",), 0),
    ],
)
def test_the_line_of_a_key(path: tuple[str | int, ...], line: int) -> None:
    assert line_of(TEXT, path) == line


KEY = st.text("abcxyz-_0", min_size=1, max_size=6)
VALUE = st.sampled_from(['"x"', "'[y]'", "3", "true", '[\n  "p",\n  "q # r",\n]', '"""\n[k]\nz = 1\n"""', "{ a = 1 }"])


@given(st.lists(st.tuples(KEY, VALUE), max_size=8, unique_by=lambda pair: pair[0]), KEY, st.integers(0, 3))
def test_the_line_is_where_the_key_was_written(pairs: list[tuple[str, str]], wanted: str, blanks: int) -> None:
    pairs = [pair for pair in pairs if pair[0] != wanted]
    before = "".join(f"{key} = {value}\n" for key, value in pairs) + "\n" * blanks
    text = f"{before}{wanted} = 1  # di sini\nzzzzzzzz = 2\n"
    assert wanted in tomllib.loads(text)
    assert line_of(text, (wanted,)) == before.count("\n") + 1
