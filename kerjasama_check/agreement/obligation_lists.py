"""Lists of duties and rights: the line that heads one, and its items.

A head names a bearer, a modality or both ("PIHAK KESATU mempunyai kewajiban:", "Hak:", "PIHAK KEDUA wajib:") and has no
row of its own; each item below has one. It may stand on its own line, hang at the end of the item before it, or begin
the very sentence that it heads ("Hak PIHAK KEDUA adalah menerima …").
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kerjasama_check.agreement.obligation_words import ADVERBS, PARTY, RELATIVE, Norm, Sentence
from kerjasama_check.indonesian.modality import (
    AGREE,
    DUTY,
    POWER,
    RECEIVING,
    RELEASE,
    RIGHT,
    is_active,
    is_nominal,
    is_stative,
    modal_at,
    noun_at,
)

_JOINING = frozenset("dan dan/atau serta / & , dari bagi para sebagai".split())
_TAIL = frozenset(
    "adalah ialah yaitu yakni meliputi mencakup antara lain sebagai berikut berikut: dalam perjanjian kerja sama "
    "kerjasama ini nota "
    "kesepahaman kesepakatan bersama untuk hal-hal hal ini pelaksanaan sebagaimana dimaksud pada ayat pasal terdiri "
    "atas dari ; : . , - – "
    "namun tidak terbatas secara lingkup ruang dan".split()
)
_FOLLOWING = frozenset("sebagai berikut hal-hal hal antara lain meliputi yaitu kegiatan : . , - –".split())
_GENERIC = _FOLLOWING | frozenset("tugas tanggung jawab tanggungjawab kewajiban hak dan serta".split())
_COPULA = frozenset("adalah ialah yaitu yakni meliputi mencakup :".split())
_FINITE = frozenset(
    "adalah merupakan terdiri mempunyai memiliki berhak wajib harus berkewajiban dapat akan ialah".split()
)


@dataclass(frozen=True, slots=True)
class Context:
    """What the items of a list bear. parties None, modality None: not said (the verb decides); silent: no rows;
    scope: but such as are said to be duties or rights; heading: the heading of the article says it, no line above."""

    parties: tuple[int, ...] | None = None
    modality: str | None = None
    silent: bool = False
    heading: bool = False
    scope: bool = False

    @property
    def is_list(self) -> bool:
        return self.parties is not None and not self.silent


@dataclass(frozen=True, slots=True)
class Head:
    """A head and the word behind it. said: it names a modality or bearers of its own."""

    context: Context
    end: int


def head_of(sentence: Sentence, context: Context, *, listed: bool) -> Head | None:
    """The head that a sentence is, or begins with. listed: a list follows, so the head needs no colon."""
    words = sentence.words
    first = _first(sentence)
    if first >= len(words):
        return None
    if words[first] == PARTY:
        return _by_party(sentence, first, listed)
    noun = noun_at(words, first)
    if noun:
        return _by_noun(sentence, first, context, listed)
    modal = modal_at(words, first)
    if modal and context.parties is not None and modal.kind not in (RELEASE, AGREE):
        end = _tail_end(sentence, first + modal.words)
        if end == len(words) and listed:
            return Head(replace(context, modality=modal.kind, silent=False), end)
    return None


def _first(sentence: Sentence) -> int:
    """Behind labels that were read into the text."""
    words = sentence.words
    for at, word in enumerate(words):
        if len(word) > 2 or word == PARTY:
            return at
    return max(len(words) - 1, 0)


def _by_noun(sentence: Sentence, first: int, context: Context, listed: bool) -> Head | None:
    """ "Hak dan kewajiban PIHAK KESATU:", "Kewajiban PIHAK KEDUA adalah …", "Hak:"."""
    words = sentence.words
    at, kinds = _nouns(sentence, first)
    parties: tuple[int, ...] | None = None
    if sentence.word(at) == PARTY:
        parties = sentence.parties[at].parties
        at += 1
    elif context.parties is not None and (sentence.word(at) in _COPULA or at >= len(words)):
        parties = context.parties
    if parties is None:
        return None
    end = _tail_end(sentence, at)
    told = any(word in _COPULA for word in words[at:end])
    if end < len(words) and not told:
        return None
    if end >= len(words) and not (told or listed or words[-1] == ":" or end - at <= 1):
        return None
    return Head(Context(parties, kinds.pop() if len(kinds) == 1 else None), end)


def _nouns(sentence: Sentence, at: int) -> tuple[int, set[str]]:
    kinds: set[str] = set()
    while at < len(sentence.words):
        noun = noun_at(sentence.words, at)
        if noun:
            kinds.add(noun[0])
            at += noun[1]
        elif sentence.word(at) in _JOINING and kinds:
            at += 1
        else:
            break
    return at, kinds


def _by_party(sentence: Sentence, first: int, listed: bool) -> Head | None:
    """ "PIHAK KESATU:", "PIHAK KEDUA wajib:", "PIHAK KEDUA mempunyai hak dan kewajiban untuk:", "PIHAK KESATU Hak:"."""
    words = sentence.words
    parties = sentence.parties[first].parties
    at = _over_adverbs(sentence, first + 1)
    if _ends(sentence, at):
        return Head(Context(parties), len(words)) if listed or words[-1] == ":" else None
    noun = noun_at(words, at)
    if noun:
        after, kinds = _nouns(sentence, at)
        if _ends(sentence, after):
            return Head(Context(parties, kinds.pop() if len(kinds) == 1 else None), len(words))
        return None
    modal = modal_at(words, at)
    kind: str | None = None
    if modal and modal.kind != RELEASE:
        kind = DUTY if modal.kind == AGREE else modal.kind
        after, kinds = _nouns(
            sentence, at + modal.words + (sentence.word(at + modal.words) in ("dan", "dan/atau", "serta"))
        )
        after = after if kinds else at + modal.words
        if kinds and kinds != {kind}:  # "mempunyai hak dan kewajiban"
            kind = None
        at = after
        further = modal_at(words, at) if at < len(words) else None
        if further and further.kind not in (RELEASE, AGREE):  # "berhak dan berkewajiban"
            kind = None if further.kind != kind else kind
            at += further.words
        at = _over_adverbs(sentence, at)
    if is_active(sentence.word(at)) and _GENERIC.issuperset(words[at + 1 :]) and (listed or words[-1] == ":"):
        kind = kind or (RIGHT if sentence.word(at) in RECEIVING else DUTY)
        at += 1
    said = modal is not None or kind is not None
    return Head(Context(parties, kind), len(words)) if said and _ends(sentence, at) else None


def _ends(sentence: Sentence, at: int) -> bool:
    """Whether nothing but "sebagai berikut:" and the like follows."""
    return _tail_end(sentence, at) >= len(sentence.words)


def _tail_end(sentence: Sentence, at: int) -> int:
    words = sentence.words
    here = at
    while here < len(words) and (words[here] in _TAIL or words[here].isdigit()) and here - at < 14:
        here += 1
        if words[here - 1] == ":" and here < len(words):
            break
    return here


def _over_adverbs(sentence: Sentence, at: int) -> int:
    words = sentence.framed
    while words[at] in ADVERBS and words[at] not in ("sebagai", "berikut"):
        at += 1
    return at


def item_norm(sentence: Sentence, context: Context, start: int = 0, *, whole: bool = True) -> Norm | None:
    """The norm of an item of a list. start: the word at which it begins; whole: the item, not a further sentence."""
    if context.parties is None or context.silent:
        return None
    words = sentence.words
    first = start if start else _first(sentence)
    if first >= len(words) or words[first] == PARTY:
        return None
    at = first
    while at < len(words) - 1 and not modal_at(words, at):
        if not (
            words[at] in ADVERBS or (words[at] == PARTY and words[at - 1] in ("bersama", "bersama-sama", "dengan"))
        ):
            break  # "Bersama PIHAK KESATU melakukan evaluasi"
        at += 1
    modal = modal_at(words, at)
    if modal and modal.kind in (RELEASE, AGREE):
        modal = None
    verb = _over_adverbs(sentence, at + modal.words) if modal else at
    word = sentence.word(verb)
    if modal or is_active(word) or is_stative(word) or word == "tidak":
        return Norm(context.parties, _kind(context, modal.kind if modal else None, word), first, at, verb)
    if _led_in(sentence, at):
        return Norm(context.parties, _kind(context, None, word), first, at, at)
    if not whole or context.heading or context.modality is None or len(words) - first < 2 or words[-1] == ":":
        return None
    if _has_own_subject(sentence, at):
        return None
    return Norm(context.parties, context.modality, first, at, at)


def _led_in(sentence: Sentence, at: int) -> bool:
    """ "Melalui bendahara melakukan …", "Atas permintaan PIHAK KEDUA, menyediakan …": the verb follows a phrase."""
    if sentence.word(at) not in ("melalui", "atas", "dalam", "dengan", "secara", "bersama", "untuk", "apabila", "jika"):
        return False
    return any(
        is_active(sentence.word(here)) and sentence.word(here - 1) not in ("untuk", "dalam", "yang", "dengan", "dan")
        for here in range(at + 1, min(at + 25, len(sentence.words)))
    )


def _kind(context: Context, modal: str | None, word: str) -> str:
    """The heading of the list decides, unless the item says "berhak", "wajib" or "dilarang" itself."""
    if modal and (context.modality is None or (modal != context.modality and modal != POWER)):
        return modal
    if context.modality:
        return context.modality
    return RIGHT if word in RECEIVING else DUTY


def _has_own_subject(sentence: Sentence, at: int) -> bool:
    """Whether an item is a sentence about somebody or something else ("Peserta wajib …", "Biaya adalah …")."""
    reach = 4 if is_nominal(sentence.word(at)) else 14
    for here in range(at + 1, min(len(sentence.words), at + reach)):
        word = sentence.word(here)
        if word in (*RELATIVE, "untuk", "sesuai", "dalam", ",", "dengan", "dari", "atas"):
            return False
        if word in _FINITE or (is_active(word) and sentence.word(here - 1) not in ("dan", "atau", "untuk")):
            return True
        if word == ":":
            return True
    return False
