"""Text kept aside until what stands before it is known: in memory while it is short, else in a temporary file."""

from __future__ import annotations

import shutil
import tempfile
from typing import IO

_IN_MEMORY = 1_000_000  # signs


class Spool:
    """Takes text piece by piece and gives all of it back in the end."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(  # noqa: SIM115 - closed by `pour`
            _IN_MEMORY, "w+", encoding="utf-8", errors="surrogatepass", newline=""
        )

    def write(self, text: str) -> None:
        self._file.write(text)

    def pour(self, stream: IO[str]) -> None:
        """Write everything to a stream and forget it."""
        self._file.seek(0)
        shutil.copyfileobj(self._file, stream, 1 << 16)
        self._file.close()
