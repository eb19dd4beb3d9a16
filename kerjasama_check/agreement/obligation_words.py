"""A sentence as words with the parties it names, and the small word lists by which its clauses are told apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kerjasama_check.agreement.obligation_parties import Mention, PartyNames
from kerjasama_check.indonesian.lazy import lazy

# Words that begin a condition or another clause that is no norm of its own.
CONDITION = frozenset(
    "apabila jika jikalau bila bilamana manakala seandainya sekiranya andaikata sepanjang selama setelah sesudah "
    "sebelum ketika "
    "sejak kecuali terkecuali karena meskipun walaupun sekalipun".split()
)
TIMES = frozenset(
    "selama setelah sesudah sebelum sejak sampai".split()
)  # also before a mere noun ("selama masa kerja")
RELATIVE = frozenset("yang vang yarg yg".split())
CONDITIONS_OF_TWO = frozenset({("dalam", "hal"), ("pada", "saat"), ("pada", "waktu"), ("dalam", "keadaan")})
PURPOSE = frozenset("untuk agar supaya guna sehingga yang vang yarg yg bahwa sebagaimana seperti dimana".split())
LINKERS = frozenset(
    "dalam untuk guna dengan sebelum setelah yang vang yarg yg dan atau dan/atau serta tanpa sambil agar supaya dari "
    "pada ingin hendak "
    "bermaksud berkeinginan akan tidak maupun selain sebagai terhadap atas saat ketika selama belum telah".split()
)
# Before a party at the beginning of a clause.
BOUNDARY = frozenset(
    ", ; : . maka sedangkan namun tetapi bahwa sementara adapun dimana dan serta maupun - – dan/atau".split()
)
CLOSED = frozenset("ini itu tersebut dimaksud berlaku diatas atas bersangkutan".split())  # a phrase is over after these
ADVERBS = frozenset(
    "secara bersama bersama-sama sama-sama sendiri-sendiri masing-masing saling tetap juga pula selanjutnya kemudian "
    "senantiasa "
    "selalu sepenuhnya bertanggung-jawab langsung terlebih dahulu segera sepakatnya hanya telah sudah turut-serta "
    "sebisa sedapat sejauh mungkin "
    "berkala periodik tertulis lisan proporsional aktif penuh sendiri wajar itu tersebut lain lainnya sewaktu-waktu "
    "setiap "
    "sama sekali untuk dengan ini secepatnya selambat-lambatnya paling lambat kembali lagi lebih lanjut pun baik "
    "dan/atau "
    "maupun atau dan bersedia-nya sebagai berikut mana musyawarah mufakat bergantian terpisah semata-mata maka "
    "demikian ikut".split()
)
OPENERS = frozenset(
    "melalui sebagai selaku dalam dengan secara untuk pada atas sesuai berdasarkan baik terhadap guna setelah "
    "sebelum dari di "
    "apabila jika bila sepanjang tanpa paling selambat-lambatnya sebagaimana sehubungan karena selama terkait bagi "
    "oleh demi "
    "sejak seperti sedapat , - – bersama beserta berikut lewat via menurut".split()
)
NOT_MAIN = frozenset(
    "dan atau dan/atau serta baik maupun termasuk yang misalnya seperti sebagaimana kecuali tetapi antara".split()
)
BUDGET = frozenset(
    "kepada pada atas ke oleh di dari dalam anggaran dipa dpa apbn apbd rkap rkat rka rba blu pnbp pos mata daftar "
    "isian "
    "pelaksanaan pendapatan dan belanja negara daerah keuangan kas dana biaya masing-masing internal tahun sumber "
    "sepenuhnya satuan kerja bagi".split()
)
_MAY_BE_CONDITION = CONDITION | {second for _, second in CONDITIONS_OF_TWO}
_WORD = lazy(r"\d[\d.,/]*\d|\w[\w'’/&-]*|[.,;:–-]")
_BRACKETED = lazy(r"\([^()]{0,160}\)")


class Sentence:
    """A sentence in words: lower case, brackets left out, a party one word ("§"), with its place in the text.

    parties: mention by index of the word. small: the text in small letters; plain: blanks for what stands in brackets.
    conditions: the words at which one begins. framed: the words with empty ones behind them, so that the places shortly
    before the first (negative ones) and behind the last hold "".
    """

    def __init__(self, text: str, small: str, words: list[str], parties: dict[int, Mention], plain: str) -> None:
        self.text = text
        self.small = small
        self.words = tuple(words)
        self.framed = (*words, "", "", "", "")
        self.parties = parties
        self.plain = plain
        self.conditions = self._conditions() if not _MAY_BE_CONDITION.isdisjoint(words) else frozenset[int]()

    def place(self, index: int) -> tuple[int, int]:
        """Start and end of a word in `text`."""
        word = self.words[index]
        if word == PARTY:
            return self.parties[index].start, self.parties[index].end
        if index == len(self.words) - 1:
            start = self.plain.rfind(word)
            return start, start + len(word)
        first = at = 0
        for number, mention in self.parties.items():
            if number > index:
                break
            first, at = number + 1, mention.end
        find = self.plain.find  # a word begins at the first of its characters: none of them stands between words
        for before in self.words[first:index]:
            at = find(before, at) + len(before)
        start = find(word, at)
        return start, start + len(word)

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def _conditions(self) -> frozenset[int]:
        words = self.framed
        found: list[int] = []
        for at in [at for at, word in enumerate(words) if word in _MAY_BE_CONDITION]:
            if words[at] in CONDITION:
                found.append(at)
            elif (words[at - 1], words[at]) in CONDITIONS_OF_TWO and words[at + 1] not in ("ini", "itu", "tersebut"):
                found.append(at - 1)
        return frozenset(found)

    def conditional(self, at: int) -> bool:
        """Whether a condition begins at a word."""
        return at in self.conditions

    def cut(self, first: int, last: int) -> str:
        """The text from one word up to another, that one left out."""
        if not self.words or first >= len(self.words) or last <= first:
            return ""
        start, end = self.place(first)[0], self.place(min(last, len(self.words)) - 1)[1]
        return " ".join(self.text[start:end].split()).strip(" ,;:.-–")


@dataclass(slots=True)
class Norm:
    """What a sentence lays on parties, by the indices of its words.

    subject: the party; at: the predicate; verb: the first word of the action, of a passive the verb itself.
    burden: a noun or a charge bears it ("menjadi tanggung jawab", "dibebankan kepada").
    """

    parties: tuple[int, ...]
    modality: str
    subject: int
    at: int
    verb: int
    passive: bool = False
    each: bool = False
    burden: bool = False


PARTY = "§"


def sentence_of(text: str, small: str, names: PartyNames) -> Sentence:
    """The words of one sentence, what stands in brackets left out. Runs once over the text.

    small: the text `in_small` letters.
    """
    plain = _BRACKETED.sub(lambda match: " " * len(match[0]), small) if "(" in small else small
    words: list[str] = []
    parties: dict[int, Mention] = {}
    at = 0
    for mention in names.find(text, small):
        _add_words(words, plain[at : mention.start])
        if not plain[mention.start].isspace():  # not in brackets
            parties[len(words)] = mention
            words.append(PARTY)
        at = mention.end
    _add_words(words, plain[at:])
    return Sentence(text, small, words, parties, plain)


def _add_words(words: list[str], text: str) -> None:
    for piece in text.split():
        if piece.isalpha():
            words.append(piece)
        else:
            words += _tokens(piece)


@lru_cache(maxsize=4096)  # words with a mark behind them come again and again
def _tokens(piece: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(piece))
