"""Whether other words in one place of a quotation turn its sense, or are only other words."""

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from enum import Enum

from sourcecompare.values import alike, opposed
from sourcecompare.values.denied.same_words import same_word

_MINDS = frozenset("think believe say mean want suppose expect agree accept".split())
_CLAIMS = frozenset("true case fact right".split())
LONGEST_LEAD = 6
"""Words of "I do not for one moment think that" """


class Sense(Enum):
    """What other words in one place of a quotation make of it."""

    SAME = 0
    """transcription, spelling, small words"""
    OTHER_WORDS = 1
    """words that may or may not mean the same"""
    OTHER_WORD = 2
    """one word that says something else, and that nobody mishears"""
    TURNED = 3
    """the quotation no longer says the same"""


DENIALS = frozenset("not no never nobody nothing none neither nor nowhere without".split())

# Small words that two reporters hear or set differently.
EDITORIAL = frozenset(
    """a an the this that there here be have do to of in on at for from with by as into about and or
    but so then well now too if when while because which who what how it thing just really very
    quite so actually basically simply certainly truly totally absolutely completely literally
    frankly honestly obviously clearly simple also even still already again ever uh um er ah oh hmm
    yes ok like you know i mean sort kind lot bit right way over out up down off away back through
    own such whole one any some each both than please look listen folk mr mrs ms dr sen
    rep gov gen senator representative secretary justice go get come try dollar like let would
    could can will percent own any between among amongst per self itself himself herself themselves
    ourselves myself yourself their they them its i my me we our us you your he his him she her
    either whether where us ll s t""".split()
)
"""Words that may be there or not, and stand for each other, without another sense."""

PERSONS = (
    frozenset("i me my myself we our us ourselves".split()),
    frozenset("you your yourself".split()),
    frozenset("he his him himself".split()),
    frozenset("she her herself hers".split()),
    frozenset("they them their themselves".split()),
)
"""Pronouns by the person they stand for; "we" is often "I" in another taking down."""
PLAIN_PERSONS = (0, 2, 3, 4)
"""Those of which one in place of another is another sense: "you" and "it" are said of anybody."""

ACTING = frozenset("i we he she".split())
"""Pronouns of whoever acts."""
FIRST = 0
POSSESSIVES = frozenset("my our his her their".split())

WILLS = {
    "must": "must",
    "should": "should",
    "ought": "should",
    "will": "will",
    "would": "will",
    "may": "may",
    "might": "may",
    "could": "may",
}
"""What is bound to be, ought to be, will be or may be; "can" stands for too much."""
DEGREES = frozenset(("must", "may"))
"""One of two different ones must be one of these: "will" for "should" is a slip of the ear."""

EXCEPTING = frozenset("but except excepting save besid barring excluding exclud".split())
INCLUDING = frozenset("includ including even plus".split())
"""Whether what follows a whole belongs to it, in plain forms."""

PEOPLE = frozenset("i you he she we they it".split())
DENIED_MIND = 3
"""Words from a denial to the verb that it denies: "do not really think"."""
LEAST_RESTRICTION, LONGEST_RESTRICTION = 3, 5
"""Words, with the denial, of a clause that restricts what stands before it."""

PREPOSITIONS = frozenset("to of in on at for from with".split())
SMALL_VERBS = frozenset("go come right".split())
"""Small words that say something where another word stands for them: "never went to law school"."""
EDITORIAL_VERBS = frozenset("be have do say look seem become get make".split())
"""Verbs that stand for each other in a retelling."""

DEGREE_WORDS = frozenset(
    """significantly materially substantially considerably greatly dramatically markedly sharply
    largely mostly mainly fully entirely wholly deeply profoundly highly extremely strongly firmly
    sincerely seriously severely badly hugely vastly immensely enormously""".split()
)
"""Adverbs that say how much: for each other they are other words, no other sense."""
DEGREE = 2
"""Words of a comparative with "more"."""
RHYME, CLOSE = 3, 2
"""Letters at the end of two words that rhyme; by how many two of one initial differ in length."""

SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
NUMERAL = re.compile(r"[0-9]+(?:\.[0-9]+)?")
LEAST_LETTERS = 4
"""Letters that two forms of one word have in common at their beginning: "economy", "economic"."""


def sense(left: Sequence[str], right: Sequence[str]) -> Sense:
    """What it makes that a quotation has `left` here, in plain forms, and another has `right`.

    >>> sense(["not"], []), sense(["the"], []), sense(["method"], ["mechanism"])
    (<Sense.TURNED: 3>, <Sense.SAME: 0>, <Sense.OTHER_WORDS: 1>)
    >>> sense(["harbour"], ["school"]), sense(["but"], ["including"])
    (<Sense.OTHER_WORD: 2>, <Sense.TURNED: 3>)
    >>> sense(["have"], ["deserve"]), sense(["it"], ["we"]), sense(["its"], ["our"])
    (<Sense.OTHER_WORD: 2>, <Sense.OTHER_WORD: 2>, <Sense.SAME: 0>)
    """
    joined = "".join(left), "".join(right)
    if joined[0] == joined[1] or sorted(left) == sorted(right):
        return Sense.SAME
    if len(left) != len(right) and min(map(len, joined)) and one_letter_apart(*joined):
        return Sense.SAME  # "on line", "online"
    if len(left) == len(right) and any(map(opposed, left, right)):
        return Sense.TURNED
    if _excepts(left, right) or _excepts(right, left):
        return Sense.TURNED
    own, other = _compared(_telling(left), _telling(right))
    denied = (_denials(left) + _denials(right)) % 2 == 1
    if len(own) == len(other) == 1 and not denied:
        return _word_for_word(own[0], other[0])
    if denied:
        instead = bool(left and right) and len(own) + len(other) == 1  # "never" for "always"
        turned = Counter(own) == Counter(other) or instead or restricts(left, right)
        return Sense.TURNED if turned else Sense.OTHER_WORDS
    numbers = _number(left), _number(right)
    if None not in numbers and numbers[0] != numbers[1]:
        return Sense.TURNED
    if _other_person(left, right) or _other_degree(left, right):
        return Sense.TURNED
    one, another = _bare(left), _bare(right)
    if len(one) == len(another) == 1 and _is_swap(one[0], another[0]):
        return Sense.OTHER_WORD
    pairs = [(a, b) for a in own for b in other]
    if len(own) == len(other) and any(opposed(a, b) for a, b in pairs):
        return Sense.TURNED
    if not own or not other:
        return Sense.SAME  # a word more or less is a cut
    return Sense.SAME if all(any(similar(a, b) for b in other) for a in own) else Sense.OTHER_WORDS


def turns(lead: Sequence[str]) -> bool:
    """Whether a statement says the opposite without these words before it.

    >>> turns("i do not think that".split()), turns("i think that".split())
    (True, False)
    >>> turns("it be not true that".split()), turns("not only sad i think".split())
    (True, False)
    """
    words = [word for word in lead if word != "that"][-LONGEST_LEAD:]
    # In "not only unfortunate, I think" what is denied is something else.
    return bool(words) and words[-1] in _MINDS | _CLAIMS and _denials(words[-DENIED_MIND:]) == 1


def _telling(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in EDITORIAL and word not in DENIALS]


