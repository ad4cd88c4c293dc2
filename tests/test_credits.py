"""Byline and date line as last resort, and where an article's metadata were found."""

from dataclasses import replace

import pytest

from sourcecompare.clean.credits import byline_names, credited
from sourcecompare.model import Article, Head, Kind, Provenance, Rule
from tests.builders import make_article, make_page

TEXT = "A fire injured 12 people on the harbour bridge on Tuesday."


def article(head: Head, byline: str = "By Ann Lee", date: str = "September 3, 2025") -> Article:
    page = make_page(
        "a.html",
        [
            (Kind.TITLE, "Quay closed"),
            (Kind.BYLINE, byline),
            (Kind.DATE, date),
            (Kind.PARAGRAPH, TEXT),
            (Kind.BYLINE, "By Tom Oyo"),
        ],
        outlet="Harbour Post",
        head=head,
    )
    cuts = {
        "Quay closed": Rule.TITLE,
        byline: Rule.BYLINE,
        date: Rule.DATE,
        "By Tom Oyo": Rule.BYLINE,
    }
    return make_article(
        page,
        cuts=cuts,
        title="Quay closed",
        author=head.author or None,
        published=head.published or None,
        language=head.language or None,
    )


def test_what_the_head_states_goes_before_the_byline() -> None:
    said = Provenance(author="meta author", published="<time>", language="html lang")
    found = credited(
        article(Head(author="Kim Roe", published="2025-09-02", language="en", provenance=said))
    )
    assert (found.author, found.published) == ("Kim Roe", "2025-09-02")
    assert found.provenance == replace(said, title="headline on the page")


def test_byline_and_date_line_speak_where_the_head_is_silent() -> None:
    found = credited(article(Head()))
    assert (found.author, found.published) == ("Ann Lee", "2025-09-03")
    assert found.provenance.author == "byline on the page"
    assert found.provenance.published == "date line on the page"
    assert credited(found) == found


@pytest.mark.parametrize(
    ("byline", "date"),
    [("By Harbour Post", "Updated September 3, 2025"), ("By our own staff", "03/09/2025")],
)
def test_what_is_not_clear_stays_empty(byline: str, date: str) -> None:
    found = credited(article(Head(), byline, date))
    assert (found.author, found.published) == (None, None)
    assert (found.provenance.author, found.provenance.published) == ("", "")


def test_a_title_that_stands_on_no_block_has_the_heads_source() -> None:
    head = Head(title="Quay closed for repair", provenance=Provenance(title="og:title"))
    found = credited(replace(article(head), title="Quay closed for repair"))
    assert found.provenance.title == "og:title"


BYLINES = [
    ("Von Ann Lee und Tom Oyo, Berlin", "Ann Lee, Tom Oyo"),
    ("Par Ann Lee", "Ann Lee"),
    ("By Ann Lee | Political editor", "Ann Lee"),
    ("By Ann Lee July 3, 2025", "Ann Lee"),
    ("Text: Ann van der Lee", "Ann van der Lee"),
    ("Ann Lee", "Ann Lee"),
    ("By Tuesday evening the water had gone", ""),
    ("Staff Writer", ""),
    ("By", ""),
    ("Ann", ""),
    ("Published posts: 15919", ""),
]


@pytest.mark.parametrize(("line", "names"), BYLINES)
def test_names_of_a_byline(line: str, names: str) -> None:
    assert byline_names(line) == names
