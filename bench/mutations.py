"""Whether every defect is found, and nothing else with it: clean drafts with one defect each.

    python bench/mutations.py [--verbose] [--only WORD] [--no-pdf]

`mutation/mutants/*.yaml` says which draft, what is changed and which rule should report it. A mutant counts as detected
when that rule reports something that it does not report on the clean original in the same form. Collateral are new
findings at error or warning of other rules that the defect does not explain. Ends with 1 when a figure falls short.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]  # the checkout is measured, installed or not

from mutation.mutants import Mutant, drafts, mutants  # noqa: E402
from mutation.trial import LOUD, Outcome, Told, cases, judge, make, told  # noqa: E402

REQUIRED = {  # figure → the least, or for the last two the most
    "clean agreements": 15,
    "mutants": 120,
    "rules": 120,
    "as PDF, %": 15.0,
    "detected, %": 97.0,
    "collateral per mutant": 0.15,
    "findings on clean originals": 0,
}
AT_MOST = ("collateral per mutant", "findings on clean originals")


def run(chosen: list[Mutant], texts: dict[str, str]) -> tuple[list[Outcome], list[tuple[str, Told]]]:
    """The outcome of every mutant, and every loud finding on a clean original."""
    clean: dict[tuple[str, str, str | None], list[Told]] = {}
    loud: list[tuple[str, Told]] = []
    outcomes = []
    with tempfile.TemporaryDirectory() as folder:
        for case, path in make(cases(chosen, texts), Path(folder)):
            found = told(path, case.profile)
            if case.mutant is None:
                clean[case.text, case.form, case.profile] = found
                loud += [(path.name, one) for one in found if one[1] in LOUD]
            else:
                original = clean[texts[case.mutant.draft], case.form, case.profile]
                outcomes.append(judge(case.mutant, original, found))
    return outcomes, loud


def figures(outcomes: list[Outcome], loud: list[tuple[str, Told]], originals: int) -> dict[str, float]:
    total = max(1, len(outcomes))
    return {
        "clean agreements": originals,
        "mutants": len(outcomes),
        "rules": len({outcome.mutant.rule for outcome in outcomes}),
        "as PDF, %": 100 * sum(outcome.mutant.form == "pdf" for outcome in outcomes) / total,
        "detected, %": 100 * sum(outcome.detected for outcome in outcomes) / total,
        "collateral per mutant": sum(len(outcome.collateral) for outcome in outcomes) / total,
        "findings on clean originals": len(loud),
    }


def short(name: str, value: float) -> bool:
    return value > REQUIRED[name] if name in AT_MOST else value < REQUIRED[name]


def table(outcomes: list[Outcome]) -> Iterator[str]:
    yield f"{'family':22}{'mutants':>8}{'detected':>10}{'collateral':>12}"
    for family in dict.fromkeys(outcome.mutant.family for outcome in outcomes):
        own = [outcome for outcome in outcomes if outcome.mutant.family == family]
        stray = sum(len(outcome.collateral) for outcome in own)
        yield f"{family:22}{len(own):8}{sum(outcome.detected for outcome in own):10}{stray:12}"


def details(outcomes: list[Outcome], loud: list[tuple[str, Told]]) -> Iterator[str]:
    for name, (rule, severity, message) in loud:
        yield f"on a clean original: {name}: {rule} {severity}: {message}"
    for outcome in outcomes:
        mutant = outcome.mutant
        where = f"{mutant.rule} {mutant.draft}.{mutant.form} ({mutant.what})"
        if not outcome.detected:
            yield f"missed: {where}"
        for rule, severity, message in outcome.collateral:
            yield f"collateral: {where}: {rule} {severity}: {message}"
        for rule in mutant.also.keys() - set(outcome.explained):
            yield f"explained but not reported: {where}: {rule}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true", help="list misses and collateral findings")
    parser.add_argument("--only", default="", help="only mutants whose rule, draft or family holds this")
    parser.add_argument("--no-pdf", action="store_true", help="leave out the mutants that need LibreOffice")
    options = parser.parse_args()
    start = time.perf_counter()
    texts = drafts()
    chosen = [m for m in mutants() if options.only.lower() in f"{m.rule} {m.draft} {m.family}".lower()]
    chosen = [m for m in chosen if not (options.no_pdf and m.form == "pdf")]
    outcomes, loud = run(chosen, texts)
    print("\n".join(table(outcomes)), end="\n\n")
    values = figures(outcomes, loud, len(texts))
    for name, value in values.items():
        bound = f"{'at most' if name in AT_MOST else 'at least'} {REQUIRED[name]:g}"
        shown = f"{value:.2f}" if isinstance(value, float) else str(value)
        print(f"{name:30}{shown:>10}   {bound}{'   FALLS SHORT' if short(name, value) else ''}")
    explained = sum(len(outcome.explained) for outcome in outcomes)
    print(f"{'(explained by the same defect':30}{explained:10}   findings)   {time.perf_counter() - start:.0f} s")
    if options.verbose:
        print("\n".join(["", *details(outcomes, loud)]))
    return int(any(short(name, value) for name, value in values.items()))


if __name__ == "__main__":
    sys.exit(main())
