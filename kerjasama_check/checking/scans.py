"""How far a finding may rest on words that OCR read."""

from __future__ import annotations

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.findings import Confidence, Spot

_SURE_BLOCK = 80.0  # mean confidence of a block below which a single word of it is not believed


def is_scan(agreement: Agreement) -> bool:
    return agreement.document.reading.ocr


def read_surely(agreement: Agreement, spot: Spot) -> bool:
    """Whether the words of a place were read with confidence; always true where no OCR was at work."""
    if spot.block is None:
        return not is_scan(agreement)
    block = agreement.document.blocks[spot.block]
    if block.confidence is None:
        return True
    start, end = spot.start, spot.end
    if start is None or end is None:
        start = block.text.find(spot.quote) if spot.quote else -1
        if start < 0:
            return block.confidence >= _SURE_BLOCK and not block.doubtful
        end = start + len(spot.quote)
    return not any(first < end and start < last for first, last in block.doubtful)


def blocks_read_surely(agreement: Agreement, blocks: tuple[int, ...]) -> bool:
    """Whether no word of these blocks is in doubt."""
    return not any(agreement.document.blocks[index].doubtful for index in blocks)


def articles_lost(agreement: Agreement) -> bool:
    """Whether a scan lacks numbers between its articles, so that what is missing may only not have been read."""
    numbers = {article.number for article in agreement.articles if article.number is not None}
    return is_scan(agreement) and (not numbers or len(numbers) < max(numbers))


def on_scan(agreement: Agreement, scan: Confidence) -> Confidence | None:
    """The confidence to give on a scan; None (the rule's own) elsewhere."""
    return scan if is_scan(agreement) else None
