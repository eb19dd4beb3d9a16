"""The running text of an agreement, for rules on the choice of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.checking.functions.language import is_english
from kerjasama_check.checking.glance import glance

_NOT_PROSE = ("judul", "nomor", "dasar hukum", "tanda tangan")


def prose(agreement: Agreement, stems: tuple[str, ...]) -> Iterator[tuple[Provision, str]]:
    """The provisions of the own text that hold one of the stems, with their text in small letters."""
    seen = glance(agreement)
    for at in seen.holding(stems):
        provision, text = agreement.provisions[at], seen.parts[at]
        if provision.name in _NOT_PROSE or seen.annexes[at]:
            continue
        if agreement.language == "id" or not is_english(text):
            yield provision, text


@cache
def pattern_of(pattern: str) -> re.Pattern[str]:
    """A pattern that ignores case."""
    return re.compile(pattern, re.IGNORECASE)
