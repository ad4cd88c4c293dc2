"""Two datings of one action are a conflict; two actions are none, nor one day in two ways.

Both articles are published on Thursday, 4 September 2025, unless a case says otherwise.
"""

import pytest

from sourcecompare.conflicts import CHECKS, find_conflicts
from sourcecompare.model import Article, Finding, FindingKind, Story
from sourcecompare.pages import article_from_paragraphs
from sourcecompare.sentences import sentences

DATED = tuple(check for check in CHECKS if check.name in ("date", "time"))
THURSDAY = "2025-09-04"

FLAGGED = [
    # what it is, check, what Alpha says, what Beta says
    ("a weekday", "date", "Mayor Ana Gray resigned on Tuesday.", "Gray resigned Monday."),
    (
        "a weekday against a date",
        "date",
        "Mayor Ana Gray resigned on Tuesday.",
        "Ms. Gray had resigned on Aug. 30 after a long quarrel.",
    ),
    (
        "a relative day",
        "date",
        "Paul Ruiz was arrested three days ago at his home in Holm.",
        "Officers arrested Paul Ruiz on Thursday.",
    ),
    (
        "last week and a weekday",
        "date",
        "Last week Paul Ruiz was indicted.",
        "A grand jury indicted Ruiz on Tuesday.",
    ),
    (
        "the start of a post in other words",
        "date",
        "Ana Gray has led the Harbour Party since 2016 and lives in Holm.",
        "Gray is a former pilot. She took over the Harbour Party in 2017, when it was poor.",
    ),
    (
        "the end of a term",
        "date",
        "Paul Ruiz, whose term as mayor of Holm ended in 1979, was at the opening.",
        "Ruiz served as mayor of Holm 1966-78.",
    ),
    (
        "the end of a stay by its length",
        "date",
        "Ana Gray said on Tuesday that she would remain in office for more than three months.",
        "“The end date for my tenure is September 28, 2025,” Ana Gray wrote.",
    ),
    (
        "a time of day",
        "time",
        "The ferry struck the pier at 6:50 a.m., the harbour master said.",
        "The collision happened at 7:40 a.m. in thick fog.",
    ),
    (
        "a time and a part of the day",
        "time",
        "Ana Gray will make the announcement today at 11am in Holm.",
        "Gray made the announcement in Holm on Thursday afternoon.",
    ),
    (
        "a year of birth",
        "date",
        "Paul Ruiz was born in Holm in 1941.",
        "Ruiz, who was born in 1943, never left the island.",
    ),
    (
        "a vote that both pages open with",
        "date",
        "The motion was carried on Tuesday night by 27 votes to 21.",
        "The vote was taken on Monday at the end of a long meeting.",
    ),
]

