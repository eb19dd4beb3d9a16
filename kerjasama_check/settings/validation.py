"""What is wrong in a settings file, with the line and the nearest known name. Names of rules are judged elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from kerjasama_check.settings.files import ConfigFile, Fault, FileLayer
from kerjasama_check.settings.globs import fault as bad_glob
from kerjasama_check.settings.keys import BY_NAME, FILES, OF_DOCUMENTS, OVERRIDES, ROOT, SHAPES, Key, fits
from kerjasama_check.settings.options import LEVELS, SettingError, Values

_TOP = (*BY_NAME, ROOT, OVERRIDES)
_IN_OVERRIDE = (FILES, *OF_DOCUMENTS)


def faults(file: ConfigFile) -> Iterator[Fault]:
    """Every fault of a file, in its order."""
    for name, value in file.values.items():
        if name == ROOT:
            yield from _shape(file, (name,), value, "flag")
        elif name == OVERRIDES:
            yield from _overrides(file, value)
        elif name in BY_NAME:
            yield from _key(file, (), BY_NAME[name], value)
        else:
            yield _unknown(file, (name,), name, _TOP)


def _overrides(file: ConfigFile, value: Any) -> Iterator[Fault]:
    wrong = list(_shape(file, (OVERRIDES,), value, "overrides"))
    yield from wrong
    for index, table in enumerate(() if wrong else value):
        within = (OVERRIDES, index)
        if FILES not in table:
            yield _fault(file, within, f"kunci “{FILES}” tidak ada.", f"the key “{FILES}” is missing.")
        for name, part in table.items():
            if name == FILES:
                yield from _globs(file, (*within, name), part)
            elif name in OF_DOCUMENTS:
                yield from _key(file, within, BY_NAME[name], part)
            elif name in BY_NAME:
                yield _fault(
                    file,
                    (*within, name),
                    f"“{name}” tidak dapat dibedakan menurut naskah; tulis di luar [[overrides]].",
                    f"“{name}” cannot differ by document; write it outside of [[overrides]].",
                )
            else:
                yield _unknown(file, (*within, name), name, _IN_OVERRIDE)


def _key(file: ConfigFile, within: tuple[str | int, ...], key: Key, value: Any) -> Iterator[Fault]:
    path = (*within, key.name)
    wrong = list(_shape(file, path, value, key.shape))
    yield from wrong
    if wrong:
        return
    if key.name in ("exclude", "include"):
        yield from _globs(file, path, value)
    try:
        _convert(FileLayer(file, {key.name: value}, within), key)
    except SettingError as error:
        yield Fault(file.path, _line(file, path, value), error.sentences["id"], error.sentences["en"])


def _convert(layer: FileLayer, key: Key) -> None:
    """What `resolve` will do with the value; raises SettingError."""
    values = Values({}, {}, (layer,))
    if key.shape == "choice":
        values.choice(key.field, "")
    elif key.shape == "day":
        values.day(key.field)
    elif key.shape == "levels":
        values.levels(key.field)
    elif key.name == "timeout":
        values.seconds(key.field)
    elif key.name == "jobs":
        values.jobs()
    elif key.shape == "number":
        values.number(key.field, 1)


def _line(file: ConfigFile, path: tuple[str | int, ...], value: Any) -> int:
    """The line of the wrong level in a table of severities, else of the key."""
    if isinstance(value, Mapping):
        wrong = next((rule for rule, level in value.items() if str(level).lower() not in LEVELS), None)
        if wrong is not None:
            return file.line(*path, wrong)
    return file.line(*path)


def _globs(file: ConfigFile, path: tuple[str | int, ...], value: Any) -> Iterator[Fault]:
    wrong = list(_shape(file, path, value, "names"))
    yield from wrong
    if not wrong and not value and path[-1] == FILES:
        yield _fault(file, path, f"“{FILES}” kosong.", f"“{FILES}” is empty.")
    for pattern in () if wrong else value:
        if bad_glob(pattern):
            yield _fault(file, (*path, pattern), f"Pola “{pattern}” tidak sah.", f"“{pattern}” is no valid glob.")


def _shape(file: ConfigFile, path: tuple[str | int, ...], value: Any, shape: str) -> Iterator[Fault]:
    if not fits(value, shape):
        wanted = SHAPES[shape]
        name = path[-1]
        yield _fault(file, path, f"“{name}” harus berupa {wanted[0]}.", f"“{name}” must be {wanted[1]}.")


def _fault(file: ConfigFile, path: tuple[str | int, ...], indonesian: str, english: str) -> Fault:
    return Fault(file.path, file.line(*path), indonesian, english)


def _unknown(file: ConfigFile, path: tuple[str | int, ...], name: str, known: Collection[str]) -> Fault:
    return _fault(file, path, *unknown_key(name, known))


def unknown_key(name: str, known: Collection[str]) -> tuple[str, str]:
    """What to say of a key that is not known, with the nearest one, or all there are."""
    near = nearest(name, known)
    indonesian, english = f"kunci “{name}” tidak dikenal", f"unknown key “{name}”"
    if near:
        return f"{indonesian}; mungkin yang dimaksud “{near}”.", f"{english}; did you mean “{near}”?"
    listed = ", ".join(sorted(known))
    return f"{indonesian}; yang ada: {listed}.", f"{english}; known: {listed}."


def nearest(name: str, known: Collection[str]) -> str | None:
    """The known name that is most like it, None where none is near. Underscores count as hyphens."""
    from difflib import get_close_matches

    folded = {word.casefold(): word for word in known}
    near = get_close_matches(name.casefold().replace("_", "-"), folded, n=1, cutoff=0.5)
    return folded[near[0]] if near else None
