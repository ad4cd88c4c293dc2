"""Quotations that share words, wherever in a story they stand, laid side by side."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from sourcecompare.attribution import surname
from sourcecompare.values import Passage, Speaker, Word

from .rewording import Chain, Site, chains
from .senses import EDITORIAL, Sense, restricts, sense, turns

LARGEST_SLOT = 40
"""Quotations that have one pair of words and are compared with each other for it."""
MOST_PAIRS = 1_000
"""Pairs of quotations of a story that are read word by word, those with most in common first."""
LEAST_SEEDS = 2
"""Pairs of telling words that two quotations must share to be read at all."""
RARE = 4
"""Quotations of a story up to which one pair of words is enough."""

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
"""Words on either side of a change that show it."""
LEAST_EQUAL = 8
"""Equal words around one other word that make it a misquotation, not a retelling."""
NEIGHBOURS = 3
"""Changed places within which a word that goes in one and comes in another was only moved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """Two passages with a stretch that both have."""

    left: Passage
    right: Passage
    chain: Chain


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A place where two takings down of one utterance differ by more than small words."""

    site: Site
    sense: Sense


def spoken_words(passages: Sequence[Passage]) -> Mapping[str, str]:
    """All quoted words of each page in one line, to look a wording up in."""
    found: dict[str, list[str]] = defaultdict(list)
    for passage in passages:
        found[passage.page].append(_line(passage.words))
    return {page: "\n".join(lines) for page, lines in found.items()}


def _line(words: Sequence[Word]) -> str:
    return f" {' '.join(word.form for word in words)} "


def candidates(
    passages: Sequence[Passage],
) -> Iterator[tuple[Passage, Passage, list[tuple[int, int]]]]:
    """Passages with telling words in common, and where these stand in each."""
    slots: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for number, passage in enumerate(passages):
        telling = [k for k, word in enumerate(passage.words) if word.form not in EDITORIAL]
        seen: set[tuple[str, str]] = set()
        for a, b in (*pairwise(telling), *zip(telling, telling[2:], strict=False)):
            key = passage.words[a].form, passage.words[b].form
            if key not in seen:
                seen.add(key)
                slots[key].append((number, a))
    shared: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    # Copies that name one speaker have nothing to dispute.
    known: dict[tuple[str, tuple[Speaker, ...]], int] = {}
    alike = [known.setdefault((_line(p.words), p.speakers), k) for k, p in enumerate(passages)]
    telling_pairs: set[tuple[int, int]] = set()
    for key in sorted(slots):
        for (one, i), (other, j) in combinations(slots[key][:LARGEST_SLOT], 2):
            if alike[one] == alike[other]:
                continue
            shared[one, other].append((i, j))
            if len(slots[key]) <= RARE:
                telling_pairs.add((one, other))
    kept = (k for k in shared if len(shared[k]) >= LEAST_SEEDS or k in telling_pairs)
    most = sorted(kept, key=lambda k: (-len(shared[k]), k))
    for one, other in most[:MOST_PAIRS]:
        yield passages[one], passages[other], shared[one, other]


def twins(left: Passage, right: Passage, seeds: Sequence[tuple[int, int]]) -> Iterator[Twin]:
    """The stretches of two passages, the same whichever of them stands on the left."""
    forms = [tuple(word.form for word in one.words) for one in (left, right)]
    if forms[0] <= forms[1]:
        for one in chains(left.words, right.words, seeds):
            yield Twin(left=left, right=right, chain=one)
    else:
        for one in chains(right.words, left.words, [(j, i) for i, j in seeds]):
            yield Twin(left=left, right=right, chain=_mirrored(one))


def _mirrored(chain: Chain) -> Chain:
    return Chain(
        matched=tuple((j, i) for i, j in chain.matched),
        sites=tuple(
            Site(left=site.right, right=site.left, excused=site.excused) for site in chain.sites
        ),
    )


def changes(twin: Twin) -> Iterator[Change]:
    """Where a stretch that is one utterance says more than small words otherwise."""
    if not _is_close(twin.chain):
        return
    told = [
        Change(site=site, sense=_sense(twin, site, *words))
        for site, words in zip(twin.chain.sites, _unmoved(twin), strict=True)
        if not site.excused or restricts(*words) or _leads(twin, site, *words)
    ]
    real = [one for one in told if one.sense is not Sense.SAME]
    cut = _cut(twin)
    turned = any(one.sense is Sense.TURNED for one in real)
    if not (real or cut) or not (_is_one(twin) or (turned and _is_of_one_speaker(twin))):
        return
    if cut:
        yield Change(site=cut, sense=Sense.TURNED)
    if len(real) > 1 or len(twin.chain.matched) < LEAST_EQUAL:
        real = [_doubted(one) for one in real]
    retold = len(real) > max(1, MOST_CHANGES * len(twin.chain.matched))
    for one in real:
        if _is_framed(twin, one.site) and not (retold and one.sense is Sense.TURNED):
            yield one


def _sense(twin: Twin, site: Site, own: Sequence[str], other: Sequence[str]) -> Sense:
    """What the words of a place make of it, those beside them and their capitals considered."""
    if sorted((*own, *other)) == ["can", "will"] and all(
        [word.form for word in passage.words[end : end + 1]] == ["not"]
        for passage, end in ((twin.left, site.left[1]), (twin.right, site.right[1]))
    ):
        return Sense.TURNED  # "will not", "cannot"
    found = Sense.TURNED if site.excused and _leads(twin, site, own, other) else sense(own, other)
    names = {
        word.capital
        for passage, span in ((twin.left, site.left), (twin.right, site.right))
        for word in passage.words[slice(*span)]
    }
    return Sense.OTHER_WORDS if found is Sense.OTHER_WORD and len(names) > 1 else found


def _leads(twin: Twin, site: Site, own: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one side denies what the other begins with: "I don't think we need", "We need"."""
    for lead, rest, passage, at in (
        (own, other, twin.right, site.right[0]),
        (other, own, twin.left, site.left[0]),
    ):
        begins = at < len(passage.words) and _at_edge(passage, at) and passage.words[at].capital
        if not rest and begins and turns(lead):
            return True
    return False


