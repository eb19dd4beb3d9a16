"""Numbers of articles, paragraphs and list items, and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kerjasama_check.agreement.model import Agreement, Article, Item, Paragraph
from kerjasama_check.checking.findings import Confidence, Hit, Spot
from kerjasama_check.checking.functions.clauses import article_spot
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.text import spot_block
from kerjasama_check.indonesian.lazy import lazy


def _when_scanned(agreement: Agreement, confidence: Confidence) -> Confidence | None:
    return confidence if agreement.document.reading.ocr else None


@function("article_numbering", values=("number", "expected"), variants=("double", "gap", "start", "restart"))
def article_numbering(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A number of a Pasal occurs twice, is left out, or the first one is not 1."""
    expected = 1
    seen: set[int] = set()
    unnumbered = 0
    numbers = [article.number for article in agreement.articles]
    for index, article in enumerate(agreement.articles):
        number = article.number
        if number is None:
            unnumbered += 1
            continue
        if agreement.document.reading.ocr and _misread(numbers, index, expected):
            expected += 1
            continue
        values: dict[str, str | int] = {"number": number, "expected": expected}
        confidence = _when_scanned(agreement, "low") if _named(article) else "low"
        if number == 1 and len(seen) > 2:
            seen.clear()
            yield Hit(article_spot(agreement, article), values, variant="restart", confidence=confidence)
        elif number in seen:
            yield Hit(article_spot(agreement, article), values, variant="double", confidence=confidence)
        elif number > expected + unnumbered:
            variant = "start" if not seen else "gap"
            yield Hit(article_spot(agreement, article), values, variant=variant, confidence=confidence)
        seen.add(number)
        expected = number + 1
        unnumbered = 0


def _named(article: Article) -> bool:
    """Whether the number stands in a label such as "Pasal 5": a bare "5." is more often something else."""
    return any(c.isalpha() for c in article.label or "")


def _misread(numbers: list[int | None], index: int, expected: int) -> bool:
    """Whether a number of a scan is wrong by itself: the next one goes on as if it were right."""
    following = numbers[index + 1] if index + 1 < len(numbers) else None
    return numbers[index] != expected and following == expected + 1


