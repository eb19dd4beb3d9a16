"""Text of a document made safe to show: it must not steer a terminal, hide words or reorder them.

Also the way round narrow encodings: a character that standard output cannot carry is written with nearest signs
instead of being lost or ending the run.
"""

from __future__ import annotations

import codecs
import unicodedata
from typing import IO

from kerjasama_check.indonesian.lazy import lazy

_ODD = lazy("[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff]")
HANDLER = "kerjasama-check-nearest"
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ENTITIES = (
    *(("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\ufffe", "\ufffd"), ("\uffff", "\ufffd")),
    *(('"', "&quot;"), ("'", "&#39;")),
)
_NEAREST = {
    "→": "->", "←": "<-", "↔": "<->", "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "…": "...",
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "•": "*", "·": ".", "●": "*", "▪": "*", "○": "o",
    "✓": "v", "✔": "v", "✗": "x", "✘": "x", "≥": ">=", "≤": "<=", "≠": "!=", "×": "x", "½": "1/2", "§": "Ps.",
    "─": "-", "━": "-", "│": "|", "┃": "|", "├": "|", "└": "`", "┌": "+", "┐": "+", "┘": "+", "┼": "+", "╴": "-",
    "╸": "=", "╺": "-", "█": "#", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "€": "EUR", "™": "(TM)", "®": "(R)",
}  # fmt: skip


def clean(text: str) -> str:
    """One line of text without signs that act on a terminal: they are shown as "⟨U+202E⟩"; blanks are single ones."""
    if not _ODD.search(text):
        return " ".join(text.split())
    return " ".join("".join(_shown(sign) for sign in text).split())


def shown(text: str) -> str:
    """Like `clean`, but blanks stay as they are: for file names, and for the text itself. Breaks become blanks."""
    return "".join(_shown(sign) for sign in text) if _ODD.search(text) else text


def xml(text: str) -> str:
    """`clean` text for XML and HTML, in an element or in an attribute with double quotes."""
    return escaped(clean(text))


def escaped(text: str, *, quotes: bool = True) -> str:
    """Text without control codes for XML and HTML; the two signs that no XML may hold are replaced.

    quotes: also for attributes.
    """
    for sign, name in _ENTITIES if quotes else _ENTITIES[:-2]:
        text = text.replace(sign, name)
    return text


def portable(text: str, stream: IO[str]) -> str:
    """XML or HTML for a stream: with character references where it cannot carry every sign."""
    encoding = (getattr(stream, "encoding", None) or "utf-8").lower().replace("_", "-")
    return text if encoding.startswith("utf") else text.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _shown(sign: str) -> str:
    if sign in "\n\r\t\v\f\x85\u2028\u2029":
        return " "
    if sign in _BIDI or unicodedata.category(sign) in ("Cc", "Cs"):
        return f"⟨U+{ord(sign):04X}⟩"
    if sign in "\u200b\u200c\u200d\u2060\ufeff\u00ad":  # without width: nothing to see, nothing lost
        return ""
    return sign


def nearest(text: str) -> str:
    """The text in ASCII, by like signs and by leaving accents off; "?" only where nothing is near."""
    return "".join(_ascii(sign) for sign in text)


def _ascii(sign: str) -> str:
    if sign.isascii():
        return sign
    if sign in _NEAREST:
        return _NEAREST[sign]
    plain = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode("ascii")
    return plain or {"⟨": "<", "⟩": ">"}.get(sign, "?")


def _encode_error(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return nearest(error.object[error.start : error.end]), error.end


def install() -> str:
    """Make the error handler known to Python's codecs; its name."""
    codecs.register_error(HANDLER, _encode_error)
    return HANDLER
