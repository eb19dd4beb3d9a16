"""A trial: drafts become files, files are checked, and what a mutant adds to its clean original is judged."""

from __future__ import annotations

import datetime
import subprocess
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mutation import looks
from mutation.mutants import Mutant

DAY = datetime.date(2026, 11, 24)
AT_ONCE = 60  # files of one call; LibreOffice gives up on some after about two hundred
LOUD = ("error", "warning")
Told = tuple[str, str, str]  # rule, severity, message


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a mutant gave. explained: rules of `also` that fired. collateral: loud findings that nothing explains."""

    mutant: Mutant
    detected: bool
    explained: tuple[str, ...]
    collateral: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A file to be made and checked: a clean draft or a mutant, in one form."""

    name: str
    text: str
    form: str
    profile: str | None
    mutant: Mutant | None = None


def cases(chosen: Iterable[Mutant], drafts: dict[str, str]) -> list[Case]:
    """The mutants, before them every clean original in every form and with every profile that they need."""
    chosen = list(chosen)
    clean = dict.fromkeys((name, "docx", None) for name in drafts)
    clean.update(dict.fromkeys((m.draft, m.form, m.profile) for m in chosen))
    made = [Case(f"clean-{name}-{profile or ''}", drafts[name], form, profile) for name, form, profile in clean]
    for at, mutant in enumerate(chosen):
        made.append(Case(f"{at:03d}-{mutant.rule}", mutant.text(drafts), mutant.form, mutant.profile, mutant))
    return made


def make(made: list[Case], folder: Path) -> list[tuple[Case, Path]]:
    """Write the file of every case; those that are to be PDF go through LibreOffice many at a time."""
    import make_samples

    paths = []
    for case in made:
        document = make_samples.build(case.text)
        if case.mutant:
            looks.apply(document, case.mutant.look)
        paths.append(folder / f"{case.name}.docx")
        make_samples.save(document, paths[-1])
    to_convert = [str(path) for case, path in zip(made, paths, strict=True) if case.form == "pdf"]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    for at in range(0, len(to_convert), AT_ONCE):
        subprocess.run([*command, *to_convert[at : at + AT_ONCE]], check=True, capture_output=True)
    return [(case, path.with_suffix(f".{case.form}")) for case, path in zip(made, paths, strict=True)]


def told(path: Path, profile: str | None) -> list[Told]:
    """The findings on a file. Raises RuntimeError where it is not checked at all, or a rule fails on it."""
    from kerjasama_check.archive.examine import examine_fully
    from kerjasama_check.settings.options import Settings

    report = examine_fully(path, Settings(date=DAY, profile=profile))
    if report.state != "checked" or report.notices:
        raise RuntimeError(f"{path.name}: {report.state} {report.reason or ''} {'; '.join(report.notices)}")
    return [(found.rule, str(found.severity), found.message) for found in report.findings if found.suppressed is None]


def judge(mutant: Mutant, clean: list[Told], found: list[Told]) -> Outcome:
    """Only what the clean original does not have counts."""
    new = list((Counter(found) - Counter(clean)).elements())
    rules = {rule for rule, _, _ in new}
    stray = [told for told in new if told[1] in LOUD and told[0] != mutant.rule and told[0] not in mutant.also]
    explained = tuple(rule for rule in mutant.also if rule in rules)
    return Outcome(mutant, mutant.rule in rules, explained, tuple(stray))
