"""Choosing the profile of a document from its parties and its date."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import cast

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.facts import Facts
from kerjasama_check.checking.findings import Severity
from kerjasama_check.checking.problems import hint
from kerjasama_check.checking.rule import Choice, Profile, Rule
from kerjasama_check.checking.rulebook import Rulebook

DEFAULT = "umum"
Levels = tuple[tuple[tuple[str, str], ...], ...]


class UnknownProfileError(LookupError):
    """No profile has the name that was asked for."""

    def __init__(self, name: str, known: list[str]) -> None:
        self.name = name
        super().__init__(f"profil “{name}” tidak dikenal{hint(name, known)}")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The profile in use and why."""

    profile: Profile
    reason: str
    asked: bool = False


def choose_profile(
    agreement: Agreement,
    rulebook: Rulebook,
    name: str | None = None,
    language: str = "id",
    today: datetime.date | None = None,
) -> Chosen:
    """The profile asked for by name, else the first that fits by priority. An undated draft counts as of today."""
    if name is not None:
        if name not in rulebook.profiles:
            raise UnknownProfileError(name, list(rulebook.profiles))
        said = "dipilih oleh pengguna" if language == "id" else "chosen by the user"
        return Chosen(rulebook.profiles[name], said, asked=True)
    day = agreement.date or today or datetime.date.today()
    facts = Facts(agreement)
    fitting = [
        (profile.choice.priority, profile)
        for profile in rulebook.profiles.values()
        if profile.choice is not None and _fits(profile.choice, facts, day)
    ]
    best = max(fitting, key=lambda pair: pair[0])[1] if fitting else rulebook.profiles[DEFAULT]
    return Chosen(best, best.reason.get(language))


def with_severities(profile: Profile, rulebook: Rulebook, levels: Levels) -> Profile:
    """The profile with the severities that a user sets by rule or family.

    levels: by source, the nearest first; within one the closest name wins: rule, then the longest beginning of an id,
    then the family.
    """
    if not levels:
        return profile
    severity = dict(profile.severity)
    for rule in rulebook.rules:
        for source in levels:
            fitting = [(_closeness(rule, name), level) for name, level in source]
            closeness, level = max(fitting, default=(0, ""), key=lambda pair: pair[0])
            if closeness:
                severity[rule.id] = cast(Severity, level)
                break
    return replace(profile, severity=severity)


def _closeness(rule: Rule, name: str) -> int:
    """How closely a name means a rule; 0 where it does not."""
    if name.upper() == rule.id or name == rule.name:
        return 1000
    if rule.id.startswith(name.upper()):
        return 1 + len(name)
    return 1 if name == rule.family else 0


def _fits(choice: Choice, facts: Facts, day: datetime.date) -> bool:
    inside = (choice.start is None or choice.start <= day) and (choice.end is None or day <= choice.end)
    return inside and all(facts.holds(name) for name in choice.when)
