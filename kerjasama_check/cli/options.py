"""The options that several commands share, with their help in the language of the run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from kerjasama_check.cli.language import say
from kerjasama_check.settings.options import CHOICES


def completing(name: str) -> Callable[[str], list[str]]:
    """Shell completion for an option with a closed list of values."""

    def complete(incomplete: str) -> list[str]:
        return [choice for choice in CHOICES[name] if choice.startswith(incomplete)]

    return complete


Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="id|en",
        help=say("Bahasa laporan: id (bawaan) atau en.", "Language of the report: id (default) or en."),
        autocompletion=completing("language"),
        show_default=False,
    ),
]
Date = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar=say("TTTT-BB-HH", "YYYY-MM-DD"),
        help=say(
            "Hari penilaian jangka waktu dan naskah tanpa tanggal; bawaan: hari ini.",
            "Day at which terms and undated drafts are judged; default: today.",
        ),
        show_default=False,
    ),
]
View = Annotated[
    str | None,
    typer.Option(
        "--view",
        metavar="final|original",
        help=say(
            "Naskah dengan perubahan terlacak diterima (final, bawaan) atau ditolak (original).",
            "Text with tracked changes accepted (final, default) or rejected (original).",
        ),
        autocompletion=completing("view"),
        show_default=False,
    ),
]
Ocr = Annotated[
    str | None,
    typer.Option(
        "--ocr",
        metavar="auto|always|never",
        help=say(
            "Baca hasil pindai dengan OCR: bila perlu (auto, bawaan), selalu, atau tidak pernah.",
            "Read scans by OCR: where needed (auto, default), always or never.",
        ),
        autocompletion=completing("ocr"),
        show_default=False,
    ),
]
Balance = Annotated[
    bool,
    typer.Option(
        "--balance",
        help=say(
            "Neraca Para Pihak: hak, kewajiban, wewenang, dan larangan setiap pihak.",
            "Balance of the parties: rights, duties, powers and prohibitions of each.",
        ),
    ),
]
Budget = Annotated[
    bool,
    typer.Option(
        "--budget",
        help=say(
            "Konsekuensi Anggaran: biaya, penanggung, sumber dana, nilai, waktu, dan jumlahnya.",
            "Budget consequences: costs, who bears them, source, amount, time and totals.",
        ),
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar=say("BERKAS", "FILE"),
        help=say("Tulis hasil ke berkas ini.", "Write the result to this file."),
        show_default=False,
    ),
]


Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar=say("[BENTUK=]BERKAS", "[FORMAT=]FILE"),
        help=say(
            "Tulis hasil ke berkas ini; BENTUK=BERKAS menambah bentuk lain dan dapat diulang.",
            "Write the result to this file; FORMAT=FILE adds another format and may be repeated.",
        ),
        show_default=False,
    ),
]
Template = Annotated[
    Path | None,
    typer.Option(
        "--template",
        metavar=say("BERKAS", "FILE"),
        help=say(
            "Templat Jinja2 (teks atau DOCX) untuk bentuk template; bawaan: lembar periksa.",
            "Jinja2 template (text or DOCX) for the format template; default: the review sheet.",
        ),
        show_default=False,
    ),
]


def format_option(choices: str, *, named: bool = False) -> object:
    """The `--format` option of a command that knows these formats; the first is the default.

    named: there are too many for the column of the options, so that the help text lists them.
    """
    first = choices.split("|")[0]
    listed = choices.replace("|", ", ") if named else ""
    return typer.Option(
        "--format",
        "-f",
        metavar=say("BENTUK", "FORMAT") if named else choices,
        help=say(
            f"Bentuk hasil{': ' + listed if named else ''}; bawaan: {first}.",
            f"Format of the result{': ' + listed if named else ''}; default: {first}.",
        ),
        autocompletion=lambda incomplete: [name for name in choices.split("|") if name.startswith(incomplete)],
        show_default=False,
    )
