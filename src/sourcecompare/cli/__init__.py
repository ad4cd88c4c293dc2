"""The command line: what a user types, and what is printed."""

from .commands import app
from .exits import main

__all__ = ["app", "main"]
