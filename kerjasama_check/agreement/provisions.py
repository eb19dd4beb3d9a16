"""The agreement as a flat list of named pieces of text, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kerjasama_check.agreement.model import Article, Item, Paragraph, Provision


def article_provisions(articles: Sequence[Article]) -> Iterator[Provision]:
    for index, article in enumerate(articles):
        name = article.name or f"Pasal {article.heading or index + 1}"
        if article.heading_blocks:
            text = " ".join(part for part in (article.label, article.heading) if part)
            yield Provision(name, text, article.heading_blocks, index, heading=True)
        for paragraph in article.paragraphs:
            yield from _paragraph(paragraph, name, index)


def _paragraph(paragraph: Paragraph, article: str, index: int) -> Iterator[Provision]:
    name = f"{article} ayat ({paragraph.number})" if paragraph.number is not None else article
    if paragraph.text:
        yield Provision(name, paragraph.text, paragraph.blocks, index)
    yield from _items(paragraph.items, name, index, 0)


def _items(items: Sequence[Item], name: str, index: int, depth: int) -> Iterator[Provision]:
    for item in items:
        core = (item.label or "").strip(" ().:")
        own = name
        if core.isalpha() and len(core) <= 4:
            own = f"{name} huruf {core.lower()}" if depth == 0 or "huruf" not in name else f"{name} {core}"
        elif core.isdigit():
            own = f"{name} angka {core}"
        if item.text or not item.items:
            yield Provision(own, item.text, item.blocks, index)
        yield from _items(item.items, own, index, depth + 1)
