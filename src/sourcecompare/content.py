"""How likely each block is main content: a logistic model over features that have names.

The weights were fitted once, by logistic regression on the development pages of WCXB (articles),
rounded to one decimal; a run of neighbours then decides together (two states, Viterbi), because an
article is mostly contiguous.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .model import Kind, Media, Page
from .text import folded_words

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What others say of a page's blocks."""

    furniture: Sequence[bool]
    """for each block: does a rule remove it already?"""
    frame: Sequence[bool]
    """for each block: is it furniture of the page's frame, which stands apart from the article?"""
    named: Sequence[bool]
    """for each block of an HTML page: does the markup round it name furniture?"""
    tokens: Sequence[Sequence[str]]
    """folded words of each block"""
    shares: Floats | None
    """for each block the share of its word runs that another extractor keeps; None without one"""


SHINGLE = 4  # words; so long a run is rarely shared by chance
STAY_TEXT = 1.2  # log-odds for staying in the same state from one block to the next
STAY_HTML = 0.7  # smaller, since markup and vote say more about each block alone
VOTED = 0.6  # share of a block's word runs from which a vote is for the block
LEAST = 0.02  # below, not even a full paragraph is taken for content
SENTENCE = 5  # words
FULL_PARAGRAPH = 16  # words; teasers and notices are shorter
SCAN = 800  # words of a block that are read; what follows is like what came before

_SENTENCE_END = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*\s*$")
_INNER_END = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*(?:\s+\S|(?=[\u3040-\u9fff]))")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")
# Words of sentences in the languages most pages are in; titles and menus have few of them.
_FUNCTION = frozenset(
    "the of and to in a is that for on was with as it by be at are from this has have he his she "
    "they their not but which who had were said will an its or been would "
    "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an "
    "le la les de des et un une du en que qui dans pour sur est par au plus pas il ne se "
    "el los las del y que se por con una para su al lo como más pero sus "
    "il di che è per non sono della con una i gli nel "
    "o os as da do dos das em um uma com não na no ao "
    "het een van dat op te zijn met voor niet "
    "w i na z do się że nie to jest o jak "
    "в и на не что с по как это из за к от".split()
)
_MAIN_TAGS = frozenset({"article", "main"})
_FRAME_TAGS = frozenset({"nav", "footer", "aside", "form", "header", "menu"})
_BODY_WORDS = frozenset({"articlebody", "story", "entry", "body", "content", "post", "article"})

TEXT_WEIGHTS: Mapping[str, float] = {
    "one": -0.9,
    "length": 2.2,
    "ends": -0.2,
    "inner": -0.3,
    "prose": -0.7,
    "digits": 0.7,
    "capitals": -1.3,
    "list_item": 1.2,
    "near": 1.1,
    "wide": 4.2,
    "before": 0.3,
    "after": 0.5,
    "long": 1.7,
    "frame_near": -2.1,
    "frame_wide": -5.0,
    "place": -1.1,
    "head": -2.1,
}
HTML_WEIGHTS: Mapping[str, float] = {
    "one": -1.2,
    "length": 0.3,
    "digits": -0.3,
    "capitals": -0.4,
    "heading": 1.0,
    "list_item": 1.5,
    "near": 0.5,
    "wide": 1.1,
    "after": 0.3,
    "long": 1.6,
    "frame_near": -1.1,
    "frame_wide": -2.2,
    "place": -1.5,
    "head": -0.9,
    "linked": -0.8,
    "linked_wide": -1.4,
    "named": -0.7,
    "in_main": 0.4,
    "in_frame": -0.4,
    "body_words": 0.2,
    "paragraph_tag": 0.5,
    "caption": -1.9,
    "vote": 0.9,
    "voted": 0.9,
    "vote_near": 1.3,
}
UNVOTED_WEIGHTS: Mapping[str, float] = {
    "one": -0.8,
    "length": 1.6,
    "prose": -0.2,
    "digits": -0.2,
    "capitals": -0.3,
    "heading": 1.5,
    "list_item": 2.0,
    "table_row": 0.5,
    "near": 1.2,
    "wide": 1.8,
    "after": 0.3,
    "long": 1.3,
    "frame_near": -1.3,
    "frame_wide": -2.9,
    "place": -1.7,
    "head": -1.2,
    "linked": -1.1,
    "linked_wide": -2.5,
    "named": -1.0,
    "in_main": 0.9,
    "in_frame": -1.2,
    "body_words": 0.6,
    "paragraph_tag": 1.2,
    "caption": -2.9,
}


