"""Whether and where a text was wrapped, and its lines joined again.

Who wraps a text breaks a line where the next word does not fit: all lines that go on have their
right edge at one width, less than a word short of it. So a width is looked for that explains most
breaks, first for the whole text, then for each paragraph between blank lines; the breaks then
speak for or against it, as log-odds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from math import log

from .lines import Line, first_word, has_words
from .shapes import Shape, ends_finally, is_menu

WIDEST_ALONE = 100  # columns; wider paragraphs are believed only in company
LABEL_WORDS = 3
INDENT = 2  # columns; one less may be a slip
SLACKS = (0, 6)  # columns; printed lines of one width differ by a tenth in their letters
NARROWEST, WIDEST = 30, 130  # columns; phones and newspapers' columns, to wide terminals

# Log-odds for wrapping against one block a line, from counts on pages laid out both ways. That a
# line is full says the more, the shorter the next word is: see `_Break.weight`.
UNWRAPPED = -3.0  # most texts are not
GOES_ON = 2.5  # the line ends no sentence, and the next begins with a small letter
NEW_START = -1.0  # the next line begins with a capital or a figure
EITHER = 0.0  # the script has no capitals; or a small letter follows a full stop
ROOM = -0.4  # a line, by half the width or more, after which the next word would have fitted
ROOM_GOES_ON = -1.5  # the same, though the next line begins with a small letter
TOO_LONG = -3.0  # a line of several words that is longer than the width
CLOSED = 1.2  # a paragraph whose last line ends a sentence, and no other line does
LOOSE_END = -1.5  # a paragraph that ends in no full stop
LABEL = -4.0  # the same, and its last line has three words or fewer: a byline, a time, a button
ENDINGS = -10.0  # all that the ends of paragraphs may say against one width for the whole text
COMPANY = 2.0  # at least half of the text's paragraphs of several lines are wrapped for sure


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measure:
    """Where a text was wrapped."""

    width: int
    """columns; 0 where it was not"""
    slack: int = 0
    """columns by which lines are longer or shorter: letters of a printed face differ in width"""


UNBROKEN = _Measure(width=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Break:
    """A line end inside a paragraph after which a text may go on."""

    edge: int
    """columns"""
    need: int
    """columns of the next line's first word"""
    tone: float
    """log-odds from the words on either side"""
    room: float
    """log-odds if the next word would have fitted"""

    def full(self, at: _Measure) -> bool:
        """Whether the line has no room for the next word."""
        return self.edge - at.slack <= at.width < self.edge + 1 + self.need + at.slack

    def weight(self, at: _Measure) -> float:
        """Log-odds if the width explains this break; by chance a line is of any length."""
        return self.tone - log(min(1.0, 2 * (self.need + 1 + 2 * at.slack) / at.width))


Shaped = tuple[Line, Shape]

_ITEMS = frozenset({Shape.ITEM, Shape.MAYBE_ITEM})
_DOUBTFUL = frozenset({Shape.MAYBE_ITEM, Shape.ENTRY})
_GOES_ON = frozenset({Shape.PROSE, Shape.ITEM, Shape.MAYBE_ITEM, Shape.ENTRY})


def join(lines: Sequence[Line], shapes: Sequence[Shape]) -> list[list[Shaped]]:
    """The lines of each block; those that were wrapped stand together."""
    shaped = list(zip(lines, shapes, strict=True))
    measures = _measures(shaped)
    full = [
        measures[one[0].paragraph].width > 0
        and _may_go_on(one, after)
        and _break(one[0], after[0]).full(measures[one[0].paragraph])
        for one, after in pairwise(shaped)
    ]
    ragged = {
        line.paragraph
        for (line, _), (below, _), fits in zip(shaped, shaped[1:], full, strict=False)
        if line.paragraph == below.paragraph and not fits
    }
    runs: list[list[Shaped]] = []
    for at, one in enumerate(shaped):
        if at and full[at - 1] and _continues(runs[-1], one):
            before = shaped[at - 1][0].text
            # A full line that ends a sentence may end a paragraph just as well, and one of a menu
            # stands by itself, unless all the paragraph's lines are full, or the next one is too.
            open_end = not ends_finally(before) or _letter(one[0]).islower()
            followed = (at < len(full) and full[at]) or one[0].paragraph not in ragged
            if followed or (open_end and not is_menu(before)):
                runs[-1].append(one)
                continue
        runs.append([one])
    return runs


def _may_go_on(one: Shaped, after: Shaped) -> bool:
    """Whether the forms of two lines allow the second to go on with the first."""
    (line, shape), (below, following) = one, after
    return (
        line.paragraph == below.paragraph
        and line.depth == below.depth
        and shape in _GOES_ON
        and (following is Shape.PROSE or following in _DOUBTFUL)
        and not below.text.startswith(("©", "Copyright"))
    )


