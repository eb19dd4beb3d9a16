"""From a norm of a sentence to a row: action, receiver, condition and quote."""

from __future__ import annotations

import re

from kerjasama_check.agreement.model import Obligation
from kerjasama_check.agreement.obligation_parties import PartyNames
from kerjasama_check.agreement.obligation_words import PARTY, TIMES, Norm, Sentence
from kerjasama_check.agreement.phrases import InSmall
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.modality import POWER, RIGHT, activate

_TOWARD = frozenset("kepada pada bagi untuk terhadap".split())
_FROM = frozenset("dari oleh pada kepada".split())
_LIMIT = InSmall(
    r"\b(?:sesuai(?:\s+dengan)?\s+(?:ketersediaan|kemampuan|kapasitas)|sepanjang|apabila|jika|dalam hal|bilamana|"
    r"kecuali|dengan syarat)\b[^,;.]*"
)
_BREACH = lazy(
    r"\b(?:lalai|kelalaian|wanprestasi|ingkar|(?:cidera|cedera|cidra)\s+janji|melanggar|pelanggaran|terlambat|keterlambatan|"
    r"tidak\s+(?:memenuhi|melaksanakan|mematuhi|menaati|mentaati|membayar|menyelesaikan|mampu))",
    re.IGNORECASE,
)
_REMEDY = lazy(
    r"\b(?:ganti\s+(?:rugi|kerugian)|menuntut|menagih\s+denda|mengenakan\s+(?:denda|sanksi)|denda|secara\s+sepihak|"
    r"memutus(?:kan)?|teguran|peringatan|menahan\s+pembayaran|mencairkan\s+jaminan|upaya\s+hukum)\b",
    re.IGNORECASE,
)
_CLAUSE_ENDS = frozenset({";", "sedangkan", "maka"})
_NEXT_CLAUSE = frozenset("apabila jika sepanjang kecuali sedangkan namun tetapi".split())
_LONGEST = 600


def row_of(sentence: Sentence, norm: Norm, names: PartyNames, provision: str, block: int, article: int) -> Obligation:
    """The row of a norm, with the sentence as its quote."""
    quote = _short(" ".join(sentence.text.split()).strip(" ;"))
    action = _turned(sentence, norm) if norm.passive else _action(sentence, norm)
    condition = _condition(sentence, norm)
    return Obligation(
        parties=names.labelled(norm.parties),
        modality=norm.modality,
        action=action or quote,
        toward=_toward(sentence, norm, names),
        condition=condition,
        provision=provision,
        quote=quote,
        block=block,
        article=article,
        each_own=norm.each or _each_own(sentence, norm),
        remedy=norm.modality in (POWER, RIGHT) and _answers(action, condition),
    )


def _answers(action: str, condition: str | None) -> bool:
    """Whether what a party may do answers a breach."""
    return (condition is not None and _BREACH.search(condition) is not None) or _REMEDY.search(action) is not None


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    cut = text.rfind(" ", 0, _LONGEST)
    return text[: cut if cut > 0 else _LONGEST] + "…"


def _each_own(sentence: Sentence, norm: Norm) -> bool:
    return len(norm.parties) > 1 and "masing-masing" in sentence.words


def _action(sentence: Sentence, norm: Norm) -> str:
    """Verb and object of an active sentence, up to the next clause or a condition at the end."""
    return _short(sentence.cut(norm.verb, _clause_end(sentence, norm.verb)))


def _clause_end(sentence: Sentence, start: int) -> int:
    words, conditions = sentence.framed, sentence.conditions
    for at in range(start + 1, len(sentence.words)):
        word = words[at]
        if word in _CLAUSE_ENDS or (at in conditions and at > start + 1 and word not in TIMES):
            return at
        if word in (",", "."):
            after = words[at + 1]
            if after in _NEXT_CLAUSE or (after == PARTY and word == ","):
                return at
    return len(sentence.words)


def _turned(sentence: Sentence, norm: Norm) -> str:
    """A passive turned: "biaya ditanggung oleh PIHAK KEDUA" → "menanggung biaya"."""
    verb = "menanggung" if norm.burden else activate(sentence.word(norm.verb))
    first = norm.at
    for back in range(norm.at - 1, -1, -1):
        if sentence.word(back) in ("maka", ";", "sedangkan", ".", ":"):
            break
        if sentence.word(back) == "," and back < norm.at - 1 and _starts_condition(sentence, back):
            break
        first = back
    thing = sentence.cut(first, norm.at)
    if thing[:1].isupper() and not thing[1:2].isupper():
        thing = thing[0].lower() + thing[1:]
    return _short(f"{verb} {thing}".strip())


def _starts_condition(sentence: Sentence, comma: int) -> bool:
    """Whether what stands before a comma is a condition, or a clause with a norm of its own."""
    first = 0
    for back in range(comma - 1, -1, -1):
        if sentence.word(back) == PARTY or sentence.word(back) in (";", "."):
            return True
        first = back
    return sentence.conditional(first)


def _condition(sentence: Sentence, norm: Norm) -> str | None:
    """The condition before the main clause, or the limit behind the action."""
    words = sentence.words
    lead = 0
    while lead < len(words) and len(words[lead]) <= 1 and words[lead] != PARTY:
        lead += 1
    if sentence.conditional(lead) and norm.at > lead:
        end = next(
            (
                at
                for at in range(lead + 1, norm.at + 1)
                if words[at] == "maka" or (words[at] == "," and _leads(sentence, at, norm))
            ),
            None,
        )
        if end is not None:
            return _short(sentence.cut(lead, end)) or None
    limit = _LIMIT.search(sentence.small)
    if limit is not None and norm.verb < len(words):
        limit = _LIMIT.search(sentence.small, sentence.place(norm.verb)[0])
    return _short(" ".join(sentence.text[limit.start() : limit.end()].split()).strip(" ,;.")) if limit else None


def _leads(sentence: Sentence, comma: int, norm: Norm) -> bool:
    """Whether the comma before the main clause is this one: the last before its subject or verb."""
    first = min(norm.subject, norm.at) if not norm.passive else norm.at
    return all(sentence.word(at) != "," for at in range(comma + 1, first)) or norm.passive


def _toward(sentence: Sentence, norm: Norm, names: PartyNames) -> tuple[str, ...]:
    """Who receives it; of a right, from whom it is due. "PIHAK lainnya" is everybody else."""
    words = _FROM if norm.modality == RIGHT else _TOWARD
    found: list[int] = []
    for at, mention in sentence.parties.items():
        if at <= norm.verb and not norm.passive:
            continue
        if at == norm.subject or sentence.word(at - 1) not in words:
            continue
        others = [index for index in mention.parties if index not in norm.parties]
        if mention.form in ("one", "all") and not others:
            others = list(mention.parties)
        elif not others:
            continue
        found.extend(index for index in others if index not in found)
    return names.labelled(sorted(found))
