"""Mends XML that is not well-formed, so that a recovering parser keeps the whole text.

A recovering parser stops where a surplus end tag closes the root. Most broken DOCX come from programs that replaced
strings in the XML: tags stand in tags, end tags are missing or doubled. Here start and end tags are paired again.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(r"<[/]?[A-Za-z_][^<>]*>|<[?!][^<>]*>|<|[^<]+")
_NAME = re.compile(r"[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?")
_ATTRIBUTE = re.compile(r"""\s*([A-Za-z_][\w.:-]*)\s*=\s*("[^"<]*"|'[^'<]*')""")
_GLUED = re.compile(r"[A-Za-z]+(?=[\s/>]|$)")
_BARE_AMPERSAND = re.compile(r"&(?!(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PARAGRAPH, _NESTING = "w:p", frozenset(("w:txbxContent", "w:tc", "w:footnote", "w:endnote", "w:comment"))


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
        elif token == "<":
            out.append("&lt;")
        elif stack:
            out.append(_BARE_AMPERSAND.sub("&amp;", token))
    out.extend(f"</{name}>" for name in reversed(stack))
    return "".join(out).encode("utf-8")


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    return data.decode("utf-8-sig", errors="replace")


def _open(token: str, stack: list[str], out: list[str]) -> None:
    name, attributes, empty = _start_tag(token)
    if name == _PARAGRAPH:
        _close_paragraph(stack, out)
    out.append(f"<{name}{attributes}{'/' if empty else ''}>")
    if not empty:
        stack.append(name)


def _start_tag(token: str) -> tuple[str, str, bool]:
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
    written = "".join(f" {key}={_BARE_AMPERSAND.sub('&amp;', value)}" for key, value in attributes.items())
    return name, written, empty


def _close_paragraph(stack: list[str], out: list[str]) -> None:
    """A paragraph cannot begin inside another one: the end tag of the other is missing."""
    for at in range(len(stack) - 1, -1, -1):
        if stack[at] in _NESTING:
            return
        if stack[at] == _PARAGRAPH:
            out.extend(f"</{name}>" for name in reversed(stack[at:]))
            del stack[at:]
            return


def _close(token: str, stack: list[str], out: list[str]) -> None:
    """Close the nearest element of that name; the two outermost ones only end with the file."""
    match = _NAME.match(token, 2)
    name = match[0] if match else ""
    for at in range(len(stack) - 1, 1, -1):
        if stack[at] == name:
            out.extend(f"</{each}>" for each in reversed(stack[at:]))
            del stack[at:]
            return
