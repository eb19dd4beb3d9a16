"""How stable fingerprints are: drafts with faults are edited elsewhere, and each finding should keep its own.

    python bench/fingerprints.py [--verbose]

Drafts are the samples with defects and clean ones in which many faults were sown. A single edit leaves every sown fault
alone: an article is inserted, removed or moved (references follow, as a drafter would have them), also one with faults
of the same kind; a neighbour is reworded, lines are reflowed, the draft is exported to PDF, the file renamed. A finding
counts as untouched when it does not lie in what was edited; it has kept its fingerprint when the finding that bears it
afterwards is the same fault (rule and words). Untouched findings that the program no longer reports are listed apart:
there is nothing whose fingerprint could be compared.

Exit code 1 where less than 98 % are kept, two findings of a document share one, or too little was measured.
"""

from __future__ import annotations

import argparse
import datetime
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the checkout is measured, installed or not
sys.path.insert(0, str(ROOT / "bench"))

from speed import load_maker  # noqa: E402

os.environ.setdefault("OMP_THREAD_LIMIT", "1")
DAY = datetime.date(2026, 11, 24)
LEAST_EDITS, LEAST_DRAFTS, LEAST_KEPT = 300, 15, 0.98

# What is sown into clean drafts, each where it is found first: (pattern, replacement, how many times).
SOWN: tuple[tuple[str, str, int], ...] = (
    (r"Pada hari ini, (?:Senin|Selasa|Rabu|Kamis|Jumat),", "Pada hari ini, Minggu,", 1),
    (r"yang bertanda tangan di bawah ini", "yang bertanda tangan dibawah ini", 1),
    (r"bermeterai cukup", "bermaterai cukup", 1),
    (r"(?<=\n)\( \) PIHAK KESATU berkewajiban", "( ) PIHAK PERTAMA berkewajiban", 1),
    (r"jangka waktu (\d) \((?:satu|dua|tiga|lima)\) tahun", r"jangka waktu \1 (sembilan) tahun", 1),
    (r"paling lambat (\d+) \([a-z ]+\) (bulan|hari)", r"paling lambat \1 (sebelas) \2", 2),
    (r"paling sedikit (\d+) \([a-z ]+\) (kali|orang)", r"paling sedikit \1 (sebelas) \2", 1),
    (r"sebagaimana dimaksud pada ayat \((\d)\)", r"sebagaimana dimaksud dalam ayat (\1)", 2),
    (r"disepakati secara tertulis oleh PARA PIHAK\.", "disepakati sebagaimana dimaksud dalam Pasal 77.", 1),
    (r"secara musyawarah untuk mufakat\.", "secara musyawarah untuk mufakat sesuai dengan Pasal 88.", 1),
    (r"kesepakatan tertulis PARA PIHAK(?= dalam adendum)", "kesepakatan tertulis PARA PIHAK sesuai dengan Pasal 99", 1),
)
NEW_ARTICLE = """Pasal: {heading}
( ) PARA PIHAK menunjuk pejabat penghubung untuk {subject}.
( ) Pejabat penghubung menyampaikan laporan tertulis tentang {subject} kepada PARA PIHAK.

"""
ALIKE_ARTICLE = """Pasal: KELENGKAPAN
( ) Dokumen kerjasama dibuat bermaterai dan ditandatangani PARA PIHAK dibawah pengawasan pejabat yang ditunjuk.
( ) Pejabat sebagaimana dimaksud dalam ayat (1) melapor kepada PARA PIHAK.

"""
HEADINGS = (
    ("KOORDINASI", "koordinasi kegiatan"),
    ("PELAPORAN", "pelaporan kegiatan"),
    ("SOSIALISASI", "penyebarluasan informasi"),
    ("RENCANA KERJA", "penyusunan rencana kerja"),
    ("TIM PELAKSANA", "pelaksanaan kegiatan"),
)
ADDED_SENTENCE = " Hal tersebut dilaksanakan dengan tertib dan bertanggung jawab."


# ------------------------------------------------------------------ drafts
@dataclass(frozen=True, slots=True)
class Found:
    """A finding as it is compared. words: rule, message and quote without the numbers of provisions."""

    fingerprint: str
    rule: str
    provision: str
    words: str


@dataclass(frozen=True, slots=True)
class Edit:
    """The text after an edit. touched: headings of the articles that it was about."""

    kind: str
    text: str
    touched: tuple[str, ...] = ()


