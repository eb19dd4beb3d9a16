"""The originals: how many, for whom, and stamped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.checking.findings import Hit, Spot
from kerjasama_check.checking.glance import Stemmed
from kerjasama_check.checking.registry import function
from kerjasama_check.checking.scans import is_scan, on_scan, read_surely
from kerjasama_check.checking.text import fold, is_annex, possible, sentence_at, spot_of, spot_whole
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.terbilang import to_words

_ORIGINAL_STEMS = ("rangkap", "eksemplar", "asli")
_COPIES = Stemmed(_ORIGINAL_STEMS, r"\brangkap\b|\beksemplar\b|\basli\b|\bsalinan asli\b")
_STAMP = Stemmed(
    ("mater", "meter", "matar", "metar", "bea mat", "bea met"),
    r"m[ae]t[ae]r[ae]?i\b|\bmateri (?:Rp|yang cukup|cukup|secukupnya)|\bbea m[ae]t",
)


def _own(agreement: Agreement, holding: Stemmed) -> Iterator[Provision]:
    """The provisions that the pattern may match, without annexes."""
    return (p for p in possible(agreement, holding) if not is_annex(p.name))


def _copies_provision(agreement: Agreement) -> Provision | None:
    """Where the number of originals is said."""
    named = [p for p in _own(agreement, _COPIES) if not p.heading and _COPIES.search(p.text)]
    exact = [p for p in named if p.name.startswith(agreement.closing.provision)]
    return (exact or named)[-1] if named else None


@function("too_few_copies", values=("copies", "parties", "words"), variants=("holders",))
def too_few_copies(agreement: Agreement, _: object) -> Iterator[Hit]:
    """Fewer originals than parties, or more originals than the holders that the text itself counts out."""
    closing, parties = agreement.closing, len(agreement.parties)
    provision = _copies_provision(agreement)
    if closing.copies is None or parties < 2 or provision is None:
        return
    if closing.copies_words and closing.copies_figure and closing.copies_words != closing.copies_figure:
        return  # which one is meant is not known; that they differ is another rule's finding
    match = _COPIES.search(provision.text)
    first, last = sentence_at(provision.text, match.start(), match.end()) if match else (0, len(provision.text))
    spot = spot_of(agreement, provision, first, last)
    values: dict[str, str | int] = {"copies": closing.copies, "parties": parties, "words": to_words(parties)}
    if closing.copies < parties:
        surely = not is_scan(agreement) or (closing.copies_words is not None and parties == len(agreement.signatures))
        if surely and not _EACH.search(provision.text[max(0, first - 60) : last]):
            yield Hit(spot, values, confidence=on_scan(agreement, "medium"))
        return
    holders = _holders(agreement, fold(provision.text[first:]))
    if holders is not None and holders < closing.copies and not is_scan(agreement):
        yield Hit(spot, values, variant="holders", confidence="medium")


_EACH = lazy(
    r"\b(?:masing-masing|setiap|tiap-tiap)\b[^.;]{0,60}\b(?:memegang|mendapat\w*|menerima|memperoleh|memiliki)\b",
    re.IGNORECASE,
)
_HANDED = lazy(
    r"\b(?:1|satu)\)?[ ]?(?:\((?:satu|1)\))?[ ]?(?:rangkap|eksemplar|lembar|buah|set|asli)?[^.;,]{0,40}?\buntuk\b"
)


def _holders(agreement: Agreement, text: str) -> int | None:
    """How many originals the text hands out one by one ("satu untuk PIHAK KESATU dan …"); None if it does not."""
    handed = len(_HANDED.findall(text))
    labels = [fold(party.label) for party in agreement.parties if party.label]
    return handed if handed >= 2 and all(label in text for label in labels) else None


@function("originals_not_for_all", values=("label",))
def originals_not_for_all(agreement: Agreement, _: object) -> Iterator[Hit]:
    """The originals are handed out, and a party gets none, or only a copy."""
    labels = [party.label for party in agreement.parties if party.label]
    if len(labels) < 2 or len(labels) != len(agreement.parties):
        return
    own = (p for p in _own(agreement, _ORIGINALS) if not p.heading and _ORIGINALS.search(p.text))
    for provision, match in ((p, m) for p in own for m in islice(_GIVEN.finditer(p.text), 50)):
        first, last = sentence_at(provision.text, match.start(), match.end())
        sentence = fold(provision.text[first:last])
        if not _ORIGINALS.search(sentence) or _EVERYBODY.search(sentence):
            continue
        named = [label for label in labels if fold(label) in sentence]
        if len(named) != len(labels) - 1 or not _holds(sentence, fold(named[0])):
            continue
        missing = next(label for label in labels if label not in named)
        spot = spot_of(agreement, provision, first, last)
        if read_surely(agreement, spot):
            yield Hit(spot, {"label": missing}, confidence=on_scan(agreement, "low"))
            return


_ORIGINALS = Stemmed(_ORIGINAL_STEMS, r"\brangkap|\basli\b|\beksemplar", re.NOFLAG)
_EVERYBODY = lazy(r"para pihak|masing-masing|kedua belah|setiap pihak|tiap")
_HOLDER = lazy(r"(?:dipegang|disimpan|dikuasai) (?:oleh|pada)[ ]?$|(?:diserahkan|diberikan) kepada[ ]?$|\buntuk[ ]?$")
_GIVEN = lazy(r"\b(?:dipegang|disimpan|diserahkan|diberikan|dikuasai|untuk)\b", re.IGNORECASE)


def _holds(sentence: str, label: str) -> bool:
    before, _, _ = sentence.partition(label)
    return bool(_HOLDER.search(before))


_STAMP_MISREAD = lazy(r"\batas m[ae]t[ae]\w{2,3}\b", re.IGNORECASE)


@function("no_stamp", absence=True)
def no_stamp(agreement: Agreement, _: object) -> Iterator[Hit]:
    """Nothing in the text says that the originals are stamped; a stamp that is only stuck on does not count."""
    if agreement.closing.stamp_text and _STAMP.search(agreement.closing.text or ""):
        return
    if any(_STAMP.search(p.text) for p in _own(agreement, _STAMP) if p.name != "tanda tangan"):
        return
    if is_scan(agreement):
        if any(_STAMP_MISREAD.search(p.text) for p in agreement.provisions if not is_annex(p.name)):
            return
    elif agreement.closing.stamp:
        return  # a draft that prints its place at the signatures
    loose = [agreement.document.blocks[i].text for i in agreement.unplaced]
    if any(_STAMP.search(text) and len(text.split()) > 6 for text in loose):
        return
    closing = next((p for p in reversed(agreement.provisions) if p.name == "penutup"), None)
    spot = spot_whole(agreement, closing) if closing else Spot("penutup")
    if agreement.closing.stamp:  # one is printed or stuck on at the signatures
        yield Hit(spot, confidence="low")
    else:
        yield Hit(spot, confidence=on_scan(agreement, "low" if closing is None else "medium"))
