"""The same quotation with other words, or given to another speaker.

Quotations are paired by the words they share, wherever in the story they stand, and then compared
word by word. What differs has to turn the sense; all else is transcription, or `differs`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from sourcecompare.model import FindingKind, SentenceRef, TextSpan, Value, ValueKind
from sourcecompare.values import Claim, Passage, Word, read_quotations

from .compared import Compared
from .pairs import Pair, pair
from .rewording import Chain, Site, chains
from .senses import EDITORIAL, Sense, sense

LARGEST_SLOT = 40
"""Quotations that have one pair of words and are compared with each other for it."""
MOST_PAIRS = 3_000
"""Pairs of quotations of a story that are read word by word, those with most in common first."""
LEAST_SEEDS = 2
"""Pairs of telling words that two quotations must share to be read at all."""

LEAST_TELLING = 5
"""Telling words that two takings down of one utterance have in common ..."""
FEW_TELLING = 2
"""... or these few, where they are most of both quotations and one person says them."""
LEAST_SHARE = 0.7
"""Share of the words between the first and the last common one that both have."""
WHOLE_SHARE = 0.8
"""Share of a short quotation that must be the same."""
LEAST_RUN = 3
"""Equal words in a row on one side of a change at least, or the quotation's end."""
RUN = 2
"""... and on the other side."""
MOST_CHANGES = 0.2
"""Changed places for each equal word; with more it is a retelling or another occasion."""
FLANK = 4
"""Words on either side of a change that are quoted to show it."""
NEIGHBOURS = 8
"""Words within which one that was dropped in one place and stands in another was only moved."""
ANCHOR = 6
"""Words that name a quotation."""

