"""The parties by label, order and form: nobody is called two things, put back or left out."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kerjasama_check.agreement.model import Agreement, Party, Signature
from kerjasama_check.agreement.placeholders import has_placeholder
from kerjasama_check.checking.findings import Fix, Hit, Spot
from kerjasama_check.checking.glance import Stemmed
from kerjasama_check.checking.registry import function
from kerjasama_check.checking.scans import is_scan, on_scan, read_surely
from kerjasama_check.checking.text import fold, is_annex, only_as_written, possible, spot_block, spot_of
from kerjasama_check.indonesian.lazy import lazy

# The ordinals of party labels by style: "PERTAMA" and "KESATU" are the two words for the first one.
_STYLES = {
    "word": ("kesatu", "kedua", "ketiga", "keempat", "kelima", "keenam"),
    "roman": ("i", "ii", "iii", "iv", "v", "vi"),
    "figure": ("1", "2", "3", "4", "5", "6"),
    "numeral": ("satu", "dua", "tiga", "empat", "lima", "enam"),
}
_ORDINALS = {word: (style, n) for style, words in _STYLES.items() for n, word in enumerate(words, 1)}
_ORDINALS["pertama"] = ("first", 1)
_LABEL = Stemmed(
    ("pihak",),
    r"\bpihak[\s-]{1,3}"
    r"(?P<ordinal>ke[ -]?(?:satu|dua|tiga|empat|lima|enam|[1-6])|pertama|satu|dua|tiga|iii|ii|iv|i|[1-6])"
    r"(?![\w/])",
)


@dataclass(frozen=True, slots=True)
class _Label:
    """A label taken apart: style ("word", "first", "roman", …) and which party it means."""

    style: str
    ordinal: int


def _label(text: str | None) -> _Label | None:
    """The label taken apart; a komparisi may define the bare "KESATU"."""
    match = _LABEL.search(text or "") or _LABEL.compiled.fullmatch(f"PIHAK {text}")
    return _read(match) if match else None


def _read(match: re.Match[str]) -> _Label:
    word = match["ordinal"].lower()
    bare = word[2:].lstrip(" -") if word.startswith(("ke ", "ke-")) or word[:3] in ("ke1", "ke2", "ke3") else word
    style, ordinal = _ORDINALS["ke" + bare if bare in _STYLES["numeral"] and word.startswith("ke") else bare]
    return _Label(style, ordinal)


@function("mixed_party_labels", values=("used", "defined"), variants=("furniture",))
def mixed_party_labels(agreement: Agreement, _: object) -> Iterator[Hit]:
    """A party that was given one label is called by another: PIHAK PERTAMA and PIHAK KESATU."""
    labels = [(party.label or "", label) for party in agreement.parties if (label := _label(party.label))]
    defined = {label.ordinal: (text, label) for text, label in labels}
    twice = len(defined) < len(labels)
    if not defined or twice:
        return
    styles = {label for _, label in defined.values()}
    found = False
    boxes: list[tuple[re.Match[str], _Label, Spot]] = []  # for initials, read into the text of a scan
    exact = tuple(dict.fromkeys(text for text, _ in labels)) + tuple(filter(None, (agreement.collective_label,)))
    uses = [
        (provision, match)
        for provision in possible(agreement, _LABEL)
        if is_scan(agreement) or not only_as_written(provision.text, provision.text.lower(), exact)
        for match in _LABEL.finditer(provision.text)
    ]
    counts = Counter(_read(match) for _, match in uses)
    for provision, match in uses:
        label = _read(match)
        if label in styles or label.ordinal not in defined or is_annex(provision.name):
            continue
        if _third_party(agreement, label, match.group()) or provision.name == "dasar hukum":
            continue
        if is_scan(agreement) and label.style in ("roman", "figure", "numeral") and counts[label] < 3:
            continue  # more likely the box for initials, or a KEDUA under ink
        spot = spot_of(agreement, provision, match.start(), match.end())
        if provision.name != "tanda tangan" and _is_box(agreement, spot):
            boxes.append((match, label, spot))
        elif read_surely(agreement, spot):
            found = True
            yield replace(_mixed(match, defined[label.ordinal][0], spot), confidence=on_scan(agreement, "medium"))
    if not found:
        yield from _mixed_in_boxes(agreement, defined, boxes)


def _mixed(match: re.Match[str], label: str, spot: Spot) -> Hit:
    used = " ".join(match.group().split())
    shown = label.upper() if used.isupper() else label.title() if used.istitle() else label
    fix = Fix(match.group(), shown) if used.isupper() and label.isupper() else None
    return Hit(spot, {"used": used.upper(), "defined": label}, fix=fix)


def _third_party(agreement: Agreement, label: _Label, text: str) -> bool:
    """ "pihak ketiga" means an outsider where there are only two parties."""
    return label.ordinal > len(agreement.parties) or (label.ordinal > 2 and text.islower())


def _is_box(agreement: Agreement, spot: Spot) -> bool:
    """Whether a label of a scan stands alone on its line: the box for initials rather than a sentence."""
    if spot.block is None or not is_scan(agreement):
        return False
    return not any(c.isalnum() for c in _LABEL.compiled.sub("", agreement.document.blocks[spot.block].text))


def _mixed_in_boxes(
    agreement: Agreement, defined: dict[int, tuple[str, _Label]], boxes: list[tuple[re.Match[str], _Label, Spot]]
) -> Iterator[Hit]:
    """The boxes for initials at the foot of the pages, which are no part of the text; said once."""
    styles = {label for _, label in defined.values()}
    found: list[tuple[re.Match[str], _Label, Spot, Spot | None]] = [
        (match, label, Spot("tata letak", spot.block, match.group()), spot) for match, label, spot in boxes
    ]
    for block in agreement.document.furniture:
        for match in _LABEL.finditer(block.text):
            if not any(first < match.end() and match.start() < last for first, last in block.doubtful):
                found.append((match, _read(match), Spot("tata letak", None, match.group()), None))
    for match, label, spot, place in found:
        if label in styles or label.ordinal not in defined or label.style not in ("word", "first"):
            continue  # "Pihak I" is the usual short form in such a box
        if place is not None and not read_surely(agreement, place):
            continue
        values: dict[str, str | int] = {"used": match.group().upper(), "defined": defined[label.ordinal][0]}
        yield Hit(spot, values, (), "furniture", on_scan(agreement, "medium"))
        return


@function("label_given_twice", values=("label",), variants=("undefined",))
def label_given_twice(agreement: Agreement, _: object) -> Iterator[Hit]:
    """Two parties of the komparisi have the same label."""
    seen: dict[str, Party] = {}
    for party in agreement.parties:
        key = fold(party.label or "").replace("kesatu", "pertama")
        if not key:
            continue
        if key in seen and not _same_body(seen[key], party):
            block = party.blocks[-1] if party.blocks else None
            spot = _label_spot(agreement, party) if block is not None else Spot("para pihak")
            if read_surely(agreement, spot):
                yield Hit(spot, {"label": (party.label or "").upper()}, confidence=on_scan(agreement, "medium"))
        seen.setdefault(key, party)


def _same_body(first: Party, second: Party) -> bool:
    names = fold(first.institution or ""), fold(second.institution or "")
    people = fold(first.representative or ""), fold(second.representative or "")
    return bool(names[0] and names[0] == names[1] and people[0] == people[1])


def _label_spot(agreement: Agreement, party: Party) -> Spot:
    for block in reversed(party.blocks):
        text = agreement.document.blocks[block].text
        at = text.rfind(party.label or "\0")
        if at >= 0:
            return spot_block(agreement, block, at, at + len(party.label or ""))
    return Spot("para pihak", party.blocks[-1], party.label or "")


# ------------------------------------------------------------------ order


@function("party_order_differs", values=("first", "other"))
def party_order_differs(agreement: Agreement, _: object) -> Iterator[Hit]:
    """The title names the parties in another order than the komparisi."""
    title = agreement.title
    if title is None or len(title.names) < 2 or len(agreement.parties) != len(title.names):
        return
    if all(_is_called(party, name) for party, name in zip(agreement.parties, title.names, strict=True)):
        return
    order = [_best_party(name, agreement.parties) for name in title.names]
    if None in order or len(set(order)) != len(order) or order == sorted(order, key=lambda n: n or 0):
        return
    first = title.names[0]
    block = next((b for b in title.blocks if fold(first)[:12] in fold(agreement.document.blocks[b].text)), None)
    spot = Spot("judul", block if block is not None else (title.blocks or (None,))[0], first)
    values: dict[str, str | int] = {"first": " ".join(first.split()), "other": agreement.parties[0].institution or ""}
    yield Hit(spot, values, confidence="low" if is_scan(agreement) else "medium")


def _is_called(party: Party, name: str) -> bool:
    """Whether a party has this very name."""
    folded = fold(name)
    return any(own and fold(own) == folded for own in (party.institution, party.acts_for, *party.aliases))


def _best_party(name: str, parties: tuple[Party, ...]) -> int | None:
    """The party that a name of the title means; None unless one fits clearly better than all others."""
    scores = sorted(((_alike(name, party), at) for at, party in enumerate(parties)), reverse=True)
    (best, at), (second, _) = scores[0], scores[1]
    return at if best >= 0.6 and best - second >= 0.25 else None


def _alike(name: str, party: Party) -> float:
    """How much of one name is in the other; 0 to 1. A title may name the faculty, the komparisi its university."""
    words = set(re.findall(r"\w{3,}", fold(name))) - _COMMON
    best = 0.0
    for own in (party.institution, party.acts_for, *party.aliases):
        if not own or not words:
            continue
        other = set(re.findall(r"\w{3,}", fold(own))) - _COMMON
        hits = sum(1 for word in words if word in other or difflib.get_close_matches(word, other, 1, 0.85))
        best = max(best, hits / min(len(words), len(other) or 1))
    return best


_COMMON = frozenset(
    ("dan", "dengan", "antara", "republik", "indonesia", "kabupaten", "kota", "provinsi", "kementerian")
)


# ------------------------------------------------------------------ signature blocks


@function("uneven_signature_blocks", values=("label", "part"), variants=("name", "office", "identity"))
def uneven_signature_blocks(agreement: Agreement, _: object) -> Iterator[Hit]:
    """The signature blocks of the parties have different parts: an office or a number for one only."""
    signatures = [s for s in agreement.signatures if not s.witness]
    if len(signatures) < 2 or len(signatures) != len(agreement.parties) or agreement.template:
        return
    parties = [_party_of(agreement, s, at) for at, s in enumerate(signatures)]
    if is_scan(agreement):  # names and ranks under a signature and a stamp are often lost in reading
        return
    pairs = list(zip(signatures, parties, strict=True))
    for part, values in (
        ("name", [s.name for s in signatures]),
        ("office", [s.office for s in signatures]),
        ("identity", [s.identity for s in signatures]),
    ):
        bare = [at for at, value in enumerate(values) if not value]
        if not bare or len(bare) == len(values) or not _comparable(part, [p for _, p in pairs]):
            continue
        signature, party = pairs[bare[0]]
        if part == "name" and (party is None or not party.representative or _BLANK.search(party.representative)):
            continue  # nobody is named in the komparisi either: a form that is still to be filled in
        label = signature.label or (party.label if party else None) or "PIHAK"
        lines = [p.text for p in agreement.provisions if p.name == "tanda tangan"]
        if (part == "name" and any(map(has_placeholder, lines))) or (
            party is not None and (has_placeholder(party.text) or _QUOTED_NAME.search(party.text))
        ):
            continue  # still to be filled in, which another rule tells
        block = signature.blocks[0] if signature.blocks else None
        spot = Spot("tanda tangan", block, agreement.document.blocks[block].text[:120] if block is not None else "")
        yield Hit(spot, {"label": label, "part": part}, variant=part)
        return


_QUOTED_NAME = lazy(r"[“”\"][ ]?nama\b", re.IGNORECASE)
_BLANK = lazy(r"[“”\"<>{}\[\]$_*…]|\.{3}|\bnama\b", re.IGNORECASE)


def _party_of(agreement: Agreement, signature: Signature, at: int) -> Party | None:
    label = _label(signature.label)
    for party in agreement.parties:
        if signature.label and fold(signature.label) == fold(party.label or ""):
            return party
        if label and (own := _label(party.label)) and own.ordinal == label.ordinal:
            return party
    return agreement.parties[at] if at < len(agreement.parties) and not label else None


def _comparable(part: str, parties: list[Party | None]) -> bool:
    """Whether the parts may be expected of all: an individual has no office, an outsider no civil servant's number."""
    sectors = [party.sector if party else None for party in parties]
    if part == "office":
        return "perorangan" not in sectors and None not in sectors
    if part == "identity":
        return all(sector in ("pusat", "daerah") for sector in sectors)
    return True
