"""What the komparisi says of one party: person, office, body, address, and what the signatory's power rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

from kerjasama_check.agreement.placeholders import filled
from kerjasama_check.agreement.units import squeeze

_FIELD = re.compile(
    r"(?:^|\n|(?<=[\s;,.]))(?P<key>Nama(?:\s+(?:Lengkap|Pejabat|Pimpinan|Perusahaan|Instansi|Lembaga|Sekolah|Badan Usaha))?|Jabatan|Pekerjaan|"
    r"Alamat(?:\s+(?:Kantor|Lengkap|Instansi|Perusahaan))?|Instansi|Lembaga|Perusahaan|NIP|NIK|No\.?\s?KTP|Unit\s+Kerja|Tempat\s+Kedudukan|"
    r"Kedudukan|Telepon|Telp|Email|E-mail|Pangkat(?:\s*/\s*Gol\w*)?)\s*[:=]\s*",
    re.I,
)
_STOP = (
    r"(?:\b(?:dalam\s+hal\s+ini|selanjutnya|untuk\s+selanjutnya|berkedudukan|beralamat|bertempat|yang\s+ber\w+|bertindak|berdasarkan|"
    r"diangkat|sesuai\s+dengan|oleh\s+karena|oleh\s+sebab|dengan\s+alamat|Alamat|sah\s+bertindak|karenanya|sebagaimana|untuk\s+maksud|"
    r"yang\s+dalam|yang\s+mewakili|yang\s*$|sesuai\b|suatu\s+|sebuah\s+|serta\s+|dan\s+oleh|yang\s+selanjutnya|menurut|yang\s+didirikan|yang\s+diangkat|yang\s+dalam|"
    r"bertanggung|untuk\s+dan\s+atas|demi|mewakili|memperhatikan|dan\s+dengan|dan\s+sah|secara\s+sah|sehingga|disebut|dan\s+selaku|"
    r"yang\s+berdasarkan|yang\s+telah|yang\s+untuk|atas\s+nama\s+jabatan)\b|[;\n]|(?<!\bJl)(?<!\bNo)(?<!\bDr)\.\s+(?=[A-Z][a-z]+\s+[a-z]))"
)
_BODY_END = r"(?=\s*,?\s*" + _STOP + r"|,\s*(?:yang|untuk|Jalan|Jl|badan|dengan|NPWP|suatu|beralamat|perguruan|lembaga|dan|Tahun)\b|\s*$)"
_ACTS_FOR = tuple(
    re.compile(start + r"\s*[:;,]?\s+(?P<body>.+?)" + _BODY_END, re.I | re.S)
    for start in (
        r"\b(?:untuk\s+(?:dan\s+|serta\s+)?atas\s*nama|(?:dan|serta)\s+atas\s*nama|for\s+and\s+on\s+behalf\s+of)",
        r"\b(?:(?:bertindak|selaku|sah|kuasa)\s+(?:mewakili|atas\s+nama)|mewakili|atas\s+nama|bertindak\s+untuk)",
    )
)
_REPRESENTED = re.compile(
    r"\bdiwakili\s+(?:secara\s+sah\s+|dalam\s+hal\s+ini\s+)?oleh\s*:?\s+(?P<name>.+?)(?=\s*,?\s*(?:selaku|sebagai|jabatan|dalam|yang|bertindak|berdasarkan|Jabatan)\b|\s*[;\n])", re.S
)
_OFFICE = re.compile(
    r"\b(?:selaku\s+(?!demikian)|dalam\s+(?:jabatannya|kedudukannya|kapasitasnya|jabatan)\s+(?:selaku|sebagai)\s+|jabatan\s*:?\s*(?:selaku|sebagai)?\s+|"
    r"yang\s+menjabat\s+(?:sebagai|selaku)\s+|menjabat\s+(?:sebagai|selaku)\s+|bertindak\s+(?:selaku|sebagai)\s+|jabatannya\s+(?:selaku|sebagai)\s+)"
    r"(?P<office>.+?)(?=\s*,?\s*" + _STOP + r"|,\s*(?:yang|Jalan|Jl|dengan|NIP|dan)\b|\s*$)",
    re.I | re.S,
)
_ADDRESS = re.compile(
    r"\b(?:berkedudukan|beralamat|beralamatkan|bertempat\s+(?:tinggal|kedudukan)|alamat(?:\s+kantor)?|kedudukan)\s*(?:kantor\s*)?(?:di|pada|:)?\s*:?\s+(?P<address>.+?)"
    r"(?=\s*,?\s*(?:\b(?:dalam\s+hal\s+ini|(?:yang\s+|untuk\s+)?selanjutnya|bertindak|dalam\s+jabatan\w*|berdasarkan|untuk\s+dan|sah\s+bertindak|oleh\s+karena|"
    r"yang\s+dalam|Pekerjaan|Telepon|Telp|Jabatan|NIK)\b|;|\n|$))",
    re.I | re.S,
)
_BASIS = re.compile(
    r"\b(?:Surat\s+Keputusan|Keputusan|Surat\s+Kuasa|Surat\s+Tugas|Surat\s+Perintah|Peraturan\s+(?:Daerah|Presiden|Menteri|Pemerintah|Gubernur|Bupati|Wali)|Akta|Akte|"
    r"Keppres|Kepmen\w*|SK\b|Undang-Undang|Anggaran\s+Dasar|Penetapan|Surat\s+Penunjukan|Surat\s+Mandat|Instruksi|Surat\s+Pengesahan|Berita\s+Acara)"
    r".{0,260}?(?=;|\n|,?\s*(?:dalam\s+hal\s+ini|bertindak|(?:yang\s+|untuk\s+)?selanjutnya|berkedudukan|beralamat|sah\s+bertindak|oleh\s+karena)|$)",
    re.S,
)
_PERSON_END = re.compile(
    r"\s*(?:[:;|]|\s[1!]\s(?=[A-Z])|,?\s+(?=(?:selaku|Selaku|SELAKU|jabatan|Jabatan|yang\s|dalam\s+(?:hal|jabatan|kedudukan)|bertindak|sebagai|dengan\s+jabatan|"
    r"NIP|NIK|NRP|pekerjaan|lahir|umur|warga|pemegang|beralamat|bertempat|berkedudukan|adalah|untuk|mewakili|berdasarkan|diangkat)\b)|"
    r",\s+(?=(?:Pj\.?|Plt\.?|Plh\.?)?\s*(?:Rektor|Wakil|Pembantu|Direktur|Direktris|Kepala|Dekan|Ketua|Bupati|Gubernur|Wali|Sekretaris|Menteri|Pimpinan|Pemimpin|Manager|Manajer|General|Branch|"
    r"Komandan|Panglima|Camat|Lurah|Kapol|Presiden|Deputi|Koordinator|Pejabat|Inspektur|Pemilik|Pgs|Pjs|Chief|Area|Regional|Vice|Rector|Dean|Head|Asisten|Staf|Danrem|Kuasa)\b))"
)
_TITLE_WORDS = re.compile(
    r"\b(?:Rektor|Wakil|Pembantu|Direktur|Direktris|Kepala|Dekan|Ketua|Bupati|Gubernur|Wali\s?kota|Sekretaris|Menteri|Pimpinan|Pemimpin|Manager|Manajer|"
    r"Komandan|Camat|Lurah|Presiden|Deputi|Koordinator|Pejabat|Inspektur|Pemilik|Rector|Dean|Head|Kuasa)\b",
    re.I,
)
_SELF = re.compile(r"\b(?:diri\s?(?:nya)?\s+sendiri|pribadi|jabatan(?:nya)?|dirinya)\b", re.I)


@dataclass(frozen=True, slots=True)
class PartyFacts:
    representative: str | None = None
    office: str | None = None
    body: str | None = None  # after "untuk dan atas nama", or a field that names it
    acts_for: str | None = None
    address: str | None = None
    appointment: str | None = None
    himself: bool = False


def read_party_text(text: str) -> PartyFacts:
    """The facts in the text of one party; `text` has a line break between paragraphs and no leading number."""
    fields = _fields(text)
    flat = squeeze(text)
    person, rest = _person(text, fields)
    office = fields.get("jabatan") or _first(_OFFICE, "office", flat)
    if office is None and rest:
        office = _office_behind_name(rest)
    acts = _first(_ACTS_FOR[0], "body", flat) or _first(_ACTS_FOR[1], "body", flat)
    himself = bool(acts and _SELF.match(acts)) or bool(re.search(r"diri(?:nya)?\s?sendiri", flat, re.I))
    body = acts if acts and not _SELF.match(acts) else None
    for key in ("instansi", "lembaga", "perusahaan", "nama perusahaan", "nama instansi", "nama lembaga", "unit kerja"):
        body = body or fields.get(key)
    return PartyFacts(
        representative=_clean(person),
        office=_clean(_cut_office(office)),
        body=_clean(_cut_body(body)),
        acts_for=_clean(acts),
        address=_clean(fields.get("alamat") or _first(_ADDRESS, "address", flat)),
        appointment=_appointment(flat),
        himself=himself,
    )


def _fields(text: str) -> dict[str, str]:
    """ "Nama : X / Jabatan : Y" lines by lower-case key."""
    found: dict[str, str] = {}
    matches = list(_FIELD.finditer(text))
    for match, after in zip_longest(matches, matches[1:]):
        value = text[match.end() : after.start() if after else None]
        key = re.sub(r"\s+(?:lengkap|kantor|pejabat|pimpinan)$", "", squeeze(match["key"]).lower())
        value = squeeze(value.split("\n")[0] if "\n" in value.strip() else value)
        if key == "alamat" or after is None:
            value = re.split(r"\b(?:dalam\s+hal|bertindak|(?:untuk\s+|yang\s+)?selanjutnya|Selanjutnya)\b", value)[0]
        found.setdefault(key, value.strip(" ,;.:"))
    return {key: value for key, value in found.items() if value}


def _person(text: str, fields: dict[str, str]) -> tuple[str | None, str]:
    """(name, what follows it): the words before the office, a colon, or the first comma that is no degree."""
    if "nama" in fields:
        name = re.split(r"\s*[;|]|,\s*(?:selaku|jabatan)\b", fields["nama"])[0]
        return name, ""
    flat = squeeze(text.lstrip(" :.-|"))
    if represented := _REPRESENTED.search(flat):
        return represented["name"], flat[represented.end() :]
    end = _PERSON_END.search(flat)
    if not end or end.start() > 130:
        return (flat, "") if len(flat) < 60 and not _TITLE_WORDS.search(flat) else (None, flat)
    name = flat[: end.start()]
    rest = flat[end.end() :]
    if _TITLE_WORDS.match(name) or re.match(r"(?:PT|CV|Universitas|Pemerintah|Dinas|Yayasan|Koperasi|Bank)\b", name, re.I):
        return None, flat
    words = name.split()
    return (name, rest) if 0 < len(words) <= 16 else (None, flat)


def _office_behind_name(rest: str) -> str | None:
    """The office that follows a name directly: "Kepala Dinas Kesehatan Kota X, berkedudukan di …"."""
    rest = re.sub(r"^(?:adalah|sebagai|selaku|[:;,.|1!\s-])+\s*", "", rest)
    if not _TITLE_WORDS.match(re.sub(r"^(?:Pj\.?|Plt\.?|Plh\.?|Pgs\.?|Para|Wakil)\s+", "", rest)) and not _TITLE_WORDS.search(rest[:40]):
        return None
    end = re.search(r"\s*,?\s*" + _STOP + r"|,\s*(?:yang|Jalan|Jl|dengan|NIP|dan)\b", rest, re.I)
    return rest[: end.start()] if end else rest[:160]


def _cut_office(office: str | None) -> str | None:
    return re.sub(r"^(?:sebagai|selaku)\s+", "", office.strip(" :")) if office else None


def _cut_body(body: str | None) -> str | None:
    return re.sub(r"^(?:\W+|(?:instansi|lembaga|perusahaan)\s*:)\s*", "", body) if body else None


def _first(pattern: re.Pattern[str], group: str, text: str) -> str | None:
    match = pattern.search(text)
    return match[group] if match else None


def _clean(value: str | None) -> str | None:
    if value is None:
        return None
    return filled(squeeze(value).strip(" ,;:|-–—\"“”'‘’(*"))


def _appointment(text: str) -> str | None:
    anchor = re.search(r"\b(?:berdasarkan|sesuai(?:\s+dengan)?|diangkat|didirikan|atas\s+dasar|menurut|dengan)\s+(?=[\w\s]{0,40}?(?:Keputusan|Surat|Akta|Akte|SK\b|Peraturan|Anggaran|Kep\w+|Undang|Penetapan))", text, re.I)
    match = _BASIS.search(text, anchor.start() if anchor else 0)
    return squeeze(match[0]) if match else None
