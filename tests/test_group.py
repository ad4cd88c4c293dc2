"""Stories: by content, whatever the order, the ids and the size of the pile."""

from itertools import permutations

from sourcecompare.group import group
from sourcecompare.model import Article, Kind, Reason
from sourcecompare.pages import article_from_paragraphs

from .builders import make_page, make_rejected

BRIDGE = [
    ("Fire closes harbour bridge", "A fire injured twelve people on the harbour bridge in Westport "
     "on Tuesday. Engineers inspect the cables of the bridge."),
    ("Twelve hurt in Westport bridge fire", "Twelve people were injured on Tuesday as the harbour "
     "bridge in Westport burned. The bridge stays closed."),
]  # fmt: skip
QUOTA = [
    ("Parliament cuts herring quota", "Parliament voted on Tuesday to cut the herring quota by a "
     "third. Fishing villages protested against the quota."),
    ("Herring fishers angry at lower quota", "Fishing crews protested after parliament cut the "
     "quota for herring by a third on Tuesday."),
]  # fmt: skip


def article(name: str, title: str | None, text: str) -> Article:
    return article_from_paragraphs([text], id=name, outlet="Alpha", title=title)


ARTICLES = [article(f"p{number}", *one) for number, one in enumerate([*BRIDGE, *QUOTA])]


def members(articles: list[Article]) -> list[list[str]]:
    return sorted([one.page.id for one in story.articles] for story in group(articles))


def test_events_are_told_apart_in_any_order() -> None:
    assert members(ARTICLES) == [["p0", "p1"], ["p2", "p3"]]
    stories = {group(order) for order in permutations(ARTICLES)}
    assert len(stories) == 1


def test_a_single_event_is_a_single_story_named_after_an_article() -> None:
    (story,) = group(ARTICLES[:2])
    assert story.title in {BRIDGE[0][0], BRIDGE[1][0]}
    assert story.id == story.title.lower().replace(" ", "-")


def test_rejected_pages_are_passed_over_and_a_single_page_is_a_story() -> None:
    rejected = make_rejected(
        make_page("r", [(Kind.PARAGRAPH, "Not found")]), Reason.SOFT_404, "No."
    )
    (story,) = group([rejected, ARTICLES[0]])
    assert story.articles == (ARTICLES[0],)
    assert group([rejected]) == ()


def test_articles_without_title_and_words_are_stories_with_ids_of_their_own() -> None:
    stories = group([article("a", None, ""), article("b", None, "")])
    assert [story.title for story in stories] == ["Alpha", "Alpha"]
    assert len({story.id for story in stories}) == 2
    assert all(story.id.startswith("alpha-") for story in stories)


def test_copies_are_one_story() -> None:
    copies = [article(name, *BRIDGE[0]) for name in "abc"]
    assert members(copies) == [["a", "b", "c"]]
