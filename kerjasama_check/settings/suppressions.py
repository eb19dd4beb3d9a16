"""Findings that are set aside with a reason: reading `suppressions.toml` and applying it to reports.

    [[suppressions]]
    files = ["mou/*.docx"]            # relative to this file, in the way of .gitignore
    rule = "KLA-11"                   # id, beginning of an id, name or family
    provision = "Pasal 5"             # optional, with everything below it
    fingerprint = "3f2a9c10d4e5b6a7"  # optional: this finding alone, wherever its article moves
    reason = "…"
    approved-by = "…"                 # optional
    until = 2027-06-30                # the last day on which it holds

A file holds for its folder and all below it; every one from the document up to the root marker counts.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal

from kerjasama_check.checking.engine import is_named, is_on
from kerjasama_check.checking.findings import DocumentReport, Finding
from kerjasama_check.checking.rulebook import Rulebook
from kerjasama_check.reading.document import State
from kerjasama_check.settings.files import ConfigFiles, Fault, FileError, is_file, read_toml, shown
from kerjasama_check.settings.globs import absolute, is_name, matches, relative_to
from kerjasama_check.settings.options import Settings

FILE: Final = "suppressions.toml"
LIST: Final = "suppressions"
WHOLE: Final = "naskah"  # the provision of a finding about the whole document
Standing = Literal["active", "expired", "unused", "not-seen"]


@dataclass(frozen=True, slots=True)
class Suppression:
    """An entry. until: the last day on which it holds. line: of its table in the file."""

    path: Path
    line: int
    files: tuple[str, ...]
    rule: str
    reason: str
    until: datetime.date
    provision: str | None = None
    fingerprint: str | None = None
    approved_by: str | None = None

    @property
    def place(self) -> str:
        return f"{shown(self.path)}:{self.line}"

    @property
    def names_files(self) -> bool:
        """Whether it names its documents one by one, without signs of a pattern."""
        return all(is_name(pattern) for pattern in self.files)

    def covers(self, document: Path) -> bool:
        """Whether its globs fit a document (an absolute path)."""
        relative = relative_to(document, self.path.parent)
        return relative is not None and matches(self.files, relative)

    def means(self, finding: Finding, ids: frozenset[str]) -> bool:
        """Whether it is about a finding. ids: of the rules that it names."""
        if finding.rule not in ids:
            return False
        if self.fingerprint is not None:
            return finding.fingerprint == self.fingerprint
        if self.provision is None:
            return True
        wanted, found = _fold(self.provision), _fold(finding.place.provision or WHOLE)
        return found == wanted or found.startswith(wanted + " ")


def _fold(provision: str) -> str:
    return " ".join(provision.casefold().split())


@dataclass(frozen=True, slots=True)
class Standings:
    """An entry after a run. findings: how many it was about; documents: how many its globs fitted.

    complete: every document that it may be about was checked.
    """

    entry: Suppression
    state: Standing
    findings: int
    documents: int
    complete: bool

    def object(self) -> dict[str, Any]:
        """For reports that programs read."""
        entry = self.entry
        return {
            "file": str(entry.path),
            "line": entry.line,
            "files": list(entry.files),
            "rule": entry.rule,
            "provision": entry.provision,
            "fingerprint": entry.fingerprint,
            "reason": entry.reason,
            "approved_by": entry.approved_by,
            "until": entry.until.isoformat(),
            "state": self.state,
            "findings": self.findings,
        }


@dataclass(slots=True)
class _Record:
    documents: int = 0
    judged: int = 0  # documents in which its rules were run
    unread: int = 0  # documents of which nothing is known
    findings: int = 0


class Silencer:
    """Sets findings aside in the reports that pass by, and keeps account of every entry."""

    def __init__(self, files: ConfigFiles, today: datetime.date, rules: Callable[[Settings], Rulebook]) -> None:
        """files: where root markers are known. today: an entry whose last day is before it no longer silences."""
        self._files = files
        self._today = today
        self._rules = rules
        self._by_folder: dict[Path, tuple[Suppression, ...]] = {}
        self._entries: dict[tuple[Path, int], Suppression] = {}
        self._records: dict[tuple[Path, int], _Record] = {}

    def load(self, folders: Iterable[Path]) -> list[Suppression]:
        """Read what holds in these folders. Raises FileError for entries that are not valid."""
        for folder in folders:
            self._for_folder(absolute(folder))
        return list(self._entries.values())

    def _for_folder(self, folder: Path) -> tuple[Suppression, ...]:
        known = self._by_folder.get(folder)
        if known is None:
            path = folder / FILE
            here = read_suppressions(path) if is_file(path) else ()
            for entry in here:
                self._entries[entry.path, entry.line] = entry
                self._records[entry.path, entry.line] = _Record()
            ends = folder.parent == folder or self._files.is_root(folder)
            known = self._by_folder[folder] = here + (() if ends else self._for_folder(folder.parent))
        return known

    def apply(self, report: DocumentReport, settings: Settings) -> DocumentReport:
        """The report with its findings set aside that an entry is about."""
        place = absolute(report.path)
        entries = [entry for entry in self._for_folder(place.parent) if entry.covers(place)]
        if not entries:
            return report
        if report.state is not State.CHECKED:
            for entry in entries:
                record = self._records[entry.path, entry.line]
                record.documents += 1
                record.unread += report.state is not State.NOT_AGREEMENT
            return report
        rulebook = self._rules(settings)
        ids = [rules_named(entry, rulebook) for entry in entries]
        self._note(entries, ids, report, settings, rulebook)
        findings = []
        for finding in report.findings:
            reason = None
            for entry, named in zip(entries, ids, strict=True):
                if entry.means(finding, named):
                    self._records[entry.path, entry.line].findings += 1
                    if reason is None and not self._expired(entry):
                        reason = entry.reason
            findings.append(finding if reason is None else replace(finding, suppressed=reason))
        return replace(report, findings=tuple(findings))

    def _note(
        self,
        entries: Sequence[Suppression],
        ids: Sequence[frozenset[str]],
        report: DocumentReport,
        settings: Settings,
        rulebook: Rulebook,
    ) -> None:
        profile = rulebook.profiles.get(report.profile or "")
        for entry, named in zip(entries, ids, strict=True):
            record = self._records[entry.path, entry.line]
            record.documents += 1
            rules = (rule for rule in rulebook.rules if rule.id in named)
            if profile is None or any(is_on(rule, profile, settings.select, settings.ignore) for rule in rules):
                record.judged += 1

    def _expired(self, entry: Suppression) -> bool:
        return entry.until < self._today

    def standings(self, folders: Sequence[Path], *, whole: bool = True) -> list[Standings]:
        """How every entry stands. folders: those that were checked as a whole (absolute).

        Unused is only what could have been used: the rule was run, and every document that the entry may be about was
        checked. whole False: nothing is known of documents that were not named.
        """
        return [self._standing(entry, folders if whole else ()) for entry in self._entries.values()]

    def _standing(self, entry: Suppression, folders: Sequence[Path]) -> Standings:
        record = self._records[entry.path, entry.line]
        complete = entry.names_files and record.documents > 0
        complete = complete or any(entry.path.parent.is_relative_to(folder) for folder in folders)
        state: Standing = "active"
        if self._expired(entry):
            state = "expired"
        elif not record.findings:
            judged = not record.unread and (record.judged > 0 or record.documents == 0)
            state = "unused" if complete and judged else "not-seen"
        return Standings(entry, state, record.findings, record.documents, complete)


def rules_named(entry: Suppression, rulebook: Rulebook) -> frozenset[str]:
    """The ids of the rules that an entry is about."""
    return frozenset(rule.id for rule in rulebook.rules if is_named(rule, (entry.rule,)))


def read_suppressions(path: Path) -> tuple[Suppression, ...]:
    """The entries of a file. Raises FileError with every fault."""
    text, data = read_toml(path)
    return parse_suppressions(path, text, data)


def parse_suppressions(path: Path, text: str, data: dict[str, Any]) -> tuple[Suppression, ...]:
    """The entries of a file that was parsed as TOML. Raises FileError with every fault."""
    reader = _Reader(path, text)
    for name in data:
        if name != LIST:
            reader.unknown((name,), name, (LIST,))
    tables = data.get(LIST, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        reader.fail((LIST,), "harus berupa tabel [[suppressions]].", "must be tables [[suppressions]].")
        tables = []
    entries = [entry for index, table in enumerate(tables) if (entry := reader.entry(index, table)) is not None]
    if reader.faults:
        raise FileError(reader.faults)
    return tuple(entries)


_REQUIRED: Final = ("files", "rule", "reason", "until")
_KEYS: Final = (*_REQUIRED, "provision", "fingerprint", "approved-by")


class _Reader:
    """Turns tables into entries and collects faults with their lines."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.text = path, text
        self.faults: list[Fault] = []

    def entry(self, index: int, table: dict[str, Any]) -> Suppression | None:
        before = len(self.faults)
        for name in table:
            if name not in _KEYS:
                self.unknown((LIST, index, name), name, _KEYS)
        for name in _REQUIRED:
            if name not in table:
                self._missing(index, name)
        files = table.get("files", "")
        files = [files] if isinstance(files, str) else files
        if "files" in table and (not isinstance(files, list) or not files or not all(map(_is_text, files))):
            self.fail((LIST, index, "files"), "“files” harus berupa pola berkas.", "“files” must be globs.")
        for name in ("rule", "reason", "provision", "fingerprint", "approved-by"):
            if name in table and not _is_text(table[name]):
                self._empty(index, name)
        until = self._day(index, table.get("until")) if "until" in table else None
        if len(self.faults) > before or until is None:
            return None
        return Suppression(
            path=self.path,
            line=self._line((LIST, index)),
            files=tuple(files),
            rule=table["rule"].strip(),
            reason=" ".join(table["reason"].split()),
            until=until,
            provision=table.get("provision"),
            fingerprint=table.get("fingerprint"),
            approved_by=table.get("approved-by"),
        )

    def _missing(self, index: int, name: str) -> None:
        if name == "reason":
            self._empty(index, name)
            return
        self.fail((LIST, index), f"kunci “{name}” tidak ada.", f"the key “{name}” is missing.")

    def _empty(self, index: int, name: str) -> None:
        if name == "reason":
            indonesian = "pengesampingan tanpa alasan tidak sah; isi “reason”."
            english = "a suppression without a reason is not valid; fill in “reason”."
        else:
            indonesian, english = f"“{name}” harus berupa teks yang berisi.", f"“{name}” must be a text."
        self.fail((LIST, index, name), indonesian, english)

    def _day(self, index: int, value: Any) -> datetime.date | None:
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return value
        try:
            return datetime.date.fromisoformat(value if isinstance(value, str) else "")
        except ValueError:
            sentences = ("“until” harus berupa tanggal, misalnya 2027-06-30.", "“until” must be a date: 2027-06-30.")
            self.fail((LIST, index, "until"), *sentences)
            return None

    def unknown(self, path: tuple[str | int, ...], name: str, known: Sequence[str]) -> None:
        from kerjasama_check.settings.validation import unknown_key

        self.fail(path, *unknown_key(name, known))

    def fail(self, path: tuple[str | int, ...], indonesian: str, english: str) -> None:
        self.faults.append(Fault(self.path, self._line(path), indonesian, english))

    def _line(self, path: tuple[str | int, ...]) -> int:
        from kerjasama_check.settings.lines import line_of

        return line_of(self.text, path)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def unknown_rules(entries: Iterable[Suppression], rulebooks: Sequence[Rulebook]) -> Iterator[Suppression]:
    """The entries whose rule no rule set of the run has."""
    for entry in entries:
        if not any(rules_named(entry, rulebook) for rulebook in rulebooks):
            yield entry
