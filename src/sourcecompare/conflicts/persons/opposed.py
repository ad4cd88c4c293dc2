"""When two offices of one person exclude each other by themselves."""

from sourcecompare.values import Role
from sourcecompare.values.persons.offices import (
    COURTESY,
    CURRENT,
    DEPARTMENTS,
    EXCLUSIVE,
    LOOSE,
    OF_ONE_BODY,
    QUALIFIERS,
)

COMMON_OF = QUALIFIERS | frozenset(
    "party county committee board department office ministry commission agency general".split()
)
"""Words of what an office is of that many offices have."""


COUNTED = frozenset("first second third fourth fifth last original longest-serving".split())
"""Words that tell one holder of an office from others."""


def opposed(a: Role, b: Role) -> str:
    """Why two offices of one person exclude each other; empty if they do not.

    "time": former against now; "rank": acting, deputy or assistant against the office itself;
    "office": two offices that nobody holds at once; "body": one office of two bodies.
    """
    if a.office == b.office:
        if _departments(a) and _departments(b) and not _departments(a) & _departments(b):
            return "office" if a.time == b.time else ""
        if a.rank == b.rank:
            if {a.time, b.time} == {"former", ""}:
                return "time"
            of = a.office in OF_ONE_BODY and not (a.time or b.time) and are_apart(a, b)
            return "body" if of else ""
        if a.time != b.time or (a.rank and b.rank):
            return ""
        return "" if a.office in LOOSE and "acting" not in (a.rank, b.rank) else "rank"
    if a.time != b.time or a.rank or b.rank:
        return ""
    pair = {a.office, b.office}
    return "office" if any(pair <= group for group in EXCLUSIVE) else ""


def _departments(role: Role) -> set[str]:
    return set(role.of) & DEPARTMENTS


def is_plain(role: Role) -> bool:
    """Whether it says who is in office now: no mere title, which former holders keep."""
    if COUNTED & set(role.of):
        return False  # "the president's first adviser" need not be one today
    if role.form != "title":
        return True
    if role.office in CURRENT:
        return True
    return not role.formal and role.office not in COURTESY


def share_of(a: Role, b: Role) -> bool:
    """Whether what both offices are of has a telling word in common."""
    return bool((set(a.of) & set(b.of)) - COMMON_OF)


def are_apart(a: Role, b: Role) -> bool:
    """Whether both say what the office is of, in other words."""
    own, other = set(a.of) - COMMON_OF, set(b.of) - COMMON_OF
    return bool(own and other) and not own & other
