"""The body of an agreement sentence by sentence, each with the list heading that it stands under.

"Kewajiban PIHAK KESATU:" says of every point below it who is meant and whether it owes or is owed; scans run such
headings into the point before, and then they are found inside the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kerjasama_check.agreement.cost_parties import Parties
from kerjasama_check.agreement.model import Agreement, Article, Item, Provision
from kerjasama_check.agreement.phrases import AnyCase
from kerjasama_check.indonesian.lazy import lazy

# A sentence ends at these, but not after a figure, a single letter or an abbreviation ("Rp. ", "No. ", "a.n. ").
# The mark comes first in the pattern, so that it is looked for without trying every place.
_END = lazy(
    r"[.;!?\n](?:(?<=\n)|(?=\s|$)(?<![\s.(][A-Za-z].)(?<!\bRp.)(?<!\bNo.)(?<!\bDr.)(?<!\bJl.)(?<!\bPT.)(?<!\bCV.)"
    r"(?<!\bProf.))",
    re.IGNORECASE,
)
_SWITCH = AnyCase(r",?\s{0,2}\b(?:sedangkan|adapun|sementara\s{1,2}itu)\b")
_DUTY = lazy(
    r"\b(?:kewajiban|berkewajiban|wajib|tugas|bertugas|tanggung\s?jawab|bertanggung\s?jawab|harus|sepakat|"
    r"setuju|bersedia|akan|"
    r"memfasilitasi|melakukan|melaksanakan|menyediakan|memberikan)\b",
    re.IGNORECASE,
)
_RIGHT = lazy(r"\b(?:hak|berhak|wewenang|berwenang|kewenangan|dapat)\b", re.IGNORECASE)
_HEAD_END = lazy(
    r"[:“‘'\"]\s*[-'’“”]?\s*\Z|\b(?:sebagai\s{1,2}berikut|antara\s{1,2}lain|meliputi|adalah|yaitu|"
    r"untuk)\s*[:.;']?\s*\Z",
    re.IGNORECASE,
)
_LAST_WORDS = 40  # characters in which a heading comes to its end
_NO_SUBJECT = lazy(
    r"\b(?:dari|kepada|oleh|dengan|untuk|pada|bagi|me[a-z]{3,12})\s(?:\w{1,14}\s){0,3}\Z|\A\s*me[a-z]{3,}",
    re.IGNORECASE,
)
_OCR_LABEL = lazy(r"\s*[A-Za-z]{1,2}[.)]{1,2}\s")
_SHORT_HEAD = lazy(
    r"\s*(?:[(\d.)\s]{0,6})(?:hak|kewajiban|tugas|tanggung\s?jawab|wewenang)\b[^.;:]{0,90}\Z", re.IGNORECASE
)
_BURIED = lazy(
    r"(?:(?<=[\s.,;:])|\A)(?:[Hh]ak|HAK|[Kk]ewajiban|KEWAJIBAN|[Tt]ugas|TUGAS)(?:\s{1,2}(?:dan|"
    r"dan/atau)\s{1,2}(?:[Hh]ak|[Kk]ewajiban|[Tt]anggung\s?[Jj]awab))?"
    r"(?:\s{1,2}dari)?(?:\s{1,2}[A-Z][A-Za-z]{2,6}\s{1,2}[A-Z][A-Za-z]{3,7})?\s{0,2}(?:adalah|yaitu|antara lain|"
    r"sebagai berikut)?\s{0,2}:"
)  # fmt: skip


_NEXT_POINT = lazy(r"\s*(?:(?:dan\s?/\s?atau|dan|atau)\s+)?(?:[a-z]|\d{1,2})[.)]\s")
_SOURCES_OPEN = lazy(r"\b(?:bersumber|berasal|dibebankan|dibiayai)\b[^:]{0,60}:", re.IGNORECASE)
_LONGEST = 3000


@dataclass(frozen=True, slots=True)
class Heading:
    """What a list heading says of its points. duty, right: both in "hak dan kewajiban"; parties () for nobody."""

    parties: tuple[int, ...] = ()
    duty: bool = False
    right: bool = False
    everyone: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at provision.text[start:end], with the heading that it stands under, if any."""

    provision: Provision
    article: Article
    text: str
    heading: Heading | None
    first: bool  # it opens its provision


