"""The articles of a story, each with its name, its place names and its sentences at hand."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from sourcecompare.headings import announcements
from sourcecompare.model import (
    Article,
    Block,
    Kind,
    Page,
    PageSpan,
    Quoting,
    Removal,
    Sentence,
    SentenceRef,
    Story,
    TextSpan,
)
from sourcecompare.page_names import page_names
from sourcecompare.sentences import sentences
from sourcecompare.text import short_hash, slug

from .excerpts import excerpt
from .links import direction, language_tag, link_to_words, needed_direction, safe_link
from .pieces import pieces
from .view import Piece, Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One article of a story, prepared for looking things up."""

    article: Article
    name: str
    """the outlet; where the story has two pages of it, with what tells them apart"""
    slug: str
    """names it in addresses: short, unique in the story, the same in every run"""
    link: str
    """the page's address if it may be followed, or empty"""
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
    removals: tuple[str, ...]
    """ids of the removals, in page order"""
    quoting: Quoting
    """how much of a passage `quote` gives"""
    numbers: Mapping[int, int]
    """for each block of the body: the how-manyth it is, from 1"""

    def text(self, block: int) -> str:
        """The text that spans in this block count in; -1 is the title that stands on no block."""
        return self.blocks[block].text if block in self.blocks else self.article.title or ""

    def quote(
        self,
        block: int,
        runs: tuple[Piece, ...],
        href: str = "",
        *,
        original: str = "",
        disputed: bool = False,
    ) -> Quote:
        """These runs of the block as the outlet's words; `disputed` as for `excerpt`."""
        return Quote(
            name=self.name,
            lang=self.lang,
            dir=needed_direction(self.dir, "".join(run.text for run in runs)),
            place=self.place(block),
            at=self.at(block),
            href=href,
            original=original,
            pieces=excerpt(runs, disputed=disputed) if self.quoting is Quoting.EXCERPTS else runs,
        )

    def quote_words(self, block: int, span: TextSpan, href: str, *, said: str) -> Quote:
        """The words there without what was removed, and a link to `said` on the original page."""
        runs = pieces(self.text(block), span, cuts=self.cuts.get(block, ()))
        return self.quote(block, runs, href, original=link_to_words(self.link, said))

    def at(self, block: int) -> str:
        """The block's name for the script."""
        return f"{self.slug}/{block}"

    @property
    def is_newest(self) -> bool:
        """Whether no newer version of its article is in the story."""
        return self.name == self.versions[-1]

    def place(self, block: int) -> str:
        """Where on the page the block stands, in words."""
        found = self.blocks.get(block)
        if found is None or found.kind is Kind.TITLE:
            return "headline"
        return f"paragraph {self.numbers[block]}" if block in self.numbers else f"block {block}"


def sources(story: Story, quoting: Quoting = Quoting.WHOLE) -> dict[str, Source]:
    """The story's articles by page id, in its order."""
    names = page_names(story.articles)
    slugs = page_slugs([article.page.id for article in story.articles])
    versions = {page: some for some in story.versions for page in some}
    found: dict[str, Source] = {}
    for article in story.articles:
        page = article.page
        said = sentences(article)
        removals = removal_ids(article, slugs[page.id])
        found[page.id] = Source(
            article=article,
            name=names[page.id],
            slug=slugs[page.id],
            link=safe_link(page.url),
            lang=language_tag(article.language),
            dir=direction(article.language),
            blocks={block.index: block for block in page.blocks},
            sentences={sentence.ref: sentence for sentence in said},
            versions=tuple(names[one] for one in versions.get(page.id, (page.id,))),
            announcing=announcements(article, said),
            cuts=_cuts(article, removals),
            removals=removals,
            quoting=quoting,
            numbers={block.index: n for n, block in enumerate(_body(article), 1)},
        )
    return found


def page_slugs(pages: Sequence[str]) -> dict[str, str]:
    """A short name for each page id, its file's; those that would be equal get a hash of their own.

    >>> page_slugs(["flood/Alpha.html", "flood/beta.txt"])
    {'flood/Alpha.html': 'alpha', 'flood/beta.txt': 'beta'}
    """
    return _apart({page: slug(PurePosixPath(page).stem) for page in pages})


def unique_slugs(names: Sequence[str]) -> dict[str, str]:
    """A file or element name for each name; those that would be equal get a hash of their own.

    >>> unique_slugs(["a/b", "c"]), unique_slugs(["a/b", "a-b"])
    ({'a/b': 'a-b', 'c': 'c'}, {'a/b': 'a-b-c14cddc0', 'a-b': 'a-b-d44362d6'})
    """
    return _apart({name: slug(name) for name in names})


def _apart(slugs: Mapping[str, str]) -> dict[str, str]:
    """The same, each its own: one may be called what another one becomes by its hash."""
    made, length = dict(slugs), 8
    for _ in slugs:
        often = Counter(made.values())
        if len(often) == len(made):
            break
        made = {
            name: f"{one}-{short_hash(name)[:length]}" if often[one] > 1 else one
            for name, one in made.items()
        }
        length = 64
    return made


def removal_ids(article: Article, page_slug: str) -> tuple[str, ...]:
    """An id for each removal that stays while its words do; repeated ones are numbered."""
    met = Counter[str]()
    found: list[str] = []
    for removal in article.removals:
        words = article.page.visible[removal.span.start : removal.span.end]
        name = f"r-{page_slug}-{short_hash(words)[:8]}"
        met[name] += 1
        found.append(name if met[name] == 1 else f"{name}-{met[name]}")
    return tuple(found)


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


def _body(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.kind is not Kind.TITLE]


def _cuts(article: Article, ids: Sequence[str]) -> dict[int, tuple[tuple[TextSpan, str], ...]]:
    kept = {block.index for block in article.blocks}
    found: dict[int, list[tuple[TextSpan, str]]] = {}
    for removal, name in zip(article.removals, ids, strict=True):
        block = block_at(article.page, removal.span)
        if block is not None and block.index in kept:
            inside = _inside(removal, block)
            found.setdefault(block.index, []).append((inside, name))
    return {index: tuple(cuts) for index, cuts in found.items()}


def _inside(removal: Removal, block: Block) -> TextSpan:
    start = max(removal.span.start - block.span.start, 0)
    return TextSpan(start, min(removal.span.end, block.span.end) - block.span.start)
