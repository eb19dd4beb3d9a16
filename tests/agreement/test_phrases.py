"""Plain phrases and lazily compiled wordings."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.agreement.fuzzy import edit_distance, fold, heal, nearest
from kerjasama_check.agreement.phrases import InSmall, Phrases, Wording, expand, leftmost
from kerjasama_check.indonesian.closeness import in_small


def test_alternatives_optional_pieces_and_nesting() -> None:
    assert expand("A|B") == ["A", "B"]
    assert expand("POL(DA|RES)|X") == ["POLDA", "POLRES", "X"]
    assert expand("AD?A") == ["ADA", "AA"]
    assert expand("(PE)?LAPOR") == ["PELAPOR", "LAPOR"]
    assert expand("A(B|C(D|E))F") == ["ABF", "ACDF", "ACEF"]
    with pytest.raises(ValueError, match="bracket"):
        expand("A(B")


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        ("DINAS", "KEPALA DINAS SOSIAL", True),
        ("DINAS", "KEDINASAN", False),
        ("DINAS", "DINASTI", False),
        ("DINAS*", "DINASTI", True),
        ("^DINAS", "KEPALA DINAS", False),
        ("^DINAS", "DINAS SOSIAL", True),
        ("WAKTU$", "JANGKA WAKTU", True),
        ("WAKTU$", "WAKTU KERJA", False),
        ("^WAKTU$", "WAKTU", True),
        ("RUMAH SAKIT (DAERAH|JIWA)", "RUMAH SAKIT JIWA MENUR", True),
    ],
)
def test_found(phrases: str, text: str, found: bool) -> None:
    assert Phrases(phrases).found_in(text) is found


def test_start() -> None:
    assert Phrases("DINAS|BADAN*").start("BADAN USAHA")
    assert Phrases("BADAN*").start("BADANNYA")
    assert not Phrases("DINAS").start("KEPALA DINAS")


def test_a_wording_without_its_stem_is_not_searched() -> None:
    broken = Wording(("ZZZ",), "(")  # would not compile
    assert broken.search("AAA") is None
    assert Wording(("AKHIR",), r"BER(?:AKHIR)").search("IA BERAKHIR KELAK") is not None


def test_folding_closes_letter_spacing_and_drops_marks() -> None:
    assert fold("P E N U T U P") == "PENUTUP"
    assert fold("N O T A   K E S E P A H A M A N") == "NOTA KESEPAHAMAN"
    assert fold("Lain – lain, ké dua") == "LAIN LAIN KE DUA"
    assert fold("PER.JANJIAN") == "PERJANJIAN"
    assert fold("a b") == "A B"


def test_healing_by_a_vocabulary() -> None:
    known = ("PERSELISIHAN", "TUJUAN", "PIHAK")
    assert heal("TUIUAN PERSELISIIIAN XYZ", known) == "TUJUAN PERSELISIHAN XYZ"
    assert nearest("PIHAK", known) == "PIHAK"
    assert nearest("MIHRAB", known) is None


@given(st.text("ABC", max_size=8), st.text("ABC", max_size=8), st.integers(0, 4))
def test_the_distance_is_symmetric_and_bounded(a: str, b: str, limit: int) -> None:
    one, other = edit_distance(a, b, limit), edit_distance(b, a, limit)
    assert min(one, limit + 1) == min(other, limit + 1)
    assert (one == 0) == (a == b)


@given(st.text(max_size=80))
def test_folded_text_is_capitals_digits_and_single_blanks(text: str) -> None:
    folded = fold(text)
    assert all(c.isascii() and (c.isupper() or c.isdigit() or c == " ") for c in folded)
    assert "  " not in folded
    assert folded == folded.strip()


def test_folding_takes_linear_time() -> None:
    assert fold("A " * 50_000) == "A" * 50_000
    assert fold(" " * 100_000) == ""


@given(st.text(st.sampled_from("aAİıẞß \n"), max_size=40))
def test_small_letters_stand_where_the_letters_stood(text: str) -> None:
    small = in_small(text)
    assert len(small) == len(text)
    for letter, other in zip(text, small, strict=True):
        assert other == (letter.lower() if len(letter.lower()) == 1 else letter)


@given(st.lists(st.sampled_from(["biaya", "BIAYA", "beban biaya", "x", "dana"]), max_size=6).map(" ".join))
def test_a_text_without_a_stem_would_not_match_either(text: str) -> None:
    small = in_small(text)
    pattern = r"\b(?:beban\s)?biaya\b|\bdana\b"
    for sought in (InSmall(pattern), InSmall(pattern, "biaya", "dana")):
        found, expected = sought.search(small), re.search(pattern, small)
        assert (found and found.span()) == (expected and expected.span())
    assert InSmall(pattern).stems == ("biaya", "dana")


@given(st.text("ab ", max_size=24), st.integers(0, 6), st.integers(6, 24))
def test_two_patterns_find_what_they_would_as_one(text: str, start: int, end: int) -> None:
    first, second = re.compile(r"ab+|b a"), re.compile(r"\bba?|a+ ")
    both = re.compile(f"(?:{first.pattern})|(?:{second.pattern})")
    found = [match.span() for match in leftmost(first, second, text, start, end)]
    assert found == [match.span() for match in both.finditer(text, start, end)]
