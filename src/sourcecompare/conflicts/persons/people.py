"""Who is who in a story: the names of its sentences, the persons behind them, their offices."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import Pair, pair
from sourcecompare.conflicts.statements import Statement, by_height
from sourcecompare.model import SentenceRef, TextSpan, Value, ValueKind
from sourcecompare.text import RECENT, words
from sourcecompare.values import (
    Claim,
    Name,
    Role,
    read_names,
    read_roles,
    same_person,
    similar,
    stem,
)
from sourcecompare.values.persons.nicknames import FAMILY
from sourcecompare.values.persons.offices import OFFICES, PLURALS
from sourcecompare.values.persons.trades import TRADES, Trade, read_trades

OFFICE_STEMS = frozenset(
    stem(word) for name in (*OFFICES, *PLURALS) for word in name.split() if len(word) > 2
) | {"us", "vp"}
"""A sentence without one of these gives nobody an office."""

TRADE_STEMS = frozenset(stem(word) for name in TRADES for word in name.split())
"""A sentence without one of these gives nobody a trade."""

FAMILY_STEMS = frozenset(stem(word) for word in FAMILY)

TITLE_CASE = 0.8
"""Share of long words with a capital from which a sentence is a headline, where capitals mean
nothing; names and titles take up two thirds of the fullest sentence of news."""
LONG_WORD = 4
MOST_NAMES = 12
"""Names of one sentence; more is a list or a roll call."""

LONGEST_SENTENCE = 10_000
"""Characters; what is longer is a list, a table or an attack."""
MOST_GIVEN = 50
"""Given names that go with one surname; more is a family of an attacker's."""

MOST_MENTIONS = 30
"""Places of one name that are looked at."""

Given = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The persons of a story."""

    names: Mapping[SentenceRef, tuple[Name, ...]]
    """of each sentence that names somebody"""
    roles: Mapping[SentenceRef, tuple[Role, ...]]
    """of each sentence that gives somebody an office"""
    trades: Mapping[SentenceRef, tuple[Trade, ...]]
    """of each sentence that says what somebody does or did"""
    persons: Mapping[str, tuple[tuple[Given, ...], ...]]
    """by surname: the given names that each person of that surname goes by, the fullest first"""
    numbers: Mapping[tuple[str, Given], int] = field(hash=False)
    """by surname and given names: the number of the person"""
    own: Mapping[tuple[str, str], frozenset[int]] = field(hash=False)
    """by page and surname: which of these persons the page names in full"""
    often: Mapping[tuple[str, str], int] = field(hash=False)
    """by page and surname: how many of its sentences have the name"""
    related: frozenset[tuple[str, str]] = frozenset()
    """pages and surnames of which a sentence tells of somebody's family"""

    def number(self, name: Name) -> int:
        """Which person of that surname a full name is; -1 if it is none that was read."""
        return self.numbers.get((name.surname, name.given), -1)

    def is_lone(self, name: Name, page: str) -> bool:
        """Whether a page names no other person of that surname in full."""
        return len(self.own.get((page, name.surname), ())) == 1

    def who(self, name: Name, page: str) -> str:
        """The fullest name of the person; empty if the surname leaves it open.

        A surname alone is the person whom its page names in full, else the only one of the story.
        """
        known = self.persons.get(name.surname, ())
        if name.given:
            number = self.number(name)
            return name.full if number < 0 else " ".join((*known[number][0], name.surname))
        own = self.own.get((page, name.surname), frozenset())
        if len(own) == 1 or len(known) == 1:
            person = known[min(own) if own else 0]
            return " ".join((*person[0], name.surname))
        return "" if known else name.surname


def read_people(compared: Compared) -> People:
    """The persons of all pages that are compared."""
    names: dict[SentenceRef, tuple[Name, ...]] = {}
    roles: dict[SentenceRef, tuple[Role, ...]] = {}
    trades: dict[SentenceRef, tuple[Trade, ...]] = {}
    for ref, one in compared.statements.items():
        text = one.sentence.text
        found = read_names(text)
        if not found or len(found) > MOST_NAMES or len(text) > LONGEST_SENTENCE:
            continue
        names[ref] = found
        if not OFFICE_STEMS.isdisjoint(one.words):
            given = read_roles(text, found)
            if given:
                roles[ref] = given
        if not TRADE_STEMS.isdisjoint(one.words):
            trades[ref] = read_trades(text, found)
    plain = {ref: own for ref, own in names.items() if not is_headline(compared.statements[ref])}
    persons = _persons(name for own in plain.values() for name in own)
    often = Counter(
        (ref.article, surname) for ref, own in names.items() for surname in {n.surname for n in own}
    )
    numbers = {
        (surname, given): number
        for surname, own in persons.items()
        for number, person in enumerate(own)
        for given in person
    }
    related = {
        (ref.article, name.surname)
        for ref, own in names.items()
        if not FAMILY_STEMS.isdisjoint(compared.statements[ref].words)
        for name in own
    }
    return People(
        names=names,
        roles=roles,
        trades=trades,
        persons=persons,
        numbers=numbers,
        own=_own(plain, numbers),
        often=often,
        related=frozenset(related),
    )


