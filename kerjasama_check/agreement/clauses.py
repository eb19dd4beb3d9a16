"""What an article is about: its heading first, then each ayat, or each sentence where there is no ayat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from kerjasama_check.agreement import clause_sentences as sentences
from kerjasama_check.agreement import clause_words as words
from kerjasama_check.agreement.fuzzy import fold, heal
from kerjasama_check.agreement.model import Item, Paragraph
from kerjasama_check.agreement.splitting import split_at
from kerjasama_check.indonesian.lazy import lazy

NONE = "lainnya"

_JOINTS = lazy(r" (?:dan/? ?(?:atau)?|and|serta|atau|&) | ?[,;/&] ?| [-–—] ", re.IGNORECASE)
_GAP = lazy(r"[.;](\s+)(?=[A-Z(])")
_CLOSING = lazy(r"\bDemikian(?:lah)?\b")
# Kinds of whole headings whose parts have no subject of their own.
_ALONE = frozenset({"lainnya", "objek", "hak-kewajiban", "pengalihan", "pernyataan-jaminan"})
_MAX_TEXT = 20_000


def classify(heading: str | None, paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """The kinds of an article from the closed list of the contract, the main one first; ("lainnya",) if none fits.

    The main kind follows the heading, or the text where there is none. Further kinds are those that the heading joins,
    then those that have an ayat (or, in a text without ayat, a sentence) of their own.
    """
    kinds = list(heading_kinds(heading)) if heading else []
    if not kinds:
        kinds = [NONE] if heading and fold(heading) else [_kind_of_text(paragraphs)]
    if kinds == ["definisi"] and _is_not_definition(heading, paragraphs):
        kinds = ["lain-lain"]
    for kind in tuple(_further_kinds(tuple(kinds), paragraphs)):
        if kind not in kinds:
            kinds.append(kind)
    return tuple(kinds)


@lru_cache(maxsize=1024)
def heading_kinds(heading: str) -> tuple[str, ...]:
    """The kinds that a heading names, in its order; () if it names none."""
    line = fold(heading)
    for kind, phrases in words.WHOLE_HEADINGS:
        if phrases.found_in(line):
            parts = [] if kind in _ALONE else _kinds_of_parts(heading, line)
            return tuple(parts if kind in parts else [kind, *parts])
    found = _kinds_of_parts(heading, line)
    if not found:
        healed = heal(line, words.VOCABULARY)
        found = _kinds_of_parts(healed, healed) if healed != line else []
    return tuple(found)


def _kinds_of_parts(heading: str, line: str) -> list[str]:
    parts = [fold(part) for part in _JOINTS.split(" ".join(heading.split()))]
    found = list(dict.fromkeys(kind for part in parts if part and (kind := _kind_of_part(part))))
    if not found and (kind := _kind_of_part(line)):
        found = [kind]
    # "Dasar perjanjian dan pelaksanaan pekerjaan": what is based, not a second subject.
    return found[:1] if found[:1] == ["dasar"] else found


def _kind_of_part(part: str) -> str | None:
    return next((kind for kind, phrases in words.HEADINGS if phrases.found_in(part)), None)


def _text(node: Paragraph | Item) -> str:
    return " ".join([node.text, *(_text(item) for item in node.items)])


def _units(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Folded ayat, and folded sentences of what is not numbered; the closing ("Demikian …") is left out."""
    for unit, _ in _numbered_units(paragraphs):
        yield unit


def _numbered_units(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, bool]]:
    """The units, and whether each is a numbered ayat."""
    for paragraph in paragraphs:
        text = _text(paragraph)[:_MAX_TEXT]
        for unit in [text] if paragraph.label else split_at(_GAP, text):
            own = _CLOSING.split(unit, maxsplit=1)[0] if "Demikian" in unit else unit
            yield fold(own), bool(paragraph.label)


def _further_kinds(named: Sequence[str], paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    possible = [kind for main in named for kind in sentences.FURTHER_KINDS.get(main, ()) if kind not in named]
    if not possible:
        return
    units = list(_numbered_units(paragraphs))
    whole = "\n".join([unit for unit, _ in units])
    stems = {kind: [stem for stem in sentences.SENTENCES[kind].stems if stem in whole] for kind in possible}
    for unit, numbered in units:
        for kind, here in tuple(stems.items()):
            for stem in here:
                if stem in unit:
                    break
            else:
                continue
            # Copies and stamp in unnumbered text are the closing that follows the last article.
            if (numbered or kind != "penutup") and sentences.SENTENCES[kind].search(unit):
                del stems[kind]
                yield kind


@cache
def _openings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern)) for kind, pattern in sentences.OPENINGS)


def _kind_of_text(paragraphs: Sequence[Paragraph]) -> str:
    """The kind of an article without a heading: what its first telling ayat or sentence names first."""
    for unit in _units(paragraphs):
        hits = [(match.start(), kind) for kind, pattern in _openings() if (match := pattern.search(unit))]
        if hits:
            return min(hits, key=lambda hit: hit[0])[1]
    return NONE


def _is_not_definition(heading: str | None, paragraphs: Sequence[Paragraph]) -> bool:
    """ "Ketentuan umum" that defines nothing."""
    if "UMUM" not in fold(heading or "") or "PENGERTIAN" in fold(heading or ""):
        return False
    text = " ".join(_units(paragraphs))
    return not re.search(r"YANG DIMAKSUD DENGAN|\bADALAH\b|SELANJUTNYA DISEBUT|BERIKUT INI|BERARTI|PENGERTIAN", text)
