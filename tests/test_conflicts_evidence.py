"""Figures whose sentences share little: enough evidence, and what speaks against it."""

import pytest

from sourcecompare.model import FindingKind
from sourcecompare.values import Claim, read_claims

from .test_conflicts import between
from .test_values import sentence

FLAGGED = [
    # class of wording, check, what Alpha says, what Beta says
    (
        "another noun of the same sense, digits swapped",
        "money",
        "The bill holds $14.2 million in harbour aid for yards ruined by the spring storm.",
        "The measure carries $12.4 million in harbour assistance for boat owners after a storm.",
    ),
    (
        "compound",
        "number",
        "The Sorrel jury returned a 14-count indictment accusing Gray of selling the lighthouse.",
        "The 17-count indictment says that Mr. Gray sold the Sorrel lighthouse to himself.",
    ),
    (
        "parts of one whole",
        "number",
        "The Harbour Party holds nine of the island's 13 council seats, and wants more.",
        "On the present map the Harbour Party has eight of Sorrel's 13 seats.",
    ),
    (
        "all of them, all but one",
        "number",
        "All nine dock board members had asked Ana Ruiz to go.",
        "Eight of the nine dock board members had urged Ms. Ruiz to leave.",
    ),
    (
        "more than all the others can have",
        "number",
        "Gray lost by 217 votes to 211 after nine of his fellow rowers left him.",
        "Seven of the rowers left Gray. The count was 217 to 211.",
    ),
    (
        "rate",
        "money",
        "No one on the island would pay more than $35 a month for ferry passes under the bill.",
        "The bill limits what islanders pay for ferry passes to $45 a month.",
    ),
    (
        "distance without a noun",
        "measure",
        "The rowers were taken to a fairground in Gull Cross, 40 miles north, for the night.",
        "The rowers sleep at the fairground of Gull Cross, 28 miles north of Holm.",
    ),
    (
        "one poll",
        "percent",
        "A poll by Dock College has Ana Ruiz ahead by only 46 percent to 43 percent.",
        "The new Dock College survey showed Ana Ruiz leading 49 percent to 43 percent.",
    ),
    (
        "reward of",
        "money",
        "A reward of €50,000, offered by the Sorrel insurers, goes to Ben Gray of Holm.",
        "Ben Gray gets the reward of €20,000 that the Sorrel insurers had offered.",
    ),
    (
        "length of one thing",
        "duration",
        "The council's consultation on the bridge, which ran for eight weeks, drew few letters.",
        "The public consultation on the bridge, held over six weeks last autumn, was quiet.",
    ),
    (
        "twice",
        "number",
        "The keeper had called the harbour office twice that autumn.",
        "The keeper had called the harbour three times that fall, they said.",
    ),
    (
        "toll of an earlier year",
        "number",
        "It was the worst fire at the mill since 1994, when nine men died.",
        "Ruiz's brother was killed in the 1994 fire, in which ten people lost their lives.",
    ),
    (
        "votes miscounted",
        "score",
        "The council voted 62-36 late on Tuesday to open the bridge again.",
        "The final tally was 62-37, with Ana Ruiz on the winning side.",
    ),
    (
        "plan in two tenses",
        "number",
        "The firm will close 14 of its 60 stores.",
        "The retailer is to shut 17 of its 60 shops by spring.",
    ),
    (
        "rate before and behind",
        "money",
        "Ruiz said the mills expected to save $180 million a year by the third year of the merger.",
        "Ruiz said she expected yearly savings of $130 million by the third year.",
    ),
]

