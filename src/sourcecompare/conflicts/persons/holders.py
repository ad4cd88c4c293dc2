"""When one post has two holders: another surname, or another person on each page."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import Pair, overlap
from sourcecompare.conflicts.statements import Statement, by_height
from sourcecompare.values import Name, similar, stem
from sourcecompare.values.persons.offices import LOOSE, MANY, QUALIFIERS

from .people import MOST_MENTIONS, OFFICE_STEMS, TRADE_STEMS, Naming, People, naming_pair

SHARED_OF_RIVALS = 3
"""Words besides post and names that two sentences with other holders must share ..."""
SHARED_OF_SURNAMES = 1
"""... or, if only the surname is another one."""
RIVAL_OVERLAP = 0.2
SINGLE = frozenset(
    """mayor sheriff governor coroner president chancellor king queen pope superintendent dean
    principal coach chair treasurer""".split()
) | {"prime minister", "chief executive", "district attorney", "attorney general", "chief justice"}
"""Offices that one person holds in one place."""
LONGEST_SLOT = 2 * MOST_MENTIONS


class Holder(NamedTuple):
    """Who has a post, in a sentence."""

    one: Statement
    name: Name
    of: frozenset[str]


def holder_pairs(compared: Compared, people: People) -> Iterator[Pair]:
    """Two holders of one post, of whom neither page names the other's."""
    posts: dict[str, list[Holder]] = defaultdict(list)
    for ref in sorted(people.names):
        one = compared.statements[ref]
        for role in people.roles.get(ref, ()):
            if not role.time and role.office not in LOOSE and role.name.given:
                slot = f"{role.rank} {role.office}".strip()
                posts[slot].append(Holder(one, role.name, frozenset(role.of) - QUALIFIERS))
        for trade in people.trades.get(ref, ()):
            if not trade.former and trade.name.given:
                posts[trade.sort.name].append(Holder(one, trade.name, frozenset()))
    spoken = _spoken(people)
    for post in sorted(posts):
        posts[post].sort(key=lambda holder: by_height(holder.one))
        for a, b in combinations(posts[post][:LONGEST_SLOT], 2):
            if _are_rivals(post, a, b, spoken) and _tell_alike(post, a, b, compared):
                namings = [
                    Naming(h.one, post, h.name.full, h.name.start, h.name.end, f"the {post}")
                    for h in (a, b)
                ]
                yield naming_pair(namings[0], namings[1], compared)


def _spoken(people: People) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for ref, names in people.names.items():
        found[ref.article].update(name.surname for name in names)
    return found


def _are_rivals(post: str, a: Holder, b: Holder, spoken: dict[str, set[str]]) -> bool:
    """Whether both are other persons, each unknown to the other page."""
    if a.one.page == b.one.page or similar(a.name.surname, b.name.surname):
        return False
    if a.of and b.of and not a.of & b.of:
        return False
    if a.name.surname in spoken[b.one.page] or b.name.surname in spoken[a.one.page]:
        return False
    return a.name.given[0] == b.name.given[0] or (post in SINGLE and post not in MANY)


def _tell_alike(post: str, a: Holder, b: Holder, compared: Compared) -> bool:
    names = {stem(word) for h in (a, b) for word in (*h.name.given, h.name.surname)}
    words = names | OFFICE_STEMS | TRADE_STEMS
    shared = (a.one.words.keys() & b.one.words.keys()) - words
    if a.name.given[0] == b.name.given[0] and len(a.name.given[0]) > 1:
        return len(shared) >= SHARED_OF_SURNAMES
    alike = overlap(a.one, b.one, compared.weights)
    return len(shared) >= SHARED_OF_RIVALS and alike >= RIVAL_OVERLAP
