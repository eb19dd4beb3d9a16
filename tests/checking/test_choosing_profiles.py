"""The profile follows from the parties and the date."""

from __future__ import annotations

import datetime

import pytest

from kerjasama_check.checking.engine import check_agreement
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


def test_a_pack_is_on_only_in_its_profiles(book: Rulebook) -> None:
    parties = ("Kantor Wilayah Kementerian Hukum Sukamaju", PARTNER)
    subject = parse_text(compose("nota-kesepahaman", parties=parties, without=("pemantauan-evaluasi",)))
    assert "KLA-09" in {finding.rule for finding in check_agreement(subject, book)}
    general = book.profiles["umum"]
    assert "KLA-09" not in {finding.rule for finding in check_agreement(subject, book, general)}


def test_a_profile_may_change_a_severity(book: Rulebook) -> None:
    title = "PIAGAM KERJA SAMA\nANTARA\n{{PIHAK1}}\nDENGAN\n{{PIHAK2}}\nTENTANG\nPELATIHAN KERJA"
    subject = parse_text(compose("perjanjian-kerja-sama", title, part="judul"))
    levels = [
        check_agreement(subject, book, book.profiles[name], select=["STR-01"])[0].severity
        for name in ("umum", "kemenkumham-2016")
    ]
    assert levels == ["info", "warning"]
