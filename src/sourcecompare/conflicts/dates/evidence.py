"""How much says that two clauses date one event, where no name settles it.

Shared participants, things and figures add up, as does a place at the head of both pages, and that
neither page dates any other event of the sort. One alone is chance.
"""

from sourcecompare.conflicts.pairs import Pair
from sourcecompare.conflicts.statements import LEAD, figure_of
from sourcecompare.model import ValueKind
from sourcecompare.values import HABITS, LASTING, NOBODY, POST, SINGLE, Claim, When, stem

from .parties import senses, stems, things
from .times import length

ENOUGH = 4
"""Grounds without which two datings of what may happen twice in a story are of two events."""
ENOUGH_OF_ONE = 2
"""The same for what a story has one of, where neither page dates another one."""

NEWS = frozenset(("polling", "conviction", "sentencing", "trial", "funeral"))
"""Events of which a story has one, whoever is named beside it."""

MOST_THINGS = 2
"""Shared things of a clause that count; three of them are a twin sentence already."""

LONG = 60
"""Days of a stretch that is a year or season of the background."""
ALIKE = 0.3
"""Overlap of two sentences that is more than chance."""

ROUND = 10
SMALL = 12
"""Counts up to a dozen and round ones recur in any story."""

NEEDED = frozenset("need needs needed require requires required least than".split())
"""Words before a figure that many sentences repeat: "the 60 votes needed"."""

QUALIFIERS = frozenset(
    stem(word)
    for word in """general special presidential midterm municipal local regional parliamentary
    federal legislative provincial first final initial original upper lower""".split()
)
"""Words that tell one event of a sort from another, where both sentences have one."""
OTHERS = frozenset(
    stem(word)
    for word in """primary runoff second third preliminary previous earlier another last next
    similar separate appeal retrial re reelected""".split()
)
"""Words that tell it from another that has none."""


def grounds(pair: Pair) -> int:
    """How many things say that both are of one event; 0 where one says that they are of two."""
    a, b = pair.a.when, pair.b.when
    if not a or not b or not a.event or (a.event in HABITS and not a.tense == b.tense == "coming"):
        return 0  # who will meet meets once, who met may have met every day
    if max(length(pair.a), length(pair.b)) > LONG and a.event not in LASTING | {POST}:
        return 0
    if a.event == POST:
        return _leaving(pair, a, b)
    if are_two_parties(pair, a, b) or are_two_objects(a, b):
        return 0
    own, other = things(a), things(b)
    names = _named(a) & _named(b)
    acting = bool(names & (a.actor | b.actor))
    common = (own & other) - stems(names) - {stem(a.event)}
    order = _same_neighbour(a, b)
    found = min(MOST_THINGS, len(common)) + bool(names) + acting
    found += 2 * bool(shared_figures(pair))
    found += pair.linked + (pair.overlap >= ALIKE) + _is_news(a, b)
    found += order
    if not found:
        return 0
    return found + pair.only + (max(pair.left.depth, pair.right.depth) <= LEAD)


def are_two_parties(pair: Pair, a: When, b: When) -> bool:
    """Whether somebody else takes part in each, or it is another one of a sort.

    As in "police arrested Ruiz" and "police arrested Gray", "sold 30 boats in 2019" and "sold 40
    boats in 2021", the first vote and the second.
    """
    if _are_two(things(a), things(b)) or _other_figures(pair):
        return True
    named = [_named(one) for one in (a, b)]
    return all(named) and not named[0] & named[1] and not _named_across(pair, named)


def are_two_objects(a: When, b: When) -> bool:
    """Whether one event is done to another thing: "joined the navy", "joined the firm"."""
    if not a.event or a.event != b.event or a.event in SINGLE or _same_neighbour(a, b):
        return False
    actors = senses(a.actor | b.actor)
    objects = things(a) - actors, things(b) - actors
    return all(objects) and not objects[0] & objects[1]


def _named(one: When) -> frozenset[str]:
    return (one.names | one.actor) - NOBODY


def _are_two(own: frozenset[str], other: frozenset[str]) -> bool:
    if own & OTHERS != other & OTHERS:
        return True
    kinds = own & QUALIFIERS, other & QUALIFIERS
    return all(kinds) and not kinds[0] & kinds[1]


def _is_news(a: When, b: When) -> bool:
    """Whether a story has one of the sort; what is still to be completed it is about."""
    return a.event in NEWS or (a.event == "completion" and a.tense == b.tense == "coming")


def _leaving(pair: Pair, a: When, b: When) -> int:
    """Two dates on which somebody is to leave a post, where one page has no name for whom."""
    if not a.role == b.role == "end" or "past" in (a.tense, b.tense):
        return 0
    nameless = (not a.actor and a.pronoun) or (not b.actor and b.pronoun)
    return ENOUGH_OF_ONE * (nameless and pair.only)


def _other_figures(pair: Pair) -> bool:
    """Whether each sentence counts the same thing otherwise."""
    counts = [{(c.value.head, c.value.normal) for c in own if c.value.head} for own in pair.others]
    heads = [{head for head, _ in one} for one in counts]
    return bool(heads[0] & heads[1]) and not counts[0] & counts[1]


def _same_neighbour(a: When, b: When) -> int:
    """Whether both are told as before or after one other event; more if in another order."""
    if not a.beside or not b.beside or a.beside[1] != b.beside[1]:
        return 0
    return 1 + (a.beside[0] != b.beside[0])


def _named_across(pair: Pair, named: list[frozenset[str]]) -> bool:
    left, right = pair.left.words.keys(), pair.right.words.keys()
    return bool(stems(named[0]) & right or stems(named[1]) & left)


def suffices(pair: Pair, found: int) -> bool:
    """Whether these grounds are enough for an event of this sort."""
    when = pair.a.when
    event = when.event if when else ""
    one = event in SINGLE | {POST} or bool(when and _is_news(when, when))
    enough = ENOUGH_OF_ONE if one and pair.only else ENOUGH
    return found >= enough


def shared_figures(pair: Pair) -> frozenset[tuple[str, str, str]]:
    """Figures of both sentences that are too special to be chance: 54 votes, 217 to 211."""
    left, right = (frozenset(figure_of(c) for c in own if is_special(c)) for own in pair.others)
    return left & right


def is_special(claim: Claim) -> bool:
    """Whether a figure is one that two events hardly share."""
    value = claim.value
    if value.kind is ValueKind.SCORE:
        return True
    if value.kind not in (ValueKind.NUMBER, ValueKind.MONEY) or claim.amount is None:
        return False
    if NEEDED & {*claim.before[:2], *claim.scope} or claim.negated:
        return False
    return claim.amount > SMALL and (claim.amount % ROUND != 0 or value.kind is ValueKind.MONEY)
