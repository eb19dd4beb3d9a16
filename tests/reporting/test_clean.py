"""Text of a document can neither steer the terminal nor get lost on a narrow encoding."""

from __future__ import annotations

import io
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.reporting.clean import clean, install, nearest


def test_terminal_codes_and_direction_marks_are_made_visible() -> None:
    assert clean("a\x1b[31mred\x07") == "a⟨U+001B⟩[31mred⟨U+0007⟩"
    assert clean("Rp\u202e000.1") == "Rp⟨U+202E⟩000.1"
    assert clean("baris satu\nbaris\t dua\u200b") == "baris satu baris dua"


def test_markup_is_left_as_text() -> None:
    assert clean("[bold red]x[/] :smile: {y}") == "[bold red]x[/] :smile: {y}"


@given(st.text())
def test_nothing_that_acts_on_a_terminal_is_left(text: str) -> None:
    shown = clean(text)
    assert all(unicodedata.category(sign) not in ("Cc", "Cs") for sign in shown)
    assert not set(shown) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
    shown.encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Zs"]), min_size=1))
def test_ordinary_text_is_kept(text: str) -> None:
    assert clean(text) == text


def test_a_narrow_stream_gets_the_nearest_signs() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1252", errors=install())
    stream.write("“Pasal 5” – kerjasama → kerja sama ≥ 2 ├── é … ⟨U+202E⟩ Ž 漢")
    stream.flush()
    assert raw.getvalue().decode("cp1252") == "“Pasal 5” – kerjasama -> kerja sama >= 2 |-- é … <U+202E> Ž ?"


def test_ascii_keeps_the_letters() -> None:
    assert nearest("“é” – ½ ✓ Ⅳ") == '"e" - 1/2 v IV'
