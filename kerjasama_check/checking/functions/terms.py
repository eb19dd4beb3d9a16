"""One term for one thing: the labels of the parties as they were defined, and one name for what excuses a party."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.checking.facts import holds
from kerjasama_check.checking.findings import Fix, Hit
from kerjasama_check.checking.functions.gather import MOST_PLACES
from kerjasama_check.checking.functions.glance import glance
from kerjasama_check.checking.functions.language import quoted_around, sentence_near
from kerjasama_check.checking.functions.prose import pattern_of, prose
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.scans import is_scan, on_scan, read_surely
from kerjasama_check.checking.text import only_as_written, spot_of
from kerjasama_check.indonesian.closeness import in_small
from kerjasama_check.indonesian.lazy import lazy

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
    for provision, _text in prose(agreement, (second,)):
        match = pattern_of(r"\s+".join(second.split())).search(provision.text)
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
            if pattern_of(rf"{one}{_TIE}{other}|{other}{_TIE}{one}").search(whole):
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
    for provision, _text in prose(agreement, ("pihak",)):
        if provision.heading or provision.name == "para pihak":
            continue
        small = in_small(provision.text)
        if only_as_written(provision.text, small, labels):
            as_defined = True
            continue
        for label in _labels(small):
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
    return pattern_of(r"memberitahu|pemberitahuan|diberitahu|salah\s+satu\s+pihak").search(text, first, last) is None


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
    for provision, _text in prose(agreement, (" ".join(label.lower().split()),)):
        match = re.search(r"\s+".join(map(re.escape, label.split())), provision.text)
        if match:
            spot = spot_of(agreement, provision, match.start(), match.end())
            if read_surely(agreement, spot):
                yield Hit(spot, {"label": label, "form": label.upper()}, variant="small", confidence="medium")
                return
