"""The public interface: from a file to a Document, to an Agreement, to a Report."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.findings import Report
from kerjasama_check.reading.document import Document, ReadOptions


def read(path: str | PathLike[str], options: ReadOptions | None = None) -> Document:
    """Read a file (DOCX, PDF, scan, text …). Raises `ReadingError`, with a state and a reason, if it cannot be read."""
    from kerjasama_check.reading.reader import read as run

    return run(Path(path), options)


def parse(document: Document) -> Agreement:
    """The agreement that a document holds; its `kind` is None where it holds none."""
    from kerjasama_check.agreement import parse as run

    return run(document)


def check(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    profile: str | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    date: datetime.date | None = None,
    language: str = "id",
    view: str = "final",
    ocr: str = "auto",
) -> Report:
    """Check files and folders, one after the other in this process.

    Settings files, suppressions and baselines are not read: what is not given has its default. A file that cannot be
    read is a document of the report with its state and reason, never an exception. date: the day at which terms and
    undated drafts are judged, today by default. Raises `UnknownProfileError` for an unknown profile.
    """
    from kerjasama_check.archive.examine import examine_fully, rulebook
    from kerjasama_check.archive.walk import find
    from kerjasama_check.checking.profiles import UnknownProfileError
    from kerjasama_check.settings.options import Settings

    settings = Settings(
        language=language,
        profile=profile,
        select=tuple(select),
        ignore=tuple(ignore),
        date=date or datetime.date.today(),
        view=view,
        ocr=ocr,
    )
    rules = rulebook()
    if profile is not None and profile not in rules.profiles:
        raise UnknownProfileError(profile, list(rules.profiles))
    found = find([Path(paths)] if isinstance(paths, str | PathLike) else [Path(path) for path in paths])
    documents = tuple(examine_fully(path, settings) for path in found.files)
    return Report(documents, settings.date, rules.digest, language)
