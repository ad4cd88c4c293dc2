"""The base of the aligned passages, switched in a real browser."""

import pytest
from playwright.sync_api import expect

from sourcecompare.model import Run
from sourcecompare.report import render
from tests.browser.conftest import Open, Visit
from tests.browser.ferry import ferry_run
from tests.test_report_passages import FIRE, NEWS, OWN, article, pair, run_of

pytestmark = pytest.mark.browser

CHANGED = FIRE.replace("twelve people", "not 21 of the people")


def fire_run() -> Run:
    articles = (
        article("a", f"{FIRE} {OWN}", NEWS),
        article("b", f"{CHANGED} {OWN}"),
        article("c", f"{FIRE} {OWN}"),
        article("d", f"{FIRE} {OWN} {NEWS}", NEWS.lower()),
    )
    sure = [pair(("a", 0), (name, 0)) for name in "bcd"]
    return run_of(articles, *sure, pair(("a", 1), ("d", 1)))


@pytest.fixture
def desk(visit: Open) -> Visit:
    found = visit(render(fire_run()), "story-s.html")
    found.page.locator("#passages").scroll_into_view_if_needed()  # rows far away wait
    return found


def test_the_chosen_outlet_stands_first_and_the_others_are_marked_against_it(desk: Visit) -> None:
    page = desk.page
    before = page.locator("main").inner_html()
    page.get_by_label("First in each passage").select_option("b")
    expect(page.locator(".row").first.locator("h4").first).to_have_text("B")
    lead = page.locator(".row .column").first.locator("[data-at='b/0']")
    assert lead.locator("u b").all_text_contents() == ["not", "21"]
    assert page.locator("[data-at='a/0'] u b").all_text_contents() == ["twelve"]
    assert "base=b" in page.url
    page.get_by_label("First in each passage").select_option("")
    expect(page.locator(".row.turned")).to_have_count(0)
    assert "base" not in page.url
    assert page.locator("main").inner_html() == before
    assert desk.complaints == []


def test_an_outlet_in_the_same_words_stands_first_by_these(desk: Visit) -> None:
    desk.page.get_by_label("First in each passage").select_option("c")
    expect(desk.page.locator(".row").first.locator("h4").first).to_have_text("C in the words of A")


def test_a_row_without_the_chosen_outlet_says_so_and_stays(desk: Visit) -> None:
    last = desk.page.locator(".row").last
    last.scroll_into_view_if_needed()
    before = last.locator(".columns").inner_html()
    desk.page.get_by_label("First in each passage").select_option("b")
    expect(last.locator("h3")).to_contain_text("nothing of B")
    assert last.locator(".columns").inner_html() == before


def test_the_choice_comes_back_with_the_address(visit: Open) -> None:
    found = visit(render(ferry_run()), "story-ferry.html")
    page = found.page
    page.get_by_label("First in each passage").select_option("coast-herald")
    page.goto(page.url)
    expect(page.get_by_label("First in each passage")).to_have_value("coast-herald")
    page.locator("#passages").scroll_into_view_if_needed()
    expect(page.locator(".row.turned h4").first).to_have_text("Coast Herald")
    page.goto(page.url.replace("coast-herald", "nobody%22]"))
    expect(page.get_by_label("First in each passage")).to_have_value("")
    assert found.complaints == []


def test_no_word_is_lost_or_moved_by_switching(visit: Open) -> None:
    page = visit(render(ferry_run()), "story-ferry.html").page
    read = """() => Object.fromEntries([...document.querySelectorAll(".paragraph[data-at]")].map(
      (one) => [one.dataset.at, one.querySelector("p").textContent]))"""
    before = page.evaluate(read)
    for slug in ("coast-herald", "sound-gazette", "island-observer"):
        page.get_by_label("First in each passage").select_option(slug)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.evaluate(read) == before


def test_a_sign_that_stands_for_an_object_is_a_sign_like_others(visit: Open) -> None:
    fire = FIRE.replace("twelve people", "\ufffc twelve people")
    articles = (article("a", f"{fire} {OWN}"), article("b", f"{CHANGED} {OWN}"))
    found = visit(render(run_of(articles, pair(("a", 0), ("b", 0)))), "story-s.html")
    page = found.page
    page.locator("#passages").scroll_into_view_if_needed()
    page.get_by_label("First in each passage").select_option("a")
    expect(page.locator(".row.turned h4").first).to_have_text("A")
    expect(page.locator("[data-at='a/0'] p").first).to_contain_text("\ufffc")
    assert found.complaints == []
