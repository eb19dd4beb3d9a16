"""Loading the rules: every rules/*.yaml, the regulations and the profiles, validated into frozen objects.

Reading YAML takes longer than everything else, so the plain data of the built-in files is kept as JSON in the cache
folder under the digest of the files, and so are the objects made of it, under that of the program too. A cache that is
missing, foreign or broken is ignored.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from kerjasama_check import __version__, resources
from kerjasama_check.checking.build import build_profiles, build_regulations, build_rules
from kerjasama_check.checking.frozen import freeze, thaw
from kerjasama_check.checking.registry import load_functions
from kerjasama_check.checking.rule import Profile, Regulation, Rule
from kerjasama_check.checking.source import Cursor, Lines, Problem, RuleFileError, read_yaml

_REGULATIONS = "regulasi.yaml"
_CACHE_FORMAT = 1
_MOST_KEPT = 4  # rule sets of other versions that stay in the cache


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules in force for a run. digest: sha256 of the files they come from, word lists included."""

    rules: tuple[Rule, ...]
    regulations: Mapping[str, Regulation]
    profiles: Mapping[str, Profile]
    digest: str

    def rule(self, rule_id: str) -> Rule | None:
        """A rule by its id or its name."""
        wanted = rule_id.casefold()
        return next((r for r in self.rules if wanted in (r.id.casefold(), r.name)), None)


def load_rulebook(extra: Iterable[Path] = (), *, cache: bool = True) -> Rulebook:
    """The built-in rules and those of further files or folders.

    Raises RuleFileError with every fault found, and OSError for a file that cannot be opened.
    """
    folder = resources.rules_folder()
    built_in = {path.relative_to(folder).as_posix(): path.read_bytes() for path in _built_in_files(folder)}
    files = _own_files(extra)
    own = {str(path): path.read_bytes() for path in files}
    named = {files[Path(name)]: content for name, content in own.items()}
    digest = _digest(built_in | named | _vocabularies(folder))
    if cache and not own:
        return _ready(digest) or _made_ready(digest, built_in)
    return _from_files(built_in, own, digest, cache)


def _from_files(built_in: Mapping[str, bytes], own: Mapping[str, bytes], digest: str, cache: bool) -> Rulebook:
    further = {name: read_yaml(_decode(name, content), name) for name, content in own.items()}
    try:
        return _build({name: (value, {}) for name, value in _cached(built_in, cache).items()} | further, digest)
    except RuleFileError:  # once more from the files themselves, for the lines of the faults
        read = {name: read_yaml(_decode(name, content), name) for name, content in built_in.items()}
        return _build(read | further, digest)


@cache
def built_in_regulations() -> Mapping[str, Regulation]:
    """The built-in regulations alone, for rule functions that compare what a text cites with them."""
    return load_rulebook().regulations


def load_texts(texts: Mapping[str, str]) -> Rulebook:
    """A rulebook of the given files only (name → YAML text): for tests and for files not yet saved."""
    digest = _digest({name: text.encode() for name, text in texts.items()})
    return _build({name: read_yaml(text, name) for name, text in texts.items()}, digest)


def _built_in_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml")) + sorted((folder / "profil").glob("*.yaml"))


def _vocabularies(folder: Path) -> dict[str, bytes]:
    """The word lists that rule functions read by themselves: no rules, but what the rules say rests on them."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted((folder / "kamus").glob("*.yaml"))
    }


def _own_files(paths: Iterable[Path]) -> dict[Path, str]:
    """The files with names for the digest, which is the same wherever the folders lie."""
    found: dict[Path, str] = {}
    for number, path in enumerate(paths):
        files = sorted([*path.rglob("*.yaml"), *path.rglob("*.yml")]) if path.is_dir() else [path]
        if not files:
            raise RuleFileError([Problem(str(path), 0, "", "no-rules")])
        for file in files:
            inside = file.relative_to(path).as_posix() if path.is_dir() else file.name
            found.setdefault(file, f"{number}:{inside}")
    return found


def states_of(paths: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """Name, time and size of the files of the user's own rules: what tells that one was changed."""
    stats = [(str(file), file.stat()) for file in _own_files(paths)]
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)


