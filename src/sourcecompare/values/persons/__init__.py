"""Persons: their names, their offices, what one of them alone can have done."""
