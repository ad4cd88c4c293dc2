"""Persons, offices and places of events told freely: must flag and must not flag, by mechanism."""

import pytest

from sourcecompare.conflicts import find_conflicts
from sourcecompare.model import FindingKind, Story
from sourcecompare.sentences import sentences

from .test_conflicts import page
from .test_persons import told

DAYS = ("2025-05-03", "2025-05-03")

CONFLICTS = [
    (
        "first name of one trade",
        "His lawyer, Ralph Tarn, spoke to nobody.",
        "The clerk's lawyer, Rupert Tarn, called it a slip of the pen.",
    ),
    (
        "first name of one post",
        "Commissioner Keith Orrin saw the family of a diver on Monday.",
        "Commissioner Lionel Orrin said that the harbour was shut.",
    ),
    (
        "deputy and head",
        "Senate Majority Leader Dora Quince lost a cousin in the 2009 flood.",
        "It was carried by Sen. Dora Quince, the assistant majority leader.",
    ),
    (
        "two chief officers",
        "Ivor Plumb, the chief executive of Red Gull Ferries, was sorry.",
        "Red Gull Ferries' rival was glad. Red Gull's chief operating officer, Ivor Plumb, left.",
    ),
    (
        "for good",
        "Acting chief executive Nina Frome met the staff.",
        "Nina Frome has led it since May. She was made permanent in the post last month.",
    ),
    (
        "party",
        "The Conservative MP for the town, Tessa Lorne, was angry.",
        "Labour's Tessa Lorne, who sits for the town, had questions.",
    ),
    (
        "former trades",
        "Rep. Olga Penn was a school nurse in Holm before she came to the House.",
        "The sponsor, Rep. Olga Penn, a former pharmacist from Holm, choked up.",
    ),
    (
        "prosecution and defence",
        "Sen. Hal Byrne, a former prosecutor, held up a letter.",
        "Senator Hal Byrne, who was a public defender before, held up a letter.",
    ),
    (
        "relation",
        "His father, Otto Falk, waited at the gate.",
        "Otto Falk, his uncle, had brought a flask of tea.",
    ),
    (
        "who takes over",
        "Council President Rita Oakes will serve as mayor until May.",
        "Deputy Mayor Carl Venn will take over as acting mayor.",
    ),
    (
        "who appointed",
        "“It cannot stand,” Judge Ada Finch wrote. She was named to the bench by President Boyle.",
        "Judge Ada Finch, an appointee of President Hurst, wrote it.",
    ),
    (
        "who saw it first",
        "Dr. Una Marl, of the Reef Institute, who was the first to see the wreck, had tea.",
        "It was Professor Ian Stroud, alone on watch, who first set eyes on the hull.",
    ),
    (
        "where it happened",
        "A clerk opened fire in the food court of the Gull Galleria on Monday.",
        "A gunman opened fire in the Galleria's parking garage and fled.",
    ),
    (
        "where he died",
        "The painter Sven Dahl died on Monday at his home in Holm.",
        "Sven Dahl, the painter of tides, died in a hospice in Holm.",
    ),
    (
        "who spoke last",
        "The last was former Gov. Edgar Moss, who had signed the law.",
        "Ms. Tilda Rowe spoke last, after nine others.",
    ),
    (
        "where one person sheltered",
        "Inez Prado, 34, took shelter in the basement of a church near Holm. It shook.",
        "Not all had a basement. Inez Prado lay in a ditch near Holm behind the church.",
    ),
    (
        "trades of today",
        "Mr. Emil Fosse, the sponsor, is himself a hospital administrator.",
        "Emil Fosse, a cattle rancher who has never worked in health care, was away.",
    ),
    (
        "surname of one post",
        "Sheriff Paula Denning said that the dogs had been found near the mill.",
        "Sheriff Paula Dunmore told a meeting near the mill nothing.",
    ),
    (
        "the one of a sort",
        "The ship's pilot, Greta Sand, had warned the harbour of the shoal before dawn.",
        "Lars Ohm, the pilot of the ship, warned nobody of the shoal, the harbour said.",
    ),
]


@pytest.mark.parametrize(("ground", "alpha", "beta"), CONFLICTS)
def test_flagged(ground: str, alpha: str, beta: str) -> None:
    found = told(alpha, beta, days=DAYS)
    assert [one.kind for one in found] == [FindingKind.CONFLICT], ground
    assert {e.ref.article for e in found[0].evidence} == {"alpha", "beta"}


