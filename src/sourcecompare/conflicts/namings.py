"""When another person, firm or place is named for the very same thing, and what excuses it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from sourcecompare.model import TextSpan, Value, ValueKind
from sourcecompare.text import fold
from sourcecompare.values import (
    STATES,
    Claim,
    Name,
    Role,
    read_deeds,
    read_towns,
    same_person,
    similar,
    stem,
)
from sourcecompare.values.deeds import DEEDS
from sourcecompare.values.nicknames import FAMILY
from sourcecompare.values.offices import MANY

from .compared import Compared
from .pairs import Pair, overlap, pair
from .people import People
from .statements import Statement

# Measured on half 0 of the project's news events and on invented ones.
SHARED_OF_SLIP = 2
"""Words besides office and name that the sentences of two first names must share ..."""
SHARED_WITHOUT_OFFICE = 3
"""... and so many where no office is the same."""
MANY_SHARED = 4
"""... or where the office is one of many: two members of one house can share a surname."""
SLIP_OVERLAP = 0.15
FREE_SLIP_OVERLAP = 0.2

TWIN = 0.7
"""Linked sentences from this overlap on are one sentence but for the name."""
TWIN_WORDS = 5
"""Content words that they share at least."""

TWIN_SLOT = "the sentence"

MOST_MENTIONS = 30
"""Places of one name that are looked at."""

DEED_SHARED = 1
"""Words besides verb and object that two sentences about one deed must share."""

SLIP, DEED, TOWN, TWINS = 0.66, 0.68, 0.7, 0.72
"""How sure each ground is."""

DEED_STEMS = frozenset(stem(word) for word in DEEDS) | frozenset(
    stem(word) for word in "born posted uploaded published shared released tweeted".split()
)
NAMESAKES = FAMILY | frozenset("related relation namesake namesakes unrelated surname".split())
LISTING = re.compile(r"\s*(?:,? and\b|,? or\b|/|&)|, [A-Z][\w.]+(?: [A-Z][\w.]+)*,? and\b")


class Naming(NamedTuple):
    """A name that stands for something."""

    one: Statement
    thing: str
    """what it is the name of, as the slot that two of them share"""
    who: str
    """folded"""
    start: int
    end: int
    said_of: str
    """the same for a reader"""


def naming_pairs(compared: Compared, people: People) -> Iterator[Pair]:
    """Names that exclude each other: of deeds, towns, twins, and first names of one surname."""
    slots: dict[str, list[Naming]] = defaultdict(list)
    for one in compared.statements.values():
        for naming in (*_deeds(one, people), *_towns(one)):
            slots[naming.thing].append(naming)
    for thing in sorted(slots):
        yield from _rivals(slots[thing], compared)
    yield from _slips(compared, people)
    yield from _twins(compared, people)


def _deeds(one: Statement, people: People) -> Iterator[Naming]:
    if DEED_STEMS.isdisjoint(one.words):
        return
    for deed in read_deeds(one.sentence.text):
        thing = f"{deed.deed} {deed.thing}".strip()
        of = {"account": "the account", "born in": "where one was born"}.get(deed.deed, "")
        if deed.deed == "born in":
            subject = _subject(one, people, deed.start)
            thing = f"{thing} {subject}"
        yield Naming(one, thing, deed.who, deed.start, deed.end, of or f"who did “{thing}”")


def _subject(one: Statement, people: People, at: int) -> str:
    """The surname of the person before a place; empty for a pronoun."""
    names = [name for name in people.names.get(one.ref, ()) if name.end < at]
    return names[0].surname if names else ""


def _towns(one: Statement) -> Iterator[Naming]:
    if "," not in one.sentence.text:
        return
    for town in read_towns(one.sentence.text):
        yield Naming(one, f"in {town.town}", town.state, town.start, town.end, "the same town")


def _rivals(namings: Sequence[Naming], compared: Compared) -> Iterator[Pair]:
    """Different names in one slot, each page naming one alone."""
    named: dict[str, set[str]] = defaultdict(set)
    for one in namings:
        named[one.one.page].add(one.who)
    firsts: dict[tuple[str, str], Naming] = {}
    for one in namings:
        firsts.setdefault((one.one.page, one.who), one)
    chosen = list(firsts.values())[:MOST_MENTIONS]
    for a, b in combinations(chosen, 2):
        if a.one.page == b.one.page or _alias(a.who, b.who):
            continue
        if len(named[a.one.page]) > 1 or len(named[b.one.page]) > 1:
            continue
        if _told_of_one(a, b, compared):
            yield _pair(a, b, compared)


def _told_of_one(a: Naming, b: Naming, compared: Compared) -> bool:
    if a.thing.startswith("in "):
        return True
    if fold(a.who) in b.one.key or fold(b.who) in a.one.key:
        return False
    own = {stem(word) for word in (*a.who.split(), *b.who.split(), *a.thing.split())} | DEED_STEMS
    shared = (a.one.words.keys() & b.one.words.keys()) - own
    needed = 0 if a.thing.startswith("born in") and a.thing != "born in" else DEED_SHARED
    return len(shared) >= needed


def _alias(a: str, b: str) -> bool:
    """Whether two folded names can be one: a part, an abbreviation, another spelling."""
    own, other = a.replace("-", " ").split(), b.replace("-", " ").split()
    if set(own) <= set(other) or set(other) <= set(own) or similar(a, b):
        return True
    for short, long in ((a, other), (b, own)):
        if len(long) > 1 and short.replace(" ", "") == "".join(word[0] for word in long):
            return True
    return own[-1] == other[-1] and same_person(tuple(own[:-1]), tuple(other[:-1]))


def _pair(a: Naming, b: Naming, compared: Compared) -> Pair:
    if b.one.ref < a.one.ref:
        a, b = b, a
    linked = (a.one.ref, b.one.ref) in compared.links
    return pair(a.one, b.one, _claim(a), _claim(b), compared.weights, linked=linked)


def _claim(naming: Naming) -> Claim:
    offset, text = naming.one.sentence.span.start, naming.one.sentence.text
    span = TextSpan(offset + naming.start, offset + naming.end)
    return Claim(
        value=Value(
            kind=ValueKind.NAME,
            normal=naming.who,
            unit="",
            head=naming.thing,
            modifier="",
            ref=naming.one.ref,
            span=span,
        ),
        phrase=span,
        of=naming.said_of,
        shown=" ".join(text[naming.start : naming.end].split()),
    )


class Mention(NamedTuple):
    """A person's full name in a sentence, with the office that it gives them."""

    one: Statement
    name: Name
    role: Role | None


