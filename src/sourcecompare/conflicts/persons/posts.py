"""When two pages put another person into a slot that one alone can fill."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import Pair
from sourcecompare.conflicts.statements import Statement
from sourcecompare.values import stem
from sourcecompare.values.persons.posts import read_posts

from .people import MOST_MENTIONS, Naming, People, alias, by_depth, named_before, naming_pair

POST_STEMS = frozenset(
    stem(word)
    for word in """take takes taken took serve step stepped act become becomes sworn made appointed
    nominated named elevated picked tapped chosen installed put appointee nominee choice pick
    first judge justice magistrate victim dead deceased gunman shooter attacker assailant suspect
    driver pilot winner runner-up captain skipper conductor referee coroner whistleblower informant
    landlord deckhand complainant plaintiff defendant hijacker bomber survivor author architect
    investigator prosecutor see saw seen spoke speak speaker testified
    sang performed went spotted noticed sighted eyes discovered""".split()
)
"""A sentence without one of these puts nobody into a slot."""

RANKED = ("the last ", "the first ")
"""What a sentence that ranks somebody begins with; ordinals are no words of a statement."""

PRONOUN = re.compile(r"(?:He|She)\b")
LEAST_SHARED = {"the": 1, "appointed": 0, "next": 0, "first": 0, "last": 0}
"""Words besides slot and names that both sentences share, by the first word of the slot."""


def post_pairs(compared: Compared, people: People) -> Iterator[Pair]:
    """Different names in one slot, on pages that put one name alone into it."""
    slots: dict[str, list[Naming]] = defaultdict(list)
    for ref in people.names:
        one = compared.statements[ref]
        if one.key.startswith(RANKED) or not POST_STEMS.isdisjoint(one.words):
            for naming in _read(one, compared, people):
                slots[naming.thing].append(naming)
    for slot in sorted(slots):
        yield from _rivals(slots[slot], compared)


def _read(one: Statement, compared: Compared, people: People) -> Iterator[Naming]:
    for post in read_posts(one.sentence.text, people.names[one.ref]):
        of = post.of
        if post.slot.startswith("appointed"):
            if not of and PRONOUN.match(one.sentence.text):
                before = named_before(one, compared, people)
                of = before[-1].surname if before else ""
            if not of:
                continue
        if post.slot.startswith("next") and is_past(one):
            continue
        slot = f"{post.slot} {of}".strip()
        yield Naming(one, slot, post.who, post.start, post.end, post.said_of)


def is_past(one: Statement) -> bool:
    """Whether an earlier year is named than that of the page."""
    year = one.published[:4] or "9"
    return any(date[:4].isdigit() and date[:4] < year for date in one.dates)


def _rivals(namings: list[Naming], compared: Compared) -> Iterator[Pair]:
    firsts: dict[str, Naming] = {}
    mixed: set[str] = set()
    for naming in sorted(namings, key=lambda n: (n.one.ref, n.start)):
        first = firsts.setdefault(naming.one.page, naming)
        if not alias(first.who, naming.who):
            mixed.add(naming.one.page)
    lone = sorted((firsts[page] for page in firsts if page not in mixed), key=by_depth)
    for a, b in combinations(lone[:MOST_MENTIONS], 2):
        if not alias(a.who, b.who) and _shares(a, b):
            yield naming_pair(a, b, compared)


def _shares(a: Naming, b: Naming) -> bool:
    own = {stem(word) for word in (*a.who.split(), *b.who.split(), *a.thing.split())} | POST_STEMS
    shared = (a.one.words.keys() & b.one.words.keys()) - own
    return len(shared) >= LEAST_SHARED[a.thing.split()[0]]
