"""A run as an editor meets it: three outlets and a rejected page on one accident, all invented."""

from collections.abc import Sequence

from sourcecompare.model import (
    Alignment,
    Article,
    BlockRef,
    Comparison,
    Evidence,
    Finding,
    FindingKind,
    Group,
    InputFailure,
    Kind,
    Label,
    Link,
    Media,
    Reason,
    Rule,
    Run,
    SentenceRef,
    Settings,
    Severity,
    Shape,
    Story,
    ValueKind,
)
from sourcecompare.reuse import find_reuse
from sourcecompare.sentences import sentences
from tests.builders import make_article, make_evidence, make_finding, make_page, make_rejected

OBSERVER = "ferry/island-observer.html"
HERALD = "ferry/coast-herald.html"
WIRE = "ferry/sound-gazette.txt"

TITLE = "Ferry runs aground off Skerra Point, dozens hurt"


def observer() -> Article:
    """The longest report, with the furniture of a news site round it."""
    page = make_page(
        OBSERVER,
        [
            (Kind.LIST_ITEM, "Home"),
            (Kind.LIST_ITEM, "Islands"),
            (Kind.LIST_ITEM, "Weather and tides"),
            (Kind.TITLE, TITLE),
            (Kind.BYLINE, "By Morag Ellery"),
            (Kind.DATE, "Published 14 March 2025, 07:40"),
            (
                Kind.PARAGRAPH,
                "A passenger ferry ran aground on rocks off Skerra Point in thick fog late on "
                "Thursday, injuring 34 people, the island's coastguard said. The Lady Annis, bound "
                "for the mainland with 212 passengers on board, struck the reef at about 21:40 and "
                "began to take on water.",
            ),
            (
                Kind.PARAGRAPH,
                "Two lifeboats and a fleet of fishing boats brought everyone ashore before "
                "midnight. “We heard the scraping first, and then the lights went out,” said Ivo "
                "Brandt, a teacher who was travelling with his class.",
            ),
            (
                Kind.PARAGRAPH,
                "The ferry's owner, Norrland Lines, said that the damage would cost at least 4.5 "
                "million euros to repair. (ferry accident news today) It did not say when the "
                "service would start again.",
            ),
            (
                Kind.PARAGRAPH,
                "Fishermen had asked for a new light on the reef for six years. The harbour board "
                "turned the request down twice, minutes of its meetings show, because the channel "
                "was held to be wide enough.",
            ),
            (Kind.PARAGRAPH, "The board's chair, Edda Lunn, did not answer our questions."),
            (
                Kind.PARAGRAPH,
                "An inquiry opens on Monday. Investigators will look at the ship's radar, at the "
                "pilot's hours and at the fog signal on the point, which neighbours call silent.",
            ),
            (Kind.CONTROL, "Share this story"),
            (Kind.PARAGRAPH, "Read more: Ten walks for a long weekend on the islands"),
            (
                Kind.PARAGRAPH,
                "We and our 48 partners store information on your device to measure how our pages "
                "are read, to show you advertisements that fit your interests and to learn about "
                "our audience. You may accept all purposes, choose some of them, or refuse. Your "
                "choice holds for this device and can be changed at the foot of every page.",
            ),
        ],
        outlet="Island Observer",
        url="https://island-observer.example/2025/03/14/ferry-skerra-point",
        retrieved="2025-03-15T06:12:00+00:00",
        notes=("Three bytes were not valid UTF-8 and were replaced.",),
    )
    return make_article(
        page,
        cuts={
            "Home": Rule.NAVIGATION,
            "Islands": Rule.NAVIGATION,
            "Weather and tides": Rule.NAVIGATION,
            TITLE: Rule.TITLE,
            "By Morag Ellery": Rule.BYLINE,
            "Published 14 March 2025, 07:40": Rule.DATE,
            "(ferry accident news today)": Rule.INJECTED_PHRASE,
            "Share this story": Rule.SHARE,
            "Read more: Ten walks for a long weekend on the islands": Rule.RELATED,
            page.blocks[-1].text: Rule.COOKIE_CONSENT,
        },
        title=TITLE,
        author="Morag Ellery",
        published="2025-03-14T07:40:00+00:00",
    )


