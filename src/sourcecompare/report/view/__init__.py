"""What the templates show: plain values in the order in which they are shown.

Everything is decided before a template sees it: order, numbers, which words are marked. Strings
are as on the page; the templates escape them.
"""

from .findings import Card, Compared, Desk, Position, Told
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
from .overview import Share
from .passages import Copy, Elsewhere, Folded, Paragraph, Row, Same, Swap
from .reprints import Apart, Reprint, Shown, Twin
from .story import IndexView, StoryView
from .words import Link, Piece, Quote

__all__ = [
    "Apart",
    "Card",
    "Compared",
    "Copy",
    "Cut",
    "CutRun",
    "Desk",
    "Elsewhere",
    "Folded",
    "IndexView",
    "Link",
    "Missing",
    "Near",
    "Only",
    "Origin",
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
    "Share",
    "Shown",
    "StoryView",
    "Swap",
    "Told",
    "Twin",
    "Unique",
]
