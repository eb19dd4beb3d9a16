"""Words by which Indonesian legal text binds, entitles, empowers and forbids, and the verbs that carry a norm.

The four modalities are those of the output contract: kewajiban, hak, wewenang, larangan. Words are given in lower case.
Vocabulary: UU 12/2011, Lampiran II (wajib, harus, dapat, berhak, berwenang, dilarang), and what agreements write.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

DUTY, RIGHT, POWER, BAN = "kewajiban", "hak", "wewenang", "larangan"
RELEASE = "bebas"  # "tidak wajib": says that there is no duty
AGREE = "sepakat"  # "sepakat untuk …", "sepakat bahwa …"

_HAVE = ("mempunyai", "memiliki", "mendapat", "mendapatkan", "memperoleh", "diberi", "diberikan", "memegang", "punya")
_PHRASES: dict[str, str] = {
    DUTY: "wajib|wajiblah|diwajibkan|harus|haruslah|diharuskan|berkewajiban|bertanggung jawab|bertanggungjawab|"
    "bertanggung-jawab|bertugas|akan|bersedia|sanggup|berkomitmen|berjanji|menyanggupi|menyatakan kesanggupannya|"
    "menyatakan kesanggupan|menyatakan sanggup|menyatakan bersedia|menyatakan kesediaannya|mewajibkan diri|"
    "mengikatkan diri|"
    "berkewajiban dan bertanggung jawab|dibebani|dibebani kewajiban|perlu",
    RIGHT: "berhak|berhak pula",
    POWER: "berwenang|dapat|boleh|bisa|diperkenankan|diperbolehkan|dibolehkan|diizinkan|diberi kuasa|diberikan kuasa|"
    "berkuasa|hanya dapat|hanya boleh",
    BAN: "dilarang|tidak boleh|tidak dapat|tidak bisa|tidak diperkenankan|tidak diperbolehkan|tidak dibenarkan|"
    "tidak diizinkan|tidak dibolehkan|tidak berhak|tidak berwenang|tidak akan|tidak diperkenankan untuk|dapat tidak",
    RELEASE: "tidak wajib|tidak diwajibkan|tidak harus|tidak berkewajiban|tidak bertanggung jawab|"
    "tidak bertanggungjawab|tidak perlu|tidak dibebani|tidak mempunyai kewajiban|tidak memiliki kewajiban|"
    "tidak mempunyai tanggung jawab|tidak memiliki tanggung jawab|bukan",
    AGREE: "sepakat|bersepakat|setuju|telah sepakat|sepakat dan setuju|setuju dan sepakat|bersepakat dan setuju",
}
_NOUNS = {  # "mempunyai kewajiban", the heading "Hak PIHAK KESATU"
    "kewajiban": DUTY,
    "kewajiban-kewajiban": DUTY,
    "tugas": DUTY,
    "tanggung jawab": DUTY,
    "tanggungjawab": DUTY,
    "hak": RIGHT,
    "hak-hak": RIGHT,
    "wewenang": POWER,
    "kewenangan": POWER,
    "larangan": BAN,
}
_FIRST_OF_MODALS = frozenset(
    [*_HAVE, *(phrase.partition(" ")[0] for text in _PHRASES.values() for phrase in text.split("|"))]
)
_FIRST_OF_NOUNS = frozenset(noun.partition(" ")[0] for noun in _NOUNS)
BURDENS = frozenset({"beban", "tanggungan", "risiko", "resiko", "pembebanan"})  # "menjadi beban PIHAK KEDUA"
RECEIVING = frozenset("memperoleh menerima mendapat mendapatkan menikmati memperolah mendapakan".split())
RECEIVED = frozenset("diperoleh diterima didapat didapatkan dinikmati".split())

# Verbs in form that say what something is, wants or feels: with a party as subject they make no norm.
_STATIVE = frozenset(
    "merupakan memiliki mempunyai bermaksud berkeinginan berkehendak berminat berpendapat bersifat berbentuk berasal "
    "berada "
    "berkedudukan beralamat bertempat berdomisili bertindak bernama merasa mengalami berhalangan menyadari memahami "
    "mengakui "
    "mengetahui meyakini menyatakan menerangkan menganggap memandang menghendaki menginginkan membutuhkan memerlukan "
    "berlaku "
    "bergerak berwujud bergantung bertujuan berhasil bernaung berdiri".split()
)
_NO_VERB = frozenset(
    "melalui menurut mengenai menjadi meliputi mencakup melainkan meskipun memang media meter menteri metode "
    "mekanisme mereka "
    "merek mesin mental menit menengah mengingat menimbang memperhatikan menunjang meski mesti merata memadai "
    "melekat mendesak "
    "memuaskan mentor menyeluruh mendatang mengikat melawan memaksa mendasar memungkinkan menerus bersama "
    "bersama-sama "
    "berdasarkan beserta berikut berupa berbagai beberapa bermeterai bermaterai berkala berkelanjutan berkas berita "
    "beras "
    "berarti berat besar bersih berturut-turut berlainan berbeda berakhir berakhirnya bersangkutan berkaitan "
    "berkenaan "
    "berhubungan bertentangan berikutnya berjalan berlangsung berkepentingan berkualitas bermutu bermanfaat "
    "bersejarah bertahap "
    "berlebihan berulang bernilai berkesinambungan beriktikad beritikad berbasis berimbang berwenang berhak "
    "berkewajiban "
    "bertanggung bertanggungjawab bertugas bersedia berkomitmen berlandaskan berbadan berjangka beredar bersepakat "
    "berdasar "
    "berjanji berkuasa benda benih bendahara bencana bentuk member medis medik mei melihat bersaing berencana".split()
)
_BARE = frozenset("tunduk patuh taat ikut turut hadir bekerja bekerjasama bekerja-sama".split())
_NO_PASSIVE = frozenset(
    "dinas direktur direktorat direksi dirjen dimana diri dirinya dini dipa disiplin diskusi distribusi dibawah "
    "diatas didalam "
    "diluar diantara diploma digital divisi dinamika diagnosa diagnosis dialog didik digunakannya dimaksud "
    "dimaksudkan disebut "
    "disebutkan diktum diklat disabilitas disertasi disertai dikecualikan dimulai dinilai diskon dibidang disamping "
    "disetiap "
    "dimensi diantaranya ditempat diharapkan dipersamakan dilingkungan dilokasi diwilayah disekitar dikalangan "
    "dihadapan ditingkat dipihak disebelah".split()
)
# Passives that tell of a state or a fact; the agent bears nothing ("dimiliki oleh", "diderita oleh").
_FACTS = frozenset(
    "dimiliki dialami diderita dihadapi diperlukan dibutuhkan dipandang dianggap dikehendaki diketahui dirasakan "
    "diinginkan "
    "disebabkan diakibatkan ditimbulkan dikuasai dikenal dipahami dimengerti diwakili dibentuk dikeluarkan ditunjuk "
    "diminta "
    "dilakukannya dihasilkan dipegang".split()
)
_FORMAL = frozenset(
    "ditandatangani ditanda-tangani disepakati disetujui dibubuhi diparaf disahkan diakui ditanda".split()
)
NOMINAL = ("pe", "ke")  # "penyediaan", "kelalaian": with the suffix -an


@dataclass(frozen=True, slots=True)
class Modal:
    """A modal phrase: what it says, and how many words it takes. explicit: not the mere "akan"."""

    kind: str
    words: int
    explicit: bool = True


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Phrases by their first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    pairs = [(phrase, kind) for kind, text in _PHRASES.items() for phrase in text.split("|")]
    pairs += [(f"{have} {noun}", kind) for have in _HAVE for noun, kind in _NOUNS.items() if have != "dapat"]
    for phrase, kind in pairs:
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append((words, kind))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


def modal_at(words: Sequence[str], at: int) -> Modal | None:
    """The modal phrase that begins at a word, the longest one."""
    if words[at] not in _FIRST_OF_MODALS:
        return None
    for phrase, kind in _table().get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return Modal(kind, len(phrase), phrase not in (("akan",), ("perlu",)))
    return None


def noun_at(words: Sequence[str], at: int) -> tuple[str, int] | None:
    """The modality that a noun names ("kewajiban", "tanggung jawab") and the number of its words."""
    if at < len(words) and words[at] in _FIRST_OF_NOUNS:
        two = " ".join(words[at : at + 2])
        if two in _NOUNS and " " in two:
            return _NOUNS[two], 2
        if words[at] in _NOUNS:
            return _NOUNS[words[at]], 1
    return None


@cache
def is_active(word: str) -> bool:
    """Whether a word is an active verb that makes a norm of a party's sentence: me-, ber-, and a few bare ones."""
    if word in _BARE:
        return True
    if word in _NO_VERB or word in _STATIVE or len(word) < 6:
        return False
    if word.endswith("nya") and not word.endswith(("kannya", "inya")):
        return word.startswith(("meng", "meny", "mem", "men"))
    return word.startswith(("mem", "men", "mel", "mer", "mew", "mey", "mema", "ber"))


