"""What only one outlet says or lacks, and removed lines, as an editor reads them."""

from dataclasses import replace

import pytest
from lxml import html

import sourcecompare as sc
from sourcecompare.model import Article, Quoting, Rule, Run, Settings
from sourcecompare.report import render
from sourcecompare.report.removals import removed
from sourcecompare.report.sources import sources
from tests.builders import make_run
from tests.test_gaps import ALONE, GUARD, TEXTS, article
from tests.test_report import text


def mill(settings: Settings | None = None, **given: Article) -> Run:
    pages = {name: article(name, texts) for name, texts in TEXTS.items()} | given
    comparison = sc.compare(list(pages.values()))
    return Run(
        results=tuple(pages.values()),
        comparisons=(comparison,),
        errors=(),
        ignored=(),
        settings=settings or Settings(),
        version="0",
    )


def page_of(run: Run) -> html.HtmlElement:
    return html.fromstring(sc.render(run)["story-story.html"])


def test_what_one_outlet_lacks_stands_with_it_in_honest_words() -> None:
    only = page_of(mill()).get_element_by_id("o-gamma")
    (lack,) = only.xpath(".//li[@data-kind='missing']")
    assert lack.get("data-outlets") == "gamma"
    assert TEXTS["beta"][1] in text(lack)
    assert "Beta, paragraph 2" in text(lack)
    assert "no sentence of Gamma was found that does" in text(only)


def test_a_removed_line_that_fills_the_gap_is_named_beside_it() -> None:
    cut = article("beta", [TEXTS["beta"][0]], {GUARD: Rule.TEMPLATE})
    page = page_of(mill(beta=cut))
    (lack,) = page.get_element_by_id("o-beta").xpath(".//li[@data-kind='missing'][.//b]")
    line = page.get_element_by_id(lack.xpath(".//b/a/@href")[0].removeprefix("#"))
    assert text(line) == GUARD


def test_removed_lines_that_others_tell_come_first_with_links_to_both() -> None:
    cut = article("gamma", [TEXTS["gamma"][0], ALONE], {GUARD: Rule.TEMPLATE})
    page = page_of(mill(gamma=cut))
    box = page.get_element_by_id("retold")
    assert "1 removed line tells what another outlet tells" in text(box)
    line, passage = (link.removeprefix("#") for link in box.xpath(".//a/@href")[:2])
    assert text(page.get_element_by_id(line)) == GUARD
    assert TEXTS["alpha"][2] in text(box)
    assert TEXTS["alpha"][2] in text(page.get_element_by_id(passage))
    assert not page_of(mill()).xpath("//*[@id='retold']")


def test_a_removal_says_where_it_stood_for_the_script() -> None:
    run = make_run()
    page = html.fromstring(render(run)["story-harbour.html"])
    items = page.xpath("//details[@class='cuts']//li[@data-kind='removed']")
    pages = {one.page.id.split("/")[1].split(".")[0]: one.page.visible for one in run.results}
    assert len(items) == 6
    for item in items:
        slug, start, end = item.get("data-at").split("/")
        assert item.get("data-outlets") == slug
        assert item.find("p").text_content() == pages[slug][int(start) : int(end)]
        assert item.get("id").startswith(f"r-{slug}-")


def test_neighbours_removed_for_one_reason_give_it_once_and_keep_their_numbers() -> None:
    menu = dict.fromkeys(("Home", "Weather", "Sport"), Rule.NAVIGATION)
    cut = article("gamma", [ALONE], {**menu, "Share this story": Rule.SHARE})
    reason = "This is no part of the article."
    cut = replace(cut, removals=tuple(replace(one, reason=reason) for one in cut.removals))
    (source,) = sources(sc.compare([cut]).story).values()
    runs = removed(source).runs
    assert [(run.rule, run.first, len(run.cuts)) for run in runs] == [
        ("navigation", 1, 3),
        ("share", 4, 1),
    ]
    assert runs[0].place == "blocks 1 to 3"
    assert runs[0].sureness == "sure"


@pytest.mark.parametrize(("quoting", "whole"), [(Quoting.WHOLE, True), (Quoting.EXCERPTS, False)])
def test_excerpts_cut_long_removed_lines_short(quoting: Quoting, whole: bool) -> None:
    long = " ".join(f"word{n}" for n in range(60))
    cut = article("gamma", TEXTS["gamma"], {long: Rule.OTHER_ARTICLE})
    page = page_of(mill(Settings(quoting=quoting), gamma=cut))
    (item,) = page.xpath("//li[@data-rule='other-article']")
    assert (long in text(item)) is whole


def test_many_passages_are_folded_and_none_is_left_out() -> None:
    odd = [f"In hall {n} stood the number {n * 17} press of the {n}th series." for n in range(9)]
    body = [part for pair in zip(odd, TEXTS["gamma"][:1] * 9, strict=True) for part in pair]
    only = page_of(mill(gamma=article("gamma", body))).get_element_by_id("o-gamma")
    quotes = only.xpath(".//blockquote[@data-kind='unique']")
    folded = only.xpath(".//details//blockquote[@data-kind='unique']")
    assert len(quotes) - len(folded) == 6
    shown = " ".join(text(quote) for quote in quotes)
    assert all(one in shown for one in odd)
