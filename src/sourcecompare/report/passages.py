"""Aligned paragraphs, row by row: one paragraph and everything elsewhere that tells the same."""

from collections.abc import Mapping
from dataclasses import dataclass

from sourcecompare.diff import diff_words
from sourcecompare.model import Alignment, BlockRef, Comparison, SentenceRef, TextSpan

from .pieces import common_runs, without
from .sources import Source
from .view import Paragraph, Row
from .wording import LABELS, MIRRORED, SHAPES


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """An alignment seen from the article that leads its row."""

    base: BlockRef
    other: BlockRef
    alignment: Alignment


@dataclass(frozen=True, slots=True, kw_only=True)
class _Members:
    """What stands in one row."""

    base: BlockRef
    pairs: list[_Pair]
    """the leading paragraph with each of the others"""
    remarks: list[_Pair]
    """others among themselves"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marks:
    """What the word marks of all alignments say about one paragraph."""

    own: Mapping[tuple[BlockRef, str], tuple[TextSpan, ...]]
    """words of the paragraph that no aligned paragraph of that article has; "" is any article"""
    unmarked: frozenset[Alignment]


def passages(comparison: Comparison, desk: Mapping[str, Source]) -> tuple[Row, ...]:
    """The rows in the order of the article with most text; every alignment stands in one.

    What the second and third article share beside that article comes after it, led by the longer
    of the two; a pair that already stands together in a row is a remark there.
    """
    marks = _marks(comparison.alignments, desk)
    voices = _voices(comparison, desk)
    return tuple(
        Row(
            id=row_id(members.base, desk),
            columns=_columns(members, desk, marks),
            voices=voices.get(members.base, ""),
            links=tuple(_remark(pair, desk) for pair in members.remarks),
        )
        for members in _rows(comparison.alignments, desk)
    )


def homes(comparison: Comparison, desk: Mapping[str, Source]) -> dict[tuple[str, int], str]:
    """For each block that stands in a row: the id of the first such row."""
    found: dict[tuple[str, int], str] = {}
    for members in _rows(comparison.alignments, desk):
        for ref in (members.base, *(pair.other for pair in members.pairs)):
            found.setdefault((ref.article, ref.block), row_id(members.base, desk))
    return found


def row_id(base: BlockRef, desk: Mapping[str, Source]) -> str:
    """The id of the row that this paragraph leads."""
    return f"p-{desk[base.article].slug}-{'title' if base.block < 0 else base.block}"


def _rows(alignments: tuple[Alignment, ...], desk: Mapping[str, Source]) -> list[_Members]:
    longest = sorted(desk, key=lambda page: (-len(desk[page].article.text), page))
    rank = {page: place for place, page in enumerate(longest)}
    pairs = [_pair(alignment, rank) for alignment in alignments]
    pairs.sort(key=lambda pair: (rank[pair.base.article], pair.base.block, pair.other))
    rows: dict[BlockRef, _Members] = {}
    beside: dict[BlockRef, list[BlockRef]] = {}
    for pair in pairs:
        both = [base for base in beside.get(pair.base, ()) if base in beside.get(pair.other, ())]
        if both:
            rows[both[0]].remarks.append(pair)
        else:
            row = rows.setdefault(pair.base, _Members(base=pair.base, pairs=[], remarks=[]))
            row.pairs.append(pair)
            beside.setdefault(pair.other, []).append(pair.base)
    return list(rows.values())


def _pair(alignment: Alignment, rank: Mapping[str, int]) -> _Pair:
    left, right = alignment.left, alignment.right
    if rank[left.article] <= rank[right.article]:
        return _Pair(base=left, other=right, alignment=alignment)
    return _Pair(base=right, other=left, alignment=alignment)


def _marks(alignments: tuple[Alignment, ...], desk: Mapping[str, Source]) -> _Marks:
    layers: dict[tuple[BlockRef, str], list[list[TextSpan]]] = {}
    unmarked: set[Alignment] = set()
    masked = {
        ref: _masked(ref, desk)
        for alignment in alignments
        for ref in (alignment.left, alignment.right)
    }
    for alignment in alignments:
        left, right = alignment.left, alignment.right
        changes = diff_words(masked[left], masked[right])
        if changes is None:
            unmarked.add(alignment)
            continue
        ours = [change.left for change in changes if not change.same]
        theirs = [change.right for change in changes if not change.same]
        for ref, other, own in ((left, right, ours), (right, left, theirs)):
            layers.setdefault((ref, other.article), []).append(own)
            layers.setdefault((ref, ""), []).append(own)
    own_words = {key: common_runs(spans) for key, spans in layers.items()}
    return _Marks(own=own_words, unmarked=frozenset(unmarked))


def _masked(ref: BlockRef, desk: Mapping[str, Source]) -> str:
    source = desk[ref.article]
    return without(source.text(ref.block), [span for span, _ in source.cuts.get(ref.block, ())])


def _columns(
    members: _Members, desk: Mapping[str, Source], marks: _Marks
) -> tuple[tuple[Paragraph, ...], ...]:
    """The leading paragraph, then a column for each other article, by page id."""
    base = members.base
    lead = Paragraph(
        quote=desk[base.article].whole(base.block, marks.own.get((base, ""), ())),
        tags=(),
        unmarked=False,
        sure=True,
    )
    columns: dict[str, list[Paragraph]] = {}
    for pair in members.pairs:
        own = marks.own.get((pair.other, base.article), ())
        paragraph = Paragraph(
            quote=desk[pair.other.article].whole(pair.other.block, own),
            tags=_tags(pair),
            unmarked=not own and pair.alignment in marks.unmarked,
            sure=pair.alignment.sure,
        )
        columns.setdefault(pair.other.article, []).append(paragraph)
    return ((lead,), *(tuple(column) for column in columns.values()))


def _tags(pair: _Pair) -> tuple[str, ...]:
    alignment = pair.alignment
    shape = alignment.shape if pair.base == alignment.left else MIRRORED[alignment.shape]
    tags = (
        LABELS[alignment.label],
        SHAPES[shape],
        "moved" if alignment.moved else "",
        f"score {alignment.score:.2f}",
    )
    return tuple(tag for tag in tags if tag)


def _remark(pair: _Pair, desk: Mapping[str, Source]) -> str:
    """A pair that does not touch the row's leading paragraph, in words."""
    names = [desk[ref.article].name for ref in (pair.base, pair.other)]
    sure = "" if pair.alignment.sure else "uncertain match, "
    return (
        f"{names[0]}, block {pair.base.block}, and {names[1]}, block {pair.other.block}: "
        f"{sure}{', '.join(_tags(pair))}"
    )


def _voices(comparison: Comparison, desk: Mapping[str, Source]) -> dict[BlockRef, str]:
    """A remark for each block whose sentences are told by copies of one text."""
    found: dict[BlockRef, tuple[int, int]] = {}
    for group in comparison.groups:
        outlets = len({desk[ref.article].article.page.outlet for ref in group.sentences})
        if group.voices >= outlets:
            continue
        for ref in group.sentences:
            block = _block(ref)
            found[block] = max(found.get(block, (0, 0)), (outlets, -group.voices))
    return {
        block: f"told by {outlets} outlets, {-voices} of them in words of their own"
        for block, (outlets, voices) in found.items()
    }


def _block(ref: SentenceRef) -> BlockRef:
    return BlockRef(ref.article, ref.block)
