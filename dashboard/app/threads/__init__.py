"""What the Threads page is made of."""
