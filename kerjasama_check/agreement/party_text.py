"""What the komparisi says of one party: person, office, body, address, and what the signatory's power rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile, zip_longest

from kerjasama_check.agreement.placeholders import filled, with_last_dot
from kerjasama_check.agreement.units import squeeze
from kerjasama_check.indonesian.lazy import lazy

_FIELD = lazy(
    r"(?<![^\s;,.])(?=[NJPAILUTKE])(?P<key>Nama(?:\s+(?:Lengkap|Pejabat|Pimpinan|Perusahaan|Instansi|Lembaga|Sekolah|"
    r"Badan Usaha))?|Jabatan|Pekerjaan|"
    r"Alamat(?:\s+(?:Kantor|Lengkap|Instansi|Perusahaan))?|Instansi|Lembaga|Perusahaan|NIP|NIK|No\.?\s?KTP|"
    r"Unit\s+Kerja|Tempat\s+Kedudukan|"
    r"Kedudukan|Telepon|Telp|Email|E-mail|Pangkat(?:\s*/\s*Gol\w*)?)\s*[:=]\s*",
    re.I,
)
_STOP = (
    r"(?:\b(?:dalam\s+hal?\s+ini|selanj\w+|untuk\s+selanj\w+|(?:yang\s+)?be\w{0,2}kedudukan|beralamat|bertempat|"
    r"yang\s+ber\w+|bertindak|berdasarkan|"
    r"diangkat|sesuai\s+dengan|oleh\s+karena|oleh\s+sebab|dengan\s+alamat|Alamat|sah\s+bertindak|karenanya|"
    r"sebagaimana|untuk\s+maksud|"
    r"yang\s+dalam|yang\s+mewakili|yang\s*$|sesuai\b|suatu\s+|sebuah\s+|serta\s+|dan\s+oleh|yang\s+selanjutnya|"
    r"menurut|yang\s+didirikan|yang\s+diangkat|yang\s+dalam|"
    r"bertanggung|untuk\s+dan\s+atas|demi|mewakili|memperhatikan|dan\s+dengan|dan\s+sah|secara\s+sah|sehingga|"
    r"disebut|dan\s+selaku|"
    r"yang\s+berdasarkan|yang\s+telah|yang\s+untuk|atas\s+nama\s+jabatan|acting|hereinafter|hereafter|herein|who\s+is|"
    r"having\s+its|for\s+and\s+on)\b|[;\n]|"
    r"(?-i:(?<!\bJl)(?<!\bNo)(?<!\bDr)(?<!\bPT)(?<!\bCV)\.\s+(?=[A-Z][a-z]+\s+[a-z])))"
)
_BODY_END = (
    r"(?=\s*,?\s*" + _STOP + r"|,\s*(?:yang|untuk|Jalan|Jl|badan|dengan|NPWP|suatu|beralamat|"
    r"perguruan|lembaga|dan|Tahun)\b|\s*$)"
)
_ACTS_FOR = tuple(
    re.compile(start + r"\s*[:;,]?\s+(?P<body>.+?)" + _BODY_END, re.I | re.S)
    for start in (
        r"\b(?:untuk\s+(?:dan\s+|serta\s+)?atas\s*nama(?:\s+serta\s+sah\s+mewakili)?|(?:dan|"
        r"serta)\s+atas\s*nama(?:\s+serta\s+sah\s+mewakili)?|for\s+and\s+on\s+behalf\s+of)",
        r"\b(?:(?:bertindak|selaku|sah|kuasa)\s+(?:mewakili|atas\s+nama)|mewakili|atas\s+nama|"
        r"bertindak\s+untuk(?!\s+(?:dan|serta)))",
    )
)
_REPRESENTED = lazy(
    r"\b(?:diwakili\s+(?:secara\s+sah\s+|dalam\s+hal\s+ini\s+)?oleh|(?:duly\s+|herein\s+)?represented\s+(?:herein\s+|"
    r"in\s+this\s+\w+\s+)?by)\s*:?\s+(?P<name>.+?)(?=\s*,?\s*(?:selaku|sebagai|jabatan|dalam|yang|bertindak|"
    r"berdasarkan|Jabatan|as|in\s+(?:his|her|the)|acting|the|who|hereinafter)\b|\s*[;\n])",
    re.S,
)
_BODY_LEAD = lazy(
    r"(?!Prof|Dr|Drs|Ir|H\b|Hj\b|Mr|Mrs|Ms)(?P<body>[A-Z][^,;:()]{4,90}?(?:\s\(Persero\)(?:\sTbk\.?)?)?)\s*(?:\([^)]{2,60}\)\s*)?,\s"
)
_AS = lazy(r",?\s+(?:in\s+(?:his|her|the)\s+capacity\s+)?as\s+(?:the\s+)?(?=[A-Z])")
_OFFICE = lazy(
    r"\b(?:selaku\s+(?!demikian)|dalam\s+(?:jabatannya|kedudukannya|kapasitasnya|jabatan)\s+(?:selaku|"
    r"sebagai)\s+|jabatan\s*:?\s*(?:selaku|sebagai)?\s+|"
    r"\bin\s+(?:his|her|the)\s+capacity\s+as\s+(?:the\s+)?|\bas\s+(?:the\s+)?(?=[A-Z])|"
    r"yang\s+menjabat\s+(?:sebagai|selaku)\s+|menjabat\s+(?:sebagai|selaku)\s+|bertindak\s+(?:selaku|"
    r"sebagai)\s+|jabatannya\s+(?:selaku|sebagai)\s+)"
    r"(?P<office>.+?)(?=\s*,?\s*" + _STOP + r"|,\s*(?:yang|Jalan|Jl|dengan|NIP|dan)\b|\s*$)",
    re.I | re.S,
)
_ADDRESS = lazy(
    r"\b(?:berkedudukan|beralamat|beralamatkan|bertempat\s+(?:tinggal|kedudukan)|alamat(?:\s+kantor)?|"
    r"kedudukan)\s*(?:kantor\s*)?(?:di|pada|:)?\s*:?\s+(?P<address>.+?)"
    r"(?=\s*,?\s*(?:\b(?:dalam\s+hal\s+ini|(?:yang\s+|untuk\s+)?selanjutnya|bertindak|dalam\s+jabatan\w*|"
    r"berdasarkan|untuk\s+dan|sah\s+bertindak|oleh\s+karena|"
    r"yang\s+dalam|Pekerjaan|Telepon|Telp|Jabatan|NIK)\b|;|\n|$))",
    re.I | re.S,
)
_BASIS = lazy(
    r"\b(?:Surat\s+Keputusan|Keputusan|Surat\s+Kuasa|Surat\s+Tugas|Surat\s+Perintah|Peraturan\s+(?:Daerah|"
    r"Presiden|Menteri|Pemerintah|Gubernur|Bupati|Wali)|Akta|Akte|"
    r"Keppres|Kepmen\w*|SK\b|Undang-Undang|Anggaran\s+Dasar|Penetapan|Surat\s+Penunjukan|Surat\s+Mandat|"
    r"Instruksi|Surat\s+Pengesahan|Berita\s+Acara)"
    r".{0,260}?(?=;|\n|,?\s*(?:dalam\s+hal\s+ini|bertindak|(?:yang\s+|untuk\s+)?selanjutnya|berkedudukan|"
    r"beralamat|sah\s+bertindak|oleh\s+karena)|$)",
    re.S,
)
_TITLE_WORDS = lazy(
    r"(?=[A-Zau])(?<![\w.])(?:(?:Pj|Plt|Plh|Pgs|Pjs|a\.n|u\.b|Penjabat|Pelaksana\s+(?:Tugas|Harian))\.?\s+)?(?:(?:Wakil|Pembantu|Para|Asisten|Deputi|Executive|"
    r"Senior|Staf\s+Ahli)\s+)?(?:Rektor|Direktur|Direktris|Kepala|Dekan|Ketua|Bupati|Gubernur|Wali\s?[Kk]ota|"
    r"Sekretaris|Menteri|Pimpinan|Pemimpin|Manager|Manajer|General\s+Manager|Branch\s+Manager|Komandan|Panglima|"
    r"Camat|Lurah|Kapol\w+|Presiden|Koordinator|Pejabat|Inspektur|Pemilik|"
    r"Rector|(?:Vice|Pro|Deputy)[ -](?:Chancellor|President|Rector|Mayor)|Chancellor|President|Provost|Mayor|Governor|"
    r"(?:(?:Managing|Executive|General|Deputy)\s+)?Director(?:[ -]General)?|Principal|Secretary(?:[ -]General)?|"
    r"Minister|Chair(?:man|woman|person)?|"
    r"Dean|Head\b|Kuasa|PPK\b|Pengguna\s+Anggaran|Bendahara|Chief|CEO|Owner|Area\s+\w+|Regional|Vice|"
    r"Cluster|Pharmacy|APA\b|APJ\b|Apoteker|Guru\b|Wakil|Deputi|Danrem|Dandim|Jaksa|Hakim|Notaris|Supervisor|"
    r"Team\s+Leader|"
    r"KEPALA|REKTOR|DEKAN|KETUA|DIREKTUR|BUPATI|GUBERNUR|WALI\s?KOTA|SEKRETARIS|MENTERI|PIMPINAN)(?=[\s,.:;]|$)"
)
_OFFICE_LEAD = lazy(
    r"[\s,;:|!.]*(?:(?<![\w.])[1Il](?=[\s.,]|$)[.,]?)?[\s,;:|!.]*(?:\b(?:selaku|sebagai|jabatan|"
    r"dalam\s+jabatan(?:nya)?|dengan\s+jabatan|adalah|yang\s+menjabat|menjabat|yang\s+berkedudukan|yang|"
    r"dalam\s+kedudukannya|"
    r"dalam\s+hal\s+ini|bertindak|NIP[\s.:\d]*|NIK[\s.:\d]*)[\s:,]*){0,4}$",
    re.I,
)
_KEYS_FIRST = lazy(
    r"\s*(?P<keys>(?:Nama|NIP|NIK|NRP|Jabatan|Alamat|Pangkat|Unit\s+Kerja|"
    r"Instansi)(?:[\s:]+(?:Nama|NIP|NIK|NRP|Jabatan|Alamat|Pangkat|Unit\s+Kerja|Instansi)){1,5})\s*(?=[:1])",
    re.I,
)
_SELF = lazy(r"(?:diri\s?(?:nya)?\s+sendiri|pribadi|jabatan(?:nya)?|dirinya|perseorangan|perorangan)\b", re.I)
_HIMSELF = lazy(r"\b(?:diri\s?(?:nya)?\s?sendiri|pribadi|atas\s+nama\s+(?:perseorangan|perorangan))\b", re.I)


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
    person, behind = _person(text, fields)
    office = fields.get("jabatan") or behind or _first(_OFFICE, "office", flat)
    acts = _acts_for(flat)
    body = acts
    for key in ("instansi", "lembaga", "perusahaan", "nama perusahaan", "nama instansi", "nama lembaga", "unit kerja"):
        body = body or fields.get(key)
    if body is None and (lead := _BODY_LEAD.match(flat)) and _REPRESENTED.search(flat):
        body = lead["body"]
    return PartyFacts(
        representative=with_last_dot(_clean(_clean_name(person)), flat),
        office=_clean(_cut_office(office)),
        body=_clean(_cut_body(body)),
        acts_for=_clean(acts),
        address=_clean(fields.get("alamat") or _first(_ADDRESS, "address", flat)),
        appointment=_appointment(flat),
        himself=body is None and bool(_HIMSELF.search(flat)),
    )


def _fields(text: str) -> dict[str, str]:
    """ "Nama : X / Jabatan : Y" lines by lower-case key."""
    found: dict[str, str] = {}
    keys_first = _KEYS_FIRST.match(text)
    if keys_first:
        return _columns(keys_first, text)
    matches = list(_FIELD.finditer(text))
    for match, after in zip_longest(matches, matches[1:]):
        value = text[match.end() : after.start() if after else None]
        key = re.sub(r"\s+(?:lengkap|kantor|pejabat|pimpinan)$", "", squeeze(match["key"]).lower())
        lines = value.strip().split("\n")
        narrow = after is not None and len(value.split()) <= 14  # all of it up to the next caption
        value = squeeze(" ".join(takewhile(lambda line: ":" not in line, lines)) if narrow else lines[0])
        if key == "alamat" or after is None:
            value = re.split(r"\b(?:dalam\s+hal|bertindak|(?:untuk\s+|yang\s+)?selanjutnya|Selanjutnya)\b", value)[0]
        found.setdefault(key, value.strip(" ,;.:"))
    return {key: value for key, value in found.items() if value}


_OCCUPATION = lazy(
    r",?\s+(?:wira(?:swasta|usaha)|karyawan|pegawai|pensiunan|pedagang|petani|nelayan|swasta)\b.*$", re.S
)


def _clean_name(name: str | None) -> str | None:
    """Without a list number in front, a misread colon or an occupation behind ("Rosalina Tan wiraswasta")."""
    if not name:
        return None
    bare = re.sub(r"^(?:\d{1,2}|[Il|])\s*[.,)]\s*|\s+[1Il|!:]+$", "", name.strip())
    return _OCCUPATION.sub("", bare)


def _columns(keys: re.Match[str], text: str) -> dict[str, str]:
    """A form whose captions were read before its values: "Nama NIP Jabatan : X : Y : Z"; a scan reads ":" as "1."."""
    names = [
        key.lower()
        for key in re.findall(
            r"Nama|NIP|NIK|NRP|Jabatan|Alamat|Pangkat|Unit\s+Kerja|"
            r"Instansi",
            keys["keys"],
            re.I,
        )
    ]
    values = [
        v.strip(" ,;")
        for v in re.split(
            r"(?:^|(?<=\s))(?::|1\.?|"
            r"!)\s+(?=\S)",
            text[keys.end() :],
        )
        if v.strip()
    ]
    if len(values) < len(names):
        return {}
    values[len(names) - 1] = re.split(
        r"\b(?:dalam\s+hal|bertindak|"
        r"selanjutnya)\b",
        values[len(names) - 1],
        flags=re.I,
    )[0]
    return {name: squeeze(value) for name, value in zip(names, values, strict=False) if value}


def _acts_for(flat: str) -> str | None:
    """The body after "untuk dan atas nama"; where only the office is named there, the body after "mewakili"."""
    for pattern in _ACTS_FOR:
        for match in pattern.finditer(flat):
            if not _SELF.match(match["body"]):
                return match["body"]
    return None


def _person(text: str, fields: dict[str, str]) -> tuple[str | None, str | None]:
    """(name, office): the name stands before the first word that begins an office."""
    flat = squeeze(text.lstrip(" :.-|"))
    if "nama" in fields:
        return re.split(r"\s*[;|]|,\s*(?:selaku|jabatan)\b|\s+NIP\b", fields["nama"])[0], None
    flat = re.sub(r"^(?:masing[\s-]+masing\s*:?\s*)?(?:\d{1,2}[.)]?\s+(?=[A-Z]))?(?:Nama\b[\s:.,;|1]*)?", "", flat)
    represented = _REPRESENTED.search(flat)
    if represented:
        flat = _AS.sub(" selaku ", flat[represented.start("name") :], count=1)
    stop = re.search(_HARD_STOP, flat, re.I)
    head = flat[: stop.start()] if stop else flat[:400]
    title = _TITLE_WORDS.search(head)
    if title is None:
        name = re.split(
            r"\s*[:;|]\s|,\s+(?:yang|pekerjaan|lahir|warga|umur)\b|,?\s+(?:selaku|sebagai)\b|"
            r"\s+(?:NIP|NIK|Pekerjaan)\b",
            head,
        )[0]
        return (name, None) if 0 < len(name.split()) <= 12 and not _BODY_FIRST.match(name) else (None, None)
    name = head[: title.start()]
    lead = _OFFICE_LEAD.search(name)
    name = re.split(r"\s+(?:NIP|NIK|NRP|Jabatan|Alamat|Pangkat)\b", name[: lead.start()] if lead else name)[0]
    office = head[title.start() :]
    comma = re.search(r",\s*(?:yang|Jalan|Jl|dengan|NIP|suatu|berdasarkan)\b", office)
    office = office[: comma.start()] if comma else office
    return (name if name.strip() and not _BODY_FIRST.match(name) and len(name.split()) <= 16 else None), office


_HARD_STOP = (
    r"\b(?:dalam\s+(?:hal?|jabatan|kedudukan|kapasitas)|bertindak|be\w{0,2}kedudukan|dengan\s+alamat|beralamat|"
    r"berdasarkan|yang\s+diangkat|diangkat|(?:untuk\s+)?selanj\w+|untuk\s+maksud|untuk\s+dan\s+atas|"
    r"oleh\s+karena|oleh\s+sebab|sesuai\s|atas\s+nama|bertempat|alamat\b|Jalan\b|Jl\b|mewakili|yang\s+dalam|"
    r"dan\s+oleh|yang\s+bert)"
)
_BODY_FIRST = lazy(
    r"\W*(?:PT|CV|Universitas|Pemerintah|Dinas|Yayasan|Koperasi|Bank|Fakultas|"
    r"Kementerian|Badan|Lembaga|masing)\b",
    re.I,
)


def _cut_office(office: str | None) -> str | None:
    if not office:
        return None
    office = re.split(r"\s*,?\s+(?:(?:dengan\s+)?alamat|Jalan|Jl\.)\s", office)[0]
    office = re.sub(r"^(?:sebagai|selaku)\s+", "", office.strip(" :"))
    return re.sub(r"(?:[\s,.]+(?:yang|dan|untuk|dalam|di|1|oleh))+$", "", office)


def _cut_body(body: str | None) -> str | None:
    if not body:
        return None
    body = re.sub(r"^(?:[\s:“”\"]+|(?:instansi|lembaga|perusahaan)\s*:)\s*", "", body)
    return re.sub(r"\s+(?:Tahun\s+Anggaran\s+\d{4}|dan|yang|ini)$", "", body)


def _first(pattern: re.Pattern[str], group: str, text: str) -> str | None:
    match = pattern.search(text)
    return match[group] if match else None


def _clean(value: str | None) -> str | None:
    if value is None:
        return None
    return filled(squeeze(value).strip(" ,;:|-–—\"“”'‘’(*"))


def _appointment(text: str) -> str | None:
    anchor = re.search(
        r"\b(?:berdasarkan|sesuai(?:\s+dengan)?|diangkat|didirikan|atas\s+dasar|"
        r"menurut|dengan)\s+(?=[\w\s]{0,40}?(?:Keputusan|Surat|Akta|Akte|SK\b|Peraturan|Anggaran|Kep\w+|Undang|"
        r"Penetapan))",
        text,
        re.I,
    )
    match = _BASIS.search(text, anchor.start() if anchor else 0)
    return squeeze(match[0]) if match else None
