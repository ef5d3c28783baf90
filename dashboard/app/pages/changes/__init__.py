"""What the page Changes is made of."""
