"""What must come after the signing: the work plan of a synergy, and clauses that the subject calls for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.findings import Hit
from kerjasama_check.checking.functions.clauses import articles_about
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.text import all_text, body, search, spot_of

_PLAN = re.compile(r"\brencana\s+(?:kerja|aksi|kegiatan)\b|\brenja\b", re.IGNORECASE)
_PART_OF = re.compile(
    r"\b(?:tidak|tak)\s+(?:dapat\s+)?(?:ter)?(?:pisahkan|dipisahkan)\b|\bsatu\s+kesatuan\b", re.IGNORECASE
)
_POSTPONED = re.compile(
    r"\b(?:ditindaklanjuti|dituangkan|diatur|dijabarkan|dilaksanakan)\b[^.;]{0,80}\bperjanjian\s+kerja\s?sama\b",
    re.IGNORECASE,
)


@function("work_plan", variants=("annex", "part", "postponed"), absence=True)
def work_plan(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A synergy has no work plan, no annex that holds it, or leaves the work to a further agreement."""
    postponed = next(((p, m) for p, m in search(agreement, _POSTPONED) if p.article is not None), None)
    if postponed is not None:
        provision, match = postponed
        yield Hit(spot_of(agreement, provision, match.start(), match.end()), variant="postponed")
    plans = [(p, m) for p, m in search(agreement, _PLAN) if p.article is not None]
    if not plans:
        if postponed is None:
            yield Hit()
        return
    provision, match = plans[0]
    spot = spot_of(agreement, provision, match.start(), match.end())
    if not agreement.annexes:
        yield Hit(spot, variant="annex")
    elif not any(_PART_OF.search(p.text) for p in body(agreement)):
        yield Hit(spot, variant="part", confidence="medium")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """name: a key of the rule's words. trigger: what the text must speak of. clauses, enough: what then suffices."""

    name: str
    trigger: str
    clauses: tuple[str, ...]
    enough: str

    def check(self) -> str | None:
        for pattern in (self.trigger, self.enough):
            try:
                re.compile(pattern)
            except re.error as error:
                return f"pola “{pattern}” tidak sah: {error}"
        return None


@dataclass(frozen=True, slots=True)
class Suggestions:
    suggestions: tuple[Suggestion, ...]


@function("suggested_clauses", Suggestions, values=("missing",), absence=True)
def suggested_clauses(agreement: Agreement, options: Suggestions) -> Iterator[Hit]:
    """Clauses that the subject calls for and that are not there, all in one finding."""
    text = all_text(agreement)
    missing = [
        one.name
        for one in options.suggestions
        if re.search(one.trigger, text)
        and not articles_about(agreement, one.clauses)
        and not re.search(one.enough, text)
    ]
    if missing:
        yield Hit(values={"missing": "|".join(missing)}, confidence="medium")
