"""What the page Actors is made of."""
