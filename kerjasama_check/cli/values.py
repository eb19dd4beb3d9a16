"""Values of options without pydantic: Typer loads it for every text and path, which costs as much as reading a draft.

All our options are texts, paths, lists of them and switches, and `settings` says what is wrong with a value.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args, get_origin


def lighten(params: list[Any]) -> None:
    """Take the conversion of these parameters over. Where Typer does it otherwise (older versions), nothing changes."""
    for param in params:
        annotation = getattr(getattr(param, "type_descriptor", None), "annotation", None)
        single = (get_args(annotation) or (None,))[0] if get_origin(annotation) is list else annotation
        if single in (str, Path, bool) and getattr(param, "_runtime_param", ...) is None:
            param._runtime_param = _Plain(single)


class _Plain:
    """What Typer asks to convert a value."""

    def __init__(self, kind: type[str] | type[Path] | type[bool]) -> None:
        self.kind = kind

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        if isinstance(value, list | tuple):
            return [self.kind(part) for part in value]
        return self.kind(value)
