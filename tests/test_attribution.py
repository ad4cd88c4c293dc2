import pytest

from sourcecompare.attribution import is_known, speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour master said on Monday that 12 boats had sunk.", "The harbour master"),
        ("Mr. Gray has repeatedly said it cost $5 million.", "Mr. Gray"),
        ("Two officials of the Dock Board told reporters so.", "Two officials of the Dock Board"),
        ("According to the port authority, 12 boats sank.", "the port authority"),
        ("Twelve boats sank, according to Ana Ruiz, the mayor.", "Ana Ruiz"),
        (
            "“We counted 12,” said Sen. Ana Ruiz of the Dock Board.",
            "Sen. Ana Ruiz of the Dock Board",
        ),
        ("Ana Ruiz, its director, told the board that 12 boats sank.", "Ana Ruiz, its director"),
        ("Its director, Ana Ruiz, said that 12 boats sank.", "Its director, Ana Ruiz"),
        # The second comma is often forgotten.
        ("Ana Ruiz, a spokeswoman for the port said so.", "Ana Ruiz, a spokeswoman for the port"),
        ("On Friday, the harbour master said so.", "the harbour master"),
        ("Ana Ruiz, the court said, must pay.", "the court"),
        ("Accused of killing Ana Ruiz, a man told police so.", "a man"),
        ("He added that 12 boats sank.", "He"),
        ("Holt: we will not yield", "Holt"),
        ("Update: boats sink", ""),
        ("The board was told by Ana Ruiz that 12 boats sank.", "Ana Ruiz"),
        ("Ana Ruiz was quoted as saying that 12 boats sank.", "Ana Ruiz"),
        ("It was reported that 12 boats sank.", ""),
        ("Senator Ana Ruiz called it “a sad day for the boats.”", "Senator Ana Ruiz"),
        ("The crew called the police.", ""),
        # A quotation of several sentences is cut at their ends.
        ("We said so at the time,” Ana Ruiz told the board.", "Ana Ruiz"),
        ("“As I said, it is over.", ""),
        # Nobody is named: the outlet says it, whatever is said inside a quotation.
        ("Twelve boats sank.", ""),
        ("The sign “Nobody said so” hung over 12 boats.", ""),
        ("", ""),
    ],
)
def test_who_says_it(text: str, expected: str) -> None:
    assert speaker(text) == expected


def test_a_pronoun_names_nobody() -> None:
    assert not is_known(speaker("She said so."))
    assert is_known(speaker("Ana Ruiz said so."))


def test_marks_that_never_close_are_read_in_one_go() -> None:
    assert speaker("“" * 9_000 + " Ana Ruiz said so.") == "Ana Ruiz"
    assert speaker("x" * 20_000 + " said so.") == ""
