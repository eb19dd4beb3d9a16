"""The settings of a run, resolved once at the door.

A value comes from the command line, else from an environment variable `KERJASAMA_CHECK_<NAME>`, else from the default.
The result is frozen and handed on; no room looks at the environment by itself.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

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
FLAGS = {"language": "--lang"}  # likewise for the option
DEFAULT_TIMEOUT = 300.0  # seconds per file of a run over several files
MOST_JOBS = 32  # Windows waits for at most 63 handles at once


class SettingError(Exception):
    """A value that cannot be used; the sentence names the option and what is allowed."""

    def __init__(self, indonesian: str, english: str) -> None:
        super().__init__(english)
        self.sentences = {"id": indonesian, "en": english}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run needs to know. timeout: seconds per file, None for no limit; 0 workers are never asked for.

    format goes to output (None: standard output); outputs: further formats, each with its file. template: the user's
    own, None for the one that comes with the program.
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


def resolve(options: Mapping[str, object], environment: Mapping[str, str]) -> Settings:
    """Settings from the options given (None: not given) and the environment. Raises SettingError."""
    values = _Values(options, environment)
    output, outputs = targets(*values._look("output"))
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
    )


@dataclass(frozen=True, slots=True)
class _Values:
    options: Mapping[str, object]
    environment: Mapping[str, str]

    def _look(self, name: str) -> tuple[object, str]:
        """The value (None: nowhere given) and what the user has to look at to change it."""
        given = self.options.get(name)
        if given is not None and given != () and given != [] and given is not False:
            return given, FLAGS.get(name, "--" + name.replace("_", "-"))
        variable = PREFIX + VARIABLES.get(name, name.upper())
        return self.environment.get(variable, "").strip() or None, variable

    def text(self, name: str) -> str | None:
        value, _ = self._look(name)
        return None if value is None else str(value)

    def path(self, name: str) -> Path | None:
        value, _ = self._look(name)
        return None if value is None else Path(str(value))

    def choice(self, name: str, default: str) -> str:
        value, origin = self._look(name)
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
        """A list: the option repeated, or names parted by commas."""
        value, _ = self._look(name)
        if value is None:
            return ()
        parts = [value] if isinstance(value, str) else list(value) if isinstance(value, Sequence) else [value]
        return tuple(word.strip() for part in parts for word in str(part).split(",") if word.strip())

    def flag(self, name: str) -> bool:
        value, origin = self._look(name)
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
        value, origin = self._look(name)
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
        value, origin = self._look(name)
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
        value, origin = self._look("jobs")
        if value is None:
            return max(1, min(os.cpu_count() or 1, MOST_JOBS))
        number = int(str(value)) if str(value).isascii() and str(value).isdigit() and len(str(value)) < 6 else 0
        if number < 1:
            raise SettingError(
                f"Nilai “{value}” untuk {origin} tidak dapat dipakai; tulis bilangan mulai dari 1.",
                f"The value “{value}” for {origin} cannot be used; write a number from 1 up.",
            )
        return min(number, MOST_JOBS)
