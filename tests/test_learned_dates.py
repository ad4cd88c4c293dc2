"""Dates that no rule ties: what the forest is told, what it is asked, and what it may say."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

import sourcecompare as sc
from sourcecompare.conflicts.compared import Compared, read_story
from sourcecompare.conflicts.learned import DATE_SIGNALS, date_pairs, date_signals, likely_dates
from sourcecompare.conflicts.pairs import Pair, swapped
from sourcecompare.model import Article, Finding, FindingKind, Story

VOTE = (
    "On Wednesday, the council voted 9 to 4 for a bylaw that keeps the fish market on the old "
    "quay.",
    "Anglers had asked for more.",
)
JAB = (
    "The mayor mocked her own council on Thursday.",
    "She took a jab at councillors for adopting a rule on Tuesday that keeps the fish market on "
    "the quay, when they should be mending the sea wall.",
)
THURSDAY = "2025-06-12"


def pages(*told: Sequence[str], published: Sequence[str] = ()) -> list[Article]:
    dates = [*published, *[THURSDAY] * len(told)]
    return [
        sc.article_from_paragraphs(
            list(one), id=f"page{k}", outlet=f"Outlet {k}", published=dates[k], language="en"
        )
        for k, one in enumerate(told)
    ]


def story(articles: Sequence[Article]) -> Compared:
    told = {one.page.id: sc.sentences(one) for one in articles}
    alignments = sc.compare(articles, checks=()).alignments
    return read_story(Story(id="s", title="", articles=tuple(articles)), told, alignments)


def disputes(articles: Sequence[Article], **named: object) -> list[Finding]:
    findings = sc.compare(articles, **named).findings  # type: ignore[arg-type]
    kinds = (FindingKind.CONFLICT, FindingKind.UPDATE, FindingKind.DIFFERS)
    return [one for one in findings if one.kind in kinds]


def shown(finding: Finding) -> set[str]:
    return {one.value.normal for one in finding.evidence if one.value}


def rival_days() -> tuple[Pair, Compared]:
    compared = story(pages(VOTE, JAB))
    days = {"wednesday", "tuesday"}
    found = (
        one for one in date_pairs(compared) if {one.a.value.normal, one.b.value.normal} == days
    )
    return next(found), compared


# What it is told


def test_signals_are_the_same_from_either_side() -> None:
    pair, compared = rival_days()
    own = date_signals(pair, compared)
    assert own == date_signals(swapped(pair), compared)
    assert set(own) == set(DATE_SIGNALS)


def test_signals_do_not_say_how_far_apart_two_dates_lie() -> None:
    pair, compared = rival_days()
    own = date_signals(pair, compared)
    later = (VOTE[0].replace("Wednesday", "Monday"), VOTE[1])
    other = story(pages(later, JAB))
    days = {"monday", "tuesday"}
    moved = next(
        one for one in date_pairs(other) if {one.a.value.normal, one.b.value.normal} == days
    )
    assert date_signals(moved, other) == own


def test_pairs_are_of_two_pages_agreeing_or_not() -> None:
    agreeing = (VOTE[0].replace("Wednesday", "Tuesday"), VOTE[1])
    for first in (VOTE, agreeing):
        found = list(date_pairs(story(pages(first, JAB))))
        assert found
        assert all(one.left.page != one.right.page for one in found)


# What it says


COMMENTS = (
    "The comments had begun with an interview that the Harbour Post published Saturday.",
    "She has said nothing since.",
)
ARTICLE = (
    "“I cannot imagine this town with him,” she told the Harbour Post in an article published "
    "Sunday.",
    "“It could be four years,” she said.",
)


def test_finds_what_no_rule_ties() -> None:
    articles = pages(COMMENTS, ARTICLE)
    assert disputes(articles, checks=[replace(one, likely=None) for one in sc.CHECKS]) == []
    (finding,) = disputes(articles)
    assert (finding.kind, finding.check) == (FindingKind.CONFLICT, "date")
    assert shown(finding) == {"saturday", "sunday"}
    assert 0.6 <= finding.confidence <= 0.8


def test_without_a_common_event_it_has_to_be_surer() -> None:
    (finding,) = disputes(pages(VOTE, JAB))
    assert finding.kind is FindingKind.CONFLICT
    assert shown(finding) == {"wednesday", "tuesday"}
    brief = (
        "She took a jab at councillors for adopting a rule on Tuesday that keeps the fish market."
    )
    (finding,) = disputes(pages(VOTE, (brief,)))
    assert finding.kind is FindingKind.DIFFERS
    assert finding.confidence < 0.6


def test_names_of_pages_have_no_say() -> None:
    (one,), (other,) = disputes(pages(VOTE, JAB)), disputes(pages(JAB, VOTE))
    assert (one.confidence, shown(one)) == (other.confidence, shown(other))


def test_a_copy_adds_no_dispute() -> None:
    assert len(disputes(pages(VOTE, JAB, VOTE))) == len(disputes(pages(VOTE, JAB)))
    assert disputes(pages(JAB, JAB)) == []


def test_a_page_that_gives_the_other_date_as_well_is_not_disputed() -> None:
    both = (*JAB, "The vote on Wednesday keeps the fish market on the quay, the clerk said.")
    assert disputes(pages(VOTE, both)) == []


EXCUSED = [
    ("moved", VOTE[0].replace("9 to 4", "9 to 4, a day later than originally planned,"), JAB[1]),
    ("far apart", VOTE[0].replace("On Wednesday", "On 3 May"), JAB[1]),
    (
        "months say too little",
        VOTE[0].replace("On Wednesday", "In May"),
        JAB[1].replace("on Tuesday", "in April"),
    ),
    (
        "a school year and a year",
        VOTE[0].replace("On Wednesday", "In 2019"),
        JAB[1].replace("on Tuesday", "last Tuesday"),
    ),
    (
        "first and second",
        VOTE[0].replace("voted", "voted in a second reading"),
        JAB[1].replace("adopting", "adopting in a first reading"),
    ),
]


@pytest.mark.parametrize(("why", "left", "right"), EXCUSED)
def test_these_are_no_conflict(why: str, left: str, right: str) -> None:
    assert disputes(pages([left, VOTE[1]], [JAB[0], right])) == [], why


def test_a_day_that_a_sentence_counts_to_is_told_by_it() -> None:
    flight = ("Ana Ruiz has come.", "On 15 May she flew to Holm for talks with Paul Gray.")
    trip = (
        "The island declared the trip on 28 May, {} days after Ms Ruiz had met Paul Gray in Holm."
    )
    assert disputes(pages(flight, ["Ben Quill has come by boat.", trip.format(13)])) == []
    (finding,) = disputes(pages(flight, ["Ben Quill has come by boat.", trip.format(12)]))
    assert shown(finding) == {"--05-15", "--05-28"}


def test_each_day_has_news_of_its_own() -> None:
    first = ("Officials in Holm on Tuesday reported nine more cases of measles in the valley.",)
    second = ("Officials in Holm on Wednesday reported twelve cases of measles in the valley.",)
    days = ["2025-06-11", "2025-06-12"]
    dated = [one for one in disputes(pages(first, second, published=days)) if one.check == "date"]
    assert dated == []


def test_what_is_to_come_and_what_came_are_two_things() -> None:
    coming = (VOTE[0].replace("voted 9 to 4", "will vote"), VOTE[1])
    assert disputes(pages(coming, JAB, published=["2025-06-09", THURSDAY])) == []


def test_a_date_has_one_partner_on_each_page() -> None:
    more = (*JAB, "By adopting it on Monday the council keeps the fish market on the old quay.")
    compared = story(pages(VOTE, more))
    ends = [
        (claim.value.ref, claim.value.span, other.page)
        for pair, _ in likely_dates((), compared, lambda *_: True)
        for claim, other in ((pair.a, pair.right), (pair.b, pair.left))
    ]
    assert ends
    assert len(ends) == len(set(ends))


def test_dates_that_rules_dispute_are_left_alone() -> None:
    compared = story(pages(VOTE, JAB))
    assert list(likely_dates((), compared, lambda *_: False)) == []
