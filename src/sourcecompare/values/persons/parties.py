"""Parties: which one a sentence says that a person belongs to."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .names import Name, plain
from .offices import OFFICES
from .phrases import phrase_words

PARTIES = {
    word: names.split()[0]
    for names in (
        "democrat democratic democrats d",
        "republican republicans gop r",
        "conservative conservatives tory tories",
        "labour",
        "libertarian",
        "ukip",
        "snp",
    )
    for word in names.split()
}
"""Folded words to the party; what is also a leaning or a colour ("green") is left out."""

_WORD = "(Democratic|Democrat|Republican|GOP|Conservative|Tory|Labour|Libertarian|UKIP|SNP)"
# "Rep. Ana Holt (D-Ohio)", "Ana Holt, R-Ohio,"; the name stands before.
LETTER = re.compile(r"(?:,? (?:Jr|Sr)\.)?(?: \(|, )([DR])(?:[-–‑]|, )[A-Z]")
# "Ana Holt, a moderate Republican", "Ana Holt, the Labour MP for Holm", "Ana Holt, Democrat of".
BEHIND = re.compile(
    r"(?: of (?:(?:New|North|South|West|Rhode) )?[A-Z][a-z]+)?,(?: [0-9]{1,3},)?"
    rf"(?: (?:an?|the)(?: [a-z-]+(?:['’]s)?){{0,2}})? {_WORD}\b(?!['’-])"
)
# "Labour's Ana Holt".
OWNER = re.compile(rf"\b{_WORD}['’]s (?:[A-Z][a-z]+\.? )?\Z")
# "The Conservative MP for the town, Ana Holt,".
AHEAD = re.compile(
    rf"\b[Tt]he (?:[a-z-]+ )?{_WORD} (?:MP|MSP|AM|candidate|nominee|lawmaker|leader|councillor"
    r"|senator|congressman|congresswoman|representative|governor|mayor)"
    r"(?: (?:for|of|from|in) [^,.;:“”\"]{2,40})?, \Z"
)
TITLE = re.compile(rf"\b{_WORD} ((?:[A-Za-z-]+\.? ){{1,3}})\Z")
MEMBERS = frozenset(
    "mp msp am congressman congresswoman lawmaker candidate nominee coun cllr".split()
)
REACH = 110
TURNED = re.compile(r"\b(?:former|ex|then|onetime|turned|lifelong)\b", re.IGNORECASE)


class Membership(NamedTuple):
    """A person's party."""

    name: Name
    party: str
    start: int
    end: int
    """its words in the text, half-open"""


def read_parties(text: str, names: Sequence[Name]) -> tuple[Membership, ...]:
    """The parties that an English sentence gives to these persons.

    >>> from .names import read_names
    >>> text = "Labour's Ana Holt met Sen. Ben Gray (R-Ohio)."
    >>> [(one.name.full, one.party) for one in read_parties(text, read_names(text))]
    [('ana holt', 'labour'), ('ben gray', 'republican')]
    """
    return tuple(_of_names(text, names))


def _of_names(text: str, names: Sequence[Name]) -> Iterator[Membership]:
    for name in names:
        offset = max(0, name.start - REACH)
        before = text[offset : name.start]
        found = OWNER.search(before) or AHEAD.search(before) or _titled(before)
        if found and not TURNED.search(before[max(0, found.start() - 12) : found.end()]):
            span = offset + found.start(1), offset + found.end(1)
            yield Membership(name, PARTIES[plain(found[1])], *span)
        behind = LETTER.match(text, name.end) or BEHIND.match(text, name.end)
        if behind and not TURNED.search(behind[0]):
            yield Membership(name, PARTIES[plain(behind[1])], behind.start(1), behind.end(1))


def _titled(before: str) -> re.Match[str] | None:
    """As in "Democratic Sen. Ana Holt": nothing but an office between party and name."""
    found = TITLE.search(before)
    if not found:
        return None
    words = [part.low for part in phrase_words(before, found.start(2), found.end(2))]
    return found if words and (words[-1] in MEMBERS or words[-1] in OFFICES) else None
