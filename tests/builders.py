"""Small data built by hand, for the tests of every room above the model."""

import hashlib
from collections.abc import Mapping, Sequence

from sourcecompare.model import (
    Alignment,
    Article,
    Basis,
    Block,
    BlockRef,
    Comparison,
    Evidence,
    Finding,
    FindingKind,
    Group,
    Head,
    InputFailure,
    Kind,
    Label,
    Link,
    Markup,
    Media,
    Page,
    PageSpan,
    Passage,
    Provenance,
    Reason,
    Rejected,
    Removal,
    Reuse,
    Rule,
    Run,
    SentenceRef,
    Settings,
    Severity,
    Shape,
    Story,
    TextSpan,
    Value,
    ValueKind,
)
from sourcecompare.text import short_hash

ALPHA = "harbour/alpha.html"
BETA = "harbour/beta.txt"
GAMMA = "harbour/gamma.html"


def make_page(
    id: str,  # noqa: A002 -- the field's own name
    blocks: Sequence[tuple[Kind, str]],
    *,
    outlet: str = "Alpha News",
    media: Media = Media.HTML,
    url: str | None = None,
    retrieved: str | None = None,
    head: Head | None = None,
    notes: tuple[str, ...] = (),
) -> Page:
    """A page of these blocks, one below the other as its media has them."""
    gap = "\n" if media is Media.HTML else "\n\n"
    visible = gap.join(text for _, text in blocks)
    made: list[Block] = []
    start = 0
    for index, (kind, text) in enumerate(blocks):
        path = f"/html/body/div/*[{index + 1}]" if media is Media.HTML else ""
        span = PageSpan(start, start + len(text))
        made.append(Block(index=index, kind=kind, text=text, span=span, path=path))
        start += len(text) + len(gap)
    return Page(
        id=id,
        outlet=outlet,
        media=media,
        content="",
        visible=visible,
        blocks=tuple(made),
        url=url,
        retrieved=retrieved,
        sha256=hashlib.sha256(visible.encode("utf-8", "surrogatepass")).hexdigest(),
        notes=notes,
        markup=Markup(head=head or Head()),
    )


def make_article(
    page: Page,
    *,
    cuts: Mapping[str, Rule] | None = None,
    title: str | None = None,
    author: str | None = None,
    published: str | None = None,
    language: str | None = "en",
    notes: tuple[str, ...] = (),
    provenance: Provenance | None = None,
) -> Article:
    """The page's article: each phrase of `cuts` is removed at its first place, all else is kept."""
    removals = tuple(sorted(_removals(page, cuts or {}), key=lambda removal: removal.span))
    runs = [_kept_runs(page, block, removals) for block in page.blocks]
    kept = tuple(run for of_block in runs for run in of_block)
    pieces = [
        " ".join(" ".join(page.visible[run.start : run.end].split()) for run in of_block)
        for of_block in runs
        if of_block
    ]
    return Article(
        page=page,
        title=title,
        author=author,
        published=published,
        language=language,
        blocks=tuple(block for block, of_block in zip(page.blocks, runs, strict=True) if of_block),
        removals=removals,
        confidence=0.9,
        text="\n\n".join(pieces),
        kept=kept,
        notes=notes,
        provenance=provenance or Provenance(),
    )


def make_rejected(page: Page, reason: Reason, detail: str) -> Rejected:
    """The page without an article: every block of it removed."""
    removals = tuple(
        Removal(span=block.span, rule=Rule.REJECTED_PAGE, reason=detail, confidence=1.0)
        for block in page.blocks
        if block.text.strip()
    )
    return Rejected(page=page, reason=reason, detail=detail, removals=removals)


def make_evidence(
    article: Article,
    block: int,
    words: str,
    *,
    position: int = 0,
    value: tuple[ValueKind, str, str] | None = None,
) -> Evidence:
    """Evidence on `words` in sentence 0 of the block; `value` is its kind, normal form and head."""
    start = article.page.blocks[block].text.index(words)
    span = TextSpan(start, start + len(words))
    ref = SentenceRef(article.page.id, block, 0)
    found = None
    if value is not None:
        kind, normal, head = value
        unit = "EUR" if kind is ValueKind.MONEY else ""
        found = Value(
            kind=kind, normal=normal, unit=unit, head=head, modifier="", ref=ref, span=span
        )
    return Evidence(ref=ref, span=span, value=found, position=position)


