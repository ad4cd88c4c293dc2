"""How alike two texts are by their words and letters: the scorers and what they share.

Both scorers are cosines of weighted counts over one sorted vocabulary, so that a score depends
on the texts handed in and not on their order, and swapping the sides transposes the result to
the bit. docs/ALIGNMENT.md lists what was measured and left out.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from sourcecompare.errors import SettingError
from sourcecompare.text import fold

from .reading import Matrix, Reading, feature_counts, rarity, read, unit_rows
from .tokens import letters_of

_UNSAID_STEMS = 8.0
"""Squared length that every text's stems are taken to have besides, about two rare words; half of
the paragraphs of real news have 50 to 95. With the next, .010 AP on the events fitted on and .003
on those held out, and fewer false pairs of short texts."""
_UNSAID_LETTERS = 1500.0
"""The same of its letters' n-grams, where half of the paragraphs have 10,000 to 22,000."""
_STRAY = 1e-6
"""How far beyond 0..1 a scorer's rounding may lead."""
_SCALE = 9.0
"""A word of full weight counts so often before its letters' counts are damped, a very common one
not at all; counted alike, AP on real news is .001 lower."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorer:
    """One measure of likeness and its share in the score."""

    name: str
    weight: float
    """above 0; likeness is the weighted mean"""
    score: Callable[[Sequence[str], Sequence[str]], Matrix]
    """left and right texts to a matrix (len(left), len(right)) within 0..1, which is transposed
    if the sides are swapped and depends on the set of all texts, not on their order"""
    rows: Callable[[Reading], Any] | None = None
    """where scores are cosines: a sparse row of length 1 at most for each text of a reading, so
    that a long story's texts are read once and not again for each part of its matrix"""


def letter_ngrams(left: Sequence[str], right: Sequence[str]) -> Matrix:
    """Cosine of TF-IDF over the letter n-grams inside words; sees inflection and spelling."""
    return _cosines(left, right, _letter_rows)


def rare_words(left: Sequence[str], right: Sequence[str]) -> Matrix:
    """Sum of the rarity of shared stems, over the geometric mean of both texts' sums.

    It stands between containment in the shorter text (which lets "He said so." be in anything)
    and overlap with the longer one. A stem is rare among these texts and in its language.
    """
    return _cosines(left, right, _stem_rows)


def weighted_scores(left: Sequence[str], right: Sequence[str], scorers: Sequence[Scorer]) -> Matrix:
    """The weighted mean of the scorers; equal texts score 1, a text without any sign scores 0.

    Six digits are kept: more of them would show the order of summing.

    Raises:
        SettingError: a weight or a scorer's result is not what `Scorer` says; or there is none.
    """
    _check_weights(scorers)
    parts = [(_scores(scorer, left, right), scorer.weight) for scorer in scorers]
    folded = [fold(text) for text in right]
    return _weighted(parts, [fold(text) for text in left], _columns(folded))


def weighted_rows(
    texts: Sequence[str],
    reading: Reading,
    ranges: Iterable[tuple[int, int]],
    scorers: Sequence[Scorer],
) -> Iterator[Matrix]:
    """`weighted_scores` of the texts in each half-open range, range by range.

    They are beside all texts from the range's first one on: scores are the same the other way
    round, so that no pair is scored twice. `reading` is that of the texts.

    Raises:
        SettingError: as for `weighted_scores`.
    """
    _check_weights(scorers)
    read_once = [
        scorer.rows(reading)[reading.rows].tocsr() if scorer.rows else None for scorer in scorers
    ]
    folded = [fold(text) for text in texts]
    columns = _columns(folded)
    for start, end in ranges:
        parts = [
            (
                _scores(scorer, texts[start:end], texts)[:, start:]
                if rows is None
                else _product(rows[start:end], rows[start:]),
                scorer.weight,
            )
            for scorer, rows in zip(scorers, read_once, strict=True)
        ]
        yield _weighted(parts, folded[start:end], columns, first=start)


def stem_rarity(reading: Reading) -> tuple[Mapping[str, int], Matrix]:
    """The number of each token's stem, and how much sharing each stem says among these texts."""
    number = {stem: at for at, stem in enumerate(sorted(set(reading.stems)))}
    counts, known = _stem_counts(reading)
    numbers = {
        token: number[stem] for token, stem in zip(reading.vocabulary, reading.stems, strict=True)
    }
    return numbers, rarity(counts) * known


