"""Clean agreements of every kind, into which the excerpt of an example is put so that it can be judged.

A skeleton is rules/model/skeleton-<kind>.md: sections headed by comments, "<!-- premis -->" for a part and
"<!-- pasal: jangka-waktu -->" for an article, with {{names}} for parties, dates and numbers.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cache

from kerjasama_check import resources
from kerjasama_check.checking.vocabulary import KINDS
from kerjasama_check.indonesian.lazy import lazy
from kerjasama_check.indonesian.roman import to_roman
from kerjasama_check.indonesian.terbilang import to_words

_SECTION = lazy(r"^<!-- ([a-z-]+)(?:: ([^>]*?))? -->$", re.M)
_NAME = lazy(r"\{\{(\w+)\}\}")
_ARTICLE = lazy(r"^pasal\s+(\d{1,3})\s*$", re.I)
_OF_KIND = {"kesepakatan-bersama": "nota-kesepahaman", "memorandum-of-understanding": "nota-kesepahaman"}
_CODES = {
    "nota-kesepahaman": "NK", "memorandum-of-understanding": "MOU", "kesepakatan-bersama": "KB",
    "nota-kesepakatan": "NKS", "perjanjian-kerja-sama": "PKS", "surat-perjanjian": "SP", "adendum": "ADD",
}  # fmt: skip
_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
_DATE = datetime.date(2026, 3, 12)
# What the head of a body is called, by the beginning of its name.
_HEADS = (
    ("pt ", "Direktur Utama"), ("cv ", "Direktur"), ("koperasi", "Ketua"), ("yayasan", "Ketua"),
    ("perkumpulan", "Ketua"), ("universitas", "Rektor"), ("institut", "Rektor"), ("politeknik", "Direktur"),
    ("kementerian", "Menteri"), ("direktorat jenderal", "Direktur Jenderal"), ("pemerintah provinsi", "Gubernur"),
    ("pemerintah kabupaten", "Bupati"), ("pemerintah kota", "Wali Kota"), ("pemerintah desa", "Kepala Desa"),
)  # fmt: skip
_PRIVATE = ("pt ", "cv ", "koperasi", "yayasan", "perkumpulan")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a skeleton ("premis"), or an article with the kind of its clause."""

    name: str
    text: str
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class Skeleton:
    sections: tuple[Section, ...]
    parties: tuple[str, ...]


@cache
def skeleton(kind: str) -> Skeleton:
    """The skeleton of a kind, names not yet filled in."""
    name = _OF_KIND.get(kind, kind)
    path = resources.rules_folder() / "model" / f"skeleton-{name}.md"
    parts = _SECTION.split(path.read_text(encoding="utf-8"))
    sections: list[Section] = []
    parties: tuple[str, ...] = ()
    for label, value, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        if label == "pihak":
            parties = tuple(party.strip() for party in value.split("|"))
        else:
            sections.append(Section(label, text.strip("\n"), value if label == "pasal" else None))
    return Skeleton(tuple(sections), parties)


def compose(
    kind: str,
    excerpt: str = "",
    *,
    part: str | None = None,
    without: tuple[str, ...] = (),
    parties: tuple[str, ...] = (),
    date: datetime.date | None = None,
) -> str:
    """A whole agreement of the kind with the excerpt in its place.

    part: the part of the skeleton that the excerpt stands for. Without it the excerpt is one or more articles, or the
    text of the article on implementation. without: clauses whose articles are left out. The text may name parties and
    dates as the skeletons do.
    """
    base = skeleton(kind)
    sections = [s for s in base.sections if s.clause not in without or s.clause is None]
    if part is not None:
        sections = _with_part(sections, part, excerpt)
    elif excerpt:
        sections = _with_articles(sections, excerpt)
    names = _names(kind, parties or base.parties, date or _DATE)
    number = 0
    texts = []
    for section in sections:
        if section.name == "pasal":
            number += 1
        names["n"] = str(number)
        texts.append(_NAME.sub(lambda match: names.get(match.group(1), match.group(0)), section.text).strip("\n"))
    return "\n\n".join(text for text in texts if text) + "\n"


