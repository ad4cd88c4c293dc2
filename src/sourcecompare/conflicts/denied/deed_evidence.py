"""What speaks for two sentences telling one deed, and what against it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.statements import Weights
from sourcecompare.values import stem
from sourcecompare.values.denied.deed_words import BOTH, LENIENT, OBJECT, SUBJECT, THING
from sourcecompare.values.denied.deeds import Deed
from sourcecompare.values.denied.deeds import actor as actor_of
from sourcecompare.values.denied.modes import OPEN, TELLING
from sourcecompare.values.denied.same_words import same_word
from sourcecompare.values.denied.scopes import Word
from sourcecompare.values.denied.wholes import SAY
from sourcecompare.values.lexicon import UNITS

from .assertions import Side

THEME, ACTOR, ELSEWHERE, FIGURE, LINKED = 1.0, 0.6, 0.3, 1.0, 1.0
"""What a shared word counts by its part in the sentence, times its weight; a shared figure, an
alignment."""
HEADED = 1.2
"""... and in a headline, which names its subject in words of its own, and in the text below it."""
MOST_WORDS = 3
"""Shared words of a part that count, the heaviest."""
STEM = 4
"""Letters with which a word that is derived from another one begins: "close", "closure"."""

BODIES = frozenset(
    """house senate congress committee court council commission board jury judge panel assembly
    parliament commons lords cabinet union government rebel army police company bank voter
    president governor mayor minister prosecutor regulator""".split()
)
"""Who decides; two of them decide apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A deed with its sentence."""

    side: Side
    deed: Deed

    @property
    def words(self) -> Sequence[Word]:
        """Those of the sentence."""
        return self.side.reading.words


def evidence(one: Told, other: Told, compared: Compared) -> float:
    """How much speaks for one deed told with two signs; 0 if anything speaks against it."""
    if one.deed.sign == other.deed.sign or one.deed.thing != other.deed.thing:
        return 0.0
    one, other = by_sign(one, other)
    lenient = one.deed.sort in LENIENT
    if not lenient and not _same_time(one.deed.mode, other.deed.mode):
        return 0.0
    if _bodies(one) and _bodies(other) and not _bodies(one) & _bodies(other):
        return 0.0
    weights = compared.weights
    left, right = one.side.one, other.side.one
    theme = shared(one, one.deed.theme, other, other.deed.theme, weights)
    actor = shared(one, one.deed.actor, other, other.deed.actor, weights)
    headed = left.page == right.page and one.deed.of == SUBJECT and not theme
    if not headed and (_differ(one, other) or not _is_anchored(one, other, theme, actor)):
        return 0.0
    thing = _thing(one, weights)
    used = {*theme, *actor, *thing}
    stems = left.words.keys() & right.words.keys()
    rest = {word: weights.get(word, 0.0) for word in stems - used}
    # Of what is done to anybody only who does it tells.
    bare = one.deed.of == OBJECT and not (one.deed.theme and other.deed.theme)
    total = (
        THEME * (_sum(theme) + _sum(thing))
        + (THEME if bare else ACTOR) * _sum(actor)
        + (HEADED if headed else ELSEWHERE) * _sum(rest)
    )
    figures = [{(c.value.kind, c.value.normal) for c in s.claims} for s in (left, right)]
    total += FIGURE * min(2, len(figures[0] & figures[1]))
    first, last = sorted((left.ref, right.ref))
    return total + LINKED * ((first, last) in compared.links)


def common(one: Told, other: Told, weights: Weights) -> str:
    """The most telling word of what both deeds are told of; or empty."""
    one, other = by_sign(one, other)
    found = (
        _thing(one, weights)
        or shared(one, one.deed.theme, other, other.deed.theme, weights)
        or shared(one, one.deed.actor, other, other.deed.actor, weights)
    )
    return max(sorted(found), key=lambda word: found[word], default="")


def by_sign(one: Told, other: Told) -> tuple[Told, Told]:
    """What is affirmed first, so that no page's name decides whose words are weighed."""
    return (one, other) if one.deed.sign > other.deed.sign else (other, one)


def _is_anchored(
    one: Told, other: Told, theme: Mapping[str, float], actor: Mapping[str, float]
) -> bool:
    """Whether the part of the sentence that a deed of this sort is told of is shared."""
    if one.deed.of == THING:
        return True
    if one.deed.of == BOTH:
        named = actor_of(one.words, one.deed), actor_of(other.words, other.deed)
        unnamed = one.deed.sort == SAY and not all(named)
        return bool(theme) and (named[0] == named[1] or unnamed)
    if one.deed.of == SUBJECT:
        return bool(theme)
    lacking = not one.deed.theme or not other.deed.theme
    return bool(theme) or (one.deed.of == OBJECT and lacking and bool(actor))


def _thing(one: Told, weights: Weights) -> dict[str, float]:
    """The stem of the noun or verb that both have, with its weight."""
    if not one.deed.thing:
        return {}
    word = stem(one.words[one.deed.end].low)
    return {word: weights.get(word, 0.0)}


def _differ(one: Told, other: Told) -> bool:
    """Whether the two name other persons, places or things in the same part."""
    left, right = ([told.words[k] for k in told.deed.theme] for told in (one, other))
    alone = _alone(left, right), _alone(right, left)
    if all(alone) and all(any(w.name and len(w.low) > 1 for w in side) for side in alone):
        return True
    # "A motion to close the mill", "a motion to close the yard".
    return len(alone[0]) == len(alone[1]) == 1 < len(left) == len(right)


def _alone(words: Sequence[Word], others: Sequence[Word]) -> list[Word]:
    counted = [one for one in words if one.low not in UNITS and not one.low.isdigit()]
    return [one for one in counted if not any(_is_derived(one.root, two.root) for two in others)]


def _same_time(one: str, other: str) -> bool:
    if one == other or not one or not other or OPEN in (one, other) or {one, other} <= TELLING:
        return True
    return {one, other} <= TELLING | {"present"}


def _bodies(one: Told) -> set[str]:
    told = (one.words[k] for k in (*one.deed.actor, *one.deed.theme))
    words = (*one.words[: one.deed.place], *told)
    return {word.root for word in words if word.root in BODIES}


def shared(
    one: Told, own: Sequence[int], other: Told, others: Sequence[int], weights: Weights
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
