"""The strict profile turns on what is off elsewhere."""

from __future__ import annotations

from rule_checks import agreement, rulebook

from kerjasama_check.checking.engine import check_agreement


def test_every_rule_that_is_off_elsewhere_is_on() -> None:
    off = {rule.id for rule in rulebook().rules if not rule.default}
    assert off == rulebook().profiles["ketat"].on


def test_it_tells_more_than_the_general_profile_and_nothing_less() -> None:
    text = "Pasal 3\nPELAKSANAAN\nPelatihan dilaksanakan dengan biaya sebagaimana dimaksud dalam Pasal 5."
    found = {
        name: {finding.rule for finding in check_agreement(agreement(text), rulebook(), rulebook().profiles[name])}
        for name in ("umum", "ketat")
    }
    assert found["umum"] < found["ketat"]
    assert "RUJ-03" in found["ketat"] - found["umum"]
