"""Names of rules and profiles on the command line: an unknown one is an error that names the nearest known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerjasama_check.cli.errors import UsageFault
from kerjasama_check.cli.language import say

if TYPE_CHECKING:
    from kerjasama_check.checking.rulebook import Rulebook
    from kerjasama_check.settings.options import Settings, Values


def validate(values: Values, settings: Settings, rules: Rulebook) -> None:
    """Raises UsageFault for a rule or a profile that an option or a variable names and that does not exist.

    Names in settings files are judged where those are read, with file and line.
    """
    for name in ("select", "ignore"):
        _, origin = values.look(name)
        if origin.layer is None:
            for wanted in values.names(name):
                _known(wanted, rules, str(origin))
    for option, levels in ((origin, levels) for origin, levels in values.sources("severity") if origin.layer is None):
        for wanted, _ in levels:
            _known(wanted, rules, str(option))
    _, origin = values.look("profile")
    if settings.profile is not None and origin.layer is None and settings.profile not in rules.profiles:
        from kerjasama_check.settings.rulenames import unknown_profile

        raise _fault(*unknown_profile(settings.profile, rules))


def _known(name: str, rules: Rulebook, option: str) -> None:
    from kerjasama_check.settings.rulenames import is_rule

    if not is_rule(name, rules):
        raise unknown_rule(name, rules, option)


def unknown_rule(name: str, rules: Rulebook, option: str = "") -> UsageFault:
    from kerjasama_check.settings.rulenames import unknown_rule as sentences

    indonesian, english = sentences(name, rules)
    if option:
        indonesian = indonesian.replace("” tidak dikenal", f"” untuk {option} tidak dikenal", 1)
        english = english.replace("”;", f"” for {option};", 1)
    return _fault(indonesian, english)


def _fault(indonesian: str, english: str) -> UsageFault:
    sentence = say(indonesian, english)
    return UsageFault(sentence[:1].upper() + sentence[1:])


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
