"""Names in capitals, as the headings of briefings have them."""


def in_capitals(text: str) -> str:
    """`text` in capitals. A letter whose capital takes several letters stays as it is: `PETAẖ TIQVA`, `GIEßEN`."""
    return "".join(capital if len(capital := letter.upper()) == 1 else letter for letter in text)
