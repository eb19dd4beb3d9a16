"""Runs the rules over an agreement: functions yield places, here they become findings in the order of the document."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.facts import Facts
from kerjasama_check.checking.findings import Basis, Confidence, Finding, Hit, Severity, Spot
from kerjasama_check.checking.fingerprint import fingerprint
from kerjasama_check.checking.messages import fill
from kerjasama_check.checking.profiles import choose_profile
from kerjasama_check.checking.rule import Citation, Profile, Rule
from kerjasama_check.checking.rulebook import Rulebook
from kerjasama_check.checking.scans import articles_lost, is_scan

_POORLY_READ = 0.6  # share of recognised words below which an absence means little
_LOWER: dict[Confidence, Confidence] = {"high": "medium", "medium": "low", "low": "low"}
_BINDING = ("law", "ministry")


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule that could not be run on a document: a fault of the program, not of the document."""

    rule: str
    error: str


def check_agreement(
    agreement: Agreement,
    rulebook: Rulebook,
    profile: Profile | None = None,
    language: str = "id",
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    *,
    today: datetime.date | None = None,
    failures: list[Failure] | None = None,
    ran: list[str] | None = None,
) -> tuple[Finding, ...]:
    """All findings, in the order of the document; those about the whole document first.

    profile None: chosen from the agreement. select, ignore: ids or names of rules, or beginnings of ids ("KLA").
    select names the only rules to run, also those that are off by default. today: the day that an undated draft is
    judged at. failures: where rules that broke down are noted; without it they are passed over. ran: where the ids of
    the rules are noted that looked at the agreement and were in force.
    """
    if agreement.kind is None:
        return ()
    if profile is None:
        profile = choose_profile(agreement, rulebook, today=today).profile
    day = agreement.date or today or datetime.date.today()
    facts = Facts(agreement, profile.assume)
    made: list[_Made] = []
    for rule in rulebook.rules:
        if not is_on(rule, profile, select, ignore) or not concerns(rule, agreement, facts):
            continue
        try:
            hits = list(rule.function.call(agreement, rule.options))
        except Exception as error:  # a broken rule must not take the others with it
            if failures is not None:
                failures.append(Failure(rule.id, f"{type(error).__name__}: {error}"))
            continue
        if not hits and ran is None:
            continue
        force = _force(rule, facts)
        basis = _in_force(rule, force, facts, rulebook, day)
        if basis is None and force != rule.force:  # not yet law then, but practice
            force = rule.force
            basis = _in_force(rule, force, facts, rulebook, day)
        if basis is None:
            continue
        if ran is not None:
            ran.append(rule.id)
        for hit in _merged(hits) if rule.once else hits:
            severity = profile.severity.get(rule.id) or rule.severity_for(agreement.kind, hit.variant)
            made.append(_Made(rule, severity, force, basis, hit))
    places = _parts(agreement)
    made.sort(key=lambda one: _order(one, places))
    return tuple(_findings(made, agreement, language))


@dataclass(frozen=True, slots=True)
class _Made:
    rule: Rule
    severity: Severity
    force: str
    basis: tuple[Basis, ...]
    hit: Hit


def is_on(rule: Rule, profile: Profile, select: Collection[str] = (), ignore: Collection[str] = ()) -> bool:
    """Whether a rule is to be run at all."""
    if is_named(rule, ignore):
        return False
    if select:
        return is_named(rule, select)
    if rule.id in profile.off:
        return False
    return rule.id in profile.on or (rule.default and rule.pack in profile.packs)


def is_named(rule: Rule, names: Iterable[str]) -> bool:
    """Whether one of the names means a rule: its id or the beginning of it, its name, or its family."""
    for name in names:
        wanted = name.strip()
        if wanted and (wanted in (rule.name, rule.family) or rule.id.startswith(wanted.upper())):
            return True
    return False


def concerns(rule: Rule, agreement: Agreement, facts: Facts) -> bool:
    """Whether a rule looks at this agreement."""
    applies = rule.applies
    if applies.kinds and agreement.kind not in applies.kinds:
        return False
    if agreement.language not in applies.languages and applies.languages.isdisjoint(agreement.language.split("+")):
        return False
    if (not applies.scans and agreement.document.reading.ocr) or (not applies.templates and agreement.template):
        return False
    if not applies.ceremonial and agreement.ceremonial:
        return False
    for name in applies.when:
        if not facts.holds(name):
            return False
    for name in applies.unless:  # noqa: SIM110 - asked of every rule, and a loop costs half as much
        if facts.holds(name):
            return False
    return True


def _force(rule: Rule, facts: Facts) -> str:
    """The force of a rule for this agreement."""
    for force, names in rule.force_when:
        if all(facts.holds(name) for name in names):
            return force
    return rule.force


