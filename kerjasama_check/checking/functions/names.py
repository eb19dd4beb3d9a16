"""What the agreement calls itself, and how it quotes its parent."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise

from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.checking.findings import Hit, Spot
from kerjasama_check.checking.functions.figures import dates_of
from kerjasama_check.checking.glance import Stemmed
from kerjasama_check.checking.registry import function
from kerjasama_check.checking.scans import is_scan, on_scan, read_surely
from kerjasama_check.checking.text import fold, is_annex, possible, spot_of
from kerjasama_check.indonesian.dates import format_date
from kerjasama_check.indonesian.lazy import lazy


@dataclass(frozen=True, slots=True)
class SelfNames:
    """own: title words → names that agreements with such a title may give themselves, the longest title words first.

    names: every name an agreement gives itself, folded. strict: of these, the ones that count only with a capital
    letter, because they are also common nouns ("kesepakatan ini").
    """

    own: dict[str, tuple[str, ...]]
    names: tuple[str, ...]
    strict: tuple[str, ...] = ()


_DEFINED = Stemmed(
    ("disebut",),
    r"disebut(?: juga)?(?: sebagai| dengan)?[ ]{0,2}[“\"'‘(]{0,2}[ ]?([^”\"'’).,;\n]{3,60})",
)


@function("calls_itself_otherwise", SelfNames, values=("name", "own"))
def calls_itself_otherwise(agreement: Agreement, options: SelfNames) -> Iterator[Hit]:
    """ "Perjanjian ini" in a Nota Kesepahaman, and the like."""
    if agreement.title is None or agreement.kind == "adendum":
        return
    title = _spaced(fold(agreement.title.kind_line))
    key = next((words for words in options.own if words in title), None)
    if key is None:
        return
    pattern = _self_pattern(options.names)
    allowed = set(options.own[key]) | {_spaced(name) for name in _defined_names(agreement)}
    allowed |= {name for name in options.names if name in title}
    yield from _in_brackets(agreement, options, allowed, key)
    for provision in possible(agreement, pattern):
        if provision.heading or is_annex(provision.name) or provision.name in ("judul", "nomor", "dasar hukum"):
            continue
        for match in pattern.finditer(provision.text):
            name = _spaced(fold(match["name"]))
            if name in allowed or (name in options.strict and not match["name"][0].isupper()):
                continue
            if _names_another(provision.text, match.start(), match["name"]):
                continue
            spot = spot_of(agreement, provision, match.start(), match.end())
            if read_surely(agreement, spot):
                values: dict[str, str | int] = {"name": f"{_shown(name)} ini", "own": _shown(key)}
                yield Hit(spot, values, confidence="medium" if is_scan(agreement) else None)


def _in_brackets(agreement: Agreement, options: SelfNames, allowed: set[str], key: str) -> Iterator[Hit]:
    """ "(MoU)" under the title, or on the cover, of a Perjanjian Kerja Sama."""
    blocks = (*agreement.title.blocks, *agreement.title.cover_blocks) if agreement.title else ()
    for block in blocks:
        for match in _BRACKETS.finditer(agreement.document.blocks[block].text):
            name = _spaced(fold(match["name"]))
            if name not in options.names or name in allowed:
                continue
            spot = Spot("judul", block, match.group(), *match.span())
            if read_surely(agreement, spot):
                values: dict[str, str | int] = {"name": match["name"], "own": _shown(key)}
                yield Hit(spot, values, confidence=on_scan(agreement, "medium"))
                return


_BRACKETS = lazy(r"\((?P<name>[A-Za-z ]{2,40})\)")


def _shown(name: str) -> str:
    """A name as it is printed: "Nota Kesepahaman", "MoU"."""
    return {"mou": "MoU", "moa": "MoA", "pks": "PKS"}.get(name) or name.title().replace(" Of ", " of ")


def _spaced(text: str) -> str:
    return text.replace("kerjasama", "kerja sama")


@cache
def _self_pattern(names: tuple[str, ...]) -> Stemmed:
    longest_first = sorted(names, key=len, reverse=True)
    joined = "|".join(
        re.escape(name).replace("kerja\\ sama", "kerja ?sama").replace("\\ ", "\\s{1,3}") for name in longest_first
    )
    pattern = rf"(?<![\w/-])(?P<name>{joined})(?:\s{{1,2}}\([^)]{{2,40}}\))?\s{{1,3}}ini\b"
    ends = {name.split()[-1].replace("kerjasama", "sama") for name in names}
    return Stemmed((*(f"{end} ini" for end in ends), ") ini"), pattern)


def _defined_names(agreement: Agreement) -> Iterator[str]:
    for provision in possible(agreement, _DEFINED):
        for match in _DEFINED.finditer(provision.text):
            yield fold(match[1])


def _names_another(text: str, start: int, name: str) -> bool:
    """Whether the same name was introduced just before, with a number or a date: "Nota Kesepahaman Nomor …"."""
    before = fold(text[max(0, start - 400) : start])
    return bool(re.search(rf"{re.escape(fold(name))}[^.;]{{0,120}}(?:nomor|tanggal|antara)\b", before))


# ------------------------------------------------------------------ the parent quoted twice

_PARENT = (
    r"nota\s{1,2}kesepahaman(?:\s{1,2}bersama)?|nota\s{1,2}kesepakatan|kesepakatan\s{1,2}bersama|"
    r"memorandum of understanding|kesepahaman\s{1,2}bersama"
)
_CONTRACT = r"surat\s{1,2}perjanjian(?:\s{1,2}kerja ?sama)?|perjanjian(?:\s{1,2}kerja ?sama)?|kontrak"
_PARENT_STEMS = ("kesepahaman", "kesepakatan", "memorandum of")
_CONTRACT_STEMS = ("perjanjian", "kontrak")
_NUMBER = lazy(
    r"\b(?:nomor|no)\b[ .:]{0,3}(?P<number>[A-Z0-9][\w.\-/–]{2,60}(?:[ ]?/[ ]?[\w.\-]{1,30}){0,8})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Quote:
    """One place that quotes the parent. numbers folded, without blanks."""

    provision: Provision
    start: int
    end: int
    numbers: tuple[str, ...]
    date: datetime.date | None


@function("parent_quoted_differently", values=("first", "second"), variants=("number", "date"))
def parent_quoted_differently(agreement: Agreement, _: object) -> Iterator[Hit]:
    """The umbrella or parent agreement is quoted with another number or date than before."""
    quotes = list(islice(_quotes(agreement), 40))
    for at, quote in enumerate(quotes):
        for earlier in quotes[:at]:
            found = _difference(earlier, quote)
            if found is None:
                continue
            variant, first, second = found
            spot = spot_of(agreement, quote.provision, quote.start, quote.end)
            other = spot_of(agreement, earlier.provision, earlier.start, earlier.end)
            if is_scan(agreement) and not (read_surely(agreement, spot) and read_surely(agreement, other)):
                continue
            yield Hit(spot, {"first": first, "second": second}, (other,), variant, on_scan(agreement, "low"))
            return


@cache
def _quoting(stems: tuple[str, ...], names: str) -> Stemmed:
    return Stemmed(stems, rf"\b(?:{names})\b")


def _quotes(agreement: Agreement) -> Iterator[_Quote]:
    names = f"{_CONTRACT}|{_PARENT}" if agreement.kind == "adendum" else _PARENT
    stems = _PARENT_STEMS + (_CONTRACT_STEMS if agreement.kind == "adendum" else ())
    pattern = _quoting(stems, names)
    for provision in possible(agreement, pattern):
        if provision.name in ("nomor", "tanda tangan") or is_annex(provision.name):
            continue
        starts = [m.start() for m in pattern.finditer(provision.text)]
        for start, following in pairwise([*starts, len(provision.text)]):
            text = provision.text[start : min(following, start + 500)]
            matches = [m for m in _NUMBER.finditer(text) if any(c.isdigit() for c in m["number"])]
            if not matches:
                continue
            numbers, last = tuple(_folded(m["number"]) for m in matches), matches[-1].end()
            dates = [d for d in dates_of(text) if d.date is not None]
            date = next((d for d in dates if d.end > last - 1), dates[0] if dates else None)
            end = max(last, date.end) if date else last
            yield _Quote(provision, start, start + end, numbers, date.date if date else None)


def _folded(number: str) -> str:
    return re.sub(r"[\s–]", "", number).strip(".-/").casefold()


def _difference(first: _Quote, second: _Quote) -> tuple[str, str, str] | None:
    """What the two quotes of the same agreement give differently; None if nothing, or if they quote different ones."""
    if set(first.numbers) & set(second.numbers):
        if first.date and second.date and first.date != second.date:
            return "date", format_date(first.date), format_date(second.date)
        return None
    same_date = first.date is not None and first.date == second.date
    for a in first.numbers:
        for b in second.numbers:
            alike = difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()
            if alike >= (0.75 if same_date else 0.85):
                return "number", a.upper(), b.upper()
    return None
