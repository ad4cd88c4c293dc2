"""Decisions and outcomes with two signs, a long way apart; each must-flag has its must-not."""

import pytest

from sourcecompare.conflicts import find_conflicts
from sourcecompare.conflicts.compared import read_story
from sourcecompare.conflicts.denied.deeds import deeds
from sourcecompare.model import Article, Finding, Sentence, Story
from sourcecompare.pages import article_from_paragraphs
from sourcecompare.sentences import sentences

BESIDE = (
    "Rain is expected on the coast until the weekend.",
    "The ferry to the mainland runs twice a day in summer.",
)


def story(left: str, right: str, title: str = "") -> tuple[Story, dict[str, tuple[Sentence, ...]]]:
    """Two pages with these sentences, without alignment."""
    articles: tuple[Article, ...] = tuple(
        article_from_paragraphs(
            [text, *BESIDE], id=name, outlet=name.title(), title=headline, language="en"
        )
        for name, text, headline in (("alpha", left, title), ("beta", right, ""))
    )
    told = {article.page.id: sentences(article) for article in articles}
    return Story(id="s", title="", articles=articles), told


def findings(left: str, right: str, title: str = "") -> list[Finding]:
    """What the two pages are found to deny of each other."""
    found = find_conflicts(*story(left, right, title), (), ())
    return [one for one in found if one.check in ("antonym", "negation")]


def paired(left: str, right: str, title: str = "") -> int:
    """How often the two are taken to tell one deed with two signs, however sure that is."""
    return len(list(deeds(read_story(*story(left, right, title), ()))))


TOLD_WITH_TWO_SIGNS = [
    (
        "an amendment of one party",
        "An amendment by the Harbour Party, which would have put off the sale of the mill, was "
        "thrown out.",
        "For the Harbour Party, Ana Ruiz said that its amendment to delay the mill sale had been "
        "accepted.",
    ),
    (
        "saved and burned down",
        "The radio mast above Holm was saved by a crew that stayed beside it all night.",
        "Telephones in Holm fell silent after the mast burned down.",
    ),
    (
        "won and lost by one person",
        "Ruiz, who won the coin toss, chose to speak last.",
        "After losing the coin toss, Ruiz spoke last.",
    ),
    (
        "consent given and awaited",
        "The Dock Board of Holm has given its consent to the sale.",
        "The sale is not done: approval by the Dock Board of Holm is not expected before May.",
    ),
    (
        "accepted and turned down by one side",
        "A truce of 36 hours was accepted by the rebels.",
        "Rebel officers turned down a 36-hour ceasefire.",
    ),
    (
        "agreed and refused",
        "The tram company agreed before the strike to take the dispute to Medara, the arbitrator.",
        "The tram company has refused to take the dispute to Medara.",
    ),
    (
        "said and would not say",
        "Chairman Omar Gray declined to say how he would vote.",
        "Omar Gray said he would vote for the sale.",
    ),
    (
        "with and without",
        "Gray spoke for nine hours in the council of Holm without a break.",
        "Gray held the council of Holm for nine hours with a single break.",
    ),
    (
        "of one's own will and not",
        "Ana Ruiz appeared before the council of Holm voluntarily.",
        "Ana Ruiz appeared before the council of Holm under subpoena.",
    ),
    (
        "all and all but some",
        "The vote was won when every docker of the old yard raised a hand.",
        "All but one of the dockers of the old yard raised a hand in the vote.",
    ),
    (
        "resigned and fired",
        "The harbour master of Holm, Omar Gray, resigned on Friday.",
        "Omar Gray, the harbour master of Holm, was fired on Friday.",
    ),
    (
        "stays and leaves",
        "Deputy mayor Ana Ruiz, who said she planned to stay on through the summer, knows Holm.",
        "The deputy mayor of Holm, Ana Ruiz, is leaving at the end of the month.",
    ),
    (
        "of one mind and not",
        "The board of the yard accepted the resignation of its treasurer unanimously.",
        "Two of its members voted against accepting the resignation of the treasurer.",
    ),
    (
        "pleas",
        "Omar Gray pleaded guilty to the theft of the harbour bell.",
        "Omar Gray pleaded not guilty to the theft of the harbour bell.",
    ),
]

NOT_OF_ONE_THING = [
    (
        "other amendment",
        "An amendment by the Harbour Party, which would have put off the sale of the mill, was "
        "thrown out.",
        "The Farmers' League said its amendment on fishing quotas had been accepted.",
    ),
    (
        "other body",
        "The council approved the sale of the old mill.",
        "The committee rejected the sale of the old mill.",
    ),
    (
        "other winner",
        "Ruiz, who won the coin toss, chose to speak last.",
        "After losing the coin toss, Gray spoke first.",
    ),
    (
        "before and after",
        "The council will approve the sale of the old mill.",
        "The council rejected the sale of the old mill.",
    ),
    (
        "a wish",
        "Gray wants to close the old mill in Holm.",
        "The old mill in Holm was reopened.",
    ),
    (
        "no intention before the deed",
        "Harbour master Omar Gray resigned on Friday.",
        "On Monday the harbour master, Omar Gray, had no intention of resigning.",
    ),
    (
        "opened once and shut later",
        "The mill of Holm opened in 1912.",
        "The mill of Holm was shut last year.",
    ),
    (
        "no comment",
        "Chairman Omar Gray declined to comment on the vote.",
        "Omar Gray said he would vote for the sale.",
    ),
    (
        "other whole",
        "All six boats of the harbour pilots sailed on Monday.",
        "Four of the nine boats of the harbour pilots sailed on Monday.",
    ),
    (
        "other predicate",
        "All nine judges of the harbour court heard the case.",
        "Five of the nine judges of the harbour court found for Gray.",
    ),
]


@pytest.mark.parametrize(
    ("left", "right"),
    [case[1:] for case in TOLD_WITH_TWO_SIGNS],
    ids=[case[0] for case in TOLD_WITH_TWO_SIGNS],
)
def test_one_deed_told_with_two_signs_is_told_otherwise(left: str, right: str) -> None:
    assert paired(left, right) == 1 or findings(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [case[1:] for case in NOT_OF_ONE_THING],
    ids=[case[0] for case in NOT_OF_ONE_THING],
)
def test_two_deeds_are_no_conflict(left: str, right: str) -> None:
    assert not findings(left, right)


def test_a_headline_is_held_against_its_text() -> None:
    text = "The council of Holm has approved the closure of two schools."
    title = "Council of Holm rejects plan to close schools"
    assert paired(text, "The sea was calm.", title) == 1


def test_a_headline_of_something_else_is_none() -> None:
    text = "The council of Holm has approved a new bridge."
    assert not findings(text, "The sea was calm.", "Council of Holm rejects plan to close schools")


def test_who_did_not_win_half_may_win_in_the_end() -> None:
    won = "Ana Ruiz has won the election with 53 per cent of the vote, defeating Omar Gray."
    first = "Ana Ruiz did not win {} against Omar Gray."
    assert paired(first.format("the election"), won) == 1
    assert paired(first.format("half of the vote in the election"), won) == 0
    assert paired(first.format("a majority in the election"), won) == 0
