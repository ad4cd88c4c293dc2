"""What several outlets print nearly word by word: who, how much, whom they likely have it from."""

from collections.abc import Iterable, Mapping
from typing import assert_never

from sourcecompare.diff import diff_words
from sourcecompare.model import Basis, BlockRef, Passage, Reuse, TextSpan

from .marks import prevails
from .passages import Context
from .pieces import pieces, without
from .rows import Seat
from .sources import Source
from .view import Apart, Quote, Reprint, Shown, Twin
from .wording import when


def reprints(reuse: Iterable[Reuse], context: Context) -> tuple[Reprint, ...]:
    """The texts, those first that make one voice of whole articles, then by words in common.

    A passage whose two prints stand in rows is not quoted again.
    """
    ordered = sorted(
        reuse, key=lambda one: (not one.whole, -sum(two.words for two in one.passages), one.pages)
    )
    return tuple(_reprint(text, number, context) for number, text in enumerate(ordered, 1))


def _reprint(text: Reuse, number: int, context: Context) -> Reprint:
    desk, seats = context.desk, context.seats
    shares = sorted(zip(text.pages, text.shares, strict=True), key=lambda one: (-one[1], one[0]))
    in_rows = [one for one in text.passages if one.left in seats and one.right in seats]
    return Reprint(
        id=f"t-{number}",
        whole=text.whole,
        printers=tuple((desk[page].name, _percent(share)) for page, share in shares),
        source="" if text.source is None else desk[text.source].name,
        why=_why(text, desk),
        credit=text.credit,
        shown=_shown(in_rows, seats),
        apart=_apart(in_rows, seats),
        twins=tuple(
            _twin(one, desk, seats)
            for one in text.passages
            if one.left not in seats or one.right not in seats
        ),
    )


def _shown(passages: Iterable[Passage], seats: Mapping[BlockRef, Seat]) -> tuple[Shown, ...]:
    words: dict[int, int] = {}
    for one in passages:
        number = seats[one.left].number
        if number == seats[one.right].number:
            words[number] = max(words.get(number, 0), one.words)
    return tuple(Shown(number=number, words=most) for number, most in sorted(words.items()))


def _apart(passages: Iterable[Passage], seats: Mapping[BlockRef, Seat]) -> tuple[Apart, ...]:
    found: dict[tuple[int, int], Apart] = {}
    for one in passages:
        left, right = sorted((seats[one.left], seats[one.right]), key=lambda seat: seat.number)
        key = left.number, right.number
        if left.number != right.number and (key not in found or found[key].words < one.words):
            found[key] = Apart(words=one.words, left=left.id, right=right.id, numbers=key)
    return tuple(found[key] for key in sorted(found))


def _percent(share: float) -> str:
    """A share as whole per cent; what there is of a text is never told as nothing.

    >>> _percent(0.004), _percent(0.996), _percent(1)
    ('less than 1%', '99%', '100%')
    """
    whole = int(100 * share)
    return f"{whole}%" if whole else "less than 1%"


def _why(text: Reuse, desk: Mapping[str, Source]) -> str:
    match text.basis:
        case Basis.CREDIT:
            return "another outlet names it"
        case Basis.PUBLISHED:
            published = None if text.source is None else desk[text.source].article.published
            return f"published first, {when(published)}"
        case Basis.LONGEST:
            return "it has most of the text"
        case Basis.ELSEWHERE:
            return "an agency that a page names; it is none of these outlets"
        case Basis.UNKNOWN:
            return "neither a credit, nor the times of publication, nor the lengths tell"
        case _ as unknown:
            assert_never(unknown)


def _twin(passage: Passage, desk: Mapping[str, Source], seats: Mapping[BlockRef, Seat]) -> Twin:
    left, right = desk[passage.left.article], desk[passage.right.article]
    texts = (
        _words(left, passage.left, passage.left_span),
        _words(right, passage.right, passage.right_span),
    )
    changes = diff_words(*texts) or ()
    ours = [_moved(one.left, passage.left_span) for one in changes if not one.same]
    theirs = [_moved(one.right, passage.right_span) for one in changes if not one.same]
    return Twin(
        left=_quote(left, passage.left, passage.left_span, ours, seats),
        right=_quote(right, passage.right, passage.right_span, theirs, seats),
    )


def _words(source: Source, ref: BlockRef, span: TextSpan) -> str:
    """The passage with blanks where something was removed."""
    cuts = [cut for cut, _ in source.cuts.get(ref.block, ())]
    return without(source.text(ref.block), cuts)[span.start : span.end]


def _moved(span: TextSpan, into: TextSpan) -> TextSpan:
    return TextSpan(into.start + span.start, into.start + span.end)


def _quote(
    source: Source,
    ref: BlockRef,
    span: TextSpan,
    own: list[TextSpan],
    seats: Mapping[BlockRef, Seat],
) -> Quote:
    marked = () if prevails(own, span) else own
    cuts = source.cuts.get(ref.block, ())
    runs = pieces(source.text(ref.block), span, marked=marked, cuts=cuts)
    return source.quote(ref.block, runs, seats[ref].id if ref in seats else "")
