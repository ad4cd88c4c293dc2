"""One particular, one finding: a figure inside a quotation is not disputed a second time."""

from collections import defaultdict
from collections.abc import Sequence

from sourcecompare.conflicts.verdicts import Dispute
from sourcecompare.model import SentenceRef, TextSpan, ValueKind

Place = tuple[SentenceRef, SentenceRef]


def without_doubles(disputes: Sequence[Dispute]) -> list[Dispute]:
    """The disputes without those of quotations that hold both sides of another one."""
    others: dict[Place, list[tuple[TextSpan, TextSpan]]] = defaultdict(list)
    for one in disputes:
        if one.pair.a.value.kind is not ValueKind.QUOTATION:
            others[_place(one)].append((one.pair.a.value.span, one.pair.b.value.span))
    return [
        one
        for one in disputes
        if one.pair.a.value.kind is not ValueKind.QUOTATION
        or not any(
            _within(a, one.pair.a.value.span) and _within(b, one.pair.b.value.span)
            for a, b in others.get(_place(one), ())
        )
    ]


def _place(dispute: Dispute) -> Place:
    return dispute.pair.a.value.ref, dispute.pair.b.value.ref


def _within(inner: TextSpan, outer: TextSpan) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
