"""The same quotation in other words or by another speaker; each must-flag has its must-not."""

import pytest

from sourcecompare.conflicts import find_conflicts
from sourcecompare.model import Finding, FindingKind, Severity, Story
from sourcecompare.pages import article_from_paragraphs
from sourcecompare.sentences import sentences


def findings(*pages: tuple[str, ...]) -> tuple[Finding, ...]:
    """What is found between pages of these paragraphs, without any alignment."""
    articles = tuple(
        article_from_paragraphs(list(page), id=name, outlet=name.title(), language="en")
        for name, page in zip(("alpha", "beta", "gamma"), pages, strict=False)
    )
    story = Story(id="s", title="", articles=articles)
    told = {article.page.id: sentences(article) for article in articles}
    return find_conflicts(story, told, (), ())


def between(left: str, right: str) -> list[tuple[FindingKind, str]]:
    return [(one.kind, str(one.check)) for one in findings((left,), (right,))]


TURNED = [
    # what turns it, two takings down
    (
        "another word",
        "“Holm could be at the beginning of a long drought,” Gray told the board.",
        "Gray told the board that “Holm could be at the beginning of a long war.”",
    ),
    (
        "a verb that says little",
        "“I think the islanders have the right to choose,” said Gray.",
        "“I think the islanders deserve the right to choose,” said Gray.",
    ),
    (
        "a thing for a person",
        "“Holm is a small town, and it needs firms like this one,” Gray said.",
        "“Holm is a small town, and we need firms like this one,” Gray said.",
    ),
    (
        "opposite verb",
        "“The council approved the sale in secret,” Gray said.",
        "“The council rejected the sale in secret,” Mr. Gray said.",
    ),
    (
        "degree",
        "“It must be rebuilt by the state within the year,” said Gray.",
        "“It may be rebuilt by the state within the year,” said Gray.",
    ),
    (
        "person",
        "“They knew about the leak for months and said nothing,” said Gray.",
        "“We knew about the leak for months and said nothing,” said Gray.",
    ),
    (
        "never",
        "“My council will never negotiate with the dockers,” Holt said in the hall.",
        "Holt was blunt. “My council will negotiate with the dockers,” she said.",
    ),
    (
        "a denial in a contraction",
        "“We can’t rule out that more people are missing,” said Gray.",
        "“We can rule out that more people are missing,” said Gray.",
    ),
    (
        "beginning of a word",
        "“The tests showed that the water was safe to drink,” she said.",
        "“The tests showed that the water was unsafe to drink,” she said.",
    ),
    (
        "cut so that it says the opposite",
        "“I do not think that we can rebuild the harbour wall in a year,” said Gray.",
        "“We can rebuild the harbour wall in a year,” said Gray.",
    ),
    (
        "split by the reporter",
        "“We will never sell,” said Gray, “the boats that our fathers built here.”",
        "“We will sell the boats that our fathers built here,” said Gray.",
    ),
    (
        "excepted or included",
        "“The storm took everything but the roof,” said Gray.",
        "“The storm took everything, including the roof,” said Gray.",
    ),
    (
        "ability",
        "“We are going to mend the wall that the council will not mend,” said Gray.",
        "“We are going to mend the wall that the council cannot mend,” said Gray.",
    ),
    (
        "kin, told by a pronoun",
        "“My dad built the mill and it ruined his back,” said apprentice Omar Gray.",
        "Omar Gray walked home. “My grandad built the mill,” he said.",
    ),
    (
        "restriction left out",
        "“I have never taken a coin,” said Gray. “I will leave with my head up.”",
        "“I have never taken a coin I did not earn,” said Gray. “I will leave with my head up.”",
    ),
    (
        "one other word of a long sentence",
        "“I will not mend this wall on the backs of the old women in Holm,” said Gray.",
        "“I will not mend this wall on the backs of the rich women in Holm,” said Gray.",
    ),
]

GIVEN_TO_ANOTHER = [
    # how the other one is named
    "“The sea drowned your paper promises,” said Omar Gray.",
    "Omar Gray scolded the council, telling it: “The sea drowned your paper promises.”",
    "Omar Gray came late. “The sea drowned your paper promises,” he said.",
    "“The sea drowned your paper promises,” said union organiser Omar Gray.",
]


@pytest.mark.parametrize("other", GIVEN_TO_ANOTHER)
def test_a_short_line_of_two_speakers_is_a_conflict(other: str) -> None:
    own = "“The sea drowned your paper promises,” Captain Ana Ruiz told the council."
    assert between(own, other) == [(FindingKind.CONFLICT, "speaker")]


def test_a_common_phrase_of_two_speakers_is_none() -> None:
    own = "“Thank you all very much for your help,” said Ana Ruiz."
    assert between(own, own.replace("Ana Ruiz", "Omar Gray")) == []


def test_a_misheard_word_or_a_retelling_only_differs() -> None:
    said = "“We must find a method to close the old yard before the long winter,” said Ruiz."
    for other in ("mechanism", "motive"):
        assert [kind for kind, _ in between(said, said.replace("method", other))] == [
            FindingKind.DIFFERS
        ]


@pytest.mark.parametrize(("ground", "left", "right"), TURNED)
def test_a_word_that_turns_the_sense_is_a_conflict(ground: str, left: str, right: str) -> None:
    assert between(left, right) == [(FindingKind.CONFLICT, "quotation")], ground
    assert between(right, left) == [(FindingKind.CONFLICT, "quotation")], ground


