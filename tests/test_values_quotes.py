"""What a page quotes word for word, and who says it."""

import pytest

from sourcecompare.attribution import surname
from sourcecompare.pages import article_from_paragraphs
from sourcecompare.sentences import sentences
from sourcecompare.values import CUT, Passage, read_quotations


def read(*paragraphs: str) -> tuple[Passage, ...]:
    return read_quotations(sentences(article_from_paragraphs(list(paragraphs), id="a", outlet="A")))


def test_words_have_their_places_and_plain_forms() -> None:
    text = "He left. “We won’t go,” said Ana Ruiz, “to the I.R.S.”"
    (passage,) = read(text)
    forms = [word.form for word in passage.words]
    assert forms == ["we", "will", "not", "go", "to", "the", "irs."]
    assert [text[word.start : word.end] for word in passage.words[-1:]] == ["I.R.S."]
    assert [text[one.start : one.end] for one in passage.pieces] == [
        "We won’t go,",
        "to the I.R.S.",
    ]


def test_what_the_reporter_left_out_or_put_in_is_a_gap() -> None:
    (passage,) = read("“We … went [to sea] in a d*** boat,” said Ruiz.")
    assert [word.text for word in passage.words if word.gap == CUT] == ["went", "in", "boat"]


@pytest.mark.parametrize(
    ("paragraphs", "names"),
    [
        (["“It is over,” said Ana Ruiz. “We lost the boats.”"], ["Ana Ruiz", "Ana Ruiz"]),
        (["“It is over. We lost the boats,” said Ana Ruiz."], ["Ana Ruiz", "Ana Ruiz"]),
        (
            ["Ana Ruiz said the fire was out.", "“It is over,” she said."],
            ["Ana Ruiz"],
        ),
        (
            ["Ana Ruiz said: “It is over.", "“We lost the boats.”"],
            ["Ana Ruiz", "Ana Ruiz"],
        ),
        (["“It is over,” the crowd sang."], [""]),
    ],
)
def test_who_says_it(paragraphs: list[str], names: list[str]) -> None:
    found = [one.speakers[word.sentence] for one in read(*paragraphs) for word in one.words]
    assert list(dict.fromkeys(who.name for who in found)) == list(dict.fromkeys(names))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ana Ruiz", "ruiz"),
        ("White House spokesman Omar Gray", "gray"),
        ("Sen. Ana Ruiz of the Dock Board", "ruiz"),
        ("Omar Gray Jr., a lawyer for the mill", "gray"),
        ("its director, Ana Ruiz", "ruiz"),
        ("the mayor", ""),
        ("The Dock Board", ""),
        ("the BBC", ""),
        ("two officials", ""),
        ("She", ""),
    ],
)
def test_a_person_has_a_surname(name: str, expected: str) -> None:
    assert surname(name) == expected


def test_marks_that_never_close_end_with_their_paragraph() -> None:
    first, second = read("“We go", "She said “no” twice.")
    assert [word.text for word in first.words] == ["we", "go"]
    assert [word.text for word in second.words] == ["no"]
    assert not any(one.words for one in read("“" * 5_000 + '"' * 5_000))
