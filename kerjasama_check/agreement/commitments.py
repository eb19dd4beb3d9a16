"""Every cost that an agreement lays on somebody: the rows of Konsekuensi Anggaran.

The body is walked sentence by sentence; what each says of costs becomes a row per payer and cost (see the contract,
"commitments"). Articles that only describe (scope, purpose, definitions) and force majeure have none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kerjasama_check.agreement.cost_english import english_costs
from kerjasama_check.agreement.cost_events import costs_of
from kerjasama_check.agreement.cost_parties import Parties
from kerjasama_check.agreement.cost_phrases import condition_of, when_of
from kerjasama_check.agreement.cost_sources import SOURCES, find_sources, owner
from kerjasama_check.agreement.cost_view import Cost
from kerjasama_check.agreement.cost_walk import Sentence, plain, walk
from kerjasama_check.agreement.cost_words import sayings_in, telling
from kerjasama_check.agreement.model import Agreement, Amount, Commitment, Provision

_NO_COSTS = frozenset({"ruang-lingkup", "maksud-tujuan", "definisi", "dasar", "keadaan-kahar", "gratifikasi"})
_PAYMENTS = frozenset({"pembayaran", "honorarium", "sewa"})
_PAY_CLAUSES = frozenset({"harga-pembayaran", "pembiayaan", "hak-kewajiban", "tugas-tanggung-jawab"})
_LONGEST_QUOTE = 400


def find_commitments(agreement: Agreement) -> tuple[Commitment, ...]:
    """All rows, in the order of the text. Never raises on odd text; linear in its length."""
    parties = Parties(agreement)
    found: list[tuple[Sentence, Cost]] = []
    english = agreement.language == "en"
    sentences = list(walk(agreement, parties, _NO_COSTS))
    words = telling([sentence.small for sentence in sentences])
    for sentence in sentences:
        if english:
            found += [(sentence, cost) for cost in english_costs(sentence.text, parties)]
        elif sayings := sayings_in(sentence.small, words):
            found += [(sentence, cost) for cost in costs_of(sentence, parties, sayings)]
    found = _with_lists(found, agreement, parties)
    payer = _the_payer(found)
    amounts = _by_provision(agreement.amounts)
    return tuple(_rows(found, payer, amounts, parties))


def _with_lists(
    found: list[tuple[Sentence, Cost]], agreement: Agreement, parties: Parties
) -> list[tuple[Sentence, Cost]]:
    """A financing clause whose budgets or bearers follow as points takes them over.

    Where the points have rows of their own, a clause that names neither bearer nor budget is only their heading.
    """
    body: list[Provision] = []
    place: dict[tuple[str, int], int] = {}
    own: set[str] = set()
    kept = []
    for sentence, cost in found:
        if cost.category != "umum" or not sentence.text.rstrip().endswith(":"):
            kept.append((sentence, cost))
            continue
        if not place:
            body = [p for p in agreement.provisions if p.article is not None and not p.heading]
            place = {(p.name, p.block): index for index, p in enumerate(body)}
            own = {sentence.provision.name for sentence, _ in found}
        at = place.get((sentence.provision.name, sentence.provision.block), len(body))
        points = _points(body, at, sentence.provision.name)
        if any(point.name in own for point in points):
            if cost.payers or cost.source:
                kept.append((sentence, cost))
            continue
        kept.append((sentence, _taking_over(cost, [plain(point.text) for point in points], parties)))
    return kept


def _points(body: Sequence[Provision], at: int, name: str) -> list[Provision]:
    """The points below a provision."""
    found = []
    for index in range(at + 1, len(body)):
        provision = body[index]
        if not provision.name.startswith((f"{name} huruf", f"{name} angka")):
            break
        found.append(provision)
    return found


def _taking_over(cost: Cost, points: Sequence[str], parties: Parties) -> Cost:
    sources = {source for text in points for source in find_sources(text, parties)} | set(cost.source)
    named = {i for text in points for i in (owner(text, parties) or _bearers(text, parties))}
    payers = cost.payers or tuple(sorted(named))
    return replace(cost, payers=payers, source=tuple(source for source in SOURCES if source in sources))


def _bearers(text: str, parties: Parties) -> tuple[int, ...]:
    mention = parties.group(text, 0, min(len(text), 120))
    return mention.parties if mention else ()


def _the_payer(found: Sequence[tuple[Sentence, Cost]]) -> tuple[int, ...]:
    """Who pays, where the text says it in some places and leaves it out in others: the one who mostly pays."""
    said = Counter(
        cost.payers
        for sentence, cost in found
        if cost.category in _PAYMENTS and cost.payers and _PAY_CLAUSES & set(sentence.article.clauses)
    )
    if not said:
        said = Counter(cost.payers for _, cost in found if cost.category in _PAYMENTS and cost.payers)
    if not said:
        general = {cost.payers for _, cost in found if cost.category == "umum" and len(cost.payers) == 1}
        return next(iter(general)) if len(general) == 1 else ()
    ranked = said.most_common(2)
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1] else ()


def _by_provision(amounts: Sequence[Amount]) -> dict[tuple[str | None, int], list[Amount]]:
    found: dict[tuple[str | None, int], list[Amount]] = {}
    for amount in amounts:
        found.setdefault((amount.provision, amount.block), []).append(amount)
    return found


def _rows(
    found: Sequence[tuple[Sentence, Cost]],
    payer: tuple[int, ...],
    amounts: dict[tuple[str | None, int], list[Amount]],
    parties: Parties,
) -> Iterator[Commitment]:
    for sentence, cost in found:
        provision = sentence.provision
        text = sentence.text
        payers = cost.payers or (payer if cost.unsaid else ())
        yield Commitment(
            what=cost.what or "biaya",
            category=cost.category,
            payers=parties.label(payers),
            each_own=cost.own and len(payers) > 1,
            source=cost.source,
            amount=_amount(text, cost, amounts.get((provision.name, provision.block), [])),
            when=when_of(text, sentence.small),
            condition=condition_of(text, sentence.small),
            provision=provision.name,
            quote=_quote(sentence.text),
            block=provision.block,
            article=provision.article,
        )


def _amount(text: str, cost: Cost, amounts: Sequence[Amount]) -> tuple[int, str] | None:
    """The first sum of the sentence behind the place where the cost is named, else the first of the sentence."""
    places = [(text.find(amount.text), amount) for amount in amounts]
    inside = sorted((at, amount.value, amount.currency) for at, amount in places if at >= 0)
    behind = [entry for entry in inside if entry[0] >= cost.start]
    chosen = (behind or inside)[:1]
    return (chosen[0][1], chosen[0][2]) if (chosen and cost.category != "umum") or behind else None


def _quote(text: str) -> str:
    if len(text) <= _LONGEST_QUOTE:
        return text
    cut = text.rfind(" ", 0, _LONGEST_QUOTE)
    return text[: cut if cut > 0 else _LONGEST_QUOTE] + "…"
