"""The costs that an English sentence lays on somebody: the usual wordings of a memorandum, no more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kerjasama_check.agreement.cost_parties import Parties
from kerjasama_check.agreement.cost_phrases import shorten
from kerjasama_check.agreement.cost_view import Cost
from kerjasama_check.indonesian.lazy import lazy

_COST = (
    r"(?:costs?|expenses?|expenditures?|financial\s{1,2}(?:arrangements?|obligations?|support|matters?|"
    r"responsibilit\w{1,3})|"
    r"funding|fees?|taxes|insurance|financing|budget)"
)
_OWN = lazy(
    r"\b(?:each|every|both|the|all)\s{1,2}(?:part(?:y|ies)|institutions?|universit(?:y|ies)|sides?|"
    r"participants?)\s{1,2}"
    r"(?:shall\s{1,2}|will\s{1,2}|agrees?\s{1,2}to\s{1,2}|must\s{1,2})?"
    r"(?:bear|cover|pay|meet|finance|fund|"
    r"be\s{1,2}(?:solely\s{1,2})?responsible\s{1,2}for)\s{1,2}(?:all\s{1,2}of\s{1,2})?(?:its|their)\s{1,2}"
    rf"(?:own\s{{1,2}}|respective\s{{1,2}}){{1,2}}(?:\w{{1,14}}\s{{1,2}}){{0,2}}{_COST}",
    re.IGNORECASE,
)
_BORNE = lazy(
    rf"\b{_COST}\b[^.;]{{0,220}}?\b(?:borne|paid|covered|met|funded|financed|"
    rf"provided)\s{{1,2}}(?:solely\s{{1,2}})?(?:by|from|out\s{{1,2}}of)\s",
    re.IGNORECASE,
)
_BEARS = lazy(
    r"\b(?:shall|will|agrees?\s{1,2}to|must)\s{1,2}(?:bear|cover|pay|finance|fund|reimburse|"
    r"be\s{1,2}(?:solely\s{1,2})?responsible\s{1,2}for)\s{1,2}"
    rf"(?:\w{{1,14}}\s{{1,2}}){{0,4}}?{_COST}\b",
    re.IGNORECASE,
)
_PROVIDES = lazy(
    r"\b(?:shall|will|agrees?\s{1,2}to|must)\s{1,2}(?:provide|supply|install|build|maintain|"
    r"furnish)\s{1,2}(?:\w{1,14}\s{1,2}){0,4}?"
    r"(?:(?P<sarana>facilit(?:y|ies)|rooms?|premises|office\s{1,2}space|accommodation|housing|laborator(?:y|ies))|"
    r"(?P<barang>equipment|materials?|books?|supplies)|(?P<pelatihan>training|workshops?)|"
    r"(?P<hibah>scholarships?|grants?))\b",
    re.IGNORECASE,
)
_LATER = lazy(
    rf"\b{_COST}\b[^.;]{{0,160}}?\b(?:will|shall|to)\s{{1,2}}be\s{{1,2}}(?:\w{{1,14}}\s{{1,2}}){{0,2}}"
    r"(?:negotiated|agreed|determined|discussed|specified|decided|set\s{1,2}out|stipulated|arranged|subject|"
    r"described|detailed)\b",
    re.IGNORECASE,
)
_NOT = lazy(r"\b(?:not|neither|no|nothing)\b", re.IGNORECASE)
_ALL = lazy(r"\b(?:each|both|all|the)\s{1,2}(?:parties|party|institutions?|universities)\b", re.IGNORECASE)
_FUNDS = lazy(r"\bown\s{1,2}(?:budget|funds)\b", re.IGNORECASE)
_KINDS = (
    ("asuransi-pajak", re.compile(r"\b(?:tax(?:es)?|insurance)\b", re.IGNORECASE)),
    ("perjalanan", re.compile(r"\b(?:travel|transport\w{0,6}|accommodation|airfare)\b", re.IGNORECASE)),
    ("pembayaran", re.compile(r"\b(?:fees?|price|tuition)\b", re.IGNORECASE)),
)


def english_costs(text: str, parties: Parties) -> Iterator[Cost]:
    """The costs of an English sentence; the first wording that fits counts."""
    own = _OWN.search(text)
    if own is not None:
        source = ("internal",) if _FUNDS.search(text) else ()
        yield Cost("umum", parties.everyone, own.start(), shorten(own.group(), 110), source, True)
        return
    for pattern in (_BORNE, _BEARS):
        match = pattern.search(text)
        if match is not None and not _NOT.search(text, max(0, match.start() - 40), match.end()):
            payers = _after(text, match.end(), parties) if pattern is _BORNE else _before(text, match.start(), parties)
            if payers or pattern is _BORNE:
                kind = _kind(text[max(0, match.start() - 24) : match.end()])
                yield Cost(kind, payers, match.start(), shorten(match.group(), 110))
                return
    provides = _PROVIDES.search(text)
    if provides is not None and not _NOT.search(text, max(0, provides.start() - 40), provides.start()):
        payers = _before(text, provides.start(), parties)
        if payers:
            yield Cost(provides.lastgroup or "sarana", payers, provides.start(), shorten(provides.group(), 110))
        return
    later = _LATER.search(text)
    if later is not None and not _NOT.search(text, later.start(), later.end()):
        yield Cost("umum", (), later.start(), shorten(later.group(), 110))


def _kind(text: str) -> str:
    return next((name for name, pattern in _KINDS if pattern.search(text)), "umum")


def _after(text: str, start: int, parties: Parties) -> tuple[int, ...]:
    group = parties.group(text, start, min(len(text), start + 60))
    if group is not None:
        return group.parties
    return parties.everyone if _ALL.search(text, start, start + 40) else ()


def _before(text: str, end: int, parties: Parties) -> tuple[int, ...]:
    """The subject: the last party named shortly before the verb."""
    last: tuple[int, ...] = ()
    for mention in parties.mentions(text, max(0, end - 60), end):
        last = mention.parties
    return last or (parties.everyone if _ALL.search(text, max(0, end - 30), end) else ())
