"""Cutting a text into its sentences."""

from __future__ import annotations

import re


def split_at(gap: re.Pattern[str], text: str) -> list[str]:
    """The pieces of a text between the gaps that a pattern finds.

    The gap is the first group where it takes part, else the whole match: so a pattern can begin with the mark before
    the gap and be found fast, which one that begins with a look behind is not.
    """
    pieces, start = [], 0
    for match in gap.finditer(text):
        at = match.start(1)
        pieces.append(text[start : match.start() if at < 0 else at])
        start = match.end()
    pieces.append(text[start:])
    return pieces
