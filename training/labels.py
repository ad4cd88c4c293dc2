"""Which blocks of a page are main content, read off the text that people marked on it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from extraction import scores

RUN = scores.RUN
AROUND = 6  # blocks on either side that tell which of several copies belongs to the article


def content_blocks(texts: Sequence[str], marked: str) -> list[bool]:
    """A label for each block: most of its word runs stand in the marked text.

    A block too short for a run has to be a line of the marked text, or to stand there between the
    ends of its neighbours. Of blocks with equal words no more are content than the marked text has,
    and those are taken that have most content round them.
    """
    tokens = [tuple(scores.words(text.lower())) for text in texts]
    labels = [bool(label) for label in scores.content_lines(texts, marked)]
    flat = scores.words(marked.lower())
    runs = set(scores.shingles(flat))
    for place, own in enumerate(tokens):
        if own and len(own) < RUN and not labels[place]:
            missing = RUN - len(own)
            left = _words_near(reversed(tokens[max(0, place - 3) : place]), missing, last=True)
            right = _words_near(tokens[place + 1 : place + 4], missing, last=False)
            labels[place] = {(*left, *own), (*own, *right)} <= runs
    _keep_as_many_as_marked(labels, tokens, flat)
    return labels


def _words_near(blocks: Iterable[tuple[str, ...]], count: int, *, last: bool) -> tuple[str, ...]:
    """The words of the blocks next to one, so many as are needed, in the order of the page."""
    found: tuple[str, ...] = ()
    for own in blocks:
        found = own + found if last else found + own
        if len(found) >= count:
            break
    return found[-count:] if last else found[:count]


def _keep_as_many_as_marked(
    labels: list[bool], tokens: Sequence[tuple[str, ...]], flat: Sequence[str]
) -> None:
    copies: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, own in enumerate(tokens):
        if labels[place]:
            copies[own].append(place)
    text = f" {' '.join(flat)} "

    def content_near(place: int) -> int:
        near = range(max(0, place - AROUND), min(len(tokens), place + AROUND + 1))
        return sum(len(tokens[other]) for other in near if other != place and labels[other])

    ranked = {
        own: sorted(places, key=content_near, reverse=True)
        for own, places in copies.items()
        if len(places) > 1
    }
    surplus = (places[max(1, text.count(f" {' '.join(own)} ")) :] for own, places in ranked.items())
    for place in chain.from_iterable(surplus):
        labels[place] = False
