"""Who bears a cost: "dibebankan pada …", "menanggung …", and the clause that leaves it to a later agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kerjasama_check.agreement import cost_words as words
from kerjasama_check.agreement.cost_parties import each_own
from kerjasama_check.agreement.cost_paying import TO_PAY, receives
from kerjasama_check.agreement.cost_phrases import nominal, thing
from kerjasama_check.agreement.cost_sources import find_sources, owner
from kerjasama_check.agreement.cost_view import FIGURE, PAYMENT_CLAUSES, Cost, View
from kerjasama_check.indonesian.lazy import lazy

_REACH = 150
_WHOEVER = lazy(r"\b(?:kepada|pada|oleh|anggaran)\s{1,2}pihak\s{1,2}yang\b")
# Where the name of a cost ends: "biaya dan/atau pajak yang timbul" are costs in general.
_PHRASE_END = lazy(r"\b(?:yang|akibat|dalam|untuk|sehubungan|dan/atau)\b")
_FROM = lazy(r"\b(?:melalui|dari|dengan|bersumber|pada)\b")
_TOGETHER = lazy(r"\b(?:ditanggung|dipikul|dibiayai|didanai|dibebankan)\s{1,2}(?:secara\s{1,2})?(?:bersama|renteng)")
_EACH = lazy(r"masing\s?[-–—]?\s?masing")
_IS_BORNE = lazy(r"menjadi|merupakan|adalah|ditanggung|di\s?bebankan")
_BORNE = lazy(
    r"\b(?:(pemeliharaan|perawatan|perbaikan)|(penyediaan|pengadaan|pemasangan)|(konsumsi|akomodasi|transpor\w{0,5}|"
    r"listrik)|(kerusakan|penggantian|kerugian|kehilangan))\b"
)
_NO_COST = lazy(r"\s{0,2}(?:segala\s|seluruh\s|semua\s)?(?:ri|re)siko|\s{0,2}akibat")
_COSTLY = lazy(r"kerugian|pemeliharaan|konsumsi|akomodasi|transpor\w+")
_ABOUT_COSTS = lazy(r"\s*\W{0,4}(?:segala|seluruh|semua|hal|biaya|pembiayaan|pendanaan|anggaran)")
_LATER = lazy(r"\b(?:diatur|ditentukan|ditetapkan|dituangkan|disepakati|dibahas|dibicarakan|dirinci|dijabarkan)\b")
_GENERAL = lazy(
    r"\A(?:biaya|pembiayaan|pendanaan|dana|anggaran|ongkos\S*|belanja|pengeluaran|beban|"
    r"biaya-biaya)\s{0,2}(?:\Z|(?:yang|pelaksanaan|penyelenggaraan|kegiatan|"
    r"kerja\s?sama|operasional|pekerjaan|untuk|dalam|dari|akibat|atas|sehubungan|dan|tersebut|perjanjian|"
    r"program|terhadap|pada|terkait|"
    r"keseluruhan|kerjasama|sebagaimana|berkaitan|akan|ini|sebagai|bagi|berdasarkan|di|seluruh|lainnya|maupun|"
    r"serta|implementasi|dimaksud|persiapan)\b)"
)


def bearing(view: View) -> Iterator[Cost]:
    last = 0
    matches = list(view.all(words.BEARING))
    for number, match in enumerate(matches):
        end = matches[number + 1].start() if number + 1 < len(matches) else len(view.text)
        end = min(end, match.end() + 400)
        cost = None if view.negated(match.start()) else _bearing_at(view, match, max(last, match.start() - 320), end)
        if cost is not None:
            yield cost
            last = max(match.end(), cost.end)


def _bearing_at(view: View, match: re.Match[str], start: int, end: int) -> Cost | None:
    before = view.small[start : match.start()]
    verb = match.group()
    noun = words.MONEY_NOUN.search(before)
    if noun is None and not verb.startswith(("dibiayai", "didanai")) and _borne_thing(before, verb) is None:
        return None
    if verb.startswith(("disediakan", "dilakukan", "diambil", "dialokasikan")) and noun is None:
        return None
    if verb.startswith(("bersumber", "berasal")) and noun is None and view.clause not in PAYMENT_CLAUSES:
        return None
    bearer = view.bearer(match.end(), min(end, match.end() + _REACH))
    segment = view.small[match.start() : end]
    source = find_sources(view.text[match.start() : end], view.parties)
    payers = bearer.parties if bearer else ()
    if not payers:
        payers = owner(view.text[match.start() : end], view.parties)
    own = each_own(segment)
    if not payers and (own or _TOGETHER.search(segment)) and not source:
        payers = view.parties.everyone
    if not payers and _WHOEVER.search(segment):
        payers = view.parties.everyone
    if not payers and own and _EACH.search(segment):
        payers = view.parties.everyone
    if not payers and verb.startswith(("menjadi kewenangan", "dilakukan")):
        return None
    kind = _kind(view, before, noun) if noun else (_borne_thing(before, verb) or "umum")
    if not payers and kind != "umum":
        payers = _payer_before(view, start, match.start())
    whole = len(payers) == len(view.parties.labels) > 1
    first = start + (noun.start() if noun else 0)
    what = thing(view.text[first : match.start()]) or "biaya pelaksanaan"
    stop = max(bearer.end if bearer else 0, match.end())
    return Cost(kind, payers, first, what, source, own and whole, False, (), stop)


def _payer_before(view: View, start: int, end: int) -> tuple[int, ...]:
    """Who pays the sum whose budget follows: "PIHAK KESATU memberikan dana sebesar … yang dibebankan pada …"."""
    verb = words.PAYS.search(view.small, start, end)
    doer = view.doer(verb.start()) if verb else None
    if doer is not None:
        return doer[0]
    return next((cost.payers for cost in receives(view) if start <= cost.start < end), ())


def _borne_thing(before: str, verb: str) -> str | None:
    """Upkeep, repair or supply that is somebody's task, without a word for money."""
    if not _IS_BORNE.match(verb):
        return None
    before = before[-200:]
    thing = _BORNE.search(before)
    if thing is None:
        return None
    if thing[2]:
        found = words.object_category(before[thing.end() :])
        return found[0] if found else None
    if thing[3]:
        return "barang" if thing[3] in ("konsumsi", "listrik") else "perjalanan"
    return "pemeliharaan" if thing[1] else "lainnya"