def _slips(compared: Compared, people: People) -> Iterator[Pair]:
    """Two first names for one surname, in the same office or the same telling."""
    surnames = {surname for surname, own in people.persons.items() if len(own) > 1}
    if not surnames:
        return
    mentions: dict[tuple[str, int], list[Mention]] = defaultdict(list)
    for ref in sorted(people.names):
        for name in people.names[ref]:
            if name.surname not in surnames or not name.given:
                continue
            roles = people.roles.get(ref, ())
            role = next((r for r in roles if r.name == name), None)
            for k, person in enumerate(people.persons[name.surname]):
                if any(same_person(name.given, given) for given in person):
                    mention = Mention(compared.statements[ref], name, role)
                    mentions[name.surname, k].append(mention)
                    break
    for surname in sorted(surnames):
        numbers = range(len(people.persons[surname]))
        for k, m in combinations(numbers, 2):
            best = _best_slip(mentions[surname, k], mentions[surname, m], compared, people)
            if best:
                yield _slip_pair(*best, compared, people)


def _best_slip(
    own: Sequence[Mention], other: Sequence[Mention], compared: Compared, people: People
) -> tuple[Mention, Mention] | None:
    """The two mentions that tell most of the same; None where both persons can exist."""
    found: list[tuple[float, int, Mention, Mention]] = []
    pages = {mention.one.page for mention in own} & {mention.one.page for mention in other}
    if any(NAMESAKES & set(m.one.key.split()) for m in (*own, *other)):
        return None
    for a in own[:MOST_MENTIONS]:
        for b in other[:MOST_MENTIONS]:
            if a.one.ref == b.one.ref:
                return None
            if _is_slip(a, b, compared, same_page=bool(pages)):
                alike = overlap(a.one, b.one, compared.weights)
                found.append((-alike, len(found), a, b))
    return min(found)[2:] if found else None


