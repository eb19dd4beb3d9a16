"""Names of rules and profiles in options, variables and settings files: an unknown one names the nearest known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kerjasama_check.checking.engine import is_named
from kerjasama_check.checking.rulebook import Rulebook
from kerjasama_check.settings.files import ConfigFile, Fault
from kerjasama_check.settings.validation import nearest


def is_rule(name: str, rules: Rulebook) -> bool:
    return any(is_named(rule, (name,)) for rule in rules.rules)


def unknown_rule(name: str, rules: Rulebook) -> tuple[str, str]:
    """What to say of a name that no rule has."""
    known = {rule.id for rule in rules.rules} | {rule.name for rule in rules.rules} | {r.family for r in rules.rules}
    known |= {rule.id.partition("-")[0] for rule in rules.rules}
    near = nearest(name, known)
    if near:
        indonesian, english = f"mungkin yang dimaksud “{near}”", f"did you mean “{near}”"
    else:
        indonesian = "lihat daftarnya dengan “kerjasama-check rules list”"
        english = "“kerjasama-check rules list” names them all"
    return f"aturan “{name}” tidak dikenal; {indonesian}.", f"unknown rule “{name}”; {english}."


def unknown_profile(name: str, rules: Rulebook) -> tuple[str, str]:
    """What to say of a name that no profile has."""
    near = nearest(name, rules.profiles)
    listed = ", ".join(sorted(rules.profiles))
    indonesian = f"mungkin yang dimaksud “{near}”" if near else f"yang ada: {listed}"
    english = f"did you mean “{near}”" if near else f"known: {listed}"
    return f"profil “{name}” tidak dikenal; {indonesian}.", f"unknown profile “{name}”; {english}."


def name_faults(file: ConfigFile, rules: Rulebook) -> Iterator[Fault]:
    """The names of rules and profiles in a settings file that do not exist."""
    yield from _in_table(file, (), file.values, rules)
    for index, table in enumerate(file.values.get("overrides", ())):
        yield from _in_table(file, ("overrides", index), table, rules)


def _in_table(
    file: ConfigFile, within: tuple[str | int, ...], table: Mapping[str, Any], rules: Rulebook
) -> Iterator[Fault]:
    for key in ("select", "ignore", "severity"):
        names: Sequence[str] = list(table.get(key, ()))
        for name in names:
            if not is_rule(name, rules):
                yield Fault(file.path, file.line(*within, key, name), *unknown_rule(name, rules))
    profile = table.get("profile")
    if profile is not None and profile not in rules.profiles:
        yield Fault(file.path, file.line(*within, "profile"), *unknown_profile(profile, rules))
