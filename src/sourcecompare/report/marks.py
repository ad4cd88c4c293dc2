"""Which words of a paragraph are marked beside those that tell the same, and what an echo changed.

Marks are for the exception: where most of a paragraph stands elsewhere too, its own words are
underlined; where most of it is its own, the words in common have a ground instead. A paragraph that
is underlined nearly whole tells an editor nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from sourcecompare.diff import Change, diff_words, tokens
from sourcecompare.model import Alignment, BlockRef, TextSpan

from .pieces import bare, common_runs, pieces, without
from .sources import Source
from .view import Paragraph, Swap
from .wording import UNMARKED, UNSURE

ECHO = 0.75
"""Share of both paragraphs' characters that must be the same for one to be shown by what it changed
alone. Looked at on the example: seven of eight such paragraphs differ in one to four places, and
below it the changes are soon too many to be read without the text."""

MOSTLY = 0.5
"""Share of own words from which those in common are marked instead: whichever are fewer."""

_TELLING = re.compile(r"[^\W\d]{4}|\d")
"""What words in common must hold to be marked: "the" and "of a" stand everywhere."""

_PAIRED = (("(", ")"), ("[", "]"), ("«", "»"), ("“", "”"), ("„", "“"), ('"', '"'))
"""Marks of which an editor misses the other one."""


Differences = Mapping[tuple[BlockRef, BlockRef], tuple[Change, ...] | None]
"""For two aligned paragraphs, either first: how to get from one to the other; the first is left.
None where they are too different to mark."""


def differences(alignments: Iterable[Alignment], desk: Mapping[str, Source]) -> Differences:
    """The word differences of aligned paragraphs, what was cut out of them left out."""
    of_texts: dict[tuple[str, str], tuple[Change, ...] | None] = {}
    cut = cache(tokens)  # a paragraph stands beside dozens of others
    found: dict[tuple[BlockRef, BlockRef], tuple[Change, ...] | None] = {}
    for alignment in alignments:
        left, right = alignment.left, alignment.right
        texts = masked(left, desk), masked(right, desk)
        if texts not in of_texts:
            of_texts[texts] = diff_words(*texts, cut=cut)  # wire copies are compared once
        changes = of_texts[texts]
        found[left, right] = changes
        found[right, left] = changes and tuple(
            Change(left=one.right, right=one.left, same=one.same) for one in changes
        )
    return found


def masked(ref: BlockRef, desk: Mapping[str, Source]) -> str:
    """The paragraph's text with blanks where something was removed."""
    source = desk[ref.article]
    return without(source.text(ref.block), [span for span, _ in source.cuts.get(ref.block, ())])


def paragraph(
    ref: BlockRef,
    beside: Sequence[BlockRef],
    tags: tuple[str, ...],
    desk: Mapping[str, Source],
    found: Differences,
) -> Paragraph:
    """The paragraph, marked against all of those beside it together, as far as that can be."""
    source = desk[ref.article]
    text = source.text(ref.block)
    all_changes = [found.get((ref, other)) for other in beside]
    layers = [changes for changes in all_changes if changes is not None]
    own = common_runs([[one.left for one in layer if not one.same] for layer in layers])
    whole = TextSpan(0, len(text))
    mark, spans = ("common", _rest(own, text)) if prevails(own, whole) else ("own", own)
    if not layers:
        mark, spans = "", ()
        if tags and UNSURE not in tags:  # the row's first paragraph has none
            tags = (*tags, UNMARKED)
    runs = pieces(text, whole, marked=spans, cuts=source.cuts.get(ref.block, ()))
    return Paragraph(quote=source.quote(ref.block, runs), tags=tags, mark=mark)


def prevails(own: Iterable[TextSpan], whole: TextSpan) -> bool:
    """Whether a text's own words are so many that marking them would hide them.

    >>> prevails([TextSpan(0, 4)], TextSpan(0, 15)), prevails([TextSpan(0, 9)], TextSpan(0, 15))
    (False, True)
    """
    return sum(span.end - span.start for span in own) > MOSTLY * (whole.end - whole.start)


def is_echo(changes: Sequence[Change] | None) -> bool:
    """Whether two paragraphs are so alike that their differences say it all."""
    if not changes:
        return False
    same = sum(one.left.end - one.left.start for one in changes if one.same)
    facing = sum(one.right.end - one.right.start for one in changes if one.same)
    return same >= ECHO * changes[-1].left.end and facing >= ECHO * changes[-1].right.end


def swaps(
    ref: BlockRef, original: BlockRef, desk: Mapping[str, Source], found: Differences
) -> tuple[Swap, ...]:
    """What a paragraph says in place of words of the one that it echoes."""
    here, there = masked(ref, desk), masked(original, desk)
    made = [
        Swap(here=_words(here, one.left), there=_words(there, one.right))
        for one in found[ref, original] or ()
        if not one.same
    ]
    return tuple(one for one in made if one.here or one.there)


def _words(text: str, span: TextSpan) -> str:
    """The words there, each mark that comes in pairs with its other; nothing of signs alone."""
    whole = " ".join(text[span.start : span.end].split())
    kept = bare(whole)
    if not kept:
        return ""
    before, _, after = whole.partition(kept)
    for opening, closing in _PAIRED:
        opened, closed = kept.count(opening), kept.count(closing)
        lone = opened % 2 if opening == closing else opened != closed
        if lone and opened >= closed and after.startswith(closing):
            return kept + closing
        if lone and opened <= closed and before.endswith(opening):
            return opening + kept
    return kept


def _rest(own: Sequence[TextSpan], text: str) -> tuple[TextSpan, ...]:
    edges = [0, *(edge for span in own for edge in (span.start, span.end)), len(text)]
    rest = [TextSpan(*pair) for pair in zip(edges[::2], edges[1::2], strict=True)]
    return tuple(span for span in rest if _TELLING.search(text, span.start, span.end))
