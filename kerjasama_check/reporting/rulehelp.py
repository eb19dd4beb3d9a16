"""What a rule says of itself, as Markdown and as plain text: for formats that carry the rules beside the findings."""

from __future__ import annotations

from kerjasama_check.checking.rule import Rule
from kerjasama_check.checking.rulebook import Rulebook
from kerjasama_check.reporting import words
from kerjasama_check.reporting.clean import clean
from kerjasama_check.reporting.rulepages import cited, filled


def rule_help(rule: Rule, rules: Rulebook, language: str, *, markdown: bool) -> str:
    """Why, legal basis with dates, advice, a bad and a good example, and how to set the rule aside."""

    def say(indonesian: str, english: str) -> str:
        return words.pick(language, indonesian, english)

    parts = [
        (say("Mengapa", "Why"), [clean(rule.why.get(language))]),
        (say("Dasar", "Basis"), _law(rule, rules, language, markdown)),
        (say("Saran", "Advice"), [filled(rule.advice(None).get(language))]),
    ]
    for caption, bad in ((say("Contoh yang salah", "Bad example"), True), (say("Contoh yang benar", "Good"), False)):
        example = next((example for example in rule.examples if example.bad is bad), None)
        if example is not None:
            lines = [clean(line) for line in example.text.strip().splitlines()]
            parts.append((caption, [f"> {line}  " for line in lines] if markdown else lines))
    parts.append(
        (
            say("Melewati aturan ini", "Setting this rule aside"),
            [f"`--ignore {rule.id}`" if markdown else f"--ignore {rule.id}"],
        )
    )
    if markdown:
        return "\n\n".join(f"**{caption}**\n\n" + "\n".join(lines) for caption, lines in parts)
    return "\n".join(f"{caption}: " + "\n".join(lines) for caption, lines in parts)


def _law(rule: Rule, rules: Rulebook, language: str, markdown: bool) -> list[str]:
    bases = [clean(cited(citation, rules.regulations[citation.regulation], language)) for citation in rule.basis]
    force = words.word(words.FORCES, rule.force, language)
    lines = [*bases, f"({force})"] if bases else [force]
    return [f"- {line}" for line in lines] if markdown else lines
