"""Which aligned paragraphs stand together in one row, and which pairs are folded away under it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sourcecompare.model import Alignment, BlockRef

from .sources import Source
from .wording import CLOSE


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An alignment seen from the paragraph that leads its row."""

    base: BlockRef
    other: BlockRef
    alignment: Alignment


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """What stands in one row."""

    base: BlockRef
    sure: list[Pair] = field(default_factory=list)
    """the leading paragraph with each that surely tells the same"""
    unsure: list[Pair] = field(default_factory=list)
    """and with each that may"""
    among: list[Pair] = field(default_factory=list)
    """the others among themselves"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """All alignments of a story, each in one row."""

    rows: tuple[Members, ...]
    """with a sure pair at least"""
    doubtful: tuple[Members, ...]
    """with uncertain pairs only"""


def arrange(alignments: Sequence[Alignment], desk: Mapping[str, Source]) -> Arrangement:
    """Rows in the order of the article with most text, sure pairs first; old versions come last.

    What the second and third article share beside that article comes after it, led by the longer
    of the two. An uncertain pair makes no row as long as a paragraph of it leads one.
    """
    longest = sorted(
        desk, key=lambda page: (not desk[page].is_newest, -len(desk[page].article.text), page)
    )
    rank = {page: place for place, page in enumerate(longest)}
    pairs = [_pair(alignment, rank) for alignment in alignments]
    pairs.sort(key=lambda pair: (rank[pair.base.article], pair.base.block, pair.other))
    rows: dict[BlockRef, Members] = {}
    beside: dict[BlockRef, list[BlockRef]] = {}
    for pair in pairs:
        if pair.alignment.sure:
            _seat(pair, rows, beside)
    doubtful: dict[BlockRef, Members] = {}
    beside_doubtful: dict[BlockRef, list[BlockRef]] = {}
    for pair in pairs:
        if pair.alignment.sure or _seat_unsure(pair, rows, beside):
            continue
        _seat(pair, doubtful, beside_doubtful)
    return Arrangement(rows=tuple(rows.values()), doubtful=tuple(doubtful.values()))


def side_by_side(arrangement: Arrangement) -> list[Alignment]:
    """The alignments whose words may be compared: all that touch a leader, and close ones beside.

    Of the others only their names are shown; in a large story they are most.
    """
    return [
        pair.alignment
        for members in (*arrangement.rows, *arrangement.doubtful)
        for pair in (*members.sure, *members.unsure, *members.among)
        if members.base in (pair.base, pair.other) or pair.alignment.score >= CLOSE
    ]


def homes(arrangement: Arrangement, desk: Mapping[str, Source]) -> dict[tuple[str, int], str]:
    """For each block that stands in a row: the id of the first such row."""
    found: dict[tuple[str, int], str] = {}
    for members in (*arrangement.rows, *arrangement.doubtful):
        others = [pair.other for pair in (*members.sure, *members.unsure)]
        for ref in (members.base, *others):
            found.setdefault((ref.article, ref.block), row_id(members.base, desk))
    return found


def row_id(base: BlockRef, desk: Mapping[str, Source]) -> str:
    """The id of the row that this paragraph leads."""
    return f"p-{desk[base.article].slug}-{'title' if base.block < 0 else base.block}"


def _pair(alignment: Alignment, rank: Mapping[str, int]) -> Pair:
    left, right = alignment.left, alignment.right
    if rank[left.article] <= rank[right.article]:
        return Pair(base=left, other=right, alignment=alignment)
    return Pair(base=right, other=left, alignment=alignment)


def _seat(
    pair: Pair, rows: dict[BlockRef, Members], beside: dict[BlockRef, list[BlockRef]]
) -> None:
    """Into the row where both stand already, else into the one that its first paragraph leads."""
    both = _together(pair, beside)
    if both is not None:
        rows[both].among.append(pair)
        return
    row = rows.setdefault(pair.base, Members(base=pair.base))
    (row.sure if pair.alignment.sure else row.unsure).append(pair)
    beside.setdefault(pair.other, []).append(pair.base)


def _seat_unsure(
    pair: Pair, rows: Mapping[BlockRef, Members], beside: Mapping[BlockRef, list[BlockRef]]
) -> bool:
    both = _together(pair, beside)
    if both is not None:
        rows[both].among.append(pair)
    elif pair.base in rows:
        rows[pair.base].unsure.append(pair)
    elif pair.other in rows:
        turned = Pair(base=pair.other, other=pair.base, alignment=pair.alignment)
        rows[pair.other].unsure.append(turned)
    else:
        return False
    return True


def _together(pair: Pair, beside: Mapping[BlockRef, list[BlockRef]]) -> BlockRef | None:
    """The leader of the first row in which both stand beside it."""
    others = beside.get(pair.other, ())
    return next((base for base in beside.get(pair.base, ()) if base in others), None)
