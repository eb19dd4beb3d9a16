"""What the site adds to its pages: rules, regulations, materials, tables of the contract, pictures."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import hooks
import material_page
import pictures
import pytest
import rule_pages
import schema_pages

from kerjasama_check.checking.facts import FACTS
from kerjasama_check.checking.registry import load_functions
from kerjasama_check.checking.rulebook import Rulebook, load_rulebook, load_texts
from kerjasama_check.reporting.schemas import SCHEMAS, schema

ROOT = Path(__file__).resolve().parents[2]
HEADINGS = ("Yang diperiksa", "Mengapa", "Dasar hukum", "Contoh yang salah", "Contoh yang benar", "Cara memperbaiki")
RULES = load_rulebook()
PAGES = rule_pages.pages(RULES)


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_every_rule_has_its_page(rule: object) -> None:
    assert isinstance(rule, type(RULES.rules[0]))
    page = PAGES[f"aturan/{rule.id}.md"]
    for heading in HEADINGS:
        assert f"\n## {heading}\n" in page
    assert (
        rule_pages.text(rule.why.id) in page and "\n## Melewati aturan ini\n" in page and f"suppress {rule.id} " in page
    )
    for citation in rule.basis:
        regulation = RULES.regulations[citation.regulation]
        assert rule_pages.text(regulation.full) in page
        for day in filter(None, (regulation.start, regulation.end)):
            assert str(day.year) in page
    assert "{" not in re.sub(r"```.*?```|`[^`]*`", "", page, flags=re.DOTALL).replace("\\{", "")


def test_lists_lead_to_every_rule_and_back() -> None:
    for rule in RULES.rules:
        assert f"[{rule.id}]({rule.id}.md)" in PAGES["aturan/index.md"]
        assert f"aturan/{rule.id}.md" in str(rule_pages.navigation(RULES))
    for page in PAGES.values():
        for target in re.findall(r"\]\(([A-Z]{3}-\d\d\.md)\)", page):
            assert f"aturan/{target}" in PAGES


def test_families_facts_and_functions_are_told_in_full() -> None:
    assert {rule.family for rule in RULES.rules} == set(rule_pages.FAMILY_NAMES)
    assert set(FACTS) == set(material_page.FACT_WORDS)
    page = material_page.materials_page(RULES)
    for name, function in load_functions().items():
        assert f"### `{name}`" in page
        for option in getattr(function.options, "__dataclass_fields__", {}):
            assert f"`{option}`" in page


def test_what_a_rule_says_is_text_and_no_markup() -> None:
    evil = "<script>alert(1)</script> | **[x](javascript:1)** {quote}"
    source = (ROOT / "rules/bahasa.yaml").read_text(encoding="utf-8")
    title = 'title: {id: "' + evil + '", en: "x"}'
    changed = re.sub(r"title: \{[^\n]*\}", lambda _: title, source, count=1)
    rules = load_texts({"bahasa.yaml": changed, "regulasi.yaml": (ROOT / "rules/regulasi.yaml").read_text("utf-8")})
    page = rule_pages.pages(Rulebook(rules.rules[:1], rules.regulations, RULES.profiles, ""))
    for text in (page[f"aturan/{rules.rules[0].id}.md"], page["aturan/index.md"]):
        assert "<script>" not in text and r"\*\*\[x\]" in text and r"\|" in text


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_tables_of_the_contract_hold_every_key(name: str) -> None:
    shown = schema_pages.tables(name)
    made = schema(name)
    for shape in (made, *made["$defs"].values()):
        for key, value in shape["properties"].items():
            assert f"| `{key}` |" in shown and value["description"] in shown
    for target in re.findall(r"\]\(#([\w-]+)\)", shown):
        assert f"{{ #{target} }}" in shown


def test_marks_in_pages_are_replaced() -> None:
    page = (ROOT / "docs/kontrak-json.md").read_text(encoding="utf-8")
    made = hooks.on_page_markdown(page, None, None, None)
    assert "<!-- skema" in page and "<!-- skema" not in made
    assert "kerjasama-check/agreement/1" in made and "`not-agreement`" in made


def test_pictures_of_the_terminal_show_what_it_says_and_ask_for_nothing() -> None:
    made = pictures.terminal_pictures()
    assert set(made) == set(pictures.TERMINAL)
    words = {name: "".join(ElementTree.fromstring(text).itertext()) for name, text in made.items()}
    assert "hari-salah" in words["gambar/check.svg"] and "Mengapa" in words["gambar/explain.svg"]
    assert "perjanjian-kerja-sama-lapas.docx" in words["gambar/folder.svg"]
    for text in made.values():
        assert re.findall(r"https?://[^\"' )]+", text) == ["http://www.w3.org/2000/svg"]


@pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is not installed")
def test_pictures_of_the_page_differ_in_light_and_dark() -> None:
    made = pictures.report_pictures()
    assert set(made) == set(pictures.PAGES) and len(set(made.values())) == 2
    assert all(picture.startswith(b"\x89PNG") and len(picture) > 50_000 for picture in made.values())


@pytest.mark.parametrize(
    ("text", "fine"),
    [
        ('<a href="https://jauh.example/">tautan</a>', True),
        ('<script src="assets/x.js"></script>', True),
        ('<script src="https://jauh.example/x.js"></script>', False),
        ("<link rel=stylesheet href=https://jauh.example/x.css>", False),
        ("<img src='//jauh.example/x.png'>", False),
    ],
)
def test_what_is_fetched_from_elsewhere_is_told(text: str, fine: bool, caplog: pytest.LogCaptureFixture) -> None:
    class Page:
        class file:  # as MkDocs calls it
            src_uri = "index.md"

    assert hooks.on_post_page(text, Page, None) == text
    assert (not caplog.records) is fine
