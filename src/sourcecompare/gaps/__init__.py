"""What one outlet lacks and others tell, and which of its removed lines hold it after all.

    lacking      what all outlets of a story tell but one
    overlooked   removed lines that tell what another outlet tells

Both ask an editor to look: either the outlet left something out, or the cleaning did.
"""

from sourcecompare.model import Comparison, Gaps
from sourcecompare.sentences import sentences

from .lacking import find_lacking
from .overlooked import find_overlooked

__all__ = ["find_gaps"]


def find_gaps(comparison: Comparison) -> Gaps:
    """Both for one story; they depend neither on the order of articles nor on outlets' names."""
    articles = comparison.story.articles
    if len({one.page.outlet for one in articles}) < 2:
        return Gaps()
    told = {one.page.id: sentences(one) for one in articles}
    return Gaps(
        lacking=find_lacking(comparison, told),
        overlooked=find_overlooked(comparison.story, told),
    )
