"""The choice of words: better ones for some, foreign terms, one term for one thing, modal verbs, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import NamedTuple

from kerjasama_check import resources
from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.agreement.stems import stems_of
from kerjasama_check.checking.facts import holds
from kerjasama_check.checking.findings import Fix, Hit, Spot
from kerjasama_check.checking.functions.gather import MOST_PLACES
from kerjasama_check.checking.functions.glance import glance
from kerjasama_check.checking.functions.language import in_title, is_english, quoted_around, sentence_near
from kerjasama_check.checking.glance import worded
from kerjasama_check.checking.patterns import Regex
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.scans import is_scan, on_scan, read_surely
from kerjasama_check.checking.text import is_annex, only_as_written, spot_of
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.spelling import keep_case

_NOT_PROSE = ("judul", "nomor", "dasar hukum", "tanda tangan")


def _prose(agreement: Agreement, stems: tuple[str, ...]) -> Iterator[tuple[Provision, str]]:
    """The provisions of the own text that hold one of the stems, with their text in small letters."""
    seen = glance(agreement)
    for at in seen.holding(stems):
        provision, text = agreement.provisions[at], seen.parts[at]
        if provision.name in _NOT_PROSE or seen.annexes[at]:
            continue
        if agreement.language == "id" or not is_english(text):
            yield provision, text


@cache
def _stems(pattern: str, stem: str) -> tuple[str, ...]:
    """What every text holds that a pattern matches: read off the pattern, which often says more than its stem."""
    return stems_of(pattern) or (stem,)


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


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
    for provision, _ in _prose(agreement, _stems(word.find, word.stem)):
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
    return _pattern(word.unless).search(text, first, last) is not None


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
    pattern = _pattern(
        r"(?<![\w@./-])(?:" + "|".join(map(re.escape, sorted(present, key=len, reverse=True))) + r")(?![\w@-])"
    )
    spots: list[Spot] = []
    used: dict[str, str] = {}
    for provision, _text in _prose(agreement, tuple(present)):
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


# ------------------------------------------------------------------ one term for one thing

_KINDS_OF_CAUSE = ("keadaan kahar", "keadaan memaksa", "force majeure")


@function("inconsistent_terms", values=("label", "form"), variants=("small", "terms"))
def inconsistent_terms(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A label of a party is written in two ways, or a thing has two names."""
    yield from _label_case(agreement)
    yield from _two_terms(agreement)


def _two_terms(agreement: Agreement) -> Iterator[Hit]:
    """What excuses a party is called by two names that the text does not tie together."""
    whole = glance(agreement).own
    present = [term for term in _KINDS_OF_CAUSE if term in whole]
    if len(present) < 2 or agreement.language != "id":
        return
    apart = _apart(whole, present)
    if apart is None:
        return
    first, second = sorted(apart, key=whole.find)
    for provision, _text in _prose(agreement, (second,)):
        match = _pattern(r"\s+".join(second.split())).search(provision.text)
        if match is None or provision.article is None:
            continue
        spot = spot_of(agreement, provision, match.start(), match.end())
        if read_surely(agreement, spot):
            values: dict[str, str | int] = {"label": first, "form": second}
            yield Hit(spot, values, variant="terms", confidence=on_scan(agreement, "medium"))
            return


_TIE = r"[)”\"]?(?: ?[(/!|–“\"-]? ?|,? atau [(“\"]?| \(?(?:yang )?selanjutnya disebut (?:sebagai )?[“\"]?)"


def _apart(whole: str, terms: list[str]) -> tuple[str, str] | None:
    """Two of the terms that are not said to be the same, by brackets, “atau” or “disebut”, nor through the third."""
    group = {term: term for term in terms}
    for index, left in enumerate(terms):
        for right in terms[index + 1 :]:
            one, other = (term.replace("keadaan ", "(?:keadaan )?") for term in (left, right))
            if _pattern(rf"{one}{_TIE}{other}|{other}{_TIE}{one}").search(whole):
                group = {term: group[left] if of == group[right] else of for term, of in group.items()}
    first = terms[0]
    other_group = [term for term in terms if group[term] != group[first]]
    return (first, other_group[0]) if other_group else None


# ------------------------------------------------------------------ labels of the parties


_PIHAK = lazy(r"pihak(?:\s+(?P<which>pertama|kesatu|kedua|ketiga|keempat|kelima)|\s+(?P<other>lainnya|yang\s+lain))?\b")
_LEAD = lazy(r"\b(?:(?P<all>para)|salah\s+satu|masing[\s-]+masing|setiap|tiap)\s+\Z")
_LEADING = frozenset({"para", "satu", "masing", "masing-masing", "setiap", "tiap"})


class _Label(NamedTuple):
    """A label in a text: kind "all" (“para pihak”), "which" (“pihak kedua”), "one" (“salah satu pihak”) or "other"."""

    start: int
    end: int
    kind: str


