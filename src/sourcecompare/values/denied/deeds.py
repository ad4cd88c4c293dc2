"""Decisions and outcomes that a sentence tells, each of a sort and with a sign.

"Approved", "accepted" and "gave its consent" are one sort with one sign, "threw out" and "turned
down" the same sort with the other. What a deed is done to and by whom is told from its side of the
verb; a denial turns the sign.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sourcecompare.values.lexicon import DETERMINERS

from .deed_words import (
    APPROVAL,
    BOTH,
    GRANTS,
    LENIENT,
    OBJECT,
    OF,
    SUBJECT,
    TELLING,
    THING,
    VERBS,
)
from .denying import ATTITUDES, BE, SUBJECTS, TURNING_VERBS
from .irregular import BASES
from .modes import mode
from .roots import root
from .scopes import Word, denies
from .wholes import SAY, Told, read_wholes

# A word with "_" and another one that follows soon. An opposite of one line is none of another.
REACH = 4
"""Words behind a verb among which the other word of its phrase stands."""
SHOWN = 6
"""Words behind a verb that are quoted with it."""
FAR = 18
"""Words behind an approval among which it is told that it is awaited."""
MOST_WORDS = 12
"""Content words on either side of a verb that may be what it is told of."""

_CLOSING = frozenset("out off up down over aside through".split())
"""Right behind a verb that needs none of these they make another verb."""
_WILLING = frozenset(map(root, ("agree", "agreed")))
"""Verbs whose "to" may stand farther behind: "agreed before the strike to go"."""
_PREPOSITIONS = frozenset(("under", "by"))
_RELATIVES = frozenset("that which who".split())
_ANYBODY = frozenset("anyone anybody anything nobody nothing any either".split())
_STATES = frozenset(
    """unhurt unharmed unscathed uninjured armed unarmed conscious unconscious awake sober drunk
    intoxicated insured uninsured licensed unlicensed undamaged
    intact""".split()
)
"""Adjectives that tell how somebody was, as manners do."""
_MUCH = frozenset("half majority enough most many much all every quarter third".split())
"""What is denied in front of these is only that it was so much: "neither won half of the vote"."""
LEADING = 3
"""Words behind a verb among which such a word stands: "an absolute majority"."""
_MODAL = frozenset("aim must can".split())
"""Modes of what need not come."""
_PENDING = frozenset(
    root(word) for word in "await pending need require seek still yet without wait".split()
)
"""Words beside these by which they are not given yet."""


class Deed(NamedTuple):
    """A decision or an outcome as a sentence tells it."""

    place: int
    """of its verb among the words of the sentence"""
    end: int
    """of the last word that is quoted with it"""
    sort: str
    """number of a line of the table, or a sort of `wholes`"""
    sign: int
    """+1 or -1"""
    of: str
    """what deeds of its sort are told of"""
    theme: tuple[int, ...]
    """content words for what it is done to, or who it happens to"""
    actor: tuple[int, ...]
    """content words for who does it"""
    mode: str
    thing: str = ""
    """root of the noun or verb that both must have, for sorts of `wholes`"""
    manner: bool = False
    """told by how it was done, whatever else follows"""


def read_deeds(words: Sequence[Word]) -> tuple[Deed, ...]:
    """The deeds that the words of a sentence tell as a fact or a plan, left to right."""
    telling = (i for i, word in enumerate(words) if word.root in TELLING)
    found = [deed for i in telling for deed in _told(words, i)]
    return (*found, *(_whole(words, one) for one in read_wholes(words)))


def _whole(words: Sequence[Word], one: Told) -> Deed:
    clause = words[one.end].clause
    start = one.end + (one.sort != SAY)  # the verb is part of what is said
    behind = [k for k in range(start, len(words)) if words[k].clause == clause]
    before = [k for k in range(one.start) if words[k].content]
    return Deed(
        place=one.start,
        end=one.end,
        sort=one.sort,
        sign=one.sign,
        of=BOTH if one.sort == SAY else THING,
        theme=tuple(k for k in behind if words[k].content)[:MOST_WORDS],
        actor=tuple(before[-MOST_WORDS:]),
        mode="",
        thing=one.thing,
    )


def _told(words: Sequence[Word], i: int) -> Iterator[Deed]:
    word = words[i]
    if word.unreal or not word.root:
        return
    if word.root in GRANTS:
        yield from _pending(words, i)
        return
    entries = VERBS.get(word.root, ())
    if not entries or not _is_verb(words, i):
        return
    manner = _is_manner(word)
    own_mode = mode(words, i)
    if manner or (own_mode == "present" and word.low.endswith("ing")):
        own_mode = ""  # "is leaving": now or later
    behind = [one.low for one in words[i + 1 : i + 1 + REACH] if one.clause == word.clause]
    if word.root in _WILLING:
        behind = [one.low for one in words[i + 1 : i + 1 + 2 * REACH] if one.clause == word.clause]
    turned = _is_turned(words, i)
    if turned is None or (turned and not _MUCH.isdisjoint(behind[:LEADING])):
        return
    phrased = [entry for entry in entries if entry.partner and entry.partner in behind]
    if len(phrased) > 1:  # "pleaded not guilty"
        first = min(behind.index(entry.partner) for entry in phrased)
        phrased = [entry for entry in phrased if entry.partner == behind[first]]
    plain = [] if behind[:1] and behind[0] in _CLOSING else [e for e in entries if not e.partner]
    for entry in phrased or plain:
        if own_mode in _MODAL or (own_mode == "would" and entry.sort not in LENIENT):
            continue
        theme, actor = _sides(words, i, OF[entry.sort])
        sign = -entry.sign if turned else entry.sign
        yield Deed(
            place=i,
            end=_end(words, i),
            sort=entry.sort,
            sign=sign,
            of=OF[entry.sort],
            theme=theme,
            actor=actor,
            mode=own_mode,
            manner=manner,
        )


def _is_turned(words: Sequence[Word], i: int) -> bool | None:
    """Whether a denial right before the verb turns it; None where one may that stands far off."""
    before = [word for word in words[max(0, i - REACH) : i] if word.clause == words[i].clause]
    if words[i].turned and any(word.low in ("until", "but") for word in words[i:]):
        return None  # "did not approve it until Tuesday", "not this but that"
    if [word.low for word in before[-2:]] == ["yet", "to"]:
        return not words[i].turned
    own = words[i].root in TURNING_VERBS
    if words[i].turned == own:
        return False
    if words[i].low.endswith("ing") and not denies(words[i - 1]):
        return None  # "had no intention of resigning"
    near = any(denies(word) or word.root in TURNING_VERBS for word in before)
    return True if near else None


def _end(words: Sequence[Word], i: int) -> int:
    """The last word of what is quoted from a verb on: its particle and its object."""
    end = i
    for k in range(i + 1, min(len(words), i + 1 + SHOWN)):
        if words[k].clause != words[i].clause or not words[k].root:
            break
        if words[k].content or words[k].low in _CLOSING:
            end = k
    return end


def _last(words: Sequence[Word], i: int) -> int:
    """The word that says of an approval that it is not there yet."""
    found = [
        k
        for k in range(i, min(len(words), i + FAR))
        if words[k].root and (words[k].turned or words[k].root in _PENDING)
    ]
    return max(found, default=i)


def _is_manner(word: Word) -> bool:
    """Whether it tells how something was done: "voluntarily", "under" duress."""
    return word.low.endswith("ly") or word.low in _PREPOSITIONS or word.low in _STATES


def _is_verb(words: Sequence[Word], i: int) -> bool:
    """Whether the word is neither a noun nor an adjective in front of one, as far as it shows."""
    before = next((word.low for word in reversed(words[:i]) if word.root), "")
    if _is_manner(words[i]):
        return True
    if before in DETERMINERS or before.endswith("'s"):
        return False
    low = words[i].low
    inflected = low.endswith(("ed", "ing", "s")) or low in BASES
    return inflected or before in ("to", "not", "will", "would", "and") or before in BE or i < REACH


def _pending(words: Sequence[Word], i: int) -> Iterator[Deed]:
    """An approval that is not there yet; one that is given has a verb."""
    clause = words[i].clause
    own = [word for word in words if word.clause == clause]
    waits = any(word.root in _PENDING for word in own)
    if waits or any(word.turned for word in words[i:] if word.clause == clause):
        named = tuple(k for k, w in enumerate(words) if w.content and w.clause <= clause and k != i)
        named = named[-MOST_WORDS:]
        yield Deed(i, _last(words, i), APPROVAL, -1, OF[APPROVAL], (), named, "")


def _relative(words: Sequence[Word], i: int, start: int) -> int:
    """Where the words for what a clause is told of begin: near a "that" which opens it."""
    first = next(k for k in range(i + 1) if words[k].clause == words[i].clause)
    if words[first].low not in _RELATIVES or any(w.low == "," for w in words[first:i]):
        return start
    return max(start, first - REACH)


def _sides(words: Sequence[Word], i: int, of: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What the deed is done to, and who does it."""
    told = max((k for k in range(i) if words[k].root in ATTITUDES), default=-1)
    if told >= 0 and words[told + 1].low in SUBJECTS:
        told = -1  # "Ana Ruiz, who said she would"
    before = tuple(k for k in range(_relative(words, i, told + 1), i) if words[k].content)
    before = before[-MOST_WORDS:]
    clause = words[i].clause
    after = [k for k in range(i + 1, len(words)) if words[k].clause == clause]
    end = next((n for n, k in enumerate(after) if words[k].low in (",", "but")), len(after))
    behind = tuple(k for k in after[:end] if words[k].content)[:MOST_WORDS]
    if of == SUBJECT:
        return before, behind
    if of == OBJECT and _is_manner(words[i]):
        return tuple(k for k in (*before, *behind) if words[k].clause == clause), ()
    if of == OBJECT and [words[k].low in _ANYBODY for k in after[:1]] == [True]:
        return (), before
    lows = [words[k].low for k in range(max(0, i - REACH), i) if words[k].clause == clause]
    by = next((k for k in after if words[k].low == "by"), -1)
    passive = not BE.isdisjoint(lows) or "been" in lows or "be" in lows
    if of == OBJECT and not passive and not behind:
        return tuple(k for k in before if words[k].clause == clause), ()
    if of == OBJECT and passive:
        return before, tuple(k for k in behind if 0 <= by < k)
    return behind, before


def actor(words: Sequence[Word], deed: Deed) -> str:
    """Root of the last name in front of the verb, the owner of something left out; or empty."""
    for k in range(deed.place - 1, -1, -1):
        word = words[k]
        if word.content and (word.name or not k) and not word.low.endswith(("'s", "'")):
            return word.root
    behind = (word for word in words[deed.end + 1 :] if word.content and word.name)
    return next((word.root for word in behind), "")
