"""Who takes a post over, who gave it, who was the first, and who is the one person of a sort."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sourcecompare.values.lexicon import FUNCTION

from .names import UP, Name, plain
from .phrases import parse_office, phrase_words

NAMED = rf"((?:[{UP}][\w.'’-]*[ ]){{0,4}}[{UP}][\w'’-]+)"
BESIDE = r"(?:,[^,.;:()“”\"]{1,60},|,)?"

# "Deputy Mayor Ana Holt will take over as acting mayor"; the office follows.
TAKES = re.compile(
    BESIDE + r"(?: who)?(?: (?:will|would|is to|was to|is set to|is due to|is expected to) "
    r"(?:then |now |also )?(?:take over|serve|step in|act|become|be sworn in|replace \w+)"
    r"| (?:takes|took|has taken|had taken) over| was sworn in| has been sworn in| becomes"
    r"| stepped in| (?:was|has been) (?:named|appointed|made))"
    r" (?:as )?(?:the )?"
)
OFFICE_WORDS = 5

# "She was named to the bench by President Holt", "an appointee of President Holt".
GIVEN = re.compile(
    r"\b(?:(?:appointed|nominated|named|elevated|picked|tapped|chosen|installed|put)"
    r"(?: (?:to|as|for|on) [^,.;:“”\"]{1,40}?)? by"
    r"|an? (?:appointee|nominee|choice|pick) of) "
    r"(?:then[- ]|former |the then )?(?:President|Presidents?|Gov\.|Governor|Prime Minister) "
    + NAMED
)
BY_HIM = re.compile(rf"\b(?:an?|the) ([{UP}][\w'’-]+) (?:appointee|nominee)\b")
APPOINTERS = re.compile(r"appoint|nomin|named|elevated|picked|tapped|chosen|installed|choice|put ")

FIRST = re.compile(
    BESIDE + r"(?: who| that)?(?:(?: was| is| were|,) the first (?:\w+ ){0,2}?to|(?: had)? first) "
    r"(?:see|saw|seen|spot|spotted|notice|noticed|sight|sighted|set eyes on|discover|discovered)\b"
)
SPOKE = re.compile(BESIDE + r"(?: who)? (?:spoke|testified|sang|performed|went) (first|last)\b")
SPEAKER = re.compile(
    r"\bThe (first|last)(?: (?:speaker|witness|to speak|to testify))?(?: was|,) "
    r"(?:[a-z]+ )?(?:[A-Z][a-z]+\. )?" + NAMED
)
BEFORE = re.compile(
    r"\bbefore (?:[A-Z][\w.]+ ){0,4}(?:Judge|Justice|Magistrate) (?:Judge )?" + NAMED
)
# "The victim, Ana Holt,", "The driver was identified as Ana Holt".
SORTS = (
    "victim|dead man|dead woman|deceased|gunman|shooter|attacker|assailant|suspect|driver|pilot"
    "|winner|runner-up|captain|skipper|conductor|referee|presiding judge|trial judge|coroner"
    "|whistleblower|informant|landlord|deckhand|complainant|plaintiff|defendant|hijacker|bomber"
    "|sole survivor|lone survivor|lead author|architect|lead investigator|lead prosecutor"
)
SORT = re.compile(
    rf"\b[Tt]he ({SORTS})(?:,| was(?: later)? (?:identified|named) as"
    r"| has been (?:identified|named) as| identified as) (?:Mr |Mrs |Ms |Dr )?" + NAMED
)


class Post(NamedTuple):
    """A name in a slot that one person or body alone can fill."""

    slot: str
    of: str
    """folded surname of whom the slot is of; empty if the sentence has a pronoun, or none"""
    who: str
    start: int
    end: int
    said_of: str
    """the slot for a reader"""


def read_posts(text: str, names: Sequence[Name]) -> tuple[Post, ...]:
    """Who fills a post, gave one, or was the first or only one, by an English sentence.

    >>> from .names import read_names
    >>> text = "Deputy Mayor Ana Holt will take over as acting mayor."
    >>> [(one.slot, one.who) for one in read_posts(text, read_names(text))]
    [('next mayor', 'ana holt')]
    """
    return (*_takers(text, names), *_givers(text, names), *_single(text))


def _takers(text: str, names: Sequence[Name]) -> Iterator[Post]:
    for name in names:
        if text[: name.start].endswith((" of ", " in ", " from ", " by ", " for ")):
            continue
        takes = TAKES.match(text, name.end) if name.given else None
        if takes:
            words = [part.low for part in phrase_words(text, takes.end(), takes.end() + 60)]
            kinds = (parse_office(words[:k]) for k in range(1, OFFICE_WORDS))
            office = next((one.office for one in kinds if one), "")
            if office and "pro" not in words[:OFFICE_WORDS]:
                said = f"who takes over as {office}"
                yield Post(f"next {office}", "", name.full, name.start, name.end, said)
        spoke = SPOKE.match(text, name.end)
        if spoke:
            said = f"who spoke {spoke[1]}"
            yield Post(f"{spoke[1]} to speak", "", name.full, name.start, spoke.end(), said)
        first = FIRST.match(text, name.end)
        if first:
            said = "who saw it first"
            yield Post("first to see", "", name.full, name.start, first.end(), said)


def _givers(text: str, names: Sequence[Name]) -> Iterator[Post]:
    if not APPOINTERS.search(text):
        return
    for found in (*GIVEN.finditer(text), *BY_HIM.finditer(text)):
        before = [name for name in names if name.end <= found.start()]
        of = before[-1].surname if before else ""
        said = "who made the appointment"
        who = plain(found[1]).removesuffix("'s")
        yield Post("appointed by", of, who, found.start(1), found.end(1), said)


def _single(text: str) -> Iterator[Post]:
    for found in SPEAKER.finditer(text):
        who, said = plain(found[2]).removesuffix("'s"), f"who spoke {found[1]}"
        yield Post(f"{found[1]} to speak", "", who, found.start(2), found.end(2), said)
    for found in BEFORE.finditer(text):
        who = plain(found[1]).removesuffix("'s")
        yield Post("the judge", "", who, found.start(1), found.end(1), "the judge")
    for found in SORT.finditer(text):
        who = plain(found[2]).removesuffix("'s")
        if not FUNCTION.intersection(who.split()):
            said = f"the {found[1]}"
            yield Post(said, "", who, found.start(2), found.end(2), said)
