"""Options of rules are bound to typed dataclasses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest

from kerjasama_check.checking.binding import bind
from kerjasama_check.checking.problems import Problem
from kerjasama_check.checking.source import Cursor


@dataclass(frozen=True)
class Inner:
    word: str


@dataclass(frozen=True)
class Options:
    words: tuple[str, ...]
    limit: int = 3
    share: float = 0.5
    mode: Literal["a", "b"] = "a"
    maybe: str | None = None
    pairs: Mapping[str, str] = field(default_factory=dict)
    inner: tuple[Inner, ...] = ()

    def check(self) -> str | None:
        return "terlalu banyak" if self.limit > 100 else None


def run(data: Any) -> tuple[Any, list[Problem]]:
    problems: list[Problem] = []
    return bind(Cursor(data, "a.yaml", {(): 1}, problems), Options), problems


def test_values_are_converted() -> None:
    bound, problems = run({"words": ["x"], "share": 1, "pairs": {"k": "v"}, "inner": [{"word": "w"}], "maybe": None})
    assert not problems
    assert bound == Options(("x",), share=1.0, pairs={"k": "v"}, inner=(Inner("w"),))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({}, "words"),
        ({"words": "x"}, "daftar"),
        ({"words": [1]}, "harus berupa str"),
        ({"words": [], "limit": "3"}, "harus berupa int"),
        ({"words": [], "limit": True}, "harus berupa int"),
        ({"words": [], "mode": "c"}, "salah satu"),
        ({"words": [], "limitt": 3}, "limit"),
        ({"words": [], "limit": 101}, "terlalu banyak"),
        ({"words": [], "inner": [{}]}, "word"),
        ([], "pasangan"),
    ],
)
def test_wrong_options_are_reported(data: Any, said: str) -> None:
    _, problems = run(data)
    assert problems
    assert any(said in str(problem) for problem in problems)
