"""Regular expressions of rule files: whether they are valid, and whether a text can make them run away.

A pattern is refused when its automaton can read some text in exponentially many ways ("(a+)+", "(\\w+\\s*)+"), or when
two of its loops that follow each other compete for the same sign ("\\w*\\w*x"), so that the time grows with the square
of a run of that sign, and again with every place at which the search begins. The test is static: the pattern is turned
into its position automaton (Glushkov), and loops are compared in the product of the automaton with itself (Weber and
Seidl, "On the degree of ambiguity of finite automata", 1991). Case is disregarded, and of what surrounds a sign only
"\\b", "^" and "$" are looked at, so that a pattern may be refused that a lookaround saves; it can be written atomic:
"(?>…)".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Annotated, Any, Final

Regex = Annotated[str, "regex"]  # the type of an option that is a pattern
_EXPANDED: Final = 10  # a repeat of at most so many times is written out, a longer one counts as endless
_MOST_STATES: Final = 2000
_LARGEST_LOOP: Final = 120  # positions of a loop that are compared with each other
_OTHERS: Final = "aZ0_ \n\t-.,;:()\u00e9\u2014"  # signs of every class, beside those of the pattern
_BOUNDARY, _NEVER = "boundary", "never"  # conditions on what stands between two signs; the later one is stronger


@dataclass(frozen=True, slots=True)
class PatternFault:
    """key: of the texts of faults. detail: the error, or the sign on which the pattern runs away."""

    key: str
    detail: str


@lru_cache(maxsize=1024)
def fault_of(pattern: str) -> PatternFault | None:
    """What is wrong with a pattern, None if nothing is."""
    try:
        re.compile(pattern)
        tree = parser.parse(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return PatternFault("bad-regex", str(error))
    try:
        runaway = _Analysis(_signs(tree), bool(tree.state.flags & re.MULTILINE)).runaway(tree)
    except _TooLargeError:
        return PatternFault("regex-too-large", "")
    except _RunawayError:
        return PatternFault("runs-away", "…")
    return None if runaway is None else PatternFault("runs-away", runaway)


class _TooLargeError(Exception):
    """The automaton is too large to be judged."""


class _RunawayError(Exception):
    """The pattern can run away, whatever the rest of it."""


# ------------------------------------------------------------------ signs
def _signs(tree: Any) -> str:
    """Signs that tell all classes of the pattern apart, in lower case."""
    found = set(_OTHERS)
    for point in _points(tree):
        found.update(chr(near) for near in (point - 1, point, point + 1) if 0 <= near < 0x110000)
    return "".join(sorted({sign.lower() for sign in found if len(sign.lower()) == 1}))


def _points(tree: Any) -> Iterable[int]:
    for op, argument in tree:
        if op in (code.LITERAL, code.NOT_LITERAL):
            yield argument
        elif op is code.IN:
            for item, value in argument:
                if item is code.LITERAL:
                    yield value
                elif item is code.RANGE:
                    yield from value
        else:
            for inner in _inner(op, argument):
                yield from _points(inner)


def _inner(op: Any, argument: Any) -> list[Any]:
    """The patterns inside of a part."""
    if op is code.BRANCH:
        return list(argument[1])
    if op is code.SUBPATTERN:
        return [argument[3]]
    if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
        return [argument[2]]
    if op is code.ATOMIC_GROUP:
        return [argument]
    if op in (code.ASSERT, code.ASSERT_NOT):
        return [argument[1]]
    if op is code.GROUPREF_EXISTS:
        return [part for part in argument[1:] if part is not None]
    return []


_CATEGORIES: Final[dict[Any, Callable[[str], bool]]] = {
    code.CATEGORY_DIGIT: str.isdigit,
    code.CATEGORY_SPACE: str.isspace,
    code.CATEGORY_WORD: lambda sign: sign.isalnum() or sign == "_",
    code.CATEGORY_NOT_DIGIT: lambda sign: not sign.isdigit(),
    code.CATEGORY_NOT_SPACE: lambda sign: not sign.isspace(),
    code.CATEGORY_NOT_WORD: lambda sign: not (sign.isalnum() or sign == "_"),
}


def _holds(item: Any, value: Any, sign: str) -> bool:
    """Whether an item of a class holds a sign, in either case."""
    points = (ord(sign), ord(sign.upper())) if len(sign.upper()) == 1 else (ord(sign),)
    if item is code.LITERAL:
        return value in points
    if item is code.RANGE:
        return any(value[0] <= point <= value[1] for point in points)
    return bool(_CATEGORIES[value](sign)) if item is code.CATEGORY else True


# ------------------------------------------------------------------ automaton
@dataclass(slots=True)
class _Analysis:
    """States with empty moves; a position is a state that reads a sign. masks: bits of the signs it reads."""

    signs: str
    lines: bool = False  # "^" and "$" match at lines too
    empty: list[list[tuple[int, str]]] = field(default_factory=list)  # (state, condition)
    masks: dict[int, int] = field(default_factory=dict)

    def runaway(self, tree: Any) -> str | None:
        """A sign on which the pattern, or one inside of it that is matched by itself, runs away."""
        apart: list[Any] = []
        start, end = self._new(), self._new()
        self._build(tree, start, end, apart)
        found = _Loops(self).runaway()
        for inner in apart:
            found = found or _Analysis(self.signs, self.lines).runaway(inner)
        return found

    def _new(self) -> int:
        self.empty.append([])
        if len(self.empty) > _MOST_STATES:
            raise _TooLargeError
        return len(self.empty) - 1

    def _read(self, start: int, end: int, mask: int) -> None:
        """A position between two states."""
        position = self._new()
        self.masks[position] = mask
        self._link(start, position)
        self._link(position, end)

    def _link(self, start: int, end: int, condition: str = "") -> None:
        self.empty[start].append((end, condition))

    def _build(self, tree: Any, start: int, end: int, apart: list[Any]) -> None:
        here = start
        for op, argument in tree:
            there = self._new()
            self._part(op, argument, here, there, apart)
            here = there
        self._link(here, end)

    def _part(self, op: Any, argument: Any, start: int, end: int, apart: list[Any]) -> None:
        if op in (code.MAX_REPEAT, code.MIN_REPEAT):
            self._repeat(argument, start, end, apart)
        elif op is code.BRANCH or op is code.GROUPREF_EXISTS:
            for inner in _inner(op, argument):
                self._build(inner, start, end, apart)
            if op is code.GROUPREF_EXISTS:
                self._link(start, end)
        elif op is code.SUBPATTERN:
            self._build(argument[3], start, end, apart)
        elif op is code.AT:
            self._link(start, end, self._condition(argument))
        elif op in (code.ASSERT, code.ASSERT_NOT):
            apart.extend(_inner(op, argument))
            self._link(start, end)
        elif op in (code.ATOMIC_GROUP, code.POSSESSIVE_REPEAT, code.GROUPREF):
            apart.extend(_inner(op, argument))  # what was matched is not tried again: outside it is like one sign
            self._read(start, end, (1 << len(self.signs)) - 1)
        else:
            self._read(start, end, self._mask(op, argument))

    def _condition(self, place: Any) -> str:
        """What must hold between two signs: a boundary of words, or that there are no two signs at all."""
        if place is code.AT_BOUNDARY:
            return _BOUNDARY
        if place is code.AT_NON_BOUNDARY or (self.lines and place in (code.AT_BEGINNING, code.AT_END)):
            return ""
        return _NEVER

    def _repeat(self, argument: Any, start: int, end: int, apart: list[Any]) -> None:
        least, most, body = argument
        endless = most is code.MAXREPEAT or most > _EXPANDED
        narrowest, widest = body.getwidth()
        if least > _EXPANDED and narrowest == 0 and widest > 0:
            raise _RunawayError  # which of the many rounds are empty may be chosen in very many ways
        here = start
        for _ in range(min(least, 2) if endless else least):
            there = self._new()
            self._build(body, here, there, apart)
            here = there
        self._link(here, end)
        if endless:
            first, last = self._new(), self._new()
            self._build(body, first, last, apart)
            self._link(here, first)
            self._link(last, first)
            self._link(last, end)
            return
        for _ in range(most - least):
            there = self._new()
            self._build(body, here, there, apart)
            self._link(there, end)
            here = there

    def _mask(self, op: Any, argument: Any) -> int:
        if op is code.ANY:
            return (1 << len(self.signs)) - 1  # a rule function may set DOTALL
        items = argument if op is code.IN else [(code.LITERAL, argument)]
        turned = op is code.NOT_LITERAL or items[0][0] is code.NEGATE
        mask = 0
        for bit, sign in enumerate(self.signs):
            held = any(_holds(item, value, sign) for item, value in items if item is not code.NEGATE)
            mask |= (held != turned) << bit
        return mask

    def moves(self, position: int) -> dict[tuple[int, str], int]:
        """The positions that may follow and on what condition, with 2 where several ways of empty moves lead there."""
        found: dict[tuple[int, str], int] = {}
        self._follow(position, frozenset(), "", found)
        return found

    def _follow(self, state: int, passed: frozenset[int], condition: str, found: dict[tuple[int, str], int]) -> None:
        for after, asked in self.empty[state]:
            both = max(condition, asked)
            if both == _NEVER:
                continue
            if after in self.masks:
                found[after, both] = min(2, found.get((after, both), 0) + 1)
            elif after not in passed:
                self._follow(after, passed | {after}, both, found)


class _Loops:
    """Looks for loops that can read one text in several ways."""

    def __init__(self, analysis: _Analysis) -> None:
        self.signs = analysis.signs
        self.masks = analysis.masks
        self.words = sum((sign.isalnum() or sign == "_") << bit for bit, sign in enumerate(self.signs))
        self.moves = {position: analysis.moves(position) for position in analysis.masks}
        self.after = {position: {after for after, _ in moves} for position, moves in self.moves.items()}

    def runaway(self) -> str | None:
        for component in _components(self.after):
            inside = set(component)
            if len(component) > _LARGEST_LOOP:
                raise _TooLargeError
            if len(component) > 1 or component[0] in self.after[component[0]]:
                found = self._exponential(inside)
                if found is not None:
                    return found
        return self._competing()

    def _possible(self, condition: str, before: int, after: int) -> bool:
        """Whether two signs of these masks may stand beside each other on the condition."""
        if condition != _BOUNDARY:
            return True
        words = self.words
        return bool((before & words and after & ~words) or (before & ~words and after & words))

    def _exponential(self, inside: set[int]) -> str | None:
        """Two different ways around a loop on one text."""
        for position in inside:
            for (after, condition), ways in self.moves[position].items():
                possible = self._possible(condition, self.masks[position], self.masks[after])
                if ways > 1 and after in inside and possible:
                    return self._sign(self.masks[after])
        graph: dict[tuple[int, int], list[tuple[int, int]]] = {}
        todo = [(position, position) for position in inside]
        while todo:
            pair = todo.pop()
            if pair not in graph:
                graph[pair] = list(self._both(pair, inside))
                todo.extend(graph[pair])
        for component in _components(graph):
            if any(one == other for one, other in component):
                apart = next((pair for pair in component if pair[0] != pair[1]), None)
                if apart is not None:
                    return self._sign(self.masks[apart[0]] & self.masks[apart[1]])
        return None

    def _both(self, pair: tuple[int, int], inside: set[int]) -> Iterator[tuple[int, int]]:
        """The pairs of positions that one sign leads to from a pair."""
        before = self.masks[pair[0]] & self.masks[pair[1]]
        for one, of_one in self.moves[pair[0]]:
            for other, of_other in self.moves[pair[1]]:
                sign = self.masks[one] & self.masks[other]
                if one in inside and other in inside and sign and self._possible(max(of_one, of_other), before, sign):
                    yield one, other

    def _competing(self) -> str | None:
        """Two loops, one behind the other, that both read a run of one sign, and nothing but that sign between."""
        loops = [position for position, moves in self.moves.items() if (position, "") in moves]
        for first in loops:
            for bit in range(len(self.signs)):
                if self.masks[first] >> bit & 1 and not self.signs[bit].isspace():
                    reached = self._reached(first, bit)
                    if any(other in reached for other in loops if other != first):
                        return self._sign(1 << bit)
        return None

    def _reached(self, start: int, bit: int) -> set[int]:
        """The positions that a run of the sign leads to; there is no boundary in it."""
        reached: set[int] = set()
        todo = [start]
        while todo:
            for after, condition in self.moves[todo.pop()]:
                if not condition and after not in reached and self.masks[after] >> bit & 1:
                    reached.add(after)
                    todo.append(after)
        return reached

    def _sign(self, mask: int) -> str:
        shown = [sign for bit, sign in enumerate(self.signs) if mask >> bit & 1]
        return next((sign for sign in shown if sign.isprintable() and not sign.isspace()), shown[0] if shown else "")


def _components(graph: dict[Any, Any]) -> list[list[Any]]:
    """Strongly connected components (Tarjan), without recursion."""
    index: dict[Any, int] = {}
    low: dict[Any, int] = {}
    stack: list[Any] = []
    on_stack: set[Any] = set()
    found: list[list[Any]] = []
    for root in graph:
        if root in index:
            continue
        work = [(root, iter(graph[root]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, rest = work[-1]
            for after in rest:
                if after not in index:
                    index[after] = low[after] = len(index)
                    stack.append(after)
                    on_stack.add(after)
                    work.append((after, iter(graph[after])))
                    break
                if after in on_stack:
                    low[node] = min(low[node], index[after])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    component = []
                    while True:
                        member = stack.pop()
                        on_stack.discard(member)
                        component.append(member)
                        if member == node:
                            break
                    found.append(component)
    return found
