"""What a user may rely on when plain text becomes blocks."""

import pytest

from sourcecompare.plaintext import split_text
from tests.cases import table


@pytest.mark.parametrize(("text", "expected"), table("plaintext.txt"))
def test_the_table_of_texts(text: str, expected: str) -> None:
    rows = [f"{block.kind} | {block.text.replace(chr(10), '/')}" for block in split_text(text)]
    assert rows == expected.split("\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    text = f"{end}  The first.{end}{end}The second. {end}"
    blocks = split_text(text)
    assert [block.text for block in blocks] == ["The first.", "The second."]
    assert [text[block.span.start : block.span.end] for block in blocks] == [
        block.text for block in blocks
    ]


def test_carriage_returns_stay_inside_a_wrapped_block() -> None:
    line = "The crews of three towns were on the bridge until the early morning and"
    text = "\r\n".join([line] * 6)
    (block,) = split_text(text)
    assert block.text == text


@pytest.mark.parametrize("text", ["", " \n\t\n", "\u2028\r\n"])
def test_white_space_holds_no_block(text: str) -> None:
    assert split_text(text) == ()


def test_lines_of_a_menu_are_not_joined() -> None:
    menu = ["Home | News | Sport | Weather | Traffic | Ferries | Jobs | Cars | Houses"] * 6
    assert len(split_text("\n".join(menu))) == 6


@pytest.mark.parametrize(
    "text",
    [
        "The crews of three towns were on the bridge until the early morning and\n" * 20_000,
        "a\n" * 20_000,
        ">\n" * 20_000,
        "word " * 400_000,
        "老" * 1_000_000,
        ("aa   bb  " * 100 + "\n") * 500,
        "| " * 500_000,
        "=" * 1_000_000,
    ],
    ids=["wrapped", "short", "quoted", "blanks", "wide", "gaps", "pipes", "drawn"],
)
def test_hostile_text_comes_back_whole(text: str) -> None:
    blocks = split_text(text)
    assert "".join("".join(block.text.split()) for block in blocks) == "".join(text.split())


def test_a_page_break_in_mid_sentence_parts_nothing() -> None:
    line = "The crews of three towns were on the bridge until the early morning and"
    text = f"{line}\n{line}\n\x0c{line}\nslept."
    assert len(split_text(text)) == 1
