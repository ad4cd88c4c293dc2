"""English words of the calendar and the clock, beside the names of months and weekdays."""

DAY_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
"""Days counted from the day of writing."""

LEADS = {"last": -1, "next": 1, "this": 0}
"""Words before a weekday or a stretch of the calendar that say which one."""

STRETCHES = frozenset("week weekend month year".split())
"""What "last", "next" and "this" are said of, beside weekdays, months and seasons."""

ANCHORED = {"previous": -1, "preceding": -1, "following": 1, "same": 0}
"""Words before "day" or "week" that count from another date: "the previous day"."""

ANCHORED_UNITS = frozenset("day night week month year".split())

AWAY = {"ago": -1, "earlier": -1, "later": 1}
"""Words behind a length of time that make it a date: "two days earlier"."""

COUNTED = {
    "hour": ("hour", 1),
    "minute": ("minute", 1),
    "day": ("day", 1),
    "week": ("day", 7),
    "fortnight": ("day", 14),
    "month": ("month", 1),
    "year": ("year", 1),
    "decade": ("year", 10),
}
"""Singular of a unit of time to the unit that dates are counted in, and how many of it."""

PARTIAL = {
    "early": "early",
    "earlier": "early",
    "late": "late",
    "later": "late",
    "mid": "mid",
    "middle": "mid",
    "end": "end",
    "start": "early",
    "beginning": "early",
}
"""Words that narrow a day, month or year: "early 2018", "the end of February", "late Friday"."""

NEEDS_OF = frozenset("middle end start beginning".split())

SEASONS = {"spring": (3, 5), "summer": (6, 9), "autumn": (9, 11), "fall": (9, 11)}
"""Months of a season, first and last; winter lies across two years and is not read."""

HALF_YEARS = {"first": "H1", "second": "H2", "latter": "H2"}
"""Words before "half of 2018" and "half of next year"."""

QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}

PARTS = {
    "morning": (3 * 60, 12 * 60),
    "afternoon": (12 * 60, 19 * 60),
    "evening": (16 * 60, 24 * 60),
    "night": (17 * 60, 31 * 60),
}
"""Parts of a day in minutes from its midnight, as widely as news uses them; "the night of the
4th" goes on into the 5th."""

HALVES = {"early": (0, 11 * 60), "late": (15 * 60, 31 * 60)}
"""The same for "early Friday" and "late Friday"."""

CLOCK_WORDS = {"noon": 12 * 60, "midday": 12 * 60, "midnight": 0}

ZONES = {
    **dict.fromkeys(("gmt", "utc"), 0.0),
    "bst": 1.0,
    "cet": 1.0,
    "cest": 2.0,
    "eet": 2.0,
    "msk": 3.0,
    "edt": -4.0,
    **dict.fromkeys(("est", "et", "eastern"), -5.0),
    "cdt": -5.0,
    **dict.fromkeys(("cst", "ct", "central"), -6.0),
    "mdt": -6.0,
    **dict.fromkeys(("mst", "mt", "mountain"), -7.0),
    "pdt": -7.0,
    **dict.fromkeys(("pst", "pt", "pacific"), -8.0),
}
"""Hours ahead of Greenwich; without a word on summer time the winter's."""

LOOSE_BEFORE = frozenset("about around roughly approximately nearly almost towards circa".split())
"""Words before a time of day that make it a rough one."""

COMING = frozenset("will would shall going might may could can".split())
"""Verbs of a clause that speak of what is still to come."""
PLANNING = frozenset(
    "plans planned scheduled expected expects due set slated hopes intends wants".split()
)
AHEAD = frozenset("to for on in at by".split())
"""Words behind one of planning: "is planned for May", not "his planned departure in May"."""

PAST = frozenset(
    """was were had did has have been said told came went took gave made held met left began won
    lost fell rose broke spoke wrote saw found shot struck hit fled flew drew led sank fought grew
    kept knew paid sent sold bought brought built caught chose felt heard stood stole swore taught
    thought threw wore woke quit shut became got ate slept drove rode ran sang sat tore withdrew
    overthrew undertook arose fed bled lent spent hid dealt meant sought fired""".split()
)
"""Words of a clause that speak of what is over, beside those in -ed."""

STAYING = frozenset("remain remains stay stays serve continue".split())
"""Verbs of one who keeps a post for a time."""
