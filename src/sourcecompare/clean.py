"""Boilerplate removal: a page into an article or a rejection, with a reason for all that went."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .content import (
    VOTED,
    Floats,
    Signals,
    best_run,
    last_resort,
    probabilities,
    vote_shares,
)
from .errors import SettingError
from .extract import vote
from .model import (
    DEFAULT_KINDS,
    Article,
    Block,
    Fault,
    Kind,
    Media,
    Page,
    PageSpan,
    Reason,
    Rejected,
    Removal,
    Rule,
    Site,
    TextSpan,
)
from .rules import (
    CUTS,
    FRAME,
    NAMES,
    RULES,
    BlockRule,
    Context,
    find_title,
    is_named,
    lexicon,
    read_context,
)
from .text import fold, folded_words, words

TOO_SHORT = 12  # words; a news item in brief has more
WALL = 150  # words; bot walls, consent walls and error pages keep less
UNVEILED = 100  # words; less hidden text than this is no article that waits for a script
RARE_LENGTH = 5  # letters; shorter words say little about what a text is on
RARE_WORDS = 8  # of these, for a block that can be called another article's
OTHER_SHARE = 0.35  # of these may stand in the article; paragraphs of one article share more
LONG_TEMPLATE = 12  # words; a longer block is template only if three pages have it

_WALLS = {
    Reason.CAPTCHA: "a bot wall was saved instead of the article; open the page in a browser and "
    "save it again",
    Reason.CONSENT_WALL: "a consent wall was saved instead of the article; answer it in a browser "
    "and save the page again",
    Reason.SOFT_404: "the outlet says that the page does not exist; look for its new address",
}


def clean(
    page: Page,
    *,
    site: Site | None = None,
    keep: Sequence[Kind] = DEFAULT_KINDS,
    rules: Sequence[BlockRule] = RULES,
) -> Article | Rejected:
    """The page's main content, with a removal for everything that is not.

    `site` names what recurs over the outlet's pages, `keep` the kinds of blocks that belong to the
    body. Kept and removed spans together cover every character of `page.visible` that is not white
    space exactly once. A page without an article gives a `Rejected`, never an exception.

    Raises:
        SettingError: `site` belongs to another outlet.
    """
    if site is not None and site.outlet != page.outlet:
        raise SettingError(
            f"the site of {site.outlet!r} cannot clean a page of {page.outlet!r}; "
            "learn one from this outlet's own pages."
        )
    if page.fault:
        return _reject(page, page.fault)
    title, title_block = find_title(page)
    context = read_context(page, title, title_block, site.repeated if site else ())
    voted = vote(page.content) if page.media is Media.HTML and page.content else None
    unveiled = voted is not None and _hides_article(page, voted)
    if unveiled:
        rules = [rule for rule in rules if rule.rule is not Rule.HIDDEN]
    verdicts = [_first_verdict(block, context, rules) for block in page.blocks]
    signals = Signals(
        furniture=[verdict is not None for verdict in verdicts],
        frame=[verdict is not None and verdict[0].rule in FRAME for verdict in verdicts],
        named=[is_named(block, context) for block in page.blocks],
        vote=voted,
    )
    likely = probabilities(page, signals)
    states = best_run(page, likely, signals.furniture)
    if not any(states):
        states = last_resort(page, likely, signals)
    chosen = _with_headings(page, states, verdicts)
    ledger = _Ledger(page, context, tuple(keep), likely)
    if unveiled:
        ledger.notes.append("The page hides its article until a script shows it; it was read.")
    for block in page.blocks:
        ledger.enter(block, verdicts[block.index], chosen[block.index])
    fault = _fault(page, ledger, context)
    if fault:
        return _reject(page, fault)
    return ledger.article(title)


def learn_site(pages: Sequence[Page]) -> Site:
    """What recurs over the pages of one outlet: its template.

    A block is template if it stands on at least two different pages and on half of them; a longer
    one, which two articles on one event may share, only if it stands on three.

    Raises:
        SettingError: the pages are of several outlets, or there are none.
    """
    outlets = sorted({page.outlet for page in pages})
    if len(outlets) != 1:
        raise SettingError(
            f"learn_site takes the pages of one outlet; these are of {len(outlets)}: "
            f"{', '.join(outlets) or 'none'}."
        )
    different = {page.sha256: page for page in pages}.values()
    seen = Counter(
        folded for page in different for folded in {fold(block.text) for block in page.blocks}
    )
    needed = max(2, len(different) / 2)
    repeated = (
        folded
        for folded, count in seen.items()
        if count >= needed and (len(words(folded)) < LONG_TEMPLATE or count >= 3)
    )
    return Site(outlet=outlets[0], repeated=tuple(sorted(repeated)))


def _hides_article(page: Page, voted: str) -> bool:
    """Whether most of what another extractor takes for the article is hidden on the page.

    Some pages hide their text until a script shows it: a browser's reader does see it.
    """
    shares = vote_shares(page, voted)
    sizes = {True: 0, False: 0}
    for block, hint, share in zip(page.blocks, page.markup.hints, shares, strict=True):
        sizes[hint.hidden] += len(words(block.text)) if share >= VOTED else 0
    return sizes[True] > UNVEILED and sizes[True] > 3 * sizes[False]


def _first_verdict(
    block: Block, context: Context, rules: Sequence[BlockRule]
) -> tuple[BlockRule, str] | None:
    """The first rule that speaks against the block, and what it says."""
    for rule in rules:
        reason = rule.find(block, context)
        if reason is not None:
            return rule, reason
    return None


def _with_headings(
    page: Page, chosen: Sequence[bool], verdicts: Sequence[tuple[BlockRule, str] | None]
) -> list[bool]:
    """A sub-headline stays if, and only if, the text below it stays."""
    out = list(chosen)
    below = False
    for block in reversed(page.blocks):
        if verdicts[block.index] is not None:
            continue
        if block.kind is Kind.HEADING:
            out[block.index] = below and (out[block.index] or page.media is Media.HTML)
        else:
            below = out[block.index]
    return out


@dataclass(slots=True)
class _Run:
    """A kept run of a block."""

    span: PageSpan
    block: Block


class _Ledger:
    """Takes a page's blocks one by one; every character is entered as kept or removed."""

    def __init__(
        self, page: Page, context: Context, keep: tuple[Kind, ...], likely: Floats
    ) -> None:
        self.page = page
        self.context = context
        self.keep = keep
        self.likely = likely
        self.removals: list[Removal] = []
        self.notes: list[str] = []
        self.dropped: list[tuple[Block, tuple[BlockRule, str] | None]] = []
        self.runs: list[_Run] = []

    def enter(self, block: Block, verdict: tuple[BlockRule, str] | None, chosen: bool) -> None:
        """Keep the block, whole or in part, or remove it."""
        asked_for = chosen or block.kind is Kind.CAPTION  # the model knows captions as furniture
        if block.kind in self.keep and verdict is None and asked_for:
            self._keep(block)
        elif block.text.strip():
            self.dropped.append((block, verdict))

    def words(self) -> int:
        """Kept words."""
        return sum(len(words(self.page.visible[r.span.start : r.span.end])) for r in self.runs)

    def article(self, title: str) -> Article:
        """The article that these entries make."""
        head = self.page.markup.head
        removals = self._removed()
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
            kept=tuple(run.span for run in self.runs),
            notes=self._notes(removals),
        )

    def _keep(self, block: Block) -> None:
        cuts = sorted(
            (span, rule, reason) for rule in CUTS for span, reason in rule.find(block, self.context)
        )
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
        for block, verdict in self.dropped:
            rule, reason, confidence = self._why(block, verdict)
            removals.append(
                Removal(span=block.span, rule=rule, reason=reason, confidence=confidence)
            )
        return tuple(sorted(removals, key=lambda removal: removal.span))

    def _why(self, block: Block, verdict: tuple[BlockRule, str] | None) -> tuple[Rule, str, float]:
        if verdict:
            return verdict[0].rule, verdict[1], verdict[0].confidence
        if block.kind is Kind.CAPTION:
            return Rule.CAPTION, "The caption of a picture or table.", 0.9
        named = _first_verdict(block, self.context, NAMES)
        if named:
            return named[0].rule, named[1], named[0].confidence
        if self._is_other_article(block):
            reason = (
                "It reads like an article, but stands below this one "
                "and shares hardly any name or rare word with it."
            )
            return Rule.OTHER_ARTICLE, reason, 0.7
        probability = float(self.likely[block.index])
        reason = (
            "Its length, its wording and its place are those of the page's furniture "
            f"(probability of being content: {probability:.0%})."
        )
        return Rule.LOW_CONFIDENCE, reason, round(min(0.99, max(0.5, 1 - probability)), 3)

    def _confidence(self) -> float:
        """Mean certainty of the content model over the page's characters, 0..1."""
        sizes = [len(block.text) for block in self.page.blocks]
        sure = [max(float(p), 1 - float(p)) for p in self.likely]
        total = sum(sizes)
        return round(sum(s * c for s, c in zip(sizes, sure, strict=True)) / total, 3)

    def _is_other_article(self, block: Block) -> bool:
        """Whether a dropped block is prose below the article that tells something else."""
        if not self.runs or block.span < self.runs[-1].span:
            return False
        rare = [word for word in folded_words(block.text) if len(word) >= RARE_LENGTH]
        if len(rare) < RARE_WORDS or block.text.rstrip("\"'”’»)")[-1:] not in ".!?…。":
            return False
        kept = {
            word
            for run in self.runs
            for word in folded_words(self.page.visible[run.span.start : run.span.end])
        }
        return sum(word in kept for word in rare) < OTHER_SHARE * len(rare)

    def _notes(self, removals: Sequence[Removal]) -> tuple[str, ...]:
        titles = [r for r in removals if r.rule is Rule.REPEATED_TITLE]
        before = sum(run.span.end - run.span.start for run in self.runs)
        for removal in titles:
            above = [run for run in self.runs if run.span < removal.span]
            share = sum(run.span.end - run.span.start for run in above) / max(1, before)
            if 0.15 < share < 0.85:
                two = "The page holds two pieces one after the other; both were kept."
                return (*self.notes, two)
        return tuple(self.notes)


