"""The agreement as a flat list of named pieces of text, in the order of the document."""

from __future__ import annotations

from collections.abc import Sequence

from kerjasama_check.agreement.model import Article, Item, Provision


def article_provisions(articles: Sequence[Article]) -> list[Provision]:
    found: list[Provision] = []
    for index, article in enumerate(articles):
        name = article.name or f"Pasal {article.heading or index + 1}"
        if article.heading_blocks:
            text = " ".join([part for part in (article.label, article.heading) if part])
            found.append(Provision(name, text, article.heading_blocks, index, heading=True))
        for paragraph in article.paragraphs:
            number = paragraph.number
            own = f"{name} ayat ({number})" if number is not None else name
            if paragraph.text:
                found.append(Provision(own, paragraph.text, paragraph.blocks, index))
            if paragraph.items:
                _add_items(found, paragraph.items, own, index, 0)
    return found


def _add_items(found: list[Provision], items: Sequence[Item], name: str, index: int, depth: int) -> None:
    for item in items:
        core = (item.label or "").strip(" ().:")
        own = name
        if core.isalpha() and len(core) <= 4:
            own = f"{name} huruf {core.lower()}" if depth == 0 or "huruf" not in name else f"{name} {core}"
        elif core.isdigit():
            own = f"{name} angka {core}"
        if item.text or not item.items:
            found.append(Provision(own, item.text, item.blocks, index))
        if item.items:
            _add_items(found, item.items, own, index, depth + 1)
