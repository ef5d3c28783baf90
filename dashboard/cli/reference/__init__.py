"""Commands that look things up: what a word means, how a date is written."""
