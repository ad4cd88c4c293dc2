"""Laws of comparing: no order, no name and no copy changes what is found."""

from collections.abc import Mapping
from itertools import pairwise

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sourcecompare.align import align
from sourcecompare.boundaries import split_sentences
from sourcecompare.collate import collate
from sourcecompare.findings import find_shared
from sourcecompare.group import group
from sourcecompare.model import Alignment, Article, Finding, FindingKind, Group, Story
from sourcecompare.pages import article_from_paragraphs
from sourcecompare.sentences import sentences
from sourcecompare.similarity import score_matrix
from sourcecompare.text import words

WORDS = (
    "fire bridge Tuesday twelve injured Reed said the of. on. cost 4.2 million ferry! police "
    "welder. “Why?” snow 北京 市长。 … *** U.S. quota herring"
).split()
PARAGRAPH = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
PARAGRAPHS = st.lists(PARAGRAPH, max_size=5)
ODD = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from(" .!?…。\n\"'”»)(A1iİß\u0301\u200d")),
    max_size=60,
)
Compared = tuple[tuple[Alignment, ...], tuple[Group, ...], tuple[Finding, ...]]


def compared(texts: Mapping[str, list[str]]) -> Compared:
    articles = [
        article_from_paragraphs(
            some, id=name, outlet=f"Outlet {name}", title=some[0] if some else None
        )
        for name, some in texts.items()
    ]
    return found(articles)


def found(articles: list[Article]) -> Compared:
    said = {one.page.id: sentences(one) for one in articles}
    story = Story(id="s", title="S", articles=tuple(sorted(articles, key=lambda one: one.page.id)))
    alignments, groups = align(articles, said), collate(articles, said)
    return alignments, groups, find_shared(story, said, alignments, groups)


def renamed(some: Compared, names: Mapping[str, str]) -> list[object]:
    """What was found, without the order and the ids that names may change."""

    def place(article: str, *numbers: int) -> tuple[str, ...]:
        return (names[article], *(f"{number:03}" for number in numbers))

    alignments, groups, findings = some
    pairs = sorted(
        (
            sorted((place(a.left.article, a.left.block), place(a.right.article, a.right.block))),
            a.score,
            a.label,
            a.sure,
            a.moved,
            sorted(link.score for link in a.links),
        )
        for a in alignments
    )
    gathered = sorted(
        (sorted(place(r.article, r.block, r.sentence) for r in g.sentences), g.score, g.voices)
        for g in groups
    )
    told = sorted(
        (
            f.kind,
            f.severity,
            sorted(place(e.ref.article, e.ref.block, e.ref.sentence) for e in f.evidence),
        )
        for f in findings
    )
    return [pairs, gathered, told]


@settings(deadline=None)
@given(PARAGRAPHS, PARAGRAPHS)
def test_swapped_sides_transpose_and_another_order_permutes(
    left: list[str], right: list[str]
) -> None:
    matrix = score_matrix(left, right)
    assert np.array_equal(score_matrix(right, left), matrix.T)
    assert np.array_equal(score_matrix(left[::-1], right), matrix[::-1])
    assert ((matrix >= 0) & (matrix <= 1)).all()


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS)
def test_neither_order_nor_names_change_what_is_found(
    first: list[str], second: list[str], third: list[str]
) -> None:
    texts = {"a": first, "b": second, "c": third}
    once = compared(texts)
    assert compared(dict(reversed(texts.items()))) == once
    turned = compared({"z": first, "y": second, "x": third})
    same = {"a": "1", "b": "2", "c": "3"}
    assert renamed(turned, {"z": "1", "y": "2", "x": "3"}) == renamed(once, same)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(PARAGRAPH, ODD), max_size=5))
def test_an_article_and_its_copy_are_all_shared(paragraphs: list[str]) -> None:
    alignments, groups, findings = compared({"a": paragraphs, "copy": paragraphs})
    assert all(finding.kind is FindingKind.SHARED for finding in findings)
    shared = {e.ref for finding in findings for e in finding.evidence}
    assert shared == {ref for some in groups for ref in some.sentences}
    assert all(some.voices == 1 for some in groups)
    assert not any(pair.moved for pair in alignments if pair.left.block == pair.right.block)
    assert {pair.left.block for pair in alignments} == {ref.block for ref in shared}


@settings(deadline=None)
@given(ODD)
@example("\u104b")  # the full stop of Burmese
@example("\u17d4")  # that of Khmer
def test_every_word_is_in_exactly_one_sentence(text: str) -> None:
    spans = split_sentences(text)
    assert [word for span in spans for word in words(text[span.start : span.end])] == words(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(text[span.start : span.end] == text[span.start : span.end].strip() for span in spans)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(PARAGRAPH, ODD), max_size=6))
def test_every_article_is_in_one_story_whatever_the_order(texts: list[str]) -> None:
    articles = [
        article_from_paragraphs([text], id=str(number), outlet="A", title=None)
        for number, text in enumerate(texts)
    ]
    stories = group(articles)
    assert group(articles[::-1]) == stories
    assert sorted(one.page.id for story in stories for one in story.articles) == sorted(
        one.page.id for one in articles
    )
