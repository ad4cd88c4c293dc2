"""Denials and opposites: each must-flag has a must-not-flag of the same shape."""

import pytest

from sourcecompare.conflicts import find_conflicts
from sourcecompare.model import (
    Alignment,
    BlockRef,
    Finding,
    FindingKind,
    Label,
    Link,
    Shape,
    Story,
)
from sourcecompare.pages import article_from_paragraphs
from sourcecompare.sentences import sentences


def findings(
    left: str, right: str, *, alpha: str | None = None, beta: str | None = None
) -> tuple[Finding, ...]:
    """What two linked sentences of Alpha and Beta are found to deny of each other."""
    pages = [
        article_from_paragraphs([text], id=name, outlet=name, published=day, language="en")
        for name, text, day in (("alpha", left, alpha), ("beta", right, beta))
    ]
    told = {page.page.id: sentences(page) for page in pages}
    refs = [told[page.page.id][0].ref for page in pages]
    link = Alignment(
        left=BlockRef("alpha", 0),
        right=BlockRef("beta", 0),
        score=0.5,
        links=(Link(left=refs[0], right=refs[1], score=0.5),),
        label=Label.PARAPHRASE,
        shape=Shape.SAME,
        moved=False,
        sure=True,
    )
    found = find_conflicts(Story(id="s", title="", articles=tuple(pages)), told, (link,), ())
    return tuple(one for one in found if one.check in ("negation", "antonym"))


CONTRADICTED = [
    (
        "Mayor Gray will attend the regatta in Holm on Saturday.",
        "Mayor Gray will not attend the regatta in Holm.",
    ),
    ("The jury found Gray guilty of fraud.", "The jury found Gray not guilty of fraud."),
    ("No one was hurt in the fire at the mill.", "Two workers were hurt in the fire at the mill."),
    ("Nobody was injured when the bridge fell.", "Three were injured when the bridge fell."),
    ("None of the boats had a licence.", "All of the boats had a licence."),
    (
        "All the members of the board voted for the sale.",
        "All but one of the members of the board voted for the sale.",
    ),
    (
        "Not all schools on the island will close on Monday.",
        "All schools on the island will close on Monday.",
    ),
    (
        "The governor has refused to sign the harbour bill.",
        "The governor signed the harbour bill on Friday.",
    ),
    (
        "Gray failed to win the nomination of her party.",
        "Gray won the nomination of her party.",
    ),
    ("There is no evidence of arson at the mill.", "There is evidence of arson at the mill."),
    ("Gray has never met the owner of the mill.", "Gray has met the owner of the mill twice."),
    ("No tug is towing the ferry.", "A red tug is towing the ferry to the quay."),
    ("There is no diver at the wreck.", "A diver is at the wreck."),
    (
        "Mayor Gray to run for governor",
        "Mayor Gray will not run for governor, she said in Holm on Monday.",
    ),
    (
        "The company agreed to take the dispute to the arbitration board.",
        "The company refused to take the dispute to the arbitration board.",
    ),
    (
        "The board believes that Gray cannot win this race for the harbour.",
        "The board believes that Gray can win this race for the harbour.",
    ),
    (
        "The council approved the plan for a new harbour on Tuesday.",
        "The council rejected the plan for a new harbour on Tuesday.",
    ),
    (
        "The council approved the plan for a new harbour.",
        "The plan for a new harbour was rejected by the council.",
    ),
    (
        "The power was cut before the window was broken.",
        "The power was cut after the window was broken.",
    ),
    ("The trial is open to the public.", "The trial is closed to the public."),
    ("The new boats are affordable.", "The new boats are unaffordable."),
]

