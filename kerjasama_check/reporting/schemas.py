"""The output contract as JSON Schema (draft 2020-12): what `schema report|agreement|rules` prints.

The closed lists are those of the program, so that the schema cannot tell of other values than it writes. Every key is
required and may be null only where its type says so; further keys are allowed, since a later minor version may add some
(`closed` forbids them: nothing may be written that is not told here).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from kerjasama_check.checking.vocabulary import CLAUSES, CONFIDENCES, FORCES, KINDS, SEVERITIES
from kerjasama_check.reading.document import State
from kerjasama_check.reporting import words
from kerjasama_check.reporting.budget import CATEGORIES, SOURCES
from kerjasama_check.reporting.contract import AGREEMENT_SCHEMA, REPORT_SCHEMA, RULES_SCHEMA, Object
from kerjasama_check.reporting.standings import STATES as STANDINGS
from kerjasama_check.reporting.sums import SKIPPED

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
MODALITIES: Final = ("kewajiban", "hak", "wewenang", "larangan")
FORMATS: Final = ("docx", "pdf", "txt", "md", "html", "doc", "odt", "rtf")
_PLACES: Final = r"^(judul|nomor|pembukaan|para pihak|premis|dasar hukum|penutup|tanda tangan|tata letak)$"

Field = tuple[str, Object, tuple[str, str]]  # key, shape, meaning in Indonesian and English

TEXT: Final[Object] = {"type": "string", "minLength": 1}
COUNT: Final[Object] = {"type": "integer", "minimum": 0}
FLAG: Final[Object] = {"type": "boolean"}
DAY: Final[Object] = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}
CURRENCY: Final[Object] = {"type": "string", "pattern": "^[A-Z]{3}$"}
PROVISION: Final[Object] = {"type": "string", "anyOf": [{"pattern": _PLACES}, {"pattern": r"^(Pasal|Lampiran) ?"}]}


def schema(name: str, language: str = "id") -> Object:
    """The JSON Schema of "report", "agreement" or "rules", with descriptions in the language."""
    return {"$schema": DRAFT, **SCHEMAS[name](language)}


def closed(shape: Any) -> Any:
    """The schema with no further keys allowed in any of its objects."""
    if isinstance(shape, list):
        return [closed(part) for part in shape]
    if not isinstance(shape, dict):
        return shape
    parts = {key: closed(part) for key, part in shape.items()}
    return {**parts, "additionalProperties": False} if "required" in parts else parts


# ------------------------------------------------------------------ shapes
def _or_null(shape: Object) -> Object:
    if "enum" in shape:
        return {**shape, "type": [shape["type"], "null"], "enum": [*shape["enum"], None]}
    if "$ref" in shape or "anyOf" in shape:
        return {"anyOf": [shape, {"type": "null"}]}
    return {**shape, "type": [shape["type"], "null"]}


def _one_of(values: Iterable[str]) -> Object:
    return {"type": "string", "enum": list(values)}


def _list(shape: Object) -> Object:
    return {"type": "array", "items": shape}


def _ref(name: str) -> Object:
    return {"$ref": f"#/$defs/{name}"}


def _object(language: str, fields: Iterable[Field], title: str | None = None) -> Object:
    said = {key: {"description": about[language == "en"], **shape} for key, shape, about in fields}
    named = {"title": title} if title else {}
    return {**named, "type": "object", "required": list(said), "properties": said}


def _named(language: str, parts: dict[str, tuple[Field, ...]]) -> Object:
    return {name: _object(language, fields) for name, fields in parts.items()}


# ------------------------------------------------------------------ parts
PLACE: Final[tuple[Field, ...]] = (
    ("provision", _or_null(PROVISION), ("ketentuan; null untuk seluruh naskah", "provision; null: the whole document")),
    ("paragraph", _or_null(COUNT), ("paragraf naskah, dihitung dari 0", "paragraph of the text, from 0")),
    ("page", _or_null({"type": "integer", "minimum": 1}), ("halaman, bila berkasnya berhalaman", "page, if any")),
    ("quote", _or_null(TEXT), ("kata-kata yang dimaksud", "the words in question")),
)
BASIS: Final[tuple[Field, ...]] = (
    ("regulation", TEXT, ("kunci peraturan", "key of the regulation")),
    ("title", TEXT, ("nomor dan judul peraturan", "number and title of the regulation")),
    ("article", _or_null(TEXT), ("pasal yang dirujuk", "the article that is cited")),
)
FIX: Final[tuple[Field, ...]] = (
    ("original", TEXT, ("yang tertulis", "what is written")),
    ("replacement", {"type": "string"}, ("penggantinya", "what replaces it")),
)
FINDING: Final[tuple[Field, ...]] = (
    ("rule", {"type": "string", "pattern": "^[A-Z]{2,5}-[0-9]{2,3}$"}, ("nomor aturan", "id of the rule")),
    ("name", TEXT, ("nama kesalahan", "name of the fault")),
    ("severity", _one_of(SEVERITIES), ("tingkat", "severity")),
    ("force", _one_of(FORCES), ("kekuatan: mengapa diminta", "why it is asked")),
    ("message", TEXT, ("apa yang salah", "what is wrong")),
    ("advice", _or_null(TEXT), ("saran perbaikan", "how to mend it")),
    ("basis", _list(_ref("basis")), ("dasar hukum", "legal basis")),
    ("place", _ref("place"), ("letak pertama", "the first place")),
    ("more_places", _list(_ref("place")), ("letak lainnya dari kesalahan yang sama", "further places of the fault")),
    ("confidence", _one_of(CONFIDENCES), ("keyakinan program", "how sure the program is")),
    ("fix", _or_null(_ref("fix")), ("pengganti yang aman", "a safe replacement")),
    ("fingerprint", TEXT, ("sidik yang tetap bila bagian lain berubah", "stable over edits elsewhere")),
    ("suppressed", _or_null(TEXT), ("alasan dikesampingkan", "why it was set aside")),
    ("baseline", _or_null(_one_of(("new", "unchanged"))), ("kedudukan terhadap garis dasar", "against a baseline")),
)
OBLIGATION: Final[tuple[Field, ...]] = (
    ("parties", _list(TEXT), ("sebutan pihak yang menanggungnya", "labels of those who bear it")),
    ("modality", _one_of(MODALITIES), ("sifat norma", "kind of norm")),
    ("action", _or_null(TEXT), ("kata kerja dan objeknya", "the verb and its object")),
    ("toward", _list(TEXT), ("pihak yang menerima", "labels of those who receive it")),
    ("condition", _or_null(TEXT), ("syarat", "condition")),
    ("provision", PROVISION, ("ketentuan", "provision")),
    ("quote", _or_null(TEXT), ("kutipan", "quote")),
)
MONEY: Final[tuple[Field, ...]] = (
    ("value", {"type": "integer"}, ("nilai dalam satuan mata uang", "in whole units of the currency")),
    ("currency", CURRENCY, ("kode mata uang, misalnya IDR", "code of the currency, for instance IDR")),
)
COMMITMENT: Final[tuple[Field, ...]] = (
    ("what", _or_null(TEXT), ("biaya atas apa", "what is to be paid for")),
    ("category", _one_of(CATEGORIES), ("golongan biaya", "category of the cost")),
    (
        "payers",
        _list(TEXT),
        ("sebutan pihak yang menanggung; [] bila tidak disebut", "labels of the payers; [] unsaid"),
    ),
    ("each_own", FLAG, ("masing-masing menanggung bagiannya sendiri", "each bears its own part")),
    ("source", _list(_one_of(SOURCES)), ("sumber dana", "source of the money")),
    ("amount", _or_null(_ref("money")), ("nilai; null bila tidak tertulis", "amount; null where none is written")),
    ("when", _or_null(TEXT), ("kapan dibayar", "when it is due")),
    ("condition", _or_null(TEXT), ("syarat", "condition")),
    ("provision", PROVISION, ("ketentuan", "provision")),
    ("quote", _or_null(TEXT), ("kutipan", "quote")),
)
_SUMS: Final[tuple[Field, ...]] = (
    ("error", COUNT, ("kesalahan yang dihitung", "errors that count")),
    ("warning", COUNT, ("peringatan yang dihitung", "warnings that count")),
    ("info", COUNT, ("catatan yang dihitung", "notes that count")),
    ("suppressed", COUNT, ("temuan yang dikesampingkan", "findings set aside")),
    ("unchanged", COUNT, ("temuan lama menurut garis dasar", "findings that the baseline knows")),
)
STATE: Final[Object] = _one_of(map(str, State))
KIND: Final[Object] = _or_null(_one_of(KINDS))
DOCUMENT: Final[tuple[Field, ...]] = (
    ("path", TEXT, ("berkas", "the file")),
    ("state", STATE, ("keadaan berkas", "state of the file")),
    ("reason", _or_null(TEXT), ("mengapa tidak diperiksa", "why it was not checked")),
    ("kind", KIND, ("jenis naskah", "kind of agreement")),
    ("profile", _or_null(TEXT), ("profil yang dipakai", "profile in use")),
    ("findings", _list(_ref("finding")), ("temuan menurut urutan naskah", "findings in the order of the text")),
    ("counts", _ref("sums"), ("jumlah temuan", "sums of the findings")),
    ("notices", _list(TEXT), ("hal yang perlu diketahui tentang pembacaannya", "what is to be known of the reading")),
    ("obligations", _or_null(_list(_ref("obligation"))), ("Neraca Para Pihak; null tanpa --balance", "with --balance")),
    (
        "commitments",
        _or_null(_list(_ref("commitment"))),
        ("Konsekuensi Anggaran; null tanpa --budget", "with --budget"),
    ),
)
SUPPRESSION: Final[tuple[Field, ...]] = (
    ("file", TEXT, ("berkas suppressions.toml", "the file it stands in")),
    ("line", {"type": "integer", "minimum": 1}, ("baris entri", "line of the entry")),
    ("files", _list(TEXT), ("pola berkas", "globs")),
    ("rule", TEXT, ("aturan", "rule")),
    ("provision", _or_null(TEXT), ("ketentuan", "provision")),
    ("fingerprint", _or_null(TEXT), ("sidik temuan", "fingerprint of the finding")),
    ("reason", TEXT, ("alasan", "reason")),
    ("approved_by", _or_null(TEXT), ("yang menyetujui", "who approved")),
    ("until", DAY, ("hari terakhir berlakunya", "the last day on which it holds")),
    ("state", _one_of(STANDINGS), ("keadaan", "how it stands")),
    ("findings", COUNT, ("temuan yang dicakup", "findings that it covers")),
)
TOOL: Final[tuple[Field, ...]] = (
    ("name", {"const": "kerjasama-check"}, ("nama program", "name of the program")),
    ("version", TEXT, ("versi program", "version of the program")),
    ("rules", {"type": "string", "pattern": "^[0-9a-f]{64}$"}, ("sha256 kumpulan aturan", "sha256 of the rule set")),
)
TOTALS: Final[tuple[Field, ...]] = (
    ("documents", COUNT, ("semua berkas", "all files")),
    ("checked", COUNT, ("yang dibaca dengan baik", "read well")),
    ("not_checked", COUNT, ("yang tidak dapat diperiksa", "could not be checked")),
    *_SUMS,
    (
        "states",
        {"type": "object", "propertyNames": STATE, "additionalProperties": COUNT},
        ("jumlah berkas menurut keadaan", "files by state"),
    ),
    (
        "skipped",
        {"type": "object", "propertyNames": _one_of(SKIPPED), "additionalProperties": COUNT},
        ("berkas yang dilewati menurut sebabnya", "files that were passed over, by cause"),
    ),
)
_REPORT_PARTS: Final[dict[str, tuple[Field, ...]]] = {
    "document": DOCUMENT,
    "finding": FINDING,
    "place": PLACE,
    "basis": BASIS,
    "fix": FIX,
    "sums": _SUMS,
    "obligation": OBLIGATION,
    "commitment": COMMITMENT,
    "money": MONEY,
    "suppression": SUPPRESSION,
    "tool": TOOL,
    "totals": TOTALS,
}


def _report(language: str) -> Object:
    fields: tuple[Field, ...] = (
        ("schema", {"const": REPORT_SCHEMA}, ("nomor susunan", "number of the contract")),
        ("tool", _ref("tool"), ("program dan aturannya", "the program and its rules")),
        ("date", DAY, ("hari penilaian", "the day at which it was judged")),
        ("documents", _list(_ref("document")), ("semua berkas", "all files")),
        ("suppressions", _list(_ref("suppression")), ("pengesampingan dan keadaannya", "suppressions and their state")),
        ("counts", _ref("totals"), ("jumlah seluruhnya", "sums of the run")),
    )
    return {
        **_object(language, fields, "kerjasama-check check --format json"),
        "$defs": _named(language, _REPORT_PARTS),
    }


# ------------------------------------------------------------------ show
PARTY: Final[tuple[Field, ...]] = (
    ("label", _or_null(TEXT), ("sebutan pihak", "label")),
    ("institution", _or_null(TEXT), ("instansi", "institution")),
    ("representative", _or_null(TEXT), ("yang mewakili", "who represents it")),
    ("office", _or_null(TEXT), ("jabatannya", "the office held")),
    ("sector", _or_null(_one_of(words.SECTORS)), ("sektor", "sector")),
)
NODE: Final[tuple[Field, ...]] = (
    ("label", _or_null(TEXT), ("nomor sebagaimana tertulis; null tanpa nomor", "as printed; null without one")),
    ("text", _or_null(TEXT), ("teks tanpa nomornya", "text without the label")),
    ("items", _list(_ref("item")), ("rincian di bawahnya", "points below it")),
)
ARTICLE: Final[tuple[Field, ...]] = (
    ("number", _or_null({"type": "integer"}), ("nomor Pasal", "number of the article")),
    ("label", _or_null(TEXT), ("tulisan nomornya", "the number as printed")),
    ("heading", _or_null(TEXT), ("judul Pasal", "heading")),
    ("clauses", {**_list(_one_of(CLAUSES)), "minItems": 1}, ("pokok Pasal, yang utama lebih dahulu", "main one first")),
    ("paragraphs", _list(_ref("paragraph")), ("ayat", "paragraphs (ayat)")),
)
SIGNATURE: Final[tuple[Field, ...]] = (
    ("label", _or_null(TEXT), ("sebutan pihak", "label")),
    ("name", _or_null(TEXT), ("nama", "name")),
    ("office", _or_null(TEXT), ("jabatan", "office")),
)
ANNEX: Final[tuple[Field, ...]] = (
    ("label", _or_null(TEXT), ("nomor lampiran", "label")),
    ("title", _or_null(TEXT), ("judul lampiran", "title")),
)
TERM: Final[tuple[Field, ...]] = (
    ("months", _or_null(COUNT), ("lamanya dalam bulan", "length in months")),
    ("start", _or_null(DAY), ("hari pertama", "first day")),
    ("end", _or_null(DAY), ("hari terakhir", "last day in force")),
    ("status", _one_of(words.TERM_STATUSES), ("keadaan pada hari penilaian", "at the day of the run")),
)
AMOUNT: Final[tuple[Field, ...]] = (
    *MONEY,
    ("provision", _or_null(PROVISION), ("ketentuan", "provision")),
)
READING: Final[tuple[Field, ...]] = (
    ("format", _or_null(_one_of(FORMATS)), ("jenis berkas", "type of the file")),
    ("pages", _or_null(COUNT), ("jumlah halaman, bila berhalaman", "number of pages, if any")),
    ("words", _or_null(COUNT), ("jumlah kata", "number of words")),
    ("ocr", _or_null(FLAG), ("ada halaman yang dibaca dengan OCR", "whether OCR was used")),
    ("tracked_changes", _or_null(COUNT), ("perubahan terlacak", "tracked changes")),
    ("comments", _or_null(COUNT), ("komentar", "comments")),
    (
        "recognised",
        _or_null({"type": "number", "minimum": 0, "maximum": 1}),
        ("bagian kata yang dikenali letaknya", "share of words with a place in the structure"),
    ),
)
_AGREEMENT_PARTS: Final[dict[str, tuple[Field, ...]]] = {
    "party": PARTY,
    "article": ARTICLE,
    "paragraph": NODE,
    "item": NODE,
    "signature": SIGNATURE,
    "annex": ANNEX,
    "term": TERM,
    "amount": AMOUNT,
    "obligation": OBLIGATION,
    "commitment": COMMITMENT,
    "money": MONEY,
    "reading": READING,
}


def _agreement(language: str) -> Object:
    fields: tuple[Field, ...] = (
        ("schema", {"const": AGREEMENT_SCHEMA}, ("nomor susunan", "number of the contract")),
        ("path", TEXT, ("berkas", "the file")),
        ("state", STATE, ("keadaan berkas", "state of the file")),
        ("reason", _or_null(TEXT), ("mengapa tidak terbaca", "why it was not read")),
        ("kind", KIND, ("jenis naskah", "kind of agreement")),
        ("title", _or_null(TEXT), ("seluruh judul", "the whole title")),
        ("subject", _or_null(TEXT), ("tentang apa", "what it is about")),
        ("numbers", _list(_or_null(TEXT)), ("nomor para pihak; null bila kosong", "numbers; null where left open")),
        ("date", _or_null(DAY), ("tanggal naskah", "date of the text")),
        ("place", _or_null(TEXT), ("tempat penandatanganan", "place of signing")),
        ("parties", _list(_ref("party")), ("para pihak", "parties")),
        ("recitals", _list(TEXT), ("premis", "recitals")),
        ("legal_bases", _list(TEXT), ("dasar hukum", "legal bases")),
        ("articles", _list(_ref("article")), ("Pasal", "articles")),
        ("closing", _or_null(TEXT), ("penutup", "closing")),
        ("copies", _or_null(COUNT), ("rangkap", "number of originals")),
        ("signatures", _list(_ref("signature")), ("tanda tangan", "signatures")),
        ("annexes", _list(_ref("annex")), ("lampiran", "annexes")),
        ("term", _ref("term"), ("jangka waktu", "term")),
        ("amounts", _list(_ref("amount")), ("nilai uang", "sums of money")),
        ("obligations", _list(_ref("obligation")), ("hak dan kewajiban para pihak", "norms that parties bear")),
        ("commitments", _list(_ref("commitment")), ("biaya dan penanggungnya", "costs and who bears them")),
        ("reading", _ref("reading"), ("bagaimana berkas dibaca", "how the file was read")),
    )
    return {
        **_object(language, fields, "kerjasama-check show --format json"),
        "$defs": _named(language, _AGREEMENT_PARTS),
    }


# ------------------------------------------------------------------ rules list
_RULES_PARTS: Final[dict[str, tuple[Field, ...]]] = {
    "rule": (
        ("id", FINDING[0][1], ("nomor", "id")),
        ("name", TEXT, ("nama kesalahan", "name of the fault")),
        ("family", TEXT, ("keluarga", "family")),
        ("severity", _one_of(SEVERITIES), ("tingkat bawaan", "default severity")),
        ("force", _one_of(FORCES), ("kekuatan: mengapa diminta", "why it is asked")),
        ("kinds", _list(_one_of(KINDS)), ("jenis naskah yang diperiksa", "kinds that it looks at")),
        ("profiles", _list(TEXT), ("profil yang memakainya", "profiles in which it is on")),
        ("title", _ref("words"), ("yang ditemukan", "what it finds")),
        ("basis", _list(_ref("citation")), ("dasar hukum", "legal basis")),
        ("since", TEXT, ("sejak versi", "since version")),
    ),
    "words": (
        ("id", TEXT, ("dalam bahasa Indonesia", "in Indonesian")),
        ("en", TEXT, ("dalam bahasa Inggris", "in English")),
    ),
    "citation": (BASIS[0], BASIS[2]),
}


def _rules(language: str) -> Object:
    fields: tuple[Field, ...] = (
        ("schema", {"const": RULES_SCHEMA}, ("nomor susunan", "number of the contract")),
        ("rules", _list(_ref("rule")), ("semua aturan", "all rules")),
    )
    return {
        **_object(language, fields, "kerjasama-check rules list --format json"),
        "$defs": _named(language, _RULES_PARTS),
    }


SCHEMAS: Final[dict[str, Callable[[str], dict[str, Any]]]] = {
    "report": _report,
    "agreement": _agreement,
    "rules": _rules,
}
