"""Laws of conflicts: whatever stands beside two values, the finding is whole and readable."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcecompare.conflicts import find_conflicts
from sourcecompare.model import (
    Alignment,
    BlockRef,
    Finding,
    FindingKind,
    Label,
    Link,
    SentenceRef,
    Shape,
    Story,
)
from sourcecompare.pages import article_from_paragraphs
from sourcecompare.sentences import sentences

WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            "İzmir Straße ca\u00adfé o’clock Mr. CD-ROM the of 12 75th “ ” – ' 3%".split()
        ),
        st.text(max_size=8).filter(
            lambda text: not any(sign in text for sign in ".!?\r\n\x0b\x0c")
        ),
    ),
    max_size=6,
).map(" ".join)


def disputes(left: str, right: str) -> tuple[Finding, ...]:
    texts = {"a": left, "b": right}
    articles = tuple(
        article_from_paragraphs([text], id=name, outlet=name, language="en")
        for name, text in texts.items()
    )
    told = {article.page.id: sentences(article) for article in articles}
    link = Link(left=SentenceRef("a", 0, 0), right=SentenceRef("b", 0, 0), score=0.5)
    alignment = Alignment(
        left=BlockRef("a", 0),
        right=BlockRef("b", 0),
        score=0.5,
        links=(link,),
        label=Label.PARAPHRASE,
        shape=Shape.SAME,
        moved=False,
        sure=True,
    )
    return find_conflicts(Story(id="s", title="", articles=articles), told, (alignment,), ())


@given(WORDS)
@settings(deadline=None)
def test_a_finding_is_whole_whatever_stands_beside_its_values(beside: str) -> None:
    texts = {
        name: f"At the mill in Gull Cross the fire hurt {n} rowers {beside} of the harbour."
        for name, n in (("a", 12), ("b", 15))
    }
    for finding in disputes(texts["a"], texts["b"]):
        assert {one.position for one in finding.evidence} >= {0, 1}
        assert 0.05 <= finding.confidence <= 0.95
        assert finding.reason.endswith(".")
        assert len(finding.reason) <= 300
        assert "\n" not in finding.reason
        assert "“”" not in finding.reason
        for one in finding.evidence:
            assert one.value is not None
            assert texts[one.ref.article][one.span.start : one.span.end].strip()


@given(WORDS, WORDS)
@settings(deadline=None)
def test_which_page_says_what_changes_no_dispute(own: str, other: str) -> None:
    texts = [
        f"At the mill in Gull Cross the fire hurt {n} rowers {beside} of the harbour on {day}."
        for n, beside, day in ((12, own, "Monday"), (15, other, "Friday"))
    ]
    told = []
    for left, right in (texts, texts[::-1]):
        by_page = {"a": left, "b": right}
        told.append(
            [
                (
                    finding.check,
                    finding.kind,
                    finding.severity,
                    finding.confidence,
                    sorted((by_page[e.ref.article], e.span, e.position) for e in finding.evidence),
                )
                for finding in disputes(left, right)
            ]
        )
    assert sorted(told[0]) == sorted(told[1])


@given(WORDS)
@settings(deadline=None)
def test_a_sentence_never_conflicts_with_its_copy(text: str) -> None:
    assert not [f for f in disputes(text, text) if f.kind is FindingKind.CONFLICT]


@pytest.mark.parametrize("beside", ["", "of İzmir", "and its CD-ROM", "(see ca\u00adfé)"])
def test_the_finding_of_the_first_law_is_there(beside: str) -> None:
    assert disputes(f"The fire hurt 12 rowers {beside}.", f"The fire hurt 15 rowers {beside}.")