def _is_slip(a: Mention, b: Mention, compared: Compared, *, same_page: bool) -> bool:
    office = _same_office(a.role, b.role)
    if same_page:
        return office and a.role is not None and a.role.office not in MANY
    names = {stem(w) for m in (a, b) for w in (*m.name.given, m.name.surname)}
    office_words = {stem(a.role.office), stem(b.role.office)} if a.role and b.role else set()
    shared = (a.one.words.keys() & b.one.words.keys()) - names - office_words
    alike = overlap(a.one, b.one, compared.weights)
    if not office:
        clash = a.role and b.role
        return not clash and alike >= FREE_SLIP_OVERLAP and len(shared) >= SHARED_WITHOUT_OFFICE
    many = a.role is not None and a.role.office in MANY
    return alike >= SLIP_OVERLAP and len(shared) >= (MANY_SHARED if many else SHARED_OF_SLIP)


def _same_office(a: Role | None, b: Role | None) -> bool:
    if a is None or b is None or (a.time, a.rank) != (b.time, b.rank):
        return False
    return a.office == b.office


def _slip_pair(a: Mention, b: Mention, compared: Compared, people: People) -> Pair:
    thing = a.name.surname
    namings = [
        Naming(m.one, thing, m.name.full, m.name.start, m.name.end, "one person of that surname")
        for m in (a, b)
    ]
    return _pair(namings[0], namings[1], compared)


def _twins(compared: Compared, people: People) -> Iterator[Pair]:
    """One sentence in which only the name differs."""
    spoken = _spoken(people)
    for (left_ref, right_ref), sure in compared.links.items():
        own, other = people.names.get(left_ref, ()), people.names.get(right_ref, ())
        left, right = compared.statements[left_ref], compared.statements[right_ref]
        if not sure or not own or not other or left.key == right.key:
            continue
        if overlap(left, right, compared.weights) < TWIN:
            continue
        mine = [name for name in own if name.surname not in spoken[right.page]]
        theirs = [name for name in other if name.surname not in spoken[left.page]]
        if len(mine) != 1 or len(theirs) != 1:
            continue
        if _in_one_place(left, right, mine[0], theirs[0]):
            a, b = (
                Naming(one, TWIN_SLOT, name.full, name.start, name.end, "the same sentence")
                for one, name in ((left, mine[0]), (right, theirs[0]))
            )
            yield _pair(a, b, compared)


def _spoken(people: People) -> Mapping[str, set[str]]:
    """By page: every word of every name."""
    found: dict[str, set[str]] = defaultdict(set)
    for ref, names in people.names.items():
        for name in names:
            found[ref.article].update((name.surname, *name.given))
    return found


def _in_one_place(left: Statement, right: Statement, a: Name, b: Name) -> bool:
    """Whether the two names stand between the same words, and neither is another form of the other."""
    if _alias(a.full, b.full) or bool(a.given) != bool(b.given):
        return False
    if a.full in STATES or b.full in STATES:
        return False
    texts = left.sentence.text, right.sentence.text
    around = [
        (fold(text[: name.start]).split()[-2:], fold(text[name.end :]).split()[:2])
        for text, name in zip(texts, (a, b), strict=True)
    ]
    shared = left.words.keys() & right.words.keys()
    if len(shared) < TWIN_WORDS or any(
        LISTING.match(text, name.end) for text, name in zip(texts, (a, b), strict=True)
    ):
        return False
    (before, after), (other_before, other_after) = around
    return before[-1:] == other_before[-1:] and after[:1] == other_after[:1]


def name(pair: Pair) -> float:
    """As in "posted by Ana Ruiz" against "posted by Ben Gray"; the pairs are chosen."""
    slot = pair.a.value.head
    if slot == TWIN_SLOT:
        return TWINS
    if slot.startswith("in "):
        return TOWN
    return DEED if " " in slot or slot == "account" else SLIP
