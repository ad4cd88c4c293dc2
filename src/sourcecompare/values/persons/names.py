"""Proper names of persons, as far as capitals tell: runs of words, their parts, their aliases."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from sourcecompare.attribution import SUFFIXES
from sourcecompare.text import fold
from sourcecompare.values.lexicon import FUNCTION, MONTHS, VERBS, WEEKDAYS

from .nicknames import HONORIFICS, NICKNAMES, PARTICLES
from .offices import DEPARTMENTS, NOT_PERSONS, OFFICES, RANKS, TIMES

UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĔĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŹŻŽȘȚ"
LETTER = r"[^\W\d_]"
# No match: the "'s" of an owner. Linear: each part begins with a sign that no letter is.
WORD = rf"(?:Mc|Mac|[OD]['’])?[{UP}]{LETTER}*(?:(?:['’](?!s\b)|[-‐‑]){LETTER}+)*"
DOTTED = r"(?:[A-Z]\.){1,6}"
TITLE = (
    r"(?:Reps?|Sens?|Govs?|Lt|Gen|Col|Capt|Sgt|Maj|Adm|Drs?|Mr|Mrs|Ms|Prof|Rev|Hon|St|Atty|Supt"
    r"|Pres|Amb|Cmdr|Det|Insp|Jr|Sr|Messrs)\."
)
PIECE = rf"(?:{DOTTED}|{TITLE}|{WORD})"
NICK = rf"(?:[“\"‘']{WORD}[”\"’'][ \u00a0])"
RUN = re.compile(
    rf"(?<![\w@#]){PIECE}(?:[ \u00a0](?:(?:{PARTICLES})[ \u00a0]){{0,2}}{NICK}?{PIECE})*"
)
"""Words with a capital that stand side by side; no sign but a title's full stop between them,
and a nickname's quotation marks: 'August "Gus" Holt'."""
PART = re.compile(rf"{PIECE}|{LETTER}+")

# Behind it a run begins with what the office is of: "Secretary of State Ana Holt".
OFFICE_OF = re.compile(r"(?:secretary|minister|speaker|director) of (?:the )?\Z", re.IGNORECASE)
OFFICE_ENDS = ("of ", "of the ")
OFFICE_REACH = 20
HOUSES = frozenset("house security affairs services human urban development veterans".split())

MOST_PARTS = 5
"""Words of a person's name; a longer run is a headline, a list or a body's name."""

PARTISAN = frozenset(("democrat", "republican"))
"""Words before a full name that say whose side somebody is on."""

BREAKS = frozenset((*FUNCTION, *WEEKDAYS, *MONTHS)) - {"may", "will", "mine", "near"}

MONTHS_OF_PERSONS = frozenset("april june august".split())

MOST_LETTERS = {5: 1, 7: 2}
"""Letters in which two spellings of a name of so many letters or more may differ: Vicente and
Vincente, Zulfiqar and Zulifquar."""
NO_NAMES = BREAKS | NOT_PERSONS | VERBS | SUFFIXES
SHORT_FORM = 3
"""Letters that a short form shares with the whole name: Ben, Benjamin."""


GROUPS = {
    word: frozenset(k for k, group in enumerate(NICKNAMES) if word in group)
    for word in frozenset().union(*NICKNAMES)
}
"""Which groups of names for one person a name is in, by their numbers."""
NO_GROUP: frozenset[int] = frozenset()


class Name(NamedTuple):
    """A person's name as it stands in a sentence."""

    given: tuple[str, ...]
    """folded given names and initials, without accents"""
    surname: str
    """folded, without accents"""
    start: int
    end: int
    """in the text that was read, half-open"""

    @property
    def full(self) -> str:
        """All its words, folded."""
        return " ".join((*self.given, self.surname))


def read_names(text: str) -> tuple[Name, ...]:
    """Runs that can name a person, left to right; titles before the name are not part of it.

    >>> [name.full for name in read_names("Rep. Ana R. Holt met Mr. Gray in the White House.")]
    ['ana r holt', 'gray']
    """
    found: list[Name] = []
    for run in RUN.finditer(text):
        word = run[0]
        if " " not in word and "\u00a0" not in word:  # most runs: told apart in a tenth of the time
            low = plain(word)
            if len(low) > 1 and low not in NO_NAMES and not is_title(low):
                found.append(Name((), low, run.start(), run.end()))
        else:
            found.extend(_persons(run))
    return tuple(found)


def plain(word: str) -> str:
    """Folded, without accents, full stops and typographic signs.

    >>> plain("Sánchez"), plain("J."), plain("O’Brien")
    ('sanchez', 'j', "o'brien")
    """
    if not word.isascii():
        parts = unicodedata.normalize("NFKD", word.replace("’", "'").replace("‑", "-"))
        word = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return word.replace(".", "").casefold()


