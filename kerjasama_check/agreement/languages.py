"""Which languages a text is written in, and which blocks only repeat it in the other one."""

from __future__ import annotations

from collections.abc import Sequence

from kerjasama_check.reading.document import Block

_ENGLISH = frozenset(b"the of and to shall this party parties agreement in for be by with is or any".split())
_INDONESIAN = frozenset(
    b"dan yang di dengan untuk pihak dalam ini pada dari para atau oleh akan perjanjian kerja".split()
)
_KNOWN = _ENGLISH | _INDONESIAN
_LETTERS_ONLY = bytes(code if 97 <= code <= 122 else 32 for code in range(256))
_LEAST_WORDS = 40  # of a column that is told to be a translation


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
    """The English column of tables that set a text in two languages side by side.

    The Indonesian column is the one that is read: the law asks for it in every agreement with a foreign party.
    """
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
