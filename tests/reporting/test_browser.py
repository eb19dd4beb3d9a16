"""The page in a real browser without a window: it shows itself, asks for nothing, and obeys keyboard and theme."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from reporting_samples import hostile, written

from kerjasama_check.archive.examine import examine
from kerjasama_check.archive.examine import rulebook as rules
from kerjasama_check.reporting.understood import Outcome
from kerjasama_check.settings.options import Settings

sync_api = pytest.importorskip("playwright.sync_api")
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="Chromium is not installed")
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A page over one document, and one over several, of which one is hostile."""
    folder = tmp_path_factory.mktemp("pages")
    settings = Settings(outputs=(("html", folder / "x.html"),))
    one = examine(SAMPLES / "cacat-angka.docx", settings)
    two = examine(SAMPLES / "cacat-ejaan.docx", settings)
    hostile_report = replace(two.report, path=Path("<b>.docx"), findings=(hostile(),))
    evil = Outcome(hostile_report, two.understood)
    made = {"one": (one,), "several": (one, two, evil)}
    for name, outcomes in made.items():
        (folder / f"{name}.html").write_text(written("html", *outcomes, book=rules()), encoding="utf-8", newline="\n")
    return {name: folder / f"{name}.html" for name in made}


@pytest.fixture
def show(browser: Any, pages: dict[str, Path]) -> Iterator[Open]:
    """Opens a page; whatever it says on the console, or asks of the network, fails the test."""
    contexts, said = [], []

    def open_page(name: str, *, scheme: str = "light", size: dict[str, int] = WIDE, scripts: bool = True) -> Any:
        context = browser.new_context(color_scheme=scheme, viewport=size, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("request", lambda asked: None if asked.url.startswith("file:") else said.append(asked.url))
        page.goto(pages[name].as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == []


def colour(page: Any, selector: str, what: str = "background-color") -> tuple[float, ...]:
    shown = page.eval_on_selector(selector, f"one => getComputedStyle(one).getPropertyValue('{what}')")
    return tuple(float(part) for part in shown.removeprefix("rgb(").removesuffix(")").split(","))


def luminance(parts: tuple[float, ...]) -> float:
    straight = [part / 255 / 12.92 if part <= 10.31 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * straight[0] + 0.7152 * straight[1] + 0.0722 * straight[2]


def contrast(page: Any, ink: str, paper: str) -> float:
    lights = sorted((luminance(colour(page, ink, "color")), luminance(colour(page, paper))), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", ["one", "several"])
def test_it_shows_itself(show: Open, tmp_path: Path, name: str, size: dict[str, int], scheme: str) -> None:
    page = show(name, scheme=scheme, size=size)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]  # nothing hangs out
    picture = page.screenshot(path=tmp_path / "page.png")
    assert len(picture) > 20_000
    assert (luminance(colour(page, "body")) > 0.5) is (scheme == "light")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(show: Open, scheme: str) -> None:
    page = show("one", scheme=scheme)
    for ink, paper in (
        *(("body", "body"), (".meta", "body"), (".verdict", "body"), (".error .badge", ".finding"), ("dt", ".doc")),
        *((".warning .badge", ".finding"), ("mark.error", "mark.error"), ("mark.warning", "mark.warning")),
        *((".to", ".finding"), ("sup.error a", ".doc"), ("sup.warning a", ".doc")),
    ):
        assert contrast(page, ink, paper) >= 4.5, (ink, paper)


def test_text_stands_left_and_findings_right(show: Open) -> None:
    page = show("one")
    text, findings = (page.locator(kind).bounding_box() for kind in (".text", ".findings"))
    assert text["x"] + text["width"] <= findings["x"] and abs(text["y"] - findings["y"]) < 20
    narrow = show("one", size=NARROW)
    text, findings = (narrow.locator(kind).bounding_box() for kind in (".text", ".findings"))
    assert findings["y"] + findings["height"] <= text["y"]


def test_the_keyboard_leads_through_findings_and_their_passages(show: Open) -> None:
    page = show("one")
    for number in (1, 2, 3, 1):
        page.keyboard.press("n")
        assert page.evaluate("document.activeElement.id") == f"d1f{number}"
        mark = page.locator(f"mark[data-f~=d1f{number}]").first
        assert "active" in mark.get_attribute("class")
        box = mark.bounding_box()
        assert 0 <= box["y"] <= WIDE["height"]
        assert page.locator(f"#d1f{number}").bounding_box()["y"] < WIDE["height"]
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.id") == "d1f3"


def test_tab_reaches_everything_and_the_focus_is_seen(show: Open) -> None:
    page = show("one")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):  # once around
            break
        reached.add(page.evaluate("(document.activeElement.dataset.do || document.activeElement.className)"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert {"next", "previous", "theme", "print", "to", "findings", "text"} <= reached


def test_the_number_in_the_text_leads_to_its_finding(show: Open) -> None:
    page = show("one")
    page.locator("sup.error a").first.click()
    assert page.evaluate("document.activeElement.id") == "d1f1"
    page.locator("mark.warning").first.click()
    assert page.evaluate("document.activeElement.id") == "d1f3"
    page.locator("#d1f1 .to").click()
    assert 0 <= page.locator("mark[data-f~=d1f1]").first.bounding_box()["y"] <= WIDE["height"]


def test_the_theme_can_be_changed(show: Open) -> None:
    page = show("one")
    page.keyboard.press("t")
    assert luminance(colour(page, "body")) < 0.5
    page.locator("[data-do=theme]").click()
    assert luminance(colour(page, "body")) > 0.5


def test_filters_hide_findings(show: Open) -> None:
    page = show("one")
    page.locator("[data-show=warning]").uncheck()
    assert page.locator(".finding:visible").count() == 1
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.id") == "d1f1"


def test_a_folded_document_opens_where_it_is_needed(show: Open) -> None:
    page = show("several")
    assert page.locator("details.doc[open]").count() == 0
    page.locator(".summary a").nth(1).click()
    assert page.locator("#d2").get_attribute("open") is not None
    page.keyboard.press("n")
    assert page.locator("#d1").get_attribute("open") is not None


def test_on_paper_nothing_is_folded_dark_or_cut(show: Open, tmp_path: Path) -> None:
    import pypdf

    page = show("several", scheme="dark")
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "page.pdf").pages)
    flat = " ".join(text.split())
    for part in ("ANK-08", "BHS-01", "Neraca Para Pihak", "Konsekuensi Anggaran", "Harga pekerjaan"):
        assert part in flat
    assert "Berikutnya" not in flat
    page.emulate_media(media="print")
    assert luminance(colour(page, "body")) > 0.9


def test_without_scripts_everything_is_still_there(show: Open) -> None:
    page = show("one", scripts=False)
    assert page.locator(".tools").is_hidden()
    assert page.locator(".finding").count() == page.locator(".finding:visible").count() == 3


def test_text_of_a_document_runs_nothing(show: Open) -> None:
    page = show("several")
    page.locator("#d3 summary").first.click()
    page.locator("#d3 article").wait_for(state="visible")
    assert "<script>alert(1)</script>" in page.locator("#d3 .message").inner_text()
    assert page.locator("script").count() == 1  # and no dialog: `show` would tell
