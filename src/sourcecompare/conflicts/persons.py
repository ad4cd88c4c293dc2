"""What is compared of persons: their offices, and who is named for one and the same thing."""

from collections.abc import Iterator

from .compared import Compared
from .pairs import Pair
from .people import read_people
from .roles import role_pairs


def person_pairs(compared: Compared) -> Iterator[Pair]:
    """Pairs of different offices of one person."""
    people = read_people(compared)
    yield from role_pairs(compared, people)
