from pathlib import Path

import pytest

from sourcecompare.model import Sentence, SentenceRef, TextSpan
from sourcecompare.values import read_claims, read_values

TABLE = (Path(__file__).parent / "cases" / "values.txt").read_text(encoding="utf-8")


def sentence(text: str, *, start: int = 0) -> Sentence:
    return Sentence(
        ref=SentenceRef("alpha", 3, 1), span=TextSpan(start, start + len(text)), text=text
    )


def cases() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for part in TABLE.split("\n\n"):
        first, *rest = part.strip().splitlines()
        if first.startswith("> "):
            found.append((first[2:], rest))
    return found


@pytest.mark.parametrize(("text", "expected"), cases(), ids=lambda case: str(case)[:40])
def test_the_table_of_sentences(text: str, expected: list[str]) -> None:
    rows = [
        [text[v.span.start : v.span.end], v.kind, v.normal, v.unit, v.head, v.modifier]
        for v in read_values(sentence(text))
    ]
    assert rows == [[cell.strip() for cell in line.split("|")] for line in expected]


def test_spans_are_counted_in_the_block() -> None:
    (value,) = read_values(sentence("It has 12 doors.", start=100))
    assert value.span == TextSpan(107, 109)
    assert value.ref == SentenceRef("alpha", 3, 1)


def test_other_languages_are_not_read() -> None:
    text = sentence("12 Menschen starben.")
    assert read_values(text, "de") == ()
    assert read_values(text, "en-GB") != ()
    assert read_values(text, None) != ()


def test_a_claim_knows_what_its_noun_is_of() -> None:
    text = "The 80th anniversary of Japan’s surrender; a 75th anniversary parade; 12 other rowers."
    surrender, parade, rest = read_claims(sentence(text))
    assert surrender.complement == ("japan", "surrender")
    assert parade.host == ("parad",)
    assert rest.scope == ("other",)


def test_a_claim_knows_an_end_and_a_clause_and_where_its_phrase_stands() -> None:
    text = "The 80th anniversary of the end of the war; almost 88% of the food that Sorrel buys."
    war, food = read_claims(sentence(text, start=10))
    assert war.complement == ("end", "war")
    assert (food.value.head, food.complement) == ("food", ("sorrel", "buy"))
    assert text[food.phrase.start - 10 : food.phrase.end - 10] == "almost 88% of the food"
    assert war.definite
    assert not food.definite


def test_last_is_a_verb_behind_to_and_a_scope_elsewhere() -> None:
    lasting, latest = read_claims(
        sentence("The parade is to last 70 minutes, not the last 9 days.")
    )
    assert lasting.scope == ()
    assert latest.scope == ("last",)


def test_a_sentence_longer_than_any_sentence_holds_no_value() -> None:
    assert read_values(sentence("5 per cent per " * 20_000)) == ()
    assert read_values(sentence("10" * 5_000 + " people were killed")) == ()
    assert read_values(sentence("9" * 500 + " people were killed")) == ()
