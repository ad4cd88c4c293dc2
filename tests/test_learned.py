"""Figures that no rule ties: the forest, what it is told, and what it may say."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest

import sourcecompare as sc
from sourcecompare.conflicts.checks import Likely
from sourcecompare.conflicts.compared import Compared, read_story
from sourcecompare.conflicts.learned import (
    DATE_SIGNALS,
    EXCUSES,
    FIGURE_SIGNALS,
    Trees,
    figure_pairs,
    figure_signals,
    is_asked,
    likely_figures,
    shipped_trees,
    trees_from_bytes,
)
from sourcecompare.conflicts.pairs import Pair, swapped, value_pairs
from sourcecompare.model import Article, Finding, FindingKind, Story
from sourcecompare.values import Claim

MODEL_BYTES = 300_000

ALPHA = (
    "A new ferry sails between Holm and Sorrel Island since April.",
    "The ferry line carried an average of 4,600 people a day in May, its director said.",
)
BETA = (
    "More islanders leave the car at home.",
    "The line's ferries carried 4,100 people a day in May, the director said.",
)

SMALL = Trees(
    names=("a", "b"),
    roots=np.array([0, 3], np.int32),
    asked=np.array([0, -1, -1, 1, -1, -1], np.int8),
    borders=np.array([0.5, 0, 0, 2, 0, 0], np.float32),
    below=np.array([2, 1, 2, 5, 4, 5], np.int32),
    votes=np.array([0, 100, 20, 0, 60, 0], np.int16),
    unit=100,
    depth=1,
)
"""The first tree asks whether a exceeds .5 (1, else .2), the second whether b exceeds 2 (.6, 0)."""


def pages(*told: Sequence[str], published: Sequence[str | None] = ()) -> list[Article]:
    dates = [*published, *[None] * len(told)]
    return [
        sc.article_from_paragraphs(
            list(one), id=f"page{k}", outlet=f"Outlet {k}", published=dates[k], language="en"
        )
        for k, one in enumerate(told)
    ]


def story(articles: Sequence[Article]) -> Compared:
    told = {one.page.id: sc.sentences(one) for one in articles}
    alignments = sc.compare(articles, checks=()).alignments
    return read_story(Story(id="s", title="", articles=tuple(articles)), told, alignments)


def disputes(articles: Sequence[Article], **named: object) -> list[Finding]:
    findings = sc.compare(articles, **named).findings  # type: ignore[arg-type]
    kinds = (FindingKind.CONFLICT, FindingKind.UPDATE, FindingKind.DIFFERS)
    return [one for one in findings if one.kind in kinds]


def normals(finding: Finding) -> set[str]:
    return {one.value.normal for one in finding.evidence if one.value}


def rival_counts() -> tuple[Pair, Compared]:
    compared = story(pages(ALPHA, BETA))
    pair = next(one for one in value_pairs(compared) if one.a.value.normal == "4600")
    return pair, compared


# The forest


def test_trees_take_the_mean_of_their_leaves() -> None:
    chances = SMALL.chances(np.array([[1, 3], [0.5, 3], [0, 2]]))
    assert chances.tolist() == pytest.approx([0.8, 0.4, 0.1])


def test_no_rows_have_no_chances() -> None:
    assert SMALL.chances(np.zeros((0, 2))).shape == (0,)


def test_many_rows_get_what_each_gets_alone() -> None:
    rows = np.array([[k % 2, k % 5] for k in range(5_000)], np.float32)
    alone = [SMALL.chances(rows[k : k + 1])[0] for k in (0, 1, 4_999)]
    assert SMALL.chances(rows)[[0, 1, 4_999]].tolist() == alone


def test_trees_come_back_from_their_bytes() -> None:
    data = SMALL.to_bytes()
    back = trees_from_bytes(data)
    assert back.to_bytes() == data
    assert (back.names, back.unit, back.depth) == (SMALL.names, SMALL.unit, SMALL.depth)


@pytest.mark.parametrize(
    ("name", "names"), [("figures.npz", FIGURE_SIGNALS), ("dates.npz", DATE_SIGNALS)]
)
def test_a_shipped_forest_is_small_and_whole(name: str, names: tuple[str, ...]) -> None:
    data = files("sourcecompare.conflicts.learned").joinpath(name).read_bytes()
    trees = shipped_trees(name)
    assert len(data) < MODEL_BYTES
    assert trees.names == names
    assert trees.asked.max() < len(names)
    assert trees.votes.min() >= 0
    assert trees.votes.max() <= trees.unit
    assert trees.below.max() < len(trees.asked)


# What it is told


def test_signals_are_the_same_from_either_side() -> None:
    pair, compared = rival_counts()
    own, other = figure_signals(pair, compared, 0.5), figure_signals(swapped(pair), compared, 0.5)
    assert own == other
    assert set(own) == set(FIGURE_SIGNALS)


def test_signals_say_what_two_sentences_share() -> None:
    pair, compared = rival_counts()
    found = figure_signals(pair, compared, 0.0)
    assert found["ratio"] == pytest.approx(4100 / 4600)
    assert (found["same noun"], found["same scope"]) == (1.0, 0.0)  # "an average of"
    assert found["words behind"] == 4.0  # people a day in


NOT_ASKED = [
    ("age", "Ana Ruiz, 68, keeps bees.", "Ben Ruiz, 43, keeps bees."),
    ("nouns", "The storm sank 12 boats off Holm.", "The storm broke 14 piers off Holm."),
    ("rest", "The storm sank 12 boats off Holm.", "The storm sank 14 other boats off Holm."),
    ("years", "In 2019 Holm had 300 guests.", "In 2024 Holm had 400 guests."),
    (
        "days",
        "The river stood at 7.42 metres in Holm on Thursday.",
        "The river stood at 7.96 metres in Holm on Friday.",
    ),
    ("past", "Holm has 300 boats.", "Before the storm Holm had 400 boats."),
    ("kind", "Holm sent 12 fishing boats.", "Holm sent 15 police boats."),
    (
        "case",
        "The 4 GB model with a 20-inch screen costs $699.",
        "The 8 GB model with a 24-inch screen costs $729.",
    ),
]


@pytest.mark.parametrize(("why", "left", "right"), NOT_ASKED)
def test_is_not_asked(why: str, left: str, right: str) -> None:
    pairs = list(value_pairs(story(pages([left], [right]))))
    priced = [one for one in pairs if one.a.value.unit == "USD"] if why == "case" else pairs
    assert not any(map(is_asked, priced)), why
    assert priced or why == "nouns"


def test_is_not_asked_about_a_year_that_a_sentence_goes_back_to() -> None:
    left, right = "In 2013 the river reached 8.1 metres.", "In Holm it reached 6.3 metres."
    for year, asked in (("2026", False), ("2013", True)):
        days = [f"{year}-06-01"] * 2
        pairs = value_pairs(story(pages([left], [right], published=days)))
        assert [is_asked(one) for one in pairs if one.a.value.kind == "measure"] == [asked]


@pytest.mark.parametrize(
    ("left", "right"), [("people", "residents"), ("homes", "households"), ("pupils", "children")]
)
def test_nouns_that_may_count_one_thing_are_asked_about_in_linked_sentences(
    left: str, right: str
) -> None:
    told = "Some {} {} of Holm were moved to the school on Tuesday after the flood in the harbour."
    compared = story(pages([told.format(460, left)], [told.format(640, right)]))
    (pair,) = value_pairs(compared)
    assert pair.linked
    assert is_asked(pair)


EXCUSED = [
    # the veto, two normal forms, what Alpha says, what Beta says
    ("size_of_a_whole", "14 11", "Holt won in nine of the 14 provinces.", "Holt won 11 provinces."),
    ("", "14 16", "Holt won nine of the 14 provinces.", "Holt won nine of the 16 provinces."),
    (
        "said_in_both",
        "4.12 3.8",
        "Shareholders of Marl Mills get $4.12 for each share.",
        "The bid for shares of Marl Mills rose to $3.80 before it was settled on 4.12.",
    ),
    ("other_stage", "41 56", "Holt got 41% in the first round.", "Holt got 56% in the run-off."),
    ("", "41 56", "Holt got 41% in the first round.", "Holt got 56% in the opening round."),
    ("other_aim", "100 64", "Holm has to free 100 prisoners.", "Holm has freed 64 prisoners."),
    ("", "100 64", "Holm has freed 100 prisoners.", "Holm has freed 64 prisoners."),
]


@pytest.mark.parametrize(("veto", "normals", "left", "right"), EXCUSED)
def test_what_excuses_a_pair(veto: str, normals: str, left: str, right: str) -> None:
    compared = story(pages([left], [right]))
    (pair,) = (
        one
        for one in (*value_pairs(compared), *figure_pairs(compared))
        if sorted((one.a.value.normal, one.b.value.normal)) == sorted(normals.split())
    )
    found = {one.__name__ for one in EXCUSES if one(pair, compared.told)}
    assert (veto in found) if veto else not found & {case[0] for case in EXCUSED}


# What it says


def test_finds_what_no_rule_ties() -> None:
    articles = pages(ALPHA, BETA)
    rules = tuple(replace(one, likely=None) for one in sc.CHECKS)
    assert disputes(articles, checks=rules) == []
    (finding,) = disputes(articles)
    assert (finding.kind, finding.check) == (FindingKind.CONFLICT, "number")
    assert normals(finding) == {"4100", "4600"}
    assert 0.6 <= finding.confidence <= 0.85


def test_names_of_pages_have_no_say() -> None:
    (one,), (other,) = disputes(pages(ALPHA, BETA)), disputes(pages(BETA, ALPHA))
    assert one.confidence == other.confidence
    assert normals(one) == normals(other)


def test_a_later_figure_of_what_grows_is_an_update() -> None:
    later = (ALPHA[0], ALPHA[1].replace("carried an average of", "has reached"))
    dates = ["2025-06-01", "2025-06-02"]
    (update,) = disputes(pages(BETA, later, published=dates))
    assert update.kind is FindingKind.UPDATE
    (conflict,) = disputes(pages(BETA, later, published=dates[::-1]))
    assert conflict.kind is FindingKind.CONFLICT


def test_a_figure_so_far_is_an_update_on_pages_without_a_date() -> None:
    so_far = (ALPHA[0], ALPHA[1].replace("in May", "so far in May"))
    (update,) = disputes(pages(BETA, so_far))
    assert update.kind is FindingKind.UPDATE
    one_day = ["2025-06-01", "2025-06-01"]
    (conflict,) = disputes(pages(BETA, so_far, published=one_day))
    assert conflict.kind is FindingKind.CONFLICT


def test_a_figure_has_one_partner_on_each_page() -> None:
    more = (*BETA, "In May the ferry line carried 4,300 people a day, said its director.")
    compared = story(pages(ALPHA, more))
    asked = [(one, 0.0) for one in value_pairs(compared) if is_asked(one)]
    found = [pair for pair, _ in likely_figures(asked, compared, lambda *_: True)]
    ends = [
        (claim.value.ref, claim.value.span, other.page)
        for pair in found
        for claim, other in ((pair.a, pair.right), (pair.b, pair.left))
    ]
    assert len(ends) == len(set(ends))
    assert found


def test_a_copy_adds_no_dispute() -> None:
    alone = disputes(pages(ALPHA, BETA))
    assert len(disputes(pages(ALPHA, BETA, ALPHA))) == len(alone)
    assert disputes(pages(ALPHA, ALPHA)) == []


# Where rules tie a pair and are not sure of it

GAMMA = (
    "Clerks wept.",
    "A grand jury in Port Lyle returned a 14-count indictment accusing the Republican of stealing "
    "$1.3 million from his own donors.",
)
DELTA = (
    "He denies it.",
    "The 17-count indictment alleges the congressman diverted more than $1 million in donations "
    "for personal use.",
)


def counts_told(forest: Likely | None) -> Finding:
    checks = tuple(replace(one, likely=forest) for one in sc.CHECKS if one.name == "number")
    (finding,) = disputes(pages(GAMMA, DELTA), checks=checks)
    assert normals(finding) == {"14", "17"}
    return finding


def saying(sure: float) -> Likely:
    def forest(
        rest: Sequence[tuple[Pair, float]],
        compared: Compared,
        is_free: Callable[[Claim, Claim], bool],
    ) -> Iterator[tuple[Pair, float]]:
        return ((pair, sure) for pair, _ in rest if is_free(pair.a, pair.b))

    return forest


def test_a_doubted_pair_is_put_to_the_forest_too() -> None:
    alone = counts_told(None)
    assert alone.kind is FindingKind.DIFFERS
    surer = counts_told(saying(0.7))
    assert (surer.kind, surer.confidence) == (FindingKind.CONFLICT, 0.7)


def test_a_forest_that_is_less_sure_takes_nothing_away() -> None:
    assert counts_told(saying(0.51)) == counts_told(None)


def test_a_sure_tie_is_not_asked_for_again() -> None:
    told = ("The storm sank 12 boats off Holm.",), ("The storm sank 14 boats off Holm.",)
    checks = tuple(replace(one, likely=saying(0.79)) for one in sc.CHECKS if one.name == "number")
    (finding,) = disputes(pages(*told), checks=checks)
    assert finding.confidence < 0.79
