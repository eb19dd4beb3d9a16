"""The tables of the JSON contract, from the schema that `kerjasama-check schema` prints."""

from __future__ import annotations

from typing import Any

from kerjasama_check.reporting.schemas import SCHEMAS, schema

TITLES = {"report": "check", "agreement": "show", "rules": "rules list"}
_TYPES = {
    "string": "teks",
    "integer": "bilangan bulat",
    "number": "bilangan",
    "boolean": "true atau false",
    "object": "objek",
    "null": "null",
}


def files() -> dict[str, dict[str, Any]]:
    """The schemas as files of the site."""
    return {f"skema/{name}.schema.json": schema(name) for name in SCHEMAS}


def tables(name: str) -> str:
    """Every object of a schema as a table: key, type, meaning."""
    made = schema(name)
    parts = [_table(made)]
    for part, shape in made["$defs"].items():
        if "properties" in shape:
            parts += [f"### Objek `{part}` ({TITLES[name]}) {{ #{name}-{part} }}", _table(shape, name)]
    parts[0] = _table(made, name)
    return "\n\n".join(parts)


def _table(shape: dict[str, Any], name: str = "") -> str:
    rows = ["| kunci | isi | arti |", "| --- | --- | --- |"]
    for key, value in shape["properties"].items():
        rows.append(f"| `{key}` | {_kind(value, name)} | {value['description']} |")
    return "\n".join(rows)


def _kind(shape: dict[str, Any], name: str) -> str:
    if "const" in shape:
        return f"`{shape['const']}`"
    if "enum" in shape:
        return ", ".join(f"`{'null' if value is None else value or '…'}`" for value in shape["enum"])
    if "$ref" in shape:
        part = shape["$ref"].rpartition("/")[2]
        return f"[{part}](#{name}-{part})"
    if "anyOf" in shape and "type" not in shape:
        return " atau ".join(_kind(part, name) for part in shape["anyOf"])
    kinds = shape["type"] if isinstance(shape["type"], list) else [shape["type"]]
    if "array" in kinds:
        rest = " atau null" if "null" in kinds else ""
        return f"daftar {_kind(shape['items'], name)}{rest}"
    if shape.get("format") == "date":
        return " atau ".join(["tanggal", *(["null"] if "null" in kinds else [])])
    return " atau ".join(_TYPES[kind] for kind in kinds)
