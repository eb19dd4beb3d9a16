"""Filling the words of a rule with the values of a hit."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.build import BRACE
from kerjasama_check.checking.findings import SEVERAL
from kerjasama_check.checking.rule import Rule, Text
from kerjasama_check.checking.vocabulary import KINDS
from kerjasama_check.indonesian.lazy import lazy

_BLANKS = lazy(r"\s+")


def fill(text: Text, values: Mapping[str, str | int], rule: Rule, agreement: Agreement, language: str) -> str:
    """The text in the language with its braces filled. A value is put in as it stands, never read as a format."""

    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        if name == "kind" and "kind" not in values:
            return KINDS.get(agreement.kind or "", {}).get(language, "")
        return _value(str(values.get(name, "")), rule, language)

    return BRACE.sub(value, text.get(language))


def _value(value: str, rule: Rule, language: str) -> str:
    if SEVERAL in value:
        return listed([_BLANKS.sub(" ", part).strip() for part in value.split(SEVERAL)], language)
    parts = value.split("|")
    if rule.words and all(part in rule.words for part in parts):
        return listed([rule.words[part].get(language) for part in parts], language)
    return _BLANKS.sub(" ", value).strip()


def listed(parts: list[str], language: str) -> str:
    """ "a", "a dan b", "a, b, dan c"."""
    word = "and" if language == "en" else "dan"
    if len(parts) < 2:
        return "".join(parts)
    if len(parts) == 2:
        return f"{parts[0]} {word} {parts[1]}"
    return f"{', '.join(parts[:-1])}, {word} {parts[-1]}"
