"""Where else something of a row is told, or may be: links in the place of words shown already."""

from collections.abc import Collection, Mapping, Sequence

from sourcecompare.model import BlockRef

from .rows import Pair, Seat
from .sources import Source
from .view import Elsewhere

NAMED = 6
"""Paragraphs that are named one by one; of more only the rows are. A line holds about as many."""


def elsewhere(
    pairs: Sequence[Pair],
    desk: Mapping[str, Source],
    seats: Mapping[BlockRef, Seat],
    *,
    told: Collection[int] = (),
) -> tuple[Elsewhere, ...]:
    """The paragraphs that stand in other rows, or these rows, by number; rows `told` left out.

    Where they are too many to be named, only the rows below this one are: the others lead here.
    """
    found = {(seats[pair.other].number, pair.other) for pair in pairs}
    kept = sorted(
        ((number, ref) for number, ref in found if number not in told),
        key=lambda one: (one[0], desk[one[1].article].name, one[1]),
    )
    if len(kept) <= NAMED:
        return tuple(_named(ref, desk, seats) for _, ref in kept)
    own = seats[pairs[0].base].number
    below = sorted({number for number, _ in kept if number > own})
    return tuple(Elsewhere(name="", place="", href=f"p{one}", number=one) for one in below)


def _named(ref: BlockRef, desk: Mapping[str, Source], seats: Mapping[BlockRef, Seat]) -> Elsewhere:
    """The paragraph in the row where it stands."""
    source = desk[ref.article]
    return Elsewhere(
        name=source.name,
        place=source.place(ref.block),
        href=seats[ref].id,
        number=seats[ref].number,
    )
