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

import pictures  # noqa: E402
import rule_pages  # noqa: E402
import schema_pages  # noqa: E402

log = logging.getLogger("mkdocs.hooks.kerjasama_check")
_MARK = re.compile(r"^<!-- skema: (\w+) -->$", re.MULTILINE)


def _rules() -> Any:
    from kerjasama_check.checking.rulebook import load_rulebook

    return load_rulebook()


def on_config(config: Any) -> Any:
    """The rules in the navigation, where the settings have an empty place for them."""
    for entry in config.nav:
        if isinstance(entry, dict) and "Aturan" in entry:
            entry["Aturan"] = rule_pages.navigation(_rules())
    return config


def on_files(files: Any, config: Any) -> Any:
    from mkdocs.structure.files import File

    made: dict[str, str | bytes] = {**rule_pages.pages(_rules()), **pictures.terminal_pictures()}
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


def generated() -> frozenset[str]:
    """The names of everything that the build adds to docs/."""
    names = (*pictures.TERMINAL, *pictures.PAGES, pictures.REPORT, *schema_pages.files())
    return frozenset((*names, *rule_pages.pages(_rules())))
