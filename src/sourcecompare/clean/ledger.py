"""The ledger of one page: every character that is not white space is entered as kept or removed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sourcecompare.content import Judgement
from sourcecompare.model import Article, Block, Kind, Page, PageSpan, Removal, Rule, TextSpan
from sourcecompare.rules import CUTS, NAMES, BlockRule, Context, CutRule
from sourcecompare.text import words

from .notes import two_pieces
from .others import tells_other

Verdict = tuple[BlockRule, str] | None
"""the rule that speaks against a block, and what it says"""


def first_verdict(block: Block, context: Context, rules: Sequence[BlockRule]) -> Verdict:
    """The first rule that speaks against the block, and what it says."""
    for rule in rules:
        reason = rule.find(block, context)
        if reason is not None:
            return rule, reason
    return None


def verdicts_of(page: Page, context: Context, rules: Sequence[BlockRule]) -> list[Verdict]:
    """The first verdict on each block; only those that hold a phrase are looked up in detail."""
    silent = [rule for rule in rules if not rule.by_phrase]
    return [
        first_verdict(block, context, rules if phrases else silent)
        for block, phrases in zip(page.blocks, context.phrases, strict=True)
    ]


@dataclass(slots=True)
class _Run:
    """A kept run of a block."""

    span: PageSpan
    block: Block


class Ledger:
    """Takes a page's blocks one by one; every character is entered as kept or removed."""

    def __init__(
        self, page: Page, context: Context, keep: tuple[Kind, ...], judgement: Judgement
    ) -> None:
        self.page = page
        self.context = context
        self.keep = keep
        self.judgement = judgement
        self.cuts: tuple[CutRule, ...] = CUTS
        self.removals: list[Removal] = []
        self.notes: list[str] = []
        self.dropped: list[tuple[Block, Verdict]] = []
        self.runs: list[_Run] = []
        self.kept_words: set[str] = set()

    def enter(self, block: Block, verdict: Verdict, chosen: bool) -> None:
        """Keep the block, whole or in part, or remove it."""
        asked_for = chosen or block.kind is Kind.CAPTION  # the model knows captions as furniture
        if block.kind in self.keep and verdict is None and asked_for:
            self._keep(block)
        elif block.text.strip():
            self.dropped.append((block, verdict))

    def last(self) -> int:
        """Index of the last block that is kept, whole or in part; -1 for none."""
        return self.runs[-1].block.index if self.runs else -1

    def words(self) -> int:
        """Kept words."""
        return sum(len(words(self.page.visible[r.span.start : r.span.end])) for r in self.runs)

    def article(self, title: str) -> Article:
        """The article that these entries make."""
        head = self.page.markup.head
        removals = self._removed()
        spans = tuple(run.span for run in self.runs)
        kept = {run.block.index: run.block for run in self.runs}
        texts: dict[int, list[str]] = {}
        for run in self.runs:
            shown = self.page.visible[run.span.start : run.span.end]
            texts.setdefault(run.block.index, []).append(" ".join(shown.split()))
        return Article(
            page=self.page,
            title=title or None,
            author=head.author or None,
            published=head.published or None,
            language=head.language or None,
            blocks=tuple(kept.values()),
            removals=removals,
            confidence=self._confidence(),
            text="\n\n".join(" ".join(pieces) for pieces in texts.values()),
            kept=spans,
            notes=tuple(dict.fromkeys((*self.notes, *two_pieces(removals, spans)))),
        )

    def _keep(self, block: Block) -> None:
        found = (
            (span, rule, reason)
            for rule in self.cuts
            for span, reason in rule.find(block, self.context)
        )
        cuts = sorted(found, key=lambda cut: cut[0])
        start = 0
        for span, rule, reason in cuts:
            if span.start < start:
                continue  # two rules cut the same run: once is enough
            self._run(block, start, span.start)
            where = _place(block, span)
            self.removals.append(
                Removal(span=where, rule=rule.rule, reason=reason, confidence=rule.confidence)
            )
            start = span.end
        self._run(block, start, len(block.text))

    def _run(self, block: Block, start: int, end: int) -> None:
        piece = block.text[start:end]
        stripped = piece.strip()
        if stripped:
            left = start + len(piece) - len(piece.lstrip())
            span = _place(block, TextSpan(left, left + len(stripped)))
            self.runs.append(_Run(span, block))

    def _removed(self) -> tuple[Removal, ...]:
        """All removals in page order; why a block went may depend on what stayed."""
        removals = list(self.removals)
        # Read once: an endless page drops hundreds of blocks below a long article.
        self.kept_words = {
            word for run in self.runs for word in self.context.tokens[run.block.index]
        }
        for block, verdict in self.dropped:
            rule, reason, confidence = self._why(block, verdict)
            removals.append(
                Removal(span=block.span, rule=rule, reason=reason, confidence=confidence)
            )
        return tuple(sorted(removals, key=lambda removal: removal.span))

    def _why(self, block: Block, verdict: Verdict) -> tuple[Rule, str, float]:
        if verdict:
            return verdict[0].rule, verdict[1], verdict[0].confidence
        if block.kind is Kind.CAPTION:
            return Rule.CAPTION, "The caption of a picture or table.", 0.9
        named = first_verdict(block, self.context, NAMES)
        if named:
            return named[0].rule, named[1], named[0].confidence
        if self._is_other_article(block):
            reason = (
                "It reads like an article, but stands below this one "
                "and shares hardly any name or rare word with it."
            )
            return Rule.OTHER_ARTICLE, reason, 0.7
        probability = float(self.judgement.likely[block.index])
        reason = "Its length, its wording and its place are those of the page's furniture."
        return Rule.LOW_CONFIDENCE, reason, round(min(0.99, max(0.5, 1 - probability)), 3)

    def _is_other_article(self, block: Block) -> bool:
        """Whether a dropped block is prose below the article that tells something else."""
        below = bool(self.runs) and block.span > self.runs[-1].span
        return below and tells_other(block.text, self.kept_words)

    def _confidence(self) -> float:
        """How well the kept words meet what a person would keep: their expected F1, 0..1."""
        chosen = np.zeros(len(self.page.blocks), bool)
        chosen[[run.block.index for run in self.runs]] = True
        return round(self.judgement.quality(chosen), 3)


def _place(block: Block, span: TextSpan) -> PageSpan:
    """A run of a block in the page's coordinates."""
    return PageSpan(block.span.start + span.start, block.span.start + span.end)
