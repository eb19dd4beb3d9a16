"""How much of real agreements is read right, against the gold of a folder of them.

    python bench/accuracy.py [FOLDER] [--jobs 2] [--misses] [--only PART] [--json FILE]

FOLDER holds files/, gold/ and index.jsonl; without it the bench looks for shared/corpus beside the repository. A table
has one row per field and the share of right values on texts with a text layer and on scans, for the two thirds of the
files that the program was tuned on and the third that was kept apart (first byte of the sha256 of the name divisible
by 3). Then: clause kinds (F1), the defects of the gold that the report names, and whether files are rightly taken for
agreements.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import multiprocessing
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from yardstick import ClauseMark, Mark, found_rules, score

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the checkout is measured, installed or not
DAY = datetime.date(2026, 11, 24)
COLUMNS = (("text", "tuned"), ("text", "kept"), ("scan", "tuned"), ("scan", "kept"), ("text", "all"), ("scan", "all"))
REQUIRED = {  # field → percent on texts, on scans
    "runs": (100, 100),
    "kind": (98, 95),
    "article-sequence": (95, 90),
    "article-heading": (97, 94),
    "ayat-count": (92, 85),
    "clause-first": (95, 92),
    **dict.fromkeys(("party-count", "party-label"), (96, 93)),
    **dict.fromkeys(("party-institution", "party-sector"), (92, 88)),
    **dict.fromkeys(("party-representative", "party-office", "signature-names"), (92, 85)),
    **dict.fromkeys(("date", "subject", "copies", "term-months", "term-start", "term-end"), (93, 87)),
    "numbers": (93, 80),
    **dict.fromkeys(("place", "recitals", "legal-bases", "annexes", "amounts"), (88, 80)),
}
REQUIRED_F1 = {"text": 0.88, "scan": 0.85}


@dataclass(slots=True)
class Answer:
    """What the program says of one file. shown: the object of `show`; rules: ids and severities of `check`."""

    shown: dict[str, Any]
    rules: list[tuple[str, str]]
    seconds: float


@dataclass(slots=True)
class Tally:
    """Right and asked values per field, clause counts and defects of one group of files."""

    fields: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    clauses: list[int] = field(default_factory=lambda: [0, 0, 0])

    def add(self, mark: Mark | ClauseMark) -> None:
        if isinstance(mark, Mark):
            cell = self.fields[mark.field]
            cell[0] += mark.right
            cell[1] += 1
        else:
            counted = zip(self.clauses, (mark.found, mark.wrong, mark.missed), strict=True)
            self.clauses = [old + new for old, new in counted]

    @property
    def f1(self) -> float:
        found, wrong, missed = self.clauses
        return 2 * found / max(1, 2 * found + wrong + missed)


def answer(path: Path) -> Answer:
    """Read, understand and check one file."""
    from kerjasama_check.archive.examine import examine_fully
    from kerjasama_check.reporting.contract import agreement_object
    from kerjasama_check.settings.options import Settings

    start = time.perf_counter()
    report = examine_fully(path, Settings(date=DAY))
    shown = agreement_object(path, report.state, report.agreement, DAY, report.reason)
    rules = [(found.rule, str(found.severity)) for found in report.findings if found.suppressed is None]
    return Answer(json.loads(json.dumps(shown)), rules, time.perf_counter() - start)


def kept_apart(name: str) -> bool:
    return hashlib.sha256(name.encode()).digest()[0] % 3 == 0


def find_corpus(named: Path | None) -> Path | None:
    for folder in (named,) if named else (ROOT.parent / "shared/corpus", ROOT.parent / "corpus"):
        if (folder / "gold").is_dir() and (folder / "files").is_dir():
            return folder
    return None


def text_layers(corpus: Path) -> dict[str, bool | None]:
    index = corpus / "index.jsonl"
    lines = index.read_text(encoding="utf-8").splitlines() if index.exists() else []
    return {row["file"]: row.get("has_text_layer") for row in map(json.loads, lines)}


def is_scan(name: str, layers: dict[str, bool | None], shown: dict[str, Any]) -> bool:
    by_ocr = (shown.get("reading") or {}).get("ocr") is True
    return name.endswith(".pdf") and (layers.get(name) is False or (name not in layers and by_ocr))


def percent(cell: list[int]) -> str:
    return f"{100 * cell[0] / cell[1]:6.1f}{cell[1]:5d}" if cell[1] else f"{'–':>11}"


def field_table(tallies: dict[tuple[str, str], Tally]) -> Iterator[str]:
    yield f"{'% of values, and how many':24}" + "".join(f"{a + ' ' + b:>12}" for a, b in COLUMNS) + "   required"
    for name in dict.fromkeys(key for column in COLUMNS for key in tallies[column].fields):
        row = "".join(" " + percent(tallies[column].fields[name]) for column in COLUMNS)
        goals = REQUIRED.get(name)
        missed = [
            kind
            for kind, goal in zip(("text", "scan"), goals or (), strict=False)
            if (cell := tallies[kind, "all"].fields[name])[1] and 100 * cell[0] / cell[1] < goal
        ]
        wanted = f"   {goals[0]} / {goals[1]}" if goals else ""
        yield f"{name:24}{row}{wanted}{'  below on ' + ' and '.join(missed) if missed else ''}"
    row = "".join(f"{tallies[column].f1:8.3f}    " for column in COLUMNS)
    judged = [kind for kind in REQUIRED_F1 if any(tallies[kind, "all"].clauses)]
    missed = [kind for kind in judged if tallies[kind, "all"].f1 < REQUIRED_F1[kind]]
    below = f"  below on {' and '.join(missed)}" if missed else ""
    yield f"{'clause F1':24}{row}   {REQUIRED_F1['text']} / {REQUIRED_F1['scan']}{below}"


def recall_lines(hits: Counter[str], wanted: Counter[str]) -> Iterator[str]:
    total = sum(wanted.values())
    yield f"defects of the gold that the report names: {sum(hits.values())} of {total}" + (
        f" = {sum(hits.values()) / total:.3f}" if total else ""
    )
    yield "  by rule: " + ", ".join(f"{rule} {hits[rule]}/{wanted[rule]}" for rule in sorted(wanted))


def kind_lines(answers: dict[str, Answer]) -> Iterator[str]:
    """Agreement or not: the files of negative/ against all others."""
    wrong = [
        name for name, found in answers.items() if (found.shown["state"] == "checked") == name.startswith("negative/")
    ]
    right = len(answers) - len(wrong)
    yield f"agreement or not: {right} of {len(answers)} = {100 * right / max(1, len(answers)):.1f} % (required 97)"
    yield from (f"  wrong: {name} ({answers[name].shown['state']})" for name in wrong)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="", help="only files whose name holds this")
    parser.add_argument("--misses", action="store_true", help="print every value that is not right")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    options = parser.parse_args()
    corpus = find_corpus(options.folder)
    if corpus is None:
        print("No folder of real agreements here (files/ and gold/); nothing is measured.")
        return 0
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((corpus / "gold").glob("*.json"))]
    golds = [gold for gold in golds if (corpus / "files" / gold["file"]).exists() and options.only in gold["file"]]
    names = [path.relative_to(corpus / "files").as_posix() for path in sorted((corpus / "files").rglob("*.*"))]
    names = [name for name in names if options.only in name]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(options.jobs, mp_context=context) as pool:
        answers = dict(zip(names, pool.map(answer, [corpus / "files" / name for name in names]), strict=True))
    report(golds, answers, text_layers(corpus), options)
    return 0


def report(
    golds: list[dict[str, Any]], answers: dict[str, Answer], layers: dict[str, bool | None], options: argparse.Namespace
) -> None:
    tallies: dict[tuple[str, str], Tally] = defaultdict(Tally)
    hits: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    misses: list[str] = []
    for gold in golds:
        name, found = gold["file"], answers[gold["file"]]
        kind = "scan" if is_scan(name, layers, found.shown) else "text"
        groups = [(kind, "all"), (kind, "kept" if kept_apart(name) else "tuned")]
        for mark in score(gold, found.shown, 0.8 if name.endswith(".pdf") else 0.9):
            for group in groups:
                tallies[group].add(mark)
            if not getattr(mark, "right", mark.wanted == mark.got):
                misses.append(f"{name} {getattr(mark, 'field', 'clauses')}: wanted {mark.wanted}, got {mark.got}"[:400])
        for rule, named in found_rules(gold, {rule for rule, _ in found.rules}).items():
            wanted[rule] += 1
            hits[rule] += named
    print(f"{len(golds)} documents with gold, {len(answers)} files")
    print(*field_table(tallies), *recall_lines(hits, wanted), *kind_lines(answers), sep="\n")
    fired = Counter(f"{rule} {severity}" for found in answers.values() for rule, severity in found.rules)
    print("findings in all files: " + ", ".join(f"{rule} {count}" for rule, count in sorted(fired.items())))
    times = sorted(found.seconds for found in answers.values())
    if times:
        print(f"seconds per file: median {times[len(times) // 2]:.2f}, longest {times[-1]:.2f}")
    if options.misses:
        print(*misses, sep="\n")
    if options.json:
        figures = {f"{a} {b}": {"fields": dict(t.fields), "clauses": t.clauses} for (a, b), t in tallies.items()}
        figures["defects"] = {rule: [hits[rule], wanted[rule]] for rule in sorted(wanted)}
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
