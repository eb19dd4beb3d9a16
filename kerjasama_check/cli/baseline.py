"""`kerjasama-check baseline`: take the findings of today as known, so that only new ones count."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kerjasama_check.cli.errors import UsageFault, tell
from kerjasama_check.cli.help import Command, Group
from kerjasama_check.cli.language import adopt, current, say
from kerjasama_check.cli.options import Lang, Ocr, Output, format_option
from kerjasama_check.cli.settings_options import Config

if TYPE_CHECKING:
    from kerjasama_check.archive.session import Session
    from kerjasama_check.checking.findings import DocumentReport
    from kerjasama_check.settings.baseline import Baseline

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    help=say(
        "Garis dasar: temuan yang sudah ada tidak dihitung, hanya yang baru.",
        "Baseline: findings that are there already do not count, only new ones.",
    ),
)

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        help=say("Berkas atau folder; bawaan: folder ini.", "Files or folders; default: this folder."),
        show_default=False,
    ),
]
BaselinePath = Annotated[
    Path | None,
    typer.Option(
        "--file",
        metavar=say("BERKAS", "FILE"),
        help=say(
            "Berkas garis dasar; bawaan: yang ada pada pengaturan, atau kerjasama-check-baseline.json.",
            "The baseline file; default: that of the settings, or kerjasama-check-baseline.json.",
        ),
        show_default=False,
    ),
]


@app.command(
    "create",
    cls=Command,
    help=say(
        "Memeriksa dan mencatat semua temuan sebagai garis dasar.", "Check, and record all findings as the baseline."
    ),
)
def create(
    paths: Paths = None,
    file: BaselinePath = None,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help=say("Ganti garis dasar yang sudah ada.", "Replace a baseline that is already there.")
        ),
    ] = False,
    ocr: Ocr = None,
    config: Config = None,
    lang: Lang = None,
) -> None:
    from kerjasama_check import __version__
    from kerjasama_check.settings import baseline

    session = _session(paths, config, lang, ocr)
    path = _place(session, file)
    if path.exists() and not force:
        raise UsageFault(
            say(
                f"{path} sudah ada; pangkas dengan “baseline update”, atau ganti dengan --force.",
                f"{path} is already there; prune it with “baseline update”, or replace it with --force.",
            )
        )
    reports = _reports(session)
    made = baseline.create(path, reports, __version__, datetime.date.today())
    _save(made)
    number, documents = made.number, len(made.documents)
    typer.echo(
        say(
            f"{path} sudah ditulis: {number} temuan pada {documents} naskah.",
            f"{path} was written: {number} findings in {documents} documents.",
        )
    )


@app.command(
    "update",
    cls=Command,
    help=say(
        "Memeriksa dan memangkas dari garis dasar temuan yang sudah tidak ada; yang baru tidak ditambahkan.",
        "Check, and prune from the baseline what is gone; nothing new is added.",
    ),
)
def update(
    paths: Paths = None, file: BaselinePath = None, ocr: Ocr = None, config: Config = None, lang: Lang = None
) -> None:
    from kerjasama_check.settings.baseline import Comparison, load_baseline

    session = _session(paths, config, lang, ocr)
    before = load_baseline(_place(session, file))
    comparison = session.comparison = Comparison(before)
    _reports(session)
    after = comparison.pruned()
    if after != before:
        _save(after)
    gone = before.number - after.number
    typer.echo(
        say(
            f"{before.path}: {gone} temuan yang sudah tidak ada dihapus, {after.number} tetap; "
            f"{comparison.new} temuan baru tidak ditambahkan.",
            f"{before.path}: {gone} findings that are gone were removed, {after.number} stay; "
            f"{comparison.new} new findings were not added.",
        )
    )


@app.command("show", cls=Command, help=say("Menampilkan isi garis dasar.", "Show what a baseline holds."))
def show(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar=say("BERKAS", "FILE"),
            help=say(
                "Berkas garis dasar; bawaan: yang ada pada pengaturan, atau kerjasama-check-baseline.json.",
                "The baseline file; default: that of the settings, or kerjasama-check-baseline.json.",
            ),
            show_default=False,
        ),
    ] = None,
    format: Annotated[str | None, format_option("rich|json")] = None,
    output: Output = None,
    config: Config = None,
    lang: Lang = None,
) -> None:
    from kerjasama_check.cli.output import destination
    from kerjasama_check.cli.selection import one_of
    from kerjasama_check.settings.baseline import DEFAULT_NAME, load_baseline
    from kerjasama_check.settings.plan import Door

    door = Door({"language": lang}, os.environ, [], config=config)
    adopt(door.run.language)
    chosen = one_of(format or "rich", format, ("rich", "json"), "baseline show")
    held = load_baseline(file or door.run.baseline or Path(DEFAULT_NAME))
    with destination(output) as stream:
        if chosen == "json":
            stream.write(held.dump())
        else:
            from kerjasama_check.reporting.known import write_baseline
            from kerjasama_check.reporting.terminal import open_page

            with open_page(stream) as page:
                write_baseline(page, held, current())


def _session(paths: Sequence[Path] | None, config: Path | None, lang: str | None, ocr: str | None) -> Session:
    from kerjasama_check.archive.session import open_session
    from kerjasama_check.cli import started

    session = open_session(
        list(paths or [Path()]), {"language": lang, "ocr": ocr}, os.environ, config=config, compare=False
    )
    adopt(session.settings.language)
    started()
    return session


def _place(session: Session, file: Path | None) -> Path:
    from kerjasama_check.settings.baseline import DEFAULT_NAME

    return file or session.settings.baseline or Path(DEFAULT_NAME)


def _reports(session: Session) -> list[DocumentReport]:
    """The reports of all files; what could not be read is told, because the baseline knows nothing of it."""
    from kerjasama_check.cli.check import watched
    from kerjasama_check.reporting.clean import clean
    from kerjasama_check.reporting.totals import READ_WELL

    reports = [outcome.report for outcome in watched(session)]
    for report in reports:
        if report.state not in READ_WELL:
            tell(f"{clean(str(report.path))}: {clean(report.reason or str(report.state))}")
    return reports


def _save(baseline: Baseline) -> None:
    from kerjasama_check.cli.output import destination

    with destination(baseline.path) as stream:
        stream.write(baseline.dump())
