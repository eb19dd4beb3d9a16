"""Settings files: finding them from a document upwards, reading and validating them.

`kerjasama-check.toml`, or the table `[tool.kerjasama-check]` of `pyproject.toml`, in the folder of a document and in
those above it, up to a root marker: a file with `root = true`, or a folder that is the root of a repository.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kerjasama_check.settings.globs import absolute, matches, relative_to
from kerjasama_check.settings.options import SettingError

CONFIG = "kerjasama-check.toml"
PYPROJECT = "pyproject.toml"
TABLE = ("tool", "kerjasama-check")
REPOSITORY = (".git", ".hg", ".svn")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a file: the line (0: not known), and the sentence in Indonesian and English."""

    path: Path
    line: int
    indonesian: str
    english: str

    def sentence(self, language: str) -> str:
        place = f"{shown(self.path)}:{self.line}" if self.line else shown(self.path)
        return f"{place}: {self.english if language == 'en' else self.indonesian}"


class FileError(SettingError):
    """One or more faults of a settings file, one to a line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(*("\n".join(fault.sentence(language) for fault in self.faults) for language in ("id", "en")))


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A settings file that was read and is valid. prefix: where its keys stand in it."""

    path: Path
    text: str = field(repr=False)
    values: Mapping[str, Any]
    prefix: tuple[str, ...] = ()

    @property
    def is_root(self) -> bool:
        return self.values.get("root") is True

    def line(self, *path: str | int) -> int:
        from kerjasama_check.settings.lines import line_of

        return line_of(self.text, (*self.prefix, *path))


@dataclass(frozen=True, slots=True)
class FileLayer:
    """The keys of a file, or of one of its overrides. within: where they stand in it."""

    file: ConfigFile
    values: Mapping[str, object]
    within: tuple[str | int, ...] = ()

    @property
    def base(self) -> Path:
        return self.file.path.parent

    def place(self, key: str) -> str:
        return f"{key} ({self.where(key)})"

    def where(self, *path: str) -> str:
        """File and line of a key."""
        return f"{shown(self.file.path)}:{self.file.line(*self.within, *path)}"


def shown(path: Path) -> str:
    """A path as users know it: relative to the current folder where it lies in it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


class ConfigFiles:
    """The settings files of a run, each read once."""

    def __init__(self, only: Path | None = None, none: bool = False, run: Path | None = None) -> None:
        """only: this file instead of those that lie beside and above the documents. none: no file at all.

        run: the folder of the run, to which the globs of a file given by name are relative where its own is elsewhere.
        """
        self._run = run
        self._named = () if only is None else (read_config(absolute(only)),)
        self._search = only is None and not none
        self.searched = not none  # whether files of the folders count at all
        self._known: dict[Path, tuple[ConfigFile, ...]] = {}
        self._roots: dict[Path, bool] = {}

    def for_folder(self, folder: Path) -> tuple[ConfigFile, ...]:
        """The files in force in a folder (an absolute path), the nearest first."""
        if not self._search:
            return self._named
        known = self._known.get(folder)
        if known is None:
            here, root = _files_in(folder)
            self._roots[folder] = root
            above = () if root or folder.parent == folder else self.for_folder(folder.parent)
            known = self._known[folder] = here + above
        return known

    def is_root(self, folder: Path) -> bool:
        """Whether the search upwards ends in a folder (an absolute path)."""
        if folder not in self._roots:
            self._roots[folder] = _files_in(folder)[1]
        return self._roots[folder]

    def layers(self, document: Path) -> tuple[FileLayer, ...]:
        """What holds for a document (an absolute path), the nearest first."""
        return tuple(
            layer for file in self.for_folder(document.parent) for layer in layers_of(file, document, self._run)
        )


def layers_of(file: ConfigFile, document: Path | None, run: Path | None = None) -> Iterator[FileLayer]:
    """The overrides that fit the document, the last first, and then the file itself."""
    overrides = file.values.get("overrides", ())
    relative = None if document is None else relative_to(document, file.path.parent, run)
    for index in range(len(overrides) - 1, -1, -1):
        override = overrides[index]
        if relative is not None and matches(tuple(override["files"]), relative):
            yield FileLayer(file, override, ("overrides", index))
    yield FileLayer(file, file.values)


def _files_in(folder: Path) -> tuple[tuple[ConfigFile, ...], bool]:
    """The files of a folder, and whether the search ends here."""
    found = []
    if is_file(folder / CONFIG):
        found.append(read_config(folder / CONFIG))
    if is_file(folder / PYPROJECT):
        table = read_pyproject(folder / PYPROJECT)
        if table is not None:
            found.append(table)
    root = any(file.is_root for file in found) or any(os.path.exists(folder / name) for name in REPOSITORY)  # noqa: PTH110 - see is_file
    return tuple(found), root


def is_file(path: Path) -> bool:
    """Whether there is such a file; a folder that may not be entered has none (pathlib would raise an error)."""
    return os.path.isfile(path)  # noqa: PTH113


def read_config(path: Path) -> ConfigFile:
    """A settings file; `pyproject.toml` by its table. Raises FileError with every fault."""
    if path.name == PYPROJECT:
        table = read_pyproject(path)
        if table is None:
            raise FileError([Fault(path, 0, "Tabel [tool.kerjasama-check] tidak ada.", "No [tool.kerjasama-check].")])
        return table
    text, data = read_toml(path)
    return _valid(ConfigFile(path, text, data))


def read_pyproject(path: Path) -> ConfigFile | None:
    """The table of a pyproject.toml, None where there is none."""
    try:
        if b"kerjasama-check" not in path.read_bytes():
            return None  # the file of another program is not even parsed
    except OSError as error:
        raise FileError([_closed(path, error)]) from None
    text, data = read_toml(path)
    tool = data.get("tool")
    if not isinstance(tool, dict) or TABLE[1] not in tool:
        return None
    table = tool[TABLE[1]]
    if not isinstance(table, dict):
        raise FileError([Fault(path, 0, "tool.kerjasama-check harus berupa tabel.", "It must be a table.")])
    return _valid(ConfigFile(path, text, table, TABLE))


def read_toml(path: Path) -> tuple[str, dict[str, Any]]:
    """Text and data of a TOML file. Raises FileError."""
    import tomllib

    try:
        text = path.read_bytes().decode("utf-8-sig")
        return text, tomllib.loads(text.replace("\r\n", "\n"))
    except OSError as error:
        raise FileError([_closed(path, error)]) from None
    except UnicodeDecodeError:
        fault = Fault(path, 0, "Bukan teks UTF-8; simpan ulang sebagai UTF-8.", "Not UTF-8; save it as UTF-8.")
        raise FileError([fault]) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise FileError([_malformed(path, str(error), text)]) from None


def _closed(path: Path, error: OSError) -> Fault:
    why = error.strerror or type(error).__name__
    return Fault(path, 0, f"Berkas tidak dapat dibuka ({why}).", f"The file cannot be opened ({why}).")


def _malformed(path: Path, message: str, text: str) -> Fault:
    import re

    place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)", message)
    line = int(place.group(1) or text.count("\n") + 1) if place else 0
    what = message[: place.start()] if place else message
    return Fault(path, line, f"Bukan TOML yang sah: {what}.", f"No valid TOML: {what}.")


def _valid(file: ConfigFile) -> ConfigFile:
    from kerjasama_check.settings.validation import faults

    found = list(faults(file))
    if found:
        raise FileError(found)
    return file
