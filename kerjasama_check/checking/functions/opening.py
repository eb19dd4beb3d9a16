"""The opening sentence: day, date and place of signing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kerjasama_check.agreement.model import Agreement, Opening
from kerjasama_check.agreement.placeholders import has_placeholder
from kerjasama_check.checking.findings import Hit, Spot
from kerjasama_check.checking.functions.figures import dates_of
from kerjasama_check.checking.functions.structure import head_text
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.text import fold, spot_block
from kerjasama_check.indonesian.lazy import lazy

_MONTH = lazy(
    r"januari|februari|pebruari|maret|april|\bmei\b|juni|juli|agustus|september|oktober|november|nopember|desember|"
    r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}",
)
_WEEKDAY = lazy(r"\b(senin|selasa|rabu|kamis|jum[’'`]?at|sabtu|minggu|ahad)\b")


@function("opening_incomplete", values=("missing",), variants=("none", "late", "head"), absence=True)
def opening_incomplete(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """No opening sentence with the date, or one without the day, the date, the month or the year."""
    opening = agreement.opening
    if opening is None or not opening.text.strip():
        if agreement.date is not None:
            yield Hit(Spot("pembukaan"), {"missing": "date"}, variant="late", confidence="medium")
        elif re.search(r"\b(?:tanggal|date)\b", head_text(agreement)):
            yield Hit(Spot("pembukaan"), {"missing": "date"}, variant="head", confidence="medium")
        else:
            yield Hit(Spot("pembukaan"), {"missing": "date"}, variant="none")
        return
    if opening.date is None and _dated_elsewhere(agreement, opening):
        return
    text = fold(opening.text)
    if opening.date is None and not opening.placeholder and not re.search(r"\bhari\b|\btanggal\b|\d", text):
        if agreement.date is not None:
            yield Hit(Spot("pembukaan"), {"missing": "date"}, variant="late", confidence="medium")
            return
        spot = spot_block(agreement, opening.blocks[0]) if opening.blocks else Spot("pembukaan")
        yield Hit(spot, {"missing": "date"})
        return
    missing = []
    if not _names_the_day(text, opening.weekday):
        missing.append("weekday")
    if opening.date is None and not opening.placeholder and not has_placeholder(opening.text):
        if not _MONTH.search(text):
            missing.append("month")
        if "tanggal" not in text and not re.search(r"\d", text):
            missing.append("day")
        if "tahun" not in text and not re.search(r"\b(19|20)\d\d\b|\b(?:dua|se)\s?ribu\b", text):
            missing.append("year")
    if missing and opening.blocks:
        yield Hit(spot_block(agreement, opening.blocks[0]), {"missing": "|".join(missing)})


_SIGNED_ON = lazy(r"\b(?:pada hari|made|entered|signed|dated)\b.*\b(?:antara|between)\b", re.IGNORECASE)


def _dated_elsewhere(agreement: Agreement, opening: Opening) -> bool:
    """Whether another sentence of the head gives the day and leads to the parties, though it was not taken for it."""
    end = agreement.articles[0].blocks[0] if agreement.articles and agreement.articles[0].blocks else 0
    others = (b.text for b in agreement.document.blocks[:end] if b.place.paragraph not in opening.blocks)
    return any(_SIGNED_ON.search(text) and any(d.date for d in dates_of(text)) for text in others)


def _names_the_day(text: str, weekday: int | None) -> bool:
    """Whether a day of the week is named, or a blank stands for it: something between "hari ini" and "tanggal"."""
    if re.search(r"\bhari(?: ini)?\b\W{0,3}(?:[\[{<«$…]|\.{3}|_{2})", text):
        return True  # one blank for the day and the date
    between = re.search(r"\bhari(?: ini)?\b(.{0,60}?)\btanggal\b", text)
    if between is None:
        return weekday is not None or _WEEKDAY.search(text) is not None
    return any(c.isalnum() for c in between.group(1)) or has_placeholder(between.group(1))


@function("place_missing", absence=True)
def place_missing(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """The opening does not say where it is signed."""
    opening = agreement.opening
    if opening is None or opening.place or not opening.blocks:
        return
    if opening.date is None and _dated_elsewhere(agreement, opening):
        return
    text = fold(opening.text)
    if re.search(r"\bber ?tempat\b|\bdi (kota|kabupaten|jakarta|kantor|gedung|ruang|aula|kampus)\b", text):
        return
    yield Hit(spot_block(agreement, opening.blocks[0]), confidence="medium" if agreement.place else None)
