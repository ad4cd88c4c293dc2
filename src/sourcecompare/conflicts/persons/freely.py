"""What two pages tell of one person's offices, each in its own words, and whether both can hold."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from sourcecompare.conflicts.statements import Statement
from sourcecompare.times import days_between
from sourcecompare.values import Role
from sourcecompare.values.persons.names import plain
from sourcecompare.values.persons.offices import APPOINTED, LOOSE, MANY, STEADY

from .opposed import COMMON_OF, are_apart, is_plain, opposed, share_of

SAME_TIME = 2
"""Days between two pages in which nobody is taken to have been elected or replaced."""

GONE = re.compile(r",? (?:who|that) (?:became|turned|went on|later)\b")
EARLIER = re.compile(r"\bhad (?:been|served|worked)\b[^,.;]*\Z")
BEFORE_REACH = 30
STATE_OFFICES = frozenset(("president", "prime minister", "chancellor"))
COUNTRY = re.compile(r"\b([A-Z][\w.]+) (?:President|Prime Minister|Chancellor)\Z")
LONGEST_COUNTRY = 15
WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
SEATED = frozenset(("representative", "senator"))
SEAT = re.compile(r" \([DRI][-–‑]|, [DRI][-–‑][A-Z]")
"""What stands behind a member's name, never a former one's."""


class Told(NamedTuple):
    """An office as a sentence tells it."""

    one: Statement
    role: Role
    person: str


class Page(NamedTuple):
    """What a page tells of the offices of one person."""

    firsts: dict[tuple[str, bool], Told]
    """the first statement of each sort: by normal form, and whether it is a mere title"""
    normals: set[str]
    sorts: set[tuple[str, str, str]]
    """office, time and rank"""


Tolds = Mapping[tuple[str, str], Page]
"""By person and page."""


def says(told: Page | None, role: Role) -> bool:
    """Whether a page gives a person an office as `role` does, or calls them a former holder."""
    if not told:
        return False
    if role.normal in told.normals or (role.rank and sort_of(role) in told.sorts):
        return True
    return role.time == "former" and any(sort[:2] == (role.office, "former") for sort in told.sorts)


def sort_of(role: Role) -> tuple[str, str, str]:
    """Its office, time and rank."""
    return role.office, role.time, role.rank


def exclude_each_other(a: Told, b: Told, told: Tolds) -> bool:
    """Whether two offices of one person exclude each other, in whatever words."""
    how = opposed(a.role, b.role)
    if not how or _speaks_of_the_past(a) or _speaks_of_the_past(b):
        return False
    if a.role.time == b.role.time == "then" and _had_been(a) != _had_been(b):
        return False  # "had been a deputy mayor", "was mayor until 2021": one after the other
    if how == "office":
        return _two_titles(a, b, told)
    if how == "body":
        return _two_bodies(a, b, told)
    bare, other = (a, b) if not (a.role.time == "former" or a.role.rank) else (b, a)
    elsewhere = a.one.page != b.one.page
    if elsewhere and says(told.get((bare.person, bare.one.page)), other.role):
        return False
    if how == "time":
        if GONE.match(bare.one.sentence.text, bare.role.end):
            return False  # "the minister who became governor" is one no more
        one = share_of(a.role, b.role) or bare.role.office in APPOINTED
        plain = is_plain(bare.role) and one
        return plain or _is_sitting(bare, other) or _of_one_country(bare, other)
    then = a.role.time == b.role.time == "then"
    if elsewhere and (then or share_of(a.role, b.role)):
        return True
    return elsewhere and _is_one_post(a, b, told)


def _had_been(told: Told) -> bool:
    """Whether the office was held before what the sentence tells of."""
    ahead = told.one.sentence.text[max(0, told.role.start - BEFORE_REACH) : told.role.start]
    return bool(EARLIER.search(ahead))


def _is_sitting(bare: Told, former: Told) -> bool:
    """Whether a member's seat is told with the title: "Rep. Ana Holt (R-Ohio)" is one today."""
    if bare.role.office not in SEATED or are_apart(bare.role, former.role):
        return False
    return bool(SEAT.match(bare.one.sentence.text, bare.role.name.end))


