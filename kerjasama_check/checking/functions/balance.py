"""Rules that rest on the rows of who owes what: are rights, duties and powers shared fairly among the parties."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from kerjasama_check.agreement.model import Agreement, Article, Obligation
from kerjasama_check.checking.facts import FACTS, holds
from kerjasama_check.checking.findings import Confidence, Hit, Spot
from kerjasama_check.checking.functions.clauses import article_spot
from kerjasama_check.checking.registry import function
from kerjasama_check.checking.scans import articles_lost, is_scan
from kerjasama_check.checking.text import all_text, body, fold, per_agreement

_ORDERING = ("swakelola", "pengadaan", "penyedia", "pemborongan")  # one side orders, the other delivers


@per_agreement
def obligations_of(agreement: Agreement) -> tuple[Obligation, ...]:
    """The rows of an agreement, found once."""
    from kerjasama_check.agreement.obligations import find_obligations

    return agreement.obligations if agreement.obligations is not None else find_obligations(agreement)


def _row_spot(row: Obligation) -> Spot:
    return Spot(row.provision, row.block, row.quote)


def _places(rows: Sequence[Obligation], most: int = 3) -> str:
    """The provisions of rows, the first ones by name."""
    names = list(dict.fromkeys(row.provision for row in rows))
    shown = ", ".join(names[:most])
    return f"{shown}, …" if len(names) > most else shown


def ordered_work(agreement: Agreement) -> bool:
    """One party orders and pays, the other delivers: a contract, a swakelola, an agreement with a price."""
    subject = fold(agreement.title.text if agreement.title else "")
    return (
        agreement.kind == "surat-perjanjian" or holds(agreement, "paid") or any(word in subject for word in _ORDERING)
    )


# ------------------------------------------------------------------ EQU-04
@dataclass(frozen=True, slots=True)
class Shares:
    """ratio: how many times the duties of one party those of another may be; ordered: likewise where one side orders
    work and the other delivers it. least: duties of the burdened party below which nothing is said; clauses: an
    article of one of these kinds has to be there, else the division is not made in this text."""

    ratio: int = 3
    ordered: int = 8
    least: int = 5
    clauses: tuple[str, ...] = ("hak-kewajiban", "tugas-tanggung-jawab")


@dataclass(frozen=True, slots=True)
class _Share:
    """What one party bears by itself or with others."""

    label: str
    duties: tuple[Obligation, ...]
    rights: tuple[Obligation, ...]
    common: int  # rights and powers that all parties have


@function(
    "uneven_shares",
    Shares,
    values=("party", "other", "duties", "rights", "other_duties", "other_rights", "places"),
    variants=("no-rights", "no-duties", "only-duties"),
    absence=True,
)
def uneven_shares(agreement: Agreement, options: Shares) -> Iterator[Hit]:
    """A party without rights or without duties where another has them, or with many times the duties of another."""
    article = next((a for a in agreement.articles if not set(options.clauses).isdisjoint(a.clauses)), None)
    if article is None or len(set(agreement.labels)) < 2 or articles_lost(agreement):
        return
    shares = [_share(agreement, label) for label in agreement.labels]
    spot = article_spot(agreement, article)
    if _only_duties(article, shares):
        yield Hit(
            spot=spot,
            values=_compared(shares[0], shares[1]),
            variant="only-duties",
            confidence="low" if is_scan(agreement) else None,
        )
        return
    for share in shares:
        other = max((s for s in shares if s.label != share.label), key=lambda s: len(s.duties) + len(s.rights))
        variant = _variant(share, other, _ratio(agreement, options), options.least)
        if variant is not None:
            yield Hit(
                spot=spot,
                values=_compared(share, other),
                variant=None if variant == "ratio" else variant,
                confidence="low" if is_scan(agreement) else None,
            )


def _only_duties(article: Article, shares: Sequence[_Share]) -> bool:
    """The heading announces rights and duties, but no party has a right in the whole text, alone or with others."""
    announced = re.search(r"\bhak\b", article.heading or "", re.IGNORECASE)
    return bool(announced) and sum(len(s.duties) for s in shares) >= 2 and not any(s.rights or s.common for s in shares)


def _ratio(agreement: Agreement, options: Shares) -> int:
    return options.ordered if ordered_work(agreement) else options.ratio


def _share(agreement: Agreement, label: str) -> _Share:
    rows = obligations_of(agreement)
    own = [row for row in rows if label in row.parties and len(row.parties) < len(agreement.labels)]
    common = [row for row in rows if len(row.parties) == len(agreement.labels) and row.modality == "hak"]
    return _Share(
        label,
        tuple(row for row in own if row.modality in ("kewajiban", "larangan")),
        tuple(row for row in own if row.modality in ("hak", "wewenang")),
        len(common),
    )


def _variant(share: _Share, other: _Share, ratio: int, least: int) -> str | None:
    """no-rights: duties and no right where the other has rights; no-duties: the reverse; ratio: many more duties."""
    if not share.rights and not share.common and len(share.duties) >= 2 and other.rights:
        # one right of the other against few duties is no division of rights at all
        return "no-rights" if len(other.rights) > 1 or len(share.duties) >= 4 else None
    if not share.duties and len(share.rights) >= 2 and len(other.duties) >= 2:
        return "no-duties"
    heavy, light = len(share.duties), len(other.duties)
    if heavy >= least and light and heavy > ratio * light and len(share.rights) <= len(other.rights):
        return "ratio"
    return None


def _compared(share: _Share, other: _Share) -> dict[str, str | int]:
    return {
        "party": share.label,
        "other": other.label,
        "duties": len(share.duties),
        "rights": len(share.rights),
        "other_duties": len(other.duties),
        "other_rights": len(other.rights),
        "places": _places(share.duties or share.rights),
    }


# ------------------------------------------------------------------ EQU-05
@dataclass(frozen=True, slots=True)
class Topics:
    """Words of an action by topic. powers: what a right or power is about; burdens: likewise a duty or prohibition;
    objects: for a topic, words one of which has to stand there too."""

    powers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    burdens: dict[str, tuple[str, ...]] = field(default_factory=dict)
    objects: dict[str, tuple[str, ...]] = field(default_factory=dict)


@function(
    "one_sided",
    Topics,
    values=("party", "quote_of"),
    variants=(
        "termination",
        "amendment",
        "interpretation",
        "suspension",
        "inspection",
        "confidentiality",
        "indemnity",
        "penalty",
    ),
)
def one_sided(agreement: Agreement, options: Topics) -> Iterator[Hit]:
    """What only one party may do, or only one party bears, though the matter concerns all of them."""
    if len(agreement.labels) < 2:
        return
    ordered = ordered_work(agreement)
    burdens = {} if ordered else options.burdens  # who delivers work answers for it
    for kinds, topics in ((("wewenang", "hak"), options.powers), (("kewajiban", "larangan"), burdens)):
        for topic, words in topics.items():
            if topic == "inspection" and ordered:  # who orders work may look at it
                continue
            rows = [
                row for row in obligations_of(agreement) if row.modality in kinds and _about(row, topic, words, options)
            ]
            row = _alone(rows, agreement.labels)
            if row is None or _answers_breach(row, ordered) or _said_of_all(agreement, topic, options):
                continue
            values: dict[str, str | int] = {"party": row.parties[0], "quote_of": row.action}
            yield Hit(spot=_row_spot(row), values=values, variant=topic, confidence=_sure(agreement))


def _about(row: Obligation, topic: str, words: Sequence[str], options: Topics) -> bool:
    said = fold(row.action)
    objects = options.objects.get(topic, ())
    return any(word in said for word in words) and (not objects or any(word in said for word in objects))


def _alone(rows: Sequence[Obligation], labels: Sequence[str]) -> Obligation | None:
    """The first row, if all of them belong to one and the same party."""
    bearers = Counter(label for row in rows for label in row.parties)
    return rows[0] if rows and len(bearers) == 1 and len(labels) > 1 else None


def _answers_breach(row: Obligation, ordered: bool) -> bool:
    """A power that answers a breach, or that the one who orders work has under a condition: that is no inequality."""
    return row.condition is not None and (ordered or row.remedy)


def _said_of_all(agreement: Agreement, topic: str, options: Topics) -> bool:
    """Whether a passive without an agent gives the same to everybody ("dapat diubah atas kesepakatan PARA PIHAK").

    Where the topic has words for `-near`, the provision has to hold one of them: consent to something else is none.
    """
    phrases, near = options.objects.get(f"{topic}-all", ()), options.objects.get(f"{topic}-near", ())
    if not near:
        text = all_text(agreement)
        return any(phrase in text for phrase in phrases)
    texts = (fold(provision.text) for provision in body(agreement))
    about = (text for text in texts if any(word in text for word in near))
    return any(phrase in text for text in about for phrase in phrases)


def _sure(agreement: Agreement) -> Confidence | None:
    return "low" if is_scan(agreement) else None


# ------------------------------------------------------------------ EQU-07, EQU-10
@dataclass(frozen=True, slots=True)
class Mention:
    """Words one of which should be said somewhere in the text. of_kind: per kind, facts that make it needless there
    (a cooperation agreement under a named umbrella leaves the principles to it)."""

    words: tuple[str, ...]
    of_kind: dict[str, tuple[str, ...]] = field(default_factory=dict)


@function("words_not_said", Mention, absence=True)
def words_not_said(agreement: Agreement, options: Mention) -> Iterator[Hit]:
    """None of the words stands anywhere in the text."""
    if any(name in FACTS and holds(agreement, name) for name in options.of_kind.get(agreement.kind or "", ())):
        return
    if not _any_of(options.words).search(all_text(agreement)):
        yield Hit()


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
