"""When two figures are said of one thing, when both can be true, and what excuses a difference."""
