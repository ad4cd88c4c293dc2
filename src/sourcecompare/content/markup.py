"""Features of a block's markup: tags, names in class and id, what stands in the same element.

Readers of an outlet's markup know its article by the element that holds most of the prose, and a
paragraph of it by looking like the other paragraphs. Both are counted here, without any knowledge
of the outlet.
"""

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sourcecompare.model import Hint, Page

from .arrays import Features, Floats, shifted, since, spread, windowed
from .lines import Measured
from .shingles import VOTED, vote_shares
from .signals import Signals

NEAR = 12  # ancestors that a hint names
SHORTEST_BODY = 100  # characters; a stated body shorter than this is a teaser
SHORTEST_DESCRIPTION = 20
FULL = 15  # words of a paragraph

GROUPS: Mapping[str, str] = {
    "body": "articlebody body content story entry text post articletext bodytext fulltext "
    "storybody richtext prose copy wysiwyg",
    "article": "article news blog single main detail",
    "lead": "paragraph para par graf lead intro standfirst dek summary excerpt abstract "
    "subtitle subheadline deck lede description chapo kicker",
    "related": "related recommended recommend recommendations popular trending teaser teasers "
    "latest recent more read also most viewed next previous prev similar suggested promoted "
    "carousel card cards list listing feed river tease headline headlines",
    "comment": "comment comments disqus respond commentlist reply replies discussion",
    "share": "share sharing social socials follow facebook twitter whatsapp tools toolbar buttons",
    "advertisement": "ad ads advert advertisement sponsor sponsored promo promotion banner promos "
    "commercial cta",
    "invitation": "newsletter newsletters subscribe subscription signup optin paywall register "
    "login account modal popup overlay",
    "frame": "nav navigation navbar menu submenu pagination breadcrumb breadcrumbs footer header "
    "masthead top bar sidebar widget widgets rail column aside",
    "meta": "meta byline author authors date time timestamp dateline tag tags category categories "
    "topics topic bio info credit credits source published posted label keywords",
    "legal": "cookie cookies consent gdpr privacy legal copyright disclaimer",
    "caption": "caption figcaption image img photo gallery media video slideshow figure picture "
    "player",
    "list": "faq toc table contents accordion",
}
"""Words of class, id and role that say what an element is for."""

_OWN = "div pre button p li tr h2 h3 figcaption".split()
_PARENTS = "div li td".split()
_AROUND = "article main nav footer aside header form ul table figure section".split()
_LEVELS = (0, 1, 2, 3, 4, 5, 7)
_HALVES = {"third": 0.3, "half": 0.5, "most": 0.8}


def markup_features(page: Page, signals: Signals, measured: Measured) -> Features:
    """Features of the blocks' markup."""
    hints = page.markup.hints
    links = np.array([hint.link for hint in hints], float)
    linked = np.minimum(links / np.maximum(1, measured.counts.all), 1)
    features: Features = {
        "linked": linked,
        "link_characters": links,
        "hidden": np.array([hint.hidden for hint in hints], float),
        "depth": np.array([hint.depth for hint in hints], float),
        "names": np.array([len(hint.words) for hint in hints], float),
        "linked-1": shifted(linked, 1),
        "linked_round_3": windowed(linked, 3),
        "linked_round_8": windowed(linked, 8),
    }
    features |= _tags(hints)
    features |= _named(hints)
    features |= _elements(hints, links, measured)
    features |= _looks(hints, linked, measured)
    features |= _stated(page, signals, measured)
    return features


def _tags(hints: Sequence[Hint]) -> Features:
    own = [hint.tags[0] if hint.tags else "" for hint in hints]
    parents = [hint.tags[1] if len(hint.tags) > 1 else "" for hint in hints]
    features = {f"tag_{tag}": np.array([tag == other for other in own], float) for tag in _OWN}
    for tag in _PARENTS:
        features[f"parent_{tag}"] = np.array([tag == other for other in parents], float)
    levels: dict[tuple[str, ...], list[int]] = {}
    for hint in hints:
        if hint.tags not in levels:
            tags = hint.tags
            levels[tags] = [tags.index(tag) + 1 if tag in tags else 0 for tag in _AROUND]
    table = np.array([levels[hint.tags] for hint in hints], float).reshape(len(hints), -1)
    features |= {f"in_{tag}": table[:, column] for column, tag in enumerate(_AROUND)}
    headline = np.array([tag == "h1" for tag in own], bool)
    features["since_h1"] = since(headline)
    features["after_h1"] = (np.cumsum(headline) > 0).astype(float)
    features["paragraph-1"] = shifted(features["tag_p"], 1)
    features["paragraph+1"] = shifted(features["tag_p"], -1)
    return features


@cache
def _group_of() -> Mapping[str, tuple[int, ...]]:
    """Word -> numbers of the groups that hold it."""
    found: dict[str, tuple[int, ...]] = {}
    for number, words in enumerate(GROUPS.values()):
        for word in words.split():
            found[word] = (*found.get(word, ()), number)
    return found


