"""From which budget a cost is paid, and whose budget that is."""

from __future__ import annotations

import re

from kerjasama_check.agreement.cost_parties import Parties
from kerjasama_check.agreement.model import Party
from kerjasama_check.agreement.phrases import InSmall
from kerjasama_check.indonesian.closeness import in_small
from kerjasama_check.indonesian.lazy import lazy

SOURCES = ("apbn", "apbd", "pnbp", "blu", "internal", "hibah", "lain-sah")  # in the order of the contract
# What follows these words says where the money goes or how it gets there, not where it comes from.
_GOES_TO = InSmall(
    r"\brekening\b|\bditransfer\b|\bmentransfer\b|\btransfer\b|\batas nama\b|\ba\.\s?n\.|"
    r"\bdisetor\w*\s{1,2}(?:ke|kembali|pada)\b"
)
_STEMS = {  # where they cannot be read off the pattern
    "apbd": ("apb", "a.p", "ap.b", "dpa", "dokumen", "belanja", "rka", "daerah"),
    "lain-sah": ("lain", "sumber", "sah"),
}
_FORMAT = {
    "apbn": r"\bapbn\b|\bdipa\b|pendapatan\s{1,2}dan\s{1,2}belanja\s{1,2}negara|\bdana\s{1,2}dekonsentrasi"
    r"|\btugas\s{1,2}pembantuan"
    r"|anggaran\s{1,2}(?:kementerian|negara)\b|\brupiah\s{1,2}murni\b|"
    r"daftar\s{1,2}isian\s{1,2}pelaksanaan\s{1,2}anggaran",
    "apbd": r"\ba\.?p\.?b\.?d\b|\bapbd\w{0,2}\b|\bdpa(?!s)\w{0,4}\b|dokumen\s{1,2}pelaks?[ak]n?\w{0,4}\s{1,2}anggaran"
    r"|pendapatan\s{1,2}dan\s{1,2}belanja\s{1,2}(?:daerah|kabupaten|kota|provinsi|desa)|\bapbdes\b|"
    r"\brka[-\s]skpd\b|anggaran\s{1,2}daerah\b",
    "pnbp": r"\bpnbp\b|penerimaan\s{1,2}negara\s{1,2}bukan\s{1,2}pajak",
    "blu": r"\bblud?\b|badan\s{1,2}layanan\s{1,2}umum|\brba\b",
    "hibah": r"\bhibah\b",
    "lain-sah": r"sumber(?:\s?[-–]\s?sumber)?\s{1,2}"
    r"(?:(?:dana|pembiayaan|pendanaan|anggaran|penerimaan|biaya)\s{1,2}){0,2}"
    r"(?:lain|lainnya|yang\s{1,2}lain|yang\s{1,2}sah)\b|(?:dana|pembiayaan|pendanaan|biaya|penerimaan|"
    r"pendapatan|anggaran)\s{1,2}"
    r"(?:lain(?:nya)?|dari\s{1,2}luar)\s{1,2}yang\s{1,2}sah|lain\s{1,2}(?:yang|-lain\s{1,2}yang)\s{1,2}sah"
    r"|(?:lainnya|lain)\s{1,2}yang\s{1,2}(?:sah|tidak\s{1,2}mengikat)",
}
_SOURCES = {name: InSmall(pattern, *_STEMS.get(name, ())) for name, pattern in _FORMAT.items()}
_OWN = lazy(
    r"\b(?:anggaran|rkap|rkat|rka|kas|keuangan|pos\s{1,2}biaya|pendapatan)\s{1,2}(?:(?:internal|sendiri|rutin|"
    r"belanja|milik|"
    r"pada|dari|operasional|keuangan|program|kegiatan|tahunan|yang\s{1,2}(?:dimiliki|tersedia|ada)|di|"
    r"lingkungan)\s{1,2}){0,3}"
)
_INTERNAL = InSmall(
    r"\b(?:anggaran|dana|biaya|kas)\s{1,2}(?:internal|sendiri|mandiri|perusahaan|masing\s?[-–—]\s?masing)\b|"
    r"\brkap\b|\brkat\b"
    r"|\brencana\s{1,2}kerja\s{1,2}dan\s{1,2}anggaran\s{1,2}(?:perusahaan|tahunan)\b|\bswadana\b|"
    r"\banggarannya\b|\bkas\s{1,2}desa\b"
)
_SURELY_INTERNAL = lazy(r"\binternal\b|\brkap\b")
_BUDGET = lazy(
    r"\bdipa\b|\bapbde?s?\b|\bdpa\w{0,4}\b|\ba\.p\.b\.d\b|\banggaran\b|\brkap\b|\brkat\b|\bkas\b|"
    r"\bbelanja\s{1,2}daerah\b"
    r"|\bpelaks?[ak]n?\w{0,4}\s{1,2}anggaran\b|\bpnbp\b|\bblud?\b"
)
_WORD = lazy(r"[A-Za-z][A-Za-z.'’-]*|[.;:()]")
_EMPTY = frozenset(
    "dan atau di pada untuk dari yang dengan tahun anggaran nomor satuan kerja skpd opd organisasi perangkat daerah "
    "unit "
    "dokumen pelaksanaan belanja pendapatan kegiatan program ini bagian pemerintah lingkungan milik oleh dipa dpa apbd "
    "apbn republik indonesia".split()
)
_STOP = frozenset(
    {"sesuai", "berdasarkan", "serta", "sebesar", "melalui", "sepanjang", "setelah", "tanggal", ".", ";", ":"}
)


