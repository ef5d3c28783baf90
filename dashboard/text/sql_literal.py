"""Text as SQL has it."""


def sql_literal(text: object) -> str:
    """The text of a name, a path or a value between single quotation marks, those in it twice."""
    return "'" + str(text).replace("'", "''") + "'"
