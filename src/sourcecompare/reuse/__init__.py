"""Text reuse: which outlets print one text, where it likely comes from, and how many speak.

    words     an article as a row of words with their places
    runs      where two rows have the same words in the same order
    chains    such runs joined over small edits
    texts     find_reuse: what several outlets print, whole or in part
    source    whom they likely have it from
    voices    read_voices: who speaks with a voice of their own

A text that no program of ours has seen is bounded work: each run of an article is paired with as
many of the other's as it stands there times, but never each with each where both have more than two.
"""

from .texts import find_reuse
from .voices import Voices, read_voices, voices

__all__ = ["Voices", "find_reuse", "read_voices", "voices"]
