"""What every floor needs of text: markup that nobody breaks out of, and what cannot be seen made visible."""
