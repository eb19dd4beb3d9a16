"""The register of rule functions: what a rule file may name under `check: {function: …}`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar, overload

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.findings import Hit


@dataclass(frozen=True, slots=True)
class NoOptions:
    """For a function that takes no options."""


Options = TypeVar("Options")
Call = Callable[[Agreement, Options], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Function:
    """A rule function with its contract.

    options: the dataclass its options are bound to. values: what every hit fills. variants: what a hit may name.
    absence: it reports that something is missing; such findings weigh less where the reading was poor.
    """

    name: str
    call: Call[Any]
    options: type[Any]
    values: frozenset[str]
    variants: frozenset[str]
    absence: bool


FUNCTIONS: dict[str, Function] = {}


@overload
def function(
    name: str, *, values: tuple[str, ...] = (), variants: tuple[str, ...] = (), absence: bool = False
) -> Callable[[Call[NoOptions]], Call[NoOptions]]: ...


@overload
def function(
    name: str,
    options: type[Options],
    *,
    values: tuple[str, ...] = (),
    variants: tuple[str, ...] = (),
    absence: bool = False,
) -> Callable[[Call[Options]], Call[Options]]: ...


def function(
    name: str,
    options: type[Any] = NoOptions,
    *,
    values: tuple[str, ...] = (),
    variants: tuple[str, ...] = (),
    absence: bool = False,
) -> Callable[[Call[Any]], Call[Any]]:
    """Register a rule function under the name that rule files use."""

    def register(call: Call[Any]) -> Call[Any]:
        if name in FUNCTIONS and FUNCTIONS[name].call.__module__ != call.__module__:
            raise ValueError(f"two rule functions are called {name}")
        FUNCTIONS[name] = Function(name, call, options, frozenset(values), frozenset(variants), absence)
        return call

    return register


def load_functions() -> dict[str, Function]:
    """All functions of kerjasama_check.checking.functions, by name."""
    package = importlib.import_module("kerjasama_check.checking.functions")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    return FUNCTIONS
