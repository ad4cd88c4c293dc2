"""Law 5 of conflicts: what pages are called decides nothing, however many they are or how alike."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

import sourcecompare as sc
from sourcecompare.model import Comparison, Evidence, Finding, FindingKind

DISPUTES = {FindingKind.CONFLICT, FindingKind.UPDATE, FindingKind.DIFFERS}

OFFICES = ("acting mayor", "mayor", "former mayor")
DAYS = ("Monday", "Tuesday", "Friday")
NAMES = ("Hol", "Gar", "Bell", "Fent", "Marl", "Dray")

STORIES: dict[str, Callable[[int], str]] = {
    "figures": lambda i: f"The fire at the mill in Gull Cross hurt {20 + i} rowers of the club.",
    "offices": lambda i: f"Ana Holt, the {OFFICES[i % 3]} of Gull Cross, opened the new mill.",
    "names": lambda i: (
        f"Mayor Ana {NAMES[i % 6]}ton said on Tuesday that the fire had been started by a stove."
    ),
    "quotations": lambda i: (
        f"“We will never {('yield', 'bow', 'bend', 'sell', 'talk')[i % 5]} to the rowers of the"
        f" harbour club in this town,” said Ana Holt."
    ),
    "days": lambda i: f"Ana Holt resigned on {DAYS[i % 3]} as mayor of Gull Cross, the club said.",
    "times": lambda i: (
        f"The two ferries collided at {1 + i % 11}:40 p.m. on Friday off Gull Cross."
    ),
    "denials": lambda i: f"The council will {'not ' * (i % 2)}approve the plan of the mill.",
    "deeds": lambda i: (
        f"The council {('approved', 'rejected')[i % 2]} the plan of the Gull Cross mill on Friday."
    ),
}


def compared(texts: Sequence[Sequence[str]], ids: Sequence[str]) -> Comparison:
    return sc.compare(
        [
            sc.article_from_paragraphs(
                paragraphs, id=name, outlet=f"O{k:02}", language="en", published="2025-09-05"
            )
            for k, (paragraphs, name) in enumerate(zip(texts, ids, strict=True))
        ]
    )


def disputes(comparison: Comparison) -> list[Finding]:
    return [finding for finding in comparison.findings if finding.kind in DISPUTES]


def place(one: Evidence) -> tuple[int, int, int, int]:
    """Where it stands, whatever the page is called."""
    return one.ref.block, one.ref.sentence, one.span.start, one.span.end


def told(comparison: Comparison, ids: Sequence[str]) -> Sequence[object]:
    """The disputes with the number of the outlet in place of its page's id, in one order."""
    number = {name: k for k, name in enumerate(ids)}
    return sorted(
        (
            finding.check,
            finding.kind,
            finding.severity,
            finding.confidence,
            finding.reason,
            sorted(
                (number[e.ref.article], *place(e), e.position, e.value and e.value.normal)
                for e in finding.evidence
            ),
        )
        for finding in disputes(comparison)
    )


CUT = [(name, 45, 7) for name in ("figures", "offices", "times", "denials")]
"""More of a sort than are compared: those that stand higher are chosen."""


@pytest.mark.parametrize(
    ("name", "size", "step"), [(name, 5, step) for name in STORIES for step in (0, 7)] + CUT
)
def test_what_pages_are_called_changes_no_dispute(name: str, size: int, step: int) -> None:
    texts = [[STORIES[name](step * i + j) for i in range(1 + step)] for j in range(size)]
    ids = [f"p{k:02}" for k in range(size)]
    others = random.Random(5).sample(ids, size)  # noqa: S311 - no secret is made
    found = told(compared(texts, ids), ids)
    assert found == told(compared(texts, others), others)
    assert found or step


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Duggan's resignation takes effect at noon on Monday, the club in Gull Cross said.",
            "Duggan said his resignation takes effect on 30 September, the club in town said.",
        ),
        (
            "On Friday the council of Gull Cross, which supports marriages at sea, approved them.",
            "On Friday the council of Gull Cross, which opposed a marriage at sea, rejected it.",
        ),
        (
            "The council approved the closing of the mill's old yard and refused the new yard.",
            "The council refused the closing of the mill's old yard and approved the new yard.",
        ),
        (
            "Ana Holt resigned on Saturday afternoon as mayor of Gull Cross after 47 votes.",
            "Ana Holt resigned on Monday afternoon as mayor of Gull Cross after 47 votes.",
        ),
    ],
)
def test_left_and_right_are_told_alike(left: str, right: str) -> None:
    texts = [[left], [right]]
    assert told(compared(texts, "ab"), "ab") == told(compared(texts, "ba"), "ba")