def _labels(small: str) -> Iterator[_Label]:
    """The labels in a text in small letters."""
    for match in _PIHAK.finditer(small):
        start = match.start()
        before = small[max(0, start - 24) : start]
        if before[-1:].isalnum() or before[-1:] == "_":
            continue
        words = before.split()
        lead = _LEAD.search(before) if words and words[-1] in _LEADING else None
        if lead is not None:
            yield _Label(start - len(before) + lead.start(), start + len("pihak"), "all" if lead["all"] else "one")
        elif match.lastgroup:
            yield _Label(start, match.end(), match.lastgroup)


def _label_case(agreement: Agreement) -> Iterator[Hit]:
    """The label of a party is written otherwise than where it was defined: small letters, capitals."""
    wanted = _wanted(agreement)
    if not wanted:
        return
    labels = tuple(wanted.values())
    forms: dict[str, list[_Form]] = {}
    as_defined = False
    for provision, _text in _prose(agreement, ("pihak",)):
        if provision.heading or provision.name == "para pihak":
            continue
        small = provision.text.lower()
        if only_as_written(provision.text, small, labels):
            as_defined = True
            continue
        for label in _labels(small) if len(small) == len(provision.text) else ():
            key, written = small[label.start : label.end], provision.text[label.start : label.end]
            if wanted.get(key) == written:
                as_defined = True
                continue
            key = " ".join(key.split())
            if key not in wanted and label.kind in ("all", "which"):
                continue
            if quoted_around(provision.text, label.start) or _outsider(provision.text, label):
                continue
            forms.setdefault(key, []).append((_label_word(label, written), provision, label))
    found_odd = ((key, one) for key, found in forms.items() for one in _odd(found, wanted.get(key)))
    odd = [
        (key, form, spot_of(agreement, provision, label.start, label.end))
        for key, (form, provision, label) in islice(found_odd, MOST_PLACES)
    ]
    odd = [one for one in odd if read_surely(agreement, one[2])]
    odd.sort(key=lambda one: (one[2].block or 0, one[2].start or 0))
    if odd:
        spots = tuple(spot for _, _, spot in odd)
        key, form, first = odd[0]
        wording = wanted.get(key) or first.quote.replace(form, "PIHAK")
        values: dict[str, str | int] = {"label": wording, "form": " ".join(first.quote.split())}
        fix = None if is_scan(agreement) else Fix(first.quote, wording)
        yield Hit(first, values, spots[1:], confidence=on_scan(agreement, "medium"), fix=fix)
    elif forms or as_defined:
        yield from _small_labels(agreement, wanted)


def _outsider(text: str, label: _Label) -> bool:
    """Whether “pihak lainnya” may be somebody outside the agreement: only notices go to the other party for sure."""
    if label.kind != "other" or text.startswith("PIHAK", label.start):
        return False
    first, last = sentence_near(text, label.start, label.end)
    return _pattern(r"memberitahu|pemberitahuan|diberitahu|salah\s+satu\s+pihak").search(text, first, last) is None


def _label_word(label: _Label, written: str) -> str:
    """The part of a label whose case counts: the label itself, or “pihak” in “salah satu pihak”."""
    words = written.split()
    if label.kind in ("all", "which"):
        return " ".join(words)
    return words[0] if label.kind == "other" else words[-1]


def _wanted(agreement: Agreement) -> dict[str, str]:
    """The labels as they were defined, by their small letters; on a scan none with capitals inside a word."""
    labels = [" ".join(label.split()) for label in agreement.labels]
    if agreement.collective_label and agreement.collective_defined:
        labels.append(" ".join(agreement.collective_label.split()))
    if is_scan(agreement):
        labels = [label for label in labels if label.isupper() or label.istitle()]
    return {label.lower(): label for label in labels if label.lower().startswith(("pihak ", "para pihak"))}


_Form = tuple[str, Provision, _Label]  # how a label is written, and where


def _odd(found: list[_Form], label: str | None) -> list[_Form]:
    """The places that differ from the label, or from the capitals that the same words have elsewhere."""
    if label is not None:
        return [one for one in found if one[0] != label]
    if not any(one[0] == "PIHAK" for one in found):
        return []
    return [one for one in found if one[0] != "PIHAK"]


def _small_labels(agreement: Agreement, wanted: dict[str, str]) -> Iterator[Hit]:
    """The labels are in small letters throughout, as no public body writes them."""
    small = [party for party in agreement.parties if " ".join((party.label or "").split()) in wanted.values()]
    small = [party for party in small if party.label and not party.label.isupper()]
    if not small or len(small) < len(agreement.parties) or not holds(agreement, "public-party"):
        return
    label = small[0].label or ""
    for provision, _text in _prose(agreement, (" ".join(label.lower().split()),)):
        match = re.search(r"\s+".join(map(re.escape, label.split())), provision.text)
        if match:
            spot = spot_of(agreement, provision, match.start(), match.end())
            if read_surely(agreement, spot):
                yield Hit(spot, {"label": label, "form": label.upper()}, variant="small", confidence="medium")
                return


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
    for provision, _text in _prose(agreement, ("wajib", "harus", "berhak", "berkewajiban")):
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
