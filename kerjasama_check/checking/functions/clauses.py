"""Clauses that an agreement of its kind needs: whether they are there and say what matters.

A clause is there if an article is about it, as main or as further subject, or if a sentence of the body says what it
would say (`enough`). Where only something near it is said (`near`), the finding names that place and weighs less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from kerjasama_check.agreement.model import Agreement, Article, Provision
from kerjasama_check.checking.findings import Hit, Spot
from kerjasama_check.checking.glance import worded
from kerjasama_check.checking.patterns import Regex
from kerjasama_check.checking.registry import function
from kerjasama_check.checking.text import body, possible, spot_block, spot_of
from kerjasama_check.indonesian.lazy import lazy


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Clause:
    """clauses: kinds that count. enough, near (the closest first): patterns searched in the articles.

    parts: what the clause must say, by name. against: what it must not say. each_party: it must name the parties one by
    one, else the part "each" is missing. verify: what an article must say whose main subject is another one. term: a
    term that is said anywhere, on a form above its articles too, counts.
    """

    clauses: tuple[str, ...]
    enough: Regex | None = None
    near: tuple[Regex, ...] = ()
    parts: Mapping[str, Regex] = field(default_factory=dict)
    against: Regex | None = None
    each_party: bool = False
    verify: Regex | None = None
    term: bool = False


def articles_about(agreement: Agreement, clauses: tuple[str, ...]) -> list[Article]:
    """The articles on a subject; those that have it as the main one if there are any."""
    wanted = set(clauses)
    main = [article for article in agreement.articles if article.clauses and article.clauses[0] in wanted]
    return main or [article for article in agreement.articles if wanted.intersection(article.clauses)]


def _verified(article: Article, options: Clause) -> bool:
    if options.verify is None or article.clauses[0] in options.clauses:
        return True
    return _compiled(options.verify).search(article.text) is not None


def _first_match(agreement: Agreement, pattern: str | None) -> tuple[Provision, re.Match[str]] | None:
    if pattern is None:
        return None
    sought = worded(pattern, re.IGNORECASE | re.DOTALL)
    english = agreement.language == "en"  # prose without articles
    for provision in possible(agreement, sought) if english else body(agreement, sought):
        match = sought.search(provision.text)
        if match:
            return provision, match
    return None


@function(
    "clause_missing",
    Clause,
    values=("closest", "missing"),
    variants=("near", "incomplete", "against"),
    absence=True,
)
def clause_missing(agreement: Agreement, options: Clause) -> Iterator[Hit]:
    """A clause is missing, or lacks a part, or says what it must not."""
    articles = [a for a in articles_about(agreement, options.clauses) if _verified(a, options)]
    found = None if articles else _first_match(agreement, options.enough)
    if not articles and found is None:
        if options.term and agreement.term.text and _LENGTH.search(agreement.term.text):
            return
        near = next(filter(None, (_first_match(agreement, pattern) for pattern in options.near)), None)
        if near is None:
            yield Hit(values={"closest": "", "missing": ""})
        else:
            yield Hit(values={"closest": near[0].name, "missing": ""}, variant="near", confidence="medium")
        return
    text = "\n".join(article.text for article in articles) if articles else found[0].text if found else ""
    spot = _spot(agreement, articles, found)
    against = _against(agreement, options, articles)
    if against is not None:
        yield Hit(against, {"closest": against.provision or "", "missing": ""}, variant="against", confidence="high")
    missing = [name for name, pattern in options.parts.items() if not _compiled(pattern).search(text)]
    if options.each_party and not _names_parties(agreement, text):
        missing.append("each")
    if missing:
        values: dict[str, str | int] = {"closest": spot.provision or "", "missing": "|".join(missing)}
        yield Hit(spot, values, variant="incomplete", confidence="medium")


_LENGTH = lazy(r"\b(?:jangka|dalam|masa) waktu\b|\bterhitung\b|\bberlaku\b|\bsampai\b", re.IGNORECASE)


def _names_parties(agreement: Agreement, text: str) -> bool:
    """Whether a party is named by itself, by any of its names."""
    if re.search(
        r"\bpihak\s+(?:pertama|kesatu|kedua|ketiga|i{1,3}|[123])\b|masing[- ]masing\s+pihak|\b(?:setiap|tiap)\s+pihak",
        text,
        re.IGNORECASE,
    ):
        return True
    names = [name for party in agreement.parties for name in (party.label, party.institution, *party.aliases) if name]
    return not names or any(name.casefold() in text.casefold() for name in names)


def _spot(agreement: Agreement, articles: list[Article], found: tuple[Provision, re.Match[str]] | None) -> Spot:
    if articles and articles[0].blocks:
        return article_spot(agreement, articles[0])
    if found is not None:
        return spot_of(agreement, found[0], found[1].start(), found[1].end())
    return Spot()


def article_spot(agreement: Agreement, article: Article) -> Spot:
    """The head of an article as a place: its heading as the quote."""
    quote = article.heading or article.label or ""
    at = (article.heading_blocks or article.blocks)[-1]
    if not article.heading_blocks:
        return Spot(article.name, at, quote)
    if at >= len(agreement.document.blocks):
        return Spot(article.name, None, quote)
    text = agreement.document.blocks[at].text
    start = text.find(quote)
    if start < 0 or not quote:
        return Spot(article.name, at, quote)
    return Spot(article.name or agreement.provision_at(at), at, quote, start, start + len(quote))


def _against(agreement: Agreement, options: Clause, articles: list[Article]) -> Spot | None:
    if options.against is None:
        return None
    wanted = {block for article in articles for block in article.blocks}
    for provision in body(agreement):
        if articles and provision.block not in wanted:
            continue
        match = _compiled(options.against).search(provision.text)
        if match:
            return spot_of(agreement, provision, match.start(), match.end())
    return None


@dataclass(frozen=True, slots=True)
class Reports:
    """subject: a sentence on reporting. periodic: it says how often or by when."""

    subject: Regex
    periodic: Regex


@function("one_sided_reports", Reports, values=("party",), variants=("one-sided", "no-period"), absence=True)
def one_sided_reports(agreement: Agreement, options: Reports) -> Iterator[Hit]:
    """Nobody reports, or not every party does, or it is not said how often."""
    subject = _compiled(options.subject)
    sentences = [p for p in body(agreement) if subject.search(p.text)]
    if not sentences:
        yield Hit(values={"party": ""})
        return
    text = "\n".join(p.text for p in sentences)
    first = sentences[0]
    spot = spot_block(agreement, first.block)
    if (
        re.search(r"para\s+pihak|masing-masing\s+pihak|setiap\s+pihak|kedua\s+belah\s+pihak", text, re.IGNORECASE)
        is None
    ):
        silent = [label for label in agreement.labels if label.casefold() not in text.casefold()]
        if silent:
            yield Hit(spot, {"party": silent[0]}, variant="one-sided", confidence="medium")
            return
    if _compiled(options.periodic).search(text) is None:
        yield Hit(spot, {"party": ""}, variant="no-period", confidence="medium")
