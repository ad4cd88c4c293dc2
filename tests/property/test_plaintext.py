"""The laws of plain text, on texts made of what layouts are made of."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sourcecompare.plaintext import split_text

PIECES = """
> | |> | ---- | ===== | # | * | - | o | 1. | 2) | 10:42 | Q: | © | . | ... | 老桥 | 。 | word | The
| a long line of words that goes on and on until it is as full of words as a line can be
""".replace("\n", " ").split(" | ")
layouts = st.lists(
    st.sampled_from([*PIECES, "|", "\n", "\n\n", "\r\n", "\x0c", " ", "   ", "\t", "\u3000"]),
    max_size=40,
).map("".join)


@settings(deadline=None)
@given(layouts)
def test_blocks_hold_all_that_is_visible_once_and_in_order(text: str) -> None:
    blocks = split_text(text)
    assert "".join("".join(block.text.split()) for block in blocks) == "".join(text.split())
    end = 0
    for block in blocks:
        assert block.text == text[block.span.start : block.span.end] == block.text.strip() != ""
        assert block.span.start >= end
        end = block.span.end


@settings(deadline=None)
@given(layouts)
def test_a_blank_line_parts_blocks(text: str) -> None:
    assert split_text(f"{text}\n\nEnd.")[-1].text == "End."
