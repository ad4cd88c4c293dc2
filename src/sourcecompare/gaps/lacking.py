"""What all outlets of a story tell but one."""

from collections.abc import Iterable, Mapping, Sequence

from sourcecompare.model import (
    Article,
    BlockRef,
    Comparison,
    Finding,
    FindingKind,
    Lack,
    Sentence,
    SentenceRef,
)
from sourcecompare.reuse import read_voices
from sourcecompare.similarity import score_matrix
from sourcecompare.versions import current

OUTLETS = 3
"""Of a story where one can lack something: of two, each lacks all that the other says alone."""
VOICES = 2
"""That have to tell it: what one wire text says, an outlet lacks that did not buy it."""
UNLIKE = 0.2
"""Score below which no sentence of the outlet may be like any that tells it. Of 16 such things in
15 marked events that no link or group joins to the outlet, it leaves 10; one of them has a
paragraph there that is marked as telling it in part, of the six others three."""


def find_lacking(
    comparison: Comparison, told: Mapping[str, tuple[Sentence, ...]]
) -> tuple[Lack, ...]:
    """What one outlet alone surely lacks, in the order of the findings.

    Nothing of it may be in a group with what tells it, sure or not, nor a paragraph of it beside a
    paragraph that does; an outlet in another language could not be compared by its words. Old
    versions of an article lack nothing: they may have been too early.
    """
    story = comparison.story
    pages = current(story)
    outlets = {one.page.outlet for one in pages}
    if len(outlets) < OUTLETS:
        return ()
    near = _Near(comparison)
    voices = read_voices(story.articles, told, comparison.reuse)
    home = {one.page.id: one.page.outlet for one in story.articles}
    wanted: dict[str, list[tuple[Finding, int]]] = {}
    for finding in comparison.findings:
        refs = [one.ref for one in finding.evidence]
        missing = outlets - {home[ref.article] for ref in refs}
        if finding.kind is not FindingKind.SHARED or len(missing) != 1:
            continue
        (outlet,) = missing
        heard = voices.among(refs)
        if heard >= VOICES and outlet not in {home[page] for page in near.pages(refs)}:
            wanted.setdefault(outlet, []).append((finding, heard))
    found: dict[str, Lack] = {}
    for outlet, some in wanted.items():
        own = [one for one in pages if one.page.outlet == outlet]
        found |= {one.finding: one for one in _surely(some, own, story.articles, told)}
    return tuple(found[one.id] for one in comparison.findings if one.id in found)


class _Near:
    """Which pages have anything that may tell the same as some sentences."""

    def __init__(self, comparison: Comparison) -> None:
        self._groups: dict[SentenceRef, set[str]] = {}
        self._blocks: dict[BlockRef, set[str]] = {}
        for group in comparison.groups:
            pages = {ref.article for ref in group.sentences}
            for ref in group.sentences:
                self._groups.setdefault(ref, set()).update(pages)
        for pair in comparison.alignments:
            for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
                self._blocks.setdefault(one, set()).add(other.article)

    def pages(self, refs: Iterable[SentenceRef]) -> set[str]:
        found: set[str] = set()
        for ref in refs:
            found |= self._groups.get(ref, set())
            found |= self._blocks.get(BlockRef(ref.article, ref.block), set())
        return found


def _surely(
    wanted: Sequence[tuple[Finding, int]],
    own: Sequence[Article],
    articles: Sequence[Article],
    told: Mapping[str, tuple[Sentence, ...]],
) -> Iterable[Lack]:
    """Those of the findings that no sentence of these articles is like."""
    said = {one.ref: one.text for some in told.values() for one in some}
    language = {one.page.id: _primary(one.language) for one in articles}
    mine = sorted({one.text for article in own for one in told[article.page.id]})
    theirs = sorted({said[one.ref] for finding, _ in wanted for one in finding.evidence})
    if not mine:
        return
    spoken = {language[one.page.id] for one in own}
    best = dict(zip(theirs, score_matrix(theirs, mine).max(axis=1).tolist(), strict=True))
    for finding, voices in wanted:
        refs = [one.ref for one in finding.evidence]
        heard = {language[ref.article] for ref in refs} | spoken
        if len(heard - {""}) > 1 or max(best[said[ref]] for ref in refs) >= UNLIKE:
            continue
        fullest = min(refs, key=lambda ref: (-len(said[ref]), said[ref], ref))
        yield Lack(
            finding=finding.id,
            pages=tuple(sorted(one.page.id for one in own)),
            fullest=fullest,
            voices=voices,
        )


def _primary(language: str | None) -> str:
    return (language or "").replace("_", "-").split("-")[0].lower()
