"""The text of an agreement in small letters, for a first look: whether a word can be in it at all.

Testing plain substrings in one long text is far quicker than a pattern, so that a rule whose words do not occur
costs next to nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.text import is_annex

_HYPHENS = str.maketrans({"‐": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Glance:
    """parts: one text per provision, small letters, blanks collapsed. whole: all of them. own: without annexes."""

    parts: tuple[str, ...]
    whole: str
    own: str


class Same:
    """An agreement as the key of a cache: equal only to itself, so that trees are never compared."""

    __slots__ = ("agreement",)

    def __init__(self, agreement: Agreement) -> None:
        self.agreement = agreement

    def __hash__(self) -> int:
        return id(self.agreement)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.agreement is other.agreement


@lru_cache(maxsize=2)
def _glance(key: Same) -> Glance:
    provisions = key.agreement.provisions
    parts = tuple(lowered(provision.text) for provision in provisions)
    own = " \n ".join(part for provision, part in zip(provisions, parts, strict=True) if not is_annex(provision.name))
    return Glance(parts, " \n ".join(parts), own)


def glance(agreement: Agreement) -> Glance:
    """The text of an agreement for a first look, made once."""
    return _glance(Same(agreement))


def lowered(text: str) -> str:
    """Small letters, every run of blanks one blank, plain hyphens."""
    return " ".join(text.lower().translate(_HYPHENS).split())
