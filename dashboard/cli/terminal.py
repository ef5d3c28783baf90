"""Text from records, made safe for a terminal."""


def printable(text: str) -> str:
    """`text` with every character that steers a terminal, or cannot be seen, written as an escape.

    A file's name or a value may hold escape sequences, marks that turn the line's direction, and halves of
    surrogate pairs; none of them reaches the terminal as it is.
    """
    return "".join(letter if letter.isprintable() else escaped(letter) for letter in text)


def escaped(letter: str) -> str:
    """The Python escape of one character."""
    return letter.encode("unicode_escape").decode("ascii")
