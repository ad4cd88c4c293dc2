"""What the templates show: plain values in the order in which they are shown.

Everything is decided before a template sees it: order, numbers, which words are marked. Strings
are as on the page; the templates escape them.
"""

from .findings import Card, Compared, Desk, Position, Told
from .lists import Cut, Origin, RejectedPage, Removed, Unique
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
from .passages import Aside, Echo, Paragraph, Row, Swap, Twosome
from .reprints import Reprint, Twin
from .story import IndexView, StoryView
from .words import Link, Piece, Quote

__all__ = [
    "Appearance",
    "Aside",
    "Card",
    "Combination",
    "Compared",
    "Cut",
    "Desk",
    "Echo",
    "IndexView",
    "Lane",
    "Link",
    "Origin",
    "Overview",
    "Paragraph",
    "Piece",
    "Position",
    "Quote",
    "RejectedPage",
    "Removed",
    "Reprint",
    "Row",
    "Sets",
    "Share",
    "StoryView",
    "Stretch",
    "Strip",
    "Swap",
    "Timeline",
    "Told",
    "Twin",
    "Twosome",
    "Unique",
]
