"""Which paragraphs stand together in one row: every paragraph in one row at most.

A paragraph's words are shown once, in the row where they are closest to what leads it; where they
tell the news of another row too, or may, that row links to them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sourcecompare.model import Alignment, BlockRef

from .sources import Source

Homes = Mapping[tuple[str, int], str]
"""id of the element that shows a block, or of its row, by page id and block"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An alignment seen from the paragraph of it that is looked at."""

    base: BlockRef
    """what the paragraph stands beside"""
    other: BlockRef
    """the paragraph"""
    alignment: Alignment


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """What stands in one row."""

    base: BlockRef
    """of the longest article in the row; what others are compared with"""
    sure: Sequence[Pair]
    """each that surely tells what the first paragraph tells, or one of its row does; beside the
    first if they are aligned, else beside its closest counterpart in the row"""
    unsure: Sequence[Pair]
    """and each that may"""
    also: Sequence[Pair]
    """sure pairs of which only one (`base`) stands in this row"""
    may: Sequence[Pair]
    """and uncertain ones"""

    @property
    def told(self) -> list[BlockRef]:
        """The first paragraph, and those that surely tell the same."""
        return [self.base, *(pair.other for pair in self.sure)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Where a paragraph's words are shown."""

    id: str
    """of its own element"""
    row: str
    """id of its row"""
    number: int
    """of its row, from 1"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """All alignments of a story: both paragraphs in one row, or each row linked to the other."""

    rows: tuple[Members, ...]
    """with a sure pair at least"""
    doubtful: tuple[Members, ...]
    """with uncertain pairs only"""
    seats: Mapping[BlockRef, Seat]


def arrange(alignments: Sequence[Alignment], desk: Mapping[str, Source]) -> Arrangement:
    """Rows in the order of the article with most text, then of the next one; old versions last.

    Rows that only versions of one outlet's article tell come after all others.
    """
    longest = sorted(
        desk, key=lambda page: (not desk[page].is_newest, -len(desk[page].article.text), page)
    )
    rank = {page: place for place, page in enumerate(longest)}
    sure, unsure = _Web(rank), _Web(rank)
    for alignment in alignments:
        (sure if alignment.sure else unsure).add(alignment)
    told = _clusters(sure, sure.in_order(sure.beside))
    seated = {ref: number for number, row in enumerate(told) for ref in row}
    maybe: list[list[BlockRef]] = [[] for _ in told]
    left: list[BlockRef] = []
    for ref in unsure.in_order(unsure.beside.keys() - seated.keys()):
        best = unsure.best(ref, seated)
        left.append(ref) if best is None else maybe[seated[best]].append(ref)
    loose = _clusters(unsure, left)
    members = [
        _members(row, doubts, (sure, unsure)) for row, doubts in zip(told, maybe, strict=True)
    ]
    members.sort(key=lambda one: (len(_outlets(one, desk)) == 1, sure.place(one.base)))
    doubtful = [_members(row[:1], row[1:], (sure, unsure)) for row in loose]
    return Arrangement(
        rows=tuple(members), doubtful=tuple(doubtful), seats=_seats([*members, *doubtful], desk)
    )


def homes(arrangement: Arrangement) -> Homes:
    """For each block that stands in a row: the id of its element there."""
    return {(ref.article, ref.block): seat.id for ref, seat in arrangement.seats.items()}


def rows_of(arrangement: Arrangement) -> Homes:
    """For each block that stands in a row: the row's id."""
    return {(ref.article, ref.block): seat.row for ref, seat in arrangement.seats.items()}


def paragraph_id(ref: BlockRef, desk: Mapping[str, Source]) -> str:
    """The id of the element that shows this paragraph; of a row the one of its first."""
    return f"p-{desk[ref.article].slug}-{'title' if ref.block < 0 else ref.block}"


@dataclass(frozen=True, slots=True)
class _Web:
    """Alignments by paragraph."""

    rank: Mapping[str, int]
    """of pages, the longest article first"""
    beside: dict[BlockRef, dict[BlockRef, Alignment]] = field(default_factory=dict)

    def add(self, alignment: Alignment) -> None:
        self.beside.setdefault(alignment.left, {})[alignment.right] = alignment
        self.beside.setdefault(alignment.right, {})[alignment.left] = alignment

    def place(self, ref: BlockRef) -> tuple[int, int]:
        return self.rank[ref.article], ref.block

    def in_order(self, refs: Iterable[BlockRef]) -> list[BlockRef]:
        return sorted(refs, key=self.place)

    def best(self, ref: BlockRef, among: Iterable[BlockRef]) -> BlockRef | None:
        """The closest counterpart of the paragraph that is `among` these."""
        near = self.beside.get(ref, {})
        found = [other for other in near if other in among]
        return min(found, key=lambda one: (-near[one].score, *self.place(one)), default=None)


def _clusters(web: _Web, refs: Sequence[BlockRef]) -> list[list[BlockRef]]:
    """The paragraphs in rows, the first of each that of the longest article.

    A paragraph leads a row where none before it that it is aligned with does; every other one joins
    the closest leader. A leader whom all leave joins its closest counterpart: it is a second
    paragraph of one that another outlet tells in one.
    """
    open_to = frozenset(refs)
    leaders: dict[BlockRef, list[BlockRef]] = {}
    for ref in refs:
        if web.beside[ref].keys().isdisjoint(leaders):
            leaders[ref] = [ref]
    row_of = {ref: ref for ref in leaders}
    for ref in refs:
        best = ref if ref in leaders else web.best(ref, leaders)
        if best is not None and best != ref:
            leaders[best].append(ref)
            row_of[ref] = best
    for leader in [one for one, row in leaders.items() if len(row) == 1]:
        best = web.best(leader, open_to)
        if best is not None and len(leaders[leader]) == 1:
            leaders[row_of[best]].append(leader)
            row_of[leader] = row_of[best]
            del leaders[leader]
    return sorted(map(web.in_order, leaders.values()), key=lambda row: web.place(row[0]))


def _members(
    row: Sequence[BlockRef], doubts: Sequence[BlockRef], webs: tuple[_Web, _Web]
) -> Members:
    sure, unsure = webs
    base, inside = row[0], frozenset((*row, *doubts))
    return Members(
        base=base,
        sure=[_pair(ref, base, frozenset(row), sure) for ref in row[1:]],
        unsure=[_pair(ref, base, inside, unsure) for ref in doubts],
        also=_leaving(inside, sure),
        may=_leaving(inside, unsure),
    )


def _pair(ref: BlockRef, base: BlockRef, inside: frozenset[BlockRef], web: _Web) -> Pair:
    beside = base if base in web.beside[ref] else web.best(ref, inside)
    assert beside is not None  # noqa: S101 -- it was seated because of a counterpart here
    return Pair(base=beside, other=ref, alignment=web.beside[ref][beside])


def _leaving(inside: frozenset[BlockRef], web: _Web) -> list[Pair]:
    return [
        Pair(base=ref, other=other, alignment=alignment)
        for ref in web.in_order(inside)
        for other, alignment in sorted(
            web.beside.get(ref, {}).items(), key=lambda one: web.place(one[0])
        )
        if other not in inside
    ]


def _outlets(members: Members, desk: Mapping[str, Source]) -> set[str]:
    return {desk[ref.article].article.page.outlet for ref in members.told}


def _seats(rows: Sequence[Members], desk: Mapping[str, Source]) -> dict[BlockRef, Seat]:
    return {
        ref: Seat(id=paragraph_id(ref, desk), row=paragraph_id(members.base, desk), number=number)
        for number, members in enumerate(rows, 1)
        for ref in (*members.told, *(pair.other for pair in members.unsure))
    }
