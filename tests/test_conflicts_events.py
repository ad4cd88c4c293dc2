"""One event told in other words has one date; events of two sorts, persons or things have two.

Both articles are published on Thursday, 4 September 2025, unless a case says otherwise.
"""

import pytest

from sourcecompare.model import FindingKind

from .test_conflicts_dates import between

FLAGGED = [
    # what ties the two, what Alpha says, what Beta says
    (
        "a term that ends in one year",
        "Paul Ruiz ran the harbour office of Holm from 2014 to 2019.",
        "Ruiz, who was director of the harbour office from 2016 until 2019, said nothing.",
    ),
    (
        "a verdict",
        "The jury found Paul Ruiz guilty on Tuesday.",
        "There was a cheer when Wednesday's verdict was read.",
    ),
    (
        "a law that takes effect",
        "The harbour law takes effect Oct. 1.",
        "Dockers fear the measure, which comes into force on Sept. 15.",
    ),
    (
        "election day",
        "Voters go to the polls Oct. 28 in the harbour district.",
        "The winner of the Nov. 4 election gets one year.",
    ),
    (
        "a deadline",
        "Lawmakers have until Feb. 9 to draw a map.",
        "The ruling gives the legislature until Feb. 19 to redraw the districts.",
    ),
    (
        "a first election",
        "First elected in 2016, Ana Gray sits for Holm.",
        "Gray, a former pilot, won her seat in 2018.",
    ),
    (
        "who is chosen leads within a year",
        "Ana Gray was elected mayor of Holm in 2022.",
        "Mayor Ana Gray, who has led the city of Holm since 2019, was at the opening.",
    ),
    (
        "taking office",
        "Mayor Ana Gray took office in January 2019.",
        "Gray, a former pilot who took office in January 2020, said nothing.",
    ),
    (
        "the hour of a raid",
        "Police surrounded the mill at 5 a.m., workers said.",
        "Officers moved in at 7 a.m. Tuesday.",
    ),
    (
        "a thing that was shut",
        "The tower on the roof of the mill was turned off on Aug. 24.",
        "The results came on Aug. 23 and the tower on the roof was shut down five days later.",
    ),
    (
        "a noun for the verb",
        "Contracts for the harbour were exchanged on Monday night.",
        "The exchange of contracts took place “late on Sunday”, the harbour said.",
    ),
    (
        "another order with one other event",
        "Ruiz moved to vacate the chair on Monday, three days after the House passed the budget.",
        "Ruiz filed his motion last Friday, hours before the House approved the budget.",
    ),
    (
        "a telling figure",
        "A shorter bill collapsed last Thursday, when it got 54 votes.",
        "Last Friday four members sank the shorter bill, which had drawn 54 votes.",
    ),
    (
        "a night of two days",
        "Burglars broke into the museum on Sunday night.",
        "The break-in took place on the night of Saturday to Sunday, when nobody was on watch.",
    ),
    (
        "the day of leaving",
        "His resignation takes effect at noon on Monday, he said.",
        "Ana Gray said that she would step down at the end of the month.",
    ),
    (
        "a work",
        "Gray finished The Red Boat in 1911.",
        "The Red Boat, which Gray completed in 1906, hung.",
    ),
    (
        "a trial",
        "The trial of Paul Ruiz opens on Sept. 22.",
        "His trial is due to start on Sept. 29, lawyers for Ruiz said.",
    ),
    (
        "a funeral",
        "A funeral is planned for Monday at St. Anne's.",
        "The funeral will be held on Saturday at St. Anne's church.",
    ),
    (
        "the hour of a fire",
        "The fire broke out at 2 a.m. on the pier.",
        "The blaze started at 4:30 a.m. on the pier.",
    ),
    (
        "an arrest",
        "Ruiz was taken into custody on Monday.",
        "Police arrested Paul Ruiz on Sunday in Holm.",
    ),
    (
        "a founder",
        "The company was founded in 1988 by Paul Ruiz.",
        "Ruiz set up the company in 1990.",
    ),
    (
        "a visit to come",
        "The mayor will visit the mill in Holm on Friday.",
        "The mayor's visit to the mill in Holm is planned for Saturday.",
    ),
]

FLAGGED += [
    (
        "halves of a year",
        "The sale is to be completed in the first half of next year.",
        "Ruiz said they expected to complete the sale in the second half of next year.",
    ),
    (
        "the hour of giving up",
        "Ruiz called her shortly after 11 p.m. to concede.",
        "Paul Ruiz conceded before 9:30 Tuesday night.",
    ),
]