def herald() -> Article:
    """A report in words of its own."""
    page = make_page(
        HERALD,
        [
            (Kind.TITLE, "Fog and a dark reef: how the Lady Annis struck"),
            (
                Kind.PARAGRAPH,
                "At least 43 people were hurt when a ferry hit the reef off Skerra Point in thick "
                "fog late on Thursday, hospitals on the mainland said. The Lady Annis had 212 "
                "passengers on board.",
            ),
            (
                Kind.PARAGRAPH,
                "The ship struck the reef at about 21:40 and began to take on water. Lifeboats and "
                "fishing boats brought everyone ashore before midnight.",
            ),
            (
                Kind.PARAGRAPH,
                "“We heard a bang, and then it was dark,” said Ivo Brandt, a teacher from Holm who "
                "was on board with his class.",
            ),
            (Kind.PARAGRAPH, "Repairs will cost 5.4 million euros, Norrland Lines said."),
            (Kind.PARAGRAPH, "The captain, 58, has sailed the route for nineteen years."),
        ],
        outlet="Coast Herald",
        url="https://coast-herald.example/lady-annis",
        retrieved="2025-03-15T06:13:00+00:00",
    )
    return make_article(
        page,
        cuts={page.blocks[0].text: Rule.TITLE},
        title=page.blocks[0].text,
        published="2025-03-14",
    )


def gazette() -> Article:
    """A text page that carries the Observer's first paragraph as it is."""
    page = make_page(
        WIRE,
        [
            (
                Kind.PARAGRAPH,
                "A passenger ferry ran aground on rocks off Skerra Point in thick fog late on "
                "Thursday, injuring 34 people, the island’s coastguard said. The Lady Annis, bound "
                "for the mainland with 212 passengers on board, struck the reef at about 21:40 and "
                "began to take on water.",
            ),
            (Kind.PARAGRAPH, "The inquiry into the accident opens on Monday."),
        ],
        outlet="Sound Gazette",
        media=Media.TEXT,
    )
    return make_article(page, title="Ferry aground off Skerra Point", language=None)


def _aligned(
    left: tuple[str, int],
    right: tuple[str, int],
    score: float,
    label: Label = Label.PARAPHRASE,
    shape: Shape = Shape.SAME,
) -> Alignment:
    first, second = sorted((left, right))
    link = Link(left=SentenceRef(*first, 0), right=SentenceRef(*second, 0), score=score)
    return Alignment(
        left=BlockRef(*first),
        right=BlockRef(*second),
        score=score,
        links=(link,),
        label=label,
        shape=shape,
        moved=shape is Shape.EXPANDED,
        sure=score > 0.3,
    )


def _told(article: Article, kind: FindingKind, blocks: Sequence[int]) -> tuple[Finding, ...]:
    """A finding of this kind for each sentence of these blocks."""
    return tuple(
        make_finding(
            kind,
            (Evidence(ref=sentence.ref, span=sentence.span, value=None, position=0),),
            check=kind.value,
            reason="Told once." if kind is FindingKind.UNIQUE else "Told by two outlets or more.",
            severity=Severity.LOW,
        )
        for sentence in sentences(article)
        if sentence.ref.block in blocks
    )


