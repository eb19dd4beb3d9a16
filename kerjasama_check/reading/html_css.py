"""As much of CSS as the looks of a contract need: rules for elements, classes and ids, and style attributes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

_COMMENT = re.compile(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/")
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?([.#][a-z_][\w-]*)?", re.ASCII)


@dataclass(slots=True)
class Sheet:
    """Declarations by (element, class or id); selectors of several steps are left out."""

    rules: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> Sheet:
        """The sheet of the text of a page's style elements. Rules inside @media and the like are left out."""
        sheet = cls()
        depth, start, selectors = 0, 0, ""
        text = _COMMENT.sub("", text).lower()
        for at, character in enumerate(text):
            if character == "{":
                if depth == 0:
                    selectors, start = text[start:at].rsplit(";", 1)[-1], at + 1
                depth += 1
            elif character == "}" and depth:
                depth -= 1
                if depth == 0:
                    if "@" not in selectors:
                        sheet._add(selectors, text[start:at])
                    start = at + 1
        return sheet

    def _add(self, selectors: str, declarations: str) -> None:
        found = parse(declarations)
        for selector in selectors.split(","):
            match = _SELECTOR.fullmatch(selector.strip())
            if match and (match[1] or match[2]):
                self.rules.setdefault((match[1] or "", match[2] or ""), {}).update(found)

    def rules_of(self, element: Any) -> dict[str, str]:
        """What holds for an element: rules for its name, its classes, its id, then its own style attribute."""
        own = element.get("style")
        if not self.rules:
            return parse(own.lower()) if own else {}
        out: dict[str, str] = {}
        tag = element.tag
        classes = [f".{name}" for name in (element.get("class") or "").lower().split()]
        marks = [*classes, f"#{element.get('id', '').lower()}"]
        for key in ((tag, ""), *(("", mark) for mark in marks), *((tag, mark) for mark in marks)):
            out.update(self.rules.get(key, {}))
        if own:
            out.update(parse(own.lower()))
        return out


def parse(declarations: str) -> dict[str, str]:
    """Declarations by name, in lower case as given."""
    pairs = (rule.split(":", 1) for rule in declarations.split(";") if ":" in rule)
    return {name.strip(): content.replace("!important", "").strip() for name, content in pairs}
