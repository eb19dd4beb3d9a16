"""Names of WordprocessingML, spelled out once, and how its values are read."""

from __future__ import annotations

from typing import Any

Element = Any  # an lxml element

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC_NS = "http://schemas.openxmlformats.org/markup-compatibility/2006"
A_NS = "http://schemas.openxmlformats.org/drawingml/2006/main"
M_NS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
V_NS = "urn:schemas-microsoft-com:vml"


def w(name: str) -> str:
    """The full name of a WordprocessingML element or attribute."""
    return f"{{{W_NS}}}{name}"


VAL = w("val")
P, R, T, TBL, TR, TC, SDT = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc"), w("sdt")
PPR, RPR, SDT_CONTENT, SECT_PR = w("pPr"), w("rPr"), w("sdtContent"), w("sectPr")
TXBX = w("txbxContent")
ALTERNATE, CHOICE, FALLBACK = f"{{{MC_NS}}}AlternateContent", f"{{{MC_NS}}}Choice", f"{{{MC_NS}}}Fallback"

_OFF = frozenset(("0", "false", "off", "none"))
_UNITS = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}


def on(element: Element) -> bool:
    """The value of an on/off element: `<w:b/>` is on."""
    return (element.get(VAL) or "1").lower() not in _OFF


def value(parent: Element | None, name: str) -> str | None:
    """`w:val` of a child."""
    child = parent.find(w(name)) if parent is not None else None
    return None if child is None else child.get(VAL)


def integer(text: str | None) -> int | None:
    """A whole number, None for anything else (real files hold "12.5" and words)."""
    if text is None:
        return None
    if text.isdecimal() and len(text) < 10:
        return int(text)
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return None


def points(text: str | None, per: float = 20.0) -> float | None:
    """A measure in points: a bare number counts in 1/`per` point (twips by default); Strict files write "12pt"."""
    if not text:
        return None
    try:
        return float(text) / per
    except ValueError:
        pass
    try:
        return float(text[:-2]) * _UNITS[text[-2:].lower()]
    except (KeyError, ValueError):
        return None