PASSED = [
    (
        "two polls",
        "A poll by Dock College has Ana Ruiz ahead by only 46 percent to 43 percent.",
        "A survey by Gull Media showed Ana Ruiz leading 49 percent to 43 percent.",
    ),
    (
        "two owners",
        "Gray's 90-minute speech to the regatta crowd was long.",
        "Ruiz's 70-minute speech to the regatta crowd was short.",
    ),
    (
        "part of a whole",
        "Five of the boats at the Holm pier sank in the storm.",
        "The storm moved six boats from the Holm pier to the yard.",
    ),
    (
        "cut short",
        "Gray asks for $5 billion in funding for the dam at Holm.",
        "Gray now wants $5.7 billion for that project, the dam at Holm.",
    ),
    (
        "more than a million",
        "The Ditch, her best book, has sold more than 1.2 million copies.",
        "The Ditch, her best book, sold over a million copies.",
    ),
    (
        "the votes of two matters",
        "The council voted 9-4 to open the bridge.",
        "The ruling on the dam was 9-3.",
    ),
    (
        "two parts of two wholes",
        "Nine of the 13 seats on the dock board went to women.",
        "Eight of the 30 seats on the yard board went to women.",
    ),
    (
        "two halves of a whole",
        "Four of the seven judges sided with the miners.",
        "Three of the seven judges dissented and sided with the mill.",
    ),
    (
        "two places",
        "The fire destroyed 23 homes in Alder Creek.",
        "In Pine Ridge the fire destroyed 31 homes.",
    ),
    (
        "another",
        "The ship had 212 passengers and 40 sailors.",
        "Another ship took 149 passengers to the pier.",
    ),
    (
        "somebody else",
        "He was sentenced to 12 years in prison for the fraud.",
        "His brother was given 8 years in prison for his part in the fraud.",
    ),
    (
        "before",
        "The bridge carries 14,000 cars a day.",
        "Before the storm the bridge carried 19,000 cars a day.",
    ),
    (
        "one more",
        "Gray said seven clerks in all had been punished, one of them by firing.",
        "Gray told the council that six clerks had been moved and one had been fired.",
    ),
    (
        "part told more closely",
        "Gray is charged with six counts, wire fraud and bribery among them.",
        "The two counts of wire fraud against Gray carry 20 years each.",
    ),
]


@pytest.mark.parametrize(("wording", "check", "left", "right"), FLAGGED)
def test_evidence_adds_up(wording: str, check: str, left: str, right: str) -> None:
    found = [(one.kind, one.check) for one in between(left, right, alpha="2024-05-02")]
    assert found == [(FindingKind.CONFLICT, check)], wording


@pytest.mark.parametrize(("ground", "left", "right"), PASSED)
def test_too_little_evidence(ground: str, left: str, right: str) -> None:
    called = [one for one in between(left, right) if one.kind is FindingKind.CONFLICT]
    assert called == [], ground


def first(text: str) -> Claim:
    return read_claims(sentence(text))[0]


@pytest.mark.parametrize(
    ("text", "whole", "head"),
    [
        ("Nine of the island's 13 council seats are taken.", "13", "seat"),
        ("All nine members left.", "9", "member"),
        ("All the 31 sailors stayed.", "31", "sailor"),
        ("Three out of four boats sank.", "", "boat"),
        ("Nine of his fellow rowers left.", "", "rower"),
        ("Nine rowers left.", "", "rower"),
    ],
)
def test_the_whole_of_a_part(text: str, whole: str, head: str) -> None:
    claim = first(text)
    assert (claim.whole, claim.value.head) == (whole, head)


@pytest.mark.parametrize(
    ("text", "normal", "modifier"),
    [
        ("No one would pay more than 12 euros for it.", "12", "up to"),
        ("Gray would pay more than 12 euros for it.", "12", "more than"),
        ("They had called twice that autumn.", "2", ""),
        ("Crew Quits as Three Boats Burn", "3", ""),
        ("There was a single boat at the pier.", "1", ""),
    ],
)
def test_how_many(text: str, normal: str, modifier: str) -> None:
    value = first(text).value
    assert (value.normal, value.modifier) == (normal, modifier)


@pytest.mark.parametrize(
    "text", ["It cost twice as much.", "It is twice the size.", "There was not a single boat."]
)
def test_no_count(text: str) -> None:
    assert read_claims(sentence(text)) == ()


def test_what_came_together_in_two_days_is_no_rival_of_one_day() -> None:
    one = "Pilots of the airline grounded 420 flights."
    for two, flagged in (
        ("Pilots of the airline grounded 800 flights in two days.", False),
        ("Pilots of the airline grounded 800 flights over the past two days.", False),
        ("Pilots of the airline grounded 800 flights in one day.", True),
        ("Pilots of the airline grounded 800 flights.", True),
    ):
        assert bool(between(one, two)) == flagged, two
