"""A page on the terminal: lines wrapped to its width with hanging indents, nothing cut off, no trailing blanks.

Rich is used for colour and for measuring; the texts are Text objects, so that no markup in a document is ever obeyed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import IO

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


class Page:
    """Writes to a console line by line."""

    def __init__(self, target: Console) -> None:
        self.console = target
        self.ascii = not target.encoding.startswith("utf")

    def blank(self) -> None:
        self._print(Text())

    def line(self, text: Text | str, *, indent: int = 0, style: str = "", wrap: bool = True) -> None:
        """A paragraph, every line of it indented."""
        self.hanging(Text(" " * indent), text, style=style, wrap=wrap)

    def hanging(self, head: Text, text: Text | str, *, style: str = "", wrap: bool = True) -> None:
        """A paragraph that starts after `head`; its further lines stand below its first."""
        body = text if isinstance(text, Text) else Text(text, style=style)
        if not wrap:
            self._print(_joined(head, body))
            return
        width = max(self.console.width - head.cell_len, NARROWEST // 2)
        lines = body.wrap(self.console, width, justify="left", overflow="fold") or [Text()]
        for number, line in enumerate(lines):
            line.rstrip()
            start = head if number == 0 else Text(" " * head.cell_len)
            self._print(_joined(start, line))

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
            text = Text.assemble(*((part.text, part.style or "") for part in line if not part.control))
            self._print(text)

    def _print(self, line: Text) -> None:
        line.rstrip()
        self.console.print(line, soft_wrap=True)


def _joined(head: Text, body: Text) -> Text:
    """Both, each in its own style (the sum of two Texts takes the style of the first for all)."""
    return Text().append_text(head).append_text(body)
