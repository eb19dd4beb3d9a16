"""Plain words that a pattern cannot match without, read off the pattern itself.

A text that holds none of these words need not be searched at all, and to look for a word is far quicker than to
search a pattern. Only what is certain is taken: where a part may be left out or stand for
several things, it gives no word.
"""

from __future__ import annotations

from functools import lru_cache

_MOST = 48  # words, beyond which looking for them all is no gain
_SPECIAL = frozenset("\\.^$*+?{}[]|()")


@lru_cache(maxsize=1024)
def stems_of(pattern: str) -> tuple[str, ...]:
    """Words in small letters, one of which stands in every text that the pattern matches; () if it has none.

    They hold in the text as it is but for its case, and in one whose blanks and hyphens were made plain.
    """
    found = _alternatives(pattern)
    return tuple(sorted(found)) if found and len(found) <= _MOST else ()


@lru_cache(maxsize=1024)
def needs_of(pattern: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Per alternative of a pattern the groups of words of each of which one stands in every text that it matches.

    () where an alternative has none, so that nothing can be said of the pattern.
    """
    found = []
    for part in alternatives(pattern):
        groups = tuple({tuple(sorted(words)) for words in _candidates(part) if _usable(words)})
        if not groups:
            return ()
        found.append(groups)
    return tuple(found)


def _usable(words: set[str]) -> bool:
    return bool(words) and min(map(len, words)) > 1 and len(words) <= _MOST


def _alternatives(pattern: str) -> set[str]:
    """The words of all alternatives; empty if one of them has none."""
    words: set[str] = set()
    for part in alternatives(pattern):
        own = _best(_candidates(part))
        if not own:
            return set()
        words |= own
    return words


def _best(candidates: list[set[str]]) -> set[str]:
    """The words of which the shortest is the longest: the rarest ones."""
    usable = [words for words in candidates if _usable(words)]
    return max(usable, key=lambda words: (min(min(map(len, words)), 6), -len(words)), default=set())


def _candidates(part: str) -> list[set[str]]:
    """Every run of plain characters, and every bracket that cannot be left out with the words of its alternatives."""
    found: list[set[str]] = []
    run = ""
    at = 0
    while at < len(part):
        end = _end_of(part, at)
        token = part[at:end]
        least, after = _least(part, end)
        character = _plain(token)
        if character is None or not least:
            found.append({run} if run else set())
            run = ""
            if token[0] == "(" and least:
                found.append(_alternatives(_inside(token)) if _takes_part(token) else set())
        else:
            run += character
            if after > end:  # "a+": what follows need not follow at once
                found.append({run})
                run = ""
        at = after
    return [*found, {run} if run else set()]


def _plain(token: str) -> str | None:
    """The character that a token stands for and no other."""
    if len(token) == 2 and token[0] == "\\" and not token[1].isalnum():
        return token[1]
    if len(token) != 1 or token in _SPECIAL or (token.isspace() and token != " "):
        return None
    return token.lower() if token not in "‐‑" else None


def _end_of(part: str, at: int) -> int:
    """Behind the token at a place: an escape, a class, a bracket or a character."""
    if part[at] == "\\":
        return at + 2
    if part[at] == "[":
        close = part.find("]", at + (3 if part[at + 1 : at + 2] == "^" else 2))
        while close > 0 and part[close - 1] == "\\" and part[close - 2] != "\\":
            close = part.find("]", close + 1)
        return close + 1 if close > 0 else len(part)
    if part[at] != "(":
        return at + 1
    depth = 0
    while at < len(part):
        if part[at] == "(":
            depth += 1
        elif part[at] == ")":
            depth -= 1
            if not depth:
                return at + 1
        at = _end_of(part, at) if part[at] in "\\[" else at + 1
    return len(part)


def _least(part: str, at: int) -> tuple[bool, int]:
    """Whether the token before a place must be there, and where the next token begins: behind its quantifier."""
    needed = True
    if at < len(part) and part[at] in "?*+":
        needed, at = part[at] == "+", at + 1
    elif at < len(part) and part[at] == "{":
        close = part.find("}", at)
        needed, at = part[at + 1 : close].split(",")[0].strip() not in ("", "0"), close + 1
    else:
        return needed, at
    return needed, at + 1 if part[at : at + 1] in ("?", "+") else at


def _takes_part(bracket: str) -> bool:
    """Whether what a bracket holds is in the match: not in a look ahead or behind, a comment or a condition."""
    return not bracket.startswith("(?") or bracket.startswith(("(?:", "(?P<", "(?-i:", "(?i:"))


def _inside(bracket: str) -> str:
    inside = bracket[1:-1]
    if inside.startswith("?P<"):
        return inside[inside.index(">") + 1 :]
    return inside[inside.index(":") + 1 :] if inside.startswith("?") else inside


def alternatives(pattern: str) -> list[str]:
    """The alternatives of the outermost level."""
    parts, start, at = [], 0, 0
    while at < len(pattern):
        if pattern[at] == "|":
            parts.append(pattern[start:at])
            start = at + 1
        at = _end_of(pattern, at)
    return [*parts, pattern[start:]]
