"""What an editor and their browser may rely on in the report."""

import base64
import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from sourcecompare.model import (
    Article,
    Comparison,
    FindingKind,
    Kind,
    Markup,
    Page,
    Reason,
    Run,
    Story,
)
from sourcecompare.report import render
from tests.browser.ferry import HERALD, OBSERVER, ferry_run
from tests.browser.hostile import hostile_run
from tests.builders import empty_run, make_article, make_page, make_rejected, make_run

ROOT = Path(__file__).parent.parent


def parsed(run: Run, name: str = "story-ferry.html") -> html.HtmlElement:
    return html.fromstring(render(run)[name])


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def lone_story(*articles: Article, id: str = "lone", title: str = "A lone story") -> Comparison:  # noqa: A002
    story = Story(id=id, title=title, articles=articles)
    return Comparison(story=story, alignments=(), groups=(), findings=())


def test_conflicts_come_first_and_the_severe_one_before_all() -> None:
    page = parsed(ferry_run())
    order = [heading.get("id") for heading in page.iter("h2")]
    assert order == "conflicts overview reprints passages doubtful unique removed sources".split()
    first, second = page.xpath("//article[@class='card']")
    assert "high severity" in text(first)
    assert "medium severity" in text(second)


def test_the_summary_says_in_one_line_what_there_is_to_do() -> None:
    summary = text(parsed(ferry_run()).xpath("//*[@class='summary']")[0])
    assert summary == (
        "2 possible conflicts need you. 2 of 3 outlets share one text; 2 independent voices."
    )


def test_a_conflict_shows_each_outlets_sentence_with_its_value() -> None:
    card = parsed(ferry_run()).xpath("//article[@class='card']")[0]
    heads = [text(head) for head in card.iter("h4")]
    assert heads == ["43 Coast Herald", "34 Island Observer, Sound Gazette"]
    assert [text(mark) for mark in card.iter("mark")] == ["43", "34"]
    places = [text(place) for place in card.xpath(".//footer | .//*[@class='others']")]
    assert places == [
        "Coast Herald, paragraph 1 · original",
        "Island Observer, paragraph 1 · original",
        "The same words: Sound Gazette, paragraph 1",
    ]


def test_every_quotation_stands_on_its_page() -> None:
    run = ferry_run()
    pages = {result.page.outlet: result.page.visible for result in run.results}
    page = parsed(run)
    quotes = [
        (text(quote.find("footer")).split(", paragraph")[0], quote.find("p"))
        for quote in page.xpath("//*[@id='conflicts']/..//blockquote")
    ]
    quotes += [
        (text(column.find("h4")), paragraph)
        for column in page.xpath("//*[@class='column']")
        for paragraph in column.xpath("./div/p[1]")
    ]
    assert len(quotes) > 12
    for outlet, quote in quotes:
        for run_of_words in quote.text_content().split("[…]"):
            assert run_of_words in pages[outlet]


def test_a_phrase_cut_out_of_a_paragraph_leads_to_its_removal() -> None:
    page = parsed(ferry_run())
    cut = page.xpath("//a[@class='cut']")[0]
    target = page.get_element_by_id(cut.get("href").removeprefix("#"))
    assert "injected-phrase" in text(target.getparent().getparent())
    assert "(ferry accident news today)" in text(target)
    assert "(ferry accident news today)" not in text(page.xpath("//*[@class='columns']/..")[0])


def test_uncertain_matches_are_folded_away_and_say_so() -> None:
    page = parsed(ferry_run())
    rows = page.xpath("//*[@id='doubtful']/../details//article[@class='row']")
    assert len(rows) == 1
    found = rows[0].xpath(".//div[@class='paragraph']")[1]
    assert (
        text(found)
        == "The inquiry into the accident opens on Monday. paragraph 2 · uncertain match"
    )
    sure = page.xpath("//*[@id='passages']/..//article[@class='row']")
    assert not any("uncertain match" in text(row) for row in sure)


def test_a_shape_is_told_from_the_row_s_first_paragraph() -> None:
    # The Herald, on the left, is told longer by the Observer: in the Observer's row it is shorter.
    rows = parsed(ferry_run()).xpath("//article[@class='row']")
    assert "shorter here" in text(rows[2])
    assert "longer here" not in text(rows[2])


def test_neighbouring_sentences_of_one_outlet_are_one_passage() -> None:
    only = parsed(ferry_run()).get_element_by_id("o-island-observer")
    (footer,) = only.iter("footer")
    assert text(footer).startswith("paragraph 4 to paragraph 5")


