"""Where a run writes what: `--output FILE` for the format of the run, `--output FORMAT=FILE` for further ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

FORMATS = (
    *("rich", "text", "json", "jsonl", "sarif", "junit", "github", "gitlab"),
    *("markdown", "csv", "html", "template"),
)
WITH_TEXT = frozenset(("html", "template"))  # these show the text of the documents, or what stands in it
WITH_RULES = frozenset(("junit", "template"))  # these tell which rules looked at a document
Targets = tuple[Path | None, tuple[tuple[str, Path], ...]]


def targets(given: object, origin: str) -> Targets:
    """The file of the run's own format, and the further formats with theirs. Raises SettingError."""
    if given is None:
        return None, ()
    parts = list(given) if isinstance(given, Sequence) and not isinstance(given, str) else [given]
    plain: Path | None = None
    named: list[tuple[str, Path]] = []
    for part in map(str, parts):
        name, file = _split(part, origin)
        if name is not None:
            named.append((name, Path(file)))
        elif plain is not None:
            raise _fault(
                f"{origin} hanya menerima satu berkas tanpa nama bentuk; yang lain ditulis BENTUK=BERKAS, "
                "misalnya sarif=hasil.sarif.",
                f"{origin} takes one file without the name of a format; write the others as FORMAT=FILE, "
                "for instance sarif=result.sarif.",
            )
        else:
            plain = Path(file)
    _no_file_twice([path for path in (plain, *(path for _, path in named)) if path is not None], origin)
    return plain, tuple(named)


def _split(text: str, origin: str) -> tuple[str | None, str]:
    """The name of a format and the file behind it; None for a mere file, also one with “=” in its name."""
    name, sign, file = text.partition("=")
    folded = name.strip().lower()
    if not sign or not folded.isalpha():
        return None, text
    if folded in FORMATS:
        if not file.strip():
            raise _fault(
                f"Nama berkas belum disebut pada {origin} {text}; tulis misalnya {folded}=hasil.",
                f"No file is named in {origin} {text}; write for instance {folded}=result.",
            )
        return folded, file.strip()
    from difflib import get_close_matches

    near = get_close_matches(folded, FORMATS, n=1, cutoff=0.7)
    if near:
        raise _fault(
            f"Bentuk “{name}” pada {origin} tidak dikenal. Maksud Anda “{near[0]}”?",
            f"Unknown format “{name}” in {origin}. Did you mean “{near[0]}”?",
        )
    return None, text


def _no_file_twice(paths: Sequence[Path], origin: str) -> None:
    seen: set[Path] = set()
    for path in paths:
        place = path.absolute()
        if place in seen:
            raise _fault(
                f"Berkas {path} disebut dua kali pada {origin}; setiap bentuk memerlukan berkasnya sendiri.",
                f"The file {path} is named twice in {origin}; every format needs a file of its own.",
            )
        seen.add(place)


def default_format(environment: Mapping[str, str], output: Path | None) -> str:
    """What is written where nobody asks for a format: annotations in a GitHub workflow, else the report for people."""
    return "github" if output is None and environment.get("GITHUB_ACTIONS") == "true" else "rich"


def _fault(indonesian: str, english: str) -> Exception:
    from kerjasama_check.settings.options import SettingError  # which needs this file to be loaded

    return SettingError(indonesian, english)
