"""What a sentence denies: of whom, which predicate, with which objects.

A clause that denies can be read in full, because its denial stands before its predicate. One that
affirms is a run of words, in which a comparison looks for what another sentence denies.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sourcecompare.text import RECENT
from sourcecompare.values.lexicon import UNITS
from sourcecompare.values.nouns import COMPLEMENT_WORDS as PREPOSITIONS

from .denying import (
    AGAINST,
    ALL,
    ATTITUDES,
    EXCEPTING,
    JOINING,
    NO,
    NOBODY,
    NOT_AFTER_NOT,
    PRONOUNS,
    TURNING_VERBS,
)
from .irregular import PAST
from .scopes import Word, denies, is_auxiliary, may_turn, read_words, turns

LONGEST = 1_200
"""Characters of a sentence that is read; what is longer is a list or a speech."""

# No match: "knot", "notice", "note".
CUE = re.compile(
    r"\b(?:no|not|never|nobody|none|nothing|nowhere|neither|nor|cannot|unable"
    r"|(?:fail|declin|refus)\w*|(?:do|does|did|is|are|was|were|ca|wo|has|have|had)nt|all but)\b"
    r"|n't\b"
)
"""A folded sentence without any of these says nothing that another one would affirm."""

# No match: "withouten".
LACK = re.compile(r"\b(?:without|lacking|minus|sans|couldnt|shouldnt)\b")
"""Words that deny as well, though hardly anything that another sentence would affirm."""

WHOLE = ("all", "not")
"""Begin what denies a whole: "all but one", "not all"."""
OTHER = ("other", "than")


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """What a clause denies: places in the words of its sentence."""

    cue: int
    """where the denying word stands"""
    predicate: int
    """the verb; what is said of the subject behind a form of "to be"; the noun behind "no" """
    subject: tuple[int, ...]
    """content words; empty where nobody is named: "nobody", "he", "there is no" """
    objects: tuple[int, ...]
    """its other content words"""
    head: int
    """the noun of the direct object; -1 without one"""
    sort: str
    """"not": of the clause; "no": of a noun; "nobody"; "all": of a whole, as in "not all" """


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A sentence as clauses."""

    words: tuple[Word, ...]
    denials: tuple[Denial, ...]
    """left to right"""
    against: int
    """how many of its words deny, refuse or doubt anything"""


NOTHING = Reading(words=(), denials=(), against=0)


@lru_cache(maxsize=RECENT)
def read_denials(text: str) -> Reading:
    """The words of an English sentence and what it denies.

    A sentence beyond `LONGEST` characters states nothing here.
    """
    if len(text) > LONGEST:
        return NOTHING
    words = read_words(text)
    cues = [i for i, word in enumerate(words) if word.low in WHOLE or may_turn(word)]
    found = [denial for i in cues if (denial := _denial(words, i))]
    return Reading(
        words=words,
        # What two denials stand over is affirmed.
        denials=tuple(d for d in found if d.sort == "all" or words[d.predicate].turned),
        against=sum(denies(word) or word.root in AGAINST for word in words),
    )


def may_deny(key: str) -> bool:
    """Whether a folded sentence has any word that denies, so that reading it is worth the time."""
    return bool(CUE.search(key) or LACK.search(key))


def clause_at(words: Sequence[Word], place: int) -> Denial:
    """The clause whose verb stands at `place`, as if it were denied there."""
    clause = words[place].clause
    ahead = [i for i in range(place, len(words)) if words[i].clause == clause]
    ahead = _until_comma(words, ahead)
    return Denial(
        cue=place,
        predicate=place,
        subject=_subject(words, place),
        objects=tuple(i for i in ahead if words[i].content and i > place),
        head=_head(words, ahead, place),
        sort="not",
    )


def _denial(words: Sequence[Word], place: int) -> Denial | None:
    """What is denied by the word at this place, if it denies."""
    word = words[place]
    turning = turns(words, place)
    if not turning and word.low not in WHOLE:
        return None
    behind = words[place + 1].low if place + 1 < len(words) else ""
    if word.low == "not" and behind in ALL:
        return _read(words, place, place + 2, "all")
    if word.low == "all" and behind == "but":
        return _all_but(words, place)
    if not turning:
        return None
    if word.root in TURNING_VERBS:
        return _read(words, place, place + 2, "not")
    if word.low in NO:
        nobody = word.low in NOBODY or behind == "one"
        start = place + 2 if behind == "one" else place + 1
        return _read(words, place, start, "nobody" if nobody else "no")
    apart = place and words[place - 1].low in ("or", "if", "why")
    if behind in NOT_AFTER_NOT or apart:
        return None
    return _read(words, place, place + 1, "not")


