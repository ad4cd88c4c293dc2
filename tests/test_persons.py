"""Persons: who is named, in which office, and when two pages cannot both be right."""

import pytest

from sourcecompare.conflicts import find_conflicts
from sourcecompare.model import Finding, FindingKind, Severity, Story
from sourcecompare.sentences import sentences
from sourcecompare.values import read_deeds, read_names, read_roles, read_towns, same_person

from .test_conflicts import linked, page


def told(
    alpha: str, beta: str, *, link: bool = False, days: tuple[str | None, str | None] = (None, None)
) -> tuple[Finding, ...]:
    """The findings on persons of two pages, a line a paragraph; linked line by line if asked."""
    left = page("alpha", *alpha.split("\n"), published=days[0])
    right = page("beta", *beta.split("\n"), published=days[1])
    pairs = [(k, k) for k in range(min(len(alpha.split("\n")), len(beta.split("\n"))))]
    found = find_conflicts(
        Story(id="s", title="", articles=(left, right)),
        {one.page.id: sentences(one) for one in (left, right)},
        linked(left, right, *pairs) if link else (),
        (),
    )
    return tuple(finding for finding in found if finding.check in ("role", "name"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rep. Ana R. Holt met Mr. Gray at the White House.", ["ana r holt", "gray"]),
        ("On Tuesday Holt’s brother left.", ["holt"]),
        ("J. D. Gray and Ana Ocasio-Holt left with William Gray III.", ["j d gray"]),
        ("The president of the Harbour Board left in March.", []),
        ("Secretary of State Ana de la Cruz left.", ["ana de la cruz"]),
    ],
)
def test_names_end_where_titles_begin(text: str, names: list[str]) -> None:
    assert [name.full for name in read_names(text)][: len(names) or None] == names


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("jim", "james", True),
        ("ben", "benjamin todd", True),
        ("w", "william", True),
        ("ana maria", "maria", True),
        ("vicente", "vincente", True),
        ("zulfiqar", "zulifquar", True),
        ("loretta", "linda t", False),
        ("daniel", "thomas", False),
    ],
)
def test_given_names_of_one_person(one: str, other: str, *, alike: bool) -> None:
    assert same_person(tuple(one.split()), tuple(other.split())) is alike
    assert same_person(tuple(other.split()), tuple(one.split())) is alike


@pytest.mark.parametrize(
    ("text", "person", "office"),
    [
        ("Former Vice President Ana Holt left.", "ana holt", "former vice president"),
        ("The acting Defense Secretary Ana Holt left.", "ana holt", "acting secretary of defense"),
        ("It met then-Sen. Ana Holt.", "ana holt", "then senator"),
        ("Ex-minister Ana Holt left.", "ana holt", "former minister"),
        (
            "Ana Holt, 66, a former chairwoman of the county party, left.",
            "ana holt",
            "former chair",
        ),
        ("Ana Holt, the mayor of Gull Cross, left.", "ana holt", "mayor"),
        ("The harbour minister, Ana Holt, left.", "ana holt", "minister"),
        (
            "Holt, then an assistant district attorney, left.",
            "holt",
            "then assistant district attorney",
        ),
        ("Ana Holt, who resigned as mayor in March, left.", "ana holt", "former mayor"),
        ("Ana Holt was mayor of Holm at the time.", "ana holt", "then mayor"),
        ("House Speaker-elect Ana Holt left.", "ana holt", "elect speaker"),
        ("Speaker of the House Ana Holt left.", "ana holt", "speaker"),
        ("Defence Secretary Ana Holt left.", "ana holt", "secretary of defense"),
    ],
)
def test_offices(text: str, person: str, office: str) -> None:
    (role,) = read_roles(text)
    assert (role.name.full, role.normal) == (person, office)
    assert text[role.start : role.end].strip() == text[role.start : role.end] != ""


def test_offices_of_a_list() -> None:
    roles = read_roles("The chairmen for Sorrel County, Ben Gray, and Holm County, Ana Ruiz, left.")
    assert [(r.name.full, r.office, r.of) for r in roles] == [
        ("ben gray", "chair", ("sorrel", "county")),
        ("ana ruiz", "chair", ("holm", "county")),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "In a letter to the mayor, Ana Holt asked for more boats.",
        "“I met Mayor Ana Holt,” Gray said.",
        "Ana Holt, who as chair of the board would speak, is abroad.",
        "The mayor left. Ana Holt stayed.",
    ],
)
def test_no_office(text: str) -> None:
    assert [role for role in read_roles(text) if role.name.full == "ana holt"] == []


def test_deeds_and_towns() -> None:
    (deed,) = read_deeds("The film was posted under an account called DockWatcher.")
    assert (deed.deed, deed.who) == ("account", "dockwatcher")
    assert [
        t.state for t in read_towns("In Holm, Ill., it rained; near Gray, Ohio, it froze.")
    ] == [
        "illinois",
        "ohio",
    ]
    assert read_towns("Holm, Sorrel, Ohio and Texas were named.") == ()


CONFLICTS = [
    (
        "former against now",
        "Ana Holt, the harbour minister, is close to the farmers.",
        "The rival, former harbour minister Ana Holt, got 12 votes.",
    ),
    (
        "resigned",
        "The talks were led by Foreign Minister Ana Holt.",
        "Ana Holt, who resigned as foreign minister in March, had brought 11 advisers.",
    ),
    (
        "acting",
        "Ana Holt, the acting director of the Dock Board, spoke first.",
        "A word came from Ana Holt, the director of the Dock Board.",
    ),
    (
        "assistant",
        "Holt, then an assistant district attorney, met her at the court.",
        "Years ago Mr. Holt, then a district attorney and later a judge, spoke to the girl.",
    ),
    (
        "first name",
        "Rep. Laura Holt won the contest for vice chair of the Harbour Caucus against Ben Gray.",
        "Representative Emma Holt beat Ben Gray, to become vice chair of the Harbour Caucus.",
    ),
    (
        "state",
        "It burnt down in Holm, Ohio, in May.",
        "A mill in Holm, Illinois, was lost to the fire.",
    ),
    (
        "account",
        "The film of the ferry was posted online by “DockWatcher,” who gave no name.",
        "The film was uploaded by an account called FerryFan and shows the ferry.",
    ),
]


