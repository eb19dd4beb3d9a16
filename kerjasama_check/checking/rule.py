"""A rule as the engine uses it, and the regulations and profiles it refers to. All of it is data from `rules/`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from kerjasama_check.checking.findings import Confidence, Severity
from kerjasama_check.checking.looks import Looks
from kerjasama_check.checking.registry import Function


@dataclass(frozen=True, slots=True)
class Text:
    """A text in the two languages of the program."""

    id: str
    en: str

    def get(self, language: str) -> str:
        return self.en if language == "en" else self.id


@dataclass(frozen=True, slots=True)
class Citation:
    """A legal basis as a rule names it: a key of regulasi.yaml and the article. when: facts it takes to be cited."""

    regulation: str
    article: str | None
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Applies:
    """Which agreements a rule looks at. kinds empty: all. when: facts that must all hold, each "a|b" means a or b."""

    kinds: frozenset[str] = frozenset()
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    scans: bool = True
    templates: bool = True
    ceremonial: bool = True
    languages: frozenset[str] = frozenset({"id"})


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of text that must, or must not, give a finding of its rule."""

    text: str
    bad: bool
    at: str | None = None
    anywhere: bool = True  # no place is asked for
    kind: str | None = None
    date: datetime.date | None = None
    parties: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    part: str | None = None
    variant: str | None = None
    fix: str | None = None
    count: int | None = None
    looks: Looks | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. options: the bound options of its function. family: the name of its file.

    unsure: the severity of a finding of low confidence, None the usual one.

    force: why it is asked. force_when: another force where facts hold, as (force, facts): what is practice for all may
    be law for regions.
    """

    id: str
    name: str
    family: str
    title: Text
    severity: Severity
    severity_by_kind: Mapping[str, Severity]
    severity_by_variant: Mapping[str, Severity]
    force: str
    confidence: Confidence
    applies: Applies
    function: Function
    options: object
    basis: tuple[Citation, ...]
    messages: Mapping[str | None, Text]  # None is the plain message
    advices: Mapping[str | None, Text]
    why: Text
    words: Mapping[str, Text]
    examples: tuple[Example, ...]
    since: str
    once: bool = False
    default: bool = True
    pack: str = "umum"
    file: str = ""
    line: int = 0
    force_when: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unsure: Severity | None = None

    def severity_for(self, kind: str | None, variant: str | None) -> Severity:
        by_kind = self.severity_by_kind.get(kind or "", self.severity)
        return self.severity_by_variant.get(variant or "", by_kind)

    def message(self, variant: str | None) -> Text:
        return self.messages.get(variant) or self.messages[None]

    def advice(self, variant: str | None) -> Text:
        return self.advices.get(variant) or self.advices[None]


@dataclass(frozen=True, slots=True)
class Regulation:
    """A regulation. known: "read" (its text), "second-hand" (told by others) or "recalled" (from general knowledge).

    start, end: first and last day in force; None where unknown or still in force.
    """

    key: str
    number: str
    title: str
    known: str
    start: datetime.date | None = None
    end: datetime.date | None = None
    replaced_by: tuple[str, ...] = ()
    note: str | None = None

    @property
    def full(self) -> str:
        return f"{self.number} tentang {self.title}" if self.title else self.number

    def in_force(self, day: datetime.date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Choice:
    """When a profile is taken without being asked for: facts of the agreement and its date, both ends included."""

    when: tuple[str, ...]
    start: datetime.date | None = None
    end: datetime.date | None = None
    priority: int = 0


@dataclass(frozen=True, slots=True)
class Profile:
    """A house style: which packs and rules are on, other severities, facts taken for granted. Already extended."""

    name: str
    title: Text
    reason: Text
    choice: Choice | None
    packs: frozenset[str]
    on: frozenset[str]
    off: frozenset[str]
    assume: frozenset[str]
    severity: Mapping[str, Severity]
    layout: Mapping[str, object] = field(default_factory=dict)
