"""Pages that hold no article: walls, error pages, menus and nothing else."""

from sourcecompare.model import Fault, Page, Reason, Rejected, Removal, Rule
from sourcecompare.rules import Context

TOO_SHORT = 12  # words; a news item in brief has more
TEASER = 40  # words; an outlet shows about so many above its request to pay
WALL = 150  # words; bot walls, consent walls and error pages keep less

_WALLS = {
    Reason.CAPTCHA: "a bot wall was saved instead of the article; open the page in a browser and "
    "save it again",
    Reason.CONSENT_WALL: "a consent wall was saved instead of the article; answer it in a browser "
    "and save the page again",
    Reason.SOFT_404: "the outlet says that the page does not exist; look for its new address",
}


def find_fault(page: Page, count: int, context: Context, wall: str) -> Fault | None:
    """Why the `count` words that were kept are no article; None where they are one.

    `wall` is the request to pay right below them.
    """
    if count < WALL:
        for reason, advice in _WALLS.items():
            for phrases in context.phrases:
                phrase = phrases.get(reason.value)
                if phrase and sum(context.counts) < 4 * WALL:
                    return Fault(reason=reason, detail=f"The page says “{phrase}”: {advice}.")
    if wall and count < TEASER:
        detail = (
            f"The page says “{wall}” and shows {count} words of an article at most; "
            "log in to the outlet in a browser and save the page again."
        )
        return Fault(reason=Reason.PAYWALL, detail=detail)
    if not any(context.counts):
        detail = "It shows no word at all; save the page again as a browser shows it."
        return Fault(reason=Reason.EMPTY, detail=detail)
    if not count:
        detail = (
            f"None of the page's {len(page.blocks)} blocks reads like an article; if it holds one, "
            "save the page again as a browser shows it, or paste its text into a .txt file."
        )
        return Fault(reason=Reason.NO_ARTICLE, detail=detail)
    if count < TOO_SHORT:
        some = "1 word of it reads" if count == 1 else f"{count} words of it read"
        detail = f"Only {some} like an article; {TOO_SHORT} are the least."
        return Fault(reason=Reason.TOO_SHORT, detail=detail)
    return None


def rejected(page: Page, fault: Fault) -> Rejected:
    """The whole page as removed."""
    reason = f"The page was rejected ({fault.reason.value}): {fault.detail}"
    removals = tuple(
        Removal(span=block.span, rule=Rule.REJECTED_PAGE, reason=reason, confidence=1.0)
        for block in page.blocks
        if block.text.strip()
    )
    return Rejected(page=page, reason=fault.reason, detail=fault.detail, removals=removals)
