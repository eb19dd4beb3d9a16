"""The choice of words: better ones for some, foreign terms, modal verbs, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from kerjasama_check import resources
from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.agreement.stems import stems_of
from kerjasama_check.checking.findings import Fix, Hit, Spot
from kerjasama_check.checking.functions.gather import MOST_PLACES
from kerjasama_check.checking.functions.glance import glance
from kerjasama_check.checking.functions.language import in_title, quoted_around, sentence_near
from kerjasama_check.checking.functions.prose import pattern_of, prose
from kerjasama_check.checking.glance import worded
from kerjasama_check.checking.patterns import Regex
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.scans import is_scan, on_scan, read_surely
from kerjasama_check.checking.text import is_annex, spot_of
from kerjasama_check.indonesian.spelling import keep_case


@cache
def _stems(pattern: str, stem: str) -> tuple[str, ...]:
    """What every text holds that a pattern matches: read off the pattern, which often says more than its stem."""
    return stems_of(pattern) or (stem,)


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is better replaced. find: a pattern; stem: what every text holds that it matches, in small letters.

    better: what to say instead, for the message. fix: the replacement where it is safe. unless: a pattern that excuses
    it in its sentence. headings: looked for in headings too. typed: only where no OCR was at work.
    """

    find: Regex
    stem: str
    better: str = ""
    fix: str = ""
    unless: Regex | None = None
    headings: bool = False
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    words: tuple[Word, ...]


@function("poor_wording", Words, values=("word", "better"))
def poor_wording(agreement: Agreement, options: Words) -> Iterator[Hit]:
    """Words for which there is a better one, outside of quotations and titles."""
    yield from islice((hit for word in options.words for hit in _poor(agreement, word)), MOST_PLACES)


def _poor(agreement: Agreement, word: Word) -> Iterator[Hit]:
    if word.typed and is_scan(agreement):
        return
    for provision, _ in prose(agreement, _stems(word.find, word.stem)):
        if provision.heading and not word.headings:
            continue
        for match in worded(word.find).finditer(provision.text):
            if not _excused(provision, match, word):
                spot = spot_of(agreement, provision, match.start(), match.end())
                if read_surely(agreement, spot):
                    found = match.group()
                    fix = Fix(found, keep_case(found, word.fix)) if word.fix and not is_scan(agreement) else None
                    values: dict[str, str | int] = {"word": " ".join(found.lower().split()), "better": word.better}
                    yield Hit(spot, values, fix=fix, confidence=on_scan(agreement, "medium"))


def _excused(provision: Provision, match: re.Match[str], word: Word) -> bool:
    text, start, end = provision.text, match.start(), match.end()
    if quoted_around(text, start) or in_title(provision, start, end):
        return True
    if word.unless is None:
        return False
    first, last = sentence_near(text, start, end)
    return pattern_of(word.unless).search(text, first, last) is not None


# ------------------------------------------------------------------ foreign terms


@cache
def _foreign_terms() -> dict[str, str]:
    """Foreign term and Indonesian one, from kamus/istilah-asing.yaml, read line by line."""
    path = resources.rules_folder() / "kamus" / "istilah-asing.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(": ") for line in lines if ": " in line and not line.startswith("#"))
    return {term.strip(): better.strip() for term, _, better in pairs}


_ALWAYS = "force majeure"  # no name of a programme or a product, so that capitals mean nothing


