"""The same quotation with other words, or given to another speaker.

Quotations are paired by the words they share, wherever in the story they stand, and then compared
word by word. What differs has to turn the sense; all else is transcription, or `differs`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from sourcecompare.attribution import surname
from sourcecompare.model import FindingKind, TextSpan, Value, ValueKind
from sourcecompare.quotations import own_words
from sourcecompare.text import fold, folded_words
from sourcecompare.values import Claim, Passage, Speaker, Word, read_quotations

from .bounds import rival_dates
from .compared import Compared, Said
from .pairs import Pair, pair
from .rewording import Chain, Site, chains
from .senses import EDITORIAL, Sense, sense
from .vetoes import Veto, said_by_copy

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
LEAST_SAID = 0.6
"""Share of the shorter side's quoted words that both have, where two are said to have said them."""
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

OCCASIONS = {
    word: line.split()[0]
    for line in """interview interviewed program programme show cnn nbc cbs abc msnbc fox bbc radio
    statement release written
    tweet tweeted twitter post posted facebook
    letter email e-mail memo wrote
    speech rally address remarks crowd supporters convention
    reporters briefing conference
    testimony testified hearing court trial filing lawsuit complaint ruling
    debate
    book memoir column essay
    ad advertisement commercial""".splitlines()
    for word in line.split()
}
"""Words for where something was said; those of a line may be one occasion."""

TURNED, WORDED, SPOKEN = "sense", "words", "speaker"
"""What two quotations are at odds about, as the unit of their values."""

SURE_OF_SENSE = 0.8
"""That a word which turns the sense is one outlet's mistake. On half 0 of the project's news events
and on their rewritten versions."""
SURE_OF_WORDS = 0.5
SURE_OF_SPEAKER = 0.7
ONE_SPEAKER = 0.05
"""What it adds that both name the same speaker."""


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
            if _speakers_differ(twin):
                yield from _given_to_another(twin, compared)
            else:
                yield from _changed(twin, compared, spoken)


def reworded(pair: Pair) -> float:
    """As in "we will not yield" against "we will yield", said by one person on one occasion."""
    if pair.a.value.unit == SPOKEN:
        return 0.0
    sure = SURE_OF_SENSE if pair.a.value.unit == TURNED else SURE_OF_WORDS
    return sure + ONE_SPEAKER * bool(pair.left.speaker & pair.right.speaker)


def spoken_by_another(pair: Pair) -> float:
    """As in "we will not yield" said by Ana Ruiz, and by Omar Gray."""
    return SURE_OF_SPEAKER if pair.a.value.unit == SPOKEN else 0.0


def outcome(pair: Pair) -> FindingKind:
    """A conflict where the sense is turned or the speaker is another; else a mere difference."""
    return FindingKind.DIFFERS if pair.a.value.unit == WORDED else FindingKind.CONFLICT


def other_day(pair: Pair, _: Said) -> str:
    """Two speeches: the sentences that quote them name other days."""
    if rival_dates(pair.left.dates, pair.right.dates):
        return "the sentences speak of different dates"
    return ""


def other_occasion(pair: Pair, _: Said) -> str:
    """A speech and an interview: both may hold nearly the same words."""
    own, other = (
        {
            OCCASIONS[word]
            for word in folded_words(own_words(fold(one.sentence.text)))
            if word in OCCASIONS
        }
        for one in (pair.left, pair.right)
    )
    return "they quote different occasions" if own and other and not own & other else ""


VETOES: tuple[Veto, ...] = (said_by_copy, other_day, other_occasion)
"""What excuses two quotations that differ."""


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
    most = sorted(
        (k for k in shared if len(shared[k]) >= LEAST_SEEDS), key=lambda k: (-len(shared[k]), k)
    )
    for one, other in most[:MOST_PAIRS]:
        yield passages[one], passages[other], shared[one, other]


def _twins(left: Passage, right: Passage, seeds: Sequence[tuple[int, int]]) -> Iterator[Twin]:
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
    for made, site in best.values():
        if not _says_both(twin, site, spoken):
            unit = TURNED if made == Sense.TURNED.value else WORDED
            left, right = (
                _claim(passage, span, compared, twin, unit)
                for passage, span in ((twin.left, site.left), (twin.right, site.right))
            )
            yield _pair(left, right, compared)


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


