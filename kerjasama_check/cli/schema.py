"""`kerjasama-check schema`: the JSON Schema of what other programs read."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from kerjasama_check.cli.language import say
from kerjasama_check.cli.options import Lang, Output

HELP = say(
    "Menampilkan JSON Schema keluaran: report (check), agreement (show), atau rules (rules list).",
    "Print the JSON Schema of an output: report (check), agreement (show) or rules (rules list).",
)
NAMES = ("report", "agreement", "rules")


def _complete(incomplete: str) -> list[str]:
    return [name for name in NAMES if name.startswith(incomplete)]


def schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar="|".join(NAMES),
            help=say("Keluaran yang dimaksud.", "The output in question."),
            autocompletion=_complete,
            show_default=False,
        ),
    ],
    output: Output = None,
    lang: Lang = None,
) -> None:
    from kerjasama_check.cli.errors import UsageFault
    from kerjasama_check.cli.language import adopt, current
    from kerjasama_check.cli.output import destination
    from kerjasama_check.reporting.contract import ascii_only, dump
    from kerjasama_check.reporting.schemas import schema as made
    from kerjasama_check.settings.plan import Door

    adopt(Door({"language": lang}, os.environ).run.language)
    if name not in NAMES:
        known = ", ".join(NAMES)
        raise UsageFault(
            say(f"Tidak ada skema “{name}”; pilihannya: {known}.", f"There is no schema “{name}”; choose from {known}.")
        )
    with destination(output) as stream:
        stream.write(dump(made(name, current()), ascii_only=ascii_only(stream)) + "\n")