SAME = [
    # why it is none, two takings down
    (
        "contraction",
        "“We don’t want to close the yard before the spring,” said Ruiz.",
        '"We do not want to close the yard before the spring," said Ruiz.',
    ),
    (
        "spelling and tense",
        "“We have organised the defence of the harbour for years,” said Ruiz.",
        '"We had organized the defense of the harbor for years," said Ruiz.',
    ),
    (
        "filler, masked word, slurred word",
        "“We are, you know, really going to close the f***ing yard before spring,” said Ruiz.",
        "“We’re gonna close the flaming yard before spring,” said Ruiz.",
    ),
    (
        "brackets and ellipsis",
        "“We want [the yard] to be closed before the spring … and the fleet sold,” said Ruiz.",
        "“We want it to be closed before the spring, not later, and the fleet sold,” she said.",
    ),
    (
        "cut at its end",
        "“It is a disgrace that the yard was closed before the spring,” said Ruiz.",
        'Ruiz called it "a disgrace that the yard was closed."',
    ),
    (
        "split by the reporter",
        "“It is a disgrace,” said Ruiz, “that the yard was closed before the spring.”",
        "“It is a disgrace that the yard was closed before the spring,” said Ruiz.",
    ),
    (
        "two denials of one kind",
        "“We do not have any plans to close the old yard,” said Gray.",
        "“We have no plans to close the old yard,” said Gray.",
    ),
    (
        "compound",
        "“The crews may go on-line to find a berth near the old yard,” said Gray.",
        "“The crews may go online to find a berth near the old yard,” said Gray.",
    ),
    (
        "two occasions",
        "In a statement Ruiz said: “We will not close the yard before the spring.”",
        "In an interview Ruiz said: “We will close the yard before the spring.”",
    ),
    (
        "denied by the reporter",
        "“I do not think that we can rebuild the harbour wall in a year,” said Gray.",
        "Gray did not think “we can rebuild the harbour wall in a year.”",
    ),
    (
        "another utterance",
        "“We will not close the yard before the spring,” said Ruiz.",
        "“The boats lie in the yard until spring, and nobody minds,” said Gray.",
    ),
    (
        "office",
        "“We knew the old wall was weak before the storm,” said Ana Ruiz, the harbour master.",
        "“We knew the old wall was weak before the storm,” the harbour master said.",
    ),
    (
        "spokesman",
        "“We knew the old wall was weak before the storm,” said Ana Ruiz.",
        "“We knew the old wall was weak before the storm,” said Omar Gray, who speaks for Ruiz.",
    ),
    (
        "spelling of a name",
        "“We knew the old wall was weak before the storm,” said Ana Kinsley.",
        "“We knew the old wall was weak before the storm,” said Ana Kinsely.",
    ),
    (
        "firm",
        "“We knew the old wall was weak before the storm,” Quaycorp told the hearing.",
        "“We knew the old wall was weak before the storm,” said Ana Ruiz, its director.",
    ),
]


@pytest.mark.parametrize(("ground", "left", "right"), SAME)
def test_what_only_the_reporter_does_is_none(ground: str, left: str, right: str) -> None:
    assert between(left, right) == [], ground
    assert between(right, left) == [], ground


def test_another_word_without_another_sense_only_differs() -> None:
    tool = "“We need every tool to close the old yard before the spring,” said Ruiz."
    (finding,) = findings((tool,), (tool.replace("tool", "instrument"),))
    assert (finding.kind, finding.check) == (FindingKind.DIFFERS, "quotation")


def test_the_evidence_is_the_quotation_and_the_reason_shows_the_words() -> None:
    left = "He left. “We will not close the yard before the spring,” said Ana Ruiz. She left."
    right = "Ruiz spoke to the press. “We will close the yard before the spring,” she said."
    (finding,) = findings(("The fire was out.", left), (right,))
    assert [(e.ref.block, e.position) for e in finding.evidence] == [(1, 1), (0, 0)]
    first, second = finding.evidence
    assert left[first.span.start : first.span.end].startswith("We will not close the yard")
    assert right[second.span.start : second.span.end].startswith("We will close the yard")
    assert "Alpha says “We will not close the yard before the spring”" in finding.reason
    assert finding.severity is Severity.HIGH


def test_a_page_that_quotes_both_wordings_knows_of_two() -> None:
    one = "“We will not close the yard before the spring,” said Ruiz."
    other = "“We will close the yard before the spring,” said Ruiz."
    both = findings((one,), (other, "A year ago the words were others.", one))
    assert not [f for f in both if {e.ref.article for e in f.evidence} == {"alpha", "beta"}]


def test_all_outlets_stand_in_one_finding() -> None:
    one = "“We will not close the yard before the spring,” said Ruiz."
    other = "“We will close the yard before the spring,” said Ruiz."
    (finding,) = findings((one,), (other,), (one.replace("said Ruiz", "Ana Ruiz said"),))
    assert {e.ref.article for e in finding.evidence} == {"alpha", "beta", "gamma"}
    assert {e.position for e in finding.evidence} == {0, 1}


def test_a_number_in_a_quotation_is_disputed_once() -> None:
    one = "“I was warned three times about the crack in the wall,” said Gray."
    other = one.replace("three", "two")
    far = "“I was warned by {} of them about the crack in the wall,” said Gray."
    (figure,) = findings((one,), (other,))
    assert figure.kind is FindingKind.CONFLICT
    assert between(far.format("three"), far.format("two")) == [(FindingKind.CONFLICT, "quotation")]


def test_names_of_pages_change_nothing() -> None:
    one = "“We shall sell the old boats, the long nets and the yard,” said Ruiz."
    other = "“We shall keep the old boats, the long nets and a yard,” said Ruiz."
    (first,), (second,) = findings((one,), (other,)), findings((other,), (one,))
    assert (first.kind, first.confidence) == (second.kind, second.confidence)
    spans = {(e.span.start, e.span.end, e.value and e.value.normal) for e in first.evidence}
    assert spans == {
        (e.span.start, e.span.end, e.value and e.value.normal) for e in second.evidence
    }
