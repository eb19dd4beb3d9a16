"""Words that a pattern cannot match without."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.agreement.stems import stems_of
from kerjasama_check.checking.glance import lowered, worded


@pytest.mark.parametrize(
    ("pattern", "stems"),
    [
        (r"\bpinjam pakai\b", ("pinjam pakai",)),
        (r"pel?indungan|\bKurs\b", ("indungan", "kurs")),
        (r"\b(?:barang|aset) (?:milik )?(?:negara|daerah)\b", ("daerah", "negara")),
        (r"ab+cd(?=ef)", ("ab",)),
        (r"[\]a]bc\|d", ("bc|d",)),
        (r"(?P<x>foo|bar)?baz{2,3}q", ("baz",)),
        (r"x{0,2}yy", ("yy",)),
        (r"sewa|", ()),
        (r"\d+|sewa", ()),
        (r"(?!sewa)\w+", ()),
    ],
)
def test_words_of_patterns(pattern: str, stems: tuple[str, ...]) -> None:
    assert stems_of(pattern) == stems


_PIECES = [
    "biaya",
    "sewa ?",
    "(?:dan|atau)",
    "(?:yang )?",
    r"\s+",
    "[ab]c",
    "d{0,2}",
    "e+",
    r"\b",
    ".",
    "(?=x)",
    "K-?L",
]
_PATTERNS = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=6).map("".join)
_TEXTS = st.lists(
    st.sampled_from(["biaya", "sewa", " ", "dan", "atau", "yang ", "ac", "d", "e", "x", "KL", "k-l"]), max_size=12
).map("".join)


@given(st.lists(_PATTERNS, min_size=1, max_size=3).map("|".join), _TEXTS)
def test_every_match_holds_a_word(pattern: str, text: str) -> None:
    match = re.search(pattern, text, re.IGNORECASE)
    stems = stems_of(pattern)
    if match and stems:
        assert any(stem in lowered(f"[{text}]") for stem in stems)


@given(st.lists(_PATTERNS, min_size=1, max_size=3).map("|".join), _TEXTS)
def test_small_text_is_searched_alike(pattern: str, text: str) -> None:
    small = lowered(text)
    plain, quick = re.search(pattern, small, re.IGNORECASE), worded(pattern).found_in(small)
    assert (plain and plain.span()) == (quick and quick.span())
