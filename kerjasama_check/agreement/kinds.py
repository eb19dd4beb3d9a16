"""The kind of an agreement from its title.

The title decides, never the file name and never a later mention: of the lines of a title block the first one that
reads as the name of a document is taken. Names and their kinds follow the table of the output contract.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kerjasama_check.agreement.fuzzy import fold, heal

ADDENDUM = "adendum"
CONTRACT = "surat-perjanjian"
COOPERATION = "perjanjian-kerja-sama"
MEMORANDUM = "memorandum-of-understanding"
JOINT_ACCORD = "kesepakatan-bersama"
ACCORD = "nota-kesepakatan"
UNDERSTANDING = "nota-kesepahaman"


@dataclass(frozen=True, slots=True)
class KindMatch:
    """The kind line. first, last: indices of the lines that make it (inclusive); text: those lines on one."""

    kind: str
    first: int
    last: int
    text: str


_VOCABULARY = tuple(
    re.findall(
        r"\w+",
        "NOTA KESEPAHAMAN KESEPAKATAN PERJANJIAN KERJASAMA KERJA SAMA BERSAMA PIAGAM NASKAH SURAT IKATAN KONTRAK "
        "ADDENDUM ADENDUM AMANDEMEN AMENDEMEN PERUBAHAN PERPANJANGAN MEMORANDUM UNDERSTANDING AGREEMENT IMPLEMENTATION "
        "ARRANGEMENT COOPERATION SWAKELOLA BERITA ACARA LAPORAN PERNYATAAN PERINTAH",
    )
)

_ORDER = r"(?:PERTAMA|KESATU|KEDUA|KETIGA|KEEMPAT|KELIMA|KEENAM|KE ?\d+|KE [A-Z]+|I{1,3}|IV|V)"
_WORK = r"KERJA ?SAMA"
# A bare "Perjanjian" or "Agreement" with one of these behind it is a contract about a thing, a sum or a piece of work.
_THING = (
    r"SEWA|PENYEWAAN|PERSEWAAN|PENDANAAN|PEMBIAYAAN|PEKERJAAN|KERJA\b(?! ?SAMA)|PEMBORONGAN|PENGADAAN|JUAL|KREDIT|"
    r"PINJAM|HIBAH|PENEMPATAN|JASA|PENUGASAN|SWAKELOLA|PENGGUNAAN|PEMANFAATAN|HUTANG|UTANG|MURABAHAH|ASURANSI"
)

# In the order of trial: the first that matches at the head of the line counts.
_PATTERNS: tuple[tuple[str, str], ...] = (
    (ADDENDUM, rf"(?:{_ORDER} |NASKAH |SURAT |PERJANJIAN |DRAFT )?(?:ADD?ENDUM|AM[AE]ND[AE]?MEN|AMENDMENT)\w*"),
    (ADDENDUM, rf"(?:PERJANJIAN )?PERUBAHAN(?: {_ORDER})?(?: ATAS| TERHADAP| PERJANJIAN| NOTA| KESEPA| PKS|$)"),
    (ADDENDUM, rf"PERPANJANGAN(?: {_ORDER})? (?:ATAS |MASA |JANGKA WAKTU )*(?:PERJANJIAN|NOTA|KESEPA|KONTRAK|{_WORK})"),
    (ADDENDUM, r"PERJANJIAN (?:TAMBAHAN|PERPANJANGAN)"),
    (COOPERATION, r"MEMORANDUM OF AGREEMENT|MOA$"),
    (MEMORANDUM, r"MEMORANDUM OF [A-Z]+(?: ON| AND| FOR|$)?|MEMORANDUM SALING PENGERTIAN|MEMORANDUM$|MOU$"),
    (COOPERATION, r"IMPLEMENT\w+ (?:ARRANGEMENT|AGREEMENT)|ARRANGEMENT\b"),
    (
        UNDERSTANDING,
        r"(?:PIAGAM |NASKAH |SURAT |NOTA |DOKUMEN )?(?:KESEPAHAMAN|KEPAHAMAN|SALING PENGERTIAN)",
    ),
    (COOPERATION, rf"(?:NASKAH |SURAT |PIAGAM |NOTA )?KESEPAKATAN {_WORK}"),
    (JOINT_ACCORD, r"(?:NASKAH |SURAT |PIAGAM |NOTA |DOKUMEN )?KESEPAKATAN BERSAMA"),
    (ACCORD, r"(?:NOTA|DOKUMEN) KESEPAKATAN"),
    (JOINT_ACCORD, r"(?:NASKAH|SURAT|PIAGAM) KESEPAKATAN|KESEPAKATAN$"),
    (CONTRACT, r"(?:DOKUMEN )?SURAT (?:PERJANJIAN|KONTRAK|PERINTAH KERJA)|SPK$"),
    (CONTRACT, r"(?:DOKUMEN |NASKAH )?KONTRAK(?! KINERJA)\b"),
    (COOPERATION, rf"(?:NASKAH |DOKUMEN |PIAGAM |DRAFT )?PERJANJIAN(?: PELAKSANAAN| INDUK| TEKNIS)? {_WORK}"),
    (CONTRACT, rf"(?:NASKAH |DOKUMEN |SURAT )?PERJANJIAN (?:PELAKSANAAN |PEMBERIAN )?(?:{_THING})"),
    (COOPERATION, r"(?:NASKAH |DOKUMEN |PIAGAM )?PERJANJIAN (?:PELAKSANAAN|TEKNIS|KEMITRAAN|KOLABORASI|INDUK)"),
    (COOPERATION, r"PIAGAM PERJANJIAN"),
    ("perjanjian", r"(?:NASKAH |DOKUMEN )?PERJANJIAN(?! KINERJA)\b"),
    (COOPERATION, rf"(?:NASKAH|NOTA|PIAGAM|IKATAN|DOKUMEN|SURAT) {_WORK}"),
    (
        CONTRACT,
        r"(?:[A-Z]+ ){0,2}(?:SALES|SERVICES?|LEASE|RENTAL|LOAN|GRANT|WORK|PURCHASE) (?:AGREEMENT|CONTRACT)",
    ),
    (COOPERATION, r"(?:[A-Z]+ ){0,3}AGREEMENT(?: OF| ON| FOR| BETWEEN|$)"),
    (COOPERATION, rf"{_WORK}$|PKS$"),
)
_COMPILED = tuple((kind, re.compile(rf"(?:{pattern.replace(' ', ' ?')})")) for kind, pattern in _PATTERNS)

# A line that starts so is the name of another document, or only speaks of an agreement.
_OTHER_DOCUMENT = re.compile(
    r"BERITA ACARA|LAPORAN|KERANGKA ACUAN|TERM OF REFERENCE|TERMS OF REFERENCE|PROPOSAL|NOTA DINAS|SURAT (?:KEPUTUSAN|"
    r"PERNYATAAN|KETERANGAN|TUGAS|KUASA|PENGANTAR|UNDANGAN|PERMOHONAN|PENAWARAN|EDARAN|PERINTAH (?!KERJA))|KEPUTUSAN|"
    r"PERATURAN|PERNYATAAN|LETTER OF INTENT|INVOICE|KWITANSI|KUITANSI|UNDANGAN|SYARAT DAN KETENTUAN|KEBIJAKAN|"
    r"MEMORANDUM INFORMASI|PEDOMAN|PANDUAN|DAFTAR|PERJANJIAN KINERJA|STANDAR OPERASIONAL|NOTULEN|SERTIFIKAT|WA ?AD\b"
)
_NOT_BEFORE_A_TITLE = frozenset(
    re.findall(
        r"\w+",
        "PERIHAL HAL TENTANG LAPORAN PROPOSAL DAFTAR ACUAN DASAR DALAM DENGAN PADA ISI DARI ATAS UNTUK OLEH YANG DAN "
        "BERDASARKAN SESUAI MENGENAI TERHADAP MELALUI LAMPIRAN PASAL BAB RUANG LINGKUP KERANGKA BERITA NOMOR FORMAT "
        "PELAKSANAAN JANGKA PEMBATALAN OBJEK OBYEK ISI INI SUATU SEBUAH KONSEP RENCANA",
    )
)
_MAX_WORDS = 24
_MAX_NOISE = 4


def kind_of(lines: Sequence[str]) -> KindMatch | None:
    """The kind line among the lines of a title block (or the first lines of a document), None if there is none.

    A kind that stands on two or three lines ("PERJANJIAN" / "KERJA SAMA") is joined; a little noise before it on its
    line (letters of a logo) is passed over. The name of another document that comes first ends the search.
    """
    folded = [heal(fold(line), _VOCABULARY) if line.strip() else "" for line in lines]
    for index, words in enumerate(folded):
        if not words or not _may_be_title(lines[index], words):
            continue
        if _OTHER_DOCUMENT.match(words):
            return None
        found = _match_at(folded, lines, index)
        if found:
            return found
    return None


def _may_be_title(line: str, words: str) -> bool:
    """A title line is short, and in capitals or in title case without the words of running text."""
    if words.count(" ") >= _MAX_WORDS or line.rstrip().endswith((";", ",")):
        return False
    letters = [c for c in line if c.isalpha()]
    if sum(c.isupper() for c in letters) >= 0.7 * len(letters):
        return True
    return words.count(" ") < 10 and letters[:1] == [c.upper() for c in letters[:1]] and " INI" not in f" {words}"


def _match_at(folded: Sequence[str], lines: Sequence[str], index: int) -> KindMatch | None:
    following = [i for i in range(index + 1, min(index + 4, len(folded))) if folded[i]][:2]
    words = folded[index].split(" ")
    joined = " ".join([folded[index], *(folded[i] for i in following)])
    for skip in range(min(len(words), _MAX_NOISE + 1)):
        if skip and words[skip - 1] in _NOT_BEFORE_A_TITLE:
            return None
        start = len(" ".join(words[:skip])) + (1 if skip else 0)
        for kind, pattern in _COMPILED:
            # A pattern that asks for the end of a line is tried on the line alone, the others across the lines.
            match = pattern.match(folded[index], start) or pattern.match(joined, start)
            if match and not _is_noise_hit(kind, skip, lines[index]):
                last = _last_line(folded, index, following, match.end())
                real = _plain_agreement(folded, index) if kind == "perjanjian" else kind
                return KindMatch(real, index, last, " ".join(" ".join(lines[index : last + 1]).split()))
    return None


def _is_noise_hit(kind: str, skip: int, line: str) -> bool:
    """After noise only a clear name in capitals counts: no "(PKS)", "KERJA SAMA" or "PERJANJIAN" inside a line."""
    if not skip:
        return False
    capitals = sum(c.isupper() for c in line) >= 0.6 * sum(c.isalpha() for c in line)
    return not capitals or kind in ("perjanjian", ADDENDUM)


def _last_line(folded: Sequence[str], index: int, following: Sequence[int], end: int) -> int:
    """The line in which the match ends, and a line behind it that only repeats the kind in brackets or short form."""
    position, last = len(folded[index]), index
    for i in following:
        if end <= position:
            break
        last, position = i, position + 1 + len(folded[i])
    behind = next((i for i in following if i > last), None)
    if behind is not None and re.fullmatch(r"PKS|MOU|MOA|SPK|KONTRAK|BERSAMA|MEMORANDUM OF \w+", folded[behind]):
        return behind
    return last


def _plain_agreement(folded: Sequence[str], index: int) -> str:
    """A title of the one word "Perjanjian": what the rest of the block speaks of."""
    rest = " ".join(folded[index : index + 14])
    return COOPERATION if re.search(_WORK, rest) and not re.search(rf"\b(?:{_THING})", rest) else CONTRACT
