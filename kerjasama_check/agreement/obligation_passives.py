"""Norms whose bearer is an agent or bears a burden: "oleh PIHAK KEDUA", "menjadi beban PIHAK KESATU"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kerjasama_check.agreement.obligation_words import BUDGET, CLOSED, PARTY, RELATIVE, TIMES, Norm, Sentence
from kerjasama_check.indonesian.modality import (
    AGREE,
    BAN,
    BURDENS,
    DUTY,
    POWER,
    RECEIVED,
    RELEASE,
    RIGHT,
    is_formal,
    is_nominal,
    is_passive,
    looks_passive,
    modal_at,
    noun_at,
)

_BACK = 16  # words between a passive verb and its agent at most
_CHARGED = frozenset("dibebankan dibebani ditanggungkan dipikulkan diserahkan dilimpahkan".split()) - {"diserahkan"}
_LINKED = frozenset("dan atau dan/atau serta maupun , / kemudian".split())
_NO_MAIN = frozenset(
    "yang vang yarg yg untuk agar supaya sebagaimana seperti sesuai guna telah sudah pernah sejak setelah sesudah "
    "sebelum tanpa "
    "apabila jika bila bilamana kecuali belum saat ketika selama".split()
)
_FILLERS = frozenset(
    "sepenuhnya penuh bersama sendiri mutlak seluruhnya sepenuh secara dari pada bagi masing-masing dan "
    "kewajiban tanggungjawab tanggung jawab beban tugas risiko resiko biaya sebesar".split()
)
_APART = frozenset("; . : maka sedangkan ,".split())
_NEAR_VERB = frozenset(  # between a modal word and its verb
    "lebih lanjut secara bersama-sama bersama kembali tetap langsung terlebih dahulu juga hanya selanjutnya sepenuhnya "
    "kemudian harus".split()
)
_STATES = frozenset("menjadi merupakan adalah atas ialah".split())


def passive_norms(sentence: Sentence, main: int, subjects: Sequence[int]) -> Iterator[Norm]:
    """Norms by agent, burden and charge. main: where the main clause begins; subjects: parties that are subjects."""
    last: Norm | None = None
    for at, mention in sentence.parties.items():
        if at < main or at in subjects:
            continue
        norm = (
            _by_agent(sentence, at, main)
            or _by_burden(sentence, at, main)
            or _by_charge(sentence, at, main)
            or _by_name(sentence, at, main)
        )
        if norm is None and last is not None and _elliptic(sentence, at, last):
            norm = Norm(mention.parties, last.modality, at, last.at, last.verb, passive=True)
        if norm is not None:
            last = norm
            yield norm


def _by_agent(sentence: Sentence, at: int, main: int) -> Norm | None:
    """ "… dilaksanakan (secara …) oleh PIHAK KEDUA", "ditanggung PIHAK KEDUA"."""
    before = sentence.framed[at - 1]
    if is_passive(before) and before not in _CHARGED:
        verb = at - 1
    elif before in ("oleh", "0leh", "olah") and not is_nominal(sentence.word(at - 2)):
        found = _verb_before(sentence, at - 1, main)
        if found is None:
            return None
        verb = found
    else:
        return None
    return _norm(sentence, at, verb, main)


def _verb_before(sentence: Sentence, oleh: int, main: int) -> int | None:
    for here in range(oleh - 1, max(main, oleh - _BACK) - 1, -1):
        word = sentence.words[here]
        if is_passive(word):
            return here
        if word in RELATIVE and sentence.word(here + 1) in ("sama", "tersedia", "ada"):
            continue  # "ditanggung bersama, yang sama besarnya oleh", "sesuai dengan dana yang tersedia oleh"
        if word in (PARTY, ";", ".", *RELATIVE) or (word == "oleh" and here < oleh):
            return None
    return None


def _norm(sentence: Sentence, at: int, verb: int, main: int) -> Norm | None:
    """The norm of a passive verb with its agent, if it stands in a main clause."""
    start, modal, linked = _chain(sentence, verb, main)
    before = sentence.word(start - 1)
    if before in _NO_MAIN and start > main:
        return None
    if (start > main and before == "hal") or _trailing_condition(sentence, start, main):
        return None
    if modal in (RELEASE, AGREE):
        return None
    formal = is_formal(sentence.word(verb))
    if formal and (modal is None or linked):
        return None
    kind = modal or (RIGHT if sentence.word(verb) in RECEIVED else DUTY)
    mention = sentence.parties[at]
    return Norm(mention.parties, kind, at, start, verb, passive=True, each=mention.each)


def _chain(sentence: Sentence, verb: int, main: int) -> tuple[int, str | None, bool]:
    """Where the verbs begin that are joined to a passive ("wajib disusun dan disampaikan"), and their modality."""
    start, modal, linked = verb, None, False
    for here in range(verb - 1, max(main, verb - _BACK) - 1, -1):
        word = sentence.words[here]
        found = modal_at(sentence.words, here)
        if found and here + found.words >= start:
            start, modal = here, found.kind
            if found.kind == POWER and sentence.word(here - 1) == "tidak":
                start, modal = here - 1, BAN
        elif word in _NEAR_VERB:
            start = here
        elif word in _LINKED and looks_passive(sentence.word(here - 1)):
            start, linked = here - 1, True
        elif (here < start and is_passive(word) and start == here) or here >= start:
            continue
        else:
            break
    return start, modal, linked


def _trailing_condition(sentence: Sentence, at: int, main: int) -> bool:
    """Whether a word stands in a condition, relative clause or purpose that follows the main clause."""
    words, conditions = sentence.words, sentence.conditions
    if not conditions and TIMES.isdisjoint(words):
        return False
    for back in range(at - 1, max(main, at - 40) - 1, -1):
        word = words[back]
        if word in _APART:
            return False
        if word in TIMES or (back in conditions and words[back + 1] in TIMES):
            if CLOSED.isdisjoint(words[back:at]):
                return True
        elif back in conditions:
            return True
    return False


def _by_name(sentence: Sentence, at: int, main: int) -> Norm | None:
    """ "yang bertanggung jawab … adalah PIHAK KEDUA"."""
    if sentence.framed[at - 1] not in ("adalah", "ialah"):
        return None
    for back in range(at - 2, max(main, at - 20) - 1, -1):
        modal = modal_at(sentence.words, back)
        if modal and modal.kind in (DUTY, RIGHT, POWER) and sentence.word(back - 1) in RELATIVE and modal.explicit:
            return Norm(sentence.parties[at].parties, modal.kind, at, back, back, passive=True)
    return None


def _by_burden(sentence: Sentence, at: int, main: int) -> Norm | None:
    """ "menjadi (beban dan) tanggung jawab (sepenuhnya dari) PIHAK KEDUA", "merupakan hak PIHAK KESATU"."""
    kind: str | None = None
    for back in range(at - 1, max(main, at - 10) - 1, -1):
        word = sentence.words[back]
        if word in _STATES and kind:
            if sentence.word(back - 1) in (*RELATIVE, "bukan", "tidak", "untuk") or (word == "atas" and kind != DUTY):
                return None
            if _trailing_condition(sentence, back, main):
                return None
            mention = sentence.parties[at]
            start = back - 1 if sentence.word(back - 1) == "akan" else back
            return Norm(mention.parties, kind, at, start, back, passive=True, each=mention.each, burden=True)
        noun = noun_at(sentence.words, back)
        if noun and back + noun[1] <= at:
            kind = noun[0]
        elif word in BURDENS:
            kind = DUTY
        elif word not in _FILLERS:
            return None
    return None


def _by_charge(sentence: Sentence, at: int, main: int) -> Norm | None:
    """ "dibebankan kepada (anggaran) PIHAK KESATU"."""
    for back in range(at - 1, max(main, at - 14) - 1, -1):
        word = sentence.words[back]
        if word in _CHARGED:
            start, modal, _ = _chain(sentence, back, main)
            if (
                sentence.word(start - 1) in _NO_MAIN
                or modal in (RELEASE, BAN)
                or _trailing_condition(sentence, start, main)
            ):
                return None
            mention = sentence.parties[at]
            each = mention.each or "masing-masing" in sentence.words[back:at]
            return Norm(mention.parties, DUTY, at, start, back, passive=True, each=each, burden=True)
        if word not in BUDGET:
            return None
    return None


def _elliptic(sentence: Sentence, at: int, last: Norm) -> bool:
    """ "A dibiayai oleh PIHAK KESATU, sedangkan B oleh PIHAK KEDUA": the verb is not said again."""
    if sentence.word(at - 1) not in ("oleh", "pada", "kepada"):
        return False
    between = sentence.words[last.subject + 1 : at]
    return len(between) < 25 and "sedangkan" in between and not any(is_passive(word) for word in between)
