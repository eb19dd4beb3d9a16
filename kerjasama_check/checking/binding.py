"""Binding the options of a rule to the option dataclass of its function, with types checked."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from typing import Any

from kerjasama_check.checking.source import Cursor


class _WrongError(Exception):
    """A value does not fit; it has been reported."""


_Fields = dict[str, tuple[Any, bool]]
_KNOWN: dict[type[Any], _Fields] = {}  # many rules share a function


def _fields(options: type[Any]) -> _Fields:
    """Type and whether it is required, by field name."""
    if options not in _KNOWN:
        hints = typing.get_type_hints(options, include_extras=True)
        required = dataclasses.MISSING
        _KNOWN[options] = {
            field.name: (hints[field.name], field.default is required and field.default_factory is required)
            for field in dataclasses.fields(options)
        }
    return _KNOWN[options]


def bind(cursor: Cursor, options: type[Any]) -> Any:
    """The options as an instance of the dataclass; None where they do not fit, which is then reported."""
    fields = _fields(options)
    if cursor.value is None:
        cursor = Cursor({}, cursor.file, cursor.lines, cursor.problems, cursor.path)
    if not cursor.mapping(fields, [name for name, (_, required) in fields.items() if required]):
        return None
    values: dict[str, Any] = {}
    for key, child in cursor.pairs():
        if key not in fields:
            return None
        try:
            values[key] = _convert(child, fields[key][0])
        except _WrongError:
            return None
    bound = options(**values)
    check = getattr(bound, "check", None) if cursor.lines else None  # without lines it comes from the cache, checked
    refused = check() if check is not None else None
    if refused:
        cursor.fail("refused", reason=refused)
    return bound


def _convert(cursor: Cursor, wanted: Any) -> Any:
    origin = typing.get_origin(wanted)
    arguments = typing.get_args(wanted)
    if origin in (typing.Union, types.UnionType):
        if cursor.value is None and type(None) in arguments:
            return None
        return _convert(cursor, next(a for a in arguments if a is not type(None)))
    if origin is typing.Annotated:
        return _pattern(cursor)
    if origin is typing.Literal:
        if cursor.value not in arguments:
            cursor.fail("not-of", choices=", ".join(map(str, arguments)))
            raise _WrongError
        return cursor.value
    if origin in (tuple, list):
        return tuple(_convert(item, arguments[0]) for item in _sequence(cursor))
    if origin in (dict, Mapping) or (isinstance(origin, type) and issubclass(origin, Mapping)):
        if not isinstance(cursor.value, dict):
            cursor.fail("not-mapping")
            raise _WrongError
        return {key: _convert(child, arguments[1]) for key, child in cursor.pairs()}
    if dataclasses.is_dataclass(wanted) and isinstance(wanted, type):
        bound = bind(cursor, wanted)
        if bound is None:
            raise _WrongError
        return bound
    return _plain(cursor, wanted)


def _pattern(cursor: Cursor) -> str:
    """A regular expression; one that is not valid, or that a text can make run away, is refused."""
    pattern: str = _plain(cursor, str)
    if cursor.lines:  # without lines it comes from the cache, checked
        from kerjasama_check.checking.patterns import fault_of

        fault = fault_of(pattern)
        if fault is not None:
            cursor.fail(fault.key, pattern=pattern, detail=fault.detail)
            raise _WrongError
    return pattern


def _sequence(cursor: Cursor) -> list[Cursor]:
    if not isinstance(cursor.value, list):
        cursor.fail("not-list")
        raise _WrongError
    return list(cursor.items())


def _plain(cursor: Cursor, wanted: Any) -> Any:
    value = cursor.value
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is wanted:
        return value
    cursor.fail("not-type", wanted=getattr(wanted, "__name__", str(wanted)))
    raise _WrongError
