"""How fast it is, each measure as a ratio of two things timed in the same run, on documents made here.

    python bench/speed.py [--rounds 7] [--only PART]

Prints for every measure what is required and what was measured; exit code 1 when one falls short. A round times both
sides one after the other, so that a busy machine slows both; the medians are compared.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import functools
import importlib.util
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kerjasama_check.agreement.model import Agreement
    from kerjasama_check.checking.rulebook import Rulebook

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the checkout is measured, installed or not
os.environ.setdefault("OMP_THREAD_LIMIT", "1")
WORDS = 235  # on a page of these drafts
SCAN = ROOT / "samples/memorandum-of-understanding-pindai.pdf"
HELLO = """import typer

app = typer.Typer()


@app.command()
def main(name: str) -> None:
    print("hello", name)


app()
"""


@dataclass(frozen=True, slots=True)
class Measure:
    """A ratio with its limit. at_least: it must be reached, else it must not be passed."""

    name: str
    ratio: float
    limit: float
    at_least: bool
    ours: float  # seconds
    other: float

    @property
    def holds(self) -> bool:
        return self.ratio >= self.limit if self.at_least else self.ratio <= self.limit

    def __str__(self) -> str:
        sign = "≥" if self.at_least else "≤"
        return (
            f"{self.name:58} {sign} {self.limit:4g} ×  {self.ratio:7.2f} ×  "
            f"({self.ours * 1000:9.1f} ms / {self.other * 1000:9.1f} ms){'' if self.holds else '  FALLS SHORT'}"
        )


# ------------------------------------------------------------------ documents
def load_maker() -> ModuleType:
    """samples/make_samples.py, which builds Word files with Word's own numbering."""
    spec = importlib.util.spec_from_file_location("make_samples", ROOT / "samples/make_samples.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def long_draft(pages: int) -> str:
    """The text of a cooperation agreement of so many pages: ordinary articles, each about another activity."""
    source = (ROOT / "samples/source/perjanjian-kerja-sama-imigrasi.draft").read_text(encoding="utf-8")
    head, first, rest = source.partition("Pasal: MAKSUD")
    body, last, end = rest.partition("Pasal: PENUTUP")
    tasks = ("penyuluhan", "pelatihan", "pendampingan", "penelitian", "pertukaran data", "pengawasan", "evaluasi")
    articles = []
    words = len(source.split())
    number = 0
    while words < pages * WORDS:
        number += 1
        task = f"{tasks[number % len(tasks)]} tahap {number}"
        articles.append(
            f"Pasal: PELAKSANAAN {task.upper()}\n"
            f"( ) PIHAK KESATU menyelenggarakan {task} paling lambat {number % 28 + 2} hari kerja setelah rencana "
            "disepakati secara tertulis oleh PARA PIHAK dengan memperhatikan ketentuan peraturan perundang-undangan.\n"
            f"( ) Dalam {task} sebagaimana dimaksud pada ayat (1), PIHAK KEDUA berkewajiban:\n"
            "a. menyiapkan tempat, peserta, dan bahan yang diperlukan sesuai dengan jadwal;\n"
            "a. menunjuk petugas penghubung yang memahami pokok kerja sama; dan\n"
            "a. menyampaikan laporan tertulis kepada PIHAK KESATU setelah kegiatan selesai.\n"
            f"( ) Biaya {task} dibebankan pada anggaran masing-masing PIHAK sesuai dengan ketentuan yang berlaku.\n"
            f"( ) Perubahan jadwal {task} diberitahukan secara tertulis kepada PIHAK lainnya sebelum kegiatan dimulai, "
            "dengan menyebutkan alasan, jadwal pengganti, serta dampaknya terhadap kegiatan lain yang direncanakan "
            "oleh PARA PIHAK pada tahun anggaran yang sama.\n"
            f"( ) Hasil {task} menjadi milik bersama PARA PIHAK dan hanya digunakan untuk maksud sebagaimana dimaksud "
            "dalam Pasal 1. Penggunaan untuk maksud lain, termasuk penerbitan, memerlukan persetujuan tertulis PIHAK "
            "lainnya yang diberikan paling lambat 14 (empat belas) hari kalender sejak permintaan diterima.\n"
            f"( ) Dalam hal {task} tidak dapat dilaksanakan karena keadaan di luar kemampuan salah satu PIHAK, "
            "kegiatan itu dijadwalkan kembali berdasarkan kesepakatan PARA PIHAK tanpa menghapuskan kewajiban lain "
            "yang sudah jatuh waktu, dan masing-masing PIHAK menanggung biaya yang sudah dikeluarkannya sendiri.\n"
            f"( ) Petugas yang ditunjuk menyimpan dokumen {task}, paling sedikit daftar hadir, berita acara, dan "
            "laporan akhir, selama jangka waktu Perjanjian Kerja Sama ini serta menyerahkannya kepada PIHAK yang "
            "memintanya untuk keperluan pemeriksaan.\n"
        )
        words += len(articles[-1].split())
    return head + first + body + "\n".join(articles) + "\n" + last + end


# ------------------------------------------------------------------ timing
def timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def compare(
    ours: Callable[[], object], other: Callable[[], object], rounds: int, warm: bool = True
) -> tuple[float, float]:
    """Medians of both in seconds. warm: once before, so that neither pays for loading its libraries."""
    if warm:
        ours()
        other()
    times = [(timed(ours), timed(other)) for _ in range(rounds)]
    return statistics.median(t for t, _ in times), statistics.median(t for _, t in times)


def checker() -> Callable[[Path], object]:
    """What `check` does with one file inside a running process."""
    from kerjasama_check.archive.examine import examine
    from kerjasama_check.settings.options import Settings

    settings = Settings(date=datetime.date(2026, 11, 24))

    def run(path: Path) -> object:
        outcome = examine(path, settings)
        assert str(outcome.report.state) == "checked", outcome.report.reason
        return outcome

    return run


LOADING = """import time
from kerjasama_check.checking.rulebook import load_rulebook
start = time.process_time()
load_rulebook()
print(time.process_time() - start)
"""


def loading_time() -> float:
    """Seconds of work for the rules and their functions in a process that has loaded no rules before."""
    here = {**os.environ, "PYTHONPATH": str(ROOT)}
    here.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    run = subprocess.run([sys.executable, "-c", LOADING], env=here, capture_output=True, check=True, text=True)
    return float(run.stdout)


def slowest_growth(short: Agreement, long: Agreement, rulebook: Rulebook) -> tuple[str, float, float]:
    """The rule whose time per page grows most from 100 to 1,000 pages, both times per 100 pages in seconds.

    Only rules that take a thousandth of a second for 100 pages: below that the clock says little.
    """
    from kerjasama_check.checking.engine import concerns, is_on
    from kerjasama_check.checking.facts import Facts
    from kerjasama_check.checking.profiles import choose_profile

    times: list[dict[str, float]] = []
    for agreement in (short, long):
        profile = choose_profile(agreement, rulebook).profile
        facts = Facts(agreement, profile.assume)
        taken: dict[str, float] = {}
        for rule in rulebook.rules:
            if is_on(rule, profile) and concerns(rule, agreement, facts):
                call = functools.partial(rule.function.call, agreement, rule.options)
                taken[rule.id] = min(timed(lambda call=call: list(call())) for _ in range(3))
        times.append(taken)
    pages = len(long.articles) / len(short.articles)
    slow = [(times[1][name] / pages / times[0][name], name) for name in times[1] if times[0].get(name, 0) > 0.001]
    name = max(slow)[1]
    return name, times[1][name] / pages, times[0][name]


# ------------------------------------------------------------------ measures
class Bench:
    """The documents, and a method per group of measures."""

    def __init__(self, folder: Path, rounds: int) -> None:
        maker = load_maker()
        self.folder, self.rounds = folder, rounds
        self.docx, self.hundred, self.longest = (folder / f"{name}.docx" for name in ("ten", "hundred", "thousand"))
        maker.save(maker.build(long_draft(10)), self.docx)
        maker.save(maker.build(long_draft(100)), self.hundred)
        maker.save(maker.build(long_draft(1000)), self.longest)
        self.pdf: Path | None = maker.to_pdf(self.docx, folder) if shutil.which("soffice") else None

    def word_file(self) -> Iterator[Measure]:
        import docx

        check = checker()
        ours, other = compare(
            lambda: check(self.docx),
            lambda: "\n".join(p.text for p in docx.Document(str(self.docx)).paragraphs),
            self.rounds,
        )
        yield Measure("check a 10-page DOCX / python-docx paragraph.text", ours / other, 3, False, ours, other)

    def text_pdf(self) -> Iterator[Measure]:
        if self.pdf is None:
            print("text PDF: not measured, LibreOffice is not installed")
            return
        import pypdf

        check, path = checker(), self.pdf
        pages = len(pypdf.PdfReader(path).pages)
        ours, other = compare(
            lambda: check(path), lambda: [p.extract_text() for p in pypdf.PdfReader(path).pages], self.rounds
        )
        yield Measure(f"check a text PDF of {pages} pages / pypdf extract_text", ours / other, 0.5, False, ours, other)
        many = self.folder / "thousand.pdf"
        times = -(-1000 // pages)
        writer = pypdf.PdfWriter()
        for _ in range(times):
            writer.append(path)
        writer.write(many)
        long_time = statistics.median(timed(lambda: check(many)) for _ in range(2))
        per_page = long_time / times
        yield Measure(f"PDF: a page among {pages * times} / among {pages}", per_page / ours, 1.3, False, per_page, ours)

    def thousand_pages(self) -> Iterator[Measure]:
        check = checker()
        words = [len(long_draft(pages).split()) for pages in (10, 1000)]
        check(self.docx)
        short = statistics.median(timed(lambda: check(self.docx)) for _ in range(self.rounds))
        long = statistics.median(timed(lambda: check(self.longest)) for _ in range(2)) * words[0] / words[1]
        yield Measure("DOCX: a page among 1,000 / among 10", long / short, 1.3, False, long, short)

    def rules(self) -> Iterator[Measure]:
        """The rules and the analyses they rest on, against reading and parsing; loading; and none worse than linear."""
        from kerjasama_check.agreement import parse, with_analyses
        from kerjasama_check.checking.engine import check_agreement
        from kerjasama_check.checking.rulebook import load_rulebook
        from kerjasama_check.reading import read

        rulebook, day = load_rulebook(), datetime.date(2026, 11, 24)
        first = parse(read(self.docx))
        analysed = with_analyses(first)
        fresh = [dataclasses.replace(analysed, ceremonial=first.ceremonial) for _ in range(self.rounds + 1)]

        def read_and_parse() -> object:
            return parse(read(self.docx))

        ours, other = compare(  # each agreement is new to what rules keep of one
            lambda: check_agreement(fresh.pop(), rulebook, today=day), read_and_parse, self.rounds
        )
        yield Measure("all rules / reading and parsing", ours / other, 1, False, ours, other)
        ours, other = compare(lambda: with_analyses(first), read_and_parse, self.rounds)
        yield Measure("obligations and commitments / reading and parsing", ours / other, 1, False, ours, other)
        loading = statistics.median(loading_time() for _ in range(max(5, self.rounds)))
        yield Measure("rules loaded in a fresh process / 60 ms", loading / 0.06, 1, False, loading, 0.06)
        name, long, short = slowest_growth(parse(read(self.hundred)), parse(read(self.longest)), rulebook)
        yield Measure(f"the rule that grows most ({name}): 1,000 / 100 pages", long / short, 1.5, False, long, short)

    def scan(self) -> Iterator[Measure]:
        from kerjasama_check.reading.document import ReadOptions
        from kerjasama_check.reading.ocr_engine import choose
        from kerjasama_check.reading.reader import read

        setup = choose(None)
        if setup is None or setup.engine.kind != "tesserocr":
            print("scan: not measured, tesserocr is not installed")
            return
        bare = bare_tesseract(setup.language, setup.folder)
        ours, other = compare(
            lambda: read(SCAN, ReadOptions(cache=False)), lambda: bare(SCAN), max(3, self.rounds // 2)
        )
        yield Measure("read a scan of 4 pages / bare Tesseract", ours / other, 1.1, False, ours, other)
        cached = ReadOptions(cache_folder=self.folder / "cache")
        first = timed(lambda: read(SCAN, cached))
        second = statistics.median(timed(lambda: read(SCAN, cached)) for _ in range(self.rounds))
        yield Measure("the same scan, first run / second run", first / second, 50, True, first, second)

    def command(self) -> Iterator[Measure]:
        hello = self.folder / "hello.py"
        hello.write_text(HELLO, encoding="utf-8")
        here = {**os.environ, "PYTHONPATH": str(ROOT)}
        here.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode

        def call(*arguments: str) -> None:
            subprocess.run([sys.executable, *arguments], env=here, stdout=subprocess.DEVNULL, check=True)

        ours, other = compare(
            lambda: call("-m", "kerjasama_check", "check", str(self.docx), "--fail-on", "none"),
            lambda: call(str(hello), "dunia"),
            max(9, self.rounds),
        )
        yield Measure("whole command on a 10-page DOCX / bare typer hello", ours / other, 3, False, ours, other)


def bare_tesseract(language: str, folder: Path) -> Callable[[Path], object]:
    """The pages of a PDF through pypdfium2 and tesserocr with the settings that the reader uses, and nothing else."""
    import pypdfium2
    import tesserocr

    from kerjasama_check.reading import ocr_image

    api = tesserocr.PyTessBaseAPI(path=str(folder), lang=language, oem=tesserocr.OEM.LSTM_ONLY)
    api.SetVariable("debug_file", os.devnull)

    def run(path: Path) -> list[str]:
        texts = []
        with pypdfium2.PdfDocument(path) as document:
            for page in document:
                bitmap = page.render(scale=ocr_image._RESOLUTION / 72, grayscale=True)
                api.SetPageSegMode(tesserocr.PSM.SINGLE_COLUMN)
                api.SetImageBytes(bytes(bitmap.buffer), bitmap.width, bitmap.height, 1, bitmap.stride)
                api.SetSourceResolution(ocr_image._RESOLUTION)
                api.Recognize(0)
                texts.append(api.GetTSVText(0))
        return texts

    return run


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", default="", help="word_file, text_pdf, rules, thousand_pages, scan or command")
    options = parser.parse_args()
    holds = True
    print(f"{'measure':58} required  measured  (ours / other)")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), options.rounds)
        for part in (bench.word_file, bench.text_pdf, bench.rules, bench.scan, bench.command, bench.thousand_pages):
            if options.only in part.__name__:
                for measure in part():
                    print(measure, flush=True)
                    holds &= measure.holds
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