SAYS, SPEAKS = "words", "speaker"
"""What two quotations are at odds about, as the unit of their values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """Two passages with a stretch that both have."""

    left: Passage
    right: Passage
    chain: Chain


def quotation_pairs(compared: Compared) -> Iterator[Pair]:
    """Pairs of quotations that say one thing in other words, or by another speaker."""
    passages = [
        passage
        for page in sorted(compared.pages)
        for passage in read_quotations([one.sentence for one in compared.pages[page]])
    ]
    spoken = _spoken(passages)
    for left, right, seeds in _candidates(passages):
        for twin in _twins(left, right, seeds):
            yield from _changed(twin, compared, spoken)


def _spoken(passages: Sequence[Passage]) -> Mapping[str, str]:
    """All quoted words of each page in one line, to look a wording up in."""
    found: dict[str, list[str]] = defaultdict(list)
    for passage in passages:
        found[passage.page].append(_line(passage.words))
    return {page: "\n".join(lines) for page, lines in found.items()}


def _line(words: Sequence[Word]) -> str:
    return f" {' '.join(word.form for word in words)} "


def _candidates(
    passages: Sequence[Passage],
) -> Iterator[tuple[Passage, Passage, list[tuple[int, int]]]]:
    """Passages with telling words in common, and where these stand in each."""
    slots: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for number, passage in enumerate(passages):
        telling = [k for k, word in enumerate(passage.words) if word.form not in EDITORIAL]
        seen: set[tuple[str, str]] = set()
        for a, b in pairwise(telling):
            key = passage.words[a].form, passage.words[b].form
            if key not in seen:
                seen.add(key)
                slots[key].append((number, a))
    shared: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for key in sorted(slots):
        for (one, i), (other, j) in combinations(slots[key][:LARGEST_SLOT], 2):
            shared[one, other].append((i, j))
    most = sorted((k for k in shared if len(shared[k]) >= LEAST_SEEDS), key=lambda k: (-len(shared[k]), k))
    for one, other in most[:MOST_PAIRS]:
        yield passages[one], passages[other], shared[one, other]


def _twins(
    left: Passage, right: Passage, seeds: Sequence[tuple[int, int]]
) -> Iterator[Twin]:
    """The stretches of two passages, the same whichever of them stands on the left."""
    forms = [tuple(word.form for word in one.words) for one in (left, right)]
    if forms[0] <= forms[1]:
        for chain in chains(left.words, right.words, seeds):
            yield Twin(left=left, right=right, chain=chain)
    else:
        for chain in chains(right.words, left.words, [(j, i) for i, j in seeds]):
            yield Twin(left=left, right=right, chain=_mirrored(chain))


def _mirrored(chain: Chain) -> Chain:
    return Chain(
        matched=tuple((j, i) for i, j in chain.matched),
        sites=tuple(
            Site(left=site.right, right=site.left, excused=site.excused) for site in chain.sites
        ),
    )


def _changed(twin: Twin, compared: Compared, spoken: Mapping[str, str]) -> Iterator[Pair]:
    """The surest change in each two sentences of a stretch that is one utterance."""
    best: dict[tuple[int, int], tuple[int, Site]] = {}
    for site, words in _sites(twin):
        made = sense(*words)
        if made is Sense.SAME or not _is_framed(twin, site) or not _is_one(twin, made):
            continue
        places = _place(twin.left, site.left), _place(twin.right, site.right)
        key = twin.left.words[places[0]].sentence, twin.right.words[places[1]].sentence
        if key not in best or best[key][0] < made.value:
            best[key] = made.value, site
    for site in (site for _, site in best.values()):
        if not _says_both(twin, site, spoken):
            yield _pair(twin, site, compared)


def _sites(twin: Twin) -> Iterator[tuple[Site, tuple[list[str], list[str]]]]:
    """What stands in place of what, without the words that were only moved."""
    told = [
        (
            site,
            [word.form for word in twin.left.words[slice(*site.left)]],
            [word.form for word in twin.right.words[slice(*site.right)]],
        )
        for site in twin.chain.sites
    ]
    for site, own, other in told:
        near = [one for one in told if abs(one[0].left[0] - site.left[0]) <= NEIGHBOURS]
        mine = {word for one in near for word in one[1]}
        theirs = {word for one in near for word in one[2]}
        moved = mine & theirs
        if not site.excused:
            yield (
                site,
                (
                    [word for word in own if word not in moved],
                    [word for word in other if word not in moved],
                ),
            )


def _place(passage: Passage, span: tuple[int, int]) -> int:
    """The word at which a change stands: where nothing does, the one before it."""
    return span[0] if span[0] < span[1] else max(0, span[0] - 1)


def _is_framed(twin: Twin, site: Site) -> bool:
    """Whether the same words stand on both sides of a change, or both quotations end with it."""
    matched = set(twin.chain.matched)
    before = after = 0
    while (site.left[0] - 1 - before, site.right[0] - 1 - before) in matched:
        before += 1
    while (site.left[1] + after, site.right[1] + after) in matched:
        after += 1
    starts = _at_edge(twin.left, site.left[0] - 1, site.left[0]) and _at_edge(
        twin.right, site.right[0] - 1, site.right[0]
    )
    ends = _at_edge(twin.left, site.left[1] - 1, site.left[1]) and _at_edge(
        twin.right, site.right[1] - 1, site.right[1]
    )
    if not (before >= RUN or starts) or not (after >= RUN or ends):
        return False
    return max(before, after) >= LEAST_RUN


def _at_edge(passage: Passage, before: int, after: int) -> bool:
    """Whether a quotation begins or ends between these two words."""
    if before < 0 or after >= len(passage.words):
        return True
    return passage.words[before].piece != passage.words[after].piece


def _is_one(twin: Twin, made: Sense) -> bool:
    """Whether what both have is enough to be one utterance."""
    chain = twin.chain
    telling = sum(twin.left.words[i].form not in EDITORIAL for i, _ in chain.matched)
    (first, start), (last, end) = chain.matched[0], chain.matched[-1]
    size = len(chain.matched)
    if size < LEAST_SHARE * max(last - first + 1, end - start + 1):
        return False
    real = sum(sense(*words) is not Sense.SAME for _, words in _sites(twin))
    if made is Sense.TURNED and real > max(1, MOST_CHANGES * size):
        return False
    if telling >= LEAST_TELLING:
        return True
    whole = min(len(twin.left.words), len(twin.right.words))
    return telling >= FEW_TELLING and size >= WHOLE_SHARE * whole and size > LEAST_RUN


def _says_both(twin: Twin, site: Site, spoken: Mapping[str, str]) -> bool:
    """Whether one of two pages quotes both wordings, on whatever occasion."""
    if twin.left.page == twin.right.page:
        return False
    left = _line(_window(twin.left, site.left, 2))
    right = _line(_window(twin.right, site.right, 2))
    return left in spoken[twin.right.page] or right in spoken[twin.left.page]


def _window(passage: Passage, span: tuple[int, int], flank: int) -> tuple[Word, ...]:
    return passage.words[max(0, span[0] - flank) : span[1] + flank]


def _pair(twin: Twin, site: Site, compared: Compared) -> Pair:
    """The two quotations as claims, the left one first in order of place."""
    anchor = [
        twin.left.words[i].form
        for i, _ in twin.chain.matched
        if twin.left.words[i].form not in EDITORIAL
    ]
    complement = tuple(sorted(anchor, key=lambda word: (-len(word), word))[:ANCHOR])
    ends = sorted(
        (
            _claim(twin.left, site.left, complement, compared),
            _claim(twin.right, site.right, complement, compared),
        ),
        key=lambda claim: (claim.value.ref, claim.value.span),
    )
    a, b = ends
    left, right = compared.statements[a.value.ref], compared.statements[b.value.ref]
    linked = (a.value.ref, b.value.ref) in compared.links
    return pair(left, right, a, b, compared.weights, linked=linked)


def _claim(
    passage: Passage, span: tuple[int, int], complement: tuple[str, ...], compared: Compared
) -> Claim:
    word = passage.words[_place(passage, span)]
    ref = passage.refs[word.sentence]
    sentence = compared.statements[ref].sentence
    piece = passage.pieces[word.piece]
    whole = TextSpan(max(piece.start, sentence.span.start), min(piece.end, sentence.span.end))
    value = Value(
        kind=ValueKind.QUOTATION,
        normal=" ".join(one.form for one in _window(passage, span, FLANK)),
        unit=SAYS,
        head="",
        modifier="",
        ref=ref,
        span=whole,
    )
    return Claim(
        value=value,
        complement=complement,
        phrase=whole,
        of="the same quotation",
        shown=_shown(passage, span, sentence.text, sentence.span.start),
    )


def _shown(passage: Passage, span: tuple[int, int], text: str, offset: int) -> str:
    """The words round a change as written, in quotation marks."""
    at = passage.words[_place(passage, span)]
    near = [
        word
        for word in _window(passage, span, FLANK)
        if word.sentence == at.sentence and word.piece == at.piece
    ]
    quoted = " ".join(text[near[0].start - offset : near[-1].end - offset].split())
    return f"“{quoted}”"
