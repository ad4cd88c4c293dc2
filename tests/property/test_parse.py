"""The laws of parsing: blocks hold all the text of a page, and their paths find it again."""

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from sourcecompare.pages import page_from_html, page_from_text
from sourcecompare.parse import parse
from sourcecompare.parse.elements import UNSEEN
from sourcecompare.plaintext import split_text
from sourcecompare.text import words

from .soup import markups, texts

law = settings(deadline=None)


def letters(text: str) -> str:
    return "".join(text.split())


def roots(markup: str) -> list[etree._Element]:
    """All root elements of a page: what follows </html> has one of its own."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        first = etree.fromstring(markup.encode(), parser)
    except etree.XMLSyntaxError:
        return []
    return [] if first is None else [first, *first.itersiblings()]


def shown(element: etree._Element) -> str:
    if element.tag.lower() in UNSEEN:
        return ""
    inner = "".join(shown(child) + (child.tail or "") for child in element)
    return (element.text or "") + inner


@law
@given(markups)
def test_blocks_stand_in_visible_one_a_line(markup: str) -> None:
    parsed = parse(markup)
    assert parsed.visible == "\n".join(block.text for block in parsed.blocks)
    assert len(parsed.markup.hints) == len(parsed.blocks)
    for index, (block, hint) in enumerate(zip(parsed.blocks, parsed.markup.hints, strict=True)):
        assert block.index == index
        assert block.text == parsed.visible[block.span.start : block.span.end]
        assert block.text == block.text.strip() != ""
        assert "\n" not in block.text
        assert 0 <= hint.link <= len(block.text)
        for run in hint.veiled:
            assert 0 <= run.start < run.end <= len(block.text)
            assert not hint.hidden


@law
@given(markups)
def test_every_path_finds_the_element_that_holds_the_blocks_text(markup: str) -> None:
    found = roots(markup)
    for block in parse(markup).blocks:
        (element,) = found[0].xpath(block.path)
        assert letters(block.text) in letters(shown(element))


@law
@given(markups)
def test_nothing_that_a_browser_shows_is_lost(markup: str) -> None:
    everything = "".join(shown(root) for root in roots(markup))
    assert letters(parse(markup).visible) == letters(everything)


@law
@given(st.one_of(texts, st.text(max_size=200)))
def test_a_texts_blocks_hold_all_but_its_white_space(text: str) -> None:
    blocks = split_text(text)
    assert "".join(letters(block.text) for block in blocks) == letters(text)
    assert all(block.text == text[block.span.start : block.span.end] for block in blocks)
    assert [block.index for block in blocks] == list(range(len(blocks)))
    assert [block.span for block in blocks] == sorted(block.span for block in blocks)
    assert [word for block in blocks for word in words(block.text)] == words(text)


@law
@given(texts)
def test_the_visible_text_of_a_text_page_is_the_text_itself(text: str) -> None:
    page = page_from_text(text, id="a", outlet="A")
    told = text.removeprefix("\ufeff").replace("\0", "\ufffd")
    assert page.fault is not None or page.visible == told


@law
@given(st.one_of(markups, st.text(st.characters(exclude_categories=()), max_size=100)))
def test_reading_a_page_never_raises(markup: str) -> None:
    for make in (page_from_html, page_from_text):
        page = make(markup, id="a", outlet="A")
        assert (page.fault is None) == bool(page.blocks)
        page.visible.encode()
        repr(page.markup).encode()
