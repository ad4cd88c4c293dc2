"""Vetoes on figures that move, and on figures of two sides of one thing: private and public."""

import re
from collections.abc import Iterator

from sourcecompare.conflicts.compared import Said
from sourcecompare.conflicts.pairs import Pair
from sourcecompare.conflicts.statements import Statement, thing
from sourcecompare.model import ValueKind
from sourcecompare.text import folded_words
from sourcecompare.values import Claim, stem

from .evidence import swapped

MARKET = frozenset(
    stem(word)
    for word in """stock stocks nasdaq dow index indices indexes futures yield yields bond bonds
    treasury nyse pence euro yen sterling currency ounce barrel shares trading traders gainer
    bullion crude gmt session earnings quarter quarterly profit analysts""".split()
)
"""Words of quotations and of results, which are others a minute or a quarter later."""
QUOTED = frozenset(
    stem(word)
    for word in """nasdaq dow nyse pence index indices yield yields futures gmt ounce barrel gallon
    stock stocks advancers decliners yen franc bullion""".split()
)
"""Those of them that leave no doubt."""
STORM = frozenset(
    stem(word) for word in "forecasters storm hurricane cyclone typhoon centered drifted".split()
)
"""Words of what moves on from one bulletin to the next."""
PRICED = frozenset(
    stem(word) for word in "share price close closed closing high low points cents gallon".split()
)
"""Words that are of a market beside one of `MARKET`, or two of them."""
PRICED_WORDS = 2
MOVING = (
    ValueKind.MONEY,
    ValueKind.PERCENT,
    ValueKind.NUMBER,
    ValueKind.TIME,
    ValueKind.ASSERTION,
)
ONE_PRICE = 2
"""Words of what a share is over or below, by which it is of one price: "Friday's closing price"."""

SIDES = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("private", "public"),
        ("state", "federal"),
        ("men man male males boys", "women woman female females girls"),
        ("black blacks", "white whites"),
        ("democrat democrats democratic", "republican republicans"),
        ("urban", "rural"),
        ("import imports imported", "export exports exported"),
        ("domestic", "foreign"),
        ("gross", "net"),
        ("salary", "bonus"),
        ("adults", "children"),
        ("indoor", "outdoor"),
        ("northern north", "southern south"),
        ("eastern east", "western west"),
        ("raised", "spent"),
        ("minimum", "maximum"),
        ("military", "civilian"),
        ("primary", "secondary"),
        ("wholesale", "retail"),
        ("daily", "weekly"),
        ("monthly", "annual yearly"),
    )
)
"""Words of which each sentence has one alone where both speak of the two sides of one thing."""

# No match: "the first rounds", "first-rate"; with "run-off" both groups are empty.
STAGE = re.compile(
    r"\b(?:(first|second|third|fourth|opening|return|final|1st|2nd)[- ]"
    r"(round|leg|half|quarter|phase|stage|ballot|reading|innings|test|set|heat)|run-?off)\b"
)
RANKED = {"opening": "first", "return": "second", "1st": "first", "2nd": "second"}
PARTS = {"ballot": "round", "phase": "stage"}

AIMS = frozenset(
    """asked asking sought seeking hoped hopes hoping demanded demanding wanted target goal aim aims
    aimed""".split()
)
"""Words before a figure that somebody asks or hopes for."""
ROOM = frozenset("room capacity space built designed meant".split())
"""The same, with "for" or "of", for how many a thing would hold."""
WAS_TO = (("to", "was"), ("to", "were"), ("to", "has"), ("to", "have"))
"""The same: "was to cost 12 million", "each side has to release 100 prisoners"."""

PARTNER = re.compile(r"\b(?:into|with|from|against) ((?:[A-Z]\w+ ?){1,3})")
"""Names of those with whom, or from where something is done."""

ERROR = frozenset(stem(word) for word in "margin sampling error".split())
ERROR_WORDS = 2


def moving_quantity(pair: Pair, _: Said) -> str:
    """Prices, rates, indices and results: two quotations are two moments."""
    kind = pair.a.value.kind
    if kind is ValueKind.MEASURE and all(STORM & one.words.keys() for one in sides_of(pair)):
        return "the storm has moved on"
    if kind not in MOVING or (pair.a.amount is not None and swapped(pair.a, pair.b)):
        return ""
    if kind is ValueKind.PERCENT and len(thing(pair.a) & thing(pair.b)) >= ONE_PRICE:
        return ""
    if all(map(_is_of_a_market, sides_of(pair))):
        return "prices and results are of different moments"
    return ""


def sides_of(pair: Pair) -> tuple[Statement, Statement]:
    """The two sentences."""
    return pair.left, pair.right


def _is_of_a_market(one: Statement) -> bool:
    if QUOTED & one.words.keys():
        return True
    strong = len(one.words.keys() & MARKET)
    weak = len(one.words.keys() & PRICED)
    return bool(strong) and strong + weak >= PRICED_WORDS


def other_stage(pair: Pair, _: Said) -> str:
    """The first round and the run-off, the first leg and the return leg, two quarters."""
    if pair.a.amount is None:
        return ""
    own, other = ({*_stages(one)} for one in sides_of(pair))
    return "they are of two rounds or parts" if own and other and not own & other else ""


def _stages(one: Statement) -> Iterator[str]:
    for found in STAGE.finditer(one.sentence.text.casefold()):
        if found[2]:
            yield f"{RANKED.get(found[1], found[1])} {PARTS.get(found[2], found[2])}"
        else:
            yield "second round"  # a run-off


def other_aim(pair: Pair, _: Said) -> str:
    """What was asked or hoped for is not what came of it, nor is what there is room for."""
    if pair.a.amount is not None and _is_aim(pair.a) != _is_aim(pair.b):
        return "one is what was asked or hoped for, or what there is room for"
    return ""


def _is_aim(claim: Claim) -> bool:
    before = claim.before
    room = before[:1] in (("for",), ("of",)) and bool(ROOM.intersection(before[1:3]))
    return room or bool(AIMS.intersection(before)) or before[1:3] in WAS_TO


def other_partner(pair: Pair, _: Said) -> str:
    """Trade with one country and with another; "from Sudan into Chad", "into South Sudan"."""
    if pair.a.amount is None:
        return ""
    texts = [one.sentence.text for one in sides_of(pair)]
    own, other = ({name.strip() for name in PARTNER.findall(text)} for text in texts)
    alone = {name for name in own if name not in texts[1]}
    if alone and any(name not in texts[0] for name in other):
        return "each is of another country, body or person"
    return ""


def margin_of_error(pair: Pair, _: Said) -> str:
    """Each poll has a margin of its own."""
    both = all(len(one.words.keys() & ERROR) >= ERROR_WORDS for one in (pair.left, pair.right))
    return "each poll has a margin of its own" if both else ""


def other_side(pair: Pair, _: Said) -> str:
    """Private and public colleges; what one raised and what one spent."""
    left, right = ({*folded_words(one.sentence.text)} for one in sides_of(pair))
    for one, other in SIDES:
        if (left & one and right & other and not (left & other or right & one)) or (
            left & other and right & one and not (left & one or right & other)
        ):
            return "they are of the two sides of one thing"
    return ""
