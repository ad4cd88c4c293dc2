"""The articles of a story, each with its name, its place names and its sentences at hand."""

from collections.abc import Mapping
from dataclasses import dataclass

from sourcecompare.headings import announcements
from sourcecompare.model import (
    Article,
    Block,
    Kind,
    Page,
    PageSpan,
    Removal,
    Sentence,
    SentenceRef,
    Story,
    TextSpan,
)
from sourcecompare.page_names import page_names
from sourcecompare.sentences import sentences
from sourcecompare.text import short_hash, slug

from .links import direction, language_tag
from .view import Piece, Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One article of a story, prepared for looking things up."""

    article: Article
    name: str
    """the outlet; where the story has two pages of it, with what tells them apart"""
    slug: str
    """unique in the story"""
    lang: str
    dir: str
    blocks: Mapping[int, Block]
    """all blocks of the page, by index"""
    sentences: Mapping[SentenceRef, Sentence]
    """in page order, the headline first"""
    versions: tuple[str, ...]
    """names of the pages with a version of the article, the oldest first; its own if only one"""
    announcing: frozenset[SentenceRef]
    """those of them that are headings or only introduce a list"""
    cuts: Mapping[int, tuple[tuple[TextSpan, str], ...]]
    """for each block kept in part: what was cut out of it, and the removal's id"""

    def text(self, block: int) -> str:
        """The text that spans in this block count in; -1 is the title that stands on no block."""
        return self.blocks[block].text if block in self.blocks else self.article.title or ""

    def quote(self, block: int, runs: tuple[Piece, ...], href: str = "") -> Quote:
        """These runs of the block as the outlet's words."""
        return Quote(
            name=self.name,
            lang=self.lang,
            dir=self.dir,
            place=self.place(block),
            href=href,
            pieces=runs,
        )

    @property
    def is_newest(self) -> bool:
        """Whether no newer version of its article is in the story."""
        return self.name == self.versions[-1]

    def place(self, block: int) -> str:
        """Where on the page the block stands, in words."""
        found = self.blocks.get(block)
        return "headline" if found is None or found.kind is Kind.TITLE else f"block {block}"


def sources(story: Story) -> dict[str, Source]:
    """The story's articles by page id, in its order."""
    names = page_names(story.articles)
    slugs = unique_slugs([article.page.id for article in story.articles])
    versions = {page: some for some in story.versions for page in some}
    found: dict[str, Source] = {}
    for article in story.articles:
        page = article.page
        said = sentences(article)
        found[page.id] = Source(
            article=article,
            name=names[page.id],
            slug=slugs[page.id],
            lang=language_tag(article.language),
            dir=direction(article.language),
            blocks={block.index: block for block in page.blocks},
            sentences={sentence.ref: sentence for sentence in said},
            versions=tuple(names[one] for one in versions.get(page.id, (page.id,))),
            announcing=announcements(article, said),
            cuts=_cuts(article, slugs[page.id]),
        )
    return found


def unique_slugs(names: list[str]) -> dict[str, str]:
    """A file or element name for each name; those that would be equal get a hash of their own.

    >>> unique_slugs(["a/b", "c"]), unique_slugs(["a/b", "a-b"])
    ({'a/b': 'a-b', 'c': 'c'}, {'a/b': 'a-b-c14cddc0', 'a-b': 'a-b-d44362d6'})
    """
    slugs = [slug(name) for name in names]
    return {
        name: f"{made}-{short_hash(name)[:8]}" if slugs.count(made) > 1 else made
        for name, made in zip(names, slugs, strict=True)
    }


def removal_id(source_slug: str, number: int) -> str:
    """The id of a page's removal; they are numbered from 1 in page order."""
    return f"r-{source_slug}-{number}"


def block_at(page: Page, span: PageSpan) -> Block | None:
    """The block that the span begins in."""
    low, high = 0, len(page.blocks)
    while low < high:
        middle = (low + high) // 2
        if page.blocks[middle].span.end <= span.start:
            low = middle + 1
        else:
            high = middle
    return page.blocks[low] if low < len(page.blocks) else None


def _cuts(article: Article, source_slug: str) -> dict[int, tuple[tuple[TextSpan, str], ...]]:
    kept = {block.index for block in article.blocks}
    found: dict[int, list[tuple[TextSpan, str]]] = {}
    for number, removal in enumerate(article.removals, 1):
        block = block_at(article.page, removal.span)
        if block is not None and block.index in kept:
            inside = _inside(removal, block)
            found.setdefault(block.index, []).append((inside, removal_id(source_slug, number)))
    return {index: tuple(cuts) for index, cuts in found.items()}


def _inside(removal: Removal, block: Block) -> TextSpan:
    start = max(removal.span.start - block.span.start, 0)
    return TextSpan(start, min(removal.span.end, block.span.end) - block.span.start)
