"""Who pays whom: prices, fees, instalments, wages, taxes and repayments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kerjasama_check.agreement import cost_words as words
from kerjasama_check.agreement.cost_parties import each_own
from kerjasama_check.agreement.cost_phrases import nominal, thing
from kerjasama_check.agreement.cost_sources import find_sources
from kerjasama_check.agreement.cost_view import FIGURE, PAYMENT_CLAUSES, Cost, View
from kerjasama_check.indonesian.lazy import lazy

_KIND_STOP = lazy(r"\b(?:yang|kepada|dari\s{1,2}pihak|sesuai|sebagaimana|sebesar|setelah|dengan|dalam\s{1,2}rangka)\b")
_LATER = lazy(r"\b(?:setelah|sesudah|apabila|dibuktikan|berdasarkan|sebagaimana|jika|sejak|menerima)\b")
_RETURNS_MONEY = lazy(
    r"\s*(?:seluruh\s|sisa\s|kelebihan\s|semua\s)?(?:dana|uang|sisa|kelebihan|biaya|pembayaran|kerugian)\b"
)
_REPLACES = lazy(r"\s*(?:\w+\s){0,2}(?:kerugian|rugi|biaya|kerusakan|fasilitas|peralatan)\b")
_TURNOVER = lazy(r"dana|pajak|setoran|hasil|kontribusi|pendapatan|penerimaan")
_CHARGED = lazy(r"\s*(?:\w+\s){0,2}(?:biaya|tarif|denda|pajak)")
_BALANCE = lazy(r"\bsaldo\b|\bdeposit\b")
_NO_PAYMENT = lazy(r"\s*(?:surat|bukti|permohonan|apabila|jika|dalam hal|terlambat|tertunda|keterlambatan|telat)")
_GIVER = lazy(r"\b(?:dari|dai|oleh)\s{1,2}")
_AGENT = lazy(r"\b(?:oleh|dari)\s{1,2}")
_AMOUNTS_TO = lazy(r"\b(?:sebesar|sejumlah|senilai|seharga)\b")
_BACK = lazy(r"\s*kembali\b")
TO_PAY = frozenset({"lainnya", "honorarium", "upah-premi", "asuransi-pajak", "hibah", "sewa", "perjalanan"})


def payments(view: View, taken: int) -> Iterator[Cost]:
    rows = [cost for cost in (*_pays(view), *receives(view)) if cost.start > taken or cost.category != "pembayaran"]
    if not rows:
        rows = [cost for cost in _paid(view) if cost.start > taken]
    if not rows and taken < 0:
        rows = [*_payment_noun(view)] or [*_price(view)]
    yield from rows


def _pay_kind(view: View, start: int, reach: int = 100) -> str:
    stop = _KIND_STOP.search(view.small, start + 12, start + reach)
    special = words.money_category(view.small[start : stop.start() if stop else start + reach])
    return special if special in TO_PAY else "pembayaran"


def _pays(view: View) -> Iterator[Cost]:
    for match in view.all(words.PAYS):
        if view.negated(match.start()) or not _pays_money(view, match):
            continue
        rest = view.text[match.end() : match.end() + 120]
        what = nominal(view.text[match.start() : match.end()], rest)
        doer = view.doer(match.start())
        kind = _pay_kind(view, match.start())
        if doer is not None:
            own = doer[1] and each_own(view.small)
            source = _source_of(view, match)
            yield Cost(kind, doer[0], match.start(), what, source, own)
        elif view.heading is None and view.first and view.verb_first(match.start()) and not view.groups:
            yield Cost(kind, (), match.start(), what, unsaid=True)


def _source_of(view: View, match: re.Match[str]) -> tuple[str, ...]:
    """The budget a payment is made from; what is paid in or held back is no budget."""
    if match.group().startswith(("menyetor", "memotong", "mengembalikan")):
        return ()
    return find_sources(view.text[match.start() :], view.parties)


def _pays_money(view: View, match: re.Match[str]) -> bool:
    verb = match.group()
    rest = view.small[match.end() : match.end() + 60]
    if verb == "mengembalikan":
        return _RETURNS_MONEY.match(rest) is not None
    if verb == "mengganti":
        return _REPLACES.match(rest) is not None
    if verb.startswith(("memotong", "menyetor", "mentransfer", "melunasi", "mencairkan")):
        return words.MONEY_NOUN.search(rest) is not None or _TURNOVER.search(rest) is not None
    return True


def receives(view: View) -> Iterator[Cost]:
    for match in view.all(words.RECEIVES):
        if view.negated(match.start()):
            continue
        subject = view.subject(match.start())
        receiver = (
            subject.parties if subject else view.heading.parties if view.heading and view.opens(match.start()) else ()
        )
        giver = _GIVER.search(view.text, match.end(), match.end() + 220)
        group = view.bearer(giver.start(), giver.end() + 60) if giver else None
        payers = group.parties if group else view.parties.other(receiver)
        stranger = view.heading is not None and not view.heading.parties and subject is None
        if not payers or (group is None and (stranger or not receiver)):
            continue
        rest = view.text[match.end() : match.end() + 120]
        source = find_sources(view.text[match.start() :], view.parties)
        noun = view.text[match.start() : match.end()].split()[-1]
        yield Cost(
            _pay_kind(view, match.start()),
            payers,
            match.start(),
            nominal("pembayaran", f"{noun}{rest}"),
            source,
            receiver=receiver,
        )


def _paid(view: View) -> Iterator[Cost]:
    for match in view.all(words.PAID):
        if view.negated(match.start()):
            continue
        first = max(0, match.start() - 200)
        before = view.small[first : match.start()]
        noun = words.MONEY_NOUN.search(before) or words.PAYMENT.search(before)
        agent = _AGENT.search(view.text, match.end(), match.end() + 160)
        group = view.bearer(agent.start(), agent.end() + 30) if agent else view.bearer(match.end(), match.end() + 2)
        if match.group() == "dikenakan":
            doer = view.doer(match.start())
            if doer and _CHARGED.match(view.small[match.end() :]):
                yield Cost(
                    _pay_kind(view, match.start()),
                    doer[0],
                    match.start(),
                    nominal("pembayaran", view.text[match.end() :]),
                )
            continue
        if noun is None and view.clause not in PAYMENT_CLAUSES:
            continue
        if group is None and view.clause not in PAYMENT_CLAUSES:
            continue
        general = (
            noun is not None and noun.group().startswith(("pembiayaan", "pendanaan")) and view.clause == "pembiayaan"
        )
        back = match.group() == "dikembalikan" or _BACK.match(view.small, match.end()) is not None
        if general or back:
            kind = "umum" if general else "lainnya"
        else:
            kind = _pay_kind(view, first + (noun.start() if noun else 0), 130)
        what = "pembayaran"
        if noun is not None:
            amount = words.SUM_OF.search(before, noun.start())
            what = thing(view.text[first + noun.start() : first + amount.start() if amount else match.start()])
        source = find_sources(view.text[match.start() :], view.parties)
        yield Cost(
            kind,
            group.parties if group else (),
            match.start(),
            what,
            source,
            unsaid=group is None and not general and not back and not (agent and agent.start() - match.end() < 3),
        )
        return


def _payment_noun(view: View) -> Iterator[Cost]:
    match = words.PAYMENT.search(view.small, 0, 60)
    if match is None or view.negated(match.start()):
        return
    done = words.IS_DONE.search(view.small, match.end(), match.end() + 240)
    if done is None or _BALANCE.search(view.small[:80]) or _NO_PAYMENT.match(view.small):
        return
    later = _LATER.search(view.small, match.end(), match.end() + 300)
    end = later.start() if later else match.end() + 300
    agent = _AGENT.search(view.text, match.end(), end)
    group = view.bearer(agent.start(), agent.end() + 2) if agent else None
    source = find_sources(view.text[match.start() :], view.parties)
    kind = _pay_kind(view, match.start())
    yield Cost(
        kind,
        group.parties if group else (),
        match.start(),
        thing(view.text[match.start() : done.start()]),
        source,
        unsaid=group is None,
    )


def _price(view: View) -> Iterator[Cost]:
    for match in view.all(words.PRICE):
        if match.start() > 120:
            return
        close = _AMOUNTS_TO.search(view.small, match.end(), match.end() + 240)
        said = close or words.SUM_OF.search(view.small, match.end(), match.end() + 240)
        figure = FIGURE.search(view.small, said.end(), said.end() + 60) if said else None
        if said is None or not (figure or (close and view.clauses & PAYMENT_CLAUSES)):
            continue
        source = find_sources(view.text[match.start() :], view.parties)
        yield Cost(
            _pay_kind(view, match.start(), said.start() - match.start()),
            (),
            match.start(),
            thing(view.text[match.start() : said.start()]),
            source,
            unsaid=True,
        )
        return
