"""Articles that look like many outlets on one event, of any number and length.

Names, nouns, verbs and adjectives are invented, since the words of a template would make every
sentence like every other one; what joins them is English. All of it comes from a fixed seed: the
same numbers give the same articles on every machine. An event has facts, few of which everybody
tells. An article tells some of them in its own words, copies paragraphs of a wire text with small
edits, and has paragraphs of its own. Figures, sums and days are now and then other ones than
elsewhere.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import sourcecompare as sc

SEED = 20
COPIED = 0.08
"""Share of an article's paragraphs that stand in the wire text ..."""
OWN = 0.45
"""... and of those that no other outlet tells. The others tell facts of the event."""
OTHER_WORD = 0.35
"""Share of words that a telling exchanges for a synonym."""
OTHER_VALUE = 0.08
"""Share of tellings with another figure, sum or day than the event has."""
SKEW = 2.0
"""The higher, the more outlets tell the same few facts."""
MANNERS = ((0.85, 0.12, 0.03), (0.2, 0.6, 0.2), (0.05, 0.15, 0.8))
"""How outlets tell the passages of a wire text, in turns: shares that they print word by word, edit
and tell in their own words. Those of a news agency's customers, of a desk, of a reporter."""
LONE = 10
"""Every so many passages, one is told by one outlet only ..."""
DISPUTED = 12
"""... and in one, an outlet has other figures and another day."""

_ONSETS = "b br c ch d dr f fl g gr h j k kl l m n p pl qu r s sh sk st t tr v w z".split()
_VOWELS = "a e i o u ai ea ee oa ou".split()
_CODAS = [
    "",
    "",
    "",
    "b",
    "ck",
    "d",
    "ft",
    "g",
    "l",
    "m",
    "n",
    "nd",
    "p",
    "r",
    "sk",
    "st",
    "t",
    "x",
]
_SOUNDS = (_ONSETS, _VOWELS, _CODAS)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October".split()
_VALUES = (
    "{n} people were injured",
    "it cost ${m} million",
    "{p} percent of the {b} had been lost",
    "the {b} was last seen on {month} {d}",
    "for {n} days there was no {b}",
    "{n} {b}s were found",
    "they met on {day}",
)
_JOINTS = "of to in".split()
_TELLINGS = (
    "{who} {did} the {a} {b} of {where}, and {value}.",
    "In {where} the {a} {b} was {did} by {who}; {value}.",
    "According to {who}, {value} when the {b} at {where} had been {did} by a {c}.",
    "“We {did} the {b} in {where},” said {who}. As for the {a} {c}, {value}.",
    "{who} from {where} says that the {a} {c} {did} a {b}.",
    "The {c} of {where} had {did} the {b} before {who} came to the {a} {e}.",
    "There is no {a} {c} without a {b}, {who} {did} at the {e} in {where}.",
    "Neither the {c} nor its {e} has {did} {where}, but {who} has a {a} {b}.",
    "While {who} {did} one {b} after another, a {c} went from {where} to the {a} {e}.",
)
_DENIALS = ("There is no", "Neither")
_PLAIN = tuple(one for one in _TELLINGS if not one.startswith(_DENIALS))
"""Told in any of these, a fact is told as the same: the others deny what these say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """What there is to tell, and who tells it."""

    names: Sequence[str]
    facts: Sequence[dict[str, str]]
    wire: Sequence[str]


def articles(outlets: int, paragraphs: int, *, seed: int = SEED) -> tuple[sc.Article, ...]:
    """As many articles of as many paragraphs on one event, each with a headline."""
    return tuple(
        sc.article_from_paragraphs(
            body,
            id=f"outlet-{number:02}",
            outlet=f"Outlet {number}",
            title=head,
            published=f"2025-03-{1 + number % 3:02}",
            language="en",
        )
        for number, (head, body) in enumerate(texts(outlets, paragraphs, seed=seed))
    )


def texts(outlets: int, paragraphs: int, *, seed: int = SEED) -> list[tuple[str, list[str]]]:
    """Headline and paragraphs of each outlet."""
    chance = random.Random(f"{seed} {outlets} {paragraphs}")  # noqa: S311 - no secret is made
    names = [_word(chance).capitalize() for _ in range(20 + paragraphs)]
    facts = [_fact(chance, names) for _ in range(5 * paragraphs)]
    wire = [
        " ".join(_told(chance, fact) for fact in chance.sample(facts, 2))
        for _ in range(max(1, paragraphs // 4))
    ]
    event = _Event(names=names, facts=facts, wire=wire)
    made = []
    for _ in range(outlets):
        body = [_paragraph(chance, event, at) for at in range(paragraphs)]
        made.append((_told(chance, facts[0]).rstrip("."), body))
    return made


def retellings(outlets: int, passages: int, *, seed: int = SEED) -> tuple[sc.Article, ...]:
    """Articles that tell the same passages, a paragraph each, most of them in the wire's words.

    Nearer to a story as news agencies make them than `articles`: a passage is told by all, or by
    one outlet only, and there are as many passages as paragraphs.
    """
    chance = random.Random(f"retold {seed} {outlets} {passages}")  # noqa: S311 - no secret is made
    names = [_word(chance).capitalize() for _ in range(20 + passages)]
    bodies: list[list[str]] = [[] for _ in range(outlets)]
    for number in range(passages):
        if number % LONE == LONE - 1:
            bodies[chance.randrange(outlets)].append(_unheard(chance))
            continue
        facts = [_fact(chance, names) for _ in range(chance.choices((1, 2, 3), (3, 5, 2))[0])]
        wire = _in_plain_words(chance, facts)
        disputed = chance.randrange(outlets) if number % DISPUTED == DISPUTED - 1 else None
        for outlet, body in enumerate(bodies):
            other = 1 if outlet == disputed else 0
            body.append(_retold(chance, wire, facts, outlet=outlet, other_value=other))
    return tuple(
        sc.article_from_paragraphs(
            body,
            id=f"outlet-{number:02}",
            outlet=f"Outlet {number}",
            title=body[0].partition(".")[0],
            published=f"2025-03-{1 + number % 3:02}",
            language="en",
        )
        for number, body in enumerate(bodies)
    )


def _retold(
    chance: random.Random,
    wire: str,
    facts: Sequence[dict[str, str]],
    *,
    outlet: int,
    other_value: float,
) -> str:
    """The passage as this outlet has it; with other values, it is in words of its own."""
    (how,) = chance.choices(("copied", "edited", "told"), MANNERS[outlet % len(MANNERS)])
    if how == "told" or other_value:
        return _in_plain_words(chance, facts, other_value=other_value)
    return _edited(chance, wire) if how == "edited" else wire


def _in_plain_words(
    chance: random.Random, facts: Sequence[dict[str, str]], *, other_value: float = 0
) -> str:
    return " ".join(_told(chance, fact, other_value=other_value, tellings=_PLAIN) for fact in facts)


def _unheard(chance: random.Random) -> str:
    """A sentence like no other one: a template's own words would make it like some."""
    words = [chance.choice((_word(chance), _word(chance), *_JOINTS)) for _ in range(20)]
    return " ".join(words).capitalize() + "."


