"""Every rule proves itself: its bad examples are found, its good ones are clean, and so are the skeletons."""

from __future__ import annotations

import pytest

from kerjasama_check.checking.engine import Failure, check_agreement
from kerjasama_check.checking.examples import parse_text, run_example
from kerjasama_check.checking.lint import lint
from kerjasama_check.checking.rule import Example, Rule
from kerjasama_check.checking.rulebook import load_rulebook
from kerjasama_check.checking.skeletons import compose
from kerjasama_check.checking.vocabulary import KINDS

BOOK = load_rulebook(cache=False)
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{'bad' if example.bad else 'good'}-{number}")
    for rule in BOOK.rules
    for number, example in enumerate(rule.examples, start=1)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: Rule, example: Example) -> None:
    assert run_example(rule, example, BOOK) is None


def test_every_rule_has_both_kinds_of_examples() -> None:
    for rule in BOOK.rules:
        assert {example.bad for example in rule.examples} == {True, False}, rule.id


def test_the_words_of_the_rules_fit_their_force() -> None:
    assert [str(problem) for problem in lint(BOOK)] == []


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize(
    "parties",
    [
        (),
        ("Kantor Imigrasi Kelas I TPI Sukamaju", "Universitas Nusa Harapan"),
        ("Lembaga Pemasyarakatan Kelas IIA Sukamaju", "PT Cahaya Mandala Usaha"),
    ],
)
def test_the_skeletons_are_clean(kind: str, parties: tuple[str, ...]) -> None:
    failures: list[Failure] = []
    agreement = parse_text(compose(kind, parties=parties))
    assert agreement.kind == kind
    found = check_agreement(agreement, BOOK, failures=failures)
    assert [(finding.rule, finding.place.provision, finding.message) for finding in found] == []
    assert failures == []
    assert agreement.unplaced == ()
