"""All that a check may look at: what the pages of a story state, and which sentences are linked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sourcecompare.model import Alignment, Article, Sentence, SentenceRef, Story
from sourcecompare.values import Claim

from .statements import Figure, Statement, Weights, read_statements, telling_figure, weigh

Slot = tuple[str, str, str, str]
"""Kind, unit, head and normal form of a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What each page says anywhere."""

    values: Mapping[str, Mapping[Slot, tuple[Claim, ...]]]
    """by page: every value, by kind, unit, head and normal form"""
    keys: Mapping[str, frozenset[str]]
    """by page: every folded sentence"""
    figures: Mapping[str, frozenset[Figure]] = field(default_factory=dict)
    """by page: every figure that two pages hardly share by chance"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One story, read for comparing."""

    articles: Mapping[str, Article]
    """by page id; also those in languages that are not compared"""
    statements: Mapping[SentenceRef, Statement]
    """of all pages that are compared, by page and place"""
    pages: Mapping[str, tuple[Statement, ...]]
    """the same by page id, in order of place"""
    links: Mapping[tuple[SentenceRef, SentenceRef], bool]
    """linked sentences of two pages, left first, those of sure alignments before the others; and
    whether theirs is sure"""
    weights: Weights
    told: Said
    size: int = 0
    """sentences of the story, copies counted once"""


def read_story(
    story: Story, sentences: Mapping[str, tuple[Sentence, ...]], alignments: Sequence[Alignment]
) -> Compared:
    """A story with its sentences, by page id, and the alignments of its paragraphs."""
    statements = read_statements(story, sentences)
    pages: dict[str, list[Statement]] = {}
    for one in statements.values():
        pages.setdefault(one.page, []).append(one)
    return Compared(
        articles={article.page.id: article for article in story.articles},
        statements=statements,
        pages={page: tuple(own) for page, own in pages.items()},
        links=_links(statements, alignments),
        weights=weigh(statements.values()),
        told=said(statements.values()),
        size=len({one.key for one in statements.values()}),
    )


def _links(
    statements: Mapping[SentenceRef, Statement], alignments: Sequence[Alignment]
) -> dict[tuple[SentenceRef, SentenceRef], bool]:
    """Linked sentences, left first; those of sure alignments before the others."""
    found: dict[tuple[SentenceRef, SentenceRef], bool] = {}
    for alignment in sorted(alignments, key=_sure_first):
        for link in alignment.links:
            left, right = link.left, link.right
            if right < left:
                left, right = right, left
            if left in statements and right in statements:
                found.setdefault((left, right), alignment.sure)
    return found


def _sure_first(one: Alignment) -> tuple[bool, str, int, str, int]:
    """Then by place: a plain tuple, which sorts five times as fast."""
    return not one.sure, one.left.article, one.left.block, one.right.article, one.right.block


def said(statements: Iterable[Statement]) -> Said:
    """What the pages of these statements say."""
    values: dict[str, dict[Slot, list[Claim]]] = {}
    keys: dict[str, set[str]] = {}
    figures: dict[str, set[Figure]] = {}
    for one in statements:
        keys.setdefault(one.page, set()).add(one.key)
        own = values.setdefault(one.page, {})
        for claim in one.claims:
            own.setdefault(slot(claim), []).append(claim)
            if figure := telling_figure(claim):
                figures.setdefault(one.page, set()).add(figure)
    return Said(
        values={
            page: {slot: tuple(claims) for slot, claims in own.items()}
            for page, own in values.items()
        },
        keys={page: frozenset(found) for page, found in keys.items()},
        figures={page: frozenset(found) for page, found in figures.items()},
    )


def slot(claim: Claim) -> Slot:
    """What a page is looked up by, to see whether it says a value elsewhere."""
    value = claim.value
    return value.kind, value.unit, value.head, value.normal
