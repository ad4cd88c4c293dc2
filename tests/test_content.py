"""What may be relied on when blocks are told to be content or not."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

import sourcecompare as sc
from sourcecompare.clean.cleaning import signals_of
from sourcecompare.content import (
    HTML_WEIGHTS,
    TEXT_WEIGHTS,
    UNVOTED_WEIGHTS,
    Signals,
    best_run,
    features_of,
    last_resort,
    probabilities,
    vote_shares,
)
from sourcecompare.text import folded_words

PROSE = "The council said that the old bridge will stay closed until its piers have been looked at."
MENU = "Coast"


def text_page(*lines: str) -> sc.Page:
    return sc.page_from_text("\n\n".join(lines), id="a", outlet="A")


def silent(page: sc.Page) -> Signals:
    """Nobody says anything of the page's blocks."""
    none = [False] * len(page.blocks)
    tokens = [folded_words(block.text) for block in page.blocks]
    return Signals(furniture=none, frame=none, named=none, tokens=tokens, shares=None)


def runs(page: sc.Page, likely: Sequence[float], furniture: Sequence[bool]) -> list[bool]:
    return best_run(page, np.array(likely), replace(silent(page), furniture=furniture))


@pytest.mark.parametrize(
    ("page", "weights"),
    [
        (text_page(PROSE, MENU), TEXT_WEIGHTS),
        (sc.page_from_html(f"<p>{PROSE}</p>", id="a", outlet="A"), HTML_WEIGHTS),
    ],
)
def test_every_weight_has_a_feature_of_each_block(page: sc.Page, weights: dict[str, float]) -> None:
    features = features_of(page, signals_of(page))
    assert weights.keys() <= features.keys()
    assert UNVOTED_WEIGHTS.keys() <= features.keys() or page.media is sc.Media.TEXT
    for name, values in features.items():
        assert values.shape == (len(page.blocks),), name
        assert np.isfinite(values).all(), name


def test_prose_is_likelier_than_a_menu() -> None:
    page = text_page(*[MENU] * 4, *[PROSE] * 4, *[MENU] * 4)
    likely = probabilities(page, silent(page))
    assert likely[4:8].min() > likely[:4].max()
    assert likely[4:8].min() > likely[8:].max()


def test_a_page_of_one_block_has_a_probability() -> None:
    page = text_page(PROSE)
    (only,) = probabilities(page, silent(page))
    assert 0 < only < 1


def test_neighbours_carry_a_doubtful_block_with_them() -> None:
    page = text_page(*[MENU] * 5)
    nothing = [False] * 5
    assert runs(page, [0.9, 0.9, 0.4, 0.9, 0.9], nothing) == [True] * 5
    assert runs(page, [0.1, 0.1, 0.6, 0.1, 0.1], nothing) == [False] * 5
    assert runs(page, [0.01, 0.01, 0.99, 0.99, 0.99], nothing) == [False] * 2 + [True] * 3


def test_furniture_is_no_content_and_does_not_part_it() -> None:
    page = text_page(*[MENU] * 5)
    likely = [0.9, 0.9, 0.0, 0.9, 0.9]
    assert runs(page, likely, [False, False, True, False, False]) == [True, True, False, True, True]
    assert runs(page, likely, [True] * 5) == [False] * 5


def test_certainty_does_not_divide_by_zero() -> None:
    assert runs(text_page(MENU, MENU), [0.0, 1.0], [False, False]) == [False, True]


def test_on_text_pages_full_paragraphs_at_the_edge_are_taken_in() -> None:
    page = text_page("Fire closes old bridge", PROSE, "What comes now", PROSE, MENU)
    likely = [0.01, 0.99, 0.01, 0.01, 0.01]
    assert runs(page, likely, [False] * 5) == [False, True, True, True, False]


def test_a_page_where_nothing_is_likely_keeps_its_full_paragraphs() -> None:
    page = text_page(MENU, PROSE, PROSE)
    unlikely = np.array([0.1, 0.1, 0.001])
    assert last_resort(page, unlikely, silent(page)) == [False, True, False]


def test_a_page_where_nothing_is_likely_heeds_the_vote_but_no_furniture() -> None:
    page = text_page(MENU, PROSE, PROSE)
    signals = Signals(
        furniture=[False, False, True],
        frame=[False] * 3,
        named=[False] * 3,
        tokens=[[], [], []],
        shares=np.array([1.0, 0.0, 1.0]),
    )
    assert last_resort(page, np.array([0.1, 0.1, 0.1]), signals) == [True, False, False]


def test_a_vote_is_counted_in_runs_of_words() -> None:
    tokens = [
        folded_words(text) for text in ("one two three four", "five two three six", "Coast", "")
    ]
    shares = vote_shares(tokens, "ONE two three four, five\ncoast")
    assert list(shares) == [1.0, 0.0, 1.0, 0.0]


def test_keeps_the_last_short_sentence_of_a_paste_without_a_frame() -> None:
    page = text_page(PROSE, PROSE, "No boat will sail before the weekend.")
    result = sc.clean(page)
    assert result.text.endswith("No boat will sail before the weekend.")
