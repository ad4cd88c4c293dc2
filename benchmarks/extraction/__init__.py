"""The parts of `benchmarks/cleaning.py`: page sets, tools, scores, turns, tables, memory."""
