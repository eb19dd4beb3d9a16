"""Where results go: standard output made safe for narrow encodings, or a file that appears only when it is whole."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from kerjasama_check.cli.errors import UsageFault
from kerjasama_check.cli.language import say
from kerjasama_check.reporting.clean import install


def prepare_streams() -> None:
    """No character ends a run: what the console cannot show is written with the nearest signs it has."""
    handler = install()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            with contextlib.suppress(OSError, ValueError):
                reconfigure(errors=handler)


@contextlib.contextmanager
def destination(path: Path | None, *, binary: bool = False) -> Iterator[IO[Any]]:
    """Standard output, or a file: written beside its place and moved there at the end, removed if the run fails.

    binary: a file of bytes; standard output is always text.
    """
    if path is None:
        try:
            yield sys.stdout
            sys.stdout.flush()
        except BrokenPipeError:  # whoever reads has seen enough
            silence_output()
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        stream: IO[Any] = (
            draft.open("wb") if binary else draft.open("w", encoding="utf-8", errors=install(), newline="\n")
        )
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        with stream:
            yield stream
        draft.replace(path)
    except OSError as error:
        if error.filename in (str(draft), str(path)):
            raise _unwritable(path, error) from None
        raise
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def create(path: Path, text: str) -> None:
    """Write a file that must not be there yet. Raises UsageFault where it is, or cannot be written."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise UsageFault(
            say(
                f"{path} sudah ada dan tidak ditimpa; hapus atau ganti namanya lebih dahulu.",
                f"{path} is already there and is not overwritten; remove or rename it first.",
            )
        ) from None
    except OSError as error:
        raise _unwritable(path, error) from None


def _unwritable(path: Path, error: OSError) -> UsageFault:
    why = error.strerror or type(error).__name__
    return UsageFault(
        say(
            f"Berkas keluaran {path} tidak dapat ditulis ({why}); periksa nama folder dan izinnya.",
            f"The output file {path} cannot be written ({why}); check the folder and its permissions.",
        )
    )


def silence_output() -> None:
    """The reader of a pipe has gone: nothing more is to be written, also not when Python ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