def vote_shares(tokens: Sequence[Sequence[str]], vote: str) -> Floats:
    """For each block the share of its word runs that the voted text has, shape (blocks,), 0..1."""
    lines = [folded_words(line) for line in vote.splitlines()]
    whole = {tuple(line) for line in lines}
    voted = [token for line in lines for token in line]
    runs = set(zip(*(voted[i:] for i in range(SHINGLE)), strict=False))
    shares = np.zeros(len(tokens))
    for index, mine in enumerate(tokens):
        if len(mine) < SHINGLE:
            shares[index] = float(bool(mine) and tuple(mine) in whole)
        else:
            own = list(zip(*(mine[i:SCAN] for i in range(SHINGLE)), strict=False))
            shares[index] = sum(run in runs for run in own) / len(own)
    return shares


def text_features(page: Page, signals: Signals) -> dict[str, Floats]:
    """Features of the blocks' text, neighbours and place, each of shape (blocks,)."""
    blocks = page.blocks
    tokens = [some[:SCAN] for some in signals.tokens]
    # A character of an unspaced script is about half a word.
    sizes = np.array(
        [
            len(t) * (0.5 if _UNSPACED.search(b.text[:50]) else 1.0)
            for t, b in zip(tokens, blocks, strict=True)
        ]
    )
    length = np.minimum(np.log1p(sizes) / np.log(101), 1.2)
    ends = np.array([bool(_SENTENCE_END.search(b.text[-10:])) for b in blocks], float)
    inner = np.array([bool(_INNER_END.search(b.text[:4000])) for b in blocks], float)
    function = np.array([sum(t in _FUNCTION for t in ts) / max(1, len(ts)) for ts in tokens])
    function = np.minimum(function * 2.5, 1.0)
    digits = np.array(
        [sum(c.isdigit() for c in b.text[:200]) / len(b.text[:200] or "x") for b in blocks]
    )
    capitals = np.array([_capitalised(b.text[:300]) for b in blocks])
    gone = np.array(signals.furniture, float)
    frame = np.array(signals.frame, float)
    prose = length * np.maximum(ends, inner) * (1 - gone)
    near = _windowed(prose, 2)
    wide = _windowed(prose, 6)
    place = np.arange(len(blocks)) / max(1, len(blocks) - 1)
    return {
        "one": np.ones(len(blocks)),
        "length": length,
        "ends": ends,
        "inner": inner,
        "function": function,
        "prose": length * ends * function,
        "digits": np.minimum(digits * 3, 1.0),
        "capitals": capitals,
        "heading": _is(page, Kind.HEADING),
        "list_item": _is(page, Kind.LIST_ITEM),
        "table_row": _is(page, Kind.TABLE_ROW),
        "near": near,
        "wide": wide,
        "before": _shifted(prose, 1),
        "after": _shifted(prose, -1),
        "long": np.minimum(sizes / 50, 1.0) * ends * function,
        "frame_near": _windowed(frame, 2),
        "frame_wide": _windowed(frame, 6),
        "place": place,
        "head": np.exp(-np.arange(len(blocks)) / 5.0),
    }


def markup_features(page: Page, signals: Signals) -> dict[str, Floats]:
    """Features of the blocks' markup, each of shape (blocks,)."""
    hints = page.markup.hints
    linked = [h.link / max(1, len(b.text)) for h, b in zip(hints, page.blocks, strict=True)]
    return {
        "linked": np.array(linked),
        "linked_wide": _windowed(np.array(linked), 3),
        "named": np.array(signals.named, float),
        "in_main": np.array([bool(_MAIN_TAGS.intersection(h.tags)) for h in hints], float),
        "in_frame": np.array([bool(_FRAME_TAGS.intersection(h.tags)) for h in hints], float),
        "body_words": np.array([bool(_BODY_WORDS.intersection(h.words)) for h in hints], float),
        "paragraph_tag": np.array([h.tags[:1] == ("p",) for h in hints], float),
        "caption": _is(page, Kind.CAPTION),
    }


def probabilities(page: Page, signals: Signals) -> Floats:
    """How likely each block is main content, shape (blocks,), 0..1."""
    features = features_of(page, signals)
    weights = TEXT_WEIGHTS
    if page.media is Media.HTML:
        weights = UNVOTED_WEIGHTS if signals.shares is None else HTML_WEIGHTS
    odds = sum(
        (weight * features[name] for name, weight in weights.items()), np.zeros(len(page.blocks))
    )
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))))


def features_of(page: Page, signals: Signals) -> dict[str, Floats]:
    """All features that there are for a page, each of shape (blocks,)."""
    features = text_features(page, signals)
    if page.media is Media.HTML:
        features |= markup_features(page, signals)
        if signals.shares is not None:
            features |= vote_features(signals.shares)
    return features


