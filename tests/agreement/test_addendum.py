"""An addendum: its own articles count, those of the parent that it quotes do not."""

from __future__ import annotations

import pytest

from kerjasama_check.checking.examples import parse_text
from kerjasama_check.checking.skeletons import compose

OWN = [(1, "PERUBAHAN"), (2, "KETENTUAN LAIN-LAIN"), (3, "PENUTUP")]
PLAIN = "Ketentuan Pasal 6 ayat (1) Perjanjian Kerja Sama diubah sehingga berbunyi sebagai berikut:"


def test_the_sentence_before_the_first_article_introduces_no_quotation() -> None:
    """ "… sepakat dengan ketentuan sebagai berikut:" stands before the own Pasal 1."""
    articles = parse_text(compose("adendum")).articles
    assert [(article.number, article.heading) for article in articles] == OWN


@pytest.mark.parametrize("words", ["diubah sehingga berbunyi sebagai berikut:", "diubah sebagai berikut:", "menjadi:"])
def test_a_quoted_article_of_the_parent_is_none_of_its_own(words: str) -> None:
    text = compose("adendum")
    assert PLAIN in text
    quoted = (
        f"Ketentuan Pasal 2 Perjanjian Kerja Sama {words}\n\nPasal 2\n\nOBJEK\n\nObjek kerja sama ini adalah pelatihan."
    )
    articles = parse_text(text.replace(PLAIN, quoted)).articles
    assert [(article.number, article.heading) for article in articles] == OWN
    assert "OBJEK" in articles[0].text
