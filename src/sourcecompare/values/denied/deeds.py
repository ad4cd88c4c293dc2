"""Decisions and outcomes that a sentence tells, each of a sort and with a sign.

"Approved", "accepted" and "gave its consent" are one sort with one sign, "threw out" and "turned
down" the same sort with the other. What a deed is done to and by whom is told from its side of the
verb; a denial turns the sign.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sourcecompare.values.lexicon import DETERMINERS

from .denying import ATTITUDES, BE, TURNING_VERBS
from .irregular import BASES
from .modes import mode
from .roots import root
from .scopes import Word, denies
from .wholes import SAY, Told, read_wholes, wholes_told

OBJECT, SUBJECT, BOTH, THING = "object", "subject", "both", "thing"
"""What a deed of a sort is told of: what it is done to, who does it, both, or one noun."""

# A word with "_" and another one that follows soon. An opposite of one line is none of another.
_SORTS = """
object: approve pass adopt accept endorse ratify authorise authorize grant okay say_yes
 give_consent give_approval give_permission give_assent give_blessing give_go-ahead win_approval
 receive_approval get_approval sign_off greenlight
 | reject refuse deny defeat veto block decline dismiss turn_down throw_out vote_down say_no rule_out
 scupper quash rebuff spurn
object: uphold affirm reinstate | overturn strike_down reverse quash annul void set_aside
object: convict find_guilty | acquit clear exonerate find_not
object: save rescue spare survive escape stand | destroy burn_down burn_ground demolish raze gut
 level flatten wreck collapse
