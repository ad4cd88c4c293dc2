"""Slips in what reports say of persons, as news tells it; each sort has twins that are none."""

import pytest

import sourcecompare as sc
from sourcecompare.model import Finding, FindingKind

Page = tuple[str, ...]

SLIPS: dict[str, tuple[str, Page, Page]] = {
    # the check, and two pages with one paragraph a line
    "home states": (
        "role",
        ("Rep. Edith Marl (R-Minn.) brought her dog to the hearing on harbour fees.",),
        ("The fees are too high, said Representative Edith Marl, Republican of Ohio.",),
    ),
    "leader and whip": (
        "role",
        ("Senate Minority Whip Paul Dray visited the flooded mill.",),
        ("At the mill Senator Paul Dray of Ohio, the minority leader, asked for sandbags.",),
    ),
    "a chairman and his deputy": (
        "role",
        ("Harbour committee chairman Sen. Paul Dray, R-Ohio, asked for the letters.",),
        ("Senator Paul M. Dray of Ohio, the vice chairman of the committee, has seen no letter.",),
    ),
    "two appointed posts": (
        "role",
        ("White House Chief of Staff Edith Marl signed the rule on mooring.",),
        ("The rule on mooring was signed by Treasury Secretary Edith Marl.",),
    ),
    "a sitting member": (
        "role",
        ("Rep. Edith Marl (R-Ohio) said she would not leave the race for the Senate.",),
        ("Former Representative Edith Marl stays in the race, her office said.",),
    ),
    "an office of two bodies": (
        "role",
        ("Owen Bell, the president of Clean Rivers, called the ruling a gift to anglers.",),
        ("Harbour Rights League President Owen Bell praised the ruling.",),
    ),
    "predecessor and successor": (
        "role",
        ("The wall was never finished, said his predecessor, Felix Crane.",),
        ("His successor, Felix Crane, said that nobody would ever pay for the wall.",),
    ),
    "who leads the Senate": (
        "name",
        ("Senate Majority Leader Paul Dray keeps the bill on mooring from a vote.",),
        ("Senator Owen Bell of Ohio, the majority leader, has the last word on what comes up.",),
    ),
    "a first name in a list": (
        "name",
        ("Ana Holt, Ben Gray, William Stone and Eva Ruiz signed the letter to the harbour board.",),
        ("The letter was signed by Ana Holt, Ben Gray, John Stone and Eva Ruiz.",),
    ),
    "first names of whom both pages are about": (
        "name",
        (
            "Edith Quill left the harbour board.",
            "Quill had run it for years.",
            "In a letter Quill thanks nobody.",
            "Neighbours say Quill sold her boat.",
        ),
        (
            "The board loses its head, Maria Quill.",
            "Quill wants to sail, a friend said.",
            "Her letter is short, but Quill is known for that.",
            "It was Quill who bought the crane.",
        ),
    ),
    "an age under a surname": (
        "age",
        ("Ben Stone sued the mill.", "Mr. Stone, 67, lost two fingers there in May."),
        ("The man who sued the mill is Ben Stone.", "Stone, 62, had worked there since school."),
    ),
    "a quotation in a sentence that ends it": (
        "role",
        (
            '"We have no quarrel with anglers. We like people who raise their voices," the'
            " Dock League vice president Owen Bell said in a statement on the vote.",
        ),
        ("Owen Bell, the president of the Dock League, said the vote was no attack on anglers.",),
    ),
    "two speakers, one behind a bracket and a clause": (
        "speaker",
        (
            "“We will use every means to find the missing ledgers of the harbour board,” Rep. Paul"
            " Dray (R-Ohio), who leads the inquiry, told reporters.",
        ),
        (
            "“We will use every means to find the missing ledgers of the harbour board,” Senator"
            " Ana Holt told reporters at breakfast.",
        ),
    ),
    "a short quotation": (
        "quotation",
        ("The race for the harbour seat, said Owen Bell, has become “a race to the courthouse”.",),
        ("It is “a race to the bottom”, Owen Bell said of the race for the harbour seat.",),
    ),
}

