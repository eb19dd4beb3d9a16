"""The pages that come from the rules: one per rule, one per family, the regulations, and what own rules may use.

Every function gives Markdown; the names of the pages are relative to docs/. What stands in a rule file is data: signs
that Markdown or HTML would take for their own are escaped.
"""

from __future__ import annotations

import dataclasses
import html
import inspect
import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from kerjasama_check.checking.build import PARTS, STANDARD_VALUES
from kerjasama_check.checking.engine import is_on
from kerjasama_check.checking.facts import FACTS
from kerjasama_check.checking.registry import Function, NoOptions, load_functions
from kerjasama_check.checking.rule import Example, Regulation, Rule
from kerjasama_check.checking.rulebook import Rulebook
from kerjasama_check.checking.vocabulary import CLAUSES, FAMILIES, KINDS
from kerjasama_check.reporting import words
from kerjasama_check.reporting.rulepages import cited, filled, kinds_of

FAMILY_NAMES = {
    "struktur": "Struktur",
    "wewenang": "Wewenang",
    "kesetaraan": "Kesetaraan para pihak",
    "anggaran": "Anggaran",
    "klausul": "Klausul",
    "waktu": "Waktu",
    "sengketa": "Sengketa",
    "rujukan": "Rujukan",
    "bahasa": "Bahasa",
    "tata-naskah": "Tata naskah",
    "angka": "Angka",
    "data-pribadi": "Data pribadi",
    "internasional": "Internasional",
    "pemasyarakatan": "Pemasyarakatan",
}
KNOWN = {"read": "naskahnya dibaca", "second-hand": "dikutip dari sumber lain", "recalled": "belum dibaca"}
_MARKUP = re.compile(r"([\\`*_{}\[\]|#~^])")


def text(words_of_rule: str) -> str:
    """Plain text as Markdown."""
    return _MARKUP.sub(r"\\\1", html.escape(words_of_rule, quote=False))


def pages(rules: Rulebook) -> dict[str, str]:
    """All pages by name."""
    made = {f"aturan/{rule.id}.md": _rule_page(rule, rules) for rule in rules.rules}
    made["aturan/index.md"] = _list_page(rules)
    made["aturan/peraturan.md"] = _regulations_page(rules)
    made["bahan-aturan.md"] = _materials_page(rules)
    return made


def navigation(rules: Rulebook) -> list[dict[str, Any]]:
    """The entries of the navigation: the list, then a group per family, then the regulations."""
    groups: dict[str, list[dict[str, str]]] = {}
    for rule in rules.rules:
        groups.setdefault(rule.family, []).append({f"{rule.id} {rule.title.id}": f"aturan/{rule.id}.md"})
    return [
        {"Semua aturan": "aturan/index.md"},
        *({FAMILY_NAMES[name]: groups[name]} for name in FAMILY_NAMES if name in groups),
        {"Peraturan yang dirujuk": "aturan/peraturan.md"},
    ]


# ------------------------------------------------------------------ a rule
def _rule_page(rule: Rule, rules: Rulebook) -> str:
    return "\n\n".join(
        [
            f"# {rule.id}: {text(rule.title.id)}",
            f"`{rule.name}`",
            _facts_of(rule, rules),
            "## Yang diperiksa",
            _messages(rule),
            "## Mengapa",
            text(rule.why.id),
            "## Dasar hukum",
            _law(rule, rules),
            *_example(rule, True, "Contoh yang salah"),
            *_example(rule, False, "Contoh yang benar"),
            "## Cara memperbaiki",
            *(text(filled(said)) for said in dict.fromkeys(advice.id for advice in rule.advices.values())),
            "## Melewati aturan ini",
            _silencing(rule),
        ]
    )


