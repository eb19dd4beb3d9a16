"""From the plain data of rule files to rules, regulations and profiles; every fault is reported at its line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import cast

from kerjasama_check.checking.binding import bind
from kerjasama_check.checking.facts import FACTS
from kerjasama_check.checking.findings import Confidence, Severity
from kerjasama_check.checking.looks import Looks
from kerjasama_check.checking.registry import Function
from kerjasama_check.checking.rule import Applies, Choice, Citation, Example, Profile, Regulation, Rule, Text
from kerjasama_check.checking.source import Cursor
from kerjasama_check.checking.vocabulary import (
    CLAUSES,
    CONFIDENCES,
    FAMILIES,
    FORCES,
    KINDS,
    LANGUAGES,
    SEVERITIES,
    kinds_of,
)
from kerjasama_check.indonesian.lazy import lazy

_RULE_REQUIRED = ("id", "name", "title", "severity", "force", "check", "message", "advice", "why", "examples", "since")
_RULE_OPTIONAL = ("confidence", "applies", "once", "basis", "messages", "advices", "words", "default", "pack")
_RULE_KEYS = (*_RULE_REQUIRED, *_RULE_OPTIONAL)
_EXAMPLE_KEYS = ("text", "file", "at", "kind", "date", "parties", "without", "part", "variant", "fix", "count", "looks")
PARTS = ("judul", "nomor", "pembukaan", "para-pihak", "premis", "dasar-hukum", "penutup", "tanda-tangan", "lampiran")
_ID = lazy(r"[A-Z]{2,5}-[0-9]{2,3}\Z")
_NAME = lazy(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
BRACE = lazy(r"\{([a-z_]+)\}")
STANDARD_VALUES = frozenset({"quote", "provision", "kind"})


def build_rules(
    files: Mapping[str, Cursor], functions: Mapping[str, Function], regulations: Mapping[str, Regulation]
) -> list[Rule]:
    """All rules in the order of the files."""
    rules: list[Rule] = []
    ids: dict[str, str] = {}
    for name, cursor in files.items():
        family = PurePath(name).stem
        for item in cursor.items():
            rule = _rule(item, family, functions, regulations)
            if rule is None:
                continue
            for key in (rule.id, rule.name):
                if key in ids:
                    item.fail("used", name=key, other=ids[key])
                ids[key] = rule.id
            rules.append(rule)
    return rules


def _rule(
    cursor: Cursor, family: str, functions: Mapping[str, Function], regulations: Mapping[str, Regulation]
) -> Rule | None:
    if not cursor.mapping(_RULE_KEYS, _RULE_REQUIRED):
        return None
    before = len(cursor.problems)
    rule_id, name = cursor.child("id"), cursor.child("name")
    if not _ID.match(rule_id.text()):
        rule_id.fail("form-of-id")
    if not _NAME.match(name.text()):
        name.fail("form-of-name")
    check = cursor.child("check")
    if not check.mapping(("function", "options"), ("function",)):
        return None
    function = functions.get(check.child("function").choice(functions))
    if function is None:
        return None
    options = bind(check.child("options"), function.options)
    severity, by_kind, by_variant, unsure = _severity(cursor.child("severity"), function)
    force, force_when = _force(cursor.child("force"))
    rule = Rule(
        id=rule_id.text(),
        name=name.text(),
        family=family,
        title=_text(cursor.child("title")),
        severity=severity,
        severity_by_kind=by_kind,
        severity_by_variant=by_variant,
        unsure=unsure,
        force=force,
        force_when=force_when,
        confidence=cast(
            Confidence, cursor.child("confidence").choice(CONFIDENCES) if "confidence" in cursor else "high"
        ),
        applies=_applies(cursor.child("applies"), function),
        function=function,
        options=options,
        basis=tuple(_citation(item, regulations) for item in cursor.child("basis").items()),
        messages=_texts(cursor, "message", "messages", function),
        advices=_texts(cursor, "advice", "advices", function),
        why=_text(cursor.child("why")),
        words={key: _text(child) for key, child in cursor.child("words").pairs()},
        examples=_examples(cursor.child("examples")),
        since=cursor.child("since").text(),
        once=cursor.child("once").flag(False),
        default=cursor.child("default").flag(True),
        pack=cursor.child("pack").text() if "pack" in cursor else "umum",
        file=cursor.file,
        line=cursor.line,
    )
    return rule if len(cursor.problems) == before else None


def _text(cursor: Cursor) -> Text:
    if not cursor.mapping(LANGUAGES, LANGUAGES):
        return Text("", "")
    return Text(cursor.child("id").text(), cursor.child("en").text())


def _texts(cursor: Cursor, plain: str, variants: str, function: Function) -> dict[str | None, Text]:
    """The plain text and those of the variants; braces may name only what the function or the engine fills."""
    found: dict[str | None, Text] = {None: _text(cursor.child(plain))}
    places: dict[str | None, Cursor] = {None: cursor.child(plain)}
    for variant, child in cursor.child(variants).pairs():
        if variant not in function.variants:
            child.fail("unknown-variant", function=function.name, meant=variant, known=function.variants)
        found[variant] = _text(child)
        places[variant] = child
    known = function.values | STANDARD_VALUES
    for key, text in found.items():
        for name in BRACE.findall(text.id + text.en):
            if name not in known:
                places[key].fail("unfilled", name=name, function=function.name, meant=name, known=known)
    return found


def _severity(
    cursor: Cursor, function: Function
) -> tuple[Severity, dict[str, Severity], dict[str, Severity], Severity | None]:
    """The severity of a rule: one for all, or one for kinds of agreement, variants of the fault and unsure findings."""
    if not isinstance(cursor.value, dict):
        return cast(Severity, cursor.choice(SEVERITIES)), {}, {}, None
    cursor.mapping(("default", "kinds", "variants", "unsure"), ("default",))
    by_kind: dict[str, Severity] = {}
    for name, child in cursor.child("kinds").pairs():
        if not kinds_of(name):
            child.fail("unknown", name=name, meant=name, known=[*KINDS, *FAMILIES])
        for kind in kinds_of(name):
            by_kind[kind] = cast(Severity, child.choice(SEVERITIES))
    by_variant: dict[str, Severity] = {}
    for name, child in cursor.child("variants").pairs():
        if name not in function.variants:
            child.fail("unknown-variant", function=function.name, meant=name, known=function.variants)
        by_variant[name] = cast(Severity, child.choice(SEVERITIES))
    unsure = cast(Severity, cursor.child("unsure").choice(SEVERITIES)) if "unsure" in cursor else None
    return cast(Severity, cursor.child("default").choice(SEVERITIES)), by_kind, by_variant, unsure


def _force(cursor: Cursor) -> tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The force of a rule: one for all, or {default: practice, law: [facts]}."""
    if not isinstance(cursor.value, dict):
        return cursor.choice(FORCES), ()
    cursor.mapping(("default", *FORCES), ("default",))
    others = tuple((name, _facts(cursor.child(name))) for name in FORCES if name in cursor)
    return cursor.child("default").choice(FORCES), others


