"""What the Sources page is made of: the list, one source, its text."""