def ferry_run() -> Run:
    """Two conflicts, one figure told differently, a copied paragraph, an uncertain match."""
    one, two, three = observer(), herald(), gazette()
    findings = (
        make_finding(
            FindingKind.CONFLICT,
            (
                make_evidence(two, 1, "43", value=(ValueKind.NUMBER, "43", "people")),
                make_evidence(one, 6, "34", value=(ValueKind.NUMBER, "34", "people"), position=1),
                make_evidence(three, 0, "34", value=(ValueKind.NUMBER, "34", "people"), position=1),
            ),
            check="number",
            reason="Coast Herald says at least 43 people were hurt, Island Observer and Sound "
            "Gazette say 34.",
            severity=Severity.HIGH,
        ),
        make_finding(
            FindingKind.CONFLICT,
            (
                make_evidence(
                    two, 4, "5.4 million euros", value=(ValueKind.MONEY, "5400000", "repairs")
                ),
                make_evidence(
                    one,
                    8,
                    "4.5 million euros",
                    value=(ValueKind.MONEY, "4500000", "repairs"),
                    position=1,
                ),
            ),
            check="money",
            reason="Coast Herald says that the repair costs 5.4 million euros, Island Observer "
            "says at least 4.5 million.",
        ),
        make_finding(
            FindingKind.DIFFERS,
            (
                make_evidence(
                    two,
                    3,
                    "“We heard a bang, and then it was dark,”",
                    value=(ValueKind.QUOTATION, "we heard a bang and then it was dark", "Brandt"),
                ),
                make_evidence(
                    one,
                    7,
                    "“We heard the scraping first, and then the lights went out,”",
                    value=(ValueKind.QUOTATION, "we heard the scraping first", "Brandt"),
                    position=1,
                ),
            ),
            check="quotation",
            reason="Ivo Brandt is quoted with different words.",
            severity=Severity.LOW,
        ),
        *_told(one, FindingKind.SHARED, (6, 7, 8)),
        *_told(two, FindingKind.SHARED, (1, 2, 3, 4)),
        *_told(three, FindingKind.SHARED, (0,)),
        *_told(one, FindingKind.UNIQUE, (9, 10)),
        *_told(two, FindingKind.UNIQUE, (0, 5)),
    )
    alignments = (
        _aligned((HERALD, 1), (OBSERVER, 6), 0.58, shape=Shape.SPLIT),
        _aligned((HERALD, 2), (OBSERVER, 6), 0.44, shape=Shape.MERGED),
        _aligned((HERALD, 2), (OBSERVER, 7), 0.41, label=Label.NEAR),
        _aligned((HERALD, 3), (OBSERVER, 7), 0.38),
        _aligned((HERALD, 4), (OBSERVER, 8), 0.36, shape=Shape.EXPANDED),
        _aligned((HERALD, 1), (WIRE, 0), 0.55, shape=Shape.EXPANDED),
        _aligned((OBSERVER, 6), (WIRE, 0), 1.0, label=Label.EXACT),
        _aligned((OBSERVER, 11), (WIRE, 1), 0.21),
    )
    run_story = Comparison(
        story=Story(id="ferry", title=TITLE, articles=(two, one, three)),
        alignments=tuple(sorted(alignments, key=lambda pair: (pair.left, pair.right))),
        groups=(
            Group(
                sentences=(
                    SentenceRef(HERALD, 1, 0),
                    SentenceRef(OBSERVER, 6, 0),
                    SentenceRef(WIRE, 0, 0),
                ),
                score=0.55,
                voices=2,
            ),
        ),
        findings=findings,
        reuse=find_reuse((one, three), {each.page.id: sentences(each) for each in (one, three)}),
    )
    wall = make_page(
        "ferry/daily-sound.html", [(Kind.PARAGRAPH, "Please accept.")], outlet="Daily Sound"
    )
    detail = (
        "The page ferry/daily-sound.html shows a consent wall and no article; save it again after "
        "accepting or refusing in the browser."
    )
    return Run(
        results=(two, make_rejected(wall, Reason.CONSENT_WALL, detail), one, three),
        comparisons=(run_story,),
        errors=(
            InputFailure(
                path="ferry/old.html",
                detail="The file ferry/old.html cannot be opened (permission denied); "
                "allow reading it or move it out of the inputs.",
            ),
        ),
        ignored=("README.md", "sources.toml"),
        settings=Settings(),
        version="0.1.0",
    )
