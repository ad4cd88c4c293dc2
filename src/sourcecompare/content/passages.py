"""A second look at plain text, which has no markup: the blocks as a first forest judged them.

An article is mostly contiguous and its paragraphs share names and rare words. What a first look
takes for content therefore says much of what stands next to it, and of what tells another story.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from .arrays import Features, Floats, before, shifted, since, spread, until, windowed
from .signals import Signals

SURE, SURE_WORDS = 0.7, 8  # of a block that the article's names and rare words are taken from
STRONG, STRONG_WORDS = 0.8, 12
FIRST = 8  # sure blocks from which on a story tells what it is about
TELLING = 5  # letters of a word that may be a name or a rare one
READ = 200  # words of a block
MOST = 100  # words of a block that count
UNSPACED = "\u3000"  # from here on a character may be a word
EDGE = 1e-4  # a probability is at least so far from 0 and 1


def passage_features(likely: Floats, words: Floats, signals: Signals) -> Features:
    """Features from a first look's probabilities, shape (blocks,)."""
    count = len(likely)
    safe = np.clip(likely, EDGE, 1 - EDGE)
    odds = np.log(safe / (1 - safe))
    words = np.minimum(words, MOST)
    mass, size = safe * words, float(words.sum()) + 1
    total = max(1e-9, float(mass.sum()))
    strong = (safe > STRONG) & (words >= STRONG_WORDS)
    features: Features = {"odds": odds}
    for distance in (1, 2, 3, 4, -1, -2, -3, -4):
        features[f"odds{-distance:+d}"] = shifted(odds, distance, -6)
    for radius in (2, 4, 8, 16):
        features[f"odds_round_{radius}"] = windowed(odds, radius)
        features[f"mass_round_{radius}"] = windowed(mass, radius)
        features[f"likely_round_{radius}"] = windowed(safe, radius)
    passed = before(strong.astype(float))
    features |= {
        "mass_before": before(mass) / total,
        "mass_after": 1 - (before(mass) + mass) / total,
        "mass": spread(np.log1p(total), count),
        "mass_share": spread(total / size, count),
        "sureness": spread(float((np.abs(safe - 0.5) * words).sum()) / size, count),
        "rank": np.argsort(np.argsort(odds, kind="stable"), kind="stable") / max(1, count - 1),
        "since_strong": since(strong),
        "until_strong": until(strong),
        "strong_before": np.minimum(passed, 20),
        "strong_after": np.minimum(float(strong.sum()) - passed - strong, 20),
    }
    features |= _best_stretch((safe - 0.5) * np.sqrt(words), mass / total)
    return features | _cohesion((safe > SURE) & (words >= SURE_WORDS), signals.tokens)


def _best_stretch(gains: Floats, mass: Floats) -> Features:
    """Where the contiguous run of blocks stands that gains most."""
    best, start, end = 0.0, 0, 0
    running, begun = 0.0, 0
    for place, gain in enumerate(gains.tolist()):
        if running <= 0:
            running, begun = 0.0, place
        running += gain
        if running > best:
            best, start, end = running, begun, place + 1
    order = np.arange(len(gains))
    return {
        "inside": ((order >= start) & (order < end)).astype(float),
        "from_edge": np.clip(order - start, -30.0, 30.0),
        "to_edge": np.clip(end - 1 - order, -30.0, 30.0),
        "stretch_mass": spread(float(mass[start:end].sum()), len(gains)),
    }


def _cohesion(sure: NDArray[np.bool_], tokens: Sequence[Sequence[str]]) -> Features:
    """How much of a block's names and rare words the other sure blocks have; -1 without any."""
    told = [frozenset(_telling(some[:READ])) for some in tokens]
    spread_over: Counter[str] = Counter()
    for different in set(told):
        spread_over.update(different)
    weight = {word: 1 / count**0.5 for word, count in spread_over.items()}
    places = np.flatnonzero(sure).tolist()
    known: Counter[str] = Counter()
    for place in places:
        known.update(told[place])
    opening = frozenset().union(*(told[place] for place in places[:FIRST]))
    passed = np.cumsum(sure)
    shared, opened = np.full(len(told), -1.0), np.full(len(told), -1.0)
    for place, own in enumerate(told):
        if len(own) < 2:
            continue
        # Sums in the order of the words: that of a set changes from run to run.
        ordered = sorted(own)
        total = sum([weight[word] for word in ordered])
        mine = bool(sure[place])
        shared[place] = sum([weight[w] for w in ordered if known[w] > mine]) / total
        if not mine or passed[place] > FIRST:
            opened[place] = sum([weight[w] for w in ordered if w in opening]) / total
        else:
            opened[place] = 0.0
    tells = shared >= 0
    features: Features = {"cohesion": shared, "cohesion_opening": opened}
    for radius in (4, 12):
        mean = windowed(np.where(tells, shared, 0), radius)
        share = np.maximum(0.02, windowed(tells.astype(float), radius))
        features[f"cohesion_round_{radius}"] = mean / share
    return features


def _telling(tokens: Sequence[str]) -> Iterator[str]:
    """Words that may tell what a text is on: long ones, and characters of unspaced scripts."""
    for word in tokens:
        if len(word) >= TELLING or (len(word) == 1 and word > UNSPACED):
            yield word
