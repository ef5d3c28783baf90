"""The page Inbox: articles that wait to be read."""