def _of_one_country(bare: Told, former: Told) -> bool:
    """Whether both say of which country: "U.S. President Ana Holt" is no courtesy."""
    if not bare.role.name.given or bare.role.office not in STATE_OFFICES:
        return False
    own, other = (COUNTRY.search(_title(told)) for told in (bare, former))
    return bool(own and other and own[1] == other[1])


def _title(told: Told) -> str:
    """The title of a person as written, with the word before it."""
    text, role = told.one.sentence.text, told.role
    return text[max(0, role.start - LONGEST_COUNTRY) : role.end]


def _is_one_post(a: Told, b: Told, told: Tolds) -> bool:
    """Whether a deputy and the head are of one post: each page keeps to its own of the two."""
    office = a.role.office
    if office in MANY | LOOSE or "acting" in f"{a.role.rank} {b.role.rank}" or a.role.time:
        return False
    if not same_days(a.one, b.one) or are_apart(a.role, b.role):
        return False
    for own in (a, b):
        page = told[own.person, own.one.page]
        if any(sort[0] == office and sort != sort_of(own.role) for sort in page.sorts):
            return False
    return True


def _two_titles(a: Told, b: Told, told: Tolds) -> bool:
    """Whether each page gives the person one title throughout, of two that nobody has at once."""
    offices = {a.role.office, b.role.office}
    if len(offices) < 2:
        return _two_departments(a, b, told)
    if not any(offices <= group for group in STEADY):
        return False
    if a.one.page == b.one.page or not same_days(a.one, b.one):
        return False
    if are_apart(a.role, b.role) and not offices & APPOINTED:
        return False
    for own, other in ((a, b), (b, a)):
        if own.role.form == "list" or not own.role.name.given or own.role.time:
            return False
        page = told.get((own.person, own.one.page))
        if page and any(sort[0] == other.role.office for sort in page.sorts):
            return False
    return True


def _two_departments(a: Told, b: Told, told: Tolds) -> bool:
    """Whether each page puts the person into another ministry, and into that one throughout."""
    if a.one.page == b.one.page or not same_days(a.one, b.one):
        return False
    for own, other in ((a, b), (b, a)):
        if own.role.form == "list" or not own.role.name.given or own.role.time:
            return False
        page = told.get((own.person, own.one.page))
        if page and other.role.normal in page.normals:
            return False
    return True


def _two_bodies(a: Told, b: Told, told: Tolds) -> bool:
    """Whether each page gives the person an office of another body, named in full, throughout."""
    if a.one.page == b.one.page or not same_days(a.one, b.one):
        return False
    names = [_body(one) for one in (a, b)]
    short = [any(word.isupper() for word in name) for name in names]
    if not all(names) or short[0] != short[1]:
        return False  # "the NRA", "the National Rifle Association"
    return all(_is_only_office(one, told) for one in (a, b))


def _body(told: Told) -> list[str]:
    """The name of what an office is of, as written, without words that many have."""
    words = {plain(word): word for word in WORD.findall(told.one.sentence.text)}
    own = [words.get(word, "") for word in told.role.of if word not in COMMON_OF]
    return own if all(word[:1].isupper() for word in own) else []


def _is_only_office(told: Told, tolds: Tolds) -> bool:
    page = tolds[told.person, told.one.page]
    own = [first for first in page.firsts.values() if first.role.office == told.role.office]
    return all(not are_apart(told.role, first.role) for first in own)


def same_days(left: Statement, right: Statement) -> bool:
    """Whether two pages appeared within so few days that nobody has changed office."""
    apart = days_between(left.published, right.published)
    return apart is not None and apart <= SAME_TIME


def _speaks_of_the_past(told: Told) -> bool:
    """Whether a sentence that says who is in office names an earlier year than that of its page."""
    if told.role.time:
        return False
    year, text = told.one.published[:4], told.one.sentence.text
    # "Mayor Ana Holt lost a brother in 2009" does not say that she was mayor then.
    reach = (
        told.role.name.start if told.role.form == "title" and told.role.rank == "" else len(text)
    )
    return any(
        date[:4].isdigit()
        and date[:4] < (year or "9")
        and date[:4] in text[:reach]
        and f"since {date[:4]}" not in text
        for date in told.one.dates
    )
