"""`dateline source`: documents become sources, and are checked."""
