"""What the page Help is made of."""
