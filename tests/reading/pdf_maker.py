"""Small PDF files for the tests, written byte by byte: text at given places, turned pages, pictures, encryption."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

A4 = (595.0, 842.0)
FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Times-Italic"}


@dataclass(frozen=True)
class Text:
    """A line of text: left edge and baseline in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 11
    font: str = "F1"
    mode: int = 0
    matrix: tuple[float, float, float, float] = (1, 0, 0, 1)


@dataclass(frozen=True)
class PdfPage:
    texts: Sequence[Text] = ()
    size: tuple[float, float] = A4
    rotate: str = ""
    picture: bool = False  # a grey picture over the whole page, drawn before the text
    picture_last: bool = False
    extra: str = ""
    objects: Sequence[str] = field(default_factory=tuple)


def escape(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def make_pdf(pages: Sequence[PdfPage], catalog: str = "", info: str = "", more: Sequence[str] = ()) -> bytes:
    """The bytes of a PDF; `more` are further objects, numbered last, `catalog` further entries of the root."""
    fonts = " ".join(f"/{name} {3 + i} 0 R" for i, name in enumerate(FONTS))
    objects = ["", ""]
    objects += [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>" for base in FONTS.values()
    ]
    picture = len(objects) + 1
    objects.append(
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        "/Length 1 >>\nstream\n\x7f\nendstream"
    )
    kids: list[int] = []
    for page in pages:
        draw = f"q {page.size[0]} 0 0 {page.size[1]} 0 0 cm /Im Do Q\n"
        content = draw if page.picture else ""
        for text in page.texts:
            a, b, c, d = text.matrix
            content += (
                f"BT /{text.font} {text.size} Tf {text.mode} Tr {a} {b} {c} {d} {text.x} {text.y} Tm "
                f"({escape(text.text)}) Tj ET\n"
            )
        content += draw if page.picture_last else ""
        objects.append(f"<< /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream")
        stream = len(objects)
        rotate = f"/Rotate {page.rotate}" if page.rotate else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.size[0]} {page.size[1]}] {rotate} {page.extra} "
            f"/Resources << /Font << {fonts} >> /XObject << /Im {picture} 0 R >> >> /Contents {stream} 0 R >>"
        )
        kids.append(len(objects))
        objects += list(page.objects)
    objects += list(more)
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R {catalog} >>"
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>"
    if info:
        objects.append(f"<< {info} >>")
    out = b"%PDF-1.7\n"
    offsets: list[int] = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode("latin-1") + body.encode("latin-1") + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode("latin-1")
    out += b"".join(f"{offset:010d} 00000 n \n".encode("latin-1") for offset in offsets)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R " + (f"/Info {len(objects)} 0 R " if info else "") + ">>"
    return out + f"trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n".encode("latin-1")
