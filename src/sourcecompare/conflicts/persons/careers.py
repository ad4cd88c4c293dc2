"""Two parties, states, former trades or relations of one person, a post for good or for a time."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import Pair, pair
from sourcecompare.conflicts.statements import Statement, by_height
from sourcecompare.values import Claim, Name, Role, stem
from sourcecompare.values.persons.homes import Home, read_homes
from sourcecompare.values.persons.kin import KIN, read_kin
from sourcecompare.values.persons.parties import Membership, read_parties
from sourcecompare.values.persons.trades import UNLIKE

from .people import LONGEST_SENTENCE, MOST_MENTIONS, People, named_before, role_claim

PARTY, HOME, PERMANENT, NOW = "party", "home", "permanent", "now"
TOLD_OF = {PARTY: "party", HOME: "state"}
"""What a reason calls a field."""
KIN_STEMS = frozenset(stem(piece) for word in KIN for piece in (word, *word.split("-")))

PARTY_WORDS = re.compile(
    r"Democrat|Republican|GOP|Conservative|Tory|Labour|Libertarian|UKIP|SNP|[ (][DR][-–‑,][ A-Z]"
)
HOME_WORDS = re.compile(
    r"Democrat|Republican|Rep|Sen|[Cc]ongress(?:wo)?man|lawmaker|Leader|Whip|[ (][DRI][-–‑,][ A-Z]"
)
FOR_GOOD = re.compile(
    r"\b(?:(?:was|been|were) (?:made|named|appointed|confirmed as) (?:the )?permanent"
    r"|made permanent|(?:since|after) the Senate confirmed (?:him|her)"
    r"|(?:was|been) confirmed (?:to|in|for) the (?:post|job)"
    r"|confirmed in the (?:post|job|role|position)"
    r"|took (?:over|the (?:post|job|role)) permanently|on a permanent basis)\b"
)
FOR_GOOD_STEMS = frozenset(stem(word) for word in ("permanent", "confirmed"))
PRONOUN = re.compile(r"(?:He|She|They)\b")


class Career(NamedTuple):
    """What a sentence says of a person, as a role."""

    one: Statement
    person: str
    role: Role
    field: str


def career_pairs(compared: Compared, people: People) -> Iterator[Pair]:
    """Parties, former trades and standings of one person that exclude each other."""
    told: dict[tuple[str, str], list[Career]] = defaultdict(list)
    for ref in sorted(compared.statements):
        one = compared.statements[ref]
        if ref in people.names:
            for career in (
                *_affiliations(one, people),
                *_trades(one, people),
                *_relations(one, people),
            ):
                told[career.person, career.field].append(career)
        permanent = _permanent(one, compared, people)
        if permanent:
            told[permanent.person, PERMANENT].append(permanent)
    for person, field in sorted(told):
        if field == PERMANENT:
            yield from _standings(told[person, field], compared, people)
        else:
            yield from _rivals(told[person, field], compared)


def _affiliations(one: Statement, people: People) -> Iterator[Career]:
    """The parties and home states that a sentence gives to persons."""
    text, names = one.sentence.text, people.names[one.ref]
    told: list[tuple[str, str, Membership | Home]] = []
    if PARTY_WORDS.search(text):
        told += [(PARTY, found.party, found) for found in read_parties(text, names)]
    if HOME_WORDS.search(text):
        told += [(HOME, found.state, found) for found in read_homes(text, names)]
    for field, what, found in told:
        person = people.who(found.name, one.page)
        if person:
            role = _role(found.name, what, "", found.start, found.end)
            letter = found.end - found.start == 1  # "D-Ohio"
            yield Career(one, person, role._replace(shown=what.title() if letter else ""), field)


def _trades(one: Statement, people: People) -> Iterator[Career]:
    for found in people.trades.get(one.ref, ()):
        person = people.who(found.name, one.page)
        if person and found.sort.field in UNLIKE:
            time = "former" if found.former else ""
            field = found.sort.field if found.former else NOW
            role = _role(found.name, found.sort.name, time, found.start, found.end)
            yield Career(one, person, role, f"{time} {field}")


def _relations(one: Statement, people: People) -> Iterator[Career]:
    if KIN_STEMS.isdisjoint(one.words):
        return
    for found in read_kin(one.sentence.text, people.names[one.ref]):
        person = people.who(found.name, one.page)
        if person and found.name.given:
            role = _role(found.name, found.sort.name, "", found.start, found.end)
            whose = (found.of,) if found.of else ()
            yield Career(one, person, role._replace(of=whose), f"kin {found.sort.sex}")


def _role(name: Name, office: str, time: str, start: int, end: int) -> Role:
    return Role(name, office, time, "", (), "trade", formal=False, start=start, end=end)


def _rivals(careers: list[Career], compared: Compared) -> Iterator[Pair]:
    """Two of them on pages that give the person one alone."""
    own: dict[str, set[str]] = defaultdict(set)
    firsts: dict[str, Career] = {}
    for career in careers:
        own[career.one.page].add(career.role.office)
        firsts.setdefault(career.one.page, career)
    lone = [firsts[page] for page in own if len(own[page]) == 1]
    lone.sort(key=lambda career: by_height(career.one))
    for a, b in combinations(lone[:MOST_MENTIONS], 2):
        apart = a.role.of and b.role.of and a.role.of != b.role.of  # relatives of two persons
        if a.role.office != b.role.office and not apart:
            yield _pair(a, b, compared)


def _pair(a: Career, b: Career, compared: Compared) -> Pair:
    if b.one.ref < a.one.ref:
        a, b = b, a
    own, other = _claim(a), _claim(b)
    linked = (a.one.ref, b.one.ref) in compared.links
    return pair(a.one, b.one, own, other, compared.weights, linked=linked)


def _claim(career: Career) -> Claim:
    claim = role_claim(career.one, career.role, career.person)
    what = TOLD_OF.get(career.field)
    return replace(claim, of=f"the {what} of {claim.of}") if what else claim


def _permanent(one: Statement, compared: Compared, people: People) -> Career | None:
    """Who is said to have got a post for good, by name or by a pronoun for the one named before."""
    if FOR_GOOD_STEMS.isdisjoint(one.words):
        return None
    text = one.sentence.text
    found = FOR_GOOD.search(text) if len(text) <= LONGEST_SENTENCE else None
    if not found:
        return None
    names = [name for name in people.names.get(one.ref, ()) if name.end <= found.start()]
    if not names and PRONOUN.match(one.sentence.text):
        names = named_before(one, compared, people)
    person = people.who(names[-1], one.page) if names else ""
    if not person:
        return None
    role = _role(names[-1], "permanent", "", found.start(), found.end())
    role = role._replace(name=names[-1]._replace(start=0, end=0))
    return Career(one, person, role, PERMANENT)


def _standings(careers: list[Career], compared: Compared, people: People) -> Iterator[Pair]:
    """An acting holder on one page, one for good on the other."""
    careers.sort(key=lambda career: by_height(career.one))
    for ref, roles in people.roles.items():
        one = compared.statements[ref]
        for role in roles:
            if role.rank != "acting" or role.time:
                continue
            person = people.who(role.name, one.page)
            for career in careers[:MOST_MENTIONS]:
                if career.person == person and career.one.page != one.page:
                    yield _pair(Career(one, person, role, PERMANENT), career, compared)
