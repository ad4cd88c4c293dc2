"""What trafilatura would keep of a page: one vote among several; the only door to it."""

import logging
import re
import warnings

MAX_MARKUP = 2_000_000  # characters; beyond, its tree takes more memory than all of ours
MANY_PARAGRAPHS = 4_000  # one of its fallbacks takes 3 seconds for these, 12 for twice as many
_PARAGRAPH = re.compile(r"<(?:p|div|br|li|tr|td|dd|h[1-6])\b", re.IGNORECASE)


def vote(markup: str) -> str | None:
    """The text that trafilatura takes for the main content, blocks on lines of their own.

    None where it could not vote: the page is too large, or it raised. "" says that it read the
    page and found no content. The same page always gives the same text: nothing is remembered
    between calls (``deduplicate`` would, so it stays off). Of a page with very many paragraphs its
    first opinion is taken, without the fallbacks that it compares it with.
    """
    if len(markup) > MAX_MARKUP:
        return None
    import trafilatura

    logger = logging.getLogger("trafilatura")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)  # it logs to standard error what we say in the ledger
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            text = trafilatura.extract(
                markup,
                fast=len(_PARAGRAPH.findall(markup)) > MANY_PARAGRAPHS,
                include_comments=False,
                deduplicate=False,
            )
    except MemoryError:
        raise  # the page is over the limit that the user set, and rejected for it
    except Exception:  # noqa: BLE001 - whatever it trips over, a missing vote must not cost the page
        return None
    finally:
        logger.setLevel(level)
    return text or ""