def _speakers(twin: Twin) -> tuple[Speaker, Speaker]:
    """Who says the first common word on either side."""
    i, j = twin.chain.matched[0]
    left, right = twin.left, twin.right
    return left.speakers[left.words[i].sentence], right.speakers[right.words[j].sentence]


def _speakers_differ(twin: Twin) -> bool:
    """Whether two persons with other surnames are named."""
    names = [surname(who.name) for who in _speakers(twin)]
    return all(names) and names[0] != names[1]


def _given_to_another(twin: Twin, compared: Compared) -> Iterator[Pair]:
    """The quotation that two persons are said to have spoken, if it is surely one.

    Each must be named beside it, and neither where the other one's page quotes it: who reads out
    another's words is named together with him.
    """
    left, right = _speakers(twin)
    telling = {twin.left.words[i].form for i, _ in twin.chain.matched} - EDITORIAL
    whole = min(len(twin.left.words), len(twin.right.words))
    if not (left.direct and right.direct) or len(telling) < LEAST_TELLING:
        return
    if len(twin.chain.matched) < LEAST_SAID * whole:
        return
    i, j = twin.chain.matched[0]
    ends = []
    for passage, at, who, other in ((twin.left, i, left, right), (twin.right, j, right, left)):
        near = [compared.statements[ref].key for ref in passage.refs]
        if any(surname(other.name) in key for key in near):
            return
        ends.append(_spoken_claim(passage, at, who, compared, twin))
    yield _pair(ends[0], ends[1], compared)


def _spoken_claim(passage: Passage, at: int, who: Speaker, compared: Compared, twin: Twin) -> Claim:
    """A quotation as it is given to a speaker."""
    claim = _claim(passage, (at, at + 1), compared, twin, SPOKEN)
    return replace(
        claim,
        value=replace(claim.value, normal=surname(who.name)),
        of=f"the words {claim.shown}",
        shown=who.name,
    )


def _says_both(twin: Twin, site: Site, spoken: Mapping[str, str]) -> bool:
    """Whether one of two pages quotes both wordings, on whatever occasion."""
    if twin.left.page == twin.right.page:
        return False
    left = _line(_window(twin.left, site.left, 2))
    right = _line(_window(twin.right, site.right, 2))
    return left in spoken[twin.right.page] or right in spoken[twin.left.page]


def _window(passage: Passage, span: tuple[int, int], flank: int) -> tuple[Word, ...]:
    return passage.words[max(0, span[0] - flank) : span[1] + flank]


def _pair(one: Claim, other: Claim, compared: Compared) -> Pair:
    """The two quotations, the left one first in order of place."""
    a, b = sorted((one, other), key=lambda claim: (claim.value.ref, claim.value.span))
    left, right = compared.statements[a.value.ref], compared.statements[b.value.ref]
    linked = (a.value.ref, b.value.ref) in compared.links
    return pair(left, right, a, b, compared.weights, linked=linked)


def _claim(
    passage: Passage, span: tuple[int, int], compared: Compared, twin: Twin, unit: str
) -> Claim:
    """A quotation as it says a word that the other one does not."""
    word = passage.words[_place(passage, span)]
    ref = passage.refs[word.sentence]
    sentence = compared.statements[ref].sentence
    piece = passage.pieces[word.piece]
    whole = TextSpan(max(piece.start, sentence.span.start), min(piece.end, sentence.span.end))
    value = Value(
        kind=ValueKind.QUOTATION,
        normal=" ".join(one.form for one in _window(passage, span, FLANK)),
        unit=unit,
        head="",
        modifier="",
        ref=ref,
        span=whole,
    )
    return Claim(
        value=value,
        complement=_anchor(twin),
        phrase=whole,
        of="the same quotation",
        shown=_shown(passage, span, sentence.text, sentence.span.start),
    )


def _anchor(twin: Twin) -> tuple[str, ...]:
    """The longest words that both have."""
    words = {twin.left.words[i].form for i, _ in twin.chain.matched} - EDITORIAL
    return tuple(sorted(words, key=lambda word: (-len(word), word))[:ANCHOR])


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
