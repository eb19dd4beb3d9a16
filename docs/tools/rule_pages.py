"""The pages that come from the rules: one per rule, the list of all, and the regulations.

Every function gives Markdown; the names of the pages are relative to docs/. What stands in a rule file is data: signs
that Markdown or HTML would take for their own are escaped.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any

from kerjasama_check.checking.engine import is_on
from kerjasama_check.checking.looks import Looks
from kerjasama_check.checking.rule import Example, Regulation, Rule
from kerjasama_check.checking.rulebook import Rulebook
from kerjasama_check.checking.vocabulary import CLAUSES
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
    parts = (
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
    )
    return "\n\n".join(part for part in parts if part)


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
    return "\n".join(["| hal | isi |", "| --- | --- |", *(f"| {name} | {value} |" for name, value in rows if value)])


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
    """The first example with a text, else the first one as what it is made of."""
    own = [example for example in rule.examples if example.bad is bad]
    example = next((one for one in own if one.text.strip()), own[0])
    yield f"## {caption}"
    yield text(_circumstances(example))
    lines = example.text.strip().splitlines()
    if lines:
        fence = "````" if any("```" in line for line in lines) else "```"
        yield "\n".join([f"{fence}text", *lines, fence])


def _circumstances(example: Example) -> str:
    """The agreement that the text stands in, as far as the example names it, and where the fault is found."""
    named = words.word(words.KINDS, example.kind, "id") if example.kind else ""
    about = [named] if named else []
    about += [f"antara {' dan '.join(example.parties)}"] if example.parties else []
    about += [f"bertanggal {words.day(example.date, 'id')}"] if example.date else []
    about += [f"tanpa ketentuan tentang {_clauses(example)}"] if example.without else []
    about += _looks(example.looks) if example.looks else []
    parts = [f"Naskah: {', '.join(about)}."] if about else [] if example.text.strip() else ["Naskah lengkap."]
    parts += [f"Bagian naskah: {example.part.replace('-', ' ')}."] if example.part else []
    parts += [f"Ditemukan di {example.at}."] if example.at else []
    return " ".join(parts)


def _looks(looks: Looks) -> list[str]:
    """What is said of the looks of the text; the sides of margins in the order top, bottom, left, right."""
    said = [f"berkas {looks.format.upper()}"]
    said += [f"huruf {' '.join(map(str, filter(None, (looks.font, looks.size))))}"] if looks.font or looks.size else []
    odd = " ".join(map(str, filter(None, (looks.odd_font, looks.odd_size))))
    said += [f"“{looks.odd}” dengan huruf {odd}"] if looks.odd and odd else []
    said += [f"kertas {' x '.join(map(str, looks.paper))} mm"] if looks.paper else []
    if looks.margins:
        sides = zip(("atas", "bawah", "kiri", "kanan"), looks.margins, strict=False)
        said.append("margin " + ", ".join(f"{side} {width} mm" for side, width in sides))
    said += [f"kepala halaman {_quoted(looks.headers)}"] if any(looks.headers) else []
    said += [f"kaki halaman {_quoted(looks.footers)}"] if any(looks.footers) else []
    said += [f"halaman baru pada {_quoted(looks.page_at)}"] if looks.page_at else []
    said += [f"nomor otomatis {_quoted(looks.computed)}"] if looks.computed else []
    return said


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join(f"“{one}”" for one in texts if one)


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
