"""One decision or outcome told with two signs: approved and rejected, saved and burned down.

The sentences need not be alike. What speaks for one deed is added up: what it is done to, who does
it, figures and other words of the sentences, the rarer in the story the more.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from sourcecompare.conflicts.compared import Compared, Said
from sourcecompare.conflicts.pairs import Pair, pair
from sourcecompare.conflicts.statements import Statement, Weights
from sourcecompare.model import FindingKind, Kind, SentenceRef
from sourcecompare.values import stem
from sourcecompare.values.denied.deeds import BOTH, OBJECT, SUBJECT, Deed, LENIENT, THING, read_deeds, sorts_told
from sourcecompare.values.denied.deeds import actor as actor_of
from sourcecompare.values.denied.denials import CUE, Reading, read_denials
from sourcecompare.values.denied.modes import OPEN, TELLING
from sourcecompare.values.denied.same_words import same_word
from sourcecompare.values.denied.scopes import Word
from sourcecompare.values.lexicon import UNITS

from .assertions import QUOTED, Side, are_quoted, assertion

TITLE = -1
"""Block of a headline that is no block of its page."""
MOST_TOLD = 80
"""Sentences of one sort and sign that are compared; those that stand higher on their pages."""
LEAST_SHARED = 2.0
"""Weight of the stems that two sentences share, from which they are read."""

THEME, ACTOR, ELSEWHERE, FIGURE, LINKED = 1.0, 0.6, 0.3, 1.0, 1.0
"""What a shared word counts by its part in the sentence, times its weight; a shared figure, an
alignment."""
HEADED = 1.2
"""... and in a headline, which names its subject in words of its own, and in the text below it."""
MOST_WORDS = 3
"""Shared words of a part that count, the heaviest."""
ENOUGH, PLENTY = 4.0, 10.0
"""Evidence from which two deeds are taken for one, and from which more adds nothing."""
LEAST_SURE, MOST_SURE = 0.56, 0.75

STEM = 4
"""Letters with which a word that is derived from another one begins: "close", "closure"."""

BODIES = frozenset(
    """house senate congress committee court council commission board jury judge panel assembly
    parliament commons lords cabinet union government rebel army police company bank voter
    president governor mayor minister prosecutor regulator""".split()
)
"""Who decides; two of them decide apart."""

PLANNED = frozenset(("future", "would"))
"""Modes of what may be otherwise a day later."""

DECIDED = "decided"
"""Modifier of what this module pairs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A deed with its sentence."""

    side: Side
    deed: Deed

    @property
    def words(self) -> Sequence[Word]:
        """Those of the sentence."""
        return self.side.reading.words


def deeds(compared: Compared) -> Iterator[Pair]:
    """Two sentences that tell one deed with two signs."""
    readings: dict[SentenceRef, Side] = {}

    def told(one: Statement, sort: str) -> list[_Told]:
        if one.ref not in readings:
            readings[one.ref] = Side(one, read_denials(one.sentence.text))
        side = readings[one.ref]
        return [_Told(side=side, deed=d) for d in _deeds(side.reading) if d.sort == sort]

    done: set[tuple[SentenceRef, SentenceRef]] = set()
    for sort, left, right in _candidates(compared):
        if (left.ref, right.ref) in done:
            continue
        best = max(
            (
                (_evidence(one, other, compared), k, one, other)
                for k, (one, other) in enumerate(
                    (a, b) for a in told(left, sort) for b in told(right, sort)
                )
            ),
            default=None,
            key=lambda found: (found[0], -found[1]),
        )
        if best and best[0] >= ENOUGH:
            done.add((left.ref, right.ref))
            found = _pair(best[2], best[3], best[0], compared)
            if not are_quoted(found.a, found.b):
                yield found


def _deeds(reading: Reading) -> tuple[Deed, ...]:
    return read_deeds(reading.words)


def _candidates(compared: Compared) -> Iterator[tuple[str, Statement, Statement]]:
    """Sentences that may tell one sort with two signs and share telling words, each two once."""
    titles = {
        (page, block.index)
        for page, article in compared.articles.items()
        for block in article.blocks
        if block.kind is Kind.TITLE
    } | {(page, TITLE) for page in compared.articles}
    weights = compared.weights
    slots: dict[str, dict[int, list[Statement]]] = defaultdict(lambda: {1: [], -1: []})
    by_depth = sorted(compared.statements.values(), key=lambda one: (one.depth, one.ref))
    for one in by_depth:
        turned = bool(CUE.search(one.key)) or "yet" in one.key
        for sort, sign in sorted(sorts_told(one.key)):
            for told in (sign, -sign) if turned else (sign,):
                own = slots[sort][told]
                if len(own) < MOST_TOLD and (not own or own[-1] is not one):
                    own.append(one)
    for sort in sorted(slots):
        seen: set[tuple[SentenceRef, SentenceRef]] = set()
        for one in slots[sort][1]:
            for other in slots[sort][-1]:
                left, right = (one, other) if one.ref < other.ref else (other, one)
                if (left.ref, right.ref) in seen or not _may_meet(left, right, titles):
                    continue
                seen.add((left.ref, right.ref))
                if _weight(left.words.keys() & right.words.keys(), weights) >= LEAST_SHARED:
                    yield sort, left, right


def _may_meet(left: Statement, right: Statement, titles: Set[tuple[str, int]]) -> bool:
    """Whether two pages say them, or a headline and the text below it."""
    if left.page != right.page:
        return left.key != right.key
    return left.ref != right.ref and (left.page, left.ref.block) in titles


def _weight(stems: set[str], weights: Weights) -> float:
    return sum(weights.get(word, 0.0) for word in sorted(stems))


def _evidence(one: _Told, other: _Told, compared: Compared) -> float:
    """How much speaks for one deed told with two signs; 0 if anything speaks against it."""
    if one.deed.sign == other.deed.sign or one.deed.thing != other.deed.thing:
        return 0.0
    lenient = one.deed.sort in LENIENT
    if not lenient and not _same_time(one.deed.mode, other.deed.mode):
        return 0.0
    if _bodies(one) and _bodies(other) and not _bodies(one) & _bodies(other):
        return 0.0
    weights = compared.weights
    left, right = one.side.one, other.side.one
    theme = _shared(one, one.deed.theme, other, other.deed.theme, weights)
    actor = _shared(one, one.deed.actor, other, other.deed.actor, weights)
    headed = left.page == right.page and one.deed.of == SUBJECT and not theme
    if not headed and (
        _differ(one, other) or not _is_anchored(one, other, theme, actor)
    ):
        return 0.0
    thing = _thing(one, weights)
    used = {*theme, *actor, *thing}
    stems = left.words.keys() & right.words.keys()
    rest = {word: weights.get(word, 0.0) for word in stems - used}
    total = THEME * (_sum(theme) + _sum(thing)) + ACTOR * _sum(actor) + (HEADED if headed else ELSEWHERE) * _sum(rest)
    figures = [{(c.value.kind, c.value.normal) for c in s.claims} for s in (left, right)]
    total += FIGURE * min(2, len(figures[0] & figures[1]))
    return total + LINKED * ((left.ref, right.ref) in compared.links)


def _is_anchored(
    one: _Told, other: _Told, theme: Mapping[str, float], actor: Mapping[str, float]
) -> bool:
    """Whether the part of the sentence that a deed of this sort is told of is shared."""
    if one.deed.of == THING:
        # Four of six do what all of one other six do not.
        counted = one.deed.total if one.deed.sign < 0 else other.deed.total
        return not counted or (one.deed.total == other.deed.total and bool(theme))
    if one.deed.of == BOTH:
        return bool(theme or one.deed.thing) and actor_of(one.words, one.deed) == actor_of(other.words, other.deed)
    if one.deed.of == SUBJECT:
        return bool(theme)
    lacking = not one.deed.theme or not other.deed.theme
    return bool(theme) or (one.deed.of == OBJECT and lacking and bool(actor))


def _thing(one: _Told, weights: Weights) -> dict[str, float]:
    """The stem of the noun or verb that both have, with its weight."""
    if not one.deed.thing:
        return {}
    word = stem(one.words[one.deed.end].low)
    return {word: weights.get(word, 0.0)}


def _differ(one: _Told, other: _Told) -> bool:
    """Whether the two name other persons, places or things in the same part."""
    parts = [(one.deed.theme, other.deed.theme)]
    if one.deed.of == SUBJECT and not (one.deed.manner or other.deed.manner):
        parts.append((one.deed.actor, other.deed.actor))
    for own, others in parts:
        left, right = [one.words[k] for k in own], [other.words[k] for k in others]
        alone = _alone(left, right), _alone(right, left)
        if not all(alone):
            continue
        if all(any(word.name and len(word.low) > 1 for word in side) for side in alone):
            return True
        # "A motion to close the mill", "a motion to close the yard".
        if len(alone[0]) == len(alone[1]) == 1 < len(left) == len(right):
            return True
        if own is one.deed.actor and all(map(len, alone)) and len(alone[0]) == len(left):
            return True
    return False


def _alone(words: Sequence[Word], others: Sequence[Word]) -> list[Word]:
    counted = [one for one in words if one.low not in UNITS and not one.low.isdigit()]
    return [one for one in counted if not any(_is_derived(one.root, two.root) for two in others)]


def _same_time(one: str, other: str) -> bool:
    if one == other or not one or not other or OPEN in (one, other) or {one, other} <= TELLING:
        return True
    return {one, other} <= TELLING | {"present"}


def _bodies(one: _Told) -> set[str]:
    told = (one.words[k] for k in (*one.deed.actor, *one.deed.theme))
    words = (*one.words[: one.deed.place], *told)
    return {word.root for word in words if word.root in BODIES}


def _shared(
    one: _Told, own: Sequence[int], other: _Told, others: Sequence[int], weights: Weights
) -> dict[str, float]:
    """Stems of the words of a part that the other sentence has in the same part, with weights."""
    there = [other.words[k] for k in others]
    found: dict[str, float] = {}
    for k in own:
        word = one.words[k]
        for facing in there:
            if _is_derived(word.root, facing.root):
                found[stem(word.low)] = weights.get(stem(word.low), 0.0)
    return found


def _is_derived(one: str, other: str) -> bool:
    if same_word(one, other):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= STEM and long.startswith(short)


def _sum(found: Mapping[str, float]) -> float:
    return sum(sorted(found.values(), reverse=True)[:MOST_WORDS])


def _pair(one: _Told, other: _Told, evidence: float, compared: Compared) -> Pair:
    sure = LEAST_SURE + (MOST_SURE - LEAST_SURE) * min(
        1.0, (evidence - ENOUGH) / (PLENTY - ENOUGH)
    )
    a, b = (
        replace(
            assertion(
                told.side,
                (told.deed.place, told.deed.end),
                normal=f"{told.words[told.deed.place].root} {told.deed.sign:+d}",
                head=f"{DECIDED} {told.deed.sort}",
                mode=(told.words, told.deed.place),
                before=[told.words[k].root for k in told.deed.theme],
                after=[told.words[k].root for k in told.deed.actor],
            ),
            scope=(f"{sure:.3f}",),
        )
        for told in (one, other)
    )
    left, right = one.side.one, other.side.one
    linked = (left.ref, right.ref) in compared.links
    return pair(left, right, a, b, compared.weights, linked=linked)


def is_decided(pair: Pair) -> bool:
    """Whether a pair is one of this module."""
    return pair.a.value.head.startswith(DECIDED)


def outcome(pair: Pair) -> FindingKind | None:
    """A conflict unless each has its source; plans of two days are an update; what somebody is quoted to say only differs."""
    quoted = [claim.value.modifier == QUOTED for claim in (pair.a, pair.b)]
    own = pair.left.speaker | pair.right.speaker
    told = {*pair.left.words.values()} & {*pair.right.words.values()}
    if quoted[0] != quoted[1] and not own & told:
        return FindingKind.DIFFERS
    days = {one.published[:10] for one in (pair.left, pair.right)}
    planned = {claim.value.unit for claim in (pair.a, pair.b)} <= PLANNED
    if len(days) > 1 and "" not in days and planned:
        return FindingKind.UPDATE
    sources = pair.left.speaker, pair.right.speaker
    return None if all(sources) else FindingKind.CONFLICT


def sure(pair: Pair) -> float:
    """How sure it is that both tell one deed."""
    return float(pair.a.scope[0])
