"""The findings of a document as cards, grouped by provision in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kerjasama_check.checking.findings import Finding, Spot
from kerjasama_check.checking.rulebook import Rulebook
from kerjasama_check.reporting import words
from kerjasama_check.reporting.clean import clean, xml
from kerjasama_check.reporting.html.text import Numbered
from kerjasama_check.reporting.order import in_text_order
from kerjasama_check.reporting.report import basis_words, provision_words

SIGNS = {"error": "✖", "warning": "▲", "info": "●"}


def numbered(findings: Sequence[Finding]) -> tuple[Numbered, ...]:
    """The findings that count, numbered in the order of the text."""
    ordered = [finding for group in in_text_order(findings).values() for finding in group]
    return tuple(Numbered(number, finding) for number, finding in enumerate(ordered, 1))


class Cards:
    """The right side of a document. document: the beginning of its ids ("d1"). text: it is shown beside the cards."""

    def __init__(self, document: str, language: str, book: Rulebook | None, text: bool) -> None:
        self.document = document
        self.language = language
        self.text = text
        self._book = book
        self._cited: set[str] = set()

    def say(self, indonesian: str, english: str) -> str:
        return words.pick(self.language, indonesian, english)

    def write(self, findings: Sequence[Numbered]) -> Iterator[str]:
        provision: object = ...
        for one in findings:
            if one.finding.place.provision != provision:
                provision = one.finding.place.provision
                yield f"<h4>{xml(provision_words(one.finding.place.provision, self.language))}</h4>\n"
            yield self._card(one)

    def aside(self, findings: Sequence[Finding]) -> Iterator[str]:
        """What was set aside, each with its justification, and what a baseline knows."""
        hidden = [finding for finding in findings if finding.suppressed is not None]
        yield from self._folded(self.say("Dikesampingkan", "Set aside"), hidden)
        known = [finding for finding in findings if finding.suppressed is None and not finding.counts]
        yield from self._folded(self.say("Temuan lama", "Known findings"), known)

    def _folded(self, caption: str, findings: Sequence[Finding]) -> Iterator[str]:
        if not findings:
            return
        yield f'<details class="aside"><summary>{caption} ({len(findings)})</summary>\n<ul>\n'
        for finding in findings:
            place = xml(provision_words(finding.place.provision, self.language))
            reason = ""
            if finding.suppressed is not None:
                reason = f" <i>{self.say('Alasan', 'Reason')}: {xml(finding.suppressed)}</i>"
            yield f"<li><b>{xml(finding.rule)}</b> {place}: {xml(finding.message)}{reason}</li>\n"
        yield "</ul></details>\n"

    def _card(self, one: Numbered) -> str:
        finding, key = one.finding, f"{self.document}f{one.number}"
        severity = words.word(words.SEVERITIES, finding.severity, self.language)
        state = f' <span class="state">{self.say("baru", "new")}</span>' if finding.baseline == "new" else ""
        parts = [
            f'<article class="finding {finding.severity}" id="{key}" tabindex="-1" aria-labelledby="{key}h">\n'
            f'<h5 id="{key}h"><span class="no">{one.number}</span> '
            f'<span class="badge"><span aria-hidden="true">{SIGNS[finding.severity]}</span> {severity}</span> '
            f'<span class="rule">{xml(finding.rule)}</span>{state}</h5>\n'
            f'<p class="message">{xml(finding.message)}</p>\n'
        ]
        quote = clean(finding.place.quote)
        if quote and quote.casefold() not in clean(finding.message).casefold():
            parts.append(f"<blockquote>“{xml(quote)}”</blockquote>\n")
        parts.append("<dl>\n")
        if finding.fix:
            old, new = xml(finding.fix.original), xml(finding.fix.replacement)
            parts.append(self._detail("Ganti", "Replace", f"<del>{old}</del> → <ins>{new}</ins>"))
        if finding.advice:
            parts.append(self._detail("Saran", "Advice", xml(finding.advice)))
        parts.append(self._detail("Dasar", "Basis", xml(basis_words(finding, self._cited, self.language))))
        if finding.more_places:
            parts.append(self._detail("Juga di", "Also in", self._more(finding)))
        if finding.confidence != "high":
            sure = words.word(words.CONFIDENCES, finding.confidence, self.language)
            parts.append(self._detail("Keyakinan", "Confidence", sure))
        parts.append("</dl>\n" + self._foot(one))
        return "".join(parts) + "</article>\n"

    def _detail(self, indonesian: str, english: str, inner: str) -> str:
        return f"<dt>{self.say(indonesian, english)}</dt><dd>{inner}</dd>\n"

    def _more(self, finding: Finding) -> str:
        """The further places, each once and with a link where the text is shown."""
        seen: dict[str, Spot] = {}
        for spot, page in finding.more_places:
            name = provision_words(spot.provision, self.language)
            if spot.provision is None and page is not None:
                name = f"{self.say('halaman', 'page')} {page}"
            seen.setdefault(name, spot)
        return ", ".join(self._link(name, spot) for name, spot in seen.items())

    def _link(self, name: str, spot: Spot) -> str:
        if not self.text or spot.block is None:
            return xml(name)
        return f'<a href="#{self.document}l{spot.block + 1}">{xml(name)}</a>'

    def _foot(self, one: Numbered) -> str:
        finding = one.finding
        pieces = []
        if self.text and finding.place.block is not None:
            target = f"#{self.document}m{one.number}"
            pieces.append(f'<a class="to" href="{target}">{self.say("Lihat di naskah", "See in the text")}</a>')
        if finding.page is not None:
            pieces.append(f"<span>{self.say('hlm.', 'p.')} {finding.page}</span>")
        pieces.append(f'<span class="name">{xml(finding.name)}</span>')
        rule = self._book.rule(finding.rule) if self._book else None
        why = ""
        if rule is not None:
            reason = xml(rule.why.get(self.language))
            why = f"<details><summary>{self.say('Mengapa', 'Why')}</summary><p>{reason}</p></details>\n"
        return f'{why}<p class="foot">{"".join(pieces)}</p>\n'