def walk(agreement: Agreement, parties: Parties) -> Iterator[Sentence]:
    """All sentences of the articles, in the order of the text."""
    groups: dict[int, list[Provision]] = {}
    for provision in agreement.provisions:
        if provision.article is not None and not provision.heading and provision.article < len(agreement.articles):
            groups.setdefault(provision.article, []).append(provision)
    for index, provisions in groups.items():
        yield from _article(agreement.articles[index], provisions, parties)


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
        for level in [level for level in stack if level >= depth]:
            if depth == 0 or level > depth:
                del stack[level]
        above = [level for level in stack if level < depth or level == -1]
        current = stack[max(above)] if above else None
        first = True
        for text, opened in _pieces(provision.text, parties, current):
            if opened is None:
                yield from _sentences(provision, article, text, current, first)
                first = False
            else:
                current = opened
                stack[depth if first and depth >= 0 and _is_whole(provision.text) else max(depth - 1, 0)] = opened


def _is_whole(text: str) -> bool:
    return _HEAD_END.search(text) is not None or len(text) < 90


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
    mention = parties.group(title, 0, len(title))
    duty, right = (
        bool(re.search(r"KEWAJIBAN|TUGAS|TANGGUNG", title, re.I)),
        bool(re.search(r"\bHAK\b|WEWENANG", title, re.I)),
    )
    if mention is None or not mention.parties or not (duty or right) or mention.everyone:
        return None
    return Heading(mention.parties, duty, right)


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
    duty = re.search(r"kewajiban|tugas|tanggung", text, re.IGNORECASE) is not None
    right = re.search(r"\bhak\b", text, re.IGNORECASE) is not None
    if mention is not None and mention.parties:
        return Heading(mention.parties, duty, right, mention.everyone)
    return replace(current, duty=duty, right=right) if current is not None else None


def _read_whole(text: str, parties: Parties, current: Heading | None) -> Heading | None:
    """The heading that a text ends with: "PIHAK KEDUA mempunyai tugas dan tanggung jawab dalam hal:"."""
    tail = text[-260:]
    cut = max(tail.rfind(". "), tail.rfind("; "))
    tail = tail[cut + 1 :] if cut >= 0 else tail
    ends = _HEAD_END.search(tail, max(0, len(tail.rstrip()) - _LAST_WORDS))
    if not tail.strip() or not (ends or (_SHORT_HEAD.match(tail) and len(tail) < 100)):
        return None
    if ends and not tail.rstrip().endswith((":", "'", "’")) and len(tail) > 160:
        return None
    mention = parties.group(tail, 0, len(tail))
    if mention is not None and _NO_SUBJECT.search(tail, 0, mention.start):
        mention = None
    if mention is None and re.match(r"\s*me[a-z]{3,}", tail, re.IGNORECASE):
        return None
    duty, right = (
        _DUTY.search(tail) is not None,
        re.search(r"\b(?:hak|berhak|wewenang|berwenang)\b", tail, re.I) is not None,
    )
    if mention is None or not mention.parties:
        stranger = re.search(r"[A-Z][a-z]+\s", tail.strip()[:40]) and duty
        return Heading() if stranger and not _SHORT_HEAD.match(tail) else None
    if not duty and not right:
        duty = tail.rstrip().endswith(":")
    return Heading(mention.parties, duty, right, mention.everyone) if duty or right else None


def _sentences(
    provision: Provision, article: Article, text: str, heading: Heading | None, first: bool
) -> Iterator[Sentence]:
    at = 0
    for start, end in _cuts(text):
        for piece in _short_enough(text[at:start]):
            yield Sentence(provision, article, piece, heading, first)
            first = False
        at = end


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Where a text is cut: behind a sentence, and before the second half of a contrast."""
    ends = [m.end() for m in _END.finditer(text) if not _lists_sources(text, m.start(), m.end())]
    found = [(end, end) for end in ends] + [(m.start(), m.start()) for m in _SWITCH.finditer(text)]
    yield from sorted(found)
    yield len(text), len(text)


def _lists_sources(text: str, start: int, end: int) -> bool:
    """The end of a point in a list of budgets that runs on in one line: "bersumber dari: a. APBN; b. APBD; …"."""
    if text[start] != ";" or not _NEXT_POINT.match(text, end):
        return False
    return _SOURCES_OPEN.search(text, max(0, start - 300), start) is not None


def _short_enough(text: str) -> Iterator[str]:
    """A sentence; one that never ends in parts, so that what looks around in it stays cheap."""
    text = text.strip()
    while len(text) > _LONGEST:
        cut = text.rfind(" ", 1, _LONGEST)
        cut = cut if cut > 0 else _LONGEST
        yield text[:cut]
        text = text[cut:].strip()
    if text:
        yield text


def plain(text: str) -> str:
    return " ".join(text.split())