PASSED = [
    # what it is, what Alpha says, what Beta says
    ("one day in two ways", "Ana Gray resigned on Tuesday.", "Ms. Gray resigned on September 2."),
    ("one day counted", "Ana Gray resigned two days ago.", "Gray resigned Tuesday."),
    ("a vaguer stretch", "Ana Gray resigned on Tuesday.", "Gray resigned earlier this week."),
    ("a month", "Ana Gray resigned on Tuesday.", "Gray resigned this month."),
    ("the page of the next morning", "Ana Gray resigned today.", "Gray resigned on Wednesday."),
    ("a night", "Ruiz was arrested late Tuesday.", "Paul Ruiz was arrested early Wednesday."),
    ("midnight", "The strike began at midnight on Tuesday.", "The strike began on Wednesday."),
    ("another action", "Ana Gray resigned on Tuesday.", "Gray was arrested on Monday."),
    ("another person", "Ana Gray resigned on Tuesday.", "Paul Ruiz resigned on Monday."),
    ("another of one surname", "Ana Gray died on Tuesday.", "Paul Gray died on Monday."),
    ("a clause of its own", "Gray said on Tuesday that she resigned.", "Gray resigned Monday."),
    ("saying", "Gray said on Tuesday that she was tired.", "On Monday Gray said she was ill."),
    (
        "two posts",
        "Ana Gray has led the Harbour Party since 2016.",
        "Ana Gray has led the rowing club since 2003.",
    ),
    (
        "two terms",
        "Ruiz was president of Sorrel from 2000 to 2006.",
        "Gray was president of Sorrel from 2006 to 2012.",
    ),
    (
        "a seat and a lead in one house",
        "Gray has served in the House since 1987.",
        "Gray has led the House Democrats since 2002.",
    ),
    (
        "two offices in one chamber",
        "Gray has been leader of the Senate majority since 2007.",
        "Gray was leader of the Senate minority until 2007, and since 2003.",
    ),
    (
        "an act and its effect",
        "Ana Gray resigned on Tuesday.",
        "Ana Gray’s resignation takes effect on Monday.",
    ),
    (
        "calls for it",
        "Ana Gray resigned on Tuesday.",
        "Calls for Ana Gray’s resignation came on Monday.",
    ),
    ("his lawyer", "Paul Ruiz was arrested Tuesday.", "Paul Ruiz’s lawyer was arrested Monday."),
    (
        "whose son",
        "Paul Ruiz was born in 1941.",
        "Paul Ruiz, whose son was born in 1970, was at the opening.",
    ),
    (
        "two houses",
        "The Senate voted on Tuesday to shut the harbour.",
        "The House voted on Monday to shut the harbour.",
    ),
    (
        "inside a term",
        "Ruiz was mayor of Holm from 2000 to 2006.",
        "Paul Ruiz led the town of Holm in 2003.",
    ),
    (
        "planned and done",
        "Gray will visit the mill in Holm on Friday.",
        "Gray visited the mill in Holm on Tuesday.",
    ),
    (
        "long ago",
        "Paul Ruiz was arrested on Tuesday.",
        "Ruiz was arrested in 2009 for theft.",
    ),
    (
        "posted and seen",
        "The film was posted to the site on Friday.",
        "The film drew wide attention on Monday after it was posted.",
    ),
    (
        "a visit each",
        "Last week Gray posted a photo of her visit to the mill.",
        "Ruiz posted a photo of his visit to the mill on Wednesday.",
    ),
    (
        "time zones",
        "The rocket exploded at 4 p.m. EDT over the sea.",
        "The explosion happened at 20:00 GMT.",
    ),
    ("one zone is named", "The ship sank at 4 p.m. EDT.", "The ship sank at 1 p.m. in the storm."),
    ("about", "The ferry struck the pier at about 7 a.m.", "The collision happened at 6:50 a.m."),
    (
        "two meetings",
        "The council of Holm met on Monday to hear what the harbour master had to say.",
        "A stormy council meeting in Holm on Tuesday was all about the new budget.",
    ),
    ("two arrests", "Police arrested Ruiz on Tuesday.", "Police arrested Gray on Monday."),
    ("a night and its morning", "Gray resigned on Tuesday.", "Gray resigned Monday night."),
    (
        "told in both ways",
        "Ana Gray will leave office on Jan. 1. She will leave office on Feb. 28, she first said.",
        "Ana Gray will leave office on Feb. 28.",
    ),
]


def between(left: str, right: str, *published: str | None) -> tuple[Finding, ...]:
    """What these checks find on two pages without an alignment."""
    days = published or (THURSDAY, THURSDAY)
    pages: list[Article] = [
        article_from_paragraphs([text], id=name, outlet=name.title(), published=day, language="en")
        for name, text, day in zip(("alpha", "beta"), (left, right), days, strict=True)
    ]
    story = Story(id="s", title="", articles=tuple(pages))
    told = {page.page.id: sentences(page) for page in pages}
    return find_conflicts(story, told, (), (), checks=DATED)


@pytest.mark.parametrize(("check", "left", "right"), [case[1:] for case in FLAGGED])
def test_two_datings_of_one_action_are_a_conflict(check: str, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        (finding,) = between(one, other)
        assert (finding.kind, finding.check) == (FindingKind.CONFLICT, check)
        assert {evidence.position for evidence in finding.evidence} == {0, 1}


@pytest.mark.parametrize(("left", "right"), [case[1:] for case in PASSED], ids=lambda t: t[:40])
def test_these_are_no_conflict(left: str, right: str) -> None:
    assert between(left, right) == ()
    assert between(right, left) == ()


def test_a_weekday_is_counted_from_the_day_of_its_page() -> None:
    left, right = "Ana Gray resigned on Tuesday.", "Gray resigned Monday."
    assert between(left, right, "2025-09-04", "2025-09-04")
    # A week apart the two may speak of her first and her second resignation: nearer than ten days.
    assert between(left, "Gray resigned yesterday.", "2025-09-03", "2025-09-03") == ()
    assert between(left, "Gray resigned yesterday.", "2025-09-04", "2025-09-07")


def test_without_a_date_of_publication_only_like_is_compared() -> None:
    assert between("Ana Gray resigned on Tuesday.", "Gray resigned on Monday.", None, None) != ()
    assert between("Ana Gray resigned on Tuesday.", "Gray resigned last week.", None, None) == ()
    assert between("Ana Gray resigned on Tuesday.", "Gray resigned on Aug. 30.", None, None) == ()


def test_a_page_can_be_at_odds_with_itself() -> None:
    text = "Ana Gray was born in 1941. Her books are read. Ana Gray was born in 1943."
    (finding,) = between(text, "The sea was calm.")
    assert {evidence.ref.article for evidence in finding.evidence} == {"alpha"}
