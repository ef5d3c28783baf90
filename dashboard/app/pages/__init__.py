"""The pages, each a room whose `page.py` is loaded when it is first asked for."""
