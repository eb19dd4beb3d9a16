"""The opening sentence: "Pada hari ini, Selasa, tanggal … bertempat di …, yang bertanda tangan di bawah ini:"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kerjasama_check.agreement.model import Opening
from kerjasama_check.agreement.placeholders import filled, has_placeholder
from kerjasama_check.agreement.units import Unit, blocks_of, join
from kerjasama_check.indonesian.dates import parse_opening
from kerjasama_check.indonesian.lazy import lazy

OPENS = lazy(
    r"\b(?:pada\s?hari|hari\s+ini|pada\s+tanggal|bertanda\s?tangan|bertandatangan|dengan\s+rahmat|atas\s+berkat|"
    r"atas\s+rahmat|"
    r"telah\s+(?:dibuat|disepakati|ditandatangani|diadakan)|on\s+this\s+day|this\s+(?:agreement|memorandum)|"
    r"dengan\s+ini\s+menyatakan|"
    r"masing-masing\s+yang|kami\s+yang)\b",
    re.I,
)
_ENDS = lazy(
    r"di\s?bawah\s*ini\b[^:.;]{0,40}?[:;,.]*|berikut\s*:|(?:oleh\s+dan\s+)?antara\s*:|antara\s+lain\s*:|"
    r"antara\s*$|:\s*$|oleh\s+dan\s+antara\s+(?=[A-Z(“])|by\s+and\s+between\s+(?=[A-Z(“])|"
    r"bertanda\s?tangan\s*:",
    re.I,
)
_PLACE = lazy(
    r"(?:bertempat|berlokasi|bertempatan)\s+(?:di\s+)?(?P<a>[^:;]{3,140})|(?<![\w-])di\s+(?P<b>(?!\s*bawah|"
    r"bawah|mana|atas|dalam|sebut)[A-Z][^:;]{2,120})"
)
_PLACE_END = lazy(
    r"\s*(?:,|\.)?\s*(?:\b(?:kami|yang|telah|oleh|antara|masing|para|pihak|pada|dengan|maka|berdasarkan|dibuat|"
    r"kita|selanjutnya|bersama|"
    r"menyatakan|tanggal|hari|dan\s+antara|adalah)\b|[:;]|$)",
    re.I,
)


def find_opening(units: Sequence[Unit], start: int, limit: int) -> int | None:
    """Index of the unit in which the opening begins, None where there is none before `limit`."""
    for index in range(start, limit):
        unit = units[index]
        if OPENS.search(unit.text) and not (unit.upper and len(unit.text) < 60):
            return index
    return None


def read_opening(units: Sequence[Unit], start: int, limit: int) -> tuple[Opening, int, int]:
    """(opening, index of the unit it ends in, character behind its end in that unit's text)."""
    end, offset = _end_of(units, start, limit)
    taken = units[start : end + 1]
    text = join([*taken[:-1]]) + " " + taken[-1].text[: offset if offset else None]
    text = text.strip()
    parsed = parse_opening(text)
    opening = Opening(
        text=text,
        blocks=blocks_of(taken),
        date=parsed.date,
        words_date=parsed.words_date,
        figures_date=parsed.figures_date,
        weekday=parsed.weekday,
        place=find_place(text),
        placeholder=parsed.placeholder,
    )
    return opening, end, offset


def _end_of(units: Sequence[Unit], start: int, limit: int) -> tuple[int, int]:
    """Where the opening sentence ends: at "di bawah ini", a colon, or before the first party."""
    stop = min(limit, start + 12)
    for index in range(start, stop):
        text = units[index].text
        if index > start and (units[index].marks or re.match(r"Nama\b", text)):
            return index - 1, len(units[index - 1].text)
        begin = opens.start() if index == start and (opens := OPENS.search(text)) else 0
        match = _ENDS.search(text, begin)
        if match:
            return index, match.end()
    return start, len(units[start].text)


def find_place(text: str) -> str | None:
    """The place of signing: what follows "(bertempat) di" up to "kami", "yang" or the like; address included."""
    for match in _PLACE.finditer(text):
        raw = match["a"] or match["b"]
        end = _PLACE_END.search(raw)
        place = raw[: end.start()] if end else raw
        place = re.sub(r"\s*\(?\d{1,2}\s*[-/]\s*\d{1,2}\s*[-/]\s*\d{2,4}\)?.*$", "", place).strip(" ,.;:()")
        if has_placeholder(place):
            place = filled(place) or ""
        if len(place) > 2 and not re.match(r"(?:bawah|atas|dalam|mana)\b", place, re.I):
            return place
    return None
