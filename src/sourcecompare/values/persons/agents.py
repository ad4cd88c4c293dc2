"""Who does something, or is the one of a sort: "Ana Holt drew up the plan", "its founder"."""

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from sourcecompare.values.lexicon import FUNCTION
from sourcecompare.values.nouns import singular, stem

from .kin import KIN
from .names import Name, plain
from .offices import OFFICES, QUALIFIERS, RANKS

_ALIKE = """
buy purchase acquire bought
build built construct
lead head led chair
found establish set start launch
hire appoint name
win won take
write wrote written author pen
design devise draw drew
find found discover spot
raise sound
"""

_OF_MANY = """
accept add admit agree announce answer appear applaud argue arrive ask attack attend back be become
been begin believe blame born call came can come complain concede condemn confirm contend continue
criticize criticise cry declare declined decline demand denounce deny describe did die died do echo
expect express fall feel fell felt fight find get give go gone got had has have hear heard help hold
hope hurt injure insist is join keep kill killed know known leave left like listen live look lose
lost love made make meet met mean move need note oppose own pay point praise promise protest put
question quote react recall refuse remain remember reply respond return run said sat saw say see
seek seem sent serve shake share show sign smile speak spend spoke stand stay stood suggest support
take talk tell testify thank think thought told took travel try turn urge use visit vote voted
wait walk want warn was watch welcome went were will wonder work worry would wrote write
""".split()
OF_MANY = frozenset(stem(word) for word in _OF_MANY) | frozenset(_OF_MANY)
"""Verbs for what many persons of one story do or say."""

SAME = {
    stem(word): words.split()[0] for words in _ALIKE.strip().splitlines() for word in words.split()
}
"""Stems of verbs to the first of those that say the same."""

ACTS = re.compile(
    r"(?:,[^,.;:()“”\"]{1,60},|,)?(?: who| which| that)?"
    r"(?: (?:had|has|have|first|later|then|also))* ([a-z]{4,}) "
    r"(?:(?:up|out|off|on|over|down) )?(?:the|its|all)\b"
)
DONE = re.compile(
    r"\b([a-z]{3,}(?:ed|en|[a-z]t|[a-z]n)) by "
    r"(?:(?:the|a|an|its|his|her) [^,.;:()]{2,50}, )?(?:\w+\. )?\Z"
)
DONE_REACH = 80

# "The ship's pilot, Ana Holt", "its founder, Ana Holt"; the name follows.
CALLED = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|([\w-]+)['’]s?) ((?:[\w-]+ ){0,3}?)([a-z][a-z-]{3,})"
    r"(?: (?:of|for|at) [^,.;:“”\"]{2,40})?, (?:\w+\. )?\Z"
)
CALLED_REACH = 100
APPOSED = (", ", ". ")
"""With what every match ends."""
# "Ana Holt, the pilot of the ship"; the name stands before.
IS_THE = re.compile(
    r"(?:, [0-9]{1,3})?,(?: who (?:is|was))? the ((?:[\w-]+ ){0,2}?)([a-z][a-z-]{3,})"
    r"(?= (?:of|for|at|in|who|on)\b|[,.;])"
)
POSTS = frozenset(name.split()[-1] for name in OFFICES)
"""Nouns of offices, before which a word makes another office: "chief executive" is among them."""
LOOSE = frozenset(
    """member man woman person official group year week month company critic supporter ally aide
    friend colleague rival opponent guest speaker other one neighbor neighbour resident voter
    expert analyst author spokesman spokeswoman spokesperson democrat republican senator lawmaker
    congressman congresswoman representative reporter witness juror victim lawyer attorney child
    boy girl state country city town nation site agency officer deputy professor leader""".split()
)


class Agent(NamedTuple):
    """A name with what it alone did or is."""

    slot: str
    """"did" and the stem of a verb, or "is" and a noun"""
    name: Name
    shown: str
    sort: frozenset[str] = frozenset()
    """folded words that tell one of its noun from another: "interior", "deputy" """


def read_agents(text: str, names: Sequence[Name]) -> tuple[Agent, ...]:
    """What an English sentence says that these persons or bodies did or are, as the only ones.

    >>> from .names import read_names
    >>> text = "The ship's pilot, Ana Holt, drew up the plan."
    >>> [one.slot for one in read_agents(text, read_names(text))]
    ['did design', 'is pilot']
    """
    return tuple(_of_names(text, names))


def _of_names(text: str, names: Sequence[Name]) -> Iterator[Agent]:
    for name in names:
        before = text[max(0, name.start - DONE_REACH) : name.start]
        for found in (
            ACTS.match(text, name.end),
            DONE.search(before) if " by " in before else None,
        ):
            if found and found[1] not in FUNCTION:
                verb = SAME.get(stem(found[1]), stem(found[1]))
                if verb not in OF_MANY and found[1] not in OF_MANY:
                    yield Agent(f"did {verb}", name, f"who {found[1]} it")
        before = text[max(0, name.start - CALLED_REACH) : name.start]
        for found in (
            CALLED.search(before) if before.endswith(APPOSED) else None,
            IS_THE.match(text, name.end),
        ):
            if found:
                *owner, words, noun = found.groups()
                noun = singular(plain(noun))
                if noun not in LOOSE and noun not in KIN and noun not in FUNCTION:
                    told = {*words.split(), *(one for one in owner if one and one[0].isupper())}
                    sort = frozenset(map(plain, told)) - FUNCTION - QUALIFIERS
                    yield Agent(f"is {noun}", name, f"the {noun}", sort)


def are_two(noun: str, own: Set[str], other: Set[str]) -> bool:
    """Whether two sorts of a noun are two things: the interior minister and the health minister.

    >>> are_two("minister", {"interior"}, {"health"}), are_two("pilot", {"young"}, set())
    (True, False)
    """
    if noun in POSTS or (own ^ other) & RANKS.keys():
        return own != other
    return bool(own and other) and not own & other