def _compared(own: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """Without the "more" of one comparative where the other has none: "more patient", "tougher"."""
    for words, bare in ((own, other), (other, own)):
        if len(words) == DEGREE and len(bare) == 1 and words[0] in ("more", "most"):
            return ([words[1]], bare) if words is own else (bare, [words[1]])
    return own, other


def _denials(words: Sequence[str]) -> int:
    return sum(word in DENIALS for word in words)


def _word_for_word(one: str, other: str) -> Sense:
    if opposed(one, other):
        return Sense.TURNED
    if alike(one, other) or similar(one, other):
        return Sense.SAME
    numbers = _number([one]), _number([other])
    if None not in numbers:
        return Sense.TURNED if numbers[0] != numbers[1] else Sense.SAME
    if {one, other} & EDITORIAL_VERBS or misheard(one, other) or same_word(one, other):
        return Sense.OTHER_WORDS
    if {one, other} <= DEGREE_WORDS:
        return Sense.OTHER_WORDS
    return Sense.OTHER_WORD


def _bare(words: Sequence[str]) -> Sequence[str]:
    """Without prepositions behind a verb: "go to", "finish"."""
    return [word for word in words if word not in PREPOSITIONS] if len(words) > 1 else words


def _is_swap(one: str, other: str) -> bool:
    """Whether a small word stands for one that says more: "they have the right", "they deserve it".

    Or a thing does here what a person does there: "it needs", "we need".
    """
    if {one, other} <= EDITORIAL_VERBS:
        return False  # "it seems like", "it looks like"
    small = [word in EDITORIAL for word in (one, other)]
    if small[0] != small[1]:
        return bool({one, other} & (EDITORIAL_VERBS | SMALL_VERBS))
    return one != other and "it" in (one, other) and bool({one, other} & ACTING)


def _excepts(own: Sequence[str], other: Sequence[str]) -> bool:
    """As in "everything but the roof" and "everything, including the roof"."""
    return bool(set(own) & EXCEPTING) and bool(set(other) & INCLUDING)


def restricts(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one side only adds of what it is not so: "never took money I had not earned".

    >>> restricts("i do not earn".split(), []), restricts("he do not know it".split(), [])
    (True, False)
    """
    if _denials(left) + _denials(right) != 1:
        return False
    added = left or right
    if (left and right) or not LEAST_RESTRICTION <= len(added) <= LONGEST_RESTRICTION:
        return False
    return added[0] in PEOPLE and added[-1] not in EDITORIAL


def misheard(one: str, other: str) -> bool:
    """Whether one word may be taken for the other, by ear or in haste.

    >>> misheard("method", "mechanism"), misheard("nation", "station"), misheard("care", "need")
    (True, True, False)
    """
    if one[:2] == other[:2] or one[-RHYME:] == other[-RHYME:]:
        return True
    return one[0] == other[0] and abs(len(one) - len(other)) <= CLOSE


def _number(words: Sequence[str]) -> Decimal | None:
    """The number that these words hold; None if there is none or more than one."""
    found: Decimal | None = None
    for word in words:
        if NUMERAL.fullmatch(word):
            if found is not None:
                return None
            try:
                found = Decimal(word)
            except InvalidOperation:  # pragma: no cover -- the pattern is a decimal
                return None
        elif word in SCALES and found is not None:
            found *= SCALES[word]
    return found


def _other_person(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one pronoun stands for another person."""
    own, other = ({k for k in PLAIN_PERSONS if PERSONS[k] & set(words)} for words in (left, right))
    if FIRST in own ^ other and POSSESSIVES.issuperset(_pronouns((*left, *right))):
        return False  # he says "our routes", and they cannot afford "their routes"
    return len(own) == len(other) == 1 and own != other


def _pronouns(words: Sequence[str]) -> set[str]:
    return {word for word in words if any(word in own for own in PERSONS)}


def _other_degree(left: Sequence[str], right: Sequence[str]) -> bool:
    own, other = ({WILLS[word] for word in words if word in WILLS} for words in (left, right))
    return len(own) == len(other) == 1 and own != other and bool((own | other) & DEGREES)


def similar(one: str, other: str) -> bool:
    """Whether two words are forms of one, or one is a slip of the pen for the other."""
    if one == other or alike(one, other):
        return True
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    shorter, longer = sorted((len(one), len(other)))
    if shared >= LEAST_LETTERS and shared >= shorter - 2:
        return True
    if shorter == longer > LEAST_LETTERS and one[0] == other[0] and sorted(one) == sorted(other):
        return True
    return one_letter_apart(one, other)


def one_letter_apart(one: str, other: str) -> bool:
    """Whether two long words differ by one letter more, less or other.

    >>> one_letter_apart("anaemic", "anemic"), one_letter_apart("wide", "widen")
    (True, False)
    """
    shorter, longer = sorted((len(one), len(other)))
    shared = tail = 0
    while shared < shorter and one[shared] == other[shared]:
        shared += 1
    while tail < shorter - shared and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    return shorter > LEAST_LETTERS and longer - shared - tail <= 1
