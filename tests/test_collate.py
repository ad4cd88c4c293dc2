"""Groups over several outlets, and how many voices tell each."""

import pytest

from sourcecompare import collate as collate_module
from sourcecompare.collate import collate
from sourcecompare.model import Article, Group, Kind
from sourcecompare.pages import article_from_paragraphs
from sourcecompare.sentences import sentences
from tests.builders import make_article, make_page

from .test_align import ARREST, FERRY, FIRE, REPAIR, WEATHER

BLAZE = "Twelve people were injured on Tuesday night in a fire on the old harbour bridge."
FLAMES = "The fire injured twelve people on the old harbour bridge late on Tuesday night."


def article(name: str, *paragraphs: str, outlet: str | None = None) -> Article:
    return article_from_paragraphs(paragraphs, id=name, outlet=outlet or name.title())


def collated(*articles: Article) -> tuple[Group, ...]:
    return collate(articles, {one.page.id: sentences(one) for one in articles})


def test_every_sentence_is_in_a_group_and_the_same_news_in_the_same() -> None:
    articles = article("a", FIRE, ARREST), article("b", f"{WEATHER} {BLAZE}"), article("c", FLAMES)
    found = collated(*articles)
    refs = [ref for group in found for ref in group.sentences]
    assert len(refs) == len(set(refs)) == 5
    first = found[0]
    assert [(ref.article, ref.block, ref.sentence) for ref in first.sentences] == [
        ("a", 0, 0),
        ("b", 0, 1),
        ("c", 0, 0),
    ]
    assert first.voices == 3
    assert 0.2 < first.score < 1.0
    assert [(group.score, group.voices) for group in found[1:]] == [(1.0, 1), (1.0, 1)]


def test_a_wire_text_and_an_outlets_second_article_are_no_further_voices() -> None:
    wire = (FIRE, REPAIR, FERRY, ARREST)
    articles = (
        article("a", *wire),
        article("b", *wire, WEATHER),
        article("c", BLAZE, outlet="Gamma"),
        article("d", FLAMES, outlet="Gamma"),
    )
    (group,) = [group for group in collated(*articles) if len(group.sentences) > 2]
    assert len(group.sentences) == 4
    assert group.voices == 2


def test_nothing_gives_no_groups() -> None:
    assert collated() == ()
    assert collated(article("a")) == ()


def test_copies_beyond_those_that_weigh_are_in_the_group_of_their_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    articles = article("a", *[FIRE] * 5, ARREST), article("b", *[FIRE] * 4, BLAZE)
    whole = collated(*articles)
    monkeypatch.setattr(collate_module, "_COPIES", 2)
    found = collated(*articles)
    assert found == whole
    assert len(found[0].sentences) == 10


def test_who_has_no_more_than_a_sub_heading_is_no_voice() -> None:
    page = make_page("c", [(Kind.HEADING, FIRE.rstrip("."))], outlet="Gamma")
    group, *_ = collated(article("a", FIRE), article("b", BLAZE), make_article(page))
    assert {ref.article for ref in group.sentences} == {"a", "b", "c"}
    assert group.voices == 2


def test_what_may_tell_the_same_is_in_the_group_but_in_no_core() -> None:
    left = article("a", "The harbour authority said that ships wait until the morning tide.")
    right = article("b", "Ships should wait until the tide turns, the old pilots say.")
    (group,) = collated(left, right)
    assert len(group.sentences) == 2
    assert group.cores == ()
    assert group.voices == 1
    (sure,) = collated(article("a", FIRE), article("b", BLAZE))
    (core,) = sure.cores
    assert core.sentences == sure.sentences
    assert (core.score, core.voices) == (sure.score, 2)


def test_a_sentence_that_tells_two_things_is_in_both_groups_and_in_one_core_at_most() -> None:
    both = f"{FIRE[:-1]}, and engineers said replacing the burnt cables would cost four million."
    found = collated(
        article("a", both), article("b", FIRE, REPAIR), article("c", BLAZE, REPAIR, WEATHER)
    )
    with_both = [group for group in found if any(ref.article == "a" for ref in group.sentences)]
    assert len(with_both) == 2
    assert {len(group.sentences) for group in with_both} == {3}
    in_cores = [ref for group in found for core in group.cores for ref in core.sentences]
    assert len(in_cores) == len(set(in_cores))