@pytest.mark.parametrize(("ground", "alpha", "beta"), CONFLICTS)
def test_conflicts_told_freely(ground: str, alpha: str, beta: str) -> None:
    (finding,) = told(alpha, beta)
    assert finding.kind is FindingKind.CONFLICT, ground
    assert finding.severity is Severity.HIGH
    assert {e.ref.article for e in finding.evidence} == {"alpha", "beta"}


def test_a_page_contradicts_itself() -> None:
    (finding,) = told(
        "So said Ben Gray, 66, a former chairman of the Sorrel County League.\n"
        "Others, including the chairmen for Holm County, Ana Ruiz, and Sorrel County, Ben Gray, "
        "called it a trick.",
        "Nobody else spoke.",
    )
    assert finding.kind is FindingKind.CONFLICT
    assert {e.ref.article for e in finding.evidence} == {"alpha"}
    assert "chairmen for Sorrel County" in finding.reason


NO_CONFLICTS = [
    (
        "courtesy",
        "Former President Ana Holt spoke. President Holt was calm.",
        "President Holt spoke in the evening.",
    ),
    ("several titles", "Gov. Ana Holt spoke.", "The candidate, former mayor Ana Holt, spoke."),
    (
        "left out",
        "The acting director of the Dock Board, Ana Holt, spoke. Ms. Holt, the director of the "
        "Dock Board, was calm.",
        "Ana Holt, the acting director of the Dock Board, spoke.",
    ),
    (
        "other body",
        "Ana Holt, a former chair of the Dock Board, spoke.",
        "Ana Holt, the chair of the school council, spoke.",
    ),
    ("chair", "Ana Holt, the chairwoman of the Dock Board.", "Dock Board chair Ana Holt spoke."),
    (
        "in a year past",
        "In 2011 Ana Holt, the mayor of Gull Cross, sold the mill.",
        "Ana Holt, a former mayor of Gull Cross, spoke.",
    ),
    (
        "nickname",
        "Rep. James Holt won the contest for chair of the Harbour Caucus against Ben Gray.",
        "Representative Jim Holt beat Ben Gray to become chair of the Harbour Caucus.",
    ),
    (
        "relatives",
        "Laura Holt, whose brother runs the mill, won the Harbour Caucus contest against Ben Gray.",
        "Emma Holt, his sister, won the Harbour Caucus contest against Ben Gray.",
    ),
    (
        "both named",
        "Rep. Laura Holt beat Ben Gray in the Harbour Caucus. Rep. Emma Holt lost.",
        "Rep. Emma Holt met Ben Gray of the Harbour Caucus, who lost there.",
    ),
    ("state spelt", "It burnt in Holm, Ill.", "The mill of Holm, Illinois, burnt."),
    (
        "both did",
        "The alarm was raised by Ben Gray. Ana Ruiz also raised the alarm.",
        "It was Ana Ruiz who raised the alarm.",
    ),
    ("short form", "Ben Gray raised the alarm.", "The alarm was raised by Mr. Gray."),
]


@pytest.mark.parametrize(("ground", "alpha", "beta"), NO_CONFLICTS)
def test_no_conflict(ground: str, alpha: str, beta: str) -> None:
    assert told(alpha, beta) == (), ground
    assert told(beta, alpha) == (), ground


TWIN = "{} opened the new market hall of Holm on Sunday with the town band and the fire brigade."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rep. Ana Holt", "Sen. Ana Holt"),
        ("House Speaker Ana Holt", "House Minority Leader Ana Holt"),
        ("Treasury Secretary Ana Holt", "Defense Secretary Ana Holt"),
        ("Former Vice President Ana Holt", "Vice President Ana Holt"),
        ("Ana Holt", "Ben Gray"),
    ],
)
def test_twin_sentences(one: str, other: str) -> None:
    more = "\nHolt was calm." if "Holt" in one and "Holt" in other else ""
    (finding,) = told(TWIN.format(one) + more, TWIN.format(other) + more, link=True)
    assert finding.kind is FindingKind.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rep. Ana Holt", "U.S. Rep. Ana Holt"),
        ("Republican Sen. Ana Holt", "Senator Ana Holt"),
        ("Mayor Jim Holt", "Mayor James Holt"),
        ("Ana Holt", "Ms. Holt"),
        ("Mayor Ana Holt", "Party leader Ana Holt"),
        ("Ana Sánchez", "Ana Sanchez"),
    ],
)
def test_twins_that_agree(one: str, other: str) -> None:
    assert told(TWIN.format(one), TWIN.format(other), link=True) == ()


def test_an_office_that_was_left_between_two_pages_is_an_update() -> None:
    alpha = "Ana Holt, the harbour minister, is close to the farmers."
    beta = "The rival, former harbour minister Ana Holt, got 12 votes."
    (near,) = told(alpha, beta, days=("2025-05-03", "2025-05-04"))
    (far,) = told(alpha, beta, days=("2025-05-03", "2025-06-04"))
    assert (near.kind, far.kind) == (FindingKind.CONFLICT, FindingKind.UPDATE)
