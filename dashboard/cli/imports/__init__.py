"""`dateline import`: events that others published, beside the records."""
