"""Which blocks the content model is told to be content, when it is fitted."""

import importlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

Labels = Callable[[Sequence[str], str], list[bool]]

FIRST = "The old ferry sails again from Monday, the harbour office said on Friday evening."
SECOND = "Its engine had failed in March, and two repairs since then had cost the town dearly."
TEASER = "Read what else our reporters saw along the coast this week."


@pytest.fixture
def content_blocks(monkeypatch: pytest.MonkeyPatch) -> Labels:
    for folder in ("benchmarks", "training"):
        monkeypatch.syspath_prepend(str(ROOT / folder))
    found: Labels = importlib.import_module("labels").content_blocks
    return found


def test_blocks_of_the_marked_text_are_content(content_blocks: Labels) -> None:
    marked = f"{FIRST}\n{SECOND}"
    assert content_blocks(["Home", FIRST, SECOND, TEASER, ""], marked) == [
        *(False, True, True),
        *(False, False),
    ]


def test_a_block_needs_most_of_its_words_in_the_marked_text(content_blocks: Labels) -> None:
    more = "The harbour office said on Friday evening that a band will play on board all night."
    assert content_blocks([more, FIRST.upper()], FIRST) == [False, True]


def test_a_short_block_is_content_as_a_line_or_between_its_neighbours(
    content_blocks: Labels,
) -> None:
    assert (
        content_blocks([FIRST, "What comes", SECOND], f"{FIRST}\nWhat comes\n{SECOND}")
        == [True] * 3
    )
    # The marked text may join lines that the page parts.
    assert content_blocks([FIRST, "Not yet.", SECOND], f"{FIRST} Not yet. {SECOND}") == [True] * 3
    assert content_blocks([FIRST, "Not yet.", TEASER], f"{FIRST} Not yet. {SECOND}") == [
        *(True, False, False)
    ]
    assert content_blocks([FIRST, "Share", SECOND], f"{FIRST} {SECOND}") == [True, False, True]


def test_of_two_copies_the_one_near_content_is_content(content_blocks: Labels) -> None:
    page = [FIRST, *[TEASER] * 7, FIRST, SECOND]
    labels = content_blocks(page, f"{FIRST}\n{SECOND}")
    assert labels == [*[False] * 8, True, True]
    twice = content_blocks(page, f"{FIRST}\n{SECOND}\n{FIRST}")
    assert twice == [True, *[False] * 7, True, True]
