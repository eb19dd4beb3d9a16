"""Rules that are kept as data come back as they were, and what does not fit is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kerjasama_check.checking import rulebook
from kerjasama_check.checking.frozen import UnknownFormError, freeze, thaw
from kerjasama_check.checking.registry import load_functions
from kerjasama_check.checking.rulebook import load_rulebook


@pytest.fixture
def kept() -> dict[str, Any]:
    made = load_rulebook(cache=False)
    return dict(json.loads(json.dumps(freeze((made.rules, dict(made.regulations), dict(made.profiles))))))


def test_all_rules_come_back_equal(kept: dict[str, Any]) -> None:
    made = load_rulebook(cache=False)
    assert thaw(kept, load_functions()) == (made.rules, dict(made.regulations), dict(made.profiles))


def test_a_class_with_other_fields_is_refused(kept: dict[str, Any]) -> None:
    kept["classes"][0] = [*kept["classes"][0], "further"]
    with pytest.raises(UnknownFormError):
        thaw(kept, load_functions())


@pytest.mark.parametrize("name", ["os.system", "builtins.dict", "kerjasama_check.checking.rule.Gone"])
def test_an_unknown_class_is_refused(kept: dict[str, Any], name: str) -> None:
    kept["classes"][0][0] = name
    with pytest.raises(UnknownFormError):
        thaw(kept, load_functions())


def test_a_function_that_is_gone_is_refused(kept: dict[str, Any]) -> None:
    functions = {name: function for name, function in load_functions().items() if name != "misspelling"}
    with pytest.raises(UnknownFormError):
        thaw(kept, functions)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"classes": 3, "value": 1}', '{"classes": [], "value": ["x", 1]}'])
def test_a_broken_file_is_made_anew(content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERJASAMA_CHECK_CACHE", str(tmp_path))
    rulebook._ready.cache_clear()
    first = load_rulebook()
    (file,) = tmp_path.glob("rulebook-*.json")
    good = file.read_text(encoding="utf-8")
    file.write_text(content, encoding="utf-8")
    rulebook._ready.cache_clear()
    assert load_rulebook() == first
    assert file.read_text(encoding="utf-8") == good
    rulebook._ready.cache_clear()


def test_the_second_run_builds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERJASAMA_CHECK_CACHE", str(tmp_path))
    rulebook._ready.cache_clear()
    first = load_rulebook()
    monkeypatch.setattr(rulebook, "_from_files", lambda *_: pytest.fail("built again"))
    rulebook._ready.cache_clear()
    assert load_rulebook() == first
    rulebook._ready.cache_clear()
