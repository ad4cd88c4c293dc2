"""What the templates show: plain values in the order in which they are shown.

Everything is decided before a template sees it: order, numbers, which words are marked. Strings
are as on the page; the templates escape them.
"""

from .findings import Card, Compared, History, Position, Told
from .lists import (
    Cut,
    CutRun,
    Missing,
    Near,
    Only,
    Origin,
    RejectedPage,
    Removed,
    Retold,
    Unique,
)
from .overview import (
    Appearance,
    Combination,
    Lane,
    Overview,
    Sets,
    Share,
    Stretch,
    Strip,
    Timeline,
)
from .passages import Copy, Elsewhere, Folded, Paragraph, Row, Same, Swap
from .reprints import Apart, Reprint, Shown, Twin
from .story import IndexView, StoryView
from .words import Link, Piece, Quote

__all__ = [
    "Apart",
    "Appearance",
    "Card",
    "Combination",
    "Compared",
    "Copy",
    "Cut",
    "CutRun",
    "Elsewhere",
    "Folded",
    "History",
    "IndexView",
    "Lane",
    "Link",
    "Missing",
    "Near",
    "Only",
    "Origin",
    "Overview",
    "Paragraph",
    "Piece",
    "Position",
    "Quote",
    "RejectedPage",
    "Removed",
    "Reprint",
    "Retold",
    "Row",
    "Same",
    "Sets",
    "Share",
    "Shown",
    "StoryView",
    "Stretch",
    "Strip",
    "Swap",
    "Timeline",
    "Told",
    "Twin",
    "Unique",
]
