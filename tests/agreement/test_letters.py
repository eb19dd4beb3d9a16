"""Quick ways of counting, folding and cutting say the same as the plain ones."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.agreement import fuzzy
from kerjasama_check.agreement.letters import letter_count, mostly_capitals
from kerjasama_check.agreement.signature_names import letters
from kerjasama_check.agreement.splitting import split_at

LINES = st.text(alphabet="abXYZ 19.,;-\t\n“”’–…éßIı²", max_size=40)


@given(LINES)
def test_letters_are_counted_one_by_one(text: str) -> None:
    found = [sign for sign in text if sign.isalpha()]
    assert letter_count(text) == len(found)
    assert mostly_capitals(text, 0.8) is (sum(sign.isupper() for sign in found) >= 0.8 * len(found))
    assert letters(text) == re.sub(r"[^a-z]", "", text.lower())


@given(LINES)
def test_a_line_of_plain_letters_folds_like_any_other(text: str) -> None:
    assert fuzzy.fold(text) == fuzzy._fold_any(text)


@given(LINES)
def test_sentences_are_cut_in_the_gap_behind_their_mark(text: str) -> None:
    assert split_at(re.compile(r"[.;](\s+)(?=[A-Z(])"), text) == re.split(r"(?<=[.;])\s+(?=[A-Z(])", text)
