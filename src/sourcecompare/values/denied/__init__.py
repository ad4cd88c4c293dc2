"""What a clause denies, of whom, and when; words that exclude each other."""
