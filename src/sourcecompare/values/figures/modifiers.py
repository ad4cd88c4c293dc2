"""Words around a value: how exact it is, of what and of which time, and whether denied."""

from collections import defaultdict

from sourcecompare.model import ValueKind
from sourcecompare.values.lexicon import CHANGES
from sourcecompare.values.tokens import HYPHENS, Tokens, glued

from .runs import Run

SCOPES = frozenset(
    """other others another more additional further remaining extra including include included
    excluding each per every separate new previous prior past last next first former different
    final initial latest combined total average annual daily weekly monthly""".split()
)
"""Words that make a count one of something else: the rest, a part, a rate, another time."""

PHRASES = """
an estimated = about
close to = nearly
just under = nearly
just shy of = nearly
a little under = nearly
slightly under = nearly
slightly less than = nearly
just over = just over
just above = just over
just more than = just over
a little over = just over
a little more than = just over
a bit over = just over
a bit more than = just over
a shade over = just over
slightly over = just over
slightly above = just over
slightly more than = just over
barely over = just over
a shade under = nearly
a bit under = nearly
just below = nearly
well over = more than
more than = more than
greater than = more than
larger than = more than
upward of = more than
upwards of = more than
north of = more than
in excess of = more than
well above = more than
at least = at least
at the least = at least
a minimum of = at least
minimum of = at least
no fewer than = at least
not fewer than = at least
no less than = at least
not less than = at least
as few as = at least
no more than = up to
not more than = up to
as many as = up to
as much as = up to
as high as = up to
as long as = up to
a maximum of = up to
maximum of = up to
at most = up to
up to = up to
fewer than = less than
less than = less than
smaller than = less than
well under = less than
well below = less than
a total of = exactly
about = about
around = about
some = about
roughly = about
approximately = about
approx = about
estimated = about
circa = about
perhaps = about
~ = about
nearly = nearly
almost = nearly
approaching = nearly
virtually = nearly
over = more than
above = more than
exceeding = more than
exceeded = more than
surpassing = more than
topping = more than
under = less than
below = less than
only = only
just = only
exactly = exactly
precisely = exactly
mere = only
between = between
"""


def _modifiers() -> tuple[tuple[tuple[str, ...], str], ...]:
    lines = (line.split(" = ") for line in PHRASES.strip().splitlines())
    found = ((tuple(words.split()), name) for words, name in lines)
    return tuple(sorted(found, key=lambda one: (-len(one[0]), one[0])))


MODIFIERS = _modifiers()
"""Words before a value and the canonical modifier; the longer phrases first."""


def _by_last_word() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for words, name in MODIFIERS:
        found[words[-1]].append((words, name))
    return {last: tuple(own) for last, own in found.items()}


BY_LAST_WORD = _by_last_word()

AFTER = {
    ("or", "more"): "at least",
    ("or", "so"): "about",
    ("or", "fewer"): "up to",
    ("or", "less"): "up to",
    ("or", "thereabouts"): "about",
    ("and", "counting"): "at least",
    ("and", "up"): "at least",
    ("at", "least"): "at least",
    ("at", "most"): "up to",
}
"""Words behind a value, or behind its noun, and the modifier."""

DENYING = frozenset("not never nor neither isn't wasn't aren't weren't hardly".split())
STRESSING = frozenset("only just merely more less fewer least".split())

NOBODYS = frozenset("nobody no-one none never not cannot can't won't wouldn't".split())
DENIED_REACH = 10
"""Words back to "nobody" in "nobody with a policy from a club would pay more than 12 euros"."""

CLAUSE_SIGNS = frozenset(',;:.—–()“”"')
FRAME_REACH = 7
"""Words back to "expected to" in "is expected to draw a crowd of about 12,000"."""

FORECAST = frozenset(
    """expected expects expect expecting projected projects forecast forecasts predicted predicts
    estimates could might may anticipated anticipates likely would potentially""".split()
)
PLANNED = frozenset(
    """will plans plan planned planning intends intend aims scheduled hopes proposed proposes
    proposal wants seeks seeking due shall target goal""".split()
)
COMPARED = frozenset("compared versus vs".split())
PAST_WORDS = frozenset("previously formerly initially originally previous earlier prior".split())
FORMERLY = frozenset("before until previously originally initially formerly".split())
"""What opens a sentence on what was: "Before the storm the bridge carried 19,000 cars"."""
PAST_UNITS = frozenset("year month week quarter decade season term".split())
PAST_REACH = 5
"""Tokens behind a value within which "last year" or "a year earlier" dates it back."""


