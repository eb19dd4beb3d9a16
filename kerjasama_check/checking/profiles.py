"""Choosing the profile of a document from its parties and its date."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.facts import Facts
from kerjasama_check.checking.problems import hint
from kerjasama_check.checking.rule import Choice, Profile
from kerjasama_check.checking.rulebook import Rulebook

DEFAULT = "umum"


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


def _fits(choice: Choice, facts: Facts, day: datetime.date) -> bool:
    inside = (choice.start is None or choice.start <= day) and (choice.end is None or day <= choice.end)
    return inside and all(facts.holds(name) for name in choice.when)
