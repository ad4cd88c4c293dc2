"""Stories: by content, whatever the order, the ids and the size of the pile."""

from dataclasses import replace
from itertools import combinations, permutations

import pytest

from sourcecompare.group import group
from sourcecompare.model import Article, Kind, Reason
from sourcecompare.pages import article_from_paragraphs

from .builders import make_page, make_rejected
from .cases.piles import PILE

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


def test_of_equal_titles_small_letters_name_a_story_whatever_the_ids() -> None:
    title, text = BRIDGE[0]
    for names in ("ab", "ba"):
        shouted = article(names[0], title.upper(), text.upper())
        (story,) = group([shouted, article(names[1], title, text)])
        assert story.title == title


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


def test_stories_are_told_apart_in_every_script() -> None:
    pile = [
        article_from_paragraphs([text], id=f"{number}", outlet=outlet, title=title, published=day)
        for number, (_, outlet, day, title, text) in enumerate(PILE)
    ]
    expected: dict[str, list[str]] = {}
    for number, (event, *_) in enumerate(PILE):
        expected.setdefault(event, []).append(f"{number}")
    assert members(pile) == sorted(sorted(some) for some in expected.values())
    assert group(pile[::-1]) == group(pile)


def test_two_articles_alone_are_one_story_only_if_they_tell_one() -> None:
    for left, right in combinations(range(len(PILE)), 2):
        pair = [
            article_from_paragraphs(
                [PILE[at][4]], id=f"{at}", outlet="A", title=PILE[at][3], published=PILE[at][2]
            )
            for at in (left, right)
        ]
        assert (len(group(pair)) == 1) == (PILE[left][0] == PILE[right][0])


def dated(name: str, time: str | None, text: str) -> Article:
    return article_from_paragraphs([text], id=name, outlet=name, published=time)


FOUND = (
    "Divers found a trawler from 1912 off Cape Merle. The wreck lies at forty metres, and its "
    "steam engine is whole."
)
RAISED = (
    "A crane lifted the engine of the old trawler off Cape Merle into a barge. Visitors of the "
    "town museum will see it next spring, when a new hall opens."
)


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        ("2026-05-01", "2026-05-02T23:10:00+02:00", 1),
        ("2026-05-01", "2026-08-20", 2),
        ("2026-08-20T08:00:00Z", "2026-05-01", 2),
        ("2026-05-01", None, 1),
        (None, None, 1),
        ("2026-05-01", "2026-05", 1),
        ("2026", "2026-08-20", 1),
        ("2026", "2027-08-20", 2),
        ("2026-05-01", "some day", 1),
        ("2026-05-01", "2026-02-31", 1),
    ],
)
def test_time_parts_what_words_alone_would_join(
    first: str | None, second: str | None, number: int
) -> None:
    pile = [dated("a", None, FOUND), dated("b", None, RAISED)]
    pile = [replace(one, published=at) for one, at in zip(pile, (first, second), strict=True)]
    assert len(group(pile)) == number


def test_a_text_printed_again_much_later_stays_in_its_story() -> None:
    assert len(group([dated("a", "2024-05-01", FOUND), dated("b", "2026-05-01", FOUND)])) == 1


def test_a_story_knows_the_versions_of_an_article() -> None:
    later = f"{FOUND} A museum wants the engine. Nobody knows yet who pays for it."
    pile = [
        dated("z", "2026-05-01", FOUND),
        dated("b", "2026-05-02", later),
        dated("c", "2026-05-02", RAISED),
    ]
    pile[1] = replace(pile[1], page=replace(pile[1].page, outlet="z"))
    (story,) = group(pile)
    assert story.versions == (("z", "b"),)
