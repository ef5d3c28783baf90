"""Python imports this as it starts, where this folder is on its path."""

import offline

offline.begin()