def _persons(run: re.Match[str]) -> Iterator[Name]:
    """The names inside one run; words of time and function part it."""
    segment: list[tuple[str, int, int]] = []
    start = run.start()
    ahead = run.string[max(0, start - OFFICE_REACH) : start]
    of = OFFICE_OF.search(ahead) if ahead.casefold().endswith(OFFICE_ENDS) else None
    last = ""
    for part in PART.finditer(run[0]):
        low, before = plain(part[0]), last
        last = low
        if of and not segment and low in DEPARTMENTS | HOUSES:
            continue
        single = len(low) == 1 and part[0].endswith(".")
        # "Sen. August Holt", but not "in August Holt", nor "August" alone.
        given = low in MONTHS_OF_PERSONS and (
            before not in FUNCTION
            if part.start()
            else FUNCTION.isdisjoint(fold(ahead).split()[-1:])
        )
        if given and start + part.end() < run.end():
            segment.append((low, start + part.start(), start + part.end()))
        elif low in BREAKS and not single:
            yield from _person(segment)
            segment = []
        else:
            segment.append((low, start + part.start(), start + part.end()))
    yield from _person(segment)


def _person(segment: list[tuple[str, int, int]]) -> Iterator[Name]:
    words = list(segment)
    while words and words[-1][0] in SUFFIXES:
        words.pop()
    titled = [k for k, (low, _, _) in enumerate(words) if is_title(low)]
    words = words[titled[-1] + 1 :] if titled else words
    if not words or len(words) > MOST_PARTS or len(words[-1][0]) < 2:
        return
    if len(words) > len(PARTISAN) and words[0][0] in PARTISAN:
        words = words[1:]  # "Democrat Ana Holt"
    first = words[0][0] in MONTHS_OF_PERSONS and len(words) > 1
    if any(low in NOT_PERSONS or low in VERBS for low, _, _ in words[first:]):
        return
    *given, (surname, _, end) = words
    yield Name(tuple(low for low, _, _ in given), surname, words[0][1], end)


def is_title(low: str) -> bool:
    """Whether a word before a name is a title or part of an office."""
    if "-" in low:  # "President-elect", "Ex-minister"
        return any(piece in OFFICES or piece in TIMES for piece in low.split("-"))
    return low in HONORIFICS or low in OFFICES or low in TITLE_WORDS


TITLE_WORDS = (
    frozenset(word for name in OFFICES for word in name.split())
    - frozenset(("of", "the", "u.s.", "us"))
    | RANKS.keys()
    | TIMES.keys()
    | frozenset("lt gen col capt sgt maj adm cmdr det insp supt amb reps sens govs hon".split())
    | frozenset("general lieutenant colonel sergeant major admiral officer reverend".split())
    | frozenset("messrs drs".split())
)


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two sets of given names can be one person's, the surname being the same.

    >>> same_person(("jim",), ("james",)), same_person(("r", "ana"), ("ana",))
    (True, True)
    >>> same_person(("loretta",), ("linda", "t")), same_person((), ("ana",))
    (False, True)
    """
    if not one or not other:
        return True
    return any(_alike(a, b) for a in one for b in other if len(a) > 1 and len(b) > 1) or (
        _alike(one[0], other[0])
    )


def _alike(a: str, b: str) -> bool:
    """Whether two given names can be one: equal, an initial, a short form, another spelling."""
    if a == b or (1 in (len(a), len(b)) and a[:1] == b[:1]):
        return True
    short, long = sorted((a, b), key=len)
    for start in (short, short.removesuffix("ie"), short.removesuffix("y")):
        if len(start) >= SHORT_FORM and long.startswith(start):
            return True
    if not GROUPS.get(a, NO_GROUP).isdisjoint(GROUPS.get(b, NO_GROUP)):
        return True
    return similar(a, b)


def similar(a: str, b: str) -> bool:
    """Whether two words are two spellings of one.

    >>> similar("vicente", "vincente"), similar("lindsay", "lindsey"), similar("ana", "ann")
    (True, True, False)
    """
    size = min(len(a), len(b))
    most = max((letters for least, letters in MOST_LETTERS.items() if size >= least), default=0)
    if a[:1] != b[:1] or abs(len(a) - len(b)) > most:
        return a == b
    if size >= min(MOST_LETTERS) and _consonants(a) == _consonants(b):
        return True
    return _distance(a, b) <= most


def _consonants(word: str) -> str:
    """What names in another script keep: their vowels are spelt in many ways."""
    return "".join(sign for sign in word if sign not in "aeiouy")


def _distance(a: str, b: str) -> int:
    """Letters put in, left out or changed; two that change places count two, as one shift does."""
    row = list(range(len(b) + 1))
    for i, own in enumerate(a, start=1):
        last, row[0] = row[0], i
        for j, other in enumerate(b, start=1):
            last, row[j] = row[j], min(last + (own != other), row[j] + 1, row[j - 1] + 1)
    return row[-1]
