"""What the reader asks for: the bar of filters, the address, saved views."""
