"""What words say: figures, dates, names, doubts and speakers. Read for guards, never to write records."""
