"""References in running text: to articles, paragraphs, items and annexes, and whether they mean this agreement.

One `Reference` per article named: "Pasal 4, Pasal 5, dan Pasal 6" gives three, "Pasal 5 ayat (2) dan ayat (3) huruf a"
gives two (the item belongs to the last paragraph only). Runs of paragraphs and items are written out: "ayat (2) sampai
dengan ayat (4)" is (2, 3, 4). The pattern follows UU 12/2011, Lampiran II, 270 ff., and the looser ways of real drafts
("ayat 1 Pasal ini", "pasal (2)", "Pasal III", "huruf a ayat (2) Pasal 3").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kerjasama_check.agreement.reference_chain import ROMAN, SEPARATOR, Link, count_up, read_chain
from kerjasama_check.agreement.reference_source import is_external
from kerjasama_check.indonesian.lazy import lazy

_FLAGS = re.IGNORECASE
_NO_AGREEMENT_HAS = 200  # articles: a higher number is that of a code, also where the code is not named
_HEAD = lazy(r"\b(?:pasal(?:-pasal)?|ayat|huruf|lampiran(?:-lampiran)?)\b", _FLAGS)
_ANNEX = lazy(rf"[ ]{{1,2}}[\"“(]?(?P<number>{ROMAN}|\d{{1,2}}|(?-i:[A-K]))[)\"”]?(?![\w./])", _FLAGS)
_THIS_ARTICLE = lazy(r"[ \t\n]{0,3}[,(]?[ ]?pasal[ ]{1,2}(?:ini|tersebut|yang sama)\b", _FLAGS)
_POINTING = lazy(r"[ \t\n]{0,3}(tersebut(?: di ?atas)?|di ?atas|di ?muka|di ?bawah)(?: ini)?\b", _FLAGS)
_THIS = lazy(r"[ \t\n]{1,3}ini\b", _FLAGS)
_PREPOSITION = lazy(r"\b(dalam|pada|di)[ \t\n]{1,3}$", _FLAGS)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to one article (with paragraphs and items) or annex.

    start, end: offsets of the whole expression ("Pasal 5 ayat (2)"); the references of one list share them and `group`.
    article: number as read, None where no article is named ("ayat (1)", "Pasal ini").
    paragraphs, items: ayat numbers and letters, runs written out; items may be figures ("angka 3").
    points: what lies below the item ("huruf a angka 2").
    annex: "II", "1", "A" as printed, "" for an annex without a number, None for no annex.
    external: it means a law or another document. own_article: it means the article it stands in.
    says_this: "Pasal ini" or "Pasal 5 ini" is written. pointing: "tersebut", "di atas" and the like behind it.
    reversed: the paragraph is written before its article ("ayat (1) Pasal 5").
    wording: the preposition in front ("dalam", "pada", "di"), None for any other word.
    """

    start: int
    end: int
    text: str
    article: int | None = None
    paragraphs: tuple[int, ...] = ()
    items: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    annex: str | None = None
    external: bool = False
    own_article: bool = False
    says_this: bool = False
    pointing: str | None = None
    reversed: bool = False
    wording: str | None = None
    group: int = 0


def find_references(text: str, kind: str | None = None) -> tuple[Reference, ...]:
    """All references of a text, in order. kind: that of the agreement, to tell its own name from another's."""
    found: list[Reference] = []
    position = 0
    while head := _HEAD.search(text, position):
        references, end = _read_at(text, head, kind, len(found))
        found += references
        position = max(end, head.end())
    return tuple(found)


def _read_at(text: str, head: re.Match[str], kind: str | None, group: int) -> tuple[list[Reference], int]:
    if head.group().lower().startswith("lampiran"):
        annex = _read_annex(text, head, kind)
        return [replace(r, group=group) for r in annex], annex[-1].end if annex else head.end()
    chain, end = read_chain(text, head.start())
    if not chain:
        bare = _read_bare(text, head)
        return ([replace(bare, group=group)], bare.end) if bare else ([], head.end())
    references = _finish(text, chain, head.start(), end, kind, group)
    return references, references[-1].end


# ------------------------------------------------------------------ from the chain to references


