"""Conflicts that an editor marked by hand, as cards beside those that were found."""

from collections.abc import Mapping, Sequence

from sourcecompare.decisions import PlacedMark, Status
from sourcecompare.model import MarkedPassage
from sourcecompare.text import short_hash

from .rows import Homes
from .sources import Source
from .view import Card, Position, Told


def marked_cards(
    marks: Sequence[PlacedMark], desk: Mapping[str, Source], homes: Homes
) -> tuple[Card, ...]:
    """A card for each mark; words that have no place on their page any more are not quoted."""
    return tuple(_card(one, desk, homes) for one in marks)


def _card(placed: PlacedMark, desk: Mapping[str, Source], homes: Homes) -> Card:
    mark = placed.mark
    who = mark.by or "an editor"
    lost = [
        f"No longer on its page in one place: “{passage.text}” ({passage.ref.article})."
        for passage, place in zip(mark.passages, placed.places, strict=True)
        if place is None or place.ref.article not in desk
    ]
    found = [one for one in placed.places if one is not None and one.ref.article in desk]
    names = dict.fromkeys(desk[one.ref.article].name for one in found)
    return Card(
        id=f"m-{_name(placed)}",
        digest="",
        kind="marked",
        called="Conflict marked by hand",
        severity="high",
        outlets=" ".join(dict.fromkeys(desk[one.ref.article].slug for one in found)),
        status=(Status.STALE if lost else Status.CONFIRMED).value,
        standing=(f"Marked by {who}.", *lost),
        change="",
        sureness="",
        confidence="",
        about="",
        reason=mark.note or f"{' and '.join(names) or 'Passages'}: marked as contradicting.",
        positions=tuple(_position(one, desk, homes) for one in found),
    )


def _position(place: MarkedPassage, desk: Mapping[str, Source], homes: Homes) -> Position:
    block = place.ref.block
    quote = desk[place.ref.article].quote_words(
        block, place.span, homes.get((place.ref.article, block), ""), said=place.text
    )
    return Position(told=(Told(value="", names=(quote.name,)),), quotes=(quote,))


def _name(placed: PlacedMark) -> str:
    told = [f"{one.ref.article} {one.ref.block} {one.text}" for one in placed.mark.passages]
    return short_hash("\n".join([*told, placed.mark.by]))[:8]
