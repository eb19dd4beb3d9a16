"""Signs of Word's private fonts (Symbol, Wingdings) as characters that every font has."""

from __future__ import annotations

_SYMBOL = dict(
    zip(
        range(0x41, 0x5B),
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
        strict=True,
    )
)
_SYMBOL.update(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_SYMBOL.update(
    {
        0x22: "∀", 0x24: "∃", 0x27: "∍", 0x2A: "∗", 0x2D: "-", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥", 0x7E: "∼",
        0xA2: "′", 0xA3: "≤", 0xA4: "/", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0xAB: "↔", 0xAC: "←",
        0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
        0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD0: "∠", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√",
        0xD7: "⋅", 0xE0: "◊", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0xE5: "∑",
    }
)  # fmt: skip
_DINGS = {
    0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x2D: "•", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "❐",
    0x71: "❑", 0x72: "❒", 0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9E: "·", 0x9F: "•",
    0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xDC: "➲", 0xE0: "→", 0xDF: "←", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_DINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x97: "●", 0x98: "•"}
_FONTS = {
    "symbol": _SYMBOL,
    "wingdings": _DINGS,
    "wingdings 2": _DINGS_2,
    "wingdings 3": {},
    "webdings": {0x61: "✓", 0x63: "□", 0x67: "■", 0x72: "✗"},
}


def is_private(character: str) -> bool:
    return "\ue000" <= character <= "\uf8ff"


def sign(character: str, font: str | None) -> str:
    """The plain character for a sign of a private font, a bullet where there is none."""
    code = ord(character)
    if is_private(character):
        code &= 0xFF
    table = _FONTS.get((font or "").strip().lower())
    if table is None:
        if not is_private(character):
            return character
        if character in "\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf0fe\uf076\uf06e\uf06f":
            return _DINGS.get(code, "•")
        return chr(code) if 0x20 <= code < 0x7F and 0xF000 <= ord(character) <= 0xF0FF else "•"
    if code in table:
        return table[code]
    return chr(code) if code < 0x40 and table is _SYMBOL else "•"


def plain(text: str, font: str | None) -> str:
    """`text` with its private characters replaced."""
    return "".join(sign(c, font) if is_private(c) else c for c in text)


_ROUND = frozenset("•●○◦·∙⋅⦁❍▪■□◆◇❖➢➤➔➲→⇒✓✔✗☐☑☒◊♦❑❒❐*oO§")


def bullet(text: str, font: str | None) -> str | None:
    """The label of a bulleted level: a dash stays a dash, every other sign is "•"."""
    text = text.strip()
    if not text:
        return None
    if len(text) > 1:
        return plain(text, font).strip() or None
    if text in "-–—‒−‐‑\uf02d" and (font or "").lower() not in ("wingdings", "wingdings 2"):
        return "-"
    shown = sign(text, font)
    return "•" if shown in _ROUND or not shown.isascii() else shown
