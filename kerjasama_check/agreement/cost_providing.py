"""Who provides, installs, builds, keeps up or trains: duties that cost without a word for money."""

from __future__ import annotations

from collections.abc import Iterator

from kerjasama_check.agreement import cost_words as words
from kerjasama_check.agreement.cost_parties import each_own
from kerjasama_check.agreement.cost_phrases import nominal, thing
from kerjasama_check.agreement.cost_sources import find_sources
from kerjasama_check.agreement.cost_view import Cost, View
from kerjasama_check.indonesian.lazy import lazy

_AT_COST = lazy(r"\b(?:dengan|atas)\s(?:biaya|beban|tanggungan)\s")
_OBJECT_STOP = lazy(
    r"\b(?:untuk|guna|yang|dalam|agar|kepada|bagi|demi|sesuai|dengan|pada|sebagai|di|oleh|sebagaimana|apabila|"
    r"termasuk|dari|berupa)\b"
)


def providing(view: View) -> Iterator[Cost]:
    for match in view.all(words.PROVIDES):
        if view.negated(match.start()):
            continue
        verb = match["verb"]
        if verb[0] == "p" and not (
            view.heading and view.heading.duty and not view.heading.right and match.start() < 16
        ):
            continue
        doer = (
            view.doer(match.start())
            if verb[0] == "m"
            else (view.heading.parties, view.heading.everyone)
            if view.heading
            else None
        )
        if doer is None or not doer[0]:
            continue
        things = [  # money is read as such
            kind for kind in _things(verb, view.small[match.end() : match.end() + 220]) if kind != "umum"
        ]
        if not things:
            continue
        own = doer[1] and each_own(view.small)
        rest = view.text[match.end() : match.end() + 220]
        source = find_sources(rest, view.parties)
        what = nominal(view.text[match.start() : match.end()], rest)
        for kind in things:
            yield Cost(kind, doer[0], match.start(), what, source, own)


def _at_cost_of(view: View, start: int) -> tuple[int, ...]:
    """Who pays for what another one does: "dilaksanakan oleh PIHAK KEDUA dengan biaya PIHAK KESATU"."""
    match = _AT_COST.search(view.small, start, start + 160)
    group = view.bearer(match.end(), match.end() + 2) if match else None
    return group.parties if group else ()


def _things(verb: str, rest: str) -> Iterator[str]:
    """The categories of what is provided: of the first thing, and of a thing of another kind joined to it.

    verb, rest: in small letters.
    """
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


def provided(view: View) -> Iterator[Cost]:
    for match in view.all(words.PROVIDED):
        group = view.bearer(match.end(), match.end() + 40)
        if group is None or view.negated(match.start()) or view.text.endswith("yang ", 0, match.start()):
            continue
        first = max(0, match.start() - 160)
        before = view.small[first : match.start()]
        verb = match.group().split()[0]
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
        what = thing(view.text[first + found[1] : match.start()])
        yield Cost(
            kind,
            _at_cost_of(view, match.end()) or group.parties,
            first + found[1],
            what,
            own=group.everyone and each_own(view.small),
        )
