"""The engine: which rules run, what their findings look like, in which order."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

import pytest

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.engine import Failure, check_agreement
from kerjasama_check.checking.examples import parse_text
from kerjasama_check.checking.facts import FACTS, Facts
from kerjasama_check.checking.findings import SEVERAL, Fix, Hit, Spot
from kerjasama_check.checking.registry import Function, NoOptions
from kerjasama_check.checking.rule import Applies, Citation, Regulation, Rule, Text
from kerjasama_check.checking.rulebook import Rulebook, load_rulebook
from kerjasama_check.checking.skeletons import compose

TODAY = datetime.date(2026, 11, 24)


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    return parse_text(compose("perjanjian-kerja-sama"))


@pytest.fixture(scope="module")
def built_in() -> Rulebook:
    return load_rulebook(cache=False)


def rule(call: object, **changes: object) -> Rule:
    function = Function("probe", call, NoOptions, frozenset({"word"}), frozenset({"other"}), absence=False)  # type: ignore[arg-type]
    base = Rule(
        id="XYZ-01", name="cacat", family="contoh", title=Text("t", "t"), severity="warning",
        severity_by_kind={}, severity_by_variant={"other": "info"}, force="practice", confidence="high",
        applies=Applies(), function=function, options=NoOptions(), basis=(),
        messages={None: Text("Kata {word} di {provision}: {quote} ({kind})", "Word {word}"),
                  "other": Text("lain", "o")},
        advices={None: Text("ganti", "replace")}, why=Text("w", "w"), words={}, examples=(), since="0.1.0",
    )  # fmt: skip
    return replace(base, **changes)  # type: ignore[arg-type]


def book(*rules: Rule, built_in: Rulebook, **regulations: Regulation) -> Rulebook:
    return Rulebook(rules, MappingProxyType(regulations), built_in.profiles, "0")


def hits(*found: Hit):  # type: ignore[no-untyped-def]
    def call(agreement: Agreement, options: NoOptions) -> Iterator[Hit]:
        yield from found

    return call


def test_words_severity_place_and_fix_are_filled_in(agreement: Agreement, built_in: Rulebook) -> None:
    hit = Hit(Spot("Pasal 1", 20, "kutipan {word}"), {"word": "{quote}"}, fix=Fix("a", "b"))
    (found,) = check_agreement(agreement, book(rule(hits(hit)), built_in=built_in))
    assert (
        found.message == "Kata {quote} di Pasal 1: kutipan {word} (Perjanjian Kerja Sama)"
    )  # values are never formats
    assert (found.severity, found.confidence, found.fix) == ("warning", "high", Fix("a", "b"))
    assert len(found.fingerprint) == 16


def test_variants_have_their_own_words_and_severity(agreement: Agreement, built_in: Rulebook) -> None:
    (found,) = check_agreement(agreement, book(rule(hits(Hit(variant="other"))), built_in=built_in))
    assert (found.message, found.severity, found.advice) == ("lain", "info", "ganti")


def test_findings_stand_in_the_order_of_the_document(agreement: Agreement, built_in: Rulebook) -> None:
    late, early, whole = Hit(Spot("Pasal 9", 60)), Hit(Spot("judul", 0)), Hit()
    found = check_agreement(agreement, book(rule(hits(late, early, whole)), built_in=built_in))
    assert [finding.place.block for finding in found] == [None, 0, 60]


def test_a_missing_part_stands_where_it_would_be(agreement: Agreement, built_in: Rulebook) -> None:
    first_article = agreement.articles[0].blocks[0]
    found_hits = [
        Hit(Spot("Pasal 1", first_article)),
        Hit(Spot("premis")),
        Hit(Spot("judul", 0)),
        Hit(Spot("lampiran")),
    ]
    found = check_agreement(agreement, book(rule(hits(*found_hits)), built_in=built_in))
    assert [finding.place.provision for finding in found] == ["judul", "premis", "Pasal 1", "lampiran"]


def test_a_fault_that_recurs_is_one_finding(agreement: Agreement, built_in: Rulebook) -> None:
    same = [Hit(Spot("Pasal 1", block, "kerjasama"), {"word": "kerjasama"}) for block in (20, 30, 40)]
    other = Hit(Spot("Pasal 2", 25, "materai"), {"word": "materai"})
    found = check_agreement(agreement, book(rule(hits(*same, other), once=True), built_in=built_in))
    assert [(f.place.block, [spot.block for spot, _ in f.more_places]) for f in found] == [(20, [30, 40]), (25, [])]


def test_a_rule_that_breaks_down_is_noted_and_the_others_run(agreement: Agreement, built_in: Rulebook) -> None:
    def broken(agreement: Agreement, options: NoOptions) -> Iterator[Hit]:
        yield Hit()
        raise ZeroDivisionError("oops")

    failures: list[Failure] = []
    rules = book(rule(broken), rule(hits(Hit()), id="XYZ-02", name="lain"), built_in=built_in)
    found = check_agreement(agreement, rules, failures=failures)
    assert [finding.rule for finding in found] == ["XYZ-02"]
    assert failures == [Failure("XYZ-01", "ZeroDivisionError: oops")]


@pytest.mark.parametrize(
    ("select", "ignore", "runs"),
    [((), (), True), (("XYZ",), (), True), (("xyz-01",), (), True), (("cacat",), (), True), (("contoh",), (), True),
     (("KLA",), (), False), ((), ("XYZ-01",), False), (("XYZ",), ("cacat",), False)],
)  # fmt: skip
def test_select_and_ignore(
    agreement: Agreement, built_in: Rulebook, select: tuple[str, ...], ignore: tuple[str, ...], runs: bool
) -> None:
    found = check_agreement(agreement, book(rule(hits(Hit())), built_in=built_in), select=select, ignore=ignore)
    assert bool(found) is runs


def test_a_rule_that_is_off_by_default_can_be_selected(agreement: Agreement, built_in: Rulebook) -> None:
    rules = book(rule(hits(Hit()), default=False), built_in=built_in)
    assert not check_agreement(agreement, rules)
    assert check_agreement(agreement, rules, select=["XYZ-01"])


@pytest.mark.parametrize(
    ("applies", "runs"),
    [
        (Applies(kinds=frozenset({"nota-kesepahaman"})), False),
        (Applies(when=("education",)), True),
        (Applies(when=("prison",)), False),
        (Applies(when=("prison|education",)), True),
        (Applies(unless=("private-party",)), False),
        (Applies(languages=frozenset({"en"})), False),
    ],
)
def test_a_rule_applies_by_kind_facts_and_language(
    agreement: Agreement, built_in: Rulebook, applies: Applies, runs: bool
) -> None:
    found = check_agreement(agreement, book(rule(hits(Hit()), applies=applies), built_in=built_in))
    assert bool(found) is runs


def test_scans_templates_and_ceremonial_texts_can_be_left_out(agreement: Agreement, built_in: Rulebook) -> None:
    scan = replace(
        agreement, document=replace(agreement.document, reading=replace(agreement.document.reading, ocr=True))
    )
    for subject, applies in (
        (scan, Applies(scans=False)),
        (replace(agreement, template=True), Applies(templates=False)),
        (replace(agreement, ceremonial=True), Applies(ceremonial=False)),
    ):
        rules = book(rule(hits(Hit()), applies=applies), built_in=built_in)
        assert not check_agreement(subject, rules)
        assert check_agreement(agreement, rules)


def test_a_rule_of_law_is_in_force_only_while_its_law_was(agreement: Agreement, built_in: Rulebook) -> None:
    old = Regulation("old", "PP 1", "Lama", "read", None, datetime.date(2018, 7, 12), ("new",))
    new = Regulation("new", "PP 2", "Baru", "read", datetime.date(2018, 7, 13))
    of_law = rule(hits(Hit()), force="law", basis=(Citation("old", None),))
    of_both = replace(of_law, id="XYZ-02", name="b", basis=(Citation("old", "Pasal 1"), Citation("new", "Pasal 2")))
    of_practice = replace(of_law, id="XYZ-03", name="c", force="practice")
    found = check_agreement(agreement, book(of_law, of_both, of_practice, built_in=built_in, old=old, new=new))
    assert [(f.rule, [b.regulation for b in f.basis]) for f in found] == [("XYZ-02", ["new"]), ("XYZ-03", [])]
    before = replace(agreement, date=datetime.date(2017, 1, 2))
    found = check_agreement(before, book(of_law, built_in=built_in, old=old, new=new))
    assert [f.rule for f in found] == ["XYZ-01"]


def test_it_tells_which_rules_looked_at_the_document(agreement: Agreement, built_in: Rulebook) -> None:
    law = Regulation("uu-x", "UU X", "X", "read", start=datetime.date(2030, 1, 1))
    silent = rule(hits(), id="XYZ-02", name="diam")
    not_yet = rule(hits(), id="XYZ-03", name="nanti", force="law", basis=(Citation("uu-x", None),))
    elsewhere = rule(hits(), id="XYZ-04", name="lain", applies=Applies(kinds=frozenset({"adendum"})))
    rules = book(rule(hits(Hit(values={"word": "w"}))), silent, not_yet, elsewhere, built_in=built_in, **{"uu-x": law})
    ran: list[str] = []
    found = check_agreement(agreement, rules, built_in.profiles["umum"], today=TODAY, ran=ran)
    assert ran == ["XYZ-01", "XYZ-02"]
    assert found == check_agreement(agreement, rules, built_in.profiles["umum"], today=TODAY) != ()


def test_what_is_practice_for_all_may_be_law_for_some(agreement: Agreement, built_in: Rulebook) -> None:
    law = Regulation("new", "PP 2", "Baru", "read", datetime.date(2018, 7, 13))
    basis = (Citation("new", "Pasal 2", ("region",)),)
    probe = rule(hits(Hit()), basis=basis, force_when=(("law", ("region",)),))
    (found,) = check_agreement(agreement, book(probe, built_in=built_in, new=law))
    assert (found.force, found.basis) == ("practice", ())
    of_region = parse_text(compose("perjanjian-kerja-sama", parties=("Pemerintah Kabupaten Sukamaju", "PT Cahaya")))
    (found,) = check_agreement(of_region, book(probe, built_in=built_in, new=law))
    assert (found.force, [basis.article for basis in found.basis]) == ("law", ["Pasal 2"])
    early = replace(of_region, date=datetime.date(2016, 1, 4))
    (found,) = check_agreement(early, book(probe, built_in=built_in, new=law))
    assert (found.force, found.basis) == ("practice", ())


def test_what_is_missing_weighs_less_where_the_reading_was_poor(agreement: Agreement, built_in: Rulebook) -> None:
    missing = parse_text(compose("perjanjian-kerja-sama", without=("keadaan-kahar",)))
    reading = missing.document.reading
    scan = replace(missing, document=replace(missing.document, reading=replace(reading, ocr=True)))
    poor = replace(scan, recognised=0.4)
    lost = replace(scan, articles=scan.articles[2:])  # Pasal 1 and Pasal 2 were not read
    found = [check_agreement(a, built_in, select=["KLA-07"])[0] for a in (missing, scan, poor, lost)]
    assert [f.confidence for f in found] == ["high", "medium", "low", "low"]
    assert [f.severity for f in found] == ["warning", "warning", "warning", "info"]


def test_a_fingerprint_survives_edits_elsewhere(built_in: Rulebook) -> None:
    bad = "Pasal 3\nPELAKSANAAN\nPelatihan dilaksanakan di ................ pada bulan Maret."
    moved = bad.replace("Pasal 3", "Pasal 5")
    prints = [
        {
            f.fingerprint
            for f in check_agreement(parse_text(compose("perjanjian-kerja-sama", text)), built_in, select=["STR-18"])
        }
        for text in (bad, moved)
    ]
    assert prints[0] == prints[1] != set()


def test_fingerprints_are_unique_in_a_document(agreement: Agreement, built_in: Rulebook) -> None:
    twice = [Hit(Spot("Pasal 1", 20, "sama")), Hit(Spot("Pasal 1", 20, "sama"))]
    found = check_agreement(agreement, book(rule(hits(*twice)), built_in=built_in))
    assert len({finding.fingerprint for finding in found}) == 2


def test_english_words_on_request(agreement: Agreement, built_in: Rulebook) -> None:
    found = check_agreement(agreement, book(rule(hits(Hit(values={"word": "x"}))), built_in=built_in), language="en")
    assert found[0].message == "Word x"


def test_named_values_are_translated_and_listed(agreement: Agreement, built_in: Rulebook) -> None:
    words = {"a": Text("alamat", "address"), "n": Text("nama", "name"), "o": Text("jabatan", "office")}
    rules = book(rule(hits(Hit(values={"word": "a|n|o"})), words=words), built_in=built_in)
    assert "Kata alamat, nama, dan jabatan" in check_agreement(agreement, rules)[0].message


def test_parts_of_a_value_are_listed_and_other_text_is_left_alone(agreement: Agreement, built_in: Rulebook) -> None:
    def told(value: str) -> str:
        rules = book(rule(hits(Hit(values={"word": value}))), built_in=built_in)
        return check_agreement(agreement, rules)[0].message

    assert "Kata PIHAK KESATU dan PIHAK KEDUA di" in told(SEVERAL.join(("PIHAK KESATU", "PIHAK KEDUA")))
    assert "Kata satu|dua di" in told("satu|dua")


def test_no_findings_for_what_is_no_agreement(agreement: Agreement, built_in: Rulebook) -> None:
    assert check_agreement(replace(agreement, kind=None), built_in) == ()


def test_every_fact_answers_on_every_skeleton(agreement: Agreement) -> None:
    facts = Facts(agreement)
    for name in FACTS:
        assert facts.holds(name) in (True, False)
    bare = replace(agreement, parties=(), articles=(), provisions=(), opening=None, title=None)
    assert not Facts(bare).holds("all-public")
    for name in FACTS:
        assert Facts(bare).holds(name) in (True, False)


def test_no_rule_fails_on_an_empty_tree(agreement: Agreement, built_in: Rulebook) -> None:
    bare = replace(
        agreement, title=None, numbers=(), opening=None, parties=(), recitals=(), legal_bases=(), articles=(),
        signatures=(), annexes=(), amounts=(), provisions=(), term=type(agreement.term)(), date=None,
        closing=type(agreement.closing)(text=None, blocks=()),
    )  # fmt: skip
    for kind in ("nota-kesepahaman", "nota-kesepakatan", "perjanjian-kerja-sama", "surat-perjanjian", "adendum"):
        failures: list[Failure] = []
        check_agreement(replace(bare, kind=kind), built_in, failures=failures)
        assert failures == []


def test_what_the_program_is_unsure_of_has_its_own_severity(agreement: Agreement, built_in: Rulebook) -> None:
    rule = next(rule for rule in built_in.rules if rule.id == "STR-10")
    assert (rule.severity, rule.unsure) == ("error", "info")
    later = (replace(a, number=a.number + 2, label=f"Pasal {a.number + 2}") for a in agreement.articles[1:] if a.number)
    jump = replace(agreement, articles=(agreement.articles[0], *later))
    reading = replace(jump.document.reading, ocr=True)
    scan = replace(jump, document=replace(jump.document, reading=reading))
    found = [check_agreement(a, built_in, select=["STR-10"])[0] for a in (jump, scan)]
    assert [(f.severity, f.confidence) for f in found] == [("error", "high"), ("info", "low")]
