"""Slips of one value in whole stories, told in other words; each has a twin that is none."""

import pytest

import sourcecompare as sc
from sourcecompare.model import Finding, FindingKind

Page = tuple[str, ...]

SLIPS: dict[str, tuple[str, Page, Page]] = {
    # the check, and two pages with one paragraph a line
    "terms of prison": (
        "duration",
        (
            "The treasurer of the Holm rowing club was sent to prison for six years on Wednesday.",
            "Edith Marl had spent the money of its members on horses.",
        ),
        (
            "Nobody at the Holm rowing club had noticed what Edith Marl did with its money.",
            "Judge Ana Holt, who jailed her for eight years, called it a mean crime.",
        ),
    ),
    "closures": (
        "duration",
        ("The swing bridge in Gull Cross will be closed to traffic for nine months from May.",),
        ("Drivers in Gull Cross will lose the swing bridge, which will be shut for 14 months.",),
    ),
    "a fire that burns since": (
        "date",
        ("The fire, which has been burning since Thursday, began near the quarry.",),
        ("The blaze in the Sorrel hills broke out on Wednesday in woods above Holm.",),
    ),
    "witnesses to an attack": (
        "date",
        ("A boy of 15 is in hospital after he was attacked in Marl Park on Friday evening.",),
        ("Witnesses to the assault on Saturday in Marl Park told police that nobody spoke.",),
    ),
    "a time in words": (
        "time",
        ("The ferry and the trawler collided off Gull Cross at 2.40am on Friday.",),
        ("The collision off Gull Cross happened at ten past four in the morning on Friday.",),
    ),
    "an age before a name": (
        "age",
        ("Damian Frost, 34, from Gull Cross, admitted that he had driven the car.",),
        ("The 43-year-old, Damian Frost of Gull Cross, admitted that he was the driver.",),
    ),
    "two ministries": (
        "role",
        ("The prime minister gave her post to Ingrid Sol, the deputy minister of transport.",),
        ("Deputy finance minister Ingrid Sol will follow her on Friday, the office said.",),
    ),
    "an ambassador to and in": (
        "role",
        ("The president chose Henrik Moe, a former ambassador to Gullia, for the post.",),
        ("The post goes to Henrik Moe, who is currently the island's ambassador in Gullia.",),
    ),
    "homes and households": (
        "percent",
        (
            "Holm Power had reconnected 55% of the homes that the storm cut off by Sunday evening.",
            "The company has called in crews from Sorrel.",
        ),
        (
            "By Sunday evening power was back in 70 per cent of the households in Holm that the"
            " storm had cut off, Holm Power said.",
            "Schools stay shut.",
        ),
    ),
    "a title before the speaker's name": (
        "quotation",
        (
            "Interior minister Paul Dray was furious. “A small group must not hold a city to ransom"
            " in this way,” he said.",
        ),
        (
            "Paul Dray, the interior minister, was furious. “A small group must not hold a country"
            " to ransom in this way,” he said.",
        ),
    ),
}

PEACE: dict[str, tuple[Page, Page]] = {
    "two ministers": (
        ("The interior minister, Paula Ferre, said 112 people had been treated in hospital.",),
        ("The health minister, Raul Etche, said that 112 people were treated in hospital.",),
    ),
    "a deputy and the mayor": (
        ("The deputy mayor, Paula Ferre, said the town hall would pay for the damage in Holm.",),
        ("The mayor, Raul Etche, said the town hall would pay for all damage in Holm.",),
    ),
    "a fire that goes on": (
        ("Hundreds of firefighters were still battling a forest fire near Holm on Sunday.",),
        ("The fire near Holm broke out on Wednesday when a cable fell in the forest.",),
    ),
    "terms of two": (
        ("Edith Marl, the treasurer, was sent to prison for six years on Wednesday.",),
        ("Ben Gray, her partner, was jailed for eight years on Wednesday, the court said.",),
    ),
    "votes ten to five": (
        ("The council of Gull Cross voted ten to five on Tuesday night to sell the mill.",),
        ("At 9.30 on Tuesday night the council of Gull Cross voted to sell the mill.",),
    ),
    "just over": (
        ("The bones are just over six metres long, said the Holm museum.",),
        ("The bones that were found are 6.4 metres long, the Holm museum said.",),
    ),
}


def disputes(*pages: Page) -> list[Finding]:
    """What the pages of one day are said to be at odds on."""
    articles = [
        sc.article_from_paragraphs(
            list(page), id=name, outlet=name.title(), language="en", published="2026-03-09"
        )
        for name, page in zip(("alpha", "beta"), pages, strict=True)
    ]
    kinds = (FindingKind.CONFLICT, FindingKind.UPDATE)
    return [one for one in sc.compare(articles).findings if one.kind in kinds]


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_that_is_told_in_other_words_is_a_conflict(name: str) -> None:
    check, left, right = SLIPS[name]
    found = disputes(left, right)
    assert [(one.kind, one.check) for one in found] == [(FindingKind.CONFLICT, check)]
    assert disputes(right, left)[0].check == check


@pytest.mark.parametrize("name", PEACE)
def test_these_can_both_be_true(name: str) -> None:
    assert disputes(*PEACE[name]) == []


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        # weeks later a share may be another one, the length of a film is not
        (
            "The Marl party has 41 per cent of the vote in Holm, the count shows.",
            "The Marl party has 56 per cent of the vote in Holm, the count shows.",
            ["differs"],
        ),
        (
            "Ana Holt, 68, the mayor of Gull Cross, opened the new mill in Holm.",
            "Ana Holt, 66, the mayor of Gull Cross, opened the new mill in Holm.",
            ["conflict"],
        ),
    ],
)
def test_what_changes_is_no_conflict_with_another_week(
    left: str, right: str, kinds: list[str]
) -> None:
    articles = [
        sc.article_from_paragraphs([text], id=name, outlet=name, language="en", published=day)
        for name, text, day in (("a", left, "2026-03-02"), ("b", right, "2026-03-20"))
    ]
    told = [one.kind for one in sc.compare(articles).findings]
    assert [kind for kind in told if kind in ("conflict", "update", "differs")] == kinds


def test_what_is_much_more_than_just_over_is_a_conflict() -> None:
    found = disputes(
        ("The whale at the Holm museum is just over six metres long from snout to tail.",),
        ("The whale at the Holm museum is nine metres long from its snout to its tail.",),
    )
    assert [one.check for one in found] == ["measure"]
