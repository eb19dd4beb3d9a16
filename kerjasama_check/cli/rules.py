"""`kerjasama-check rules`: the rules themselves."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kerjasama_check.cli.errors import UsageFault
from kerjasama_check.cli.help import Command, Group
from kerjasama_check.cli.language import current, say
from kerjasama_check.cli.options import Lang, Output, format_option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kerjasama_check.checking.rulebook import Rulebook
    from kerjasama_check.settings.options import Settings

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    help=say("Menampilkan dan menguji aturan.", "Show and test the rules."),
)

RulePath = Annotated[
    Path | None,
    typer.Argument(
        metavar="PATH",
        help=say(
            "Berkas atau folder aturan sendiri; bawaan: aturan bawaan dan aturan menurut pengaturan.",
            "A rule file or folder of your own; default: the built-in rules and those of the settings.",
        ),
        show_default=False,
    ),
]


def _load(path: Path | None) -> Rulebook:
    from kerjasama_check.checking.rulebook import load_rulebook

    try:
        if path is None:
            return _in_force()
        return load_rulebook([path])
    except OSError as error:
        raise UsageFault(
            say(
                f"Berkas aturan {path} tidak dapat dibuka ({error.strerror}).",
                f"The rule file {path} cannot be opened ({error.strerror}).",
            )
        ) from None


def _settings(options: Mapping[str, object]) -> Settings:
    """The settings of this folder."""
    from kerjasama_check.cli.language import adopt
    from kerjasama_check.settings.plan import Door

    settings = Door(options, os.environ).run
    adopt(settings.language)
    return settings


def _in_force() -> Rulebook:
    """The built-in rules and those of the settings of this folder."""
    from kerjasama_check.archive.session import own_rules
    from kerjasama_check.settings.plan import Door

    door = Door({}, os.environ)
    return own_rules(door.run, door)


@app.command("list", cls=Command, help=say("Daftar semua aturan.", "List all rules."))
def list_rules(
    format: Annotated[str | None, format_option("rich|json")] = None, output: Output = None, lang: Lang = None
) -> None:
    from kerjasama_check.cli.output import destination
    from kerjasama_check.cli.selection import one_of

    settings = _settings({"format": format, "output": output, "language": lang})
    chosen = one_of(settings.format, format, ("rich", "json"), "rules list")
    rules = _load(None)
    with destination(settings.output) as stream:
        from kerjasama_check.reporting import rulepages

        if chosen == "json":
            from kerjasama_check.reporting.contract import ascii_only, dump

            stream.write(dump(rulepages.rules_object(rules), ascii_only=ascii_only(stream)) + "\n")
        else:
            from kerjasama_check.reporting.terminal import open_page

            with open_page(stream) as page:
                rulepages.write_list(page, rules, settings.language)


@app.command("explain", cls=Command, help=say("Menjelaskan satu aturan.", "Explain one rule."))
def explain(
    rule_id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help=say("Nomor atau nama aturan, misalnya KLA-03.", "Id or name of a rule, for instance KLA-03."),
            show_default=False,
        ),
    ],
    lang: Lang = None,
) -> None:
    from kerjasama_check.cli.output import destination
    from kerjasama_check.cli.selection import unknown_rule
    from kerjasama_check.reporting.rulepages import write_rule
    from kerjasama_check.reporting.terminal import open_page

    settings = _settings({"language": lang})
    rules = _load(None)
    rule = rules.rule(rule_id)
    if rule is None:
        raise unknown_rule(rule_id, rules)
    with destination(None) as stream, open_page(stream) as page:
        write_rule(page, rule, rules, settings.language)


@app.command(
    "test",
    cls=Command,
    help=say(
        "Menjalankan contoh di dalam aturan: yang salah harus ditemukan, yang benar harus bersih.",
        "Run the examples inside the rules: bad ones must be found, good ones must stay clean.",
    ),
)
def test(path: RulePath = None, lang: Lang = None) -> None:
    _settings({"language": lang})
    from kerjasama_check.checking.examples import run_examples

    rules = _load(path)
    own = _of_path(rules, path)
    ids = [rule.id for rule in own.rules]
    good = bad = 0
    for outcome in run_examples(own):
        if outcome.problem is None:
            good += 1
            continue
        bad += 1
        kind = say("contoh salah", "bad example") if outcome.bad else say("contoh benar", "good example")
        typer.echo(f"{outcome.rule}, {kind} {outcome.number}: {outcome.problem}")
    typer.echo(
        say(
            f"{len(ids)} aturan, {good + bad} contoh: {good} sesuai, {bad} tidak sesuai.",
            f"{len(ids)} rules, {good + bad} examples: {good} as they should be, {bad} not.",
        )
    )
    raise typer.Exit(1 if bad else 0)


@app.command("lint", cls=Command, help=say("Memeriksa susunan berkas aturan.", "Check the make-up of rule files."))
def lint(path: RulePath = None, lang: Lang = None) -> None:
    _settings({"language": lang})
    from kerjasama_check.checking.lint import lint as faults_of
    from kerjasama_check.checking.source import RuleFileError

    try:
        rules = _of_path(_load(path), path)
        problems = faults_of(rules)
    except RuleFileError as error:
        problems = error.problems
    for problem in problems:
        typer.echo(problem.describe(current()))
    if problems:
        number = len(problems)
        typer.echo(say(f"{number} kesalahan pada berkas aturan.", f"{number} faults in rule files."))
        raise typer.Exit(2)
    number = len(rules.rules)
    typer.echo(say(f"{number} aturan; susunannya benar.", f"{number} rules; their make-up is right."))


def _of_path(rules: Rulebook, path: Path | None) -> Rulebook:
    """Only the rules that come from the files of the path; all of them without one."""
    from dataclasses import replace

    if path is None:
        return rules
    inside = str(path)
    own = tuple(rule for rule in rules.rules if rule.file == inside or Path(rule.file).is_relative_to(path))
    if not own and not _profiles_in(path):
        raise UsageFault(say(f"Tidak ada aturan di {path}.", f"There are no rules in {path}."))
    return replace(rules, rules=own)


def _profiles_in(path: Path) -> list[Path]:
    """The files of profiles of a path."""
    files = [*path.rglob("*.yaml"), *path.rglob("*.yml")] if path.is_dir() else [path]
    return [file for file in files if file.absolute().parent.name == "profil"]
