"""Clauses of a sentence without a tagger: who, does what, to whom, and whether it is denied.

Only closed classes are known for certain: auxiliaries, conjunctions, denying words. So a clause
that denies is read in full, because its denial stands before the predicate, while one that affirms
is a run of words in which a comparison looks for the predicate that another sentence denies.
"""

import re
from dataclasses import dataclass, replace

from .denying import (
    ADJECTIVE_AFTER,
    AGAINST,
    ALL,
    ATTITUDES,
    AUXILIARIES,
    BE,
    CAN,
    CASE,
    CONDITIONS,
    EXCEPTING,
    FUTURE,
    HALF_DENIALS,
    HAVE,
    HEDGES,
    JOINING,
    MUST,
    NO,
    NOBODY,
    NOT,
    NOT_AFTER_NO,
    NOT_AFTER_NOT,
    OPINIONS,
    PREFIXES,
    PAST_AUXILIARIES,
    PLANNING,
    PRESENT_AUXILIARIES,
    PRONOUNS,
    STOPS,
    SUBORDINATORS,
    TURNING_VERBS,
    STATING,
    UNREAL_VERBS,
    WITHOUT,
    WOULD,
)
from .irregular import PAST
from .lexicon import DETERMINERS, FUNCTION
from .nouns import COMPLEMENT_WORDS as PREPOSITIONS
from .roots import root
from .tokens import Token, tokenise

LONGEST = 1_200
"""Characters of a sentence that is read; what is longer is a list or a speech."""

CUE = re.compile(
    r"\b(?:no|not|never|nobody|none|nothing|nowhere|neither|cannot|(?:fail|declin|refus)\w*|unable"
    r"|without)\b|n['’]t\b|\ball but\b",
    re.IGNORECASE,
)
"""A sentence without any of these denies nothing. No match: "knot", "notice"."""

LOOK = 5
"""Tokens around a predicate in which its auxiliary or hedge stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A token as part of a clause."""

    low: str
    root: str
    start: int
    """in the sentence, half-open with `end`"""
    end: int
    clause: int
    """number of its clause in the sentence"""
    content: bool
    """whether it says what the sentence is about"""
    name: bool
    """whether a capital marks it as a name"""
    turned: bool = False
    """whether a denial stands over it; two of them are none"""
    unreal: bool = False
    """whether its clause is a condition, a hedge, a question or a wish"""
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """What a clause denies: places in the words of its sentence."""

    cue: int
    """where the denying word stands"""
    predicate: int
    """the verb, or the noun or adjective behind a form of "to be" """
    subject: tuple[int, ...]
    """content words; empty where nobody is named: "nobody", "there is no" """
    objects: tuple[int, ...]
    head: int
    """the noun of the direct object; -1 without one"""
    sort: str
    """"not" of the clause, "no" of a noun, "all" of a whole ("not all", "all but one")"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A sentence as clauses."""

    words: tuple[Word, ...]
    denials: tuple[Denial, ...]
    against: int
    """how many of its words deny, refuse or doubt anything"""


NOTHING = Reading(words=(), denials=(), against=0)


def read_clauses(text: str) -> Reading:
    """The words of an English sentence by clause, and what it denies, left to right.

    A sentence beyond `LONGEST` characters states nothing here.
    """
    if len(text) > LONGEST:
        return NOTHING
    tokens = [token for token in tokenise(text) if token.text]
    words = _words(tokens)
    turned = _turned(words)
    found: list[Denial] = []
    for place in range(len(words)):
        denial = _denial(words, place)
        # What two denials stand over is affirmed.
        if denial and (denial.sort == "all" or turned[denial.predicate].turned):
            found.append(denial)
    against = sum(_denies(word) or word.root in AGAINST for word in words)
    return Reading(words=turned, denials=tuple(found), against=against)


def _words(tokens: list[Token]) -> list[Word]:
    """The words of a sentence, each with the number of its clause."""
    found: list[Word] = []
    clause, quoted = 0, False
    asks = bool(tokens) and tokens[-1].text == "?"
    for i, token in enumerate(tokens):
        if i and tokens[i - 1].low in PREFIXES and token.low == "-":
            continue
        if token.text in "“”\"":
            quoted = token.text == "“" or (token.text == '"' and not quoted)
        clause += _begins(tokens, i)
        if token.text == "," or not (token.is_word or token.is_digits):
            found.append(_sign(token, clause))
            continue
        plain = token.low.removesuffix("'s")
        prefix = _prefix(found, tokens, i)
        found.append(
            Word(
                low=prefix + token.low,
                root=prefix + root(token.low),
                start=token.start,
                end=token.end,
                clause=clause,
                content=token.low not in FUNCTION
                and plain not in FUNCTION
                and not token.low.endswith("n't"),
                name=token.text[0].isupper() and i > 0,
                unreal=asks,
                quoted=quoted,
            )
        )
    return found