PEACE: dict[str, tuple[Page, Page]] = {
    "forms of one state": (
        ("Rep. Edith Marl (R-N.C.) brought her dog to the hearing on harbour fees.",),
        ("The fees are too high, said Representative Edith Marl of North Carolina.",),
    ),
    "a town of another state": (
        ("Rep. Edith Marl of Virginia Beach brought her dog to the hearing.",),
        ("Rep. Edith Marl (R-Ohio) brought her dog to the hearing.",),
    ),
    "who led it before": (
        ("Senate Majority Leader Paul Dray keeps the bill on mooring from a vote.",),
        ("He replaced Senate Majority Leader Owen Bell, who resigned in spring.",),
    ),
    "two houses": (
        ("Senate Majority Leader Paul Dray keeps the bill on mooring from a vote.",),
        ("House Majority Leader Owen Bell wants a vote on the bill.",),
    ),
    "the first of several": (
        ("Former National Security Adviser Paul Dray will not answer the committee.",),
        ("Paul Dray, the president’s first national security adviser, will not answer.",),
    ),
    "two offices stacked": (
        ("Former mayor Rep. Edith Marl opened the mill.",),
        ("Rep. Edith Marl, once the mayor of Holm, opened the mill.",),
    ),
    "an abbreviated body": (
        ("Owen Bell, the president of the HRL, praised the ruling.",),
        ("Harbour Rights League President Owen Bell praised the ruling.",),
    ),
    "an abbreviated body that begins with a common word": (
        ("Owen Bell, the president of the NAL, praised the ruling.",),
        ("National Anglers League president Owen Bell praised the ruling.",),
    ),
    "nicknames": (
        ("Lis Stone, a spokeswoman for the mill, called the ad dishonest.",),
        ("The ad is dishonest, said Elisabeth Stone, a spokeswoman for the mill.",),
    ),
    "relatives": (
        (
            "Edith Quill left the harbour board.",
            "Quill had run it for years.",
            "In a letter Quill thanks her sister Maria.",
            "Neighbours say Quill sold her boat.",
        ),
        (
            "The board loses the head, and Maria Quill loses a sister.",
            "Quill wants to sail, a friend said.",
            "Her letter is short, but Quill is known for that.",
            "It was Quill who bought the crane.",
        ),
    ),
    "how much": (
        ("Owen Bell said that to wait “would significantly increase the risk”.",),
        ("To wait, Owen Bell said, “would materially increase the risk”.",),
    ),
    "what one denies beside a quotation of its own": (
        ("“We will not close the yard,” Owen Bell said because he did not want a strike.",),
        ("“We will not close the yard,” Owen Bell said.",),
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
    return [one for one in sc.compare(articles).findings if one.kind is FindingKind.CONFLICT]


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_a_conflict(name: str) -> None:
    check, left, right = SLIPS[name]
    assert [one.check for one in disputes(left, right)] == [check]
    assert [one.check for one in disputes(right, left)] == [check]


@pytest.mark.parametrize("name", PEACE)
def test_these_can_both_be_true(name: str) -> None:
    assert disputes(*PEACE[name]) == []


def test_a_reason_says_whose_state_it_is() -> None:
    _, left, right = SLIPS["home states"]
    (found,) = disputes(left, right)
    assert found.reason == "Alpha says Minn.; Beta says Ohio: both of the state of Edith Marl."


def test_a_quotation_given_to_two_is_shown_with_who_is_named() -> None:
    _, left, right = SLIPS["two speakers, one behind a bracket and a clause"]
    (found,) = disputes(left, right)
    shown = {
        one.ref.article: (left if one.ref.article == "alpha" else right)[0]
        for one in found.evidence
    }
    named = [shown[one.ref.article][one.span.start : one.span.end] for one in found.evidence]
    assert any("Paul Dray" in text for text in named)
    assert any("Ana Holt" in text for text in named)


def test_of_two_titles_the_one_in_dispute_is_shown() -> None:
    _, left, right = SLIPS["a chairman and his deputy"]
    (found,) = disputes(left, right)
    (one,) = [one for one in found.evidence if one.ref.article == "alpha"]
    assert left[0][one.span.start : one.span.end] == "Harbour committee chairman"
    assert "Alpha says Harbour committee chairman;" in found.reason
