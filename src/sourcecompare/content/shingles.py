"""Runs of words that a block shares with another text."""

from collections.abc import Sequence

import numpy as np

from sourcecompare.text import folded_words

from .arrays import Floats

SHINGLE = 4  # words; so long a run is rarely shared by chance
VOTED = 0.6  # share of a block's word runs from which a text holds the block
SCAN = 800  # words of a block that are read; what follows is like what came before


def vote_shares(tokens: Sequence[Sequence[str]], vote: str) -> Floats:
    """For each block the share of its word runs that the other text has, shape (blocks,), 0..1."""
    lines = [folded_words(line) for line in vote.splitlines()]
    whole = {tuple(line) for line in lines if len(line) < SHINGLE}
    voted = [token for line in lines for token in line]
    runs = set(zip(*(voted[i:] for i in range(SHINGLE)), strict=False))
    known = frozenset(voted)
    shares = np.zeros(len(tokens))
    for index, mine in enumerate(tokens):
        if known.isdisjoint(mine):
            continue
        if len(mine) < SHINGLE:
            shares[index] = float(bool(mine) and tuple(mine) in whole)
        else:
            own = list(zip(*(mine[i:SCAN] for i in range(SHINGLE)), strict=False))
            shares[index] = sum(map(runs.__contains__, own)) / len(own)
    return shares
