"""Equal footing beside rights and duties: results and court of one party, rank, rights that nobody owes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kerjasama_check.agreement.model import Agreement, Obligation, Party, Provision
from kerjasama_check.checking.findings import Hit, Spot
from kerjasama_check.checking.functions.balance import obligations_of, ordered_work
from kerjasama_check.checking.glance import Stemmed, glance
from kerjasama_check.checking.patterns import Regex
from kerjasama_check.checking.registry import NoOptions, function
from kerjasama_check.checking.scans import is_scan, on_scan, read_surely
from kerjasama_check.checking.text import body, sentence_at, spot_of
from kerjasama_check.indonesian.lazy import lazy

# ------------------------------------------------------------------ EQU-11: results and court of one party


@dataclass(frozen=True, slots=True)
class Wordings:
    """By topic (the variant): says, patterns in which PARTY stands for the label of a party; stems, one of which
    stands in every text that they match; unless: words in the sentence that share it."""

    says: dict[str, tuple[Regex, ...]]
    stems: dict[str, tuple[str, ...]]
    unless: dict[str, Regex]


@lru_cache(maxsize=64)
def _wording(says: tuple[str, ...], stems: tuple[str, ...], labels: tuple[str, ...]) -> Stemmed:
    names = "|".join(r"\s+".join(map(re.escape, label.lower().split())) for label in labels)
    party = rf"(?:{names})(?!\s*(?:dan|serta|bersama|,|/)\b)"
    return Stemmed(stems, "|".join(says).replace("PARTY", party))


@function("one_sided_clause", Wordings, values=("party",), variants=("property", "forum"))
def one_sided_clause(agreement: Agreement, options: Wordings) -> Iterator[Hit]:
    """The results belong to one party alone, or the court is that of one party or its choice."""
    labels = tuple(agreement.labels)
    if len(labels) < 2 or len(labels) != len(agreement.parties):
        return
    for topic, says in options.says.items():
        if topic == "property" and ordered_work(agreement):  # who orders a work and pays for it owns it
            continue
        found = list(_said(agreement, _wording(says, options.stems[topic], labels), options.unless[topic], labels))
        if not found or len({party for party, _ in found}) > 1:
            continue
        party, spot = found[0]
        yield Hit(spot, {"party": party}, variant=topic, confidence=on_scan(agreement, "low"))


def _said(agreement: Agreement, wording: Stemmed, unless: str, labels: tuple[str, ...]) -> Iterator[tuple[str, Spot]]:
    """The party that a sentence favours, and the sentence."""
    for provision in body(agreement, wording):
        for match in wording.finditer(provision.text):
            first, last = sentence_at(provision.text, *match.span())
            sentence = provision.text[first:last]
            if re.search(unless, sentence, re.IGNORECASE):
                continue
            spot = spot_of(agreement, provision, first, last)
            party = _last_named(match.group(), labels)
            if party and read_surely(agreement, spot):
                yield party, spot


def _last_named(text: str, labels: tuple[str, ...]) -> str | None:
    small = " ".join(text.lower().split())
    places = [(small.rfind(label.lower()), label) for label in labels]
    place, label = max(places)
    return label if place >= 0 else None


# ------------------------------------------------------------------ EQU-12: a right without its duty

_WORD = lazy(r"[^\W\d_]{5,}")
_RECEIVING = frozenset("memperoleh mendapatkan mendapat menerima untuk dengan secara seluruh setiap".split())
_COMMON = frozenset(  # what every agreement speaks of
    "pihak perjanjian kerja kerjasama sesuai ketentuan peraturan kegiatan pelaksanaan hasil secara terkait bentuk "
    "waktu jumlah lingkup ruang objek nota kesepahaman pekerjaan".split()
)
_PREFIX = lazy(r"(?:mem|men|meng|meny|me|pem|pen|peng|peny|per|pe|ber|ter|di|se|ke)(?=[^\W\d_]{4})")
_SUFFIX = lazy(r"(?<=[^\W\d_]{4})(?:kannya|annya|inya|nya|kan|an|i)\Z")


@function("right_without_duty", values=("party", "other", "right"))
def right_without_duty(agreement: Agreement, _: NoOptions) -> Iterator[Hit]:
    """Rights and duties are listed in pairs, and one right is owed by nobody: its object stands nowhere else.

    Only where the text itself names the party that the right is due from, and lists rights and duties of both.
    """
    if len(agreement.labels) != 2 or is_scan(agreement):
        return
    rows = obligations_of(agreement)
    if not _paired(rows, agreement.labels):
        return
    for row in rows:
        if row.modality != "hak" or len(row.parties) != 1 or len(row.toward) != 1 or row.toward == row.parties:
            continue
        due = _due(row.action)
        if due and not _elsewhere(agreement, row, due):
            spot = Spot(row.provision, row.block, row.quote)
            yield Hit(spot, {"party": row.parties[0], "other": row.toward[0], "right": row.action})


def _paired(rows: tuple[Obligation, ...], labels: tuple[str, ...]) -> bool:
    """Whether each of two parties has rights and duties of its own."""
    own = [(row.parties[0], row.modality) for row in rows if len(row.parties) == 1]
    return all(own.count((label, "hak")) >= 1 and own.count((label, "kewajiban")) >= 2 for label in labels)


def _due(action: str) -> str | None:
    """The root, roughly, of the first word that says what is due: "memperoleh laporan tertulis" → "lapor"."""
    word = next((word for word in _WORD.findall(action.lower()) if word not in _RECEIVING), "")
    root = _SUFFIX.sub("", _PREFIX.sub("", word, 1))
    return root if len(root) >= 4 and word not in _COMMON else None


def _elsewhere(agreement: Agreement, row: Obligation, root: str) -> bool:
    """Whether another provision of the articles speaks of what is due."""
    seen = glance(agreement)
    for at, provision in enumerate(seen.provisions):
        if provision.article is None or provision.heading or row.block in provision.blocks:
            continue
        if root in seen.parts[at] or root[1:] in seen.parts[at]:  # "tulis", "menulis"
            return True
    return False


# ------------------------------------------------------------------ AUT-10: rank of those who sign


@dataclass(frozen=True, slots=True)
class Ranks:
    """By sector: patterns of offices from the highest level down; the first level that matches counts. apart: from how
    many levels on two signatories are not comparable."""

    levels: dict[str, tuple[Regex, ...]]
    apart: int = 3


@function("ranks_apart", Ranks, values=("high", "low", "first", "second"))
def ranks_apart(agreement: Agreement, options: Ranks) -> Iterator[Hit]:
    """Two parties of the same sector sign by offices that are several levels apart.

    Sectors have ladders of their own and are never compared with each other; whoever signs by a power of attorney or
    in the name of another has that one's rank and is left out.
    """
    ranked: list[tuple[int, Party]] = []
    for party in agreement.parties:
        level = _level(party, options)
        if level is not None:
            ranked.append((level, party))
    if len(ranked) < 2 or len({party.sector for _, party in ranked}) > 1 or len(ranked) != len(agreement.parties):
        return
    (top, high), (bottom, low) = min(ranked, key=lambda r: r[0]), max(ranked, key=lambda r: r[0])
    if bottom - top < options.apart:
        return
    values: dict[str, str | int] = {
        "high": high.label or "",
        "low": low.label or "",
        "first": high.office or "",
        "second": low.office or "",
    }
    place = next((p for p in agreement.provisions if _names(p, low)), None)
    spot = spot_of(agreement, place, *_where(place, low)) if place else Spot("para pihak")
    yield Hit(spot, values, confidence=on_scan(agreement, "low"))


def _level(party: Party, options: Ranks) -> int | None:
    office = " ".join((party.office or "").lower().split())
    if not office or re.search(r"\b(?:a\.?n\.?|atas nama|kuasa|mewakili)\b", office):
        return None
    for level, pattern in enumerate(options.levels.get(party.sector or "", ())):
        if re.search(pattern, office):
            return level
    return None


def _names(provision: Provision, party: Party) -> bool:
    return provision.name == "para pihak" and bool(party.office) and (party.office or "") in provision.text


def _where(provision: Provision, party: Party) -> tuple[int, int]:
    at = provision.text.find(party.office or "")
    return at, at + len(party.office or "")
