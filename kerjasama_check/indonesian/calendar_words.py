"""Names of months and weekdays: right, old, short, English, and damaged by a scan."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kerjasama_check.indonesian.closeness import closest, fold, one_edit_apart
from kerjasama_check.indonesian.lazy import lazy

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")  # in the order of date.weekday()

_ENGLISH_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_ENGLISH_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_OLD_MONTHS = {
    "djanuari": 1, "januwari": 1, "pebruari": 2, "februwari": 2, "pebuari": 2, "febuari": 2, "febr": 2, "peb": 2,
    "maart": 3, "apil": 4, "djuni": 6, "djuli": 7, "augustus": 8, "agustur": 8, "agst": 8, "septembar": 9,
    "sebtember": 9, "oktobar": 10, "nopember": 11, "nopembar": 11, "nop": 11, "nov": 11, "nofember": 11,
    "desembar": 12, "disember": 12,
}  # fmt: skip
_SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "agt": 8, "ags": 8, "agu": 8, "aug": 8, "sep": 9,
    "sept": 9, "okt": 10, "oct": 10, "nov": 11, "des": 12, "dec": 12,
}  # fmt: skip
_WEEKDAY_FORMS = {
    "senen": 0, "snin": 0, "senm": 0, "seniu": 0, "rabv": 2, "rabn": 2, "rahu": 2,
    "selasah": 1, "slasa": 1, "rebo": 2, "kemis": 3, "khamis": 3, "jum'at": 4,
    "jumaat": 4, "jum'ah": 4, "jumat": 4, "jurnat": 4, "jum’at": 4, "sabtoe": 5, "saptu": 5, "ahad": 6,
}  # fmt: skip
_NOT_DAYS = frozenset({"selama", "kamus", "manis", "mingguan", "secara", "bulan"})
_APOSTROPHES = lazy(r"[’‘`´*\"”“,.]")


class Month(NamedTuple):
    """A month that was read. standard: by its right Indonesian name; old: by an outdated or wrong spelling of it."""

    number: int
    standard: bool
    old: bool
    short: bool = False


_RIGHT = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_ENGLISH = {name: number for number, name in enumerate(_ENGLISH_MONTHS, 1)}
_FULL_NAMES = frozenset(_RIGHT) | frozenset(name for name in _OLD_MONTHS if len(name) > 4)
_FOLDED_MONTHS = {fold(name): name for name in _FULL_NAMES}
_DAY_NAMES = {name.lower(): number for number, name in enumerate(WEEKDAYS)}
_ALL_DAYS = {**_WEEKDAY_FORMS, **{name: n for n, name in enumerate(_ENGLISH_WEEKDAYS)}, **_DAY_NAMES}
_FOLDED_DAYS = {fold(name): name for name in (*_WEEKDAY_FORMS, *_DAY_NAMES)}


@lru_cache(maxsize=8192)
def month_of(word: str) -> Month | None:
    """The month that a word names, in any case; a word damaged by a scan is read if only one month is near."""
    lower = word.lower()
    if lower in _RIGHT:
        return Month(_RIGHT[lower], standard=True, old=False)
    if lower in _ENGLISH:
        return Month(_ENGLISH[lower], standard=False, old=False)
    if lower in _SHORT_MONTHS:
        return Month(_SHORT_MONTHS[lower], standard=False, old=False, short=True)
    if lower in _OLD_MONTHS:
        return Month(_OLD_MONTHS[lower], standard=False, old=True, short=len(lower) < 5)
    if len(lower) < 3 or len(lower) > 12 or lower.isdecimal():
        return None
    name = _FOLDED_MONTHS.get(fold(lower)) or closest(lower, _FULL_NAMES)
    if name is None:
        return None
    return Month(_RIGHT[name], True, False) if name in _RIGHT else Month(_OLD_MONTHS[name], False, True)


@lru_cache(maxsize=4096)
def weekday_of(word: str, guess: bool = True) -> int | None:
    """The weekday that a word names (0 = Monday … 6 = Sunday); None if it names none.

    guess: a damaged word is taken for the only weekday that is one letter away.
    """
    lower = _APOSTROPHES.sub("'", word.lower()).strip("'")
    if lower in _ALL_DAYS:
        return _ALL_DAYS[lower]
    if lower.replace("'", "") in _ALL_DAYS:
        return _ALL_DAYS[lower.replace("'", "")]
    if len(lower) < 4 or len(lower) > 10 or lower in _NOT_DAYS:
        return None
    if len(lower) == 4 and lower[0] == "r" and guess and one_edit_apart(lower, "rabu"):
        return 2
    name = _FOLDED_DAYS.get(fold(lower)) or (closest(lower, frozenset(_ALL_DAYS)) if guess else None)
    return _ALL_DAYS[name] if name else None
