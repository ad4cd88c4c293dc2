"""What scores are made of: tokens, stems, what is known of words, and what a score means."""

import numpy as np
import pytest

from sourcecompare.similarity import score_matrix
from sourcecompare.similarity.background import background, languages
from sourcecompare.similarity.calibration import chance, likeness
from sourcecompare.similarity.correlation import improved, with_guests
from sourcecompare.similarity.stems import stems
from sourcecompare.similarity.tokens import plain, tokens

MONDAY = "The council said on Monday that the old bridge will be closed for repairs"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the N.A.T.O. summit", ["the", "nato", "summit"]),  # as others write it
        ("ended.This", ["ended", "this"]),  # no acronym
        ("the crew’s boats", ["the", "crew", "boats"]),
        ("हिन्दी में समाचार", ["हिन्दी", "में", "समाचार"]),  # vowel signs do not part a word
        ("ข่าวไทย", ["ข่", "่า", "าว", "วไ", "ไท", "ทย"]),
        ("x_y 3.5", ["x", "y", "3", "5"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_accents_and_vowel_points_make_no_difference() -> None:
    assert plain("calderón") == "calderon"
    assert plain("الْعَرَبِيَّة") == plain("العربية")
    assert plain("한국어") == "한국어"
    row = score_matrix(["Calderón came."], ["Calderon came", "Caldwell came", "Calderón came"])[0]
    assert row[0] > 0.4 > row[1]
    assert score_matrix(["Calderón came."], ["Calderón came."]).tolist() == [[1.0]]


def test_the_language_is_that_of_whole_texts_and_a_quotation_is_none() -> None:
    english = tokens(f"{MONDAY}, and that it would not say when it opens again.")
    german = tokens("Der Rat hat am Montag gesagt, dass die alte Brücke nicht mehr sicher ist.")
    assert languages([english]) == ("en",)
    assert languages([german]) == ("de",)
    assert languages([english, german]) == ("en", "de")
    assert languages([english] * 12 + [german]) == ("en",)
    assert languages([tokens("ข่าวเด่นประจำวันนี้")]) == ()


def test_what_is_common_in_a_language_says_little_there_and_much_elsewhere() -> None:
    english = tokens(f"{MONDAY}, and that it would not say when it opens again.")
    known = dict(zip(english, background(english, [english]).weights, strict=True))
    assert known["the"] < 0.1 < 0.3 < known["said"] < known["repairs"] == 1.0
    unknown = background(["the", "ข่"], [["ข่"]])
    assert unknown.weights.tolist() == [1.0, 1.0]
    assert unknown.languages == ("", "")


def test_each_word_has_the_stem_of_its_language() -> None:
    found = stems(
        ["resigned", "resignation", "häuser", "haus", "北京"], ["en", "en", "de", "de", ""]
    )
    assert found == ["resign", "resign", "haus", "haus", "北京"]


def test_the_same_news_in_another_inflection_is_nearer_in_any_language() -> None:
    told = ["Die Brücken wurden am Montag gesperrt.", "Los puentes fueron cerrados ayer."]
    again = ["Am Montag sperrte man die Brücke.", "Cerraron ayer el puente."]
    matrix = score_matrix(told, again)
    assert matrix[0, 0] > matrix[0, 1]
    assert matrix[1, 1] > matrix[1, 0]


def test_what_two_short_texts_share_proves_less() -> None:
    long = "A welder without a licence set the harbour bridge on fire, investigators found"
    matrix = score_matrix([f"{long} on Tuesday.", "On fire."], [f"{long} last week.", "They fire."])
    assert matrix[0, 0] > 0.9
    assert matrix[1, 1] < 0.5


def test_a_chance_keeps_its_ends_and_the_way_back() -> None:
    values = np.linspace(0.0, 1.0, 21)
    found = chance(values)
    assert found[0] == 0.0
    assert found[-1] == 1.0
    assert (np.diff(found) >= 0).all()
    assert likeness(found[:12]) == pytest.approx(values[:12], abs=1e-3)


def test_a_row_moves_to_where_it_belongs_and_out_of_where_it_does_not() -> None:
    from scipy import sparse

    scores = np.eye(5)
    for a, b, score in ((0, 1, 0.9), (1, 2, 0.4), (2, 3, 0.8), (2, 4, 0.8), (3, 4, 0.9)):
        scores[a, b] = scores[b, a] = score
    matrix = sparse.csr_array(scores)
    assert improved(matrix, [[0, 1, 2], [3, 4]], threshold=0.35) == [[0, 1], [2, 3, 4]]
    assert improved(matrix, [[0, 3], [1], [2], [4]], threshold=0.35) == [[0, 1], [2, 3, 4]]
    guests = with_guests(matrix, [[0, 1], [2, 3, 4]], threshold=0.15, most=2)
    assert guests == [[0, 1, 2], [2, 3, 4]]
