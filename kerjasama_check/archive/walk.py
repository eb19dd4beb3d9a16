"""Which files a run is about: the paths given, and what lies below the folders among them.

In a folder only files whose ending promises a readable text count as found; hidden files, Word's lock files and files
of other types are passed over and counted. A file named on the command line always counts, whatever it is.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

SUFFIXES = frozenset(
    (
        *(".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".odt", ".rtf", ".pdf"),
        *(".txt", ".text", ".md", ".markdown", ".html", ".htm"),
    )
)
CAUSES = ("hidden", "lock_files", "unsupported", "closed_folders", "excluded")
Keep = Callable[[str, bool], bool]  # (name, is it a folder) → whether it is looked at
Keeper = Callable[[Path], Keep | None]  # for a folder; None: all of it
STANDARD_INPUT = Path("-")


@dataclass(slots=True)
class Found:
    """The files in a stable order, each once, and how many were passed over by cause."""

    files: list[Path] = field(default_factory=list)
    skipped: dict[str, int] = field(default_factory=lambda: dict.fromkeys(CAUSES, 0))
    folders: int = 0


def find(paths: Iterable[Path], keeper: Keeper | None = None) -> Found:
    """The files of the paths in the order given, a folder's files in the order of their names.

    keeper: what the settings exclude from folders.
    """
    found = Found()
    seen: set[str] = set()
    for path in paths:
        candidates: Iterable[Path] = (path,)
        if path != STANDARD_INPUT and path.is_dir():
            found.folders += 1
            candidates = _below(path, found.skipped, keeper)
        elif _is_pattern(path):
            candidates = _matching(path, found.skipped) or (path,)
        for candidate in candidates:
            key = os.path.abspath(candidate)  # noqa: PTH100 - the same file by another spelling, links left alone
            if key not in seen:
                seen.add(key)
                found.files.append(candidate)
    return found


def _is_pattern(path: Path) -> bool:
    """A pattern that the shell has left as it is, as those of Windows do."""
    return any(sign in path.name for sign in "*?") and not path.exists()


def _matching(pattern: Path, skipped: dict[str, int]) -> list[Path]:
    paths = [path for path in pattern.parent.glob(pattern.name) if path.is_file() and not path.name.startswith(".")]
    paths.sort(key=lambda path: (path.name.casefold(), path.name))
    skipped["lock_files"] += sum(_is_lock(path.name) for path in paths)
    return [path for path in paths if not _is_lock(path.name)]


def _is_lock(name: str) -> bool:
    """A file that Word or LibreOffice keeps beside an open document."""
    return name.startswith("~$") or (name.startswith(".~lock.") and name.endswith("#"))


def _below(folder: Path, skipped: dict[str, int], keeper: Keeper | None) -> Iterator[Path]:
    """Files below a folder. Linked folders are entered once at most, so a link to a parent ends the walk there."""
    entered: set[tuple[int, int]] = set()
    todo = [folder]
    while todo:
        here = todo.pop()
        if not _first_time(here, entered):
            continue
        try:
            entries = sorted(os.scandir(here), key=lambda entry: (entry.name.casefold(), entry.name))
        except OSError:
            skipped["closed_folders"] += 1
            continue
        below = []
        keep = keeper(here) if keeper is not None else None
        for entry in entries:
            is_folder = entry.is_dir()
            if is_folder and _hidden(entry):
                skipped["hidden"] += 1
            elif not is_folder and not _counts(entry, skipped):
                continue
            elif keep is not None and not keep(entry.name, is_folder):
                skipped["excluded"] += 1
            elif is_folder:
                below.append(here / entry.name)
            else:
                yield here / entry.name
        todo.extend(reversed(below))


def _first_time(folder: Path, entered: set[tuple[int, int]]) -> bool:
    try:
        status = folder.stat()
    except OSError:
        return False
    key = (status.st_dev, status.st_ino)
    if status.st_ino and key in entered:
        return False
    entered.add(key)
    return True


def _counts(entry: os.DirEntry[str], skipped: dict[str, int]) -> bool:
    if _is_lock(entry.name):
        skipped["lock_files"] += 1
    elif _hidden(entry):
        skipped["hidden"] += 1
    elif Path(entry.name).suffix.lower() not in SUFFIXES or not (entry.is_file() or entry.is_symlink()):
        skipped["unsupported"] += 1
    else:
        return True
    return False


def _hidden(entry: os.DirEntry[str]) -> bool:
    """By the dot of Unix or the attribute of Windows."""
    if entry.name.startswith("."):
        return True
    try:
        attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    except OSError:
        return False
    return bool(attributes & 2)  # FILE_ATTRIBUTE_HIDDEN
