"""The state of a machine: which programs and data are at hand, as an object and on the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kerjasama_check.reporting import words
from kerjasama_check.reporting.clean import clean
from kerjasama_check.reporting.contract import DOCTOR_SCHEMA
from kerjasama_check.reporting.ink import Ink
from kerjasama_check.reporting.terminal import STYLES, Page


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked for.

    name: a fixed key ("pdf-text"). detail: version, path or number found. needed: without it the program does not
    work; else it only does less. install: the one command that installs it here, None where nothing is missing.
    """

    group: str
    name: str
    title: str
    present: bool
    detail: str | None = None
    needed: bool = False
    install: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Health:
    version: str
    rules: str | None  # digest of the rule set
    python: str
    platform: str
    checks: tuple[Check, ...]

    @property
    def usable(self) -> bool:
        return all(check.present for check in self.checks if check.needed)

    def object(self) -> dict[str, Any]:
        return {
            "schema": DOCTOR_SCHEMA,
            "tool": {"name": "kerjasama-check", "version": self.version, "rules": self.rules},
            "python": self.python,
            "platform": self.platform,
            "usable": self.usable,
            "checks": [
                {
                    "group": check.group,
                    "name": check.name,
                    "title": check.title,
                    "present": check.present,
                    "detail": check.detail,
                    "needed": check.needed,
                    "install": check.install,
                    "note": check.note,
                }
                for check in self.checks
            ],
        }


def write_health(page: Page, health: Health, language: str) -> None:
    def say(indonesian: str, english: str) -> str:
        return words.pick(language, indonesian, english)

    page.line(Ink(f"kerjasama-check {health.version}", "bold"))
    page.line(f"Python {health.python}, {health.platform}")
    group = None
    widest = max(len(check.title) for check in health.checks)
    for check in health.checks:
        if check.group != group:
            group = check.group
            page.blank()
            page.line(Ink(group, "bold underline"))
        mark = say("ada", "found") if check.present else say("tidak ada", "missing")
        style = "good" if check.present else "error" if check.needed else "warning"
        head = Ink.of(f"  {check.title.ljust(widest + 2)}", (mark.ljust(11), STYLES[style]))
        page.hanging(head, clean(check.detail or check.note or ""))
        if check.present and check.detail and check.note:
            page.hanging(Ink(" " * head.cells), clean(check.note), style=STYLES["faint"])
    missing = [check for check in health.checks if check.install]
    page.blank()
    if missing:
        page.line(Ink(say("Cara memasang yang belum ada", "How to install what is missing"), "bold underline"))
        for check in missing:
            page.line(f"{check.title}:", indent=2)
            page.line(Ink(check.install or "", "bold"), indent=4, wrap=False)
    said = say("Siap dipakai.", "Ready for use.") if health.usable else say("Belum siap dipakai.", "Not ready for use.")
    page.line(Ink(said, STYLES["good" if health.usable else "error"]))
