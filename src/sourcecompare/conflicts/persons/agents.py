"""When two pages let another person or body do the very same, or be the one of a sort."""

from collections import defaultdict
from collections.abc import Iterator, Set
from itertools import combinations

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import Pair, overlap
from sourcecompare.values import stem
from sourcecompare.values.persons.agents import are_two, read_agents

from .people import MOST_MENTIONS, Naming, People, alias, by_depth, is_headline, naming_pair

SHARED = {"did": 3, "is": 2}
"""Words besides the names that both sentences share, by the sort of slot."""
ALIKE = {"did": 0.25, "is": 0.15}
"""Overlap from which the sentences are on one thing, by the sort of slot."""
AGENT = "agent: "


def agent_pairs(compared: Compared, people: People) -> Iterator[Pair]:
    """Two names in one slot, of which neither page has the other's."""
    slots: dict[str, list[tuple[Naming, Set[str]]]] = defaultdict(list)
    spoken: dict[str, set[str]] = defaultdict(set)
    for ref, names in people.names.items():
        one = compared.statements[ref]
        spoken[one.page].update(name.surname for name in names)
        if is_headline(one):
            continue
        for agent in read_agents(one.sentence.text, names):
            name = agent.name
            naming = Naming(one, agent.slot, name.full, name.start, name.end, agent.shown)
            slots[agent.slot].append((naming, agent.sort))
    for slot in sorted(slots):
        sort, noun = slot.split()
        told = sorted(slots[slot], key=lambda one: by_depth(one[0]))
        for (a, own), (b, other) in combinations(told[:MOST_MENTIONS], 2):
            if are_two(noun, own, other) or not _are_rivals(a, b, spoken):
                continue
            if _tell_alike(sort, a, b, compared):
                yield naming_pair(
                    a._replace(thing=AGENT + slot), b._replace(thing=AGENT + slot), compared
                )


def _are_rivals(a: Naming, b: Naming, spoken: dict[str, set[str]]) -> bool:
    if a.one.page == b.one.page or alias(a.who, b.who) or _is_short(a) or _is_short(b):
        return False
    own, other = a.who.split()[-1], b.who.split()[-1]
    return own not in spoken[b.one.page] and other not in spoken[a.one.page]


def _is_short(naming: Naming) -> bool:
    """Whether a name is an abbreviation, of whatever: "AMC" may be any firm of the story."""
    return naming.one.sentence.text[naming.start : naming.end].isupper()


def _tell_alike(sort: str, a: Naming, b: Naming, compared: Compared) -> bool:
    names = {stem(word) for word in (*a.who.split(), *b.who.split())}
    shared = (a.one.words.keys() & b.one.words.keys()) - names
    if len(shared) < SHARED[sort]:
        return False
    return overlap(a.one, b.one, compared.weights) >= ALIKE[sort]
