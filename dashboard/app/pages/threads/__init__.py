"""What the page Threads is made of."""
