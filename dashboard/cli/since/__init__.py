"""`dateline since`: what changed."""
