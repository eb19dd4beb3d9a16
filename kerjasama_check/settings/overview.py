"""What `config show`, `config check` and `config init` tell of settings."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kerjasama_check.settings.files import (
    CONFIG,
    PYPROJECT,
    ConfigFiles,
    Fault,
    FileError,
    is_file,
    read_config,
    read_pyproject,
)
from kerjasama_check.settings.globs import absolute
from kerjasama_check.settings.keys import FILES, KEYS, OVERRIDES, ROOT, Key
from kerjasama_check.settings.options import Origin, SettingError
from kerjasama_check.settings.plan import Door


@dataclass(frozen=True, slots=True)
class Row:
    """A value in force. origin: option, variable, or key with file and line; None for the default."""

    key: str
    value: Any
    origin: str | None

    def object(self) -> dict[str, Any]:
        return {"key": self.key, "value": self.value, "origin": self.origin}


def rows(door: Door, document: Path | None) -> Iterator[Row]:
    """Every key with its value for a document, or for the folder of the run, and where it comes from."""
    values = door.values(document)
    settings = door.run if document is None else door.plan([document]).of(document)
    for key in KEYS:
        if key.shape == "levels":
            yield from _levels(values.sources(key.field), key)
            continue
        run_value = key.whole_run and document is not None
        _, origin = (door.values() if run_value else values).look(key.field)
        told = _origin(origin)
        yield Row(key.name, _plain(getattr(settings, key.field), key.name, told), told)


def _levels(sources: Sequence[tuple[Origin, tuple[tuple[str, str], ...]]], key: Key) -> Iterator[Row]:
    seen: set[str] = set()
    for origin, levels in sources:
        for name, level in levels:
            if name not in seen:
                seen.add(name)
                yield Row(f"{key.name}.{name}", level, _origin(origin, name))
    if not seen:
        yield Row(key.name, {}, None)


def _origin(origin: Origin, *below: str) -> str | None:
    """File and line, or the option or variable; None for the default."""
    if origin.layer is not None:
        return origin.layer.where(origin.key, *below)
    return str(origin) or None


def _plain(value: Any, key: str, origin: str | None) -> Any:
    """A value as JSON has it. What the run decides for itself (the day, the number of cores) is null by default."""
    if isinstance(value, tuple):
        return [_plain(part, key, origin) for part in value]
    if isinstance(value, Path):
        return str(value)
    if key in ("date", "jobs") and origin is None:
        return None
    return value.isoformat() if hasattr(value, "isoformat") else value


def files_below(folder: Path) -> Iterator[Path]:
    """The settings and suppression files in a folder and below it, hidden folders left out."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in (CONFIG, PYPROJECT, "suppressions.toml"):
            if name in names:
                yield Path(here) / name


def faults_of(paths: Sequence[Path]) -> tuple[list[Path], list[Fault]]:
    """The files that are about this program, and what is wrong in them, each by itself."""
    from kerjasama_check.settings.suppressions import FILE, read_suppressions

    ours: list[Path] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            if path.name == FILE:
                read_suppressions(path)
            elif path.name == PYPROJECT:
                if read_pyproject(path) is None:
                    continue
            else:
                read_config(path)
        except FileError as error:
            faults += error.faults
        ours.append(path)
    return ours, faults


def files_above(folder: Path) -> list[Path]:
    """The settings files in force in a folder that lie above it, also those that are not valid."""
    found: list[Path] = []
    files = ConfigFiles()
    for here in (folder, *folder.parents):
        if here != folder:
            found += [here / name for name in (CONFIG, PYPROJECT, "suppressions.toml") if is_file(here / name)]
        try:
            if files.is_root(here):
                break
        except SettingError:
            continue
    return found


def start(language: str) -> str:
    """A settings file in which every key is explained and commented out."""
    said = language == "en"
    head = (
        (
            "Pengaturan kerjasama-check bagi naskah di folder ini dan di bawahnya.",
            "Settings of kerjasama-check for the documents in this folder and below it.",
        ),
        (
            "Hapus tanda # di depan baris yang diperlukan; baris lain memakai nilai bawaan.",
            "Take the # off the lines you need; the others keep their defaults.",
        ),
        (
            "Nilai yang berlaku beserta asalnya: kerjasama-check config show",
            "The values in force and where they come from: kerjasama-check config show",
        ),
    )
    blocks = ["\n".join(f"# {line[said]}" for line in head)]
    top = (
        "Berkas pengaturan di folder di atasnya tidak ikut berlaku.",
        "Settings files in folders above do not count.",
    )
    blocks.append(f"# {top[said]}\n# {ROOT} = true")
    blocks += [f"# {key.about[said]}\n# {key.name} = {key.example}" for key in KEYS]
    last = (
        "Nilai lain bagi naskah tertentu; tabel terakhir yang cocok menang. Tulis paling bawah.",
        "Other values for some documents; the last table that fits wins. Keep this at the end.",
    )
    blocks.append(f'# {last[said]}\n# [[{OVERRIDES}]]\n# {FILES} = ["adendum/**"]\n# fail-on = "warning"')
    return "\n\n".join(blocks) + "\n"


def place_for(path: Path) -> Path:
    """Where `config init` writes: the file itself, or the usual name in a folder."""
    return path / CONFIG if path.is_dir() else path


def for_path(path: Path) -> Path | None:
    """The document that a path is, absolute; None for a folder."""
    return None if path.is_dir() else absolute(path)
