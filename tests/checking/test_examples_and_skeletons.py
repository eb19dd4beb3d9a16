"""Running examples: what is told of those that do not come out, and how an excerpt is put into a skeleton."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from rule_checks import rulebook

from kerjasama_check.checking.examples import parse_text, run_example
from kerjasama_check.checking.rule import Example
from kerjasama_check.checking.skeletons import compose, office_of, skeleton

PKS = "perjanjian-kerja-sama"
GAP = "Pasal 3\nPELAKSANAAN\n(1) Pelatihan diadakan.\n(3) Jadwal ditetapkan."


@pytest.mark.parametrize(
    ("example", "said"),
    [
        (Example(GAP, bad=True, at="Pasal 3 ayat (3)", anywhere=False), None),
        (Example(GAP, bad=True, at="Pasal 4", anywhere=False), "seharusnya di Pasal 4"),
        (Example(GAP, bad=True, count=2), "1 temuan, seharusnya 2"),
        (Example(GAP, bad=True, fix="(2)"), "seharusnya (2)"),
        (Example(GAP, bad=False), "ada temuan di Pasal 3 ayat (3)"),
        (Example("", bad=True), "tidak ada temuan"),
        (Example("PERJANJIAN\nini bukan naskah", bad=False), "tidak dikenali"),
    ],
)
def test_what_is_told_of_an_example(example: Example, said: str | None) -> None:
    rule = rulebook().rule("STR-12")
    assert rule is not None
    told = run_example(rule, example, rulebook())
    assert (told is None) is (said is None)
    assert said is None or said in str(told)


def test_problems_are_told_in_english() -> None:
    rule = rulebook().rule("STR-12")
    assert rule is not None
    assert run_example(rule, Example("", bad=True), rulebook(), language="en") == "nothing was found"


def test_a_rule_that_breaks_down_fails_its_example() -> None:
    rule = rulebook().rule("STR-12")
    assert rule is not None

    def broken(agreement: object, options: object) -> object:
        raise KeyError("x")

    bad = replace(rule, function=replace(rule.function, call=broken))  # type: ignore[arg-type]
    book = replace(rulebook(), rules=(bad,))
    assert "KeyError" in str(run_example(bad, Example(GAP, bad=True), book))


def test_an_article_takes_the_place_of_that_with_its_heading() -> None:
    agreement = parse_text(
        compose(PKS, "Pasal 6\nJANGKA WAKTU\nPerjanjian Kerja Sama ini berlaku selama 1 (satu) tahun.")
    )
    headings = [article.heading for article in agreement.articles]
    assert headings.count("JANGKA WAKTU") == 1
    assert [article.number for article in agreement.articles] == list(range(1, len(headings) + 1))
    assert agreement.articles[5].heading == "JANGKA WAKTU"


def test_text_without_an_article_becomes_the_implementation() -> None:
    agreement = parse_text(compose(PKS, "Peralatan disiapkan bersama."))
    texts = {article.heading: article.text for article in agreement.articles}
    assert texts["PELAKSANAAN"] == "Peralatan disiapkan bersama."


def test_parties_and_date_are_put_in() -> None:
    day = datetime.date(2021, 11, 23)
    agreement = parse_text(compose(PKS, parties=("Kantor Imigrasi Kelas I TPI Sukamaju", "PT Cahaya Usaha"), date=day))
    assert [party.institution for party in agreement.parties] == [
        "Kantor Imigrasi Kelas I TPI Sukamaju",
        "PT Cahaya Usaha",
    ]
    assert agreement.parties[0].office == "Kepala Kantor Imigrasi Kelas I TPI Sukamaju"
    assert agreement.date == day
    assert agreement.opening is not None
    assert agreement.opening.weekday == day.weekday()


@pytest.mark.parametrize(
    ("party", "office"),
    [
        ("Pemerintah Kabupaten Sukamaju", "Bupati Sukamaju"),
        ("Universitas Nusa Harapan", "Rektor Universitas Nusa Harapan"),
        ("Dinas Sosial Sukamaju", "Kepala Dinas Sosial Sukamaju"),
    ],
)
def test_the_head_of_a_body(party: str, office: str) -> None:
    assert office_of(party) == office


def test_the_skeletons_leave_no_name_open() -> None:
    for kind in ("nota-kesepahaman", "nota-kesepakatan", PKS, "surat-perjanjian", "adendum"):
        assert "{{" not in compose(kind)
        assert len(skeleton(kind).parties) == 2
