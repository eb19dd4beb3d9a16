"""Which of the words that rules look for stand in a word of a text, worked out once for every word.

Agreements share most of their words, and rules look for the same few hundred in each of them. So what a word of a
text holds is remembered, and a document only asks about words that no document before it had.
"""

from __future__ import annotations

from collections.abc import Iterable

RUN = 5
_MOST_WORDS = 50_000  # of texts that are remembered
_MOST_SOUGHT = 20_000


class Lexicon:
    """The words looked for, in the order in which they were learnt, and what the words of texts hold of them."""

    def __init__(self) -> None:
        self.sought: dict[str, None] = {}
        self._order: list[str] = []
        self._by_run: dict[str, list[str]] = {}
        self._short: list[str] = []
        self._inside: dict[str, tuple[int, tuple[str, ...]]] = {}
        self._asked: set[str] = set()

    def ask(self, words: Iterable[str]) -> None:
        """Note words that were looked for; those of a second document are learnt, for only these come back."""
        for word in words:
            if word in self._asked and len(self._order) < _MOST_SOUGHT:
                self._learn(word)
            elif len(self._asked) < _MOST_SOUGHT:
                self._asked.add(word)

    def _learn(self, word: str) -> None:
        if word in self.sought or not word:
            return
        if len(word) < RUN:
            self._short.append(word)
        else:
            self._by_run.setdefault(word[:RUN], []).append(word)
        self._order.append(word)
        self.sought[word] = None

    def inside(self, word: str) -> tuple[str, ...]:
        """The words looked for that stand in a word of a text."""
        learnt = len(self._order)  # before looking: another thread may learn meanwhile
        known = self._inside.get(word)
        if known is not None and known[0] == learnt:
            return known[1]
        if known is None:
            found = self._look(word)
        else:  # some were learnt since
            found = (*known[1], *(sought for sought in self._order[known[0] : learnt] if sought in word))
        if len(self._inside) >= _MOST_WORDS:
            self._inside.clear()
        self._inside[word] = learnt, found
        return found

    def _look(self, word: str) -> tuple[str, ...]:
        found = [sought for sought in self._short if sought in word]
        for at in range(len(word) - RUN + 1):
            for sought in self._by_run.get(word[at : at + RUN], ()):
                if word.startswith(sought, at) and sought not in found:
                    found.append(sought)
        return tuple(found)


LEXICON = Lexicon()
