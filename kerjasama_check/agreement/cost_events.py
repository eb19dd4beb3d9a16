"""What a sentence says of costs: who bears, pays or provides what. Each kind of saying has its own small reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kerjasama_check.agreement import cost_words as words
from kerjasama_check.agreement.cost_parties import Mention, Parties, each_own
from kerjasama_check.agreement.cost_phrases import nominal, shorten
from kerjasama_check.agreement.cost_sources import find_sources, owner
from kerjasama_check.agreement.cost_walk import Heading, Sentence, plain

_REACH = 150
# Before these words a party is no subject of the verb that follows: "mahasiswa PIHAK KESATU wajib membayar".
_MAY_STAND_BEFORE = re.compile(
    r"(?:\A|[,;:.|)\]”\"'’–—-]|\b(?:bahwa|maka|dan|serta|atau|sedangkan|adapun|apabila|jika|bila|bilamana|hal|agar|dimana|mana|"
    r"yaitu|kewajiban|hak|tugas|ini|tersebut|selanjutnya|itu|oleh\s?karena\s?itu|[0-9a-z]\.?|[a-z]\))\s)\s{0,2}[“\"'‘(]?\Z",
    re.IGNORECASE,
)
_POWER = re.compile(
    r"\b(?:dapat|berhak|berwenang|boleh|memiliki\s+hak|mempunyai\s+hak|tidak|belum|tanpa)\b", re.IGNORECASE
)
_MUST = re.compile(
    r"\b(?:wajib|berkewajiban|harus|akan|bersedia|sepakat|setuju|bertanggung\s?jawab|bertugas)\b", re.IGNORECASE
)
_NO_BEARER = re.compile(
    r"\b(?:kesepakatan|persetujuan|disepakati|disetujui|musyawarah|ketentuan|kebijakan|peraturan|berlaku|antara|kewenangan|"
    r"kepentingan|ditetapkan|ditentukan|diatur|kebutuhan|mahasiswa|pegawai|kontrak)\s{1,2}(?:\w{1,9}\s{1,2}){0,2}\Z",
    re.IGNORECASE,
)
_VERB_FIRST = re.compile(
    r"\s*(?:[\w.)]{1,3}\s{1,2}){0,2}(?:(?:turut|ikut|wajib|harus|akan|bersama|secara|untuk|telah|berkewajiban|bertanggung\s?jawab|membantu|"
    r"bersama-sama|saling|dapat)\s{1,2}){0,3}\Z",
    re.IGNORECASE,
)
_STARTS_WITH_VERB = re.compile(
    r"\s*[(\d.)a-z\s]{0,4}(?:me[a-z]{3,}|ber[a-z]{3,}|wajib|harus|akan|turut|ikut|saling|secara|bersama\w*|se[a-z]+\s)",
    re.I,
)
_TOGETHER = re.compile(
    r"\b(?:ditanggung|dipikul|dibiayai|didanai|dibebankan)\s{1,2}(?:secara\s{1,2})?(?:bersama|renteng)", re.IGNORECASE
)
_FIGURE = re.compile(r"\b(?:Rp|IDR|USD)\b\.?|\b\d{1,3}(?:\.\d{3}){1,5}\b|\$\{|Rp[.\d…]", re.IGNORECASE)
_INCLUDED = re.compile(r"\b(?:sudah|telah|tidak)\s{1,2}termasuk\b", re.IGNORECASE)
_OBJECT_STOP = re.compile(
    r"\b(?:untuk|guna|yang|dalam|agar|kepada|bagi|demi|sesuai|dengan|pada|sebagai|di|oleh|sebagaimana|apabila|termasuk|dari|berupa)\b",
    re.I,
)
_KIND_STOP = re.compile(
    r"\b(?:yang|kepada|dari\s{1,2}PIHAK|sesuai|sebagaimana|sebesar|setelah|dengan|dalam\s{1,2}rangka)\b", re.IGNORECASE
)
_LATER = re.compile(
    r"\b(?:setelah|sesudah|apabila|dibuktikan|berdasarkan|sebagaimana|jika|sejak|menerima)\b", re.IGNORECASE
)
_BACK = re.compile(r"\s*kembali\b", re.IGNORECASE)
_TO_PAY = frozenset({"lainnya", "honorarium", "upah-premi", "asuransi-pajak", "hibah", "sewa", "perjalanan"})
_GENERAL = re.compile(
    r"\A(?:biaya|pembiayaan|pendanaan|dana|anggaran|ongkos\S*|belanja|pengeluaran|beban|biaya-biaya)\s{0,2}(?:\Z|(?:yang|pelaksanaan|penyelenggaraan|kegiatan|"
    r"kerja\s?sama|operasional|pekerjaan|untuk|dalam|dari|akibat|atas|sehubungan|dan|tersebut|perjanjian|program|terhadap|pada|terkait|"
    r"keseluruhan|kerjasama|sebagaimana|berkaitan|akan|ini|sebagai|bagi|berdasarkan|di|seluruh|lainnya|maupun|serta|implementasi|dimaksud|persiapan)\b)",
    re.IGNORECASE,
)
_PAYMENT_CLAUSES = frozenset({"harga-pembayaran", "pembiayaan"})


@dataclass(frozen=True, slots=True)
class Cost:
    """A cost as a sentence states it. start: offset in the sentence. unsaid: a payment whose payer the sentence leaves out.
    receiver: who receives a payment, as far as it is said."""

    category: str
    payers: tuple[int, ...]
    start: int
    what: str
    source: tuple[str, ...] = ()
    own: bool = False
    unsaid: bool = False
    receiver: tuple[int, ...] = ()
    end: int = 0


class Reader:
    """Reads the costs of one sentence."""

    def __init__(self, sentence: Sentence, parties: Parties) -> None:
        self.parties = parties
        self.text = plain(sentence.text)
        self.clause = sentence.article.clauses[0] if sentence.article.clauses else "lainnya"
        self.clauses = frozenset(sentence.article.clauses)
        self.heading = sentence.heading
        self.first = sentence.first
        self.groups = list(_groups(self.text, parties))

    def costs(self) -> list[Cost]:
        found = [*self._bearing(), *self._active()]
        if _INCLUDED.search(self.text) and not found and not _FIGURE.search(self.text):
            return []
        taken = max((cost.end for cost in found), default=-1)
        payments = [] if self._one_payment(found) else list(self._payments(taken))
        found += payments
        if not found:
            found += self._deferred()
        for cost in [*self._providing(), *self._provided()]:
            if not any(cost.category == other.category and set(cost.payers) <= set(other.payers) for other in found):
                found.append(cost)
        return _distinct(sorted(found, key=lambda cost: cost.start))

    # -------------------------------------------------------------- helpers
    def _negated(self, at: int) -> bool:
        return words.NEGATED.search(self.text, max(0, at - 40), at) is not None

    def _subject(self, at: int) -> Mention | None:
        """The party that does what the verb at `at` says; None where no party of the sentence does."""
        for group in reversed(self.groups):
            if (
                group.end <= at
                and at - group.end <= 260
                and _MAY_STAND_BEFORE.search(self.text, max(0, group.start - 24), group.start)
            ):
                between = self.text[group.end : at]
                if re.search(r"\byang\b", between[:8]) and not _MUST.search(between):
                    return None
                return group
        return None

    def _doer(self, at: int) -> tuple[tuple[int, ...], bool] | None:
        """(parties, by their own will only) of the verb at `at`, from the sentence or from the list heading."""
        subject = self._subject(at)
        if subject is not None:
            between = self.text[subject.end : at]
            power = _POWER.search(between[:60])
            if power and not _MUST.search(between[power.end() :]):
                return None
            return subject.parties, subject.everyone
        heading = self.heading
        if heading is None or not heading.parties or not heading.duty or not self._opens(at):
            return None
        power = _POWER.search(self.text, 0, at)
        return None if power and at - power.end() < 30 else (heading.parties, heading.everyone)

    def _opens(self, at: int) -> bool:
        """The verb belongs to the first words of a point of the list."""
        return (
            bool(_VERB_FIRST.match(self.text[:at])) or bool(_STARTS_WITH_VERB.match(self.text) and at < 220) or at < 4
        )

    def _bearer(self, start: int, end: int) -> Mention | None:
        """The first party named as the bearer in text[start:end]."""
        for group in self.groups:
            if start <= group.start < end and not _NO_BEARER.search(self.text, max(0, group.start - 40), group.start):
                return group
        return None

    # -------------------------------------------------------------- bearing
    def _bearing(self) -> Iterator[Cost]:
        last = 0
        matches = list(words.BEARING.finditer(self.text))
        for number, match in enumerate(matches):
            end = matches[number + 1].start() if number + 1 < len(matches) else len(self.text)
            end = min(end, match.end() + 400)
            cost = (
                None if self._negated(match.start()) else self._bearing_at(match, max(last, match.start() - 320), end)
            )
            if cost is not None:
                yield cost
                last = max(match.end(), cost.end)

    def _bearing_at(self, match: re.Match[str], start: int, end: int) -> Cost | None:
        before = self.text[start : match.start()]
        verb = match.group().casefold()
        noun = words.MONEY_NOUN.search(before)
        if (
            noun is None
            and (category := self._borne_thing(before, verb)) is None
            and not re.match(r"dibiayai|didanai", verb)
        ):
            return None
        if verb.startswith(("disediakan", "dilakukan", "diambil", "dialokasikan")) and noun is None:
            return None
        if verb.startswith(("bersumber", "berasal")) and noun is None and self.clause not in _PAYMENT_CLAUSES:
            return None
        bearer = self._bearer(match.end(), min(end, match.end() + _REACH))
        segment = self.text[match.start() : end]
        source = find_sources(segment, self.parties)
        payers = bearer.parties if bearer else ()
        if not payers:
            payers = owner(segment, self.parties)
        own = each_own(segment)
        if not payers and (own or _TOGETHER.search(segment)) and not source:
            payers = self.parties.everyone
        if not payers and own and re.search(r"masing\s?[-–—]?\s?masing", segment, re.IGNORECASE):
            payers = self.parties.everyone
        if not payers and verb.startswith(("menjadi kewenangan", "dilakukan")):
            return None
        kind = self._kind(before, noun) if noun else (self._borne_thing(before, verb) or "umum")
        if not payers and kind != "umum":
            payers = self._payer_before(start, match.start())
        whole = len(payers) == len(self.parties.labels) > 1
        what = shorten(before[noun.start() if noun else 0 :], 110) or "biaya pelaksanaan"
        stop = max(bearer.end if bearer else 0, match.end())
        return Cost(kind, payers, start + (noun.start() if noun else 0), what, source, own and whole, False, (), stop)

    def _payer_before(self, start: int, end: int) -> tuple[int, ...]:
        """Who pays the sum whose budget follows: "PIHAK KESATU memberikan dana sebesar … yang dibebankan pada …"."""
        verb = words.PAYS.search(self.text, start, end)
        doer = self._doer(verb.start()) if verb else None
        if doer is not None:
            return doer[0]
        return next((cost.payers for cost in self._receives() if start <= cost.start < end), ())

    def _borne_thing(self, before: str, verb: str) -> str | None:
        """Upkeep, repair or supply that is somebody's task, without a word for money."""
        if not re.match(r"menjadi|merupakan|adalah|ditanggung|di\s?bebankan", verb):
            return None
        thing = re.search(
            r"\b(?:(pemeliharaan|perawatan|perbaikan)|(penyediaan|pengadaan|pemasangan)|(konsumsi|akomodasi|transpor\w{0,5}|listrik)|"
            r"(kerusakan|penggantian|kerugian|kehilangan))\b",
            before[-200:],
            re.IGNORECASE,
        )
        if thing is None:
            return None
        if thing[2]:
            found = words.object_category(before[-200:][thing.end() :])
            return found[0] if found else None
        if thing[3]:
            return "barang" if re.match(r"konsumsi|listrik", thing[3], re.IGNORECASE) else "perjalanan"
        return "pemeliharaan" if thing[1] else "lainnya"

    def _kind(self, before: str, noun: re.Match[str]) -> str:
        """The category of what is borne: a payment, a special kind of cost, or the costs in general."""
        phrase = before[noun.start() :]
        paid = words.PAYMENT.search(before) or words.PAYS.search(before) or words.RECEIVES.search(before)
        if paid or (_FIGURE.search(before) and words.SUM_OF.search(before)):
            special = words.money_category(before[(paid.start() if paid else noun.start()) :][:90])
            return special if special in _TO_PAY else "pembayaran"
        short = " ".join(re.split(r"\b(?:yang|akibat|dalam|untuk|sehubungan)\b", phrase, maxsplit=1)[0].split()[:6])
        special = words.money_category(short)
        if special:
            return special
        if re.match(r"harga|sewa|tarif|imbalan|uang", noun.group(), re.IGNORECASE):
            return "pembayaran"
        if noun.group().casefold() == "denda":
            return "lainnya"
        if _GENERAL.match(phrase) or "pembiayaan" in self.clauses:
            return "umum"
        return "lainnya"

    def _active(self) -> Iterator[Cost]:
        for match in words.ACTIVE.finditer(self.text):
            if self._negated(match.start()):
                continue
            doer = self._doer(match.start())
            rest = self.text[match.end() : match.end() + 110]
            whole = match.group() + rest
            if doer is None or re.match(
                r"\s{0,2}(?:segala\s|seluruh\s|semua\s)?(?:ri|re)siko|\s{0,2}akibat", rest, re.IGNORECASE
            ):
                continue
            noun = words.MONEY_NOUN.search(whole) or re.search(
                r"kerugian|pemeliharaan|konsumsi|akomodasi|transpor\w+", whole, re.I
            )
            if noun is None or noun.start() > 60:
                continue
            special = words.money_category(" ".join(whole[noun.start() :].split()[:5]))
            own = doer[1] and each_own(self.text)
            source = find_sources(self.text[match.start() :], self.parties)
            yield Cost(
                special or "umum", doer[0], match.start(), nominal(match.group(), rest), source, own, end=match.end()
            )

    def _deferred(self) -> Iterator[Cost]:
        """ "Pembiayaan akan diatur dalam perjanjian kerja sama": a financing clause that leaves it open."""
        noun = words.FINANCING.search(self.text)
        if noun is None or noun.start() > 60:
            return
        if self.clause != "pembiayaan" and not re.match(
            r"\s*\W{0,4}(?:segala|seluruh|semua|hal|biaya|pembiayaan|pendanaan|anggaran)", self.text, re.I
        ):
            return
        verb = words.DEFERRED.search(self.text, noun.end(), noun.end() + 320)
        if verb is None:
            return
        rest = self.text[verb.start() :]
        source = find_sources(rest, self.parties)
        later = re.search(
            r"\b(?:diatur|ditentukan|ditetapkan|dituangkan|disepakati|dibahas|dibicarakan|dirinci|dijabarkan)\b",
            rest[:60],
            re.I,
        )
        own = each_own(rest) and not later
        payers = self.parties.everyone if own else ()
        yield Cost(
            "umum", payers, noun.start(), shorten(self.text[noun.start() : verb.start()], 110), source, bool(own)
        )

    # -------------------------------------------------------------- paying
    def _one_payment(self, found: list[Cost]) -> bool:
        """A sum and its budget in one sentence ("sebesar Rp… yang dibebankan pada …") are one cost."""
        return any(cost.category == "pembayaran" for cost in found)

    def _payments(self, taken: int) -> Iterator[Cost]:
        rows = [cost for cost in (*self._pays(), *self._receives()) if cost.start > taken or not self._same_money(cost)]
        if not rows:
            rows = [cost for cost in self._paid() if cost.start > taken]
        if not rows and taken < 0:
            rows = [*self._payment_noun()] or [*self._price()]
        yield from rows

    def _same_money(self, cost: Cost) -> bool:
        return cost.category == "pembayaran"

    def _pay_kind(self, start: int, reach: int = 100) -> str:
        stop = _KIND_STOP.search(self.text, start + 12, start + reach)
        special = words.money_category(self.text[start : stop.start() if stop else start + reach])
        return special if special in _TO_PAY else "pembayaran"

    def _pays(self) -> Iterator[Cost]:
        for match in words.PAYS.finditer(self.text):
            if self._negated(match.start()) or not self._pays_money(match):
                continue
            rest = self.text[match.end() : match.end() + 120]
            what = nominal(match.group(), rest)
            doer = self._doer(match.start())
            kind = self._pay_kind(match.start())
            if doer is not None:
                own = doer[1] and each_own(self.text)
                source = find_sources(self.text[match.start() :], self.parties)
                yield Cost(kind, doer[0], match.start(), what, source, own)
            elif (
                self.heading is None
                and self.first
                and _VERB_FIRST.match(self.text[: match.start()])
                and not self.groups
            ):
                yield Cost(kind, (), match.start(), what, unsaid=True)

    def _pays_money(self, match: re.Match[str]) -> bool:
        verb = match.group().casefold()
        rest = self.text[match.end() : match.end() + 60]
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
                or re.search(r"dana|pajak|setoran|hasil", rest, re.I) is not None
            )
        return True

    def _receives(self) -> Iterator[Cost]:
        for match in words.RECEIVES.finditer(self.text):
            if self._negated(match.start()):
                continue
            subject = self._subject(match.start())
            receiver = (
                subject.parties
                if subject
                else self.heading.parties
                if self.heading and self._opens(match.start())
                else ()
            )
            giver = re.compile(r"\b(?:dari|dai|oleh)\s{1,2}").search(self.text, match.end(), match.end() + 220)
            group = self._bearer(giver.start(), giver.end() + 60) if giver else None
            payers = group.parties if group else self.parties.other(receiver)
            stranger = self.heading is not None and not self.heading.parties and subject is None
            if not payers or (group is None and (stranger or not receiver)):
                continue
            rest = self.text[match.end() : match.end() + 120]
            source = find_sources(self.text[match.start() :], self.parties)
            noun = match.group().split()[-1]
            yield Cost(
                self._pay_kind(match.start()),
                payers,
                match.start(),
                nominal("pembayaran", f"{noun}{rest}"),
                source,
                receiver=receiver,
            )

    def _paid(self) -> Iterator[Cost]:
        for match in words.PAID.finditer(self.text):
            if self._negated(match.start()):
                continue
            before = self.text[max(0, match.start() - 200) : match.start()]
            noun = words.MONEY_NOUN.search(before) or words.PAYMENT.search(before)
            agent = re.compile(r"\b(?:oleh|dari)\s{1,2}").search(self.text, match.end(), match.end() + 160)
            group = (
                self._bearer(agent.start(), agent.end() + 30) if agent else self._bearer(match.end(), match.end() + 2)
            )
            if match.group().casefold() == "dikenakan":
                doer = self._doer(match.start())
                if doer and re.match(r"\s*(?:\w+\s){0,2}(?:biaya|tarif|denda|pajak)", self.text[match.end() :], re.I):
                    yield Cost(
                        self._pay_kind(match.start()),
                        doer[0],
                        match.start(),
                        nominal("pembayaran", self.text[match.end() :]),
                    )
                continue
            if noun is None and self.clause not in _PAYMENT_CLAUSES:
                continue
            if group is None and self.clause not in _PAYMENT_CLAUSES:
                continue
            general = (
                noun is not None
                and re.match(r"pembiayaan|pendanaan", noun.group(), re.I)
                and self.clause == "pembiayaan"
            )
            back = match.group().casefold() == "dikembalikan" or _BACK.match(self.text, match.end()) is not None
            kind = "umum" if general else "lainnya" if back else self._pay_kind(max(0, match.start() - 60), 130)
            what = shorten(before[noun.start() :], 110) if noun else "pembayaran"
            source = find_sources(self.text[match.start() :], self.parties)
            yield Cost(
                kind,
                group.parties if group else (),
                match.start(),
                what,
                source,
                unsaid=group is None and not general and not back,
            )
            return

    def _payment_noun(self) -> Iterator[Cost]:
        match = words.PAYMENT.search(self.text, 0, 60)
        if match is None or self._negated(match.start()):
            return
        done = words.IS_DONE.search(self.text, match.end(), match.end() + 240)
        if done is None or re.search(r"\bsaldo\b|\bdeposit\b", self.text[:80], re.I):
            return
        if re.match(
            r"\s*(?:surat|bukti|permohonan|apabila|jika|dalam hal|terlambat|tertunda|keterlambatan|telat)",
            self.text,
            re.I,
        ):
            return
        later = _LATER.search(self.text, match.end(), match.end() + 300)
        end = later.start() if later else match.end() + 300
        agent = re.compile(r"\b(?:oleh|dari)\s{1,2}").search(self.text, match.end(), end)
        group = self._bearer(agent.start(), agent.end() + 2) if agent else None
        source = find_sources(self.text[match.start() :], self.parties)
        kind = self._pay_kind(match.start())
        yield Cost(
            kind,
            group.parties if group else (),
            match.start(),
            shorten(self.text[match.start() : done.start()], 110),
            source,
            unsaid=group is None,
        )

    def _price(self) -> Iterator[Cost]:
        for match in words.PRICE.finditer(self.text):
            if match.start() > 120:
                return
            said = re.compile(r"\b(?:sebesar|sejumlah|senilai|seharga)\b", re.I).search(
                self.text, match.end(), match.end() + 240
            )
            said = said or words.SUM_OF.search(self.text, match.end(), match.end() + 240)
            figure = _FIGURE.search(self.text, said.end(), said.end() + 60) if said else None
            close = said is not None and re.match(r"sebesar|sejumlah|senilai|seharga", said.group(), re.I)
            if said is None or not (figure or (close and self.clauses & _PAYMENT_CLAUSES)):
                continue
            source = find_sources(self.text[match.start() :], self.parties)
            yield Cost(
                self._pay_kind(match.start()),
                (),
                match.start(),
                shorten(self.text[match.start() : said.start()], 110),
                source,
                unsaid=True,
            )
            return

    # -------------------------------------------------------------- providing
    def _providing(self) -> Iterator[Cost]:
        for match in words.PROVIDES.finditer(self.text):
            if self._negated(match.start()):
                continue
            verb = match["verb"]
            if verb[0] in "pP" and not (
                self.heading and self.heading.duty and not self.heading.right and match.start() < 16
            ):
                continue
            doer = (
                self._doer(match.start())
                if verb[0] in "mM"
                else (self.heading.parties, self.heading.everyone)
                if self.heading
                else None
            )
            if doer is None or not doer[0]:
                continue
            rest = self.text[match.end() : match.end() + 220]
            own = doer[1] and each_own(self.text)
            source = find_sources(rest, self.parties)
            for category in self._things(verb, rest):
                if category == "umum":
                    continue  # money is read as such
                yield Cost(category, doer[0], match.start(), nominal(verb, rest), source, own)

    def _things(self, verb: str, rest: str) -> Iterator[str]:
        """The categories of what is provided: of the first thing, and of a thing of another kind joined to it."""
        first = words.provided_category(verb, rest)
        if first is None:
            return
        yield first
        if first != "jasa" and not (first == "barang" and not words.is_weak(verb)):
            return
        stop = _OBJECT_STOP.search(rest)
        things = rest[: stop.start() if stop else 90]
        found = words.object_category(things)
        while found is not None:
            if found[0] in ("sarana", "barang", "honorarium", "perjalanan", "pemeliharaan") and found[0] != first:
                yield found[0]
                return
            things = things[found[1] + 3 :]
            found = words.object_category(things)

    def _provided(self) -> Iterator[Cost]:
        for match in words.PROVIDED.finditer(self.text):
            group = self._bearer(match.end(), match.end() + 40)
            before = self.text[max(0, match.start() - 160) : match.start()]
            if group is None or self._negated(match.start()):
                continue
            verb = match.group().split()[0].casefold()
            found = words.object_category(before)
            if found is None or words.costless(before, found[1]):
                continue
            kind = (
                "pemeliharaan"
                if verb in ("dipelihara", "dirawat", "diperbaiki")
                else "pembangunan"
                if verb == "dibangun"
                else found[0]
            )
            if kind == "umum" or (
                verb in ("dilaksanakan", "diselenggarakan") and kind not in ("pelatihan", "pemeliharaan", "pembangunan")
            ):
                continue
            what = shorten(before[found[1] :], 110)
            yield Cost(
                kind,
                group.parties,
                max(0, match.start() - 160) + found[1],
                what,
                own=group.everyone and each_own(self.text),
            )


def _groups(text: str, parties: Parties) -> Iterator[Mention]:
    """The parties that a sentence names, joined ones together, from left to right."""
    at = 0
    while True:
        group = parties.group(text, at, len(text))
        if group is None:
            return
        yield group
        at = max(group.end, at + 1)


def _distinct(costs: list[Cost]) -> list[Cost]:
    """One row per payer and category in a sentence; what one says and the other leaves out is put together."""
    kept: list[Cost] = []
    for cost in costs:
        for index, other in enumerate(kept):
            if other.category == cost.category and (other.payers == cost.payers or not cost.payers or not other.payers):
                payers = other.payers or cost.payers
                kept[index] = replace(
                    other, payers=payers, source=other.source or cost.source, unsaid=not payers and other.unsaid
                )
                break
        else:
            kept.append(cost)
    return kept


__all__ = ["Cost", "Heading", "Reader"]