def find_sources(text: str, parties: Parties) -> tuple[str, ...]:
    """The sources that a piece of text names, in the order of the contract's list."""
    small = in_small(text)
    stop = _GOES_TO.search(small)
    if stop is not None:
        text, small = text[: stop.start()], small[: stop.start()]
    found = {name for name in _SOURCES if _SOURCES[name].search(small)}
    if _is_internal(text, small, parties, found):
        found.add("internal")
    return tuple([name for name in SOURCES if name in found])


def _is_internal(text: str, small: str, parties: Parties, found: set[str]) -> bool:
    """The budget of a party that the text does not name further."""
    if _INTERNAL.search(small):
        return found.isdisjoint(("apbn", "apbd", "pnbp", "blu")) or _SURELY_INTERNAL.search(small) is not None
    for match in _OWN.finditer(small):
        mention = next(parties.mentions(text, match.end(), min(len(text), match.end() + 160)), None)
        if mention is not None and mention.start == match.end() and not found & {"apbn", "apbd"}:
            return True
    return False


def owner(text: str, parties: Parties) -> tuple[int, ...]:
    """The party whose budget is named: "DIPA Politeknik …", "APBD Kabupaten …"; () where it is nobody's."""
    small = in_small(text)
    stop = _GOES_TO.search(small)
    scope = text[: stop.start()] if stop else text
    small = small[: len(scope)]
    for match in _BUDGET.finditer(small):
        words = _name_words(scope, match.end())
        best = _best(words, parties)
        if best is not None:
            return (best,)
    if _SOURCES["apbd"].search(small):
        regional = [i for i, party in enumerate(parties.parties) if party.sector == "daerah"]
        return tuple(regional) if len(regional) == 1 and not _foreign_region(scope) else ()
    return ()


def _foreign_region(text: str) -> bool:
    """The region is named, and it is none of the parties (else its name would have been found)."""
    return re.search(r"\bAPBDe?s?\s{1,2}(?:Kabupaten|Kota|Provinsi|Desa)\s{1,2}[A-Z]", text) is not None


def _name_words(text: str, start: int) -> list[str]:
    """The words of the name behind the word for a budget, short words and years left out."""
    words: list[str] = []
    for match in _WORD.finditer(text, start, min(len(text), start + 220)):
        word = match.group().strip(".").casefold() or "."
        if word in _STOP or len(words) > 9:
            break
        if word not in _EMPTY and match.group() not in "()" and match.group()[0].isupper():
            words.append(word)
        elif match.group()[0].islower() and word not in _EMPTY and words:
            break
    return words


def _best(words: list[str], parties: Parties) -> int | None:
    if not words:
        return None
    scores = [_score(words, party) for party in parties.parties]
    best = max(scores, default=0.0)
    return scores.index(best) if best >= 0.5 and scores.count(best) == 1 else None


def _score(words: list[str], party: Party) -> float:
    """The share of the words that the name of a party, or what is said of it, holds."""
    name = " ".join(part for part in (party.institution, party.acts_for, party.office, *party.aliases) if part)
    tokens = {word.strip(".,()").casefold() for word in name.split()}
    tokens |= {initials(party.institution or "")}
    tokens |= {word.casefold() for word in re.findall(r"\b[A-Z]{3,}\b", party.text[:400])}
    return sum(word in tokens for word in words) / len(words)


def initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[:1].isalpha() and word.casefold() not in _EMPTY).casefold()
