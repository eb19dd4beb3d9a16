"""How surely the duties, rights, powers and prohibitions of real agreements are found, against labelled provisions.

    python bench/obligations.py [FOLDER] [--labels FILE] [--misses] [--kept]

FOLDER holds files/; without it the bench looks for shared/corpus beside the repository. The labels name file, provision
and the rows (parties, modality) that a reader found in it; a row marked optional counts neither as found nor as false.
The anchor is a hash of the first letters of a provision, by which it is found again where the tree is read better than
on the day of the labels and its name has changed. What is not found again is compared by article.
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
from typing import Any

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
    right: int = 0

    @property
    def precision(self) -> float:
        return 100.0 * self.right / self.found if self.found else 100.0

    @property
    def recall(self) -> float:
        return 100.0 * self.right / self.expected if self.expected else 100.0


def kept(file: str) -> bool:
    """Whether a file was set aside for the figure alone."""
    return hashlib.sha256(Path(file).name.encode()).digest()[0] % 3 == 0


def labelled(path: Path) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            rows[row["file"]].append(row)
    return rows


def anchor(text: str) -> str:
    """What a provision is found again by: a hash of its first forty letters, whatever their case and the blanks."""
    letters = "".join(c for c in text.casefold() if c.isalnum())[:40]
    return hashlib.sha256(letters.encode()).hexdigest()[:12]


@dataclass(slots=True)
class Place:
    """A provision of the tree with the rows found in it."""

    name: str
    anchor: str
    rows: Counter[Row] = field(default_factory=Counter)


def found_in(path: Path) -> tuple[list[Place], bool]:
    """The provisions of a file with their rows, and whether it was read by OCR."""
    from kerjasama_check.agreement import parse
    from kerjasama_check.agreement.obligations import find_obligations
    from kerjasama_check.reading import read

    agreement = parse(read(path))
    body = [p for p in agreement.provisions if p.article is not None and not p.heading]
    places = [Place(provision.name, anchor(provision.text)) for provision in body]
    at = {(provision.name, provision.block): index for index, provision in enumerate(body)}
    for row in find_obligations(agreement):
        places[at[row.provision, row.block]].rows[tuple(row.parties), row.modality] += 1
    return places, agreement.document.reading.ocr


def pairs(
    labels: list[dict[str, Any]], places: list[Place]
) -> Iterator[tuple[list[dict[str, Any]], Counter[Row], str]]:
    """Labels with the rows found there, each label and each place once: by anchor, else by name, else by article."""
    left = list(places)
    waiting = labels
    for key in (lambda place: (place.anchor, place.name), lambda place: place.anchor, lambda place: place.name):
        pending, waiting = waiting, []
        for label in pending:
            wanted = key(Place(label["provision"], label["anchor"]))
            place = next((place for place in left if key(place) == wanted), None)
            if place is None:
                waiting.append(label)
                continue
            left.remove(place)
            yield label["rows"], place.rows, place.name
    for article in dict.fromkeys(
        _article(name) for name in [*(w["provision"] for w in waiting), *(p.name for p in left)]
    ):
        rows = [row for label in waiting if _article(label["provision"]) == article for row in label["rows"]]
        found = Counter(row for place in left if _article(place.name) == article for row in place.rows.elements())
        yield rows, found, article


def _article(name: str) -> str:
    return " ".join(name.split()[:2])


def compare(rows: list[dict[str, Any]], found: Counter[Row], name: str, score: Score) -> Iterator[str]:
    """Counts one provision; yields what differs."""
    must: Counter[Row] = Counter()
    may: Counter[Row] = Counter()
    for row in rows:
        (may if row.get("optional") else must)[tuple(row["parties"]), row["modality"]] += 1
    right = must & found
    false = found - must - may
    missed = must - found
    score.provisions += 1
    score.expected += must.total()
    score.found += right.total() + false.total()
    score.right += right.total()
    for row in false.elements():
        yield f"false  {name}: {_shown(row)}"
    for row in missed.elements():
        yield f"missed {name}: {_shown(row)}"


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
            differs = [line for rows, at, where in pairs(labels, found) for line in compare(rows, at, where, score)]
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
