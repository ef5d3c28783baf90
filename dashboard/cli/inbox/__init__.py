"""`dateline inbox`: what waits to be read, is taken in, fetched, and decided."""
