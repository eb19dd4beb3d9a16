"""The language of the command line itself: settled before the commands are loaded, because their help is text."""

from __future__ import annotations

import os
from collections.abc import Sequence


def _of_environment() -> str:
    return "en" if os.environ.get("KERJASAMA_CHECK_LANG", "").strip().lower() == "en" else "id"


_settled = _of_environment()


def settle(arguments: Sequence[str]) -> str:
    """Take the language from `--lang`, else from KERJASAMA_CHECK_LANG; Indonesian by default."""
    global _settled
    _settled = _of_environment()
    for number, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or (arguments[number + 1] if number + 1 < len(arguments) else "")
            if value.lower() in ("id", "en"):
                _settled = value.lower()
    return _settled


def adopt(language: str) -> None:
    """Take the language of the settings, once they are resolved."""
    global _settled
    _settled = language


def current() -> str:
    return _settled


def say(indonesian: str, english: str) -> str:
    """The text in the language of the run."""
    return english if _settled == "en" else indonesian
