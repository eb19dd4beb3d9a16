"""Names of files for other programs: relative to the root of the project, with “/” on every system."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

STANDARD_INPUT = "-"


def find_root(start: Path) -> Path:
    """The root that names are relative to: the nearest folder upwards with a `.git`, else the folder itself."""
    start = start.absolute()
    return next((folder for folder in (start, *start.parents) if (folder / ".git").exists()), start)


def relative(path: Path, root: Path) -> str | None:
    """The path below the root, with “/"; None for one that lies elsewhere. Links are left alone."""
    if str(path) == STANDARD_INPUT:
        return STANDARD_INPUT
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - links left alone
    try:
        return whole.relative_to(os.path.abspath(root)).as_posix()  # noqa: PTH100
    except ValueError:
        return None


def name_in(path: Path, root: Path) -> str:
    """The path below the root, or the whole path where it lies elsewhere."""
    return relative(path, root) or path.absolute().as_posix()


def relative_uri(name: str) -> str:
    """A relative name as a URI reference; a first part with a colon is no scheme."""
    return quote(os.fsencode(name))


def file_uri(path: Path) -> str:
    """The URI of a file, with every byte of its name kept."""
    name = Path(os.path.abspath(path)).as_posix()  # noqa: PTH100
    return "file://" + quote(os.fsencode(name if name.startswith("/") else "/" + name), safe="/:")
