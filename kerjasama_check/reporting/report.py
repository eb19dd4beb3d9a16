"""The report of one document on the terminal: what it was understood as, what is wrong, and one verdict."""

from __future__ import annotations

from kerjasama_check.checking.findings import DocumentReport, Finding, Spot
from kerjasama_check.reading.document import State
from kerjasama_check.reporting import words
from kerjasama_check.reporting.clean import clean
from kerjasama_check.reporting.ink import Ink
from kerjasama_check.reporting.order import in_text_order
from kerjasama_check.reporting.sums import aside_words, counts_words, listing
from kerjasama_check.reporting.terminal import STYLES, Page
from kerjasama_check.reporting.totals import READ_WELL, SEVERITY_ORDER
from kerjasama_check.reporting.understood import Outcome, PartyLine, Understood

MORE_SHOWN = 3  # further places of a finding that are named one by one


def write_document(
    page: Page, outcome: Outcome, language: str, *, head: bool = True, fingerprints: bool = False
) -> None:
    """Head (left out where a table of all documents says it), findings in the order of the text, and the verdict.

    fingerprints: each finding with its own, as `suppress` takes it.
    """
    report = outcome.report
    page.line(Ink(clean(str(report.path)), "bold"), wrap=False)
    if head and outcome.understood is not None and report.state is State.CHECKED:
        _head(page, outcome.understood, report.profile, language)
    for notice in report.notices:
        page.hanging(Ink("  " + words.pick(language, "Perhatian: ", "Notice: "), STYLES["warning"]), clean(notice))
    _findings(page, report, language, fingerprints)
    understood = outcome.understood
    if understood is not None and understood.obligations is not None:
        from kerjasama_check.reporting.balance import write_balance

        page.blank()
        write_balance(page, understood.obligations, understood.parties, language)
    if understood is not None and understood.commitments is not None:
        from kerjasama_check.reporting.budget import write_budget

        page.blank()
        write_budget(page, understood.commitments, understood.parties, understood.term, language)
    if report.findings or outcome.understood is not None:
        page.blank()
    write_verdict(page, report, language)


# ------------------------------------------------------------------ what it was understood as
def _head(page: Page, understood: Understood, profile: str | None, language: str) -> None:
    page.rows(identity(understood, profile, language))


def identity(understood: Understood, profile: str | None, language: str) -> list[tuple[str, str]]:
    """Captions and values of what a document was understood as; "" where a value is not there."""

    def say(indonesian: str, english: str) -> str:
        return words.pick(language, indonesian, english)

    blank = say("(belum diisi)", "(left open)")
    rows = [(say("Jenis", "Kind"), _kind(understood, language))]
    rows.append((say("Tentang", "Subject"), understood.subject or understood.title or ""))
    rows += [(say("Nomor", "Number"), number or blank) for number in understood.numbers]
    rows += [(say("Para pihak", "Parties"), party_words(party, language)) for party in understood.parties]
    rows.append((say("Tanggal", "Date"), _dated(understood, language)))
    if understood.date is None:
        rows.append((say("Tempat", "Place"), understood.place or ""))
    rows.append((say("Jangka waktu", "Term"), term_words(understood, language)))
    rows.append((say("Naskah", "Text"), text_words(understood, language)))
    if profile:
        rows.append((say("Profil", "Profile"), profile))
    return rows


def _kind(understood: Understood, language: str) -> str:
    name = words.word(words.KINDS, understood.kind, language)
    notes = []
    if understood.template:
        notes.append(words.pick(language, "formulir belum diisi", "form not filled in"))
    if understood.ceremonial:
        notes.append(words.pick(language, "tanpa pasal", "without articles"))
    return f"{name} ({', '.join(notes)})" if notes else name


def party_words(party: PartyLine, language: str) -> str:
    """ "PIHAK KESATU: Kantor …, diwakili oleh …, Kepala …"."""
    unknown = words.pick(language, "(lembaga tidak dikenali)", "(institution not recognised)")
    text = party.institution or unknown
    if party.label:
        text = f"{party.label}: {text}"
    if party.representative:
        text += words.pick(language, ", diwakili oleh ", ", represented by ") + party.representative
    if party.office:
        text += f", {party.office}" if party.representative else f" ({party.office})"
    return text


