"""Modal words and the forms of verbs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.indonesian.modality import (
    AGREE,
    BAN,
    DUTY,
    POWER,
    RELEASE,
    RIGHT,
    activate,
    is_active,
    is_formal,
    is_nominal,
    is_passive,
    is_stative,
    looks_passive,
    modal_at,
    noun_at,
)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("wajib menyerahkan", DUTY, 1),
        ("bertanggung jawab atas", DUTY, 2),
        ("mempunyai kewajiban untuk", DUTY, 2),
        ("mempunyai tanggung jawab dalam", DUTY, 3),
        ("akan menyediakan", DUTY, 1),
        ("berhak memperoleh", RIGHT, 1),
        ("memiliki hak untuk", RIGHT, 2),
        ("diberikan hak untuk", RIGHT, 2),
        ("dapat meminta", POWER, 1),
        ("hanya dapat meminta", POWER, 2),
        ("berwenang menetapkan", POWER, 1),
        ("dilarang mengalihkan", BAN, 1),
        ("tidak dapat mengalihkan", BAN, 2),
        ("tidak boleh mengalihkan", BAN, 2),
        ("tidak wajib menyediakan", RELEASE, 2),
        ("tidak bertanggung jawab atas", RELEASE, 3),
        ("sepakat untuk", AGREE, 1),
    ],
)
def test_modal_phrases(text: str, kind: str, words: int) -> None:
    found = modal_at(text.split(), 0)
    assert found is not None and (found.kind, found.words) == (kind, words)


def test_a_promise_is_not_explicit() -> None:
    promise, duty = modal_at(["akan"], 0), modal_at(["wajib"], 0)
    assert promise is not None and not promise.explicit
    assert duty is not None and duty.explicit


def test_no_modal() -> None:
    assert modal_at(["menyediakan", "ruang"], 0) is None
    assert modal_at(["tidak", "menyediakan"], 0) is None


def test_nouns_that_name_a_modality() -> None:
    assert noun_at(["tanggung", "jawab", "pihak"], 0) == (DUTY, 2)
    assert noun_at(["hak"], 0) == (RIGHT, 1)
    assert noun_at(["kewenangan"], 0) == (POWER, 1)
    assert noun_at(["biaya"], 0) is None and noun_at([], 3) is None


@pytest.mark.parametrize(
    "word",
    "melakukan menyediakan membayar menyusun merawat melatih mewajibkan berkoordinasi tunduk ikut bekerja".split(),
)
def test_active_verbs(word: str) -> None:
    assert is_active(word)


@pytest.mark.parametrize(
    "word", "mereka melalui menurut bersama berdasarkan merupakan memiliki bermaksud menteri ruang wajib biaya".split()
)
def test_no_active_verbs(word: str) -> None:
    assert not is_active(word)


def test_statives() -> None:
    assert is_stative("merupakan") and is_stative("memiliki") and not is_stative("melakukan")


def test_passives() -> None:
    assert all(is_passive(word) for word in ("dilaksanakan", "ditanggung", "disusun", "dibebankan"))
    assert not any(is_passive(word) for word in ("dinas", "direktur", "dimiliki", "disebut", "ditandatanganinya", "di"))
    assert looks_passive("dimiliki") and not looks_passive("direktur")
    assert is_formal("ditandatangani") and not is_formal("disusun")


def test_nominal_forms() -> None:
    assert all(is_nominal(word) for word in ("penyediaan", "kelalaian", "ditandatanganinya", "pemeliharaannya"))
    assert not any(is_nominal(word) for word in ("kemudian", "menyediakan", "ruang"))


@pytest.mark.parametrize(
    ("passive", "active"),
    [
        ("ditanggung", "menanggung"),
        ("disusun", "menyusun"),
        ("dibayar", "membayar"),
        ("dipelihara", "memelihara"),
        ("dikelola", "mengelola"),
        ("dilaksanakan", "melaksanakan"),
        ("diatur", "mengatur"),
        ("digunakan", "menggunakan"),
        ("dicetak", "mencetak"),
        ("diperbaiki", "memperbaiki"),
        ("ditransfer", "mentransfer"),
        ("diwakili", "mewakili"),
        ("biaya", "biaya"),
    ],
)
def test_passives_are_turned(passive: str, active: str) -> None:
    assert activate(passive) == active


@given(st.text(max_size=30), st.lists(st.text(max_size=12), min_size=1, max_size=5))
def test_any_word_has_an_answer(word: str, words: list[str]) -> None:
    assert isinstance(activate(word), str)
    assert is_active(word) in (True, False) and is_passive(word) in (True, False) and is_nominal(word) in (True, False)
    found = modal_at(words, 0)
    assert found is None or found.words <= len(words)
