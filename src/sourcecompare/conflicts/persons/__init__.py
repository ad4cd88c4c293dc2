"""When two offices of one person, or two names for one deed, exclude each other."""
