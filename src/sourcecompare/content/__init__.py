"""How likely each block is main content: a forest of small decision trees over named features.

Features say what a block's text is like, where it stands, what stands round it and, on an HTML
page, what its markup says. The forests were fitted on pages whose main content people marked
(docs/CLEANING.md); here they are read and asked.
"""

from .arrays import Floats
from .forest import Forest, Models, shipped_models
from .judgement import (
    CONTENT,
    Judgement,
    features_of,
    judge,
    passages_of,
    with_vote,
)
from .shingles import VOTED, vote_shares
from .signals import Signals

__all__ = [
    "CONTENT",
    "VOTED",
    "Floats",
    "Forest",
    "Judgement",
    "Models",
    "Signals",
    "features_of",
    "judge",
    "passages_of",
    "shipped_models",
    "vote_shares",
    "with_vote",
]
