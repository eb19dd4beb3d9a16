"""Sector of a party by its name: own lists of kinds of bodies, one place name each where a place is needed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama_check.agreement.sectors import sector_of

NAMES = {
    "pusat": """
Sekolah Polisi Negara
Kantor Bea dan Cukai Tanjung Emas
Museum Nasional
Lembaga Penyiaran Publik RRI Semarang
Directorate General of Immigration of the Republic of Indonesia
Kementerian Hukum Republik Indonesia
Kementrian Pertanian
Kementerian Imigrasi dan Pemasyarakatan
Direktorat Jenderal Imigrasi
Direktorat Jenderal Pendidikan Tinggi
Direktorat Sekolah Menengah Atas
Sekretariat Jenderal Kementerian Agama
Kantor Wilayah Kementerian Hukum dan Hak Asasi Manusia Jawa Tengah
Kanwil Direktorat Jenderal Pajak Sumatera Utara
Kantor Imigrasi Kelas II Non TPI Madiun
Lembaga Pemasyarakatan Kelas IIA Magelang
Lapas Perempuan Kelas IIB Tenggarong
Rumah Tahanan Negara Kelas I Depok
Balai Pemasyarakatan Kelas I Surakarta
Rumah Penyimpanan Benda Sitaan Negara Kelas II Serang
Rumah Detensi Imigrasi Semarang
Lembaga Pembinaan Khusus Anak Kutoarjo
Kepolisian Daerah Jawa Tengah
Polres Metro Tangerang Kota
Kepolisian Resor Kota Besar Medan
Komando Daerah Militer IV/Diponegoro
Komando Distrik Militer 0735/Surakarta
Pangkalan TNI Angkatan Laut Tegal
Dinas Psikologi Angkatan Darat
Pengadilan Negeri Purwokerto
Pengadilan Agama Kota Madiun
Mahkamah Agung Republik Indonesia
Kejaksaan Negeri Kabupaten Kediri
Badan Pusat Statistik Kabupaten Kudus
BPS Kota Salatiga
Badan Narkotika Nasional Kota Tegal
BNNP Banten
Badan Pertanahan Nasional
Kantor Pertanahan Kabupaten Batang
Badan Siber dan Sandi Negara
Badan Riset dan Inovasi Nasional
Badan Perencanaan Pembangunan Nasional
Badan Pengawas Obat dan Makanan
Balai Besar Pengawas Obat dan Makanan di Semarang
Balai Taman Nasional Karimunjawa
Balai Pengkajian Teknologi Pertanian Banten
Komisi Pemilihan Umum Kabupaten Demak
KPU Provinsi Bali
Badan Pengawas Pemilihan Umum Kota Ambon
Komisi Pemberantasan Korupsi
Ombudsman Republik Indonesia Perwakilan Jawa Timur
Perpustakaan Nasional Republik Indonesia
Arsip Nasional Republik Indonesia
Lembaga Layanan Pendidikan Tinggi Wilayah VI
Bank Indonesia Perwakilan Tegal
Otoritas Jasa Keuangan
BPJS Kesehatan Cabang Kudus
Badan Penyelenggara Jaminan Sosial Ketenagakerjaan
RSUP Dr. Kariadi
Rumah Sakit Bhayangkara Tingkat III Palu
Rumah Sakit Tk. III Slamet Riyadi
Kantor Kementerian Agama Kota Pekalongan
Kantor Pelayanan Pajak Pratama Tegal
Kantor Pelayanan Perbendaharaan Negara Kudus
Stasiun Meteorologi Tunggul Wulung
Sekretariat Kabinet
Deputi Bidang Kelembagaan Kementerian PANRB
""",
    "daerah": """
