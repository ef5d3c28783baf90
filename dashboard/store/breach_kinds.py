"""The kinds of problem that stand between a file's data and a record of the model."""

from dashboard.model.problem import kind

KEY_UNKNOWN = kind(
    "key-unknown",
    "A key that no record has",
    "Records are closed, so that a misspelled key is not silently ignored.",
    "look the field up in `events/README.md`, or leave it out",
)
KEY_MISSING = kind(
    "key-missing",
    "A key is missing",
    "The record cannot do without this field.",
    "add it; `events/README.md` says what it holds",
)
WRONG_TYPE = kind(
    "value-wrong-type",
    "A value of the wrong type",
    "Types are strict: a number in quotes is text, a word is no list, and one of these is never taken for another.",
    "write the type that `events/README.md` gives for the field",
)
NOT_IN_VOCABULARY = kind(
    "value-not-in-vocabulary",
    "A word outside the vocabulary",
    "The field takes one of a fixed set of words, so that records can be counted and compared.",
    "take a word of the list in `events/README.md`",
)
MALFORMED = kind(
    "value-malformed",
    "A value of the wrong form",
    "The field has a fixed form (a country is two capitals, a currency three, a hash 64 hexadecimal digits).",
    "write it as `events/README.md` shows",
)
ID_MALFORMED = kind(
    "id-malformed",
    "An id of the wrong form",
    "Ids and keys are lower-case letters and digits, joined by single hyphens, at most 80 characters: they are file "
    "names, parts of an address, and the same on every machine.",
    "write it like `us-base-closed`",
)
OUT_OF_RANGE = kind(
    "value-out-of-range",
    "A number outside its range",
    "A latitude lies within -90 and 90, a longitude within -180 and 180, a credibility within 1 and 6, an amount above "
    "0 and below 1e15.",
    "correct the number",
)
TEXT_EMPTY = kind(
    "text-empty",
    "A text is empty",
    "A text holds at least one visible character.",
    "write the words, or leave the key out",
)
CONTROL_CHARACTER = kind(
    "text-control-character",
    "A control character in a text",
    "NUL, escape and other control characters, which a YAML escape can write, are not for reading, and no document "
    "that is made from the record can hold them. Line ends and tabs are allowed.",
    "delete the escape (`\\0`, `\\x1b`, ...)",
)
NOT_ONE_LINE = kind(
    "text-not-one-line",
    "A line break in a title",
    "A briefing's title, its readers and its marking stand in one line: in lists, at the head of each page, in the "
    "properties of the documents.",
    "write it in one line; with `>-` it may go on in the next line of the file",
)
TEXT_TOO_LONG = kind(
    "text-too-long",
    "A text is too long",
    "A title has at most 500 characters, another text 5,000.",
    "shorten it; long passages belong in `seeds/ID.txt`",
)
NOTHING_IN_IT = kind(
    "value-empty",
    "Nothing is in it",
    "The field must hold at least one entry. An event needs a claim: no mark without a quote or a named source behind "
    "it.",
    "add an entry",
)
DATE_NOT_QUOTED = kind(
    "date-not-quoted",
    "A date without quotes",
    "Unquoted, other programs read a year as a number and a day as a date of their own.",
    'put it in quotes: `"2009"`',
)
INVALID = kind(
    "value-invalid",
    "A value that does not fit",
    "The value breaks a rule of the field.",
    "correct it as `events/README.md` says",
)