def _persons(names: Iterable[Name]) -> dict[str, tuple[tuple[Given, ...], ...]]:
    """The persons by surname; given names that can be one person's are one person's."""
    by_surname: dict[str, set[Given]] = defaultdict(set)
    for name in names:
        if name.given:
            by_surname[name.surname].add(name.given)
    found: dict[str, tuple[tuple[Given, ...], ...]] = {}
    for surname, givens in by_surname.items():
        persons: list[list[Given]] = []
        for given in sorted(givens, key=lambda own: (-len(own), own))[:MOST_GIVEN]:
            home = next((p for p in persons if any(same_person(given, own) for own in p)), None)
            if home is None:
                persons.append([given])
            else:
                home.append(given)
        found[surname] = tuple(tuple(person) for person in persons)
    return found


def _own(
    names: Mapping[SentenceRef, tuple[Name, ...]], numbers: Mapping[tuple[str, Given], int]
) -> dict[tuple[str, str], frozenset[int]]:
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for ref, own in names.items():
        for name in own:
            number = numbers.get((name.surname, name.given))
            if number is not None:
                found[ref.article, name.surname].add(number)
    return {key: frozenset(value) for key, value in found.items()}


def is_headline(one: Statement) -> bool:
    """Whether nearly every word has a capital, so that capitals name nobody."""
    return _is_in_capitals(one.sentence.text)


@lru_cache(maxsize=RECENT)
def _is_in_capitals(text: str) -> bool:
    long = [word for word in words(text) if len(word) >= LONG_WORD]
    capitals = sum(word[0].isupper() for word in long)
    return len(long) > 1 and capitals >= TITLE_CASE * len(long)


def role_claim(one: Statement, role: Role, person: str) -> Claim:
    """An office as a claim, said of a person."""
    offset, text = one.sentence.span.start, one.sentence.text
    span = TextSpan(offset + role.start, offset + role.end)
    return Claim(
        value=Value(
            kind=ValueKind.ROLE,
            normal=role.normal,
            unit="",
            head=person,
            modifier="",
            ref=one.ref,
            span=span,
        ),
        scope=(role.form,),
        phrase=span,
        of=text[role.name.start : role.name.end] or person.title(),
        shown=" ".join((role.shown or text[role.start : role.end]).split()).removeprefix("then "),
    )


def named_before(one: Statement, compared: Compared, people: People) -> list[Name]:
    """The one person whom the sentence before, in the same paragraph, names in full."""
    page = compared.pages[one.page]
    at = bisect_left(page, one.ref, key=lambda other: other.ref)
    if not at or page[at - 1].ref.block != one.ref.block:
        return []
    full = [name for name in people.names.get(page[at - 1].ref, ()) if name.given]
    return full if len(full) == 1 else []


def alias(a: str, b: str) -> bool:
    """Whether two folded names can be one: a part, an abbreviation, another spelling."""
    own, other = a.replace("-", " ").split(), b.replace("-", " ").split()
    if set(own) <= set(other) or set(other) <= set(own) or similar(a, b):
        return True
    if len(own) == len(other) == 1 and same_person((a,), (b,)):
        return True  # Peggy and Margaret
    for short, long in ((a, other), (b, own)):
        if len(long) > 1 and short.replace(" ", "") == "".join(word[0] for word in long):
            return True
    return own[-1] == other[-1]  # two first names are the business of slips


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


def by_depth(naming: Naming) -> tuple[tuple[int, int, str], int]:
    """What stands higher on its page first, whatever the page is called."""
    return by_height(naming.one), naming.start


def naming_pair(a: Naming, b: Naming, compared: Compared) -> Pair:
    """Two names for one thing as a pair of claims, the left one first."""
    if b.one.ref < a.one.ref:
        a, b = b, a
    linked = (a.one.ref, b.one.ref) in compared.links
    return pair(a.one, b.one, _name_claim(a), _name_claim(b), compared.weights, linked=linked)


def _name_claim(naming: Naming) -> Claim:
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