PASSED = [
    (
        "before and after one hour",
        "Ruiz conceded shortly before 11 p.m.",
        "Paul Ruiz conceded at 10:30 Tuesday night.",
    ),
    (
        "a half and a month of it",
        "The sale is to be completed in the first half of next year.",
        "The sale is to be completed in May.",
    ),
    # what sets them apart, what Alpha says, what Beta says
    (
        "her husband's death",
        "Ana Farrow died Sunday at her home in Holm.",
        "Farrow’s husband, Paul Weiss, died in 1999.",
    ),
    (
        "her husband's death, without a comma",
        "Ana Farrow died Sunday.",
        "Farrow’s husband Paul Weiss died in 1999.",
    ),
    (
        "two verdicts",
        "The jury found Ruiz guilty on Tuesday.",
        "The verdict on Gray came on Monday.",
    ),
    (
        "two elections",
        "Voters go to the polls Nov. 4.",
        "The Nov. 18 primary election is open to all.",
    ),
    (
        "two effects",
        "The law takes effect Oct. 1.",
        "Ruiz’s resignation takes effect on Sept. 15.",
    ),
    (
        "two deadlines",
        "Lawmakers have until Feb. 9 to draw a map.",
        "Candidates have until March 1 to file papers.",
    ),
    (
        "elected, then in office",
        "Gray was elected mayor in 2018.",
        "Gray has led the city as mayor since 2019.",
    ),
    ("elected again", "Gray was first elected in 2016.", "Gray was re-elected in 2020."),
    (
        "two posts",
        "Ana Gray was elected to the council in 2010.",
        "Gray was elected mayor in 2018.",
    ),
    (
        "two things shut",
        "The tower was shut down on Aug. 24.",
        "The ward was shut down on Aug. 28.",
    ),
    (
        "a figure that is needed",
        "The bill needed 64 votes on Tuesday.",
        "Another bill fell short of at least 64 votes on Thursday.",
    ),
    (
        "a last day and the day",
        "He will step down by the end of the month, Ana Gray’s aide said.",
        "Ana Gray will step down on Sept. 15.",
    ),
    (
        "a price and a day of trade",
        "Holm Foods said Monday it would pay $38 a share.",
        "It is 27% above the closing price on Friday, for $38 a share.",
    ),
    (
        "two years of trade",
        "In 2019 the harbour office sold 30 boats.",
        "In 2021 the harbour office sold 40 boats.",
    ),
    (
        "joining two bodies",
        "Gray joined the navy in 1990.",
        "Gray joined the harbour office in 1999.",
    ),
    (
        "two houses of one parliament",
        "The bill was approved on Tuesday in the Senate.",
        "The House approved the bill on Monday.",
    ),
    ("two buildings", "The mill was built in 1887.", "The church was built in 1890."),
    (
        "two trials",
        "The trial of Paul Ruiz begins on March 4.",
        "The trial of Ana Gray begins on March 11.",
    ),
    ("arrest and charge", "Ruiz was arrested on Monday.", "Ruiz was charged on Tuesday."),
    (
        "passed and signed",
        "The council approved the budget on Monday.",
        "The mayor signed the budget on Tuesday.",
    ),
]


@pytest.mark.parametrize(("left", "right"), [c[1:] for c in FLAGGED], ids=[c[0] for c in FLAGGED])
def test_one_event_in_other_words_has_one_date(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        (finding,) = between(one, other)
        assert finding.kind is FindingKind.CONFLICT
        assert finding.check in ("date", "time")


@pytest.mark.parametrize(("left", "right"), [c[1:] for c in PASSED], ids=[c[0] for c in PASSED])
def test_two_events_are_no_conflict(left: str, right: str) -> None:
    assert between(left, right) == ()
    assert between(right, left) == ()


def test_the_days_of_a_poll_can_lie_in_the_month_that_is_over() -> None:
    left, right = "The poll, taken April 8 to 14, put her ahead.", "The poll was taken last month."
    assert between(left, right, "2025-05-04", "2025-05-20") == ()


def test_a_postponed_event_is_no_conflict() -> None:
    left = "The harbour law takes effect Oct. 1."
    right = "The harbour law, which was postponed, takes effect Nov. 1."
    assert all(
        one.kind is not FindingKind.CONFLICT
        for one in between(left, right, "2025-09-03", "2025-09-05")
    )
