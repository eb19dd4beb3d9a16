"""What a template is given: the objects of the contract with more said in words, all of it plain data, clean text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kerjasama_check.checking.findings import Finding
from kerjasama_check.checking.rule import Rule
from kerjasama_check.checking.rulebook import Rulebook
from kerjasama_check.reporting import words
from kerjasama_check.reporting.clean import clean
from kerjasama_check.reporting.contract import document_object, finding_object, report_head
from kerjasama_check.reporting.formats import RunFacts
from kerjasama_check.reporting.lines import place_words
from kerjasama_check.reporting.order import in_text_order
from kerjasama_check.reporting.report import basis_words, identity, party_words, term_words, verdict
from kerjasama_check.reporting.sheet import Sheet, line_of
from kerjasama_check.reporting.sums import listing, verdict_of_all
from kerjasama_check.reporting.totals import SEVERITY_ORDER, Totals
from kerjasama_check.reporting.understood import Outcome

Object = dict[str, Any]
_ASKING = frozenset(("clause_missing", "no_financing"))  # functions of rules that ask for a clause


def run_object(run: RunFacts, documents: Sequence[Object], totals: Totals) -> Object:
    """The names that a template knows."""
    head = report_head(run.version, run.rules, run.date)
    made: Object = plain(
        {
            **head,
            "day": words.day(run.date, run.language),
            "language": run.language,
            "documents": list(documents),
            "counts": totals.object(),
            "verdict": verdict_of_all(totals, run.language)[0],
        }
    )
    return made


def template_document(outcome: Outcome, run: RunFacts) -> Object:
    """A document of the contract, with its identity, clauses, families of findings, duties and costs."""
    report, understood, sheet, language = outcome.report, outcome.understood, outcome.sheet, run.language
    shown = document_object(outcome)
    ordered = [finding for group in in_text_order(report.findings).values() for finding in group]
    findings = [_finding(finding, language) for finding in ordered]
    aside = [_finding(finding, language) for finding in report.findings if finding.suppressed is not None]
    families = {rule.id: rule.family for rule in run.book.rules} if run.book else {}
    made: Object = plain(
        shown
        | {
            "name": report.path.name,
            "state_words": words.word(words.STATES, report.state, language),
            "kind_words": words.word(words.KINDS, understood.kind, language) if understood else "",
            "title": understood.title if understood else None,
            "subject": understood.subject if understood else None,
            "numbers": list(understood.numbers) if understood else [],
            "date": understood.date.isoformat() if understood and understood.date else None,
            "day": words.day(understood.date, language) if understood and understood.date else "",
            "place": understood.place if understood else None,
            "term": term_words(understood, language) if understood else "",
            "parties": [
                {
                    "label": party.label,
                    "institution": party.institution,
                    "representative": party.representative,
                    "office": party.office,
                    "words": party_words(party, language),
                }
                for party in (understood.parties if understood else ())
            ],
            "identity": [
                {"caption": caption, "value": value}
                for caption, value in (identity(understood, report.profile, language) if understood else ())
                if value
            ],
            "verdict": verdict(report, language)[0],
            "findings": findings,
            "suppressed": aside,
            "known": [_finding(finding, language) for finding in report.findings if finding.baseline == "unchanged"],
            "families": list(_families(findings, families)),
            "clauses": list(_clauses(sheet, report.ran, report.findings, run)) if sheet else [],
        }
    )
    return made


def _finding(finding: Finding, language: str) -> Object:
    return finding_object(finding) | {
        "severity_words": words.word(words.SEVERITIES, finding.severity, language),
        "place_words": place_words(finding, language),
        "basis_words": basis_words(finding, set(), language),
        "line": line_of(finding.place),
    }


def _families(findings: Sequence[Object], families: dict[str, str]) -> Iterator[Object]:
    """The findings by family of rules, in the order of the text."""
    grouped: dict[str, list[Object]] = {}
    for finding in findings:
        grouped.setdefault(families.get(finding["rule"], ""), []).append(finding)
    for family, own in grouped.items():
        counts = {severity: sum(finding["severity"] == severity for finding in own) for severity in SEVERITY_ORDER}
        yield {"name": family, "title": family.replace("-", " ").capitalize(), "findings": own, "counts": counts}


def _clauses(sheet: Sheet, ran: Sequence[str], findings: Sequence[Finding], run: RunFacts) -> Iterator[Object]:
    """First the clauses that rules ask of this document, then further ones that it has.

    state: "present", "incomplete" or "missing"; where: the articles about it, "" where another provision says it.
    """
    articles = dict(sheet.clauses)
    told: set[str] = set()
    for rule in _asking(run.book, ran):
        clauses = _clauses_of(rule)
        told |= set(clauses)
        own = [finding for finding in findings if finding.rule == rule.id and finding.suppressed is None]
        where = [name for clause in clauses for name in articles.get(clause, ())]
        missing = any(finding.place.block is None for finding in own)
        state = "missing" if missing else "incomplete" if own else "present"
        names = [words.word(words.CLAUSES, clause, run.language) for clause in clauses]
        yield _clause(clauses[0], _either(names, run.language), state, where, rule.id, run.language)
    for clause in words.CLAUSES:
        if clause in articles and clause not in told:
            name = words.word(words.CLAUSES, clause, run.language)
            yield _clause(clause, name, "present", articles[clause], None, run.language)


def _asking(book: Rulebook | None, ran: Sequence[str]) -> Iterator[Rule]:
    wanted = set(ran)
    for rule in book.rules if book else ():
        if rule.id in wanted and rule.function.name in _ASKING and _clauses_of(rule):
            yield rule


def _clauses_of(rule: Rule) -> tuple[str, ...]:
    """The kinds of articles that such a rule is content with."""
    clauses: tuple[str, ...] = getattr(rule.options, "clauses", ()) or ()
    return clauses


def _clause(clause: str, title: str, state: str, where: Sequence[str], rule: str | None, language: str) -> Object:
    said = {
        "present": words.pick(language, "ada", "present"),
        "incomplete": words.pick(language, "belum lengkap", "incomplete"),
        "missing": words.pick(language, "tidak ada", "missing"),
    }[state]
    return {
        "clause": clause,
        "title": title[:1].upper() + title[1:],
        "state": state,
        "state_words": said,
        "where": "" if state == "missing" else listing(list(dict.fromkeys(where)), language),
        "rule": rule,
    }


def _either(names: list[str], language: str) -> str:
    return f" {words.pick(language, 'atau', 'or')} ".join(names)


def plain(value: Any) -> Any:
    """The same data with every text cleaned of what acts on a reader's screen or breaks an XML file."""
    if isinstance(value, str):
        return clean(value).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, list | tuple) else value
