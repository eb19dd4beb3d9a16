"""The first look at the text of an agreement, for rule functions."""

from __future__ import annotations

from kerjasama_check.checking.glance import Glance, Same, Stemmed, glance, lowered

__all__ = ["Glance", "Same", "Stemmed", "glance", "lowered"]
