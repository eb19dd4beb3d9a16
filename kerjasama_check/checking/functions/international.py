"""Foreign partners: the languages of the text, which of them prevails, and what the law asks before signing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.facts import holds
from kerjasama_check.checking.findings import Hit
from kerjasama_check.checking.patterns import Regex
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.text import all_text

_TWO_LANGUAGES = (
    r"\b(?:both|two) languages\b|\bbilingual\b|\bdwibahasa\b|\bdua bahasa\b|\bkedua bahasa\b|"
    r"\bbahasa indonesia (?:dan|serta|maupun) (?:bahasa |versi )?\w+|"
    r"\bbahasa \w+ (?:dan|serta|maupun) (?:bahasa )?indonesia\b|"
    r"\b(?:bahasa indonesia|indonesian)(?: language| version)? and (?:the |in )?(?:\w+ )?(?:english|\w+ language)\b|"
    r"\benglish(?: language| version)? and (?:the |in )?(?:bahasa )?indonesian?\b"
)


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _of_two_languages(agreement: Agreement) -> bool:
    """Whether the text says that it is made in Indonesian and another language."""
    text = all_text(agreement)
    return ("bahasa" in text or "language" in text or "english" in text) and bool(_pattern(_TWO_LANGUAGES).search(text))


@dataclass(frozen=True, slots=True)
class Version:
    """language: the one that is missing."""

    language: Literal["indonesian", "foreign"]


@function("version_missing", Version, absence=True)
def version_missing(agreement: Agreement, options: Version) -> Iterator[Hit]:
    """An agreement in one language only, where the law asks for two, and no word of another version."""
    if options.language == "indonesian":
        # a text without any Indonesian side does not fall under the law
        only = agreement.language == "en" and "indonesia" in all_text(agreement)
    else:
        only = agreement.language == "id" and holds(agreement, "foreign-party")
    if only and not _of_two_languages(agreement):
        yield Hit(confidence="medium")


@function("languages_not_said", absence=True)
def languages_not_said(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A text in two languages does not say in which languages its originals are made."""
    if agreement.language == "id+en" and not _of_two_languages(agreement):
        yield Hit()


_PREVAILS = (
    r"\bprevails?\b|\bprevailing\b|\bgovern(?:s|ing)? (?:language|version)\b|\bauthentic\b|"
    r"\b(?:bahasa|naskah|versi|teks)[^.;]{0,120}\b(?:yang (?:akan )?berlaku|diutamakan|(?:menjadi|sebagai) acuan|"
    r"yang mengikat|sama (?:otentik|autentik)\w*)\b|"
    r"\b(?:perbedaan|ketidaksesuaian)\b[^.;]{0,80}\b(?:bahasa|versi|naskah|penafsiran)\b"
    r"[^.;]{0,120}\b(?:berlaku|digunakan|dipakai|diutamakan)\b"
)


@function("prevailing_language_missing", absence=True)
def prevailing_language_missing(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A text in two languages does not say which of them counts where they differ."""
    if agreement.language != "id+en" and not _of_two_languages(agreement):
        return
    if not _pattern(_PREVAILS).search(all_text(agreement)):
        yield Hit()


@dataclass(frozen=True, slots=True)
class Mentions:
    """parts: what should be mentioned, each with a pattern over small letters. least: how many must be missing."""

    parts: Mapping[str, Regex] = field(default_factory=dict)
    least: int = 1


@function("not_mentioned", Mentions, values=("missing",), absence=True)
def not_mentioned(agreement: Agreement, options: Mentions) -> Iterator[Hit]:
    """What should be mentioned somewhere in the text is not."""
    text = all_text(agreement)
    missing = [name for name, pattern in options.parts.items() if not _pattern(pattern).search(text)]
    if len(missing) >= options.least:
        yield Hit(values={"missing": "|".join(missing)})


_ARTICLE = r"^\s*(?:(?P<pasal>pasal)|(?P<article>article))\s+(?P<number>\d{1,3}|[ivxl]{1,7})\b"
_FEW = 3


@function("versions_differ", values=("indonesian", "foreign"))
def versions_differ(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """The two language versions have other numbers of articles."""
    if agreement.language != "id+en":
        return
    found: dict[str, set[str]] = {"pasal": set(), "article": set()}
    pattern = re.compile(_ARTICLE, re.IGNORECASE)
    for block in agreement.document.blocks:
        match = pattern.match(block.full)
        if match:
            found["pasal" if match["pasal"] else "article"].add(match["number"].lower())
    indonesian, foreign = len(found["pasal"]), len(found["article"])
    if min(indonesian, foreign) >= _FEW and indonesian != foreign:
        yield Hit(values={"indonesian": indonesian, "foreign": foreign}, confidence="medium")
