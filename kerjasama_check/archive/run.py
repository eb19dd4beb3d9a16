"""A run over files: one file here in this process, several in workers, the outcomes as a stream."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kerjasama_check.archive import examine
from kerjasama_check.archive.walk import STANDARD_INPUT
from kerjasama_check.reporting.understood import Outcome
from kerjasama_check.settings.options import DEFAULT_TIMEOUT, Settings

Task = Callable[[Path], Outcome]
NO_SPECIAL: Mapping[Path, Settings] = {}


@dataclass(frozen=True, slots=True)
class Lost:
    """Outcomes of files whose worker gave no answer."""

    seconds: float
    language: str

    def timed_out(self, path: Path) -> Outcome:
        return Outcome(examine.timed_out(path, self.seconds, self.language))

    def died(self, path: Path, code: int | None) -> Outcome:
        return Outcome(examine.died(path, code, self.language))


def outcomes(
    files: Sequence[Path],
    settings: Settings,
    *,
    special: Mapping[Path, Settings] = NO_SPECIAL,
    ordered: bool = True,
    task: Task | None = None,
) -> Iterator[Outcome]:
    """One outcome for every file. task: what is done with a file, by default all of it.

    special: files that are checked with other settings.

    A single file without a limit is done here, which starts faster; so is standard input, which no worker has.
    """
    if len(files) == 1 and settings.timeout is None:
        yield (task or partial(examine.examine, settings=settings, jobs=settings.jobs, special=special))(files[0])
        return
    from kerjasama_check.archive.workers import in_order

    numbered = _numbered(files, settings, task or partial(examine.examine, settings=settings, special=special))
    if ordered:
        yield from in_order(numbered)
    else:
        yield from (outcome for _, outcome in numbered)


def _numbered(files: Sequence[Path], settings: Settings, task: Task) -> Iterator[tuple[int, Outcome]]:
    from kerjasama_check.archive.workers import Pool

    places = [index for index, path in enumerate(files) if path != STANDARD_INPUT]
    for index, path in enumerate(files):
        if path == STANDARD_INPUT:
            yield index, task(path)
    if places:
        seconds = settings.timeout or DEFAULT_TIMEOUT
        pool = Pool(task, Lost(seconds, settings.language), min(settings.jobs, len(places)), seconds)
        for number, outcome in pool.run(files[index] for index in places):
            yield places[number], outcome
