"""Commands that look things up: the guides, what a word means, how a date is written."""
