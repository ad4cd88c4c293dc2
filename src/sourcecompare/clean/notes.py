"""What an editor should know of the cleaning of a page, a sentence each."""

from collections.abc import Sequence

from sourcecompare.model import Page, PageSpan, Removal, Rule
from sourcecompare.rules import Context

from .others import Story

SHORT = 100  # words; of 471 development pages 10 have less, 9 of them under 40
CUT_OFF = 250  # words; an outlet shows less above its request to pay
WALL_WORDS = 4  # fewer are a button, which every page of such an outlet has
NEAR = 3  # blocks below the text among which the request to pay stands

UNVEILED = "The page hides its article until a script shows it; it was read."
ASKED = (
    "The page is hard to read: another extractor was asked too; "
    "look at what was removed before you rely on the text."
)
TWO_PIECES = "The page holds two pieces one after the other; both were kept."


def wall_below(page: Page, context: Context, gone: Sequence[Rule | None], last: int) -> str:
    """The request to pay right below the block `last`, "" for none; below -1 it may be anywhere."""
    seen = 0
    for block in page.blocks[last + 1 :]:
        count = context.counts[block.index]
        if gone[block.index] is Rule.PAYWALL and count >= WALL_WORDS:
            return " ".join(block.text.split())[:80]
        seen += bool(count) and last >= 0
        if seen == NEAR:
            break
    return ""


def length_notes(count: int, wall: str) -> tuple[str, ...]:
    """What is to be said of the number of kept words."""
    if wall and count < CUT_OFF:
        return (
            f"The text may be cut off after {count} words: the page says that the rest is for "
            f"subscribers (“{wall}”).",
        )
    if count < SHORT:
        return (f"The article is short: {count} words; compare it with the page.",)
    return ()


def story_note(story: Story) -> str:
    """That another story was cut off."""
    return f"A second story, “{story.shown()}”, follows on the page and was cut off."


def two_pieces(removals: Sequence[Removal], kept: Sequence[PageSpan]) -> tuple[str, ...]:
    """That two pieces on one event were kept: the title stands again between them."""
    whole = sum(span.end - span.start for span in kept)
    for removal in removals:
        if removal.rule is Rule.REPEATED_TITLE:
            above = sum(span.end - span.start for span in kept if span < removal.span)
            if 0.15 < above / max(1, whole) < 0.85:
                return (TWO_PIECES,)
    return ()
