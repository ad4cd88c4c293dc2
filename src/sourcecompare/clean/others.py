"""Other articles on the same page: below this one, or run on after it without end."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from sourcecompare.model import Block, Kind, Page, Rule
from sourcecompare.rules import BlockRule, Context, function_words
from sourcecompare.text import folded_words, words

RARE_LENGTH = 5  # letters; shorter words say little about what a text is on
RARE_WORDS = 8  # of these, for a block that can be called another article's
OTHER_SHARE = 0.35  # of these may stand in the article; paragraphs of one article share more

# Of 156 development articles with another one pasted below, headline and byline between, these
# limits cut 91; of 163 with a headline and a byline put in their middle, 2. Of 471 pages as they
# are, HTML and text, they cut none; they were chosen on these pages.
STORY_SHARE = 0.2  # of a second story's rare words may stand in the first
STORY_REPEATED = 0.3  # of the rare words that it uses twice
STORY_WORDS = 20  # rare words; of fewer, a share says little (and Chinese has none)
STORY_PARAGRAPHS = 3  # of each of the two stories; less may be a box or a footnote
TITLE_SHARE = 1 / 3  # of the title's rare words may stand in the second story
PARAGRAPH = 12  # words; shorter blocks are headlines, dates, captions
HEADLINE = range(4, 21)  # words
GAP = 12  # blocks between two stories; more is a page's foot
CONFIDENCE = 0.8  # an estimate: no set of pages marks where a second story begins

_PROSE = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE})
_TITLES = frozenset({Kind.TITLE, Kind.HEADING, Kind.PARAGRAPH})
_SIGNED = frozenset({Rule.BYLINE, Rule.DATE, Rule.POST_META})
_ENDED = _SIGNED | {Rule.SHARE, Rule.RELATED}
_ENDS = ".…。।:;,"  # of a sentence, but a headline may ask or call out

Gone = Sequence[Rule | None]
"""the rule that removes each block"""


def tells_other(text: str, article: Set[str]) -> bool:
    """Whether a text is prose that shares hardly any rare word with an article's folded words."""
    rare = [word for word in folded_words(text) if len(word) >= RARE_LENGTH]
    if len(rare) < RARE_WORDS or text.rstrip("\"'”’»)")[-1:] not in ".!?…。":
        return False
    return sum(word in article for word in rare) < OTHER_SHARE * len(rare)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Another story that was run on after the page's own."""

    start: int
    """index of its first block; it goes on to the page's end"""
    headline: str

    def shown(self) -> str:
        """The headline as it stands in a sentence."""
        return " ".join(self.headline.split())[:80]

    def verdict(self) -> tuple[BlockRule, str]:
        """What speaks against each of its blocks."""
        reason = (
            f"Another story, “{self.shown()}”, begins below this one "
            "and shares hardly any name or rare word with it."
        )
        return _CUT, reason


_CUT = BlockRule(rule=Rule.OTHER_ARTICLE, confidence=CONFIDENCE, find=lambda _block, _context: None)


def second_story(context: Context, gone: Gone, chosen: Sequence[bool]) -> Story | None:
    """The first place from which all that was chosen tells another story; None where it is one.

    A new beginning has to be marked by the page's markup or its furniture, and what follows may
    hardly share a rare word with what stands above it, nor with the title.
    """
    prose = _prose(context, chosen)
    for limit, story in _beginnings(prose, context, gone):
        if _tells_other(prose[:limit], prose[limit:], context):
            return story
    return None


def has_second_piece(context: Context, gone: Gone, chosen: Sequence[bool]) -> bool:
    """Whether the page's markup says that a second piece begins, once, in what was chosen.

    A live blog and a list of places to eat begin anew many times.
    """
    if not context.page.markup.hints:
        return False
    return len(list(_beginnings(_prose(context, chosen), context, gone))) == 1


def _prose(context: Context, chosen: Sequence[bool]) -> list[Block]:
    return [
        block
        for block in context.page.blocks
        if chosen[block.index] and block.kind in _PROSE and context.counts[block.index] >= PARAGRAPH
    ]


def _beginnings(
    prose: Sequence[Block], context: Context, gone: Gone
) -> Iterator[tuple[int, Story]]:
    """Where the page marks that another piece begins, and how many paragraphs stand above it."""
    for limit in range(STORY_PARAGRAPHS, len(prose) - STORY_PARAGRAPHS + 1):
        story = _begins(prose[limit - 1], prose[limit], context, gone)
        if story:
            yield limit, story


def _begins(last: Block, first: Block, context: Context, gone: Gone) -> Story | None:
    """The story that begins between two paragraphs, if their page marks one."""
    page = context.page
    gap = page.blocks[last.index + 1 : first.index]
    headline = next((block for block in gap if _is_headline(block, context, gone)), None)
    if headline is None:
        return None
    story = Story(start=headline.index, headline=headline.text)
    own = _article_of(page, last), _article_of(page, first)
    if all(own) and own[0] != own[1]:
        return story
    if len(gap) > GAP:
        return None
    if page.markup.hints:
        below = gap[headline.index - last.index :]
        signed = any(gone[block.index] in _SIGNED for block in below)
        headed = not {"h1", "h2"}.isdisjoint(page.markup.hints[headline.index].tags[:2])
        marked = signed and headed
    else:
        marked = any(gone[block.index] in _ENDED for block in gap)
    return story if marked else None


def _is_headline(block: Block, context: Context, gone: Gone) -> bool:
    return (
        block.kind in _TITLES
        and gone[block.index] in {None, Rule.TITLE, Rule.REPEATED_TITLE}
        and context.counts[block.index] in HEADLINE
        and block.text.rstrip()[-1:] not in _ENDS
    )


def _article_of(page: Page, block: Block) -> int | None:
    """The number of the outermost <article> round a block."""
    if not page.markup.hints:
        return None
    hint = page.markup.hints[block.index]
    pairs = zip(hint.tags, hint.ancestors, strict=False)
    return next((number for tag, number in reversed(list(pairs)) if tag == "article"), None)


def _tells_other(first: Sequence[Block], second: Sequence[Block], context: Context) -> bool:
    title, mine = _of_title(context), set(_rare(first, context))
    if title.isdisjoint(mine):  # what stands above may be the page's furniture
        return False
    told = mine | title
    rare = list(_rare(second, context))
    if len(rare) < STORY_WORDS:
        return False
    if sum(word in told for word in rare) >= STORY_SHARE * len(rare):
        return False
    counts = Counter(rare)
    repeated = [word for word, count in counts.items() if count > 1]
    if sum(word in told for word in repeated) > STORY_REPEATED * len(repeated):
        return False
    return sum(word in counts for word in title) <= TITLE_SHARE * len(title)


def _rare(blocks: Sequence[Block], context: Context) -> Iterator[str]:
    for block in blocks:
        yield from _only_rare(context.tokens[block.index])


def _of_title(context: Context) -> set[str]:
    return set(_only_rare(words(context.title)))


def _only_rare(tokens: Sequence[str]) -> Iterator[str]:
    small = function_words()
    return (word for word in tokens if len(word) >= RARE_LENGTH and word not in small)
