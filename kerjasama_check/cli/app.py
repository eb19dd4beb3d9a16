"""The commands, put together."""

from __future__ import annotations

from typing import Annotated

import typer

from kerjasama_check.cli import baseline, check, config, doctor, rules, schema, show, suppress, template
from kerjasama_check.cli.help import Command, Group
from kerjasama_check.cli.language import say


def _version(asked: bool) -> None:
    if asked:
        from kerjasama_check import __version__

        typer.echo(f"kerjasama-check {__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=say(
        "Memeriksa naskah perjanjian kerja sama (DOCX, PDF, hasil pindai) terhadap aturan yang mengikatnya.",
        "Checks Indonesian cooperation agreements (DOCX, PDF, scans) against the rules that bind them.",
    ),
    epilog=say(
        "Kode keluar: 0 baik, 1 ada temuan, 2 salah pakai, 3 ada berkas yang tidak dapat diperiksa. "
        "English: KERJASAMA_CHECK_LANG=en.",
        "Exit codes: 0 fine, 1 findings, 2 wrong use, 3 a file could not be checked.",
    ),
)


@app.callback()
def entry(
    version: Annotated[
        bool,
        typer.Option("--version", help=say("Tampilkan versi.", "Show the version."), callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Options before a command."""


app.command("check", cls=Command, help=check.HELP, epilog=check.EPILOG)(check.check)
app.command("show", cls=Command, help=show.HELP)(show.show)
app.add_typer(rules.app, name="rules")
app.add_typer(config.app, name="config")
app.add_typer(suppress.app, name="suppress")
app.add_typer(baseline.app, name="baseline")
app.command("template", cls=Command, help=template.HELP)(template.template)
app.command("schema", cls=Command, help=schema.HELP)(schema.schema)
app.command("doctor", cls=Command, help=doctor.HELP)(doctor.doctor)
