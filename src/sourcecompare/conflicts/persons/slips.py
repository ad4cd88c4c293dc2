"""When two first names are given to one person, and when they are two persons."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import isclose
from typing import NamedTuple

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import Pair, overlap
from sourcecompare.conflicts.statements import Statement, by_height
from sourcecompare.text import folded_words
from sourcecompare.values import STATES, Name, Role, stem
from sourcecompare.values.persons.nicknames import FAMILY
from sourcecompare.values.persons.offices import MANY
from sourcecompare.values.persons.surnames import COMMON_SURNAMES
from sourcecompare.values.persons.trades import Trade

from .people import MOST_MENTIONS, OFFICE_STEMS, TRADE_STEMS, Naming, People, naming_pair

SHARED_OF_SLIP = 2
"""Words besides office and name that the sentences of two first names must share ..."""
SHARED_WITHOUT_OFFICE = 3
"""... and so many where no office is the same."""
MANY_SHARED = 4
"""... or where the office is one of many: two members of one house can share a surname."""
SHARED_IN_PASSING = 2
"""... or these, of which one is a name, where both pages bring in the person once only."""
SLIP_OVERLAP = 0.15
FREE_SLIP_OVERLAP = 0.2
PASSING = 3
"""Sentences in which a page names somebody who only passes by."""
OFTEN = 4
"""Sentences in which a page names somebody whom it is about."""
LISTED = 2
"""Persons whom two lists have in common."""
NAMESAKES = FAMILY | frozenset("related relation namesake namesakes unrelated surname".split())
KIN_REACH = 4
"""Words beside a name in which a relative is called one."""
HOUSES = frozenset("senator representative lawmaker councillor delegate professor".split()) | {
    "assembly member",
    "vice president",
}
"""Offices of so many that two of one surname are no wonder."""
BEFORE_PERSON = 20
AHEAD_OF_PERSON = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof)\. |\b(?:said|named|Democrat|Republican) |[a-z]{4}, )\Z"
)
BEHIND_PERSON = re.compile(r",? (?:[0-9]{1,3},|who\b|said\b|told\b|whose\b)|, (?:an?|the|his|her) ")
MOST_NAMESAKES = 4
"""Persons of one surname; more is a name that many have, or a word that is no name."""


class Mention(NamedTuple):
    """A person's full name in a sentence, with the office that it gives them."""

    one: Statement
    name: Name
    role: Role | None
    trade: Trade | None


def slip_pairs(compared: Compared, people: People) -> Iterator[Pair]:
    """Two first names for one surname, in the same office or the same telling."""
    surnames = {
        surname for surname, own in people.persons.items() if 1 < len(own) <= MOST_NAMESAKES
    }
    if not surnames:
        return
    mentions: dict[tuple[str, int], list[Mention]] = defaultdict(list)
    for ref in sorted(people.names):
        for name in people.names[ref]:
            if name.surname not in surnames or not name.given:
                continue
            roles = people.roles.get(ref, ())
            role = next((r for r in roles if r.name == name), None)
            number = people.number(name)
            if number >= 0:
                trades = people.trades.get(ref, ())
                trade = next((t for t in trades if t.name == name), None)
                mention = Mention(compared.statements[ref], name, role, trade)
                mentions[name.surname, number].append(mention)
    for surname in sorted(surnames):
        numbers = range(len(people.persons[surname]))
        for k, m in combinations(numbers, 2):
            for a, b in _best_slips(mentions[surname, k], mentions[surname, m], compared, people):
                yield _slip_pair(a, b, compared)


def _best_slips(
    own: Sequence[Mention], other: Sequence[Mention], compared: Compared, people: People
) -> list[tuple[Mention, Mention]]:
    """The two mentions that tell most of the same, with copies; none where both persons can exist.

    Of two that tell as much no page's name decides.
    """
    found: list[tuple[float, Mention, Mention]] = []
    pages = {mention.one.page for mention in own} & {mention.one.page for mention in other}
    kin = any(NAMESAKES.intersection(folded_words(m.one.key)) for m in (*own, *other))
    if any(_is_kin(m) for m in (*own, *other)):
        return []
    highest = [sorted(side, key=lambda m: by_height(m.one)) for side in (own, other)]
    for a in highest[0][:MOST_MENTIONS]:
        for b in highest[1][:MOST_MENTIONS]:
            if a.one.ref == b.one.ref:
                return []
            one_post = not pages and (_is_one_post(a, b, people) or _is_main(a, b, people))
            if one_post or (not kin and _is_slip(a, b, compared, people, same_page=bool(pages))):
                found.append((overlap(a.one, b.one, compared.weights), a, b))
    most = max((alike for alike, _, _ in found), default=0.0)
    return [(a, b) for alike, a, b in found if isclose(alike, most)]


