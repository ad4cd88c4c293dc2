"""Alignment: pairs, links, labels, shapes, order; headlines never hurt."""

import pytest

from sourcecompare.align import align
from sourcecompare.model import Alignment, Article, Kind, Label, Shape
from sourcecompare.pages import article_from_paragraphs
from sourcecompare.sentences import sentences
from tests.builders import make_article, make_page

FIRE = "A fire on the old harbour bridge injured twelve people on Tuesday night."
REPAIR = "Engineers said replacing the burnt cables would cost four million crowns."
FERRY = "Ferries carried stranded commuters across the bay until early morning."
ARREST = "Police later arrested a welder who had worked without any licence."
WEATHER = "Heavy snow is forecast for the northern valleys from Sunday onwards."


def article(name: str, *paragraphs: str, title: str | None = None) -> Article:
    return article_from_paragraphs(paragraphs, id=name, outlet=name.title(), title=title)


def aligned(*articles: Article) -> tuple[Alignment, ...]:
    return align(articles, {one.page.id: sentences(one) for one in articles})


def places(found: tuple[Alignment, ...]) -> list[tuple[int, int]]:
    return [(one.left.block, one.right.block) for one in found]


def test_paragraphs_meet_in_any_order_and_those_out_of_line_are_moved() -> None:
    left = article("a", FIRE, REPAIR, FERRY, ARREST)
    right = article("b", ARREST, FIRE, REPAIR, WEATHER, FERRY)
    found = aligned(left, right)
    assert places(found) == [(0, 1), (1, 2), (2, 4), (3, 0)]
    assert [one.moved for one in found] == [False, False, False, True]
    assert all(one.label is Label.EXACT and one.sure and one.score == 1.0 for one in found)
    assert all(one.shape is Shape.SAME for one in found)


def test_a_paragraph_split_in_two_links_its_sentences() -> None:
    found = aligned(article("a", f"{FIRE} {REPAIR}"), article("b", FIRE, WEATHER, REPAIR))
    assert places(found) == [(0, 0), (0, 2)]
    assert [one.shape for one in found] == [Shape.SPLIT, Shape.SPLIT]
    assert [[link.left.sentence for link in one.links] for one in found] == [[0], [1]]
    assert [one.label for one in found] == [Label.NEAR, Label.NEAR]


def test_shapes_are_told_from_the_left() -> None:
    merged = aligned(article("a", FIRE, REPAIR), article("b", f"{FIRE} {REPAIR}"))
    assert [one.shape for one in merged] == [Shape.MERGED, Shape.MERGED]
    (longer,) = aligned(article("a", FIRE), article("b", f"{FIRE} {WEATHER}"))
    assert longer.shape is Shape.EXPANDED
    (shorter,) = aligned(article("a", f"{FIRE} {WEATHER}"), article("b", FIRE))
    assert shorter.shape is Shape.SHORTENED


def test_unrelated_paragraphs_are_not_aligned() -> None:
    assert aligned(article("a", FIRE, FERRY), article("b", WEATHER)) == ()


def test_left_has_the_smaller_id_whatever_the_order_given() -> None:
    one, other = article("b", FIRE, ARREST), article("a", REPAIR, FIRE)
    assert aligned(one, other) == aligned(other, one)
    assert [(pair.left.article, pair.right.article) for pair in aligned(one, other)] == [("a", "b")]


def test_headlines_meet_each_other_and_paragraphs_but_change_nothing_in_the_body() -> None:
    bodies = (FIRE, REPAIR), (REPAIR, FIRE)
    plain = aligned(article("a", *bodies[0]), article("b", *bodies[1]))
    title = FIRE.removesuffix(".")
    headed = aligned(article("a", *bodies[0], title=title), article("b", *bodies[1], title=title))
    assert places(headed) == [(-1, -1), (-1, 1), (0, -1), (0, 1), (1, 0)]
    assert places(plain) == [(0, 1), (1, 0)]
    body = [one for one in headed if min(one.left.block, one.right.block) >= 0]
    assert [(one.shape, one.moved) for one in body] == [(one.shape, one.moved) for one in plain]
    assert not any(one.moved for one in headed if one not in body)


def test_likeness_inside_a_copy_moves_nothing_along_the_diagonal() -> None:
    lines = "fire fire", "zero", "fire"
    found = aligned(article("a", *lines), article("b", *lines))
    assert [one.moved for one in found if one.left.block == one.right.block] == [False] * 3


def test_a_line_that_recurs_pairs_off_in_order() -> None:
    found = aligned(article("a", FERRY, FIRE, FERRY), article("b", FERRY, FIRE, FERRY, FERRY))
    assert places(found) == [(0, 0), (1, 1), (2, 2), (2, 3)]
    assert not any(one.moved for one in found)


@pytest.mark.parametrize("paragraphs", [(), ("",), ("***", " ")])
def test_an_article_without_words_aligns_with_nothing(paragraphs: tuple[str, ...]) -> None:
    assert aligned(article("a", *paragraphs), article("b", FIRE)) == ()


