"""Aligned paragraphs, row by row: one paragraph and everything elsewhere that tells the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sourcecompare.model import Alignment, BlockRef, Label, SentenceRef
from sourcecompare.reuse import Voices

from .marks import Differences, is_echo, paragraph, swaps
from .rows import Members, Pair, row_id
from .sources import Source
from .view import Aside, Echo, Paragraph, Row, Twosome
from .wording import CLOSE, MIRRORED, SHAPES, VERBATIM, likeness

_Columns = tuple[tuple[Paragraph, ...], ...]


def passages(
    rows: Sequence[Members],
    desk: Mapping[str, Source],
    found: Differences,
    voices: Voices,
    *,
    first: int = 1,
) -> tuple[Row, ...]:
    """The rows as they are shown, numbered from `first`; every pair of each stands in it once.

    Uncertain matches and pairs that do not touch the row's first paragraph are folded away, and so
    is a loose retelling that is closer to another row. A paragraph in nearly the words of one that
    the row shows is told by what it changed.
    """
    closest = _closest(rows)
    made: list[Row] = []
    for number, members in enumerate(rows):
        parted = _parted(members, number, closest, found)
        row = _row(members, parted, desk, found)
        told = {members.base.article, *(pair.other.article for pair in members.sure)}
        asides = tuple(
            Aside(
                paragraph=_paragraph(pair, desk, found),
                row=row_id(rows[closest[pair.other]].base, desk),
                number=first + closest[pair.other],
            )
            for pair in parted.asides
        )
        made.append(
            replace(
                row,
                number=first + number,
                asides=asides,
                outlets=len({desk[page].article.page.outlet for page in told}),
                voices=voices.among(_telling(members, desk)),
            )
        )
    return tuple(made)


def _telling(members: Members, desk: Mapping[str, Source]) -> list[SentenceRef]:
    """The sentences that tell the row's news: those linked, of a paragraph without links all."""
    links = [link for pair in members.sure for link in pair.alignment.links]
    linked = {ref for link in links for ref in (link.left, link.right)}
    found: list[SentenceRef] = []
    for ref in dict.fromkeys((members.base, *(pair.other for pair in members.sure))):
        inside = [one for one in desk[ref.article].sentences if one.block == ref.block]
        found += [one for one in inside if one in linked] or inside
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parted:
    """The sure pairs of a row by the way they are shown."""

    shown: Sequence[Pair]
    echoes: Sequence[tuple[Pair, BlockRef]]
    """each with the paragraph that it echoes: the lead, or one that is shown"""
    asides: Sequence[Pair]


def _closest(rows: Sequence[Members]) -> dict[BlockRef, int]:
    """For each paragraph in a sure pair the number of the row in which its best one stands."""
    best: dict[BlockRef, tuple[float, int]] = {}
    for number, members in enumerate(rows):
        for pair in members.sure:
            for ref in (pair.base, pair.other):
                place = (pair.alignment.score, -number)
                best[ref] = max(best.get(ref, place), place)
    return {ref: -number for ref, (_, number) in best.items()}


def _parted(
    members: Members, number: int, closest: Mapping[BlockRef, int], found: Differences
) -> _Parted:
    shown: list[Pair] = []
    echoes: list[tuple[Pair, BlockRef]] = []
    asides: list[Pair] = []
    for pair in members.sure:
        originals = (members.base, *(one.other for one in shown))
        echoed = (one for one in originals if is_echo(found.get((pair.other, one))))
        original = next(echoed, None)
        if original is not None:
            echoes.append((pair, original))
        elif pair.alignment.score < CLOSE and closest[pair.other] != number:
            asides.append(pair)
        else:
            shown.append(pair)
    if not shown and not echoes:  # a row tells something by itself
        shown, asides = asides, []
    return _Parted(shown=shown, echoes=echoes, asides=asides)


def _row(members: Members, parted: _Parted, desk: Mapping[str, Source], found: Differences) -> Row:
    base = members.base
    matches = [pair.other for pair in members.sure or members.unsure]
    return Row(
        id=row_id(base, desk),
        number=0,
        lead=paragraph(base, matches, (), desk, found),
        columns=_columns(parted.shown, desk, found),
        echoes=tuple(_echo(pair, original, desk, found) for pair, original in parted.echoes),
        asides=(),
        uncertain=_columns(members.unsure, desk, found),
        uncertain_pairs=len(members.unsure),
        among=tuple(_twosome(pair, desk) for pair in members.among),
        outlets=0,
        voices=0,
    )


def _columns(pairs: Sequence[Pair], desk: Mapping[str, Source], found: Differences) -> _Columns:
    """A column for each other article, in the order of pairs."""
    columns: dict[str, list[Paragraph]] = {}
    for pair in pairs:
        columns.setdefault(pair.other.article, []).append(_paragraph(pair, desk, found))
    return tuple(tuple(column) for column in columns.values())


def _paragraph(pair: Pair, desk: Mapping[str, Source], found: Differences) -> Paragraph:
    """The other paragraph of a pair; where nothing marked explains a match, words in both do.

    What may be no match has them in any case: what two texts share is all that speaks for it.
    """
    made = paragraph(pair.other, [pair.base], _tags(pair, desk), desk, found)
    if pair.alignment.sure and (made.mark or pair.alignment.label is Label.EXACT):
        return made
    return replace(made, both=pair.alignment.words)


def _echo(pair: Pair, original: BlockRef, desk: Mapping[str, Source], found: Differences) -> Echo:
    changes = swaps(pair.other, original, desk, found)
    return Echo(
        paragraph=paragraph(pair.other, [original], _tags(pair, desk), desk, found),
        of=desk[original.article].name,
        swaps=changes,
    )


def _tags(pair: Pair, desk: Mapping[str, Source]) -> tuple[str, ...]:
    """How the pair is alike; what may be no match was neither split nor moved."""
    alignment = pair.alignment
    if not alignment.sure:
        return (likeness(alignment),)
    shape = alignment.shape if pair.base == alignment.left else MIRRORED[alignment.shape]
    part = "" if _is_whole(alignment, desk) else ", in part"
    tags = (f"{likeness(alignment)}{part}", SHAPES[shape], "moved" if alignment.moved else "")
    return tuple(tag for tag in tags if tag)


def _is_whole(alignment: Alignment, desk: Mapping[str, Source]) -> bool:
    """Whether what is said of the wording holds for all sentences of both paragraphs.

    A retelling may leave out what it likes; that words are the same is said of linked sentences.
    """
    if alignment.label not in VERBATIM or not alignment.links:
        return True
    linked = {ref for link in alignment.links for ref in (link.left, link.right)}
    return all(
        ref in linked
        for block in (alignment.left, alignment.right)
        for ref in desk[block.article].sentences
        if ref.block == block.block
    )


def _twosome(pair: Pair, desk: Mapping[str, Source]) -> Twosome:
    first, second = (
        f"{desk[ref.article].name}, {desk[ref.article].place(ref.block)}"
        for ref in (pair.base, pair.other)
    )
    return Twosome(first=first, second=second, how=" · ".join(_tags(pair, desk)))
