"""How suppressions stand, in words: the ones that no longer silence, and the ones that silence nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kerjasama_check.reporting import words
from kerjasama_check.reporting.clean import clean
from kerjasama_check.reporting.ink import Ink
from kerjasama_check.reporting.sums import listing
from kerjasama_check.reporting.terminal import STYLES, Page

if TYPE_CHECKING:
    from kerjasama_check.settings.suppressions import Standings, Suppression

STATES: dict[str, tuple[str, str]] = {
    "active": ("berlaku", "active"),
    "expired": ("kedaluwarsa", "expired"),
    "unused": ("tidak terpakai", "unused"),
    "not-seen": ("belum dinilai", "not judged"),
}


def standing_words(standing: Standings, language: str) -> str:
    """A sentence on an entry that asks for attention; "" for one that is in order."""
    entry = standing.entry
    about = entry_words(entry, language)
    if standing.state == "expired":
        until = words.day(entry.until, language)
        found = words.counted(standing.findings, language, "temuan", "finding")
        if standing.findings:
            said = (
                f"berakhir {until}; {found} ditampilkan lagi.",
                f"ended on {until}; {found} shown again.",
            )
        elif standing.complete:
            said = (f"berakhir {until}; hapus entri ini.", f"ended on {until}; remove the entry.")
        else:
            said = (f"berakhir {until}.", f"ended on {until}.")
    elif standing.state == "unused":
        if standing.documents:
            said = ("tidak terpakai: tidak ada temuan yang cocok.", "is unused: there is no such finding.")
        else:
            said = ("tidak terpakai: tidak ada naskah yang cocok.", "is unused: no document matches.")
    else:
        return ""
    head = words.pick(language, "pengesampingan", "suppression of")
    return f"{entry.place}: {head} {about} {words.pick(language, *said)}"


def entry_words(entry: Suppression, language: str) -> str:
    """ "KLA-11 pada Pasal 5"."""
    text = clean(entry.rule)
    if entry.provision:
        text += words.pick(language, " pada ", " at ") + clean(entry.provision)
    if entry.fingerprint:
        text += f" [{clean(entry.fingerprint)}]"
    return text


_STYLES = {"active": "good", "expired": "error", "unused": "warning", "not-seen": "faint"}


def write_standings(page: Page, standings: Sequence[Standings], language: str) -> None:
    """Every entry with its state, its reason and who answers for it, and the sums."""
    if not standings:
        page.line(words.pick(language, "Tidak ada pengesampingan.", "Nothing is set aside."))
        return
    for standing in standings:
        entry = standing.entry
        head = Ink(words.word(STATES, standing.state, language), STYLES[_STYLES[standing.state]])
        head.append(f"  {entry_words(entry, language)}", "bold")
        head.append(f"  {clean(entry.place)}", STYLES["faint"])
        page.hanging(Ink(), head)
        found = words.counted(standing.findings, language, "temuan", "finding")
        page.rows(
            [
                (words.pick(language, "Naskah", "Documents"), ", ".join(entry.files)),
                (words.pick(language, "Alasan", "Reason"), entry.reason),
                (words.pick(language, "Disetujui", "Approved by"), entry.approved_by or ""),
                (words.pick(language, "Sampai", "Until"), words.day(entry.until, language)),
                (words.pick(language, "Mencakup", "Covers"), found),
            ]
        )
        page.blank()
    numbers: Counter[str] = Counter(standing.state for standing in standings)
    parts = [f"{numbers[state]} {words.word(STATES, state, language)}" for state in STATES if numbers[state]]
    total = words.counted(len(standings), language, "pengesampingan", "suppression")
    page.line(f"{total}: {listing(parts, language)}.")
