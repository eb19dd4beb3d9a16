"""Findings in the order of the text, grouped by provision."""

from __future__ import annotations

from collections.abc import Iterable

from kerjasama_check.checking.findings import Finding
from kerjasama_check.reporting.totals import SEVERITY_ORDER

Groups = dict[str | None, list[Finding]]
_PARTS = ("judul", "nomor", "pembukaan", "para pihak", "premis", "dasar hukum", "Pasal", "penutup", "tanda tangan")
_SEVERITIES = {severity: number for number, severity in enumerate(SEVERITY_ORDER)}


def in_text_order(findings: Iterable[Finding]) -> Groups:
    """What counts, by provision: the whole text first, then as the text runs.

    Left out is what was set aside, or known from a baseline.

    A part that is missing has no place in the text: it stands where such a part usually stands.
    """
    groups: Groups = {}
    for finding in findings:
        if finding.counts:
            groups.setdefault(finding.place.provision, []).append(finding)
    placed = sorted((name for name in groups if _block(groups[name]) is not None), key=lambda n: _block(groups[n]) or 0)
    missing = sorted((name for name in groups if _block(groups[name]) is None), key=_rank)
    for name in missing:
        behind = next((index for index, other in enumerate(placed) if _rank(other) > _rank(name)), len(placed))
        placed.insert(behind, name)
    return {name: sorted(groups[name], key=_within) for name in placed}


def _block(findings: list[Finding]) -> int | None:
    blocks = [finding.place.block for finding in findings if finding.place.block is not None]
    return min(blocks, default=None)


def _rank(provision: str | None) -> int:
    if provision is None:
        return -1
    for rank, part in enumerate(_PARTS):
        if provision == part or (part == "Pasal" and provision.startswith("Pasal ")):
            return rank
    return len(_PARTS)


def _within(finding: Finding) -> tuple[int, int, int, str]:
    place = finding.place
    return place.block or 0, place.start or 0, _SEVERITIES[finding.severity], finding.rule
