"""Reading rule files: plain YAML data with the line of every value, and a cursor that validates it.

Only plain data comes out (no tags, no objects). Errors name the file, the line, the field and the nearest known name.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from typing import Any

from kerjasama_check.checking.problems import Problem, RuleFileError

__all__ = ["Cursor", "Lines", "Problem", "RuleFileError", "read_yaml"]

_MOST_NODES = 200_000  # aliases may not blow a small file up
_MOST_DEPTH = 30
Path_ = tuple[str | int, ...]
Lines = dict[Path_, int]


def read_yaml(text: str, file: str) -> tuple[Any, Lines]:
    """The data of a YAML text and the line of every value by its path."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise RuleFileError([Problem(file, line, "", "not-yaml", (("error", str(error.problem)),))]) from error
    except yaml.YAMLError as error:
        raise RuleFileError([Problem(file, 0, "", "not-yaml", (("error", str(error)),))]) from error
    lines: Lines = {}
    if node is None:
        return None, lines
    return _Plain(file, lines).convert(node, ()), lines


class _Plain:
    """Turns nodes into plain data."""

    def __init__(self, file: str, lines: Lines) -> None:
        self.file = file
        self.lines = lines
        self.count = 0

    def convert(self, node: Any, path: Path_) -> Any:
        self.count += 1
        line = node.start_mark.line + 1
        if self.count > _MOST_NODES or len(path) > _MOST_DEPTH:
            raise RuleFileError([Problem(self.file, line, "", "too-large")])
        self.lines[path] = line
        kind = node.tag.rpartition(":")[2]
        if node.id == "scalar":
            return _scalar(node.value, kind)
        if node.id == "sequence":
            return [self.convert(child, (*path, index)) for index, child in enumerate(node.value)]
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in found:
                problem = Problem(self.file, key_node.start_mark.line + 1, key, "twice")
                raise RuleFileError([problem])
            found[key] = self.convert(value_node, (*path, key))
        return found


def _scalar(value: str, kind: str) -> Any:
    if kind == "null":
        return None
    if kind == "bool":
        return value.casefold() in ("true", "yes", "on")
    try:
        if kind == "int":
            return int(value.replace("_", ""))
        if kind == "float":
            return float(value.replace("_", ""))
    except ValueError:
        return value
    return value


class Cursor:
    """A value of a rule file with its place. Faults are collected in `problems`, and a harmless value is given back."""

    def __init__(self, value: Any, file: str, lines: Lines, problems: list[Problem], path: Path_ = ()) -> None:
        self.value = value
        self.file = file
        self.lines = lines
        self.problems = problems
        self.path = path

    @property
    def line(self) -> int:
        path = self.path
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 0)

    def fail(self, key: str, *, meant: str = "", known: Collection[str] = (), **details: str) -> None:
        """Note a fault: a key of problems.TEXTS, what fills it, and the names that could have been meant."""
        field = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in self.path).lstrip(".")
        filled = tuple(sorted(details.items()))
        self.problems.append(Problem(self.file, self.line, field, key, filled, meant, tuple(sorted(known))))

    def child(self, key: str | int) -> Cursor:
        value = self.value[key] if isinstance(key, int) else self.value.get(key)
        return Cursor(value, self.file, self.lines, self.problems, (*self.path, key))

    def __contains__(self, key: str) -> bool:
        return isinstance(self.value, dict) and key in self.value

    def mapping(self, known: Collection[str] | None, required: Collection[str] = ()) -> bool:
        """Whether it is a mapping with the required keys; unknown keys are reported. known None: any key."""
        if not isinstance(self.value, dict):
            self.fail("not-mapping")
            return False
        if known is not None:
            for key in self.value:
                if key not in known:
                    self.child(key).fail("unknown-key", meant=key, known=known)
        missing = [key for key in required if key not in self.value]
        for key in missing:
            self.fail("missing-key", name=key)
        return not missing

    def items(self) -> Iterator[Cursor]:
        if self.value is None:
            return
        if not isinstance(self.value, list):
            self.fail("not-list")
            return
        for index in range(len(self.value)):
            yield self.child(index)

    def pairs(self) -> Iterator[tuple[str, Cursor]]:
        if self.value is None:
            return
        if not isinstance(self.value, dict):
            self.fail("not-mapping")
            return
        for key in self.value:
            yield key, self.child(key)

    def text(self) -> str:
        if isinstance(self.value, str) and self.value.strip():
            return self.value.strip()
        self.fail("not-text")
        return ""

    def text_or_none(self) -> str | None:
        return None if self.value is None else self.text()

    def choice(self, known: Collection[str]) -> str:
        name = self.text()
        if name and name not in known:
            self.fail("unknown", name=name, meant=name, known=known)
        return name

    def strings(self) -> tuple[str, ...]:
        return tuple(item.text() for item in self.items())

    def choices(self, known: Collection[str]) -> tuple[str, ...]:
        return tuple(item.choice(known) for item in self.items())

    def flag(self, default: bool) -> bool:
        if self.value is None:
            return default
        if not isinstance(self.value, bool):
            self.fail("not-flag")
            return default
        return self.value

    def day(self) -> datetime.date | None:
        if self.value is None:
            return None
        try:
            return datetime.date.fromisoformat(str(self.value))
        except ValueError:
            self.fail("not-date")
            return None
