"""What MkDocs adds to the pages of docs/: those made from the rules and the schema, pictures, and a report to look at.

Nothing of it is kept in the repository, so nothing of it can be out of date. The build needs no network.
"""

from __future__ import annotations

import json
import logging
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
for place in (ROOT, ROOT / "docs/tools"):
    if str(place) not in sys.path:
        sys.path.insert(0, str(place))

import material_page  # noqa: E402
import pictures  # noqa: E402
import rule_pages  # noqa: E402
import schema_pages  # noqa: E402

log = logging.getLogger("mkdocs.hooks.kerjasama_check")
_OUTSIDE = re.compile(r"<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)=[\"']?(?:https?:)?//[^\s>\"']+")
_MARK = re.compile(r"^<!-- skema: (\w+) -->$", re.MULTILINE)


def _rules() -> Any:
    from kerjasama_check.checking.rulebook import load_rulebook

    return load_rulebook()


def _made_of_rules() -> dict[str, str]:
    rules = _rules()
    return {**rule_pages.pages(rules), material_page.NAME: material_page.materials_page(rules)}


def on_config(config: Any) -> Any:
    """The rules in the navigation, where the settings have an empty place for them."""
    for entry in config.nav:
        if isinstance(entry, dict) and "Aturan" in entry:
            entry["Aturan"] = rule_pages.navigation(_rules())
    return config


def on_files(files: Any, config: Any) -> Any:
    from mkdocs.structure.files import File

    made: dict[str, str | bytes] = {**_made_of_rules(), **pictures.terminal_pictures()}
    made[pictures.REPORT] = pictures.report_page()
    for name, schema in schema_pages.files().items():
        made[name] = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    try:
        made |= pictures.report_pictures()
    except (pictures.NoBrowserError, ImportError) as error:
        log.warning("No pictures of the HTML report: %s", error)
    for name, content in made.items():
        files.append(File.generated(config, name, content=content))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Tables of the contract where a page has the mark for them."""
    return _MARK.sub(lambda match: schema_pages.tables(match[1]), markdown)


def on_post_page(output: str, page: Any, config: Any) -> str:
    """A page that would fetch something from elsewhere fails a strict build."""
    for asked in _OUTSIDE.findall(output):
        log.warning("%s asks for something outside: %s", page.file.src_uri, asked)
    return output


def generated() -> frozenset[str]:
    """The names of everything that the build adds to docs/."""
    names = (*pictures.TERMINAL, *pictures.PAGES, pictures.REPORT, *schema_pages.files())
    return frozenset((*names, *_made_of_rules()))