def _doubted(change: Change) -> Change:
    """The change where it may be one of a retelling."""
    if change.sense is not Sense.OTHER_WORD:
        return change
    return Change(site=change.site, sense=Sense.OTHER_WORDS)


def _cut(twin: Twin) -> Site | None:
    """What one side says in front of a statement that says the opposite without it.

    The other quotation must begin as a sentence does, with a capital that the word does not have
    by itself.
    """
    (i, j) = twin.chain.matched[0]
    for whole, at, part, start in ((twin.left, i, twin.right, j), (twin.right, j, twin.left, i)):
        first, begun = whole.words[at], part.words[start]
        lead = [
            word
            for word in whole.words[max(0, at - 2 * NEIGHBOURS) : at]
            if (word.sentence, word.piece) == (first.sentence, first.piece)
        ]
        if not _at_edge(part, start) or begun.gap or not (begun.capital and not first.capital):
            continue
        if turns([word.form for word in lead]):
            before = at - len(lead)
            return Site(
                left=(before, at) if whole is twin.left else (start, start),
                right=(before, at) if whole is twin.right else (start, start),
                excused=False,
            )
    return None


def _unmoved(twin: Twin) -> list[tuple[list[str], list[str]]]:
    """What stands in place of what, without the words that were only moved."""
    told = [
        (
            [word.form for word in twin.left.words[slice(*site.left)]],
            [word.form for word in twin.right.words[slice(*site.right)]],
        )
        for site in twin.chain.sites
    ]
    found: list[tuple[list[str], list[str]]] = []
    for k, (own, other) in enumerate(told):
        near = told[max(0, k - NEIGHBOURS) : k + NEIGHBOURS + 1]
        moved = {w for one in near for w in one[0]} & {w for one in near for w in one[1]}
        found.append(([w for w in own if w not in moved], [w for w in other if w not in moved]))
    return found


