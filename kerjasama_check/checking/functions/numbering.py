"""Numbers of articles, paragraphs and list items, and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kerjasama_check.agreement.model import Agreement, Article, Item, Paragraph
from kerjasama_check.checking.findings import Confidence, Hit, Spot
from kerjasama_check.checking.functions.clauses import article_spot
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.text import fold, spot_block
from kerjasama_check.indonesian.lazy import lazy


def _when_scanned(agreement: Agreement, confidence: Confidence) -> Confidence | None:
    return confidence if agreement.document.reading.ocr else None


@function("article_numbering", values=("number", "expected"), variants=("double", "gap", "start", "restart", "pages"))
def article_numbering(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A number of a Pasal occurs twice, is left out, or the first one is not 1.

    Each language of a bilingual text has its own sequence. Of a scan whose pages lie out of order only that is said.
    """
    turned = pages_out_of_order(agreement)
    if turned is not None:
        values: dict[str, str | int] = {"number": turned.number or 0, "expected": 1}
        yield Hit(article_spot(agreement, turned), values, variant="pages", confidence="low")
        return
    english = [article for article in agreement.articles if _in_english(article)]
    if len(english) > 1 and "+" in agreement.language:
        for group in (english, [a for a in agreement.articles if not _in_english(a)]):
            yield from (replace(hit, confidence="low") for hit in _in_sequence(agreement, group))
    else:
        yield from _in_sequence(agreement, list(agreement.articles))


def pages_out_of_order(agreement: Agreement) -> Article | None:
    """The first article of a scan's second half, if the numbers go up in two runs and the second belongs first."""
    if not agreement.document.reading.ocr:
        return None
    numbered = [article for article in agreement.articles if article.number is not None and article.blocks]
    numbered.sort(key=lambda article: article.blocks[0])
    numbers = [article.number or 0 for article in numbered]
    breaks = [at for at, (one, other) in enumerate(pairwise(numbers), 1) if other < one]
    if len(breaks) != 1 or min(breaks[0], len(numbers) - breaks[0]) < 2:
        return None
    turned = numbers[breaks[0] :] + numbers[: breaks[0]]
    return numbered[breaks[0]] if all(one < other for one, other in pairwise(turned)) else None


def _in_english(article: Article) -> bool:
    return re.match(r"\W*art", article.label or "", re.IGNORECASE) is not None


def _in_sequence(agreement: Agreement, articles: list[Article]) -> Iterator[Hit]:
    expected = 1
    seen: set[int] = set()
    unnumbered = 0
    scanned = agreement.document.reading.ocr
    numbers = [article.number for article in articles]
    for index, article in enumerate(articles):
        number = article.number
        if number is None:
            unnumbered += 1
            continue
        if scanned and (_misread(numbers, index, expected) or _ones(article, expected)):
            expected += 1
            continue
        if scanned and number in seen and _read_twice(articles[:index], article):
            expected = number + 1
            continue
        values: dict[str, str | int] = {"number": number, "expected": expected}
        confidence = _when_scanned(agreement, "low") if _named(article) else "low"
        if number == 1 and len(seen) > 2:
            seen.clear()
            yield Hit(article_spot(agreement, article), values, variant="restart", confidence=confidence)
        elif number in seen:
            # a figure that was misread would not be followed by the one that fits the printed figure
            goes_on = index + 1 < len(numbers) and numbers[index + 1] == number + 1
            sure: Confidence | None = "medium" if goes_on and confidence == "low" and _named(article) else confidence
            yield Hit(article_spot(agreement, article), values, variant="double", confidence=sure)
        elif number > expected + unnumbered:
            if scanned and index and _heading_unread(agreement, articles[index - 1], article):
                seen.add(number)
                expected, unnumbered = number + 1, 0
                continue
            variant = "start" if not seen else "gap"
            yield Hit(article_spot(agreement, article), values, variant=variant, confidence=confidence)
        seen.add(number)
        expected = number + 1
        unnumbered = 0


def _named(article: Article) -> bool:
    """Whether the number stands in a label such as "Pasal 5": a bare "5." is more often something else."""
    return any(c.isalpha() for c in article.label or "")


