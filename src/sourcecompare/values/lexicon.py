"""English words that the grammar of values knows: closed classes, plurals, numbers."""

from decimal import Decimal

FUNCTION = frozenset(
    """a an the this that these those some any each every all both either neither no such
    of in on at by for from to with without within into onto upon over under above below about
    against among amid amidst around after before since until till during through throughout across
    between beyond behind near off out up down per via than as like unlike despite except
    and or but nor so yet if because while whereas although though when where whether who whom whose
    which what why how there here then not n't never only just also too very even still already
    i you he she it we they me him her us them my your his its our their mine one's himself herself
    itself themselves is are was were be been being am do does did done has have had having will
    would shall should can could may might must ought it's that's he's she's there's isn't aren't
    wasn't weren't don't doesn't didn't won't wouldn't can't couldn't hasn't haven't hadn't
    more most less least fewer much many few own same ago later earlier""".split()
)
"""Words that say nothing of what a sentence is about; they end a noun phrase."""

DETERMINERS = frozenset("a an the this these its his her their our my your".split())

VERBS = frozenset(
    """said says say saying told tells tell came comes come went goes go made makes make making took
    takes take taking gave gives give got gets get getting became becomes become held holds hold
    began begins begin started starts start ended ends end remain remains remained rose rises rise
    fell falls fall grew grows grow attended attends attend marks mark marked claim claims claimed
    voted died dies die killed injured wounded hurt arrested charged signed sent set saw sees see
    found lost won led met left added asked called want wants wanted need needs needed includes
    include included including work worked works live lived lives showed shows show offered
    according scheduled expected planned gathered appeared involved reported""".split()
)
"""Common verb forms that follow a counted noun and are not part of it."""

NOT_PLURAL = frozenset(
    """previous various serious religious famous dangerous obvious numerous precious anonymous
    unanimous enormous notorious suspicious generous nervous continuous us yes plus versus thus this
    his its has was is does news business process congress access success press mass class loss less
    unless across press address fitness crisis basis analysis bus gas virus campus census status
    consensus bonus focus texas paris illinois arkansas kansas democrats' always perhaps besides
    sometimes overseas afterwards towards politics physics hours-long months-long indigenous
    homeless jobless senseless endless countless useless wireless priceless express
    gross cross boss glass grass staff is as""".split()
)

IRREGULAR = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "police": "police",
    "policemen": "policeman",
    "congressmen": "congressman",
    "gunmen": "gunman",
    "firemen": "fireman",
    "servicemen": "serviceman",
    "businessmen": "businessman",
    "spokesmen": "spokesman",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "wolves": "wolf",
    "leaves": "leaf",
    "halves": "half",
    "thieves": "thief",
    "shelves": "shelf",
    "data": "data",
    "media": "media",
    "criteria": "criterion",
    "aircraft": "aircraft",
    "cattle": "cattle",
    "sheep": "sheep",
    "fish": "fish",
    "series": "series",
    "species": "species",
    "personnel": "personnel",
    "percent": "percent",
    "troops": "troop",
    "movies": "movie",
    "cookies": "cookie",
    "rookies": "rookie",
    "zombies": "zombie",
    "buses": "bus",
    "viruses": "virus",
    "crises": "crisis",
    "analyses": "analysis",
}
"""Plurals that no rule makes singular."""

PERSONS = frozenset(
    """person man woman child civilian soldier passenger worker student officer resident protester
    demonstrator migrant victim villager pupil teenager boy girl adult tourist miner firefighter
    troop policeman journalist driver patient life body fatality death casualty injury""".split()
)
"""Singular nouns that can be counted in a toll."""

CASUALTY = {
    **dict.fromkeys(
        "dead killed died dies killing kills kill death deaths fatalities fatality slain".split(),
        "killed",
    ),
    **dict.fromkeys(
        "injured wounded hurt injuring wounding injuries injury wounds injures wounds".split(),
        "injured",
    ),
    **dict.fromkeys("missing unaccounted".split(), "missing"),
    **dict.fromkeys("arrested detained arresting detaining arrests".split(), "arrested"),
    **dict.fromkeys("displaced displacing homeless".split(), "displaced"),
    **dict.fromkeys("evacuated evacuating".split(), "evacuated"),
    **dict.fromkeys("hospitalized hospitalised".split(), "hospitalized"),
    **dict.fromkeys("rescued rescuing".split(), "rescued"),
}
"""What became of the people counted, in one word: "12 dead" is "12 people were killed"."""

NUMBERED = frozenset(
    """no nos number numbers section article chapter page pages room route rule title interstate
    flight boeing airbus channel district precinct ward grade level phase part volume vol type
    highway platform gate proposition prop category version season episode act scene round line
    psalm verse figure fig table appendix exhibit paragraph clause amendment bill resolution
    apollo formula area windows iphone model class unit group stage step lot item count tier
    magnitude""".split()
)
"""Nouns whose number is a name: "Section 8", "No. 2", "Boeing 737"."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())

UNITS = {
    word: number
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen""".split()
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
SCALES = {
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "dozen": Decimal(12),
    "hundred": Decimal(100),
}
GLUED_SCALES = {
    "k": Decimal(10**3),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "bn": Decimal(10**9),
    "tn": Decimal(10**12),
}
ORDINALS = {
    word: number
    for number, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
        thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth""".split(),
        start=1,
    )
} | {
    word: 10 * number
    for number, word in enumerate(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(),
        start=2,
    )
}

FRACTION_SIGNS = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
}

CROWDS = {
    "dozens": (Decimal(24), Decimal(200)),
    "scores": (Decimal(40), Decimal(300)),
    "hundreds": (Decimal(150), Decimal(3000)),
    "thousands": (Decimal(1500), Decimal(30_000)),
    "millions": (Decimal(1_500_000), None),
    "billions": (Decimal(1_500_000_000), None),
    "trillions": (Decimal(10**12), None),
}
"""Vague amounts and what they may stand for, generously: "hundreds" is also said of 2,500."""

CROWDS_OF = {
    ("tens", "thousands"): (Decimal(15_000), Decimal(150_000)),
    ("hundreds", "thousands"): (Decimal(150_000), Decimal(2_000_000)),
    ("tens", "millions"): (Decimal(15_000_000), Decimal(150_000_000)),
    ("hundreds", "millions"): (Decimal(150_000_000), Decimal(2_000_000_000)),
    ("tens", "billions"): (Decimal(15) * 10**9, Decimal(150) * 10**9),
    ("hundreds", "billions"): (Decimal(150) * 10**9, Decimal(2) * 10**12),
}

SEVERAL = {
    "several": (Decimal(2), Decimal(9)),
    "few": (Decimal(2), Decimal(9)),
    "couple": (Decimal(2), Decimal(3)),
    "many": (Decimal(2), None),
}
"""How many hundred "several hundred" are, at least and at most."""

CHANGES = frozenset(
    """rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing
    increase increases increased increasing decrease decreases decreased decreasing drop drops
    dropped dropping climb climbs climbed climbing jump jumps jumped jumping surge surges surged
    surging decline declines declined declining cut cuts cutting reduce reduces reduced reducing
    raise raises raised raising lower lowers lowered lowering slash slashes slashed slashing shrink
    shrinks shrank shrunk shrinking slip slips slipped slipping edge edged edging plunge plunges
    plunged plunging soar soars soared soaring expand expands expanded expanding widen widened
    narrow narrowed up down swell swelled swollen change changes changed double doubled went
    hike hiked boost boosted slumped slump tumble tumbled dip dipped""".split()
)
"""Verbs and nouns of becoming more or less."""
