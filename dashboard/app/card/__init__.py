"""The card: one event, everything it says and what it rests on."""
