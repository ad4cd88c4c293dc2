"""When one post has two holders: another surname, or another person on each page."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import Pair, overlap
from sourcecompare.conflicts.statements import Statement, by_height
from sourcecompare.values import Name, Role, similar, stem
from sourcecompare.values.persons.offices import DEPARTMENTS, LOOSE, MANY, QUALIFIERS

from .freely import same_days
from .people import MOST_MENTIONS, OFFICE_STEMS, TRADE_STEMS, Naming, People, naming_pair
from .posts import is_past

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
STATED = frozenset("""speaker whip secretary minister""".split()) | {
    "majority leader",
    "minority leader",
    "majority whip",
    "minority whip",
    "party leader",
    "attorney general",
    "chief justice",
    "chief of staff",
    "press secretary",
    "national security adviser",
}
"""Offices that one person holds in the house, department or staff that is named with them: who
that is needs no sentence told alike."""
CHAMBERS = {"senator": "senate", "representative": "house"}
"""What a leader who is a member of it leads, where the sentence leaves it out."""
LEAVING = frozenset(
    stem(word)
    for word in """fire fired oust ousted resign resigned resignation replace replaced succeed
    succeeded successor predecessor depart departed departure quit leave left dismissed removed
    former formerly previous previously retired appointed nominated confirmed named tapped then past
    earlier""".split()
)
"""Words of a sentence in which the holder of an office need not be the one of today."""
NATIONS = QUALIFIERS - frozenset(("house", "senate", "white"))
LONGEST_SLOT = 2 * MOST_MENTIONS


class Holder(NamedTuple):
    """Who has a post, in a sentence."""

    one: Statement
    name: Name
    of: frozenset[str]
    seat: frozenset[str] = frozenset()
    """words for the house, department or staff that the office is one of"""


def holder_pairs(compared: Compared, people: People) -> Iterator[Pair]:
    """Two holders of one post, of whom neither page names the other's."""
    posts: dict[str, list[Holder]] = defaultdict(list)
    for ref in sorted(people.names):
        one = compared.statements[ref]
        roles = people.roles.get(ref, ())
        for role in roles:
            slot = f"{role.rank} {role.office}".strip()
            named = slot in STATED or role.office not in LOOSE
            if not role.time and named and role.name.given:
                now = LEAVING.isdisjoint(one.words) and not is_past(one)
                seat = _seat(role, roles) if now and slot in STATED else frozenset()
                of = frozenset(role.of) - QUALIFIERS
                posts[slot].append(Holder(one, role.name, of, seat))
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


def _seat(role: Role, roles: Sequence[Role]) -> frozenset[str]:
    """The words that say which of its sort an office is."""
    chambers = {CHAMBERS[r.office] for r in roles if r.name == role.name and r.office in CHAMBERS}
    departments = DEPARTMENTS.intersection(role.of)
    if departments or role.office in ("secretary", "minister"):
        return departments
    own = frozenset(role.of) - NATIONS
    return own or frozenset(chambers)


def _spoken(people: People) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for ref, names in people.names.items():
        found[ref.article].update(name.surname for name in names)
    return found


def _are_rivals(post: str, a: Holder, b: Holder, spoken: dict[str, set[str]]) -> bool:
    """Whether both are other persons, each unknown to the other page."""
    if a.one.page == b.one.page or similar(a.name.surname, b.name.surname):
        return False
    if a.seat and b.seat and not a.seat & b.seat:
        return False
    if a.of and b.of and not a.of & b.of:
        return False
    if a.name.surname in spoken[b.one.page] or b.name.surname in spoken[a.one.page]:
        return False
    if a.seat & b.seat:
        return same_days(a.one, b.one)
    return a.name.given[0] == b.name.given[0] or (post in SINGLE and post not in MANY)


def _tell_alike(post: str, a: Holder, b: Holder, compared: Compared) -> bool:
    if a.seat & b.seat:
        return True
    names = {stem(word) for h in (a, b) for word in (*h.name.given, h.name.surname)}
    words = names | OFFICE_STEMS | TRADE_STEMS
    shared = (a.one.words.keys() & b.one.words.keys()) - words
    if a.name.given[0] == b.name.given[0] and len(a.name.given[0]) > 1:
        return len(shared) >= SHARED_OF_SURNAMES
    alike = overlap(a.one, b.one, compared.weights)
    return len(shared) >= SHARED_OF_RIVALS and alike >= RIVAL_OVERLAP
