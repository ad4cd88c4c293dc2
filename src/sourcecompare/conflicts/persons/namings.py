"""When another person, firm or place is named for the very same thing, and what excuses it."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import Pair, overlap
from sourcecompare.conflicts.statements import SMOOTHING, Statement
from sourcecompare.text import fold
from sourcecompare.values import (
    STATES,
    Name,
    read_deeds,
    read_towns,
    stem,
)
from sourcecompare.values.persons.countries import WIDE
from sourcecompare.values.persons.deeds import DEEDS, FREQUENT, PAST

from .people import MOST_MENTIONS, Naming, People, alias, by_depth, naming_pair
from .slips import slip_pairs

# Set by judgement, then looked at on half 0 of the project's news events and on invented ones:
# nothing false was called there, but too little is called to fit them.


TWIN = 0.7
"""Linked sentences from this overlap on are one sentence but for the name."""
TWIN_WORDS = 5
"""Content words that they share at least."""

TWIN_SLOT = "the sentence"


LIVED = {
    "born in": "one birthplace",
    "raised in": "where one person grew up",
    "educated at": "where one person studied",
}
MAIN_PERSON = 4
"""Sentences that name a person whom a pronoun can then be: whom the page is about."""

RARE = 6
"""Sentences of a story in which a thing stands that something is done to once."""
SHARED_OF_MANY = 2
"""Words besides deed, thing and names that two sentences on what is done often must share."""

SLIP, DEED, TOWN, TWINS, POST = 0.66, 0.68, 0.7, 0.72, 0.62
"""How sure each ground is: guesses, too few are known to calibrate them."""

DEED_STEMS = frozenset(stem(word) for word in DEEDS) | frozenset(
    stem(word)
    for word in """born posted uploaded published shared released tweeted grew raised brought
    graduated studied graduate educated degree""".split()
)

POSTS = ("where: ", "agent: ", "next ", "appointed by", "first to", "last to", "the ")
"""With what the slots begin that `posts` and `sites` read."""

STEM = 5
"""Letters that a name shares with the words made of it."""

LISTING = re.compile(r"\s*(?:,? and\b|,? or\b|/|&)|, [A-Z][\w.]+(?: [A-Z][\w.]+)*,? and\b")


def naming_pairs(compared: Compared, people: People) -> Iterator[Pair]:
    """Names that exclude each other: of deeds, towns, twins, and first names of one surname."""
    slots: dict[str, list[Naming]] = defaultdict(list)
    for one in compared.statements.values():
        for naming in (*_deeds(one, people), *_towns(one)):
            slots[naming.thing].append(naming)
    for thing in sorted(slots):
        yield from _rivals(slots[thing], compared, people)
    yield from slip_pairs(compared, people)
    yield from _twins(compared, people)


def _deeds(one: Statement, people: People) -> Iterator[Naming]:
    if DEED_STEMS.isdisjoint(one.words):
        return
    for deed in read_deeds(one.sentence.text):
        thing = f"{deed.deed} {deed.thing}".strip()
        of = {"account": "the account", **LIVED}.get(deed.deed, "")
        of = of or f"the one who {PAST[deed.deed]} the {deed.thing}"
        yield Naming(one, thing, deed.who, deed.start, deed.end, of)


def _towns(one: Statement) -> Iterator[Naming]:
    if "," not in one.sentence.text:
        return
    for town in read_towns(one.sentence.text):
        yield Naming(one, f"in {town.town}", town.state, town.start, town.end, "one town")


def _rivals(namings: Sequence[Naming], compared: Compared, people: People) -> Iterator[Pair]:
    """Different names in one slot, each page naming one alone."""
    named: dict[str, set[str]] = defaultdict(set)
    firsts: dict[tuple[str, str], Naming] = {}
    for one in sorted(namings, key=by_depth):
        named[one.one.page].add(one.who)
        firsts.setdefault((one.one.page, one.who), one)
    chosen = [one for one in firsts.values() if len(named[one.one.page]) == 1][:MOST_MENTIONS]
    for a, b in combinations(chosen, 2):
        if not alias(a.who, b.who) and _told_of_one(a, b, compared, people):
            yield naming_pair(a, b, compared)


def _told_of_one(a: Naming, b: Naming, compared: Compared, people: People) -> bool:
    if a.thing.startswith("in "):
        return True
    if fold(a.who) in b.one.key or fold(b.who) in a.one.key:
        return False
    if a.thing in LIVED:
        return _born_alike(a, b, compared, people)
    own = {stem(word) for word in (*a.who.split(), *b.who.split(), *a.thing.split())} | DEED_STEMS
    shared = (a.one.words.keys() & b.one.words.keys()) - own
    if a.thing.split()[0] in FREQUENT:
        return len(shared) >= SHARED_OF_MANY
    return bool(shared) or _is_singular(a, compared)


def _is_singular(a: Naming, compared: Compared) -> bool:
    """Whether a story has one such deed: "raised the alarm", told once on a page."""
    thing = a.thing.partition(" ")[2]
    weight = compared.weights.get(stem(thing), 0.0)
    return weight >= math.log((len(compared.statements) + SMOOTHING) / (RARE + 1))


def _born_alike(a: Naming, b: Naming, compared: Compared, people: People) -> bool:
    """Whether both tell where one person was born, on pages that name the other place nowhere."""
    for own, other in ((a, b), (b, a)):
        words = own.who.split()
        if any(words[-1] in one.key for one in compared.pages[other.one.page]):
            return False
    subjects = [
        {n.surname for n in people.names.get(one.one.ref, ()) if n.end <= one.start}
        for one in (a, b)
    ]
    if subjects[0] and subjects[1]:
        return bool(subjects[0] & subjects[1])
    named = subjects[0] or subjects[1]
    return bool(named) and any(
        people.often.get((page, surname), 0) >= MAIN_PERSON
        for surname in named
        for page in (a.one.page, b.one.page)
    )


def _twins(compared: Compared, people: People) -> Iterator[Pair]:
    """One sentence in which only the name differs."""
    spoken: Mapping[str, set[str]] = {}
    for (left_ref, right_ref), sure in compared.links.items():
        if not sure or left_ref not in people.names or right_ref not in people.names:
            continue
        own, other = people.names[left_ref], people.names[right_ref]
        left, right = compared.statements[left_ref], compared.statements[right_ref]
        if left.key == right.key or overlap(left, right, compared.weights) < TWIN:
            continue
        spoken = spoken or _spoken(people)
        mine = [name for name in own if name.surname not in spoken[right.page]]
        theirs = [name for name in other if name.surname not in spoken[left.page]]
        if len(mine) != 1 or len(theirs) != 1:
            continue
        if _in_one_place(left, right, mine[0], theirs[0]):
            a, b = (
                Naming(one, TWIN_SLOT, name.full, name.start, name.end, "")
                for one, name in ((left, mine[0]), (right, theirs[0]))
            )
            yield naming_pair(a, b, compared)


def _spoken(people: People) -> Mapping[str, set[str]]:
    """By page: every word of every name."""
    found: dict[str, set[str]] = defaultdict(set)
    for ref, names in people.names.items():
        for name in names:
            found[ref.article].update((name.surname, *name.given))
    return found


def _in_one_place(left: Statement, right: Statement, a: Name, b: Name) -> bool:
    """Whether the names stand between the same words, and cannot be two names for one thing."""
    if not _rival_names(a, b) or _is_listed(left, a) or _is_listed(right, b):
        return False
    if any(_stands_in(name, one) for name, one in ((a, right), (b, left))):
        return False
    if len(left.words.keys() & right.words.keys()) < TWIN_WORDS:
        return False
    around = [_around(one, name) for one, name in ((left, a), (right, b))]
    return around[0] == around[1]


def _rival_names(a: Name, b: Name) -> bool:
    """Whether both are full names, or both wide places, or both places of other size."""
    if alias(a.full, b.full) or bool(a.given) != bool(b.given):
        return False
    if a.given:
        return True
    wide = [name.surname in WIDE or name.surname in STATES for name in (a, b)]
    return wide[0] and wide[1]


def _stands_in(name: Name, one: Statement) -> bool:
    """Whether the other sentence has the name too, or a word made of it: "German", "Germany"."""
    return any(word[:STEM] in one.key for word in (name.surname, *name.given) if len(word) >= STEM)


def _is_listed(one: Statement, name: Name) -> bool:
    return bool(LISTING.match(one.sentence.text, name.end))


def _around(one: Statement, name: Name) -> tuple[list[str], list[str]]:
    text = one.sentence.text
    return fold(text[: name.start]).split()[-1:], fold(text[name.end :]).split()[:1]


def name(pair: Pair) -> float:
    """As in "posted by Ana Ruiz" against "posted by Ben Gray"; the pairs are chosen."""
    slot = pair.a.value.head
    if slot == TWIN_SLOT:
        return TWINS
    if slot.startswith("in "):
        return TOWN
    if slot.startswith(POSTS):
        return POST
    return DEED if " " in slot or slot == "account" else SLIP
