"""The store of OCR results: what is put comes back, what is damaged counts as missing, old entries make room."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kerjasama_check.reading import cache as cache_module
from kerjasama_check.reading.cache import Cache, default_folder

VALUE = {"size": [595.3, 841.9], "rotation": 0, "lines": [[["Pasal", 280.0, 90.1, 310.5, 102.0, 96]]]}


def only_entry(folder: Path) -> Path:
    (entry,) = [path for path in folder.glob("??/*") if path.is_file()]
    return entry


def test_a_value_comes_back(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "not" / "there" / "yet")
    key = Cache.key_of("abc", 1, "engine", "1")
    assert cache.get(key) is None
    assert cache.put(key, VALUE)
    assert cache.get(key) == VALUE
    assert Cache(tmp_path / "not" / "there" / "yet").get(key) == VALUE


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.text(max_size=5), st.lists(st.text(max_size=20), max_size=4), max_size=4))
def test_any_text_survives(value: dict[str, list[str]]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        cache = Cache(Path(folder))
        assert cache.put(Cache.key_of("x"), value)
        assert cache.get(Cache.key_of("x")) == value


def test_keys_differ_in_every_part() -> None:
    keys = {
        Cache.key_of("a", 1, "e", "1"),
        Cache.key_of("a", 2, "e", "1"),
        Cache.key_of("b", 1, "e", "1"),
        Cache.key_of("a", 1, "f", "1"),
        Cache.key_of("a", 1, "e", "2"),
        Cache.key_of("a1", "e", "1"),
    }
    assert len(keys) == 6


@pytest.mark.parametrize("damage", ["empty", "cut", "flipped", "foreign"])
def test_a_damaged_entry_counts_as_missing_and_is_replaced(tmp_path: Path, damage: str) -> None:
    cache = Cache(tmp_path)
    key = Cache.key_of("abc")
    cache.put(key, VALUE)
    entry = only_entry(tmp_path)
    raw = entry.read_bytes()
    entry.write_bytes(
        {
            "empty": b"",
            "cut": raw[: len(raw) // 2],
            "flipped": raw[:-3] + bytes([raw[-3] ^ 1]) + raw[-2:],
            "foreign": b"something else that stands there",
        }[damage]
    )
    assert cache.get(key) is None
    assert cache.put(key, VALUE)
    assert cache.get(key) == VALUE


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    obstacle = tmp_path / "file"
    obstacle.write_text("not a folder", encoding="utf-8")
    cache = Cache(obstacle)
    assert not cache.put(Cache.key_of("abc"), VALUE)
    assert cache.get(Cache.key_of("abc")) is None
    assert cache.shrink() == 0


def test_the_oldest_entries_make_room(tmp_path: Path) -> None:
    cache = Cache(tmp_path, bound=10_000_000)
    keys = [Cache.key_of("page", number) for number in range(10)]
    for age, key in enumerate(keys):
        cache.put(key, {"noise": os.urandom(1000).hex()})
        entry = tmp_path / key[:2] / key[2:]
        os.utime(entry, (1_000_000 + age, 1_000_000 + age))
    size = sum(path.stat().st_size for path in tmp_path.glob("??/*"))
    small = Cache(tmp_path, bound=size // 2)
    removed = small.shrink()
    left = [key for key in keys if small.get(key) is not None]
    assert removed == 10 - len(left) > 0
    assert left == keys[removed:], "the youngest stay"
    assert sum(path.stat().st_size for path in tmp_path.glob("??/*")) <= size // 2
    assert small.shrink() == 0


def test_no_temporary_files_are_left(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    key = Cache.key_of("same")
    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(lambda number: cache.put(key, {"writer": number}), range(64)))
    assert only_entry(tmp_path).name == key[2:]
    found = cache.get(key)
    assert found is not None and found["writer"] in range(64)


def test_the_environment_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KERJASAMA_CHECK_CACHE", str(tmp_path / "own"))
    assert default_folder() == tmp_path / "own"
    assert Cache().folder == tmp_path / "own"


@pytest.mark.parametrize(
    ("platform", "variable", "tail"),
    [
        ("linux", "XDG_CACHE_HOME", ("kerjasama-check",)),
        ("win32", "LOCALAPPDATA", ("kerjasama-check", "Cache")),
    ],
)
def test_the_platform_names_the_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, variable: str, tail: tuple[str, ...]
) -> None:
    monkeypatch.delenv("KERJASAMA_CHECK_CACHE", raising=False)
    monkeypatch.setattr(cache_module.sys, "platform", platform)
    monkeypatch.setenv(variable, str(tmp_path))
    assert default_folder() == tmp_path.joinpath(*tail)


def test_without_variables_the_home_folder_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("KERJASAMA_CHECK_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", classmethod(lambda cls: tmp_path))
    found = {}
    for platform in ("linux", "darwin", "win32"):
        monkeypatch.setattr(sys, "platform", platform)
        found[platform] = default_folder()
    assert found["linux"] == tmp_path / ".cache" / "kerjasama-check"
    assert found["darwin"] == tmp_path / "Library" / "Caches" / "kerjasama-check"
    assert found["win32"] == tmp_path / "AppData" / "Local" / "kerjasama-check" / "Cache"
