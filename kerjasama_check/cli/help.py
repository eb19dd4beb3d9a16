"""Help pages: plain, in the language of the user, the same on every version of Typer."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand, TyperGroup

from kerjasama_check.cli.language import say
from kerjasama_check.cli.values import lighten

_BUILT_IN = {
    "help": ("Tampilkan bantuan ini.", "Show this help."),
    "install_completion": (
        "Pasang pelengkapan perintah untuk shell ini.",
        "Install command completion for this shell.",
    ),
    "show_completion": (
        "Tampilkan skrip pelengkapan perintah untuk shell ini.",
        "Show the completion script for this shell.",
    ),
}


class Command(TyperCommand):
    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        lighten(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _page(self, ctx, formatter)


class Group(TyperGroup):
    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        lighten(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _page(self, ctx, formatter)


def _page(command: Any, context: Any, formatter: Any) -> None:
    arguments, options = [], []
    for param in command.get_params(context):
        if getattr(param, "hidden", False):
            continue
        if param.param_type_name == "argument":
            arguments.append((_argument(param), param.help or ""))
        else:
            options.append(
                (_option(param), say(*_BUILT_IN[param.name]) if param.name in _BUILT_IN else param.help or "")
            )
    subcommands = [(name, command.get_command(context, name)) for name in _names(command, context)]
    pieces = [say("[OPSI]", "[OPTIONS]"), *(name for name, _ in arguments)]
    if subcommands:
        pieces.append(say("PERINTAH", "COMMAND"))
    formatter.write_usage(context.command_path, " ".join(pieces), prefix=say("Pemakaian: ", "Usage: "))
    if command.help:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(command.help)
    for caption, rows in (
        (say("Perintah", "Commands"), [(name, _first_sentence(sub.help)) for name, sub in subcommands if sub]),
        (say("Argumen", "Arguments"), arguments),
        (say("Opsi", "Options"), options),
    ):
        if rows:
            with formatter.section(caption):
                formatter.write_dl(rows, col_max=28)
    if command.epilog:
        formatter.write_paragraph()
        formatter.write_text(command.epilog)


def _names(command: Any, context: Any) -> list[str]:
    return list(command.list_commands(context)) if hasattr(command, "list_commands") else []


def _argument(param: Any) -> str:
    name = param.metavar or param.name.upper()
    return name if param.required else f"[{name}]"


def _option(param: Any) -> str:
    names = ", ".join([*param.opts, *param.secondary_opts])
    return f"{names} {param.metavar}" if param.metavar and not param.is_flag else names


def _first_sentence(text: str | None) -> str:
    return (text or "").split("\n\n")[0].strip()
