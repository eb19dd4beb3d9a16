"""Paths to elements of a part, as `Place.path` holds them: "word/document.xml#/body/tbl[1]/tr[2]/tc[1]/p[3]"."""

from __future__ import annotations

from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.reading.docx_names import Element

_STEP = lazy(r"([A-Za-z][\w.-]*)(?:\[(\d{1,9})\])?")


def path_below(ancestor: Element, element: Element) -> str:
    """The way from an element down to one below it ("/r[1]/pict[1]/shape[1]")."""
    steps: list[str] = []
    while element is not None and element is not ancestor:
        number = 1 + sum(1 for _ in element.itersiblings(element.tag, preceding=True))
        steps.append(f"/{_local(element)}[{number}]")
        element = element.getparent()
    return "".join(reversed(steps))


def locate(root: Element, path: str) -> Element | None:
    """The element of a path below the root of its part, None if there is none; the part before "#" is ignored."""
    steps = path.rsplit("#", 1)[-1].strip("/").split("/")
    if steps and steps[0] == _local(root):
        steps = steps[1:]
    for step in steps:
        match = _STEP.fullmatch(step)
        if match is None or root is None:
            return None
        wanted = int(match[2] or 1)
        same = (child for child in root if _local(child) == match[1])
        root = next((child for index, child in enumerate(same, 1) if index == wanted), None)
    return root


def _local(element: Element) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
