"""What the page Imports is made of."""
