"""Relations: whose father, wife, nephew or successor a named person is."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .names import UP, Name, plain

_KIN = """
man: father dad stepfather
man: grandfather grandad granddad
man: brother half-brother stepbrother
man: son stepson
man: grandson
man: uncle
man: nephew
man: husband ex-husband widower boyfriend fiancé fiance
man: father-in-law
man: brother-in-law
man: son-in-law
woman: mother mom mum stepmother
woman: grandmother grandma
woman: sister half-sister stepsister
woman: daughter stepdaughter
woman: granddaughter
woman: aunt
woman: niece
woman: wife ex-wife widow girlfriend fiancée fiancee
woman: mother-in-law
woman: sister-in-law
woman: daughter-in-law
line: predecessor
line: successor
"""


class Sort(NamedTuple):
    """One relation under all its names."""

    name: str
    sex: str


KIN = {
    word: Sort(words.split()[0], sex)
    for sex, _, words in (line.partition(":") for line in _KIN.strip().splitlines())
    for word in words.split()
}
"""Words for relatives; a second marriage makes no other relation here."""

_WORD = "(" + "|".join(sorted(map(re.escape, KIN), key=len, reverse=True)) + ")"
_KIND = r"(?:late |eldest |younger |older |elder |youngest |oldest |twin |former |only )?"
_WHOSE = rf"((?:[Hh]is|[Hh]er|[Tt]heir)|[{UP}][\w'’-]+?['’]s?)"
# "his brother Ben Gray", "Holt's father, Ben Gray"; the name follows.
BEFORE = re.compile(rf"{_WHOSE} {_KIND}{_WORD},? (?:Mr |Mrs |Ms |Dr )?\Z")
REACH = 60
# "Ben Gray, his brother", "Ben Gray, Holt's father"; the name stands before.
BEHIND = re.compile(rf"(?:, [0-9]{{1,3}})?,(?: who (?:is|was))? {_WHOSE} {_KIND}{_WORD}\b(?!['’-])")
# "Ben Gray, the father of Ana Holt"; the name stands before.
OF = re.compile(
    rf"(?:, [0-9]{{1,3}})?,(?: who (?:is|was))? (?:the|an?) {_KIND}{_WORD} of "
    rf"(?:[{UP}][\w.'’-]+ ){{0,3}}([{UP}][\w'’-]+)"
)


class Relation(NamedTuple):
    """Whose relative somebody is."""

    name: Name
    sort: Sort
    of: str
    """folded surname; empty for a pronoun"""
    start: int
    end: int
    """its words in the text, half-open"""


def read_kin(text: str, names: Sequence[Name]) -> tuple[Relation, ...]:
    """The relations that an English sentence gives to these persons.

    >>> from .names import read_names
    >>> text = "Ana Holt's father, Ben Gray, left."
    >>> [(one.name.full, one.sort.name, one.of) for one in read_kin(text, read_names(text))]
    [('ben gray', 'father', 'holt')]
    """
    return tuple(_of_names(text, names))


def _of_names(text: str, names: Sequence[Name]) -> Iterator[Relation]:
    for name in names:
        offset = max(0, name.start - REACH)
        before = BEFORE.search(text[offset : name.start])
        if before:
            start, end = offset + before.start(1), offset + before.end(2)
            yield Relation(name, KIN[before[2].casefold()], _owner(before[1]), start, end)
        behind = BEHIND.match(text, name.end)
        if behind:
            sort = KIN[behind[2].casefold()]
            yield Relation(name, sort, _owner(behind[1]), behind.start(1), behind.end(2))
        of = OF.match(text, name.end)
        if of:
            owner = plain(of[2]).removesuffix("'s")
            yield Relation(name, KIN[of[1].casefold()], owner, of.start(1), of.end())


def _owner(word: str) -> str:
    low = plain(word)
    return "" if low in ("his", "her", "their") else low.removesuffix("'s").removesuffix("'")
