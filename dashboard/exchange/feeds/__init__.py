"""What changed, and what lies ahead, for the programs that people follow things with."""
