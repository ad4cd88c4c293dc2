"""Laws of reading values: nothing breaks it, spans hold, numbers come back."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sourcecompare.attribution import speaker
from sourcecompare.model import Sentence, SentenceRef, TextSpan, ValueKind
from sourcecompare.values import read_values

PIECES = st.lists(
    st.sampled_from(
        """1 2025 3,000 3.7 % $ € - – ( ) " “ ” . , : / th st nd million dozen twenty one and a
        an the first third of January May 3 31 Tuesday per cent percentage points people killed
        No Boeing between to US USD euros minutes year old ½ ٣ ' half dozens hundreds of all none no
        one in five miles km degrees Celsius magnitude aged vote won votes her 30s largest minus
        several feet 4 inches points by from rose Mattis Ruiz""".split()
    ),
    max_size=60,
)


def sentence(text: str) -> Sentence:
    return Sentence(ref=SentenceRef("a", 0, 0), span=TextSpan(7, 7 + len(text)), text=text)


@given(st.one_of(st.text(max_size=300), PIECES.map(" ".join), PIECES.map("".join)))
def test_any_text_is_read_and_spans_lie_inside_in_order(text: str) -> None:
    end = 7
    for value in read_values(sentence(text)):
        assert end <= value.span.start < value.span.end <= 7 + len(text)
        end = value.span.end
        words = text[value.span.start - 7 : value.span.end - 7]
        assert words == words.strip()
        assert len(value.normal) <= 40
        if value.kind not in (ValueKind.DATE, ValueKind.SCORE):
            for end_of_range in value.normal.split("/"):
                assert "e" not in end_of_range.lower()
                assert format(Decimal(end_of_range), "f") == end_of_range
    assert speaker(text) in text


@given(st.integers(min_value=2, max_value=999_999_999))
def test_a_number_means_the_same_with_and_without_commas(number: int) -> None:
    (grouped,) = read_values(sentence(f"They saw {number:,} birds."))
    assert grouped.normal == str(number)
    assert grouped.head == "bird"


@given(st.integers(min_value=1, max_value=999), st.sampled_from(("million", "billion")))
def test_scale_words_multiply(number: int, scale: str) -> None:
    (value,) = read_values(sentence(f"It cost ${number} {scale}."))
    assert value.normal == str(number * {"million": 10**6, "billion": 10**9}[scale])
