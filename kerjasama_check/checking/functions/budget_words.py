"""Rules on public money that are read off the wording: revenue, state goods, procurement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.facts import is_state_school
from kerjasama_check.checking.findings import Hit
from kerjasama_check.checking.functions.budget_facts import body_text, commitments, is_public, party_of
from kerjasama_check.checking.glance import Stemmed, glance, worded
from kerjasama_check.checking.patterns import Regex
from kerjasama_check.checking.registry import function
from kerjasama_check.checking.text import body, fold, sentence_at, spot_of


@cache
def _any(patterns: tuple[str, ...]) -> Stemmed:
    return worded("|".join(patterns))


@dataclass(frozen=True, slots=True)
class MoneyWords:
    """said: wordings of the fault (regular expressions over a sentence).

    unless: words in the same sentence that make it lawful or turn it round. settled: words anywhere in the articles
    that do. special: words anywhere that call for the variant "special". skip: kinds of article that only describe.
    """

    said: tuple[Regex, ...]
    unless: tuple[Regex, ...] = ()
    settled: tuple[Regex, ...] = ()
    special: tuple[Regex, ...] = ()
    skip: tuple[str, ...] = ("definisi", "dasar", "ruang-lingkup")


@function("money_words", MoneyWords, variants=("special",))
def money_words(agreement: Agreement, options: MoneyWords) -> Iterator[Hit]:
    """A sentence that says what public money or goods do not allow."""
    said = _any(options.said)
    if options.settled and _any(options.settled).found_in(body_text(agreement)):
        return
    special = bool(options.special) and _any(options.special).found_in(body_text(agreement)) is not None
    fitting = frozenset().union(*(glance(agreement).fulfilling(pattern) for pattern in options.said))
    likely = {id(agreement.provisions[at]) for at in fitting}
    for provision in body(agreement, said):
        if id(provision) not in likely:
            continue
        clauses = agreement.articles[provision.article].clauses if provision.article is not None else ()
        if clauses[:1] and clauses[0] in options.skip:
            continue
        for match in said.finditer(provision.text):
            start, end = sentence_at(provision.text, *match.span())
            sentence = provision.text[start:end]
            if options.unless and _any(options.unless).search(sentence):
                continue
            yield Hit(spot_of(agreement, provision, start, end), variant="special" if special else None)
            break


@dataclass(frozen=True, slots=True)
class GoodsUse:
    """loan, rent: what the agreement calls its subject. months: the longest term. longer: what allows a longer one."""

    loan: tuple[Regex, ...]
    rent: tuple[Regex, ...]
    months: int
    longer: tuple[Regex, ...]


@function("goods_use", GoodsUse, values=("months", "most"), variants=("private", "rent"))
def goods_use(agreement: Agreement, options: GoodsUse) -> Iterator[Hit]:
    """State goods lent to a private partner, or lent or let for longer than the regulation allows."""
    subject = fold(
        " ".join(part for part in (agreement.title.text if agreement.title else "", _purpose(agreement)) if part)
    )
    loan, rent = _any(options.loan).found_in(subject), _any(options.rent).found_in(subject)
    if not (loan or rent):
        return
    either = _any((*options.loan, *options.rent))
    spots = [p for p in body(agreement, either) if either.search(p.text)]
    if not spots:
        return
    months = agreement.term.months or 0
    values: dict[str, str | int] = {"months": months, "most": options.months}
    if loan and not _may_borrow(agreement):
        yield Hit(spot_of(agreement, spots[0], 0, min(len(spots[0].text), 200)), values, variant="private")
    elif months > options.months and not _any(options.longer).found_in(body_text(agreement)):
        where = next((p for p in body(agreement) if p.name == agreement.term.provision), spots[0])
        yield Hit(spot_of(agreement, where, 0, min(len(where.text), 200)), values, variant=None if loan else "rent")


def _purpose(agreement: Agreement) -> str:
    return " ".join(a.text for a in agreement.articles if a.clauses[:1] in (("objek",), ("ruang-lingkup",)))


def _may_borrow(agreement: Agreement) -> bool:
    """Lending is for the centre and the regions: every party whose sector is known is one of them."""
    return all(is_public(party) or party.sector is None for party in agreement.parties)


@dataclass(frozen=True, slots=True)
class Procurement:
    """price, delivery, penalty: wordings that only a purchase has all of. route: words that name the lawful way."""

    price: tuple[Regex, ...]
    delivery: tuple[Regex, ...]
    penalty: tuple[Regex, ...]
    route: tuple[Regex, ...]


@function("procurement_like", Procurement, values=("party",))
def procurement_like(agreement: Agreement, options: Procurement) -> Iterator[Hit]:
    """Price, delivery and a penalty per day: a purchase, without a word on the rules of procurement."""
    text = " ".join(glance(agreement).said(annexes=True))
    if not all(_any(words).found_in(text) for words in (options.penalty, options.price, options.delivery)):
        return
    if _any(options.route).found_in(text):
        return
    for row in commitments(agreement):
        payer = row.payers[0] if len(row.payers) == 1 else ""
        party = party_of(agreement, payer)
        if row.category == "pembayaran" and (is_public(party) or is_state_school(party)):
            provision = next((p for p in body(agreement) if p.name == row.provision), None)
            if provision is not None:
                yield Hit(spot_of(agreement, provision, 0, min(len(provision.text), 200)), {"party": payer})
            return
