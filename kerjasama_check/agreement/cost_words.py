"""The words by which a text speaks of costs, and what kind of cost each stands for.

Every pattern is linear: no quantifier inside another, every reach bounded. All are for text in small letters.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from kerjasama_check.agreement.stems import stems_of
from kerjasama_check.indonesian.lazy import lazy

_SAYINGS: list[Saying] = []


class Saying:
    """A way in which a sentence may speak of costs; `bit` stands for it where many are asked about at once."""

    def __init__(self, pattern: str) -> None:
        self.pattern = lazy(pattern)
        self.bit = 1 << len(_SAYINGS)
        _SAYINGS.append(self)

    def search(self, small: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.pattern.search(small, start, end)


@cache
def _stems() -> tuple[tuple[str, int], ...]:
    """The words without which there are no sayings, each with the bits of those that need it."""
    found: dict[str, int] = {}
    for saying in _SAYINGS:
        for stem in stems_of(saying.pattern.pattern):
            found[stem] = found.get(stem, 0) | saying.bit
    return tuple(found.items())


_known: dict[str, int] = {}  # words met so far with their bits: agreements are written in much the same words
_MOST_KNOWN = 20_000


def telling(texts: Iterable[str]) -> dict[str, int]:
    """The words of some texts in small letters that speak of costs, each with the bits of what it may be part of."""
    global _known
    known = _known if len(_known) < _MOST_KNOWN else {}
    words = set[str]().union(*map(str.split, texts))
    new = words - known.keys()
    if new:
        known.update(dict.fromkeys(new, 0) | _bits_of(new))
        _known = known
    return {word: bits for word in words if (bits := known[word])}


def _bits_of(new: Collection[str]) -> dict[str, int]:
    """The words among some that speak of costs, each with its bits."""
    words = f" {' '.join(new)} "
    found: dict[str, int] = {}
    for stem, bits in _stems():
        at = words.find(stem)
        while at >= 0:
            end = words.index(" ", at)
            word = words[words.rindex(" ", 0, at) + 1 : end]
            found[word] = found.get(word, 0) | bits
            at = words.find(stem, end)
    return found


def sayings_in(small: str, words: Mapping[str, int]) -> int:
    """The bits of all sayings that one of the texts given to `telling` may hold; 0 where it speaks of no cost."""
    bits = 0
    for word in words.keys() & small.split():
        bits |= words[word]
    return bits


# ------------------------------------------------------------------ who bears a cost
NOUN = lazy(
    r"\b(?:biaya|pembiayaan|pendanaan|dana|anggaran|ongkos(?:-ongkos)?|belanja|beban\s{1,3}(?:biaya|keuangan)|"
    r"pengeluaran|"
    r"tagihan|pajak(?:-pajak)?|ppn|pph|bea|retribusi|premi|asuransi|iuran|upah|gaji|honor(?:arium)?|harga|"
    r"konsumsi|akomodasi|transpor\w{0,5}|perjalanan|pemeliharaan|perawatan|perbaikan|kerusakan|penggantian|kerugian|"
    r"penyediaan|pengadaan|pemasangan|modal|kegiatan|pelaksanaan|kebutuhan|listrik|sewa|program)\b"
)
MONEY_NOUN = lazy(
    r"\b(?:biaya\w{0,3}|pembiayaan\w{0,3}|pendanaan|dana|anggaran|ongkos\w{0,7}|belanja|beban|pengeluaran|"
    r"tagihan|pajak\w{0,6}|ppn|pph|bea|"
    r"retribusi|premi|asuransi|iuran|pnbp|upah|gaji|honor\w{0,5}|harga|modal|(?<!objek\s)sewa|tarif|uang|"
    r"imbalan|denda)\b"
)
# The passive: the bearer follows.
BEARING = Saying(
    r"\b(?P<open>di\s?bebankan|di\s?tanggung|dipikul|bersumber|berasal\s{1,3}dari|dibiayai|didanai|dialokasikan|"
    r"dianggarkan|"
    r"dibayarkan\s{1,3}dari|diambil\s{1,3}dari|menggunakan\s{1,3}(?:dana|anggaran)|merupakan\s{1,3}(?:beban|"
    r"tanggung\s?jawab|kewajiban)|"
    r"menjadi\s{1,3}(?:be\w?ban|tanggung\s?an|tanggung\s{0,3}jawab|kewajiban|urusan)|disediakan\s{1,3}(?:oleh|"
    r"dari|dalam|pada)|"
    r"adalah\s{1,3}(?:beban|tanggung\s{0,3}jawab)|ditopang|dilakukan\s{1,3}(?:atas\s{1,3}beban|secara\s{1,3}bersama)|"
    r"menjadi\s{1,3}kewenangan|diberatkan)\b"
)
# The active: the bearer goes before.
ACTIVE = Saying(
    r"\b(?:menang?gung|menganggung|membiayai|mendanai|memikul|menganggarkan|mengalokasikan|membebankan|"
    r"(?:menyediakan|menyiapkan|mengupayakan|mengusahakan)\s{1,3}(?:\w{1,14}\s{1,3}){0,2}(?:anggaran|dana|"
    r"pendanaan|pembiayaan|biaya)|"
    r"ber?tanggung\s{0,3}jawab\s{1,3}(?:penuh\s{1,3}|sepenuhnya\s{1,3})?(?:atas|terhadap|untuk|"
    r"dalam)\s{1,3}(?:\w{1,14}\s{1,3}){0,2}"
    r"(?:biaya|pembiayaan|pendanaan|pembayaran|pajak|upah|gaji))\b"
)
DEFERRED = lazy(
    r"\b(?:(?:akan\s{1,3})?(?:diatur|ditentukan|ditetapkan|dituangkan|disepakati|dibahas|dibicarakan|dirinci|"
    r"dijabarkan|diperhitungkan|"
    r"dilakukan|ditindaklanjuti|dilaksanakan|disesuaikan|mengacu|mengikuti|merujuk|sesuai|dirundingkan|"
    r"dimusyawarahkan|ditanggulangi|dicantumkan|diusahakan|atas\s{1,3}dasar\s{1,3}kesepakatan|"
    r"berdasarkan\s{1,3}kesepakatan))\b"
)
# Costs as such: the noun that opens a financing clause.
FINANCING = Saying(r"\b(?:biaya|pembiayaan|pendanaan|anggaran|ongkos|dana|pendanaannya|pembiayaannya)\b")
NEGATED = lazy(
    r"\b(?:tidak|bukan|tanpa|belum)\s{1,3}(?:akan\s{1,3}|dapat\s{1,3}|boleh\s{1,3}|merupakan\s{1,3}|"
    r"menjadi\s{1,3}|lagi\s{1,3}|"
    r"bisa\s{1,3}|pernah\s{1,3}|ber|men|me|di|ada\s{1,3}|dibenarkan\s{1,3}){0,2}$"
)

# ------------------------------------------------------------------ paying
PAYS = Saying(
    r"\b(?:membayar(?:kan)?|melunasi|mentransfer|menyetor(?:kan)?|mencairkan|"
    r"(?:melakukan|melaksanakan|menyelesaikan|memproses)\s{1,3}(?:proses\s{1,3})?(?:pembayaran|pencairan|"
    r"pelunasan|penyetoran|pemotongan)|"
    r"memotong|mengembalikan|mengganti|menyalurkan\s{1,3}(?:dana|bantuan|hibah|penghasilan|gaji)|"
    r"(?:memberikan|menyerahkan|menyediakan|memberi)\s{1,3}(?:dan\s{1,3}memberikan\s{1,3})?(?:\w{1,14}\s{1,3}){0,2}"
    r"(?:pendanaan|dana|imbalan|imbal\s{1,3}jasa|kompensasi|kontribusi|uang|insentif|komisi|fee|honor\w{0,5}|"
    r"upah|gaji|iuran|beasiswa|"
    r"tunjangan|santunan|bagi\s{1,3}hasil|keuntungan|premi|ganti\s{1,3}(?:rugi|kerugian)|penggantian|biaya))\b"
)
PAID = Saying(
    r"\b(?:di\s?bayar(?:kan)?|dilunasi|ditransfer|di\s?setor(?:kan)?|dicairkan|dikenakan|disalurkan|dikembalikan)\b"
)
PAYMENT = Saying(r"\b(?:pembayaran\w{0,3}|pencairan|pelunasan|angsuran|termin|uang\s{1,3}muka|penagihan|invoice)\b")
IS_DONE = lazy(
    r"\b(?:dilakukan|dilaksanakan|dibayarkan?|dilunasi|diberikan|diselesaikan|ditransfer|dibagi|dicairkan|"
    r"disetor\w{0,3}|sebesar|"
    r"menggunakan|melalui|dapat\s{1,3}dilakukan|secara\s{1,3}(?:bertahap|sekaligus|tunai)|paling\s{1,3}lambat|"
    r"\d{1,3}\s?%)"
)
PRICE = Saying(
    r"\b(?P<what>(?:(?:besar(?:an|nya)?|jumlah|total|nilai|harga|tarif|biaya|dana|honorarium|upah|sewa|uang|"
    r"kontribusi|iuran|anggaran|imbalan|fee|"
    r"pagu)\s{1,3}){1,3})"
)
SUM_OF = lazy(r"\b(?:sebesar|sejumlah|senilai|adalah|yaitu|disepakati|seharga)\b")
RECEIVES = Saying(
    r"\b(?:menerima|memperoleh|mendapat(?:kan)?)\s{1,3}(?:(?!kewenangan|hak\b|informasi|izin|"
    r"untuk)\w{1,14}\s{1,3}){0,3}"
    r"(?:pembayaran|biaya|dana|pendanaan|imbalan|imbal\s{1,3}jasa|honor\w{0,5}|upah|gaji|kontribusi|fee|"
    r"kompensasi|uang|insentif|komisi|"
    r"bagi\s{1,3}hasil|tunjangan|ganti\s{1,3}rugi|keuntungan|beasiswa|hibah)\b"
)

# ------------------------------------------------------------------ providing
PROVIDES = Saying(
    r"\b(?P<verb>menyediakan|menyiapkan|mempersiapkan|memasang|membangun|mendirikan|memelihara|merawat|melatih|"
    r"mengadakan|meminjamkan|meminjampakaikan|"
    r"menghibahkan|menyewa(?:kan)?|memperbaiki|mengasuransikan|merenovasi|merehabilitasi|menanamkan|melengkapi|"
    r"menyerahkan|"
    r"memfasilitasi|memenuhi|mencetak|membeli|menginstal(?:asi)?|memberi(?:kan)?|menyelenggarakan|melaksanakan|"
    r"melakukan|mengembangkan|"
    r"mendaftarkan|mengikutsertakan|"
    r"(?:membantu|melakukan|melaksanakan|mendukung|menjamin)\s{1,3}(?:penyediaan|pengadaan|pemasangan|instalasi|"
    r"pembangunan|"
    r"pemeliharaan|perawatan|perbaikan|renovasi)|"
    r"penyediaan|pemberian|pemasangan|pembangunan|pemeliharaan|pengadaan|penyelenggaraan|pelaksanaan|"
    r"menyelenggaraan)\b"
)
PROVIDED = Saying(
    r"\b(?:disediakan|disiapkan|dipasang|dibangun|dipelihara|dirawat|diadakan|dilengkapi|diselenggarakan|"
    r"dipenuhi|difasilitasi|diberikan|"
    r"dihibahkan|dipinjamkan|diperbaiki|diasuransikan|dilaksanakan)\b(?P<rest>[^.;]{0,60}?)\boleh\b"
)
# Verbs that name a cost only with an object that does.
_WEAK = lazy(
    r"(?:melaksanakan|melakukan|menyelenggara\w*|pelaksanaan|penyelenggaraan|memberi(?:kan)?|pemberian|"
    r"menyerahkan|memfasilitasi|memenuhi|"
    r"mengadakan|pengadaan|mengembangkan|melengkapi|mempersiapkan|mendaftarkan|mengikutsertakan)\Z"
)
_NO_COST = lazy(
    r"\b(?:data|informasi|dokumen|laporan|keterangan|daftar|jadwal|akses|surat|izin|ijin|pedoman|petunjuk|"
    r"kesempatan|dukungan|masukan|"
    r"nilai|rekomendasi|persetujuan|pengakuan|bukti|salinan|proposal|program|materi|kurikulum|regulasi|"
    r"kemudahan|waktu|hak|kuasa|"
    r"sertifikat|piagam|konsep|rancangan|administrasi|peserta|mahasiswa|siswa|calon|hasil|harga|sanksi|"
    r"mekanisme|prosedur|penjelasan|arahan|"
    r"perlindungan|jaminan|kepastian|kewenangan|tugas|seluruh\s{1,3}kewajiban|koordinasi|sosialisasi|publikasi|"
    r"promosi|evaluasi|monitoring|supervisi)\b"
)
# What is provided, the first that stands in the object counts. Order of the list breaks ties at the same place.
_OBJECTS: tuple[tuple[str, str], ...] = (
    ("honorarium", r"honor\w{0,5}|uang\s{1,3}(?:saku|harian)|bantuan\s{1,3}uang|insentif|vakasi|teken\s{1,3}prestasi"),
    ("asuransi-pajak", r"premi\s{1,3}asuransi|(?:iuran\s{1,3}|premi\s{1,3})?bpjs|asuransi|pajak(?:-pajak)?|"
                       r"ppn|pph|bea\s{1,3}m[ae]t\w{0,5}|retribusi|"
                       r"jaminan\s{1,3}(?:kematian|kecelakaan|kesehatan|sosial)"),
    ("upah-premi", r"upah|gaji|premi|tunjangan\s{1,3}hari\s{1,3}raya|thr|pesangon"),
    ("hibah", r"hibah|beasiswa|bantuan\s{1,3}(?:dana|keuangan|biaya|pendidikan|modal|sosial)|santunan|donasi|"
              r"dana\s{1,3}csr"),
    ("perjalanan", r"transpor\w{0,5}|akomodasi|penginapan|perjalanan(?:\s{1,3}dinas)?|tiket|uang\s{1,3}lumpsum|"
                   r"mobilisasi"),
    ("umum", r"anggaran|dana|pendanaan|pembiayaan|biaya"),
    ("pelatihan", r"pelatihan|latihan|bimbingan\s{1,3}teknis|bimtek|diklat|training|workshop|lokakarya|kursus|"
                  r"magang\s{1,3}bersertifikat|"
                  r"pendidikan\s{1,3}dan\s{1,3}pelatihan|in\s{1,3}house\s{1,3}training|pembekalan"),
    ("pemeliharaan", r"pemeliharaan|perawatan|perbaikan|maintenance|servis"),
    ("sewa", r"sewa"),
    ("pembangunan", r"pembangunan|renovasi|rehabilitasi|konstruksi"),
    ("sarana", r"sarana|prasarana|fasilitas(?!\s{1,3}(?:kredit|pembiayaan|pinjaman|khusus))|ruang(?:an)?|tempat|"
               r"gedung|lahan|lokasi|aula|laborator\w{1,6}|jaringan|kantor|asrama|infrastruktur|"
               r"bangunan|tanah|kamar|kelas|stan|stand|booth|server|internet|bandwidth|aplikasi|sistem|"
               r"perangkat\s{1,3}lunak|hosting|loket|konter|counter|"
               r"mess|workshop\s{1,3}kerja|bengkel|perpustakaan|studio|lapangan|area|poliklinik|klinik"),
    ("barang", r"alat|peralatan|bahan|barang|konsumsi|atk|seragam|buku|perangkat|komputer|laptop|kendaraan|"
               r"obat(?:-obatan)?|papan|spanduk|banner|"
               r"bibit|benih|logistik|makan\w{0,3}|snack|mesin|meubel\w{0,3}|mebel\w{0,3}|modul|pakaian|ternak|"
               r"kambing|sapi|pupuk|pakan|vaksin\w{0,4}|"
               r"kebutuhan|perlengkapan|suku\s{1,3}cadang|material|sampel|kartu|stiker|koleksi|"
               r"bahan\s{1,3}pustaka|mobil|sepeda|ambulans|listrik|air"),
    ("jasa", r"tenaga|narasumber|nara\s{1,3}sumber|instruktur|pembimbing|mentor|dosen|ahli|personil|personel|"
             r"petugas|fasilitator|pengajar|"
             r"sumber\s{1,3}daya\s{1,3}manusia|sdm|pendamping\w{0,2}|konsultan|operator|teknisi|guru|pelatih|"
             r"pengawas|tutor|tim"),
)  # fmt: skip


@cache
def _objects() -> re.Pattern[str]:
    parts = (f"(?P<{name.replace('-', '_')}>{words})" for name, words in _OBJECTS)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")


def object_category(text: str) -> tuple[str, int] | None:
    """(category, offset) of the first costly thing that a text in small letters names; None where it names none."""
    match = _objects().search(text)
    return ((match.lastgroup or "lainnya").replace("_", "-"), match.start()) if match else None


def is_weak(verb: str) -> bool:
    return _WEAK.match(verb) is not None


def costless(text: str, before: int) -> bool:
    """A thing without a cost of its own (data, a report, an opportunity) stands before the costly word."""
    match = _NO_COST.search(text, 0, max(before, 0))
    return match is not None


_VERB_CATEGORY = {
    "memelihara": "pemeliharaan", "merawat": "pemeliharaan", "memperbaiki": "pemeliharaan",
    "pemeliharaan": "pemeliharaan",
    "membangun": "pembangunan", "mendirikan": "pembangunan", "merenovasi": "pembangunan",
    "merehabilitasi": "pembangunan",
    "pembangunan": "pembangunan", "perawatan": "pemeliharaan", "perbaikan": "pemeliharaan", "renovasi": "pembangunan",
    "melatih": "pelatihan", "menghibahkan": "hibah", "menyewa": "sewa",
    "mengasuransikan": "asuransi-pajak",
}  # fmt: skip
_THING = frozenset({"sarana", "barang", "pembangunan", "sewa", "pemeliharaan"})
_ABSTRACT = lazy(
    r"\b(?:kerja\s?sama|komunikasi|hubungan|kepercayaan|citra|jejaring|kemitraan|koordinasi|kerahasiaan|"
    r"nama\s{1,3}baik|ketertiban|"
    r"keamanan|suasana|budaya|karakter|kapasitas|masyarakat|sinergi|zona\s{1,3}integritas|semangat|arsip|"
    r"kebersihan|kesehatan|silaturahmi|ekosistem)\b"
)


def provided_category(verb: str, rest: str) -> str | None:
    """The category of a thing that is provided, None where it costs nothing that can be named.

    rest: what follows the verb, up to the end of the sentence. Both in small letters.
    """
    verb = verb.split()[-1]
    rest = rest[:200]
    found = object_category(rest)
    own = _VERB_CATEGORY.get(verb)
    if own in ("pelatihan", "hibah", "asuransi-pajak"):
        return own
    if own in ("pembangunan", "pemeliharaan"):
        if _ABSTRACT.search(rest[:60]):
            return None
        return own if found is not None and found[1] <= 70 and found[0] in _THING | {"jasa"} else None
    if found is None:
        return own
    category, at = found
    if at > (45 if is_weak(verb) else 90) or costless(rest, at):
        return None
    if own == "sewa" or verb in ("menyewakan",):
        return "sewa"
    return _weak_category(verb, category) if is_weak(verb) else category


def _weak_category(verb: str, category: str) -> str | None:
    """A verb such as "melakukan" costs only with training, upkeep or works; "memberikan" also with things and money."""
    if re.match(r"(?:melaksanakan|melakukan|menyelenggara|pelaksanaan|penyelenggaraan|mengembangkan)", verb):
        return category if category in ("pelatihan", "pemeliharaan", "pembangunan") else None
    if verb == "mempersiapkan":
        return category if category in _THING | {"jasa"} else None
    if re.match(r"(?:mengikutsertakan|mendaftarkan)", verb):
        return category if category in ("upah-premi", "asuransi-pajak") else None
    if re.match(r"(?:menyerahkan|memenuhi|melengkapi)", verb):
        return category if category in ("barang", "hibah", "sarana") else None
    return category


# ------------------------------------------------------------------ kinds of money
_MONEY: tuple[tuple[str, str], ...] = (
    ("lainnya", r"ganti\s{1,3}(?:rugi|kerugian)|mengganti|penggantian|kerugian|kerusakan|denda|sanksi|"
                r"mengembalikan|dikembalikan|"
                r"disetor\w{0,3}\s{1,3}kembali|bagi\s{1,3}hasil|kekurangan\s{1,3}bayar|kelebihan\s{1,3}bayar"),
    ("honorarium", r"honor\w{0,5}|uang\s{1,3}(?:saku|harian)|vakasi|teken\s{1,3}prestasi|insentif"),
    ("asuransi-pajak", r"premi\s{1,3}asuransi|(?:iuran\s{1,3}|premi\s{1,3})?bpjs|asuransi|pajak(?:-pajak)?|"
                       r"ppn|pph|bea\s{1,3}m[ae]t\w{0,5}|retribusi|"
                       r"jaminan\s{1,3}(?:kematian|kecelakaan|kesehatan)|bea"),
    ("upah-premi", r"upah|gaji|premi|tunjangan\s{1,3}hari\s{1,3}raya|thr|pesangon|remunerasi|penghasilan"),
    ("hibah", r"hibah|beasiswa|santunan|donasi"),
    ("sewa", r"sewa"),
    ("perjalanan", r"transpor\w{0,5}|akomodasi|penginapan|perjalanan|mobilisasi"),
    ("pemeliharaan", r"pemeliharaan|perawatan|perbaikan"),
    ("pelatihan", r"pelatihan|bimbingan\s{1,3}teknis|diklat|training"),
    ("sarana", r"sarana|prasarana|fasilitas"),
    ("barang", r"konsumsi|bahan|peralatan|seragam|atk|listrik|kebutuhan"),
)  # fmt: skip


@cache
def _money() -> re.Pattern[str]:
    parts = (f"(?P<{name.replace('-', '_')}>{words})" for name, words in _MONEY)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")


def money_category(text: str) -> str | None:
    """The special kind of cost that a text in small letters speaks of, None for none of them."""
    match = _money().search(text)
    return (match.lastgroup or "lainnya").replace("_", "-") if match else None
