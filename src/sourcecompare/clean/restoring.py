"""What an editor wants back of what was removed, put back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sourcecompare.decisions import Fate, place_restoration
from sourcecompare.model import Article, Block, Page, PageSpan, Rejected, Removal, Restoration

SHOWN = 80  # characters of restored words that a note repeats


def restore(result: Article | Rejected, restorations: Sequence[Restoration]) -> Article | Rejected:
    """The page's article with those removals taken back that editors took back; notes say which.

    Of `restorations`, those on other pages are passed over. Words come back where they stand, and
    become body whatever they were removed as. What does not stand on the page any more, or is kept
    anyway, is noted. A rejected page stays rejected; a note of the page says what was wanted.
    """
    page = result.page
    wishes = _wishes([one for one in restorations if one.page == page.id], result)
    if not wishes:
        return result
    if isinstance(result, Rejected):
        notes = tuple(_note(wish, ()) for wish in wishes)
        return replace(result, page=replace(page, notes=(*page.notes, *notes)))
    places = [wish.place for wish in wishes if wish.fate is Fate.PENDING and wish.place]
    notes = tuple(_note(wish, result.removals) for wish in wishes)
    return replace(_without(result, places), notes=(*result.notes, *notes))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """Words that one editor or several want back."""

    text: str
    fate: Fate
    place: PageSpan | None
    by: tuple[str, ...]


def _wishes(restorations: Sequence[Restoration], result: Article | Rejected) -> list[_Wish]:
    """One for all that want the same words at the same place, in page order."""
    found: dict[tuple[Fate, PageSpan, str], set[str]] = {}
    places: dict[tuple[Fate, PageSpan, str], PageSpan | None] = {}
    for one in restorations:
        placed = place_restoration(one, result)
        key = (placed.fate, placed.place or one.span, one.text)
        places[key] = placed.place
        found.setdefault(key, set()).add(one.by)
    return [
        _Wish(text=key[2], fate=key[0], place=places[key], by=tuple(sorted(found[key])))
        for key in sorted(found, key=lambda key: (key[1], key[2], key[0]))
    ]


def _without(article: Article, places: Sequence[PageSpan]) -> Article:
    """The article with what is removed at these places kept."""
    page = article.page
    taken = _united(places)
    removals = tuple(
        replace(removal, span=span)
        for removal in article.removals
        for span in _outside(page, removal.span, taken)
    )
    spans = [removal.span for removal in removals]
    runs = _kept_runs(page, spans)
    return replace(
        article,
        blocks=tuple(block for block, _ in runs),
        removals=removals,
        text="\n\n".join(
            " ".join(" ".join(page.visible[run.start : run.end].split()) for run in of_block)
            for _, of_block in runs
        ),
        kept=tuple(run for _, of_block in runs for run in of_block),
    )


def _united(places: Sequence[PageSpan]) -> list[PageSpan]:
    """The same characters, in order, by spans that neither touch nor overlap."""
    united: list[PageSpan] = []
    for place in sorted(places):
        if united and place.start <= united[-1].end:
            last = united.pop()
            place = PageSpan(last.start, max(last.end, place.end))
        united.append(place)
    return united


def _outside(page: Page, span: PageSpan, holes: Sequence[PageSpan]) -> Iterator[PageSpan]:
    """What is left of a removal outside the holes; the span itself where none touches it."""
    touching = [hole for hole in holes if hole.start < span.end and span.start < hole.end]
    if not touching:
        yield span
        return
    for piece in _gaps(span, touching):
        if (left := _trimmed(page, piece)) is not None:
            yield left


def _kept_runs(page: Page, removed: Sequence[PageSpan]) -> list[tuple[Block, list[PageSpan]]]:
    """Each block of which something is kept, with the runs of it that are."""
    runs: list[tuple[Block, list[PageSpan]]] = []
    first = 0
    for block in page.blocks:
        while first < len(removed) and removed[first].end <= block.span.start:
            first += 1
        last = first
        while last < len(removed) and removed[last].start < block.span.end:
            last += 1
        gaps = _gaps(block.span, removed[first:last])
        of_block = [run for gap in gaps if (run := _trimmed(page, gap)) is not None]
        if of_block:
            runs.append((block, of_block))
    return runs


def _gaps(span: PageSpan, holes: Sequence[PageSpan]) -> Iterator[PageSpan]:
    """What the holes, in order and apart, leave of the span."""
    start = span.start
    for hole in holes:
        if start < hole.start:
            yield PageSpan(start, hole.start)
        start = max(start, hole.end)
    if start < span.end:
        yield PageSpan(start, span.end)


def _trimmed(page: Page, span: PageSpan) -> PageSpan | None:
    """The span without white space at its ends; None if there is nothing else."""
    text = page.visible[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    end = span.start + len(text.rstrip())
    return PageSpan(start, end) if start < end else None


def _note(wish: _Wish, removals: Sequence[Removal]) -> str:
    """What became of it, for the editor who reads the article next."""
    who = " and ".join(wish.by)
    flat = " ".join(wish.text.split())
    words = f"“{flat if len(flat) <= SHOWN else flat[:SHOWN].rstrip() + '…'}”"
    place = wish.place
    if wish.fate is Fate.PENDING and place:
        rules = sorted(
            {
                removal.rule.value
                for removal in removals
                if removal.span.start < place.end and place.start < removal.span.end
            }
        )
        return f"Put back by {who}: {words}, removed as {' and '.join(rules)}."
    if wish.fate is Fate.APPLIED:
        return f"Wanted back by {who}: {words}, which is no longer removed."
    if wish.fate is Fate.REJECTED:
        return f"Wanted back by {who}: {words}; the page was rejected, so there is no article."
    return (
        f"Wanted back by {who}: {words}, which does not stand at one place of the page any more; "
        "nothing was put back."
    )
