"""The page Brief: briefings listed, composed, looked at, saved and written out."""
