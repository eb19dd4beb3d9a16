"""References to articles and paragraphs: that they exist, mean what they say, and are worded the usual way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kerjasama_check.agreement.model import Agreement, Article, Item, Provision
from kerjasama_check.agreement.references import Reference, find_references
from kerjasama_check.checking.findings import Confidence, Fix, Hit
from kerjasama_check.checking.functions.gather import gathered
from kerjasama_check.checking.glance import MOST_TEXTS, Stemmed
from kerjasama_check.checking.patterns import Regex
from kerjasama_check.checking.registry import function
from kerjasama_check.checking.scans import is_scan, on_scan, read_surely
from kerjasama_check.checking.text import per_agreement, possible, search, spot_of
from kerjasama_check.indonesian.lazy import lazy

_OWN_PARAGRAPH = lazy(r"ayat \((\d+)\)$")
_REFERS = lazy(
    r"(?:maksud(?:kan)?|sebut(?:kan)?|tersebut|atur|cantum)[ ]{1,2}(?:pada|dalam|di)?[ ]{0,2}$", re.IGNORECASE
)
# A provision of another text that is cited, also where the closing mark is missing.
_QUOTED = lazy(r"“[^“”]{0,3000}(?:”|\Z)|\"[^\"]{1,3000}\"")
_PARTS = ("Pasal", "penutup")


@per_agreement
def references_of(agreement: Agreement) -> tuple[tuple[Provision, Reference], ...]:
    """The references in the articles and the closing, those to laws and other documents left out.

    In an addendum only what names the addendum itself is its own; articles without a further name are the parent's.
    """
    return tuple(_walk(agreement))


_HEADS = Stemmed(("pasal", "ayat", "huruf", "lampiran"), "")


def _walk(agreement: Agreement) -> Iterator[tuple[Provision, Reference]]:
    addendum = agreement.kind == "adendum"
    for provision in possible(agreement, _HEADS):
        if provision.heading or not provision.name.startswith(_PARTS):
            continue
        quoted = [match.span() for match in _QUOTED.finditer(provision.text)]
        for reference in _find(provision.text, agreement.kind):
            if reference.external or reference.annex is not None:
                continue
            if any(first <= reference.start < last for first, last in quoted):
                continue
            if addendum and not _names_addendum(provision.text, reference.end):
                continue
            yield provision, reference


@lru_cache(maxsize=MOST_TEXTS)
def _find(text: str, kind: str | None) -> tuple[Reference, ...]:
    """Several rules walk over the references of the same text."""
    return find_references(text, kind)


def _names_addendum(text: str, end: int) -> bool:
    return bool(re.match(r"\s{0,3}(?:add?endum|am[ae]nd[ae]men)\b.{0,20}\bini\b", text[end : end + 50], re.IGNORECASE))


def _own_article(agreement: Agreement, provision: Provision) -> Article | None:
    return agreement.articles[provision.article] if provision.article is not None else None


# ------------------------------------------------------------------ does the target exist


@dataclass(frozen=True, slots=True)
class Subjects:
    """subjects: kind of clause → words that name it (regular expressions without groups)."""

    subjects: dict[str, tuple[Regex, ...]]


@function(
    "wrong_reference",
    Subjects,
    values=("target", "subject", "meant", "heading"),
    variants=("article", "paragraph", "item", "self", "subject", "incomplete"),
)
def wrong_reference(agreement: Agreement, options: Subjects) -> Iterator[Hit]:
    """A reference that leads nowhere, to itself, or to an article on another subject than the one it names."""
    yield from _without_target(agreement)
    yield from _to_another_subject(agreement, options)
    yield from _incomplete(agreement)


_UNIT_WITHOUT_NUMBER = Stemmed(
    ("pasal",),
    r"\bpasal[ ]{1,2}[\dIVX]{1,4}[ ]{1,2}(?P<unit>ayat|huruf|angka|butir|poin)[ ]{1,2}"
    r"(?=(?:perjanjian|nota|kesepakatan|naskah|ini|tersebut|dalam|di)\b)",
)


def _incomplete(agreement: Agreement) -> Iterator[Hit]:
    """ "Pasal 3 butir Perjanjian ini": the number was left out."""
    for provision, match in search(agreement, _UNIT_WITHOUT_NUMBER, annexes=False):
        spot = spot_of(agreement, provision, match.start(), match.end("unit"))
        if provision.name.startswith(_PARTS) and read_surely(agreement, spot):
            values: dict[str, str | int] = {"target": match["unit"].lower(), "subject": "", "meant": "", "heading": ""}
            yield Hit(spot, values, variant="incomplete", confidence=on_scan(agreement, "medium"))


def _without_target(agreement: Agreement) -> Iterator[Hit]:
    targets = _Targets(agreement)
    if not targets.articles:
        return
    for provision, reference in references_of(agreement):
        fault = _fault(agreement, targets, provision, reference)
        if fault is None:
            continue
        variant, target, confidence = fault
        spot = spot_of(agreement, provision, reference.start, reference.end)
        if not read_surely(agreement, spot):
            continue
        values: dict[str, str | int] = {"target": target, "subject": "", "meant": "", "heading": ""}
        yield Hit(spot, values, variant=variant, confidence=confidence)


class _Targets:
    """The articles by number, and what each holds, counted once however often it is referred to."""

    def __init__(self, agreement: Agreement) -> None:
        self.articles = {a.number: a for a in reversed(agreement.articles) if a.number is not None}
        counted = Counter(article.number for article in agreement.articles)
        self.doubled = {number for number, count in counted.items() if count > 1}
        self._paragraphs: dict[int, set[int]] = {}
        self._labels: dict[tuple[int, tuple[int, ...]], set[str]] = {}

    def paragraphs(self, article: Article) -> set[int]:
        if id(article) not in self._paragraphs:
            self._paragraphs[id(article)] = _paragraph_numbers(article)
        return self._paragraphs[id(article)]

    def labels(self, article: Article, paragraphs: tuple[int, ...]) -> set[str]:
        key = id(article), paragraphs
        if key not in self._labels:
            self._labels[key] = _item_labels(article, paragraphs)
        return self._labels[key]


Fault = tuple[str, str, Confidence | None]


def _fault(agreement: Agreement, targets: _Targets, provision: Provision, reference: Reference) -> Fault | None:
    scan, articles = is_scan(agreement), targets.articles
    if reference.article is not None and reference.article not in articles:
        # In a scan a number inside the range was more likely lost in reading than never written.
        if scan and reference.article < max(articles):
            return None
        return "article", f"Pasal {reference.article}", "medium" if scan else None
    own = _own_article(agreement, provision)
    article = articles[reference.article] if reference.article is not None else own
    if article is None or (not reference.paragraphs and not reference.items):
        return None
    if own is article and _means_itself(provision, reference):
        return "self", f"ayat ({reference.paragraphs[0]})", "low" if scan else "medium"
    if article.number in targets.doubled:
        return None  # which of the articles with that number is meant is not known
    return _depth_fault(article, targets, reference, scan)


def _means_itself(provision: Provision, reference: Reference) -> bool:
    match = _OWN_PARAGRAPH.search(provision.name)
    if not match or reference.items or reference.says_this or reference.paragraphs != (int(match[1]),):
        return False
    return bool(_REFERS.search(provision.text[max(0, reference.start - 30) : reference.start]))


def _depth_fault(article: Article, targets: _Targets, reference: Reference, scan: bool) -> Fault | None:
    numbers = targets.paragraphs(article)
    name = article.name if reference.article is not None else None
    missing = [n for n in reference.paragraphs if n not in numbers]
    if missing:
        if scan and (not numbers or missing[0] < max(numbers)):
            return None
        if missing == [1] and (not numbers or min(numbers) > 1):
            return None  # the whole text, or the unnumbered beginning, of an article may pass for its first
        target = " ".join(filter(None, (name, f"ayat ({missing[0]})")))
        return "paragraph", target, "low" if scan else None if numbers else "medium"
    if not reference.items or scan:
        return None
    labels = targets.labels(article, reference.paragraphs)
    lost = [i for i in reference.items if i not in labels]
    if not lost or not any(label.isalpha() == lost[0].isalpha() for label in labels):
        return None
    unit = "huruf" if lost[0].isalpha() else "angka"
    paragraph = f"ayat ({reference.paragraphs[-1]})" if reference.paragraphs else None
    return "item", " ".join(filter(None, (name, paragraph, f"{unit} {lost[0]}"))), None


def _paragraph_numbers(article: Article) -> set[int]:
    """The ayat of an article; points numbered "1." count, as many drafts number their ayat so."""
    numbers = {p.number for p in article.paragraphs if p.number is not None}
    labels = [_bare(item.label) for p in article.paragraphs for item in p.items]
    return numbers | {int(label) for label in labels if label.isdigit() and len(label) < 4}


def _item_labels(article: Article, paragraphs: tuple[int, ...]) -> set[str]:
    chosen = [p for p in article.paragraphs if not paragraphs or p.number in (*paragraphs, None)]
    labels: set[str] = set()
    stack: list[Item] = [item for p in chosen for item in p.items]
    while stack:
        item = stack.pop()
        labels.add(_bare(item.label))
        stack.extend(item.items)
    if not paragraphs:
        labels |= {_bare(p.label) for p in chosen}
    return labels - {""}


def _bare(label: str | None) -> str:
    return "".join(c for c in (label or "").lower() if c.isalnum())


# ------------------------------------------------------------------ does it mean what it says


_POINTS = lazy(
    r"(?:\b(?:sebagaimana|yang|seperti)[ ]{1,2})?(?:telah |di ?atur )?(?:di ?)?"
    r"(?:maksud(?:kan)?|atur|cantum|tercantum|tersebut|sebut(?:kan)?|uraikan|tetapkan)[ ]{1,2}"
    r"(?:di )?(?:dalam|pada|di)[ ]{1,2}(?:ketentuan[ ]{1,2})?\Z",
    re.IGNORECASE,
)
_CLAUSE_BREAK = lazy(r"[.;:,()\n]")


def _subject(text: str, start: int) -> str | None:
    """What is referred to: the words before "sebagaimana dimaksud dalam", up to a comma or the like."""
    points = _POINTS.search(text, max(0, start - 70), start)
    if points is None:
        return None
    return _CLAUSE_BREAK.split(text[max(0, points.start() - 80) : points.start()].rstrip(" ,"))[-1]


@cache
def _subject_patterns(
    subjects: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[tuple[tuple[str, re.Pattern[str]], ...], re.Pattern[str]]:
    """A pattern for the words of every subject, and one for those of all of them."""
    every = "|".join(word for _, words in subjects for word in words)
    return (
        tuple((kind, lazy(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)) for kind, words in subjects),
        re.compile(rf"\b(?:{every})\b", re.IGNORECASE),
    )


def _to_another_subject(agreement: Agreement, options: Subjects) -> Iterator[Hit]:
    """A reference that names the subject of another article: "kerahasiaan … dalam Pasal 8", and 8 is Keadaan Kahar."""
    patterns, any_of_them = _subject_patterns(tuple(sorted(options.subjects.items())))
    articles = {a.number: a for a in agreement.articles if a.number is not None}
    for provision, reference in references_of(agreement):
        target = articles.get(reference.article) if reference.article is not None else None
        if target is None or not target.heading:
            continue
        subject = _subject(provision.text, reference.start)
        if subject is None or not any_of_them.search(subject):
            continue
        for kind, pattern in patterns:
            named = _last(pattern, subject)
            if named is None or kind in target.clauses or pattern.search(f"{target.heading} {target.text}"):
                continue
            meant = [a for a in articles.values() if kind in a.clauses and pattern.search(a.heading or "")]
            if len(meant) != 1:
                continue
            spot = spot_of(agreement, provision, reference.start, reference.end)
            if read_surely(agreement, spot):
                values: dict[str, str | int] = {
                    "target": target.name or "",
                    "heading": target.heading.title(),
                    "subject": named.lower(),
                    "meant": meant[0].name or "",
                }
                yield Hit(spot, values, variant="subject", confidence="low" if is_scan(agreement) else "medium")
            break


def _last(pattern: re.Pattern[str], text: str) -> str | None:
    """The match if it ends the text: "jangka waktu kegiatan yang dimaksud" speaks of the activity."""
    stripped = text.rstrip()
    found = [m for m in pattern.finditer(stripped) if len(stripped) - m.end() <= len("nya")]
    return found[-1].group() if found else None


# ------------------------------------------------------------------ is it worded the usual way


@function("reference_preposition", values=("wrong", "right"))
def reference_preposition(agreement: Agreement, _: object) -> Iterator[Hit]:
    """ "pada Pasal 5" for "dalam Pasal 5", "dalam ayat (1)" for "pada ayat (1)"."""
    yield from gathered(_prepositions(agreement))


def _prepositions(agreement: Agreement) -> Iterator[Hit]:
    last = (-1, -1)
    for provision, reference in references_of(agreement):
        if (provision.block, reference.start) == last or reference.reversed:
            continue
        last = (provision.block, reference.start)
        before = provision.text[max(0, reference.start - 30) : reference.start]
        if reference.wording not in ("dalam", "pada") or not _REFERS.search(before):
            continue
        right = "dalam" if reference.article is not None else "pada"
        if (reference.article is None and not reference.paragraphs) or reference.wording == right:
            continue
        start = provision.text.rfind(before.split()[-1], 0, reference.start)
        spot = spot_of(agreement, provision, start, reference.end)
        if read_surely(agreement, spot):
            word = provision.text[start : start + len(right)] if reference.wording == right else right
            wrong = provision.text[start : reference.end]
            fixed = word + wrong[len(reference.wording) :]
            values: dict[str, str | int] = {"wrong": _one_line(wrong), "right": _one_line(fixed)}
            fix = None if is_scan(agreement) else Fix(wrong, fixed)
            yield Hit(spot, values, fix=fix, confidence=on_scan(agreement, "medium"))


def _one_line(text: str) -> str:
    return " ".join(text.split())


@function("reference_to_own_place", values=("wrong", "right"), variants=("this-article", "own-number", "pointing"))
def reference_to_own_place(agreement: Agreement, _: object) -> Iterator[Hit]:
    """Own places named at length ("ayat (1) Pasal ini") and pointing words for a number ("pasal tersebut di atas")."""
    yield from gathered(_own_places(agreement))


def _own_places(agreement: Agreement) -> Iterator[Hit]:
    seen: set[tuple[int, int]] = set()
    for provision, reference in references_of(agreement):
        if (provision.block, reference.start) in seen:
            continue
        seen.add((provision.block, reference.start))
        own = _own_article(agreement, provision)
        variant = _own_place(own, reference)
        if variant is None:
            continue
        end = _pointing_end(provision.text, reference) if variant == "pointing" else reference.end
        spot = spot_of(agreement, provision, reference.start, end)
        if not read_surely(agreement, spot):
            continue
        values: dict[str, str | int] = {"wrong": _one_line(provision.text[reference.start : end])}
        values["right"] = _right_wording(reference, variant)
        yield Hit(spot, values, variant=variant, confidence=on_scan(agreement, "medium"))


def _own_place(own: Article | None, reference: Reference) -> str | None:
    if reference.paragraphs and reference.says_this and reference.own_article:
        return "this-article"
    if reference.pointing and reference.pointing != "tersebut":
        return "pointing"
    if reference.pointing and reference.article is None and not reference.paragraphs and not reference.items:
        return "pointing"
    same = own is not None and own.number is not None and reference.article == own.number
    return "own-number" if same and reference.paragraphs and not reference.reversed else None


def _pointing_end(text: str, reference: Reference) -> int:
    if text[reference.start : reference.end].lower().endswith((reference.pointing or "", "ini")):
        return reference.end
    at = text.lower().find(reference.pointing or "", reference.end)
    return at + len(reference.pointing or "") if at >= 0 else reference.end


def _right_wording(reference: Reference, variant: str) -> str:
    if variant == "pointing":
        named = reference.article is not None or reference.paragraphs or reference.items
        text = re.sub(r"\bayat (\d+)(?! ?\()", r"ayat (\1)", _one_line(reference.text))
        return text[:1].upper() + text[1:] if named and reference.article is not None else text if named else "Pasal …"
    paragraphs = " dan ".join(f"ayat ({n})" for n in reference.paragraphs)
    items = " dan ".join(f"huruf {i}" if i.isalpha() else f"angka {i}" for i in reference.items)
    return f"{paragraphs} {items}".strip()