def _is_kin(mention: Mention) -> bool:
    """Whether words beside the name say whose relative it is: "his brother Ben Gray"."""
    text, name = mention.one.sentence.text, mention.name
    before = folded_words(text[: name.start])[-KIN_REACH:]
    behind = text[name.end :]
    apposed = folded_words(behind)[:KIN_REACH] if behind[:1] in (",", "'", "’", "(") else []
    return bool(NAMESAKES.intersection((*before, *apposed)))


def _is_main(a: Mention, b: Mention, people: People) -> bool:
    """Whether each page is about one person of the surname, and tells of no family."""
    return all(
        people.is_lone(m.name, m.one.page)
        and people.often.get((m.one.page, m.name.surname), 0) >= OFTEN
        and (m.one.page, m.name.surname) not in people.related
        for m in (a, b)
    )


def _is_one_post(a: Mention, b: Mention, people: People) -> bool:
    """Whether both have one post or trade, on pages that know one person of the surname each."""
    if not all(people.is_lone(m.name, m.one.page) for m in (a, b)):
        return False
    own = (stem(w) for m in (a, b) for w in (*m.name.given, m.name.surname))
    shared = (a.one.words.keys() & b.one.words.keys()) - set(own) - OFFICE_STEMS - TRADE_STEMS
    common = a.name.surname in COMMON_SURNAMES
    if a.role and b.role and _same_office(a.role, b.role) and a.role.office not in HOUSES:
        return not common or bool(shared)
    if a.trade and b.trade and a.trade.sort == b.trade.sort:
        return a.trade.former == b.trade.former and (not common or bool(shared))
    return False


def _is_person(mention: Mention) -> bool:
    """Whether the sentence shows that the name is a person's: an office, an age, a saying."""
    text, name = mention.one.sentence.text, mention.name
    before = text[max(0, name.start - BEFORE_PERSON) : name.start]
    return bool(
        mention.role
        or mention.trade
        or BEHIND_PERSON.match(text, name.end)
        or AHEAD_OF_PERSON.search(before)
    )


def _is_among(a: Mention, b: Mention, people: People) -> bool:
    """Whether both sentences name the same other persons in full: a list of them."""
    own, other = ({n.full for n in people.names[m.one.ref] if n.given} for m in (a, b))
    return len(own & other) >= LISTED


def _is_slip(
    a: Mention, b: Mention, compared: Compared, people: People, *, same_page: bool
) -> bool:
    if not (_is_person(a) and _is_person(b)) and not _is_among(a, b, people):
        return False
    office = _same_office(a.role, b.role)
    if same_page:
        return office and a.role is not None and a.role.office not in MANY
    names = {stem(w) for m in (a, b) for w in (*m.name.given, m.name.surname)}
    office_words = {stem(a.role.office), stem(b.role.office)} if a.role and b.role else set()
    shared = (a.one.words.keys() & b.one.words.keys()) - names - office_words
    alike = overlap(a.one, b.one, compared.weights)
    if not office:
        if a.role and b.role:
            return False
        if alike >= FREE_SLIP_OVERLAP and len(shared) >= SHARED_WITHOUT_OFFICE:
            return True
        return _passing(a, b, shared, people)
    many = a.role is not None and a.role.office in MANY
    if _passing(a, b, shared, people):
        return True
    return alike >= SLIP_OVERLAP and len(shared) >= (MANY_SHARED if many else SHARED_OF_SLIP)


def _passing(a: Mention, b: Mention, shared: set[str], people: People) -> bool:
    """Whether both pages bring in somebody once, and with one rare name: "Ana Holt of Caldwell"."""
    proper = {
        stem(word.casefold())
        for mention in (a, b)
        for word in re.findall(r"\b[A-Z]\w{3,}", mention.one.sentence.text)
    }
    telling = {word for word in shared & proper if word not in STATES}
    pages = (a.one.page, b.one.page)
    return (
        bool(telling)
        and len(shared) >= SHARED_IN_PASSING
        and all(people.often.get((page, a.name.surname), 0) <= PASSING for page in pages)
    )


def _same_office(a: Role | None, b: Role | None) -> bool:
    if a is None or b is None or (a.time, a.rank) != (b.time, b.rank):
        return False
    return a.office == b.office


def _slip_pair(a: Mention, b: Mention, compared: Compared) -> Pair:
    thing = a.name.surname
    namings = [
        Naming(m.one, thing, m.name.full, m.name.start, m.name.end, "one person, as it seems")
        for m in (a, b)
    ]
    return naming_pair(namings[0], namings[1], compared)
