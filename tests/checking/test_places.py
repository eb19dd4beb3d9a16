"""Naming places: sentences, offsets, quotes; and reading any text as a rule file."""

from __future__ import annotations

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st
from rule_checks import agreement

from kerjasama_check.checking.findings import Spot
from kerjasama_check.checking.fingerprint import fingerprint
from kerjasama_check.checking.problems import RuleFileError
from kerjasama_check.checking.rulebook import load_texts
from kerjasama_check.checking.text import all_text, body, sentence_at, spot_block, spot_of, spot_whole

TEXT = "Pertama selesai. Kedua, menurut Pasal 5 ayat (1), berjalan; ketiga"


@given(st.text(alphabet="ab .;!?\n()1", max_size=60), st.data())
def test_a_sentence_holds_its_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = sentence_at(text, start, end)
    assert 0 <= first <= last <= len(text)
    if text[start:end].strip():
        assert last >= start


def test_the_sentence_around_words() -> None:
    at = TEXT.index("Pasal")
    first, last = sentence_at(TEXT, at, at + 5)
    assert TEXT[first:last] == "Kedua, menurut Pasal 5 ayat (1), berjalan;"


def test_a_label_is_no_sentence() -> None:
    assert sentence_at("a. menyediakan ruang; dan", 0, 0) == (0, len("a. menyediakan ruang;"))


def test_offsets_lead_back_to_the_words() -> None:
    subject = agreement()
    for provision in body(subject):
        word = provision.text.split()[-1]
        start = provision.text.rindex(word)
        spot = spot_of(subject, provision, start, start + len(word))
        assert spot.block in provision.blocks
        if spot.start is not None:
            assert subject.document.blocks[spot.block or 0].text[spot.start : spot.end] == word
        assert spot_whole(subject, provision).provision == provision.name


def test_a_word_that_occurs_twice_is_found_at_its_own_place() -> None:
    subject = agreement("Pasal 3\nPELAKSANAAN\nPelatihan lanjutan mengikuti Pelatihan dasar.")
    provision = next(p for p in body(subject) if p.text.startswith("Pelatihan lanjutan"))
    second = provision.text.rindex("Pelatihan")
    assert spot_of(subject, provision, second, second + 9).start == second


def test_long_quotes_are_cut_at_a_word() -> None:
    subject = agreement("Pasal 3\nPELAKSANAAN\n" + "kata " * 100)
    block = next(b.place.paragraph for b in subject.document.blocks if b.text.startswith("kata kata"))
    quote = spot_block(subject, block).quote
    assert quote.endswith("kata…")
    assert len(quote) <= 241


def test_all_text_is_that_of_its_own_agreement() -> None:
    assert "peralatan langka" in all_text(agreement("Peralatan langka disiapkan."))
    assert "peralatan langka" not in all_text(agreement())


def test_numbers_of_articles_do_not_change_a_fingerprint() -> None:
    subject = agreement()
    spots = [Spot("premis", 13, f"sesuai Pasal {n} ayat ({n}) huruf a") for n in (3, 7)]
    prints = {fingerprint("X", None, spot, subject) for spot in spots}
    assert len(prints) == 1
    assert fingerprint("Y", None, spots[0], subject) not in prints


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_a_rule_file_or_refused(text: str) -> None:
    with contextlib.suppress(RuleFileError):
        assert load_texts({"apa.yaml": text, "profil/apa.yaml": text}).rules == ()
