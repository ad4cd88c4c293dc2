"""What rules may look at beside the block itself, counted once for each page."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sourcecompare.model import Block, Hint, Kind, Page
from sourcecompare.text import fold, folded_words, words

from .finder import bare
from .lexicon import finder
from .names import NAMES

_BRACKETED_END = re.compile(r"[(\[]([^()\[\]]{4,120})[)\]]\W*$")
_SEPARATORS = re.compile(r"\s*[|»›>•·–—:-]\s+")
_SENTENCE_END = re.compile(r"[.!?:;,][\"'”’)]*$")
_ABBREVIATION = re.compile(r"(?:\b[^\W\d_]\.){2,}[\"'”’)]*$")  # "I.R.S.", not "the end."
_CRUMB_MARK = re.compile(r"\s(?:»|›|>|→|/|::)\s")
MAX_FOLDED = 20_000  # characters of a block that rules read; longer ones are no furniture


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One page, as the rules see it."""

    page: Page
    title: str
    """folded; empty where the page has none"""
    title_block: int
    """index of the block that is the page's title; -1 where none is"""
    folded: tuple[str, ...]
    """of each block"""
    bare: tuple[str, ...]
    """of each block: folded, without punctuation and numbers at the ends"""
    tokens: tuple[tuple[str, ...], ...]
    """folded words of each block"""
    counts: tuple[int, ...]
    """words of each block"""
    phrases: tuple[Mapping[str, str], ...]
    """of each block: the phrases of the lexicon that give it away, by rule or rejection reason"""
    first: dict[str, int]
    """folded text -> index of the first block that has it"""
    repeats: Counter[str]
    """how many blocks have this folded text"""
    bracketed: Counter[str]
    """folded phrases in brackets at the end of blocks, and how often"""
    repeated: frozenset[str]
    """folded texts of blocks that recur over the outlet's pages"""

    named: tuple[str, ...]
    """of each block: the nearest word of class or id that names furniture; "" without one"""

    def hint(self, block: Block) -> Hint | None:
        """What the markup says of the block; None on a text page."""
        hints = self.page.markup.hints
        return hints[block.index] if hints else None


def read_context(page: Page, title: str, title_block: int, repeated: Sequence[str]) -> Context:
    """The context of all blocks of a page."""
    folded = tuple(fold(block.text[:MAX_FOLDED]) for block in page.blocks)
    tokens = _tokens(folded)
    stripped = tuple(map(bare, folded))
    counts = tuple(map(len, tokens))
    first: dict[str, int] = {}
    bracketed: Counter[str] = Counter()
    for index, text in enumerate(folded):
        first.setdefault(text, index)
        if match := _BRACKETED_END.search(text[-200:]):
            bracketed[match.group(1)] += 1
    return Context(
        page=page,
        title=fold(title),
        title_block=title_block,
        folded=folded,
        bare=stripped,
        tokens=tokens,
        counts=counts,
        phrases=tuple(map(finder().find, folded, stripped, counts)),
        named=_named(page),
        first=first,
        repeats=Counter(folded),
        bracketed=bracketed,
        repeated=frozenset(repeated),
    )


def _tokens(folded: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The words of each block; equal words are one string, for a large page has few different."""
    known: dict[str, str] = {}
    share = known.setdefault
    return tuple([tuple([share(word, word) for word in words(text)]) for text in folded])


def _named(page: Page) -> tuple[str, ...]:
    """For each block the nearest word of class or id that names furniture; "" without one."""
    hints = page.markup.hints
    if not hints:
        return ("",) * len(page.blocks)
    found: dict[tuple[str, ...], str] = {}
    for hint in hints:
        if hint.words not in found:
            found[hint.words] = next((word for word in hint.words if word in NAMES), "")
    return tuple(found[hint.words] for hint in hints)


def find_title(page: Page) -> tuple[str, int]:
    """The page's title as it stands there, and the index of the block that shows it.

    What the page's markup says is its title, without the outlet's name; on a text page the line
    that stands again as the end of a breadcrumb or elsewhere, or else the first heading that a
    longer text follows. ("", -1) where there is none.
    """
    for block in page.blocks:
        if block.kind is Kind.TITLE:
            return block.text, block.index
    stated = fold(page.markup.head.title)
    headings = [block for block in page.blocks if block.kind is Kind.HEADING and block.text]
    if stated:
        for block in headings:
            text = fold(block.text)
            if text == stated or (len(text) > 20 and _is_part(text, stated)):
                return block.text, block.index
        for block in page.blocks:
            text = fold(block.text[:400])
            if text == stated or (len(words(text)) > 3 and _is_part(text, stated)):
                return block.text, block.index
        heads = [b for b in headings if "h1" in _tags(page, b) and len(words(b.text)) > 3]
        if len(heads) == 1:
            return heads[0].text, heads[0].index
        if len(words(stated)) < 3:  # only the outlet's name, or less
            found = _title_of_text(page)
            if found[1] >= 0:
                return found
        return _without_site_name(page.markup.head.title, page.markup.head.site_name), -1
    if page.markup.hints:
        heads = [block for block in headings if "h1" in _tags(page, block)]
        return (heads[0].text, heads[0].index) if heads else ("", -1)
    return _title_of_text(page)


def _is_part(text: str, stated: str) -> bool:
    """Whether a heading is the stated title less the outlet's name, or the reverse."""
    pieces = [piece.strip() for piece in _SEPARATORS.split(stated)]
    longer = len(words(stated)) > 2 and text.startswith(stated + " ")
    return text in pieces or stated.startswith(text + " ") or longer


def _without_site_name(title: str, site_name: str) -> str:
    for separator in (" | ", " - ", " – ", " — ", " » ", " :: "):
        head, found, tail = title.rpartition(separator)
        if found and len(head) > 15 and (tail == site_name or len(tail) < len(head) / 2):
            return head
    return title


def _tags(page: Page, block: Block) -> tuple[str, ...]:
    return page.markup.hints[block.index].tags[:2]


def _title_of_text(page: Page) -> tuple[str, int]:
    """The title among the first lines of a text page."""
    first = page.blocks[:25]
    folded = [fold(block.text[:400]) for block in first]
    likely = [
        block
        for block in first
        if block.kind in {Kind.HEADING, Kind.PARAGRAPH}
        and 4 <= sum(word[0].isalpha() for word in words(block.text)) <= 18
        and (not _SENTENCE_END.search(block.text) or _ABBREVIATION.search(block.text))
        and not _CRUMB_MARK.search(block.text)
        and block.text.count(" | ") < 2
    ]
    for block in likely:
        mine = folded[block.index]
        if any(text != mine and text.endswith(mine) for text in folded[: block.index]):
            return block.text, block.index  # the last crumb of a breadcrumb
    near = [
        block
        for block in likely
        if any(
            len(words(other.text)) >= 15 for other in page.blocks[block.index + 1 : block.index + 7]
        )
    ]
    if not near:
        return "", -1
    # A headline's words come again in the text below it; a byline's or a slogan's do not.
    body = set(
        folded_words(" ".join(other.text for other in page.blocks[near[0].index + 1 :][:60]))
    )
    body -= {word for block in near for word in folded_words(block.text) if len(word) < 4}
    told = {b.index: sum(word in body for word in set(folded_words(b.text))) for b in near}
    best = max(near, key=lambda block: (told[block.index], -block.index))
    # The first line is the headline unless another one is clearly nearer to the text.
    chosen = near[0] if told[near[0].index] + 2 >= told[best.index] > 0 else best
    return chosen.text, chosen.index
