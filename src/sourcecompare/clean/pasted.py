"""Full sentences of pasted text, which count as content whatever the model thinks of them.

The model knows prose by where it stands between menus, buttons and notices. Pasted text has nothing
of the kind, and the model has seen few texts of that sort, none of them wrapped by hand.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sourcecompare.content import CONTENT, Judgement
from sourcecompare.model import Block, Kind, Media, Page, Rule
from sourcecompare.rules import FRAME, Context
from sourcecompare.text import SENTENCE_ENDS

SENTENCE = 4  # words; shorter ones ("Read more.") state nothing
MOSTLY = 0.5  # of the words that no rule removes; a menu or a list has fewer in sentences
LINES = 3  # lines to a sentence, at most: a title and a byline above it, but no list of slogans

_KINDS = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE})


def with_sentences(
    page: Page, context: Context, gone: Sequence[Rule | None], judgement: Judgement
) -> Judgement:
    """The judgement when full sentences count as content where the model cannot know.

    These are all of a text without any furniture, all of a page on which nothing reads like
    content, and on hard-wrapped text a wrapped block right below one that stays.
    """
    sentences = np.array(
        [gone[block.index] is None and _is_sentence(block, context) for block in page.blocks], bool
    )
    if not sentences.any():
        return judgement
    bare = page.media is Media.TEXT and not any(rule in FRAME for rule in gone)
    if bare or judgement.likely.max() < CONTENT:
        left = np.array([rule is None for rule in gone], bool)
        prose = float((judgement.words * sentences).sum())
        most = prose >= MOSTLY * float((judgement.words * left).sum())
        if most and left.sum() <= LINES * sentences.sum():
            return _at_least(judgement, sentences)
    elif page.media is Media.TEXT:
        return _at_least(judgement, _wrapped(page, sentences, judgement.content()))
    return judgement


def _at_least(judgement: Judgement, known: NDArray[np.bool_]) -> Judgement:
    """The judgement when these blocks are as likely content as not, or more."""
    raised = np.maximum(judgement.likely, np.where(known, CONTENT, 0.0))
    return Judgement(likely=raised, words=judgement.words)


def _is_sentence(block: Block, context: Context) -> bool:
    ends = block.text.rstrip("\"'”’»)] \r\n\t")[-1:] in SENTENCE_ENDS
    return ends and block.kind in _KINDS and context.counts[block.index] >= SENTENCE


def _wrapped(
    page: Page, sentences: NDArray[np.bool_], chosen: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Wrapped sentences that go on right below a block that stays.

    Furniture is too short to be wrapped, and the pages that the model learned from had no line
    breaks in their paragraphs.
    """
    found = np.zeros(len(sentences), bool)
    stays = False
    for block in page.blocks:
        index = block.index
        wraps = "\n" in block.text.strip()
        found[index] = stays and wraps and sentences[index]
        stays = wraps and bool(chosen[index] or found[index])
    return found
