"""A baseline: the findings that were there when checking was taken up, so that only new ones count.

The file holds fingerprints, rules and places, and no words of the documents. Paths are relative to its folder. A
document that was renamed is known again by its content, or by its findings where the old file is gone.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from kerjasama_check.checking.findings import DocumentReport, Finding
from kerjasama_check.reading.document import State
from kerjasama_check.settings.files import Fault, FileError
from kerjasama_check.settings.globs import absolute, relative_to

SCHEMA: Final = "kerjasama-check/baseline/1"
DEFAULT_NAME: Final = "kerjasama-check-baseline.json"
_KIN = 0.5  # share of its findings by which a document is known again under another name


@dataclass(frozen=True, slots=True)
class Known:
    """A finding of the baseline."""

    fingerprint: str
    rule: str
    severity: str
    provision: str | None


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document of the baseline. sha256: of the file."""

    sha256: str
    findings: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Baseline:
    """path: of its file. documents: by the path relative to its folder, with "/"."""

    path: Path
    created: datetime.date
    version: str
    documents: Mapping[str, KnownDocument] = field(default_factory=dict)

    def name_of(self, document: Path) -> str:
        """How a document is called in the file: relative to its folder, else by the whole path."""
        place = absolute(document)
        return relative_to(place, absolute(self.path).parent) or place.as_posix()

    @property
    def number(self) -> int:
        return sum(len(document.findings) for document in self.documents.values())

    def dump(self) -> str:
        documents = {
            name: {
                "sha256": known.sha256,
                "findings": [
                    {
                        "fingerprint": finding.fingerprint,
                        "rule": finding.rule,
                        "severity": finding.severity,
                        "provision": finding.provision,
                    }
                    for finding in known.findings
                ],
            }
            for name, known in sorted(self.documents.items())
        }
        head = {"schema": SCHEMA, "created": self.created.isoformat(), "version": self.version}
        return json.dumps({**head, "documents": documents}, ensure_ascii=False, indent=1) + "\n"


def load_baseline(path: Path) -> Baseline:
    """Read a baseline. Raises FileError where it cannot be read or is none."""
    try:
        data = json.loads(path.read_bytes().decode("utf-8-sig"))
        return _baseline(path, data)
    except OSError as error:
        why = error.strerror or type(error).__name__
        indonesian = f"Garis dasar tidak dapat dibuka ({why}); buat dengan “kerjasama-check baseline create”."
        english = f"The baseline cannot be opened ({why}); make it with “kerjasama-check baseline create”."
        raise FileError([Fault(path, 0, indonesian, english)]) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        indonesian = "Berkas ini bukan garis dasar kerjasama-check, atau rusak; buat ulang."
        english = "This is no baseline of kerjasama-check, or it is damaged; make it anew."
        raise FileError([Fault(path, 0, indonesian, english)]) from None


def _baseline(path: Path, data: Mapping[str, Any]) -> Baseline:
    if data["schema"] != SCHEMA:
        raise ValueError(data["schema"])
    documents = {
        str(name): KnownDocument(
            str(entry["sha256"]),
            tuple(
                Known(str(f["fingerprint"]), str(f["rule"]), str(f["severity"]), f.get("provision"))
                for f in entry["findings"]
            ),
        )
        for name, entry in data["documents"].items()
    }
    return Baseline(path, datetime.date.fromisoformat(data["created"]), str(data["version"]), documents)


def content_hash(path: Path) -> str:
    """sha256 of a file; "" where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


class Comparison:
    """Compares reports that pass by with a baseline, and keeps account of what is still there."""

    def __init__(self, baseline: Baseline) -> None:
        self.baseline = baseline
        self.matched: dict[str, tuple[str, str, tuple[Known, ...]]] = {}  # old name → new name, hash, still there
        self.new = self.unchanged = 0

    def apply(self, report: DocumentReport) -> DocumentReport:
        """The report with every finding called new or unchanged."""
        if report.state not in (State.CHECKED, State.NOT_AGREEMENT):
            return report
        name = self._known_as(report)
        known = self.baseline.documents[name].findings if name is not None else ()
        left = Counter(finding.fingerprint for finding in known)
        findings = []
        for finding in report.findings:
            old = left[finding.fingerprint] > 0
            left[finding.fingerprint] -= old
            findings.append(replace(finding, baseline="unchanged" if old else "new"))
        counted = [finding for finding in findings if finding.suppressed is None]
        self.new += sum(finding.baseline == "new" for finding in counted)
        self.unchanged += sum(finding.baseline == "unchanged" for finding in counted)
        if name is not None:
            present = Counter(finding.fingerprint for finding in report.findings)
            still = tuple(_present(known, present))
            self.matched[name] = (self.baseline.name_of(report.path), content_hash(report.path), still)
        return replace(report, findings=tuple(findings))

    @property
    def absent(self) -> int:
        """Findings of the documents seen that are no longer there."""
        return sum(
            len(self.baseline.documents[name].findings) - len(still) for name, (*_, still) in self.matched.items()
        )

    def _known_as(self, report: DocumentReport) -> str | None:
        """The name under which the baseline knows a document."""
        name = os.path.normcase(self.baseline.name_of(report.path))
        known = next((old for old in self.baseline.documents if os.path.normcase(old) == name), None)
        if known is not None:
            return known
        gone = [old for old in self.baseline.documents if old not in self.matched and not self._there(old)]
        if not gone:
            return None
        own = content_hash(report.path)
        same = next((old for old in gone if own and self.baseline.documents[old].sha256 == own), None)
        return same or self._kin(report, gone)

    def _kin(self, report: DocumentReport, gone: Iterable[str]) -> str | None:
        """The document that is gone and had the most of these findings, at least half of its own and of these."""
        present = Counter(finding.fingerprint for finding in report.findings)
        best, most = None, 0
        for old in gone:
            known = self.baseline.documents[old].findings
            shared = len(list(_present(known, present)))
            if shared > most and shared >= _KIN * max(len(known), present.total()):
                best, most = old, shared
        return best

    def _there(self, name: str) -> bool:
        return (absolute(self.baseline.path).parent / name).is_file()

    def pruned(self) -> Baseline:
        """The baseline without what is gone: findings of the documents seen, and documents that are no more.

        Nothing is added. Documents that were not looked at stay as they are.
        """
        documents: dict[str, KnownDocument] = {}
        for name, known in self.baseline.documents.items():
            if name in self.matched:
                new_name, sha256, still = self.matched[name]
                if still:
                    documents[new_name] = KnownDocument(sha256, still)
            elif self._there(name):
                documents[name] = known
        return replace(self.baseline, documents=documents)


def _present(known: Iterable[Known], present: Counter[str]) -> Iterator[Known]:
    left = Counter(present)
    for finding in known:
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
            yield finding


def create(path: Path, reports: Iterable[DocumentReport], version: str, today: datetime.date) -> Baseline:
    """A baseline of all findings that are not set aside."""
    empty = Baseline(path, today, version)
    documents = {}
    for report in reports:
        found = tuple(_known(finding) for finding in report.findings if finding.suppressed is None)
        if found:
            documents[empty.name_of(report.path)] = KnownDocument(content_hash(report.path), found)
    return replace(empty, documents=documents)


def _known(finding: Finding) -> Known:
    return Known(finding.fingerprint, finding.rule, finding.severity, finding.place.provision)
