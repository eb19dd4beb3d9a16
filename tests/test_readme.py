"""README.md keeps its word: its commands, its table of samples, and what it takes from the program."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import hooks
import pytest

from kerjasama_check.checking.rulebook import load_rulebook

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = ["README.md", *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))]
GENERATED = hooks.generated()


@pytest.mark.parametrize("name", ["try", "test"])
def test_a_command_is_one_line(name: str) -> None:
    blocks = re.findall(rf"<!-- ci: {name} -->\n```sh\n(.*?)```", README, re.DOTALL)
    assert len(blocks) == 1
    assert blocks[0].count("\n") == 1 and "pip install" in blocks[0]


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    """To a file, or to a page that the site makes."""
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)", text):
        here = target in GENERATED or (ROOT / page).parent.joinpath(target).exists()
        assert here or target.startswith("https://"), target


@pytest.mark.parametrize("page", PAGES)
def test_rules_and_samples_that_are_named_exist(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    text = re.sub(r"^\| [A-Z]{3}-\d{2} \| (?:belum|tidak dibuat) \|.*$", "", text, flags=re.MULTILINE)
    known = {rule.id for rule in load_rulebook().rules} | set(re.findall(r"^- id: (\S+)", text, re.MULTILINE))
    for rule in re.findall(r"\b[A-Z]{3}-\d{2}\b", text):
        assert rule in known, rule
    for sample in re.findall(r"samples[/\\]([\w-]+\.(?:docx|pdf|py))", text):
        assert (ROOT / "samples" / sample).exists(), sample


def test_the_pages_show_what_the_program_prints() -> None:
    """Mend with: python docs/refresh.py"""
    spec = importlib.util.spec_from_file_location("refresh", ROOT / "docs/refresh.py")
    assert spec and spec.loader
    refresh = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(refresh)
    for path, text in refresh.pages().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: python docs/refresh.py"