def vote_features(shares: Floats) -> dict[str, Floats]:
    """Features of another extractor's vote, each of shape (blocks,)."""
    voted = (shares >= VOTED).astype(float)
    return {"vote": shares, "voted": voted, "vote_near": _windowed(voted, 2)}


def best_run(page: Page, likely: Floats, signals: Signals) -> list[bool]:
    """Which blocks are content when neighbours are heard: the likeliest sequence of two states.

    Furniture is passed over: a keyword list between two paragraphs does not part them.
    """
    stay = STAY_TEXT if page.media is Media.TEXT else STAY_HTML
    open_blocks = [index for index, decided in enumerate(signals.furniture) if not decided]
    states = [False] * len(page.blocks)
    if not open_blocks:
        return states
    safe = np.clip(likely[open_blocks], 1e-6, 1 - 1e-6)
    gain = np.stack([np.log(1 - safe), np.log(safe)], axis=1)
    best, came = gain.copy(), np.zeros(gain.shape, int)
    for i in range(1, len(gain)):
        for state in (0, 1):
            same, other = best[i - 1, state], best[i - 1, 1 - state] - stay
            came[i, state] = state if same >= other else 1 - state
            best[i, state] = max(same, other) + gain[i, state]
    state = int(best[-1, 1] > best[-1, 0])
    for i in range(len(gain) - 1, -1, -1):
        states[open_blocks[i]] = bool(state)
        state = int(came[i, state])
    if page.media is Media.TEXT:
        _extend(page, states, open_blocks, _least_words(page, signals.frame))
    return states


def last_resort(page: Page, likely: Floats, signals: Signals) -> list[bool]:
    """Which blocks are content on a page where none is likely: the voted ones, else full prose.

    A short article in a large frame has everything against it but its own sentences.
    """
    states = [False] * len(page.blocks)
    if signals.shares is not None:
        states = [bool(share >= VOTED) for share in signals.shares]
    if not any(states):
        least = _least_words(page, signals.frame)
        states = [
            bool(p >= LEAST) and _is_prose(block.text, least)
            for p, block in zip(likely, page.blocks, strict=True)
        ]
    return [s and not gone for s, gone in zip(states, signals.furniture, strict=True)]


def _least_words(page: Page, frame: Sequence[bool]) -> int:
    """Words of the shortest prose that counts; fewer in a pasted text that has no frame."""
    return FULL_PARAGRAPH if page.media is Media.HTML or any(frame) else SENTENCE


def _extend(page: Page, states: list[bool], open_blocks: Sequence[int], least: int) -> None:
    """Take in full paragraphs that stand right at the edge of what is content.

    Without markup the first and the last paragraph have furniture for neighbours, which speaks
    against them; a full paragraph of prose next to the article is part of it all the same. One
    heading may stand between.
    """
    for order in (open_blocks, open_blocks[::-1]):
        for here, following, beyond in zip(order, order[1:], [*order[2:], -1], strict=False):
            if not states[here] or states[following]:
                continue
            if _is_prose(page.blocks[following].text, least):
                states[following] = True
            elif (
                page.blocks[following].kind is Kind.HEADING
                and beyond >= 0
                and _is_prose(page.blocks[beyond].text, least)
            ):
                states[following] = states[beyond] = True


def _is_prose(text: str, least: int) -> bool:
    """Full sentences of at least so many words."""
    tokens = folded_words(text[:4000])
    function = sum(token in _FUNCTION for token in tokens)
    return (
        len(tokens) >= least
        and bool(_SENTENCE_END.search(text[-10:]))
        and function >= 0.2 * len(tokens)
    )


def _is(page: Page, kind: Kind) -> Floats:
    return np.array([block.kind is kind for block in page.blocks], float)


def _capitalised(text: str) -> float:
    tokens = [word for word in text.split() if word[:1].isalpha()]
    return sum(word[0].isupper() for word in tokens) / len(tokens) if tokens else 0.0


def _windowed(values: Floats, radius: int) -> Floats:
    """Mean of the neighbours up to `radius` blocks away, the block itself left out."""
    padded = np.concatenate([np.zeros(radius), values, np.zeros(radius)])
    sums = np.convolve(padded, np.ones(2 * radius + 1), mode="valid")
    return np.asarray((sums - values) / (2 * radius))


def _shifted(values: Floats, by: int) -> Floats:
    """The value of the block `by` places before (after, if negative)."""
    out = np.zeros_like(values)
    if by > 0:
        out[by:] = values[:-by]
    else:
        out[:by] = values[-by:]
    return out
