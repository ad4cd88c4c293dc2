"""Dates and times of day: what is written, which days it may mean, and what happened then."""
