"""What was removed from each page, and which of it other outlets tell."""

from collections import Counter
from collections.abc import Mapping
from itertools import groupby

from sourcecompare.model import Overlooked, PageSpan, Quoting, Removal

from .excerpts import opening
from .rows import Homes
from .sources import Source, block_at
from .view import Cut, CutRun, Removed, Retold
from .wording import certainty

LONG = 220
"""Characters of a removed text that are shown at once: about three lines."""

OPENING = 90
"""Characters that tell an editor what a folded text is."""


def removed(source: Source) -> Removed:
    """All removals of the article's page, in page order, neighbours of one reason together."""
    article = source.article
    counts = Counter(removal.rule.value for removal in article.removals)
    numbered = list(zip(article.removals, source.removals, strict=True))
    runs: list[CutRun] = []
    first = 1
    for _, some in groupby(numbered, key=lambda one: _why(one[0])):
        members = list(some)
        runs.append(_run(members, first, source))
        first += len(members)
    return Removed(
        name=source.name,
        slug=source.slug,
        lang=source.lang,
        dir=source.dir,
        number=len(article.removals),
        rules=tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))),
        runs=tuple(runs),
    )


def retold(
    found: tuple[Overlooked, ...], desk: Mapping[str, Source], homes: Homes
) -> tuple[Retold, ...]:
    """The removed lines that other outlets tell, each beside the likest sentence."""
    return tuple(_retold(one, desk, homes) for one in found)


def _why(removal: Removal) -> tuple[str, str, str]:
    return removal.rule.value, removal.reason, certainty(removal.confidence)


def _run(members: list[tuple[Removal, str]], first: int, source: Source) -> CutRun:
    rule, reason, sureness = _why(members[0][0])
    return CutRun(
        rule=rule,
        reason=reason,
        sureness=sureness,
        place=_places(members[0][0].span, members[-1][0].span, source),
        first=first,
        cuts=tuple(_cut(removal, name, source) for removal, name in members),
    )


def _places(first: PageSpan, last: PageSpan, source: Source) -> str:
    """The blocks that removals stand in, in words."""
    found = [block_at(source.article.page, span) for span in (first, last)]
    begin, end = (block.index if block else -1 for block in found)
    if begin < 0 or end < 0:
        return ""
    return f"block {begin}" if begin == end else f"blocks {begin} to {end}"


def _cut(removal: Removal, name: str, source: Source) -> Cut:
    span = removal.span
    text = _shown(source.article.page.visible[span.start : span.end], source)
    return Cut(
        id=name,
        at=f"{source.slug}/{span.start}/{span.end}",
        text=text,
        opening=" ".join(text[:OPENING].split()) if len(text) > LONG else "",
    )


def _shown(text: str, source: Source) -> str:
    """The text, or its beginning where the report gives excerpts only."""
    return opening(text) if source.quoting is Quoting.EXCERPTS else text


def _retold(one: Overlooked, desk: Mapping[str, Source], homes: Homes) -> Retold:
    source = desk[one.page]
    removal = source.article.removals[one.removal]
    best, *others = one.told
    teller = desk[best.article]
    said = teller.sentences[best]
    return Retold(
        cut=source.removals[one.removal],
        name=source.name,
        lang=source.lang,
        dir=source.dir,
        rule=removal.rule.value,
        text=_shown(source.article.page.visible[one.span.start : one.span.end], source),
        common=one.common,
        quote=teller.quote_words(
            best.block,
            said.span,
            # What stands in no passage is told there alone.
            homes.get((best.article, best.block), f"o-{teller.slug}"),
            said=said.text,
        ),
        others=tuple(desk[ref.article].name for ref in others),
    )
