"""What several outlets share, what only one says, and where they contradict each other.

    import sourcecompare as sc

    pages = [sc.page_from_html(data, id=name, outlet=name) for name, data in ...]
    articles = [article for article in map(sc.clean, pages) if isinstance(article, sc.Article)]
    comparison = sc.compare(articles)

`run` does all of this for a folder of pages; `render` and `tabulate` make report and tables.
"""

from .clean import clean, learn_site
from .conflicts import CHECKS, JUDGED, Check
from .errors import InputError, OutputError, SettingError, SourceCompareError
from .group import group
from .model import *  # noqa: F403 - the data model is the public API
from .model import __all__ as _model
from .pages import article_from_paragraphs, page_from_html, page_from_text
from .pipeline import (
    compare,
    load,
    nli_judge,
    read_decisions,
    render,
    run,
    semantic_scorer,
    tabulate,
)
from .rules import CUTS, RULES, BlockRule, CutRule
from .sentences import sentences
from .similarity import SCORERS, Scorer, score_matrix

__version__ = "0.1.0"

__all__ = [
    "CHECKS",
    "CUTS",
    "JUDGED",
    "RULES",
    "SCORERS",
    "BlockRule",
    "Check",
    "CutRule",
    "InputError",
    "OutputError",
    "Scorer",
    "SettingError",
    "SourceCompareError",
    "article_from_paragraphs",
    "clean",
    "compare",
    "group",
    "learn_site",
    "load",
    "nli_judge",
    "page_from_html",
    "page_from_text",
    "read_decisions",
    "render",
    "run",
    "score_matrix",
    "semantic_scorer",
    "sentences",
    "tabulate",
    *_model,
]