def _messages(rule: Rule) -> str:
    """What is reported; where a form of the fault weighs otherwise, that is said behind it."""
    said: dict[str, str] = {}
    for variant, message in rule.messages.items():
        level = rule.severity_by_variant.get(variant or "")
        aside = f" ({words.word(words.SEVERITIES, level, 'id').lower()})" if level not in (None, rule.severity) else ""
        said.setdefault(message.id, f"{text(filled(message.id))}{aside}")
    return next(iter(said.values())) if len(said) == 1 else "\n".join(f"- {one}" for one in said.values())


def _facts_of(rule: Rule, rules: Rulebook) -> str:
    on = sorted(profile.name for profile in rules.profiles.values() if is_on(rule, profile))
    applies = rule.applies
    when = [_when(applies.when)] if applies.when else []
    when += [f"tidak {_when([fact])}" for fact in applies.unless]
    rows = [
        ("Tingkat", _severities(rule)),
        ("Kekuatan", _force(rule)),
        ("Keluarga", FAMILY_NAMES.get(rule.family, rule.family)),
        ("Jenis naskah", _kinds(rule)),
        ("Hanya", f"{'; '.join(when)} (lihat [keadaan](../bahan-aturan.md#keadaan))" if when else ""),
        ("Profil", "semua" if len(on) == len(rules.profiles) else ", ".join(f"`{name}`" for name in on) or "–"),
        ("Sejak versi", rule.since),
    ]
    return "\n".join(["| | |", "| --- | --- |", *(f"| {name} | {value} |" for name, value in rows if value)])


def _force(rule: Rule) -> str:
    others = (f"{words.word(words.FORCES, force, 'id')} ({_when(facts)})" for force, facts in rule.force_when)
    return "; ".join([words.word(words.FORCES, rule.force, "id"), *others])


def _when(facts: Iterable[str]) -> str:
    return "bila " + " dan ".join(" atau ".join(f"`{part}`" for part in fact.split("|")) for fact in facts)


def _severities(rule: Rule) -> str:
    parts = [words.word(words.SEVERITIES, rule.severity, "id")]
    for severity in words.SEVERITIES:
        kinds = [kind for kind in kinds_of(rule) if rule.severity_for(kind, None) == severity != rule.severity]
        if kinds:
            named = ", ".join(words.word(words.KINDS, kind, "id") for kind in kinds)
            parts.append(f"{words.word(words.SEVERITIES, severity, 'id')} ({named})")
    return "; ".join(parts)


def _kinds(rule: Rule) -> str:
    return ", ".join(words.word(words.KINDS, kind, "id") for kind in kinds_of(rule)) if rule.applies.kinds else "semua"


def _law(rule: Rule, rules: Rulebook) -> str:
    lines = []
    for citation in rule.basis:
        regulation = rules.regulations[citation.regulation]
        line = f"- {text(cited(citation, regulation, 'id'))}"
        if regulation.end and regulation.replaced_by:
            line += f"; diganti oleh {text(_successors(regulation, rules))}"
        lines.append(line)
    if not lines:
        return f"Tidak bersandar pada satu peraturan: {words.word(words.FORCES, rule.force, 'id')}."
    return "\n".join([*lines, "", "Semua peraturan beserta masa berlakunya: [Peraturan yang dirujuk](peraturan.md)."])


def _successors(regulation: Regulation, rules: Rulebook) -> str:
    return ", ".join(rules.regulations[key].number for key in regulation.replaced_by)


def _example(rule: Rule, bad: bool, caption: str) -> Iterator[str]:
    example = next((one for one in rule.examples if one.bad is bad and one.text.strip()), None)
    without = next((one for one in rule.examples if one.bad is bad and one.without), None)
    if example is None and without is None:
        return
    yield f"## {caption}"
    if example is None and without is not None:
        yield f"Naskah lengkap tanpa ketentuan tentang {_clauses(without)}."
        return
    assert example is not None
    notes = [f"Dalam naskah tanpa ketentuan tentang {_clauses(example)}."] if example.without else []
    notes += [f"Bagian naskah: {example.part.replace('-', ' ')}."] if example.part else []
    notes += [f"Ditemukan di {text(example.at)}."] if example.at else []
    if notes:
        yield " ".join(notes)
    lines = example.text.strip().splitlines()
    fence = "````" if any("```" in line for line in lines) else "```"
    yield "\n".join([f"{fence}text", *lines, fence])


