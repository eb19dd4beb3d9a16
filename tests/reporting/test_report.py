"""The report for people: complete, in the order of the text, within 80 columns, in both languages."""

from __future__ import annotations

import datetime
import io
from dataclasses import replace
from pathlib import Path

import pytest
import reporting_samples as samples
from hypothesis import given
from hypothesis import strategies as st
from reporting_samples import Render
from rich.console import Console

from kerjasama_check.agreement.model import Term
from kerjasama_check.checking.findings import Basis, DocumentReport, Spot
from kerjasama_check.reading.document import State
from kerjasama_check.reporting.ink import Ink, cell_len, wrapped
from kerjasama_check.reporting.overview import common_folder, write_overview
from kerjasama_check.reporting.report import basis_words, page_ranges, term_words, verdict, write_document
from kerjasama_check.reporting.terminal import Page
from kerjasama_check.reporting.totals import Totals
from kerjasama_check.reporting.tree import write_structure
from kerjasama_check.reporting.understood import Outcome, understand


def _outcome(report: DocumentReport | None = None) -> Outcome:
    return Outcome(report or samples.report(), understand(samples.agreement(), samples.TODAY))


def _flat(text: str) -> str:
    return " ".join(text.split())


def test_the_head_says_what_it_was_understood_as(at_80: Render) -> None:
    text = _flat(at_80(lambda page: write_document(page, _outcome(), "id")))
    for part in (
        "Jenis Perjanjian Kerja Sama",
        "Tentang PELATIHAN KETERAMPILAN BAGI WARGA KABUPATEN MAJU",
        "Nomor 12/PKS/2025 (belum diisi)",
        "PIHAK KESATU: Dinas Sosial Kabupaten Maju, diwakili oleh Sari Wulandari, Kepala Dinas",
        "PIHAK KEDUA: Yayasan Harapan",
        "Tanggal 3 Maret 2025, Kota Maju",
        "3 tahun, 3 Maret 2025 sampai dengan 2 Maret 2028 (masih berlaku)",
        "DOCX, 2 pasal, 1.234 kata",
    ):
        assert part in text


def test_findings_stand_in_the_order_of_the_text(at_80: Render) -> None:
    text = at_80(lambda page: write_document(page, _outcome(), "id"))
    order = [text.index(part) for part in ("Naskah secara keseluruhan", "KLA-03", "\nPasal 1\n", "BHS-01", "ANG-01")]
    assert order == sorted(order)


def test_a_finding_has_all_its_parts(at_80: Render) -> None:
    text = _flat(at_80(lambda page: write_document(page, _outcome(), "id")))
    assert "Kesalahan ANG-01 klausul-pembiayaan-tidak-ada" in text
    assert "“Biaya ditanggung oleh”" in text
    assert "Saran: Sebutkan batas dan sumber anggarannya." in text
    assert "Dasar: Pasal 3 ayat (3) Undang-Undang Nomor 1 Tahun 2004" in text
    assert "Ganti: kerjasama → kerja sama" in text
    assert "Juga di: Pasal 3, Pasal 4, Pasal 5, dan 3 bagian lain" in text
    assert text.count("Keyakinan:") == 1  # only where it is not high
    assert text.endswith("Perlu diperbaiki: 1 kesalahan, 1 peringatan, dan 1 catatan.")


def test_the_report_fits_80_columns_and_ends_no_line_with_blanks(at_80: Render) -> None:
    text = at_80(lambda page: write_document(page, _outcome(), "id"))
    assert max(map(len, text.splitlines())) <= 80
    assert all(line == line.rstrip() for line in text.splitlines())


def test_nothing_is_cut_off(at_80: Render) -> None:
    quote = " ".join(f"kata{number}" for number in range(200)) + " " + "x" * 300
    report = samples.report(findings=(samples.finding(place=Spot("Pasal 1", 9, quote)),))
    text = at_80(lambda page: write_document(page, _outcome(report), "id"))
    assert quote.replace(" ", "") in text.replace("\n", "").replace(" ", "")


def test_english(at_80: Render) -> None:
    text = _flat(at_80(lambda page: write_document(page, _outcome(), "en")))
    assert "Kind Perjanjian Kerja Sama (cooperation agreement)" in text
    assert "Needs mending: 1 error, 1 warning, and 1 note." in text
    assert "1,234 words" in text


def test_hostile_text_is_shown_and_not_obeyed(at_80: Render) -> None:
    nasty = "[red]x[/red] \x1b]0;title\x07 :smile: \u202eabc"
    found = samples.finding(message=nasty, advice=nasty, place=Spot(nasty, 3, nasty))
    report = samples.report(findings=(found,), path=Path("a\x1b[2J.docx"), notices=(nasty,))
    text = at_80(lambda page: write_document(page, _outcome(report), "id"))
    assert "\x1b" not in text and "\u202e" not in text
    assert "[red]x[/red]" in text and ":smile:" in text


@pytest.mark.parametrize("state", [state for state in State if state not in (State.CHECKED, State.NOT_AGREEMENT)])
def test_what_was_not_checked_is_never_called_clean(state: State, at_80: Render) -> None:
    for reason in (None, "Berkas ini rusak."):
        text = at_80(
            lambda page, reason=reason: write_document(page, Outcome(samples.report(state, reason=reason)), "id")
        )
        assert "Tidak diperiksa: " in text
        assert "Tidak ada temuan" not in text


