"""Validated rules as plain data and back, so that they need not be read and validated again in the next run.

Only data is kept: a class is named by its place among those that the reader knows, a rule function by its name.
What does not fit this version of the program is refused, and the rules are built from their files.
"""

from __future__ import annotations

import dataclasses
import datetime
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from kerjasama_check.checking.looks import Looks
from kerjasama_check.checking.registry import Function
from kerjasama_check.checking.rule import Applies, Choice, Citation, Example, Profile, Regulation, Rule, Text

_PLAIN = (Text, Citation, Applies, Example, Looks, Rule, Regulation, Choice, Profile)


class UnknownFormError(ValueError):
    """The data was written by another version."""


def freeze(value: object) -> dict[str, Any]:
    """Rules, regulations and profiles as data for JSON; ValueError for what cannot be kept."""
    classes: dict[type[Any], int] = {}

    def plain(one: Any) -> Any:
        if one is None or isinstance(one, str | bool | int | float):
            return one
        if isinstance(one, tuple):
            return ["t", *map(plain, one)]
        if isinstance(one, list):
            return ["l", *map(plain, one)]
        if isinstance(one, frozenset):
            return ["s", *sorted(map(plain, one))]
        if isinstance(one, Mapping):
            return ["d", *(plain(part) for pair in one.items() for part in pair)]
        if isinstance(one, datetime.date):
            return ["D", one.isoformat()]
        if isinstance(one, Function):
            return ["f", one.name]
        if dataclasses.is_dataclass(one):
            place = classes.setdefault(type(one), len(classes))
            return [place, *(plain(getattr(one, field.name)) for field in dataclasses.fields(one))]
        raise ValueError(f"cannot be kept: {type(one).__name__}")

    data = plain(value)  # which also finds the classes
    return {"classes": [_form(kind) for kind in classes], "value": data}


def thaw(kept: Mapping[str, Any], functions: Mapping[str, Function]) -> Any:
    """The value that was frozen. Raises UnknownFormError where the data does not fit."""
    known = {_form(kind)[0]: kind for kind in (*_PLAIN, *_options(functions.values()))}
    try:
        classes = [known[name] for name, *_ in kept["classes"]]
        if [_form(kind) for kind in classes] != kept["classes"]:
            raise UnknownFormError("other fields")
        return _reader(classes, functions)(kept["value"])
    except (KeyError, TypeError, IndexError, ValueError, RecursionError) as error:
        raise UnknownFormError(str(error)) from error


def _reader(classes: list[type[Any]], functions: Mapping[str, Function]) -> Callable[[Any], Any]:
    def read(one: Any) -> Any:
        if one.__class__ is not list:
            return one
        tag = one[0]
        if tag.__class__ is int:
            return classes[tag](*[read(part) if part.__class__ is list else part for part in one[1:]])
        if tag == "t":
            return tuple([read(part) for part in one[1:]])
        if tag == "d":
            parts = iter(one[1:])
            return {key: read(value) for key, value in zip(parts, parts, strict=True)}
        if tag == "l":
            return [read(part) for part in one[1:]]
        if tag == "s":
            return frozenset(one[1:])
        if tag == "D":
            return datetime.date.fromisoformat(one[1])
        if tag == "f":
            return functions[one[1]]
        raise UnknownFormError(str(tag))

    return read


def _form(kind: type[Any]) -> list[str]:
    """The name of a class and its fields: what must be the same when it is read again."""
    return [f"{kind.__module__}.{kind.__qualname__}", *(field.name for field in dataclasses.fields(kind))]


def _options(functions: Iterable[Function]) -> list[type[Any]]:
    """The classes that the options of rule functions are made of."""
    found: dict[type[Any], None] = {}
    modules = {function.call.__module__ for function in functions} | {
        function.options.__module__ for function in functions
    }
    for name in modules:
        for value in vars(sys.modules[name]).values():
            if isinstance(value, type) and dataclasses.is_dataclass(value):
                found[value] = None
    return list(found)
