"""Words that agreements are made of: what `healing` may restore, and what it takes for right as it stands."""

from __future__ import annotations

# Headings and labels: the words that structure hangs on.
_HEADINGS = """
addendum adendum administrasi alamat amandemen amendemen anggaran antara ayat bab bagian bentuk berakhirnya berlaku
bersama biaya cara dan dasar data definisi denda dengan domisili evaluasi force hak harga hasil hukum informasi
intelektual istilah jaminan jangka jawab kahar keadaan kedua keempat kegiatan kekayaan kelima kepada kerahasiaan kerja
kerjasama kesatu kesepahaman kesepakatan ketentuan ketiga keuangan kewajiban kewenangan komitmen komunikasi koordinasi
korespondensi lain lampiran lanjut laporan larangan lingkup lokasi majeure maksud masa masalah mekanisme memaksa
memorandum monitoring naskah nomor nota objek obyek of pajak para pasal pelaksanaan pelanggaran pelaporan pelindungan
pemantauan pembatalan pembayaran pemberitahuan pembiayaan pembinaan pemutusan penafsiran penandatanganan penanggung
pendahuluan pendanaan pendidikan pengakhiran pengalihan pengawasan pengembangan pengertian penggunaan penutup
penyelesaian perbedaan perjanjian perlindungan permasalahan perpanjangan perselisihan pertama perubahan peserta piagam
pihak pokok prinsip program prosedur publikasi ruang sanksi sengketa serta spesifikasi surat swakelola syarat tanggung
tata teknis tempat tentang tindak tugas tujuan umum understanding waktu wanprestasi wewenang
"""

# Institutions, offices and what stands in the komparisi.
_NAMES_OF_OFFICES = """
agama akademik akta atas badan bank bendahara berdasarkan berkedudukan bertempat bertindak bidang bupati camat daerah
dalam dekan desa dewan diangkat dinas direksi direktorat direktur divisi dosen ekonomi fakultas gubernur himpunan
imigrasi indonesia industri instansi institut jabatan jalan jenderal jurusan kabupaten kampus kantor kecamatan
kejaksaan kelas kelurahan kementerian kepala kependudukan kepolisian keputusan kesehatan ketua komisi koperasi kota
kuasa lembaga mahasiswa mahkamah manusia masyarakat menteri mewakili nama nasional negara negeri notaris organisasi
pejabat pemasyarakatan pembantu pemerintah pemerintahan pemuda pengadilan perguruan perikanan perpustakaan pertanian
perusahaan perwakilan pimpinan pos presiden propinsi provinsi pusat rektor republik rumah sakit sekolah sekretariat
sekretaris selaku serikat siswa statistik tenaga tentara tinggi umum unit universitas wakil wali walikota warga
wilayah yayasan
"""

