"""The body of an agreement sentence by sentence, each with the list heading that it stands under.

"Kewajiban PIHAK KESATU:" says of every point below it who is meant and whether it owes or is owed; scans run such
headings into the point before, and then they are found inside the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from kerjasama_check.agreement.cost_parties import Parties
from kerjasama_check.agreement.model import Agreement, Article, Item, Provision
from kerjasama_check.indonesian.closeness import in_small
from kerjasama_check.indonesian.lazy import lazy

# A sentence ends at these, but not after a figure, a single letter or an abbreviation ("Rp. ", "No. ", "a.n. ").
# The mark comes first in the pattern, so that it is looked for without trying every place.
_END = lazy(
    r"[.;!?\n](?:(?<=\n)|(?=\s|$)(?<![\s.(][a-z].)(?<!\brp.)(?<!\bno.)(?<!\bdr.)(?<!\bjl.)(?<!\bpt.)(?<!\bcv.)"
    r"(?<!\bprof.))"
)
_SWITCH = lazy(r",?\s{0,2}\b(?:sedangkan|adapun|sementara\s{1,2}itu)\b")
_DUTY = lazy(
    r"\b(?:kewajiban|berkewajiban|wajib|tugas|bertugas|tanggung\s?jawab|bertanggung\s?jawab|harus|sepakat|"
    r"setuju|bersedia|akan|"
    r"memfasilitasi|melakukan|melaksanakan|menyediakan|memberikan)\b"
)
_RIGHT = lazy(r"\b(?:hak|berhak|wewenang|berwenang)\b")
_OF_RIGHT = lazy(r"\bhak\b|wewenang")
_HAK = lazy(r"\bhak\b")
_HEAD_END = lazy(
    r"[:“‘'\"]\s*[-'’“”]?\s*\Z|\b(?:sebagai\s{1,2}berikut|antara\s{1,2}lain|meliputi|adalah|yaitu|"
    r"untuk)\s*[:.;']?\s*\Z"
)
_HEAD_ENDS = tuple(":“‘'\"-’”")  # a heading ends with one of these, or
_HEAD_WORDS = tuple("berikut lain meliputi adalah yaitu untuk".split())  # with one of these and perhaps a mark
_LAST_WORDS = 40  # characters in which a heading comes to its end
_NO_SUBJECT = lazy(
    r"\b(?:dari|kepada|oleh|dengan|untuk|pada|bagi|me[a-z]{3,12})\s(?:\w{1,14}\s){0,3}\Z|\A\s*me[a-z]{3,}"
)
_VERB_FIRST = lazy(r"\s*me[a-z]{3,}")
_STRANGER = lazy(r"[A-Z][a-z]+\s")
_OCR_LABEL = lazy(r"\s*[A-Za-z]{1,2}[.)]{1,2}\s")
_SHORT_HEAD = lazy(r"\s*(?:[(\d.)\s]{0,6})(?:hak|kewajiban|tugas|tanggung\s?jawab|wewenang)\b[^.;:]{0,90}\Z")
_BURIED = lazy(
    r"(?:(?<=[\s.,;:])|\A)(?:[Hh]ak|HAK|[Kk]ewajiban|KEWAJIBAN|[Tt]ugas|TUGAS)(?:\s{1,2}(?:dan|"
    r"dan/atau)\s{1,2}(?:[Hh]ak|[Kk]ewajiban|[Tt]anggung\s?[Jj]awab))?"
    r"(?:\s{1,2}dari)?(?:\s{1,2}[A-Z][A-Za-z]{2,6}\s{1,2}[A-Z][A-Za-z]{3,7})?\s{0,2}(?:adalah|yaitu|antara lain|"
    r"sebagai berikut)?\s{0,2}:"
)  # fmt: skip


_NEXT_POINT = lazy(r"\s*(?:(?:dan\s?/\s?atau|dan|atau)\s+)?(?:[a-z]|\d{1,2})[.)]\s")
_SOURCES_OPEN = lazy(r"\b(?:bersumber|berasal|dibebankan|dibiayai)\b[^:]{0,60}:")
_LONGEST = 3000


@dataclass(frozen=True, slots=True)
class Heading:
    """What a list heading says of its points. duty, right: both in "hak dan kewajiban"; parties () for nobody."""

    parties: tuple[int, ...] = ()
    duty: bool = False
    right: bool = False
    everyone: bool = False


@dataclass(slots=True)
class Sentence:
    """A sentence of a provision in one line, with the heading that it stands under, if any."""

    provision: Provision
    article: Article
    text: str
    small: str  # the text in small letters
    heading: Heading | None
    first: bool  # it opens its provision


def walk(agreement: Agreement, parties: Parties, without: Collection[str]) -> Iterator[Sentence]:
    """All sentences of the articles, in the order of the text. without: the first clauses of articles left out."""
    groups: dict[int, list[Provision]] = {}
    for provision in agreement.provisions:
        if provision.article is not None and not provision.heading and provision.article < len(agreement.articles):
            groups.setdefault(provision.article, []).append(provision)
    for index, provisions in groups.items():
        article = agreement.articles[index]
        if not article.clauses or article.clauses[0] not in without:
            yield from _article(article, provisions, parties)


def _article(article: Article, provisions: Sequence[Provision], parties: Parties) -> Iterator[Sentence]:
    depths = _depths(article)
    if len(depths) != len(provisions):
        depths = [1 if re.search(r" (?:huruf|angka) ", provision.name) else 0 for provision in provisions]
    title = _of_title(article, parties)
    stack: dict[int, Heading] = {-1: title} if title else {}
    before = 0
    for provision, depth in zip(provisions, depths, strict=True):
        if depth == 0 and before and _OCR_LABEL.match(provision.text):
            depth = 1  # a point whose label was read as text
        before = depth
        current = _above(stack, depth) if stack else None
        first = True
        for text, opened in _pieces(provision.text, parties, current):
            if opened is None:
                yield from _sentences(provision, article, text, current, first)
                first = False
            else:
                current = opened
                stack[depth if first and depth >= 0 and _is_whole(provision.text) else max(depth - 1, 0)] = opened


def _above(stack: dict[int, Heading], depth: int) -> Heading | None:
    """The heading over a piece of text at a depth; those that are over are forgotten."""
    for level in [level for level in stack if level >= depth]:
        if depth == 0 or level > depth:
            del stack[level]
    above = [level for level in stack if level < depth or level == -1]
    return stack[max(above)] if above else None


def _is_whole(text: str) -> bool:
    return len(text) < 90 or _HEAD_END.search(in_small(text)) is not None


def _depths(article: Article) -> list[int]:
    """The depth of every piece of text of an article, in the order in which its provisions stand."""
    found: list[int] = []

    def items(nodes: Sequence[Item], depth: int) -> None:
        for item in nodes:
            if item.text or not item.items:
                found.append(depth)
            items(item.items, depth + 1)

    for paragraph in article.paragraphs:
        if paragraph.text:
            found.append(0)
        items(paragraph.items, 1)
    return found


def _of_title(article: Article, parties: Parties) -> Heading | None:
    """ "KEWAJIBAN PIHAK KEDUA" as the heading of an article."""
    title = article.heading or ""
    small = in_small(title)
    duty, right = _names_duty(small), _OF_RIGHT.search(small) is not None
    mention = parties.group(title, 0, len(title)) if duty or right else None
    if mention is None or not mention.parties or mention.everyone:
        return None
    return Heading(mention.parties, duty, right)


def _names_duty(small: str) -> bool:
    return "kewajiban" in small or "tugas" in small or "tanggung" in small


def _pieces(text: str, parties: Parties, current: Heading | None) -> Iterator[tuple[str, Heading | None]]:
    """The text cut at the headings inside it: (text, None) for plain text, ("", heading) where one opens."""
    at = 0
    for match in _BURIED.finditer(text) if ":" in text else ():
        opened = _read_heading(match.group(), parties, current)
        if opened is None:
            continue
        if text[at : match.start()].strip():
            yield text[at : match.start()], None
        yield "", opened
        current, at = opened, match.end()
    rest = text[at:]
    whole = _read_whole(rest, parties, current)
    if whole is not None:
        yield rest, None
        yield "", whole
    elif rest.strip():
        yield rest, None


def _read_heading(text: str, parties: Parties, current: Heading | None) -> Heading | None:
    mention = parties.group(text, 0, len(text))
    small = in_small(text)
    duty, right = _names_duty(small), _HAK.search(small) is not None
    if mention is not None and mention.parties:
        return Heading(mention.parties, duty, right, mention.everyone)
    return replace(current, duty=duty, right=right) if current is not None else None


def _read_whole(text: str, parties: Parties, current: Heading | None) -> Heading | None:
    """The heading that a text ends with: "PIHAK KEDUA mempunyai tugas dan tanggung jawab dalam hal:"."""
    tail = text[-260:]
    end = in_small(tail[-_LAST_WORDS:]).rstrip()
    if end and end[-1] in ".;" and not _may_head(end):
        return None
    cut = max(tail.rfind(". "), tail.rfind("; "))
    tail = tail[cut + 1 :] if cut >= 0 else tail
    small = in_small(tail)
    end = small.rstrip()
    ends = _may_head(end) and _HEAD_END.search(small, max(0, len(end) - _LAST_WORDS)) is not None
    if not end or not (ends or (len(tail) < 100 and end[-1] not in ".;:" and _SHORT_HEAD.match(small))):
        return None
    if ends and not end.endswith((":", "'", "’")) and len(tail) > 160:
        return None
    mention = parties.group(tail, 0, len(tail))
    if mention is not None and _NO_SUBJECT.search(small, 0, mention.start):
        mention = None
    if mention is None and _VERB_FIRST.match(small):
        return None
    duty, right = _DUTY.search(small) is not None, _RIGHT.search(small) is not None
    if mention is None or not mention.parties:
        stranger = _STRANGER.search(tail.strip()[:40]) and duty
        return Heading() if stranger and not _SHORT_HEAD.match(small) else None
    if not duty and not right:
        duty = end.endswith(":")
    return Heading(mention.parties, duty, right, mention.everyone) if duty or right else None


def _may_head(end: str) -> bool:
    """Whether a text in small letters that ends so may be a heading."""
    return end.endswith(_HEAD_ENDS) or end.rstrip(":.;' ").endswith(_HEAD_WORDS)


def _sentences(
    provision: Provision, article: Article, text: str, heading: Heading | None, first: bool
) -> Iterator[Sentence]:
    at = 0
    for cut in _cuts(text):
        for piece in (text[at:cut],) if cut - at <= _LONGEST else _short_enough(text[at:cut]):
            line = plain(piece)
            if line:
                yield Sentence(provision, article, line, in_small(line), heading, first)
                first = False
        at = cut


def _cuts(text: str) -> list[int]:
    """Where a text is cut: behind a sentence, and before the second half of a contrast."""
    small = in_small(text)
    if small.isprintable():  # no line ends in it
        inside = text[:-1]
        if not ("." in inside or ";" in inside or "!" in inside or "?" in inside):
            return [*_contrasts(small), len(text)]
    cuts = [m.end() for m in _END.finditer(small) if text[m.start()] != ";" or not _lists_sources(text, small, m)]
    return [*sorted([*cuts, *contrasts] if (contrasts := _contrasts(small)) else cuts), len(text)]


def _contrasts(small: str) -> list[int]:
    """Where the second half of a contrast begins."""
    if "sedangkan" in small or "adapun" in small or "sementara" in small:
        return [match.start() for match in _SWITCH.finditer(small)]
    return []


def _lists_sources(text: str, small: str, end: re.Match[str]) -> bool:
    """The end of a point in a list of budgets that runs on in one line: "bersumber dari: a. APBN; b. APBD; …"."""
    if not _NEXT_POINT.match(text, end.end()):
        return False
    return _SOURCES_OPEN.search(small, max(0, end.start() - 300), end.start()) is not None


def _short_enough(text: str) -> list[str]:
    """A sentence; one that never ends in parts, so that what looks around in it stays cheap."""
    parts: list[str] = []
    while len(text) > _LONGEST:
        text = text.strip()
        cut = text.rfind(" ", 1, _LONGEST)
        cut = cut if cut > 0 else _LONGEST
        parts.append(text[:cut])
        text = text[cut:]
    return [*parts, text]


def plain(text: str) -> str:
    return " ".join(text.split())
