"""Globs of settings files, in the way of .gitignore: relative to the file they stand in, the same on every system.

Names are compared without regard to case and "\\" parts folders as "/" does, so that a pattern means the same on a
drafter's Windows machine and on the server that checks again.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def matches(patterns: tuple[str, ...], relative: str, *, folder: bool = False) -> bool:
    """Whether a path, relative and with "/", fits the patterns; the last one that fits decides, "!" takes back."""
    return _spec(patterns).match_file(relative.casefold() + ("/" if folder else ""))


def fault(pattern: str) -> bool:
    """Whether a pattern cannot be understood."""
    try:
        _spec((pattern,))
    except ValueError:
        return True
    return False


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    import warnings

    from pathspec import GitIgnoreSpec  # loaded only where a settings file has globs

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # of "[[]", which stands for the sign "[" and nothing else
        return GitIgnoreSpec.from_lines([pattern.replace("\\", "/").casefold() for pattern in patterns])


def name_of(relative: str) -> str:
    """A pattern that fits this one path (relative, with "/")."""
    return "/" + "".join(f"[{sign}]" if sign in "[*?" else sign for sign in relative)


def is_name(pattern: str) -> bool:
    """Whether a pattern names one path, without signs that stand for others."""
    plain = re.sub(r"\[[\[*?]\]", "", pattern)
    return not any(sign in plain for sign in "*?[") and not plain.startswith("!") and not plain.endswith(("/", "\\"))


def relative_to(path: PurePath, *folders: PurePath | None) -> str | None:
    """The path with "/" below the first of the folders that it lies in; None where it lies in none of them."""
    for folder in folders:
        if folder is not None and path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return None


def absolute(path: Path) -> Path:
    """The path from the root, links left as they are."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.resolve would follow links


def common_folder(paths: Sequence[Path]) -> Path:
    """The folder that a run is about: the deepest one that holds all its paths, the current one where there is none."""
    places = [path if path.is_dir() else path.parent for path in map(absolute, paths)]
    try:
        return Path(os.path.commonpath(places)) if places else Path.cwd()
    except ValueError:  # paths on several drives of Windows
        return Path.cwd()
