"""A run from the door to the reporters: its settings, its files, and what is done with each outcome on the way.

Rules are run in workers and know nothing of suppressions and baselines; these are applied here, to the outcomes as they
come, so that the same findings may be kept and judged again.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kerjasama_check.archive.examine import rulebook
from kerjasama_check.archive.walk import STANDARD_INPUT, Found, find
from kerjasama_check.checking.rulebook import Rulebook
from kerjasama_check.reporting.understood import Outcome
from kerjasama_check.settings.files import ConfigFile, Fault, FileError, is_file
from kerjasama_check.settings.globs import absolute
from kerjasama_check.settings.options import SettingError, Settings
from kerjasama_check.settings.plan import Door, Plan

if TYPE_CHECKING:
    from kerjasama_check.settings.baseline import Comparison
    from kerjasama_check.settings.suppressions import Silencer, Standings

_SUPPRESSIONS = "suppressions.toml"


@dataclass(slots=True)
class Session:
    """door, plan: the settings. digest: sha256 of the rules in use. silencer, comparison: None where there are none."""

    door: Door
    plan: Plan
    found: Found
    rules: Rulebook
    digest: str
    folders: tuple[Path, ...]  # checked as a whole, absolute
    silencer: Silencer | None = None
    comparison: Comparison | None = None
    notes: list[tuple[str, str]] = field(default_factory=list)  # (Indonesian, English)

    @property
    def settings(self) -> Settings:
        return self.plan.run

    def outcomes(self, ordered: bool = True) -> Iterator[Outcome]:
        """The outcomes of all files, with what is set aside and what is new marked."""
        from kerjasama_check.archive.run import outcomes

        for outcome in outcomes(self.found.files, self.settings, special=self.plan.special, ordered=ordered):
            yield self.judged(outcome)

    def judged(self, outcome: Outcome) -> Outcome:
        report = outcome.report
        if self.silencer is not None:
            report = self.silencer.apply(report, self.plan.of(report.path))
        if self.comparison is not None:
            report = self.comparison.apply(report)
        return outcome if report is outcome.report else replace(outcome, report=report)

    def fail_on(self, outcome: Outcome) -> str:
        """The level from which findings of this document fail the run."""
        return self.plan.of(outcome.report.path).fail_on

    def standings(self) -> list[Standings]:
        """How the suppressions stand after the run."""
        return [] if self.silencer is None else self.silencer.standings(self.folders)


def open_session(
    paths: Sequence[Path],
    options: Mapping[str, object],
    environment: Mapping[str, str],
    *,
    config: Path | None = None,
    no_config: bool = False,
    compare: bool = True,
    today: datetime.date | None = None,
) -> Session:
    """Settings, files and rules of a run over paths. Raises SettingError, and RuleFileError for rules of the user's.

    compare: with the baseline that the settings name.
    today: the day at which suppressions end, the real one by default, so that a fixed `date` keeps none alive.
    """
    door = Door(options, environment, paths, config=config, no_config=no_config)
    found = find(paths, door.keeper())
    plan = door.plan(found.files)
    places = list(dict.fromkeys(path.parent for path in found.files if path != STANDARD_INPUT))
    used = door.used(places)
    rules = own_rules(door.run, door)
    books = {settings.rule_folders: own_rules(settings, door) for settings in (door.run, *plan.special.values())}
    check_names(door, used, books)
    folders = tuple(absolute(path) for path in paths if path != STANDARD_INPUT and path.is_dir())
    session = Session(door, plan, found, rules, _digest(books.values()), folders)
    if used:
        session.notes += _disregarded(door, used)
    if door.files.searched:
        session.silencer = _silencer(door, places, folders, books, max(today or datetime.date.today(), door.run.date))
    if compare and door.run.baseline is not None:
        from kerjasama_check.settings.baseline import Comparison, load_baseline

        session.comparison = Comparison(load_baseline(door.run.baseline))
    return session


def own_rules(settings: Settings, door: Door | None = None) -> Rulebook:
    """The rules of settings. Raises SettingError where a folder of rules cannot be opened or holds none."""
    try:
        return rulebook(settings.rule_folders)
    except OSError as error:
        why = error.strerror or type(error).__name__
        _, origin = door.values().look("rule_folders") if door is not None else (None, None)
        place = f"{origin}: " if origin is not None and str(origin) else ""
        raise SettingError(
            f"{place}Folder atau berkas aturan {error.filename} tidak dapat dibuka ({why}).",
            f"{place}The rule folder or file {error.filename} cannot be opened ({why}).",
        ) from None


def check_names(door: Door, used: Iterable[ConfigFile], books: Mapping[tuple[Path, ...], Rulebook]) -> None:
    """Raises FileError where a settings file names rules or profiles that no rule set of the run has."""
    files = list(used)
    if not files:
        return
    from kerjasama_check.settings.rulenames import name_faults

    faults: list[Fault] = []
    for file in files:
        per_book = [list(name_faults(file, book)) for book in books.values()]
        fewest = min(len(found) for found in per_book)
        faults += next(found for found in per_book if len(found) == fewest)
    if faults:
        raise FileError(sorted(faults, key=lambda fault: (fault.path, fault.line)))


def _digest(books: Iterable[Rulebook]) -> str:
    digests = sorted({book.digest for book in books})
    return digests[0] if len(digests) == 1 else hashlib.sha256("".join(digests).encode()).hexdigest()


def _disregarded(door: Door, used: Sequence[ConfigFile]) -> list[tuple[str, str]]:
    from kerjasama_check.settings.plan import describe_disregarded

    sentences = [describe_disregarded(door, used, language) for language in ("id", "en")]
    return list(zip(*sentences, strict=True))


def _silencer(
    door: Door,
    places: Sequence[Path],
    folders: Sequence[Path],
    books: Mapping[tuple[Path, ...], Rulebook],
    today: datetime.date,
) -> Silencer | None:
    """What sets findings aside; None, at little cost, where no folder of the run has suppressions."""
    wanted = {absolute(place) for place in (*places, *folders)}
    above = {parent for place in wanted for parent in (place, *place.parents)}
    if not any(is_file(folder / _SUPPRESSIONS) for folder in above):
        return None
    from kerjasama_check.settings.suppressions import Silencer, unknown_rules

    silencer = Silencer(door.files, today, lambda settings: rulebook(settings.rule_folders))
    entries = silencer.load(wanted)
    unknown = list(unknown_rules(entries, list(books.values())))
    if unknown:
        from kerjasama_check.settings.rulenames import unknown_rule

        rules = next(iter(books.values()))
        raise FileError(Fault(entry.path, entry.line, *unknown_rule(entry.rule, rules)) for entry in unknown)
    return silencer if entries else None
