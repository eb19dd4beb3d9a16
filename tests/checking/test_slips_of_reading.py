"""What OCR, a form or a blank makes look like a fault is none: words that were not read, boxes, two languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rule_checks import agreement, findings, scanned

from kerjasama_check.agreement.model import Agreement, Article
from kerjasama_check.checking.examples import parse_text

HEAD = "PERJANJIAN KERJA SAMA\n"


def numbered(subject: Agreement, *labels: str) -> Agreement:
    """The agreement with these labels on its first articles and no others."""
    articles = []
    for article, label in zip(subject.articles, labels, strict=False):
        number = {"II": 2}.get(label.split()[-1]) or int(label.split()[-1])
        articles.append(replace(article, label=label, number=number))
    return replace(subject, articles=tuple(articles))


def said(subject: Agreement, rule: str = "STR-10") -> list[tuple[str, str | None]]:
    return [(finding.severity, finding.place.provision) for finding in findings(rule, subject)]


# ------------------------------------------------------------------ numbers of articles


def test_a_gap_in_a_scan_is_worth_a_look_only() -> None:
    whole = numbered(agreement(), "Pasal 1", "Pasal 2", "Pasal 5", "Pasal 6")
    assert said(whole) == [("error", "Pasal 5")]
    assert said(scanned(whole)) == [("info", "Pasal 5")]


def test_a_number_that_is_printed_twice_stays_an_error_in_a_scan() -> None:
    whole = numbered(agreement(), "Pasal 1", "Pasal 2", "Pasal 2", "Pasal 3")
    assert said(scanned(whole)) == [("error", "Pasal 2")]


def test_the_eleven_of_a_scan_may_look_like_a_roman_two() -> None:
    labels = [f"Pasal {n}" for n in range(1, 11)] + ["Pasal II", "Pasal 12"]
    assert said(scanned(numbered(agreement(), *labels))) == []


def test_a_page_that_was_scanned_twice_is_no_double_number() -> None:
    subject = scanned(numbered(agreement(), "Pasal 1", "Pasal 2", "Pasal 3"))
    twice = replace(subject, articles=subject.articles + subject.articles[1:])
    assert said(twice) == []


def test_a_heading_whose_number_was_not_read_fills_the_gap() -> None:
    text = "Pasal 3\nPELAKSANAAN\nPelatihan dilaksanakan.\nPASAL £\nRAPAT\nRapat diadakan.\n"
    text += "Pasal 5\nLAPORAN\nPARA PIHAK melapor."
    subject = scanned(agreement(text))
    third, fifth = (a for a in subject.articles if a.heading in ("PELAKSANAAN", "LAPORAN"))
    ordered: tuple[Article, ...] = (
        *(replace(a, number=n, label=f"Pasal {n}") for n, a in enumerate(subject.articles[:2], 1)),
        replace(third, number=3, label="Pasal 3"),
        replace(fifth, number=5, label="Pasal 5"),
    )
    assert said(replace(subject, articles=ordered)) == []


def test_pages_out_of_order_are_told_once() -> None:
    whole = numbered(agreement(), *(f"Pasal {n}" for n in (4, 5, 6, 1, 2, 3)))
    (found,) = findings("STR-10", scanned(whole))
    assert found.severity == "info" and "halaman" in found.message
    assert findings("STR-15", scanned(whole)) == []


def test_each_language_has_its_own_numbers() -> None:
    labels = [f"{word} {n}" for n in (1, 2, 3) for word in ("Article", "Pasal")]
    both = replace(numbered(agreement(), *labels), language="id+en")
    assert said(both) == []
    assert said(replace(numbered(agreement(), "Article 1", "Pasal 1", "Article 3", "Pasal 2"), language="id+en")) == [
        ("info", "Pasal 3")
    ]


def test_the_title_of_a_bab_is_no_heading_of_a_pasal() -> None:
    text = HEAD + (
        "ANTARA\nDINAS A\nDENGAN\nDINAS B\nTENTANG\nPELATIHAN\nBAB I\nTUJUAN\nPasal 1\nTujuannya pelatihan kerja.\n"
        "BAB II\nPELAKSANAAN\nPasal 2\nPelatihan dilaksanakan di balai.\nPasal 3\nPeralatan disiapkan bersama.\n"
        "BAB III\nPENUTUP\nPasal 4\nPerjanjian ini dibuat dalam rangkap 2 (dua)."
    )
    assert findings("STR-11", parse_text(text)) == []


# ------------------------------------------------------------------ the head


def test_a_word_on_a_line_of_its_own_may_not_have_been_read() -> None:
    title = HEAD + "{{PIHAK1}}\nDENGAN\n{{PIHAK2}}\nTENTANG\nPELATIHAN KERJA"
    assert [f.severity for f in findings("STR-02", agreement(title, part="judul"))] == ["warning"]
    assert [f.severity for f in findings("STR-02", scanned(agreement(title, part="judul")))] == ["info"]
    lost = agreement(HEAD + "DENGAN\n{{PIHAK2}}\nTENTANG\nPELATIHAN KERJA", part="judul")
    assert findings("STR-02", scanned(lost)) == []


def test_names_around_dengan_are_names() -> None:
    title = HEAD + "PROGRAM STUDI HUKUM\nDENGAN\nDINAS KEARSIPAN\nTENTANG\nPELATIHAN KERJA"
    (found,) = findings("STR-02", agreement(title, part="judul"))
    assert "nama para pihak" not in found.message


def test_a_number_line_that_was_not_read_is_worth_a_look_only() -> None:
    one = agreement("NOMOR: 021/PKS/III/2026", part="nomor")
    assert [f.severity for f in findings("STR-04", one)] == ["warning"]
    assert [f.severity for f in findings("STR-04", scanned(one))] == ["info"]


PARTY = (
    "1. {first}, selanjutnya disebut PIHAK KESATU; dan\n2. BAGUS WIRATAMA, Direktur Utama PT Cahaya Mandala Usaha, "
    "berkedudukan di Sukamaju, dalam hal ini bertindak untuk dan atas nama PT Cahaya Mandala Usaha, selanjutnya "
    "disebut PIHAK KEDUA."
)
RATNA = "RATNA KUSUMAWATI, Direktur Politeknik Negeri Sukamaju, berkedudukan di Sukamaju, dalam hal ini "


@pytest.mark.parametrize(
    ("first", "scan"),
    [
        (RATNA + "bertindak untuk dan utas nama Politeknik Negeri Sukamaju", True),
        (RATNA + "diwakili secara sah oleh Direktur Politeknik Negeri Sukamaju", False),
        ("“Nama Pimpinan”, berkedudukan di “Alamat”, bertindak untuk dan atas nama jabatannya", False),
    ],
)
def test_capacity_that_is_said_in_other_words(first: str, scan: bool) -> None:
    subject = agreement(PARTY.format(first=first), part="para-pihak")
    assert findings("STR-07", scanned(subject) if scan else subject) == []


@pytest.mark.parametrize(
    "opening",
    [
        "Pada hari ini, [TANGGAL], telah ditandatangani perjanjian antara:",
        "Pada hari ini, Senin, tanggal dua puluh sembitan, bulan Juli, whun dua ribu sembilan belas, antara:",
    ],
)
def test_day_and_year_that_stand_there(opening: str) -> None:
    assert findings("STR-05", agreement(opening, part="pembukaan")) == []


def test_a_spoilt_day_has_no_weekday() -> None:
    wrong = "Pada hari Sabtu, tanggal {} Januari tahun dua ribu sembilan belas, bertempat di Sukamaju, kami:"
    assert findings("ANK-04", agreement(wrong.format("sebelas"), part="pembukaan"))
    assert findings("ANK-04", agreement(wrong.format("dua sebelas"), part="pembukaan")) == []


def test_bahwa_may_stand_above_all_recitals() -> None:
    items = "a. tetap mengindahkan peraturan; dan\nb. telah bersepakat."
    above = "PARA PIHAK terlebih dahulu menerangkan hal-hal sebagai berikut:\n"
    assert findings("STR-08", agreement(above + items, part="premis"))
    assert findings("STR-08", agreement(above + "Bahwa:\n" + items, part="premis")) == []


# ------------------------------------------------------------------ boxes, blanks, lines


def test_a_label_alone_on_its_line_is_the_box_for_initials() -> None:
    subject = scanned(agreement("Pasal 3\nPELAKSANAAN\nPelatihan dilaksanakan.\nPIHAK PERTAMA\nPIHAK KEDUA"))
    (found,) = findings("EQU-01", subject)
    assert (found.severity, found.place.provision) == ("warning", "tata letak")


def test_what_ink_leaves_of_a_label_is_no_other_label() -> None:
    subject = agreement("Pasal 3\nPELAKSANAAN\nPIHAK DUA menyusun laporan.")
    assert len(findings("EQU-01", subject)) == 1
    assert findings("EQU-01", scanned(subject)) == []


def test_dashes_that_fill_a_line_are_no_blank() -> None:
    subject = scanned(agreement("Pasal 3\nPELAKSANAAN\nPelatihan dilaksanakan di balai.—--—-.——......"))
    assert findings("STR-18", subject) == []


def test_one_figure_of_a_scan_may_be_misread() -> None:
    text = "Pasal 7\nJANGKA WAKTU\nPerjanjian ini berlaku selama {} tahun terhitung sejak tanggal ditandatangani."
    assert [f.severity for f in findings("ANK-01", agreement(text.format("1 (tiga)")))] == ["error"]
    assert [f.severity for f in findings("ANK-01", scanned(agreement(text.format("1 (tiga)"))))] == ["info"]


def test_a_figure_that_goes_on_is_not_judged() -> None:
    text = "Pasal 6\nBIAYA\nPIHAK KESATU membayar Rp. 112.500000,- (seratus dua belas juta lima ratus ribu rupiah)."
    assert findings("ANK-03", scanned(agreement(text))) == []


def test_a_day_of_the_month_is_no_length() -> None:
    text = "Pasal 6\nTAGIHAN\nTagihan dihitung dengan cut-off 21 bulan sebelumnya 20 bulan selanjutnya."
    assert findings("ANK-02", text) == []


# ------------------------------------------------------------------ what stands elsewhere


def test_a_signature_block_that_was_read_in_part_is_there() -> None:
    subject = agreement()
    assert any(p.name == "tanda tangan" for p in subject.provisions)
    assert findings("STR-14", replace(scanned(subject), signatures=())) == []


def test_a_label_at_the_end_is_a_place_to_sign() -> None:
    subject = agreement()
    one = replace(subject, signatures=subject.signatures[1:])
    assert findings("STR-14", one) == []
    label = subject.signatures[0].label
    blocks = tuple(
        replace(b, text="-") if b.text.strip(" ,.") in (label, subject.signatures[0].name) else b
        for b in subject.document.blocks
    )
    assert findings("STR-14", replace(one, document=replace(one.document, blocks=blocks)))


def test_an_annex_whose_head_stands_before_the_articles_is_there() -> None:
    text = (
        "Pasal 3\nPELAKSANAAN\nPelatihan dilaksanakan sebagaimana tercantum dalam Lampiran I Perjanjian Kerja Sama ini."
    )
    assert findings("RUJ-05", text)
    assert findings("RUJ-05", text + "\nLAMPIRAN I") == []


def test_the_name_of_a_paper_is_no_label_of_a_party() -> None:
    text = (
        "1. RATNA KUSUMAWATI, Direktur Politeknik Negeri Sukamaju, bertindak untuk dan atas nama Politeknik Negeri "
        "Sukamaju (selanjutnya disebut “Syarat dan Ketentuan”);"
    )
    subject = agreement(text, part="para-pihak")
    assert "Syarat dan Ketentuan" not in [party.label for party in subject.parties]


def test_a_form_without_parties_but_full_of_blanks_is_a_template() -> None:
    blanks = "\n".join(f"Baris {n}: ${{isian_{n}}}" for n in range(6))
    text = f"SURAT PERJANJIAN SEWA\n{blanks}\nPasal 1\nOBJEK\nKios.\nPasal 2\nHARGA\nMenurut daftar."
    assert parse_text(text).template
    assert not parse_text(text.replace("${", "").replace("}", "")).template


CEREMONY = """NOTA KESEPAHAMAN
ANTARA
POLITEKNIK NEGERI SUKAMAJU
DENGAN
BADAN RISET SAMUDRA NUSANTARA
Dengan rahmat Tuhan Yang Maha Esa, kami yang bertanda tangan di bawah ini, Ratna Kusumawati, Direktur Politeknik Negeri
Sukamaju, dan Bagus Wiratama, Kepala Badan Riset Samudra Nusantara, sepakat untuk bekerja sama di bidang pendidikan.
Nota Kesepahaman ini akan ditindaklanjuti dengan perjanjian kerja sama yang memuat hak dan kewajiban masing-masing.
{points}
Sukamaju, 12 Maret 2026
Direktur Politeknik Negeri Sukamaju
RATNA KUSUMAWATI
Kepala Badan Riset Samudra Nusantara
BAGUS WIRATAMA"""


def test_points_typed_by_hand_are_points() -> None:
    points = "".join(f"{n}.\t{word}\nBersama.\n" for n, word in enumerate(("BIDANG", "BIAYA", "WAKTU", "LAIN"), 1))
    assert findings("STR-21", parse_text(CEREMONY.format(points="")))
    assert findings("STR-21", replace(parse_text(CEREMONY.format(points=points)), ceremonial=True)) == []


# ------------------------------------------------------------------ clauses and money


LEASE = """SURAT PERJANJIAN SEWA
{form}
1. RATNA KUSUMAWATI, bertempat tinggal di Sukamaju, selanjutnya disebut PIHAK KESATU; dan
2. BAGUS WIRATAMA, bertempat tinggal di Sukamaju, selanjutnya disebut PIHAK KEDUA.
Pasal 1
OBJEK
Pemilik menyewakan kios di pasar desa kepada penyewa untuk berjualan bahan pokok setiap hari kerja.
Pasal 2
HARGA
Harga sewa dibayar setiap bulan menurut daftar yang dipasang di kantor pengelola pasar desa.
Pasal 3
LAIN-LAIN
(1) Perubahan dibuat secara tertulis dan disetujui oleh pemilik dan penyewa.
(2) Laporan disusun bersama setiap enam bulan.
{last}"""


def test_a_term_on_the_form_above_the_articles_counts() -> None:
    form = "PERJANJIAN SEWA DALAM WAKTU ${lama} TERHITUNG SEJAK ${mulai} SAMPAI DENGAN ${selesai}"
    assert findings("KLA-05", parse_text(LEASE.format(form="PENYEWA", last="")))
    assert findings("KLA-05", parse_text(LEASE.format(form=form, last=""))) == []


def test_a_source_in_a_table_of_the_annex_is_a_source() -> None:
    parties = ("Dinas Perikanan Kabupaten Sukamaju", "PT Cahaya Mandala Usaha")
    text = "Pasal 6\nPEMBIAYAAN\nBiaya pelatihan menjadi tanggung jawab PIHAK KESATU."
    bare = agreement(text, parties=parties)
    assert findings("ANG-02", bare)
    annexed = [replace(p, name="Lampiran", text="Beban Anggaran DPA") for p in bare.provisions[-1:]]
    assert findings("ANG-02", replace(bare, provisions=(*bare.provisions, *annexed))) == []


def test_one_right_against_two_duties_is_no_imbalance() -> None:
    text = (
        "Pasal 4\nHAK DAN KEWAJIBAN\n(1) PIHAK KESATU berhak memperoleh laporan{}.\n"
        "(2) PIHAK KEDUA berkewajiban:\na. menyediakan instruktur; dan\nb. menyusun laporan."
    )
    few = agreement(text.format(""), without=("pembiayaan", "pelaporan", "pelaksanaan"))
    assert findings("EQU-04", few) == []


def test_a_place_for_the_stamp_at_the_signatures_is_enough_in_a_draft() -> None:
    subject = agreement(without=("penutup",))
    assert findings("ANK-12", subject)
    stamped = replace(subject, closing=replace(subject.closing, stamp=True, stamp_text="Meterai Rp10.000"))
    assert findings("ANK-12", stamped) == []
    assert [f.confidence for f in findings("ANK-12", scanned(stamped))] == ["low"]  # stuck on later


def test_a_sentence_without_a_number_may_end_the_last_article() -> None:
    loose = "Hal-hal yang belum diatur akan ditetapkan kemudian dengan persetujuan bersama."
    closing = "Perjanjian ini dibuat dalam rangkap 2 (dua) dan berlaku sejak tanggal ditandatangani."
    assert findings("STR-12", parse_text(LEASE.format(form="PENYEWA", last=loose)))
    assert findings("STR-12", parse_text(LEASE.format(form="PENYEWA", last=closing))) == []


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Perjanjian ini ditandatangani pada hari Kamis tanggal 12 Maret 2026 oleh dan antara:", 0),
        ("Nota Kesepahaman yang ditandatangani pada hari Kamis tanggal 12 Maret 2026 menjadi dasarnya.", 1),
    ],
)
def test_a_dated_sentence_that_leads_to_the_parties_is_an_opening(line: str, count: int) -> None:
    subject = agreement("Yang bertanda tangan di bawah ini:", part="pembukaan")
    blocks = (replace(subject.document.blocks[0], text=line), *subject.document.blocks[1:])
    assert len(findings("STR-05", subject)) == 1
    other = replace(subject, document=replace(subject.document, blocks=blocks))
    assert len(findings("STR-05", other)) == count