@dataclass(slots=True)
class Figures:
    """What was measured. kept of untouched; silent: untouched findings that are no longer reported."""

    drafts: int = 0
    edits: int = 0
    untouched: int = 0
    kept: int = 0
    silent: int = 0
    shared: int = 0
    by_kind: dict[str, Counter[str]] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Of the untouched findings that are still reported."""
        still = self.untouched - self.silent
        return self.kept / still if still else 0.0

    @property
    def holds(self) -> bool:
        enough = self.edits >= LEAST_EDITS and self.drafts >= LEAST_DRAFTS
        return enough and self.share >= LEAST_KEPT and not self.shared


def drafts(maker: ModuleType) -> dict[str, str]:
    """Samples with defects, and every clean one with faults sown."""
    found = {}
    for name, text in maker.sources().items():
        found[name if name.startswith("cacat") else f"{name}-ditaburi"] = (
            text if name.startswith("cacat") else sow(text)
        )
    return found


def sow(text: str) -> str:
    for pattern, replacement, times in SOWN:
        text = re.sub(pattern, replacement, text, count=times)
    return text


# ------------------------------------------------------------------ edits
def articles(text: str) -> tuple[str, list[str], str]:
    """What stands before the articles, the articles, and what stands behind."""
    head, *parts = re.split(r"(?m)^(?=Pasal(?: \d+)?: )", text)
    last, mark, tail = parts[-1].partition("\nDemikian")
    return head, [*parts[:-1], last + "\n" if mark else last], (mark + tail).lstrip("\n")


def heading(article: str) -> str:
    return article.partition(": ")[2].partition("\n")[0]


def joined(head: str, parts: list[str], tail: str) -> str:
    return head + "".join(part.rstrip("\n") + "\n\n" for part in parts) + tail


def shifted(parts: list[str], order: list[int | None]) -> list[str]:
    """Articles with references that follow: order holds the old number of every new article, None for a new one."""
    new = {old: number for number, old in enumerate(order, start=1) if old is not None}

    def follow(match: re.Match[str]) -> str:
        return f"{match.group(1)}{new.get(int(match.group(2)), int(match.group(2)))}"

    follows = re.compile(r"(?<!Ketentuan )(\bPasal )(\d+)\b(?!:)(?! (?:Undang|Peraturan))")
    return [follows.sub(follow, part) for part in parts]


def edits(text: str, touched: set[str], seed: int) -> Iterator[Edit]:
    """Edits of a draft that leave the articles with faults (`touched`: their headings) alone."""
    pick = random.Random(seed)
    head, parts, tail = articles(text)
    free = [index for index, part in enumerate(parts) if heading(part) not in touched and "Pasal:" in part[:7]]
    numbered = not re.search(r"(?m)^Pasal \d+:", text)
    for place in pick.sample(range(1, len(parts)), min(6, len(parts) - 1)):
        name, subject = HEADINGS[place % len(HEADINGS)]
        more = [*parts[:place], NEW_ARTICLE.format(heading=name, subject=subject), *parts[place:]]
        order = [*range(1, place + 1), None, *range(place + 1, len(parts) + 1)] if numbered else []
        yield Edit("insert an article", joined(head, shifted(more, order) if numbered else more, tail), (name,))
    for place in pick.sample(free, min(6, len(free))):
        changed = list(parts)
        changed[place] = _reworded(parts[place])
        yield Edit("reword a neighbour", joined(head, changed, tail), (heading(parts[place]),))
    name, alike = "KELENGKAPAN", [*parts[:1], ALIKE_ARTICLE, *parts[1:]]
    order = [1, None, *range(2, len(parts) + 1)]
    yield Edit("add an alike fault", joined(head, shifted(alike, list(order)) if numbered else alike, tail), (name,))
    if numbered:
        for place in pick.sample([p for p in free if p], min(3, max(0, len(free) - 1))):
            order = [number for number in range(1, len(parts) + 1) if number != place + 1]
            fewer = [part for index, part in enumerate(parts) if index != place]
            yield Edit("remove a neighbour", joined(head, shifted(fewer, list(order)), tail), (heading(parts[place]),))
        for place in pick.sample(range(1, len(parts) - 2), min(2, max(0, len(parts) - 3))):
            swapped = [*parts[:place], parts[place + 1], parts[place], *parts[place + 2 :]]
            order = list(range(1, len(parts) + 1))
            order[place], order[place + 1] = order[place + 1], order[place]
            yield Edit("swap two articles", joined(head, shifted(swapped, list(order)), tail))


def _reworded(article: str) -> str:
    """A sentence more at the end of the first sentence of an article."""
    lines = article.split("\n")
    for number, line in enumerate(lines[1:], start=1):
        if line.endswith("."):
            lines[number] = line + ADDED_SENTENCE
            break
    return "\n".join(lines)


# ------------------------------------------------------------------ measuring
class Bench:
    """Builds, checks and compares."""

    def __init__(self, folder: Path) -> None:
        from kerjasama_check.archive.examine import examine_fully
        from kerjasama_check.settings.options import Settings

        self.folder = folder
        self.maker = load_maker()
        settings = Settings(date=DAY)
        self._examine: Callable[[Path], object] = lambda path: examine_fully(path, settings)
        self.figures = Figures()

    def save(self, text: str, name: str) -> Path:
        path = self.folder / f"{name}.docx"
        self.maker.save(self.maker.build(text), path)
        return path

    def check(self, path: Path) -> list[Found]:
        report = self._examine(path)
        assert str(report.state) == "checked", (path.name, report.reason)  # type: ignore[attr-defined]
        found = []
        for finding in report.findings:  # type: ignore[attr-defined]
            words = f"{finding.rule} {finding.message} {finding.place.quote}"
            found.append(Found(finding.fingerprint, finding.rule, finding.place.provision or "", _plain(words)))
        if len({finding.fingerprint for finding in found}) < len(found):
            self.figures.shared += 1
        return found

    def compare(self, kind: str, name: str, before: list[Found], after: list[Found]) -> None:
        """Count one edit."""
        figures = self.figures
        figures.edits += 1
        numbers = figures.by_kind.setdefault(kind, Counter())
        numbers["edits"] += 1
        bearer = {finding.fingerprint: finding for finding in after}
        there = Counter(finding.words for finding in after)
        for finding in before:
            numbers["untouched"] += 1
            figures.untouched += 1
            same = bearer.get(finding.fingerprint)
            if same is not None and same.words == finding.words:
                numbers["kept"] += 1
                figures.kept += 1
                there[finding.words] -= 1
            elif there[finding.words] > 0 or same is not None:
                figures.lost.append(f"{name}, {kind}: {finding.rule} {finding.provision}: {finding.words[:90]}")
            else:
                numbers["silent"] += 1
                figures.silent += 1
                figures.lost.append(f"{name}, {kind}: SILENT {finding.rule} {finding.provision}: {finding.words[:90]}")

    def draft(self, name: str, text: str, seed: int) -> None:
        """All edits of a draft but the export to PDF."""
        self.figures.drafts += 1
        path = self.save(text, name)
        before = self.check(path)
        _, parts, _ = articles(text)
        numbers = dict(enumerate((heading(part) for part in parts), start=1))
        where = {finding.fingerprint: _heading_of(finding.provision, numbers) for finding in before}
        for number, edit in enumerate(edits(text, set(where.values()), seed)):
            outside = [f for f in before if where[f.fingerprint] not in edit.touched]
            self.compare(edit.kind, name, outside, self.check(self.save(edit.text, f"{name}-{number}")))
        renamed = self.folder / f"Salinan {name} (final) rev2.docx"
        shutil.copyfile(path, renamed)
        self.compare("rename the file", name, before, self.check(renamed))
        self.reflowed(name, path)

    def reflowed(self, name: str, path: Path) -> None:
        """The same text with lines of other widths."""
        from kerjasama_check.reading.reader import read

        blocks = [block.full for block in read(path).blocks]
        before = None
        for width in (0, 60, 75, 90):
            lines = ["\n".join(textwrap.wrap(text, width) if width else [text]) for text in blocks]
            target = self.folder / f"{name}-{width}.txt"
            target.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
            found = self.check(target)
            if before is not None:
                self.compare("reflow the lines", name, before, found)
            before = before or found

    def exported(self, names: list[str]) -> None:
        """PDF of the same drafts, all in one go, against the Word files. Only where the texts are read as the same."""
        command = ["soffice", f"-env:UserInstallation={(self.folder / 'profile').as_uri()}", "--headless"]
        target = self.folder / "pdf"
        files = [str(self.folder / f"{name}.docx") for name in names]
        subprocess.run(
            [*command, "--convert-to", "pdf", "--outdir", str(target), *files], check=True, capture_output=True
        )
        for name in names:
            before = self.check(self.folder / f"{name}.docx")
            self.compare("export to PDF", name, before, self.check(target / f"{name}.pdf"))


_NUMBERS = re.compile(r"\b(pasal|ayat|huruf|angka)\s*\(?\d+[a-z]?\)?", re.IGNORECASE)


def _plain(words: str) -> str:
    """Words without numbers of provisions, blanks and signs: what makes a fault the same fault for a reader."""
    return " ".join(re.sub(r"[^\w]+", " ", _NUMBERS.sub(r"\1", words)).casefold().split())


def _heading_of(provision: str, numbers: dict[int, str]) -> str:
    match = re.match(r"Pasal (\d+)", provision)
    return numbers.get(int(match.group(1)), "") if match else ""


def measure() -> Figures:
    """All figures; takes about two minutes. Needs LibreOffice for the exports."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        texts = drafts(bench.maker)
        for seed, (name, text) in enumerate(texts.items()):
            bench.draft(name, text, seed)
        if shutil.which("soffice"):
            bench.exported(list(texts))
        return bench.figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true", help="name every finding that did not keep its fingerprint")
    options = parser.parse_args()
    figures = measure()
    if options.verbose:
        print(*figures.lost, sep="\n")
    print(f"{'edit':22} {'edits':>6} {'untouched':>10} {'kept':>6} {'silent':>7}")
    for kind, numbers in figures.by_kind.items():
        print(f"{kind:22} {numbers['edits']:6} {numbers['untouched']:10} {numbers['kept']:6} {numbers['silent']:7}")
    if "export to PDF" not in figures.by_kind:
        print("export to PDF: not measured, LibreOffice is not installed")
    print(
        f"{figures.edits} edits of {figures.drafts} drafts: {figures.kept} of {figures.untouched - figures.silent} "
        f"untouched findings keep their fingerprint ({figures.share:.2%}, at least {LEAST_KEPT:.0%}); "
        f"{figures.silent} no longer reported; {figures.shared} documents in which two findings share one (0)."
    )
    return 0 if figures.holds else 1


if __name__ == "__main__":
    sys.exit(main())
