"""What a rule file may say beyond being well-formed: the words fit the force, and the law is named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kerjasama_check.checking.problems import Problem
from kerjasama_check.checking.rule import Rule, Text
from kerjasama_check.checking.rulebook import Rulebook
from kerjasama_check.indonesian.lazy import lazy

_MUST = lazy(r"\bwajib\b|\bmust\b", re.IGNORECASE)
_BINDING = ("law", "ministry")


def lint(rulebook: Rulebook) -> tuple[Problem, ...]:
    """The faults of all rules, in their order. Faults of form have already been refused on loading."""
    return tuple(problem for rule in rulebook.rules for problem in _faults(rule, rulebook))


def _faults(rule: Rule, rulebook: Rulebook) -> Iterator[Problem]:
    read = any(rulebook.regulations[citation.regulation].known == "read" for citation in rule.basis)
    if rule.force in _BINDING and not rule.basis:
        yield _problem(rule, "basis", "no-basis", force=rule.force)
    if rule.force == "law" and rule.basis and not read:
        yield _problem(rule, "basis", "not-read")
    if rule.force not in _BINDING or not read:
        for field, texts in (("message", rule.messages), ("advice", rule.advices)):
            for text in texts.values():
                if _says_must(text):
                    yield _problem(rule, field, "must")


def _says_must(text: Text) -> bool:
    """Whether it says what one must do. Words quoted as a model of a clause do not count."""
    return any(_MUST.search(re.sub(r"“[^”]*”", "", words)) for words in (text.id, text.en))


def _problem(rule: Rule, field: str, key: str, **details: str) -> Problem:
    return Problem(rule.file, rule.line, f"{rule.id}.{field}", key, tuple(sorted(details.items())))