def _named(hints: Sequence[Hint]) -> Features:
    """For each group how near its words stand (1 the element itself), and how many they are."""
    known: dict[tuple[str, ...], list[float]] = {}
    groups, count = _group_of(), len(GROUPS)
    for hint in hints:
        if hint.words in known:
            continue
        row = [0.0] * (2 * count)
        telling = [(place, word) for place, word in enumerate(hint.words) if word in groups]
        for distance, word in telling:
            for number in groups[word]:
                row[number] = row[number] or 1 / (1 + distance / 4)
                row[count + number] += row[count + number] < 4
        known[hint.words] = row
    table = np.array([known[hint.words] for hint in hints]).reshape(len(hints), 2 * count)
    features = {f"near_{name}": table[:, column] for column, name in enumerate(GROUPS)}
    return features | {f"often_{name}": table[:, count + n] for n, name in enumerate(GROUPS)}


def _elements(hints: Sequence[Hint], links: Floats, measured: Measured) -> Features:
    """What the elements round a block hold: prose, links, blocks."""
    numbers = np.zeros((len(hints), NEAR), int)
    for row, hint in zip(numbers, hints, strict=True):
        row[: len(hint.ancestors)] = hint.ancestors[:NEAR]
    # Elements are counted over the page: few of them hold blocks.
    known, places = np.unique(numbers, return_inverse=True)
    places = places.reshape(numbers.shape)
    exists = numbers > 0

    def held(values: Floats) -> Floats:
        sums = np.bincount(places.ravel(), np.repeat(values, NEAR), minlength=len(known))
        return np.asarray(sums[places])

    prose = measured.prose
    total = max(1e-9, float(prose.sum()))
    prose_held, blocks = held(prose), held(np.ones(len(hints)))
    link_share = held(links) / np.maximum(1, held(np.maximum(1, measured.counts.all)))
    paragraphs = held((prose >= FULL).astype(float))
    features: Features = {}
    for level in _LEVELS:
        here = exists[:, level]
        features[f"around_{level}_prose"] = np.where(here, prose_held[:, level] / total, 1)
        features[f"around_{level}_links"] = np.where(here, link_share[:, level], 0)
        features[f"around_{level}_blocks"] = np.where(here, np.log1p(blocks[:, level]), 9)
        if level in (1, 2, 3):
            dense = prose_held[:, level] / blocks[:, level]
            features[f"around_{level}_dense"] = np.where(here, dense, 0)
            features[f"around_{level}_paragraphs"] = np.where(here, paragraphs[:, level], 0)
    return features | _up_to(prose_held / total, np.log1p(blocks), exists)


def _up_to(shares: Floats, blocks: Floats, exists: NDArray[np.bool_]) -> Features:
    """How far up the first element is that holds so much of the page's prose, and its size."""
    features: Features = {}
    rows = np.arange(len(shares))
    for name, needed in _HALVES.items():
        holds = (shares >= needed) & exists
        found, level = holds.any(axis=1), holds.argmax(axis=1)
        features[f"up_to_{name}"] = np.where(found, level, NEAR + 1).astype(float)
        features[f"{name}_blocks"] = np.where(found, blocks[rows, level], 9)
    return features


def _looks(hints: Sequence[Hint], linked: Floats, measured: Measured) -> Features:
    """What the blocks that look like this one are on the whole."""
    looks = np.array([hint.look for hint in hints], int)
    counts = np.bincount(looks).astype(float)

    def mean(values: Floats) -> Floats:
        return np.asarray((np.bincount(looks, values) / np.maximum(1, counts))[looks])

    prose = measured.prose
    containers = np.array([hint.container for hint in hints], float)
    share = np.bincount(looks, prose) / max(1e-9, float(prose.sum()))
    return {
        "alike": np.log1p(counts[looks]),
        "alike_prose": mean(prose),
        "alike_words": mean(np.log1p(measured.words)),
        "alike_links": mean(linked),
        "alike_ends": mean(measured.ends),
        "alike_share": share[looks],
        "alike_gone": mean(measured.gone),
        "same_container": (shifted(containers, 1, -1) == containers).astype(float),
        "same_look": (shifted(looks.astype(float), 1, -1) == looks).astype(float),
    }


def _stated(page: Page, signals: Signals, measured: Measured) -> Features:
    """What the page's metadata has of a block; -1 where it states no body or description."""
    head, count = page.markup.head, len(page.blocks)
    features = dict.fromkeys(
        ("stated", "stated_round", "stated_prose", "stated_length"), spread(-1, count)
    )
    if len(head.body) >= SHORTEST_BODY:
        shares = vote_shares(signals.tokens, head.body)
        stated = (shares >= VOTED).astype(float)
        prose = measured.prose
        total = max(1e-9, float(prose.sum()))
        features = {
            "stated": shares,
            "stated_round": windowed(stated, 2),
            "stated_prose": spread(float((stated * prose).sum()) / total, count),
            "stated_length": spread(np.log1p(len(head.body)), count),
        }
    described = spread(-1, count)
    if len(head.description) >= SHORTEST_DESCRIPTION:
        described = vote_shares(signals.tokens, head.description)
    return features | {"described": described}
