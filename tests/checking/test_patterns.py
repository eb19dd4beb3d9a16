"""Patterns of rule files: those that can run away are refused, and none of the built-in ones is."""

from __future__ import annotations

import dataclasses
import re
import time
from collections.abc import Iterator

import pytest

from kerjasama_check.checking.patterns import fault_of
from kerjasama_check.checking.rulebook import load_rulebook

RUNAWAY = [
    r"(a+)+b",
    r"(a*)*b",
    r"(\w+\s*)+mana",
    r"(a|a)*b",
    r"(?:[a-z]+|\d+)*!",
    r"(\d+|\w)*!",
    r"(?:ab|a|b)*c",
    r"(.*)*x",
    r"(x+x+)+y",
    r"\w*\w*!",
    r".*.*x",
    r"pihak[^.]*[\w ]*!",
    r"(?=(a+)+b)a",
    r"(?:a?){30}b",
    r"(?:\s*kerja\s*|\s*sama\s*)+[!]",
]
FINE = [
    r"kerja\s*sama",
    r"\bpihak\s+(?:pertama|kedua)\b[^.;]{0,120}\bwajib\b",
    r"(?:\w+\s+)*mana",
    r"(?:\w+\b\s*)+mana",
    r"(?>a+)+b",
    r"a++b",
    r"\w+\b[^.;]{0,60}\bdata",
    r"\s+.*pihak",
    r"(?:ab|cd)*e",
    r"(?P<a>x)\1+y",
    r"(?i)^nomor\s*:?\s*\d+$",
    r"(?:[^\W\d_][\w.-]*[\s/]+(?:dan\s+)?){2,10}\Z",
]


@pytest.mark.parametrize("pattern", RUNAWAY)
def test_what_can_run_away_is_refused(pattern: str) -> None:
    fault = fault_of(pattern)
    assert fault is not None and fault.key == "runs-away" and fault.detail


@pytest.mark.parametrize("pattern", FINE)
def test_ordinary_patterns_are_taken(pattern: str) -> None:
    assert fault_of(pattern) is None


@pytest.mark.parametrize("pattern", ["(", "[", "a{2,1}", "(?P<x>a)(?P<x>b)", "*"])
def test_what_is_no_pattern(pattern: str) -> None:
    fault = fault_of(pattern)
    assert fault is not None and fault.key == "bad-regex"


@pytest.mark.parametrize(
    ("pattern", "attack", "more"),
    [(r"(a+)+b", "a", 4), (r"(\w+\s*)+mana", "x", 4), (r"(?:ab|a|b)*c", "ab", 8), (r"(\d+|\w)*!", "1", 4)],
)
def test_those_refused_do_run_away(pattern: str, attack: str, more: int) -> None:
    """A few signs more multiply the time of Python's own engine, whatever the length: here by sixteen."""
    compiled = re.compile(pattern)

    def seconds(length: int) -> float:
        text = (attack * length)[:length]
        start = time.perf_counter()
        compiled.match(text)
        return time.perf_counter() - start

    length = next(length for length in range(8, 60) if min(seconds(length) for _ in range(3)) > 0.001)
    assert min(seconds(length + more) for _ in range(3)) > 5 * min(seconds(length) for _ in range(3))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


def test_no_built_in_pattern_runs_away() -> None:
    texts = {text for rule in load_rulebook().rules for text in _texts(rule.options)}
    assert len(texts) > 500
    refused = {text: fault for text in texts if (fault := fault_of(text)) is not None}
    assert refused == {}