def _ones(article: Article, expected: int) -> bool:
    """Whether the eleven of a scan was read as the Roman two."""
    return expected == 11 and re.search(r"\bI{2}$", (article.label or "").strip()) is not None


def _read_twice(before: list[Article], article: Article) -> bool:
    """Whether a page was scanned twice: the same number and the same heading."""
    heading = fold(article.heading or "")
    return bool(heading) and any(a.number == article.number and fold(a.heading or "") == heading for a in before)


_UNREAD_HEADING = lazy(r"\W{0,3}p\s?a\s?s\s?a\s?l\b.{0,4}", re.IGNORECASE)


def _heading_unread(agreement: Agreement, before: Article, article: Article) -> bool:
    """Whether the label of an article stands between two others, with a number that could not be read."""
    blocks = (
        agreement.document.blocks[before.blocks[0] + 1 : article.blocks[0]] if before.blocks and article.blocks else ()
    )
    own = set(before.heading_blocks)
    return any(_UNREAD_HEADING.fullmatch(b.text.strip()) for b in blocks if b.place.paragraph not in own)


def _misread(numbers: list[int | None], index: int, expected: int) -> bool:
    """Whether a number of a scan is wrong by itself: the next one goes on as if it were right."""
    following = numbers[index + 1] if index + 1 < len(numbers) else None
    return numbers[index] != expected and following == expected + 1


@function("headings_mixed", values=("count",))
def headings_mixed(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """Some articles have a heading of their own and others none."""
    numbered = [article for article in agreement.articles if article.number is not None]
    bare = [article for article in numbered if not _own_heading(agreement, article)]
    if not bare or len(bare) * 2 > len(numbered):
        return
    spots = [article_spot(agreement, article) for article in bare]
    yield Hit(
        spots[0], {"count": len(bare)}, tuple(spots[1:]), confidence=_when_scanned(agreement, "medium"), sole=True
    )


def _own_heading(agreement: Agreement, article: Article) -> bool:
    """Whether an article has a heading that is not merely the title of the BAB that holds it alone."""
    above = agreement.chapters[article.chapter].heading if article.chapter is not None else None
    return bool(article.heading) and fold(article.heading or "") != fold(above or "")


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
        for hit in _unnumbered_end(agreement, article):
            if index != last or not _CLOSES.search(hit.spot.quote):
                yield hit


_CLOSES = lazy(  # the closing sentences, which stand below the last article and need no number
    r"\bdemikian|\brangkap|m[ae]t[ae]rai|\b(?:executed|in witness)\b|\b(?:perjanjian|nota|kesepa\w+|"
    r"naskah)\b[^.;]{0,40}\b(?:dibuat|berlaku|mulai|ditanda|mengikat)|\bpihak\b[^.;]{0,30}\bpihak\b|\bditandatangani",
    re.IGNORECASE,
)


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
            if complete and _full(paragraph.text):
                yield _hit(agreement, article, paragraph, "unnumbered", 0, 0)
            return
    if before is not None and before is not article.paragraphs[0] and not before.items and len(before.blocks) == 2:
        own, added = (agreement.document.blocks[block].text for block in before.blocks)  # on a line of its own
        if own.rstrip().endswith(".") and _full(added) and added.rstrip().endswith("."):
            yield _hit(agreement, article, replace(before, blocks=before.blocks[1:]), "unnumbered", 0, 0)


def _full(text: str) -> bool:
    """Whether a text looks like a sentence of its own."""
    return re.match(r"[A-Z“\"]", text) is not None and len(text) > 40


def _hit(agreement: Agreement, article: Article, paragraph: Paragraph, variant: str, number: int, expected: int) -> Hit:
    values: dict[str, str | int] = {"number": number, "expected": expected}
    spot = spot_block(agreement, paragraph.blocks[0]) if paragraph.blocks else article_spot(agreement, article)
    if spot.provision is None:  # an empty one is no provision
        spot = replace(spot, provision=article.name)
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
            yield Hit(spots[0], {"label": "", "expected": ""}, tuple(spots[1:]), variant, sole=True)


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
