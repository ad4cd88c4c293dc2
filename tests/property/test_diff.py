"""Laws of word marks: nothing is lost, and the order of the two texts does not matter."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sourcecompare.diff import Change, diff_words
from sourcecompare.text import fold

WORDS = (
    st.lists(
        st.sampled_from(
            ["the", "The", "boat", "12", "1,000", "“", '"', ".", " ", "\n", "\u00ad", "e\u0301"]
        )
        | st.text(max_size=3)
    ).map(" ".join)
    | st.text()
)


@given(WORDS, WORDS)
def test_the_runs_cover_both_texts_in_order(left: str, right: str) -> None:
    changes = diff_words(left, right)
    if changes is None:
        return
    assert "".join(left[c.left.start : c.left.end] for c in changes) == left
    assert "".join(right[c.right.start : c.right.end] for c in changes) == right
    assert all(a.same != b.same for a, b in pairwise(changes))


@given(WORDS, WORDS)
def test_exchanging_the_texts_exchanges_the_sides(left: str, right: str) -> None:
    there, back = diff_words(left, right), diff_words(right, left)
    mirrored = back and tuple(Change(left=c.right, right=c.left, same=c.same) for c in back)
    assert there == mirrored


@given(WORDS)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    changes = diff_words(text, text)
    assert changes is not None
    assert all(change.same for change in changes)


@given(WORDS, WORDS)
def test_same_runs_hold_the_same_words(left: str, right: str) -> None:
    for change in diff_words(left, right) or ():
        if change.same:
            ours = fold(left[change.left.start : change.left.end])
            theirs = fold(right[change.right.start : change.right.end])
            assert ours.replace(" ", "") == theirs.replace(" ", "")