def _finish(text: str, chain: list[Link], start: int, end: int, kind: str | None, group: int) -> list[Reference]:
    references = list(_targets(chain))
    this = _THIS_ARTICLE.match(text, end)
    if references[-1].article is None and this:
        references = [replace(r, own_article=True, says_this=True, reversed=True) for r in references]
        end = this.end()
    pointing = _POINTING.match(text, end)
    this_number = _THIS.match(text, end)
    external = is_external(text, start, end, kind, references[0].article is not None)
    wording = _preposition(text, start)
    return [
        replace(
            reference,
            start=start,
            end=end,
            text=text[start:end],
            external=external or (reference.article or 0) > _NO_AGREEMENT_HAS,
            own_article=reference.article is None,
            says_this=reference.says_this or this_number is not None,
            pointing=pointing[1].lower() if pointing else None,
            wording=wording,
            group=group,
        )
        for reference in references
    ]


def _targets(chain: list[Link]) -> Iterator[Reference]:
    """References with article, paragraphs, items and points; nothing else filled in yet."""
    backwards = _backwards(chain)
    article: int | None = None
    current: Reference | None = None
    for link in backwards if backwards is not None else chain:
        if link.keyword == "pasal":
            if current is not None:
                yield current
            for value in link.values[:-1]:
                yield _blank(int(value))
            article = int(link.values[-1])
            current = replace(_blank(article), reversed=backwards is not None)
        elif link.keyword == "ayat":
            numbers = tuple(int(v) for v in link.values)
            if current is None or current.items or current.points:
                if current is not None:
                    yield current
                current = _blank(article)
            if link.joined and current.paragraphs and _deeper_follows(chain, link):
                yield current
                current = _blank(article)
            current = replace(current, paragraphs=current.paragraphs + numbers)
        else:
            current = current or _blank(article)
            deeper = bool(current.items) and link.keyword == "angka" and not link.joined
            field = "points" if deeper else "items"
            current = (
                replace(current, points=current.points + tuple(link.values))
                if field == "points"
                else replace(current, items=current.items + tuple(link.values))
            )
    if current is not None:
        yield current


def _blank(article: int | None) -> Reference:
    return Reference(0, 0, "", article)


def _deeper_follows(chain: list[Link], link: Link) -> bool:
    at = next(i for i, other in enumerate(chain) if other is link)
    return at + 1 < len(chain) and chain[at + 1].keyword in ("huruf", "angka")


def _backwards(chain: list[Link]) -> list[Link] | None:
    """The links in the usual order where they are written from the inside out: "huruf a ayat (2) Pasal 3"."""
    rank = {"pasal": 0, "ayat": 1, "huruf": 2, "angka": 3}
    ranks = [rank[link.keyword] for link in chain]
    if (
        len(chain) > 1
        and ranks[-1] < ranks[0]
        and not any(link.joined for link in chain)
        and ranks == sorted(ranks, reverse=True)
    ):
        return chain[::-1]
    return None


def _read_bare(text: str, head: re.Match[str]) -> Reference | None:
    """ "Pasal ini", "pasal tersebut di atas", "ayat di atas": a keyword without a number."""
    word = head.group().lower()
    if word not in ("pasal", "ayat"):
        return None
    pointing = _POINTING.match(text, head.end())
    this = _THIS.match(text, head.end())
    if not pointing and not (this and word == "pasal"):
        return None
    end = (pointing or this).end()  # type: ignore[union-attr]
    if word == "pasal" and is_external(text, head.start(), end, None, False):
        return None
    return Reference(
        head.start(),
        end,
        text[head.start() : end],
        own_article=this is not None,
        says_this=this is not None,
        pointing=pointing[1].lower() if pointing else None,
        wording=_preposition(text, head.start()),
    )


def _read_annex(text: str, head: re.Match[str], kind: str | None) -> list[Reference]:
    numbers: list[str] = []
    end = head.end()
    number = _ANNEX.match(text, end)
    run = False
    while number:
        if run and numbers:
            numbers += _annex_run(numbers[-1], number["number"])
        else:
            numbers.append(number["number"])
        end = number.end()
        separator = SEPARATOR.match(text, end)
        if not separator:
            break
        run = bool(separator["run"])
        at = separator.end()
        word = _HEAD.match(text, at)
        at = word.end() if word and word.group().lower().startswith("lampiran") else at - 1
        number = _ANNEX.match(text, at)
    external = is_external(text, head.start(), end, kind, False)
    wording = _preposition(text, head.start())
    return [
        Reference(head.start(), end, text[head.start() : end], annex=n, external=external, wording=wording)
        for n in numbers or [""]
    ]


def _annex_run(first: str, last: str) -> list[str]:
    if not (first.isdigit() and last.isdigit()):
        return [last]
    return count_up(first, last)


def _preposition(text: str, start: int) -> str | None:
    match = _PREPOSITION.search(text, max(0, start - 12), start)
    return match[1].lower() if match else None
