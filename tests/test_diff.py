"""Word marks: what an editor sees marked between two sentences."""

import time

import pytest
from diff_match_patch import diff_match_patch

from sourcecompare.diff import MAX_SIGNS, diff_words


def marked(left: str, right: str) -> str | None:
    """Same runs as they stand on the left, different ones as [left|right]."""
    changes = diff_words(left, right)
    if changes is None:
        return None
    return "".join(
        left[c.left.start : c.left.end]
        if c.same
        else f"[{left[c.left.start : c.left.end]}|{right[c.right.start : c.right.end]}]"
        for c in changes
    )


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("12 people were hurt.", "21 people were hurt.", "[12 |21 ]people were hurt."),
        (
            "It cost 1,250.50 euros.",
            "It cost 1,250.60 euros.",
            "It cost [1,250.50 |1,250.60 ]euros.",
        ),
        ("The boat sank at 10:30.", "The boat sank.", "The boat sank [at 10:30|]."),
        ("Ships wait.", "Ships wait. No one knows why.", "Ships wait.[|No one knows why.]"),
        ("हिन्दी में समाचार", "हिन्दी का समाचार", "हिन्दी [में |का ]समाचार"),
        ("北京发生火灾", "北京发生水灾", "北京发生[火|水]灾"),
    ],
)
def test_whole_words_are_marked(left: str, right: str, expected: str) -> None:
    assert marked(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“It’s over,”  she said", '"It\'s over," she\u00a0said\n'),
        ("The mayor spoke", "  the Mayor spoke"),
        ("They co\u00adop\u200berate", "They cooperate"),
        ("Cafe\u0301 closed", "Café closed"),
        (" ", "\n\n"),
    ],
)
def test_case_typography_and_gaps_make_no_difference(left: str, right: str) -> None:
    changes = diff_words(left, right)
    assert changes is not None
    assert [change.same for change in changes] == [True]
    assert changes[0].left.end == len(left)
    assert changes[0].right.end == len(right)


def test_marks_do_not_crumble_on_little_words() -> None:
    left = "Rescuers reached the village on foot after the only bridge to it had collapsed."
    right = "Rescuers reached the wreck of the ferry in boats after the only bridge had collapsed."
    assert marked(left, right) == (
        "Rescuers reached the [village on foot |wreck of the ferry in boats ]"
        "after the only bridge [to it |]had collapsed."
    )


def test_texts_that_share_next_to_nothing_are_not_marked() -> None:
    assert marked("Twelve people died in the fire.", "A court sentenced his brother today") is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("to be or " * 20_000, "or be to " * 20_000),
        (" ".join(map(str, range(3_000))), " ".join(map(str, reversed(range(3_000))))),
        ("a" + "\u0301" * 600_000, "a" + "\u0300" * 600_000),
        ("x" * 1_000_000, "y " * 500_000),
    ],
)
def test_texts_too_large_to_compare_are_given_up(left: str, right: str) -> None:
    assert diff_words(left, right) is None


def test_a_long_text_with_one_new_word_is_compared() -> None:
    text = " ".join(f"w{n}" for n in range(10_000))
    assert len(text) * 2 < MAX_SIGNS
    changes = diff_words(text, text.replace("w5000 ", "new "))
    assert changes is not None
    assert [change.same for change in changes] == [True, False, True]


def test_the_clock_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    left, right = " ".join("abcdefghij" * 9), " ".join("bcadfeghji" * 9)
    expected = diff_words(left, right)
    monkeypatch.setattr(time, "time", iter(range(0, 10**9, 1000)).__next__)
    assert diff_words(left, right) == expected
    assert diff_match_patch().Diff_Timeout > 0  # the library's own default would have stopped
