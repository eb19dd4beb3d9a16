"""How disputes are settled: deliberation first, one forum, named in full, and no stage that undoes another."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from itertools import islice

from kerjasama_check.agreement.model import Agreement, Provision
from kerjasama_check.checking.facts import fact, holds
from kerjasama_check.checking.findings import Confidence, Hit, Spot
from kerjasama_check.checking.functions.figures import durations_of
from kerjasama_check.checking.glance import Stemmed
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.scans import is_scan, read_surely
from kerjasama_check.checking.text import body, per_agreement, sentence_at, spot_of
from kerjasama_check.indonesian.lazy import lazy

_FLAGS = re.IGNORECASE
_ENOUGH = 20  # mentions in one provision; no more are needed to know the forum
_CLAUSE = "penyelesaian-perselisihan"
_DISPUTE = Stemmed(
    ("rselisih", "sengketa", "perbedaan p", "dispute", "domisili", "kepanitera", "kedudukan hukum"),
    r"\bpe?rselisih\w*|\bsengketa\b|\bperbedaan (?:pendapat|penafsiran|pandangan)\b|\bdisputes?\b|\bdomisili\b|"
    r"\bkepanitera\w+|\bmemilih (?:tempat )?kedudukan hukum\b",
)
_FRIENDLY = lazy(
    r"mu[sy]\w*warah\w*|muf[ae][kt]\w*|\bkekeluargaan\b|\b(?:pe)?runding\w*|\bberunding\b|\bneg[oe]si\w+|\bkonsultasi\b|"
    r"\bdamai\b|\bperdamaian\b|\bmediasi\b|\bmediator\b|\bamicabl\w+|\bnegotiat\w+|\bconsult\w+|\bmutual\w*|"
    r"\bdiskusi\b|\bdibicarakan\b|\bdisepakati bersama\b",
    _FLAGS,
)
_ARBITRATION = lazy(
    r"\bar[bv]itra\w+|\bbadan arbitrase\b|\bBANI\b|\bbasyarnas\b|\bwasit\b|\barbitrat\w+|\bSIAC\b", _FLAGS
)
_COURT = lazy(r"\bpengadilan\b|\bkepaniteraan\b|\bpanitera\b|\b(?:district )?courts? of\b|\bdistrict court\b", _FLAGS)
# The court is named for something else than to hear the case, or is ruled out.
_COURT_ONLY_FOR = lazy(
    r"\b(?:tidak|bukan|tanpa|mengesampingkan|selain)\W+(?:(?:akan|melalui|kepada|ke|di|diajukan|dibawa|kewenangan)\W+)"
    r"{0,3}pengadilan\b|"
    r"\b(?:pelaksanaan|eksekusi|pendaftaran|mendaftarkan|didaftarkan|exequatur|putusan arbitrase|penetapan)\b"
    r"[^.;]{0,80}\bpengadilan\b|\bpengadilan\b[^.;]{0,80}\b(?:eksekusi|putusan arbitrase|pendaftaran)\b|"
    r"\b1266\b|\bputusan pengadilan\b|\bdi luar pengadilan\b",
    _FLAGS,
)
_LEGAL_PATH = lazy(r"\b(?:jalur|jalan|proses|secara|cara) hukum\b|\bketentuan hukum\b|\bhukum yang berlaku\b", _FLAGS)


@fact("all-central")
def all_central(agreement: Agreement) -> bool:
    """Every party is a body of the central government."""
    return len(agreement.parties) > 1 and all(party.sector == "pusat" for party in agreement.parties)


@per_agreement
def dispute_provisions(agreement: Agreement) -> list[Provision]:
    """The provisions on disputes: the whole article that is about them, single provisions of others."""
    main = {at for at, a in enumerate(agreement.articles) if a.clauses[:1] == (_CLAUSE,)}
    about = {id(p) for p in body(agreement, _DISPUTE) if _DISPUTE.search(p.text)}
    return [p for p in body(agreement) if p.article in main or id(p) in about]


def _whole(provisions: list[Provision]) -> str:
    return "\n".join(p.text for p in provisions)


@function("no_deliberation", absence=True)
def no_deliberation(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """Disputes are regulated, but not that the parties first try to agree."""
    about = [a for a in agreement.articles if a.clauses[:1] == (_CLAUSE,)]
    provisions = dispute_provisions(agreement)
    text = _whole(provisions)
    if not about or not text.strip() or len(text.split()) < 8 or _FRIENDLY.search(text):
        return
    settle = re.compile(r"\bdisele\w+|\bpenyelesaian\b|\bmenyele\w+|\bsettled\b|\bpengadilan\b|\bdiputus\w*", _FLAGS)
    for provision in provisions:
        if match := settle.search(provision.text):
            yield Hit(spot_of(agreement, provision, *sentence_at(provision.text, *match.span())))
            return


def _forums(provisions: list[Provision]) -> tuple[list[_Place], list[_Place]]:
    """Where arbitration and where a court is chosen."""
    arbitration, court = [], []
    for provision in provisions:
        for match in islice(_ARBITRATION.finditer(provision.text), _ENOUGH):
            arbitration.append((provision, match))
        for match in islice(_COURT.finditer(provision.text), _ENOUGH):
            first, last = sentence_at(provision.text, *match.span())
            if not _COURT_ONLY_FOR.search(provision.text[first:last]):
                court.append((provision, match))
    return arbitration, court


_Place = tuple[Provision, re.Match[str]]


@function("court_and_arbitration")
def court_and_arbitration(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """Both arbitration and a court are chosen, though the one shuts the other out."""
    arbitration, court = _forums(dispute_provisions(agreement))
    if not arbitration or not court:
        return
    provision, match = arbitration[0]
    other, beside = court[0]
    spot = spot_of(agreement, provision, *sentence_at(provision.text, *match.span()))
    more = spot_of(agreement, other, *sentence_at(other.text, *beside.span()))
    yield Hit(spot, more=(more,) if more != spot else (), confidence="medium" if is_scan(agreement) else None)


@function("forum_between_agencies", values=("forum",))
def forum_between_agencies(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A court or an arbitrator is to decide between bodies of the central government."""
    arbitration, court = _forums(dispute_provisions(agreement))
    for places, forum in ((court, "court"), (arbitration, "arbitration")):
        if places:
            provision, match = places[0]
            spot = spot_of(agreement, provision, *sentence_at(provision.text, *match.span()))
            yield Hit(spot, {"forum": forum})
            return


