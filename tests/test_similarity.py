"""Scores: what they promise of order, sides, scripts and empty texts."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from sourcecompare.errors import SettingError
from sourcecompare.pages import article_from_paragraphs
from sourcecompare.sentences import sentences
from sourcecompare.similarity import (
    SCORERS,
    Scorer,
    clusters,
    document_scores,
    faded,
    likeness,
    score_matrix,
    score_story,
)
from sourcecompare.similarity import linkage as linkage_module
from sourcecompare.similarity import scores as scores_module

FIRE = "A fire on the harbour bridge injured twelve people on Tuesday."
BLAZE = "Twelve people were injured on Tuesday when the harbour bridge caught fire."
VOTE = "Parliament votes on the new fishing quota next week."
LONG = f"{VOTE} Ministers expect a close result. {FIRE} Nobody has been charged so far."


def test_alike_is_above_unlike() -> None:
    row = score_matrix([FIRE], [BLAZE, LONG, VOTE])[0]
    assert row[0] > 0.4
    assert row[1] > 0.5
    assert row[2] < 0.15


def test_another_order_changes_no_bit_and_swapping_transposes() -> None:
    left, right = [FIRE, VOTE, LONG], [BLAZE, LONG, "", VOTE]
    matrix = score_matrix(left, right)
    assert np.array_equal(score_matrix(right, left), matrix.T)
    turned = score_matrix(left[::-1], right[::-1])
    assert np.array_equal(turned[::-1, ::-1], matrix)


@pytest.mark.parametrize("text", [FIRE, "!?", "北京市长周二宣布", "a", LONG])
def test_equal_texts_score_one(text: str) -> None:
    assert score_matrix([text, "other words"], [text]).tolist()[0] == [1.0]


def test_empty_texts_score_nothing() -> None:
    assert score_matrix(["", " "], ["", FIRE]).tolist() == [[0.0, 0.0], [0.0, 0.0]]
    assert score_matrix([], [FIRE]).shape == (0, 1)
    assert score_matrix([FIRE], []).shape == (1, 0)


def test_scripts_without_spaces_are_compared_by_neighbouring_characters() -> None:
    row = score_matrix(["北京市长周二宣布辞职"], ["市长在北京宣布辞职", "上海今年人口增加"])[0]
    assert row[0] > 0.3
    assert row[1] < 0.05


def test_a_scorer_of_the_callers_own_has_its_weight() -> None:
    full = Scorer(name="all", weight=3.0, score=lambda a, b: np.ones((len(a), len(b))))
    none = Scorer(name="none", weight=1.0, score=lambda a, b: np.zeros((len(a), len(b))))
    (mixed,) = score_matrix([FIRE], [VOTE], scorers=(full, none))[0]
    assert likeness(np.array(mixed)) == pytest.approx(0.75, abs=1e-4)
    assert score_matrix([FIRE], [VOTE], scorers=(full,)).tolist() == [[1.0]]
    assert score_matrix([FIRE], [VOTE], scorers=(none,)).tolist() == [[0.0]]


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -0.5, 7.0, "0.5"])
def test_a_scorer_that_gives_anything_but_0_to_1_is_refused_by_name(wrong: float | str) -> None:
    def score(left: Sequence[str], right: Sequence[str]) -> Any:
        found = np.full((len(left), len(right)), wrong)
        found[1:] = 0
        return found

    said = {"a": sentences(article_from_paragraphs([FIRE, LONG, VOTE], id="a", outlet="A"))}
    scorers = (*SCORERS, Scorer(name="mine", weight=0.1, score=score))
    with pytest.raises(SettingError, match="scorer 'mine' gives"):
        score_matrix([FIRE, VOTE], [LONG], scorers=scorers)
    with pytest.raises(SettingError, match="scorer 'mine' gives"):
        score_story(said, scorers=scorers)


def test_scorers_without_weight_or_shape_are_refused() -> None:
    def score(left: Sequence[str], right: Sequence[str]) -> Any:
        return np.zeros((1, len(left) * len(right)))

    for weight in (0.0, -1.0, float("nan"), float("inf")):
        with pytest.raises(SettingError, match="weight of the scorer 'mine'"):
            score_matrix([FIRE], [VOTE], scorers=(Scorer(name="mine", weight=weight, score=score),))
    with pytest.raises(SettingError, match="2 left and 1 right"):
        score_matrix([FIRE, VOTE], [LONG], scorers=(Scorer(name="m", weight=1.0, score=score),))
    with pytest.raises(SettingError, match="no scorer"):
        score_matrix([FIRE], [VOTE], scorers=())


def test_a_story_in_chunks_scores_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"a": [FIRE, LONG], "b": [BLAZE, VOTE], "c": [LONG]}
    said = {
        name: sentences(article_from_paragraphs(some, id=name, outlet=name, title="Fire"))
        for name, some in texts.items()
    }
    whole = score_story(said)
    monkeypatch.setattr(scores_module, "_CELLS", 1)
    parts = score_story(said, scorers=SCORERS)
    assert (whole.by_block != parts.by_block).nnz == 0
    assert (whole.by_sentence != parts.by_sentence).nnz == 0
    assert len(whole.blocks) == 8
    assert whole.by_block.toarray()[1, 1] == 1.0


def test_a_story_without_sentences_has_empty_scores() -> None:
    assert score_story({"a": ()}).by_block.shape == (0, 0)


def test_average_linkage_keeps_a_chain_apart() -> None:
    chain = np.eye(4) + 0.5 * (np.eye(4, k=1) + np.eye(4, k=-1))
    from scipy import sparse

    found = clusters(sparse.csr_array(chain), [3, 2, 1, 0], threshold=0.4)
    assert found == [[3, 2], [1, 0]]


def test_a_piece_too_large_for_a_matrix_is_cut_but_equal_rows_stay_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from scipy import sparse

    scores = np.full((6, 6), 0.5)
    scores[:3, :3] = scores[3:, 3:] = 1.0
    monkeypatch.setattr(linkage_module, "_LARGEST", 2)
    monkeypatch.setattr(linkage_module, "_FEW", 0)
    found = clusters(sparse.csr_array(scores), range(6), threshold=0.4)
    assert found == [[0, 1, 2], [3, 4, 5]]


def test_documents_on_one_matter_are_alike() -> None:
    scores = document_scores([FIRE, BLAZE, VOTE, ""]).toarray()
    assert scores[0, 1] > 0.4
    assert scores[0, 2] < 0.18
    assert not scores[3].any()
    assert document_scores([]).shape == (0, 0)


def test_scores_fade_with_the_days_between_and_an_unknown_day_changes_nothing() -> None:
    scores = document_scores([FIRE, BLAZE, FIRE, BLAZE])
    days = [(100, 100), (102, 102), (117, 117), None]
    kept = faded(scores, days).toarray() / scores.toarray()
    assert kept[0, 1] == kept[0, 0] == kept[0, 3] == 1
    assert 0.4 < kept[0, 2] < kept[1, 2] < 0.8
    month = faded(scores, [(100, 130), (102, 102), (117, 117), (900, 900)]).toarray()
    assert np.array_equal(month, month.T)
    assert month[0, 2] == scores[0, 2]
    assert month[0, 3] == pytest.approx(0.4 * scores[0, 3], abs=1e-4)