subject: survive live recover | die perish
object: open reopen stay_open remain_open | close shut shut_down
both: win | lose
subject: stay_on stay_as remain_as remain_in | leave quit resign step_down stand_down depart
object: hold stage go_ahead | cancel call_off postpone scrap shelve
object: continue resume carry_on keep press_on | suspend halt stop cease abandon discontinue
object: consider look_at study examine weigh explore | rule_out
subject: attend turn_up join show_up | skip boycott stay_away miss
both: admit acknowledge | deny
both: agree_to agreed_to consent_to | refuse_to decline_to
both: vote_for | vote_against abstain
object: include | exclude omit leave_out
object: keep retain preserve maintain | abolish repeal scrap drop remove withdraw
object: support back favour favor endorse | oppose
object: allow permit legalise legalize lift_ban | ban prohibit forbid outlaw bar
object: evacuate empty | remain_open stay_open
object: sign | veto
object: lock | unlock
object: switch_on turn_on | switch_off turn_off
subject: plead_guilty | plead_not
subject: resign retire step_down | fire dismiss sack oust
subject: injure hurt wound harm | unhurt unharmed unscathed uninjured
subject: armed | unarmed
subject: conscious awake | unconscious
subject: sober | drunk intoxicated
subject: insured licensed | uninsured unlicensed
subject: testify | stonewall
subject: concede | contest
subject: voluntarily willingly | under_subpoena under_duress under_compulsion forced compelled
subject: unanimously | split divided narrowly
subject: deliberately intentionally | accidentally by_accident by_mistake
object: publish release disclose reveal unveil | withhold conceal suppress hide
"""

REACH = 4
"""Words behind a verb among which the other word of its phrase stands."""
SHOWN = 6
"""Words behind a verb that are quoted with it."""
FAR = 18
"""Words behind an approval among which it is told that it is awaited."""
MOST_WORDS = 12
"""Content words on either side of a verb that may be what it is told of."""

_CLOSING = frozenset("out off up down over away in on aside through".split())
"""Right behind a verb that needs none of these they make another verb."""
_WILLING = frozenset(map(root, ("agree", "agreed")))
"""Verbs whose "to" may stand farther behind: "agreed before the strike to go"."""
_PREPOSITIONS = frozenset(("under", "by"))
_STATES = frozenset(
    """unhurt unharmed unscathed uninjured armed unarmed conscious unconscious awake sober drunk
    intoxicated insured uninsured licensed unlicensed""".split()
)
"""Adjectives that tell how somebody was, as manners do."""
_MODAL = frozenset("aim must can".split())
"""Modes of what need not come."""
_LENIENT = "consider"
GRANTS = frozenset(root(word) for word in "approval consent permission clearance assent".split())
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
    total: str = ""
    """of how many, where that must be the same"""


class _Entry(NamedTuple):
    sort: str
    sign: int
    partner: str


def _table() -> tuple[dict[str, tuple[_Entry, ...]], dict[str, str], frozenset[str]]:
    found: dict[str, list[_Entry]] = {}
    lines = _SORTS.strip().replace("\n ", " ").splitlines()
    for sort, line in enumerate(lines):
        for sign, words in zip((1, -1), line.partition(":")[2].split("|"), strict=True):
            for word in words.split():
                verb, _, partner = word.partition("_")
                found.setdefault(root(verb), []).append(_Entry(str(sort), sign, partner))
    told_of = {str(sort): line.partition(":")[0] for sort, line in enumerate(lines)}
    lenient = frozenset(str(sort) for sort, line in enumerate(lines) if _LENIENT in line)
    return {verb: tuple(entries) for verb, entries in found.items()}, told_of, lenient


_VERBS, _OF, LENIENT = _table()
APPROVAL = "0"
"""The sort of approvals, which nouns tell as well."""


def _alternatives() -> str:
    """Beginnings of all words that may tell a deed, in every irregular form."""
    found = set(GRANTS)
    for verb in _VERBS:
        found |= {verb, verb[:-1] + "i"} if verb.endswith("y") else {verb}
    found |= {form for form, base in BASES.items() if root(base) in _VERBS}
    return "|".join(sorted(map(re.escape, found)))


# Beginnings only, so more matches than there are deeds. No match: "appro", "unopened".
CUE = re.compile(rf"\b({_alternatives()})\w*")


def sorts_told(key: str) -> frozenset[tuple[str, int]]:
    """The sorts and signs that a folded sentence may tell, denials aside."""
    found = set(wholes_told(key))
    for match in CUE.finditer(key):
        own = root(match[0])
        found |= {(entry.sort, entry.sign) for entry in _VERBS.get(own, ())}
        if own in GRANTS:
            found |= {(APPROVAL, 1), (APPROVAL, -1)}
    return frozenset(found)


def read_deeds(words: Sequence[Word]) -> tuple[Deed, ...]:
    """The deeds that the words of a sentence tell as a fact or a plan, left to right."""
    found = [deed for i in range(len(words)) for deed in _told(words, i)]
    return (*found, *(_whole(words, one) for one in read_wholes(words)))


def _whole(words: Sequence[Word], one: Told) -> Deed:
    clause = words[one.end].clause
    behind = [k for k in range(one.end + 1, len(words)) if words[k].clause == clause]
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
        total=one.total,
    )


def _told(words: Sequence[Word], i: int) -> Iterator[Deed]:
    word = words[i]
    if word.unreal or not word.root:
        return
    if word.root in GRANTS:
        yield from _pending(words, i)
        return
    entries = _VERBS.get(word.root, ())
    if not entries or not _is_verb(words, i):
        return
    manner = _is_manner(word)
    own_mode = "" if manner else mode(words, i)
    behind = [one.low for one in words[i + 1 : i + 1 + REACH] if one.clause == word.clause]
    if word.root in _WILLING:
        behind = [one.low for one in words[i + 1 : i + 1 + 2 * REACH] if one.clause == word.clause]
    turned = _is_turned(words, i)
    if turned is None:
        return
    phrased = [entry for entry in entries if entry.partner and entry.partner in behind]
    if len(phrased) > 1:  # "pleaded not guilty"
        first = min(behind.index(entry.partner) for entry in phrased)
        phrased = [entry for entry in phrased if entry.partner == behind[first]]
    plain = [] if behind[:1] and behind[0] in _CLOSING else [e for e in entries if not e.partner]
    for entry in phrased or plain:
        if own_mode in _MODAL or (own_mode == "would" and entry.sort not in LENIENT):
            continue
        theme, actor = _sides(words, i, _OF[entry.sort])
        sign = -entry.sign if turned else entry.sign
        yield Deed(
            place=i,
            end=_end(words, i),
            sort=entry.sort,
            sign=sign,
            of=_OF[entry.sort],
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
    """Whether the word is neither a noun nor an adjective in front of one, as far as one can see."""
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
        yield Deed(i, _last(words, i), APPROVAL, -1, _OF[APPROVAL], (), named, "")


def _sides(words: Sequence[Word], i: int, of: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What the deed is done to, and who does it."""
    told = max((k for k in range(i) if words[k].root in ATTITUDES), default=-1)
    before = tuple(k for k in range(told + 1, i) if words[k].content)[-MOST_WORDS:]
    clause = words[i].clause
    after = [k for k in range(i + 1, len(words)) if words[k].clause == clause]
    end = next((n for n, k in enumerate(after) if words[k].low in (",", "but")), len(after))
    behind = tuple(k for k in after[:end] if words[k].content)[:MOST_WORDS]
    if of == SUBJECT:
        return before, behind
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