def _applies(cursor: Cursor, function: Function) -> Applies:
    if cursor.value is None:
        return Applies(ceremonial=not function.absence)
    cursor.mapping(("kinds", "when", "unless", "scans", "templates", "ceremonial", "language"))
    kinds: set[str] = set()
    for item in cursor.child("kinds").items():
        kinds.update(kinds_of(item.choice([*KINDS, *FAMILIES])))
    return Applies(
        kinds=frozenset(kinds),
        when=_facts(cursor.child("when")),
        unless=_facts(cursor.child("unless")),
        scans=cursor.child("scans").flag(True),
        templates=cursor.child("templates").flag(True),
        ceremonial=cursor.child("ceremonial").flag(not function.absence),
        languages=frozenset(cursor.child("language").choices(LANGUAGES)) or frozenset({"id"}),
    )


def _facts(cursor: Cursor) -> tuple[str, ...]:
    found = []
    for item in cursor.items():
        name = item.text()
        for part in name.split("|"):
            if part not in FACTS:
                item.fail("unknown", name=part, meant=part, known=FACTS)
        found.append(name)
    return tuple(found)


def _citation(cursor: Cursor, regulations: Mapping[str, Regulation]) -> Citation:
    if not cursor.mapping(("regulation", "article", "when"), ("regulation",)):
        return Citation("", None)
    return Citation(
        cursor.child("regulation").choice(regulations),
        cursor.child("article").text_or_none(),
        _facts(cursor.child("when")),
    )


def _examples(cursor: Cursor) -> tuple[Example, ...]:
    if not cursor.mapping(("bad", "good"), ("bad", "good")):
        return ()
    found: list[Example] = []
    for name in ("bad", "good"):
        items = list(cursor.child(name).items())
        if not items:
            cursor.child(name).fail("no-example")
        found += [_example(item, name == "bad") for item in items]
    return tuple(found)


