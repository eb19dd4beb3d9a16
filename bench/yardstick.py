"""When an answer counts as right: the definitions of the accuracy bench.

A gold record says what a careful reader found in one document; an answer is the object that `show --format json`
prints. `score` compares the two and yields Marks, one per value that was asked for. Values that the gold lists in
`unsure` (by path, a path covers all below it) are not asked for. null is an answer; what is missing is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

Record = Mapping[str, Any]
ABSENT = object()
FAMILIES = {
    "nota-kesepahaman": "utama",
    "memorandum-of-understanding": "utama",
    "kesepakatan-bersama": "utama",
    "nota-kesepakatan": "sinergi",
    "perjanjian-kerja-sama": "teknis",
    "surat-perjanjian": "kontrak",
    "adendum": "perubahan",
}
BEFORE_NAMES = frozenset(
    """prof dr drs dra ir h hj kh apt ny bapak ibu sdr sdri sc jenderal brigadir inspektur komisaris besar ajun komjen
    irjen brigjen kombes akbp kompol akp pol polisi kolonel letkol mayor kapten laksamana marsekal tni purn inf
    ckm""".split()
)
AFTER_NAMES = frozenset(
    """se sh st mt mm mh msi msc mpd spd skm mkm mkes phd llm ma mba apt ak ca farm kom eng ag hum""".split()
)
NOT_SAID = frozenset({"lainnya"})  # as a clause kind it says no more than none


@dataclass(frozen=True, slots=True)
class Mark:
    """One value: right or not. wanted, got: for the list of misses."""

    field: str
    right: bool
    wanted: Any
    got: Any


@dataclass(frozen=True, slots=True)
class ClauseMark:
    """The clause kinds of one article: how many were found, wrongly told, and missed."""

    found: int
    wrong: int
    missed: int
    wanted: Any = None
    got: Any = None


# ------------------------------------------------------------------ equal values
def plain(text: str) -> str:
    """Letters and digits of a text in lower case, without what is often left out of a name."""
    folded = unicodedata.normalize("NFKD", text).lower()
    folded = re.sub(r"\brepublik indonesia\b|\(persero\)|\btbk\b", " ", folded)
    return " ".join(re.findall(r"[0-9a-z]+", folded))


def alike(one: Any, other: Any, likeness: float) -> bool:
    """Nearly the same letters, or one text is at least 70 % of the other and within it; null equals only null."""
    if not isinstance(one, str) or not isinstance(other, str):
        return one is other
    a, b = plain(one).replace(" ", ""), plain(other).replace(" ", "")
    if a == b:
        return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if not short:
        return False
    within = short in long and len(short) >= 0.7 * len(long)
    return within or SequenceMatcher(None, a, b, autojunk=False).ratio() >= likeness


def same_place(one: Any, other: Any) -> bool:
    if not isinstance(one, str) or not isinstance(other, str):
        return one is other
    a, b = plain(one), plain(other)
    return a == b or (min(len(a), len(b)) > 3 and (a in b or b in a))


def same_label(one: Any, other: Any) -> bool:
    """As printed, but for case and what stands in brackets."""
    if not isinstance(one, str) or not isinstance(other, str):
        return one is other
    return plain(re.sub(r"\(.*?\)", "", one)) == plain(re.sub(r"\(.*?\)", "", other))


def without_titles(name: Any) -> Any:
    """A personal name without ranks and academic titles."""
    if not isinstance(name, str):
        return name
    words = name.replace(".", ". ").replace(",", ", ").split()
    while len(words) > 1 and words[0].lower().strip(".,") in BEFORE_NAMES:
        del words[0]
    words = " ".join(words).split(",")[0].split() or words
    while len(words) > 1 and _is_degree(words[-1], words[-2]):
        del words[-1]
    return " ".join(words)


def _is_degree(word: str, before: str) -> bool:
    if word.lower().strip(".") in AFTER_NAMES:
        return True
    return (word.endswith(".") and len(word) < 6) or (len(word) < 3 and before.endswith("."))


def same_person(one: Any, other: Any, likeness: float) -> bool:
    return alike(without_titles(one), without_titles(other), likeness + 0.05)


def same_office(one: Any, other: Any, institution: Any, likeness: float) -> bool:
    """Also where only one of the two says of which body."""
    if alike(one, other, likeness):
        return True
    if not all(isinstance(text, str) for text in (one, other, institution)):
        return False
    body = plain(institution)

    def bare(text: str) -> str:
        folded = plain(text)
        return folded.removesuffix(body).strip() or folded

    return alike(bare(one), bare(other), likeness)


# ------------------------------------------------------------------ one document
def asked(gold: Record) -> Callable[[str], bool]:
    """Whether a path is asked for: neither it nor what it lies in is in `unsure`."""
    unsure = [str(path).strip() for path in gold.get("unsure") or ()]
    return lambda path: not any(path == u or path.startswith((u + ".", u + "[")) for u in unsure)


def score(gold: Record, answer: Record | None, likeness: float) -> Iterator[Mark | ClauseMark]:
    """All marks of one document. likeness: 0.8 for a PDF, 0.9 for a text without misreadings."""
    answer = answer or {}
    yield Mark("runs", answer.get("state") == "checked", "checked", answer.get("state"))
    yield from _head(gold, answer, likeness)
    yield from _numbers(gold, answer, likeness)
    yield from _facts(gold, answer)
    yield from _parties(gold, answer, likeness)
    yield from _articles(gold, answer, likeness)
    yield from _signatures(gold, answer, likeness)


def _of(record: Any, key: str) -> Any:
    return record.get(key, ABSENT) if isinstance(record, Mapping) else ABSENT


def _list(record: Any, key: str) -> list[Record] | None:
    """The objects of a list, None where it is none."""
    value = _of(record, key)
    return [row if isinstance(row, Mapping) else {} for row in value] if isinstance(value, list) else None


def _head(gold: Record, answer: Record, likeness: float) -> Iterator[Mark]:
    open_to = asked(gold)
    kind, wanted = _of(answer, "kind"), gold["kind"]
    if open_to("kind"):
        yield Mark("kind", kind == wanted, wanted, kind)
        family = FAMILIES.get(kind) if isinstance(kind, str) else None
        yield Mark("family", family == FAMILIES.get(wanted), wanted, kind)
    if open_to("subject"):
        got = _of(answer, "subject")
        yield Mark("subject", alike(got, gold.get("subject"), likeness), gold.get("subject"), got)
    if open_to("place"):
        got = _of(answer, "place")
        yield Mark("place", same_place(got, gold.get("place")), gold.get("place"), got)
    if open_to("date") and not gold.get("template"):
        got = _of(answer, "date")
        yield Mark("date", got == gold.get("date"), gold.get("date"), got)


def _numbers(gold: Record, answer: Record, likeness: float) -> Iterator[Mark]:
    """All numbers of the head in their order; one that the reader was unsure of may read otherwise."""
    open_to = asked(gold)
    if gold.get("template") or not open_to("numbers"):
        return
    wanted = [(index, number) for index, number in enumerate(gold.get("numbers") or ()) if number]
    said = _of(answer, "numbers")
    got = [number for number in said if number] if isinstance(said, list) else [ABSENT]
    right = len(wanted) == len(got) and all(
        not open_to(f"numbers[{index}]") or alike(mine, number, likeness + 0.05)
        for (index, number), mine in zip(wanted, got, strict=True)
    )
    yield Mark("numbers", right, gold.get("numbers"), said)


def _facts(gold: Record, answer: Record) -> Iterator[Mark]:
    open_to = asked(gold)
    for field, key in (("recitals", "recitals"), ("legal-bases", "legal_bases"), ("annexes", "annexes")):
        if open_to(key):
            said = _of(answer, key)
            count = len(said) if isinstance(said, list) else None
            yield Mark(field, isinstance(said, list) and count == gold.get(key), gold.get(key), count)
    if open_to("amounts"):
        rows = _list(answer, "amounts")
        got = [_of(row, "value") for row in rows] if rows is not None else [ABSENT]
        wanted = gold.get("amounts") or []
        yield Mark("amounts", Counter(map(str, got)) == Counter(map(str, wanted)), wanted, got)
    if open_to("copies"):
        yield Mark("copies", _of(answer, "copies") == gold.get("copies"), gold.get("copies"), _of(answer, "copies"))
    term = _of(answer, "term")
    for field, key, said in (("months", "term_months", "months"), ("start", "start", "start"), ("end", "end", "end")):
        if open_to(key):
            yield Mark(f"term-{field}", _of(term, said) == gold.get(key), gold.get(key), _of(term, said))


def _parties(gold: Record, answer: Record, likeness: float) -> Iterator[Mark]:
    open_to = asked(gold)
    said = _list(answer, "parties") or []
    if open_to("parties"):
        yield Mark("party-count", len(said) == len(gold["parties"]), len(gold["parties"]), len(said))
    for index, wanted in enumerate(gold["parties"]):
        got = said[index] if index < len(said) else None
        for key, right in _party(wanted, got, likeness):
            if open_to(f"parties[{index}].{key}"):
                yield Mark(f"party-{key}", right, wanted.get(key), _of(got, key))


def _party(wanted: Record, got: Any, likeness: float) -> Iterator[tuple[str, bool]]:
    yield "label", same_label(_of(got, "label"), wanted["label"])
    yield "institution", alike(_of(got, "institution"), wanted["institution"], likeness)
    yield "sector", _of(got, "sector") == wanted.get("sector")
    if wanted.get("representative"):
        yield "representative", same_person(_of(got, "representative"), wanted["representative"], likeness)
    if wanted.get("office"):
        yield "office", same_office(_of(got, "office"), wanted["office"], wanted["institution"], likeness)


def pairs(wanted: Sequence[Record], got: Sequence[Record]) -> Iterator[tuple[int | None, Record | None, Record | None]]:
    """(index in the gold, its article, the answer's): by place where there are as many, else by like numbers."""
    if len(wanted) == len(got):
        yield from ((index, one, got[index]) for index, one in enumerate(wanted))
        return
    numbers = [[str(article.get("number")) for article in side] for side in (wanted, got)]
    mate: dict[int, int] = {}
    for block in SequenceMatcher(None, *numbers, autojunk=False).get_matching_blocks():
        mate.update((block.a + step, block.b + step) for step in range(block.size))
    for index, one in enumerate(wanted):
        yield index, one, got[mate[index]] if index in mate else None
    taken = set(mate.values())
    yield from ((None, None, extra) for place, extra in enumerate(got) if place not in taken)


def _articles(gold: Record, answer: Record, likeness: float) -> Iterator[Mark | ClauseMark]:
    open_to = asked(gold)
    wanted, said = gold.get("articles") or [], _list(answer, "articles")
    got = said or []
    unsure = [str(path).strip() for path in gold.get("unsure") or ()]
    if not any(re.fullmatch(r"articles(?:\[\d+\](?:\.number)?)?", path) for path in unsure):
        sequence, mine = [article["number"] for article in wanted], [_of(article, "number") for article in got]
        yield Mark("article-sequence", said is not None and sequence == mine, sequence, mine)
        yield Mark("article-count", said is not None and len(wanted) == len(got), len(wanted), len(got))
    for index, one, mine in pairs(wanted, got):
        told = _of(mine, "clauses")
        clauses = ([str(clause) for clause in told] or ["lainnya"]) if isinstance(told, list) else []
        if one is None:
            if open_to("articles"):
                yield _clauses(set(), set(clauses))
            continue
        yield from _article(f"articles[{index}]", one, mine, clauses, open_to, likeness)


def _article(
    path: str, wanted: Record, got: Record | None, clauses: list[str], open_to: Callable[[str], bool], likeness: float
) -> Iterator[Mark | ClauseMark]:
    if open_to(f"{path}.heading"):
        heading = _of(got, "heading")
        yield Mark("article-heading", alike(heading, wanted.get("heading"), likeness), wanted.get("heading"), heading)
    if wanted.get("paragraphs") is not None and open_to(f"{path}.paragraphs"):
        rows = _list(got, "paragraphs")
        count = sum(bool(row.get("label")) for row in rows) if rows is not None else None
        yield Mark("ayat-count", count == wanted["paragraphs"], (wanted["number"], wanted["paragraphs"]), count)
    if open_to(f"{path}.clauses"):
        kinds = wanted.get("clauses") or ["lainnya"]
        yield Mark("clause-first", kinds[0] in clauses, (wanted.get("heading"), kinds), clauses)
        yield _clauses(set(kinds), set(clauses))


def _clauses(wanted: set[str], got: set[str]) -> ClauseMark:
    wanted, got = wanted - NOT_SAID, got - NOT_SAID
    return ClauseMark(len(wanted & got), len(got - wanted), len(wanted - got), sorted(wanted), sorted(got))


def _signatures(gold: Record, answer: Record, likeness: float) -> Iterator[Mark]:
    """Names of the parties in any order; a witness ("Mengetahui") may be told or not."""
    open_to = asked(gold)
    signed = [(index, row) for index, row in enumerate(gold.get("signatures") or ()) if row.get("name")]
    if not open_to("signatures") or not all(open_to(f"signatures[{index}].name") for index, _ in signed):
        return
    witnesses = [row["name"] for _, row in signed if plain(str(row.get("label"))) == "mengetahui"]
    wanted = [row["name"] for _, row in signed if plain(str(row.get("label"))) != "mengetahui"]
    said = _list(answer, "signatures")
    names = [row["name"] for row in said or () if row.get("name")]
    got = [name for name in names if not any(same_person(name, witness, likeness) for witness in witnesses)]
    right = len(wanted) == len(got) and all(any(same_person(mine, name, likeness) for mine in got) for name in wanted)
    yield Mark("signature-names", said is not None and right, wanted, got)


def found_rules(gold: Record, rules: set[str]) -> dict[str, bool]:
    """The rules by which the gold names a defect, and whether the report names it too."""
    open_to = asked(gold)
    listed = gold.get("findings") or ()
    wanted = {entry["rule"] for index, entry in enumerate(listed) if open_to(f"findings[{index}]")}
    return {rule: rule in rules for rule in sorted(wanted)}
