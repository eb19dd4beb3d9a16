"""Money: whether the agreement says who pays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kerjasama_check.agreement.model import Agreement, Article
from kerjasama_check.checking.findings import Hit, Spot
from kerjasama_check.checking.patterns import Regex
from kerjasama_check.checking.registry import function
from kerjasama_check.checking.scans import is_scan
from kerjasama_check.checking.text import body, fold, is_annex, sentence_at, spot_of


@dataclass(frozen=True, slots=True)
class Financing:
    """clauses: kinds of article that settle the costs. said: sentences that do (regular expressions over folded text).

    payment: what an article on payment alone must speak of, lest it is about what others pay.
    near: words of passages that come closest, the best first.
    """

    clauses: tuple[str, ...]
    payment: Regex
    said: tuple[Regex, ...]
    near: tuple[Regex, ...]


def _settles(article: Article, options: Financing) -> bool:
    if set(article.clauses) & set(options.clauses):
        return True
    text = fold(f"{article.heading or ''} {article.text}")
    return "harga-pembayaran" in article.clauses and re.search(options.payment, text) is not None


@function("no_financing", Financing, values=("near", "passage"), variants=("near",), absence=True)
def no_financing(agreement: Agreement, options: Financing) -> Iterator[Hit]:
    """No article and no sentence says who bears the costs."""
    if any(_settles(article, options) for article in agreement.articles):
        return
    said = re.compile("|".join(options.said))
    provisions = [p for p in agreement.provisions if p.name != "dasar hukum" and not is_annex(p.name)]
    if any(said.search(fold(p.text)) for p in provisions if p.article is not None or p.name in ("penutup", "premis")):
        return
    if is_scan(agreement) and any(said.search(fold(agreement.document.blocks[i].text)) for i in agreement.unplaced):
        return
    for words in options.near:
        pattern = re.compile(words, re.IGNORECASE)
        for provision in body(agreement):
            if match := pattern.search(provision.text):
                spot = spot_of(agreement, provision, *sentence_at(provision.text, *match.span()))
                values: dict[str, str | int] = {"near": provision.name, "passage": " ".join(spot.quote.split())}
                yield Hit(Spot(), values, (spot,), "near")
                return
    yield Hit(Spot(), {"near": "", "passage": ""})