def _read(words: Sequence[Word], cue: int, start: int, sort: str) -> Denial | None:
    """The denial whose predicate begins at `start`."""
    clause = words[cue].clause
    ahead = [i for i in range(start, len(words)) if words[i].clause == clause]
    ahead = _until_comma(words, ahead)
    content = [i for i in ahead if words[i].content]
    if not content or _doubles(words, ahead, cue) or _is_opaque(words, content):
        return None
    predicate = _noun(words, ahead) if sort == "no" else content[0]
    return Denial(
        cue=cue,
        predicate=predicate,
        subject=_subject(words, cue),
        objects=tuple(i for i in content if i != predicate),
        head=_head(words, ahead, predicate),
        sort=sort,
    )


def _all_but(words: Sequence[Word], cue: int) -> Denial | None:
    """As in "all but one of the members": what follows is not said of all of them."""
    left_out = words[cue + 2] if cue + 2 < len(words) else None
    counted = left_out and (left_out.low in UNITS or left_out.low.isdigit() or not left_out.content)
    if not counted:
        return None  # "all but certain"
    return _read(words, cue, cue + 3, "all")


def _until_comma(words: Sequence[Word], places: list[int]) -> list[int]:
    end = next((k for k, i in enumerate(places) if words[i].low == "," and k), len(places))
    return places[:end]


def _doubles(words: Sequence[Word], ahead: Sequence[int], cue: int) -> bool:
    """Whether a second denial or an exception in its clause, or "but", turns the first one."""
    clause = words[cue].clause
    if any(word.clause == clause and denies(word) for word in words[:cue]):
        return True
    for i in ahead:
        behind = words[i + 1].low if i + 1 < len(words) else ""
        if denies(words[i]) or words[i].low in EXCEPTING or (words[i].low, behind) == OTHER:
            return True
    end = ahead[-1] + 1 if ahead else len(words)
    next_clause = words[end].low if end < len(words) else ""
    return next_clause in ("until", "unless") or (words[cue].low == "not" and next_clause == "but")


def _is_opaque(words: Sequence[Word], content: Sequence[int]) -> bool:
    """Whether what is denied is only that somebody says or thinks something."""
    predicate = content[0]
    behind = words[predicate + 1].low if predicate + 1 < len(words) else ""
    stated = behind in PRONOUNS or behind == "that" or (len(content) == 1 and not behind)
    return words[predicate].root in ATTITUDES and stated


def _noun(words: Sequence[Word], ahead: Sequence[int]) -> int:
    """The noun behind "no": the last content word before a verb or anything else follows."""
    found = -1
    for i in ahead:
        verb = words[i].low.endswith(("ing", "ed")) or words[i].low in PAST
        if found >= 0 and (verb or not words[i].content):
            break
        if words[i].content:
            found = i
    return found


def _head(words: Sequence[Word], ahead: Sequence[int], predicate: int) -> int:
    """The last content word before the first preposition behind the predicate."""
    found = -1
    for i in ahead:
        if i <= predicate:
            continue
        if words[i].content:
            found = i
        elif found >= 0 or words[i].low in PREPOSITIONS:
            break
    return found


def _subject(words: Sequence[Word], cue: int) -> tuple[int, ...]:
    """Content words before the denial in its clause; those of the clause before behind "and"."""
    clause = words[cue].clause
    own = [i for i in range(cue) if words[i].clause == clause]
    told = max((i for i in own if words[i].root in ATTITUDES), default=-1)
    found = tuple(i for i in own if words[i].content and i > told)
    if found or told >= 0 or not own or words[own[0]].low not in JOINING:
        return found
    before = [i for i in range(own[0]) if words[i].clause == clause - 1]
    stop = next((k for k, i in enumerate(before) if is_auxiliary(words[i].low)), len(before))
    return tuple(i for i in before[:stop] if words[i].content)
