"""Who signs, and by what power: the komparisi against the signature, and the basis of the appointment."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kerjasama_check.agreement.model import Agreement, Party, Signature
from kerjasama_check.checking.findings import SEVERAL, Confidence, Hit, Spot
from kerjasama_check.checking.patterns import Regex
from kerjasama_check.checking.registry import function
from kerjasama_check.checking.scans import blocks_read_surely, is_scan, read_surely
from kerjasama_check.checking.text import fold, spot_block
from kerjasama_check.indonesian.lazy import lazy

_DEGREES = lazy(
    r"(?:s\.?(?:e|h|t|p|si|sos|pd|ag|km|kom|hut|pt|pi|kep|ked|farm|ip|ik|tp|stp|st|i|hum)|"
    r"m\.?(?:m|si|sc|pd|hum|t|eng|kes|kom|ag|ap|p|h|mt|ba|kn|farm|epid|ph|es|ars|a|i)|"
    r"a\.?md|ph\.?d|ll\.?m|sp\.?[a-z]{1,4}|ak|ca|cpa|qia|cfra|dea|ns|mars|apt)\Z"
)
_PLACEHOLDER = lazy(r"[“”\"<>{}\[\]$_*…]|\.{3,}|\bnama\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Names:
    """titles: words before a name that are no part of it. institutions: words of bodies, where an office ends."""

    titles: tuple[str, ...]
    institutions: tuple[str, ...]


def name_words(name: str | None, titles: tuple[str, ...]) -> tuple[str, ...]:
    """The bare words of a name: no titles, degrees, ranks or signs."""
    if not name or _PLACEHOLDER.search(name):
        return ()
    parts = re.sub(r"\([^)]*\)", " ", fold(name)).split(",")[0].split()
    while len(parts) > 1 and (re.search(r"[a-z]\.[a-z]", parts[-1]) or _DEGREES.match(parts[-1].strip("."))):
        parts.pop()
    words = [word for part in parts for word in re.split(r"[./’'`-]+", part) if word]
    return tuple(w for w in words if w not in titles and not w.isdigit())


@function("signature_differs", Names, values=("label", "part", "komparisi", "signature"), variants=("name", "office"))
def signature_differs(agreement: Agreement, options: Names) -> Iterator[Hit]:
    """The name or office at the signature is not that of the komparisi."""
    for party, signature in _pairs(agreement):
        name = None if agreement.template else _name_difference(party.representative, signature.name, options.titles)
        if name and is_scan(agreement) and not _clearly_another(party, signature, options.titles):
            continue
        if name and not _signs_for_another(agreement, party, signature, options.titles):
            yield from _hit(agreement, party, signature, "name", party.representative, signature.name, name)
            continue
        if _office_difference(party, signature, options.institutions):
            yield from _hit(agreement, party, signature, "office", party.office, signature.office, "medium")


def _hit(
    agreement: Agreement,
    party: Party,
    signature: Signature,
    part: str,
    first: str | None,
    second: str | None,
    confidence: Confidence,
) -> Iterator[Hit]:
    if is_scan(agreement):
        if part == "office" or not (
            _name_read_surely(agreement, party.blocks, first) and _name_read_surely(agreement, signature.blocks, second)
        ):
            return
        confidence = "low"
    block = next(iter(_holding(agreement, signature.blocks, second)), None)
    spot = Spot("tanda tangan", block, second or "")
    values: dict[str, str | int] = {
        "label": party.label or signature.label or "PIHAK",
        "part": part,
        "komparisi": " ".join((first or "").split()),
        "signature": " ".join((second or "").split()),
    }
    yield Hit(spot, values, variant=part, confidence=confidence)


def _name_read_surely(agreement: Agreement, blocks: tuple[int, ...], name: str | None) -> bool:
    """Whether the bare name (what stands before the degrees) was read with confidence."""
    bare = (name or "").split(",")[0].strip()
    for block in blocks:
        at = agreement.document.blocks[block].text.find(bare)
        if bare and at >= 0:
            return read_surely(agreement, Spot(None, block, bare, at, at + len(bare)))
    return blocks_read_surely(agreement, blocks)


def _holding(agreement: Agreement, blocks: tuple[int, ...], text: str | None) -> tuple[int, ...]:
    """The blocks in which the words stand; all of them if none holds them whole."""
    wanted = fold(text or "")
    found = tuple(b for b in blocks if wanted and wanted in fold(agreement.document.blocks[b].text))
    return found or blocks


def _pairs(agreement: Agreement) -> Iterator[tuple[Party, Signature]]:
    """Party and signature that belong together by label, or by place where only two are left without labels."""
    signatures = [s for s in agreement.signatures if not s.witness]
    for party in agreement.parties:
        mine = [s for s in signatures if s.label and fold(s.label) == fold(party.label or "")]
        if len(mine) == 1:
            yield party, mine[0]
        elif not mine:
            by_body = [s for s in signatures if not s.label and _same_body(party, s)]
            if len(by_body) == 1:
                yield party, by_body[0]


def _same_body(party: Party, signature: Signature) -> bool:
    own = set(re.findall(r"\w{4,}", fold(party.institution or "")))
    other = set(re.findall(r"\w{4,}", fold(f"{signature.institution or ''} {signature.office or ''}")))
    return len(own) > 0 and len(own & other) >= max(1, round(0.7 * len(own)))


def _name_difference(first: str | None, second: str | None, titles: tuple[str, ...]) -> Confidence | None:
    """None where the names may be the same person's; else how sure it is that they are not written alike."""
    a, b = name_words(first, titles), name_words(second, titles)
    if not a or not b or a == b:
        return None
    joined_a, joined_b = "".join(a), "".join(b)
    if joined_a == joined_b or sorted(a) == sorted(b):
        return None
    if _initials_fit(a, b) or _initials_fit(b, a):
        return "medium"
    short, long = sorted((a, b), key=len)
    if len(short) < len(long) and set(short) <= set(long):
        return "medium" if len(short) > 1 else "low"
    return "high" if difflib.SequenceMatcher(None, joined_a, joined_b, autojunk=False).ratio() < 0.75 else "medium"


