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
    (
        MEMORANDUM,
        r"MEMORANDUM \w{1,3} UNDERSTANDING|MEMORANDUM OF [A-Z]+(?: ON| AND| FOR|$)?|MEMORANDUM SALING PENGERTIAN|"
        r"MEMORANDUM$|MOU$",
    ),
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

# A line that starts so is the name of another document, or only speaks of an agreement; the key says which.
_OTHER_DOCUMENTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (key, re.compile(rf"(?:{pattern})"))
    for key, pattern in (
        ("minutes", r"BERITA ACARA|NOTULEN|NOTULA|RISALAH|TANDA TERIMA|BUKTI|MINUTES OF"),
        ("report", r"LAPORAN|REPORT\b|ABSTRA[KC]|SKRIPSI|MAKALAH|JURNAL|ARTIKEL|NASKAH AKADEMIK|KAJIAN|TELAAH"),
        ("terms-of-reference", r"KERANGKA ACUAN|TERMS? OF REFERENCE|PROPOSAL|RENCANA KERJA DAN SYARAT"),
        (
            "decision",
            r"(?:SALINAN )?(?:SURAT )?KEPUTUSAN|(?:SALINAN )?PERATURAN|UNDANG UNDANG|INSTRUKSI|SURAT (?:EDARAN|TUGAS)|"
            r"SURAT PERINTAH (?!KERJA)|PEDOMAN|PANDUAN|PETUNJUK|STANDAR OPERASIONAL|QANUN",
        ),
        (
            "one-sided",
            r"(?:SURAT |LEMBAR )?PERNYATAAN|PAKTA INTEGRITAS|SURAT (?:KUASA|KETERANGAN|KESANGGUPAN|JAMINAN)|WA ?AD\b|"
            r"(?:PERJANJIAN|KONTRAK) (?:KINERJA|KULIAH|PERKULIAHAN|BELAJAR)|DEKLARASI",
        ),
        ("letter-of-intent", r"(?:SURAT )?(?:LETTER OF INTENT|PERNYATAAN KEHENDAK|SURAT MINAT)"),
        ("official-note", r"NOTA DINAS|NOTA PERTIMBANGAN|MEMO(?: DINAS| INTERNAL)?$|LEMBAR DISPOSISI|DISPOSISI"),
        (
            "letter",
            r"SURAT (?:PENGANTAR|UNDANGAN|PERMOHONAN|PENAWARAN|PENUNJUKAN|PESANAN|PERSETUJUAN)|UNDANGAN|PENGUMUMAN",
        ),
        (
            "terms-of-use",
            r"(?:SYARAT|KETENTUAN)(?: SYARAT)? (?:DAN|&) (?:KETENTUAN|SYARAT)|KETENTUAN (?:LAYANAN|PENGGUNAAN)|"
            r"KEBIJAKAN|PRIVACY POLICY|TERMS (?:OF (?:USE|SERVICE)|AND CONDITIONS)",
        ),
        ("bill", r"INVOICE|KWITANSI|KUITANSI|FAKTUR|PURCHASE ORDER|TAGIHAN"),
        ("other-document", r"MEMORANDUM INFORMASI|PROSPEKTUS|DAFTAR\b|SERTIFIKAT|PIAGAM PENGHARGAAN|FORMULIR|JADWAL"),
    )
)
_NOT_BEFORE_A_TITLE = frozenset(
    re.findall(
        r"\w+",
        "PERIHAL HAL TENTANG LAPORAN PROPOSAL DAFTAR ACUAN DASAR DALAM DENGAN PADA ISI DARI ATAS UNTUK OLEH YANG DAN "
        "BERDASARKAN SESUAI MENGENAI TERHADAP MELALUI LAMPIRAN PASAL BAB RUANG LINGKUP KERANGKA BERITA NOMOR FORMAT "
        "BUKTI PENCATATAN PELAKSANAAN JANGKA PEMBATALAN OBJEK OBYEK ISI INI SUATU SEBUAH KONSEP RENCANA",
    )
)
_RUNNING_TEXT = re.compile(r"\b(?:INI|YANG|AKAN|DALAM|UNTUK|TERSEBUT|THIS|WHICH|SHALL|WILL)\b")
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
        if _other_document(words):
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
    running = _RUNNING_TEXT.search(words)
    return words.count(" ") < 10 and letters[:1] == [c.upper() for c in letters[:1]] and not running


def _other_document(words: str) -> str | None:
    """The key of another document whose name a folded line begins with."""
    return next((key for key, pattern in _OTHER_DOCUMENTS if pattern.match(words)), None)


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
            match = pattern.match(folded[index], start)
            if not match and not pattern.pattern.startswith("(?:(?:[A-Z]+"):  # free words would take in any line above
                match = pattern.match(joined, start)
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
    in_title_case = skip == 1 and kind == MEMORANDUM and len(line.split()) <= 5
    return not (capitals or in_title_case) or kind in ("perjanjian", ADDENDUM)


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


