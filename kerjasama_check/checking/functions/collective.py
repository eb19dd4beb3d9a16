"""The label for all parties together: PARA PIHAK."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.checking.findings import Hit, Spot
from kerjasama_check.checking.glance import Stemmed
from kerjasama_check.checking.registry import function
from kerjasama_check.checking.scans import is_scan, on_scan, read_surely
from kerjasama_check.checking.text import is_annex, possible, spot_of

_ALL_STEMS = ("para pihak", "para-", "para -")
_ALL = Stemmed(_ALL_STEMS, r"\bpara[\s-]{1,3}pihak\b")
_BOTH = Stemmed(("belah", "kedua pihak", "kedua-", "kedua -"), r"\bkedua[\s-]{0,2}(?:belah)?[\s-]{1,2}pihak\b")
_DEFINES = Stemmed(
    _ALL_STEMS,
    r"di ?sebut(?:kan)?[^.;]{0,60}[\s“\"'‘(]para[\s-]{1,3}pihak|[(“\"'‘]{1,2}[ ]?para[\s-]{1,3}pihak[ ]?[”\"'’)]{1,2}",
)
Use = tuple[Provision, re.Match[str]]


@function("collective_label", values=("used",), variants=("undefined", "both", "three", "beside", "unused"))
def collective_label(agreement: Agreement, _: object) -> Iterator[Hit]:
    """PARA PIHAK used without a definition, defined without use, or "kedua belah pihak" beside or instead of it."""
    if len(agreement.parties) < 2:
        return
    uses, both = list(islice(_uses(agreement, _ALL), 50)), list(islice(_uses(agreement, _BOTH), 50))
    defined = agreement.collective_defined or _defined_in_text(agreement)
    use, variant = _fault(agreement, uses, both, defined)
    if variant == "unused":
        yield Hit(Spot("para pihak"), {"used": "PARA PIHAK"}, variant=variant)
    elif use is not None:
        provision, match = use
        spot = spot_of(agreement, provision, match.start(), match.end())
        used = " ".join(match.group().split())
        yield Hit(spot, {"used": used}, variant=variant, confidence=on_scan(agreement, "medium"))


def _fault(agreement: Agreement, uses: list[Use], both: list[Use], defined: bool) -> tuple[Use | None, str | None]:
    if both and len(agreement.parties) > 2:
        return both[0], "three"
    if not defined:
        capital = next((use for use in uses if use[1].group().isupper()), None)
        if capital or (uses and not both):
            return capital or uses[0], "undefined"
        return (both[0], "both") if both else (None, None)
    beside = next((use for use in both if use[1].group().isupper() and not use[0].text.isupper()), None)
    if beside and uses:
        return beside, "beside"
    unused = not uses and not both and not is_scan(agreement) and "pihak" in (agreement.collective_label or "").lower()
    return None, "unused" if unused and agreement.articles else None


def _uses(agreement: Agreement, pattern: Stemmed) -> Iterator[Use]:
    """Uses in the articles and the closing, where the label must stand for something."""
    scan = is_scan(agreement)
    for provision in possible(agreement, pattern):
        if provision.heading or not (provision.name.startswith("Pasal") or provision.name == "penutup"):
            continue
        for match in pattern.finditer(provision.text):
            if not scan or read_surely(agreement, spot_of(agreement, provision, match.start(), match.end())):
                yield provision, match


def _defined_in_text(agreement: Agreement) -> bool:
    """The definition may stand anywhere before the articles, or in the one on definitions."""
    return any(_DEFINES.search(p.text) for p in possible(agreement, _DEFINES) if not is_annex(p.name))
