"""Commands that give the events, or what is known of them, to others: export, publish and query."""
