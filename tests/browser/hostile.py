"""A run in which every string that comes from outside is the same one."""

from dataclasses import replace

from sourcecompare.model import (
    Alignment,
    Basis,
    BlockRef,
    Comparison,
    Evidence,
    FindingKind,
    InputFailure,
    Kind,
    Label,
    Passage,
    Reason,
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
from tests.builders import make_article, make_finding, make_page, make_rejected


def hostile_run(text: str) -> Run:
    """Two outlets, a conflict, an alignment, a removal, a rejected page and an error.

    `text` stands in every text, title, name, address, language, note, reason and path.
    """
    file = text.replace("/", "|")  # all in the folder a or b
    texts = ((Kind.TITLE, text), (Kind.PARAGRAPH, f"{text} 12"), (Kind.PARAGRAPH, f"cut {text}"))
    articles = []
    for name in ("a", "b"):
        page = make_page(f"{name}/{file}", texts, outlet=text, url=text, notes=(text,))
        made = make_article(
            replace(page, retrieved=text),
            cuts={f"cut {text}": Rule.SHARE},
            title=text,
            author=text,
            published=text,
            language=text,
            notes=(text,),
        )
        removals = tuple(replace(removal, reason=text) for removal in made.removals)
        articles.append(replace(made, removals=removals))
    evidence = tuple(
        _evidence(article.page.id, len(text), number) for number, article in enumerate(articles)
    )
    finding = make_finding(
        FindingKind.CONFLICT, evidence, check=text, reason=text, severity=Severity.HIGH
    )
    left, right = (article.page.id for article in articles)
    alignment = Alignment(
        left=BlockRef(left, 1),
        right=BlockRef(right, 1),
        score=1.0,
        links=(),
        label=Label.EXACT,
        shape=Shape.SAME,
        moved=False,
        sure=True,
    )
    wall = make_page(f"a/wall {file}", [(Kind.PARAGRAPH, text)], outlet=text, url=text)
    rejected = make_rejected(wall, Reason.PAYWALL, text)
    comparison = Comparison(
        story=Story(id=text, title=text, articles=tuple(articles)),
        alignments=(alignment,),
        groups=(),
        findings=(finding,),
        reuse=(
            Reuse(
                pages=(left, right),
                shares=(1.0, 0.5),
                whole=True,
                source=left,
                basis=Basis.CREDIT,
                credit=text,
                passages=(
                    Passage(
                        left=BlockRef(left, 1),
                        left_span=TextSpan(0, len(text)),
                        right=BlockRef(right, 1),
                        right_span=TextSpan(0, len(text)),
                        words=1,
                    ),
                ),
            ),
        ),
    )
    return Run(
        results=(*articles, rejected),
        comparisons=(comparison,),
        errors=(InputFailure(path=text, detail=text),),
        ignored=(text,),
        settings=Settings(),
        version="0.0.0",
    )


def _evidence(page: str, start: int, position: int) -> Evidence:
    ref, span = SentenceRef(page, 1, 0), TextSpan(start + 1, start + 3)
    value = Value(
        kind=ValueKind.NUMBER, normal="12", unit="", head="boats", modifier="", ref=ref, span=span
    )
    return Evidence(ref=ref, span=span, value=value, position=position)
