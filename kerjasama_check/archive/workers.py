"""Many files in worker processes: every file ends in exactly one outcome, whatever a file does to its worker.

The workers are spawned (the only way Windows has), take one file at a time and answer over a pipe. A worker that keeps
a file longer than the limit is killed, one that dies is replaced; the file it held is recorded, the run goes on.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any, Protocol

from kerjasama_check.reporting.understood import Outcome

Task = Callable[[Path], Outcome]
Job = tuple[int, Path]
FILES_PER_WORKER = 500  # then it is replaced, so that no leak of a library grows with the archive
START_LIMIT = 120.0  # seconds a worker may take until it is ready
MOST_FAILED_STARTS = 3
FOREVER = float("inf")


class Losses(Protocol):
    """How a file is recorded that gave no answer."""

    def timed_out(self, path: Path) -> Outcome: ...

    def died(self, path: Path, code: int | None) -> Outcome: ...


@dataclass(slots=True, eq=False)
class _Worker:
    process: Any  # a SpawnProcess; multiprocessing has no public type for it
    pipe: Any  # a Connection; another class on Windows
    deadline: float  # of its start, then of its file
    ready: bool = False
    job: Job | None = None
    done: int = 0


@dataclass(slots=True)
class Pool:
    """The workers of one run. timeout: seconds per file, None for no limit.

    Where no worker can be started the files are done here, one after the other, without the protection.
    """

    task: Task
    losses: Losses
    jobs: int
    timeout: float | None = None
    _workers: list[_Worker] = field(default_factory=list)
    _failed_starts: int = 0

    def run(self, paths: Iterable[Path]) -> Iterator[tuple[int, Outcome]]:
        """Outcomes with the index of their file, as they finish."""
        todo = iter(enumerate(paths))
        pending = next(todo, None)
        try:
            while pending is not None or any(worker.job for worker in self._workers):
                pending = self._hand_out(pending, todo)
                if self._workers:
                    yield from self._collect()
                elif pending is not None:
                    yield pending[0], self.task(pending[1])
                    pending = next(todo, None)
        finally:
            self._close()

    def _hand_out(self, pending: Job | None, todo: Iterator[Job]) -> Job | None:
        """Give files to idle workers; the next file that is still without one."""
        for worker in self._workers:
            if pending is None or not worker.ready or worker.job is not None:
                continue
            with contextlib.suppress(OSError):  # it has just died: the file goes to another
                worker.pipe.send(str(pending[1]))
                worker.job = pending
                worker.deadline = time.monotonic() + self.timeout if self.timeout else FOREVER
                pending = next(todo, None)
        while pending is not None and len(self._workers) < self.jobs:
            self._workers.append(self._start())
        return pending

    def _collect(self) -> Iterator[tuple[int, Outcome]]:
        """Wait until a worker says something, dies or is late, and what came of it."""
        nearest = min(worker.deadline for worker in self._workers)
        seconds = None if nearest == FOREVER else max(0.0, nearest - time.monotonic())
        answered = wait([worker.pipe for worker in self._workers], seconds)
        for worker in list(self._workers):
            if worker.pipe in answered:
                yield from self._answer(worker)
            elif worker.deadline <= time.monotonic():
                job = worker.job
                self._drop(worker)
                if job is not None:
                    yield job[0], self.losses.timed_out(job[1])

    def _answer(self, worker: _Worker) -> Iterator[tuple[int, Outcome]]:
        job = worker.job
        try:
            message = worker.pipe.recv()
        except Exception:  # the end of the pipe, or an answer that cannot be rebuilt
            code = self._drop(worker)
            if job is not None:
                yield job[0], self.losses.died(job[1], code)
            return
        worker.deadline = FOREVER
        worker.job = None
        if not worker.ready:
            worker.ready = True
            self._failed_starts = 0
        elif job is not None:
            worker.done += 1
            if worker.done >= FILES_PER_WORKER:
                self._drop(worker)
            yield job[0], message

    def _start(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, self.task), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours, time.monotonic() + START_LIMIT)

    def _drop(self, worker: _Worker) -> int | None:
        """End a worker, by force if need be; its exit code."""
        self._workers.remove(worker)
        with contextlib.suppress(OSError):
            worker.pipe.close()
        worker.process.join(0.1)
        _end(worker.process)
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= MOST_FAILED_STARTS:  # this machine gives no more
                self.jobs = sum(other.ready for other in self._workers)
        code: int | None = worker.process.exitcode
        return code

    def _close(self) -> None:
        for worker in self._workers:
            if worker.job is not None:
                _end(worker.process)
            with contextlib.suppress(OSError):
                worker.pipe.send(None)
                worker.pipe.close()
        for worker in self._workers:
            worker.process.join(1)
            _end(worker.process)
        self._workers.clear()


def _end(process: Any) -> None:
    """Kill a process that still lives, and where the system knows groups also what it has started."""
    if not process.is_alive():
        return
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            if os.getpgid(process.pid) == process.pid:
                os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.join(5)


def in_order(results: Iterable[tuple[int, Outcome]]) -> Iterator[Outcome]:
    """Outcomes in the order of their files; only those that came too early are held back."""
    early: dict[int, Outcome] = {}
    following = 0
    for index, outcome in results:
        early[index] = outcome
        while following in early:
            yield early.pop(following)
            following += 1


def _work(pipe: Any, task: Task) -> None:
    """The life of a worker: answer each path with its outcome until None comes or the parent is gone."""
    _stand_apart()
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        pipe.send(None)
        while (path := pipe.recv()) is not None:
            pipe.send(task(Path(path)))


def _stand_apart() -> None:
    """Nothing that a library prints reaches the user's terminal or a report; Ctrl-C is the parent's affair."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.setpgid(0, 0)
    if os.environ.get("KERJASAMA_CHECK_DEBUG"):
        return
    with contextlib.suppress(OSError, ValueError):
        silence = os.open(os.devnull, os.O_WRONLY)
        for number in (1, 2):
            os.dup2(silence, number)
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for its whole life