NO_CONFLICTS = [
    (
        "nicknames",
        "“No,” said Bernie Tull, the union's organiser, at the gate of the yard.",
        "Its organiser, Bernadette Tull, said at the gate of the yard that it was late.",
    ),
    (
        "two photos",
        "Ruiz posted a photo of his visit to the yard on Monday.",
        "Gray posted a photo of her visit to the yard on Monday.",
    ),
    (
        "relatives of one trade",
        "The lawyer Ralph Tarn spoke. His brother Rupert Tarn, a lawyer, did not.",
        "The clerk's lawyer, Rupert Tarn, called it a slip of the pen.",
    ),
    (
        "common surname",
        "Commissioner Keith Smith opened the pool.",
        "Commissioner Lionel Smith closed the mill.",
    ),
    (
        "deputy told too",
        "Deputy Sheriff Dora Quince left. Sheriff's deputy chief Dora Quince was calm.",
        "Dora Quince, the deputy sheriff, left.",
    ),
    (
        "other body",
        "Ivor Plumb, the chief executive of Red Gull Ferries, was sorry.",
        "Ivor Plumb, once the chief operating officer of Holm Mills, was sorry.",
    ),
    (
        "turned",
        "Tessa Lorne, a former Republican, spoke.",
        "Tessa Lorne, a Democrat, spoke.",
    ),
    (
        "two trades one can follow",
        "Rep. Olga Penn, a former nurse, spoke.",
        "Rep. Olga Penn, a former marine, spoke.",
    ),
    (
        "relatives of two persons",
        "Otto Falk, Ida Falk's father, waited.",
        "Otto Falk, the uncle of Ben Gray, waited.",
    ),
    (
        "in another year",
        "Council President Rita Oakes took over as mayor in 2011.",
        "Deputy Mayor Carl Venn will take over as acting mayor.",
    ),
    (
        "two posts given",
        "Judge Ada Finch, an appointee of President Hurst, wrote it.",
        "Judge Ivo Lamb, an appointee of President Boyle, dissented.",
    ),
    (
        "one place in another",
        "A clerk opened fire in the food court of the Gull Galleria on Monday.",
        "A gunman opened fire in the Gull Galleria and fled on Monday.",
    ),
    (
        "both known",
        "Sheriff Paula Denning spoke near the mill. Her aide Ana Dunmore was there.",
        "Sheriff Paula Dunmore told a meeting near the mill nothing.",
    ),
    (
        "names of one woman",
        "He is survived by his wife, Margaret, and three sons of Holm.",
        "He is survived by his wife, Peggy, and the sons of Holm.",
    ),
]


@pytest.mark.parametrize(("ground", "alpha", "beta"), NO_CONFLICTS)
def test_not_flagged(ground: str, alpha: str, beta: str) -> None:
    assert told(alpha, beta, days=DAYS) == (), ground
    assert told(beta, alpha, days=DAYS) == (), ground


def ages(alpha: str, beta: str) -> list[str]:
    """The ages that are found to differ, as the reasons of two pages say."""
    left, right = page("alpha", alpha), page("beta", beta)
    told = {one.page.id: sentences(one) for one in (left, right)}
    found = find_conflicts(Story(id="s", title="", articles=(left, right)), told, (), ())
    return [one.reason for one in found if one.check == "age"]


@pytest.mark.parametrize(
    ("alpha", "beta"),
    [
        ("Nils Berg, a 26-year-old cook in Holm, fell ill.", "Nils Berg died at 28 after a fall."),
        (
            "A man who beat a 72-year-old clock dealer to death was jailed.",
            "Ivo Rask, 34, was convicted of killing Otto Lund, 78, in the town of Holm.",
        ),
    ],
)
def test_ages_of_one_person(alpha: str, beta: str) -> None:
    assert len(ages(alpha, beta)) == 1


@pytest.mark.parametrize(
    ("alpha", "beta"),
    [
        ("Nils Berg, a 26-year-old cook, fell ill.", "Eva Berg, a 28-year-old cook, fell ill."),
        (
            "A man who beat a 72-year-old clock dealer to death was jailed.",
            "A storm killed a 78-year-old. In all 12 people were killed.",
        ),
        ("A 12-year-old girl, Ana Holt said, was hurt.", "Ana Holt, 44, was calm."),
    ],
)
def test_ages_of_two_persons(alpha: str, beta: str) -> None:
    assert ages(alpha, beta) == []
