"""A page on the terminal: lines wrapped to its width with hanging indents, nothing cut off, no trailing blanks."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from kerjasama_check.reporting.clean import clean
from kerjasama_check.reporting.ink import Ink

if TYPE_CHECKING:
    from rich.console import Console

PIPED_WIDTH = 100  # columns where nobody says how wide it is
NARROWEST = 40
WIDEST = 120  # longer lines are hard to read
STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan", "good": "bold green", "faint": "dim"}


@contextmanager
def open_page(stream: IO[str]) -> Iterator[Page]:
    """A page on a stream. What was written reaches the stream at the end."""
    page = Page(_console(stream))
    yield page
    page.write_to(stream)


def _console(stream: IO[str]) -> Console | None:
    """Rich's console where the stream can show colour; None for a file or a pipe."""
    wanted = stream is sys.stdout and (os.environ.get("FORCE_COLOR") or os.environ.get("TTY_COMPATIBLE"))
    if not wanted and not (hasattr(stream, "isatty") and stream.isatty()):
        return None
    from rich.console import Console

    return Console(file=stream, highlight=False, markup=False, emoji=False)


def _width(console: Console | None) -> int:
    if console is not None:
        return max(NARROWEST, min(console.width, WIDEST))
    told = os.environ.get("COLUMNS", "")
    return max(NARROWEST, min(int(told), WIDEST)) if told.isdecimal() and told.isascii() else PIPED_WIDTH


class Page:
    """Lines of a report. console None: without colour."""

    def __init__(self, console: Console | None = None) -> None:
        self.console = console
        self.width = _width(console)
        self.lines: list[Ink] = []

    def blank(self) -> None:
        self.lines.append(Ink())

    def line(self, text: Ink | str, *, indent: int = 0, style: str = "", wrap: bool = True) -> None:
        """A paragraph, every line of it indented."""
        self.hanging(Ink(" " * indent), text, style=style, wrap=wrap)

    def hanging(self, head: Ink, text: Ink | str, *, style: str = "", wrap: bool = True) -> None:
        """A paragraph that starts after `head`; its further lines stand below its first."""
        body = text if isinstance(text, Ink) else Ink(text, style)
        indent = head.cells
        for line in body.wrap(max(self.width - indent, NARROWEST // 2)) if wrap else [body]:
            self.lines.append((head + line).stripped())
            head = Ink(" " * indent)

    def rows(self, rows: Iterable[tuple[str, str]], *, indent: int = 2) -> None:
        """Captions and values in two columns; a caption that repeats is shown once."""
        kept = [(caption, value) for caption, value in rows if value]
        widest = max((len(caption) for caption, _ in kept), default=0)
        before = None
        for caption, value in kept:
            shown = "" if caption == before else caption
            before = caption
            self.hanging(Ink(" " * indent + shown.ljust(widest + 2), STYLES["faint"]), clean(value))

    def write_to(self, stream: IO[str]) -> None:
        if self.console is None:
            stream.write("".join(f"{line.plain}\n" for line in self.lines))
            return
        from rich.text import Text

        for line in self.lines:
            self.console.print(Text.assemble(*line.parts), soft_wrap=True)
