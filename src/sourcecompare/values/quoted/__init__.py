"""What a page quotes, word for word, and by whom it was said."""