def test_a_day_is_not_answered_by_a_time_of_day() -> None:
    day = "Ana Holt resigned on {} afternoon as mayor of Gull Cross after 47 votes."
    found = disputes(compared([[day.format("Saturday")], [day.format("Monday")]], "ab"))
    assert found
    for finding in found:
        assert len({one.value and one.value.kind for one in finding.evidence}) == 1


def test_a_slip_of_name_is_shown_on_every_page_that_has_it() -> None:
    texts = [
        ["Mayor Ana Holt, 61, opened the rebuilt mill in Gull Cross on Friday."],
        ["Mayor Eva Holt, 61, opened the rebuilt mill in Gull Cross on Friday."],
        ["Mayor Eva Holt, 61, opened the rebuilt mill in Gull Cross on Friday."],
    ]
    (finding,) = (one for one in disputes(compared(texts, "abc")) if one.check == "name")
    assert {one.ref.article for one in finding.evidence} == {"a", "b", "c"}


def test_one_quotation_disputed_by_two_pages_for_two_words_is_one_finding() -> None:
    said = "“We have built this harbour with our own hands and we will {} it to the {},” Holt said."
    texts = [
        [said.format("never sell", "rowers")],
        [said.format("sell", "rowers")],
        [said.format("never sell", "bankers")],
    ]
    found = disputes(compared(texts, "abc"))
    assert found
    for finding in found:
        assert len({one.position for one in finding.evidence}) > 1


def test_a_reason_stays_short_however_many_disagree_and_whatever_they_are_called() -> None:
    text = "The fire at the mill in Gull Cross hurt {} rowers of the harbour club."
    pages = [
        sc.article_from_paragraphs(
            [text.format(20 + k)], id=f"p{k:02}", outlet=f"The {'very ' * 20}\n Good {k}"
        )
        for k in range(40)
    ]
    (finding,) = disputes(sc.compare(pages))
    assert len({one.position for one in finding.evidence}) == 40
    assert "more values are told" in finding.reason
    assert len(finding.reason) <= 300
    assert "\n" not in finding.reason


@pytest.mark.parametrize("name", STORIES)
def test_three_copies_have_the_disputes_that_each_has_with_itself(name: str) -> None:
    text = [STORIES[name](i) for i in range(4)]

    def places(comparison: Comparison) -> set[object]:
        return {
            (one.check, frozenset((*place(e), e.position) for e in one.evidence))
            for one in disputes(comparison)
        }

    assert places(compared([text] * 3, "abc")) == places(compared([text], "a"))


DATES = (
    *(
        "",
        "T",
        "12",
        "2025",
        "2025-02-30",
        "2025-13",
        "2025-W36-3",
        "yesterday",
        "9999",
        "0000-00-00",
    ),
    *("0001-01-01", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "٢٠٢٥-٠٩-٠٣"),
    "2025-09-03T25:61",
)


@pytest.mark.parametrize("published", DATES)
def test_a_time_of_publication_of_any_shape_stops_nothing(published: str) -> None:
    text = (
        "Ana Holt, the mayor, resigned on {} after 12 people were killed the day before. She took"
        " office last year and will leave in 900 months. It began 3,000 years ago, a week before"
        " 31 December. The ships collided at 6:50 a.m. tomorrow."
    )
    pages = [
        sc.article_from_paragraphs([text.format(day)], id=name, outlet=name, language="en")
        for name, day in (("a", "Thursday"), ("b", "Friday night"))
    ]
    odd = [replace(page, published=published) for page in pages]
    for given in (odd, [odd[0], pages[1]], [pages[0], odd[1]]):
        assert sc.compare(given).alignments


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        ("en_US", "The fire in the mill hurt {} rowers.", True),
        (None, "The fire in the mill hurt {} rowers.", True),
        (None, "Пожар на мельнице ранил {} человек.", False),
        (
            None,
            "Tulipalo vanhassa myllyssä vammautti {} soutajaa " + "joella eilen illalla " * 6,
            0,
        ),
    ],
)
def test_only_what_can_be_english_is_compared(language: str | None, text: str, read: bool) -> None:
    pages = [
        sc.article_from_paragraphs([text.format(n)], id=name, outlet=name, language=language)
        for name, n in (("a", 12), ("b", 15))
    ]
    assert bool(disputes(sc.compare(pages))) == read


def test_each_check_alone_finds_only_its_own_and_none_finds_nothing() -> None:
    texts = [[STORIES[name](i) for name in STORIES] for i in range(3)]
    pages = [
        sc.article_from_paragraphs(t, id=n, outlet=n) for n, t in zip("abc", texts, strict=True)
    ]
    assert not disputes(sc.compare(pages, checks=()))
    found = set()
    for check in sc.CHECKS:
        own = {one.check for one in disputes(sc.compare(pages, checks=(check,)))}
        assert own <= {check.name}
        found |= own
    assert found >= {one.check for one in disputes(sc.compare(pages))}
    assert len(found) > 4
