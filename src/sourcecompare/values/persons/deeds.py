"""Who did what, where one alone can have done it: "the alarm was raised by Ben Gray"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sourcecompare.values.lexicon import DETERMINERS, FUNCTION
from sourcecompare.values.nouns import singular

from .names import RUN, UP, is_title, plain

_VERBS = """
acquire acquires acquired acquiring
author authors authored
build builds built
coach coaches coached
command commands commanded
commission commissions commissioned
develop develops developed
drive drives drove driven
edit edits edited
file files filed
fund funds funded
host hosts hosted
introduce introduces introduced
buy buys bought
captain captains captained
chair chairs chaired
compose composes composed
design designs designed
direct directs directed
discover discovers discovered
draft drafts drafted
found founds founded
invent invents invented
kill kills killed
lead leads led
make makes made
manage manages managed
moderate moderates moderated
operate operates operated
organise organises organised organize organizes organized
own owns owned
pilot pilots piloted
produce produces produced
propose proposes proposed
publish publishes published
report reports reported
run runs ran
paint paints painted
raise raises raised
replace replaces replaced
rescue rescues rescued
represent represents represented
shoot shoots shot
spot spots spotted
sponsor sponsors sponsored
stab stabs stabbed
succeed succeeds succeeded
upload uploads uploaded
post posts posted
win wins won
write writes wrote written
"""
DEEDS = {form: forms.split()[0] for forms in _VERBS.strip().splitlines() for form in forms.split()}
"""Verbs for what one person or body alone does to one thing, in the forms that news use."""
FREQUENT = frozenset(
    """kill shoot stab win write post upload lead sponsor buy acquire paint author build coach
    command commission develop drive edit file fund host introduce make manage moderate operate
    organise own pilot produce propose publish report run represent spot""".split()
)
"""What is done to many things of a kind: "posted a photo" is no one deed."""
ONE = frozenset("the this these".split())
PAST = {forms.split()[0]: forms.split()[2] for forms in _VERBS.strip().splitlines()}

ALIKE = {"upload": "post", "acquire": "buy", "author": "write", "manage": "run", "operate": "run"}

PASSIVE = re.compile(
    r"(?:\b(?:was|were|been|being|is) |(?<=\w),? )(?:first |later |also )?("
    + "|".join(DEEDS)
    + r")"
    r"(?: (?:on|to|in|at) [^\W\d_]+)? by ((?:(?:a|an|the|its|his|her|their) [^,.;:()]{2,60}, )?)"
)
ACTIVE = re.compile(
    r"(?:,[^,.;:()“”\"]{1,60},|,)?(?: who| which| that)?"
    r"(?: (?:had|has|have|first|later|then|also)){0,2} ("
    + "|".join(DEEDS)
    + r") ((?:[^\W_]+(?:['’-][^\W_]+)*[ ]?){1,6})"
)
BORN = re.compile(
    r"\b(?:was|were) born (?:and raised )?(?:in|at) (?:[a-z-]+ ){0,8}"
    rf"([{UP}][^\W\d_]+(?:[ -][{UP}][^\W\d_]+){{0,2}})"
)
RAISED = re.compile(
    r"\b(?:grew up|was raised|was brought up) (?:in|near) (?:the )?(?:[a-z-]+ ){0,4}(?:of )?"
    rf"([{UP}][^\W\d_]+(?:[ -][{UP}][^\W\d_]+){{0,2}})"
)
STUDIED = re.compile(
    r"\b(?:graduated from|studied(?: [a-z]+){0,3} at|[Aa] graduate of|educated at"
    r"|degree(?: in [a-z ]{3,30})? (?:from|at)) (?:the )?"
    rf"((?:[{UP}][^\W\d_]+[ ])*[{UP}][^\W\d_]+(?: (?:of|at) [{UP}][^\W\d_]+)?)"
)
LIVES = {
    "born in": (BORN, ("born",)),
    "raised in": (RAISED, ("grew up", "raised", "brought up")),
    "educated at": (STUDIED, ("graduat", "studied", "educated", "degree")),
}
"""What one person has once, as a rule; every match has one of these runs of letters."""
ACCOUNT = re.compile(
    r"\b(?:posted|uploaded|published|shared|released|tweeted)\b[^.;“”\"]{0,40}?"
    r"\b(?:by|under|from)(?: an? | the | )(?:[a-z]+ ){0,4}[“”\"'‘]?"
    r"([A-Z][^\W_]*[a-z][A-Z][^\W_]*|[A-Za-z]+[0-9_][\w]*)"
)
"""The name of an account has capitals or digits inside. No match: names with a blank."""

POSTED = ("posted", "uploaded", "published", "shared", "released", "tweeted")
"""One of these is in every match."""

OBJECT_REACH = 4
MOST_BEFORE = 60


class Deed(NamedTuple):
    """Who did something."""

    deed: str
    """the verb in its plain form"""
    thing: str
    """the folded noun of what it was done to"""
    who: str
    """folded, without accents"""
    start: int
    end: int
    """the words of `who` in the text, half-open"""


def read_deeds(text: str) -> tuple[Deed, ...]:
    """What a sentence says that somebody did, was born in, or posted under which account.

    >>> [deed[:3] for deed in read_deeds("The alarm was raised by a guard, Ana Holt.")]
    [('raise', 'alarm', 'ana holt')]
    >>> [deed[:3] for deed in read_deeds("It was Ben Gray who raised the alarm.")]
    [('raise', 'alarm', 'ben gray')]
    """
    return (*_passive(text), *_active(text), *_births(text), *_accounts(text))


def _passive(text: str) -> Iterator[Deed]:
    for match in PASSIVE.finditer(text) if " by " in text else ():
        agent = RUN.match(text, match.end())
        before = text[max(0, match.start() - MOST_BEFORE) : match.start()].split()
        thing = plain(before[-1].strip("“”\"',")) if before else ""
        if agent and thing and thing not in FUNCTION:
            yield _deed(match[1], thing, agent)


def _active(text: str) -> Iterator[Deed]:
    if DEEDS.keys().isdisjoint(text.split()):
        return
    for agent in RUN.finditer(text):
        match = ACTIVE.match(text, agent.end())
        if not match:
            continue
        words = match[2].split()
        if plain(words[0]) not in (ONE if DEEDS[match[1]] in FREQUENT else DETERMINERS):
            continue
        noun = ""
        for word in words[1 : 1 + OBJECT_REACH]:
            if plain(word) in FUNCTION:
                break
            noun = plain(word)
        if noun and plain(agent[0]) not in FUNCTION:
            yield _deed(match[1], noun, agent)


def _deed(verb: str, thing: str, agent: re.Match[str]) -> Deed:
    plainest = DEEDS[verb]
    words = plain(agent[0]).split()
    titles = [k for k, word in enumerate(words[:-1]) if is_title(word) or word in FUNCTION]
    who = " ".join(words[titles[-1] + 1 :] if titles else words)
    return Deed(ALIKE.get(plainest, plainest), singular(thing), who, agent.start(), agent.end())


def _births(text: str) -> Iterator[Deed]:
    for deed, (pattern, letters) in LIVES.items():
        for match in pattern.finditer(text) if any(some in text for some in letters) else ():
            yield Deed(deed, "", plain(match[1]), match.start(1), match.end(1))


def _accounts(text: str) -> Iterator[Deed]:
    for match in ACCOUNT.finditer(text) if any(one in text for one in POSTED) else ():
        yield Deed("account", "", match[1].casefold(), match.start(1), match.end(1))
