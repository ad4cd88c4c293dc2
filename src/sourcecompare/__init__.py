"""What several outlets share, what only one says, and where they contradict each other."""

__version__ = "0.1.0"
