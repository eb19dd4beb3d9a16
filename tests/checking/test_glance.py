"""The quick ways of looking find exactly what the plain ones find, on the patterns of all rules and on any text."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.agreement.model import Provision
from kerjasama_check.agreement.stems import needs_of, stems_of
from kerjasama_check.checking.glance import Glance, Stemmed, worded
from kerjasama_check.checking.lexicon import Lexicon
from kerjasama_check.checking.rulebook import load_rulebook
from kerjasama_check.checking.text import only_as_written

WORDS = (
    "pihak kesatu KEDUA Para PIHAK berhak wajib membayar hasil penelitian menjadi milik sendiri digunakan langsung "
    "untuk operasional kerjasama di bawah dibawah Rp 100.000 dan/atau non-alam İstanbul ſegera pengadilan negeri "
    "tempat kedudukan data pribadi pegawai , . ; ( ) : \n “ ” 30 (tiga puluh) hari kalender"
).split(" ")
texts = st.lists(st.sampled_from(WORDS) | st.text("ab kpi-.(", max_size=6), max_size=30).map(" ".join)
labels = st.lists(st.sampled_from(("PIHAK KESATU", "PIHAK KEDUA", "PARA PIHAK", "PIHAK I", "PIHAK II")), max_size=4)


@cache
def rule_patterns() -> tuple[str, ...]:
    """Every option of a rule that compiles as a pattern with an alternative or a boundary in it."""

    def inside(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple | list | frozenset):
            for part in value:
                yield from inside(part)
        elif isinstance(value, dict):
            for part in value.values():
                yield from inside(part)
        elif dataclasses.is_dataclass(value) and not isinstance(value, type):
            for field in dataclasses.fields(value):
                yield from inside(getattr(value, field.name))

    found = {text for rule in load_rulebook().rules for text in inside(rule.options) if "\\b" in text}
    return tuple(sorted(found))


@cache
def example_lines() -> tuple[str, ...]:
    """The lines of all examples: texts in which the patterns match, or nearly."""
    lines = (line for rule in load_rulebook().rules for example in rule.examples for line in example.text.splitlines())
    return tuple(sorted({line for line in lines if line.strip()}))


def provisions(parts: list[str]) -> list[Provision]:
    return [Provision(f"Pasal {at}", text, (at,), 0) for at, text in enumerate(parts)]


def test_there_are_patterns_to_try() -> None:
    assert len(rule_patterns()) > 150


def spans(pattern: Stemmed | re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def test_a_pattern_finds_what_it_finds_without_help() -> None:
    """Also where a word stands twice, first glued to a letter, so that only the second may be taken."""
    found = 0
    for pattern in rule_patterns():
        plain, quick = re.compile(pattern, re.IGNORECASE), Stemmed((), pattern)
        for line in example_lines():
            if not plain.search(line):
                assert quick.search(line) is None, (pattern, line)
                continue
            glued = plain.sub(lambda match: f"x{match[0]}", line)
            text = f"{glued} {line} {glued} {line.upper()}"
            found += 1
            assert spans(quick, text) == spans(plain, text), (pattern, text)
            first, expected = quick.search(text), plain.search(text)
            assert (first and first.span()) == (expected and expected.span())
    assert found > 500


@given(st.data(), texts)
def test_nor_does_any_other_text_make_a_difference(data: st.DataObject, text: str) -> None:
    pattern = data.draw(st.sampled_from(rule_patterns()))
    if "ſ" not in text:  # a letter that only IGNORECASE takes for an s
        assert spans(Stemmed((), pattern), text) == spans(re.compile(pattern, re.IGNORECASE), text)


def test_what_matches_holds_a_stem_and_all_that_is_needed() -> None:
    matched = 0
    for pattern in rule_patterns():
        compiled, stems, needs = re.compile(pattern), stems_of(pattern), needs_of(pattern)
        for line in example_lines():
            small = " ".join(line.lower().split())
            if compiled.search(small):
                matched += 1
                assert not stems or any(stem in small for stem in stems), pattern
                assert not needs or any(all(any(w in small for w in group) for group in groups) for groups in needs)
    assert matched > 500


@given(st.lists(texts, max_size=6), st.lists(st.sampled_from(WORDS).map(str.lower) | texts, min_size=1, max_size=6))
def test_words_are_held_by_the_provisions_that_hold_them(parts: list[str], sought: list[str]) -> None:
    stems = tuple(stem for stem in (" ".join(word.split()) for word in sought) if stem)
    for _ in range(3):  # first unknown, then learnt, then remembered
        seen = Glance(provisions(parts))
        expected = tuple(at for at, part in enumerate(seen.parts) if any(stem in part for stem in stems))
        assert seen.holding(stems) == expected
        for stem in stems:
            assert seen.holds(stem) == any(stem in part for part in seen.parts)


@given(st.lists(texts, max_size=6), st.data())
def test_a_slow_pattern_misses_no_provision(parts: list[str], data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(rule_patterns()))
    seen = Glance(provisions(parts))
    matching = {at for at, part in enumerate(seen.parts) if re.search(pattern, part)}
    assert matching <= seen.fulfilling(pattern)


@given(st.lists(st.text("abcdef", min_size=1, max_size=9), max_size=8), st.text("abcdef", max_size=14))
def test_the_lexicon_tells_what_a_word_holds_whenever_it_learnt_it(sought: list[str], word: str) -> None:
    lexicon = Lexicon()
    for one in sought:
        lexicon.ask((one,))
        lexicon.inside(word)  # remembered before the next is learnt
        lexicon.ask((one,))
    assert set(lexicon.inside(word)) == {one for one in sought if one in word}


@given(texts, labels)
def test_labels_are_as_written_only_if_each_is(text: str, defined: list[str]) -> None:
    known = tuple(dict.fromkeys(defined))
    if known and only_as_written(text, text.lower(), known):
        rest = re.sub("|".join(map(re.escape, known)), "", text)
        assert "pihak" not in rest.lower()


@pytest.mark.parametrize("label", ["KESATU", "BANK"])
def test_a_label_without_the_word_is_not_counted(label: str) -> None:
    assert not only_as_written(f"Pihak Pertama {label}", f"pihak pertama {label.lower()}", (label, "PIHAK KEDUA"))


def test_a_letter_that_grows_hides_nothing() -> None:
    pattern = worded(r"\bpihak\s+kedua\b")
    assert [m.group() for m in pattern.finditer("İzmir dan PIHAK KEDUA")] == ["PIHAK KEDUA"]
