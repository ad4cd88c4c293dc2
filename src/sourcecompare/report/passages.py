"""Aligned paragraphs, row by row: one paragraph and everything elsewhere that tells the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sourcecompare.model import (
    Alignment,
    BlockRef,
    Finding,
    FindingKind,
    Label,
    SentenceRef,
)
from sourcecompare.reuse import Voices
from sourcecompare.text import folded_words

from .elsewhere import elsewhere
from .marks import Comparer, news, paragraph, swaps
from .rows import Members, Pair, Seat
from .sources import Source
from .view import Copy, Folded, Paragraph, Row, Same
from .wording import MIRRORED, SHAPES, UNMARKED, VERBATIM, likeness

SHOWN = 3
"""Outlets that are shown in full beside the first: four columns are what a wide screen takes."""

LINES = 6
"""Lines for other paragraphs below them; what is more is folded together. Our judgement."""

BOTH = 3
"""Words that two paragraphs have in common by which they are explained: what a glance takes in."""

_Columns = tuple[tuple[Paragraph, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What rows are made with."""

    desk: Mapping[str, Source]
    compare: Comparer
    seats: Mapping[BlockRef, Seat]
    voices: Voices
    disputed: Mapping[BlockRef, Sequence[str]]
    """ids of the possible conflicts in which a paragraph stands"""


def disputed(findings: Iterable[Finding]) -> dict[BlockRef, list[str]]:
    """The paragraphs that stand in possible conflicts, with the ids of these."""
    found: dict[BlockRef, list[str]] = {}
    for finding in findings:
        if finding.kind is FindingKind.CONFLICT:
            for ref in sorted(
                {BlockRef(one.ref.article, one.ref.block) for one in finding.evidence}
            ):
                found.setdefault(ref, []).append(f"f-{finding.id}")
    return found


def passages(rows: Sequence[Members], context: Context) -> tuple[Row, ...]:
    """The rows as they are shown: every paragraph's words once.

    Shown in full are the outlets that have most to tell beside the first: what stands in a possible
    conflict, then what has figures, names and negations of its own. What is in the same words is
    named, what is in nearly the same words is told by what it changed, and all others in a line.
    """
    return tuple(_row(members, context) for members in rows)


def _row(members: Members, context: Context) -> Row:
    desk, base = context.desk, members.base
    parted = _parted(members, context)
    refs = [*members.told, *(pair.other for pair in members.unsure)]
    outlets = {desk[ref.article].article.page.outlet for ref in members.told}
    lines = [_folded(*one, context) for one in parted.folded]
    also = elsewhere(members.also, desk, context.seats)
    room = LINES if len(lines) > LINES + 1 else len(lines)  # one line is no shorter than its fold
    matches = [pair.other for pair in members.sure or members.unsure if pair.base == base]
    lead = paragraph(base, matches, (), context.compare)
    return Row(
        id=context.seats[base].row,
        number=context.seats[base].number,
        slugs=tuple(sorted({desk[ref.article].slug for ref in refs})),
        lead=(lead, *(_paragraph(pair, members.base, context) for pair in parted.lead)),
        columns=_columns(parted.shown, base, context),
        same=_same(parted.same, desk, context.seats),
        folded=tuple(lines[:room]),
        more=tuple(lines[room:]),
        uncertain=_columns(members.unsure, base, context),
        uncertain_pairs=len(members.unsure),
        also=also,
        may=elsewhere(members.may, desk, context.seats, told={one.number for one in also}),
        outlets=len(outlets),
        voices=context.voices.among(_telling(members, desk)),
        outlet=min(outlets) if len(outlets) == 1 and members.sure else "",
        conflicts=tuple(
            dict.fromkeys(one for ref in members.told for one in context.disputed.get(ref, ()))
        ),
    )


def _telling(members: Members, desk: Mapping[str, Source]) -> list[SentenceRef]:
    """The sentences that tell the row's news: those linked, of a paragraph without links all."""
    links = [link for pair in members.sure for link in pair.alignment.links]
    linked = {ref for link in links for ref in (link.left, link.right)}
    found: list[SentenceRef] = []
    for ref in members.told:
        inside = [one for one in desk[ref.article].sentences if one.block == ref.block]
        found += [one for one in inside if one in linked] or inside
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parted:
    """The sure pairs of a row by the way they are shown."""

    lead: Sequence[Pair]
    """of the article whose paragraph comes first"""
    shown: Sequence[Pair]
    same: Mapping[BlockRef, Sequence[BlockRef]]
    """for a paragraph that is shown or folded: those in the same words"""
    folded: Sequence[tuple[Pair, BlockRef | None]]
    """each with the paragraph that it echoes: the first, or one that is shown"""


