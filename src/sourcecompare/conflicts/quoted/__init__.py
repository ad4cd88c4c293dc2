"""When two quotations are one utterance, and a word or the speaker of it is another."""
