"""Names of rules and profiles on the command line: an unknown one is an error that names the nearest known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerjasama_check.cli.errors import UsageFault
from kerjasama_check.cli.language import say

if TYPE_CHECKING:
    from kerjasama_check.checking.rulebook import Rulebook
    from kerjasama_check.settings.options import Settings


def validate(settings: Settings, rules: Rulebook) -> None:
    """Raises UsageFault for a rule or a profile that does not exist."""
    from kerjasama_check.checking.engine import is_on

    profile = next(iter(rules.profiles.values()), None)
    for option, names in (("--select", settings.select), ("--ignore", settings.ignore)):
        for name in names:
            if profile and not any(is_on(rule, profile, (name,)) for rule in rules.rules):
                raise unknown_rule(name, rules, option)
    if settings.profile is not None and settings.profile not in rules.profiles:
        known = sorted(rules.profiles)
        hint = _nearest(settings.profile, known) or say("yang ada: ", "known: ") + ", ".join(known)
        raise UsageFault(
            say(
                f"Profil “{settings.profile}” tidak dikenal; {hint}.",
                f"Unknown profile “{settings.profile}”; {hint}.",
            )
        )


def unknown_rule(name: str, rules: Rulebook, option: str = "") -> UsageFault:
    known = {rule.id for rule in rules.rules} | {rule.name for rule in rules.rules} | {r.family for r in rules.rules}
    known |= {rule.id.partition("-")[0] for rule in rules.rules}
    hint = _nearest(name, sorted(known)) or say(
        "lihat daftarnya dengan “kerjasama-check rules list”", "“kerjasama-check rules list” names them all"
    )
    after = say(f" untuk {option}", f" for {option}") if option else ""
    return UsageFault(say(f"Aturan “{name}”{after} tidak dikenal; {hint}.", f"Unknown rule “{name}”{after}; {hint}."))


def _nearest(name: str, known: list[str]) -> str:
    from difflib import get_close_matches

    folded = {word.casefold(): word for word in known}
    near = get_close_matches(name.casefold(), folded, n=1, cutoff=0.5)
    if not near:
        return ""
    return say(f"mungkin yang dimaksud “{folded[near[0]]}”", f"did you mean “{folded[near[0]]}”")


def one_of(resolved: str, asked: str | None, allowed: tuple[str, ...], command: str) -> str:
    """The format of a command that has only some of them. One that only the environment asks for is passed over."""
    if resolved in allowed:
        return resolved
    if asked is None:
        return allowed[0]
    choices = ", ".join(allowed)
    raise UsageFault(
        say(
            f"Bentuk “{asked}” tidak ada untuk {command}; pilihannya: {choices}.",
            f"There is no format “{asked}” for {command}; choose from {choices}.",
        )
    )
