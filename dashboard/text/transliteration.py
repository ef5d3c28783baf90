"""Words of other alphabets in the letters of ASCII, for names of files."""

import unicodedata
from typing import Final

_CYRILLIC: Final = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяёєіїґђјљњћџў",
        (
            *("a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u"),
            *("f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya", "yo", "ye", "i", "yi", "g"),
            *("dj", "j", "lj", "nj", "c", "dz", "u"),
        ),
        strict=True,
    )
)
_GREEK: Final = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        (
            *("a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s", "t"),
            *("y", "f", "ch", "ps", "o"),
        ),
        strict=True,
    )
)
_LATIN: Final = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "ħ": "h",
    "ŋ": "n",
    "ə": "e",
    "’": "",
    "'": "",
    "ʼ": "",
}
_LETTERS: Final = {**_CYRILLIC, **_GREEK, **_LATIN}


def transliterate(text: str) -> str:
    """`text` in small letters of ASCII: Latin without its accents, Cyrillic and Greek letter by letter.

    Characters of other scripts are left out, and so are apostrophes; all else that is no letter stays if it is ASCII.
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).lower())
    letters = (_LETTERS[letter] if letter in _LETTERS else _without_accent(letter) for letter in folded)
    return "".join(letters)


def _without_accent(letter: str) -> str:
    plain = "".join(_LETTERS.get(each, each) for each in unicodedata.normalize("NFKD", letter))
    return plain.encode("ascii", "ignore").decode()