def _dated(understood: Understood, language: str) -> str:
    if understood.date is None:
        return ""
    date = words.day(understood.date, language)
    return f"{date}, {understood.place}" if understood.place else date


def term_words(understood: Understood, language: str) -> str:
    """Length, first and last day, and where the day of the run stands in it."""
    term = understood.term
    parts = []
    if term.months is not None:
        years, months = divmod(term.months, 12)
        if years:
            parts.append(words.counted(years, language, "tahun", "year"))
        if months or not years:
            parts.append(words.counted(months, language, "bulan", "month"))
    elif term.days is not None:
        parts.append(words.counted(term.days, language, "hari", "day"))
    text = " ".join(parts)
    until = words.pick(language, "sampai dengan", "to")
    if term.start and term.end:
        span = f"{words.day(term.start, language)} {until} {words.day(term.end, language)}"
    elif term.end:
        span = f"{until} {words.day(term.end, language)}"
    elif term.start:
        span = f"{words.pick(language, 'mulai', 'from')} {words.day(term.start, language)}"
    else:
        span = words.pick(language, "mengikuti naskah lain", "follows another document") if term.tied else ""
    status = words.word(words.TERM_STATUSES, understood.term_status, language)
    text = ", ".join(part for part in (text, span) if part)
    return f"{text} ({status})" if text and status else text


def text_words(understood: Understood, language: str) -> str:
    parts = [understood.format.upper()]
    if understood.pages is not None:
        parts.append(words.counted(understood.pages, language, "halaman", "page"))
    if understood.articles:
        parts.append(words.counted(understood.articles, language, "pasal", "article"))
    parts.append(words.counted(understood.words, language, "kata", "word"))
    if understood.ocr:
        parts.append(_ocr_words(understood, language))
    if understood.tracked_changes:
        changes = words.counted(understood.tracked_changes, language, "perubahan terlacak", "tracked change")
        view = words.pick(language, "naskah akhir", "final view")
        if understood.view == "original":
            view = words.pick(language, "naskah asli", "original view")
        parts.append(f"{changes} ({words.pick(language, 'dibaca:', 'read:')} {view})")
    if understood.comments:
        parts.append(words.counted(understood.comments, language, "komentar", "comment"))
    return ", ".join(parts)


def _ocr_words(understood: Understood, language: str) -> str:
    pages = understood.ocr_pages
    if not pages or len(pages) == understood.pages:
        return words.pick(language, "dibaca dengan OCR", "read by OCR")
    named = page_ranges(pages)
    return words.pick(language, f"halaman {named} dibaca dengan OCR", f"pages {named} read by OCR")


