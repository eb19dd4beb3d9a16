"""`kerjasama-check config`: what settings are in force, whether they are valid, and a start for a file."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kerjasama_check.cli.errors import UsageFault
from kerjasama_check.cli.help import Command, Group
from kerjasama_check.cli.language import adopt, current, say
from kerjasama_check.cli.options import Lang, Output, format_option
from kerjasama_check.cli.settings_options import Config

if TYPE_CHECKING:
    from kerjasama_check.settings.overview import Row

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    help=say("Menampilkan, memeriksa, dan memulai pengaturan.", "Show, check and start settings."),
)

Place = Annotated[
    Path | None,
    typer.Argument(
        metavar="PATH",
        help=say("Naskah atau folder; bawaan: folder ini.", "A document or folder; default: this folder."),
        show_default=False,
    ),
]


@app.command(
    "show",
    cls=Command,
    help=say(
        "Menampilkan setiap nilai yang berlaku bagi PATH beserta asalnya.",
        "Show every value in force for PATH and where it comes from.",
    ),
)
def show(
    path: Place = None,
    format: Annotated[str | None, format_option("rich|json")] = None,
    output: Output = None,
    config: Config = None,
    lang: Lang = None,
) -> None:
    from kerjasama_check.archive.session import check_names, own_rules
    from kerjasama_check.cli.output import destination
    from kerjasama_check.cli.selection import one_of
    from kerjasama_check.settings.files import shown
    from kerjasama_check.settings.overview import for_path, rows
    from kerjasama_check.settings.plan import Door

    asked = path or Path()
    _must_exist(asked)
    door = Door({"language": lang}, os.environ, [asked], config=config)
    adopt(door.run.language)
    chosen = one_of(format or "rich", format, ("rich", "json"), "config show")
    document = for_path(asked)
    settings = door.run if document is None else door.plan([document]).of(document)
    used = door.used([door.folder])
    check_names(door, used, {settings.rule_folders: own_rules(settings, door)})
    found = list(rows(door, document))
    with destination(output) as stream:
        if chosen == "json":
            from kerjasama_check.reporting.contract import ascii_only, dump

            told = {
                "schema": "kerjasama-check/config/1",
                "path": str(asked),
                "files": [str(file.path) for file in used],
                "values": [row.object() for row in found],
            }
            stream.write(dump(told, ascii_only=ascii_only(stream)) + "\n")
        else:
            from kerjasama_check.reporting.terminal import open_page

            with open_page(stream) as page:
                page.line(_files_words([shown(file.path) for file in used]))
                page.blank()
                _table(page, found)


def _files_words(files: list[str]) -> str:
    if not files:
        return say("Tidak ada berkas pengaturan; nilai bawaan berlaku.", "No settings file; the defaults hold.")
    return say("Berkas pengaturan: ", "Settings files: ") + ", ".join(files)


def _table(page: object, found: list[Row]) -> None:
    from kerjasama_check.reporting.clean import clean
    from kerjasama_check.reporting.ink import Ink
    from kerjasama_check.reporting.table import Column, write_table
    from kerjasama_check.reporting.terminal import STYLES, Page

    assert isinstance(page, Page)
    columns = [
        Column(say("Kunci", "Key"), max(len(row.key) for row in found)),
        Column(say("Nilai", "Value"), 20),
        Column(say("Asal", "From"), 20),
    ]
    cells = []
    for row in found:
        faint = STYLES["faint"] if row.origin is None else ""
        origin = clean(row.origin) if row.origin is not None else say("bawaan", "default")
        cells.append([Ink(row.key), Ink(clean(_value_words(row)), faint), Ink(origin, faint)])
    write_table(page, columns, cells)


def _value_words(row: Row) -> str:
    value = row.value
    if value is None:
        return {
            "profile": say("(dipilih dari naskah)", "(chosen from the text)"),
            "date": say("(hari ini)", "(today)"),
            "jobs": say("(sebanyak inti prosesor)", "(one per core)"),
            "ocr-language": say("(model terbaik yang ada)", "(best model found)"),
        }.get(row.key, "-")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "-"
    return "-" if value == {} else str(value)


def _must_exist(path: Path) -> None:
    if not path.exists():
        raise UsageFault(say(f"{path} tidak ada.", f"There is no {path}."))


@app.command(
    "check",
    cls=Command,
    help=say(
        "Memeriksa berkas pengaturan dan suppressions.toml yang berlaku bagi PATH dan di bawahnya.",
        "Check the settings files and suppressions.toml in force for PATH and below it.",
    ),
)
def check(path: Place = None, lang: Lang = None) -> None:
    from kerjasama_check.settings.files import FileError
    from kerjasama_check.settings.globs import absolute
    from kerjasama_check.settings.options import SettingError
    from kerjasama_check.settings.overview import faults_of, files_above, files_below
    from kerjasama_check.settings.plan import Door

    asked = path or Path()
    _must_exist(asked)
    place = absolute(asked)
    folder = place if place.is_dir() else place.parent
    with suppress(SettingError):  # what is wrong is told below, all of it
        adopt(Door({"language": lang}, os.environ, [folder]).run.language)
    ours, faults = faults_of([*files_above(folder), *files_below(folder)])
    if not faults:
        try:
            _check_in_use(folder, ours, lang)
        except FileError as error:
            faults += error.faults
    for fault in faults:
        typer.echo(fault.sentence(current()))
    if faults:
        number = len(faults)
        typer.echo(say(f"{number} kesalahan pada berkas pengaturan.", f"{number} faults in settings files."))
        raise typer.Exit(2)
    number = len(ours)
    typer.echo(say(f"{number} berkas pengaturan; semuanya benar.", f"{number} settings files; all are right."))


def _check_in_use(folder: Path, files: list[Path], lang: str | None) -> None:
    """What shows only where settings are put to use: rules, profiles, rule folders and the baseline."""
    from kerjasama_check.archive.session import check_names, own_rules
    from kerjasama_check.settings.baseline import load_baseline
    from kerjasama_check.settings.files import Fault, FileError
    from kerjasama_check.settings.plan import Door
    from kerjasama_check.settings.rulenames import unknown_rule
    from kerjasama_check.settings.suppressions import FILE, read_suppressions, unknown_rules

    faults: list[Fault] = []
    for place in dict.fromkeys([folder, *(path.parent for path in files if path.is_relative_to(folder))]):
        door = Door({"language": lang}, {}, [place])
        rules = own_rules(door.run, door)
        try:
            check_names(door, door.used([place]), {door.run.rule_folders: rules})
            if door.run.baseline is not None:
                load_baseline(door.run.baseline)
        except FileError as error:
            faults += [fault for fault in error.faults if fault not in faults]
        entries = read_suppressions(place / FILE) if place / FILE in files else ()
        for entry in unknown_rules(entries, [rules]):
            faults.append(Fault(entry.path, entry.line, *unknown_rule(entry.rule, rules)))
    if faults:
        raise FileError(faults)


@app.command(
    "init",
    cls=Command,
    help=say(
        "Menulis kerjasama-check.toml yang setiap kuncinya dijelaskan; berkas yang sudah ada tidak ditimpa.",
        "Write a kerjasama-check.toml in which every key is explained; nothing is overwritten.",
    ),
)
def init(path: Place = None, lang: Lang = None) -> None:
    from kerjasama_check.cli.output import create
    from kerjasama_check.settings.overview import place_for, start

    target = place_for(path or Path())
    create(target, start(current()))
    typer.echo(say(f"{target} sudah ditulis.", f"{target} was written."))


@app.command(
    "schema",
    cls=Command,
    help=say(
        "Menampilkan JSON Schema berkas pengaturan, supaya penyunting teks melengkapinya.",
        "Print the JSON Schema of the settings file, so that editors complete it.",
    ),
)
def schema(output: Output = None, lang: Lang = None) -> None:
    from kerjasama_check.cli.output import destination
    from kerjasama_check.reporting.contract import ascii_only, dump
    from kerjasama_check.settings.keys import schema as made

    with destination(output) as stream:
        stream.write(dump(made(current()), ascii_only=ascii_only(stream)) + "\n")
