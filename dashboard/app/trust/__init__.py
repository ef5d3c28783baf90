"""Trust: how far what is shown can be relied on, on Situation in a line, on Data whole."""
