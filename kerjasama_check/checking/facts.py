"""Facts of an agreement that rules ask about (`applies: {when: […]}`): who takes part and what is at stake.

A fact is a small function over the tree; it is asked by name and computed once per agreement.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from functools import cache

from kerjasama_check.agreement.model import Agreement, Party
from kerjasama_check.checking.glance import worded
from kerjasama_check.checking.text import all_text, fold

Fact = Callable[[Agreement], bool]
FACTS: dict[str, Fact] = {}
SPLIT = datetime.date(2024, 10, 21)  # the cabinet that divided the ministry of law and human rights
PUBLIC = frozenset({"pusat", "daerah"})


def fact(name: str) -> Callable[[Fact], Fact]:
    """Register a fact under the name that rule files use."""

    def register(call: Fact) -> Fact:
        FACTS[name] = call
        return call

    return register


class Facts:
    """The facts of one agreement, each computed when first asked for. assumed: what a profile takes for granted."""

    def __init__(self, agreement: Agreement, assumed: frozenset[str] = frozenset()) -> None:
        self.agreement = agreement
        self._known: dict[str, bool] = dict.fromkeys(assumed, True)

    def holds(self, name: str) -> bool:
        """Whether a fact holds; "a|b" whether one of them does."""
        if "|" in name:
            return any(self.holds(part) for part in name.split("|"))
        if name not in self._known:
            self._known[name] = FACTS[name](self.agreement)
        return self._known[name]


def holds(agreement: Agreement, name: str) -> bool:
    """Whether a fact holds, for functions that need one by themselves."""
    return FACTS[name](agreement)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def _who(party: Party) -> str:
    """What names the body of a party, without its address and its legal bases."""
    return fold(" ; ".join(part for part in (party.institution, party.office, party.acts_for) if part))


def _any_party(agreement: Agreement, pattern: str) -> bool:
    return any(_pattern(pattern).search(_who(party)) for party in agreement.parties)


def _sectors(agreement: Agreement) -> list[str]:
    return [party.sector for party in agreement.parties if party.sector]


_PRISON = (
    r"\blembaga pemasyarakatan\b|\blapas\b|\brumah tahanan\b|\brutan\b|\bbalai pemasyarakatan\b|\bbapas\b|\blpka\b|"
    r"\blembaga pembinaan khusus anak\b|\blpas\b|\brupbasan\b|\bdirektorat jenderal pemasyarakatan\b|\bditjenpas\b|"
    r"\bdirektur jenderal pemasyarakatan\b"
)
_IMMIGRATION = r"\bimigrasi\b|\bkeimigrasian\b|\bkanim\b|\brudenim\b"
_LAW_MINISTRY = (
    r"\bkementerian hukum\b|\bkemenkumham\b|\bkemenkum\b|\bkanwil hukum\b|\bmenteri hukum\b|\bdepartemen hukum\b|"
    r"\bkementerian hak asasi manusia\b|\bbalai harta peninggalan\b|\bdirektorat jenderal administrasi hukum umum\b"
)


@fact("prison")
def prison(agreement: Agreement) -> bool:
    """A prison, probation office or their directorate is a party."""
    return _any_party(agreement, _PRISON)


@fact("immigration")
def immigration(agreement: Agreement) -> bool:
    return _any_party(agreement, _IMMIGRATION)


@fact("kumham")
def kumham(agreement: Agreement) -> bool:
    """The ministry of law and human rights, one of its successors or a unit of them is a party."""
    return _any_party(agreement, f"{_LAW_MINISTRY}|{_PRISON}|{_IMMIGRATION}")


@fact("imipas")
def imipas(agreement: Agreement) -> bool:
    """A unit of the ministry of immigration and corrections: that ministry, immigration or a prison."""
    return _any_party(agreement, f"{_PRISON}|{_IMMIGRATION}")


@fact("region")
def region(agreement: Agreement) -> bool:
    """A province, regency, city or village, or one of their bodies, is a party."""
    return "daerah" in _sectors(agreement)


@fact("central")
def central(agreement: Agreement) -> bool:
    return "pusat" in _sectors(agreement)


@fact("central-and-region")
def central_and_region(agreement: Agreement) -> bool:
    return central(agreement) and region(agreement)


@fact("third-party")
def third_party(agreement: Agreement) -> bool:
    """A partner that is not government: what PP 28/2018 calls a third party of a region."""
    return any(sector in ("swasta", "bumn", "organisasi", "perorangan", "pendidikan") for sector in _sectors(agreement))


@fact("public-party")
def public_party(agreement: Agreement) -> bool:
    """A party spends state or regional money (state schools and universities count)."""
    if any(sector in PUBLIC for sector in _sectors(agreement)):
        return True
    return any(is_state_school(party) for party in agreement.parties)


_STATE_SCHOOL = (
    r"\bnegeri\b|\bkementerian\b|\bpoltekkes\b|keputusan (?:menteri|presiden)|\b(?:uin|iain|stain|stan|ipdn|itb|"
    r"its|ipb)\b|"
    r"politeknik (?:kesehatan|imigrasi|ilmu pemasyarakatan)|institut (?:teknologi (?:bandung|sepuluh|sumatera|"
    r"kalimantan|bacharuddin)|"
    r"pertanian bogor|seni indonesia)|universitas (?:indonesia\b|gadjah mada|airlangga|diponegoro|brawijaya|"
    r"padjadjaran|hasanuddin|"
    r"andalas|sriwijaya|lampung|bengkulu|jambi|riau\b|sumatera utara|syiah kuala|malikussaleh|teuku umar|"
    r"samudra|tanjungpura|"
    r"mulawarman|lambung mangkurat|palangka ?raya|borneo tarakan|sam ratulangi|tadulako|halu ?oleo|pattimura|"
    r"khairun|cenderawasih|"
    r"papua\b|musamus|udayana|mataram\b|nusa cendana|timor\b|pendidikan (?:ganesha|indonesia)|sebelas maret|"
    r"jenderal soedirman|"
    r"tidar|jember\b|trunojoyo|sultan ageng|singaperbangsa|siliwangi|bangka belitung|maritim raja|sulawesi barat|"
    r"sembilan ?belas november|terbuka\b|pembangunan nasional)"
)
_PRIVATE_SCHOOL = r"\byayasan\b|\bswasta\b|\bmuhammadiyah\b|\bpgri\b"


def is_state_school(party: Party | None) -> bool:
    """A school or university of the state, as far as its name or the appointment of its head shows."""
    if party is None or party.sector != "pendidikan":
        return False
    text = fold(f"{party.institution or ''} {party.text}")
    return re.search(_STATE_SCHOOL, text) is not None and re.search(_PRIVATE_SCHOOL, text) is None


@fact("all-public")
def all_public(agreement: Agreement) -> bool:
    """Every party is a government body."""
    return bool(agreement.parties) and all(party.sector in PUBLIC for party in agreement.parties)


@fact("education")
def education(agreement: Agreement) -> bool:
    return "pendidikan" in _sectors(agreement)


@fact("private-party")
def private_party(agreement: Agreement) -> bool:
    return any(sector in ("swasta", "bumn", "organisasi", "perorangan") for sector in _sectors(agreement))


@fact("private-only")
def private_only(agreement: Agreement) -> bool:
    """No party is, or may be, a public body: every sector is known and private."""
    private = ("swasta", "organisasi", "perorangan")
    return bool(agreement.parties) and all(party.sector in private for party in agreement.parties)


@fact("foreign-party")
def foreign_party(agreement: Agreement) -> bool:
    return "asing" in _sectors(agreement)


@fact("two-parties")
def two_parties(agreement: Agreement) -> bool:
    return len(agreement.parties) == 2


@fact("many-parties")
def many_parties(agreement: Agreement) -> bool:
    return len(agreement.parties) > 2


def _said(agreement: Agreement, pattern: str) -> bool:
    return worded(pattern).found_in(all_text(agreement)) is not None


@fact("personal-data")
def personal_data(agreement: Agreement) -> bool:
    """Data of persons are exchanged or opened: an exchange or use of data, and a word that makes it personal."""
    exchange = (
        r"(pertukaran|pemanfaatan|akses|berbagi|integrasi|penyediaan|pemadanan|pembagian|penyerahan|permintaan)"
        r" (dan/atau \w+ |dan \w+ )?(data|informasi)\b|\bhak akses\b|\bhost to host\b|\bweb service\b"
    )
    personal = (
        r"\bdata pribadi\b|\bdata kependudukan\b|\bnomor induk kependudukan\b|\bnik\b|\bbiometrik\b|"
        r"\bdata keimigrasian\b|\bdata warga binaan\b|\bdata narapidana\b|\bdata tahanan\b|\brekam medis\b|"
        r"\bdata kesehatan\b|\bdata pasien\b|"
        r"\bdata perlintasan\b|\bdata nasabah\b|\bdata pegawai\b|\bdata peserta\b|\bdata penduduk\b|"
        r"\bdata mahasiswa\b"
    )
    return _said(agreement, r"\bdata pribadi\b") or (_said(agreement, exchange) and _said(agreement, personal))


@fact("money")
def money(agreement: Agreement) -> bool:
    """A sum is named or a payment between the parties is owed."""
    return bool(agreement.amounts) or _said(
        agreement, r"\bmembayar\b|\bpembayaran\b|\bdibayarkan\b|\bharga\b|\btarif\b"
    )


@fact("paid")
def paid(agreement: Agreement) -> bool:
    """It has an article on price or payment."""
    return any("harga-pembayaran" in article.clauses for article in agreement.articles)


@fact("state-goods")
def state_goods(agreement: Agreement) -> bool:
    return _said(
        agreement,
        r"\bbarang milik (negara|daerah)\b|\bbm[nd]\b|\bpinjam pakai\b|\baset (milik )?(negara|daerah|pihak)\b|"
        r"\btanah (dan/atau|dan|atau) bangunan\b",
    )


@fact("grant")
def grant(agreement: Agreement) -> bool:
    return _said(agreement, r"\bhibah\b|\bmenghibahkan\b")


@fact("umbrella-named")
def umbrella_named(agreement: Agreement) -> bool:
    """An umbrella agreement is named with a number or a date."""
    return _said(
        agreement,
        r"\b(nota kesepahaman|kesepakatan bersama|nota kesepakatan|memorandum of understanding)\b.{0,200}"
        r"\b(nomor|no\.|tanggal)\b",
    )


@fact("young")
def young(agreement: Agreement) -> bool:
    """Dated after the ministry was divided, or not dated yet."""
    return agreement.date is None or agreement.date >= SPLIT


@fact("template")
def template(agreement: Agreement) -> bool:
    return agreement.template
