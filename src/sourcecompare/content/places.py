"""Features of a block's place: where on the page it stands, and what stands round it."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from sourcecompare.model import Rule

from .arrays import Features, before, reach, shifted, since, spread, until, windowed
from .lines import Measured
from .signals import Signals

LONG_PROSE = 20  # words; so long a sentence is rarely furniture
MOST = 8.0  # more of one furniture says no more

FURNITURE: Mapping[str, frozenset[Rule]] = {
    "related": frozenset({Rule.RELATED}),
    "comment": frozenset({Rule.COMMENT_FORM, Rule.COMMENT_PROMPT}),
    "share": frozenset({Rule.SHARE, Rule.SOCIAL}),
    "meta": frozenset({Rule.POST_META, Rule.DATE, Rule.BYLINE}),
    "invitation": frozenset({Rule.NEWSLETTER, Rule.PAYWALL}),
    "legal": frozenset({Rule.COOKIE_CONSENT, Rule.LEGAL_NOTICE, Rule.CONTACT}),
    "navigation": frozenset({Rule.NAVIGATION, Rule.BREADCRUMB}),
}
"""Furniture that stands before, round or after an article."""

_FRAME = frozenset().union(*(FURNITURE[name] for name in FURNITURE if name != "meta")) | {
    Rule.POST_META
}
_ENDING = FURNITURE["related"] | FURNITURE["comment"] | FURNITURE["invitation"]
_HEADING = FURNITURE["meta"] | FURNITURE["share"]
_SHIFTS: Mapping[str, tuple[int, ...]] = {
    "words": (1, 2, 3, -1, -2, -3),
    "prose": (1, 2, 3, -1, -2, -3),
    "ends": (1, -1),
    "gone": (1, -1),
    "capitalised": (1, 2, -1, -2),
    "functional": (1, 2, -1, -2),
    "common": (1, -1),
    "heading": (1, -1),
    "starts_upper": (-1,),
}
"""Features of neighbours that count, and at which distance: 1 is the block before."""
_WINDOWS: Mapping[str, tuple[int, ...]] = {
    "prose": (2, 4, 8, 16),
    "frame": (2, 4, 8, 16),
    "words": (2, 4, 8, 16),
    "capitalised": (4,),
    "ends": (4,),
    "common_words": (4,),
    "functional_words": (4, 12),
    "times": (3,),
}


class _Said:
    """Which rule speaks against each block, as numbers: members of an enum are slow to look up."""

    def __init__(self, signals: Signals) -> None:
        self._numbers: dict[Rule | None, int] = {
            rule: number for number, rule in enumerate((None, *Rule))
        }
        self._of_blocks = np.array([self._numbers[rule] for rule in signals.rules], int)

    def any_of(self, rules: frozenset[Rule]) -> NDArray[np.bool_]:
        """Whether the block's rule is one of these, shape (blocks,)."""
        known = np.zeros(len(self._numbers), bool)
        known[[self._numbers[rule] for rule in rules]] = True
        return np.asarray(known[self._of_blocks])


def place_features(signals: Signals, measured: Measured, lines: Features) -> Features:
    """Features of place and neighbours; `lines` are the blocks' own."""
    words, prose = measured.words, measured.prose
    count = len(words)
    order = np.arange(count, dtype=float)
    title = signals.title_block
    long = prose >= LONG_PROSE
    features: Features = {
        "position": order / max(1, count - 1),
        "from_start": np.minimum(order, 60),
        "from_end": np.minimum(order[::-1], 60),
        "words_before": before(words) / max(1.0, float(words.sum())),
        "prose_before": before(prose) / max(1.0, float(prose.sum())),
        "from_title": np.clip(order - title, -30.0, 60.0) if title >= 0 else spread(-40, count),
        "since_long": since(long),
        "until_long": until(long),
    }
    for size in (8, 20):
        features[f"prose_{size}_before"], features[f"prose_{size}_after"] = reach(prose, size)
    said = _Said(signals)
    frame = said.any_of(_FRAME).astype(float)
    known = {**lines, "gone": measured.gone, "frame": frame, "times": measured.times}
    for name, distances in _SHIFTS.items():
        for distance in distances:
            features[f"{name}{-distance:+d}"] = shifted(known[name], distance)
    for name, sizes in _WINDOWS.items():
        for size in sizes:
            features[f"{name}_round_{size}"] = windowed(known[name], size)
    for name, rules in FURNITURE.items():
        flags = said.any_of(rules)
        features[f"since_{name}"] = since(flags)
        features[f"{name}_before"] = np.minimum(before(flags.astype(float)), MOST)
    for name, rules in (("ending", _ENDING), ("heading", _HEADING)):
        features[f"until_{name}"] = until(said.any_of(rules))
    return features