Unit Pelaksana Teknis Daerah Balai Latihan Kerja Kabupaten Pati
BPSDMD Provinsi Jawa Tengah
Kantor Camat Weru
Pemerintah Provinsi Banten
Pemerintah Kabupaten Wonogiri
Pemerintah Daerah Kabupaten Boyolali
Pemerintah Kota Tegal
Pemerintah Desa Sukorejo
Pemerintah Aceh
Pemkab Jepara
Dinas Pendidikan Kota Bogor
Dinas Kesehatan Kabupaten Sragen
Dinas Kependudukan dan Pencatatan Sipil
Dinas Perpustakaan dan Kearsipan Kabupaten Pati
Disdikbud Kabupaten Klaten
RSUD Kardinah
Rumah Sakit Umum Daerah Dr. Soehadi
Rumah Sakit Jiwa Daerah Surakarta
UPTD Puskesmas Gatak
Puskesmas Sumber Rejeki
Kecamatan Tembalang
Kelurahan Panjang Wetan
Desa Ngroto
Badan Kepegawaian Daerah Provinsi Bali
Badan Perencanaan Pembangunan Daerah Kota Batu
Bappeda Kabupaten Blora
Badan Pendapatan Daerah Kabupaten Kendal
Badan Keuangan dan Aset Daerah Kota Tegal
Badan Kesatuan Bangsa dan Politik Kabupaten Rembang
Badan Penanggulangan Bencana Daerah Kabupaten Cilacap
Satuan Polisi Pamong Praja Kota Solok
Sekretariat Daerah Kabupaten Grobogan
Sekretariat DPRD Kota Tegal
Dewan Perwakilan Rakyat Daerah Kabupaten Tuban
Inspektorat Kabupaten Brebes
Perpustakaan Daerah Kabupaten Kebumen
Museum Daerah Kabupaten Tegal
Nagari Sungai Pua
""",
    "pendidikan": """
IPB University
Bina Nusantara University
UNAND
Universitas Terbuka UPBJJ Semarang
TK Pertiwi
MI Nurul Huda
Universitas Negeri Semarang
Universitas Muhammadiyah Purwokerto
Universitas PGRI Madiun
Fakultas Hukum Universitas Jember
Perpustakaan Universitas Tidar
UPT Laboratorium Terpadu Universitas Udayana
LPPM Universitas Halu Oleo
Rumah Sakit Universitas Airlangga
Institut Teknologi Sumatera
Institut Seni Indonesia Surakarta
Politeknik Negeri Madiun
Politeknik Imigrasi
Politeknik Kesehatan Kementerian Kesehatan Surakarta
Poltekkes Kemenkes Semarang
Poltekpel Sorong
Sekolah Tinggi Agama Islam Grobogan
Sekolah Tinggi Ilmu Kesehatan Pati
STIKES Karya Husada
STMIK Widya Pratama
UIN Walisongo
IAIN Kudus
Akademi Kebidanan Mardi Rahayu
SMA Negeri 2 Tegal
SMAN 1 Batang
SMK Bina Karya
SMP Negeri 4 Kudus
SD Negeri Panggang 1
MTs Negeri 3 Demak
MAN 1 Pati
Madrasah Aliyah Al Hikmah
Pondok Pesantren Darul Ulum
Sekolah Luar Biasa Dharma Putra
PKBM Tunas Harapan
Program Studi Gizi Fakultas Kedokteran Universitas Diponegoro
Diponegoro University
University of Mataram
Faculty of Law, Universitas Gadjah Mada
""",
    "bumn": """
BPR Bank Kota Semarang
PT Jamkrida Banten
PT Transportasi Jakarta
PT MRT Jakarta (Perseroda)
Klinik Kimia Farma
PT Bank Rakyat Indonesia (Persero) Tbk Kantor Cabang Tegal
PT. Bank Negara Indonesia (Persero), Tbk
Bank Mandiri Cabang Kudus
Bank Tabungan Negara
Bank Syariah Indonesia KCP Batang
PT Bank Pembangunan Daerah Jawa Tengah
Bank Jateng Cabang Pati
PT Bank Bengkulu
PT PLN (Persero) UP3 Tegal
Perum Bulog
Perum Perhutani KPH Pemalang
PDAM Tirta Bening
Perumda Air Minum Kota Salatiga
PT Pegadaian Cabang Kudus
PT Telkom Indonesia
PT Telekomunikasi Selular
PT Kereta Api Indonesia (Persero) Daop 4
PT Pos Indonesia
PT Pertamina Patra Niaga
PT Perkebunan Nusantara IX
PTPN III
PT Jasa Raharja
PT Taspen (Persero) Kantor Cabang Tegal
Apotek Kimia Farma Pemuda
BUMDes Maju Makmur
Badan Usaha Milik Desa Sejahtera
Perusahaan Daerah Pasar Surya
PT Angkasa Pura I
PT Bio Farma
""",
    "swasta": """
