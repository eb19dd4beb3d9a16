"""By what power officials and firms sign: heads of regions, tiers of a ministry, mandates, deeds and territory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kerjasama_check.agreement.model import Agreement, Party
from kerjasama_check.checking.facts import holds
from kerjasama_check.checking.findings import Confidence, Hit, Spot
from kerjasama_check.checking.functions.termination import term_months
from kerjasama_check.checking.glance import Stemmed
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.scans import blocks_read_surely, is_scan
from kerjasama_check.checking.text import all_text, fold, search, sentence_at, spot_block, spot_of
from kerjasama_check.indonesian.lazy import lazy

_POWER = lazy(
    r"\bkuasa\b|\bkuasanya\b|\bpelimpahan\b|\bpendelegasian\b|\bdelegasi\b|\bmandat\b|\bdikuasakan\b|\bsurat (?:tugas|"
    r"perintah|penunjukan|penugasan)\b|\bpenunjukan\b|\bditunjuk\b|\bpower of attorney\b|\bmewakili (?:bupati|gubernur|"
    r"wali ?kota)\b|\ba\.? ?n\.? (?:bupati|gubernur|wali ?kota|menteri|kepala kantor wilayah)\b|"
    r"\batas nama (?:bupati|gubernur|wali ?kota|menteri)\b"
)
_BLANK = lazy(r"[${}<>\[\]*…]|_{2,}|\.{4,}|\bjab\w*pejabat\b|\bjabatanuser\b|“")


def said_of(agreement: Agreement, party: Party) -> str:
    """What the komparisi says of a party, folded: its text, and the blocks that are its own alone."""
    others = {block for other in agreement.parties if other is not party for block in other.blocks}
    blocks = " ".join(agreement.document.blocks[b].text for b in party.blocks if b not in others)
    return fold(f"{party.text} {blocks} {party.appointment or ''}")


def party_spot(agreement: Agreement, party: Party, words: str | None = None) -> Spot:
    """The party in the komparisi, at some of its words where they stand there."""
    for block in party.blocks:
        text = agreement.document.blocks[block].text
        start = text.find(words) if words else -1
        if words and start >= 0:
            return replace(spot_block(agreement, block, start, start + len(words)), provision="para pihak")
    spot = spot_block(agreement, party.blocks[0]) if party.blocks else Spot()
    return replace(spot, provision="para pihak")


def name_of(party: Party) -> str:
    return party.label or party.institution or "PIHAK"


def _doubt(agreement: Agreement, party: Party) -> Confidence | None:
    if not is_scan(agreement):
        return None
    return "medium" if blocks_read_surely(agreement, party.blocks) else "low"


# ------------------------------------------------------------------ regions

_REGION = lazy(
    r"\bpemerintah(?:an)? (?:daerah |provinsi|propinsi|kabupaten|kota\b|kab\b)|\bpemprov\b|\bpemkab\b|\bpemkot\b|"
    r"\bpemda\b|^(?:provinsi|kabupaten|kota) "
)
_HEAD = lazy(r"\b(?:gubernur|bupati|wali ?kota)\b")
_UNDER_HEAD = lazy(r"\b(?:setda|sekretariat|sekretaris|asisten|staf|kepala (?:dinas|badan|bagian|biro|kantor|bidang))")
_SPENDER = lazy(
    r"\b(?:pengguna anggaran|kpa|pa\b|ppk\b|pejabat pembuat komitmen|blud|rumah sakit|rsud|puskesmas|sekolah|smk|sma|"
    r"desa|kelurahan|kecamatan|dprd|kpu|bawaslu)\b"
)


@function("region_without_its_head", values=("party", "office"), variants=("agency",))
def region_without_its_head(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A region is represented by somebody else than its head, and no power is cited."""
    for party in agreement.parties:
        office = fold(party.office or "")
        if party.sector != "daerah" or not office or _BLANK.search(office):
            continue
        head = _HEAD.search(office)
        if head and not _UNDER_HEAD.search(office[: head.start()]):
            continue
        text = said_of(agreement, party)
        if _POWER.search(text) or (_HEAD.search(text) and re.search(r"\bdiwakili\b", text)):
            continue
        values: dict[str, str | int] = {"party": name_of(party), "office": " ".join((party.office or "").split())}
        spot = party_spot(agreement, party, party.office)
        if any(_REGION.search(fold(body)) for body in (party.acts_for, party.institution) if body):
            yield Hit(spot, values, confidence=_doubt(agreement, party))
        elif not _SPENDER.search(f"{text} {fold(party.institution or '')}") and "swakelola" not in all_text(agreement):
            yield Hit(spot, values, variant="agency", confidence="medium")


# ------------------------------------------------------------------ firms