@function("headings_mixed", values=("count",))
def headings_mixed(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """Some articles have a heading and others none."""
    numbered = [article for article in agreement.articles if article.number is not None]
    bare = [article for article in numbered if not article.heading]
    if not bare or len(bare) * 2 > len(numbered):
        return
    spots = [article_spot(agreement, article) for article in bare]
    yield Hit(spots[0], {"count": len(bare)}, tuple(spots[1:]), confidence=_when_scanned(agreement, "medium"))


@function(
    "paragraph_numbering",
    values=("number", "expected"),
    variants=("double", "gap", "alone", "unnumbered", "empty", "broken", "restart"),
)
def paragraph_numbering(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """Numbers of ayat that are left out, occur twice or stand alone, and text without a number after numbered ayat.

    Of a scan, whose numbers are often lost, only what was not lost counts: a number that occurs twice, a sentence
    without one.
    """
    scanned = agreement.document.reading.ocr
    last = len(agreement.articles) - 1
    for index, article in enumerate(agreement.articles):
        numbered = [p for p in article.paragraphs if p.number is not None]
        if not numbered:
            continue
        for hit in _sequence(agreement, article, numbered):
            if not scanned or hit.variant in ("double", "restart"):
                yield hit
        if len(numbered) == 1 and numbered[0].number == 1 and not _is_list(article) and not scanned:
            yield _hit(agreement, article, numbered[0], "alone", 1, 1)
        if index != last:
            yield from _unnumbered_end(agreement, article)


def _is_list(article: Article) -> bool:
    """Whether the number heads a list after an introductory sentence rather than an ayat."""
    return bool(article.paragraphs) and article.paragraphs[0].number is None


def _sequence(agreement: Agreement, article: Article, numbered: list[Paragraph]) -> Iterator[Hit]:
    expected = 1
    before: Paragraph | None = None
    restarted = False
    for paragraph in numbered:
        number = paragraph.number or 0
        if number == 1 and expected > 2:  # two lists in one article: said once
            if not restarted:
                yield _hit(agreement, article, paragraph, "restart", number, expected)
            restarted = True
        elif number == expected - 1 and expected > 1:
            yield _hit(agreement, article, paragraph, "double", number, expected)
        elif number > expected:
            yield _hit(agreement, article, paragraph, "gap", number, expected)
        elif not paragraph.text.strip(" .;") and not paragraph.items:
            yield _hit(agreement, article, paragraph, "empty", number, expected)
        elif before is not None and _runs_on(before, paragraph):
            yield _hit(agreement, article, paragraph, "broken", number, expected)
        before = paragraph
        expected = number + 1


def _runs_on(before: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a sentence breaks off and goes on under the next number."""
    if before.items or not re.search(r"[a-z,]$", before.text.rstrip()):
        return False
    return re.match(r"[a-z]", paragraph.text) is not None or _UNFINISHED.search(before.text.rstrip()) is not None


_UNFINISHED = lazy(r"\b(?:dan|atau|dan/atau|yang|dengan|untuk|dari|oleh|pada|di|ke|serta|salah satu|sebagai|bagi)$")


def _unnumbered_end(agreement: Agreement, article: Article) -> Iterator[Hit]:
    """A full sentence without a number after a numbered one that is complete."""
    before: Paragraph | None = None
    for paragraph in article.paragraphs:
        if paragraph.number is not None:
            before = paragraph
        elif before is not None and paragraph.label is None:
            complete = not before.items and before.text.rstrip().endswith(".")
            if complete and re.match(r"[A-Z“\"]", paragraph.text) and len(paragraph.text) > 40:
                yield _hit(agreement, article, paragraph, "unnumbered", 0, 0)
            return


def _hit(agreement: Agreement, article: Article, paragraph: Paragraph, variant: str, number: int, expected: int) -> Hit:
    values: dict[str, str | int] = {"number": number, "expected": expected}
    spot = spot_block(agreement, paragraph.blocks[0]) if paragraph.blocks else article_spot(agreement, article)
    return Hit(spot, values, variant=variant, confidence=_when_scanned(agreement, "low"))


_DEEPEST = 4
_BULLET = lazy(r"[^\w(]|[oO]\Z")
_ENDED = lazy(r"[;,:.]\s*(dan/atau|dan|atau|serta)?\s*$")


@function("list_form", values=("label", "expected"), variants=("bullet", "order", "deep", "end"))
def list_form(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """Bullets where a label can be cited, labels out of order, more than four levels, items that do not end.

    Not for scans, whose labels and ends of lines are too often misread.
    """
    if agreement.document.reading.ocr:
        return
    ends: list[Spot] = []
    bullets: list[Spot] = []
    for article in agreement.articles:
        for paragraph in article.paragraphs:
            yield from _list(agreement, paragraph.items, 1, bullets, ends)
    for variant, spots in (("bullet", bullets), ("end", ends)):
        if spots:
            yield Hit(spots[0], {"label": "", "expected": ""}, tuple(spots[1:]), variant)


def _list(
    agreement: Agreement, items: tuple[Item, ...], level: int, bullets: list[Spot], ends: list[Spot]
) -> Iterator[Hit]:
    if not items:
        return
    places = [spot_block(agreement, item.blocks[0]) if item.blocks else Spot() for item in items]
    if level == _DEEPEST + 1:
        yield Hit(places[0], {"label": items[0].label or "", "expected": ""}, variant="deep")
    ranks = [_rank(item.label) for item in items]
    for index, (item, rank) in enumerate(zip(items, ranks, strict=True)):
        before = ranks[index - 1] if index else None
        if item.label and _BULLET.match(item.label):
            bullets.append(places[index])
        elif rank is not None and before is not None and rank not in (1, before + 1):  # at 1 another list begins
            values: dict[str, str | int] = {"label": item.label or "", "expected": _label(before, item.label)}
            yield Hit(places[index], values, variant="order")
        yield from _list(agreement, item.items, level + 1, bullets, ends)
    for item, place in zip(items[:-1], places, strict=False):
        if not item.items and len(item.blocks) < 2 and not _ENDED.search(item.text):
            ends.append(place)
            break


def _rank(label: str | None) -> int | None:
    """1 for "a.", 2 for "b)" and "2."; None for bullets and Roman figures."""
    kept = re.sub(r"[^0-9A-Za-z]", "", label or "")
    if kept.isdigit():
        return int(kept)
    if len(kept) == 1 and kept.isascii():
        return ord(kept.lower()) - ord("a") + 1
    return None


def _label(before: int, like: str | None) -> str:
    """The label that should follow, in the form of the one printed."""
    kept = re.sub(r"[^0-9A-Za-z]", "", like or "")
    following = str(before + 1) if kept.isdigit() else chr(ord("a") + before) if before < 26 else "?"
    return (like or "").replace(kept, following, 1) if kept else following
