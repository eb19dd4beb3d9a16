"""DOCX files that are damaged, broken, hostile or locked: the right state, or the whole text with a notice."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from docx_making import NAMESPACES, make_docx, p, read_made, texts, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from kerjasama_check.reading import ReadingError, ReadOptions, State, read_bytes
from kerjasama_check.reading import docx_package as package
from kerjasama_check.reading.docx_repair import mend


def failure(data: bytes, name: str = "draf.docx", options: ReadOptions | None = None) -> tuple[State, str]:
    with pytest.raises(ReadingError) as caught:
        read_bytes(name, data, options)
    return caught.value.state, caught.value.reason


def raw(inside: str) -> str:
    return f"<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>"


REPLACED = '<w:t xml:space="preserve"bl><w:t xml:space="preserve"r><w:tc>{}</w:tc></w:tr></w:tbl>'
BROKEN = {
    "a surplus end tag": (raw(p("satu") + "</w:p></w:t>" + p("dua")), ["satu", "dua"]),
    "end tags in the wrong order": (raw("<w:p><w:r><w:t>satu</w:r></w:t></w:p>" + p("dua")), ["satu", "dua"]),
    "a tag inside text": (
        raw("<w:p><w:r><w:t>a <w:t>b</w:t> c</w:t></w:t></w:r></w:p>" + p("dua")), ["a b c", "dua"],
    ),
    "an early end of the body": (raw(p("satu") + "</w:body></w:document>" + p("dua")), ["satu", "dua"]),
    "a bare ampersand": (raw(p("satu & dua")), ["satu & dua"]),
    "a bare less-than sign": (raw(p("1 < 2") + p("dua")), ["1 < 2", "dua"]),
    "a control character": (raw(p("sa\x01tu")), ["satu"]),
    "an unknown entity": (raw(p("a&nbsp;b")), ["a&nbsp;b"]),
    "a paragraph that is not closed": (raw("<w:p><w:r><w:t>satu</w:t></w:r>" + p("dua")), ["satu", "dua"]),
    "a file that is cut off": (raw(p("satu") + p("dua"))[:-40], ["satu", "dua"]),
    "an attribute twice": (raw('<w:p w:x="1" w:x="2"><w:r><w:t>satu</w:t></w:r></w:p>'), ["satu"]),
    "strings replaced in tags": (
        raw(REPLACED.format(p("sel")) + p("luar")),
        ["sel", "luar"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_broken_xml_is_read_with_a_notice(name: str) -> None:
    xml, expected = BROKEN[name]
    document = read_made("", raw_document=xml)
    assert texts(document) == expected
    assert [notice.key for notice in document.notices] == ["recovered-xml"]


def test_tables_survive_replaced_tags() -> None:
    xml, _ = BROKEN["strings replaced in tags"]
    assert read_made("", raw_document=xml).blocks[0].cell is not None


def test_a_broken_side_part_does_not_lose_the_text() -> None:
    document = read_made(p("isi"), styles="<w:style><w:name</w:style></w:oops>")
    assert texts(document) == ["isi"]
    assert document.notices[0].key == "recovered-xml"
    assert ("parts", "word/styles.xml") in document.notices[0].details


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_cutting_and_doubling_pieces_never_raises_and_keeps_the_words(data: st.DataObject) -> None:
    xml = raw("".join(p(word) for word in ("alfa", "bravo", "carli", "delta")))
    tags = [index for index, character in enumerate(xml) if character == "<"][2:]
    at = data.draw(st.sampled_from(tags))
    end = xml.index(">", at) + 1
    lost = data.draw(st.booleans())
    damaged = xml[:at] + xml[end:] if lost else xml[:end] + xml[at:end] + xml[end:]
    text = "".join(texts(read_made("", raw_document=damaged)))
    assert all(word in text for word in ("alfa", "bravo", "carli", "delta"))


@given(st.binary(max_size=300))
def test_mending_takes_any_bytes(data: bytes) -> None:
    mend(data)


def test_truncated_zip() -> None:
    data = make_docx(p("isi") * 200)
    assert failure(data[: len(data) // 2]) == (State.UNREADABLE, "damaged-zip")


def test_zip_without_a_document() -> None:
    assert failure(zipped({"[Content_Types].xml": "<Types/>"})) == (State.UNREADABLE, "no-document-part")
    assert failure(zipped({"a.txt": "x"})) == (State.UNREADABLE, "no-document-part")


def test_document_part_that_is_no_xml() -> None:
    assert failure(zipped({"word/document.xml": b"\x00\x01\x02"})) == (State.UNREADABLE, "damaged-document-part")


def test_document_part_in_another_place() -> None:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="/word/document2.xml"/></Relationships>'
    )
    data = zipped({"_rels/.rels": rels, "word/document2.xml": raw(p("isi")), "[Content_Types].xml": "<Types/>"})
    document = read_bytes("draf.docx", data)
    assert texts(document) == ["isi"]
    assert document.blocks[0].place.path == "word/document2.xml#/body/p[1]"


def test_names_with_backslashes() -> None:
    assert texts(read_bytes("draf.docx", zipped({"word\\document.xml": raw(p("isi"))}))) == ["isi"]


def test_password_in_an_ole_container() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(100)
    assert failure(data) == (State.ENCRYPTED, "encrypted-docx")


def test_password_in_the_zip() -> None:
    data = bytearray(make_docx(p("isi")))
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = -1
        while (at := data.find(signature, at + 1)) >= 0:
            flags = struct.unpack_from("<H", data, at + offset)[0]
            struct.pack_into("<H", data, at + offset, flags | 1)
    assert failure(bytes(data)) == (State.ENCRYPTED, "encrypted-zip")


def test_a_part_that_swells_beyond_reason_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "RATIO_FROM", 100_000)
    assert failure(make_docx(" " * 1_000_000)) == (State.TOO_LARGE, "zip-bomb")
    monkeypatch.undo()
    monkeypatch.setattr(package, "MAX_XML", 10_000)
    assert failure(make_docx(p("isi ") * 500)) == (State.TOO_LARGE, "too-large-inside")


def test_entities_are_not_resolved_and_nothing_is_fetched(tmp_path) -> None:  # type: ignore[no-untyped-def]
    secret = tmp_path / "rahasia.txt"
    secret.write_text("RAHASIA", encoding="utf-8")
    declaration = f'<!DOCTYPE d [<!ENTITY e SYSTEM "{secret.as_uri()}"><!ENTITY b "bom">]>'
    document = read_made("", raw_document=declaration + raw(p("isi") + p("&e;&b;")))
    assert "isi" in texts(document)
    assert "RAHASIA" not in "".join(texts(document))


def test_billions_of_laughs_do_not_grow() -> None:
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    document = read_made("", raw_document=f"<!DOCTYPE d [{entities}]>" + raw(p("isi") + p("&a11;")))
    assert sum(len(text) for text in texts(document)) < 100


def test_a_damaged_picture_does_not_matter() -> None:
    data = make_docx(p("isi yang cukup panjang sebagai teks"))
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/media/image1.png", b"PNG" * 100)
    spoiled = out.getvalue().replace(b"PNGPNGPNG", b"XXXXXXXXX", 1)
    assert texts(read_bytes("draf.docx", spoiled)) == ["isi yang cukup panjang sebagai teks"]


def test_a_document_of_pictures_is_a_scan_and_one_of_nothing_is_not_clean() -> None:
    out = io.BytesIO(make_docx(p("Hlm. 1")))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/media/image1.png", b"PNG")
    assert failure(out.getvalue()) == (State.SCANNED, "images-only")
    assert failure(make_docx(p())) == (State.UNREADABLE, "no-text")


def test_errors_can_be_sent_between_processes() -> None:
    import pickle

    error = ReadingError(State.TOO_LARGE, "too-large", size=3, limit=2)
    again = pickle.loads(pickle.dumps(error))
    assert (again.state, again.reason, again.details) == (State.TOO_LARGE, "too-large", {"size": 3, "limit": 2})
