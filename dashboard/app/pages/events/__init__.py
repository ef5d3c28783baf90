"""What the page Events is made of."""
