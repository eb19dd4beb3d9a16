"""Mends XML that is not well-formed, so that a recovering parser keeps the whole text.

A recovering parser stops where a surplus end tag closes the root. Most broken DOCX come from programs that replaced
strings in the XML: tags stand in tags, end tags are missing or doubled. Here start and end tags are paired again.
"""

from __future__ import annotations

from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.reading.docx_names import W_NS

_TOKEN = lazy(r"<[/]?[A-Za-z_][^<>]*>|<[?!][^<>]*>|<|[^<]+")
_NAME = lazy(r"[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?")
_ATTRIBUTE = lazy(r"""\s*([A-Za-z_][\w.:-]*)\s*=\s*("[^"<]*"|'[^'<]*')""")
_GLUED = lazy(r"[A-Za-z]+(?=[\s/>]|$)")
_BARE_AMPERSAND = lazy(r"&(?!(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);)")
_CONTROL = lazy(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CONTENT = frozenset(("w:t", "w:r", "w:p", "w:tbl", "w:tr", "w:tc", "w:hyperlink", "w:drawing", "w:br"))
_PROPERTIES = frozenset(("w:rPr", "w:pPr", "w:tcPr", "w:trPr", "w:tblPr"))
_STRUCTURE = frozenset(("w:r", "w:p", "w:tc", "w:tr", "w:tbl", "w:body", "w:hyperlink", *_PROPERTIES))
_CLOSED_BY = {
    "w:p": ("w:r", "w:p", "w:tbl"),
    "w:tbl": ("w:r", "w:p", "w:tbl"),
    "w:tc": ("w:r", "w:p", "w:tc"),
    "w:tr": ("w:r", "w:p", "w:tc", "w:tr"),
    "w:r": ("w:r",),
}
_FITTED = frozenset(_CLOSED_BY)
_FRAMES = _FITTED | {
    "w:rt",
    "w:rubyBase",
    "w:body",
    "w:hdr",
    "w:ftr",
    "w:txbxContent",
    "w:footnote",
    "w:endnote",
    "w:comment",
}
MAX_STACK = 600  # open elements; start tags beyond are dropped, their text stays


def mend(data: bytes) -> bytes:
    """The XML with its tags paired, in UTF-8. What cannot be a tag becomes text; text is never dropped."""
    text = _CONTROL.sub("", _decoded(data))
    out: list[str] = []
    stack: list[str] = []
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token.startswith("</"):
            _close(token, stack, out)
        elif token.startswith(("<?", "<!")):
            continue
        elif token.startswith("<") and len(token) > 1:
            _open(token, stack, out)
        elif stack:
            _add_text("<" if token == "<" else token, stack, out)
    out.extend(f"</{name}>" for name in reversed(stack))
    return "".join(out).encode("utf-8")


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    return data.decode("utf-8-sig", errors="replace")


def _add_text(text: str, stack: list[str], out: list[str]) -> None:
    """Text; where no text can stand (the tag of its w:t is lost), it gets a w:t."""
    written = "&lt;" if text == "<" else _BARE_AMPERSAND.sub("&amp;", text)
    if stack[-1] in _STRUCTURE and not text.isspace():
        _close_properties(stack, out)
        written = f'<w:t xml:space="preserve">{written}</w:t>'
    out.append(written)


def _open(token: str, stack: list[str], out: list[str]) -> None:
    name, attributes, empty = _start_tag(token)
    if not stack and name.startswith("w:"):
        attributes["xmlns:w"] = f'"{W_NS}"'
    if name in _CONTENT:
        _close_properties(stack, out)
    if name in _FITTED:
        _fit(name, stack, out)
    if not empty and len(stack) >= MAX_STACK:
        return
    written = "".join(f" {key}={_BARE_AMPERSAND.sub('&amp;', value)}" for key, value in attributes.items())
    out.append(f"<{name}{written}{'/' if empty else ''}>")
    if not empty:
        stack.append(name)


def _start_tag(token: str) -> tuple[str, dict[str, str], bool]:
    """Name, sound attributes and whether the element is empty.

    `<w:t xml:space="preserve"bl>` is what is left of `<w:tbl>` after "<w:t" was replaced everywhere.
    """
    inside = token[1:-1]
    empty = inside.endswith("/")
    inside = inside[:-1] if empty else inside
    match = _NAME.match(inside)
    name = match[0] if match else "w:t"
    at = match.end() if match else 0
    attributes: dict[str, str] = {}
    while (found := _ATTRIBUTE.match(inside, at)) is not None:
        attributes.setdefault(found[1], found[2])
        at = found.end()
        glued = _GLUED.match(inside, at)
        if glued is not None:
            name, at = name + glued[0], glued.end()
            attributes.pop("xml:space", None)
    return name, attributes, empty


def _close_properties(stack: list[str], out: list[str]) -> None:
    """Text and runs cannot stand in properties: the end tag of the properties is missing."""
    for at in range(len(stack) - 1, -1, -1):
        if stack[at] in _CONTENT:
            return
        if stack[at] in _PROPERTIES:
            _close_from(at, stack, out)


def _fit(name: str, stack: list[str], out: list[str]) -> None:
    """Close or open what a paragraph, table, row, cell or run needs around it: body > tbl > tr > tc > p > r."""
    closed = _CLOSED_BY[name]
    while (inner := _innermost(stack)) is not None and stack[inner] in closed:
        _close_from(inner, stack, out)
    around = stack[inner] if inner is not None else ""
    missing: tuple[str, ...] = ()
    if name == "w:tr" and around != "w:tbl":
        missing = ("w:tbl",)
    elif name == "w:tc" and around != "w:tr":
        missing = ("w:tr",) if around == "w:tbl" else ("w:tbl", "w:tr")
    elif name in ("w:p", "w:tbl") and around == "w:tr":
        missing = ("w:tc",)
    for each in missing:
        out.append(f"<{each}>")
        stack.append(each)


def _innermost(stack: list[str]) -> int | None:
    """Where the nearest of the elements stands that paragraphs and tables are fitted into."""
    return next((at for at in range(len(stack) - 1, -1, -1) if stack[at] in _FRAMES), None)


def _close_from(at: int, stack: list[str], out: list[str]) -> None:
    out.extend(f"</{name}>" for name in reversed(stack[at:]))
    del stack[at:]


def _close(token: str, stack: list[str], out: list[str]) -> None:
    """Close the nearest element of that name; the two outermost ones only end with the file."""
    match = _NAME.match(token, 2)
    name = match[0] if match else ""
    for at in range(len(stack) - 1, 1, -1):
        if stack[at] == name:
            _close_from(at, stack, out)
            return
