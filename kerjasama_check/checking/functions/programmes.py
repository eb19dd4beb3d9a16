"""What the subject calls for: the work plan of a synergy, clauses on data or inventions; annexes, later articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.agreement.references import Reference, find_references
from kerjasama_check.checking.findings import Hit, Spot
from kerjasama_check.checking.functions.clauses import articles_about
from kerjasama_check.checking.functions.gather import MOST_PLACES
from kerjasama_check.checking.glance import MOST_TEXTS, worded
from kerjasama_check.checking.patterns import Regex
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.scans import is_scan, read_surely
from kerjasama_check.checking.text import all_text, body, is_annex, said, search, spot_of
from kerjasama_check.indonesian.lazy import lazy

_PLAN = lazy(r"\brencana\s+(?:kerja|aksi|kegiatan)\b|\brenja\b", re.IGNORECASE)
_PART_OF = lazy(r"\b(?:tidak|tak)\s+(?:dapat\s+)?(?:ter)?(?:pisahkan|dipisahkan)\b|\bsatu\s+kesatuan\b", re.IGNORECASE)
_POSTPONED = lazy(
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
        if not any("lampir" in p.text.casefold() for p, _ in plans):  # an annex named and not there: another rule
            yield Hit(spot, variant="annex", confidence="medium")
    elif not any(_PART_OF.search(p.text) for p in body(agreement)):
        yield Hit(spot, variant="part", confidence="medium")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """name: a key of the rule's words. trigger: what the text must speak of. clauses, enough: what then suffices."""

    name: str
    trigger: Regex
    clauses: tuple[str, ...]
    enough: Regex


@dataclass(frozen=True, slots=True)
class Suggestions:
    suggestions: tuple[Suggestion, ...]


@function("suggested_clauses", Suggestions, values=("missing",), absence=True)
def suggested_clauses(agreement: Agreement, options: Suggestions) -> Iterator[Hit]:
    """Clauses that the subject calls for and that are not there, all in one finding."""
    missing = [
        one.name
        for one in options.suggestions
        if not articles_about(agreement, one.clauses)
        and said(agreement, worded(one.trigger, re.NOFLAG))
        and not said(agreement, worded(one.enough, re.NOFLAG))
    ]
    if missing:
        yield Hit(values={"missing": "|".join(missing)}, confidence="medium")


# ------------------------------------------------------------------ annexes and forward references

_ANNEX = lazy(r"\b(?:lampiran|terlampir|dilampirkan)\b", re.IGNORECASE)


@function("annex_not_inseparable", absence=True)
def annex_not_inseparable(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """An annex is attached and mentioned, but not said to be an inseparable part."""
    if not agreement.annexes:
        return
    own = [p for p in agreement.provisions if not is_annex(p.name) and p.name not in ("tanda tangan", "dasar hukum")]
    mentions = [(p, m) for p in own if not p.heading for m in [_ANNEX.search(p.text)] if m]
    if not mentions or any(_PART_OF.search(p.text) and _ANNEX.search(p.text) for p in own):
        return
    articles = {p.article for p, _ in mentions if p.article is not None}
    if any(_PART_OF.search(p.text) for p in own if p.article in articles):
        return
    provision, match = mentions[0]
    yield Hit(spot_of(agreement, provision, match.start(), match.end()))


@lru_cache(maxsize=MOST_TEXTS)
def _find(text: str, kind: str | None) -> tuple[Reference, ...]:
    return tuple(r for r in find_references(text, kind) if r.article is not None and not r.external)


@function("forward_reference", values=("count",))
def forward_reference(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """References to later articles, all in one finding."""
    spots = list(islice((s for p in body(agreement) for s in _forward(agreement, p)), MOST_PLACES))
    if spots:
        yield Hit(spots[0], {"count": len(spots)}, tuple(spots[1:50]), sole=True)


def _forward(agreement: Agreement, provision: Provision) -> Iterator[Spot]:
    own = agreement.articles[provision.article].number if provision.article is not None else None
    known = {article.number for article in agreement.articles}
    if own is None:
        return
    for reference in _find(provision.text, agreement.kind):
        if reference.article is not None and own < reference.article and reference.article in known:
            spot = spot_of(agreement, provision, reference.start, reference.end)
            if not is_scan(agreement) or read_surely(agreement, spot):
                yield spot


_ROMAN = lazy(r"lampiran\s{1,3}[ivxl]{1,6}\b", re.IGNORECASE)
_MISREAD_ROMAN = lazy(r"lampiran\s{1,3}[ivxl1|!]{1,6}(?:\s|\Z)", re.IGNORECASE)


@function("annexes_not_roman", values=("labels",))
def annexes_not_roman(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """Several annexes are attached and not all have a Roman number."""
    pattern = _MISREAD_ROMAN if is_scan(agreement) else _ROMAN
    plain = [annex for annex in agreement.annexes if not pattern.match(annex.label)]
    if len(agreement.annexes) < 2 or not plain:
        return
    labels = ", ".join(" ".join(annex.label.split()) for annex in plain[:4])
    first = plain[0]
    block = first.blocks[0] if first.blocks else None
    name = agreement.provision_at(block) if block is not None else first.label
    yield Hit(Spot(name, block, first.label), {"labels": labels}, confidence="medium" if is_scan(agreement) else None)


# ------------------------------------------------------------------ the work of prisoners

_PRISONERS = lazy(r"\b(?:warga binaan|narapidana|anak binaan|wbp|klien pemasyarakatan)\b", re.IGNORECASE)
_PRODUCTION = lazy(
    r"\b(?:produksi|memproduksi|diproduksi|mempekerjakan|dipekerjakan|mengerjakan pesanan|tenaga kerja|hasil karya)\b",
    re.IGNORECASE,
)
_WAGE = lazy(r"\b(?:upah|premi|imbalan|insentif|honor\w*|bagi hasil)\b", re.IGNORECASE)
_DIRECTLY = lazy(
    r"\b(?:upah|premi|imbalan|insentif)\b[^.;]{0,80}?\b(?:secara langsung|langsung)\b[^.;]{0,30}?"
    r"\b(?:warga binaan|narapidana|wbp)\b",
    re.IGNORECASE,
)


@function("prisoners_unpaid", variants=("direct",), absence=True)
def prisoners_unpaid(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """Prisoners produce, and nothing is said of their wage, or it goes to them past the head of the institution."""
    for provision, match in search(agreement, _DIRECTLY):
        yield Hit(spot_of(agreement, provision, match.start(), match.end()), variant="direct")
        return
    if _WAGE.search(all_text(agreement)):
        return
    for article in agreement.articles:
        text = f"{article.heading or ''}\n{article.text}"
        if not (_PRISONERS.search(text) and _PRODUCTION.search(text)):
            continue
        own = [p for p in body(agreement) if p.block in article.blocks and _PRODUCTION.search(p.text)]
        if own and (found := _PRODUCTION.search(own[0].text)):
            yield Hit(spot_of(agreement, own[0], found.start(), found.end()))
            return
