"""Where the data of the program lies: the rules, and the user's cache folder."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path


@cache
def rules_folder() -> Path:
    """The folder of the built-in rules: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "rules"
    return installed if installed.is_dir() else package.parent / "rules"


def templates_folder() -> Path:
    """The folder of the templates that come with the program."""
    return Path(__file__).resolve().parent / "templates"


def cache_folder() -> Path:
    """The user's cache folder of this program; it need not exist."""
    named = os.environ.get("KERJASAMA_CHECK_CACHE")
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        root = Path(base) if base else Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        root = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME")
        root = Path(base) if base else Path.home() / ".cache"
    return root / "kerjasama-check"
