"""Joining the words of lines into running text: line-end hyphens undone, spaced letters closed, symbols cleaned."""

from __future__ import annotations

import re

# Compounds and prefixes whose hyphen stays although the parts differ.
KEEP_BEFORE = frozenset(
    (
        "perundang",
        "non",
        "pasca",
        "pra",
        "anti",
        "pihak",
        "lain",
        "sub",
        "se",
        "ke",
        "co",
        "semi",
        "multi",
        "kuasi",
        "eks",
    )
)
KEEP_PAIRS = frozenset(
    (
        ("perundang", "undangan"), ("serta", "merta"), ("sayur", "mayur"), ("bolak", "balik"), ("lauk", "pauk"),
        ("gerak", "gerik"), ("tindak", "tanduk"), ("sehari", "hari"), ("sewaktu", "waktu"), ("semata", "mata"),
        ("secepat", "cepatnya"), ("berangsur", "angsur"), ("bersama", "sama"), ("satu", "satunya"), ("mau", "tidak"),
    )
)  # fmt: skip
_PREFIXES = ("pem", "pen", "peng", "per", "pe", "me", "mem", "men", "meng", "ber", "ter", "di", "ke", "se")
_SUFFIXES = ("nya", "kan", "an", "i", "lah", "kah", "pun")
_LETTERS_AT_END = re.compile(r"[^\W\d_]+\Z")
_LETTERS_AT_START = re.compile(r"[^\W\d_]+")
_SPACED = re.compile(r"(?<!\S)(?:[A-Z] ){3,}[A-Z](?!\S)")
_LIGATURES = str.maketrans(
    {
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
        "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u2002": " ", "\u2003": " ", "\u200a": " ",
        "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None, "\ufeff": None,
        "\u2010": "-", "\u2011": "-", "\uf0b7": "•", "\uf0a7": "▪", "\uf0a8": "▪", "\uf0d8": "➢", "\uf0fc": "✓",
        "\uf0fe": "✓", "\uf02d": "-", "\uf076": "❖", "\uf0e8": "➢", "\uf06f": "○", "\uf0a3": "□", "\uf071": "□",
    }
)  # fmt: skip
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")


def clean(text: str) -> str:
    """Ligatures opened, symbols of private fonts turned into bullets, control characters gone."""
    if text.isascii():
        return _CONTROL.sub("", text)
    text = text.translate(_LIGATURES)
    return _CONTROL.sub("", _PRIVATE.sub("•", text))


def close_letters(text: str) -> str:
    """Close a heading set in spaced letters: "P E N U T U P" → "PENUTUP"."""
    if "  " in text or not _SPACED.search(text):
        return text
    return _SPACED.sub(lambda match: match.group().replace(" ", ""), text)


def _stem(word: str) -> str:
    for prefix in sorted(_PREFIXES, key=len, reverse=True):
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word


def keeps_hyphen(before: str, after: str) -> bool:
    """Does the hyphen at the end of a line belong to the word?

    before: what stands before the hyphen, after: the first word of the next line. It belongs to reduplications
    ("masing-masing", "sebaik-baiknya"), known compounds, capitalised or abbreviated parts, figures and signs; all other
    hyphens were set to break a word ("ke-" + "tentuan").
    """
    left, right = _LETTERS_AT_END.search(before), _LETTERS_AT_START.match(after)
    if left is None or right is None:
        return True
    first, second = left.group(), right.group()
    if len(first) != len(before.lstrip("(“\"'‘[")) or (second[0].isupper() and not first.isupper()):
        return True  # "009/A/JA-", "e-mail-…", "non-Kementerian"
    a, b = first.lower(), second.lower()
    if first.isupper() != second.isupper() and len(first) > 1:
        return True
    if (a, b) in KEEP_PAIRS or a in ("non", "perundang", "undang"):
        return True
    if len(a) >= 3 and (b.startswith(a) or a.endswith(b)):
        return True
    stem_a, stem_b = _stem(a), _stem(b)
    return len(stem_a) >= 3 and (stem_a == stem_b or (stem_b.startswith(stem_a) and len(a) >= 4))


def join_texts(before: str, after: str) -> str:
    """Two lines of one paragraph as running text."""
    if not before or not after:
        return before or after
    if before[-1] != "-" or len(before) < 2 or before[-2] in " -–" or before == "-":
        return f"{before} {after}"
    head = before[:-1].rsplit(None, 1)[-1]
    if not after[0].isalnum():
        return f"{before} {after}" if not head[-1].isdigit() else f"{before}{after}"
    return f"{before}{after}" if keeps_hyphen(head, after) else f"{before[:-1]}{after}"