_FIRM = lazy(
    r"^(?:pt|cv|ud|pd|firma|fa|perseroan|koperasi|yayasan|perkumpulan|bank|perum\w*|perusahaan)\b|\btbk\b|\(persero\)"
)
_DEED = lazy(
    r"\bakt[ae]\b|\bnotaris\b|\banggaran dasar\b|\bahu\b|\bpengesahan\b|\bnomor induk berusaha\b|\bnib\b|"
    r"\bizin usaha\b|\bsiup\b|\bkuasa\b|\bpower of attorney\b|\bdeed\b|\bpelimpahan\b|\brups\b|\bperaturan daerah\b|"
    r"/bh/|\bbadan hukum\b[^;]{0,60}\bkeputusan\b"
)
_FIRM_HEAD = lazy(r"\b(?:direktur|presiden direktur|direksi|ketua|pemilik|owner|ceo|president director|pengurus)\b")


@function("firm_without_deed", values=("party", "office"), variants=("power",), absence=True)
def firm_without_deed(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A firm signs, and neither its deed nor a power of attorney is cited.

    Where its head signs and nothing at all is cited, the rule on the basis of any signatory says so already.
    """
    for party in agreement.parties:
        if party.sector not in ("swasta", "bumn", "organisasi") or not _FIRM.search(fold(party.institution or "")):
            continue
        office, text = fold(party.office or ""), said_of(agreement, party)
        if not office or _BLANK.search(f"{office} {party.representative or ''}") or _DEED.search(text):
            continue
        head = bool(_FIRM_HEAD.search(office)) and "cabang" not in office
        if head and not party.appointment:
            continue
        values: dict[str, str | int] = {"party": name_of(party), "office": " ".join((party.office or "").split())}
        yield Hit(party_spot(agreement, party, party.office), values, variant=None if head else "power")


# ------------------------------------------------------------------ tiers of the ministry of law and human rights

_TIERS = (
    ("menteri", r"^(?:wakil )?menteri\b"),
    ("pimpinan", r"\b(?:direktur jenderal|dirjen|sekretaris jenderal|sekjen|inspektur jenderal|inspektur jendral)\b"),
    ("kanwil", r"\b(?:kepala kantor wilayah|kakanwil)\b"),
    ("divisi", r"\bkepala (?:divisi|bidang|bagian|subbagian|seksi)\b"),
    (
        "upt",
        r"\bkepala (?:lembaga (?:pemasyarakatan|pembinaan|penempatan)|lapas|rumah tahanan|rutan|cabang rutan|balai|"
        r"bapas|kantor imigrasi|rumah detensi|rudenim|lpka|lpp|rupbasan|rumah penyimpanan)|\bkalapas\b|\bkarutan\b|"
        r"\bkabapas\b|\bkakanim\b",
    ),
)
_TIER_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _TIERS)
_MINISTRY = lazy(
    r"\bhukum dan h(?:ak asasi manusia|am)\b|\bkemenkumham\b|\bimigrasi\b|\bpemasyarakatan\b|\blapas\b|\brutan\b|"
    r"\bbapas\b|\btahanan negara\b|\bpembinaan khusus anak\b|\blpka\b|\brudenim\b|\bkementerian hukum\b"
)


def _tier(party: Party) -> str | None:
    """The tier of the ministry at which a party signs; None for others and where the office does not tell."""
    office = fold(party.office or "")
    body = fold(f"{office} ; {party.institution or ''} ; {party.acts_for or ''}")
    if party.sector not in ("pusat", None) or not _MINISTRY.search(body):
        return None
    if re.fullmatch(r"kepala|kalapas|plt\.? kepala|plh\.? kepala", office):
        office = f"kepala {fold(party.institution or '')}"
    return next((name for name, pattern in _TIER_PATTERNS if pattern.search(office)), None)


@dataclass(frozen=True, slots=True)
class Tiers:
    """allowed: the tiers that sign this kind. noted: those that are only noted."""

    allowed: tuple[str, ...]
    noted: tuple[str, ...] = ()


@function("signed_at_wrong_tier", Tiers, values=("office",), variants=("noted",))
def signed_at_wrong_tier(agreement: Agreement, options: Tiers) -> Iterator[Hit]:
    """An official of the ministry signs a kind that the rule leaves to another tier, and no power is cited."""
    for party in agreement.parties:
        tier = _tier(party)
        if tier is None or tier in options.allowed or _POWER.search(said_of(agreement, party)):
            continue
        variant = "noted" if tier in options.noted else None
        values: dict[str, str | int] = {"office": " ".join((party.office or party.institution or "").split())}
        yield Hit(party_spot(agreement, party, party.office), values, variant=variant, confidence="medium")


# ------------------------------------------------------------------ prisons: the level by the term

_TREATMENT = lazy(
    r"\b(?:pembinaan|pembimbingan|warga binaan|narapidana|anak binaan|klien|tahanan|keterampilan|kemandirian|"
    r"kepribadian|rehabilitasi|asimilasi|reintegrasi)\b"
)
_PRISON = lazy(
    r"\b(?:lembaga pemasyarakatan|lapas|balai pemasyarakatan|bapas|lembaga pembinaan khusus anak|lpka|"
    r"rumah tahanan|rutan)\b"
)


@function("prison_term_above_level", values=("party", "length", "level"), variants=("remand", "office"))
def prison_term_above_level(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """The head of a prison or a regional office signs for longer than its level may."""
    months = term_months(agreement)
    if months is None or not _TREATMENT.search(all_text(agreement)):
        return
    for party in agreement.parties:
        tier = _tier(party)
        if tier not in ("upt", "kanwil") or _POWER.search(said_of(agreement, party)):
            continue
        body = fold(f"{party.office or ''} {party.institution or ''}")
        if (tier == "upt" and (months <= 24.5 or not _PRISON.search(body))) or (tier == "kanwil" and months <= 60.5):
            continue
        level = "minister" if months >= 60 else "office"
        variant = "office" if tier == "kanwil" else "remand" if re.search(r"\btahanan\b|\brutan\b", body) else None
        years = f"{months / 12:.0f} tahun" if abs(months % 12) < 0.2 or months % 12 > 11.8 else f"{months:.0f} bulan"
        values: dict[str, str | int] = {"party": name_of(party), "length": years, "level": level}
        spot = party_spot(agreement, party, party.office)
        yield Hit(spot, values, variant=variant, confidence="medium" if is_scan(agreement) else None)


# ------------------------------------------------------------------ mandates

_ACTING = lazy(r"\bpl[ht]\b\.?|\bpelaksana (?:harian|tugas)\b(?= (?:kepala|direktur|rektor|dekan|sekretaris|ketua))")
_FOR = lazy(r"\ba\.? ?n\b\.?|\batas nama\b|\bu\.? ?b\b\.?|\bm\.? ?m\b\.?|\bm\.? ?t\b\.?")


@function("acting_official_with_money", values=("party", "office"), variants=("unmarked",))
def acting_official_with_money(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A stand-in signs what costs money; a mandate is cited and "a.n." is missing at the signature."""
    costs = holds(agreement, "money")
    for party in agreement.parties:
        if party.sector not in ("pusat", "daerah", "pendidikan"):
            continue
        office = fold(party.office or "")
        values: dict[str, str | int] = {"party": name_of(party), "office": " ".join((party.office or "").split())}
        if costs and _ACTING.search(office) and not _HEAD.search(office):
            yield Hit(party_spot(agreement, party, party.office), values, confidence=_doubt(agreement, party))
        elif re.search(r"\b(?:berdasarkan|menerima|pelimpahan|surat) mandat\b", said_of(agreement, party)):
            signature = next((s for s in agreement.signatures if s.label and s.label == party.label), None)
            if signature is None or not signature.office or _FOR.search(fold(signature.office)):
                continue
            around = " ".join(agreement.document.blocks[b].text for b in signature.blocks)
            if not _FOR.search(fold(around)):
                yield Hit(Spot("tanda tangan", signature.blocks[0], signature.office), values, variant="unmarked")


# ------------------------------------------------------------------ territory

_EVERYWHERE = Stemmed(
    ("indonesia", "secara nasional"),
    r"\b(?:di|pada|meliputi|mencakup|untuk)\s+(?:se(?:mua|luruh)|segenap)\s+(?:(?:wilayah|daerah|provinsi)\s+(?:di\s+)?)?"
    r"(?:(?:negara\s+kesatuan\s+)?republik\s+)?indonesia\b|\bsecara nasional\b|\b(?:seluruh|semua)\s+"
    r"(?:kantor imigrasi|lembaga pemasyarakatan|lapas|unit pelaksana teknis|kantor wilayah)\s+(?:di|se)\s?-?\s?"
    r"(?:seluruh\s+)?indonesia\b|"
    r"\bwilayah hukum (?:negara\s+kesatuan\s+)?(?:republik\s+)?indonesia\b",
)


@function("beyond_territory", values=("party",))
def beyond_territory(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A local unit agrees on work in the whole country."""
    local = next((p for p in agreement.parties if _tier(p) in ("upt", "kanwil", "divisi")), None)
    if local is None:
        return
    about = {"ruang-lingkup", "objek", "pelaksanaan"}
    articles = {at for at, article in enumerate(agreement.articles) if about & set(article.clauses)}
    for provision, match in search(agreement, _EVERYWHERE, annexes=False):
        if provision.article in articles:
            spot = spot_of(agreement, provision, *sentence_at(provision.text, *match.span()))
            yield Hit(spot, {"party": name_of(local)})
            return