def _place(block: Block, span: TextSpan) -> PageSpan:
    """A run of a block in the page's coordinates."""
    return PageSpan(block.span.start + span.start, block.span.start + span.end)


def _fault(page: Page, ledger: _Ledger, context: Context) -> Fault | None:
    """Why what was kept is no article; None where it is one."""
    count = ledger.words()
    if count < WALL:
        for reason, advice in _WALLS.items():
            phrases = lexicon()[reason.value]
            blocks = zip(context.folded, context.bare, context.counts, strict=True)
            for folded, bare, size in blocks:
                phrase = phrases.find(folded, bare, size)
                if phrase and sum(context.counts) < 4 * WALL:
                    return Fault(reason=reason, detail=f"The page says “{phrase}”: {advice}.")
    if not count:
        detail = (
            f"None of the page's {len(page.blocks)} blocks reads like an article; if it holds one, "
            "save the page again as a browser shows it, or paste its text into a .txt file."
        )
        return Fault(reason=Reason.NO_ARTICLE, detail=detail)
    if count < TOO_SHORT:
        detail = f"Only {count} words of it read like an article; {TOO_SHORT} are the least."
        return Fault(reason=Reason.TOO_SHORT, detail=detail)
    return None


def _reject(page: Page, fault: Fault) -> Rejected:
    """The whole page as removed."""
    reason = f"The page was rejected ({fault.reason.value}): {fault.detail}"
    removals = tuple(
        Removal(span=block.span, rule=Rule.REJECTED_PAGE, reason=reason, confidence=1.0)
        for block in page.blocks
        if block.text.strip()
    )
    return Rejected(page=page, reason=fault.reason, detail=fault.detail, removals=removals)
