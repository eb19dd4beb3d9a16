"""The end of the text: how many originals, on what stamp, and the sentence "Demikian …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kerjasama_check.agreement.model import Closing, Provision
from kerjasama_check.agreement.units import Unit, blocks_of, join
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.terbilang import parse_words

DEMIKIAN = lazy(r"\s*(?:Demikian|DEMIKIAN|Dernikian)\w*\b")
_STAMP = lazy(
    r"\b(?:ber|di)?(?:meterai|materai|materei|meterei|materi\s+(?:cukup|Rp|6|10)|"
    r"matrai)\w*(?:\s+(?:cukup|tempel|secukupnya|Rp\.?\s?[\d.]+))?",
    re.I,
)
_WORDS = (
    r"(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|"
    r"(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\s?belas)"
)
_UNIT = r"(?:rangkap|eksemplar|exemplar|examplar|salinan\s+asli|buah\s+asli|naskah\s+asli|asli\b|copy\b|original)"
_FIGURE = r"(?P<figure{n}>\d{{1,2}}|[lI](?=\s*\())"
_HOLDS = lazy(
    r"\b(?:memegang|menerima|menyimpan|mendapat\w*|memperoleh|diberikan|dipegang|"
    r"disimpan|memiliki|untuk)\b[^.]*$",
    re.I,
)
_WORD_GROUP = rf"[\[(]*\s*(?P<words1>{_WORDS})?\s*[)\]]*"
_FIRST, _SECOND = _FIGURE.format(n=1), _FIGURE.format(n=2)
_COPIES = (
    re.compile(
        rf"rangkap\w*\s*(?:nya)?\s*(?:sebanyak\s+|asli\s+|menjadi\s+|dalam\s+)?(?:{_FIRST}\s*)?{_WORD_GROUP}"
        rf"(?:\s*{_SECOND}(?![\d.,]))?",
        re.I,
    ),
    re.compile(
        rf"(?:dalam|sebanyak|dibuat)\s+(?:{_FIRST}\s*)?{_WORD_GROUP}\s*(?:\(\s*{_SECOND}\s*\)\s*)?{_UNIT}", re.I
    ),
    re.compile(rf"(?:{_FIRST}\s*){_WORD_GROUP}(?P<figure2>)\s*{_UNIT}", re.I),
)


_ENGLISH_VALUES = {"duplicate": 2, "triplicate": 3, "quadruplicate": 4} | {"two": 2, "three": 3, "four": 4, "five": 5}
_ENGLISH = lazy(
    r"\bin\s+(duplicate|triplicate|quadruplicate|(?:two|three|four|five)(?=\s+(?:\(\d\)\s+)?(?:identical\s+|original\s+)?"
    r"(?:originals?|copies|counterparts)))\b",
    re.I,
)


def read_closing(provisions: Sequence[Provision], tail: Sequence[Unit], signatures: Sequence[Unit]) -> Closing:
    """From the provisions of the body (last first), the text behind the last article and the signature lines."""
    demikian = next((i for i, unit in enumerate(tail) if DEMIKIAN.match(unit.text)), None)
    own = list(tail[demikian:]) if demikian is not None else list(tail)
    text = join(own) if own else None
    blocks = blocks_of(own)
    if text is None:
        inside = next((p for p in reversed(provisions) if DEMIKIAN.match(p.text)), None)
        inside = inside or next((p for p in reversed(provisions) if find_copies(p.text)[0] is not None), None)
        text, blocks = (inside.text, inside.blocks) if inside else (None, ())
    places = [(p.name, p.text) for p in reversed(provisions) if not p.heading]
    copies, words, figure, provision = None, None, None, "penutup"
    for name, content in ([("penutup", join(own))] if own else []) + places:
        copies, words, figure = find_copies(content)
        if copies is not None:
            provision = name
            break
    stamp = _find_stamp([content for _, content in places], join(own) if own else "", join(list(signatures)))
    return Closing(text, blocks, copies, words, figure, stamp is not None, stamp, provision)


def find_copies(text: str) -> tuple[int | None, int | None, int | None]:
    """(number of originals, as words say, as figures say); (None, None, None) if nothing is said."""
    for pattern in _COPIES:
        for match in pattern.finditer(text):
            raw = match["figure1"] or match["figure2"]
            figure = int(raw.replace("l", "1").replace("I", "1")) if raw else None
            spoken = parse_words(match["words1"]) if match["words1"] else None
            words = spoken.value if spoken else None
            if figure is None and words is None:
                continue
            if figure is not None and not 1 <= figure <= 60:
                continue
            if 1 in {figure, words} and _HOLDS.search(text[max(0, match.start() - 60) : match.start()]):
                continue
            return (words if words is not None and figure != words and words > 1 else figure or words), words, figure
    english = _ENGLISH.search(text)
    if english:
        count = _ENGLISH_VALUES[english[1].lower()]
        return count, count, None
    if re.search(r"\brangkap\s+secukupnya", text, re.I):
        return None, None, None
    return None, None, None


def _find_stamp(body: Sequence[str], closing: str, signatures: str) -> str | None:
    for text in (closing, signatures, *body):
        match = _STAMP.search(text)
        if match:
            return match[0]
    return None
