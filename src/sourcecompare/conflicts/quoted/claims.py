"""Two quotations that are at odds, as a pair of claims."""

from collections.abc import Iterable

from sourcecompare.conflicts.compared import Compared
from sourcecompare.conflicts.pairs import Pair, pair
from sourcecompare.model import TextSpan, Value, ValueKind
from sourcecompare.values import FUNCTION, Claim, Passage

from .senses import EDITORIAL, Sense
from .twins import FLANK, place, window

TURNED, SWAPPED, WORDED, SPOKEN = "sense", "word", "words", "speaker"
"""What two quotations are at odds about, as the unit of their values."""
UNITS = {
    Sense.TURNED: TURNED,
    Sense.OTHER_WORD: SWAPPED,
    Sense.OTHER_WORDS: WORDED,
}
ANCHOR = 6
"""Words that name a quotation."""


def quoted_pair(one: Claim, other: Claim, compared: Compared) -> Pair:
    """The two quotations, the left one first in order of place."""
    a, b = sorted((one, other), key=lambda claim: (claim.value.ref, claim.value.span))
    left, right = compared.statements[a.value.ref], compared.statements[b.value.ref]
    linked = (a.value.ref, b.value.ref) in compared.links
    return pair(left, right, a, b, compared.weights, linked=linked)


def quoted_claim(
    passage: Passage,
    span: tuple[int, int],
    compared: Compared,
    common: Iterable[str],
    unit: str,
) -> Claim:
    """A quotation as it says words, those of a place, that the other one does not.

    `common` are the plain forms that both have.
    """
    word = passage.words[place(passage, span)]
    ref = passage.refs[word.sentence]
    sentence = compared.statements[ref].sentence
    piece = passage.pieces[word.piece]
    start, end = max(piece.start, sentence.span.start), min(piece.end, sentence.span.end)
    said = sentence.text[start - sentence.span.start : end - sentence.span.start]
    whole = TextSpan(start, start + len(said.rstrip(" ,;")))
    value = Value(
        kind=ValueKind.QUOTATION,
        normal=" ".join(one.form for one in window(passage, span, FLANK)),
        unit=unit,
        head="",
        modifier="",
        ref=ref,
        span=whole,
    )
    return Claim(
        value=value,
        complement=_anchor(common),
        phrase=whole,
        of="the same quotation",
        shown=_shown(passage, span, sentence.text, sentence.span.start),
    )


def _anchor(common: Iterable[str]) -> tuple[str, ...]:
    """The longest words that both have."""
    words = set(common) - EDITORIAL
    return tuple(sorted(words, key=lambda word: (-len(word), word))[:ANCHOR])


def _shown(passage: Passage, span: tuple[int, int], text: str, offset: int) -> str:
    """The words round a change as written, in quotation marks."""
    at = passage.words[place(passage, span)]
    near = [
        word
        for word in window(passage, span, FLANK)
        if word.sentence == at.sentence and word.piece == at.piece
    ]
    behind = passage.words[min(len(passage.words), span[1] + FLANK) :][:FLANK]
    here = at.sentence, at.piece
    while behind and near[-1].text in FUNCTION and (behind[0].sentence, behind[0].piece) == here:
        near.append(behind[0])  # no "... losing the"
        behind = behind[1:]
    quoted = " ".join(text[near[0].start - offset : near[-1].end - offset].split())
    return f"“{quoted}”"
