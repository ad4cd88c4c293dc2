"""What the report says of a text that several outlets print."""

import re

import pytest
from lxml import html

from sourcecompare.model import Article, Run
from sourcecompare.report import render
from sourcecompare.report.reprints import _percent
from tests.browser.ferry import ferry_run
from tests.browser.hostile import hostile_run

from .test_report import parsed, text
from .test_report_passages import article, run_of
from .test_voices import ISLAND, WIRE


def lines(run: Run, name: str = "story-s.html") -> list[str]:
    page = html.fromstring(render(run)[name])
    return [text(line) for line in page.xpath("//article[@class='reprint']/p[1]")]


def pages(*times: str | None) -> tuple[Article, ...]:
    return tuple(
        article(name, *WIRE, *(ISLAND if name == "c" else ()), published=time)
        for name, time in zip("abc", times, strict=True)
    )


@pytest.mark.parametrize(
    ("times", "source"),
    [
        (
            ("2025-09-03T08:10+02:00", "2025-09-03T09:00+02:00", "2025-09-04"),
            "A (published first, 2025-09-03 08:10 +02:00)",
        ),
        (
            (None, "2025-09-03", None),
            "unknown (neither a credit, nor the times of publication, nor the lengths tell)",
        ),
    ],
)
def test_a_line_says_who_prints_it_how_much_and_whose_it_likely_is(
    times: tuple[str | None, ...], source: str
) -> None:
    (line,) = lines(run_of(pages(*times)))
    assert line == (f"A (100%), B (100%) and C (64%) print one text. Likely source: {source}.")


def test_a_text_leads_to_the_rows_in_which_its_prints_stand_side_by_side() -> None:
    page = parsed(ferry_run())
    shown = page.get_element_by_id("t-1")
    assert text(shown.find("h3")) == "One text: Sound Gazette and Island Observer"
    for target in shown.xpath(".//*[@class='also']//a/@href"):
        assert page.get_element_by_id(target.removeprefix("#")) is not None
    first = shown.xpath("./*[@class='also']/a")[0]
    row = page.get_element_by_id(first.get("href").removeprefix("#")).getparent()
    assert text(first).capitalize() == text(row.xpath("./h3/a")[0])
    assert {"island-observer", "sound-gazette"} <= set(row.get("data-outlets").split())


def test_a_passage_is_quoted_where_no_row_shows_it() -> None:
    page = html.fromstring(render(run_of(pages(None, None, None)))["story-s.html"])
    shown = page.get_element_by_id("t-1")
    quotes = shown.xpath(".//blockquote/p")
    assert len(quotes) == 2 * 8
    assert all(any(text(quote) in whole for whole in WIRE) for quote in quotes)


def test_a_credit_is_quoted() -> None:
    two = article("gamma", *WIRE), article("b", f"PORT (Gamma) — {WIRE[0]}", *WIRE[1:])
    (line,) = lines(run_of(two))
    assert "Likely source: Gamma (another outlet names it: Gamma)." in line
    away = article("a", *WIRE), article("b", f"PORT (Northwire) — {WIRE[0]}", *WIRE[1:])
    (line,) = lines(run_of(away))
    assert "Likely source: Northwire (an agency that a page names; it is none of" in line


def test_a_credit_that_is_markup_is_text() -> None:
    page = render(hostile_run("<b onclick=x>'\"&"))
    story = next(page[name] for name in page if name != "index.html")
    assert "onclick=x>" not in re.sub(r"&lt;b onclick=x&gt;", "", story)


def test_shares_are_never_told_as_nothing_or_too_much() -> None:
    assert [_percent(one) for one in (0.001, 0.999, 1.0)] == ["less than 1%", "99%", "100%"]


def test_a_story_without_reuse_says_nothing_of_it() -> None:
    alone = run_of((article("a", *WIRE), article("b", *ISLAND)))
    assert lines(alone) == []
    assert not html.fromstring(render(alone)["story-s.html"]).xpath("//*[@id='reprints']")
