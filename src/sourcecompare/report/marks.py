"""Which words of a paragraph are marked beside those that tell the same, and what an echo changed.

Marks are for the exception: where most of a paragraph stands elsewhere too, its own words are
underlined; where most of it is its own, the words in common have a ground instead. A paragraph that
is underlined nearly whole tells an editor nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sourcecompare.diff import Change, Tokens, diff_words, tokens
from sourcecompare.model import BlockRef, TextSpan
from sourcecompare.text import fold

from .emphasis import strong, telling
from .pieces import bare, common_runs, pieces, without
from .sources import Source
from .view import Paragraph, Swap
from .wording import UNMARKED, UNSURE

ECHO = 0.75
"""Share of both paragraphs' characters that must be the same for one to be shown by what it changed
alone. Looked at on the example: seven of eight such paragraphs differ in one to four places, and
below it the changes are soon too many to be read without the text."""

MAY_ECHO = 0.6
"""Share of both paragraphs' words, wherever they stand, below which they are not compared for it:
blanks and signs, which count with the words there, never bring so much."""

MOSTLY = 0.5
"""Share of own words from which those in common are marked instead: whichever are fewer."""

_TELLING = re.compile(r"[^\W\d]{4}|\d")
"""What words in common must hold to be marked: "the" and "of a" stand everywhere."""

_PAIRED = (("(", ")"), ("[", "]"), ("«", "»"), ("“", "”"), ("„", "“"), ('"', '"'))
"""Marks of which an editor misses the other one."""

Changes = tuple[Change, ...] | None
"""How to get from one text to another; None where they are too different to mark."""


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares paragraphs word by word, each text and each two texts once."""

    desk: Mapping[str, Source]
    _texts: dict[BlockRef, str] = field(default_factory=dict)
    _tokens: dict[str, Tokens] = field(default_factory=dict)
    _bags: dict[str, Counter[str]] = field(default_factory=dict)
    _found: dict[tuple[str, str], Changes] = field(default_factory=dict)

    def text(self, ref: BlockRef) -> str:
        """The paragraph's text with blanks where something was removed."""
        if ref not in self._texts:
            source = self.desk[ref.article]
            cuts = [span for span, _ in source.cuts.get(ref.block, ())]
            self._texts[ref] = without(source.text(ref.block), cuts)
        return self._texts[ref]

    def wording(self, ref: BlockRef) -> str:
        """What is the same for two paragraphs in the same words."""
        return fold(self.text(ref))

    def changes(self, left: BlockRef, right: BlockRef) -> Changes:
        """The word differences of two paragraphs, what was cut out of them left out."""
        texts = self.text(left), self.text(right)
        if texts not in self._found:
            found = diff_words(*texts, cut=self._cut)  # wire copies are compared once
            self._found[texts] = found
            self._found[texts[1], texts[0]] = found and tuple(
                Change(left=one.right, right=one.left, same=one.same) for one in found
            )
        return self._found[texts]

    def is_echo(self, ref: BlockRef, original: BlockRef) -> bool:
        """Whether two paragraphs are so alike that their differences say it all."""
        one, two = self._bag(ref), self._bag(original)
        common = sum(len(word) * number for word, number in (one & two).items())
        longer = max(sum(len(word) * number for word, number in bag.items()) for bag in (one, two))
        return common >= MAY_ECHO * longer and is_echo(self.changes(ref, original))

    def _cut(self, text: str) -> Tokens:
        if text not in self._tokens:
            self._tokens[text] = tokens(text)
        return self._tokens[text]

    def _bag(self, ref: BlockRef) -> Counter[str]:
        text = self.text(ref)
        if text not in self._bags:
            self._bags[text] = Counter(self._cut(text).keys)
        return self._bags[text]


def paragraph(
    ref: BlockRef, beside: Sequence[BlockRef], tags: tuple[str, ...], compare: Comparer
) -> Paragraph:
    """The paragraph, marked against all of those beside it together, as far as that can be."""
    source = compare.desk[ref.article]
    text = source.text(ref.block)
    layers = _layers(ref, beside, compare)
    own = telling(text, common_runs(layers))
    whole = TextSpan(0, len(text))
    few = not prevails(own, whole)
    if not layers and tags and UNSURE not in tags:  # the row's first paragraph has none
        tags = (*tags, UNMARKED)
    runs = pieces(
        text,
        whole,
        marked=() if not layers else own if few else _rest(own, text),
        strong=strong(text, own, source.lang) if layers and few else (),
        cuts=source.cuts.get(ref.block, ()),
    )
    mark = "" if not layers else "own" if few else "common"
    return Paragraph(quote=source.quote(ref.block, runs), tags=tags, mark=mark)


def news(ref: BlockRef, other: BlockRef, compare: Comparer) -> int:
    """How many figures, names and negations one of two paragraphs has and the other has not."""
    changes = compare.changes(ref, other)
    return sum(
        len(strong(compare.text(one), spans, compare.desk[one.article].lang))
        for one, spans in (
            (ref, [change.left for change in changes or () if not change.same]),
            (other, [change.right for change in changes or () if not change.same]),
        )
    )


def prevails(own: Iterable[TextSpan], whole: TextSpan) -> bool:
    """Whether a text's own words are so many that marking them would hide them.

    >>> prevails([TextSpan(0, 4)], TextSpan(0, 15)), prevails([TextSpan(0, 9)], TextSpan(0, 15))
    (False, True)
    """
    return sum(span.end - span.start for span in own) > MOSTLY * (whole.end - whole.start)


def is_echo(changes: Changes) -> bool:
    """Whether two paragraphs are so alike that their differences say it all."""
    if not changes:
        return False
    same = sum(one.left.end - one.left.start for one in changes if one.same)
    facing = sum(one.right.end - one.right.start for one in changes if one.same)
    return same >= ECHO * changes[-1].left.end and facing >= ECHO * changes[-1].right.end


def swaps(ref: BlockRef, original: BlockRef, compare: Comparer) -> tuple[Swap, ...]:
    """What a paragraph says in place of words of the one that it echoes, small words left out."""
    here, there = compare.text(ref), compare.text(original)
    made: list[Swap] = []
    for one in compare.changes(ref, original) or ():
        ours, theirs = telling(here, [one.left]), telling(there, [one.right])
        if one.same or not (ours or theirs):
            continue
        swap = Swap(
            here=_words(here, one.left),
            there=_words(there, one.right),
            strong=_matters(here, ours, compare.desk[ref.article])
            or _matters(there, theirs, compare.desk[original.article]),
        )
        made += [swap] if swap.here or swap.there else []
    return tuple(made)


def _matters(text: str, spans: Sequence[TextSpan], source: Source) -> bool:
    """Whether figures, names and negations are most of these words."""
    found = sum(span.end - span.start for span in strong(text, spans, source.lang))
    return found > MOSTLY * sum(len(text[span.start : span.end].strip()) for span in spans)


def _layers(ref: BlockRef, beside: Sequence[BlockRef], compare: Comparer) -> list[list[TextSpan]]:
    """For each of those beside it that can be compared: what only this paragraph says."""
    found = (compare.changes(ref, other) for other in beside)
    return [[one.left for one in changes if not one.same] for changes in found if changes]


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