@pytest.mark.parametrize("run", [make_run(), ferry_run()])
def test_nothing_removed_is_left_out(run: Run) -> None:
    pages = " ".join(text(html.fromstring(page)) for page in render(run).values())
    for result in run.results:
        if isinstance(result, Article):
            for removal in result.removals:
                words = result.page.visible[removal.span.start : removal.span.end]
                assert " ".join(words.split()) in pages
                assert removal.reason in pages


def test_every_input_is_named() -> None:
    run = make_run()
    pages = " ".join(text(html.fromstring(page)) for page in render(run).values())
    for result in run.results:
        assert result.page.id in pages
    for error in run.errors:
        assert error.path in pages
        assert error.detail in pages
    for path in run.ignored:
        assert path in pages


def test_a_rejected_page_stands_beside_its_story_and_on_the_index() -> None:
    files = render(ferry_run())
    for name in ("index.html", "story-ferry.html"):
        assert "Consent wall instead of an article" in text(html.fromstring(files[name]))


def test_a_rejected_page_of_another_folder_stands_on_the_index_only() -> None:
    run = ferry_run()
    page = make_page("other/x.html", [(Kind.PARAGRAPH, "Nothing.")], outlet="Other")
    moved = replace(run, results=(*run.results, make_rejected(page, Reason.EMPTY, "It is empty.")))
    files = render(moved)
    assert "other/x.html" in files["index.html"]
    assert "other/x.html" not in files["story-ferry.html"]


@pytest.mark.parametrize("run", [make_run(), ferry_run(), empty_run(), hostile_run("x y")])
def test_every_link_inside_the_report_leads_somewhere(run: Run) -> None:
    pages = {name: html.fromstring(page) for name, page in render(run).items()}
    for name, page in pages.items():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        for link in page.xpath("//a/@href"):
            if not link.startswith("http"):
                file, _, anchor = link.partition("#")
                target = pages[file or name]
                assert not anchor or target.xpath("//*[@id=$anchor]", anchor=anchor)


@pytest.mark.parametrize("run", [make_run(), ferry_run(), empty_run()])
def test_headings_never_skip_a_level(run: Run) -> None:
    for page in render(run).values():
        levels = [int(tag.tag[1]) for tag in html.fromstring(page).iter("h1", "h2", "h3", "h4")]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(b <= a + 1 for a, b in pairwise(levels))


def test_tables_have_captions_and_headed_columns() -> None:
    for page in render(ferry_run()).values():
        for table in html.fromstring(page).iter("table"):
            assert text(table.find("caption"))
            assert all(head.get("scope") for head in table.iter("th"))


def digest(words: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()}"


def test_the_policy_allows_our_own_style_and_script_and_nothing_else() -> None:
    for page in render(ferry_run()).values():
        style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
        assert style is not None
        script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)
        allowed = f"script-src '{digest(script[1])}'; " if script else ""
        policy = html.fromstring(page).xpath("//meta[@http-equiv]/@content")
        assert policy == [
            f"default-src 'none'; {allowed}style-src '{digest(style[1])}'; img-src data:; "
            "base-uri 'none'; form-action 'none'"
        ]
        assert "url(" not in style[1]
        assert "@import" not in style[1]


def test_language_and_direction_are_those_of_the_article() -> None:
    run = ferry_run()
    comparison = run.comparisons[0]
    articles = tuple(
        replace(article, language={HERALD: "ar-EG", OBSERVER: "en-GB"}.get(article.page.id))
        for article in comparison.story.articles
    )
    story = replace(comparison.story, articles=articles)
    page = parsed(replace(run, comparisons=(replace(comparison, story=story),)))
    quotes = page.xpath("//article[@class='card'][1]//blockquote/p")
    assert [(quote.get("lang"), quote.get("dir")) for quote in quotes] == [
        ("ar-EG", "rtl"),
        ("en-GB", None),
    ]
    assert "Coast Herald (language ar-EG): particulars are read in English only" in text(page)


def without_findings(run: Run, *kinds: FindingKind) -> Run:
    comparison = run.comparisons[0]
    rest = tuple(one for one in comparison.findings if one.kind not in kinds)
    return replace(run, comparisons=(replace(comparison, findings=rest),))


