"""Events that others published, read in the field's formats and stored beside the records, unreviewed."""