def _paragraph(chance: random.Random, event: _Event, at: int) -> str:
    kind = chance.random()
    if kind < COPIED:
        return _edited(chance, event.wire[at % len(event.wire)])
    size = chance.choices((1, 2, 3), (3, 5, 2))[0]
    if kind < COPIED + OWN:
        facts = [_fact(chance, event.names) for _ in range(size)]
    else:
        picked = [int(len(event.facts) * chance.random() ** SKEW) for _ in range(size)]
        facts = [event.facts[number] for number in picked]
    return " ".join(_told(chance, fact) for fact in facts)


def _told(
    chance: random.Random,
    fact: dict[str, str],
    *,
    other_value: float = OTHER_VALUE,
    tellings: Sequence[str] = _TELLINGS,
) -> str:
    words = {
        part: _synonym(word) if part in _WORDS and chance.random() < OTHER_WORD else word
        for part, word in fact.items()
    }
    if chance.random() < other_value:
        words |= _figures(chance)
    words["value"] = words["value"].format_map(words)
    sentence = chance.choice(tellings).format_map(words)
    return sentence[0].upper() + sentence[1:]


def _edited(chance: random.Random, paragraph: str) -> str:
    """The paragraph, in every second copy with a word left out."""
    words = paragraph.split()
    if chance.random() < 1 / 2:
        del words[chance.randrange(1, len(words) - 1)]
    return " ".join(words)


_WORDS = frozenset(("did", "a", "b", "c", "e"))
"""What has a synonym: all but names and figures."""


def _fact(chance: random.Random, names: Sequence[str]) -> dict[str, str]:
    return {
        "who": f"{chance.choice(names)} {chance.choice(names)}",
        "where": chance.choice(names),
        "did": f"{_word(chance)}ed",
        "a": _word(chance),
        "b": _word(chance),
        "c": _word(chance),
        "e": _word(chance),
        "value": chance.choice(_VALUES),
    } | _figures(chance)


def _figures(chance: random.Random) -> dict[str, str]:
    return {
        "n": str(chance.randint(3, 90)),
        "m": str(chance.randint(2, 60)),
        "p": str(chance.randint(11, 89)),
        "d": str(chance.randint(1, 28)),
        "month": chance.choice(_MONTHS),
        "day": chance.choice(_DAYS),
    }


def _word(chance: random.Random) -> str:
    """A word, maybe one that others use too: of common sounds, and none too long."""
    syllables = chance.choice((1, 2, 2, 3))
    parts = [_common(chance, sounds) for _ in range(syllables) for sounds in _SOUNDS]
    return "".join(parts)


def _synonym(word: str) -> str:
    """The same word for a word on every machine."""
    return _word(random.Random(word))  # noqa: S311 - no secret is made


def _common(chance: random.Random, sounds: Sequence[str]) -> str:
    return sounds[int(len(sounds) * chance.random() ** 1.3)]