_OWN_NAMES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{pattern}) (?:INI|THIS)\b|\bTHIS (?:{pattern})\b"))
    for kind, pattern in (
        (ADDENDUM, r"ADD?ENDUM|AM[AE]NDEMEN"),
        (MEMORANDUM, r"MEMORANDUM(?: OF UNDERSTANDING)?|MOU"),
        (UNDERSTANDING, r"NOTA KESEPAHAMAN(?: BERSAMA)?|(?:PIAGAM )?KESEPAHAMAN(?: BERSAMA)?"),
        (JOINT_ACCORD, r"(?:NASKAH |NOTA )?KESEPAKATAN BERSAMA"),
        (ACCORD, r"NOTA KESEPAKATAN"),
        (CONTRACT, r"SURAT PERJANJIAN(?: KERJA ?SAMA)?|KONTRAK|SPK"),
        (COOPERATION, r"(?<!SURAT )PERJANJIAN KERJA ?SAMA|PKS|NASKAH KERJA ?SAMA"),
    )
)


def kind_by_own_name(text: str) -> str | None:
    """The kind by what a text calls itself ("Nota Kesepahaman ini …"), for a title that could not be read.

    None where it does not name itself twice.
    """
    folded = fold(text)
    counts = [(sum(1 for _ in pattern.finditer(folded)), kind) for kind, pattern in _OWN_NAMES]
    most = max(counts, key=lambda pair: pair[0])
    return most[1] if most[0] > 1 else None


