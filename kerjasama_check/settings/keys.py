"""What a settings file may say: every key with its shape, where it may stand and what it is for.

From this table come the validation of a file, its JSON Schema, `config show` and the start that `config init` writes.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from kerjasama_check.settings.options import CHOICES, LEVELS, MOST

Shape = Literal["choice", "text", "names", "flag", "day", "number", "levels"]

# Shape → (Indonesian, English): what a value must be.
SHAPES: Final[dict[str, tuple[str, str]]] = {
    "choice": ("teks", "a text"),
    "text": ("teks", "a text"),
    "names": ('daftar teks, misalnya ["a", "b"]', 'a list of texts, for instance ["a", "b"]'),
    "flag": ("true atau false", "true or false"),
    "day": ("tanggal, misalnya 2026-11-24", "a date, for instance 2026-11-24"),
    "number": ("bilangan", "a number"),
    "levels": ('tabel ATURAN = "tingkat"', 'a table RULE = "severity"'),
    "overrides": ("tabel [[overrides]]", "tables [[overrides]]"),
}


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a settings file.

    name: as the file writes it. whole_run: it holds for a whole run, so that documents cannot differ in it.
    example: how it is written, for a commented start. about: what it is for, in Indonesian and English.
    """

    name: str
    shape: Shape
    about: tuple[str, str]
    example: str
    whole_run: bool = False

    @property
    def field(self) -> str:
        """Its name in `Settings`."""
        return self.name.replace("-", "_")


KEYS: Final[tuple[Key, ...]] = (
    Key(
        "profile",
        "text",
        ("Profil aturan; tanpa ini dipilih dari naskahnya.", "Rule profile; without it, chosen from the text."),
        '"imipas"',
    ),
    Key(
        "select",
        "names",
        (
            "Hanya aturan ini: nomor, awalan, keluarga, atau nama.",
            "Only these rules: id, beginning, family or name.",
        ),
        '["KLA", "ANG-01"]',
    ),
    Key("ignore", "names", ("Tanpa aturan ini.", "Without these rules."), '["BHS-07"]'),
    Key(
        "severity",
        "levels",
        ("Tingkat aturan atau keluarga aturan.", "Severity of a rule or a family of rules."),
        '{ BHS = "info", "KLA-07" = "error" }',
    ),
    Key(
        "fail-on",
        "choice",
        ("Tingkat temuan yang membuat kode keluar 1.", "Severity from which the exit code is 1."),
        '"error"',
    ),
    Key(
        "rule-folders",
        "names",
        (
            "Folder atau berkas aturan dan profil sendiri.",
            "Folders or files of your own rules and profiles.",
        ),
        '["aturan"]',
    ),
    Key("ocr", "choice", ("Kapan hasil pindai dibaca dengan OCR.", "When scans are read by OCR."), '"auto"'),
    Key("ocr-language", "text", ("Model bahasa OCR.", "Language model of OCR."), '"ind"'),
    Key(
        "view",
        "choice",
        ("Naskah dengan perubahan terlacak diterima atau ditolak.", "Tracked changes accepted or rejected."),
        '"final"',
    ),
    Key("max-pages", "number", ("Halaman terbanyak sebuah PDF.", "Most pages of a PDF."), "2000"),
    Key("max-megabytes", "number", ("Ukuran terbesar sebuah berkas.", "Largest size of a file."), "200"),
    Key(
        "exclude",
        "names",
        (
            "Pola berkas dan folder yang dilewati, relatif terhadap berkas ini (cara tulis .gitignore).",
            "Globs of files and folders to pass over, relative to this file (as in .gitignore).",
        ),
        '["lama/", "*.pdf"]',
    ),
    Key(
        "include",
        "names",
        (
            "Hanya berkas dengan pola ini yang diperiksa di dalam folder.",
            "Only files that match are checked within folders.",
        ),
        '["naskah/**"]',
    ),
    Key("language", "choice", ("Bahasa laporan.", "Language of the report."), '"id"', whole_run=True),
    Key(
        "date",
        "day",
        (
            "Hari penilaian jangka waktu dan naskah tanpa tanggal; tanpa ini hari pemeriksaan.",
            "Day at which terms and undated drafts are judged; without it, the day of the run.",
        ),
        "2026-11-24",
        whole_run=True,
    ),
    Key(
        "baseline",
        "text",
        (
            "Berkas garis dasar: hanya temuan baru yang menentukan kode keluar.",
            "Baseline file: only new findings count towards the exit code.",
        ),
        '"garis-dasar.json"',
        whole_run=True,
    ),
    Key("format", "choice", ("Bentuk hasil.", "Format of the result."), '"rich"', whole_run=True),
    Key(
        "allow-unchecked",
        "flag",
        (
            "Berkas yang tidak dapat diperiksa tidak membuat kode keluar 3.",
            "Files that cannot be checked do not lead to exit code 3.",
        ),
        "false",
        whole_run=True,
    ),
    Key("summary", "flag", ("Hanya tabel berkas dan jumlahnya.", "Only the table of files."), "false", whole_run=True),
    Key("balance", "flag", ("Tambahkan Neraca Para Pihak.", "Add the balance of the parties."), "false", True),
    Key("budget", "flag", ("Tambahkan Konsekuensi Anggaran.", "Add the budget consequences."), "false", True),
    Key("fingerprints", "flag", ("Tampilkan sidik setiap temuan.", "Show the fingerprint of findings."), "false", True),
    Key("quiet", "flag", ("Tanpa bilah kemajuan dan pesan.", "No progress bar and no messages."), "false", True),
    Key("jobs", "number", ("Banyaknya proses pemeriksa.", "Number of worker processes."), "2", whole_run=True),
    Key("timeout", "number", ("Batas waktu tiap berkas, dalam detik.", "Seconds per file."), "300", whole_run=True),
)
BY_NAME: Final[Mapping[str, Key]] = {key.name: key for key in KEYS}
ROOT: Final = "root"  # true: no file above this one counts
OVERRIDES: Final = "overrides"
FILES: Final = "files"  # of an override: the globs of its documents
OF_DOCUMENTS: Final = tuple(
    key.name for key in KEYS if not key.whole_run and key.name not in ("exclude", "include", "rule-folders")
)


