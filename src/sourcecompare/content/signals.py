"""What others say of a page's blocks: the rules, the lexicon, the page's title."""

from collections.abc import Sequence
from dataclasses import dataclass

from sourcecompare.model import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """One page, as the content model is told of it; sequences have an entry for each block."""

    rules: Sequence[Rule | None]
    """the rule that removes the block"""
    tokens: Sequence[Sequence[str]]
    """folded words"""
    repeats: Sequence[int]
    """how many blocks of the page have the same text"""
    title: frozenset[str]
    """folded words of the page's title"""
    title_block: int
    """index of the block that is the title; -1 where none is"""
    function_words: frozenset[str]
    """folded, of all languages that the lexicon knows"""
