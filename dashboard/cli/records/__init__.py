"""Commands that write records: a new event, a tidy file."""