def _initials_fit(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """ "Indah P" against "Indah Permata": the same with a part cut down to its initial."""
    pairs = zip(short, long, strict=False)
    return len(short) == len(long) and all(a == b or (len(a) == 1 and b.startswith(a)) for a, b in pairs)


def _clearly_another(party: Party, signature: Signature, titles: tuple[str, ...]) -> bool:
    """In a scan a signature or a stamp eats letters of the name: only what cannot come of that is a difference."""
    own, other = name_words(party.representative, titles), name_words(signature.name, titles)
    if own[:-1] == other[:-1] and len(own) > 1:
        return _initials_fit(own, other) or _initials_fit(other, own)
    if min(len(own), len(other)) < 2 or any(len(word) < 3 for word in other):
        return False
    body = set(re.findall(r"\w+", fold(f"{party.institution} {party.office} {party.label} {party.address}")))
    return not any(word in body or difflib.get_close_matches(word, own, 1, 0.7) for word in other)


def _signs_for_another(agreement: Agreement, party: Party, signature: Signature, titles: tuple[str, ...]) -> bool:
    """The name at this signature is that of another party: the blocks were told apart wrongly, or the labels differ."""
    words = name_words(signature.name, titles)
    others = [name_words(p.representative, titles) for p in agreement.parties if p is not party]
    return any(words == other for other in others if other)


def _office_difference(party: Party, signature: Signature, institutions: tuple[str, ...]) -> bool:
    own, other = _office_words(party.office, party, institutions), _office_words(signature.office, party, institutions)
    if not own or not other or own == other or _is_blank(party.office, party.text):
        return False
    short, long = sorted((own, other), key=len)
    if set(short) <= set(long):  # a shortened office is the same one, a deputy is not
        return bool((set(long) - set(short)) & _RANK_WORDS)
    alike = difflib.SequenceMatcher(None, " ".join(own), " ".join(other), autojunk=False).ratio()
    return alike < 0.8


_RANK_WORDS = frozenset(("utama", "muda", "madya", "wakil", "deputi", "plt", "plh", "pjs", "pengganti", "umum"))
_ABBREVIATED = lazy(r"[a-z]\.[a-z]|\b(?:a\.?n|u\.?b|selaku|jabatan|sebagai|an)\b[.:]?")


def _is_blank(words: str | None, text: str) -> bool:
    """Whether the words are a blank of a form: "_JABATAN_", "${jabatan}"."""
    at = text.find(words or "\0")
    return at > 0 and text[at - 1] in "_${<[«*"


def _office_words(office: str | None, party: Party, institutions: tuple[str, ...]) -> tuple[str, ...]:
    """The words of an office up to the body it belongs to: "Rektor" of "Rektor Universitas Contoh"."""
    if not office:
        return ()
    text = _ABBREVIATED.sub(" ", fold(office.split(",")[0].split("\n")[0]))
    own = set(re.findall(r"\w+", fold(party.institution or "")))
    words: list[str] = []
    for word in re.findall(r"[a-z]+", text):
        if words and (word in institutions or (word in own and word not in _RANK_WORDS)):
            break
        words.append(word)
    return tuple(words)


# ------------------------------------------------------------------ appointment


@dataclass(frozen=True, slots=True)
class Appointment:
    """bases: words (regular expressions) that name what a signatory's power rests on."""

    bases: tuple[Regex, ...]
    sectors: tuple[str, ...] = ("pusat", "daerah", "pendidikan", "bumn", "swasta", "organisasi")


@function("appointment_not_cited", Appointment, values=("labels",), absence=True)
def appointment_not_cited(agreement: Agreement, options: Appointment) -> Iterator[Hit]:
    """Signatories of bodies whose appointment, deed or power is not cited in the komparisi."""
    pattern = re.compile(rf"\b(?:{'|'.join(options.bases)})\b", re.IGNORECASE)
    bare = [
        party
        for party in agreement.parties
        if party.sector in options.sectors and not party.appointment and not pattern.search(_said_of(agreement, party))
    ]
    if not bare:
        return
    labels = [party.label or party.institution or "PIHAK" for party in bare]
    first = bare[0]
    spot = spot_block(agreement, first.blocks[0]) if first.blocks else Spot("para pihak")
    doubt: Confidence | None = None if blocks_read_surely(agreement, first.blocks) else "medium"
    yield Hit(replace(spot, provision="para pihak"), {"labels": SEVERAL.join(labels)}, confidence=doubt)


def _said_of(agreement: Agreement, party: Party) -> str:
    """What the komparisi says of a party: its text, and the blocks that are its own alone."""
    others = {block for other in agreement.parties if other is not party for block in other.blocks}
    blocks = " ".join(agreement.document.blocks[b].text for b in party.blocks if b not in others)
    return f"{party.text} {blocks}"
