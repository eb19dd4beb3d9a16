"""The baseline: what is new, what was known, what is gone, and a document under another name."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

import pytest
import reporting_samples as samples

from kerjasama_check.checking.findings import DocumentReport
from kerjasama_check.reading.document import State
from kerjasama_check.settings.baseline import Baseline, Comparison, create, load_baseline
from kerjasama_check.settings.files import FileError

DAY = datetime.date(2026, 11, 24)


def report(
    path: Path, *fingerprints: str, state: State = State.CHECKED, suppressed: str | None = None
) -> DocumentReport:
    findings = tuple(samples.finding(fingerprint=one, suppressed=suppressed) for one in fingerprints)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(path.name + " ".join(fingerprints), encoding="utf-8")
    return samples.report(state, path=path, findings=findings)


def made(folder: Path, reports: Iterable[DocumentReport]) -> Baseline:
    baseline = create(folder / "dasar.json", reports, "0.1.0", DAY)
    baseline.path.write_text(baseline.dump(), encoding="utf-8")
    assert load_baseline(baseline.path) == baseline
    return baseline


def seen(comparison: Comparison, given: DocumentReport) -> list[str | None]:
    return [finding.baseline for finding in comparison.apply(given).findings]


def test_only_what_is_more_is_new(tmp_path: Path) -> None:
    comparison = Comparison(made(tmp_path, [report(tmp_path / "sub/a.txt", "1", "2", "2")]))
    again = report(tmp_path / "sub/a.txt", "2", "2", "2", "3")
    assert seen(comparison, again) == ["unchanged", "unchanged", "new", "new"]
    assert (comparison.new, comparison.unchanged, comparison.absent) == (2, 2, 1)
    assert seen(comparison, report(tmp_path / "b.txt", "1")) == ["new"]


def test_findings_that_are_set_aside_are_not_taken_in(tmp_path: Path) -> None:
    baseline = made(tmp_path, [report(tmp_path / "a.txt", "1", suppressed="alasan"), report(tmp_path / "b.txt", "2")])
    assert list(baseline.documents) == ["b.txt"]
    assert "alasan" not in baseline.path.read_text(encoding="utf-8")


def test_a_renamed_document_is_known_again(tmp_path: Path) -> None:
    baseline = made(tmp_path, [report(tmp_path / "a.txt", "1", "2"), report(tmp_path / "b.txt", "1", "3")])
    copy = report(tmp_path / "salinan.txt", "1", "2")
    assert seen(Comparison(baseline), copy) == ["new", "new"]  # a.txt is still there: this is another document
    (tmp_path / "a.txt").rename(tmp_path / "a (final).txt")
    by_content = Comparison(baseline)
    assert seen(by_content, report(tmp_path / "a (final).txt", "1", "2", "9")) == ["unchanged", "unchanged", "new"]
    assert set(by_content.pruned().documents) == {"a (final).txt", "b.txt"}
    (tmp_path / "b.txt").unlink()
    by_findings = Comparison(baseline)
    assert seen(by_findings, report(tmp_path / "b rev.txt", "1", "3")) == ["unchanged", "unchanged"]
    assert seen(Comparison(baseline), report(tmp_path / "lain.txt", "1", "7", "8")) == ["new", "new", "new"]


def test_update_takes_out_and_adds_nothing(tmp_path: Path) -> None:
    baseline = made(
        tmp_path,
        [report(tmp_path / name, "1", "2") for name in ("a.txt", "mended.txt", "gone.txt", "unread.txt", "apart.txt")],
    )
    (tmp_path / "gone.txt").unlink()
    comparison = Comparison(baseline)
    comparison.apply(report(tmp_path / "a.txt", "2", "3"))
    comparison.apply(report(tmp_path / "mended.txt"))
    comparison.apply(report(tmp_path / "unread.txt", state=State.CRASHED))
    pruned = comparison.pruned()
    assert {name: [f.fingerprint for f in known.findings] for name, known in pruned.documents.items()} == {
        "a.txt": ["2"],
        "unread.txt": ["1", "2"],
        "apart.txt": ["1", "2"],
    }


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"schema": "x/1"}', "\x00", '{"schema": "kerjasama-check/baseline/1"}']
)
def test_what_is_no_baseline_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "dasar.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FileError, match="no baseline"):
        load_baseline(path)
    with pytest.raises(FileError, match="cannot be opened"):
        load_baseline(tmp_path / "missing.json")
