"""Opposites: words of which one cannot stand for the other without turning what is said.

Each line of `_SETS` is one thing to say; "/" parts its sides. Words of one side say much the same,
words of two sides exclude each other. A word may stand in several lines.
"""

from .wordforms import form

_SETS = """
support back favor endorse / oppose reject resist fight
right correct / wrong mistaken incorrect
right / left
good great excellent wonderful fine / bad terrible awful poor horrible
best finest greatest / worst
better / worse
more / less fewer
most / least fewest
always / never / sometimes / rarely seldom
everyone everybody all every each / nobody none no / some
everything all / nothing none / something
anyone anybody / everyone everybody
many / few
much / little
before / after
increase raise rise grow expand / decrease reduce lower fall shrink cut drop
up / down
high higher / low lower
large big huge / small tiny little
long longer / short shorter
win won victory / lose lost defeat
strong stronger / weak weaker
easy simple / hard difficult tough
safe secure / dangerous unsafe risky
true / false untrue
truth / lie falsehood
honest / dishonest crooked corrupt
guilty / innocent
legal lawful / illegal unlawful
accept / reject refuse decline
approve / reject disapprove veto
agree / disagree
admit confess acknowledge / deny
confirm / deny
allow let permit / forbid ban prohibit block prevent stop
include / exclude
open reopen / close shut
start begin / stop end finish
continue keep stay remain / stop end quit leave resign
keep hold / sell scrap drop abandon
buy / sell
give / take
send / receive
come / go leave
arrive / leave depart
enter / leave exit
join / leave quit
build / demolish destroy tear
create / destroy
save rescue / lose destroy kill
love like / hate dislike loathe
friend ally / enemy foe rival
hope / fear
trust / distrust doubt
believe / doubt
proud / ashamed sorry
happy glad pleased delighted / sad unhappy sorry angry disappointed
calm / angry furious
praise / blame criticize condemn
help / hurt harm hinder
protect defend / attack threaten
war / peace
life alive / death dead
live / die
first / last
early earlier / late later
new / old
young / old
rich wealthy / poor
public / private
open public / secret
temporary interim / permanent
possible / impossible
likely / unlikely
able / unable
certain sure / uncertain unsure
clear / unclear
necessary needed / unnecessary unneeded
fair just / unfair unjust
responsible / irresponsible
acceptable / unacceptable
successful success / unsuccessful failure
succeed / fail
pass / fail
remember recall / forget
ready / unready unprepared
prepared / unprepared
above over / below under
inside in / outside
north northern / south southern / east eastern / west western
yes / no
today / tomorrow / yesterday
now / later / then
morning / afternoon / evening / night
monday / tuesday / wednesday / thursday / friday / saturday / sunday
january / february / march / april / june / july
august / september / october / november / december
day / week / month / year / decade / century / hour / minute
daily / weekly / monthly / yearly annually
thousand / million / billion / trillion
half / third / quarter / double / triple
half / all
father dad / mother mom mum / grandfather grandad grandpa / grandmother grandma / uncle / aunt
brother / sister / cousin / father dad / mother mom mum
husband / wife / father dad / mother mom mum
son / daughter / nephew / niece / grandson / granddaughter
man boy / woman girl
men boys / women girls
he / she
his / her
him / her
black / white / red / blue / green / yellow
democrat / republican
liberal / conservative
federal / state / local
city / county / country nation
governor / senator / mayor / president / judge
senate / house / court
police / army
civilian / military soldier
employer / employee worker
teacher / student pupil
doctor / patient
buyer / seller
tax / spending
profit / loss
surplus / deficit
credit / debt
gain / loss
advantage / disadvantage
cause / effect result
ask / answer
accident / attack crime
mistake accident / intent purpose
accidental accidentally / deliberate deliberately intentional intentionally
alone / together
with / without
for / against
inside / outside
near close / far
fast quick / slow
quickly fast / slowly
full / empty
hot / cold
light / dark heavy
rise / fall
advance / retreat
victim / attacker suspect killer
hero / villain coward
brave / coward cowardly
freedom free / prison jail
release free / arrest detain imprison
hire / fire dismiss
promote / demote fire
appoint / dismiss
earn / owe spend
earn / lose
save / spend waste
borrow / lend
delay postpone / speed hasten
cancel / postpone / hold keep
legalize / ban
repeal abolish / keep preserve
strengthen / weaken
improve / worsen
encourage / discourage
unite united / divide divided
connect / separate
expect / doubt
lead / follow
lead / trail
order command / ask request beg
must / may might
must / should
should / could
will / might may could
""".strip()


def _groups() -> dict[str, dict[int, int]]:
    """For each word, the line it stands in and its side there."""
    found: dict[str, dict[int, int]] = {}
    for line, text in enumerate(_SETS.splitlines()):
        for side, words in enumerate(text.split("/")):
            for word in words.split():
                found.setdefault(form(word), {}).setdefault(line, side)
    return found


_SIDES = _groups()

_DENYING = ("un", "in", "im", "il", "ir", "dis", "non", "mis")
"""Beginnings that turn a word: "safe" and "unsafe"."""

_LEAST_ROOT = 4
"""Letters of a word that such a beginning turns: "like" in "unlike", not "to" in "into"."""


def opposed(one: str, other: str) -> bool:
    """Whether two words in their plain form exclude each other.

    >>> opposed(form("supported"), form("opposes")), opposed(form("safe"), form("unsafe"))
    (True, True)
    >>> opposed(form("method"), form("mechanism")), opposed(form("big"), form("large"))
    (False, False)
    """
    own, others = _SIDES.get(one, {}), _SIDES.get(other, {})
    shared = own.keys() & others.keys()
    if any(own[line] == others[line] for line in shared):
        return False
    return bool(shared) or _denied(one, other) or _denied(other, one) or _lacking(one, other)


def alike(one: str, other: str) -> bool:
    """Whether two words stand on one side of a line: each can do for the other."""
    own, others = _SIDES.get(one, {}), _SIDES.get(other, {})
    return any(own[line] == others[line] for line in own.keys() & others.keys())


def _denied(one: str, other: str) -> bool:
    return len(one) >= _LEAST_ROOT and any(other == prefix + one for prefix in _DENYING)


def _lacking(one: str, other: str) -> bool:
    """As in "careful" and "careless"."""
    return any(
        a.endswith("ful") and b.endswith("les") and a[:-3] == b[:-3]
        for a, b in ((one, other), (other, one))
    )
