"""Figures of every sort: counts, ranks, sums, shares, measures, ages, scores, durations."""
