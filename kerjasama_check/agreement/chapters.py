"""BAB, Bagian and Paragraf: what stands above the articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kerjasama_check.agreement.headings import CHAPTER, RUNNING, SECTION, heading_below
from kerjasama_check.agreement.units import Unit, roman_value

_SECTIONS = ("Bagian", "BAGIAN", "Paragraf", "PARAGRAF")


@dataclass(frozen=True, slots=True)
class ChapterHeading:
    label: str
    heading: str | None
    start: int
    body: int


def find_chapters(units: Sequence[Unit]) -> list[ChapterHeading]:
    found = []
    for index, unit in enumerate(units):
        match = CHAPTER.match(unit.text) if unit.text[:3] == "BAB" else None
        if not match or len(unit.text) > 120:
            continue
        number = roman_value(match["number"].replace("l", "I").replace("1", "I")) or match["number"]
        if not isinstance(number, int) and not str(number).isdigit():
            continue
        rest = match["rest"].strip(" .:-–")
        if rest:
            if RUNNING.match(rest):
                continue
            found.append(ChapterHeading(f"BAB {match['number']}", rest, index, index + 1))
        else:
            heading, body = heading_below(units, index + 1)
            found.append(ChapterHeading(f"BAB {match['number']}", heading, index, body))
    return found


def find_sections(units: Sequence[Unit]) -> list[ChapterHeading]:
    """Headings "Bagian Kesatu" and "Paragraf 1" below a BAB, with their title."""
    found = []
    for index, unit in enumerate(units):
        match = SECTION.match(unit.text) if unit.text.startswith(_SECTIONS) and not unit.marks else None
        if match and (unit.centred or unit.bold or unit.upper or not match["rest"]):
            rest = (match["rest"] or "").strip(" .:-–")
            heading, body = (rest, index + 1) if rest else heading_below(units, index + 1)
            found.append(ChapterHeading(unit.text, heading, index, body))
    return found
