"""What the tests of the rule functions share: a clean agreement with one part changed, and what a rule says of it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import cache

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.engine import Failure, check_agreement
from kerjasama_check.checking.examples import parse_text
from kerjasama_check.checking.findings import Finding
from kerjasama_check.checking.rulebook import Rulebook, load_rulebook
from kerjasama_check.checking.skeletons import compose

PKS = "perjanjian-kerja-sama"
NK = "nota-kesepahaman"


@cache
def rulebook() -> Rulebook:
    return load_rulebook(cache=False)


def agreement(
    excerpt: str = "",
    *,
    kind: str = PKS,
    part: str | None = None,
    without: tuple[str, ...] = (),
    parties: tuple[str, ...] = (),
    date: datetime.date | None = None,
) -> Agreement:
    """The clean agreement of a kind with an excerpt in it (as in the examples of the rules)."""
    return parse_text(compose(kind, excerpt, part=part, without=without, parties=parties, date=date))


def findings(rule: str, subject: Agreement | str, **options: object) -> list[Finding]:
    """What one rule finds in an agreement, or in the clean one with this excerpt."""
    if isinstance(subject, str):
        subject = agreement(subject, **options)  # type: ignore[arg-type]
    failures: list[Failure] = []
    found = check_agreement(subject, rulebook(), select=[rule], today=datetime.date(2026, 11, 24), failures=failures)
    assert not failures, failures
    return [finding for finding in found if finding.rule.startswith(rule)]


def scanned(subject: Agreement, doubtful: str | None = None) -> Agreement:
    """The same agreement as if read by OCR, with every occurrence of some words in doubt."""
    blocks = []
    for block in subject.document.blocks:
        spans = []
        at = block.text.find(doubtful) if doubtful else -1
        while doubtful and at >= 0:
            spans.append((at, at + len(doubtful)))
            at = block.text.find(doubtful, at + 1)
        blocks.append(replace(block, confidence=92.0, doubtful=tuple(spans)))
    document = replace(
        subject.document, blocks=tuple(blocks), reading=replace(subject.document.reading, ocr=True, format="pdf")
    )
    return replace(subject, document=document)


def quotes(found: list[Finding]) -> list[str]:
    """The quoted words of all places."""
    return [spot.quote for finding in found for spot in (finding.place, *(s for s, _ in finding.more_places))]
