"""Versions of one article: which pages are, and which of them is the newest."""

from dataclasses import replace
from itertools import permutations

import pytest

from sourcecompare.model import Article, Head, Markup
from sourcecompare.pages import article_from_paragraphs
from sourcecompare.versions import find_versions, newest

NOON = (
    "The ferry to Gull Island ran aground at eight this morning with ninety people on board.",
    "Nobody was hurt, and two tugs are on their way from the main harbour, the pilots say.",
    "The company has not said when the line will run again or why the ferry left its course.",
)
EVENING = (
    *NOON[:2],
    "Both tugs pulled it free at dusk, and divers found a long scratch in the hull below the bow.",
    "It sails again on Friday, the company said, after the damage has been looked at in the dock.",
)
OTHER = (
    "Island shops ran short of milk and bread on the day that no ferry came across the sound.",
    "A baker lent his own boat to fetch flour, and half of the village helped to carry the sacks.",
)


def page(
    name: str, texts: tuple[str, ...], *, outlet: str = "Gull Gazette", url: str | None = None
) -> Article:
    return article_from_paragraphs(texts, id=name, outlet=outlet, url=url)


def test_most_of_a_text_in_another_of_the_outlet_makes_versions() -> None:
    assert find_versions([page("a", NOON), page("b", EVENING), page("c", OTHER)]) == (("a", "b"),)


def test_other_outlets_copies_and_other_articles_are_no_versions() -> None:
    assert find_versions([page("a", NOON), page("b", EVENING, outlet="Sound Radio")]) == ()
    assert find_versions([page("a", NOON), page("b", NOON), page("c", OTHER)]) == ()
    assert find_versions([page("a", NOON)]) == ()
    assert find_versions([page("a", ("",)), page("b", ())]) == ()


def test_a_copy_of_a_version_is_one_too() -> None:
    found = find_versions([page("a", NOON), page("b", EVENING), page("c", EVENING)])
    assert [set(some) for some in found] == [{"a", "b", "c"}]


def test_two_notes_that_share_a_sentence_are_two_articles() -> None:
    left, right = (NOON[0], OTHER[0]), (NOON[0], OTHER[1])
    assert find_versions([page("a", left), page("b", right)]) == ()


@pytest.mark.parametrize(
    ("first", "second", "are"),
    [
        ("https://gull.example/ferry", "https://gull.example/ferry#top", True),
        ("https://gull.example/?p=12", "https://gull.example:443/?p=12", True),
        ("https://gull.example/", "https://gull.example", False),
        ("https://gull.example/ferry", "https://gull.example/ferry-2", False),
        (None, None, False),
    ],
)
def test_one_address_makes_versions_but_a_front_page_is_none(
    first: str | None, second: str | None, are: bool
) -> None:
    found = find_versions([page("a", NOON, url=first), page("b", OTHER, url=second)])
    assert bool(found) == are


@pytest.mark.parametrize(
    ("times", "order"),
    [
        (("2026-01-02", "2026-01-01"), ("b", "a")),
        (("2026-01-01T12:00:00+00:00", "2026-01-01T12:30:00+01:00"), ("b", "a")),
        (("2026-01-01T12:00:00", "2026-01-01"), ("a", "b")),
        ((None, "2026-01-01"), ("a", "b")),
        (("2026-01", "2025-01"), ("a", "b")),
        (("2026-01-01T12:00:00+00:00", "0001-01-01T00:00:00+14:00"), ("a", "b")),
        (("9999-12-31T23:00:00-12:00", "2026-01-01T12:00:00+00:00"), ("a", "b")),
    ],
)
def test_the_newest_is_last(times: tuple[str | None, str | None], order: tuple[str, ...]) -> None:
    left = replace(page("a", NOON), published=times[0])
    right = replace(page("b", EVENING), published=times[1])
    assert find_versions([left, right]) == find_versions([right, left]) == (order,)


def test_a_change_that_the_pages_tell_and_retrieval_decide_before_length() -> None:
    def changed(one: Article, modified: str, retrieved: str | None = None) -> Article:
        markup = Markup(head=Head(modified=modified))
        return replace(one, page=replace(one.page, markup=markup, retrieved=retrieved))

    short, long = page("a", NOON), page("b", EVENING)
    assert len(long.text) > len(short.text)
    told = [changed(short, "2026-01-01T18:00"), changed(long, "2026-01-01T12:00")]
    assert find_versions(told) == (("b", "a"),)
    scraped = [changed(short, "", "2026-01-03"), changed(long, "", "2026-01-02")]
    assert find_versions(scraped) == (("b", "a"),)


def test_neither_order_nor_ids_matter() -> None:
    texts = {"a": NOON, "b": EVENING, "c": (*EVENING, OTHER[0]), "d": OTHER}
    expected = (("a", "b", "c"),)
    for order in permutations(texts):
        assert find_versions(page(name, texts[name]) for name in order) == expected
        names = dict(zip(order, texts, strict=True))
        ((*pages,),) = find_versions(page(names[name], texts[name]) for name in texts)
        assert pages == [names[name] for name in "abc"]


def test_the_user_joins_and_parts() -> None:
    pages = [page("a", NOON), page("b", EVENING), page("c", OTHER, outlet="Gull Sunday")]
    assert find_versions(pages, {"b": "b"}) == ()
    assert find_versions(pages, {"c": "a"}) == (("c", "a", "b"),)
    assert find_versions(pages, {"b": "a"}) == (("b", "a"),)
    assert find_versions(pages, {"c": "not here"}) == (("a", "b"),)


def test_a_chain_of_versions_that_the_user_names_is_in_its_order_whatever_the_times() -> None:
    articles = [
        replace(page(name, texts), published=f"2025-09-{day:02}")
        for name, texts, day in (("a", EVENING, 3), ("b", NOON, 2), ("c", OTHER, 1))
    ]
    assert find_versions(articles, {"a": "b", "b": "c"}) == (("a", "b", "c"),)


def test_the_newest_of_each() -> None:
    assert newest([("b", "a"), ("c", "d")]) == {"b": "a", "a": "a", "c": "d", "d": "d"}


def test_versions_without_spaces_between_words() -> None:
    first = "江城大桥周二起封闭检修两周，公交车将绕行北岸隧道。检查人员发现桥面钢缆锈蚀。"
    second = f"{first}市长周三到现场查看，并要求加快进度。"
    assert find_versions([page("a", (first,)), page("b", (second,))]) == (("a", "b"),)