AGREEING = [
    (
        "Is this the first visit of Ana Ruiz to Holm? No, she last came to Holm in January.",
        "Ana Ruiz has ruled for years. She last came to Holm in January, with ten boats.",
    ),
    # another subject, object, day
    (
        "Mayor Gray will attend the regatta in Holm.",
        "Mayor Ruiz will not attend the regatta in Holm.",
    ),
    (
        "Mayor Gray will attend the regatta in Holm.",
        "Mayor Gray will not attend the dinner in Holm.",
    ),
    (
        "Mayor Gray will attend the regatta on Saturday.",
        "Mayor Gray will not attend the regatta on Sunday.",
    ),
    (
        "She will not attend the regatta in Holm.",
        "Mayor Gray will attend the regatta in Holm.",
    ),
    # hedged, conditional, asked, wished
    (
        "Mayor Gray may attend the regatta in Holm.",
        "Mayor Gray will not attend the regatta in Holm.",
    ),
    (
        "If Mayor Gray attends the regatta in Holm, the council will pay.",
        "Mayor Gray did not attend the regatta in Holm.",
    ),
    (
        "Will Mayor Gray attend the regatta in Holm?",
        "Mayor Gray will not attend the regatta in Holm.",
    ),
    (
        "Gray wanted to attend the regatta in Holm.",
        "Gray did not attend the regatta in Holm.",
    ),
    (
        "Gray hopes the council will not close the harbour.",
        "The council will close the harbour.",
    ),
    # half denied, doubled, excepted
    (
        "The council did not only approve the plan for the harbour.",
        "The council approved the plan for the harbour.",
    ),
    (
        "The council did not approve the plan until Tuesday.",
        "The council approved the plan on Tuesday.",
    ),
    (
        "The council did not approve the plan for the harbour but the plan for the mill.",
        "The council approved the plan for the mill.",
    ),
    ("Gray has never failed to attend the regatta.", "Gray attended the regatta."),
    ("It is not the case that Gray did not sell the mill.", "Gray sold the mill."),
    ("No one but the captain was hurt in the fire.", "The captain was hurt in the fire."),
    ("No fewer than 12 people were hurt in the fire.", "12 people were hurt in the fire."),
    ("Gray no longer leads the Dock Board.", "Gray led the Dock Board for ten years."),
    (
        "There is no doubt that Gray met the owner of the mill.",
        "Gray met the owner of the mill.",
    ),
    # a denial of more than is affirmed; of some only
    ("No red tug is towing the ferry.", "A tug is towing the ferry."),
    ("Some of the boats were insured.", "Some of the boats were not insured."),
    ("Not all schools on the island will close.", "Some schools on the island will close."),
    # contrasts, other questions, both deny
    ("Gray will attend the regatta; Ruiz will not.", "Ruiz will not attend the regatta."),
    (
        "Gray did not say when the harbour would open.",
        "Gray said that the harbour would open on Friday.",
    ),
    (
        "That is plain from their failure to elect a president for the Dock Board.",
        "They failed to elect a president for the Dock Board.",
    ),
    (
        "None of the rivals met Gray, nor was Gray asked that question.",
        "None of the rivals met Gray, and Gray was not asked the question.",
    ),
    # opposites of other things
    (
        "The council rejected a motion to close the harbour.",
        "The council approved a motion to close the mill.",
    ),
    ("Gray won the vote in Holm.", "Gray lost the vote in Sorrel."),
    (
        "The mill's profit rose 3 per cent in the first quarter.",
        "The mill's profit fell 3 per cent in the second quarter.",
    ),
    (
        "Gray agreed with the board on the sale.",
        "Gray did not disagree with the board on the sale.",
    ),
    ("The non-binding vote was held at the pier.", "The nonbinding vote was held at the pier."),
]


@pytest.mark.parametrize(("left", "right"), CONTRADICTED)
def test_contradicts(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        (finding,) = findings(one, other)
        assert finding.kind is FindingKind.CONFLICT
        assert sorted(e.position for e in finding.evidence) == [0, 1]


@pytest.mark.parametrize(("left", "right"), AGREEING)
def test_agrees(left: str, right: str) -> None:
    assert findings(left, right) == ()
    assert findings(right, left) == ()


def test_a_reason_quotes_both_with_their_auxiliaries() -> None:
    (finding,) = findings(*CONTRADICTED[0])
    assert finding.reason.startswith("alpha says “will attend”; beta says “will not attend”: ")


def test_a_plan_may_change_from_one_day_to_the_next() -> None:
    plan = CONTRADICTED[0]
    (later,) = findings(*plan, alpha="2025-09-03", beta="2025-09-04")
    (same_day,) = findings(*plan, alpha="2025-09-03", beta="2025-09-03")
    assert (later.kind, same_day.kind) == (FindingKind.UPDATE, FindingKind.CONFLICT)
    past = "Gray signed the harbour bill.", "Gray did not sign the harbour bill."
    (finding,) = findings(*past, alpha="2025-09-03", beta="2025-09-04")
    assert finding.kind is FindingKind.CONFLICT


def test_a_claim_and_its_denial_by_somebody_else_are_no_conflict() -> None:
    found = findings(
        "The owner of the mill said that Gray had not paid for the boats in May.",
        "Her lawyer told the court on Monday that Gray had paid for the boats.",
    )
    assert found == ()


def test_a_denial_inside_a_disputed_quotation_is_disputed_once() -> None:
    assert (
        findings(
            "“I believe that we cannot win this race for the harbour,” Ana Gray said.",
            "“I believe that we can win this race for the harbour,” Ana Gray said.",
        )
        == ()
    )


def test_a_headline_is_compared_with_its_own_text() -> None:
    page = article_from_paragraphs(
        ["Rain fell all day.", "Gray will not sell the mill."],
        id="alpha",
        outlet="Alpha",
        title="Gray will sell the mill",
        language="en",
    )
    story = Story(id="s", title="", articles=(page,))
    (finding,) = find_conflicts(story, {"alpha": sentences(page)}, (), ())
    assert [(e.ref.block, e.position) for e in finding.evidence] == [(-1, 1), (1, 0)]
