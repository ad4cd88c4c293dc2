"""What a caller of the public constructors may rely on."""

import hashlib
from datetime import UTC, date, datetime

import pytest

import sourcecompare as sc
from sourcecompare.pages import faulty_page, moment

HTML = (
    "<html><head><title>Fire on the bridge</title></head>"
    "<body><h1>Fire on the bridge</h1><p>It burned.</p>"
)


def test_an_html_page_holds_what_was_scraped() -> None:
    page = sc.page_from_html(
        HTML.encode(),
        id="a",
        outlet="A",
        url="https://a.example/x",
        retrieved=datetime(2025, 9, 3, 10, tzinfo=UTC),
    )
    assert page.media is sc.Media.HTML
    assert page.content == HTML
    assert page.visible == "Fire on the bridge\nIt burned."
    assert [block.kind for block in page.blocks] == [sc.Kind.TITLE, sc.Kind.PARAGRAPH]
    assert page.sha256 == hashlib.sha256(HTML.encode()).hexdigest()
    assert page.retrieved == "2025-09-03T10:00:00+00:00"
    assert page.fault is None
    assert page == sc.page_from_html(
        HTML, id="a", outlet="A", url="https://a.example/x", retrieved="2025-09-03T10:00:00Z"
    )


def test_a_text_page_shows_the_decoded_text_itself() -> None:
    text = "Fire on the bridge\r\n\r\n  It burned\0 for six hours, \u2028the council said.\r\n"
    page = sc.page_from_text("\ufeff" + text, id="a", outlet="A")
    assert page.visible == page.content == text.replace("\0", "\ufffd")
    assert page.notes != ()
    assert all(block.path == "" for block in page.blocks)
    encoded = sc.page_from_text(text.encode("utf-16"), id="a", outlet="A")
    assert encoded.visible == page.visible


def test_the_charset_of_the_http_header_is_heard() -> None:
    page = sc.page_from_text("Мост горел.".encode("koi8-r"), id="a", outlet="A", charset="koi8-r")
    assert page.visible == "Мост горел."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", sc.Reason.EMPTY),
        ("", sc.Reason.EMPTY),
        (b" \n", sc.Reason.EMPTY),
        (b"<p></p>", sc.Reason.EMPTY),
        (b"%PDF-1.7 x", sc.Reason.NOT_TEXT),
        (b"x" * 2000, sc.Reason.TOO_LARGE),
    ],
)
def test_what_cannot_be_read_has_a_fault_and_is_rejected(
    data: bytes | str, reason: sc.Reason
) -> None:
    page = sc.page_from_html(data, id="a", outlet="A", limit=1000)
    assert page.fault is not None
    assert page.fault.reason is reason
    result = sc.clean(page)
    assert isinstance(result, sc.Rejected)
    assert (result.reason, result.detail) == (reason, page.fault.detail)


def test_a_fault_from_outside_is_a_page_too() -> None:
    fault = sc.Fault(reason=sc.Reason.TIME_LIMIT, detail="It took more than 60 seconds.")
    page = faulty_page(b"<p>x", fault, id="a", outlet="A")
    assert page.fault == fault
    assert page.sha256 == hashlib.sha256(b"<p>x").hexdigest()


@pytest.mark.parametrize("url", ["ftp://a.example/", "javascript:x", "a.example", ""])
def test_an_address_that_cannot_be_meant_is_said_to_be_so(url: str) -> None:
    with pytest.raises(sc.SettingError, match="url"):
        sc.page_from_html("<p>x", id="a", outlet="A", url=url)


def test_a_time_that_cannot_be_meant_is_said_to_be_so() -> None:
    with pytest.raises(sc.SettingError, match="retrieved"):
        sc.page_from_text("x", id="a", outlet="A", retrieved="yesterday")
    with pytest.raises(sc.SettingError, match="published"):
        sc.article_from_paragraphs(["x"], id="a", outlet="A", published="3/9/2025")
    assert moment(date(2025, 9, 3), "published") == "2025-09-03"


def test_given_paragraphs_are_an_article_unchanged() -> None:
    paragraphs = ["One  paragraph\nin two lines.", "", " ", "Another."]
    article = sc.article_from_paragraphs(
        paragraphs, id="a", outlet="A", title="T", published="2025-09-03", language="en"
    )
    assert [block.text for block in article.blocks] == paragraphs
    assert [block.index for block in article.blocks] == [0, 1, 2, 3]
    assert article.text == "One paragraph in two lines.\n\nAnother."
    visible = article.page.visible
    assert [visible[span.start : span.end] for span in article.kept] == [paragraphs[0], "Another."]
    assert all(b.text == visible[b.span.start : b.span.end] for b in article.blocks)
    assert (article.title, article.published, article.language) == ("T", "2025-09-03", "en")
    assert article.removals == ()


TITLES = [
    # The heading that is the stated title, less the outlet's name.
    (
        "<title>Fire on the old bridge | The Courier</title><h1>Courier</h1>"
        "<h2>Fire on the old bridge</h2>",
        1,
    ),
    # The only h1, where the page states another title.
    ("<title>Home of the Courier</title><p>Menu</p><h1>Fire on the old bridge</h1>", 1),
    # A heading longer than the stated title.
    ("<title>Fire on the bridge</title><h1>Fire on the bridge | The Courier</h1>", 0),
]


@pytest.mark.parametrize(("markup", "index"), TITLES)
def test_one_block_is_the_title(markup: str, index: int) -> None:
    page = sc.page_from_html(f"{markup}<p>It burned for six hours.</p>", id="a", outlet="A")
    assert [b.index for b in page.blocks if b.kind is sc.Kind.TITLE] == [index]


def test_a_text_pages_title_is_the_line_that_the_text_takes_up() -> None:
    body = (
        "A fire on the old bridge over the Merrin burned for six hours on Tuesday night before the "
        "crews from three towns had it under control, the council said."
    )
    page = sc.page_from_text(
        f"THE COURIER\nSince 1921 the voice of our coast\nFire closes old Merrin bridge\n{body}",
        id="a",
        outlet="A",
    )
    assert [b.text for b in page.blocks if b.kind is sc.Kind.TITLE] == [
        "Fire closes old Merrin bridge"
    ]


def test_a_headline_may_end_with_an_abbreviation_but_not_with_a_sentence() -> None:
    body = (
        "The island's ferries get recognition from the port office, which said on Tuesday that "
        "each of them may land at the naval quay from now on, as the fishing boats always could."
    )
    for line, title in (("Ferries Get Recognition From the P.O.", True), (body[:41] + ".", False)):
        page = sc.page_from_text(f"{line}\n\n{body}", id="a", outlet="A")
        assert (page.blocks[0].kind is sc.Kind.TITLE) is title