@function("foreign_terms", values=("terms",))
def foreign_terms(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """Foreign terms without the Indonesian one, all in one finding."""
    seen = glance(agreement)
    whole = seen.own
    present = {term: better for term, better in _foreign_terms().items() if seen.holds(term) and term in whole}
    present = {term: better for term, better in present.items() if not _explained(whole, term)}
    if not present:
        return
    pattern = pattern_of(
        r"(?<![\w@./-])(?:" + "|".join(map(re.escape, sorted(present, key=len, reverse=True))) + r")(?![\w@-])"
    )
    spots: list[Spot] = []
    used: dict[str, str] = {}
    for provision, _text in prose(agreement, tuple(present)):
        for match in pattern.finditer(provision.text):
            term = match.group().lower()
            named = not match.group().islower() and term != _ALWAYS
            if len(spots) >= MOST_PLACES or named or quoted_around(provision.text, match.start()):
                continue
            if in_title(provision, match.start(), match.end()):
                continue
            spot = spot_of(agreement, provision, match.start(), match.end())
            if read_surely(agreement, spot):
                spots.append(spot)
                used.setdefault(term, present[term])
    if spots:
        terms = ", ".join(f"“{term}” ({better})" for term, better in used.items())
        unsure = on_scan(agreement, "medium")
        yield Hit(spots[0], {"terms": terms}, tuple(spots[1:]), confidence=unsure, sole=True)


def _explained(whole: str, term: str) -> bool:
    """Whether the term stands in brackets after another word, or is followed by a word in brackets, somewhere."""
    return any(form in whole for form in (f"({term})", f"({term} ", f"(“{term}”)", f"{term} (", f"/{term}", f"{term}/"))


# ------------------------------------------------------------------ modal verbs


@cache
def _two_modals() -> re.Pattern[str]:
    must = r"(?:wajib|harus|berkewajiban)"  # “harus dapat” is none: one must be able to
    return re.compile(
        rf"\b(?:dapat|boleh|berhak)\s+(?:untuk\s+)?{must}\b|\b{must}\s+(?:untuk\s+)?(?:{must}|berhak|boleh)\b",
        re.IGNORECASE,
    )


@function("modal_confusion", values=("words",))
def modal_confusion(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """Two modal verbs that contradict or repeat each other: “dapat wajib”, “wajib harus”."""
    for provision, _text in prose(agreement, ("wajib", "harus", "berhak", "berkewajiban")):
        if provision.article is None or provision.heading:
            continue
        for match in _two_modals().finditer(provision.text):
            spot = spot_of(agreement, provision, match.start(), match.end())
            if read_surely(agreement, spot):
                values: dict[str, str | int] = {"words": " ".join(match.group().lower().split())}
                yield Hit(spot, values, confidence=on_scan(agreement, "medium"))


# ------------------------------------------------------------------ abbreviations


_LONGEST_NAME = 200  # characters of what is abbreviated


@cache
def _defined() -> re.Pattern[str]:
    return re.compile(r"\((?P<short>[A-Z][A-Za-z]{1,9})\)")


@cache
def _words_before() -> re.Pattern[str]:
    return re.compile(r"(?:[^\W\d_][\w.-]*[\s/]+(?:dan\s+|di\s+|atas\s+)?){2,10}\Z")


@function("late_abbreviation", values=("short", "long"))
def late_abbreviation(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """An abbreviation is used before the place where it is spelled out."""
    known: set[str] = set()
    provisions = [p for p in agreement.provisions if p.name not in ("judul", "nomor", "pembukaan", "tanda tangan")]
    for place, provision in enumerate(provisions):
        if "(" not in provision.text or is_annex(provision.name):
            continue
        for match in _defined().finditer(provision.text):
            short = match["short"]
            words = _words_before().search(provision.text, max(0, match.start() - _LONGEST_NAME), match.start())
            long = _spelled_out(words.group(), short) if words else None
            if long is None or short in known:
                continue
            known.add(short)
            earlier = _first_use(provisions[:place], short)
            if earlier is not None:
                spot = spot_of(agreement, *earlier)
                if read_surely(agreement, spot):
                    yield Hit(spot, {"short": short, "long": long}, confidence=on_scan(agreement, "medium"))


def _spelled_out(words: str, short: str) -> str | None:
    """The last words before a bracket whose first letters are those of the abbreviation."""
    letters = [c for c in short if c.isupper()]
    if len(letters) < 2:
        return None
    parts = [part for part in words.split() if part[:1].isupper()]
    chosen = parts[-len(letters) :]
    if [part[0] for part in chosen] != letters:
        return None
    return " ".join(words.split()[words.split().index(chosen[0]) :])


def _first_use(provisions: list[Provision], short: str) -> tuple[Provision, int, int] | None:
    for provision in provisions:
        if short in provision.text and not provision.heading:
            match = re.search(rf"(?<![\w./-]){short}(?![\w/-]|\.\w)", provision.text)
            if match:
                return provision, match.start(), match.end()
    return None
