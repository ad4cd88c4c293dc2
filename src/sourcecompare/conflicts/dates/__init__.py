"""When two dates or times are of one action, and when both can be true."""
