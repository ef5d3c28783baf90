"""Edit: a record that exists, changed in its file line by line, with the difference before it is saved."""