def _kind(view: View, before: str, noun: re.Match[str]) -> str:
    """The category of what is borne: a payment, a special kind of cost, or the costs in general."""
    phrase = before[noun.start() :]
    paid = words.PAYMENT.search(before) or words.PAYS.search(before) or words.RECEIVES.search(before)
    if paid or (FIGURE.search(before) and words.SUM_OF.search(before)):
        special = words.money_category(before[(paid.start() if paid else noun.start()) :][:90])
        return special if special in TO_PAY else "pembayaran"
    short = " ".join(_PHRASE_END.split(phrase, maxsplit=1)[0].split()[:6])
    special = words.money_category(short)
    if special:
        return special
    if noun.group().startswith(("harga", "sewa", "tarif", "imbalan", "uang")):
        return "pembayaran"
    if noun.group() == "denda":
        return "lainnya"
    if _GENERAL.match(phrase) or "pembiayaan" in view.clauses:
        return "umum"
    return "lainnya"


def active(view: View) -> Iterator[Cost]:
    for match in view.all(words.ACTIVE):
        if view.negated(match.start()):
            continue
        doer = view.doer(match.start())
        rest = view.small[match.end() : match.end() + 110]
        whole = match.group() + rest
        if doer is None or _NO_COST.match(rest):
            continue
        noun = words.MONEY_NOUN.search(whole) or _COSTLY.search(whole)
        if noun is None or noun.start() > 60:
            continue
        funds = match.group() in ("membiayai", "mendanai")
        said = _FROM.split(rest if funds else whole[noun.start() :], maxsplit=1)[0]
        special = words.money_category(" ".join(said.split()[:5]))
        own = doer[1] and each_own(view.small)
        source = find_sources(view.text[match.start() :], view.parties)
        what = nominal(view.text[match.start() : match.end()], view.text[match.end() : match.end() + 110])
        yield Cost(special or "umum", doer[0], match.start(), what, source, own, end=match.end())


def deferred(view: View) -> Iterator[Cost]:
    """ "Pembiayaan akan diatur dalam perjanjian kerja sama": a financing clause that leaves it open."""
    noun = words.FINANCING.search(view.small)
    if noun is None or noun.start() > 60:
        return
    if view.clause != "pembiayaan" and not _ABOUT_COSTS.match(view.small):
        return
    verb = words.DEFERRED.search(view.small, noun.end(), noun.end() + 320)
    if verb is None:
        return
    rest = view.small[verb.start() :]
    source = find_sources(view.text[verb.start() :], view.parties)
    own = each_own(rest) and not _LATER.search(rest[:60])
    payers = view.parties.everyone if own else ()
    yield Cost("umum", payers, noun.start(), thing(view.text[noun.start() : verb.start()]), source, own)
