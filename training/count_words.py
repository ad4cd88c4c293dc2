"""How common words are, as package data: python training/count_words.py (needs wordfreq).

Writes one file a language into ``src/sourcecompare/similarity/commonness``: a line for each tenth
of a Zipf unit (the logarithm to base 10 of how often a word comes in a billion words), then the
words of it in the form in which `similarity` compares them. Words below `LEAST` are left out:
on 31 marked events nothing is lost by calling all of them equally rare.
"""

from collections import defaultdict
from pathlib import Path

import wordfreq

from sourcecompare.similarity.tokens import tokens

LEAST = 4.8
"""Zipf units. AP on real news is the same for 3.5 to 4.6, .001 lower at 5."""
FOLDER = Path(__file__).parents[1] / "src" / "sourcecompare" / "similarity" / "commonness"


def main() -> None:
    for language in sorted(wordfreq.available_languages("small")):
        common: dict[str, float] = {}
        for level, words in enumerate(wordfreq.get_frequency_list(language, "small")):
            for word in words:
                found = tokens(word)
                if len(found) == 1 and not any(sign.isdigit() for sign in word):
                    common.setdefault(found[0], round(9 - level / 100, 1))
        lines: defaultdict[float, list[str]] = defaultdict(list)
        for word, units in common.items():
            if units >= LEAST:
                lines[units].append(word)
        text = "".join(
            f"{units} {' '.join(sorted(lines[units]))}\n" for units in sorted(lines, reverse=True)
        )
        (FOLDER / f"{language}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
