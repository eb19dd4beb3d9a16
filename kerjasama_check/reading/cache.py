"""A small content-addressed store for what is costly to compute: OCR of a page.

One file per entry, `<folder>/<first two of key>/<key>`, holding compressed JSON behind a short header with a checksum.
Writing is atomic (temporary file, then `os.replace`), so several processes may share a folder; an entry that is damaged
counts as missing. A cache that cannot be written is no error: the work is done again the next time.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import tempfile
import zlib
from pathlib import Path
from typing import Any

_MAGIC = b"KCC1"
_SIZE_BOUND = 1024 * 1024 * 1024
_SHRINK_TO = 0.8  # share of the bound that is kept when old entries are removed
_CHECK_EVERY = 256  # one write in so many looks at the size of the folder

ENVIRONMENT = "KERJASAMA_CHECK_CACHE"


def default_folder() -> Path:
    """The user's cache folder: `KERJASAMA_CHECK_CACHE`, else what the platform provides for."""
    own = os.environ.get(ENVIRONMENT)
    if own:
        return Path(own)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        root = Path(local) if local else Path.home() / "AppData" / "Local"
        return root / "kerjasama-check" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "kerjasama-check"
    xdg = os.environ.get("XDG_CACHE_HOME")
    root = Path(xdg) if xdg and Path(xdg).is_absolute() else Path.home() / ".cache"
    return root / "kerjasama-check"


class Cache:
    """Entries by key in one folder. Keys are built by `key_of`, values are what JSON can hold."""

    def __init__(self, folder: Path | None = None, bound: int = _SIZE_BOUND) -> None:
        self.folder = folder if folder is not None else default_folder()
        self._bound = bound

    @staticmethod
    def key_of(*parts: str | int) -> str:
        """A key (64 hex digits) from all that the value depends on."""
        return hashlib.sha256("\0".join(str(part) for part in parts).encode("utf-8")).hexdigest()

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]

    def get(self, key: str) -> Any | None:
        """The stored value, None if there is none or it is damaged."""
        try:
            raw = self._path(key).read_bytes()
        except OSError:
            return None
        if raw[:4] != _MAGIC or len(raw) < 8:
            return None
        body = raw[8:]
        if zlib.crc32(body).to_bytes(4, "big") != raw[4:8]:
            return None
        try:
            return json.loads(zlib.decompress(body))
        except (zlib.error, ValueError):
            return None

    def put(self, key: str, value: Any) -> bool:
        """Store `value`; False where the folder cannot be written."""
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        body = zlib.compress(text.encode("utf-8"), 6)
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._replace(path, _MAGIC + zlib.crc32(body).to_bytes(4, "big") + body)
        except OSError:
            return False
        if int(key[-4:], 16) % _CHECK_EVERY == 0:
            self.shrink()
        return True

    def _replace(self, path: Path, data: bytes) -> None:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".tmp-")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            temporary.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise

    def shrink(self) -> int:
        """Remove the oldest entries while the folder holds more than its bound; the number of entries removed."""
        entries: list[tuple[float, int, Path]] = []
        with contextlib.suppress(OSError):
            for path in self.folder.glob("??/*"):
                with contextlib.suppress(OSError):
                    facts = path.stat()
                    entries.append((facts.st_mtime, facts.st_size, path))
        total = sum(size for _, size, _ in entries)
        if total <= self._bound:
            return 0
        removed = 0
        for _, size, path in sorted(entries, key=lambda entry: entry[0]):
            if total <= self._bound * _SHRINK_TO:
                break
            with contextlib.suppress(OSError):
                path.unlink()
                removed += 1
            total -= size
        return removed
