"""The line of a key in a TOML file, for messages: the parser of the standard library does not tell it.

The file has been parsed before, so that this scanner meets valid TOML only and need not judge it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Path_ = tuple[str | int, ...]
_PART = re.compile(r"""\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*(\.|=|\]{1,2}|$)""")
_STRING = re.compile(r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL)


def line_of(text: str, path: Path_) -> int:
    """The line, from 1, on which the key of the path stands, or else that of the nearest part above it; 0 for none.

    A number in the path counts tables of an array from 0. A text behind the keys is looked for among the values.
    """
    found = dict(_keys(text))
    for length in range(len(path), 0, -1):
        line = found.get(path[:length])
        if line is None:
            continue
        rest = path[length:]
        return _within(text, line, found, str(rest[0])) if rest and isinstance(rest[0], str) else line
    return 0


def _within(text: str, line: int, found: dict[Path_, int], word: str) -> int:
    """The line from this one on, and before the next key, that says the word as a text or as a key."""
    ends = [other for other in found.values() if other > line]
    lines = text.splitlines()
    for number in range(line, min(ends, default=len(lines) + 1)):
        if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", lines[number - 1]):
            return number
    return line


def _keys(text: str) -> Iterator[tuple[Path_, int]]:
    """Every table and key with its line."""
    table: Path_ = ()
    counts: dict[Path_, int] = {}
    for number, line in _statements(text):
        stripped = line.strip()
        if stripped.startswith("["):
            double = stripped.startswith("[[")
            names = _names(stripped[2 if double else 1 :])
            table = _inside(names, counts)
            if double:
                counts[table] = counts.get(table, -1) + 1
                yield table, number
                table = (*table, counts[table])
            yield table, number
            continue
        names = _names(stripped)
        for length in range(1, len(names) + 1):
            yield (*table, *names[:length]), number


def _inside(names: tuple[str, ...], counts: dict[Path_, int]) -> Path_:
    """A table name with the number of the array entry it belongs to."""
    path: Path_ = ()
    for name in names[:-1]:
        path = (*path, name)
        if path in counts:
            path = (*path, counts[path])
    return (*path, *names[-1:])


def _names(text: str) -> tuple[str, ...]:
    """The parts of a key, up to "=" or "]"."""
    names = []
    position = 0
    while match := _PART.match(text, position):
        names.append(next(group for group in match.groups()[:3] if group is not None))
        position = match.end()
        if match.group(4) != ".":
            break
    return tuple(names)


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """The first line of every statement: no comments, and no lines inside of a value that runs over several."""
    plain = _STRING.sub(lambda match: _hollow(match.group()), _without_comments(text))
    depth = 0
    originals = text.splitlines()
    for number, line in enumerate(plain.splitlines(), start=1):
        stripped = line.strip()
        header = depth == 0 and stripped.startswith("[")
        if depth == 0 and stripped and not stripped.startswith("\x00"):
            yield number, originals[number - 1]
        if not header:
            depth += sum(line.count(sign) for sign in "[{") - sum(line.count(sign) for sign in "]}")


def _hollow(string: str) -> str:
    """A text emptied, its lines kept; one that is a key at the start of a line stays a text."""
    if "\n" in string:
        return '"' + "".join("\n\x00" for _ in range(string.count("\n"))) + '"'
    return '"' + "." * max(0, len(string) - 2) + '"'


def _without_comments(text: str) -> str:
    """The text with comments blanked out; "#" inside of texts is no comment."""
    pieces = []
    position = 0
    for match in re.finditer(rf"(?P<string>{_STRING.pattern})|#[^\n]*", text, re.DOTALL):
        pieces.append(text[position : match.start()])
        pieces.append(match.group() if match.group("string") is not None else "")
        position = match.end()
    return "".join([*pieces, text[position:]])
