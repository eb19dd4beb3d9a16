"""Who pays whom: prices, fees, instalments, wages, taxes and repayments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kerjasama_check.agreement import cost_words as words
from kerjasama_check.agreement.cost_parties import each_own
from kerjasama_check.agreement.cost_phrases import nominal, thing
from kerjasama_check.agreement.cost_sources import find_sources
from kerjasama_check.agreement.cost_view import FIGURE, PAYMENT_CLAUSES, VERB_FIRST, Cost, View
from kerjasama_check.indonesian.lazy import lazy

_KIND_STOP = lazy(
    r"\b(?:yang|kepada|dari\s{1,2}PIHAK|sesuai|sebagaimana|sebesar|setelah|dengan|dalam\s{1,2}rangka)\b", re.IGNORECASE
)
_LATER = lazy(r"\b(?:setelah|sesudah|apabila|dibuktikan|berdasarkan|sebagaimana|jika|sejak|menerima)\b", re.IGNORECASE)
_BACK = lazy(r"\s*kembali\b", re.IGNORECASE)
TO_PAY = frozenset({"lainnya", "honorarium", "upah-premi", "asuransi-pajak", "hibah", "sewa", "perjalanan"})


def payments(view: View, taken: int) -> Iterator[Cost]:
    rows = [cost for cost in (*_pays(view), *receives(view)) if cost.start > taken or cost.category != "pembayaran"]
    if not rows:
        rows = [cost for cost in _paid(view) if cost.start > taken]
    if not rows and taken < 0:
        rows = [*_payment_noun(view)] or [*_price(view)]
    yield from rows


def _pay_kind(view: View, start: int, reach: int = 100) -> str:
    stop = _KIND_STOP.search(view.text, start + 12, start + reach)
    special = words.money_category(view.text[start : stop.start() if stop else start + reach])
    return special if special in TO_PAY else "pembayaran"


def _pays(view: View) -> Iterator[Cost]:
    for match in view.all(words.PAYS):
        if view.negated(match.start()) or not _pays_money(view, match):
            continue
        rest = view.text[match.end() : match.end() + 120]
        what = nominal(match.group(), rest)
        doer = view.doer(match.start())
        kind = _pay_kind(view, match.start())
        if doer is not None:
            own = doer[1] and each_own(view.text)
            source = _source_of(view, match)
            yield Cost(kind, doer[0], match.start(), what, source, own)
        elif view.heading is None and view.first and VERB_FIRST.match(view.text[: match.start()]) and not view.groups:
            yield Cost(kind, (), match.start(), what, unsaid=True)


def _source_of(view: View, match: re.Match[str]) -> tuple[str, ...]:
    """The budget a payment is made from; what is paid in or held back is no budget."""
    if re.match(r"menyetor|memotong|mengembalikan", match.group(), re.IGNORECASE):
        return ()
    return find_sources(view.text[match.start() :], view.parties)


def _pays_money(view: View, match: re.Match[str]) -> bool:
    verb = match.group().casefold()
    rest = view.text[match.end() : match.end() + 60]
    if verb == "mengembalikan":
        return (
            re.match(
                r"\s*(?:seluruh\s|sisa\s|kelebihan\s|semua\s)?(?:dana|uang|sisa|kelebihan|biaya|pembayaran|kerugian)\b",
                rest,
                re.I,
            )
            is not None
        )
    if verb == "mengganti":
        return (
            re.match(r"\s*(?:\w+\s){0,2}(?:kerugian|rugi|biaya|kerusakan|fasilitas|peralatan)\b", rest, re.I)
            is not None
        )
    if verb.startswith(("memotong", "menyetor", "mentransfer", "melunasi", "mencairkan")):
        return (
            words.MONEY_NOUN.search(rest) is not None
            or re.search(r"dana|pajak|setoran|hasil|kontribusi|pendapatan|penerimaan", rest, re.I) is not None
        )
    return True


def receives(view: View) -> Iterator[Cost]:
    for match in view.all(words.RECEIVES):
        if view.negated(match.start()):
            continue
        subject = view.subject(match.start())
        receiver = (
            subject.parties if subject else view.heading.parties if view.heading and view.opens(match.start()) else ()
        )
        giver = re.compile(r"\b(?:dari|dai|oleh)\s{1,2}").search(view.text, match.end(), match.end() + 220)
        group = view.bearer(giver.start(), giver.end() + 60) if giver else None
        payers = group.parties if group else view.parties.other(receiver)
        stranger = view.heading is not None and not view.heading.parties and subject is None
        if not payers or (group is None and (stranger or not receiver)):
            continue
        rest = view.text[match.end() : match.end() + 120]
        source = find_sources(view.text[match.start() :], view.parties)
        noun = match.group().split()[-1]
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
        before = view.text[max(0, match.start() - 200) : match.start()]
        noun = words.MONEY_NOUN.search(before) or words.PAYMENT.search(before)
        agent = re.compile(r"\b(?:oleh|dari)\s{1,2}").search(view.text, match.end(), match.end() + 160)
        group = view.bearer(agent.start(), agent.end() + 30) if agent else view.bearer(match.end(), match.end() + 2)
        if match.group().casefold() == "dikenakan":
            doer = view.doer(match.start())
            if doer and re.match(r"\s*(?:\w+\s){0,2}(?:biaya|tarif|denda|pajak)", view.text[match.end() :], re.I):
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
            noun is not None and re.match(r"pembiayaan|pendanaan", noun.group(), re.I) and view.clause == "pembiayaan"
        )
        back = match.group().casefold() == "dikembalikan" or _BACK.match(view.text, match.end()) is not None
        if general or back:
            kind = "umum" if general else "lainnya"
        else:
            kind = _pay_kind(view, match.start() - len(before) + (noun.start() if noun else 0), 130)
        named = before[noun.start() :] if noun else "pembayaran"
        amount = words.SUM_OF.search(named)
        what = thing(named[: amount.start() if amount else len(named)])
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
    match = words.PAYMENT.search(view.text, 0, 60)
    if match is None or view.negated(match.start()):
        return
    done = words.IS_DONE.search(view.text, match.end(), match.end() + 240)
    if done is None or re.search(r"\bsaldo\b|\bdeposit\b", view.text[:80], re.I):
        return
    if re.match(
        r"\s*(?:surat|bukti|permohonan|apabila|jika|dalam hal|terlambat|tertunda|keterlambatan|telat)",
        view.text,
        re.I,
    ):
        return
    later = _LATER.search(view.text, match.end(), match.end() + 300)
    end = later.start() if later else match.end() + 300
    agent = re.compile(r"\b(?:oleh|dari)\s{1,2}").search(view.text, match.end(), end)
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
        said = re.compile(r"\b(?:sebesar|sejumlah|senilai|seharga)\b", re.I).search(
            view.text, match.end(), match.end() + 240
        )
        said = said or words.SUM_OF.search(view.text, match.end(), match.end() + 240)
        figure = FIGURE.search(view.text, said.end(), said.end() + 60) if said else None
        close = said is not None and re.match(r"sebesar|sejumlah|senilai|seharga", said.group(), re.I)
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
