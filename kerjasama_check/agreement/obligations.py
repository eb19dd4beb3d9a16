"""Who owes what to whom: every norm of the body that a party bears, as rows of the output contract."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kerjasama_check.agreement.model import Agreement, Article, Blocks, Item, Obligation, Paragraph
from kerjasama_check.agreement.obligation_lists import Context, head_of, item_norm
from kerjasama_check.agreement.obligation_parties import PartyNames
from kerjasama_check.agreement.obligation_rows import row_of
from kerjasama_check.agreement.obligation_sentences import norms_of
from kerjasama_check.agreement.obligation_words import PARTY, Norm, Sentence, sentence_of
from kerjasama_check.indonesian.closeness import in_small
from kerjasama_check.indonesian.lazy import lazy

_DESCRIBING = frozenset({"definisi", "dasar", "maksud-tujuan"})  # only a party that is the subject counts
_SCOPE = frozenset({"ruang-lingkup", "objek"})  # their items are things, not norms
_CLOSING = frozenset("dibuat bermeterai bermaterai meterai materai asli".split())  # with "rangkap": the originals
_BINDING = frozenset(
    "wajib harus berhak berkewajiban bertanggung bertanggungjawab dilarang berwenang".split()
)  # what counts even in a purpose
_NO_CONTEXT = Context()
_LONGEST = 20_000  # letters of one provision that are read
# A sentence ends at . and ; before a capital, and where the label of an item was read into the text.
# The pattern begins with the mark, so that it is found at once; of . , : the mark belongs to the sentence before.
_READ_IN = r"(?:[A-Za-z]{1,2}|\d{1,2}|i{1,3}|iv)\s?[.)]{1,2}\s+(?=[A-Z][a-z])"
_SENTENCE = lazy(
    r"[.,:;\n—–_-](?:(?<=[—–_-])[—–_-]{2,}|"
    r"(?<=[.])(?:(?<=[^\W\d]{2}.)\s+(?=[A-Z“\"])|(?<=[)\]\d%].)\s+(?=[A-Z][a-zA-Z]+\s))|"
    rf"(?<=[.,:])(?!\n)(?:\s*{_READ_IN}|(?<!,)\s+(?:[a-zA-Z£]|\d{{1,2}})\s+(?=(?:PIHAK|[A-Z][a-z]{{4,}})\s))|"
    rf"(?<=;)(?:{_READ_IN}|\s*)|(?<=\n))"
)
_HEAD_INSIDE = lazy(
    r"(?<=[.,:;])\s+(?:\d{1,2}[.)]\s*)?(?=(?:Hak|Kewajiban|HAK|KEWAJIBAN|Tugas|Tanggung [Jj]awab)(?:\s+(?:dan|serta)\s+"
    r"(?:[Hh]ak|[Kk]ewajiban|[Tt]anggung [Jj]awab))?(?:\s+P(?:IHAK|ihak)\s+\w+(?:\s+\w+)?)?"
    r"(?:\s+(?:adalah|ialah|meliputi))?\s*:)"
)
# "dapat diakhiri apabila: a. … b. …" on one line: what follows the colon are conditions.
_INLINE_CONDITIONS = lazy(
    r"[AaJjBbDd](?<!\w.)(?i:(?<=a)pabila|(?<=j)ika|(?<=b)ila(?:mana)?|(?<=d)alam ha[li])(?:\s+[\w-]+){0,6}\s*:(?=\s*\S)"
)
_READ_LABEL = lazy(r"[A-Za-z]{1,2}\s?[.)]{1,2}\s+[A-Z]")  # an item that was taken for a paragraph
_CONDITION_HEAD = lazy(
    r"\b(?:apabila|jika|bila|bilamana|dalam ha[li]|karena|karena hal-hal|keadaan|kondisi|sebab)\b[^.;:]{0,60}:?\s*$",
    re.I,
)


@dataclass(slots=True)
class _Node:
    """A paragraph or item with its provision. depth: 0 for a paragraph."""

    text: str
    blocks: Blocks
    name: str
    article: int
    depth: int
    label: str | None
    parent: bool  # has items


@dataclass(slots=True)
class _Flow:
    """What holds for the next node of each depth while an article is walked."""

    article: Context
    only_start: bool
    scope: bool
    purpose: bool
    contexts: dict[int, Context] = field(default_factory=dict)

    def at(self, depth: int) -> Context:
        return self.contexts.get(depth, self.article)

    def below(self, depth: int, context: Context) -> None:
        """The context for the children of a node; deeper ones are forgotten."""
        for deeper in [key for key in self.contexts if key > depth]:
            del self.contexts[deeper]
        self.contexts[depth + 1] = context


def find_obligations(agreement: Agreement) -> tuple[Obligation, ...]:
    """The rows of all articles in the order of the text; () without parties or articles. Linear in the text."""
    if not agreement.parties or not agreement.articles:
        return ()
    names = PartyNames(agreement)
    provisions: dict[int, list[str]] = {}
    for provision in agreement.provisions:
        if provision.article is not None and not provision.heading:
            provisions.setdefault(provision.article, []).append(provision.name)
    rows: list[Obligation] = []
    for index, article in enumerate(agreement.articles):
        fallback = article.name or f"Pasal {article.heading or index + 1}"
        nodes: list[_Node] = []
        _collect(article.paragraphs, 0, iter(provisions.get(index, ())), fallback, index, nodes)
        _article(article, nodes, names, rows)
    return tuple(rows)


def _collect(
    parts: Sequence[Paragraph | Item], depth: int, names: Iterator[str], fallback: str, article: int, found: list[_Node]
) -> None:
    """The nodes that have a provision, in the order of Agreement.provisions."""
    for part in parts:
        if part.text or (depth and not part.items):
            name = next(names, fallback)
            found.append(_Node(part.text[:_LONGEST], part.blocks, name, article, depth, part.label, bool(part.items)))
        if part.items:
            _collect(part.items, depth + 1, names, fallback, article, found)


def _article(article: Article, nodes: Sequence[_Node], names: PartyNames, rows: list[Obligation]) -> None:
    first = article.clauses[0] if article.clauses else "lainnya"
    flow = _Flow(_from_heading(article, names), first in _DESCRIBING, first in _SCOPE, first == "maksud-tujuan")
    for at, node in enumerate(nodes):
        listed = node.parent or (at + 1 < len(nodes) and nodes[at + 1].depth > node.depth)
        if node.depth == 0 and 1 in flow.contexts and _READ_LABEL.match(node.text):
            flow.contexts[0] = flow.contexts[1]
        elif (
            node.depth == 0
            and 0 in flow.contexts
            and node.label
            and not flow.at(0).heading
            and _starts_anew(node, names)
        ):
            del flow.contexts[0]
        rows.extend(_node(node, flow, names, listed))


def _from_heading(article: Article, names: PartyNames) -> Context:
    """An article about one party: "KEWAJIBAN PIHAK KEDUA"."""
    heading = article.heading or ""
    small = in_small(heading)
    if not names.may_name(small):
        return _NO_CONTEXT
    sentence = sentence_of(heading, small, names)
    head = head_of(sentence, _NO_CONTEXT, listed=True)
    if head is None or head.end < len(sentence.words) or head.context.parties is None:
        return _NO_CONTEXT
    if len(head.context.parties) > 1 and head.context.modality is None:
        return _NO_CONTEXT
    return replace(head.context, heading=True)


def _starts_anew(node: _Node, names: PartyNames) -> bool:
    """Whether an ayat is a sentence by itself, so that a list before it is over."""
    start = node.text[:400]
    sentence = sentence_of(start, in_small(start), names)
    return item_norm(sentence, Context((0,), "kewajiban"), whole=False) is None


def _node(node: _Node, flow: _Flow, names: PartyNames, listed: bool) -> list[Obligation]:
    context = flow.at(node.depth)
    rows: list[Obligation] = []
    hanging: Context | None = None
    parts = _sentences(node.text)
    for number, part in enumerate(parts):
        if context.silent and not context.scope:
            break  # what follows bears no norm
        small = in_small(part)
        if context.parties is None and not names.may_name(small):
            continue  # nobody is named, and no list goes on
        sentence = sentence_of(part, small, names)
        if not sentence.words or _about_copies(sentence) or (context.parties is None and not sentence.parties):
            continue
        last = number == len(parts) - 1
        head = (
            None
            if flow.only_start or flow.scope or context.silent
            else head_of(sentence, context, listed=listed and last)
        )
        hanging = None
        start = 0
        if head is not None:
            context, start = head.context, head.end
            if head.end >= len(sentence.words):
                hanging = context
                continue
        norms = _norms(sentence, context, flow, start, whole=number == 0 or start > 0)
        if context.is_list and not norms and number == 0 and sentence.words[-1] == ":":
            context = Context(silent=True)  # the item heads a list about somebody else
        for norm in norms:
            rows.append(row_of(sentence, norm, names, node.name, node.blocks[0] if node.blocks else 0, node.article))
    _hand_on(node, flow, hanging, listed, context)
    return rows


def _about_copies(sentence: Sentence) -> bool:
    """ "dibuat dalam rangkap 2, masing-masing PIHAK mendapat 1 rangkap": belongs to the closing."""
    words = sentence.words
    return "rangkap" in words and not _CLOSING.isdisjoint(words)


def _norms(sentence: Sentence, context: Context, flow: _Flow, start: int, *, whole: bool) -> list[Norm]:
    if context.silent:
        return _binding(sentence, norms_of(sentence, only_start=True)) if context.scope else []
    if context.is_list:
        item = item_norm(sentence, context, start, whole=whole)
        if item is not None and (start or not _has_own(sentence, item)):
            return [item]
    norms = norms_of(sentence, only_start=flow.only_start)
    return _binding(sentence, norms) if flow.purpose else norms


def _binding(sentence: Sentence, norms: list[Norm]) -> list[Norm]:
    """In a description only what is said to be a duty, right or prohibition counts."""
    return [norm for norm in norms if sentence.word(norm.at) in _BINDING]


def _has_own(sentence: Sentence, item: Norm) -> bool:
    """Whether an item that begins with a noun names its bearer: "Penggantian … menjadi tanggung jawab PIHAK KEDUA"."""
    return item.at == item.verb and item.verb == item.subject and PARTY in sentence.words and _nominal(sentence, item)


def _nominal(sentence: Sentence, item: Norm) -> bool:
    from kerjasama_check.indonesian.modality import is_active, is_stative

    word = sentence.word(item.verb)
    return not (is_active(word) or is_stative(word)) and bool(norms_of(sentence))


def _hand_on(node: _Node, flow: _Flow, hanging: Context | None, listed: bool, context: Context) -> None:
    """What the children of a node and its followers bear."""
    if hanging is not None:
        flow.below(node.depth, hanging)
        if not listed:
            for depth in range(node.depth + 1):
                flow.contexts[depth] = hanging
        return
    if context.silent and not flow.at(node.depth).silent:
        flow.below(node.depth, context)
        return
    if (
        context is not flow.at(node.depth) and not context.silent
    ):  # a head within the text: what follows stands under it
        for depth in range(node.depth + 1):
            flow.contexts[depth] = context
    if not listed:
        if node.text.rstrip().endswith(":") and _conditions_follow(node):  # its items were taken for paragraphs
            flow.contexts[node.depth] = Context(silent=True)
        return
    silent = (node.depth > 0 and flow.at(node.depth).is_list) or _conditions_follow(node)
    describing = not silent and (flow.only_start or flow.scope)
    flow.below(node.depth, Context(silent=True, scope=describing) if silent or describing else _NO_CONTEXT)


def _conditions_follow(node: _Node) -> bool:
    return _CONDITION_HEAD.search(node.text[-160:]) is not None


def _sentences(text: str) -> list[str]:
    """The sentences of a provision; a head that hangs in it is one by itself."""
    parts: list[str] = []
    pieces = [text]
    if ":" in text:
        conditions = _INLINE_CONDITIONS.search(text)
        pieces = _HEAD_INSIDE.split(text[: conditions.end()] if conditions else text)
    for piece in pieces:
        start = 0
        for end in _SENTENCE.finditer(piece):
            parts.append(piece[start : end.start() + (end.group()[0] in ".,:")])
            start = end.end()
        if start < len(piece):
            parts.append(piece[start:])
    return [part for part in parts if part and not part.isspace()]
