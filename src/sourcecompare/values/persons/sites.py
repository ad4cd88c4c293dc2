"""Where one thing happened: in which room, vehicle, building or hospital; where somebody lives."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .names import UP, Name, plain

_LEVELS = """
part: kitchen | bedroom | bathroom restroom toilet lavatory | basement cellar crypt
part: attic loft | living_room lounge | hallway corridor | stairwell staircase | lobby foyer
part: food_court | canteen cafeteria | gym gymnasium | classroom | auditorium | locker_room
part: changing_room dressing_room | roof rooftop | balcony | parking_lot car_park
part: parking_garage | courtyard | garden backyard | driveway | shed | barn | storage_unit lock-up
part: boiler_room | engine_room | press_room | boardroom | waiting_room | control_room
vehicle: car sedan | van minivan | truck lorry pickup | bus coach | ferry | train | taxi cab
vehicle: tent | caravan trailer camper
house: hotel motel | school | church | mosque | synagogue | town_hall city_hall | courthouse
house: airport | stadium | restaurant cafe | pub bar tavern | theatre theater | museum | library
house: supermarket | warehouse | nightclub | cinema | gas_station petrol_station filling_station
house: farmhouse farm | hostel | casino | bank | embassy | shelter
end: home house cottage apartment flat residence bungalow villa | hospice
end: hospital infirmary | nursing_home care_home retirement_home
land: beach | forest woods woodland | field meadow | river | canal | lake reservoir | quarry
land: ravine gully ditch | marsh swamp bog | desert | cemetery graveyard churchyard
"""


class Site(NamedTuple):
    """A sort of place under all its names."""

    name: str
    level: str


SITES = {
    word.replace("_", " "): Site(group.split()[0].replace("_", " "), level)
    for level, _, groups in (
        line.partition(":") for line in _LEVELS.strip().splitlines() if line.strip()
    )
    for group in groups.split("|")
    for word in group.split()
}
"""Words for places; two of one level are never one inside the other."""

_EVENTS = {
    "shooting": "opened fire|opens fire|open fire|gunned down",
    "finding": "found|discovered|unearthed|recovered",
    "meeting": "met|gathered|held talks|were meeting|took place|was held|were held",
    "arrest": "arrested|detained|captured",
    "dying": "died|dies|has died|passed away|the end came|was killed|were killed"
    "|was stabbed|was shot|was murdered|collapsed",
    "fire": "broke out|began|started|ignited",
    "crash": "crashed|came down|landed|slammed",
    "stay": "held overnight|were sheltered|took shelter|spent the night|hid|was hiding|were hiding"
    "|sheltered|huddled|crouched|lay|rode out the storm|took refuge|taken refuge|slept",
}
EVENTS = {verb: event for event, verbs in _EVENTS.items() for verb in verbs.split("|")}
_VERB = "|".join(sorted(EVENTS, key=len, reverse=True))
_SITE = "|".join(sorted(map(re.escape, SITES), key=len, reverse=True))

SPOTS = frozenset(("part", "land", "vehicle"))
"""Levels that exclude each other for whoever stays in one."""

# "opened fire in the mall's parking garage"; the nearest site counts.
HAPPENED = re.compile(
    rf"\b({_VERB})(?: dead| safe| alive| hidden| peacefully)?"
    r"(?: (?:over the weekend|overnight|together))?"
    r"(?: (?:on |early |late )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \w+)?)? "
    rf"(?:in|inside|at|on|from) ((?:(?:the|a|an|his|her|its|their|[{UP}][\w'’-]*['’]s) )?"
    rf"(?:[\w'’-]+ ){{0,3}}?({_SITE}))\b(?!['’-])",
    re.IGNORECASE,
)
# "was flown to Gull Cross Hospital".
HOSPITAL = re.compile(
    r"\b(?:taken|flown|airlifted|rushed|admitted|brought|treated|died|recovering) (?:\w+ )?"
    rf"(?:to|at|in) (?:the )?((?:[{UP}][\w.'’-]*[ ]){{1,4}}"
    r"(?:Hospital|Infirmary|Medical Cent(?:er|re)))"
)
HOSPITALS = ("Hospital", "Infirmary", "Medical Cent")
"""One of these is in every match."""
# "Ana Holt, 34, of Gull Cross,"; the name stands before.
HOME = re.compile(
    rf",? [0-9]{{1,3}},? (?:of|from) ([{UP}][\w'’-]+(?: [{UP}][\w'’-]+){{0,2}})(?=[,.;]| w)"
)


class Place(NamedTuple):
    """Where something happened or is."""

    slot: str
    level: str
    """of sites that exclude each other; empty for names"""
    where: str
    name: Name | None
    """whose home it is"""
    start: int
    end: int


def read_sites(text: str, names: Sequence[Name]) -> tuple[Place, ...]:
    """Where an English sentence says that something happened, and where somebody lives.

    >>> [(one.slot, one.where) for one in read_sites("A man opened fire in the food court.", ())]
    [('shooting', 'food court')]
    """
    return tuple(_places(text, names))


def _places(text: str, names: Sequence[Name]) -> Iterator[Place]:
    for found in HAPPENED.finditer(text):
        site = SITES[found[3].casefold()]
        event = EVENTS[found[1].casefold()]
        level = "spot" if event == "stay" and site.level in SPOTS else site.level
        yield Place(event, level, site.name, None, found.start(2), found.end(2))
    for found in HOSPITAL.finditer(text) if any(one in text for one in HOSPITALS) else ():
        yield Place("hospital", "", plain(found[1]), None, found.start(1), found.end(1))
    for name in names:
        home = HOME.match(text, name.end)
        if home:
            yield Place("home", "", plain(home[1]), name, home.start(1), home.end(1))
