"""Texts made to take for ever: the work on them is bounded, and a reader is told."""

import random
from pathlib import Path
from typing import Any

import pytest
from diff_match_patch import diff_match_patch

import sourcecompare as sc
from sourcecompare import wording
from sourcecompare.align import quoting
from sourcecompare.diff import MAX_CELLS, MAX_WORDS, diff_words
from sourcecompare.errors import SettingError
from sourcecompare.wording import MOST_WORDS, kept_in_order

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def random_words(seed: int, size: int) -> str:
    chance = random.Random(seed)  # noqa: S311 - no secret is made
    letters = "".join(chance.choices(LETTERS + "    ", k=size))
    return " ".join(letters.split())


def ideographs(seed: int, size: int) -> str:
    chance = random.Random(seed)  # noqa: S311 - no secret is made
    return "".join(map(chr, chance.choices(range(0x4E00, 0x9FFF), k=size)))


MEGABYTE = {
    "periodic": ("ab " * 333_333, "ba " * 333_333),
    "periods of two lengths": ("ab ab cd " * 111_111, "ab cd " * 166_666),
    "random": (random_words(1, 1_000_000), random_words(2, 1_000_000)),
    "without blanks": ("x" * 1_000_000, "y" * 1_000_000),
    "Chinese": (ideographs(1, 333_333), ideographs(2, 333_333)),
    "equal sentences": ("The fire is out. " * 60_000, "The fire is on. " * 60_000),
    "words reversed": (
        " ".join(map(str, range(20_000))),
        " ".join(map(str, reversed(range(20_000)))),
    ),
}


def article(name: str, *paragraphs: str) -> sc.Article:
    return sc.article_from_paragraphs(paragraphs, id=name, outlet=name, language="en")


@pytest.mark.parametrize("texts", MEGABYTE.values(), ids=MEGABYTE.keys())
def test_a_megabyte_reaches_no_word_diff(
    monkeypatch: pytest.MonkeyPatch, texts: tuple[str, str]
) -> None:
    def never(*_: Any) -> None:
        raise AssertionError("these texts are too large for it")

    monkeypatch.setattr(diff_match_patch, "diff_main", never)
    assert diff_words(*texts) is None


def test_the_word_diff_sees_no_more_than_its_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[int, int]] = []
    work = diff_match_patch.diff_main

    def counted(engine: Any, one: str, two: str, *rest: Any) -> Any:
        seen.append((len(one), len(two)))
        return work(engine, one, two, *rest)

    monkeypatch.setattr(diff_match_patch, "diff_main", counted)
    for size in (300, 499, 501, 2_000):
        words = [f"w{n}" for n in range(size)]
        diff_words(" ".join(words), " ".join(reversed(words)))
    for size in (5_000, 15_000, 30_000):
        diff_words("other", " ".join(f"w{n}" for n in range(size)))
    assert (499, 499) in seen  # smaller ones are still compared
    assert all(one * two <= MAX_CELLS and one + two <= MAX_WORDS for one, two in seen)


@pytest.mark.parametrize("text", ["The Fire is out. " * 60_000, "火" * 1_000_000])
def test_a_text_of_any_size_is_the_same_as_itself(text: str) -> None:
    changes = diff_words(text, f" {text.lower()}")
    assert changes is not None
    assert [one.same for one in changes] == [True]
    assert (changes[0].left.end, changes[0].right.end) == (len(text), len(text) + 1)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ab " * 50_000, "ba " * 50_000),
        (random_words(1, 100_000), random_words(2, 100_000)),
        (f"“{random_words(1, 100_000)}” he said", f"“{random_words(1, 90_000)}” she said"),
        ("x" * 500_000, "y" * 500_000),
        (ideographs(1, 50_000), ideographs(1, 40_000)),
        (" ".join(map(str, range(20_000))), " ".join(map(str, reversed(range(20_000))))),
    ],
)
def test_comparing_looks_at_the_order_of_so_many_words_only(
    monkeypatch: pytest.MonkeyPatch, left: str, right: str
) -> None:
    def bounded(one: Any, two: Any) -> int:
        assert max(len(one), len(two)) <= MOST_WORDS
        return kept_in_order(one, two)

    for module in (wording, quoting):
        monkeypatch.setattr(module, "kept_in_order", bounded)
    told = [article("a", left, "It burned."), article("b", right, "It burned.")]
    comparison = sc.compare(told)
    assert {(one.left.block, one.right.block) for one in comparison.alignments} >= {(1, 1)}


@pytest.mark.parametrize(
    "paragraphs", [["The fire is out. " * 100_000], [f"w{n}" for n in range(10_000)]]
)
def test_what_would_take_hours_is_refused(paragraphs: list[str]) -> None:
    with pytest.raises(SettingError, match="2,500 sentences at most"):
        sc.compare([article("a", *paragraphs), article("b", *paragraphs)])


def test_thousands_of_equal_paragraphs_pair_off_in_their_order() -> None:
    told = [article(name, *["The fire is out now."] * 1_200) for name in "ab"]
    found = sc.compare(told).alignments
    assert [(one.left.block, one.right.block) for one in found] == [(n, n) for n in range(1_200)]


def test_a_reader_is_told_where_words_are_not_marked(tmp_path: Path) -> None:
    words = [f"item{n}" for n in range(3_000)]
    for name, some in (("alpha", words), ("beta", words[::-1])):
        opening = "The harbour office counted all that the fire had left of the old warehouse."
        page = f"{opening}\n\n{' '.join(some)}.\n\nIt was insured, the {name} office said.\n"
        (tmp_path / "fire").mkdir(exist_ok=True)
        (tmp_path / "fire" / f"{name}.txt").write_text(page, encoding="utf-8")
    run = sc.run(tmp_path)
    (comparison,) = run.comparisons
    assert (1, 1) in {(one.left.block, one.right.block) for one in comparison.alignments}
    report = sc.render(run)["story-fire.html"]
    assert "where hardly a word is the same, nothing is marked" in " ".join(report.split())
    assert "in both: " in report
