"""What reading has taught: how likely two figures of two pages are said of one thing.

    signals   what is known of two figures and their sentences, as numbers with names
    trees     a random forest over such numbers: read and asked
    likely    which pairs of figures it is asked about, and what it must say

The forest (`figures.npz`) is fitted by training/fit_figures.py on pairs of sentences from real
reports that two readers marked, on real and invented events, and on copies of them in which a
figure was changed. docs/CONFLICTS.md says how well it does on what it has not seen.
"""

from .likely import EXCUSES, is_asked, likely
from .signals import NAMES, signals
from .trees import Trees, shipped_trees, trees_from_bytes

__all__ = [
    "EXCUSES",
    "NAMES",
    "Trees",
    "is_asked",
    "likely",
    "shipped_trees",
    "signals",
    "trees_from_bytes",
]
