"""What all pages are made of: markup, links, marks, the two components."""
