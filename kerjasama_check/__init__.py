"""Checks Indonesian cooperation agreements against the rules that bind them."""

__version__ = "0.1.0"
