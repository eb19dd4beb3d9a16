"""What the user reads when something is wrong: one sentence in the user's language, never a traceback."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kerjasama_check.cli.language import current, say

PATIENCE = 4.0  # seconds


class UsageFault(Exception):
    """Wrong use; the sentence is ready to be shown."""


def tell(sentence: str) -> None:
    """A message on standard error."""
    print(sentence, file=sys.stderr)


@contextlib.contextmanager
def patience(path: Path) -> Iterator[None]:
    """Says that a file takes its time, once it does (a scan of many pages)."""
    sentence = say(
        f"Masih membaca {path.name}; hasil pindai memerlukan waktu beberapa detik per halaman.",
        f"Still reading {path.name}; a scan takes some seconds per page.",
    )
    timer = threading.Timer(PATIENCE, tell, (sentence,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def sentence_of(error: Any) -> str:
    """The sentence for an error of the option parser (an exception with `format_message`)."""
    name = type(error).__name__
    if current() == "en":
        return _hinted(error, str(error.format_message()).strip())
    if name == "NoSuchOption":
        from difflib import get_close_matches

        near = get_close_matches(error.option_name, error.possibilities or (), n=1)
        also = f" Maksud Anda {near[0]}?" if near else ""
        return _hinted(error, f"Opsi {error.option_name} tidak dikenal.{also}")
    if name == "MissingParameter":
        return _hinted(error, f"{_what(error)} belum diberikan.")
    if name == "BadParameter":
        return _hinted(error, f"Nilai untuk {_what(error)} tidak dapat dipakai: {error.message}")
    if name == "BadOptionUsage":
        return _hinted(error, _about_option(error))
    return _hinted(error, _about_usage(str(error.format_message())))


def _about_option(error: Any) -> str:
    if "does not take a value" in error.message:
        return f"Opsi {error.option_name} tidak memakai nilai."
    return f"Opsi {error.option_name} membutuhkan nilai."


def _about_usage(message: str) -> str:
    quoted = message.partition("'")[2].partition("'")[0]
    if message.startswith("No such command"):
        near = message.partition("Did you mean ")[2].partition(",")[0].rstrip("?").replace("'", "")
        return f"Perintah “{quoted}” tidak dikenal." + (f" Maksud Anda {near}?" if near else "")
    if message.startswith("Missing command"):
        return "Perintah belum disebutkan."
    if message.startswith("Got unexpected extra argument"):
        return f"Argumen berlebih: {message.partition('(')[2].partition('(')[2].rstrip(')')}."
    return message


def _what(error: Any) -> str:
    param = error.param
    if param is None:
        return str(error.param_hint or "masukan")
    return str(param.opts[-1] if param.param_type_name == "option" else param.metavar or param.name.upper())


def _hinted(error: Any, sentence: str) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "kerjasama-check"
    return f"{sentence}\n{say('Bantuan', 'Help')}: {path} --help"


def internal(error: BaseException) -> str:
    """A fault of this program in one sentence; the traceback only where it is asked for."""
    if os.environ.get("KERJASAMA_CHECK_DEBUG"):
        import traceback

        traceback.print_exception(error)
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return say(
        f"Kesalahan internal: {what}. Jalankan lagi dengan KERJASAMA_CHECK_DEBUG=1 untuk melihat rinciannya.",
        f"Internal error: {what}. Run again with KERJASAMA_CHECK_DEBUG=1 to see the details.",
    )