def _in_force(rule: Rule, force: str, facts: Facts, rulebook: Rulebook, day: datetime.date) -> tuple[Basis, ...] | None:
    """The bases in force at the day; None if the rule rests on law alone and none of it was."""
    cited = [citation for citation in rule.basis if all(facts.holds(name) for name in citation.when)]
    kept = [citation for citation in cited if rulebook.regulations[citation.regulation].in_force(day)]
    if cited and not kept and force in _BINDING:
        return None
    return tuple(_basis(citation, rulebook) for citation in kept)


def _basis(citation: Citation, rulebook: Rulebook) -> Basis:
    return Basis(citation.regulation, rulebook.regulations[citation.regulation].full, citation.article)


def _merged(hits: list[Hit]) -> list[Hit]:
    """One hit per fault: the further places of the same fault go into `more`."""
    first: dict[tuple[object, ...], Hit] = {}
    for hit in hits:
        key = (hit.variant, tuple(sorted((name, str(value)) for name, value in hit.values.items())))
        known = first.get(key)
        first[key] = hit if known is None else replace(known, more=(*known.more, hit.spot, *hit.more))
    return list(first.values())


_PARTS = ("judul", "nomor", "pembukaan", "para pihak", "premis", "dasar hukum", "Pasal", "penutup", "tanda tangan")


def _part(name: str) -> int:
    """The rank of the part that a provision belongs to; annexes come last."""
    for rank, part in enumerate(_PARTS):
        if name.startswith(part):
            return rank
    return len(_PARTS)


def _parts(agreement: Agreement) -> list[tuple[int, int]]:
    """The first block of every part that is there, with its rank."""
    first: dict[int, int] = {}
    for provision in agreement.provisions:
        rank = _part(provision.name) if provision.article is None else _PARTS.index("Pasal")
        first.setdefault(rank, provision.block)
    return sorted(first.items())


def _order(made: _Made, places: list[tuple[int, int]]) -> tuple[float, int, str]:
    """Where a finding stands: the whole document first, a part that is missing before the one that would follow it."""
    spot = made.hit.spot
    if spot.block is not None:
        return (spot.block, spot.start or 0, made.rule.id)
    if spot.provision is None:
        return (-1, 0, made.rule.id)
    rank = _part(spot.provision)
    following = next((block for other, block in places if other > rank), 10**9)
    return (following - 0.5, rank, made.rule.id)


def _findings(made: list[_Made], agreement: Agreement, language: str) -> Iterable[Finding]:
    seen: dict[str, int] = {}
    lost = bool(agreement.articles) and articles_lost(agreement)
    for one in made:
        rule, hit = one.rule, one.hit
        what = {} if hit.sole else hit.values if rule.once else None
        first = fingerprint(rule.id, hit.variant, hit.spot, agreement, values=what)
        nth = seen.get(first, 0)
        seen[first] = nth + 1
        values = {"quote": hit.spot.quote, "provision": hit.spot.provision or ""} | hit.values
        confidence = _confidence(rule, hit, agreement)
        yield Finding(
            rule=rule.id,
            name=rule.name,
            severity=_certain(one, confidence, lost),
            force=one.force,
            message=fill(rule.message(hit.variant), values, rule, agreement, language),
            advice=fill(rule.advice(hit.variant), values, rule, agreement, language),
            basis=one.basis,
            place=hit.spot,
            page=_page(hit.spot, agreement),
            more_places=tuple((spot, _page(spot, agreement)) for spot in hit.more),
            confidence=confidence,
            fix=hit.fix,
            fingerprint=first if nth == 0 else fingerprint(rule.id, hit.variant, hit.spot, agreement, nth, what),
        )


def _certain(made: _Made, confidence: Confidence, lost: bool) -> Severity:
    """What the program is not sure of is never an error, for an error stops the work of others.

    lost: articles of a scan were not read. A clause that is not found then is worth a look and no more, for it may
    stand in one of them.
    """
    if confidence != "low":
        return made.severity
    if lost and made.rule.function.absence and _of_the_body(made.hit.spot):
        return "info"
    severity = made.rule.unsure or made.severity
    return "warning" if severity == "error" else severity


def _of_the_body(spot: Spot) -> bool:
    """Whether a finding is about the articles or the document as a whole, not about its head or its end."""
    return spot.provision is None or spot.provision.startswith("Pasal")


def _confidence(rule: Rule, hit: Hit, agreement: Agreement) -> Confidence:
    confidence = hit.confidence or rule.confidence
    if not rule.function.absence:
        return confidence
    if agreement.recognised < _POORLY_READ or articles_lost(agreement):
        return "low"
    return _LOWER[confidence] if is_scan(agreement) else confidence


def _page(spot: Spot, agreement: Agreement) -> int | None:
    return None if spot.block is None else agreement.document.blocks[spot.block].place.page
