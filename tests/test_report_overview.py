"""What the charts of the overview say, and that they say it in words too."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from lxml import html

import sourcecompare as sc
from sourcecompare.model import Article, Comparison, FindingKind, Head, Run
from sourcecompare.report import render
from sourcecompare.report.overview.ticks import MOST, labels, marks
from sourcecompare.report.overview.timeline import lapse, timeline
from sourcecompare.report.sources import sources
from sourcecompare.report.view import Timeline
from tests.browser.ferry import ferry_run
from tests.builders import empty_run


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def overview(run: Run, name: str = "story-ferry.html") -> html.HtmlElement:
    return html.fromstring(render(run)[name]).xpath("//section[@aria-labelledby='overview']")[0]


def run_of(*articles: Article) -> Run:
    comparison = sc.compare(articles)
    return replace(empty_run(), results=articles, comparisons=(comparison,))


def told(name: str, *paragraphs: str, outlet: str = "", published: str | None = None) -> Article:
    return sc.article_from_paragraphs(
        list(paragraphs), id=name, outlet=outlet or name.upper(), published=published
    )


FIRE = "A fire broke out in the old flour mill beside the canal early on Tuesday morning."
CREWS = "Forty firefighters from three towns fought the flames until the roof gave way at noon."
CAT = "The miller's grey cat was carried out of a window in a wicker basket, unharmed."
TRAIN = "Trains on the northern branch were halted because burning husks drifted over the rails."


def dated(*times: str | None, changed: str = "") -> Timeline:
    articles = [
        replace(told(f"p{number}", FIRE, outlet=f"Outlet {number}"), published=time)
        for number, time in enumerate(times)
    ]
    page = articles[0].page
    head = Head(modified=changed)
    page = replace(page, markup=replace(page.markup, head=head))
    articles[0] = replace(articles[0], page=page)
    story = sc.compare(articles).story
    return timeline(sources(story).values())


# Who shares what


def columns(section: html.HtmlElement) -> list[tuple[str, str]]:
    rows = section.xpath(".//caption[starts-with(., 'What exactly')]/../tbody/tr")
    return [(text(row.find("th")), text(row.find("td"))) for row in rows]


def test_the_matrix_counts_what_exactly_these_outlets_tell() -> None:
    run = run_of(told("a", FIRE, CREWS), told("b", FIRE, CREWS, CAT), told("c", FIRE, TRAIN))
    section = overview(run, f"story-{run.comparisons[0].story.id}.html")
    assert sorted(columns(section)) == [
        ("A and B", "1"),
        ("A, B and C", "1"),
        ("B alone", "1"),
        ("C alone", "1"),
    ]
    heads = section.xpath(".//div[@class='heads']/*")
    assert [text(head) for head in heads] == [number for _, number in columns(section)]


def test_several_pages_of_an_outlet_are_one_row() -> None:
    run = run_of(
        told("a", FIRE, CREWS, outlet="Gazette"),
        told("b", FIRE, TRAIN, outlet="Gazette"),
        told("c", CREWS, CAT),
    )
    section = overview(run, f"story-{run.comparisons[0].story.id}.html")
    rows = section.xpath(".//div[@class='sets']//li")
    assert [text(row) for row in rows] == ["Gazette", "C"]
    assert "Several pages of one outlet are one row." in text(section)
    # The fire, which two of its pages tell, and the trains.
    assert ("Gazette alone", "2") in columns(section)


def test_what_is_not_drawn_is_counted() -> None:
    # Each two of seven outlets share a sentence of their own: 21 combinations.
    outlets = {name: list[str]() for name in "abcdefg"}
    words = iter(sc_words())
    for left in outlets:
        for right in outlets:
            if left < right:
                sentence = " ".join(next(words) for _ in range(12)).capitalize() + "."
                outlets[left].append(sentence)
                outlets[right].append(sentence)
    run = run_of(*(told(name, *said) for name, said in outlets.items()))
    section = overview(run, f"story-{run.comparisons[0].story.id}.html")
    assert len(columns(section)) == 15
    assert "Not drawn: 6 more combinations of several outlets, which tell 6 things" in text(section)


def sc_words() -> list[str]:
    """Words that have nothing in common."""
    sounds = [onset + vowel for onset in "bdfgklmnprstvz" for vowel in "aeiou"]
    return [first + second + first for first in sounds for second in sounds if first != second]


# Where it stands


def test_each_paragraph_has_its_block_and_its_number() -> None:
    section = overview(ferry_run())
    rows = section.xpath(".//table[@class='numbers']/tbody/tr")
    assert [text(row.find("th")) for row in rows] == [
        text(lane) for lane in section.xpath(".//div[@class='strip']//li")
    ]
    blocks = "".join(section.xpath(".//div[@class='blocks']//path[not(@class='c')]/@d"))
    numbers = [number for row in rows for cell in row.findall("td")[:3] for number in counted(cell)]
    assert blocks.count("M") == len(numbers) > 10
    assert section.xpath(".//path[@class='c']/@d")[0].count("M") == sum(
        len(counted(row.findall("td")[3])) for row in rows
    )


def counted(cell: html.HtmlElement) -> list[int]:
    """The paragraphs that a cell names."""
    found: list[int] = []
    for part in text(cell).replace(",", " ").replace(" to ", "-").replace("–", " ").split():
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found


def test_the_keyboard_passes_by_the_charts() -> None:
    section = overview(ferry_run())
    links = section.xpath(".//*[@aria-hidden='true']//a")
    assert links
    assert {link.get("tabindex") for link in links} == {"-1"}
    in_tables = {link.get("href") for link in section.xpath(".//table//a")}
    assert {link.get("href") for link in links} <= in_tables


def test_a_passage_is_one_link_in_all_lanes() -> None:
    section = overview(
        run := run_of(*(told(f"n{n:02}", FIRE, CREWS) for n in range(20))),
        f"story-{run.comparisons[0].story.id}.html",
    )
    links = section.xpath(".//div[@class='blocks']//a")
    assert len(links) == len({link.get("href") for link in links}) == 2
    assert [link.find("path").get("d").count("M") for link in links] == [20, 20]
    assert len(section.xpath(".//table[@class='numbers']//a")) == 2


def test_one_article_has_nothing_to_be_compared_with() -> None:
    run = run_of(told("a", FIRE))
    section = overview(run, f"story-{run.comparisons[0].story.id}.html")
    assert not section.xpath(".//div[@class='sets' or @class='strip']")
    assert "first in our sample" not in text(section)


def test_findings_that_say_nothing_are_said_to() -> None:
    run = ferry_run()
    nothing: Comparison = replace(run.comparisons[0], findings=())
    assert "Nothing is surely shared" in text(overview(replace(run, comparisons=(nothing,))))


# Who published when


def test_the_first_is_found_across_time_zones() -> None:
    found = dated("2025-10-14T12:05:00+02:00", "2025-10-14T10:00:00Z", "2025-10-14T14:00:00+02:00")
    assert found.first == ("Outlet 1",)
    assert found.zone == "UTC+02:00"
    assert [(row.name, row.when, row.after) for row in found.rows] == [
        ("Outlet 1", "2025-10-14 12:00", ""),
        ("Outlet 0", "2025-10-14 12:05", "5 min later"),
        ("Outlet 2", "2025-10-14 14:00", "2 h later"),
    ]
    assert not found.maybe


def test_two_may_be_first_together() -> None:
    found = dated("2025-10-14T12:05:00Z", "2025-10-14T12:05:00Z", "2025-10-14T12:06:00Z")
    assert found.first == ("Outlet 0", "Outlet 1")
    assert [row.first for row in found.rows] == [True, True, False]


def test_a_day_without_a_time_may_have_been_before() -> None:
    found = dated("2025-10-14T12:05:00Z", "2025-10-14", "2025-10-15")
    assert (found.first, found.maybe) == (("Outlet 0",), ("Outlet 1",))
    assert [row.day_only for row in found.rows] == [False, True, True]
    assert float(found.rows[1].width) > 10
    assert found.rows[1].after == "the same day"


def test_a_time_without_a_zone_is_not_called_first() -> None:
    found = dated("2025-10-14T12:05:00Z", "2025-10-14T08:00:00")
    assert (found.first, found.maybe) == (("Outlet 0",), ("Outlet 1",))
    assert [row.no_zone for row in found.rows] == [True, False]


def test_without_any_zone_times_are_compared_as_they_stand() -> None:
    found = dated("2025-10-14T12:05:00", "2025-10-14T08:00:00")
    assert (found.first, found.zone) == (("Outlet 1",), "")
    assert not any(row.no_zone for row in found.rows)


def test_days_alone_tell_no_first() -> None:
    found = dated("2025-10-14", "2025-10-14", "2025-10-15")
    assert (found.first, found.maybe) == ((), ("Outlet 0", "Outlet 1"))


def test_what_has_no_date_is_listed_as_such() -> None:
    found = dated("2025-10-14T12:05:00Z", None, "October 2025", "0001-01-01T00:00:00+09:00")
    assert found.undated == (
        ("Outlet 1", ""),
        ("Outlet 2", "October 2025"),
        ("Outlet 3", "0001-01-01T00:00:00+09:00"),
    )
    run = run_of(told("a", FIRE, published="2025-10-14"), told("b", FIRE))
    section = overview(run, f"story-{run.comparisons[0].story.id}.html")
    assert "no date on the page" in text(section.xpath(".//table[@class='times']")[0])


def test_a_later_change_is_told_and_drawn_where_it_does_not_crush_the_rest() -> None:
    times = ("2025-10-14T12:00:00Z", "2025-10-14T14:00:00Z")
    near = dated(*times, changed="2025-10-14T15:00:00Z").rows[0]
    assert (near.changed, bool(near.changed_at)) == ("2025-10-14 15:00", True)
    far = dated(*times, changed="2026-10-14T15:00:00Z").rows[0]
    assert (far.changed, bool(far.changed_at)) == ("2026-10-14 15:00", False)
    assert dated(*times, changed="2025-10-14T12:00:20Z").rows[0].changed == ""


@pytest.mark.parametrize(
    "span",
    [
        timedelta(seconds=20),
        timedelta(minutes=7),
        timedelta(hours=5),
        timedelta(days=1),
        timedelta(days=12),
        timedelta(days=90),
        timedelta(days=800),
        timedelta(days=20_000),
        timedelta(days=700_000),
    ],
)
def test_any_span_has_a_few_round_marks_that_hold_it(span: timedelta) -> None:
    low = datetime.fromisoformat("0043-03-14T23:47:09+02:00")
    found = marks(low, low + span)
    assert 2 <= len(found) <= MOST
    assert found[0] <= low
    assert low + span <= found[-1]
    assert len(set(labels(found))) == len(found)


def test_where_the_calendar_ends_there_is_no_axis() -> None:
    low = datetime.fromisoformat("9999-12-30T10:00:00+00:00")
    assert marks(low, low + timedelta(hours=36)) == ()
    assert dated("9999-12-30T10:00:00Z", "9999-12-31T22:00:00Z").ticks == ()


def test_a_lapse_is_as_precise_as_needed() -> None:
    assert lapse(timedelta(seconds=40)) == "within a minute"
    assert lapse(timedelta(days=1, hours=2, minutes=5)) == "1 day 2 h later"
    assert lapse(timedelta(days=100)) == "3 months later"


def test_shares_without_findings_are_uncertain() -> None:
    run = ferry_run()
    kinds = (FindingKind.SHARED, FindingKind.UNIQUE)
    rest = tuple(one for one in run.comparisons[0].findings if one.kind not in kinds)
    section = overview(replace(run, comparisons=(replace(run.comparisons[0], findings=rest),)))
    cells = section.xpath(".//table[starts-with(@class, 'shares')]/tbody/tr/td[@class='n']")
    assert [text(cell) for cell in cells][:3] == ["0%", "100%", "0%"]
