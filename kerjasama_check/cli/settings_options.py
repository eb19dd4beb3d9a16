"""The options that say where settings, rules and known findings come from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kerjasama_check.cli.language import say

_GLOB = say("POLA", "GLOB")

Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar=say("BERKAS", "FILE"),
        help=say(
            "Berkas pengaturan ini saja; bawaan: kerjasama-check.toml di folder naskah dan di atasnya.",
            "This settings file alone; default: kerjasama-check.toml in the folder of a text and above.",
        ),
        show_default=False,
    ),
]
NoConfig = Annotated[
    bool,
    typer.Option(
        "--no-config",
        help=say(
            "Abaikan semua berkas pengaturan dan suppressions.toml.",
            "Disregard every settings file and suppressions.toml.",
        ),
    ),
]
Severity = Annotated[
    list[str] | None,
    typer.Option(
        "--severity",
        metavar=say("ATURAN=TINGKAT", "RULE=LEVEL"),
        help=say(
            "Tingkat aturan atau keluarga, misalnya BHS=info; dipisah koma.",
            "Severity of a rule or family, for instance BHS=info; parted by commas.",
        ),
        show_default=False,
    ),
]
Rules = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules",
        metavar="PATH",
        help=say(
            "Folder atau berkas aturan dan profil sendiri, di samping aturan bawaan.",
            "A folder or file of your own rules and profiles, beside the built-in ones.",
        ),
        show_default=False,
    ),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude",
        metavar=_GLOB,
        help=say(
            "Lewati berkas dan folder ini di dalam folder, misalnya “lama/”; dipisah koma.",
            "Pass over these files and folders within folders, for instance “old/”; parted by commas.",
        ),
        show_default=False,
    ),
]
Include = Annotated[
    list[str] | None,
    typer.Option(
        "--include",
        metavar=_GLOB,
        help=say(
            "Di dalam folder, periksa hanya berkas ini, misalnya “*.docx”; dipisah koma.",
            "Within folders, check only these files, for instance “*.docx”; parted by commas.",
        ),
        show_default=False,
    ),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar=say("BERKAS", "FILE"),
        help=say(
            "Garis dasar: hanya temuan baru yang dihitung dan ditampilkan.",
            "Baseline: only new findings are counted and shown.",
        ),
        show_default=False,
    ),
]
Fingerprints = Annotated[
    bool,
    typer.Option(
        "--fingerprints",
        help=say(
            "Tampilkan sidik setiap temuan, untuk perintah suppress.",
            "Show the fingerprint of every finding, for the command suppress.",
        ),
    ),
]
