"""Writing entries of `suppressions.toml`: added behind what is there, comments and all left as they are."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from kerjasama_check.settings.files import CONFIG, ConfigFiles, is_file
from kerjasama_check.settings.globs import absolute, name_of, relative_to
from kerjasama_check.settings.suppressions import FILE, LIST, Suppression, parse_suppressions


def place_of(documents: Sequence[Path], files: ConfigFiles) -> Path:
    """Where an entry for documents goes: the nearest file that holds for all of them, else where one would be kept.

    That is beside the nearest settings file, else in the root folder, else in the current one if it holds them.
    """
    folders = [_above(document, files) for document in documents]
    shared = [folder for folder in folders[0] if all(folder in others for others in folders)]
    for folder in shared:
        if is_file(folder / FILE):
            return folder / FILE
    for folder in shared:
        if is_file(folder / CONFIG) or files.is_root(folder):
            return folder / FILE
    here = Path.cwd()
    return (here if here in shared or not shared else shared[0]) / FILE


def _above(document: Path, files: ConfigFiles) -> list[Path]:
    """The folder of a document and those above it, up to the root marker."""
    found = []
    start = document if document.is_dir() else document.parent
    for folder in (start, *start.parents):
        found.append(folder)
        if files.is_root(folder):
            break
    return found


def patterns_for(path: Path, documents: Iterable[Path]) -> tuple[str, ...] | None:
    """Globs for documents (or whole folders), relative to the file of suppressions; None where one lies outside."""
    patterns = []
    for document in documents:
        place = absolute(document)
        relative = relative_to(place, path.parent)
        if relative is None:
            return None
        patterns.append("**" if relative == "." else name_of(relative) + ("/" if place.is_dir() else ""))
    return tuple(patterns)


def entry_text(entry: Suppression, about: str) -> str:
    """The table of an entry as TOML. about: a line for people, which says what is set aside."""
    lines = [f"# {about}", f"[[{LIST}]]"]
    files = ", ".join(map(_quoted, entry.files))
    lines += [f"files = [{files}]", f"rule = {_quoted(entry.rule)}"]
    if entry.provision is not None:
        lines.append(f"provision = {_quoted(entry.provision)}")
    if entry.fingerprint is not None:
        lines.append(f"fingerprint = {_quoted(entry.fingerprint)}")
    lines.append(f"reason = {_quoted(entry.reason)}")
    if entry.approved_by is not None:
        lines.append(f"approved-by = {_quoted(entry.approved_by)}")
    lines.append(f"until = {entry.until.isoformat()}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A basic string of TOML: that of JSON, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def with_entry(path: Path, entry: Suppression, about: str) -> tuple[str, int]:
    """The text of the file with the entry behind all others, and the line of its table.

    Raises FileError where the file is not valid, or would not be with the entry.
    """
    import tomllib

    before = path.read_bytes().decode("utf-8-sig") if path.is_file() else ""
    newline = "\r\n" if "\r\n" in before else "\n"
    before = before.replace("\r\n", "\n").rstrip("\n")
    text = (before + "\n\n" if before.strip() else "") + entry_text(entry, about)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:  # `suppressions = [{…}]` cannot be added to; what is wrong before tells itself
        from kerjasama_check.settings.files import Fault, FileError, read_toml

        read_toml(path)
        indonesian = "entri tidak dapat ditambahkan; tulis semua entri sebagai tabel [[suppressions]]."
        raise FileError(
            [Fault(path, 0, indonesian, "no entry can be added; write all entries as tables [[suppressions]].")]
        ) from None
    entries = parse_suppressions(path, text, data)
    return text.replace("\n", newline), entries[-1].line


def day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text.strip())
    except ValueError:
        return None