def _with_part(sections: list[Section], part: str, excerpt: str) -> list[Section]:
    if any(section.name == part for section in sections):
        return [Section(part, excerpt) if section.name == part else section for section in sections]
    return [*sections, Section(part, excerpt)]


def _with_articles(sections: list[Section], excerpt: str) -> list[Section]:
    """The articles of the excerpt at their numbers, in place of those with the same heading."""
    articles = _articles(excerpt)
    if not articles:
        text = "Pasal {{n}}\n\nPELAKSANAAN\n\n" + excerpt
        return [Section("pasal", text, "pelaksanaan") if s.clause == "pelaksanaan" else s for s in sections]
    headings = {_heading(text) for _, text in articles}
    kept = [s for s in sections if s.name != "pasal" or _heading(s.text) not in headings]
    for number, text in articles:
        places = [index for index, s in enumerate(kept) if s.name == "pasal"]
        at = places[number - 1] if number - 1 < len(places) else (places[-1] + 1 if places else len(kept))
        kept.insert(at, Section("pasal", text))
    return kept


def _articles(excerpt: str) -> list[tuple[int, str]]:
    found: list[tuple[int, list[str]]] = []
    for line in excerpt.splitlines():
        match = _ARTICLE.match(line.strip())
        if match:
            found.append((int(match.group(1)), [line]))
        elif found:
            found[-1][1].append(line)
        elif line.strip():
            return []
    return [(number, "\n".join(lines)) for number, lines in found]


def _heading(text: str) -> str:
    """What an article is about, for telling whether two are on the same subject: the main words of its heading."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    heading = lines[1].casefold() if len(lines) > 1 else ""
    return _SAME.get(heading, heading)


_SAME = {
    "objek dan ruang lingkup": "ruang lingkup", "force majeure": "keadaan kahar", "keadaan memaksa": "keadaan kahar",
    "penyelesaian sengketa": "penyelesaian perselisihan", "lain-lain": "ketentuan lain-lain",
    "adendum": "perubahan", "addendum": "perubahan", "monitoring dan evaluasi": "pemantauan dan evaluasi",
    "pemantauan, evaluasi, dan pelaporan": "pemantauan dan evaluasi", "biaya": "pembiayaan",
    "tujuan": "maksud dan tujuan", "masa berlaku": "jangka waktu", "ketentuan penutup": "penutup",
    "hak dan kewajiban para pihak": "hak dan kewajiban",
    "jangka waktu perjanjian": "jangka waktu", "pembayaran": "harga dan pembayaran", "surat-menyurat": "korespondensi",
}  # fmt: skip


def _names(kind: str, parties: tuple[str, ...], day: datetime.date) -> dict[str, str]:
    title = KINDS[kind]["id"] if kind != "adendum" else "Adendum"
    names = {
        "JENIS": title.upper(), "Jenis": title, "KODE": _CODES[kind],
        "hari": _WEEKDAYS[day.weekday()], "tanggal": to_words(day.day), "bulan": _MONTHS[day.month - 1],
        "tahun": to_words(day.year), "angka": day.strftime("%d-%m-%Y"), "BB": f"{day.month:02}",
        "TAHUN": str(day.year), "LALU": str(day.year - 1), "ROMAWI": to_roman(day.month),
    }  # fmt: skip
    for index, party in enumerate(parties, start=1):
        names |= {f"pihak{index}": party, f"PIHAK{index}": party.upper()}
        names |= {f"jabatan{index}": office_of(party), f"dasar{index}": _appointment(party, day.year, index)}
    return names


def office_of(party: str) -> str:
    """The office of the head of a body, as a komparisi names it."""
    lower = party.casefold()
    for start, head in _HEADS:
        if lower.startswith(start):
            place = party[len(start) :].strip() if head in ("Gubernur", "Bupati", "Wali Kota") else party
            return f"{head} {place}"
    return f"Kepala {party}"


def _appointment(party: str, year: int, index: int) -> str:
    if party.casefold().startswith(_PRIVATE):
        return f"Akta Pendirian Nomor {16 + index} tanggal 9 Mei {year - 8} yang dibuat di hadapan notaris di Sukamaju"
    return f"Keputusan Nomor {40 + index}/KP/{year - 2} tanggal 6 Januari {year - 2} tentang Pengangkatan Pejabat"
