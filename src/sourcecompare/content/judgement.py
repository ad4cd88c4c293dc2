"""What the content model says of a page: a probability for each block, and how good the choice is.

Where a page is hard to read, another extractor is asked; its vote shifts the odds of each block.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sourcecompare.model import Media, Page

from .arrays import Columns, Floats, narrowed
from .forest import Models
from .lines import line_features, measure, page_features
from .markup import markup_features
from .passages import passage_features
from .places import place_features
from .signals import Signals

CONTENT = 0.5  # a block is content from this probability on: the best of .35 to .55 on all sets
VOTE = 1.0
"""Log-odds that another extractor's vote adds or takes; of 1, 2, 3 and 4 the best on hard pages."""

_EDGE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The content model's word on a page."""

    likely: Floats
    """probability of each block of being main content, shape (blocks,), 0..1"""
    words: Floats
    """of each block"""

    def content(self) -> NDArray[np.bool_]:
        """Which blocks are content; of a page without a likely one, those that come nearest."""
        if not len(self.likely):
            return np.zeros(0, bool)
        return self.likely >= min(CONTENT, max(_LEAST, float(self.likely.max())))

    def without(self, gone: NDArray[np.bool_]) -> "Judgement":
        """The judgement when these blocks are known to be no content."""
        return Judgement(likely=np.where(gone, 0.0, self.likely), words=self.words)

    def quality(self, chosen: NDArray[np.bool_]) -> float:
        """The expected F1 of the chosen blocks' words, 0..1.

        If each probability is right, this is how well the choice meets what a person would keep.
        docs/CLEANING.md compares it with the truth on pages of outlets that were not trained on.
        """
        kept = float((self.words * chosen).sum())
        right = float((self.words * self.likely * chosen).sum())
        wanted = float((self.words * self.likely).sum())
        return 2 * right / (kept + wanted) if right else 0.0


_LEAST = 0.1  # below, a page has no content at all


def judge(page: Page, signals: Signals, models: Models) -> Judgement:
    """The judgement of a page's markup and text."""
    features = features_of(page, signals)
    words = np.expm1(features["words"].astype(float))
    if page.media is Media.HTML:
        return Judgement(likely=_logistic(models.html.odds(features)), words=words)
    likely = _logistic(models.text.odds(features))
    second = passages_of(features, likely, signals)
    return Judgement(likely=_logistic(models.passages.odds(second)), words=words)


def features_of(page: Page, signals: Signals) -> Columns:
    """All features of a page's blocks, each of shape (blocks,)."""
    measured = measure(page, signals)
    lines = line_features(page, signals, measured)
    features = narrowed(page_features(measured) | place_features(signals, measured, lines))
    features |= narrowed(lines)
    if page.media is Media.HTML:
        features |= narrowed(markup_features(page, signals, measured))
    return features


def passages_of(features: Columns, likely: Floats, signals: Signals) -> Columns:
    """The features of the second look: those of the first, and what the first made of them."""
    words = np.expm1(features["words"].astype(float))
    return features | narrowed(passage_features(likely, words, signals))


def with_vote(judgement: Judgement, shares: Floats) -> Judgement:
    """The judgement when another extractor is heard, which keeps `shares` of each block."""
    safe = np.clip(judgement.likely, _EDGE, 1 - _EDGE)
    odds = np.log(safe / (1 - safe)) + VOTE * (2 * shares - 1)
    return Judgement(likely=_logistic(odds), words=judgement.words)


def _logistic(odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))))
