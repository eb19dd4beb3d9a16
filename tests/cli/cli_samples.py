"""Drafts for the tests of the command line. All names are invented."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

DRAFT = """\
PERJANJIAN KERJA SAMA
ANTARA
DINAS SOSIAL KABUPATEN MAJU
DENGAN
YAYASAN HARAPAN LESTARI
TENTANG
PELATIHAN KETERAMPILAN BAGI WARGA KABUPATEN MAJU

NOMOR: 12/PKS/DINSOS/2025
NOMOR: 7/YHL/III/2025

Pada hari ini, Senin, tanggal tiga bulan Maret tahun dua ribu dua puluh lima (03-03-2025), bertempat di Kota Maju, \
kami yang bertanda tangan di bawah ini:

1. SARI WULANDARI, Kepala Dinas Sosial Kabupaten Maju, berkedudukan di Jalan Melati Nomor 1, Kota Maju, bertindak \
untuk dan atas nama Dinas Sosial Kabupaten Maju, selanjutnya disebut PIHAK KESATU.
2. BUDI SANTOSO, Ketua Yayasan Harapan Lestari, berkedudukan di Jalan Kenanga Nomor 2, Kota Maju, bertindak untuk \
dan atas nama Yayasan Harapan Lestari, selanjutnya disebut PIHAK KEDUA.

PIHAK KESATU dan PIHAK KEDUA secara bersama-sama disebut PARA PIHAK.

Pasal 1
MAKSUD DAN TUJUAN
(1) Maksud Perjanjian Kerja Sama ini adalah menyelenggarakan pelatihan keterampilan.
(2) Tujuan kerjasama ini adalah meningkatkan keterampilan warga.

Pasal 2
RUANG LINGKUP
Ruang lingkup Perjanjian Kerja Sama ini meliputi:
a. penyusunan materi pelatihan; dan
b. penyelenggaraan pelatihan.

Pasal 3
JANGKA WAKTU
Perjanjian Kerja Sama ini berlaku selama 3 (tiga) tahun sejak ditandatangani.

Demikian Perjanjian Kerja Sama ini dibuat dalam rangkap 2 (dua) bermeterai cukup.

PIHAK KEDUA,                    PIHAK KESATU,

BUDI SANTOSO                    SARI WULANDARI
"""
LETTER = "Kepada Yth. Kepala Desa\n\nDengan hormat, bersama ini kami mengundang Saudara menghadiri rapat warga.\n"


def command(
    *arguments: str, environment: Mapping[str, str] | None = None, given: bytes | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a user does, in a process of its own."""
    inherited = {
        key: value for key, value in os.environ.items() if not key.startswith(("KERJASAMA", "COLUMNS", "GITHUB_"))
    }
    return subprocess.run(
        [sys.executable, "-m", "kerjasama_check", *arguments],
        env={**inherited, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **(environment or {})},
        input=given,
        stdin=subprocess.DEVNULL if given is None else None,
        capture_output=True,
        timeout=300,
        cwd=cwd,
        check=False,
    )
