"""What a DOCX says beside its text: paper and margins, comments, metadata."""

from __future__ import annotations

from kerjasama_check.reading.document import Comment, Section
from kerjasama_check.reading.docx_names import Element, P, T, points, w
from kerjasama_check.reading.docx_package import Package

_MM = 25.4 / 72
_LETTER = (612.0, 792.0)  # what Word takes where a section names no paper
_CORE = ("title", "subject", "creator", "lastModifiedBy", "created", "modified", "revision", "keywords", "description")
_APP = ("Application", "Company", "Template", "Pages")


def read_section(sect: Element) -> Section:
    """A w:sectPr in millimetres."""
    size, margins = sect.find(w("pgSz")), sect.find(w("pgMar"))
    width = points(size.get(w("w"))) if size is not None else None
    height = points(size.get(w("h"))) if size is not None else None

    def margin(name: str) -> float | None:
        measure = points(margins.get(w(name))) if margins is not None else None
        return None if measure is None else _mm(abs(measure))  # a negative one is an exact distance

    return Section(
        width=_mm(width or _LETTER[0]),
        height=_mm(height or _LETTER[1]),
        top=margin("top"),
        bottom=margin("bottom"),
        left=margin("left"),
        right=margin("right"),
    )


def _mm(measure: float) -> float:
    return round(measure * _MM, 1)


def read_comments(package: Package, anchors: dict[str, int]) -> tuple[Comment, ...]:
    """The comments in their order, each with the block that it is anchored in."""
    root = package.related("comments")
    if root is None:
        return ()
    out = []
    for element in root.iterchildren(w("comment")):
        lines = ["".join(t.text or "" for t in p.iter(T)) for p in element.iter(P)]
        text = "\n".join(line for line in lines if line.strip())
        out.append(Comment(element.get(w("author")) or "", text, anchors.get(element.get(w("id")) or "")))
    return tuple(out)


def read_metadata(package: Package) -> tuple[tuple[str, str], ...]:
    """Core and application properties that are not empty, in a fixed order."""
    found: dict[str, str] = {}
    for kind, wanted in (("core-properties", _CORE), ("extended-properties", _APP)):
        root = package.related(kind, "")
        if root is None:
            continue
        for element in root:
            name = element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
            if name in wanted and element.text and element.text.strip():
                found.setdefault(name, element.text.strip())
    return tuple((name, found[name]) for name in (*_CORE, *_APP) if name in found)