# Verbs, nouns and small words of the running text.
_RUNNING = """
ada adalah adanya agar ahli akan akibat akibatnya alam alat anggota angsuran antar apabila asas asli asuransi atas
atau bagi bahan bahasa bahwa baik banjir banyak barang baru batal batas bawah beberapa belah belajar belas belum benar
bencana berada berakhir berbagai berhak berhubungan berikut berisi beritikad berjalan berkaitan berkala berkewajiban
bermaksud bermaterai bermeterai bersangkutan bersedia bersepakat bersifat bertanda bertandatangan bertanggung
bertanggungjawab bertujuan berupa besar besarnya bilamana bisa boleh buah buku bulan bumi calon cap catatan cukup
dahulu damai dana dapat dari daya demi demikian dengan dibagi dibawah dibayar dibayarkan dibebankan diberikan
diberitahukan dibicarakan dibuat dibuatkan dibubuhi dibutuhkan dicapai didasarkan diikuti dikeluarkan dikemudian
dikerjasamakan diketahui dikuatkan dilaksanakan dilakukan dimaksud dimaksudkan dimana dimiliki dimufakati dimulai
dinyatakan dipergunakan diperlukan diperoleh diperpanjang dipersamakan disampaikan disebabkan disebut disebutkan
disediakan diselenggarakan diselesaikan disepakati disetujui disusun ditandatangani ditanggung ditentukan diterima
ditetapkan ditimbulkan ditindaklanjuti ditinjau ditujukan ditulis ditunjuk diubah diuraikan dokumen dua efektif
elektronik empat enam fasilitas gempa hal hari harus hasilnya hubungan iktikad ilmiah ilmu ini inovasi internal
internasional itikad itu jadwal jangan jasa jelas jika juga jumlah juta kali kami karena keahlian kebakaran kebenaran
keberatan kebijakan kebutuhan kecuali keduanya kegiatannya kehilangan kejadian kekeliruan kekuatan kekurangan
kelalaian kelancaran kelembagaan kemampuan kemanusiaan kemasyarakatan kembali kemudian kendala kendaraan kenyataan
kepegawaian kepentingan keperluan kerugian kerusakan kerusuhan kesalahan kesanggupan kesediaan keseluruhan kesempatan
kesepakatannya keterangan keterbatasan keterlambatan ketertiban khusus kompetensi kondisi konsultasi kontrak kredit
kualitas kurang kurikulum lapangan layanan lebih lima lingkungan luar magang mahasiswi maka mampu mana mandiri manfaat
masih masing masingmasing masuk materai maupun melaksanakan melakukan melalui melibatkan meliputi memanfaatkan
membahas membantu membayar membentuk memberi memberikan memberitahukan membuat memenuhi memfasilitasi memiliki
memperhatikan memperoleh mempersiapkan mempunyai memutuskan menandatangani menanggung mencapai menciptakan menerangkan
menerapkan menerima menetapkan mengacu mengadakan mengajukan mengakhiri mengakibatkan mengalami menganggap mengatur
mengembangkan mengenai menggunakan menghadapi menghentikan mengikat mengikatkan mengikuti menginformasikan mengingat
mengirimkan mengkoordinasikan mengoordinasikan mengubah mengundurkan mengurangi menimbang menimbulkan meningkatkan
meningkatnya menjadi menjaga menjalin menjamin menjelaskan menugaskan menunjuk menurut menyampaikan menyatakan
menyebabkan menyediakan menyelenggarakan menyelesaikan menyepakati menyerahkan menyetujui menyewa menyiapkan merdeka
mereka merupakan meterai milik modal mufakat mulai musyawarah narasumber nasabah nilai oleh operasional pada padanya
paling pandang panitia pascasarjana patut pegawai pekerjaan pelatihan pelayanan peluang pemanfaatan pembangunan
pembelajaran pembentukan pemberdayaan pemberi pemberian pemberontakan pemeliharaan pemenuhan pemesanan pemilik
pemogokan penambahan penanganan penelitian penempatan penerapan penerbitan penerima penerimaan pengabdian pengadaan
pengajaran pengangkutan pengelolaan pengetahuan penggantian pengguna pengiriman pengurusan peningkatan penugasan
penunjukan penyampaian penyebab penyediaan penyelenggaraan penyerahan penyewa penyusunan peralatan peran perang
peraturan percobaan perencanaan pergantian perihal perintah peristiwa perizinan perkara perlu perlunya permintaan
permohonan pernyataan persatuan persetujuan persiapan persyaratan pertanggungjawaban pertemuan pertimbangan perundang
perundangan perundingan petugas pilihan pinjaman potensi praktek praktik produk profesi profesional proses puluh
rangka rangkap rapat ratus rekening rencana resmi ribu rupiah saat sah saja saksi salah salinan saling sama sampai
sanggup sarana sarjana satu sebagai sebagaimana sebagian sebelas sebelum sebelumnya sebesar secara sedangkan segala
segera sehat sehingga sehubungan seimbang sejak sejumlah selain selama selambat selambatnya selanjutnya selengkapnya
seluruh seluruhnya sembilan semua seorang sepakat sepanjang sepengetahuan sepenuhnya seperti sepihak sepuluh
serangkaian seratus seribu sesuai setelah setiap setuju sewa siap sifat sistem sosial studi suatu sudah sumber tahap
tahun tambahan tanah tanda tangan tanggal tanpa tata teknologi telah telepon tenggang tepat terakhir terdapat terdiri
terhadap terhitung terjadi terjadinya terkait terlambat terlebih tersebut tersedia tersendiri tertentu tertera tertib
tertulis terus tetap tidak tidaknya tiga timbul timbulnya tinjau tujuh tulis tunduk uang undang undangan
untuk upaya usaha usul utama wajar wajib yaitu yakni yang
"""

_CALENDAR = """
agustus april belas delapan desember dua empat enam februari januari juli jumat juni juta kamis lima maret mei miliar
milyar minggu nol nopember november oktober pebruari puluh rabu ratus ribu sabtu satu sebelas selasa sembilan senin
september sepuluh seratus seribu tiga triliun tujuh
"""

_PLACES = """
aceh ambon bali bandung bangka banjarmasin banten barat bekasi belitung bengkulu bogor denpasar depok gorontalo
jakarta jambi jawa jayapura kalimantan kendari kepulauan kupang lampung makassar malang maluku manado manokwari
mataram medan nusa padang palangkaraya palembang palu papua pekanbaru pontianak riau samarinda selatan semarang serang
sulawesi sumatera sumatra surabaya surakarta tangerang tengah tenggara ternate timur utara yogyakarta
"""

HEADING_WORDS: frozenset[str] = frozenset(_HEADINGS.split())
KNOWN_WORDS: frozenset[str] = HEADING_WORDS.union(
    _NAMES_OF_OFFICES.split(), _RUNNING.split(), _CALENDAR.split(), _PLACES.split()
)
