"""When two pages let one thing happen in two places, or one person live in two towns."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import Pair
from sourcecompare.conflicts.statements import Statement
from sourcecompare.text import words as words_of
from sourcecompare.values import Name, stem
from sourcecompare.values.persons.sites import EVENTS, SITES, Place, read_sites

from .people import LONGEST_SENTENCE, MOST_MENTIONS, Naming, People, alias, by_depth, naming_pair

SITE_STEMS = frozenset(
    stem(word) for verb in EVENTS for word in verb.split() if len(word) > 2
) | frozenset(stem(word) for word in "hospital infirmary medical end".split())
PLACE_STEMS = frozenset(stem(words_of(site)[0]) for site in SITES) | {stem("medical")}
"""A sentence without one of either sort says of nothing where it happened."""
AGED = ", "
HOME = re.compile(r"[0-9],? (?:of|from) ")
"""What stands behind a name with a home."""
LEAST_SHARED = 1
"""Words besides event and place that both sentences share."""


def site_pairs(compared: Compared, people: People) -> Iterator[Pair]:
    """Different places in one slot, on pages that name one alone."""
    slots: dict[str, list[Naming]] = defaultdict(list)
    for ref, one in compared.statements.items():
        names = people.names.get(ref, ())
        if not _may_tell(one, names):
            continue
        for place in read_sites(one.sentence.text, names):
            slot = f"where: {place.slot} {place.level}".strip()
            said = _said_of(place)
            if place.name:
                person = people.who(place.name, one.page)
                slot, said = f"where: home {person}", f"the home of {person.title()}"
            if place.name is None or person:
                slots[slot].append(Naming(one, slot, place.where, place.start, place.end, said))
    for slot in sorted(slots):
        yield from _rivals(slots[slot], compared, people)


def _may_tell(one: Statement, names: Sequence[Name]) -> bool:
    """Whether it is worth looking for a place in a sentence."""
    text = one.sentence.text
    if len(text) > LONGEST_SENTENCE:
        return False
    if not SITE_STEMS.isdisjoint(one.words):
        # Nobody's home is looked for where no event or age is told.
        return not PLACE_STEMS.isdisjoint(one.words) or bool(names and HOME.search(text))
    return bool(names) and AGED in text and bool(HOME.search(text))


def _said_of(place: Place) -> str:
    return "one hospital" if place.slot == "hospital" else "the place of one event"


def _rivals(namings: list[Naming], compared: Compared, people: People) -> Iterator[Pair]:
    own: dict[str, set[str]] = defaultdict(set)
    firsts: dict[str, Naming] = {}
    for naming in sorted(namings, key=lambda n: (n.one.ref, n.start)):
        own[naming.one.page].add(naming.who)
        firsts.setdefault(naming.one.page, naming)
    lone = sorted((firsts[page] for page in own if len(own[page]) == 1), key=by_depth)
    for a, b in combinations(lone[:MOST_MENTIONS], 2):
        if not alias(a.who, b.who) and _are_of_one(a, b, compared, people):
            yield naming_pair(a, b, compared)


def _names_one(a: Naming, b: Naming, people: People) -> bool:
    """Whether both sentences are about one person, whom both name in full."""
    own, other = ({n.full for n in people.names.get(m.one.ref, ()) if n.given} for m in (a, b))
    return bool(own & other)


def _are_of_one(a: Naming, b: Naming, compared: Compared, people: People) -> bool:
    """Whether the sentences are on one event, and neither page has the other place anywhere."""
    for own, other in ((a, b), (b, a)):
        if a.thing.endswith(" end") or _names_one(a, b, people):
            break  # "at a hospital near her home"
        if any(own.who in one.key for one in compared.pages[other.one.page]):
            return False
    if a.thing.startswith("where: home"):
        return True
    words = {stem(word) for word in (*a.who.split(), *b.who.split())}
    shared = (a.one.words.keys() & b.one.words.keys()) - words - SITE_STEMS
    return len(shared) + bool(a.one.dates & b.one.dates) >= LEAST_SHARED
