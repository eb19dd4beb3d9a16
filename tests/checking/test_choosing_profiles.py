"""The profile follows from the parties and the date."""

from __future__ import annotations

import datetime

import pytest

from kerjasama_check.checking.examples import parse_text
from kerjasama_check.checking.profiles import UnknownProfileError, choose_profile
from kerjasama_check.checking.rulebook import Rulebook, load_rulebook
from kerjasama_check.checking.skeletons import compose

PARTNER = "Universitas Nusa Harapan"


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load_rulebook(cache=False)


@pytest.mark.parametrize(
    ("party", "date", "profile"),
    [
        ("Badan Riset Samudra Nusantara", datetime.date(2026, 3, 12), "umum"),
        (
            "Kantor Wilayah Kementerian Hukum dan Hak Asasi Manusia Sukamaju",
            datetime.date(2021, 11, 23),
            "kemenkumham-2016",
        ),
        ("Kantor Wilayah Kementerian Hukum Sukamaju", datetime.date(2026, 3, 12), "kemenkumham-2023"),
        ("Kantor Imigrasi Kelas I TPI Sukamaju", datetime.date(2021, 11, 23), "kemenkumham-2016"),
        ("Kantor Imigrasi Kelas I TPI Sukamaju", datetime.date(2025, 6, 2), "imipas"),
        ("Lembaga Pemasyarakatan Kelas IIA Sukamaju", datetime.date(2021, 11, 23), "pemasyarakatan"),
        ("Pemerintah Kabupaten Sukamaju", datetime.date(2025, 6, 2), "daerah"),
        ("Fakultas Hukum Universitas Sukamaju", datetime.date(2025, 6, 2), "umum"),
    ],
)
def test_the_profile_is_chosen_with_a_reason(book: Rulebook, party: str, date: datetime.date, profile: str) -> None:
    chosen = choose_profile(parse_text(compose("perjanjian-kerja-sama", parties=(party, PARTNER), date=date)), book)
    assert chosen.profile.name == profile
    assert chosen.reason
    assert not chosen.asked


def test_a_profile_can_be_asked_for(book: Rulebook) -> None:
    chosen = choose_profile(parse_text(compose("nota-kesepahaman")), book, "pemasyarakatan")
    assert (chosen.profile.name, chosen.asked) == ("pemasyarakatan", True)


def test_an_unknown_profile_is_named_with_the_nearest(book: Rulebook) -> None:
    with pytest.raises(UnknownProfileError, match="imipas"):
        choose_profile(parse_text(compose("nota-kesepahaman")), book, "imipass")