def place(passage: Passage, span: tuple[int, int]) -> int:
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
    starts = all(
        _at_edge(passage, span[0] - before)
        for passage, span in ((twin.left, site.left), (twin.right, site.right))
    )
    ends = all(
        _at_edge(passage, span[1] + after)
        for passage, span in ((twin.left, site.left), (twin.right, site.right))
    )
    if not (before >= RUN or starts) or not (after >= RUN or ends):
        return False
    return max(before, after) >= LEAST_RUN


def _at_edge(passage: Passage, k: int) -> bool:
    """Whether a quotation begins with word `k`, or ended with the one before it."""
    if k <= 0 or k >= len(passage.words):
        return True
    return passage.words[k - 1].piece != passage.words[k].piece


def _is_close(chain: Chain) -> bool:
    """Whether most words between the first and the last common one are the same."""
    (first, start), (last, end) = chain.matched[0], chain.matched[-1]
    left, right = (  # what one of them says that it left out counts for neither
        sum(site.left[1] - site.left[0] for site in chain.sites if site.excused),
        sum(site.right[1] - site.right[0] for site in chain.sites if site.excused),
    )
    return len(chain.matched) >= LEAST_SHARE * max(last - first + 1 - left, end - start + 1 - right)


def _is_one(twin: Twin) -> bool:
    """Whether what both have is enough to be one utterance."""
    size = len(twin.chain.matched)
    telling = sum(twin.left.words[i].form not in EDITORIAL for i, _ in twin.chain.matched)
    whole = min(
        _size(twin.left, [i for i, _ in twin.chain.matched]),
        _size(twin.right, [j for _, j in twin.chain.matched]),
    )
    short = telling >= FEW_TELLING and size >= WHOLE_SHARE * whole and size > LEAST_RUN
    return short or telling >= LEAST_TELLING


def _is_of_one_speaker(twin: Twin) -> bool:
    """Whether one person says so many words of which nearly all are the same."""
    (i, j), size = twin.chain.matched[0], len(twin.chain.matched)
    own = surname(twin.left.speakers[twin.left.words[i].sentence].name)
    other = surname(twin.right.speakers[twin.right.words[j].sentence].name)
    telling = {twin.left.words[i].form for i, _ in twin.chain.matched} - EDITORIAL
    return bool(own) and own == other and size >= LEAST_EQUAL and len(telling) >= FEW_TELLING


def _size(passage: Passage, matched: Sequence[int]) -> int:
    """Words of the quotations that hold these words."""
    pieces = {passage.words[k].piece for k in matched}
    return sum(word.piece in pieces for word in passage.words)


def says_both(
    left: Passage,
    own: tuple[int, int],
    right: Passage,
    other: tuple[int, int],
    spoken: Mapping[str, str],
) -> bool:
    """Whether one of two pages quotes both wordings of a place, on whatever occasion."""
    if left.page == right.page:
        return False
    return any(
        # Where a quotation only begins there is no wording to look up.
        (span[0] < span[1] or not _at_edge(passage, span[0]))
        and _line(window(passage, span, FLANK)) in spoken[page]
        for passage, span, page in ((left, own, right.page), (right, other, left.page))
    )


def common_words(twin: Twin) -> set[str]:
    """The plain forms of the words that both have."""
    return {twin.left.words[i].form for i, _ in twin.chain.matched}


def window(passage: Passage, span: tuple[int, int], flank: int) -> tuple[Word, ...]:
    """The words of a place and so many on either side of it."""
    return passage.words[max(0, span[0] - flank) : span[1] + flank]
