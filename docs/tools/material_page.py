"""The page of what rules of one's own may name: kinds, facts, clauses, parts, and the functions with their options."""

from __future__ import annotations

import dataclasses
import inspect
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from rule_pages import text

from kerjasama_check.checking.build import PARTS, STANDARD_VALUES
from kerjasama_check.checking.facts import FACTS
from kerjasama_check.checking.registry import Function, NoOptions, load_functions
from kerjasama_check.checking.rule import Rule
from kerjasama_check.checking.rulebook import Rulebook
from kerjasama_check.checking.vocabulary import CLAUSES, FAMILIES, KINDS

NAME = "bahan-aturan.md"
FACT_WORDS = {
    "all-central": "semua pihak adalah instansi pusat",
    "all-public": "semua pihak adalah instansi pemerintah",
    "central": "instansi pusat menjadi pihak",
    "central-and-region": "instansi pusat dan daerah menjadi pihak",
    "data-exchange": "data dipertukarkan atau dibuka aksesnya",
    "education": "lembaga pendidikan menjadi pihak",
    "foreign-party": "pihak asing menjadi pihak",
    "grant": "ada hibah",
    "imipas": "satuan kerja Kementerian Imigrasi dan Pemasyarakatan menjadi pihak",
    "immigration": "satuan kerja keimigrasian menjadi pihak",
    "kumham": "Kementerian Hukum dan HAM, penerusnya, atau satuan kerjanya menjadi pihak",
    "many-parties": "pihaknya lebih dari dua",
    "money": "ada nilai uang, atau pembayaran antarpihak",
    "paid": "ada Pasal tentang harga atau pembayaran",
    "personal-data": "data pribadi dipertukarkan atau dibuka aksesnya",
    "prison": "lembaga pemasyarakatan, rumah tahanan, balai pemasyarakatan, atau direktoratnya menjadi pihak",
    "private-only": "semua pihak adalah swasta, organisasi, atau perorangan",
    "private-party": "ada pihak swasta, BUMN, organisasi, atau perorangan",
    "public-party": "ada pihak yang memakai uang negara atau daerah, termasuk sekolah dan perguruan tinggi negeri",
    "region": "pemerintah daerah, desa, atau perangkatnya menjadi pihak",
    "state-goods": "ada barang milik negara atau daerah",
    "template": "naskahnya masih berupa formulir",
    "third-party": "ada mitra yang bukan pemerintah",
    "two-parties": "pihaknya dua",
    "umbrella-named": "naskah payung disebut dengan nomor atau tanggalnya",
    "young": "dibuat sejak 21 Oktober 2024, atau belum bertanggal",
}


def materials_page(rules: Rulebook) -> str:
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
        "\n".join(f"- `{name}`: {FACT_WORDS[name]}" for name in sorted(FACTS)),
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
