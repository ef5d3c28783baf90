"""What the Help page is made of."""
