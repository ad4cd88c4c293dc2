"""Conflicts, updates and differences as cards: the positions, and who says what in which words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sourcecompare.decisions import Status, StoryReview
from sourcecompare.diff import diff_words
from sourcecompare.model import (
    Evidence,
    Finding,
    FindingKind,
    SentenceRef,
    Severity,
    TextSpan,
    Value,
    ValueKind,
)
from sourcecompare.text import WORD, fold
from sourcecompare.values import STATEMENT
from sourcecompare.values.figures.modifiers import MODIFIERS

from .decided import called, change_of, said_of
from .links import link_to_words
from .marks import prevails
from .pieces import pieces
from .rows import Homes
from .sources import Source
from .view import Card, Position, Quote, Told
from .wording import KINDS, sureness

_ORDER = list(Severity)
_TURN = {
    Status.DISPUTED: 0,
    Status.STALE: 0,
    Status.OPEN: 0,
    Status.CONFIRMED: 1,
    Status.DISMISSED: 2,
}
"""What needs an editor comes first, what nobody needs last."""
NAMED = (ValueKind.QUOTATION, ValueKind.ROLE, ValueKind.NAME, ValueKind.ASSERTION)
"""Kinds whose head is a person or a deed, which the reason names."""

LOOK_BACK = 40  # characters; the longest modifier, "upwards of" or "no fewer than", is shorter


def cards(
    findings: Iterable[Finding],
    kind: FindingKind,
    desk: Mapping[str, Source],
    homes: Homes,
    decided: StoryReview,
) -> tuple[Card, ...]:
    """The findings of this kind: what needs an editor first, severe ones before others."""
    chosen = [finding for finding in findings if finding.kind is kind and finding.evidence]
    chosen.sort(
        key=lambda one: (
            _TURN[decided.standings[one.id].status],
            _ORDER.index(one.severity),
            *_place(one.evidence[0]),
            one.check,
            one.id,
        )
    )
    return tuple(_card(finding, desk, homes, decided) for finding in chosen)


def _place(evidence: Evidence) -> tuple[SentenceRef, TextSpan]:
    return evidence.ref, evidence.span


def _card(finding: Finding, desk: Mapping[str, Source], homes: Homes, decided: StoryReview) -> Card:
    sides: dict[int, list[Evidence]] = {}
    for evidence in sorted(finding.evidence, key=lambda one: (one.position, *_place(one))):
        if evidence.ref.article in desk:
            sides.setdefault(evidence.position, []).append(evidence)
    standing = decided.standings[finding.id]
    pages = dict.fromkeys(one.ref.article for side in sides.values() for one in side)
    return Card(
        id=f"f-{finding.id}",
        digest=finding.digest,
        kind=finding.kind.value,
        called=called(finding.kind, standing.status),
        severity=finding.severity.value,
        outlets=" ".join(desk[page].slug for page in pages),
        status=standing.status.value,
        standing=said_of(standing),
        change=change_of(finding, decided.changes),
        sureness=sureness(finding.confidence),
        confidence=f"{finding.confidence:.2f}",
        about=_about(finding),
        reason=finding.reason,
        positions=tuple(
            _position(side, _opponent(sides, number), desk, homes) for number, side in sides.items()
        ),
    )


def _about(finding: Finding) -> str:
    """What is compared, from the first value: ``number (passengers)``."""
    value = next((one.value for one in finding.evidence if one.value), None)
    if value is None:
        return finding.check
    if _is_whole(value):
        return "statements"
    return f"{KINDS[value.kind]} ({value.head})" if _has_head(value) else KINDS[value.kind]


def _is_whole(value: Value | None) -> bool:
    """Whether a whole sentence is in dispute."""
    return value is not None and value.unit == STATEMENT


def _has_head(value: Value) -> bool:
    return bool(value.head) and value.kind not in NAMED


def _opponent(sides: Mapping[int, list[Evidence]], number: int) -> Evidence | None:
    """What a position's sentences are marked against: the first of another position."""
    return next((side[0] for other, side in sides.items() if other != number), None)


