"""One file, the whole way: read, understood, checked. Whatever happens, the result is a report with a state."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from kerjasama_check.agreement import with_analyses
from kerjasama_check.agreement.model import Agreement
from kerjasama_check.checking.engine import Failure, check_agreement
from kerjasama_check.checking.findings import DocumentReport
from kerjasama_check.checking.profiles import choose_profile, with_severities
from kerjasama_check.checking.rulebook import Rulebook, load_rulebook, states_of
from kerjasama_check.reading.document import Document, ReadingError, ReadOptions, State
from kerjasama_check.reporting.sheet import lay_out
from kerjasama_check.reporting.understood import Outcome, understand
from kerjasama_check.settings.options import Settings

Reader = Callable[[Path, ReadOptions], Document]


def rulebook(own: tuple[Path, ...] = ()) -> Rulebook:
    """The rules of this process, loaded once. own: the user's own files and folders, read anew when changed."""
    return _loaded(own, states_of(own) if own else ())


@lru_cache(maxsize=16)
def _loaded(own: tuple[Path, ...], _: tuple[tuple[str, int, int], ...]) -> Rulebook:
    return load_rulebook(own)


def read_options(settings: Settings, jobs: int = 1) -> ReadOptions:
    return ReadOptions(
        view=settings.view,
        ocr=settings.ocr,
        ocr_language=settings.ocr_language,
        max_pages=settings.max_pages,
        max_bytes=settings.max_megabytes * 1024 * 1024,
        jobs=jobs,
    )


def understand_file(
    path: Path, options: ReadOptions, language: str, reader: Reader | None = None
) -> tuple[DocumentReport, Agreement | None]:
    """Read and parse a file. The report has the state, the reason and the notices, and no findings yet."""
    from kerjasama_check.agreement import parse
    from kerjasama_check.reading import reader as reading
    from kerjasama_check.reading.reasons import error_sentence, notice_sentence

    try:
        document = (reader or reading.read)(path, options)
        notices = tuple(notice_sentence(notice, language) for notice in document.notices)
        agreement = parse(document)
    except ReadingError as error:
        return DocumentReport(path, error.state, error_sentence(error, language), None, None, ()), None
    except (MemoryError, RecursionError, Exception) as error:
        return crashed(path, error, language), None
    state = State.CHECKED if agreement.kind else State.NOT_AGREEMENT
    reason = None if agreement.kind else no_agreement(agreement, language)
    return DocumentReport(path, state, reason, agreement, None, (), notices), agreement


def examine(
    path: Path,
    settings: Settings,
    jobs: int = 1,
    reader: Reader | None = None,
    special: Mapping[Path, Settings] | None = None,
) -> Outcome:
    """The outcome of a file, small enough to be sent between processes (without its agreement).

    special: settings of files that are checked in another way.
    """
    settings = (special or {}).get(path, settings)
    full = examine_fully(path, settings, jobs, reader)
    agreement = full.agreement
    understood = understand(agreement, settings.date) if agreement else None
    if understood is not None:
        duties = understood.obligations if settings.balance else None
        understood = replace(
            understood, obligations=duties, commitments=understood.commitments if settings.budget else None
        )
    shown = settings.sheet and agreement is not None and full.state is State.CHECKED
    return Outcome(replace(full, agreement=None), understood, lay_out(agreement) if shown and agreement else None)


def examine_fully(path: Path, settings: Settings, jobs: int = 1, reader: Reader | None = None) -> DocumentReport:
    """Like `examine`, with the agreement in the report."""
    report, agreement = understand_file(path, read_options(settings, jobs), settings.language, reader)
    if agreement is None or report.state is not State.CHECKED:
        return report
    try:
        if settings.balance or settings.budget or settings.sheet:
            agreement = with_analyses(agreement)
            report = replace(report, agreement=agreement)
        return _checked(report, agreement, settings)
    except (MemoryError, RecursionError, Exception) as error:
        return crashed(path, error, settings.language)


def _checked(report: DocumentReport, agreement: Agreement, settings: Settings) -> DocumentReport:
    rules = rulebook(settings.rule_folders)
    chosen = choose_profile(agreement, rules, settings.profile, settings.language, settings.date)
    failures: list[Failure] = []
    ran: list[str] | None = [] if settings.tells_rules else None
    findings = check_agreement(
        agreement,
        rules,
        with_severities(chosen.profile, rules, settings.severity),
        settings.language,
        settings.select,
        settings.ignore,
        today=settings.date,
        failures=failures,
        ran=ran,
    )
    notices = report.notices + tuple(_failed(failure, settings.language) for failure in failures)
    return replace(report, profile=chosen.profile.name, findings=findings, notices=notices, ran=tuple(ran or ()))


def _failed(failure: Failure, language: str) -> str:
    if language == "en":
        return f"Rule {failure.rule} could not be run on this text ({failure.error})."
    return f"Aturan {failure.rule} tidak dapat dijalankan pada naskah ini ({failure.error})."


def no_agreement(agreement: Agreement, language: str) -> str:
    """Why a text was not taken for an agreement, in a sentence."""
    from kerjasama_check.agreement.kinds import REASONS

    sentences = REASONS.get(agreement.not_agreement_reason or "")
    if sentences is not None:
        return sentences["en" if language == "en" else "id"]
    if language == "en":
        return "This text has neither the title nor the make-up of a cooperation agreement."
    return "Judul atau susunan naskah kerja sama tidak ditemukan di dalam dokumen ini."


def crashed(path: Path, error: BaseException, language: str) -> DocumentReport:
    """A fault of this program, told in one sentence."""
    if os.environ.get("KERJASAMA_CHECK_DEBUG"):
        traceback.print_exception(error)
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    if language == "en":
        reason = f"An internal error ended the check ({what}); please report it with the file if you may share it."
    else:
        reason = (
            f"Pemeriksaan terhenti oleh kesalahan internal ({what}); "
            "mohon laporkan beserta berkasnya jika boleh dibagikan."
        )
    return DocumentReport(path, State.CRASHED, reason, None, None, ())


def timed_out(path: Path, seconds: float, language: str) -> DocumentReport:
    if language == "en":
        reason = f"Not finished within {seconds:g} seconds; --timeout allows more time."
    else:
        reason = f"Belum selesai dalam {seconds:g} detik; tambah waktunya dengan --timeout."
    return DocumentReport(path, State.TIMED_OUT, reason, None, None, ())


def died(path: Path, code: int | None, language: str) -> DocumentReport:
    if language == "en":
        reason = f"The process that checked the file ended unexpectedly (code {code})."
    else:
        reason = f"Proses yang memeriksa berkas ini berhenti mendadak (kode {code})."
    return DocumentReport(path, State.CRASHED, reason, None, None, ())
