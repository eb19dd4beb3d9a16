"""Rules for people and programs: the list, and the page of one rule with fixed headings."""

from __future__ import annotations

from typing import Any

from kerjasama_check.checking.engine import is_on
from kerjasama_check.checking.rule import Citation, Example, Regulation, Rule
from kerjasama_check.checking.rulebook import Rulebook
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.reporting import words
from kerjasama_check.reporting.clean import clean
from kerjasama_check.reporting.contract import RULES_SCHEMA
from kerjasama_check.reporting.ink import Ink
from kerjasama_check.reporting.report import cite
from kerjasama_check.reporting.table import Column, write_table
from kerjasama_check.reporting.terminal import STYLES, Page

_BRACES = lazy(r"\{\w+\}")  # what a finding fills in


# ------------------------------------------------------------------ list
def rules_object(rules: Rulebook) -> dict[str, Any]:
    """The object of `rules list`."""
    return {"schema": RULES_SCHEMA, "rules": [_rule_object(rule, rules) for rule in rules.rules]}


def _rule_object(rule: Rule, rules: Rulebook) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": rule.name,
        "family": rule.family,
        "severity": rule.severity,
        "force": rule.force,
        "kinds": kinds_of(rule),
        "profiles": sorted(profile.name for profile in rules.profiles.values() if is_on(rule, profile)),
        "title": {"id": rule.title.id, "en": rule.title.en},
        "basis": [{"regulation": basis.regulation, "article": basis.article} for basis in rule.basis],
        "since": rule.since,
    }


def kinds_of(rule: Rule) -> list[str]:
    """The kinds a rule looks at, in the order of the contract; all of them where it names none."""
    return [kind for kind in words.KINDS if not rule.applies.kinds or kind in rule.applies.kinds]


def write_list(page: Page, rules: Rulebook, language: str) -> None:
    def column(indonesian: str, english: str, least: int) -> Column:
        return Column(words.pick(language, indonesian, english), least)

    columns = [
        column("Nomor", "Id", 6),
        column("Tingkat", "Severity", 10),
        column("Yang ditemukan", "What it finds", 38),
        column("Kekuatan", "Force", 12),
    ]
    write_table(page, columns, [_row(rule, language) for rule in rules.rules])
    page.blank()
    page.line(words.counted(len(rules.rules), language, "aturan", "rule") + ".")


def _row(rule: Rule, language: str) -> list[Ink]:
    severity = words.word(words.SEVERITIES, rule.severity, language)
    found = Ink(clean(rule.title.get(language)))
    found.append(f"\n{rule.name}", STYLES["faint"])
    force = words.word(words.FORCES, rule.force, language)
    return [Ink(rule.id, "bold"), Ink(severity, STYLES[rule.severity]), found, Ink(force)]


# ------------------------------------------------------------------ explain
def write_rule(page: Page, rule: Rule, rules: Rulebook, language: str) -> None:
    """The page of a rule: what it checks, why, its law, a bad and a good example, how to mend."""

    def say(indonesian: str, english: str) -> str:
        return words.pick(language, indonesian, english)

    page.line(Ink.of((rule.id, "bold"), f"  {rule.name}"), wrap=False)
    page.line(clean(rule.title.get(language)))
    page.rows(
        [
            (say("Tingkat", "Severity"), _severities(rule, language)),
            (say("Kekuatan", "Force"), words.word(words.FORCES, rule.force, language)),
            (say("Jenis naskah", "Kinds"), _kinds(rule, language)),
            (say("Sejak versi", "Since"), rule.since),
        ]
    )
    _caption(page, say("Yang diperiksa", "What it checks"))
    for text in dict.fromkeys(text.get(language) for text in rule.messages.values()):
        page.line(filled(text), indent=2)
    _section(page, say("Mengapa", "Why"), rule.why.get(language))
    _law(page, rule, rules, language)
    _examples(page, say("Contoh yang salah", "Bad example"), [e for e in rule.examples if e.bad])
    _examples(page, say("Contoh yang benar", "Good example"), [e for e in rule.examples if not e.bad])
    _section(page, say("Cara memperbaiki", "How to mend"), rule.advice(None).get(language))


def filled(text: str) -> str:
    """A sentence of a rule, without the values of a finding."""
    return clean(_BRACES.sub("…", text))


def _severities(rule: Rule, language: str) -> str:
    """The severity, and the kinds for which it is another."""
    parts = [words.word(words.SEVERITIES, rule.severity, language)]
    for severity, name in words.SEVERITIES.items():
        kinds = [kind for kind in kinds_of(rule) if rule.severity_for(kind, None) == severity != rule.severity]
        if kinds:
            on = ", ".join(words.word(words.KINDS, kind, language) for kind in kinds)
            parts.append(f"{words.pick(language, *name)} ({on})")
    return "; ".join(parts)


def _kinds(rule: Rule, language: str) -> str:
    if not rule.applies.kinds:
        return words.pick(language, "semua", "all")
    return ", ".join(words.word(words.KINDS, kind, language) for kind in kinds_of(rule))


def _section(page: Page, caption: str, text: str) -> None:
    _caption(page, caption)
    page.line(clean(text), indent=2)


def _caption(page: Page, caption: str) -> None:
    page.blank()
    page.line(Ink(caption, "bold underline"))


def _law(page: Page, rule: Rule, rules: Rulebook, language: str) -> None:
    _caption(page, words.pick(language, "Dasar hukum", "Legal basis"))
    for citation in rule.basis:
        page.hanging(Ink("  - "), clean(cited(citation, rules.regulations[citation.regulation], language)))
    if not rule.basis:
        page.line(words.word(words.FORCES, rule.force, language), indent=2)


def cited(citation: Citation, regulation: Regulation, language: str) -> str:
    """A legal basis of a rule, with how well its text is known and since when it is in force."""
    text = cite(regulation.full, citation.article)
    notes = []
    if regulation.known == "second-hand":
        notes.append(words.pick(language, "isi dikutip dari sumber lain", "content as others report it"))
    elif regulation.known == "recalled":
        notes.append(words.pick(language, "isi belum dibaca dari naskahnya", "content not read in the original"))
    if regulation.start or regulation.end:
        start = words.day(regulation.start, language) if regulation.start else ""
        end = words.day(regulation.end, language) if regulation.end else ""
        span = words.pick(language, f"berlaku sejak {start}", f"in force from {start}") if start else ""
        if end:
            span = f"{span} " if span else ""
            span += words.pick(language, f"sampai dengan {end}", f"to {end}")
        notes.append(span)
    return f"{text} ({'; '.join(notes)})" if notes else text


def _examples(page: Page, caption: str, examples: list[Example]) -> None:
    if not examples:
        return
    _caption(page, caption)
    for number, example in enumerate(examples[:1]):
        if number:
            page.blank()
        for line in example.text.strip().splitlines():
            page.hanging(Ink("  | ", STYLES["faint"]), clean(line))
