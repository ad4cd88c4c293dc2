"""Which sentences only name or announce what others state."""

from collections.abc import Iterable

from .model import Article, Kind, Sentence, SentenceRef
from .text import words

_LEAST = 8
"""Words from which a sentence that ends with a colon states something itself, as in "The minister
gave two reasons why the bridge stays closed this week:"; our judgement."""

_COLONS = (":", "：")
_QUESTIONS = ("?", "？", "؟", "？”", "?”", '?"')


def announcements(article: Article, sentences: Iterable[Sentence]) -> frozenset[SentenceRef]:
    """Those of an article's sentences that state nothing by themselves.

    They are headlines and sub-headings ("Final thoughts"), lines that only introduce a list: they
    end with a colon and have fewer than eight words ("Key objectives include:"), and questions
    ("Did you know?"). They are compared like all others, but that no other outlet has them is no
    news: they are neither counted as unique nor in the shares of an article.
    """
    said = tuple(sentences)
    kinds = {block.index: block.kind for block in article.page.blocks}
    titles = {one.ref for one in said if kinds.get(one.ref.block, Kind.TITLE) is Kind.TITLE}
    questions = {one.ref for one in said if one.text.rstrip().endswith(_QUESTIONS)}
    return labels(article, said) | titles | questions


def labels(article: Article, sentences: Iterable[Sentence]) -> frozenset[SentenceRef]:
    """The announcements but for the headline, which tells the news: who has one tells nothing.

    "The significance of the visit" above a paragraph is no word on what the visit signifies.
    """
    kinds = {block.index: block.kind for block in article.page.blocks}
    return frozenset(
        one.ref
        for one in sentences
        if kinds.get(one.ref.block) is Kind.HEADING
        or (one.text.rstrip().endswith(_COLONS) and len(words(one.text)) < _LEAST)
    )
