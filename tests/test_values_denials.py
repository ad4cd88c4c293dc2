"""The reader of clauses: who denies what, in words of a sentence."""

import pytest

from sourcecompare.values.denied.denials import LONGEST, read_denials
from sourcecompare.values.denied.modes import mode
from sourcecompare.values.denied.opposites import any_opposed, opposed
from sourcecompare.values.denied.roots import root

READ = [
    # sentence, sort, subject, predicate, objects
    ("Gray will not attend the regatta.", "not", "gray", "attend", "regatta"),
    ("Gray, 68, didn’t sign the bill.", "not", "gray 68", "sign", "bill"),
    ("Officials said he had not paid the fine.", "not", "", "paid", "fine"),
    ("There is no red tug towing the ferry.", "no", "", "tug", "red towing ferry"),
    ("No one was hurt.", "nobody", "", "hurt", ""),
    ("Gray refused to sell the mill.", "not", "gray", "sell", "mill"),
    (
        "All but two of the boats sank.", "all", "", "boats", "sank",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sort", "subject", "predicate", "objects"), READ)
def test_reads(text: str, sort: str, subject: str, predicate: str, objects: str) -> None:
    reading = read_denials(text)
    (denial,) = reading.denials
    lows = [word.low for word in reading.words]
    assert denial.sort == sort
    assert " ".join(lows[i] for i in denial.subject) == subject
    assert lows[denial.predicate] == predicate
    assert " ".join(lows[i] for i in denial.objects) == objects


@pytest.mark.parametrize(
    "text",
    [
        "Gray did not only sign the bill.",
        "Gray has never not signed a bill.",
        "There is no doubt.",
        "The No. 2 of the board signed.",
        "The council did not vote until Friday.",
        "Gray did not say that the mill was sold.",
        "not " * LONGEST,
    ],
)
def test_denies_nothing(text: str) -> None:
    assert read_denials(text).denials == ()


def test_two_denials_are_none() -> None:
    words = read_denials("It is not the case that no tug is at the pier.").words
    assert not next(word for word in words if word.low == "tug").turned


def test_a_wish_a_condition_and_a_question_leave_open() -> None:
    for text in ("Gray hopes to sign it.", "If Gray signs it, we pay.", "Did Gray sign it?"):
        words = read_denials(text).words
        assert next(word for word in words if word.root == "sign").unreal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gray will sign it.", "future"),
        ("Gray is due to sign it.", "future"),
        ("Gray to sign it", "future"),
        ("Gray was asked to sign it.", "aim"),
        ("Gray has already signed it.", "perfect"),
        ("Gray signed it.", "past"),
        ("Gray signs it.", "present"),
        ("Gray can't sign it.", "can"),
    ],
)
def test_mode(text: str, expected: str) -> None:
    words = read_denials(text).words
    place = next(i for i, word in enumerate(words) if word.root == "sign")
    assert mode(words, place) == expected


def test_opposites_go_both_ways_and_by_prefix() -> None:
    assert opposed(root("approved"), root("rejects"))
    assert opposed(root("rejects"), root("approved"))
    assert opposed(root("unsigned"), root("signed"))
    assert not opposed(root("press"), root("impress"))
    assert not opposed(root("union"), root("ion"))
    assert any_opposed({root("reversible")}, {root("irreversible")})
    assert not any_opposed({root("mill")}, {root("harbour")})
