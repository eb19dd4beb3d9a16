"""`kerjasama-check template`: a copy of the review sheet that comes with the program, for a user to change."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kerjasama_check.cli.language import say

HELP = say(
    "Menyalin templat lembar periksa (MD atau DOCX) ke berkas baru untuk disesuaikan.",
    "Copy the template of the review sheet (MD or DOCX) to a new file, to be changed.",
)


def template(
    path: Annotated[
        Path,
        typer.Argument(
            metavar=say("BERKAS", "FILE"),
            help=say(
                "Berkas baru, misalnya lembar.docx atau lembar.md.", "A new file, for instance sheet.docx or sheet.md."
            ),
            show_default=False,
        ),
    ],
) -> None:
    from kerjasama_check.cli.errors import UsageFault, tell
    from kerjasama_check.resources import templates_folder

    source = templates_folder() / f"lembar-periksa{path.suffix.lower()}"
    if not source.is_file() or path.suffix == "":
        raise UsageFault(
            say(
                f"Templat tersedia sebagai .md dan .docx; beri nama lain untuk {path}.",
                f"The template comes as .md and .docx; choose another name for {path}.",
            )
        )
    try:
        with path.open("xb") as stream:  # never over a file that is there
            stream.write(source.read_bytes())
    except FileExistsError:
        raise UsageFault(
            say(f"Berkas {path} sudah ada; pilih nama lain.", f"The file {path} is there already; choose another name.")
        ) from None
    except OSError as error:
        raise UsageFault(
            say(
                f"Berkas {path} tidak dapat ditulis ({error.strerror}); periksa nama folder dan izinnya.",
                f"The file {path} cannot be written ({error.strerror}); check the folder and its permissions.",
            )
        ) from None
    tell(
        say(
            f"Templat tersalin ke {path}. Pakai dengan: kerjasama-check check draf.docx --template {path} "
            f"--output template=hasil{path.suffix}",
            f"Template copied to {path}. Use it with: kerjasama-check check draft.docx --template {path} "
            f"--output template=result{path.suffix}",
        )
    )
