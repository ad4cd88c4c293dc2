"""Words of a phrase about an office, and the office that they end with."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sourcecompare.values.lexicon import FUNCTION

from .names import Name, plain
from .offices import DEPARTMENTS, LONGEST_OFFICE, OFFICES, RANKS, SPELLINGS, TIMES

EARLIER = frozenset(("once", "formerly", "previously"))

# No match: a sign. A full stop belongs to an abbreviation here; what is none ends a phrase.
PHRASE_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?(?:['’](?=\s))?")
DOTTED = frozenset(
    "rep sen gov lt gen pres atty amb supt prof col capt cmdr u.s us uk reps sens dist".split()
)


class Office(NamedTuple):
    """What some words say of an office."""

    office: str
    time: str
    rank: str
    of: tuple[str, ...]


class Role(NamedTuple):
    """An office and who has it."""

    name: Name
    office: str
    """its name in the lexicon: "chair" for a chairwoman"""
    time: str
    """former, then, elect, candidate, outgoing, late; empty for now"""
    rank: str
    """acting, deputy, assistant ...; empty for the office itself"""
    of: tuple[str, ...]
    """folded words of what it is an office of"""
    form: str
    """title, beside, verb or list: how the sentence says it"""
    formal: bool
    """a title with a capital, which former holders keep"""
    start: int
    end: int
    """the words of the office in the text, half-open"""
    shown: str = ""
    """the office as a reason quotes it, where that is not these words"""

    @property
    def normal(self) -> str:
        """As in "former deputy chair", "secretary of defense"."""
        departments = sorted(set(self.of) & DEPARTMENTS)
        of = f"of {' '.join(departments)}" if departments else ""
        return " ".join(part for part in (self.time, self.rank, self.office, of) if part)


class Part(NamedTuple):
    """A word of a phrase about an office."""

    low: str
    start: int
    end: int


def phrase_words(text: str, start: int, end: int) -> list[Part]:
    """The words of a stretch of text; hyphens part "then-Senator" and "President-elect"."""
    found: list[Part] = []
    for match in PHRASE_WORD.finditer(text, start, end):
        at = match.start()
        pieces = match[0].split("-")
        if len(pieces) == 1 or not any(plain(p) in TIMES or plain(p) in OFFICES for p in pieces):
            found.append(Part(plain(match[0]), at, match.end()))
            continue
        for piece in pieces:
            found.append(Part(plain(piece), at, at + len(piece)))
            at += len(piece) + 1
    return found


def parse_office(words: Sequence[str]) -> Office | None:
    """The office that some folded words end with, and what the words before make of it.

    >>> parse_office("former deputy harbour director".split())
    Office(office='director', time='former', rank='deputy', of=('harbour',))
    >>> parse_office(["mill", "owner"]) is None
    True
    """
    words = [*words]
    time = rank = ""
    if words and TIMES.get(words[-1]) in ("elect", "candidate"):
        time = TIMES[words.pop()]
    for size in range(min(LONGEST_OFFICE, len(words)), 0, -1):
        office = OFFICES.get(" ".join(words[-size:]))
        if office:
            break
    else:
        return None
    of: list[str] = []
    for word in words[: len(words) - size]:
        if word in TIMES:
            time = TIMES[word] or time
        elif word in EARLIER:
            time = "former"
        elif word in RANKS:
            rank = f"{rank} {RANKS[word]}".strip()
        elif word not in FUNCTION:
            of.append(SPELLINGS.get(word, word.removesuffix("'s")))
    return Office(office, "" if time == "current" else time, rank, tuple(of))


def is_dotted(text: str, part: Part) -> bool:
    """Whether a word with a full stop behind it is an abbreviation."""
    word = text[part.start : part.end - 1]
    return part.low in DOTTED or "." in word or len(word) == 1