def _position(
    side: list[Evidence], opponent: Evidence | None, desk: Mapping[str, Source], homes: Homes
) -> Position:
    wordings: dict[str, str] = {}
    told: dict[str, list[str]] = {}
    spans: dict[SentenceRef, list[TextSpan]] = {}
    for evidence in side:
        source = desk[evidence.ref.article]
        spans.setdefault(evidence.ref, [])
        if evidence.value is not None and not _is_whole(evidence.value):
            words = _as_written(source.text(evidence.ref.block), evidence.span, evidence.value)
            wording = wordings.setdefault(fold(words), words)
            told.setdefault(wording, []).append(source.name)
            spans[evidence.ref].append(evidence.span)
    quotes = [
        _quote(ref, spans[ref], side, opponent, desk, homes)
        for ref in _every_page_first(spans, desk)
    ]
    names = tuple(dict.fromkeys(quote.name for quote in quotes))
    return Position(
        told=tuple(
            Told(value=value, names=tuple(dict.fromkeys(who))) for value, who in told.items()
        )
        or (Told(value="", names=names),),
        quotes=_folded(quotes),
    )


def _folded(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """The quotations, those in the same words as one before told with that one."""
    first: dict[str, Quote] = {}
    for one in quotes:
        words = fold("".join(piece.text for piece in one.pieces))
        if words in first:
            first[words] = replace(first[words], others=(*first[words].others, one))
        else:
            first[words] = one
    return tuple(first.values())


def _as_written(text: str, span: TextSpan, value: Value) -> str:
    """A value's own words with the modifier before them: five hours are not "almost five hours"."""
    before = WORD.findall(text[max(0, span.start - LOOK_BACK) : span.start])
    for modifier, name in MODIFIERS:
        said = before[-len(modifier) :]
        if name == value.modifier and tuple(map(fold, said)) == tuple(modifier):
            return f"{' '.join(said)} {text[span.start : span.end]}"
    return text[span.start : span.end]


def _every_page_first(refs: Iterable[SentenceRef], desk: Mapping[str, Source]) -> list[SentenceRef]:
    """A sentence of every page, then the second ones: a reader sees two of them at once.

    Headings come last on their page, for a sentence says more.
    """
    nth: dict[SentenceRef, int] = {}
    met = Counter[str]()
    for ref in sorted(
        refs, key=lambda ref: (ref.article, ref in desk[ref.article].announcing, ref)
    ):
        nth[ref] = met[ref.article]
        met[ref.article] += 1
    return sorted(nth, key=lambda ref: nth[ref])


def _quote(
    ref: SentenceRef,
    marks: list[TextSpan],
    side: list[Evidence],
    opponent: Evidence | None,
    desk: Mapping[str, Source],
    homes: Homes,
) -> Quote:
    source = desk[ref.article]
    text = source.text(ref.block)
    span = _sentence(source, next(one for one in side if one.ref == ref))
    own: list[TextSpan] = []
    if opponent is not None:
        other = desk[opponent.ref.article]
        facing = _sentence(other, opponent)
        changes = diff_words(
            text[span.start : span.end],
            other.text(opponent.ref.block)[facing.start : facing.end],
        )
        own = [
            TextSpan(span.start + change.left.start, span.start + change.left.end)
            for change in changes or ()
            if not change.same
        ]
    if prevails(own, span):
        own = []
    runs = pieces(text, span, marked=own, values=marks)
    return source.quote(
        ref.block,
        runs,
        homes.get((ref.article, ref.block), ""),
        original=link_to_words(source.link, text[span.start : span.end]),
        disputed=any(_is_whole(one.value) for one in side if one.ref == ref),
    )


def _sentence(source: Source, evidence: Evidence) -> TextSpan:
    """The whole sentence that the evidence stands in."""
    sentence = source.sentences.get(evidence.ref)
    return sentence.span if sentence else evidence.span
