"""The mutants of the bench: one draft, one defect, the rule that should name it.

They stand in `mutants/<family>.yaml`, one entry each:

    rule: ANK-04                 the rule that should report it
    draft: nota-kesepahaman      a clean draft of samples/source/ or of drafts/ beside this file
    what: …                      what the drafter did wrong, in a few words
    change: [[old, new], …]      words of the draft and what stands there instead; `old` must stand there exactly once
    every: [[old, new], …]       the same for words that stand there more than once
    remove: [HEADING, …]         articles that are left out
    look: {…}                    what is done to the page (see looks.py)
    also: {RULE: why, …}         other rules of error or warning that this same defect explains
    form: pdf                    checked as PDF; else as DOCX
    profile: ketat               checked with that profile
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "samples"
sys.path.insert(0, str(SAMPLES))


@dataclass(frozen=True, slots=True)
class Mutant:
    """One defect in one draft. also: rule → why the defect explains it too."""

    family: str
    rule: str
    draft: str
    what: str
    change: tuple[tuple[str, str], ...] = ()
    every: tuple[tuple[str, str], ...] = ()
    remove: tuple[str, ...] = ()
    look: dict[str, Any] = field(default_factory=dict)
    also: dict[str, str] = field(default_factory=dict)
    form: str = "docx"
    profile: str | None = None

    def text(self, drafts: dict[str, str]) -> str:
        """The draft with the defect. Raises ValueError where the draft does not say what is to be changed."""
        text = drafts[self.draft]
        for heading in self.remove:
            pattern = rf"^Pasal: {re.escape(heading)}\n(?:.+\n)*\n"
            text, count = re.subn(pattern, "", text, flags=re.MULTILINE)
            self._once(count, heading)
        for old, new in self.change:
            self._once(text.count(old), old)
            text = text.replace(old, new)
        for old, new in self.every:
            self._once(min(1, text.count(old)), old)
            text = text.replace(old, new)
        return text

    def _once(self, count: int, words: str) -> None:
        if count != 1:
            raise ValueError(f"{self.rule} ({self.what}): {self.draft} says {count} times “{words}”")


def drafts() -> dict[str, str]:
    """Every clean draft by its name: the samples and those of this bench."""
    paths = [*sorted((SAMPLES / "source").glob("*.draft")), *sorted((HERE / "drafts").glob("*.draft"))]
    return {path.stem: path.read_text(encoding="utf-8") for path in paths}


def mutants() -> list[Mutant]:
    """All mutants, family by family."""
    return [mutant for path in sorted((HERE / "mutants").glob("*.yaml")) for mutant in _family(path)]


def _family(path: Path) -> list[Mutant]:
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        Mutant(
            family=path.stem,
            rule=entry["rule"],
            draft=entry["draft"],
            what=entry["what"],
            change=tuple((old, new) for old, new in entry.get("change", ())),
            every=tuple((old, new) for old, new in entry.get("every", ())),
            remove=tuple(entry.get("remove", ())),
            look=entry.get("look", {}),
            also=entry.get("also", {}),
            form=entry.get("form", "docx"),
            profile=entry.get("profile"),
        )
        for entry in entries
    ]