# ---------------------------------------------------------------------------------------------------------------------
# Agreement or not


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether a document is an agreement. score 0–1, how much speaks for it; reason: a key of REASONS, why (not)."""

    is_agreement: bool
    score: float
    reason: str


REASONS: dict[str, dict[str, str]] = {
    "agreement": {"id": "Dokumen ini sebuah perjanjian.", "en": "This is an agreement."},
    "letter": {"id": "Dokumen ini surat, bukan perjanjian.", "en": "This is a letter, not an agreement."},
    "letter-of-intent": {
        "id": "Dokumen ini pernyataan kehendak (letter of intent), belum perjanjian.",
        "en": "This is a letter of intent, not yet an agreement.",
    },
    "minutes": {
        "id": "Dokumen ini berita acara, risalah, atau tanda bukti, bukan perjanjian.",
        "en": "These are minutes, a handover record or a receipt, not an agreement.",
    },
    "report": {
        "id": "Dokumen ini laporan atau karya tulis, bukan perjanjian.",
        "en": "This is a report or a paper, not an agreement.",
    },
    "terms-of-reference": {
        "id": "Dokumen ini kerangka acuan atau proposal, bukan perjanjian.",
        "en": "These are terms of reference or a proposal, not an agreement.",
    },
    "decision": {
        "id": "Dokumen ini keputusan, peraturan, atau pedoman, bukan perjanjian.",
        "en": "This is a decision, a regulation or a guideline, not an agreement.",
    },
    "one-sided": {
        "id": "Dokumen ini pernyataan satu pihak, bukan perjanjian.",
        "en": "This is a statement of one side, not an agreement.",
    },
    "official-note": {
        "id": "Dokumen ini nota dinas, bukan perjanjian.",
        "en": "This is an internal note, not an agreement.",
    },
    "terms-of-use": {
        "id": "Dokumen ini syarat dan ketentuan atau kebijakan, bukan perjanjian yang ditandatangani para pihak.",
        "en": "These are terms of use or a policy, not an agreement signed by parties.",
    },
    "bill": {"id": "Dokumen ini tagihan atau kuitansi, bukan perjanjian.", "en": "This is a bill, not an agreement."},
    "other-document": {"id": "Dokumen ini bukan perjanjian.", "en": "This document is not an agreement."},
    "no-agreement-title": {
        "id": "Judul dan para pihak sebuah perjanjian tidak ditemukan.",
        "en": "Neither the title nor the parties of an agreement were found.",
    },
    "no-parties": {
        "id": "Judulnya seperti perjanjian, tetapi tidak ada pihak yang mengikatkan diri.",
        "en": "The title is that of an agreement, but no parties bind themselves.",
    },
    "too-short": {
        "id": "Teksnya terlalu pendek untuk sebuah perjanjian.",
        "en": "The text is too short for an agreement.",
    },
}

_LETTER_MARKS = (
    re.compile(r"(?:KEPADA )?YTH\b|KEPADA YANG TERHORMAT|DEAR\b"),
    re.compile(r"(?:PERIHAL|HAL)\b(?! HAL)|SUBJECT\b"),
    re.compile(r"LAMPIRAN\b|LAMP\b|SIFAT\b"),
)
# What two or more parties that bind themselves write, with its weight.
_EVIDENCE: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (points, re.compile(pattern, re.IGNORECASE))
    for points, pattern in (
        (
            1.0,
            r"para\s+pihak|kedua\s+belah\s+pihak|\b(?:the|both|either|each|neither)\s+(?:two\s+)?(?:part(?:y|ies)|"
            r"universities|sides)",
        ),
        (
            1.0,
            r"\b(?:ber)?sepakat|mengikatkan\s+diri|setuju\s+(?:untuk|mengadakan)|mengadakan\s+(?:perjanjian|"
            r"kerja\s?sama)|"
            r"(?:have|has|hereby|mutually)\s+(?:agree|underst)",
        ),
        (1.0, r"rangkap|eksemplar|kekuatan\s+hukum\s+yang\s+sama|in\s+duplicate|equally\s+(?:valid|authentic)"),
        (0.5, r"untuk\s+dan\s+atas\s+nama|bertindak\s+(?:dalam|selaku|atas)|on\s+behalf\s+of|represented\s+by"),
        (0.5, r"pada\s+hari|bertanda\s?tangan\s+di\s?bawah|dengan\s+rahmat|in\s+witness|made\s+(?:and|on|this)"),
        (0.5, r"\bwajib\b|berkewajiban|\bberhak\b|hak\s+dan\s+kewajiban|\bshall\b"),
        (
            0.5,
            r"jangka\s?waktu|masa\s+(?:berlaku|kontrak|sewa)|terhitung\s+sejak|remain\s+in\s+force|"
            r"effective\s+(?:as|from|for)",
        ),
    )
)
_DEFINED = re.compile(
    r"(?:di\s?sebut(?:kan)?|hereinafter|herein\s+after|referred\s+to\s+as)\b[^.;]{0,60}?[\"“”'(]?\s*"
    r"(pihak\s+(?:pertama|kesatu|kedua|ketiga|ke[\s-]\w+|[IVX1-4]+\b)|[A-Z][A-Z .&-]{1,40})"
)
_DEFINED_ANY_CASE = re.compile(_DEFINED.pattern.replace("|[A-Z][A-Z .&-]{1,40}", ""), re.IGNORECASE)
_PARTY = re.compile(r"pihak\s+(pertama|kesatu|kedua|ketiga|I{1,3}\b|[123]\b)", re.IGNORECASE)
_ARTICLE = re.compile(r"^\W{0,3}(?:pasal|article)\s+(?:\d{1,2}|[IVXL]{1,6})\b", re.IGNORECASE | re.MULTILINE)
_ENOUGH_WITH_TITLE, _ENOUGH_ALONE, _MOST = 1.0, 5.0, 8.0
_SHORT = 60  # words


def agreement_likeness(lines: Sequence[str], text: str) -> Likeness:
    """Whether a text is an agreement of two or more parties; `lines` are its first ones, `text` is all of it.

    The title weighs most: the name of another document settles it. Without a title much more must speak for it.
    """
    found = kind_of(lines)
    evidence = _evidence(text)
    score = min(1.0, (evidence + (3.0 if found else 0.0)) / (_MOST + 3.0))
    other = _named_otherwise(lines, found)
    if other:
        return Likeness(False, min(score, 0.4), other)
    if len(text.split()) < _SHORT:
        return Likeness(False, score, "too-short")
    if evidence >= (_ENOUGH_WITH_TITLE if found else _ENOUGH_ALONE):
        return Likeness(True, score, "agreement")
    return Likeness(False, score, "no-parties" if found else "no-agreement-title")


def _named_otherwise(lines: Sequence[str], found: KindMatch | None) -> str | None:
    """The key of what the document calls itself, or that it opens as a letter, before any title of an agreement."""
    marks: set[int] = set()
    for line in lines[: found.first if found else 60]:
        words = fold(line)
        if not words:
            continue
        if _may_be_title(line, words) and (key := _other_document(heal(words, _VOCABULARY))):
            return "letter" if key == "minutes" and marks else key
        marks.update(i for i, mark in enumerate(_LETTER_MARKS) if mark.match(words))
        if 0 in marks or len(marks) > 1:
            return "letter"
    return None


def _evidence(text: str) -> float:
    weight = sum(points for points, pattern in _EVIDENCE if pattern.search(text))
    labels = {" ".join(match[1].lower().split()) for match in _DEFINED_ANY_CASE.finditer(text)}
    labels |= {match[1].strip().lower() for match in _DEFINED.finditer(text)}
    if len(labels) > 1:
        weight += 1.5
    elif len({match[1].lower() for match in _PARTY.finditer(text)}) > 1:
        weight += 1.0
    return weight + (1.5 if sum(1 for _ in _ARTICLE.finditer(text)) > 2 else 0.0)
