"""What the Events page is made of."""
