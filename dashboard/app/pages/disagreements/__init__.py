"""What the page Disagreements is made of."""
