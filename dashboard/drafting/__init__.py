"""Drafting: what selected words of a source say, as fields of an event. Nothing here states what its words do not."""
