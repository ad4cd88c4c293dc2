"""What is compared of persons: offices, ages, and who is named for one and the same thing."""

from collections.abc import Iterator

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import Pair

from .agents import agent_pairs
from .ages import age_pairs
from .careers import career_pairs
from .holders import holder_pairs
from .namings import naming_pairs
from .people import read_people
from .posts import post_pairs
from .roles import role_pairs
from .sites import site_pairs


def person_pairs(compared: Compared) -> Iterator[Pair]:
    """Different offices and ages of one person, and different names for one thing."""
    people = read_people(compared)
    yield from role_pairs(compared, people)
    yield from career_pairs(compared, people)
    yield from naming_pairs(compared, people)
    yield from post_pairs(compared, people)
    yield from site_pairs(compared, people)
    yield from holder_pairs(compared, people)
    yield from age_pairs(compared, people)
    yield from agent_pairs(compared, people)
