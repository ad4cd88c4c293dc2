"""Who takes part in two dated events, in what: the same, or somebody and something else."""

from collections.abc import Iterable

from sourcecompare.conflicts.statements import Statement
from sourcecompare.model import ValueKind
from sourcecompare.values import BODIES, NOBODY, ONCE, POST, POST_NOUNS, When, stem

POST_WORDS = 2
"""Words that two posts must share beside who holds them, and one of them may have no other."""

OWN_DEEDS = frozenset(("birth", "death", "resignation", "retirement"))
"""What nobody does to another: whoever acts in one clause acts in the other."""

VAGUE_POSTS = frozenset(
    stem(word) for word in ("seat", "office", "term", "taking", "took", "sworn")
)
"""Words that say of no post which one it is."""

SEATS = frozenset(
    stem(word)
    for word in """house senate congress parliament assembly legislature district state council
    seat office representative congressman congresswoman lawmaker legislator deputy""".split()
)
"""Words of somebody's place among lawmakers."""

OFFICES = frozenset(stem(word) for word in POST_NOUNS)
POSTS = OFFICES | frozenset(stem(word) for word in BODIES)

_SENSES = """
lawmaker legislature legislator parliament congress
agent officer police trooper constable
company firm business owner employer operator
worker employee staff crew labourer
law measure bill act statute legislation
ship vessel boat ferry
gunman shooter attacker assailant
plant factory mill
contract deal agreement accord
judge justice court tribunal panel
"""
SENSES = {
    stem(word): line.split()[0] for line in _SENSES.strip().splitlines() for word in line.split()
}
"""Stem of a common noun to the first of those that outlets put for it."""


def things(x: When) -> frozenset[str]:
    """All that a clause names but its event, in one word for each sense."""
    return senses(x.names | x.actor) | frozenset(SENSES.get(word, word) for word in x.words)


CHAMBERS = frozenset(
    stem(word)
    for word in """house senate commons lords committee subcommittee council cabinet board
    commission court""".split()
)
"""Bodies of which each decides on a day of its own."""


def two_bodies(x: When, y: When) -> bool:
    """Whether two bodies decide: "approved in the Senate", "the House approved"."""
    own, other = ((stems(one.names | one.actor) | one.words) & CHAMBERS for one in (x, y))
    return bool(own and other and not own & other)


def senses(words: Iterable[str]) -> frozenset[str]:
    """The stem of each word, or of the one that stands for its sense."""
    return frozenset(SENSES.get(word, word) for word in stems(words))


def same_object(x: When, y: When, names: frozenset[str], left: Statement, right: Statement) -> bool:
    """Whether more than who acts is the same, where people do such a thing again and again."""
    if x.event in ONCE:
        apart = x.event in OWN_DEEDS and x.actor and y.actor and not x.actor & y.actor
        return not apart and bool(names & (x.actor | y.actor) - NOBODY)
    if x.event == POST:
        return _same_post(x, y, left, right)
    actors = x.actor | y.actor
    own, other = ((one.words | one.names) - actors - stems(actors) for one in (x, y))
    return bool(own & other)


def _same_post(x: When, y: When, left: Statement, right: Statement) -> bool:
    if not x.actor & y.actor and not (x.actor | y.actor) & (x.names & y.names):
        return False
    if x.role == y.role == "end" and "past" not in (x.tense, y.tense):
        return True  # one who is to leave leaves one post
    persons = stems((x.actor | y.actor) - POST_NOUNS)
    own, other = ((one.words | stems(one.names)) - persons for one in (x, y))
    common = own & other
    # "Led the party since 2016", "took over the party in 2017"; but one may sit in a house since
    # 1987 and lead a party of that house since 2002.
    if len(common) >= POST_WORDS and (own <= other or other <= own):
        return True
    if common and _same_other_end(x, y, left, right):
        return True
    if (own <= other or other <= own) and common & OFFICES:
        return True
    return _same_office(x, y, own, other)


def _same_office(x: When, y: When, own: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both tell how somebody came to a post that they leave to be known.

    "First elected in 2016" and "won his seat in 2018"; "took office" and "was sworn in".
    """
    vague = all(one.chosen or words & VAGUE_POSTS for one, words in ((x, own), (y, other)))
    if x.role != "start" or not vague or x.chosen != y.chosen:
        return False
    specific = [words & POSTS - VAGUE_POSTS for words in (own, other)]
    if all(specific) and specific[0] == specific[1]:
        return True
    specific = [words - stems(x.actor | y.actor) for words in specific]
    return not any(specific) or (x.chosen and specific[0] <= SEATS >= specific[1])


def _same_other_end(x: When, y: When, left: Statement, right: Statement) -> bool:
    """Whether both terms begin, or end, with one year, so that they are one term."""
    edge = {"start": "end", "end": "start"}.get(x.role, "")
    if not edge or x.role != y.role:
        return False
    ends = [
        {
            claim.value.normal
            for claim in one.claims
            if claim.value.kind is ValueKind.DATE
            and claim.when
            and claim.when.event == POST
            and claim.when.role == edge
        }
        for one in (left, right)
    ]
    return bool(ends[0] & ends[1])


def stems(words: Iterable[str]) -> frozenset[str]:
    """The stem of each word."""
    return frozenset(stem(word) for word in words)


def rivals(left: Statement, right: Statement, x: When, y: When) -> bool:
    """Whether each sentence has an actor of its own whom the other one does not name.

    Two of one surname are two: "Ana Ruiz" and "Paul Ruiz", not "Ana Ruiz" and "Ruiz".
    """
    if not x.actor or not y.actor:
        return False
    if x.actor & y.actor:
        return not (x.pronoun or y.pronoun or x.actor <= y.actor or y.actor <= x.actor)
    if senses(x.actor) & senses(y.actor):
        return False  # "police", "officers"
    facing = {stem(word) for word in x.actor} & right.words.keys()
    return not facing and not {stem(word) for word in y.actor} & left.words.keys()
