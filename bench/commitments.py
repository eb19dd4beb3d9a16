"""Precision and recall of the commitments on labelled agreements: per field, and on the third that is set aside.

    python bench/commitments.py [--files FOLDER] [--misses] [--all]

The labels name file, provision and rows, never a sentence. Without the folder of the files there is nothing to measure.
A row that is marked optional counts neither as found nor as missed. The third (first byte of the SHA-256 of the file's
name divisible by three) is looked at only for the figure: its misses are never printed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))  # the checkout is measured, installed or not
LABELS = HERE / "labels" / "commitments.jsonl"
FIELDS = ("provision", "category", "payers", "source")
Row = dict[str, Any]


def set_aside(name: str) -> bool:
    return hashlib.sha256(name.encode("utf-8")).digest()[0] % 3 == 0


def key(provision: str, row: Row, field: str) -> tuple[Any, ...]:
    """What must agree for a row to count in a field: the provision always, and the field."""
    if field == "provision":
        return (provision,)
    value = row[field]
    return (provision, tuple(sorted(value)) if isinstance(value, list) else value)


def compare(wanted: list[tuple[str, Row]], found: list[tuple[str, Row]], field: str) -> tuple[int, int, int, list[str]]:
    """(right, missed, too many, descriptions of the errors)."""
    needed = Counter(key(p, r, field) for p, r in wanted if not r.get("optional"))
    allowed = Counter(key(p, r, field) for p, r in wanted if r.get("optional"))
    if field == "provision":
        needed, allowed = Counter(set(needed)), Counter(set(allowed))
    got = Counter(key(p, r, field) for p, r in found)
    if field == "provision":
        got = Counter(set(got))
    right = sum((needed & got).values())
    missed = needed - got
    rest = got - needed - allowed
    places = {p for p, r in wanted if r.get("optional")}
    extra = Counter({k: n for k, n in rest.items() if not (k[0] in places and not any(p[0] == k[0] for p in needed))})
    notes = [f"missed {field} {k} x{n}" for k, n in missed.items()] + [
        f"extra {field} {k} x{n}" for k, n in extra.items()
    ]
    return right, sum(missed.values()), sum(extra.values()), notes


def read_labels() -> dict[str, list[tuple[str, Row]]]:
    files: dict[str, list[tuple[str, Row]]] = {}
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        rows = files.setdefault(entry["file"], [])
        rows.extend((entry["provision"], row) for row in entry["rows"])
    return files


def find(path: Path) -> list[tuple[str, Row]]:
    from kerjasama_check.agreement import parse
    from kerjasama_check.agreement.commitments import find_commitments
    from kerjasama_check.reading.reader import read

    rows = find_commitments(parse(read(path)))
    return [(c.provision, {"category": c.category, "payers": list(c.payers), "source": list(c.source)}) for c in rows]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=Path, default=HERE.parent.parent / "shared" / "corpus" / "files")
    parser.add_argument("--misses", action="store_true", help="print what is wrong in the files that are not set aside")
    options = parser.parse_args()
    if not options.files.is_dir():
        print(f"no files at {options.files}: nothing measured", file=sys.stderr)
        return 2
    sums = {(part, field): [0, 0, 0] for part in ("tuned", "aside") for field in FIELDS}
    counted = Counter[str]()
    for name, wanted in sorted(read_labels().items()):
        part = "aside" if set_aside(name) else "tuned"
        counted[part] += 1
        found = find(options.files / name)
        for field in FIELDS:
            right, missed, extra, notes = compare(wanted, found, field)
            for at, number in enumerate((right, missed, extra)):
                sums[part, field][at] += number
            if options.misses and part == "tuned":
                for note in notes:
                    print(f"{name}: {note}")
    for (part, field), (right, missed, extra) in sums.items():
        precision, recall = right / max(right + extra, 1), right / max(right + missed, 1)
        print(
            f"{part:5} {counted[part]:3} files  {field:9}  precision {precision:6.1%}  recall {recall:6.1%}  "
            f"({right} right, {missed} missed, {extra} too many)"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