@cache
def is_stative(word: str) -> bool:
    """Whether a verb says what the subject is, has or wants: "merupakan", "memiliki", "bermaksud"."""
    return word in _STATIVE


@cache
def is_passive(word: str) -> bool:
    """Whether a word is a passive verb that may carry a norm: "dilaksanakan", not "dimiliki" or "disebut"."""
    if word in _NO_PASSIVE or word in _FACTS or len(word) < 6 or not word.startswith("di"):
        return False
    return not word.endswith("nya")


@cache
def is_formal(word: str) -> bool:
    """Whether a passive names the mere act of agreeing: "ditandatangani", "disepakati"."""
    return word in _FORMAL


def looks_passive(word: str) -> bool:
    """Whether a word has the form of a passive, whatever it says."""
    return len(word) > 5 and word.startswith("di") and word not in _NO_PASSIVE


def is_nominal(word: str) -> bool:
    """Whether a word is a noun made of a verb: "penyediaan", "kelalaian", "ditandatanganinya"."""
    if word.startswith("di") and word.endswith("nya"):
        return True
    stem = word.removesuffix("nya")
    return word != "kemudian" and len(stem) > 6 and stem.startswith(NOMINAL) and stem.endswith("an")


_CLUSTERS = ("tr", "pr", "st", "sk", "kr", "kl", "pl", "sp", "sw", "fr")
_PREFIXES = {**dict.fromkeys("bfv", "mem"), **dict.fromkeys("cdjz", "men"), **dict.fromkeys("ghaiueo", "meng")}
_DROPPED = {"p": "mem", "t": "men", "k": "meng", "s": "meny"}


def activate(passive: str) -> str:
    """The active form of a passive verb: "ditanggung" → "menanggung", "disusun" → "menyusun"."""
    root = passive.removeprefix("di")
    if not passive.startswith("di") or len(root) < 3:
        return passive
    first = root[0]
    if root.startswith(("per", "memper")):
        return "mem" + root
    if root.startswith(_CLUSTERS):
        return {"t": "men", "s": "men", "p": "mem", "k": "meng", "f": "mem"}[first] + root
    if first in _DROPPED:
        return _DROPPED[first] + root[1:]
    return _PREFIXES.get(first, "me") + root
