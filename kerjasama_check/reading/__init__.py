"""From a file to a Document: blocks of text in reading order, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kerjasama_check.reading.document import Document, ReadingError, ReadOptions, State
    from kerjasama_check.reading.reader import read, read_bytes

__all__ = ["Document", "ReadOptions", "ReadingError", "State", "read", "read_bytes"]


def __getattr__(name: str) -> Any:
    """Load the readers only when they are asked for, so that `--help` stays cheap."""
    if name in ("read", "read_bytes"):
        from kerjasama_check.reading import reader

        return getattr(reader, name)
    if name in __all__:
        from kerjasama_check.reading import document

        return getattr(document, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
