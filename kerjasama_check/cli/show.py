"""`kerjasama-check show`: what a file was understood as."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from kerjasama_check.cli.errors import patience
from kerjasama_check.cli.language import say
from kerjasama_check.cli.options import Balance, Budget, Date, Lang, Ocr, Output, View, format_option
from kerjasama_check.cli.settings_options import Config, NoConfig

HELP = say(
    "Menampilkan susunan naskah: kepala, para pihak, pasal, ayat, huruf, penutup, dan lampiran.",
    "Show the structure of a text: head, parties, articles, paragraphs, items, closing and annexes.",
)


def show(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="PATH",
            help=say("Berkas; “-” membaca masukan standar.", "A file; “-” reads standard input."),
            show_default=False,
        ),
    ],
    format: Annotated[str | None, format_option("rich|json|text")] = None,
    output: Output = None,
    date: Date = None,
    lang: Lang = None,
    view: View = None,
    ocr: Ocr = None,
    balance: Balance = False,
    budget: Budget = False,
    config: Config = None,
    no_config: NoConfig = False,
) -> None:
    from kerjasama_check.archive.examine import read_options, understand_file
    from kerjasama_check.cli.language import adopt
    from kerjasama_check.cli.output import destination
    from kerjasama_check.cli.selection import one_of
    from kerjasama_check.reporting.totals import NOT_CHECKED, READ_WELL
    from kerjasama_check.settings.plan import Door

    door = Door(
        {
            "format": format,
            "output": output,
            "date": date,
            "language": lang,
            "view": view,
            "ocr": ocr,
            "balance": balance,
            "budget": budget,
        },
        os.environ,
        [path],
        config=config,
        no_config=no_config,
    )
    settings = door.plan([path]).of(path)
    adopt(settings.language)
    chosen = one_of(settings.format, format, ("rich", "json", "text"), "show")
    with patience(path) if sys.stderr.isatty() else nullcontext():
        report, agreement = understand_file(path, read_options(settings, settings.jobs), settings.language)
    with destination(settings.output) as stream:
        if chosen == "json":
            from kerjasama_check.reporting.contract import agreement_object, ascii_only, dump

            shown = agreement_object(path, report.state, agreement, settings.date, report.reason)
            stream.write(dump(shown, ascii_only=ascii_only(stream)) + "\n")
        elif chosen == "text" and agreement is not None:
            from kerjasama_check.reporting.clean import shown as visible
            from kerjasama_check.reporting.sheet import export

            stream.writelines(f"{visible(line)}\n" for line in export(agreement))
        else:
            from kerjasama_check.reporting.terminal import open_page
            from kerjasama_check.reporting.tree import write_structure, write_tables

            with open_page(stream) as page:
                if settings.balance or settings.budget:
                    write_tables(page, report, settings.date, settings.language, settings.balance, settings.budget)
                else:
                    write_structure(page, report, settings.date, settings.language)
    raise typer.Exit(0 if report.state in READ_WELL else NOT_CHECKED)
