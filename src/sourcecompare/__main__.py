"""``python -m sourcecompare``: the command line."""

from .cli import main

main()
