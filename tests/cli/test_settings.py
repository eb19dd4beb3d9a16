"""Settings: an option wins over a variable, a variable over the default; a wrong value is told with its origin."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from kerjasama_check.settings.options import MOST_JOBS, SettingError, Settings, resolve


def test_the_defaults() -> None:
    settings = resolve({}, {})
    assert settings == Settings(date=datetime.date.today(), jobs=settings.jobs)
    assert 1 <= settings.jobs <= MOST_JOBS


def test_an_option_wins_over_a_variable() -> None:
    surroundings = {"KERJASAMA_CHECK_FORMAT": "json", "KERJASAMA_CHECK_LANG": "en", "KERJASAMA_CHECK_QUIET": "ya"}
    assert resolve({"format": None, "quiet": False}, surroundings).format == "json"
    assert resolve({}, surroundings).language == "en"
    assert resolve({}, surroundings).quiet is True
    assert resolve({"format": "text"}, surroundings).format == "text"


def test_values_are_read() -> None:
    options = {
        "select": ["KLA, STR-01", "bahasa"],
        "date": "2025-02-28",
        "timeout": "1.5",
        "jobs": "9999",
        "output": Path("x.json"),
        "fail_on": "WARNING",
    }
    settings = resolve(options, {"KERJASAMA_CHECK_IGNORE": "BHS,,"})
    assert settings.select == ("KLA", "STR-01", "bahasa")
    assert settings.ignore == ("BHS",)
    assert settings.date == datetime.date(2025, 2, 28)
    assert (settings.timeout, settings.jobs, settings.fail_on) == (1.5, MOST_JOBS, "warning")
    assert settings.output == Path("x.json")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("format", "xml"), ("language", "fr"), ("view", "last"), ("ocr", "maybe"), ("fail_on", "fatal")),
        *(("date", "2025-02-30"), ("date", "kemarin"), ("quiet", "mungkin")),
        *(("jobs", "0"), ("jobs", "-2"), ("jobs", "dua"), ("jobs", "9" * 400), ("jobs", "²")),
        *(("timeout", "0"), ("timeout", "inf"), ("timeout", "nan"), ("timeout", "x")),
    ],
)
def test_a_wrong_value_is_told_with_where_it_comes_from(name: str, value: str) -> None:
    with pytest.raises(SettingError) as of_option:
        resolve({name: value}, {})
    variable = "KERJASAMA_CHECK_" + ("LANG" if name == "language" else name.upper())
    with pytest.raises(SettingError) as of_variable:
        resolve({}, {variable: value})
    for language in ("id", "en"):
        assert value in of_option.value.sentences[language] and "--" in of_option.value.sentences[language]
        assert variable in of_variable.value.sentences[language]
