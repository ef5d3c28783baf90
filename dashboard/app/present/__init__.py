"""The wall: a briefing, or the events that are shown, step by step."""
