from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.indonesian.money import find_money, format_rupiah
from kerjasama_check.indonesian.terbilang import to_words


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("Rp150.000.000,00", 150_000_000, "IDR"),
        ("Rp. 150.000.000,-", 150_000_000, "IDR"),
        ("Rp 1.000.000", 1_000_000, "IDR"),
        ("Rp.1.000.000,-, dan", 1_000_000, "IDR"),
        ("Rp 1.500.000.-", 1_500_000, "IDR"),
        ("Rp 1.000. 000", 1_000_000, "IDR"),
        ("Rp. l.000.O00", 1_000_000, "IDR"),
        ("Rp0", 0, "IDR"),
        ("Rp. 6000", 6000, "IDR"),
        ("IDR 5,000,000.00", 5_000_000, "IDR"),
        ("Rp. 2,5 juta", 2_500_000, "IDR"),
        ("Rp 3 milyar", 3_000_000_000, "IDR"),
        ("Rp5jt", 5_000_000, "IDR"),
        ("USD 1,500.50", 1500, "USD"),
        ("US$ 2.500", 2500, "USD"),
        ("EUR 5.000,00", 5000, "EUR"),
        ("$5", 5, "USD"),
        ("SGD 10", 10, "SGD"),
    ],
)
def test_figures_with_a_currency(text: str, value: int, currency: str) -> None:
    (span,) = find_money(f"sebesar {text} per bulan")
    assert (span.value, span.currency) == (value, currency)
    assert (span.words_value, span.words_text) == (None, None)


@pytest.mark.parametrize(
    ("text", "words_value", "misspellings"),
    [
        ("Rp150.000.000,00 (seratus lima puluh juta rupiah)", 150_000_000, ()),
        ("Rp25.000.000,00 (dua puluh juta)", 20_000_000, ()),
        ("Rp 1.000.000,- (Terbilang : Satu Juta Rupiah,-)", 1_000_000, ()),
        ("seratus juta rupiah (Rp100.000.000,00)", 100_000_000, ()),
        ("Rp3.000.000.000,00 (tiga milyar rupiah)", 3_000_000_000, ("milyar",)),
        ("Rp100.000,00 (satu ratus ribu rupiah)", 100_000, ("satu ratus",)),
        ("Rp5.000,00 (dua tiga puluh rupiah)", None, ()),
    ],
)
def test_words_beside_figures(text: str, words_value: int | None, misspellings: tuple[str, ...]) -> None:
    (span,) = find_money(f"Biaya sebesar {text}, dibayar di muka.")
    sentence = f"Biaya sebesar {text}, dibayar di muka."
    assert sentence[span.start : span.end] == text
    assert span.words_text is not None
    assert (span.words_value, span.misspellings) == (words_value, misspellings)


def test_a_bracket_with_other_words_is_no_terbilang() -> None:
    (span,) = find_money("Rp100.000,00 (belum termasuk pajak)")
    assert span.words_text is None
    assert span.end == span.figures_end


@pytest.mark.parametrize("text", ["Rp ..........", "Rupiah", "RPJMN 2020", "GRP12", "150.000.000", "Rp"])
def test_texts_without_a_sum(text: str) -> None:
    assert find_money(text) == []


def test_several_sums_in_a_sentence() -> None:
    assert [span.value for span in find_money("Rp12.500 dan Rp 13.000; Rp. 14.500,-")] == [12_500, 13_000, 14_500]


@given(st.integers(0, 10**15))
def test_the_standard_form_leads_back_to_itself(value: int) -> None:
    text = f"{format_rupiah(value)} ({to_words(value)} rupiah)"
    (span,) = find_money(text)
    assert (span.value, span.words_value, span.standard_form) == (value, value, text)
    assert (span.start, span.end) == (0, len(text))


_VOCABULARY = "Rp Rp1.000 ( ) . , 5 juta rupiah dua ,- USD $ (dua"
_PIECES = st.lists(st.sampled_from(_VOCABULARY.split()), max_size=30).map(" ".join)


@given(st.text(max_size=300) | _PIECES)
def test_any_text_gives_spans_in_order(text: str) -> None:
    end = 0
    for span in find_money(text):
        assert end <= span.start < span.figures_end <= span.end <= len(text)
        assert span.value >= 0
        end = span.end
