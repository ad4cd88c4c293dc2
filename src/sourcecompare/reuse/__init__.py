"""Text reuse: which outlets print one text, where it likely comes from, and how many speak.

    words     an article as a row of words with their places
    runs      where two rows have the same words in the same order
    chains    such runs joined over small edits
    texts     find_reuse: what several outlets print, whole or in part
    source    whom they likely have it from
    voices    read_voices: who speaks with a voice of their own

The work is bounded on any text: what stands in an article more than twice is paired with its like
in another one by one, first with first, never each with each.
"""

from .texts import find_reuse
from .voices import Voices, read_voices, voices

__all__ = ["Voices", "find_reuse", "read_voices", "voices"]
