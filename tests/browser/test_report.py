"""The report as a browser shows it."""

import re
from dataclasses import replace

import pytest
from benchmarks.invented import articles
from playwright.sync_api import expect

import sourcecompare as sc
from sourcecompare.report import render
from tests.browser.conftest import Open
from tests.browser.ferry import ferry_run
from tests.browser.hostile import hostile_run

pytestmark = pytest.mark.browser

PAGES = ("index.html", "story-ferry.html")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_needs_nothing_but_itself(visit: Open, name: str) -> None:
    found = visit(render(ferry_run()), name)
    assert len(found.requests) == 1
    assert found.complaints == []
    # The style sheet passed the policy: without it, the ground would be transparent.
    ground = found.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize(
    "planted",
    [
        '<script>document.title = "run"</script>',
        '<img src="https://tracker.example/p.gif" alt="">',
        '<p style="color: red">loud</p>',
    ],
)
def test_the_check_above_sees_what_breaks_the_policy(visit: Open, planted: str) -> None:
    files = render(ferry_run())
    files["index.html"] = files["index.html"].replace("</main>", f"{planted}</main>")
    found = visit(files, "index.html")
    assert found.complaints
    assert found.page.title() != "run"


def test_the_first_conflict_is_seen_without_scrolling(visit: Open) -> None:
    found = visit(render(ferry_run()), "story-ferry.html")
    for selector in ("h1", ".summary", ".card:first-of-type"):
        box = found.page.locator(selector).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 800, selector


def test_the_brief_of_a_story_of_ten_outlets_is_ten_pages_at_most(visit: Open) -> None:
    told = articles(10, 40)
    run = replace(ferry_run(), results=told, comparisons=(sc.compare(told),))
    files = render(run)
    brief = visit(files, next(name for name in files if name != "index.html")).page
    pages = len(re.findall(rb"/Type /Page\b", brief.pdf(format="A4", prefer_css_page_size=True)))
    assert 3 < pages <= 10
    brief.emulate_media(media="print")
    cards = brief.locator("#conflicts ~ article.card .positions")
    assert [cards.nth(k).is_visible() for k in (0, 5, 6)] == [True, True, False]
    expect(brief.get_by_text("the first six are printed with their sentences")).to_be_visible()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways(visit: Open, name: str, width: int) -> None:
    for run in (ferry_run(), hostile_run("unbreakable" * 40)):
        files = render(run)
        chosen = name if name in files else next(file for file in files if file != "index.html")
        found = visit(files, chosen, width=width, height=700)
        found.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert found.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_link_into_folded_text_opens_it(visit: Open) -> None:
    found = visit(render(ferry_run()), "story-ferry.html")
    found.page.locator("a.cut").first.click()
    expect(found.page.locator("li:target p").last).to_be_visible()


def test_paper_has_the_brief_and_on_demand_what_is_folded_on_the_screen(visit: Open) -> None:
    found = visit(render(ferry_run()), "story-ferry.html")
    conflict, removal = (
        found.page.locator(".card blockquote").first,
        found.page.locator(".cuts li").last,
    )
    brief = found.page.locator(".paper")
    assert not removal.evaluate("e => e.checkVisibility({contentVisibilityAuto: true})")
    assert not brief.is_visible()
    found.page.emulate_media(media="print")
    assert brief.is_visible()
    assert conflict.is_visible()
    assert not removal.is_visible()
    found.page.emulate_media(media="screen")
    found.page.locator("#whole").check()
    found.page.emulate_media(media="print")
    assert not brief.is_visible()
    assert removal.evaluate("e => e.getBoundingClientRect().height") > 0
