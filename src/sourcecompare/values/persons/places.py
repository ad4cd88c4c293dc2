"""States of the United States in all their forms, and in which of them a town is said to be."""

import re
from typing import NamedTuple

from sourcecompare.values.lexicon import FUNCTION

from .names import UP, plain

_FORMS = """
alabama ala al
alaska ak
arizona ariz az
arkansas ark ar
california calif ca
colorado colo co
connecticut conn ct
delaware del de
florida fla fl
georgia ga
hawaii hi
idaho id
illinois ill il
indiana ind in
iowa ia
kansas kan ks
kentucky ky
louisiana la
maine me
maryland md
massachusetts mass ma
michigan mich mi
minnesota minn mn
mississippi miss ms
missouri mo
montana mont mt
nebraska neb ne
nevada nev nv
new_hampshire nh
new_jersey nj
new_mexico nm
new_york ny
north_carolina nc
north_dakota nd
ohio oh
oklahoma okla ok
oregon ore or
pennsylvania pa penn
rhode_island ri
south_carolina sc
south_dakota sd
tennessee tenn tn
texas tex tx
utah ut
vermont vt
virginia va
washington wash wa
west_virginia wva
wisconsin wis wi
wyoming wyo wy
"""

STATES = {
    form.replace("_", " "): forms.split()[0].replace("_", " ")
    for forms in _FORMS.strip().splitlines()
    for form in forms.split()
}
"""Folded names and abbreviations, without full stops, to the name of the state."""

# "Holm, Ohio", "New Holm, N.Y."; the state is looked up. No match: "Holm and Ohio".
_TOWN = re.compile(
    rf"(?<![\w.'’-])([{UP}][^\W\d_]+(?:[ -][{UP}][^\W\d_]+){{0,2}}), "
    r"((?:[A-Z]\. ?){2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?|[A-Z]{2}\b)\.?"
)

# A list of places, or a longer name: "Holm, Virginia and Ohio", "Virginia Tech".
_GOES_ON = re.compile(r"(?:,? (?:and|or))? [A-Z]|, [A-Z][\w.]+(?:,| and| or) ")


class Town(NamedTuple):
    """A town with its state."""

    town: str
    """folded"""
    state: str
    """folded, in full"""
    start: int
    end: int
    """in the text that was read, from the town to the state, half-open"""


def read_towns(text: str) -> tuple[Town, ...]:
    """Towns that are said to be in a state of the United States.

    >>> [(town.town, town.state) for town in read_towns("In Holm, Ohio, and in Gray, N.Y.")]
    [('holm', 'ohio'), ('gray', 'new york')]
    """
    found: list[Town] = []
    for match in _TOWN.finditer(text):
        words = match[2].replace(". ", ".").strip()
        state, end = STATES.get(plain(words)), match.end()
        if not state and " " in words:
            state = STATES.get(plain(words.split()[0]))
            end = match.start(2) + len(words.split()[0])
        listed = match.string[: match.start()].endswith((", ", " and "))
        first = match[1].split()[0]
        start = match.start() + (len(first) + 1) * (plain(first) in FUNCTION and first != match[1])
        if state and not listed and not _GOES_ON.match(text, end):
            found.append(Town(plain(text[start : match.end(1)]), state, start, end))
    return tuple(found)