def make_finding(
    kind: FindingKind,
    evidence: Sequence[Evidence],
    *,
    check: str,
    reason: str,
    severity: Severity = Severity.MEDIUM,
) -> Finding:
    """A finding whose id and digest depend on its evidence alone."""
    refs = [f"{one.ref.article}#{one.ref.block}.{one.ref.sentence}" for one in evidence]
    said = [one.value.normal if one.value else "" for one in evidence]
    return Finding(
        id=short_hash(check, kind, *refs),
        digest=short_hash(*refs, *said),
        kind=kind,
        severity=severity,
        confidence=0.8,
        evidence=tuple(evidence),
        check=check,
        reason=reason,
    )


def make_alpha() -> Article:
    """An HTML page with furniture, a phrase injected into a paragraph, and metadata."""
    page = make_page(
        ALPHA,
        [
            (Kind.LIST_ITEM, "Home"),
            (Kind.TITLE, "Fire closes harbour bridge"),
            (Kind.BYLINE, "By Ann Reed"),
            (Kind.PARAGRAPH, "A fire injured 12 people on the harbour bridge on Tuesday."),
            (Kind.PARAGRAPH, "The repair will cost 4.2 million euros. (harbour fire news)"),
            (Kind.PARAGRAPH, "Ferries carry commuters until the bridge opens again."),
            (Kind.CONTROL, "Share this story"),
        ],
        url="https://alpha-news.example/2025/harbour-fire",
        retrieved="2025-09-04T08:00:00+00:00",
        head=Head(
            title="Fire closes harbour bridge",
            site_name="Alpha News",
            language="en",
            modified="2025-09-04T07:00:00+02:00",
            provenance=Provenance(
                title="og:title",
                site_name="og:site_name",
                language="html lang",
                modified="article:modified_time",
            ),
        ),
        notes=("3 bytes were no UTF-8 and were replaced.",),
    )
    return make_article(
        page,
        cuts={
            "Home": Rule.NAVIGATION,
            "Fire closes harbour bridge": Rule.TITLE,
            "By Ann Reed": Rule.BYLINE,
            "(harbour fire news)": Rule.INJECTED_PHRASE,
            "Share this story": Rule.SHARE,
        },
        title="Fire closes harbour bridge",
        author="Ann Reed",
        published="2025-09-03T18:30:00+02:00",
        notes=("One paragraph was kept in part.",),
        provenance=Provenance(
            title="headline on the page",
            author="byline on the page",
            published="JSON-LD datePublished",
            language="html lang",
        ),
    )


def make_beta() -> Article:
    """A text page about the same fire that contradicts `make_alpha` twice."""
    page = make_page(
        BETA,
        [
            (Kind.TITLE, "Blaze shuts the harbour bridge"),
            (Kind.PARAGRAPH, "Repairing the bridge will cost 2.4 million euros."),
            (Kind.PARAGRAPH, "On Tuesday a fire on the harbour bridge injured 21 people."),
            (Kind.PARAGRAPH, "The police look for witnesses."),
        ],
        outlet="Beta Times",
        media=Media.TEXT,
    )
    return make_article(
        page,
        cuts={"Blaze shuts the harbour bridge": Rule.TITLE},
        title="Blaze shuts the harbour bridge",
        published="2025-09-03",
    )


def make_gamma() -> Rejected:
    """A page that was saved with its consent wall before it."""
    page = make_page(
        GAMMA,
        [(Kind.PARAGRAPH, "We value your privacy."), (Kind.CONTROL, "Accept all")],
        outlet="Gamma Post",
        url="https://gamma-post.example/fire",
    )
    return make_rejected(page, Reason.CONSENT_WALL, "The page shows nothing but a consent wall.")


