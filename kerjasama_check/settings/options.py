"""The settings of a run, resolved once at the door.

A value comes from the command line, else from an environment variable `KERJASAMA_CHECK_<NAME>`, else from a settings
file (`files`), else from the default. The result is frozen and handed on; no room looks at the environment by itself.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from kerjasama_check.settings.outputs import FORMATS, WITH_RULES, WITH_TEXT, default_format, targets

PREFIX = "KERJASAMA_CHECK_"
CHOICES: dict[str, tuple[str, ...]] = {
    "language": ("id", "en"),
    "format": FORMATS,
    "fail_on": ("error", "warning", "info", "none"),
    "view": ("final", "original"),
    "ocr": ("auto", "always", "never"),
}
VARIABLES = {"language": "LANG"}  # where the variable is not the name in capitals
FLAGS = {"language": "--lang", "rule_folders": "--rules"}  # likewise for the option
LEVELS = ("error", "warning", "info")
MOST = {"max_pages": 100_000, "max_megabytes": 4096}
Levels = tuple[tuple[tuple[str, str], ...], ...]
DEFAULT_TIMEOUT = 300.0  # seconds per file of a run over several files
MOST_JOBS = 32  # Windows waits for at most 63 handles at once


class SettingError(Exception):
    """A value that cannot be used; the sentence names the option and what is allowed."""

    def __init__(self, indonesian: str, english: str) -> None:
        super().__init__(english)
        self.sentences = {"id": indonesian, "en": english}


class Layer(Protocol):
    """A part of a settings file. base: the folder its paths are relative to."""

    @property
    def values(self) -> Mapping[str, object]: ...

    @property
    def base(self) -> Path: ...

    def place(self, key: str) -> str:
        """What the user has to look at to change a value: key, file and line."""

    def where(self, *path: str) -> str:
        """File and line alone."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from: an option, a variable, a settings file, or (all None) the default."""

    option: str | None = None
    variable: str | None = None
    layer: Layer | None = None
    key: str = ""

    def __str__(self) -> str:
        if self.layer is not None:
            return self.layer.place(self.key)
        return self.option or self.variable or ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run, or one document of it, needs to know.

    format goes to output (None: standard output); outputs: further formats, each with its file. template: the user's
    own, None for the one that comes with the program. timeout: seconds per file, None for no limit; 0 workers are
    never asked for. severity: (rule or family, level), the nearest source first. exclude, include: globs for what lies
    in folders. max_megabytes: of a file.
    """

    language: str = "id"
    format: str = "rich"
    output: Path | None = None
    outputs: tuple[tuple[str, Path], ...] = ()
    template: Path | None = None
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    allow_unchecked: bool = False
    date: datetime.date = field(default_factory=datetime.date.today)
    view: str = "final"
    ocr: str = "auto"
    quiet: bool = False
    summary: bool = False
    balance: bool = False
    budget: bool = False
    jobs: int = 1
    timeout: float | None = None
    debug: bool = False
    severity: Levels = ()
    exclude: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    rule_folders: tuple[Path, ...] = ()
    ocr_language: str | None = None
    max_pages: int = 2000
    max_megabytes: int = 200
    baseline: Path | None = None
    fingerprints: bool = False

    @property
    def formats(self) -> tuple[str, ...]:
        return (self.format, *(name for name, _ in self.outputs))

    @property
    def sheet(self) -> bool:
        """Whether a format shows the text of the documents."""
        return any(name in WITH_TEXT for name in self.formats)

    @property
    def tells_rules(self) -> bool:
        """Whether a format tells which rules looked at a document."""
        return any(name in WITH_RULES for name in self.formats)


def resolve(options: Mapping[str, object], environment: Mapping[str, str], layers: Sequence[Layer] = ()) -> Settings:
    """Settings from the options given (None: not given), the environment and the settings files, the nearest first.

    Raises SettingError.
    """
    values = Values(options, environment, layers)
    given, origin = values.look("output")
    output, outputs = targets(given, str(origin))
    return Settings(
        language=values.choice("language", "id"),
        format=values.choice("format", default_format(environment, output)),
        output=output,
        outputs=outputs,
        template=values.path("template"),
        profile=values.text("profile"),
        select=values.names("select"),
        ignore=values.names("ignore"),
        fail_on=values.choice("fail_on", "error"),
        allow_unchecked=values.flag("allow_unchecked"),
        date=values.day("date"),
        view=values.choice("view", "final"),
        ocr=values.choice("ocr", "auto"),
        quiet=values.flag("quiet"),
        summary=values.flag("summary"),
        balance=values.flag("balance"),
        budget=values.flag("budget"),
        jobs=values.jobs(),
        timeout=values.seconds("timeout"),
        debug=values.flag("debug"),
        severity=values.levels("severity"),
        exclude=values.names("exclude"),
        include=values.names("include"),
        rule_folders=values.paths("rule_folders"),
        ocr_language=values.text("ocr_language"),
        max_pages=values.number("max_pages", 2000),
        max_megabytes=values.number("max_megabytes", 200),
        baseline=values.path("baseline"),
        fingerprints=values.flag("fingerprints"),
    )


@dataclass(frozen=True, slots=True)
class Values:
    """The values of all sources, converted on asking."""

    options: Mapping[str, object]
    environment: Mapping[str, str]
    layers: Sequence[Layer] = ()

    def look(self, name: str) -> tuple[object, Origin]:
        """The value (None: nowhere given) and where it comes from."""
        for value, origin in self._all(name):
            return value, origin
        return None, Origin()

    def _all(self, name: str) -> Iterator[tuple[object, Origin]]:
        """Every source that gives a value, the nearest first."""
        given = self.options.get(name)
        if given is not None and given != () and given != [] and given is not False:
            yield given, Origin(option=FLAGS.get(name, "--" + name.replace("_", "-")))
        variable = PREFIX + VARIABLES.get(name, name.upper())
        told = self.environment.get(variable, "").strip()
        if told:
            yield told, Origin(variable=variable)
        key = name.replace("_", "-")
        for layer in self.layers:
            if key in layer.values:
                yield layer.values[key], Origin(layer=layer, key=key)

    def text(self, name: str) -> str | None:
        value, _ = self.look(name)
        return None if value is None else str(value)

    def path(self, name: str) -> Path | None:
        value, origin = self.look(name)
        return None if value is None else _based(value, origin)

    def paths(self, name: str) -> tuple[Path, ...]:
        _, origin = self.look(name)
        return tuple(_based(value, origin) for value in self.names(name))

    def choice(self, name: str, default: str) -> str:
        value, origin = self.look(name)
        if value is None:
            return default
        allowed = CHOICES[name]
        chosen = str(value).strip().lower()
        if chosen in allowed:
            return chosen
        from difflib import get_close_matches

        near = get_close_matches(chosen, allowed, n=1)
        raise SettingError(
            f"Nilai “{value}” untuk {origin} tidak dikenal; pilihannya: {', '.join(allowed)}."
            + (f" Maksud Anda “{near[0]}”?" if near else ""),
            f"Unknown value “{value}” for {origin}; choose from {', '.join(allowed)}."
            + (f" Did you mean “{near[0]}”?" if near else ""),
        )

    def names(self, name: str) -> tuple[str, ...]:
        """A list: of a settings file, the option repeated, or names parted by commas."""
        value, origin = self.look(name)
        if value is None:
            return ()
        if origin.layer is not None and not isinstance(value, str) and isinstance(value, Sequence):
            return tuple(str(word) for word in value)
        parts = [value] if isinstance(value, str) else list(value) if isinstance(value, Sequence) else [value]
        return tuple(word.strip() for part in parts for word in str(part).split(",") if word.strip())

    def levels(self, name: str) -> Levels:
        """Severities: a table of a settings file, or "KLA-03=warning,BHS=info"; one entry per source."""
        return tuple(levels for _, levels in self.sources(name))

    def sources(self, name: str) -> list[tuple[Origin, tuple[tuple[str, str], ...]]]:
        """The severities of every source, the nearest first."""
        return [(origin, _levels(value, origin)) for value, origin in self._all(name)]

    def number(self, name: str, default: int) -> int:
        value, origin = self.look(name)
        most = MOST[name]
        if value is None:
            return default
        number = int(str(value)) if str(value).isascii() and str(value).isdigit() and len(str(value)) < 9 else 0
        if not 1 <= number <= most:
            raise SettingError(
                f"Nilai “{value}” untuk {origin} tidak dapat dipakai; tulis bilangan dari 1 sampai dengan {most}.",
                f"The value “{value}” for {origin} cannot be used; write a number from 1 to {most}.",
            )
        return number

    def flag(self, name: str) -> bool:
        value, origin = self.look(name)
        if isinstance(value, bool) or value is None:
            return bool(value)
        word = str(value).lower()
        if word in ("1", "true", "yes", "ya", "on"):
            return True
        if word in ("0", "false", "no", "tidak", "off"):
            return False
        raise SettingError(
            f"Nilai “{value}” untuk {origin} tidak dikenal; gunakan 1 atau 0.",
            f"Unknown value “{value}” for {origin}; use 1 or 0.",
        )

    def day(self, name: str) -> datetime.date:
        value, origin = self.look(name)
        if value is None:
            return datetime.date.today()
        try:
            return datetime.date.fromisoformat(str(value).strip())
        except ValueError:
            raise SettingError(
                f"Tanggal “{value}” untuk {origin} tidak dikenal; tulis tahun-bulan-tanggal, misalnya 2026-11-24.",
                f"Unknown date “{value}” for {origin}; write year-month-day, for instance 2026-11-24.",
            ) from None

    def seconds(self, name: str) -> float | None:
        value, origin = self.look(name)
        if value is None:
            return None
        try:
            seconds = float(str(value))
        except ValueError:
            seconds = -1.0
        if not 0 < seconds < 1e7:
            raise SettingError(
                f"Nilai “{value}” untuk {origin} tidak dapat dipakai; tulis jumlah detik, misalnya 120.",
                f"The value “{value}” for {origin} cannot be used; write a number of seconds, for instance 120.",
            )
        return seconds

    def jobs(self) -> int:
        value, origin = self.look("jobs")
        if value is None:
            return max(1, min(os.cpu_count() or 1, MOST_JOBS))
        number = int(str(value)) if str(value).isascii() and str(value).isdigit() and len(str(value)) < 6 else 0
        if number < 1:
            raise SettingError(
                f"Nilai “{value}” untuk {origin} tidak dapat dipakai; tulis bilangan mulai dari 1.",
                f"The value “{value}” for {origin} cannot be used; write a number from 1 up.",
            )
        return min(number, MOST_JOBS)


def _based(value: object, origin: Origin) -> Path:
    """A path; one of a settings file is relative to the folder of that file."""
    return Path(str(value)) if origin.layer is None else origin.layer.base / str(value)


def _levels(value: object, origin: Origin) -> tuple[tuple[str, str], ...]:
    if isinstance(value, Mapping):
        pairs = [(str(rule), str(level)) for rule, level in value.items()]
    else:
        parts = [value] if isinstance(value, str) else list(value) if isinstance(value, Sequence) else [str(value)]
        words = [word.strip() for part in parts for word in str(part).split(",") if word.strip()]
        pairs = [(word.partition("=")[0].strip(), word.partition("=")[2].strip().lower()) for word in words]
    for rule, level in pairs:
        if level not in LEVELS:
            raise SettingError(
                f"Tingkat “{level}” bagi {rule} untuk {origin} tidak dikenal; tulis ATURAN=TINGKAT dengan tingkat "
                f"{', '.join(LEVELS)}.",
                f"Unknown severity “{level}” of {rule} for {origin}; write RULE=SEVERITY with one of "
                f"{', '.join(LEVELS)}.",
            )
    return tuple(pairs)
