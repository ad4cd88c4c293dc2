"""Features of a block by itself: its length, its characters, its words, what kind it is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sourcecompare.model import Block, Kind, Page, Rule
from sourcecompare.text import SENTENCE_ENDS

from .arrays import Features, Floats, spread
from .characters import COMMA, DIGIT, LOWER, MARK, STOP, UPPER, Counts, count
from .signals import Signals

READ = 300  # words of a block that are looked at one by one
LONG = 60  # words; a longer block is not more of an article
TELLING = 4  # letters; shorter words of a title are in any text

_CLOSING = "\"'”’»)]』」 "
_KINDS = (Kind.HEADING, Kind.LIST_ITEM, Kind.TABLE_ROW, Kind.QUOTE, Kind.TITLE, Kind.CAPTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What later features are made of, each of shape (blocks,)."""

    counts: Counts
    words: Floats
    prose: Floats
    """words of sentences, at most 100; 0 where a rule removes the block"""
    ends: Floats
    """1 where the text ends like a sentence"""
    gone: Floats
    """1 where a rule removes the block"""
    functional: Floats
    """share of function words, 0..1"""
    times: Floats
    """1 where the block is short and holds three digits or more, as a time or a date does"""


def measure(page: Page, signals: Signals) -> Measured:
    """The measures of a page's blocks."""
    counts = count(page)
    ends = np.array([_last_sign(block) in SENTENCE_ENDS for block in page.blocks], float)
    gone = np.array([rule is not None for rule in signals.rules], float)
    functional = function_shares(signals)
    sentence = np.maximum(ends, 0.7 * (counts.sentences > 0))
    prose = np.minimum(counts.words, 100) * sentence * (functional > 0.05) * (1 - gone)
    digits = counts.digits
    return Measured(
        counts=counts,
        words=counts.words,
        prose=prose,
        ends=ends,
        gone=gone,
        functional=functional,
        times=((digits >= 3) & (counts.words <= 12)).astype(float),
    )


def function_shares(signals: Signals) -> Floats:
    """Share of function words among a block's first words: menus have few, sentences many."""
    known = signals.function_words.__contains__
    return np.array(
        [sum(map(known, tokens[:READ])) / max(1, len(tokens[:READ])) for tokens in signals.tokens]
    )


def commonness(tokens: Sequence[Sequence[str]]) -> tuple[Floats, Floats]:
    """Mean logarithm of how many blocks hold a block's words, and its share of different words.

    Sentences of any language are full of words that other sentences have too; menus are not.
    """
    read = [tuple(some[:READ]) for some in tokens]
    known: Counter[str] = Counter()
    for different in set(read):
        known.update(set(different))
    logs = np.log(np.arange(1, len(tokens) + 2)).tolist()
    mean = [sum([logs[known[token] - 1] for token in own]) / max(1, len(own)) for own in read]
    varied = [len(set(own)) / max(1, len(own)) for own in read]
    return np.array(mean), np.array(varied)


def line_features(page: Page, signals: Signals, measured: Measured) -> Features:
    """Features of each block by itself."""
    counts, words = measured.counts, measured.words
    letters, size = np.maximum(counts.letters, 1), np.maximum(counts.all, 1)
    whole = np.maximum(words, 1)
    functional = measured.functional
    common, varied = commonness(signals.tokens)
    # Single characters of an unspaced script stand in all blocks: they tell nothing here.
    unspaced = counts.unspaced > 0.3 * letters
    common, varied = np.where(unspaced, -1, common), np.where(unspaced, -1, varied)
    title = {word for word in signals.title if len(word) >= TELLING}
    titled = np.array([len(title.intersection(some[:LONG])) for some in signals.tokens], float)
    kinds = [block.kind for block in page.blocks]
    features: Features = {
        "characters": np.log1p(counts.all),
        "words": np.log1p(words),
        "word_length": counts.letters / whole,
        "upper": counts.upper / letters,
        "capitalised": counts.capitalised / whole,
        "digits": counts.digits / size,
        "commas": counts.commas / whole,
        "marks": counts.marks / size,
        "quotes": np.minimum(counts.quotes, 6),
        "questions": np.minimum(counts.questions, 3),
        "sentences": np.minimum(counts.sentences, 12),
        "sentence_rate": counts.sentences / whole,
        "sentence_length": words / np.maximum(1, counts.sentences),
        "ends": measured.ends,
        "colon": np.array([block.text.endswith((":", "：")) for block in page.blocks], float),
        "starts_upper": _starts(counts, UPPER),
        "starts_lower": _starts(counts, LOWER),
        "starts_digit": _starts(counts, DIGIT),
        "starts_mark": _starts(counts, MARK | STOP | COMMA),
        "functional": functional,
        "functional_words": functional * np.minimum(words, LONG),
        "common": common,
        "common_words": common * np.minimum(words, LONG),
        "varied": varied,
        "titled": titled / max(1, len(title)),
        "titled_share": titled / np.minimum(whole, LONG),
        "repeats": np.minimum(np.array(signals.repeats, float), 5),
        "prose": measured.prose,
        "related": np.array([rule is Rule.RELATED for rule in signals.rules], float),
        "invites": np.array([rule in _INVITING for rule in signals.rules], float),
    }
    for kind in _KINDS:
        features[str(kind)] = np.array([kind is other for other in kinds], float)
    return features


_INVITING = frozenset({Rule.NEWSLETTER, Rule.PAYWALL})


def page_features(measured: Measured) -> Features:
    """Features of the page as a whole, the same for each of its blocks."""
    words, prose = measured.words, measured.prose
    total, blocks = max(1.0, float(words.sum())), len(words)
    longest = np.sort(words)[::-1][: max(5, blocks // 10)]
    return {
        "page_blocks": spread(np.log1p(blocks), blocks),
        "page_words": spread(np.log1p(words.sum()), blocks),
        "page_prose": spread(prose.sum() / total, blocks),
        "page_longest": spread(prose.max(initial=0.0), blocks),
        "page_sentences": spread(measured.counts.sentences.sum() / total, blocks),
        "page_short": spread(float(np.mean(words < 6)), blocks),
        "size_here": words / max(1.0, float(np.median(longest))),
    }


def _starts(counts: Counts, sorts: int) -> Floats:
    return np.asarray((counts.first & sorts) > 0, float)


def _last_sign(block: Block) -> str:
    return block.text[-4:].rstrip(_CLOSING)[-1:]
