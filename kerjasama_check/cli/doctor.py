"""`kerjasama-check doctor`: what this machine has, what is missing, and the one command that installs it."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from kerjasama_check.cli.language import say
from kerjasama_check.cli.options import Lang, format_option

HELP = say(
    "Menampilkan pembaca, OCR, pengonversi, dan aturan yang tersedia, serta cara memasang yang belum ada.",
    "Show the readers, OCR, converters and rules at hand, and how to install what is missing.",
)


def doctor(format: Annotated[str | None, format_option("rich|json")] = None, lang: Lang = None) -> None:
    from kerjasama_check.cli.health import examine
    from kerjasama_check.cli.language import adopt
    from kerjasama_check.cli.output import destination
    from kerjasama_check.cli.selection import one_of
    from kerjasama_check.settings.plan import Door

    settings = Door({"format": format, "language": lang}, os.environ).run
    adopt(settings.language)
    chosen = one_of(settings.format, format, ("rich", "json"), "doctor")
    health = examine(settings.language)
    with destination(None) as stream:
        if chosen == "json":
            from kerjasama_check.reporting.contract import ascii_only, dump

            stream.write(dump(health.object(), ascii_only=ascii_only(stream)) + "\n")
        else:
            from kerjasama_check.reporting.health import write_health
            from kerjasama_check.reporting.terminal import open_page

            with open_page(stream) as page:
                write_health(page, health, settings.language)
    raise typer.Exit(0 if health.usable else 1)
