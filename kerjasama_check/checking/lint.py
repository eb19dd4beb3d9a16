"""What a rule file may say beyond being well-formed: the words fit the force, and the law is named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kerjasama_check.checking.rule import Rule, Text
from kerjasama_check.checking.rulebook import Rulebook
from kerjasama_check.checking.source import Problem

_MUST = re.compile(r"\bwajib\b|\bmust\b", re.IGNORECASE)
_BINDING = ("law", "ministry")


def lint(rulebook: Rulebook) -> tuple[Problem, ...]:
    """The faults of all rules, in their order. Faults of form have already been refused on loading."""
    return tuple(problem for rule in rulebook.rules for problem in _faults(rule, rulebook))


def _faults(rule: Rule, rulebook: Rulebook) -> Iterator[Problem]:
    read = any(rulebook.regulations[citation.regulation].known == "read" for citation in rule.basis)
    if rule.force in _BINDING and not rule.basis:
        yield _problem(rule, "basis", f"aturan berdaya ikat “{rule.force}” harus menyebut peraturannya")
    if rule.force == "law" and rule.basis and not read:
        yield _problem(rule, "basis", "tidak satu pun peraturan yang disebut sudah dibaca naskahnya")
    if rule.force not in _BINDING or not read:
        for field, texts in (("message", rule.messages), ("advice", rule.advices)):
            for text in texts.values():
                if _says_must(text):
                    yield _problem(
                        rule, field, "“wajib” hanya bagi hukum yang naskahnya dibaca; tulis lazim atau disarankan"
                    )
    known = {None, *rule.function.variants}
    for variant in {*rule.messages, *rule.advices} - known:
        yield _problem(rule, "messages", f"varian “{variant}” tidak dikenal")


def _says_must(text: Text) -> bool:
    """Whether it says what one must do. Words quoted as a model of a clause do not count."""
    return any(_MUST.search(re.sub(r"“[^”]*”", "", words)) for words in (text.id, text.en))


def _problem(rule: Rule, field: str, message: str) -> Problem:
    return Problem(rule.file, rule.line, f"{rule.id}.{field}", message)