def modifier_before(tokens: Tokens, run: Run) -> tuple[str, int]:
    """The canonical modifier of a value, and the index of the token where its words begin."""
    for words, name in BY_LAST_WORD.get(tokens[run.start - 1].low, ()):
        start = run.start - len(words)
        if start >= 0 and all(tokens[start + k].low == word for k, word in enumerate(words)):
            return run.vague if run.bounds else name, start
    return "", run.start


def modifier_after(tokens: Tokens, end: int, reach: int) -> str:
    """The modifier that stands behind a value or its noun: "12 or more", "100-plus", "12+"."""
    if tokens[end].text == "+" and glued(tokens[end - 1], tokens[end]):
        return "at least"
    if tokens[end].text in HYPHENS and tokens[end + 1].low == "plus":
        return "at least"
    for j in {end, reach}:
        name = AFTER.get((tokens[j].low, tokens[j + 1].low))
        if name:
            return name
    return ""


def scope_before(tokens: Tokens, start: int) -> str:
    """What the words just before a value make it: "rose by 12" is a change, "all but 12" a rest."""
    before, second = tokens[start - 1].low, tokens[start - 2].low
    if before == "but" and second in ("all", "every"):
        return "but"
    if before in ("by", "another") or second == "by":
        near = (tokens[k].low for k in range(max(0, start - FRAME_REACH), start - 1))
        if any(low in CHANGES for low in near):
            return "by"
    return ""


def idle_scopes(tokens: Tokens, run: Run) -> frozenset[str]:
    """Words beside a value that say nothing of it: "six weeks last autumn", "by 46% to 43%"."""
    after = tokens[run.end]
    if run.kind is ValueKind.DURATION:
        # "Another 24-hour strike" is as long as the others.
        compound = after.text in HYPHENS or tokens[run.end - 2].text in HYPHENS
        found = {after.low} & {"last", "next", "each"}
        return frozenset(found | ({"another", "new", "latest"} if compound else set()))
    if run.kind is ValueKind.PERCENT and after.low == "to" and tokens[run.end + 1].is_digits:
        return frozenset(("by",))
    return frozenset()


def is_nobodys(tokens: Tokens, start: int) -> bool:
    """Whether nobody has more than the value: "no one would pay more than $35"."""
    for k in range(start - 1, max(-1, start - 1 - DENIED_REACH), -1):
        if tokens[k].text in CLAUSE_SIGNS:
            break
        if tokens[k].low in NOBODYS or (tokens[k].low, tokens[k + 1].low) == ("no", "one"):
            return True
    return False


def spreads_over(tokens: Tokens, start: int) -> bool:
    """Whether "over" is no more than "during": "held over six weeks"."""
    return tokens[start].low == "over" and tokens[start - 1].low.endswith(("held", "ed", "spread"))


def is_denied(tokens: Tokens, start: int) -> bool:
    """Whether a value is said not to be one: "not 12", "rather than 12", "instead of 12"."""
    if tokens[start - 1].low in ("the", "a", "an"):
        start -= 1
    before, second = tokens[start - 1].low, tokens[start - 2].low
    if before in DENYING:
        return tokens[start].low not in STRESSING
    return (second, before) in (("rather", "than"), ("instead", "of"), ("no", "longer"))


def frame(tokens: Tokens, start: int, end: int) -> str:
    """The time of a value: prior, forecast, planned, or empty for what is or was so.

    `start` is its first token with its modifier, `end` the token behind its noun.
    """
    if _is_prior(tokens, start, end):
        return "prior"
    for k in range(start - 1, max(-1, start - 1 - FRAME_REACH), -1):
        low = tokens[k].low
        if tokens[k].text in CLAUSE_SIGNS:
            break
        if low in FORECAST and tokens[k].text != "May":
            return "forecast"
        if low in PLANNED:
            return "planned"
    return ""


def _is_prior(tokens: Tokens, start: int, end: int) -> bool:
    """Whether it is the value before another: "up from 12", "12 a year earlier"."""
    before = tokens[start - 1].low
    if tokens[0].low in FORMERLY:
        return True
    near = range(max(0, start - FRAME_REACH), start - 1)
    if before == "from" and any(tokens[k].low in CHANGES for k in near):
        return True
    if before in COMPARED or (before in ("with", "to") and tokens[start - 2].low in COMPARED):
        return True
    if tokens[start - 1].low in PAST_WORDS or tokens[start - 2].low in PAST_WORDS:
        return True
    for k in range(end, min(end + PAST_REACH, len(tokens) - 3)):
        low, following = tokens[k].low, tokens[k + 1].low
        if tokens[k].text in CLAUSE_SIGNS:
            break
        if low in ("last", "previous") and following in PAST_UNITS:
            return True
        if following in PAST_UNITS and tokens[k + 2].low in ("earlier", "before", "ago"):
            return True
    return False
