"""Reuse and voices depend on texts alone, and every passage stands where it says."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from sourcecompare.model import Article, Reuse
from sourcecompare.pages import article_from_paragraphs
from sourcecompare.reuse import find_reuse, read_voices
from sourcecompare.sentences import sentences
from sourcecompare.text import folded_words
from tests.test_voices import ISLAND, SPEECH, WIRE

POOL = [word for text in (*WIRE, *ISLAND) for word in text.split()]


@st.composite
def edited(draw: st.DrawFn) -> str:
    """A paragraph, some of its words dropped or exchanged."""
    words = draw(st.sampled_from([*WIRE, *ISLAND, SPEECH])).split()
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(words) - 1))
        words[at : at + draw(st.integers(0, 2))] = draw(st.lists(st.sampled_from(POOL), max_size=2))
        words = words or ["gone"]
    return " ".join(words)


TEXTS = st.lists(st.one_of(edited(), st.text(max_size=30)), max_size=6)


def articles(texts: Mapping[str, list[str]]) -> list[Article]:
    return [
        article_from_paragraphs(text, id=name, outlet=f"The {name} of Merrin")
        for name, text in texts.items()
    ]


def found(told: list[Article]) -> tuple[Reuse, ...]:
    return find_reuse(told, {one.page.id: sentences(one) for one in told})


def described(told: list[Article], names: Mapping[str, str]) -> list[object]:
    """What was found, in a form that names and order do not change."""
    said = {one.page.id: sentences(one) for one in told}
    reuse = find_reuse(told, said)
    blocks = {(one.page.id, block.index): block.text for one in told for block in one.page.blocks}
    voices = read_voices(told, said, reuse)
    everyone = [one.ref for some in said.values() for one in some]
    texts = [
        (
            sorted((names[page], share) for page, share in zip(one.pages, one.shares, strict=True)),
            one.whole,
            one.source and names[one.source],
            one.basis,
            {
                frozenset(
                    (
                        blocks[two.left.article, two.left.block][
                            two.left_span.start : two.left_span.end
                        ],
                        blocks[two.right.article, two.right.block][
                            two.right_span.start : two.right_span.end
                        ],
                    )
                )
                for two in one.passages
            },
        )
        for one in reuse
    ]
    first = {names[page]: voices.pages[page] for page in names}
    alike = sorted((one, two) for one in first for two in first if first[one] == first[two])
    return [sorted(texts, key=lambda one: repr(one[:4])), alike, voices.among(everyone)]


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_neither_order_nor_names_change_what_is_found(
    first: list[str], second: list[str], third: list[str]
) -> None:
    texts = {"a": first, "b": second, "c": third}
    same = {"a": "1", "b": "2", "c": "3"}
    once = described(articles(texts), same)
    assert described(articles(dict(reversed(texts.items()))), same) == once
    turned = articles({"z": first, "y": second, "x": third})
    assert described(turned, {"z": "1", "y": "2", "x": "3"}) == once


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_a_passage_has_as_many_words_in_common_as_it_says(
    first: list[str], second: list[str]
) -> None:
    told = articles({"a": first, "b": second})
    blocks = {(one.page.id, block.index): block.text for one in told for block in one.page.blocks}
    for text in found(told):
        assert all(0 < share <= 1 for share in text.shares)
        for one in text.passages:
            left = blocks["a", one.left.block][one.left_span.start : one.left_span.end]
            right = blocks["b", one.right.block][one.right_span.start : one.right_span.end]
            common = folded_words(left), folded_words(right)
            assert common[0][0] == common[1][0]
            assert common[0][-1] == common[1][-1]
            assert one.words <= min(map(len, common))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_a_copy_is_no_further_voice(text: list[str]) -> None:
    told = articles({"a": text, "b": text})
    said = {one.page.id: sentences(one) for one in told}
    if any(folded_words(paragraph) for paragraph in text):
        assert len(set(read_voices(told, said, found(told)).pages.values())) == 1
