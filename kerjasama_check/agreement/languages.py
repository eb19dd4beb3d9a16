"""Which languages a text is written in, and which blocks only repeat it in the other one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.reading.document import Block

_ENGLISH = frozenset(b"the of and to shall this party parties agreement in for be by with is or any".split())
_INDONESIAN = frozenset(
    b"dan yang di dengan untuk pihak dalam ini pada dari para atau oleh akan perjanjian kerja".split()
)
_KNOWN = _ENGLISH | _INDONESIAN
_LETTERS_ONLY = bytes(code if 97 <= code <= 122 else 32 for code in range(256))
_LEAST_WORDS = 40  # of a column that is told to be a translation
_LEAST_ARTICLES = 3  # of each version where one follows the other
_HEADING = lazy(r"\W*(?:(?P<id>pasal)|article)\s+(?:\d{1,3}|[ivxl]{1,7})\b(?!.{60})", re.IGNORECASE)
_NAMED = {
    "en": lazy(r"\W*(?:MEMORANDUM|(?:[A-Z]+ )?(?:AGREEMENT|ARRANGEMENT)|LETTER OF|DECLARATION)\b"),
    "id": lazy(r"\W*(?:NOTA|PERJANJIAN|KESEPA\w+|NASKAH|PIAGAM|MEMORANDUM|SURAT PERJANJIAN)\b"),
}


def language_of(text: str) -> str:
    """ "id", "en", or "id+en" where both are written."""
    english, indonesian = _counts(text)
    if english > 3 * max(indonesian, 1):
        return "en"
    return "id+en" if indonesian and english > 0.5 * indonesian else "id"


def _counts(text: str) -> tuple[int, int]:
    words = text.lower().encode("ascii", "replace").translate(_LETTERS_ONLY).split()
    known = list(filter(_KNOWN.__contains__, words))
    english = sum(map(_ENGLISH.__contains__, known))
    return english, len(known) - english


def translated_blocks(blocks: Sequence[Block]) -> frozenset[int]:
    """The English column of tables that set a text in two languages side by side, or the English version as a whole.

    The Indonesian one is read: the law asks for it in every agreement with a foreign party.
    """
    return _translated_columns(blocks) or _translated_version(blocks)


def _translated_version(blocks: Sequence[Block]) -> frozenset[int]:
    """The English version that stands before or behind the Indonesian one, without the signatures below it."""
    if "article" not in " ".join([block.full for block in blocks]).lower():
        return frozenset()
    found: dict[bool, list[int]] = {True: [], False: []}
    for index, block in enumerate(blocks):
        if match := _HEADING.match(block.full):
            found[match["id"] is not None].append(index)
    own, other = found[True], found[False]
    if min(len(own), len(other)) < _LEAST_ARTICLES:
        return frozenset()
    if own[-1] < other[0]:
        title = _title_above(blocks, own[-1], other[0], "en")
        end = next((i for i in range(len(blocks) - 1, other[-1], -1) if _is_english(blocks[i].text)), other[-1])
        return frozenset(range(title, end + 1)) if title is not None else frozenset()
    if other[-1] < own[0]:
        title = _title_above(blocks, other[-1], own[0], "id")
        return frozenset(range(title)) if title is not None else frozenset()
    return frozenset()


def _title_above(blocks: Sequence[Block], after: int, before: int, tongue: str) -> int | None:
    """The line between two articles on which the second version names itself."""
    named = _NAMED[tongue]
    return next((i for i in range(after + 1, before) if len(blocks[i].text) < 90 and named.match(blocks[i].text)), None)


def _is_english(text: str) -> bool:
    english, indonesian = _counts(text)
    return english >= 3 and english > indonesian


def _translated_columns(blocks: Sequence[Block]) -> frozenset[int]:
    columns: dict[int, dict[int, list[int]]] = {}
    for index, block in enumerate(blocks):
        if block.cell is not None:
            columns.setdefault(block.cell.table, {}).setdefault(block.cell.column, []).append(index)
    found: set[int] = set()
    for table in columns.values():
        texts = {column: " ".join(blocks[i].text for i in members) for column, members in table.items()}
        written = {column for column, text in texts.items() if len(text.split()) >= _LEAST_WORDS}
        tongues = {column: language_of(texts[column]) for column in written}
        if len(written) >= 2 and set(tongues.values()) == {"id", "en"}:
            found.update(i for column, tongue in tongues.items() if tongue == "en" for i in table[column])
    return frozenset(found)
