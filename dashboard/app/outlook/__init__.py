"""Outlook: what is asked, when the answer is due, and how well answers were foretold."""