def _measures(shaped: Sequence[Shaped]) -> dict[int, _Measure]:
    """Where each paragraph was wrapped."""
    paragraphs = {
        number: list(group) for number, group in groupby(shaped, key=lambda one: one[0].paragraph)
    }
    breaks = {number: _breaks(group) for number, group in paragraphs.items()}
    everything = [one for some in breaks.values() for one in some]
    common = [_common_measure(everything, shaped, slack) for slack in SLACKS]
    odds, whole = max(common, key=lambda found: found[0])
    endings = sum(_ending(paragraphs[number]) for number, some in breaks.items() if some)
    if odds + max(endings, ENDINGS) <= 0:
        whole = UNBROKEN
    own: dict[int, tuple[float, _Measure]] = {}
    for number, some in breaks.items():
        if some and not (whole.width and any(one.full(whole) for one in some)):
            own[number] = _own_measure(paragraphs[number], some)
    several = sum(map(bool, breaks.values()))
    sure = several - len(own) + sum(odds > 0 for odds, _ in own.values())
    company = COMPANY if whole.width or 0 < several <= 2 * sure else 0.0
    return {
        number: (own[number][1] if own[number][0] + company > 0 else UNBROKEN)
        if number in own
        else whole
        for number in paragraphs
    }


def _breaks(paragraph: Sequence[Shaped]) -> list[_Break]:
    return [
        _break(line, after)
        for (line, shape), (after, following) in pairwise(paragraph)
        if 2 * line.edge >= NARROWEST and shape in _GOES_ON and line.depth == after.depth
        if following is Shape.PROSE or (following in _DOUBTFUL and _mid(line, after))
        if not is_menu(line.text) and has_words(line.text)
    ]


def _break(line: Line, after: Line) -> _Break:
    letter = _letter(after)
    is_open = not ends_finally(line.text)
    tone, room = NEW_START, ROOM
    if letter.islower():
        tone = GOES_ON if is_open else EITHER
        room = ROOM_GOES_ON if is_open else ROOM
    elif letter.isalpha() and not letter.isupper():
        tone = EITHER if is_open else NEW_START
    return _Break(edge=line.edge, need=first_word(after.text), tone=tone, room=room)


def _letter(line: Line) -> str:
    return line.text.lstrip("\"'“‘„«»([（「『")[:1]


def _common_measure(
    breaks: Sequence[_Break], shaped: Sequence[Shaped], slack: int
) -> tuple[float, _Measure]:
    """The one width that explains most line ends of the whole text, and the log-odds for it."""
    size = WIDEST + 2
    edges = [0] * size
    for line, _ in shaped:
        edges[min(line.edge, WIDEST + 1) if has_words(line.text) else 0] += 1
    steps = [0] * size
    for one in breaks:
        if one.edge <= WIDEST:
            steps[max(0, one.edge - slack)] += 1
            steps[min(one.edge + one.need + slack, WIDEST) + 1] -= 1
    full = list(accumulate(steps))
    longer = [len(shaped) - below for below in [*accumulate(edges)][slack:]]
    longer += [longer[-1]] * slack
    width = max(range(NARROWEST, WIDEST + 1), key=lambda at: full[at] - 2 * longer[at])
    found = _Measure(width=width, slack=slack)
    return _odds(breaks, found) + TOO_LONG * longer[width], found


def _own_measure(paragraph: Sequence[Shaped], breaks: Sequence[_Break]) -> tuple[float, _Measure]:
    """The width of a paragraph that was wrapped by itself, and the log-odds that it was."""
    found = _Measure(width=max(line.edge for line, _ in paragraph))
    if not NARROWEST <= found.width <= WIDEST_ALONE:
        return UNWRAPPED - COMPANY, UNBROKEN
    odds = _odds(breaks, found) + _ending(paragraph)
    ends = [ends_finally(line.text) for line, _ in paragraph]
    if ends[-1] and not any(ends[:-1]) and all(one.full(found) for one in breaks):
        odds += CLOSED
    return odds, found


def _ending(paragraph: Sequence[Shaped]) -> float:
    """Log-odds from how a paragraph ends."""
    last = paragraph[-1][0].text
    if ends_finally(last):
        return 0.0
    return LABEL if len(last.split(maxsplit=LABEL_WORDS)) <= LABEL_WORDS else LOOSE_END


def _odds(breaks: Sequence[_Break], at: _Measure) -> float:
    """Log-odds that lines were wrapped at a width."""
    odds = UNWRAPPED
    for one in breaks:
        if one.full(at):
            odds += one.weight(at)
        elif at.width < 2 * one.edge:
            odds += one.room
    return odds


def _continues(run: Sequence[Shaped], after: Shaped) -> bool:
    """Whether a line below a full one goes on with its block."""
    line, below = run[-1][0], after[0]
    if after[1] is not Shape.PROSE and (run[0][1] in _ITEMS or not _mid(line, below)):
        return False
    return _indented_alike(run, below)


def _mid(line: Line, after: Line) -> bool:
    """Whether a dash, a figure or a time at the start of a line may stand in mid-sentence."""
    if ends_finally(line.text) or line.text.endswith((":", ";", "：")):
        return False
    if after.text[0].isdigit():
        return after.text[:2] not in {"1.", "1)"}
    return not after.text[0].isalnum() and after.text.split(maxsplit=1)[-1][0].islower()


def _indented_alike(run: Sequence[Shaped], after: Line) -> bool:
    """Whether a line is not indented like the first line of another block."""
    first, last = run[0][0], run[-1][0]
    if len(run) > 1:
        return abs(after.indent - last.indent) < INDENT
    if run[0][1] is Shape.PROSE:
        return after.indent < first.indent + INDENT
    return after.indent >= first.indent