def test_no_pair_with_a_sub_heading_is_sure_and_none_splits_a_paragraph() -> None:
    heading = "A fire on the old harbour bridge injured twelve people"
    page = make_page("b", [(Kind.HEADING, heading), (Kind.PARAGRAPH, FIRE)])
    found = aligned(article("a", FIRE, REPAIR), make_article(page))
    assert [(one.right.block, one.sure, one.shape) for one in found] == [
        (0, False, Shape.SAME),
        (1, True, Shape.SAME),
    ]


def test_what_may_tell_the_same_is_no_part_of_a_split() -> None:
    told = "The harbour authority told all ships to wait until the morning tide."
    doubtful = "Ships should wait until the tide turns, the old pilots say."
    left = article("a", "The harbour authority said that ships wait until the morning tide.")
    found = aligned(left, article("b", told, doubtful))
    assert [(one.right.block, one.sure, one.shape) for one in found] == [
        (0, True, Shape.SAME),
        (1, False, Shape.SAME),
    ]


def test_a_sentence_that_recurs_in_both_paragraphs_pairs_off() -> None:
    refrain = "The bells rang at the harbour."
    left = article_from_paragraphs([" ".join([refrain] * 4)], id="a", outlet="A")
    right = article_from_paragraphs([" ".join([refrain] * 3)], id="b", outlet="B")
    (pair,) = align([left, right], {"a": sentences(left), "b": sentences(right)})
    places = [(link.left.sentence, link.right.sentence) for link in pair.links]
    assert places == [(0, 0), (1, 1), (2, 2), (3, 2)]


def test_a_rewrite_pairs_each_paragraph_with_its_own_and_other_reports_with_all_that_tell_it() -> (
    None
):
    bridge = "The old harbour bridge stays closed until the burnt cables are replaced in May."
    hint = "The bridge over the old harbour may open earlier, engineers hope."
    rest = [FIRE, REPAIR, FERRY, ARREST]
    rewrite = aligned(article("a", bridge, *rest), article("b", bridge, hint, *rest))
    assert places(rewrite) == [(0, 0), (1, 2), (2, 3), (3, 4), (4, 5)]
    report = aligned(article("a", bridge, WEATHER), article("b", bridge, hint, FERRY, ARREST))
    assert places(report) == [(0, 0), (0, 1)]


def test_what_headlines_tell_is_likelier_told() -> None:
    told, again = f"{REPAIR}", "New cables would cost crowns in the millions, it was said."
    plain = aligned(article("a", told, WEATHER), article("b", again))
    titled = aligned(
        article("a", told, WEATHER, title="New cables would cost four million crowns"),
        article("b", again),
    )
    scores = [next(one.score for one in some if one.left.block == 0) for some in (plain, titled)]
    assert scores[0] < scores[1]


def test_a_quotation_among_other_words_makes_no_pair_sure() -> None:
    speech = "“We will rebuild this bridge before the herring comes back to the harbour”"
    left = (
        f"{speech}, the mayor told reporters while rain fell on several hundred silent onlookers "
        "who had gathered with candles beside the fish market since the early evening."
    )
    right = (
        f"Opposition councillors mocked the promise, {speech}, as electioneering and recalled how "
        "budgets for schools, swimming pools and the library have been cut thrice since spring."
    )
    (pair,) = aligned(article("a", left), article("b", right))
    assert not pair.sure
    whole = aligned(article("a", f"{speech}, she said."), article("b", f"He said: {speech}."))
    assert [one.sure for one in whole] == [True]


def test_a_pair_is_explained_by_the_words_that_tell_most() -> None:
    left = article("a", "A welder named Sorokin set the harbour bridge on fire on Tuesday.", FERRY)
    (pair,) = aligned(left, article("b", "The fire on the bridge was Sorokin’s fault.", WEATHER))
    assert "Sorokin" in pair.words
    assert "on" not in pair.words


def test_the_words_of_a_pair_are_few_and_the_same_whichever_side_is_left() -> None:
    told = "Harbour pilots freed two trawlers near Gull Island; tugs, divers, cranes helped."
    again = "Near Gull Island the pilots had two tugs, a crane, one diver to free each trawler."
    (pair,) = aligned(article("a", told, FIRE), article("b", again))
    assert pair.words == ("cranes", "divers", "Gull", "pilots", "trawlers", "tugs")
    (turned,) = aligned(article("a", again), article("b", told, FIRE))
    assert turned.words == pair.words


def test_a_word_that_all_tell_explains_less_than_one_that_few_do() -> None:
    ships = ("A ferry is a ship.", "The ferry line is old.", "One ferry sank once.")
    left = article("a", "Heavy snow stopped a ferry in the strait, the pilots said.", *ships)
    (pair,) = aligned(left, article("b", "A ferry stopped in heavy snow."))
    assert pair.words[0] == "snow"
    assert "ferry" not in pair.words


def test_the_words_that_explain_a_pair_are_the_same_whichever_side_is_left() -> None:
    rare = "Brenkam dolvish quarnel Stobrin vaskil wembrit Yantrel zorvane"
    texts = (f"The {rare} came.", f"The {rare.swapcase()} came.")
    (once,) = aligned(article("a", texts[0]), article("b", texts[1]))
    (turned,) = aligned(article("a", texts[1]), article("b", texts[0]))
    assert len(once.words) < len(rare.split())
    assert [word.lower() for word in once.words] == [word.lower() for word in turned.words]
