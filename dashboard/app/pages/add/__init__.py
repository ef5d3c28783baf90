"""Add: events made from the words of a source."""
