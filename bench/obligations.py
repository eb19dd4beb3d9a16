"""How surely the duties, rights, powers and prohibitions of real agreements are found, against labelled provisions.

    python bench/obligations.py [FOLDER] [--labels FILE] [--misses] [--kept]

FOLDER holds files/; without it the bench looks for shared/corpus beside the repository. The labels name file, provision
and the rows (parties, modality) that a reader found in it; a row marked optional counts neither as found nor as false.
A third of the files (first byte of the sha256 of the name divisible by 3) was kept apart while the program was tuned.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the checkout is measured, installed or not
LABELS = ROOT / "bench" / "labels" / "obligations.jsonl"
REQUIRED = 92.0
Row = tuple[tuple[str, ...], str]  # parties, modality


@dataclass(slots=True)
class Score:
    """Rows found, expected, and right; a right row agrees in parties, modality and provision."""

    files: set[str] = field(default_factory=set)
    provisions: int = 0
    expected: int = 0
    found: int = 0
    right_found: int = 0
    right_expected: int = 0

    @property
    def precision(self) -> float:
        return 100.0 * self.right_found / self.found if self.found else 100.0

    @property
    def recall(self) -> float:
        return 100.0 * self.right_expected / self.expected if self.expected else 100.0


def kept(file: str) -> bool:
    """Whether a file was set aside for the figure alone."""
    return hashlib.sha256(Path(file).name.encode()).digest()[0] % 3 == 0


def labelled(path: Path) -> dict[str, list[dict[str, object]]]:
    rows: dict[str, list[dict[str, object]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            rows[row["file"]].append(row)
    return rows


def found_in(path: Path) -> tuple[dict[str, Counter[Row]], bool]:
    """The rows of a file by provision, and whether it was read by OCR."""
    from kerjasama_check.agreement import parse
    from kerjasama_check.agreement.obligations import find_obligations
    from kerjasama_check.reading import read

    agreement = parse(read(path))
    rows: dict[str, Counter[Row]] = defaultdict(Counter)
    for row in find_obligations(agreement):
        rows[row.provision][tuple(row.parties), row.modality] += 1
    return rows, agreement.document.reading.ocr


def compare(label: dict[str, object], found: Counter[Row], score: Score) -> Iterator[str]:
    """Counts one provision; yields what differs."""
    must: Counter[Row] = Counter()
    may: Counter[Row] = Counter()
    for row in label["rows"]:  # type: ignore[attr-defined]
        (may if row.get("optional") else must)[tuple(row["parties"]), row["modality"]] += 1
    right = must & found
    false = found - must - may
    missed = must - found
    judged = right.total() + false.total()
    score.provisions += 1
    score.expected += must.total()
    score.found += judged
    score.right_found += right.total()
    score.right_expected += right.total()
    for row in false.elements():
        yield f"false  {label['provision']}: {_shown(row)}"
    for row in missed.elements():
        yield f"missed {label['provision']}: {_shown(row)}"


def _shown(row: Row) -> str:
    return f"{' + '.join(row[0])}  {row[1]}"


def main() -> int:
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared" / "corpus")
    parser.add_argument("--labels", type=Path, default=LABELS)
    parser.add_argument("--misses", action="store_true", help="print what was missed or false, of the tuned files")
    parser.add_argument("--kept", action="store_true", help="with --misses: of the kept files too")
    options = parser.parse_args()
    files = options.folder / "files"
    if not files.is_dir():
        print(f"No agreements at {files}: nothing measured.")
        return 0
    scores: dict[str, Score] = defaultdict(Score)
    for name, labels in labelled(options.labels).items():
        if not (files / name).is_file():
            print(f"not there: {name}")
            continue
        found, ocr = found_in(files / name)
        part = "kept" if kept(name) else "tuned"
        differs: list[str] = []
        for score in (scores[part], scores[f"{part}, {'scan' if ocr else 'text'}"]):
            score.files.add(name)
            differs = [
                line
                for label in labels
                for line in compare(label, found.get(str(label["provision"]), Counter()), score)
            ]
        if options.misses and (options.kept or part == "tuned"):
            print(name, *(f"  {line}" for line in differs), sep="\n")
    print(
        f"{'part':<14}{'files':>6}{'provisions':>12}{'rows':>6}{'precision':>11}{'recall':>9}"
        f"   (needed: {REQUIRED:.0f} %)"
    )
    for part in sorted(scores):
        score = scores[part]
        print(
            f"{part:<14}{len(score.files):>6}{score.provisions:>12}{score.expected:>6}"
            f"{score.precision:>10.1f}%{score.recall:>8.1f}%"
        )
    final = scores.get("kept")
    return 0 if final is None or (final.precision >= REQUIRED and final.recall >= REQUIRED) else 1


if __name__ == "__main__":
    raise SystemExit(main())
