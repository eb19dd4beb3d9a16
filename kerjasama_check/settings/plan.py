"""The settings of a run and of every document in it, resolved once at the door.

Keys that hold for a whole run are taken from the settings files of the folder that the run is about; the others from
those of each document, so that a folder may be checked in its own way. Options and variables win over both everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kerjasama_check.settings.files import ConfigFile, ConfigFiles, FileLayer, layers_of
from kerjasama_check.settings.globs import absolute, common_folder, matches, relative_to
from kerjasama_check.settings.options import Settings, Values, resolve

Keep = Callable[[str, bool], bool]  # (name, is it a folder) → whether it is looked at
STANDARD_INPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Plan:
    """run: what holds for the run. special: the documents that are checked in another way than the run says."""

    run: Settings
    special: Mapping[Path, Settings] = field(default_factory=dict)

    def of(self, document: Path) -> Settings:
        return self.special.get(document, self.run)


class Door:
    """Resolves settings from options, environment and settings files. Raises SettingError where a source is wrong."""

    def __init__(
        self,
        options: Mapping[str, object],
        environment: Mapping[str, str],
        paths: Sequence[Path] = (),
        *,
        config: Path | None = None,
        no_config: bool = False,
    ) -> None:
        """paths: what the run is about. config: this settings file alone. no_config: none at all."""
        self.options, self.environment = options, environment
        own = Values({"config": config, "no_config": no_config}, environment)
        config, no_config = own.path("config"), own.flag("no_config")
        named = [path for path in paths if path != STANDARD_INPUT]
        self.folder = common_folder(named) if named else Path.cwd()
        self.files = ConfigFiles(config, no_config, self.folder)
        self._base = self.files.for_folder(self.folder)
        self._run_layers = [layer for file in self._base for layer in layers_of(file, None)]
        self.run = resolve(options, environment, self._run_layers)
        self._made: dict[tuple[tuple[Path, tuple[str | int, ...]], ...], Settings] = {}

    def values(self, document: Path | None = None) -> Values:
        """The values with their origins that hold for a document, without one for the run."""
        layers = self._run_layers if document is None else self.files.layers(absolute(document))
        return Values(self.options, self.environment, layers)

    def used(self, folders: Iterable[Path]) -> list[ConfigFile]:
        """The settings files in force in the folder of the run or one of these, each once."""
        found = {file.path: file for file in self._base}
        for folder in folders:
            found |= {file.path: file for file in self.files.for_folder(absolute(folder))}
        return list(found.values())

    def plan(self, documents: Iterable[Path]) -> Plan:
        special = {}
        for document in documents:
            settings = self._of(document)
            if settings is not self.run:
                special[document] = settings
        return Plan(self.run, special)

    def _of(self, document: Path) -> Settings:
        layers = self._run_layers if document == STANDARD_INPUT else self.files.layers(absolute(document))
        if not layers:
            return self.run
        key = tuple((layer.file.path, layer.within) for layer in layers)
        if key not in self._made:
            own = resolve(self.options, self.environment, layers)
            own = replace(own, **{name: getattr(self.run, name) for name in _whole_run()})
            self._made[key] = self.run if own == self.run else own
        return self._made[key]

    def disregarded(self, files: Iterable[ConfigFile]) -> list[tuple[str, str, str]]:
        """Keys of a whole run that a file further down sets in vain: key, its place, and the value that counts."""
        from kerjasama_check.settings.keys import BY_NAME

        base = {file.path for file in self._base}
        found = []
        for file in files:
            own = resolve({}, {}, [FileLayer(file, file.values)]) if file.path not in base else None
            for name in file.values if own is not None else ():
                key = BY_NAME.get(name)
                if key is None or not key.whole_run or getattr(own, key.field) == getattr(self.run, key.field):
                    continue
                counts = getattr(self.run, key.field)
                found.append((name, FileLayer(file, file.values).place(name), str(counts)))
        return found

    def keeper(self) -> Callable[[Path], Keep | None]:
        """What of a folder is to be looked at, by the globs in force there; None stands for all of it."""
        return _Keeper(self).inside


def _whole_run() -> list[str]:
    from kerjasama_check.settings.keys import KEYS

    return [key.field for key in KEYS if key.whole_run]


class _Keeper:
    """Globs by folder."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def inside(self, folder: Path) -> Keep | None:
        place = absolute(folder)
        files = self._door.files.for_folder(place)
        layers = [FileLayer(file, file.values) for file in files]
        values = Values(self._door.options, self._door.environment, layers)
        exclude, include = self._globs(values, "exclude", place), self._globs(values, "include", place)
        if exclude is None and include is None:
            return None

        def keep(name: str, is_folder: bool) -> bool:
            if exclude is not None and _fits(exclude, name, is_folder):
                return False
            return is_folder or include is None or _fits(include, name, False)

        return keep

    def _globs(self, values: Values, name: str, folder: Path) -> tuple[tuple[str, ...], str] | None:
        """The patterns, and where the folder lies below that which they are relative to; None without patterns."""
        patterns = values.names(name)
        if not patterns:
            return None
        _, origin = values.look(name)
        base = origin.layer.base if origin.layer is not None else Path.cwd()
        relative = relative_to(folder, base, self._door.folder)
        return None if relative is None else (patterns, "" if relative == "." else f"{relative}/")


def _fits(globs: tuple[tuple[str, ...], str], name: str, folder: bool) -> bool:
    patterns, start = globs
    return matches(patterns, start + name, folder=folder)


def describe_disregarded(door: Door, files: Iterable[ConfigFile], language: str) -> list[str]:
    """A sentence for every key that counts only for a whole run and stands in a file below."""
    sentences = {
        "id": "{place} berlaku hanya bila folder itu diperiksa sendiri; dalam pemeriksaan ini dipakai: {value}.",
        "en": "{place} holds only where that folder is checked by itself; this run uses: {value}.",
    }
    return [
        sentences["en" if language == "en" else "id"].format(place=place, value=value)
        for _, place, value in door.disregarded(files)
    ]
