"""`kerjasama-check check`: files and folders against the rules."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kerjasama_check.cli.errors import patience, tell
from kerjasama_check.cli.language import say
from kerjasama_check.cli.options import (
    Balance,
    Budget,
    Date,
    Lang,
    Ocr,
    Outputs,
    Template,
    View,
    completing,
    format_option,
)
from kerjasama_check.cli.settings_options import (
    BaselineFile,
    Config,
    Exclude,
    Fingerprints,
    Include,
    NoConfig,
    Rules,
    Severity,
)
from kerjasama_check.settings.outputs import FORMATS

if TYPE_CHECKING:
    from kerjasama_check.archive.session import Session
    from kerjasama_check.archive.walk import Found
    from kerjasama_check.reporting.totals import Totals
    from kerjasama_check.reporting.understood import Outcome

HELP = say(
    "Memeriksa berkas atau folder dan melaporkan temuan menurut urutan naskah.",
    "Check files or folders and report what is wrong in the order of the text.",
)

EPILOG = say(
    "Tiap opsi juga dapat ditetapkan dengan variabel lingkungan (misalnya KERJASAMA_CHECK_FORMAT=json) atau dalam "
    "kerjasama-check.toml (lihat “kerjasama-check config --help”).",
    "Every option may also be set by an environment variable (for instance KERJASAMA_CHECK_FORMAT=json) or in "
    "kerjasama-check.toml (see “kerjasama-check config --help”).",
)


def check(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH",
            help=say("Berkas atau folder; “-” membaca masukan standar.", "Files or folders; “-” reads standard input."),
            show_default=False,
        ),
    ],
    format: Annotated[str | None, format_option("|".join(FORMATS), named=True)] = None,
    output: Outputs = None,
    template: Template = None,
    profile: Annotated[
        str | None,
        typer.Option(
            "--profile",
            metavar=say("NAMA", "NAME"),
            help=say(
                "Profil aturan, misalnya kemenkumham-2023; bawaan: dipilih dari naskahnya.",
                "Rule profile, for instance kemenkumham-2023; default: chosen from the text.",
            ),
            show_default=False,
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar=say("ATURAN", "RULES"),
            help=say(
                "Hanya aturan ini: nomor (KLA-03), awalan (KLA), keluarga, atau nama; dipisah koma.",
                "Only these rules: id (KLA-03), beginning (KLA), family or name; parted by commas.",
            ),
            show_default=False,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore",
            metavar=say("ATURAN", "RULES"),
            help=say("Tanpa aturan ini, ditulis seperti --select.", "Without these rules, written as for --select."),
            show_default=False,
        ),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="error|warning|info|none",
            help=say(
                "Tingkat temuan yang membuat kode keluar 1; bawaan: error.",
                "Severity from which the exit code is 1; default: error.",
            ),
            autocompletion=completing("fail_on"),
            show_default=False,
        ),
    ] = None,
    allow_unchecked: Annotated[
        bool,
        typer.Option(
            "--allow-unchecked",
            help=say(
                "Berkas yang tidak dapat diperiksa tidak membuat kode keluar 3.",
                "Files that cannot be checked do not lead to exit code 3.",
            ),
        ),
    ] = False,
    date: Date = None,
    lang: Lang = None,
    view: View = None,
    ocr: Ocr = None,
    summary: Annotated[
        bool,
        typer.Option(
            "--summary", help=say("Hanya tabel berkas dan jumlahnya.", "Only the table of files and the sums.")
        ),
    ] = False,
    balance: Balance = False,
    budget: Budget = False,
    quiet: Annotated[
        bool,
        typer.Option("--quiet", "-q", help=say("Tanpa bilah kemajuan dan pesan.", "No progress bar and no messages.")),
    ] = False,
    jobs: Annotated[
        str | None,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            help=say(
                "Banyaknya proses pemeriksa; bawaan: sebanyak inti prosesor.",
                "Number of worker processes; default: one per processor core.",
            ),
            show_default=False,
        ),
    ] = None,
    timeout: Annotated[
        str | None,
        typer.Option(
            "--timeout",
            metavar=say("DETIK", "SECONDS"),
            help=say(
                "Batas waktu tiap berkas; bawaan: 300 detik bila berkasnya lebih dari satu.",
                "Time limit per file; default: 300 seconds where there are several files.",
            ),
            show_default=False,
        ),
    ] = None,
    fingerprints: Fingerprints = False,
    severity: Severity = None,
    rules: Rules = None,
    exclude: Exclude = None,
    include: Include = None,
    baseline: BaselineFile = None,
    config: Config = None,
    no_config: NoConfig = False,
) -> None:
    from kerjasama_check.archive.session import open_session
    from kerjasama_check.cli import started
    from kerjasama_check.cli.language import adopt
    from kerjasama_check.cli.targets import refuse_unused

    session = open_session(
        paths,
        {
            "format": format,
            "output": output,
            "template": template,
            "profile": profile,
            "select": select,
            "ignore": ignore,
            "fail_on": fail_on,
            "allow_unchecked": allow_unchecked,
            "date": date,
            "language": lang,
            "view": view,
            "ocr": ocr,
            "summary": summary,
            "balance": balance,
            "budget": budget,
            "quiet": quiet,
            "jobs": jobs,
            "timeout": timeout,
            "fingerprints": fingerprints,
            "severity": severity,
            "rule_folders": rules,
            "exclude": exclude,
            "include": include,
            "baseline": baseline,
        },
        os.environ,
        config=config,
        no_config=no_config,
    )
    adopt(session.settings.language)
    refuse_unused(template, session.settings)
    started()
    raise typer.Exit(run(paths, session))


def run(paths: list[Path], session: Session) -> int:
    """The exit code of a run over these paths."""
    from kerjasama_check import __version__
    from kerjasama_check.cli.selection import validate
    from kerjasama_check.cli.targets import keep_drafts, reporters
    from kerjasama_check.reporting.addresses import find_root
    from kerjasama_check.reporting.formats import RunFacts
    from kerjasama_check.reporting.totals import Totals

    settings, found = session.settings, session.found
    validate(session.door.values(), settings, session.rules)
    keep_drafts(found, paths, settings)
    several = found.folders > 0 or len(found.files) != 1
    facts = RunFacts(
        __version__,
        session.digest,
        settings.date,
        settings.language,
        several,
        settings.summary,
        settings.fingerprints,
        session.fail_on,
        find_root(Path.cwd()),
        session.rules,
    )
    totals = Totals(skipped=found.skipped)
    with reporters(settings, facts) as target:
        target.begin()
        for outcome in watched(session, target.ordered):
            totals.add(outcome, session.fail_on(outcome))
            target.document(outcome)
        totals.suppressions = session.standings()
        target.end(totals)
    if not settings.quiet:
        _tell_notes(session, totals)
    if settings.format in ("text", "jsonl") and not settings.quiet:
        _tell_skipped(found, settings.language)
    return totals.exit_code(settings.allow_unchecked)


def watched(session: Session, ordered: bool = True) -> Iterator[Outcome]:
    """The outcomes, with a progress bar on standard error where someone is watching."""
    found, settings = session.found, session.settings
    stream = session.outcomes(ordered=ordered)
    if settings.quiet or not sys.stderr.isatty():
        yield from stream
        return
    if len(found.files) == 1:
        with patience(found.files[0]):
            yield from stream
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("Memeriksa", "Checking"), total=len(found.files))
        for outcome in stream:
            bar.advance(task)
            yield outcome


def _tell_notes(session: Session, totals: Totals) -> None:
    """What a user has to know of settings, suppressions and the baseline of this run."""
    from kerjasama_check.reporting.standings import standing_words

    for note in session.notes:
        tell(say(*note))
    for standing in totals.suppressions:
        sentence = standing_words(standing, session.settings.language)
        if sentence:
            tell(sentence)
    if session.comparison is not None and session.comparison.absent:
        number = session.comparison.absent
        tell(
            say(
                f"{number} temuan garis dasar sudah tidak ada; pangkas dengan “kerjasama-check baseline update”.",
                f"{number} findings of the baseline are gone; “kerjasama-check baseline update” prunes them.",
            )
        )


def _tell_skipped(found: Found, language: str) -> None:
    """What was passed over in folders, for the formats that have no place for it."""
    from kerjasama_check.reporting.sums import skipped_words

    passed = skipped_words(found.skipped, language)
    if passed:
        tell(passed)