def page_ranges(pages: tuple[int, ...]) -> str:
    """ "1–3, 7"."""
    runs: list[list[int]] = []
    for number in sorted(set(pages)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


# ------------------------------------------------------------------ findings
def _findings(page: Page, report: DocumentReport, language: str, fingerprints: bool) -> None:
    cited: set[str] = set()
    for provision, findings in in_text_order(report.findings).items():
        page.blank()
        page.line(Ink(provision_words(provision, language), "bold underline"))
        for finding in findings:
            _finding(page, finding, cited, language)
            if fingerprints:
                _detail(page, words.pick(language, "Sidik", "Fingerprint"), finding.fingerprint)


def provision_words(provision: str | None, language: str) -> str:
    if provision is None:
        return words.pick(language, "Naskah secara keseluruhan", "The text as a whole")
    return clean(words.word(words.PROVISIONS, provision, language))


def _finding(page: Page, finding: Finding, cited: set[str], language: str) -> None:
    head = Ink("  ")
    head.append(words.word(words.SEVERITIES, finding.severity, language), STYLES[finding.severity])
    head.append(f"  {finding.rule}", "bold")
    head.append(f"  {finding.name}", STYLES["faint"])
    if finding.page is not None:
        head.append(f"  {words.pick(language, 'hlm.', 'p.')} {finding.page}", STYLES["faint"])
    page.line(head, wrap=False)
    message = clean(finding.message)
    page.line(Ink(message), indent=4)
    quote = clean(finding.place.quote)
    if quote and quote.casefold() not in message.casefold():
        page.line(Ink(f"“{quote}”", "italic"), indent=4)
    if finding.fix:
        fix = f"{clean(finding.fix.original)} → {clean(finding.fix.replacement)}"
        _detail(page, words.pick(language, "Ganti", "Replace"), fix)
    if finding.advice:
        _detail(page, words.pick(language, "Saran", "Advice"), finding.advice)
    _detail(page, words.pick(language, "Dasar", "Basis"), basis_words(finding, cited, language))
    if finding.more_places:
        _detail(page, words.pick(language, "Juga di", "Also in"), _more_words(finding, language))
    if finding.confidence != "high":
        sure = words.word(words.CONFIDENCES, finding.confidence, language)
        _detail(page, words.pick(language, "Keyakinan", "Confidence"), sure)


def _detail(page: Page, caption: str, text: str) -> None:
    page.hanging(Ink(f"    {caption}: ", STYLES["faint"]), clean(text))


def basis_words(finding: Finding, cited: set[str], language: str) -> str:
    """The regulations with their articles, and how they bind. One that was cited before goes by its number alone."""
    parts = []
    for basis in finding.basis:
        title = _short(basis.title) if basis.regulation in cited else basis.title
        cited.add(basis.regulation)
        parts.append(cite(title, basis.article))
    force = words.word(words.FORCES, finding.force, language)
    return f"{'; '.join(parts)} ({force})" if parts else force


def _short(title: str) -> str:
    """ "Undang-Undang Nomor 12 Tahun 2011 tentang …" by its number, "Ejaan … Edisi V (Keputusan …)" by its name."""
    return title.partition(" tentang ")[0].partition(" (")[0]


def cite(title: str, article: str | None) -> str:
    """ "Pasal 3 Undang-Undang …", but "Undang-Undang …, Lampiran II angka 87": only an article stands before."""
    if not article:
        return title
    return f"{article} {title}" if article.startswith("Pasal") else f"{title}, {article}"


def _more_words(finding: Finding, language: str) -> str:
    names = list(dict.fromkeys(_spot_words(spot, page, language) for spot, page in finding.more_places))
    if len(names) == 1 and len(finding.more_places) > 1:
        times = words.counted(len(finding.more_places), language, "tempat", "place")
        return f"{names[0]} ({times})"
    shown = names[:MORE_SHOWN]
    rest = len(names) - len(shown)
    if rest:
        shown.append(words.counted(rest, language, "bagian lain", "other part"))
    text = listing(shown, language)
    if len(finding.more_places) != len(names):
        text += f" ({words.counted(len(finding.more_places), language, 'tempat', 'place')})"
    return text


def _spot_words(spot: Spot, page: int | None, language: str) -> str:
    if spot.provision is None:
        return words.pick(language, f"halaman {page}", f"page {page}") if page else provision_words(None, language)
    name = provision_words(spot.provision, language)
    return name if spot.provision.startswith(("Pasal", "Lampiran")) else name[:1].lower() + name[1:]


# ------------------------------------------------------------------ verdict
def write_verdict(page: Page, report: DocumentReport, language: str) -> None:
    """The last line: one sentence that says where the draft stands."""
    text, style = verdict(report, language)
    page.line(Ink(text, STYLES[style]))


def verdict(report: DocumentReport, language: str) -> tuple[str, str]:
    """The sentence and its style."""

    def say(indonesian: str, english: str) -> str:
        return words.pick(language, indonesian, english)

    reason = clean(report.reason or "")
    if report.state is State.NOT_AGREEMENT:
        return reason or say("Dokumen ini bukan perjanjian.", "This is not an agreement."), "warning"
    if report.state not in READ_WELL:
        state = words.word(words.STATES, report.state, language)
        return say(f"Tidak diperiksa: {reason or state + '.'}", f"Not checked: {reason or state + '.'}"), "error"
    errors, warnings, notes = (report.count(severity) for severity in SEVERITY_ORDER)
    found = counts_words(errors, warnings, notes, language)
    aside = aside_words(report.suppressed, report.unchanged, language)
    if errors:
        return say(f"Perlu diperbaiki: {found}.{aside}", f"Needs mending: {found}.{aside}"), "error"
    if warnings:
        return say(f"Perlu ditinjau: {found}.{aside}", f"Worth a second look: {found}.{aside}"), "warning"
    if notes:
        return say(f"Tidak ada kesalahan; {found}.{aside}", f"No errors; {found}.{aside}"), "good"
    return say(f"Tidak ada temuan.{aside}", f"Nothing found.{aside}"), "good"
