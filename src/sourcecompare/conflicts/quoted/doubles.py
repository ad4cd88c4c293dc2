"""One particular, one finding: what is inside a quotation is not disputed a second time."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from sourcecompare.conflicts.verdicts import Dispute
from sourcecompare.model import SentenceRef, TextSpan, ValueKind

Place = tuple[SentenceRef, SentenceRef]
Spans = tuple[TextSpan, TextSpan]


def without_doubles(disputes: Sequence[Dispute]) -> list[Dispute]:
    """The disputes without those of quotations that hold both sides of a disputed figure.

    A denial inside a disputed quotation goes the other way: it is the quotation that differs. Of
    two assertions of the same two sentences the first one is kept.
    """
    figures = _spans(disputes, lambda kind: kind not in SAYINGS)
    quotations = _spans(disputes, lambda kind: kind is ValueKind.QUOTATION)
    found = []
    asserted: set[Place] = set()
    for one in disputes:
        kind, spans = one.pair.a.value.kind, (one.pair.a.value.span, one.pair.b.value.span)
        inner, outer = figures.get(_place(one), ()), quotations.get(_place(one), ())
        if kind is ValueKind.QUOTATION and any(_both_within(two, spans) for two in inner):
            continue
        if kind is ValueKind.ASSERTION and any(_both_within(spans, two) for two in outer):
            continue
        if kind is ValueKind.ASSERTION:
            if _place(one) in asserted:
                continue
            asserted.add(_place(one))
        found.append(one)
    return found


SAYINGS = (ValueKind.QUOTATION, ValueKind.ASSERTION)


def _spans(
    disputes: Sequence[Dispute], wanted: Callable[[ValueKind], bool]
) -> dict[Place, list[Spans]]:
    """Where the disputes of some kinds stand, by their sentences."""
    found: dict[Place, list[Spans]] = defaultdict(list)
    for one in disputes:
        if wanted(one.pair.a.value.kind):
            found[_place(one)].append((one.pair.a.value.span, one.pair.b.value.span))
    return found


def _place(dispute: Dispute) -> Place:
    return dispute.pair.a.value.ref, dispute.pair.b.value.ref


def _both_within(inner: Spans, outer: Spans) -> bool:
    return all(
        large.start <= small.start and small.end <= large.end
        for small, large in zip(inner, outer, strict=True)
    )
