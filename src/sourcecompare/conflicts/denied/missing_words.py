"""A denying word that stands in one of two copies of a sentence and not in the other.

Where the words on both sides of it are the same, predicate and arguments are, however the sentence
is built: no clause has to be read.
"""

from collections.abc import Iterator, Sequence

from sourcecompare.values.denied.denying import AUXILIARIES, EXCEPTING, HEDGES, NOT
from sourcecompare.values.denied.scopes import Word, denies

from .assertions import is_partial

SIDE = 4
"""Words on either side of the denial that must be the same."""

LEAST = 5
"""Words on both sides together, where the sentence begins or ends next to it."""

CONTRACTED = {"won": "will", "wo": "will", "ca": "can", "cannot": "can"}
SUPPORT = frozenset("do does did".split())
"""Auxiliaries that come and go with a denial."""


def missing_denial(words: Sequence[Word], there: Sequence[Word]) -> tuple[int, int, int] | None:
    """Places of a denial, of the word that it denies, and of that word in the other sentence.

    None where the other sentence denies as often, or where the words around are not the same.
    """
    if sum(map(denies, words)) != sum(map(denies, there)) + 1:
        return None
    plain, other = _plain(words), _plain(there)
    roots = [root for root, _ in other]
    for cue in _cues(words):
        before = [root for root, i in plain if i <= cue and (i < cue or _is_joined(words[cue]))]
        after = [(root, i) for root, i in plain if i > cue]
        window = [*before[-SIDE:], *(root for root, _ in after[:SIDE])]
        at = _find(roots, window)
        nearest = next((k for k, (_, i) in enumerate(after[:SIDE]) if words[i].content), None)
        if at is None or nearest is None or len(window) < LEAST:
            continue
        first, last = other[at][1], other[at + len(window) - 1][1]
        denied = after[nearest][1]
        affirmed = other[at + len(before[-SIDE:]) + nearest][1]
        if any(denies(word) for word in there[first:last]) or _excepts(words[cue:], there):
            continue
        if words[denied].unreal == there[affirmed].unreal and not is_partial(words, denied):
            return cue, denied, affirmed
    return None


def _excepts(behind: Sequence[Word], there: Sequence[Word]) -> bool:
    """Whether something is taken from the denial that the other sentence does not take."""
    return not {word.low for word in behind} & EXCEPTING <= {word.low for word in there}


def _cues(words: Sequence[Word]) -> Iterator[int]:
    """Denials of a verb that nothing before them hedges or turns."""
    for i, word in enumerate(words):
        if word.low not in NOT and not word.low.endswith("n't"):
            continue
        if any(denies(one) and one.clause == word.clause for one in words[:i]):
            continue
        if not (i and words[i - 1].low in HEDGES):
            yield i


def _plain(words: Sequence[Word]) -> list[tuple[str, int]]:
    """Roots without denials and what comes with them, each with its place."""
    found: list[tuple[str, int]] = []
    for i, word in enumerate(words):
        low = word.low.removesuffix("n't")
        low = CONTRACTED.get(low, low)
        if low in SUPPORT or (word.low in NOT and low == word.low) or not word.root:
            continue
        found.append((low if low in AUXILIARIES else word.root, i))
    return found


def _is_joined(word: Word) -> bool:
    """Whether a denial has an auxiliary in it: "isn't", "cannot"."""
    return word.low not in NOT or word.low == "cannot"


def _find(roots: Sequence[str], window: Sequence[str]) -> int | None:
    size = len(window)
    return next((k for k in range(len(roots) - size + 1) if roots[k : k + size] == window), None)
