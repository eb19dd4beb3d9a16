"""Pages of lines for the tests of the layout: set like a real page, letters six points wide."""

from __future__ import annotations

from kerjasama_check.reading.lines import Line, Page, Word

LETTER = 5.5
LEFT, RIGHT = 72.0, 523.0  # the text margins
HEIGHT = 11.0
STEP = 14.0


def words(text: str, x: float, y: float, confidence: float | None = None, gap: float = LETTER) -> tuple[Word, ...]:
    """Words from left to right; "→ 300 " in the text moves on to x = 300."""
    out: list[Word] = []
    parts = text.split()
    i = 0
    while i < len(parts):
        if parts[i] == "→":
            x = float(parts[i + 1])
            i += 2
            continue
        width = LETTER * len(parts[i])
        out.append(Word(parts[i], x, y, x + width, y + HEIGHT, confidence))
        x += width + gap
        i += 1
    return tuple(out)


def line(text: str, x: float, y: float, confidence: float | None = None, font: str | None = None) -> Line:
    made = words(text, x, y, confidence)
    return Line(made, made[0].x0, y, made[-1].x1, y + HEIGHT, font=font, size=HEIGHT if font else None)


def full(text: str, y: float, x: float = LEFT, confidence: float | None = None) -> Line:
    """A justified line: its words spread out to the right margin."""
    parts = text.split()
    taken = sum(LETTER * len(part) for part in parts)
    gap = (RIGHT - x - taken) / max(1, len(parts) - 1)
    made = words(text, x, y, confidence, gap)
    return Line(made, x, y, RIGHT, y + HEIGHT)


def centred(text: str, y: float, confidence: float | None = None) -> Line:
    width = LETTER * len(text)
    return line(text, (LEFT + RIGHT - width) / 2, y, confidence)


def page(*lines: Line, number: int = 1, ocr: bool = False) -> Page:
    return Page(number, 595.0, 842.0, tuple(lines), ocr=ocr)


class Setter:
    """Sets lines one below the other."""

    def __init__(self, y: float = 80.0, number: int = 1, confidence: float | None = None) -> None:
        self.y, self.number, self.confidence = y, number, confidence
        self.lines: list[Line] = []

    def centre(self, *texts: str) -> Setter:
        for text in texts:
            self.lines.append(centred(text, self.y, self.confidence))
            self.y += STEP
        return self

    def text(self, *texts: str, x: float = LEFT, hang: float = 0.0) -> Setter:
        """A paragraph: all lines but the last are spread to the right margin."""
        for i, text in enumerate(texts):
            at = x + (hang if i else 0.0)
            made = (
                line(text, at, self.y, self.confidence)
                if i == len(texts) - 1
                else full(text, self.y, at, self.confidence)
            )
            self.lines.append(made)
            self.y += STEP
        return self

    def row(self, text: str, x: float = LEFT) -> Setter:
        self.lines.append(line(text, x, self.y, self.confidence))
        self.y += STEP
        return self

    def skip(self, lines: float = 1.0) -> Setter:
        self.y += STEP * lines
        return self

    def page(self) -> Page:
        return page(*self.lines, number=self.number, ocr=self.confidence is not None)
