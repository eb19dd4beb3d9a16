"""What stands on a page and is not part of the text: running heads, page numbers, catchwords, letterhead, paraf boxes.

Recognised by position, by repetition (figures counted as equal) and by vocabulary. A heading of the agreement, a label
and the labels over the signatures are never taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kerjasama_check.reading.layout_labels import PARTIES, is_article, is_label, starts_labelled
from kerjasama_check.reading.layout_rows import Piece, rows_of
from kerjasama_check.reading.lines import Page

EDGE = 0.16  # share of the page height at top and bottom where running heads stand
PARAF_FROM = 0.78
COVER_PAGES = 3  # so many pages may come before the one that bears the letterhead
_SAME_HEIGHT = 0.02
_RUNNING_HEAD = 0.09  # above this share of the height even a title that every page bears is a running head

_PAGE_NUMBER = re.compile(
    r"(?i)[\W_]{0,4}(?:(?:halaman|hal|page|hlm)[ .:]{0,3})?[\W_]{0,3}\d{1,4}[\W_]{0,4}"
    r"(?:(?:dari|of|/)\s{0,3}\d{1,4}|(?:p\s?a\s?g\s?e|halaman))?[\W_]{0,4}(?:halaman)?[\W_]{0,2}\Z"
)
_PAGE_OF = re.compile(
    r"(?i)\W{0,4}(?:halaman|hal|page)(?![^\W\d]).{0,12}(?:dari|of|/).{0,6}(?:halaman)?\W{0,3}\Z|\W{0,3}halaman\W{0,3}\Z"
)
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+|\d+")
_PARAF = re.compile(r"(?i)p[aou][a-z]{0,2}f[il1z]?\d{0,2}|pargf|paraf\w{0,7}")
_PIHAK = re.compile(r"(?i)\W?[pf]'?ih?ak\w?|phak|pihakikedua|[pf]ihak(?:kesatu|pertama|kedua)")
_ORDINAL = re.compile(r"(?i)k?esatu|pertama|[kx]?edua\w?|ketiga|keempat|satu|dua|tiga|pimar|pinar")
_FIGURE = re.compile(r"(?i)[iuhtl1]{1,4}|\d")
_CATCHWORD = re.compile(r"[^.…]{1,50}?\s?(?:\.{2,}|…)[.…/ ]*\Z")
_TITLE = re.compile(
    r"(?i)(?:naskah |surat |piagam |nota |draft? |rancangan )?(?:nota (?:kesepahaman|kesepakatan|kerja ?sama)|"
    r"pe[rj]+anjian|kesepakatan|kesepahaman|memorandum|piagam|kontrak|add?endum|amandemen|amendemen|ikatan|implement|"
    r"naskah|letter of)\b"
)
_ADDRESS = re.compile(
    r"(?i)\b(?:jl|jln|jalan|telp|telepon|tlp|telephone|phone|fax|faks|faksimile?|faximile|e-?mail|surel|laman|website|"
    r"kode pos|po\.? ?box)\b|www\.|https?:|@"
)

Found = list[set[int]]


def find_furniture(pages: Sequence[Page], pieces: Sequence[list[Piece]]) -> Found:
    """For each page the indices of those of its pieces that are furniture."""
    found: Found = [set() for _ in pages]
    _page_numbers(pages, pieces, found)
    _repeated(pages, pieces, found)
    _paraf(pages, pieces, found)
    for page, items, out in list(zip(pages, pieces, found, strict=True))[:COVER_PAGES]:
        _letterhead(page, items, out)
    _catchwords(pages, pieces, found)
    return found


def _place(piece: Piece, page: Page) -> float:
    return piece.middle / page.height if page.height else 0.5


def _page_numbers(pages: Sequence[Page], pieces: Sequence[list[Piece]], found: Found) -> None:
    for page, items, out in zip(pages, pieces, found, strict=True):
        for i, piece in enumerate(items):
            place = _place(piece, page)
            if 0.1 < place < 0.85 or len(piece.text) > 40:
                continue
            numbered = _PAGE_NUMBER.match(piece.text) and not (is_label(piece.text) and _has_text_beside(piece, items))
            if (numbered or _PAGE_OF.match(piece.text)) and (place > 0.85 or not _has_text_beside(piece, items)):
                out.add(i)


def _has_text_beside(piece: Piece, items: list[Piece]) -> bool:
    return any(
        other is not piece and other.y0 < piece.middle < other.y1 and other.x0 >= piece.x1 and len(other.text) > 12
        for other in items
    )


Key = tuple[str, int]


def _repeated(pages: Sequence[Page], pieces: Sequence[list[Piece]], found: Found) -> None:
    """Rows at the edge of the page that come again at the same height; taken from the edge inwards."""
    keys = [[_key(piece, page) for piece in items] for page, items in zip(pages, pieces, strict=True)]
    seen: dict[Key, int] = {}
    for own in keys:
        for key in set(own):
            seen[key] = seen.get(key, 0) + 1
    least = 2 if len(pages) < 4 else 3 if len(pages) < 8 else max(3, len(pages) // 4)
    for page, items, own, out in zip(pages, pieces, keys, found, strict=True):
        again = {i for i, (text, height) in enumerate(own) if _times((text, height), seen) >= least}
        inside = any(EDGE < _place(items[i], page) < 1 - EDGE for i in again)
        if inside and len(again) > 0.5 * len(items):
            continue  # the page is a copy of another one, as in a file of like contracts
        if len(pages) < 3:
            again = {i for i in again if not _PIHAK.match(items[i].text) or _PARAF.search(items[i].text)}
        order = sorted(range(len(items)), key=lambda i: items[i].middle)
        for inwards in (order, order[::-1]):
            for i in inwards:
                place = _place(items[i], page)
                if i in out:
                    continue
                runs = _TITLE.match(items[i].text) and place < _RUNNING_HEAD and _times(own[i], seen) > 0.6 * len(pages)
                if i not in again or EDGE < place < 1 - EDGE:
                    break
                if _is_head_of_text(items[i]) and not (runs and len(pages) > 2):
                    break
                out.add(i)


def _times(key: Key, seen: dict[Key, int]) -> int:
    """On how many pages the same text stands at about the same height."""
    return sum(seen.get((key[0], key[1] + shift), 0) for shift in (-1, 0, 1))


def _key(piece: Piece, page: Page) -> Key:
    """Text with its figures levelled, and the height at which it stands."""
    return _DIGITS.sub("#", piece.text.casefold()), round(_place(piece, page) / _SAME_HEIGHT)


def _is_head_of_text(piece: Piece) -> bool:
    return is_article(piece.text) or is_label(piece.text) or _TITLE.match(piece.text) is not None


def _paraf(pages: Sequence[Page], pieces: Sequence[list[Piece]], found: Found) -> None:
    """Boxes for the initials of the parties in the foot of the page."""
    rows: list[tuple[int, float, list[int], bool]] = []
    for number, (page, items) in enumerate(zip(pages, pieces, strict=True)):
        index = {id(piece): i for i, piece in enumerate(items)}
        end = max((_place(piece, page) for piece in items), default=1.0)
        zone = max(0.5, min(PARAF_FROM, end - 0.1))
        low = [piece for piece in items if _place(piece, page) > zone]
        bottom = max((p.y1 for p in items if _place(p, page) <= zone), default=0.0)
        for row in rows_of(low):
            apart = min(p.y0 for p in row) - bottom > 0.7 * row[0].height
            bottom = max(p.y1 for p in row)
            kind = _initials(" ".join(piece.text for piece in row))
            if kind == 2 or (kind and apart):
                height = _place(row[0], page)
                rows.append((number, height, [index[id(piece)] for piece in row], kind == 2))
    last = len(pages) - 1
    for number, height, members, sure in rows:
        others = {other for other, place, _, _ in rows if other != number and abs(place - height) < 0.05}
        beside = any(at == number and other and abs(place - height) < 0.06 for at, place, _, other in rows)
        if sure or beside or (number < last and height > 0.84) or len(others) >= (1 if height > 0.84 else 2):
            found[number].update(members)


def _initials(text: str) -> int:
    """2: a row of paraf boxes; 1: a row that may be one ("PIHAK I   PIHAK II"); 0: other text."""
    words = _LETTERS.findall(text)
    if not words or len(words) > 14:
        return 0
    paraf = sum(_PARAF.fullmatch(word) is not None for word in words)
    pihak = sum(_PIHAK.fullmatch(word) is not None for word in words)
    ordinals = sum(_ORDINAL.fullmatch(word) is not None for word in words)
    other = sum(_FIGURE.fullmatch(word) is not None or len(word) == 1 or word == "Halaman" for word in words)
    if paraf and paraf + pihak + ordinals + other >= 0.6 * len(words):
        return 2
    if text[-1] in ".;" or text[0] == "(" or not pihak + ordinals:
        return 0
    return int(pihak + ordinals + other >= 0.8 * len(words) or (pihak >= 2 and len(words) < 7 and ordinals > 0))


def _letterhead(page: Page, items: list[Piece], out: set[int]) -> None:
    """Name, address and telephone of an office above the title; the title and all below it stay."""
    titles = [
        piece.y0
        for piece in items
        if _TITLE.match(piece.text)
        and piece.y0 < 0.5 * page.height
        and (page.number == 1 or (piece.text.isupper() and abs(piece.x0 + piece.x1 - page.width) < 0.16 * page.width))
    ]
    if not titles:
        return
    top = min(titles)
    above = [i for i, piece in enumerate(items) if piece.y1 < top + 2]
    texts = [items[i].text for i in above]
    if any(is_article(text) or PARTIES.search(text) or starts_labelled(text) for text in texts):
        return
    if any(_ADDRESS.search(text) for text in texts):
        out.update(above)


def _catchwords(pages: Sequence[Page], pieces: Sequence[list[Piece]], found: Found) -> None:
    """The first words of the next page set below the last line of a page: "Pasal 5 …"."""
    for number in range(len(pages) - 1):
        page = pages[number]
        left = [(piece.y1, i) for i, piece in enumerate(pieces[number]) if i not in found[number]]
        following = [piece for i, piece in enumerate(pieces[number + 1]) if i not in found[number + 1]]
        if not left or not following:
            continue
        for _, i in sorted(left)[-2:]:
            piece = pieces[number][i]
            if _place(piece, page) < 0.7 or not _CATCHWORD.match(piece.text):
                continue
            words = [word.casefold() for word in _LETTERS.findall(piece.text)]
            first = min(following, key=lambda p: (p.y0, p.x0))
            start = [
                word.casefold() for row in rows_of(following)[:2] for p in row for word in _LETTERS.findall(p.text)
            ]
            same = bool(words) and (words[-1] in start[: len(words) + 2] or words[0] in start[:3])
            if same or (piece.x0 > 0.55 * page.width and first.y0 < 0.3 * page.height):
                found[number].add(i)
