"""Trades: what somebody does or once did for a living, or in a story: "his lawyer, Ana Holt"."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .names import Name

_FIELDS = """
law: lawyer attorney solicitor barrister advocate counsel | paralegal
justice: prosecutor | public_defender defense_attorney | magistrate | bailiff | juror
speech: spokesman spokeswoman spokesperson
debate: moderator anchor presenter host interviewer | correspondent | columnist
wealth: owner investor billionaire financier tycoon businessman businesswoman entrepreneur magnate
wealth: millionaire proprietor
wealth: landlord landlady | developer
health: nurse | pharmacist | doctor physician | surgeon | paramedic | dentist | midwife
health: physiotherapist | psychiatrist | psychologist | pathologist | veterinarian vet
school: headteacher headmaster headmistress principal | deputy_head assistant_principal
school: deputy_headteacher vice_principal | librarian | janitor caretaker | bursar
class: student pupil undergraduate schoolboy schoolgirl | teacher schoolteacher | lecturer
arms: marine | sailor | paratrooper | airman | infantryman | submariner
craft: plumber | electrician | carpenter joiner | welder | bricklayer mason | roofer | mechanic
craft: locksmith | machinist | tailor | shoemaker cobbler | blacksmith | glazier
drive: bus_driver | truck_driver trucker lorry_driver | taxi_driver cabdriver cabbie | tram_driver
drive: train_driver | ambulance_driver | delivery_driver courier
run: administrator
money: accountant | banker | auditor | stockbroker | actuary | bookkeeper
kitchen: cook chef | waiter waitress | bartender barman barmaid | baker | butcher | dishwasher
land: farmer rancher | fisherman | forester logger | gardener | shepherd | beekeeper
land: gamekeeper | zookeeper
science: biologist | chemist | physicist | geologist | astronomer | botanist | archaeologist
rescue: firefighter fireman | police_officer policeman policewoman | lifeguard | prison_guard
rescue: detective | coastguard
press: journalist reporter | photographer | cartoonist
stage: actor actress | dancer | violinist | pianist | cellist | sculptor | painter | novelist
stage: poet | playwright | composer
flight: pilot | flight_attendant steward stewardess | air_traffic_controller
faith: priest | rabbi | imam | monk | nun
post: postal_worker letter_carrier mail_carrier postman
figures: assessor | auctioneer | surveyor | treasurer | comptroller
eye: witness bystander | neighbor neighbour | survivor
sport: goalkeeper | referee | caddie | jockey | trainer | midfielder | striker
trade: dealer | shopkeeper | cashier | clerk | florist | jeweller jeweler
sea: deckhand | skipper | bosun | ferryman
"""


class Sort(NamedTuple):
    """One trade under all its names."""

    name: str
    field: str


TRADES = {
    word.replace("_", " "): Sort(group.split()[0].replace("_", " "), field)
    for field, _, groups in (
        line.partition(":") for line in _FIELDS.strip().splitlines() if line.strip()
    )
    for group in groups.split("|")
    for word in group.split()
}
"""Words for what people are, to the trade and its field."""

UNLIKE = frozenset(
    """health school arms craft drive kitchen land rescue post flight faith figures run
    justice""".split()
)
"""Fields in which nobody has followed two trades, or hardly anybody."""

SINGLE = frozenset(("moderator", "owner"))
"""Of these a story has one; of the others there may be two with one surname."""

_TIME = r"(?:(former|retired|ex|onetime|one-time|longtime|veteran)[ -])?"
_WORD = r"(?:[^\W\d_][\w'’.-]* )"
_NOUN = "(" + "|".join(sorted(map(re.escape, TRADES), key=len, reverse=True)) + ")"

# "retired headteacher Ana Holt", "His lawyer, Ana Holt"; the name follows. No match: "lawyers".
BEFORE = re.compile(rf"\b{_TIME}{_NOUN}(?:,? (?:Mr|Mrs|Ms|Dr|Sgt)\.? |,? )\Z", re.IGNORECASE)
BEFORE_REACH = 60
BEFORE_ENDS = tuple(
    sorted({word.split()[-1] for word in TRADES} | {"mr", "mrs", "ms", "dr", "sgt"})
)
"""With what every match ends, signs aside."""
# "A graduate student at Holm College, Ana Holt"; the name follows.
AHEAD = re.compile(
    rf"\b(?:an?|the|his|her|their|its) {_TIME}{_WORD}{{0,2}}?{_NOUN}"
    r" (?:at|for|of|from|in|with) [^,.;:“”\"]{2,50}, \Z",
    re.IGNORECASE,
)
AHEAD_REACH = 100
# "Ana Holt, 61, a former school nurse", "Ana Holt was a school nurse before".
BEHIND = re.compile(
    r"(?:, (?:aged )?[0-9]{1,3})?(?:, the [a-z-]+(?: [a-z-]+){0,2}(?=,))?(?:,| \([^()]{1,20}\),)? "
    r"((?:an? [\w-]+ )?(?:who )?(?:is(?: (?:him|her)self)?|was|had been|has been|once worked as"
    r"|worked as|used to be) )?"
    rf"(?:an?|the|his|her|their) {_TIME}{_WORD}{{0,3}}?{_NOUN}\b(?!['’-])"
)
SINCE = re.compile(r"[^,.;“”\"]{0,60}?\b(?:before|until|then|at the time|for \w+ years)\b")
PAST = re.compile(r"\b(?:was|had been|worked|used to)\b")
FORMER = frozenset("former retired ex onetime one-time".split())


class Trade(NamedTuple):
    """What a sentence says that a named person is."""

    name: Name
    sort: Sort
    former: bool
    start: int
    end: int
    """its words in the text, half-open"""


def read_trades(text: str, names: Sequence[Name]) -> tuple[Trade, ...]:
    """The trades that an English sentence gives to these persons.

    >>> from .names import read_names
    >>> text = "His lawyer, Ana Holt, met Ben Gray, a former school nurse."
    >>> [(one.name.full, one.sort.name, one.former) for one in read_trades(text, read_names(text))]
    [('ana holt', 'lawyer', False), ('ben gray', 'nurse', True)]
    """
    return tuple(_of_names(text, names))


def _of_names(text: str, names: Sequence[Name]) -> Iterator[Trade]:
    for name in names:
        offset = max(0, name.start - BEFORE_REACH)
        ahead = text[offset : name.start]
        trade = ahead.rstrip(" ,.").casefold().endswith(BEFORE_ENDS)
        before = BEFORE.search(ahead) if trade else None
        if not before and ahead.endswith(", "):
            offset = max(0, name.start - AHEAD_REACH)
            before = AHEAD.search(text[offset : name.start])
        if before:
            sort = TRADES[before[2].casefold()]
            past = (before[1] or "").casefold() in FORMER
            yield Trade(name, sort, past, offset + before.start(), offset + before.end(2))
        behind = BEHIND.match(text, name.end)
        if behind:
            past = (behind[2] or "") in FORMER or bool(
                behind[1] and PAST.search(behind[1]) and SINCE.match(text, behind.end())
            )
            start = behind.start(2) if behind[2] else behind.start(3)
            yield Trade(name, TRADES[behind[3].casefold()], past, start, behind.end(3))
