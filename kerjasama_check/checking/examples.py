"""Running the examples inside the rules: every bad one must be found, every good one must stay clean."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kerjasama_check.agreement import parse
from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.engine import Failure, check_agreement
from kerjasama_check.checking.findings import Finding
from kerjasama_check.checking.looks import dress
from kerjasama_check.checking.rule import Example, Profile, Rule, Text
from kerjasama_check.checking.rulebook import Rulebook
from kerjasama_check.checking.skeletons import compose
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.reading.document import Block, Document, Place, Reading

_TITLE = lazy(
    r"(rancangan |draf )?(nota|perjanjian|kesepa|memorandum|adendum|addendum|amandemen|amendemen|surat perjanjian|"
    r"kontrak|piagam|naskah|perubahan|ikatan|implementation|surat kesepa)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an example. number: from 1 within its bad or good ones. problem None: as it should be."""

    rule: str
    bad: bool
    number: int
    problem: str | None


def run_examples(
    rulebook: Rulebook,
    select: Collection[str] = (),
    today: datetime.date | None = None,
    language: str = "id",
) -> Iterator[Outcome]:
    """The examples of all rules, or of those whose id begins with one of `select`. language: of the problems told."""
    for rule in rulebook.rules:
        if select and not any(rule.id.startswith(name.upper()) or rule.name == name for name in select):
            continue
        counts = {True: 0, False: 0}
        for example in rule.examples:
            counts[example.bad] += 1
            problem = run_example(rule, example, rulebook, today, language)
            yield Outcome(rule.id, example.bad, counts[example.bad], problem)


# What may be wrong with the outcome of an example: key → (Indonesian, English).
_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "no-agreement": (
        "teks contoh tidak dikenali sebagai naskah kerja sama",
        "the text of the example is not recognised as an agreement",
    ),
    "failed": ("aturan gagal dijalankan: {error}", "the rule broke down: {error}"),
    "silent": ("tidak ada temuan", "nothing was found"),
    "elsewhere": ("ditemukan di {found}, seharusnya di {wanted}", "found in {found}, expected in {wanted}"),
    "number": ("{found} temuan, seharusnya {wanted}", "{found} findings, expected {wanted}"),
    "fix": ("perbaikan yang diusulkan: {found}, seharusnya {wanted}", "fixes proposed: {found}, expected {wanted}"),
    "found": ("ada temuan di {found}: {wanted}", "something was found in {found}: {wanted}"),
}


def _tell(language: str, key: str, found: object = "", wanted: object = "", error: str = "") -> str:
    whole = "the whole text" if language == "en" else "seluruh naskah"
    said = {"found": whole if found is None else found, "wanted": whole if wanted is None else wanted, "error": error}
    return _TEXTS[key][language == "en"].format(**said)


def run_example(
    rule: Rule, example: Example, rulebook: Rulebook, today: datetime.date | None = None, language: str = "id"
) -> str | None:
    """What is wrong with the outcome of an example, None if nothing is."""
    agreement = parse(example_document(rule, example))
    if agreement.kind is None:
        return _tell(language, "no-agreement")
    failures: list[Failure] = []
    found = check_agreement(
        agreement,
        rulebook,
        _open_profile(rule),
        language,
        select=[rule.id],
        today=today,
        failures=failures,
    )
    if failures:
        return _tell(language, "failed", error=failures[0].error)
    found = tuple(finding for finding in found if finding.rule == rule.id)
    if example.bad:
        return _fault_of_bad(example, found, language)
    return _tell(language, "found", found[0].place.provision, found[0].message) if found else None


def _fault_of_bad(example: Example, found: tuple[Finding, ...], language: str) -> str | None:
    if not found:
        return _tell(language, "silent")
    places = [spot.provision for finding in found for spot in (finding.place, *(s for s, _ in finding.more_places))]
    if not example.anywhere and example.at not in places:
        return _tell(language, "elsewhere", ", ".join(place or "-" for place in places), example.at)
    if example.count is not None and len(found) != example.count:
        return _tell(language, "number", len(found), example.count)
    fixes = [finding.fix.replacement for finding in found if finding.fix]
    if example.fix is not None and example.fix not in fixes:
        return _tell(language, "fix", ", ".join(fixes) or "-", example.fix)
    return None


def _open_profile(rule: Rule) -> Profile:
    """A profile in which the rule is on and nothing is assumed or changed."""
    return Profile(
        name="contoh",
        title=Text("", ""),
        reason=Text("", ""),
        choice=None,
        packs=frozenset({rule.pack}),
        on=frozenset({rule.id}),
        off=frozenset(),
        assume=frozenset(),
        severity={},
    )


def example_document(rule: Rule, example: Example) -> Document:
    """The document of an example: its own text where that is a whole agreement, else the skeleton with it."""
    document = text_document(example_text(rule, example))
    return document if example.looks is None else dress(document, example.looks)


def example_text(rule: Rule, example: Example) -> str:
    kind = example.kind or _first_kind(rule)
    first = example.text.strip().partition("\n")[0]
    if example.part is None and _TITLE.match(first) and re.search(r"\n", example.text):
        return example.text
    return compose(
        kind,
        example.text,
        part=example.part,
        without=example.without,
        parties=example.parties,
        date=example.date,
    )


def _first_kind(rule: Rule) -> str:
    kinds = rule.applies.kinds
    for kind in ("perjanjian-kerja-sama", "nota-kesepahaman", "nota-kesepakatan", "surat-perjanjian", "adendum"):
        if not kinds or kind in kinds:
            return kind
    return sorted(kinds)[0]


def text_document(text: str, path: Path = Path("contoh.txt")) -> Document:
    """A document of a text: one block per line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    blocks = tuple(Block(text=line, place=Place(paragraph=index)) for index, line in enumerate(lines))
    return Document(path=path, blocks=blocks, reading=Reading(format="txt", words=len(text.split())))


def parse_text(text: str) -> Agreement:
    """The agreement that a text is."""
    return parse(text_document(text))