def _example(cursor: Cursor, bad: bool) -> Example:
    if not cursor.mapping(_EXAMPLE_KEYS):
        return Example("", bad)
    if "file" in cursor:
        text = _example_file(cursor.child("file"))
    elif "text" in cursor:
        text = cursor.child("text").text()
    else:
        text = ""  # the skeleton itself, perhaps without some clauses
    count = cursor.child("count").value
    if count is not None and not isinstance(count, int):
        cursor.child("count").fail("not-type", wanted="int")
        count = None
    return Example(
        text=text,
        bad=bad,
        at=cursor.child("at").text_or_none(),
        anywhere="at" not in cursor,
        kind=cursor.child("kind").choice(KINDS) if "kind" in cursor else None,
        date=cursor.child("date").day(),
        parties=cursor.child("parties").strings(),
        without=cursor.child("without").choices(CLAUSES),
        part=cursor.child("part").choice(PARTS) if "part" in cursor else None,
        variant=cursor.child("variant").text_or_none(),
        fix=cursor.child("fix").text_or_none(),
        count=count,
        looks=bind(cursor.child("looks"), Looks) if "looks" in cursor else None,
    )


def _example_file(cursor: Cursor) -> str:
    """The text of an example that lies in a file beside the rule file (never outside its folder)."""
    from pathlib import Path

    from kerjasama_check import resources

    name = cursor.text()
    folder = Path(cursor.file).parent if Path(cursor.file).is_file() else resources.rules_folder()
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        cursor.fail("no-example-file")
        return ""
    return path.read_text(encoding="utf-8")


def build_regulations(cursor: Cursor) -> dict[str, Regulation]:
    """The regulations by key."""
    found: dict[str, Regulation] = {}
    keys = ("number", "title", "known", "from", "until", "replaced-by", "note")
    for key, child in cursor.pairs():
        if not child.mapping(keys, ("number", "title", "known")):
            continue
        found[key] = Regulation(
            key=key,
            number=child.child("number").text(),
            title=child.child("title").value or "",
            known=child.child("known").choice(("read", "second-hand", "recalled")),
            start=child.child("from").day(),
            end=child.child("until").day(),
            replaced_by=child.child("replaced-by").strings(),
            note=child.child("note").text_or_none(),
        )
    for key, regulation in found.items():
        for other in regulation.replaced_by:
            if other not in found:
                cursor.child(key).fail("unknown", name=other, meant=other, known=found)
    return found


def build_profiles(files: Mapping[str, Cursor], rules: list[Rule]) -> dict[str, Profile]:
    """The profiles by name, each with what it extends already in it."""
    found: dict[str, Profile] = {}
    for name in files:
        _profile(name, files, rules, found, ())
    return found


def _profile(
    name: str, files: Mapping[str, Cursor], rules: list[Rule], found: dict[str, Profile], chain: tuple[str, ...]
) -> Profile | None:
    if name in found:
        return found[name]
    cursor = files[name]
    keys = ("title", "reason", "extends", "choose", "packs", "on", "off", "assume", "severity", "layout")
    if name in chain:
        cursor.child("extends").fail("ring", chain=" → ".join((*chain, name)))
        return None
    if not cursor.mapping(keys, ("title", "reason")):
        return None
    base = None
    if "extends" in cursor:
        parent = cursor.child("extends").choice(files)
        base = _profile(parent, files, rules, found, (*chain, name)) if parent in files else None
    names = {key for rule in rules for key in (rule.id, rule.name)}
    ids = {key: rule.id for rule in rules for key in (rule.id, rule.name)}
    severity = dict(base.severity) if base else {}
    for key, child in cursor.child("severity").pairs():
        if key not in names:
            child.fail("unknown", name=key, meant=key, known=names)
            continue
        severity[ids[key]] = cast(Severity, child.choice(SEVERITIES))
    packs = {rule.pack for rule in rules} | {"umum"}
    on = frozenset(ids.get(key, "") for key in cursor.child("on").choices(names))
    off = frozenset(ids.get(key, "") for key in cursor.child("off").choices(names))
    layout = cursor.child("layout").value or {}
    found[name] = Profile(
        name=name,
        title=_text(cursor.child("title")),
        reason=_text(cursor.child("reason")),
        choice=_choice(cursor.child("choose")) if "choose" in cursor else None,
        packs=frozenset(cursor.child("packs").choices(packs)) | (base.packs if base else frozenset({"umum"})),
        on=((base.on if base else frozenset()) - off) | on,
        off=((base.off if base else frozenset()) - on) | off,
        assume=frozenset(cursor.child("assume").choices(FACTS)) | (base.assume if base else frozenset()),
        severity=severity,
        layout={**(base.layout if base else {}), **layout},
    )
    return found[name]


def _choice(cursor: Cursor) -> Choice:
    cursor.mapping(("when", "from", "until", "priority"))
    priority = cursor.child("priority").value
    return Choice(
        when=_facts(cursor.child("when")),
        start=cursor.child("from").day(),
        end=cursor.child("until").day(),
        priority=priority if isinstance(priority, int) else 0,
    )
