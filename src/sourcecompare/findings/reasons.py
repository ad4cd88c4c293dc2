"""The sentence that says why something is shared or unique."""

from collections.abc import Sequence

from sourcecompare.quotations import quoted_words
from sourcecompare.text import fold, words
from sourcecompare.wording import kept_in_order

_QUOTED = 0.5
"""Share of a sentence's words from which a quotation is what it tells."""


def shared_reason(
    outlets: Sequence[str], voices: int, texts: Sequence[str], *, missing: Sequence[str] = ()
) -> str:
    """Who tells something; `missing` is the one outlet of the story that has nothing like it.

    >>> shared_reason(["Alpha", "Beta"], 2, ["It rains."] * 2, missing=["Gamma"])
    'Alpha and Beta tell this; no sentence of Gamma is like it.'
    """
    act = "quote the same words" if _quote_alike(texts) else "tell this"
    if len(outlets) == 1:
        return f"Several articles of {outlets[0]} {act}."
    said = f"{', '.join(outlets[:-1])} and {outlets[-1]} {act}"
    if voices == 1:
        said += "; they print one text: one voice"
    elif voices < len(outlets):
        said += f": {voices} voices, for some of them print one text"
    if missing:
        said += f"; no sentence of {missing[0]} is like it"
    return f"{said}."


def unique_reason(outlet: str, change: str, *, caption: bool = False) -> str:
    """Who alone tells something, where, and what became of it in the newest version.

    >>> unique_reason("Alpha", ""), unique_reason("Alpha", "", caption=True)
    ('Only Alpha tells this.', 'Only Alpha tells this, in a caption.')
    """
    where = ", in a caption" if caption else ""
    return f"Only {outlet} tells this{where}{f'; {change}' if change else ''}."


def _quote_alike(texts: Sequence[str]) -> bool:
    """Whether what the texts have in common is a quotation, which is most of each of them."""
    folded = {fold(text) for text in texts}
    quoted = {text: words(quoted_words(text)) for text in folded}
    # What all have, the shortest has; the first would be the first by name.
    common = min(quoted.values(), key=lambda some: (len(some), some))
    return all(
        kept_in_order(common, some) >= _QUOTED * max(len(words(text)), 1)
        for text, some in quoted.items()
    )