def test_the_verdict_follows_the_worst_finding() -> None:
    said = {
        severity: verdict(samples.report(findings=(samples.finding(severity=severity),)), "id")[0]
        for severity in ("error", "warning", "info")
    }
    assert said == {
        "error": "Perlu diperbaiki: 1 kesalahan.",
        "warning": "Perlu ditinjau: 1 peringatan.",
        "info": "Tidak ada kesalahan; 1 catatan.",
    }
    assert verdict(samples.report(findings=()), "id")[0] == "Tidak ada temuan."


def test_the_term_in_words() -> None:
    def said(term: Term) -> str:
        return term_words(understand(samples.agreement(term=term), samples.TODAY), "id")

    day = datetime.date
    assert said(Term()) == ""
    assert said(Term(months=18)) == "1 tahun 6 bulan"
    assert said(Term(days=90)) == "90 hari"
    assert said(Term(end=day(2025, 12, 31))) == "sampai dengan 31 Desember 2025 (telah berakhir)"
    assert said(Term(tied=True)) == "mengikuti naskah lain"


def test_page_ranges() -> None:
    assert page_ranges((1, 2, 3, 7)) == "1–3, 7"


def test_the_overview_has_a_row_for_every_document(at_80: Render) -> None:
    outcomes = [
        _outcome(),
        Outcome(samples.report(State.ENCRYPTED, path=Path("kunci.pdf"), reason="Berkas ini terkunci.")),
        _outcome(samples.report(path=Path("bersih.docx"), findings=())),
    ]
    totals = Totals(skipped={"hidden": 2, "lock_files": 1, "unsupported": 0})
    for outcome in outcomes:
        totals.add(outcome)
    text = at_80(lambda page: write_overview(page, outcomes, totals, "id", summary=False))
    table, _, below = text.partition("\n\n")
    assert [name in table for name in ("draf.docx", "kunci.pdf", "bersih.docx")] == [True] * 3
    assert "ANG-01" in below and "Berkas ini terkunci." in below and "bersih.docx" not in below
    flat = _flat(below)
    assert "3 berkas: 2 diperiksa dan 1 terkunci kata sandi." in flat
    assert "Dilewati: 2 berkas tersembunyi dan 1 berkas kunci Word." in flat
    assert flat.endswith("Perlu diperbaiki: 1 kesalahan, 1 peringatan, dan 1 catatan. 1 berkas belum diperiksa.")
    assert max(map(len, text.splitlines())) <= 80
    short = at_80(lambda page: write_overview(page, outcomes, totals, "id", summary=True))
    assert "ANG-01" not in short and "draf.docx" in short


def test_the_folder_of_all_files_is_named_once(at_80: Render) -> None:
    paths = [Path("arsip/2025/a.docx"), Path("arsip/2025/sub/b.docx")]
    assert common_folder(paths) == Path("arsip/2025")
    assert common_folder([Path("a.docx"), Path("arsip/b.docx")]) is None
    assert common_folder(paths[:1]) is None
    outcomes = [_outcome(samples.report(path=path, findings=())) for path in paths]
    text = at_80(lambda page: write_overview(page, outcomes, Totals(), "id", summary=True))
    assert text.count(str(Path("arsip/2025"))) == 1 and f"\n{Path('sub/b.docx')}" in text


def test_a_run_without_files_says_so(at_80: Render) -> None:
    text = at_80(lambda page: write_overview(page, [], Totals(), "id", summary=False))
    assert "Tidak ada berkas yang dapat diperiksa." in text


def test_the_structure_as_a_tree(at_80: Render) -> None:
    report = samples.report(agreement=samples.agreement())
    text = at_80(lambda page: write_structure(page, report, samples.TODAY, "id"))
    for part in (
        "Pasal 2 PEMBIAYAAN  [pembiayaan, harga-pembayaran]",
        "(1) Biaya ditanggung oleh:",
        "a. PIHAK KESATU; dan",
    ):
        assert part in text
    assert "LAMPIRAN I" in text and "IDR 150.000.000 (Pasal 2 ayat (1))" in text
    assert max(map(len, text.splitlines())) <= 80


def test_a_caption_keeps_its_style_to_itself() -> None:
    stream = io.StringIO()
    target = Console(file=stream, force_terminal=True, color_system="standard", width=80, highlight=False)
    page = Page(target)
    page.hanging(Ink("Saran: ", "dim"), "teks biasa")
    page.write_to(stream)
    assert stream.getvalue() == "\x1b[2mSaran: \x1b[0mteks biasa\n"


@given(st.text("abcé漢 –", max_size=200), st.integers(5, 40))
def test_wrapping_keeps_every_sign(text: str, width: int) -> None:
    lines = wrapped(" ".join(text.split()), width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(text.split())


def test_what_was_cited_before_goes_by_its_short_name() -> None:
    law = Basis("uu", "Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan", "Pasal 5")
    spelling = Basis("eyd", "Ejaan Bahasa Indonesia yang Disempurnakan Edisi V (Keputusan Nomor 1)", None)
    finding = replace(samples.finding(), basis=(law, spelling), force="guideline")
    cited: set[str] = set()
    first, second = basis_words(finding, cited, "id"), basis_words(finding, cited, "id")
    assert first.startswith(f"Pasal 5 {law.title}; {spelling.title}")
    assert second.startswith(
        "Pasal 5 Undang-Undang Nomor 12 Tahun 2011; Ejaan Bahasa Indonesia yang Disempurnakan Edisi V ("
    )
    assert "Keputusan" not in second
