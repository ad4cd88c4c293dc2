"""Boilerplate removal: a page into an article or a rejection, with a reason for all that went."""

from .cleaning import clean, learn_site
from .restoring import restore

__all__ = ["clean", "learn_site", "restore"]
