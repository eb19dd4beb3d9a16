"""Capturing what a reporter writes."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reporting_samples import Render

from kerjasama_check.reporting.terminal import Page, open_page


@pytest.fixture
def at_80(monkeypatch: pytest.MonkeyPatch) -> Render:
    """The text that a function writes to a page of 80 columns without colour."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")

    def render(write: Callable[[Page], None]) -> str:
        stream = io.StringIO()
        with open_page(stream) as page:
            write(page)
        return stream.getvalue()

    return render