def _decode(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleFileError([Problem(name, 0, "", "not-utf8")]) from error


def _digest(files: Mapping[str, bytes]) -> str:
    sha = hashlib.sha256()
    for name in sorted(files):
        sha.update(name.encode() + b"\0" + hashlib.sha256(files[name].replace(b"\r\n", b"\n")).digest())
    return sha.hexdigest()


@lru_cache(maxsize=2)
def _ready(digest: str) -> Rulebook | None:
    """The rulebook as a former run of this program kept it."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        kept = json.loads(_ready_place(digest).read_text(encoding="utf-8"))
        rules, regulations, profiles = thaw(kept, load_functions())
        return Rulebook(rules, regulations, profiles, digest)
    return None


def _made_ready(digest: str, built_in: Mapping[str, bytes]) -> Rulebook:
    rulebook = _from_files(built_in, {}, digest, True)
    with contextlib.suppress(ValueError):
        frozen = freeze((rulebook.rules, dict(rulebook.regulations), dict(rulebook.profiles)))
        _keep(_ready_place(digest), frozen, "rulebook-*.json")
        _ready.cache_clear()
    return rulebook


def _ready_place(digest: str) -> Path:
    """Where the rulebook is kept: under the digest of the rule files and what tells one program from another."""
    sha = hashlib.sha256(f"{__version__} {sys.version_info[:2]}".encode())
    with contextlib.suppress(OSError):
        for path in sorted(Path(__file__).parent.rglob("*.py")):
            stat = path.stat()
            sha.update(f"{path.name} {stat.st_size} {stat.st_mtime_ns}".encode())
    return resources.cache_folder() / f"rulebook-{_CACHE_FORMAT}-{digest[:32]}-{sha.hexdigest()[:16]}.json"


def _cached(files: Mapping[str, bytes], cache: bool) -> dict[str, Any]:
    """The plain data of the built-in files, from the cache where it is there."""
    place = resources.cache_folder() / f"rules-{_CACHE_FORMAT}-{_digest(files)[:32]}.json"
    if cache:
        with contextlib.suppress(OSError, ValueError):
            kept = _kept(place)
            if isinstance(kept, dict) and set(kept) == set(files):
                return kept
    data = {name: read_yaml(_decode(name, content), name)[0] for name, content in files.items()}
    if cache:
        _keep(place, data, "rules-*.json")
    return data


@lru_cache(maxsize=1)
def _kept(place: Path) -> Any:
    """What was kept under a name that tells its content, so that it is read once."""
    return json.loads(place.read_text(encoding="utf-8"))


def _keep(place: Path, data: dict[str, Any], others: str) -> None:
    """Write a file of the cache; others: a pattern for those of the same sort, of which only the last few stay."""
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_suffix(f".{hashlib.sha256(str(id(data)).encode()).hexdigest()[:8]}.tmp")
        draft.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        draft.replace(place)
        kept = sorted(place.parent.glob(others), key=lambda path: path.stat().st_mtime)
        for old in kept[:-_MOST_KEPT]:
            old.unlink(missing_ok=True)


def _build(data: Mapping[str, tuple[Any, Lines]], digest: str) -> Rulebook:
    problems: list[Problem] = []
    cursors = {name: Cursor(value, name, lines, problems) for name, (value, lines) in data.items()}
    regulations: dict[str, Regulation] = {}
    profiles: dict[str, Cursor] = {}
    rule_files: dict[str, Cursor] = {}
    for name, cursor in cursors.items():
        if Path(name).name == _REGULATIONS:
            further = build_regulations(cursor)
            for key in further.keys() & regulations.keys():
                cursor.child(key).fail("regulation-twice", name=key)
            regulations |= further
        elif Path(name).parent.name == "profil":
            if Path(name).stem in profiles:
                cursor.fail("profile-twice")
            profiles.setdefault(Path(name).stem, cursor)
        elif cursor.value is not None:
            rule_files[name] = cursor
    rules = build_rules(rule_files, load_functions(), regulations)
    built_profiles = build_profiles(profiles, rules)
    if problems:
        raise RuleFileError(sorted(problems, key=lambda p: (list(data).index(p.file), p.line)))
    return Rulebook(tuple(rules), regulations, built_profiles, digest)
