"""The reporters of a run, each with its destination, and the guard that no report takes the place of a draft."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kerjasama_check.cli.errors import UsageFault
from kerjasama_check.cli.language import say
from kerjasama_check.cli.output import destination, silence_output
from kerjasama_check.reporting.formats import Reporter, RunFacts, Several, reporter

if TYPE_CHECKING:
    from kerjasama_check.archive.walk import Found
    from kerjasama_check.settings.options import Settings

WORD = ".docx"


@contextlib.contextmanager
def reporters(settings: Settings, facts: RunFacts) -> Iterator[Reporter]:
    """One reporter for the whole run. Every file appears when all of them are whole, or not at all."""
    wanted = [(settings.format, settings.output), *settings.outputs]
    chosen = [(name, path, _template(settings, name, path)) for name, path in wanted]
    with contextlib.ExitStack() as open_files:
        made = []
        for name, path, template in chosen:
            binary = template is not None and template.suffix.lower() == WORD
            stream = open_files.enter_context(destination(path, binary=binary))
            made.append(reporter(name, stream, replace(facts, template=template)))
        yield made[0] if len(made) == 1 else Several(made, silence_output)


def refuse_unused(template: Path | None, settings: Settings) -> None:
    """A template that was named and is not used is wrong use, not a setting to be passed over."""
    if template is not None and "template" not in settings.formats:
        raise UsageFault(
            say(
                "--template hanya dipakai bersama --format template atau --output template=BERKAS.",
                "--template is only of use with --format template or --output template=FILE.",
            )
        )


def _template(settings: Settings, name: str, path: Path | None) -> Path | None:
    """The template of a target; None for the other formats. A Word file comes from a Word template only."""
    if name != "template":
        return None
    from kerjasama_check.resources import templates_folder

    word = path is not None and path.suffix.lower() == WORD
    if settings.template is None:
        return templates_folder() / ("lembar-periksa.docx" if word else "lembar-periksa.md")
    if not settings.template.is_file():
        raise UsageFault(
            say(
                f"Templat {settings.template} tidak ditemukan; periksa nama berkasnya.",
                f"The template {settings.template} is not there; check the name of the file.",
            )
        )
    if word == (settings.template.suffix.lower() == WORD):
        return settings.template
    raise UsageFault(
        say(
            f"Templat {settings.template} dan berkas keluarannya harus sama-sama DOCX atau sama-sama teks; "
            "tulis misalnya --output template=lembar.docx untuk templat DOCX.",
            f"The template {settings.template} and its output must both be DOCX or both be text; "
            "write for instance --output template=sheet.docx for a DOCX template.",
        )
    )


def keep_drafts(found: Found, paths: Sequence[Path], settings: Settings) -> None:
    """No report is written over a file that was named to be checked; in a folder, reports of this run are no drafts."""
    outputs = [path for path in (settings.output, *(path for _, path in settings.outputs)) if path is not None]
    if not outputs:
        return
    for output in outputs:
        if any(_same(output, path) for path in (*paths, *([settings.template] if settings.template else []))):
            raise UsageFault(
                say(
                    f"Berkas keluaran {output} adalah berkas yang dibaca; pilih nama lain.",
                    f"The output file {output} is one that is read; choose another name.",
                )
            )
    kept = [path for path in found.files if not any(_same(output, path) for output in outputs)]
    if len(kept) < len(found.files):
        found.skipped["outputs"] = len(found.files) - len(kept)
        found.files[:] = kept


def _same(one: Path, other: Path) -> bool:
    if os.path.normcase(os.path.abspath(one)) == os.path.normcase(os.path.abspath(other)):  # noqa: PTH100
        return True
    try:
        return one.samefile(other)
    except OSError:
        return False