def _clauses(example: Example) -> str:
    return ", ".join(CLAUSES[name]["id"] for name in example.without)


def _silencing(rule: Rule) -> str:
    return f"""\
Satu naskah, dengan alasan dan batas waktu:

```sh
kerjasama-check suppress {rule.id} draf.docx --reason "…" --until 2027-06-30
```

Semua naskah di sebuah folder, atau dengan tingkat lain, dalam `kerjasama-check.toml`:

```toml
ignore = ["{rule.id}"]

[severity]
{rule.id} = "info"
```

Satu kali saja: `kerjasama-check check draf.docx --ignore {rule.id}`. Lihat
[Mengabaikan temuan dengan alasan](../panduan-pengguna.md#mengabaikan-temuan-dengan-alasan)."""


# ------------------------------------------------------------------ lists
def _list_page(rules: Rulebook) -> str:
    parts = [
        "# Semua aturan",
        f"{len(rules.rules)} aturan. Tingkat dapat berbeda menurut jenis naskah dan profil; halaman setiap aturan "
        "memuat alasan, dasar hukum, contoh, dan cara melewatinya. Halaman yang sama tampil di terminal dengan "
        "`kerjasama-check rules explain ID`.",
    ]
    for family, name in FAMILY_NAMES.items():
        own = [rule for rule in rules.rules if rule.family == family]
        if own:
            parts += [f"## {name}", _table(own)]
    return "\n\n".join(parts)


def _table(rules: Iterable[Rule]) -> str:
    rows = ["| nomor | yang ditemukan | tingkat | kekuatan |", "| --- | --- | --- | --- |"]
    for rule in rules:
        severity = words.word(words.SEVERITIES, rule.severity, "id")
        force = words.word(words.FORCES, rule.force, "id")
        rows.append(f"| [{rule.id}]({rule.id}.md) | {text(rule.title.id)} | {severity} | {force} |")
    return "\n".join(rows)


def _regulations_page(rules: Rulebook) -> str:
    rows = ["| kunci | peraturan | berlaku | isi | aturan |", "| --- | --- | --- | --- | --- |"]
    for key, regulation in rules.regulations.items():
        own = [rule for rule in rules.rules if any(basis.regulation == key for basis in rule.basis)]
        links = ", ".join(f"[{rule.id}]({rule.id}.md)" for rule in own)
        rows.append(
            f"| `{key}` | {text(regulation.full)} | {_span(regulation, rules)} | {KNOWN[regulation.known]} | {links} |"
        )
    return "\n\n".join(
        [
            "# Peraturan yang dirujuk",
            "Sebuah aturan berlaku bagi suatu naskah bila peraturannya berlaku pada tanggal naskah itu. Kunci dipakai "
            "pada `basis` di dalam [aturan sendiri](../aturan-sendiri.md). Kolom “isi” menyatakan apakah bunyi "
            "peraturannya sudah dibaca; kata “wajib” hanya dipakai bila sudah.",
            "\n".join(rows),
        ]
    )


def _span(regulation: Regulation, rules: Rulebook) -> str:
    parts = []
    if regulation.start:
        parts.append(f"sejak {words.day(regulation.start, 'id')}")
    if regulation.end:
        parts.append(f"sampai dengan {words.day(regulation.end, 'id')}")
    if regulation.replaced_by:
        parts.append(f"diganti oleh {text(_successors(regulation, rules))}")
    return "; ".join(parts) or "–"


