"""Checks Indonesian cooperation agreements against the rules that bind them.

The public interface is `read`, `parse` and `check`; it is loaded on first use, so that importing this package is cheap.
"""

__version__ = "0.1.0"
__all__ = ["__version__", "check", "parse", "read"]


def __getattr__(name: str) -> object:
    if name in ("check", "parse", "read"):
        from importlib import import_module

        return getattr(import_module("kerjasama_check.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