PT Sinar Jaya Abadi
PT. Karya Digital Nusantara
CV Mitra Usaha
UD. Sumber Rejeki
Koperasi Simpan Pinjam Artha Mulia
Koperasi Pegawai Telkom
Koperasi Mahasiswa Universitas Negeri Medan
PT Bank Central Asia Tbk
Bank Muamalat
BPR Artha Mukti
Apotek Sehat Sentosa
Klinik Pratama Medika Utama
Rumah Sakit Islam Kendal
RS Panti Wilasa
Hotel Grand Merdeka
Toko Buku Cahaya
PT Asuransi Jiwa Cemerlang
Firma Hukum Wijaya dan Rekan
Kantor Notaris Ratna Dewi
Konveksi Berkah
PT Universal Global Media
PT Samsung Electronics Indonesia
""",
    "organisasi": """
WWF Indonesia
Yayasan Save the Children
Dewan Pengurus Korpri
Karang Taruna Desa Ngadirejo
Yayasan Kasih Ibu
Yayasan Pendidikan Universitas Pancamarga
Yayasan Pertamina
Perkumpulan Keluarga Berencana Indonesia
Kamar Dagang dan Industri Kota Tegal
Ikatan Dokter Indonesia Cabang Kudus
Ikatan Alumni Universitas Brawijaya
Persatuan Wartawan Indonesia
Perhimpunan Advokat Indonesia
Asosiasi Pengusaha Indonesia
Palang Merah Indonesia Kabupaten Pati
KONI Kota Tegal
Gerakan Pramuka Kwartir Cabang Demak
Majelis Ulama Indonesia
Pimpinan Daerah Muhammadiyah Kudus
Pengurus Cabang Nahdlatul Ulama Batang
Lembaga Bantuan Hukum Keadilan
LBH Mawar
Forum Kerukunan Umat Beragama
Kelompok Tani Sumber Makmur
Komunitas Literasi Pantura
BAZNAS Kota Tegal
Gereja Kristen Jawa Tegal
""",
    "asing": """
Pemerintah Kerajaan Belanda
Australian Border Force
Korea Immigration Service
The Government of Japan
Kyoto University
University of Groningen
Universiti Malaya
Universitas Tokyo Jepang
National Taiwan University of Science and Technology
Embassy of Japan
Kedutaan Besar Republik Federal Jerman
UNICEF Indonesia
United Nations Office on Drugs and Crime
Ministry of Justice of the Kingdom of Thailand
The British Council
Osaka Institute of Technology
Australian Federal Police
Kolej Universiti Islam Selangor
Japan International Cooperation Agency
""",
}
PAIRS = [(name, sector) for sector, block in NAMES.items() for name in block.strip().splitlines()]


@pytest.mark.parametrize(("name", "sector"), PAIRS)
def test_name(name: str, sector: str) -> None:
    assert sector_of(name) == sector


@pytest.mark.parametrize("name", [name for name, _ in PAIRS[::7]])
def test_case_makes_no_difference(name: str) -> None:
    assert sector_of(name.upper()) == sector_of(name)


def test_an_ocr_slip_in_the_telling_word_is_read_past() -> None:
    assert sector_of("Universitaa Negeri Semarang") == "pendidikan"
    assert sector_of("Kementerlan Pertanian") == "pusat"


def test_a_body_without_a_telling_word_goes_by_the_office_of_who_signs() -> None:
    assert sector_of("Tegal Mandiri Jaya", "Bupati Tegal") == "daerah"
    assert sector_of("Karya Bakti", "Rektor") == "pendidikan"
    assert sector_of("Karya Bakti") == "swasta"


def test_without_a_body_the_office_or_the_person_decides() -> None:
    assert sector_of(None, "Kepala Dinas Kesehatan Kabupaten Pati") == "daerah"
    assert sector_of(None, "Direktur Utama") == "swasta"
    assert sector_of(None, None, "Sari Wulandari, NIK 3300000000000001, bertempat tinggal di Pati") == "perorangan"
    assert sector_of("perseorangan") == "perorangan"
    assert sector_of(None, None, "Nama: ……") is None
    assert sector_of(None) is None
    assert sector_of("…………") is None


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_text_gives_a_value_of_the_list(name: str, office: str) -> None:
    known = {"pusat", "daerah", "pendidikan", "bumn", "swasta", "organisasi", "asing", "perorangan", None}
    assert sector_of(name, office, name) in known
