"""The norms of one sentence: which party must, may, shall or shall not do what.

Two ways lead to a norm. A party is the subject of a main clause and a predicate follows ("PIHAK KEDUA wajib …", "PARA
PIHAK melakukan …"); or a passive names it as its agent ("dilaksanakan oleh PIHAK KEDUA", "menjadi beban PIHAK KESATU").
Conditions, relative clauses, purposes and descriptions bear none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kerjasama_check.agreement.obligation_passives import passive_norms
from kerjasama_check.agreement.obligation_words import (
    ADVERBS,
    BOUNDARY,
    CLOSED,
    LINKERS,
    NOT_MAIN,
    OPENERS,
    PARTY,
    RELATIVE,
    Norm,
    Sentence,
)
from kerjasama_check.indonesian.modality import (
    AGREE,
    BAN,
    DUTY,
    POWER,
    RECEIVING,
    RELEASE,
    RIGHT,
    is_active,
    is_passive,
    is_stative,
    looks_passive,
    modal_at,
)

_REACH = 60  # words between a party and its predicate at most
_CLAUSE_STARTS = frozenset("maka sedangkan namun tetapi sementara adapun dimana ; : .".split())
_DEFINING = frozenset("adalah ialah yaitu merupakan meliputi bertujuan dimaksudkan".split())
_GOVERNING = frozenset("hal apabila jika bila oleh antara kepada dari dengan yang untuk bagi pada dan atau".split())
_FIRM = frozenset("wajib harus berhak berkewajiban dilarang sepakat setuju bersepakat berwenang akan tetap".split())
_FAILING = frozenset("terlambat lalai gagal terbukti mampu bermaksud berkeinginan ingin hendak berniat".split())
_BEFORE_SUBJECT = frozenset("selanjutnya kemudian juga demikian bersama baik".split())
_FACT = frozenset("telah sudah pernah belum".split())
_PENALTIES = frozenset("denda biaya".split())


@dataclass(slots=True)
class _Predicate:
    """What follows a subject. at: its first word; verb: the first word of the action; direct: no phrase between."""

    kind: str
    at: int
    verb: int
    explicit: bool
    direct: bool


def norms_of(sentence: Sentence, *, only_start: bool = False) -> list[Norm]:
    """The norms in the order of the words, one per bearer and modality. only_start: only of a party that is its first
    subject."""
    if not sentence.parties:
        return []
    main = main_start(sentence)
    norms = _active(sentence, main)
    if only_start:
        return _once([norm for norm in norms if _DEFINING.isdisjoint(sentence.words[main : norm.subject])])
    norms += passive_norms(sentence, main, [norm.subject for norm in norms])
    if len(norms) < 2:
        return norms
    norms.sort(key=lambda norm: norm.at)
    return _once(norms)


def _once(norms: list[Norm]) -> list[Norm]:
    seen: set[tuple[tuple[int, ...], str]] = set()
    kept = []
    for norm in norms:
        if (norm.parties, norm.modality) not in seen:
            seen.add((norm.parties, norm.modality))
            kept.append(norm)
    return kept


def main_start(sentence: Sentence) -> int:
    """The word at which the main clause begins: behind a leading condition, else 0."""
    words = sentence.words
    first = 0
    for at, word in enumerate(words):
        if len(word) > 1 or word == PARTY:
            first = at
            break
    if first not in sentence.conditions:
        return first
    if "maka" in words:
        return words.index("maka", first) + 1
    commas = [at for at, word in enumerate(words) if word in (",", ".", ";") and at > first]
    for comma in commas:
        after = _over_adverbs(sentence, comma + 1)
        if sentence.word(after) == PARTY and _predicate(sentence, after):
            return comma + 1
    for at in sentence.parties:  # the comma was left out
        if at > first + 2 and words[at - 1] not in _GOVERNING and sentence.word(at + 1) in _FIRM:
            return at
    for comma in commas:
        if sentence.word(comma + 1) and sentence.word(comma + 1) not in NOT_MAIN:
            return comma + 1
    for at in range(first + 3, len(words) - 1):  # "Dalam hal terjadi perselisihan akan diselesaikan oleh PARA PIHAK"
        if (
            words[at] in ("akan", "wajib", "harus", "dapat")
            and is_passive(words[at + 1])
            and words[at - 1] not in RELATIVE
        ):
            return at
    return len(words)


def _over_adverbs(sentence: Sentence, at: int) -> int:
    words = sentence.framed
    while words[at] in ADVERBS:
        at += 1
    return at


def _active(sentence: Sentence, main: int) -> list[Norm]:
    """Norms with a party as the subject."""
    norms: list[Norm] = []
    for at, mention in sentence.parties.items():
        if at < main:
            continue
        predicate = _predicate(sentence, at) if _begins_clause(sentence, at, main) else None
        if predicate is None or (not predicate.direct and not _firm(sentence, at, main)):
            continue
        norm = Norm(mention.parties, predicate.kind, at, predicate.at, predicate.verb, each=mention.each)
        norms.append(norm)
        norms += _further(sentence, norm)
    if not norms and main:
        norms += _inherited(sentence, main)
    return norms


def _inherited(sentence: Sentence, main: int) -> Iterator[Norm]:
    """ "Apabila PIHAK KEDUA terlambat, maka wajib membayar denda": the subject stands in the condition."""
    before = [
        at for at in sentence.parties if at < main and sentence.word(at - 1) in ("apabila", "jika", "hal", "bila")
    ]
    if not before or sentence.word(main - 1) != "maka":
        return
    at = _over_adverbs(sentence, main)
    modal = modal_at(sentence.words, at) if at < len(sentence.words) else None
    if modal and modal.kind in (DUTY, RIGHT, POWER, BAN):
        verb = _over_adverbs(sentence, at + modal.words)
        if is_active(sentence.word(verb)):
            yield Norm(sentence.parties[before[0]].parties, modal.kind, before[0], at, verb)


def _firm(sentence: Sentence, at: int, main: int) -> bool:
    """Whether a party surely begins a clause, so that its predicate may stand apart from it."""
    before = sentence.word(at - 1)
    return at <= main + 1 or before in _CLAUSE_STARTS or before == ","


def _begins_clause(sentence: Sentence, at: int, main: int) -> bool:
    """Whether a party stands where the subject of a main clause does."""
    words = sentence.framed
    back = at - 1
    while back >= main and words[back] in _BEFORE_SUBJECT:
        back -= 1
    word = words[back]
    if back < main or word in _CLAUSE_STARTS:
        return True
    if back == main and len(word) <= 2 and word not in BOUNDARY:
        return True  # a label that was read into the text
    if word == "ketentuan":
        return True
    if word == "bahwa":
        return words[back - 1] in ("sepakat", "setuju", "ketentuan", "menjamin", "kecuali") or back <= main + 1
    if word == ",":
        return True
    if word in BOUNDARY:
        return not _open_condition(sentence, main, at)
    if _open_condition(sentence, main, at):
        return False
    if word in CLOSED or word[:1].isdigit():
        return True
    before = words[main:at]
    if _adverbial(before):
        return True  # "Secara berkala PARA PIHAK …", "Pada dasarnya PIHAK KEDUA …"
    modal = modal_at(sentence.words, at + 1) if at + 1 < len(sentence.words) else None
    return bool(modal and modal.explicit and before[0] in OPENERS and PARTY not in before and "," not in before)


def _adverbial(words: Sequence[str]) -> bool:
    for word in words:  # noqa: SIM110 - asked of most sentences
        if word not in ADVERBS and not word.endswith("nya"):
            return False
    return True


def _open_condition(sentence: Sentence, main: int, at: int) -> bool:
    """Whether a condition begun behind the main clause is still open at a word."""
    conditions, words = sentence.conditions, sentence.words
    if not conditions:
        return False
    for back in range(at - 1, max(main, at - _REACH) - 1, -1):
        if words[back] in _CLAUSE_STARTS or words[back] == ",":
            return False
        if back in conditions:
            return True
    return False


def _predicate(sentence: Sentence, at: int) -> _Predicate | None:
    """The predicate of a party at a word."""
    words = sentence.words
    if sentence.word(at + 1) in RELATIVE:
        return _behind_relative(sentence, at + 2)
    gap, odd = False, 0
    for here in range(at + 1, min(len(words), at + _REACH)):
        word = words[here]
        modal = modal_at(words, here)
        if word in _FACT and not gap and not modal:
            return None
        linked = gap and words[here - 1] in LINKERS
        if modal and not (gap and words[here - 1] in (*RELATIVE, "untuk")):
            return _modal_predicate(sentence, here, modal.kind, modal.words, modal.explicit, not gap and not odd)
        if is_active(word) and not linked:
            return _bare(sentence, here, not gap and not odd)
        if word == "tidak" and is_active(sentence.word(here + 1)):
            return _Predicate(BAN, here, here + 1, False, not gap)
        if word in ("adalah", "ialah", "merupakan", "menjadi", ".", ";") or (is_stative(word) and not gap):
            return None
        if not gap and looks_passive(word):
            return _patient(sentence, here)
        if gap or word in ADVERBS:
            continue
        if word in OPENERS:
            gap = True
            continue
        odd += 1
        if odd > 2 or word == PARTY:
            return None
    return None


def _bare(sentence: Sentence, at: int, direct: bool) -> _Predicate:
    kind = RIGHT if sentence.word(at) in RECEIVING else DUTY
    return _Predicate(kind, at, at, False, direct)


def _modal_predicate(
    sentence: Sentence, at: int, kind: str, length: int, explicit: bool, direct: bool
) -> _Predicate | None:
    verb = _over_adverbs(sentence, at + length)
    word = sentence.word(verb)
    if kind == RELEASE:
        return None
    if kind == AGREE:
        return _agreed(sentence, at + length, verb, direct)
    if looks_passive(word) and kind != RIGHT and not is_active(word):
        return None  # the party is acted on: "PIHAK KEDUA dapat dikenakan …"
    if kind == POWER and word in ("ditunjuk", "dimintai"):
        return None
    if not explicit and word in RECEIVING:
        kind = RIGHT
    if not explicit and (is_stative(word) or word in ("menjadi", "diwakili")):
        return None
    return _Predicate(kind, at, verb, explicit, direct)


def _agreed(sentence: Sentence, after: int, verb: int, direct: bool) -> _Predicate | None:
    """ "sepakat untuk …" is a duty, "sepakat untuk tidak …" a prohibition; what follows "bahwa" speaks for itself."""
    words = sentence.words[after : verb + 2]
    if "bahwa" in words[:3]:
        return None
    here = verb
    further = modal_at(sentence.words, here) if here < len(sentence.words) else None
    if further and further.kind in (DUTY, RIGHT, POWER, BAN):  # "sepakat akan melakukan …"
        then = _over_adverbs(sentence, here + further.words)
        return None if looks_passive(sentence.word(then)) else _Predicate(further.kind, here, then, False, direct)
    if sentence.word(here) == "tidak" or "tidak" in words[:2]:
        return _Predicate(BAN, after - 1, here, False, direct)
    return _Predicate(DUTY, after - 1, here, False, direct) if is_active(sentence.word(here)) else None


def _patient(sentence: Sentence, at: int) -> _Predicate | None:
    """ "PIHAK KEDUA dikenai denda": the party bears a burden though it is acted on."""
    if sentence.word(at) in ("dikenai", "dikenakan", "dibebani"):
        near = sentence.words[at + 1 : at + 5]
        if any(word in _PENALTIES for word in near):
            return _Predicate(DUTY, at, at, False, True)
    return None


def _behind_relative(sentence: Sentence, at: int) -> _Predicate | None:
    """The predicate of "PIHAK yang mengalami … wajib …": behind the relative clause."""
    words = sentence.words
    here = at
    while here < len(words) and (words[here] in ADVERBS or modal_at(words, here) or words[here] in ("tidak", "belum")):
        modal = modal_at(words, here)
        here += modal.words if modal else 1
    bare: int | None = None
    if sentence.word(here) in _FAILING:  # "PIHAK yang terlambat menyelesaikan …"
        here += 1
    first = here  # the verb of the relative clause itself
    for here in range(first + 1, min(len(words), first + _REACH)):
        modal = modal_at(words, here)
        before = words[here - 1]
        if modal and before not in (*RELATIVE, "untuk", "bahwa") and modal.kind != AGREE:
            follows = sentence.word(_over_adverbs(sentence, here + modal.words))
            if modal.kind == RELEASE or looks_passive(follows):
                break
            return _Predicate(modal.kind, here, _over_adverbs(sentence, here + modal.words), modal.explicit, True)
        if bare is None and is_active(words[here]) and before not in LINKERS:
            bare = here
        if words[here] in (";", "."):
            break
        if looks_passive(words[here]) and here > first + 1 and before not in LINKERS and bare is None:
            return _patient(sentence, here)
    return _bare(sentence, bare, True) if bare is not None else None


def _further(sentence: Sentence, norm: Norm) -> Iterator[Norm]:
    """ "berhak … dan wajib …": a second modality of the same subject in the clause."""
    words, conditions = sentence.words, sentence.conditions
    kinds = {norm.modality}
    relative = False
    for here in range(norm.verb, min(len(words), norm.verb + 2 * _REACH)):
        word = words[here]
        if word in (";", ".") or (word == PARTY and here > norm.verb and words[here - 1] in _CLAUSE_STARTS):
            return
        if word in (",", "dan", "serta") and here + 1 < len(words):
            nxt = here + 2 if words[here + 1] in ("juga", "dan", "serta", "sekaligus", "namun", "tetapi") else here + 1
            modal = modal_at(words, nxt) if nxt < len(words) else None
            relative = relative and word != ","
            if modal and not relative and modal.kind in (DUTY, RIGHT, POWER, BAN) and modal.kind not in kinds:
                verb = _over_adverbs(sentence, nxt + modal.words)
                if not looks_passive(sentence.word(verb)):
                    kinds.add(modal.kind)
                    yield replace(norm, modality=modal.kind, at=nxt, verb=verb)
        if word in RELATIVE or here in conditions:
            relative = True
