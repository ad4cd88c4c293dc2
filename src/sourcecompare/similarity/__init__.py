"""How alike texts are; the only door to SciPy.

`SCORERS` measure it, and `scorer_of` a model that the user names; `score_matrix` gives it for two
lists of texts, `score_sentences` for two of sentences, `score_story` for all articles of a story at
once, `document_scores` for whole articles, `clusters` gathers what is alike on average and
`improved` moves what belongs elsewhere.
All of it depends on the texts alone, never on their order or on where they come from.
"""

from .calibration import likeness
from .correlation import improved, with_guests
from .documents import document_scores, faded
from .linkage import among, clusters
from .recipe import MODEL_FILES
from .scorers import SCORERS, Scorer
from .scores import Scores, score_matrix, score_sentences, score_story
from .semantic import scorer_of
from .tokens import tokens, written

__all__ = [
    "MODEL_FILES",
    "SCORERS",
    "Scorer",
    "Scores",
    "among",
    "clusters",
    "document_scores",
    "faded",
    "improved",
    "likeness",
    "score_matrix",
    "score_sentences",
    "score_story",
    "scorer_of",
    "tokens",
    "with_guests",
    "written",
]
