"""States of the United States that a sentence says a politician is from."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .names import Name, plain
from .places import STATES

_STATE = (
    r"((?:New|North|South|West|Rhode) [A-Z][a-z]+|[A-Z]\.[  ]?[A-Z]\.|[A-Z]\.[A-Z][a-z]+\."
    r"|[A-Z][a-z]{2,}\.?|[A-Z][a-z]\.|[A-Z]{2})"
)
_PARTY = r"(?:[A-Z][a-z-]+ )?(?:Democrat|Republican|GOP|Democratic)"
_OFFICE = (
    r"(?:Rep\.|Sen\.|Representative|Senator|Congress(?:man|woman)|congress(?:man|woman)|lawmaker)"
)
_AGE = r"(?:,? (?:Jr|Sr)\.)?(?:,? [0-9]{2,3},)?"
# "Rep. Ana Holt (D-Ohio)", "Ana Holt, R-N.C.,": a letter for the party.
LETTERS = re.compile(rf"{_AGE}(?: \(|,? )[DRI](?:[-–‑]|, ){_STATE}(?=[),.;:\s]|\Z)")
# "Ana Holt, Republican of Ohio", "Ana Holt, a Democrat from Ohio", "Ana Holt, an Ohio Democrat".
PARTY_OF = re.compile(rf"{_AGE}, (?:(?:an?|the) )?{_PARTY} (?:of|from) {_STATE}(?![\w-])")
STATE_PARTY = re.compile(rf"{_AGE}, an? {_STATE} (?:Democrat|Republican)\b(?!['’-])")
# "Senator Ana Holt of Ohio", "Rep. Ana Holt (Ohio)": only behind such an office.
OF = re.compile(rf"{_AGE} (?:of|from) {_STATE}(?=[),.;:\s–—-]|\Z)(?! [A-Z])")
BRACKETS = re.compile(rf"{_AGE} \({_STATE}\)")
MEMBER = re.compile(rf"\b{_OFFICE} \Z")
LEADING = re.compile(r"\b(?:Leader|Whip|Speaker|Chair|Chairman|Chairwoman) \Z")
# "Ohio Rep. Ana Holt", "the Ohio Democrat, Ana Holt", "Ohio Democrat Ana Holt".
AHEAD = re.compile(rf"(?<![\w.-]){_STATE}(?: {_PARTY})? {_OFFICE} \Z")
AHEAD_PARTY = re.compile(rf"(?<![\w.-]){_STATE} (?:Democrat|Republican),? \Z")
REACH = 60


class Home(NamedTuple):
    """The state that a politician is from."""

    name: Name
    state: str
    """folded, in full"""
    start: int
    end: int
    """its words in the text, half-open"""


def read_homes(text: str, names: Sequence[Name]) -> tuple[Home, ...]:
    """The states that an English sentence says these persons stand for.

    >>> from .names import read_names
    >>> text = "Rep. Ana Holt (D-Ohio) met Senator Ben Gray of New York and Utah Sen. Eva Ruiz."
    >>> [(one.name.full, one.state) for one in read_homes(text, read_names(text))]
    [('ana holt', 'ohio'), ('ben gray', 'new york'), ('eva ruiz', 'utah')]
    """
    return tuple(_homes(text, names))


def _homes(text: str, names: Sequence[Name]) -> Iterator[Home]:
    for name in names:
        if name.surname in STATES:
            continue
        offset = max(0, name.start - REACH)
        before = text[offset : name.start]
        behind = [LETTERS, PARTY_OF, STATE_PARTY]
        behind += [OF, BRACKETS] if MEMBER.search(before) else []
        behind += [BRACKETS] if LEADING.search(before) else []
        told = [(one.match(text, name.end), 0) for one in behind]
        told += [(one.search(before), offset) for one in (AHEAD, AHEAD_PARTY)]
        homes = (_home(name, found, shift) for found, shift in told if found)
        yield from [home for home in homes if home][:1]


def _home(name: Name, found: re.Match[str], shift: int) -> Home | None:
    low = plain(found[1])
    state = STATES.get(low) or STATES.get(low.replace(" ", ""))
    if not state:
        return None
    end = found.end(1) - (low == state and found[1].endswith("."))  # "of Ohio." ends a sentence
    return Home(name, state, shift + found.start(1), shift + end)
