"""What the page Brief is made of."""
