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


def with_analyses(agreement: Agreement) -> Agreement:
    """The agreement with the rows of who owes what (`obligations`) and what it costs (`commitments`)."""
    from dataclasses import replace

    from kerjasama_check.agreement.commitments import find_commitments
    from kerjasama_check.agreement.obligations import find_obligations

    if agreement.obligations is None:
        agreement = replace(agreement, obligations=find_obligations(agreement))
    if agreement.commitments is None:
        agreement = replace(agreement, commitments=find_commitments(agreement))
    return agreement
