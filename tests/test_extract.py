"""What may be relied on when trafilatura is asked for its vote."""

import logging
import sys

import pytest

from sourcecompare import extract
from sourcecompare.extract import vote

PROSE = "<p>The council said that the old bridge will stay closed until its piers are mended.</p>"
PAGE = f"<html><body><nav><a href='/'>Home</a></nav><article>{PROSE * 3}</article></body></html>"


def test_a_page_gets_the_same_vote_however_often_it_was_seen() -> None:
    first = vote(PAGE)
    assert first is not None
    assert "old bridge" in first
    assert {vote(PAGE) for _ in range(6)} == {first}


def test_a_page_without_content_gets_an_empty_vote_and_says_nothing(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert vote("<html></html>") == ""
    assert vote("") == ""
    assert capfd.readouterr() == ("", "")


def test_a_page_that_is_too_large_gets_no_vote(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract, "MAX_MARKUP", 10)
    assert vote(PAGE) is None


class Tripping:
    """Stands in for the library."""

    def __init__(self, error: type[BaseException]) -> None:
        self.error = error

    def extract(self, *_: object, **__: object) -> str:
        raise self.error


def test_whatever_it_trips_over_costs_only_the_vote(monkeypatch: pytest.MonkeyPatch) -> None:
    level = logging.getLogger("trafilatura").level
    monkeypatch.setitem(sys.modules, "trafilatura", Tripping(RecursionError))
    assert vote(PAGE) is None
    monkeypatch.setitem(sys.modules, "trafilatura", Tripping(MemoryError))
    with pytest.raises(MemoryError):
        vote(PAGE)
    assert logging.getLogger("trafilatura").level == level


def test_of_a_page_with_very_many_paragraphs_the_first_opinion_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import trafilatura

    asked: list[object] = []
    monkeypatch.setattr(trafilatura, "extract", lambda _, **how: asked.append(how["fast"]))
    vote(PAGE)
    vote(PAGE + "<p>And so on.</p>" * extract.MANY_PARAGRAPHS)
    assert asked == [False, True]