def _parted(members: Members, context: Context) -> _Parted:
    same, pairs = _copies(members, context.compare)
    lead = [pair for pair in pairs if pair.other.article == members.base.article]
    others = [pair for pair in pairs if pair.other.article != members.base.article]
    weight = {
        pair.other: (
            pair.other not in context.disputed,
            -news(pair.other, pair.base, context.compare),
            -pair.alignment.score,
        )
        for pair in others
    }
    others.sort(key=lambda pair: weight[pair.other])  # else in the rows' own order
    shown: list[Pair] = []
    pages: set[str] = set()
    folded: list[tuple[Pair, BlockRef | None]] = []
    for pair in others:
        originals = (members.base, *(one.other for one in shown))
        echoed = (one for one in originals if context.compare.is_echo(pair.other, one))
        original = next(echoed, None)
        if original is None and (len(pages) < SHOWN or pair.other.article in pages):
            shown.append(pair)
            pages.add(pair.other.article)
        else:
            folded.append((pair, original))
    return _Parted(lead=lead, shown=shown, same=same, folded=folded)


def _copies(
    members: Members, compare: Comparer
) -> tuple[dict[BlockRef, list[BlockRef]], list[Pair]]:
    """Those in the same words as one before them, and the pairs of all others."""
    first = {compare.wording(members.base): members.base}
    same: dict[BlockRef, list[BlockRef]] = {}
    others: list[Pair] = []
    for pair in members.sure:
        original = first.setdefault(compare.wording(pair.other), pair.other)
        if original == pair.other:
            others.append(pair)
        else:
            same.setdefault(original, []).append(pair.other)
    return same, others


def _same(
    copies: Mapping[BlockRef, Sequence[BlockRef]],
    desk: Mapping[str, Source],
    seats: Mapping[BlockRef, Seat],
) -> tuple[Same, ...]:
    return tuple(
        Same(
            of=desk[original.article].name,
            at=desk[original.article].at(original.block),
            outlets=len({desk[ref.article].article.page.outlet for ref in refs}),
            copies=tuple(
                Copy(
                    id=seats[ref].id,
                    at=desk[ref.article].at(ref.block),
                    name=desk[ref.article].name,
                    place=desk[ref.article].place(ref.block),
                )
                for ref in refs
            ),
        )
        for original, refs in copies.items()
    )


def _columns(pairs: Sequence[Pair], base: BlockRef, context: Context) -> _Columns:
    """A column for each other article, in the order of pairs."""
    columns: dict[str, list[Paragraph]] = {}
    for pair in pairs:
        columns.setdefault(pair.other.article, []).append(_paragraph(pair, base, context))
    return tuple(tuple(column) for column in columns.values())


def _paragraph(pair: Pair, base: BlockRef, context: Context) -> Paragraph:
    """The other paragraph of a pair; where nothing marked explains a match, words in both do.

    What may be no match has them in any case: what two texts share is all that speaks for it.
    """
    tags = _tags(pair, base, context.desk)
    made = replace(
        paragraph(pair.other, [pair.base], tags, context.compare), id=context.seats[pair.other].id
    )
    if pair.alignment.sure and (made.mark or pair.alignment.label is Label.EXACT):
        return made
    tags = tuple(tag for tag in made.tags if tag != UNMARKED or not pair.alignment.words)
    alike, other = _in_both(pair, context.compare)
    return replace(made, both=(alike or other)[:BOTH], inflected=not alike, tags=tags)


def _in_both(pair: Pair, compare: Comparer) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The pair's most telling words: those that both texts write so, and those they write in forms.

    A reader looks for a word as it is told.
    """
    texts = [frozenset(folded_words(compare.text(ref))) for ref in (pair.base, pair.other)]
    told = {
        word: all(text.issuperset(folded_words(word)) for text in texts)
        for word in pair.alignment.words
    }
    return (
        tuple(word for word, alike in told.items() if alike),
        tuple(word for word, alike in told.items() if not alike),
    )


def _folded(pair: Pair, original: BlockRef | None, context: Context) -> Folded:
    if original is None:
        return Folded(paragraph=_paragraph(pair, pair.base, context), of="", swaps=())
    made = paragraph(pair.other, [original], (), context.compare)
    return Folded(
        paragraph=replace(made, id=context.seats[pair.other].id),
        of=context.desk[original.article].name,
        swaps=swaps(pair.other, original, context.compare),
    )


def _tags(pair: Pair, base: BlockRef, desk: Mapping[str, Source]) -> tuple[str, ...]:
    """How the pair is alike; what may be no match was neither split nor moved."""
    alignment = pair.alignment
    source = desk[pair.base.article]
    beside = "" if pair.base == base else f"beside {source.name}, {source.place(pair.base.block)}"
    if not alignment.sure:
        return tuple(tag for tag in (likeness(alignment), beside) if tag)
    shape = alignment.shape if pair.base == alignment.left else MIRRORED[alignment.shape]
    part = "" if _is_whole(alignment, desk) else ", in part"
    moved = "moved" if alignment.moved else ""
    return tuple(
        tag for tag in (f"{likeness(alignment)}{part}", SHAPES[shape], moved, beside) if tag
    )


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
