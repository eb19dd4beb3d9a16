"""The sums of a run in words: files by state, what was passed over, and the verdict line."""

from __future__ import annotations

from kerjasama_check.reading.document import State
from kerjasama_check.reporting import words
from kerjasama_check.reporting.totals import Totals

SKIPPED: dict[str, tuple[str, ...]] = {
    "hidden": ("berkas tersembunyi", "hidden file"),
    "lock_files": ("berkas kunci Word", "Word lock file"),
    "outputs": ("berkas keluaran", "output file"),
    "unsupported": ("berkas jenis lain", "file of another type", "files of another type"),
    "closed_folders": (
        "folder yang tidak dapat dibuka",
        "folder that cannot be opened",
        "folders that cannot be opened",
    ),
    "excluded": ("berkas atau folder yang dikecualikan", "excluded file or folder", "excluded files or folders"),
}


def listing(parts: list[str], language: str) -> str:
    """ "a", "a dan b", "a, b, dan c": the serial comma of EYD (and of careful English)."""
    last = words.pick(language, "dan", "and")
    if len(parts) < 3:
        return f" {last} ".join(parts)
    return ", ".join(parts[:-1]) + f", {last} {parts[-1]}"


def counts_words(errors: int, warnings: int, notes: int, language: str) -> str:
    """ "2 kesalahan, 1 peringatan, dan 3 catatan"; "" where there is nothing."""
    parts = []
    if errors:
        parts.append(words.counted(errors, language, "kesalahan", "error"))
    if warnings:
        parts.append(words.counted(warnings, language, "peringatan", "warning"))
    if notes:
        parts.append(words.counted(notes, language, "catatan", "note"))
    return listing(parts, language)


def states_words(totals: Totals, language: str) -> str:
    """ "12 berkas: 10 diperiksa, 1 bukan perjanjian, dan 1 tidak terbaca."."""
    files = words.counted(totals.documents, language, "berkas", "file")
    states = [
        f"{totals.states[state]} {words.word(words.STATES, state, language)}" for state in State if totals.states[state]
    ]
    return f"{files}: {listing(states, language)}." if states else f"{files}."


def skipped_words(skipped: dict[str, int], language: str) -> str:
    """ "Dilewati: 2 berkas tersembunyi dan 1 berkas kunci Word."; "" where nothing was passed over."""
    parts = [words.counted(number, language, *SKIPPED[key]) for key, number in skipped.items() if number]
    return f"{words.pick(language, 'Dilewati', 'Passed over')}: {listing(parts, language)}." if parts else ""


def aside_words(suppressed: int, unchanged: int, language: str) -> str:
    """ " (2 temuan dikesampingkan, 5 temuan lama menurut garis dasar)"; "" where there is neither."""
    parts = []
    if suppressed:
        parts.append(
            words.counted(suppressed, language, "temuan dikesampingkan", "finding set aside", "findings set aside")
        )
    if unchanged:
        known = (
            "temuan lama menurut garis dasar",
            "finding known from the baseline",
            "findings known from the baseline",
        )
        parts.append(words.counted(unchanged, language, *known))
    return f" ({', '.join(parts)})" if parts else ""


def verdict_of_all(totals: Totals, language: str) -> tuple[str, str]:
    """The sentence and its style."""
    errors, warnings, notes = (totals.findings[severity] for severity in ("error", "warning", "info"))
    found = counts_words(errors, warnings, notes, language)
    aside = aside_words(totals.findings["suppressed"], totals.findings["unchanged"], language)
    unread = ""
    if totals.not_checked:
        files = words.counted(totals.not_checked, language, "berkas", "file")
        unread = words.pick(language, f" {files} belum diperiksa.", f" {files} not checked.")
    if errors:
        return words.pick(language, f"Perlu diperbaiki: {found}.", f"Needs mending: {found}.") + aside + unread, "error"
    if not totals.documents:
        said = words.pick(language, "Tidak ada berkas yang dapat diperiksa.", "There is no file to check.")
        return said, "warning"
    if warnings:
        said = words.pick(language, f"Perlu ditinjau: {found}.", f"Worth a second look: {found}.")
    elif notes:
        said = words.pick(language, f"Tidak ada kesalahan; {found}.", f"No errors; {found}.")
    else:
        said = words.pick(language, "Tidak ada temuan.", "Nothing found.")
    return said + aside + unread, "error" if unread else "warning" if warnings else "good"