def make_comparison(alpha: Article, beta: Article) -> Comparison:
    """What comparing `make_alpha` with `make_beta` brings out."""
    return Comparison(
        story=Story(id="harbour", title="Fire closes harbour bridge", articles=(alpha, beta)),
        alignments=(
            _alignment(alpha, 3, beta, 2, score=0.71, moved=False, sure=True),
            _alignment(alpha, 4, beta, 1, score=0.2, moved=True, sure=False),
        ),
        groups=(
            Group(sentences=(_ref(alpha, 3), _ref(beta, 2)), score=0.71, voices=2),
            Group(sentences=(_ref(alpha, 5),), score=1.0, voices=1),
        ),
        findings=(
            make_finding(
                FindingKind.CONFLICT,
                (
                    make_evidence(alpha, 3, "12", value=(ValueKind.NUMBER, "12", "people")),
                    make_evidence(
                        beta, 2, "21", value=(ValueKind.NUMBER, "21", "people"), position=1
                    ),
                ),
                check="number",
                reason="Alpha News says 12, Beta Times says 21: both of people injured.",
                severity=Severity.HIGH,
            ),
            make_finding(
                FindingKind.DIFFERS,
                (
                    make_evidence(
                        alpha, 4, "4.2 million euros", value=(ValueKind.MONEY, "4200000", "repair")
                    ),
                    make_evidence(
                        beta,
                        1,
                        "2.4 million euros",
                        value=(ValueKind.MONEY, "2400000", "repair"),
                        position=1,
                    ),
                ),
                check="money",
                reason="Alpha News says 4.2 million euros, Beta Times says 2.4 million euros.",
            ),
            make_finding(
                FindingKind.SHARED,
                (
                    make_evidence(alpha, 3, alpha.page.blocks[3].text),
                    make_evidence(beta, 2, beta.page.blocks[2].text),
                ),
                check="shared",
                reason="Alpha News and Beta Times both say this.",
                severity=Severity.LOW,
            ),
            make_finding(
                FindingKind.UNIQUE,
                (make_evidence(alpha, 5, alpha.page.blocks[5].text),),
                check="unique",
                reason="Only Alpha News says this.",
                severity=Severity.LOW,
            ),
        ),
        reuse=(
            Reuse(
                pages=(ALPHA, BETA),
                shares=(0.25, 0.5),
                whole=False,
                source=BETA,
                basis=Basis.PUBLISHED,
                credit="",
                passages=(
                    Passage(
                        left=BlockRef(ALPHA, 3),
                        left_span=TextSpan(0, 12),
                        right=BlockRef(BETA, 2),
                        right_span=TextSpan(11, 46),
                        words=2,
                    ),
                ),
            ),
        ),
    )


def make_run() -> Run:
    """Two articles that conflict, a rejected page, an unreadable input and an ignored one."""
    alpha, beta = make_alpha(), make_beta()
    return Run(
        results=(alpha, beta, make_gamma()),
        comparisons=(make_comparison(alpha, beta),),
        errors=(InputFailure(path="harbour/link.html", detail="The link leads nowhere; mend it."),),
        ignored=("README.md", "sources.toml"),
        settings=Settings(),
        version="0.0.0",
    )


def empty_run() -> Run:
    """A run over a folder without pages."""
    return Run(
        results=(),
        comparisons=(),
        errors=(),
        ignored=(),
        settings=Settings(),
        version="0.0.0",
    )


def _removals(page: Page, cuts: Mapping[str, Rule]) -> list[Removal]:
    found: list[Removal] = []
    for phrase, rule in cuts.items():
        start = page.visible.index(phrase)
        span = PageSpan(start, start + len(phrase))
        reason = f"This is no part of the article but {rule}."
        found.append(Removal(span=span, rule=rule, reason=reason, confidence=0.95))
    return found


def _kept_runs(page: Page, block: Block, removals: Sequence[Removal]) -> list[PageSpan]:
    inside = [
        removal.span
        for removal in removals
        if block.span.start <= removal.span.start and removal.span.end <= block.span.end
    ]
    edges = [
        block.span.start,
        *(edge for span in inside for edge in (span.start, span.end)),
        block.span.end,
    ]
    runs: list[PageSpan] = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        words = page.visible[start:end].strip()
        if words:
            first = page.visible.index(words, start)
            runs.append(PageSpan(first, first + len(words)))
    return runs


def _ref(article: Article, block: int) -> SentenceRef:
    return SentenceRef(article.page.id, block, 0)


def _alignment(
    left: Article,
    left_block: int,
    right: Article,
    right_block: int,
    *,
    score: float,
    moved: bool,
    sure: bool,
) -> Alignment:
    link = Link(left=_ref(left, left_block), right=_ref(right, right_block), score=score)
    return Alignment(
        left=BlockRef(left.page.id, left_block),
        right=BlockRef(right.page.id, right_block),
        score=score,
        links=(link,),
        label=Label.PARAPHRASE,
        shape=Shape.SAME,
        moved=moved,
        sure=sure,
    )