def _prefix(found: list[Word], tokens: list[Token], i: int) -> str:
    """The prefix that a hyphen joins to token `i`, taken from the words found so far."""
    joined = i > 1 and tokens[i - 1].low == "-" and tokens[i - 2].low in PREFIXES
    return found.pop().low if joined else ""


def _sign(token: Token, clause: int) -> Word:
    return Word(
        low=token.text,
        root="",
        start=token.start,
        end=token.end,
        clause=clause,
        content=False,
        name=False,
    )


def _begins(tokens: list[Token], i: int) -> bool:
    """Whether another clause begins at token `i`."""
    low = tokens[i].low
    if low in STOPS or (low == "-" and _is_dash(tokens, i)):
        return True
    if low in SUBORDINATORS:
        if low == "as" and "as" in {token.low for token in tokens[i + 2 : i + 4]}:
            return False  # "as good as"
        return not (low in ("as", "so", "before", "after", "since") and _is_phrase(tokens, i))
    if low not in JOINING:
        return False
    ahead = tokens[i + 1 : i + LOOK]
    return any(_is_auxiliary(t.low) for t in ahead) or any(t.low in PRONOUNS for t in ahead[:1])


def _is_dash(tokens: list[Token], i: int) -> bool:
    return 0 < i < len(tokens) - 1 and tokens[i - 1].end < tokens[i].start


def _is_phrase(tokens: list[Token], i: int) -> bool:
    """Whether a preposition is one: no auxiliary follows soon."""
    return not any(_is_auxiliary(token.low) for token in tokens[i + 1 : i + LOOK])


def _is_auxiliary(low: str) -> bool:
    return low in AUXILIARIES or low.endswith("n't")


def _denial(words: list[Word], place: int) -> Denial | None:
    """What is denied by the word at this place, if it denies."""
    word = words[place]
    after = words[place + 1 : place + 2]
    behind = after[0].low if after else ""
    if word.low == "not" and behind in ALL:
        return _read(words, place, place + 2, "all")
    if word.low == "all" and behind == "but":
        return _all_but(words, place)
    if word.low in NOT or word.low.endswith("n't"):
        if behind in NOT_AFTER_NOT or (place and words[place - 1].low in ("or", "if", "why")):
            return None
        return _read(words, place, place + 1, "not")
    if word.low in NO:
        if word.low == "no" and (behind in NOT_AFTER_NO or behind in (".", ",", "-")):
            return None
        skip = 2 if behind == "one" else 1
        nobody = word.low in NOBODY or behind == "one"
        return _read(words, place, place + skip, "nobody" if nobody else "no")
    if word.root in TURNING_VERBS and behind == "to":
        return _read(words, place, place + 2, "not")
    return None


def _read(words: list[Word], cue: int, start: int, sort: str) -> Denial | None:
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


def _noun(words: list[Word], ahead: list[int]) -> int:
    """The noun behind "no": the last content word before a verb or anything else follows."""
    found = -1
    for i in ahead:
        verb = words[i].low.endswith(("ing", "ed")) or words[i].low in PAST
        if found >= 0 and (verb or not words[i].content):
            break
        if words[i].content:
            found = i
    return found


def _head(words: list[Word], ahead: list[int], predicate: int) -> int:
    """The last content word before the first preposition behind the predicate."""
    found = -1
    for i in ahead:
        if i <= predicate:
            continue
        if words[i].content:
            found = i
        elif found >= 0 and words[i].root:
            break
        elif words[i].low in PREPOSITIONS:
            break
    return found


def _is_opaque(words: list[Word], content: list[int]) -> bool:
    """Whether what is denied is only that somebody says or thinks something."""
    predicate = content[0]
    behind = words[predicate + 1].low if predicate + 1 < len(words) else ""
    stated = behind in PRONOUNS or behind == "that" or (len(content) == 1 and not behind)
    return words[predicate].root in ATTITUDES and stated


def _all_but(words: list[Word], cue: int) -> Denial | None:
    """"All but one of the members": what follows is not said of all of them."""
    if words[cue + 2 : cue + 3] and words[cue + 2].content and not words[cue + 2].low.isdigit():
        return None  # "all but certain"
    return _read(words, cue, cue + 3, "all")


