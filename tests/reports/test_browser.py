"""The page works from disk in a real browser, asks for nothing, and runs nothing of the documents."""

from __future__ import annotations

import shutil

import pytest
from samples import HOSTILE, PLANTED

import bilingual
from bilingual import pipeline
from bilingual.reports import render
from bilingual.reports.callsheet import render_bytes

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium (Debian: apt install chromium)")


@pytest.fixture(scope="module")
def browser():
    """A headless browser."""
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def page(browser, tmp_path):
    """The report on the packaged sample, opened from disk; requests and dialogs are collected."""
    return opened(browser, tmp_path, bilingual.check(PLANTED))


def opened(browser, folder, report):
    """A page with a report."""
    file = folder / "report.html"
    file.write_text(render(report, "html"), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.asked, page.dialogs = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("dialog", lambda dialog: (page.dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(file.as_uri())
    return page


def test_a_click_shows_both_places(page):
    """Choosing a finding marks its places in both versions and scrolls them into view."""
    page.locator("li.finding button").nth(5).click()

    for side in ("ja", "en"):
        mark = page.locator(f'section[data-side="{side}"] mark.current').first
        assert mark.is_visible()
        box = mark.bounding_box()
        assert 0 <= box["y"] <= 900


def test_filters_hide_findings(page):
    """Severity and rule filters hide what they say."""
    page.locator('.filters button[data-severity="info"]').click()
    assert page.locator("li.finding.info:visible").count() == 0
    assert page.locator("li.finding.error:visible").count() > 0

    page.select_option("#rule", "UNT002")
    assert page.locator("li.finding:visible").count() == 1


def test_the_page_asks_for_nothing(page):
    """The page is self-contained."""
    assert [url for url in page.asked if not url.startswith("file:")] == []
    assert len(page.asked) == 1


def test_hostile_text_stays_text(browser, tmp_path):
    """Markup and scripts in the documents are shown, not run."""
    path = tmp_path / "release.txt"
    path.write_text(HOSTILE, encoding="utf-8")

    page = opened(browser, tmp_path, bilingual.check(path))

    assert page.dialogs == []
    assert "<script>alert(1)</script>" in page.locator('section[data-side="ja"]').inner_text()
    assert page.locator("main img").count() == 0


@pytest.mark.parametrize(("style", "width"), [("screen", 400), ("screen", 1366), ("print", 1040)])
def test_words_of_the_call_sheet_stay_whole(browser, tmp_path, style, width):
    """No column is so narrow that the words of its head break, on a phone, a screen or paper; nothing runs over the edge."""
    file = tmp_path / "sheet.html"
    file.write_bytes(render_bytes(pipeline.examine(PLANTED), "html"))
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.emulate_media(media=style)
    page.goto(file.as_uri())

    heights = page.eval_on_selector_all(
        ".sheet thead th", "heads => heads.map(head => head.getBoundingClientRect().height)"
    )

    assert max(heights) < 50
    assert page.evaluate("document.documentElement.scrollWidth") <= width
