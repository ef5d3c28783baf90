"""What the Actors page is made of."""