# ------------------------------------------------------------------ what own rules may use
def _materials_page(rules: Rulebook) -> str:
    functions = load_functions()
    used: dict[str, list[Rule]] = {}
    for rule in rules.rules:
        used.setdefault(rule.function.name, []).append(rule)
    names = sorted(functions, key=lambda name: (functions[name].options is NoOptions, -len(used.get(name, [])), name))
    parts = [
        "# Bahan aturan",
        "Apa saja yang dapat disebut dalam [aturan sendiri](aturan-sendiri.md). Halaman ini dibuat dari program.",
        "## Jenis naskah (`kinds`)",
        "\n".join(f"- `{name}`: {said['id']}" for name, said in KINDS.items()),
        "Kelompok: " + "; ".join(f"`{name}` = {', '.join(kinds)}" for name, kinds in FAMILIES.items()) + ".",
        "## Keadaan (`when`, `unless`) { #keadaan }",
        "Beberapa keadaan dalam satu daftar harus terpenuhi semua; `a|b` berarti salah satu.",
        "\n".join(f"- `{name}`" for name in sorted(FACTS)),
        "## Pokok Pasal (`clauses`)",
        ", ".join(f"`{name}`" for name in CLAUSES) + ".",
        "## Bagian naskah pada contoh (`part`)",
        ", ".join(f"`{name}`" for name in PARTS) + ".",
        "## Isian pesan",
        "Setiap pesan boleh memuat "
        + ", ".join(f"`{{{name}}}`" for name in sorted(STANDARD_VALUES))
        + ", ditambah isian fungsinya.",
        "## Fungsi",
        "Fungsi yang mempunyai opsi tercantum lebih dahulu. Penjelasan singkatnya dalam bahasa Inggris, sebagaimana "
        "tertulis dalam program.",
        *(_function(functions[name], used.get(name, [])) for name in names),
    ]
    return "\n\n".join(parts)


def _function(function: Function, used: list[Rule]) -> str:
    doc = inspect.getdoc(function.call) or ""
    parts = [f"### `{function.name}`", text(" ".join(doc.split()))]
    if function.options is not NoOptions:
        parts.append(_options(function.options))
    rows = [
        ("isian pesan", sorted(function.values)),
        ("varian", sorted(function.variants)),
    ]
    parts += [f"{name}: " + ", ".join(f"`{value}`" for value in values) for name, values in rows if values]
    if used:
        parts.append("dipakai oleh: " + ", ".join(f"[{rule.id}](aturan/{rule.id}.md)" for rule in used))
    return "\n\n".join(parts)


def _options(options: type[Any]) -> str:
    hints = get_type_hints(options, include_extras=True)
    rows = ["| opsi | isi | bawaan |", "| --- | --- | --- |"]
    for field in dataclasses.fields(options):
        required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        default = "harus ada" if required else _default(field)
        rows.append(f"| `{field.name}` | {text(_type(hints[field.name]))} | {default} |")
    notes = " ".join((inspect.getdoc(options) or "").split())
    own = "" if notes.startswith(f"{options.__name__}(") else f"\n\n{text(notes)}"
    return "\n".join(rows) + own


def _default(field: dataclasses.Field[Any]) -> str:
    made = field.default_factory() if field.default_factory is not dataclasses.MISSING else field.default
    if made is None or made in ((), {}, ""):
        return "tidak ada"
    shown = str(made).lower() if isinstance(made, bool) else str(made)
    return f"`{shown}`" if len(shown) <= 60 and not set("|`\n") & set(shown) else "bawaan program"


def _type(wanted: Any) -> str:
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin is Annotated:
        return "pola"
    if origin is Literal:
        return "salah satu dari " + ", ".join(map(str, arguments))
    if origin in (tuple, list):
        return f"daftar {_type(arguments[0])}"
    if dataclasses.is_dataclass(wanted) and isinstance(wanted, type):
        return "(" + "; ".join(field.name for field in dataclasses.fields(wanted)) + ")"
    plain = {str: "teks", int: "bilangan", float: "bilangan", bool: "true atau false"}
    if wanted in plain:
        return plain[wanted]
    if arguments and type(None) in arguments:
        return _type(next(part for part in arguments if part is not type(None)))
    if len(arguments) == 2:
        return f"pasangan nama dan {_type(arguments[1])}"
    return getattr(wanted, "__name__", str(wanted))
