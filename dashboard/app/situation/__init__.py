"""What the Situation page is made of."""
