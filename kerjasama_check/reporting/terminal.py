"""A page on the terminal: lines wrapped to its width with hanging indents, nothing cut off, no trailing blanks.

Rich is used for colour and for measuring; the texts are Text objects, so that no markup in a document is ever obeyed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.text import Text

from kerjasama_check.reporting.clean import clean

PIPED_WIDTH = 100
NARROWEST = 40
WIDEST = 120  # longer lines are hard to read
STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan", "good": "bold green", "faint": "dim"}


def console(stream: IO[str] | None = None, *, stderr: bool = False) -> Console:
    """A console on a stream (standard output by default); 100 columns wide where nobody says how wide it is."""
    to_file = stream is not None and stream is not sys.stdout  # there no variable of the user can ask for colour
    made = Console(
        file=stream,
        stderr=stderr,
        highlight=False,
        markup=False,
        emoji=False,
        force_terminal=False if to_file else None,
    )
    if not made.is_terminal and not os.environ.get("COLUMNS", "").isdigit():
        made.width = PIPED_WIDTH
    made.width = max(NARROWEST, min(made.width, WIDEST))
    return made


@contextmanager
def open_page(stream: IO[str] | None = None) -> Iterator[Page]:
    """A page on a stream, flushed at the end."""
    made = Page(console(stream))
    yield made
    made.flush()


class Page:
    """Lines of a report. They reach the console with `flush`."""

    def __init__(self, target: Console) -> None:
        self.console = target
        self._lines: list[Text] = []

    def blank(self) -> None:
        self._lines.append(Text())

    def line(self, text: Text | str, *, indent: int = 0, style: str = "", wrap: bool = True) -> None:
        """A paragraph, every line of it indented."""
        self.hanging(Text(" " * indent), text, style=style, wrap=wrap)

    def hanging(self, head: Text, text: Text | str, *, style: str = "", wrap: bool = True) -> None:
        """A paragraph that starts after `head`; its further lines stand below its first."""
        body = text if isinstance(text, Text) else Text(text, style=style)
        width = max(self.console.width - head.cell_len, NARROWEST // 2)
        start = head
        for line in self._wrapped(body, width) if wrap else [body]:
            # not the sum of the two, which would take the style of the first for all
            self._lines.append(Text().append_text(start).append_text(line))
            start = Text(" " * head.cell_len)

    def _wrapped(self, body: Text, width: int) -> list[Text]:
        if body.spans:
            return list(body.wrap(self.console, width, justify="left", overflow="fold")) or [Text()]
        return [Text(line, style=body.style) for line in wrapped(body.plain, width)]

    def rows(self, rows: Iterable[tuple[str, str]], *, indent: int = 2) -> None:
        """Captions and values in two columns; a caption that repeats is shown once."""
        kept = [(caption, value) for caption, value in rows if value]
        widest = max((len(caption) for caption, _ in kept), default=0)
        before = None
        for caption, value in kept:
            shown = "" if caption == before else caption
            before = caption
            self.hanging(Text(" " * indent + shown.ljust(widest + 2), style=STYLES["faint"]), clean(value))

    def write(self, block: RenderableType) -> None:
        """A tree, without the blanks that Rich fills its lines with."""
        for line in self.console.render_lines(block, pad=False):
            self._lines.append(Text.assemble(*((part.text, part.style or "") for part in line if not part.control)))

    def flush(self) -> None:
        """Everything written so far. Where no colour is wanted the plain lines go out, which is the quicker way."""
        for line in self._lines:
            line.rstrip()
        if self.console.is_terminal or self.console.color_system is not None:
            for line in self._lines:
                self.console.print(line, soft_wrap=True)
        else:
            self.console.file.write("".join(f"{line.plain}\n" for line in self._lines))
        self._lines.clear()


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells, broken at blanks; a longer word is folded."""
    return [line for paragraph in text.split("\n") for line in _wrapped_line(paragraph, width)]


def _wrapped_line(text: str, width: int) -> list[str]:
    lines, line, room = [], "", width
    for word in text.split(" "):
        size = cell_len(word)
        if line and size + 1 > room:
            lines.append(line)
            line, room = "", width
        if line:
            line, room = f"{line} {word}", room - size - 1
            continue
        while size > width:
            part, word = _cut(word, width)
            lines.append(part)
            size = cell_len(word)
        line, room = word, width - size
    lines.append(line)
    return lines


def _cut(word: str, width: int) -> tuple[str, str]:
    """The beginning of a word that fits, and the rest; at least one sign of it."""
    end, size = 0, 0
    while end < len(word) and size + cell_len(word[end]) <= width:
        size += cell_len(word[end])
        end += 1
    end = max(end, 1)
    return word[:end], word[end:]