def _stem_counts(reading: Reading) -> tuple[Any, Matrix]:
    """How often each text has each stem, sorted, and how much sharing each stem says, 0..1.

    A stem is as common as its commonest form.
    """
    known: dict[str, float] = {}
    for stem, weight in zip(reading.stems, reading.background.weights.tolist(), strict=True):
        known[stem] = min(known.get(stem, 1.0), weight)
    counts = feature_counts(reading, [[stem] for stem in reading.stems])
    return counts, np.array([known[stem] for stem in sorted(known)])


def _check_weights(scorers: Sequence[Scorer]) -> None:
    if not scorers:
        raise SettingError("There is no scorer, so that no two texts are alike; give one at least.")
    for scorer in scorers:
        if not 0.0 < scorer.weight < float("inf"):
            raise SettingError(
                f"The weight of the scorer {scorer.name!r} is {scorer.weight}; give one above 0."
            )


def _scores(scorer: Scorer, left: Sequence[str], right: Sequence[str]) -> Matrix:
    """What a scorer says: else a NaN would be unlike all, and what is shared called unique."""
    found: Any = scorer.score(left, right)
    fits = isinstance(found, np.ndarray) and found.shape == (len(left), len(right))
    fits = fits and found.dtype.kind in "biuf"
    # A NaN is neither below nor above anything.
    if not fits or not (found.min(initial=0.0) >= -_STRAY and found.max(initial=1.0) <= 1 + _STRAY):
        raise SettingError(
            f"The scorer {scorer.name!r} gives something else than an array of numbers from 0 to 1 "
            f"for {len(left)} left and {len(right)} right texts; mend it, or leave it out."
        )
    return np.asarray(found)


def _columns(folded: Sequence[str]) -> dict[str, list[int]]:
    """Where each text stands."""
    columns: dict[str, list[int]] = {}
    for column, text in enumerate(folded):
        columns.setdefault(text, []).append(column)
    return columns


def _weighted(
    parts: Sequence[tuple[Matrix, float]],
    left: Sequence[str],
    columns: Mapping[str, list[int]],
    *,
    first: int = 0,
) -> Matrix:
    """The mean of scores with their weights, for folded texts; see `weighted_scores`.

    The parts' columns are those from `first` on.
    """
    whole = sum(weight for _, weight in parts)
    total = np.zeros((len(left), sum(map(len, columns.values())) - first))
    for part, weight in parts:
        total += part * (weight / whole)
    np.clip(np.round(total, 6, out=total), 0.0, 1.0, out=total)
    for row, text in enumerate(left):
        if text:
            total[row, [at - first for at in columns.get(text, ()) if at >= first]] = 1.0
        else:
            total[row] = 0.0
    return total


def _cosines(left: Sequence[str], right: Sequence[str], rows: Callable[[Reading], Any]) -> Matrix:
    reading = read([*left, *right])
    found = rows(reading)[reading.rows].tocsr()
    return _product(found[: len(left)], found[len(left) :])


def _product(left: Any, right: Any) -> Matrix:
    return np.asarray((left @ right.T).toarray(), dtype=np.float64)


def _letter_rows(reading: Reading) -> Any:
    grams = [letters_of(token) for token in reading.vocabulary]
    counts = feature_counts(reading, grams, _SCALE * reading.background.weights)
    return unit_rows(counts, _damped, unsaid=_UNSAID_LETTERS)


def _stem_rows(reading: Reading) -> Any:
    counts, known = _stem_counts(reading)
    return unit_rows(counts, _root, unsaid=_UNSAID_STEMS, known=known)


def _damped(counts: Matrix, rarity: Matrix) -> Matrix:
    """TF-IDF in which the tenth time counts little more than the first."""
    weights: Matrix = np.log1p(counts) * rarity
    return weights


def _root(counts: Matrix, rarity: Matrix) -> Matrix:
    weights: Matrix = np.sqrt(rarity)
    return weights


SCORERS: tuple[Scorer, ...] = (
    Scorer(name="letter n-grams", weight=0.3, score=letter_ngrams, rows=_letter_rows),
    Scorer(name="rare words", weight=0.7, score=rare_words, rows=_stem_rows),
)
"""At a weight of .5 for each, AP is .002 lower on the events fitted on, .006 on those held out."""
