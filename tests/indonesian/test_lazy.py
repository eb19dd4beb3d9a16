"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from kerjasama_check.indonesian.lazy import lazy


def test_compiled_only_when_used(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    real = re.compile
    monkeypatch.setattr(re, "compile", lambda pattern, flags=0: made.append(pattern) or real(pattern, flags))
    pattern = lazy(r"pasal (\d+)", re.IGNORECASE)
    assert made == []
    assert [m[1] for m in pattern.finditer("Pasal 5 dan PASAL 6")] == ["5", "6"]
    assert pattern.sub("X", "pasal 7") == "X"
    assert made == [r"pasal (\d+)"]


def test_has_what_a_pattern_has() -> None:
    pattern = lazy(r"(?P<a>x)y")
    assert pattern.pattern == r"(?P<a>x)y"
    assert pattern.groupindex == {"a": 1}
    match = pattern.match("xy")
    assert match and match.re.pattern == pattern.pattern
    assert pattern.search("zzxy", 2) is not None
    assert pattern.fullmatch("xyz") is None
