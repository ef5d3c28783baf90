"""`dateline brief`: briefings are begun, written, listed and verified."""
