"""A run survives what a file does to its worker, and every file ends in exactly one outcome."""

from __future__ import annotations

import datetime
import multiprocessing
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from kerjasama_check.archive import run
from kerjasama_check.archive.examine import examine
from kerjasama_check.archive.workers import Pool, in_order
from kerjasama_check.checking.findings import DocumentReport
from kerjasama_check.reading.document import Document, ReadOptions, State
from kerjasama_check.reading.reader import read
from kerjasama_check.reporting.understood import Outcome
from kerjasama_check.settings.options import Settings


class Unsendable:
    def __reduce__(self) -> tuple[object, ...]:
        raise RuntimeError("cannot be pickled")


def moody(path: Path) -> Outcome:
    """A task that does what the name of the file says."""
    name = path.name
    if "hang" in name:
        time.sleep(600)
    if "die" in name:
        os._exit(9)
    if "exit" in name:
        sys.exit("gone")
    if "slow" in name:
        time.sleep(0.4)
    if "print" in name:
        print("noise of a library")
        os.write(1, b"noise of a library\n")
    reason = Unsendable() if "odd" in name else str(os.getpid())
    return Outcome(DocumentReport(path, State.CHECKED, reason, None, None, ()))  # type: ignore[arg-type]


LOST = run.Lost(1.5, "id")


def _run(names: list[str], jobs: int = 2, timeout: float | None = 1.5) -> dict[int, Outcome]:
    pool = Pool(moody, LOST, jobs, timeout)
    results = list(pool.run(Path(name) for name in names))
    assert sorted(index for index, _ in results) == list(range(len(names)))
    return dict(results)


def test_hanging_and_dying_files_are_recorded_and_the_run_goes_on() -> None:
    names = ["a", "hang", "b", "die", "c", "exit", "odd", "d", "e"]
    states = [outcome.report.state for _, outcome in sorted(_run(names).items())]
    expected = {"hang": State.TIMED_OUT, "die": State.CRASHED, "exit": State.CRASHED, "odd": State.CRASHED}
    assert states == [expected.get(name, State.CHECKED) for name in names]
    assert sum(Counter(states).values()) == len(names)


def test_the_reason_says_how_long_and_with_which_code() -> None:
    outcomes = _run(["hang", "die"])
    assert "1.5 detik" in (outcomes[0].report.reason or "")
    assert "kode 9" in (outcomes[1].report.reason or "")


def test_no_worker_is_left_behind() -> None:
    before = {child.pid for child in multiprocessing.active_children()}
    _run(["a", "hang", "b"])
    assert {child.pid for child in multiprocessing.active_children()} == before


def test_leaving_the_run_early_ends_the_workers() -> None:
    results = Pool(moody, LOST, 2, 60).run(Path(name) for name in ["a", "hang", "hang"])
    start = time.monotonic()
    next(results)
    results.close()
    assert time.monotonic() - start < 30
    assert not multiprocessing.active_children()


def test_several_workers_share_the_files() -> None:
    outcomes = _run([f"slow{number}" for number in range(6)], jobs=2, timeout=60)
    assert len({outcome.report.reason for outcome in outcomes.values()}) == 2


def test_what_a_library_prints_reaches_nobody(capfd: pytest.CaptureFixture[str]) -> None:
    _run(["print"], jobs=1, timeout=60)
    assert capfd.readouterr() == ("", "")


def broken_start(path: Path) -> Outcome:
    return moody(path)


def test_where_no_worker_starts_the_files_are_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stillborn:
        exitcode = 1
        pid = 0

        def is_alive(self) -> bool:
            return False

        def join(self, seconds: float) -> None:
            pass

    def start(pool: Pool) -> object:
        from kerjasama_check.archive.workers import _Worker

        ours, theirs = multiprocessing.get_context("spawn").Pipe()
        theirs.close()
        return _Worker(Stillborn(), ours, time.monotonic() + 5)

    monkeypatch.setattr(Pool, "_start", start)
    outcomes = _run(["a", "b", "c"])
    assert {outcome.report.reason for outcome in outcomes.values()} == {str(os.getpid())}


def test_in_order_holds_back_what_comes_too_early() -> None:
    made = {index: Outcome(DocumentReport(Path(str(index)), State.CHECKED, None, None, None, ())) for index in range(4)}
    taken = [outcome.report.path.name for outcome in in_order((index, made[index]) for index in (2, 0, 3, 1))]
    assert taken == ["0", "1", "2", "3"]


# ------------------------------------------------------------------ the same with a real reader
def touchy(path: Path, options: ReadOptions) -> Document:
    """A reader that breaks on some files, as a library may on a damaged one."""
    if "hang" in path.name:
        time.sleep(600)
    if "segfault" in path.name:
        os._exit(139)
    if "raise" in path.name:
        raise RecursionError("too deep")
    return read(path, options)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    for name in ("a.txt", "hang.txt", "segfault.txt", "raise.txt", "z.txt"):
        (tmp_path / name).write_text("Daftar belanja\n\nBeras dan minyak goreng.\n", encoding="utf-8")
    return tmp_path


def test_the_states_of_a_folder_add_up(folder: Path) -> None:
    settings = Settings(jobs=2, timeout=4, date=datetime.date(2026, 11, 24))
    files = sorted(folder.iterdir())
    task = partial(examine, settings=settings, reader=touchy)
    found = list(run.outcomes(files, settings, task=task))
    assert [outcome.report.path for outcome in found] == files
    assert {outcome.report.path.stem: str(outcome.report.state) for outcome in found} == {
        "a": "not-agreement",
        "hang": "timed-out",
        "raise": "crashed",
        "segfault": "crashed",
        "z": "not-agreement",
    }