def fits(value: Any, shape: str) -> bool:
    """Whether a value of a TOML file has the shape."""
    if shape in ("choice", "text"):
        return isinstance(value, str) and bool(value.strip())
    if shape == "names":
        return isinstance(value, list) and all(isinstance(part, str) and part.strip() for part in value)
    if shape == "flag":
        return isinstance(value, bool)
    if shape == "day":
        plain = isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)
        return plain or isinstance(value, str)
    if shape == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if shape == "levels":
        return isinstance(value, dict) and all(isinstance(level, str) for level in value.values())
    return isinstance(value, list) and all(isinstance(part, dict) for part in value)


def schema(language: str = "id") -> dict[str, Any]:
    """The JSON Schema of a settings file, for editors."""
    said = language == "en"
    properties = {key.name: {"description": key.about[said], **_schema_of(key)} for key in KEYS}
    one_or_more: dict[str, Any] = {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1}
    root = ("Tidak ada berkas di folder di atasnya yang ikut berlaku.", "No file in folders above counts.")
    some = ("Nilai lain bagi naskah tertentu; yang terakhir cocok berlaku.", "Other values for some documents.")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "kerjasama-check.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            ROOT: {"description": root[said], "type": "boolean", "default": False},
            **properties,
            OVERRIDES: {
                "description": some[said],
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": [FILES],
                    "properties": {FILES: one_or_more, **{name: properties[name] for name in OF_DOCUMENTS}},
                },
            },
        },
    }


def _numbers(key: Key) -> dict[str, Any]:
    if key.name == "timeout":
        return {"type": "number", "exclusiveMinimum": 0}
    most = {"maximum": MOST[key.field]} if key.field in MOST else {}
    return {"type": "integer", "minimum": 1, **most}


def _schema_of(key: Key) -> dict[str, Any]:
    if key.shape == "choice":
        return {"type": "string", "enum": list(CHOICES[key.field])}
    if key.shape == "names":
        return {"type": "array", "items": {"type": "string", "minLength": 1}}
    if key.shape == "levels":
        return {"type": "object", "additionalProperties": {"type": "string", "enum": list(LEVELS)}}
    if key.shape == "day":
        return {"type": "string", "format": "date"}
    if key.shape == "number":
        return _numbers(key)
    return {"type": "boolean"} if key.shape == "flag" else {"type": "string", "minLength": 1}