def _until_comma(words: list[Word], places: list[int]) -> list[int]:
    end = next((k for k, i in enumerate(places) if words[i].low == "," and k), len(places))
    return places[:end]


def _doubles(words: list[Word], ahead: list[int], cue: int) -> bool:
    """Whether a second denial, or "but", in the same clause turns the first one."""
    clause = words[cue].clause
    before = [word for word in words[:cue] if word.clause == clause]
    if any(_denies(word) for word in before):
        return True
    for i in ahead:
        other = words[i].low == "other" and words[i + 1 : i + 2] and words[i + 1].low == "than"
        if _denies(words[i]) or words[i].low in EXCEPTING or other:
            return True
    end = ahead[-1] + 1 if ahead else len(words)
    return "but" in {word.low for word in words[end : end + 1]} and words[cue].low == "not"


def _subject(words: list[Word], cue: int) -> tuple[int, ...]:
    """Content words before the denial in its clause; those of the clause before behind "and"."""
    clause = words[cue].clause
    own = [i for i in range(cue) if words[i].clause == clause]
    told = max((i for i in own if words[i].root in ATTITUDES), default=-1)
    found = tuple(i for i in own if words[i].content and i > told)
    if found or told >= 0 or not own or words[own[0]].low not in JOINING:
        return found
    before = [i for i in range(own[0]) if words[i].clause == clause - 1]
    stop = next((k for k, i in enumerate(before) if _is_auxiliary(words[i].low)), len(before))
    return tuple(i for i in before[:stop] if words[i].content)


def _denies(word: Word) -> bool:
    low = word.low
    return low in NOT or low.endswith("n't") or low in NO or low in WITHOUT


def _turned(words: list[Word]) -> tuple[Word, ...]:
    """The words with what stands over them: denials, hedges, conditions."""
    found: list[Word] = []
    clause, turned, unreal, inherited = -1, False, False, False
    for i, word in enumerate(words):
        if word.clause != clause:
            inherited = turned and _passes_on(words, i)
            clause, turned = word.clause, inherited
            unreal = unreal and word.low in JOINING | STATING
        behind = words[i + 1].low if i + 1 < len(words) else ""
        denies = _denies(word) or (word.root in TURNING_VERBS and behind == "to")
        if denies and not (word.low == "no" and behind in NOT_AFTER_NO):
            turned = not turned
        found.append(replace(word, turned=turned, unreal=word.unreal or unreal))
        unreal = unreal or _opens(words, i) or (turned and word.root in ATTITUDES)
    return tuple(found)


def _opens(words: list[Word], i: int) -> bool:
    """Whether the word leaves open if what follows in its clause is so."""
    word = words[i]
    if word.low in HALF_DENIALS:
        return not (i and words[i - 1].low in ADJECTIVE_AFTER)
    return word.low in HEDGES | CONDITIONS or word.root in UNREAL_VERBS | OPINIONS


def _passes_on(words: list[Word], i: int) -> bool:
    """Whether a denial before the clause that begins at `i` stands over it: "not the case that"."""
    return words[i].low == "that" and i > 0 and words[i - 1].low in CASE


def mode(words: tuple[Word, ...], place: int) -> str:
    """When and how sure the predicate at this place is told: "past", "future", "can" ...

    The nearest auxiliary before it in its clause decides; without one its own form.
    """
    clause = words[place].clause
    for i in range(place - 1, max(-1, place - 1 - LOOK), -1):
        word = words[i]
        if word.clause != clause:
            break
        low = word.low.removesuffix("n't") if word.low.endswith("n't") else word.low
        if low in HAVE and words[i + 1].low in DETERMINERS | NO:
            if low == "have":
                continue  # "did not have a": the auxiliary stands before
            return "past" if low == "had" else "present"
        for name, forms in (
            ("future", FUTURE),
            ("would", WOULD),
            ("can", CAN),
            ("must", MUST),
            ("past", PAST_AUXILIARIES),
            ("present", PRESENT_AUXILIARIES),
        ):
            if low in forms:
                return name
        if low == "to" and i:
            return "future" if words[i - 1].root in PLANNING else "aim"
        if word.root in TURNING_VERBS:
            return "past" if word.low.endswith("ed") else "present"
    low = words[place].low
    if low in PAST or low.endswith("ed"):
        return "past"
    return "" if low.endswith("ing") else "present"


def is_copular(words: tuple[Word, ...], denial: Denial) -> bool:
    """Whether the predicate stands behind a form of "to be": "is not an island"."""
    return any(words[i].low in BE for i in range(max(0, denial.cue - 1), denial.predicate))
