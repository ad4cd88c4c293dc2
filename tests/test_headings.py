"""Which sentences are no news by themselves."""

from sourcecompare.headings import announcements, labels
from sourcecompare.model import Kind
from sourcecompare.sentences import sentences
from tests.builders import make_article, make_page


def test_headlines_sub_headings_and_introductions_announce() -> None:
    page = make_page(
        "a.html",
        [
            (Kind.TITLE, "Fire closes harbour bridge"),
            (Kind.PARAGRAPH, "A fire closed the bridge. The main points:"),
            (Kind.HEADING, "What happens next?"),
            (
                Kind.PARAGRAPH,
                "The mayor named three reasons why the bridge stays closed this week:",
            ),
            (Kind.LIST_ITEM, "Smoke"),
            (Kind.PARAGRAPH, "Did you know? Nobody was hurt."),
        ],
    )
    article = make_article(page)
    found = announcements(article, sentences(article))
    assert sorted((ref.block, ref.sentence) for ref in found) == [(0, 0), (1, 1), (2, 0), (5, 0)]
    # The headline announces the article, but it tells its news.
    told = labels(article, sentences(article))
    assert sorted((ref.block, ref.sentence) for ref in told) == [(1, 1), (2, 0)]
