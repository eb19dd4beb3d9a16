"""From a Document to an Agreement: the typed tree with its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kerjasama_check.agreement.model import Agreement
    from kerjasama_check.reading.document import Document


def parse(document: Document) -> Agreement:
    """The agreement that a document holds; `kind` is None where it holds none."""
    from kerjasama_check.agreement.parser import parse as run

    return run(document)