def test_no_conflict_says_what_was_compared() -> None:
    page = parsed(without_findings(ferry_run(), FindingKind.CONFLICT))
    shown = text(page.xpath("//*[@id='conflicts']/..")[0])
    assert "Compared were 24 sentences of 3 articles, headlines and sub-headings among" in shown
    assert "; 8 pairs of sentences tell the same" in shown
    assert "numbers, ranks, sums of money" in shown
    assert re.search(r"Without a counterpart in another article are \d+ of \d+ sentences", shown)
    assert text(page.xpath("//*[@class='summary']")[0]).startswith("No conflict found.")


def test_one_article_alone_is_a_page_too() -> None:
    page = make_page("a.txt", [(Kind.PARAGRAPH, "It rained.")], outlet="")
    article = make_article(page)
    run = replace(empty_run(), results=(article,), comparisons=(lone_story(article, title=""),))
    page_of_it = parsed(run, "story-lone.html")
    shown = text(page_of_it)
    assert "compared with nothing but itself: 1 sentence." in shown
    assert "Nothing to compare. There is only one article on this event." in shown
    assert not page_of_it.xpath("//table[contains(@class, 'shares')]")  # "100 % uncertain"
    assert "nothing to compare it with" in text(parsed(run, "index.html"))
    assert "(a.txt)" in shown


def test_an_empty_run_says_what_to_do() -> None:
    shown = text(parsed(empty_run(), "index.html"))
    assert "There is no story because no page was read." in shown


def test_a_run_with_nothing_but_rejected_pages_says_so() -> None:
    page = make_page("a.html", [(Kind.PARAGRAPH, "Pay.")])
    run = replace(empty_run(), results=(make_rejected(page, Reason.PAYWALL, "Log in."),))
    shown = text(parsed(run, "index.html"))
    assert "every page was rejected" in shown
    assert "Paywall instead of an article" in shown
    assert "Log in." in shown


def test_an_article_in_no_story_is_named() -> None:
    page = make_page("a.html", [(Kind.PARAGRAPH, "Alone.")], outlet="Alpha")
    run = replace(empty_run(), results=(make_article(page, title="Left over"),))
    assert "Alpha: Left over" in text(parsed(run, "index.html"))


def test_two_stories_never_share_a_file() -> None:
    first = make_article(make_page("a.html", [(Kind.PARAGRAPH, "One.")]))
    second = make_article(make_page("b.html", [(Kind.PARAGRAPH, "Two.")]))
    stories = (lone_story(first, id="a/b"), lone_story(second, id="a-b"))
    files = render(replace(empty_run(), results=(first, second), comparisons=stories))
    assert len(files) == 3
    assert all(re.fullmatch(r"(index|story-[a-z0-9-]+)\.html", name) for name in files)


def test_two_pages_of_one_outlet_are_told_apart() -> None:
    pages = [make_page(f"s/{n}.html", [(Kind.PARAGRAPH, f"Day {n}.")]) for n in (1, 2)]
    articles = tuple(make_article(page) for page in pages)
    run = replace(empty_run(), results=articles, comparisons=(lone_story(*articles),))
    shown = text(parsed(run, "story-lone.html"))
    assert "Alpha News (1.html)" in shown
    assert "Alpha News (2.html)" in shown
    assert "1 outlet, 1 independent voice." in shown


def test_a_run_read_back_from_its_tables_gives_the_same_pages() -> None:
    def with_markup(article: Article, **changes: object) -> Article:
        page: Page = replace(article.page, **changes)  # type: ignore[arg-type]  # Page's own fields
        return replace(article, page=page)

    def changed(run: Run, **changes: object) -> Run:
        comparison = run.comparisons[0]
        articles = tuple(with_markup(one, **changes) for one in comparison.story.articles)
        story = replace(comparison.story, articles=articles)
        return replace(run, comparisons=(replace(comparison, story=story),))

    fresh = changed(ferry_run(), content="<html>as scraped</html>")
    assert render(changed(fresh, content="", markup=Markup())) == render(fresh)


def test_the_order_of_findings_and_alignments_handed_in_changes_nothing() -> None:
    run = ferry_run()
    comparison = run.comparisons[0]
    turned = replace(
        comparison,
        findings=comparison.findings[::-1],
        alignments=comparison.alignments[::-1],
    )
    assert render(replace(run, comparisons=(turned,))) == render(run)


def test_the_hash_seed_changes_nothing() -> None:
    program = (
        "import hashlib; from sourcecompare.report import render; "
        "from tests.browser.ferry import ferry_run; "
        "print(hashlib.sha256(repr(render(ferry_run())).encode()).hexdigest())"
    )
    paths = (str(ROOT / "src"), str(ROOT))
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(paths)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
