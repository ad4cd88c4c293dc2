"""English words that exclude each other where everything else is the same.

Each line has two camps: whatever is in the one denies whatever is in the other.
"""

from collections.abc import Set

from .roots import root

_VERBS = """
approve accept endorse adopt ratify | reject refuse oppose veto
support back favour favor | oppose
accept | decline refuse
grant | deny refuse
admit confirm acknowledge | deny
rise increase grow climb gain jump soar surge | fall decrease drop decline shrink plunge sink slump
improve | worsen
raise lift | lower cut reduce
expand widen grow | shrink narrow contract
strengthen | weaken
win | lose
open reopen | close shut
acquit clear exonerate | convict
guilty | innocent
alive living survive | dead die
buy | sell
enter | exit leave
arrive | leave depart
stay remain | leave depart
start begin launch | end stop finish
create build | destroy
preserve | destroy
destruction | preservation
include | exclude
allow permit legalise legalize | ban prohibit forbid outlaw
praise | criticise criticize condemn
pass | fail
attack | defend
love like | hate dislike
remember | forget
hire appoint | fire dismiss sack
appear | vanish disappear
hit strike | miss
reveal | conceal hide
submit | withhold
push | pull
ascend | descend
import | export
borrow | lend
succeed | fail
add | remove
attach | detach
accelerate | slow
"""

_CAMPS = """
friend ally | enemy foe
victory | defeat
success | failure
supporter | opponent critic
big large huge giant gigantic enormous | small little tiny minuscule miniscule
old elderly ancient | young
old | new
hot warm | cold cool
boiling | freezing
high | low
long | short
tall | short
wide broad | narrow
thick fat | thin slim
heavy | light
fast quick rapid | slow
hard | soft
hard difficult tough | easy simple straightforward
complex complicated | simple
early | late
full crowded packed | empty deserted
rich wealthy | poor
strong | weak
bright light | dark
loud | quiet silent
noisy | quiet
wet | dry
clean | dirty
good | bad
better | worse
best | worst
largest biggest | smallest
highest | lowest
longest tallest | shortest
oldest | youngest
hottest warmest | coldest
fastest | slowest
earliest | latest
strongest | weakest
richest | poorest
larger bigger | smaller
higher | lower
older | younger
faster | slower
stronger | weaker
major significant substantial | minor slight insignificant
public | private
domestic | foreign
northern | southern
north | south
east | west
eastern | western
northeast | southwest
northwest | southeast
upper | lower
inner | outer
internal | external
interior | exterior
inside indoors | outside outdoors
indoor | outdoor
into | out
onto | off
on | off
up | down
upstairs | downstairs
uphill | downhill
above over | below under beneath
before | after
until | after
front | back
foreground | background
forward forwards | backward backwards
near close | far
top | bottom
morning | evening afternoon
summer | winter
many most | few none
more | less fewer
always often usually frequently routinely typically | never rarely seldom infrequently
gradually slowly | suddenly quickly
alone | together
together | apart
temporary temporarily interim | permanent permanently
optional voluntary | mandatory compulsory obligatory
true | false
right correct | wrong
happy glad | sad unhappy
calm serene | stormy tempestuous
satisfied pleased supportive | dissatisfied displeased
serious | funny
safe | dangerous unsafe
healthy | sick ill
awake | asleep
married | single divorced
male | female
hungry | full
sober | drunk
sharp | blunt
smooth | rough
curly | straight
deep | shallow
bald | hairy
beautiful pretty handsome | ugly
brave | cowardly
cheap inexpensive | expensive costly
generous | stingy
polite | rude
modern | ancient
urban | rural
flat | steep
tight | loose
present | absent
ripe | unripe
raw | cooked
left | right
minimum | maximum
majority | minority
optimistic | pessimistic
positive | negative
superior | inferior
senior | junior
diurnal | nocturnal
conservative | liberal
same identical | different
peace | war
supporters | opponents
presence | absence
plentiful abundant | scarce
ignorance | knowledge
"""

_NEGATING = ("un", "non", "in", "im", "ir", "il", "dis")
"""Prefixes that make a word its own opposite ..."""

_ADJECTIVAL = (
    "abl", "ibl", "al", "ent", "ant", "at", "iv", "ous", "fect", "plet", "gal", "ect", "ar",
    "agre", "approv", "connect", "satisfi", "honest", "loyal", "continu", "qualif", "prov", "obey",
    "appear", "credit", "courag", "advantag", "legal", "matur", "pur", "sincer", "secur", "san",
)  # fmt: skip
"""... and for those that begin ordinary words as well ("impress", "income") the endings of roots
with which they do."""

_MISLEADING = frozenset(
    root(word)
    for word in """under until unless unite union unit uncle invaluable inflammable indifferent
    instant incident infant important incorporate instate impart discover dispose
    distress disease discuss display dispatch district unto unveil inhabit insular intent invent
    impact import instal install inform intense insect""".split()
)
"""Words that only look like a prefix and its opposite."""

_LEAST = 3
"""Letters of a root that a prefix is taken from."""


def _opposites(camps_by_line: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in camps_by_line.split("\n"):
        camps = [[root(word) for word in camp.split()] for camp in line.split("|")]
        if len(camps) < 2:
            continue
        for own, other in (camps, camps[::-1]):
            for word in own:
                found.setdefault(word, set()).update(other)
    return {word: frozenset(others) for word, others in found.items()}


OPPOSITES = _opposites(_VERBS + _CAMPS)
"""Root to the roots of its opposites."""

OPPOSED_VERBS = frozenset(_opposites(_VERBS))
"""Roots of verbs that have opposites."""


def opposed(one: str, other: str) -> bool:
    """Whether two roots exclude each other.

    >>> opposed(root("approved"), root("rejects")), opposed("affordabl", "unaffordabl")
    (True, True)
    >>> opposed(root("press"), root("impress")), opposed(root("cover"), root("discover"))
    (False, False)
    """
    return other in OPPOSITES.get(one, ()) or _negates(one, other) or _negates(other, one)


def _negates(long: str, short: str) -> bool:
    if len(short) < _LEAST or long in _MISLEADING or not long.endswith(short):
        return False
    prefix = long[: -len(short)]
    if prefix in ("un", "non"):
        return True
    return prefix in _NEGATING and short.endswith(_ADJECTIVAL)


def any_opposed(left: Set[str], right: Set[str]) -> bool:
    """Whether any root on the left excludes one on the right."""
    for one in left:
        if one in OPPOSITES and not right.isdisjoint(OPPOSITES[one]):
            return True
    return any(
        _negates(one, one.removeprefix(prefix))
        for own, other in ((left, right), (right, left))
        for one in [word for word in own if word.startswith(_NEGATING)]
        for prefix in _NEGATING
        if one.removeprefix(prefix) in other
    )