@function("deliberation_without_limit", absence=True)
def deliberation_without_limit(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """A further stage follows the deliberation, but it is not said how long that may take."""
    provisions = dispute_provisions(agreement)
    arbitration, court = _forums(provisions)
    text = _whole(provisions)
    further = arbitration or court or _LEGAL_PATH.search(text)
    if not further or re.search(r"\bjangka waktu\b|\bdalam waktu\b", text, _FLAGS) or durations_of(text):
        return
    for provision in provisions:
        if match := _FRIENDLY.search(provision.text):
            yield Hit(spot_of(agreement, provision, *sentence_at(provision.text, *match.span())))
            return


# ------------------------------------------------------------------ foreign law

_FOREIGN_LAW = lazy(
    r"\b(?:governed by|construed in accordance with|in accordance with|subject to)\b[^.;]{0,60}?\blaws? (?:and "
    r"regulations )?(?:of|in)\b(?P<of>[^.;]{1,60})|\bhukum (?:negara )?(?P<from>[A-Z]\w+(?: [A-Z]\w+)?)"
)
_OWN_LAW = lazy(
    r"indonesia|republik|\bri\b|positif|acara|perdata|pidana|administrasi|negara\b|both|each|either|their|respective|"
    r"kedua|masing|internasional|international|yang",
    _FLAGS,
)
_FOREIGN_FORUM = lazy(
    r"\b(?:SIAC|HKIAC|LCIA|ICSID)\b|\bInternational Chamber of Commerce\b|\b(?:Singapore|London|Hong Kong|Kuala Lumpur|"
    r"Asian) (?:International )?Arbitration\b|\bcourts? of (?!(?:the republic of )?indonesia)(?-i:[A-Z])\w+",
    _FLAGS,
)
_PEACEFUL_ONLY = lazy(r"\bpengadilan\b|\barbitra\w+|\bcourts?\b", _FLAGS)


@function("foreign_forum", values=("law",), variants=("forum", "region"))
def foreign_forum(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """Foreign law or a foreign forum is chosen; a region is bound to a court or arbitrator at all."""
    for provision in body(agreement):
        for match in _FOREIGN_LAW.finditer(provision.text):
            of = " ".join((match["of"] or match["from"] or "").split())
            if of and not _OWN_LAW.search(of):
                yield Hit(spot_of(agreement, provision, match.start(), match.end()), {"law": of})
                return
        if forum := _FOREIGN_FORUM.search(provision.text):
            spot = spot_of(agreement, provision, forum.start(), forum.end())
            yield Hit(spot, {"law": forum.group()}, variant="forum")
            return
    if not holds(agreement, "region"):
        return
    for provision in dispute_provisions(agreement):
        chosen = _PEACEFUL_ONLY.search(provision.text)
        first, last = sentence_at(provision.text, *chosen.span()) if chosen else (0, 0)
        if chosen and not re.search(r"\btanpa\b|\btidak\b|\bwithout\b|\bnot\b", provision.text[first:last], _FLAGS):
            yield Hit(spot_of(agreement, provision, first, last), {"law": chosen.group()}, variant="region")
            return


# ------------------------------------------------------------------ the forum in full

_NAMED = lazy(
    r"\A[\s,“\"(]*(?:kelas\s+\w+(?:\s?[-/]?\s?[ab])?\s*|klas\s+\w+\s*|di\s+|pada\s+|kota\s+|kabupaten\s+|"
    r"hubungan industrial\s*|niaga\s*|wilayah hukum\s+|di wilayah\s+|yang\s+(?:ber|mem|wilayah)\w+\s*|dan\s+)*"
    r"(?-i:[A-Z])[\w’']{2,}|\A[\s,“\"(]*(?:\.{3,}|…|_{2,}|[\[{$<«*])",
    _FLAGS,
)
_DESCRIBED = lazy(
    r"\A[\s,]*(?:yang\s+(?:membawahi|wilayah|berwenang|daerah)|sesuai\s+domisili|di\s+(?:tempat|wilayah|domisili)|"
    r"sebagaimana|(?:di\s+)?tempat\s+(?:kedudukan|tinggal|domisili))",
    _FLAGS,
)
_DISTRICT = lazy(r"\bpengadilan\s+negeri\b(?:\s+(?:kelas|klas)\s+\w+\b)?", _FLAGS)
_AUTHORITY = lazy(
    r"\b(?:melalui|kepada|oleh)\s+(?:(?:instansi|pihak|pejabat|lembaga)\s+(?:yang\s+)?(?:terkait|berwenang|berwajib))\b",
    _FLAGS,
)


@function("forum_not_named", values=("forum",), variants=("path", "authority"))
def forum_not_named(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """The forum is left open: a district court without its town, "jalur hukum", "instansi terkait"."""
    provisions = dispute_provisions(agreement)
    courts = [(p, m) for p in provisions for m in _DISTRICT.finditer(p.text)]
    for provision, match in courts:
        rest = provision.text[match.end() : match.end() + 80]
        if _NAMED.match(rest) or _DESCRIBED.match(rest):
            return
    if courts:
        provision, match = courts[0]
        spot = spot_of(agreement, provision, *sentence_at(provision.text, *match.span()))
        if read_surely(agreement, spot):
            yield Hit(spot, {"forum": " ".join(match.group().split())}, confidence=_doubt(agreement))
        return
    arbitration, court = _forums(provisions)
    if court and not arbitration:
        yield from _bare_court(agreement, court)
    if arbitration or court:
        return
    for pattern, variant in ((_AUTHORITY, "authority"), (_LEGAL_PATH, "path")):
        for provision in provisions:
            found = pattern.search(provision.text)
            if found and _settles(provision, found):
                spot = spot_of(agreement, provision, *sentence_at(provision.text, *found.span()))
                yield Hit(spot, {"forum": found.group()}, variant=variant, confidence="medium")
                return


_KIND_OF_COURT = lazy(
    r"\A[\s,“\"]*(?:negeri|tinggi|niaga|agama|pajak|militer|tata usaha|hubungan|tindak pidana|umum|internasional)\b",
    _FLAGS,
)


def _bare_court(agreement: Agreement, court: list[_Place]) -> Iterator[Hit]:
    """ "diselesaikan melalui pengadilan": neither which court nor where."""
    for provision, match in court:
        rest = provision.text[match.end() : match.end() + 80]
        if match.group().casefold() != "pengadilan" or any(
            pattern.match(rest) for pattern in (_KIND_OF_COURT, _NAMED, _DESCRIBED)
        ):
            return
    provision, match = court[0]
    if _settles(provision, match):
        spot = spot_of(agreement, provision, *sentence_at(provision.text, *match.span()))
        yield Hit(spot, {"forum": match.group().capitalize()}, confidence="medium")


def _settles(provision: Provision, match: re.Match[str]) -> bool:
    """The words say where the dispute goes, not which law governs."""
    first, last = sentence_at(provision.text, *match.span())
    sentence = provision.text[first:last]
    return bool(
        re.search(
            r"\bdisele\w+|\bmenyele\w+|\bpenyelesaian\b|\bmenempuh\b|\bditempuh\b|\bdibawa\b|\bdiajukan\b",
            sentence,
            _FLAGS,
        )
        and not re.search(r"\btunduk\b|\bditafsirkan\b|\bdengan (?:tetap )?memperhatikan\b", sentence, _FLAGS)
        and re.search(r"\btidak\b|\bapabila\b|\bbila\b|\bgagal\b|\bjika\b|\bdalam hal\b", provision.text, _FLAGS)
    )


def _doubt(agreement: Agreement) -> Confidence | None:
    return "medium" if is_scan(agreement) else None


# ------------------------------------------------------------------ stages that undo each other

_DECIDES = lazy(
    r"\b(?:keputusan|putusan|penetapan|ketetapan)\s+(?:akhir\s+)?(?:dari\s+)?(?P<party>pihak\s+(?:kesatu|pertama|kedua|"
    r"ketiga|i{1,3}))\b[^.;]{0,60}?\b(?:mengikat|final|mutlak|menentukan|berlaku|diikuti|tidak dapat diganggu)\b|"
    r"\b(?:diputuskan|ditentukan|ditetapkan)\s+(?:secara sepihak\s+)?oleh\s+(?P<by>pihak\s+(?:kesatu|pertama|kedua|"
    r"ketiga|i{1,3}))\b|"
    r"\b(?P<does>pihak\s+(?:kesatu|pertama|kedua|ketiga|i{1,3}))\s+(?:(?:yang|dapat|akan|berhak|berwenang)\s+){0,2}"
    r"(?:mengambil|menetapkan|membuat|memberikan|menjatuhkan)\s+(?:keputusan|putusan|penetapan)\b[^.;]{0,80}?"
    r"\b(?:mengikat|final|mutlak|menentukan|wajib)\b",
    _FLAGS,
)
_TOWN = lazy(
    r"\bpengadilan\s+negeri\s+(?:(?:kelas|klas)\s+\w+\s+)?(?:di\s+)?(?:kota\s+|kabupaten\s+)?"
    r"(?P<town>(?-i:[A-Z])[\w’']+(?:[ ](?-i:[A-Z])[\w’']+)?)",
    _FLAGS,
)


@function("dispute_contradicts_itself", values=("first", "second"), variants=("decides", "courts", "after-arbitration"))
def dispute_contradicts_itself(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """One party decides what was to be agreed; two courts; a lawsuit after a binding award."""
    provisions = dispute_provisions(agreement)
    yield from _one_decides(agreement, provisions)
    yield from _two_courts(agreement, provisions)
    yield from _after_arbitration(agreement, provisions)


def _one_decides(agreement: Agreement, provisions: list[Provision]) -> Iterator[Hit]:
    if not _FRIENDLY.search(_whole(provisions)):
        return
    for provision in provisions:
        match = _DECIDES.search(provision.text)
        if match:
            spot = spot_of(agreement, provision, *sentence_at(provision.text, *match.span()))
            party = " ".join((match["party"] or match["by"] or match["does"]).upper().split())
            yield Hit(spot, {"first": party, "second": ""}, variant="decides", confidence=_doubt(agreement))
            return


def _two_courts(agreement: Agreement, provisions: list[Provision]) -> Iterator[Hit]:
    found: list[tuple[str, Spot]] = []
    for provision in provisions:
        for match in islice(_TOWN.finditer(provision.text), _ENOUGH):
            found.append((match["town"], spot_of(agreement, provision, match.start(), match.end())))
    for town, spot in found[1:]:
        first = found[0][0].casefold()
        alike = difflib.SequenceMatcher(None, first, town.casefold(), autojunk=False).ratio()
        within = first in town.casefold() or town.casefold() in first
        if within or alike >= 0.6 or not (read_surely(agreement, spot) and read_surely(agreement, found[0][1])):
            continue
        values: dict[str, str | int] = {"first": found[0][0], "second": town}
        yield Hit(spot, values, (found[0][1],), "courts", _doubt(agreement))
        return


_LATER = lazy(
    r"\b(?:tidak|gagal)\b[^.;]{0,80}\bar[bv]?[ir]*tra\w+[^.;]{0,160}\b(?:jalur|jalan|proses) hukum\b|"
    r"\bar[bv]?[ir]*tra\w+[^.;]{0,60}\btidak\b[^.;]{0,120}\b(?:jalur|jalan|proses) hukum\b",
    _FLAGS,
)


def _after_arbitration(agreement: Agreement, provisions: list[Provision]) -> Iterator[Hit]:
    if _forums(provisions)[1]:
        return  # that is another rule's finding
    for provision in provisions:
        if "hukum" in provision.text.lower() and (match := _LATER.search(provision.text)):
            spot = spot_of(agreement, provision, *sentence_at(provision.text, *match.span()))
            yield Hit(spot, {"first": "", "second": ""}, variant="after-arbitration", confidence=_doubt(agreement))
            return
