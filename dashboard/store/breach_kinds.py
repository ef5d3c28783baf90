"""The kinds of problem that stand between a file's data and a record of the model."""

from dashboard.model.problem import kind

KEY_UNKNOWN = kind(
    "key-unknown",
    "A key that does not exist",
    "Unknown keys are refused, so that a misspelled key is not ignored.",
    "look up the field with `dateline docs records`, or remove it",
)
KEY_MISSING = kind(
    "key-missing",
    "A key is missing",
    "The record needs this field.",
    "add it; `dateline docs records` describes the field",
)
WRONG_TYPE = kind(
    "value-wrong-type",
    "A value of the wrong type",
    "Types are strict: a number in quotes is text, and a word is not a list. They are never converted.",
    "use the type that `dateline docs records` gives for the field",
)
NOT_IN_VOCABULARY = kind(
    "value-not-in-vocabulary",
    "A word outside the vocabulary",
    "The field takes a word from a fixed list, so that records can be counted and compared.",
    "use a word from the list; `dateline docs records` says what each means",
)
MALFORMED = kind(
    "value-malformed",
    "A value in the wrong form",
    "The field has a fixed form: a country is two capital letters, a currency three, a hash 64 hexadecimal digits.",
    "write it as `dateline docs records` shows",
)
ID_MALFORMED = kind(
    "id-malformed",
    "An id in the wrong form",
    "Ids and keys are lower-case letters and digits, joined by single hyphens, with at most 80 characters. They are "
    "used in file names and addresses on every system.",
    "write it like `us-base-closed`",
)
OUT_OF_RANGE = kind(
    "value-out-of-range",
    "A number outside its range",
    "A latitude is between -90 and 90, a longitude between -180 and 180, a credibility between 1 and 6. An amount is "
    "above 0 and below 1e15.",
    "correct the number",
)
TEXT_EMPTY = kind(
    "text-empty",
    "An empty text",
    "A text needs at least one visible character.",
    "write the text, or remove the key",
)
CONTROL_CHARACTER = kind(
    "text-control-character",
    "A control character in a text",
    "NUL, escape and other control characters cannot be read by people, and documents made from the record cannot "
    "contain them. Line breaks and tabs are allowed.",
    "delete the escape (`\\0`, `\\x1b`, ...)",
)
NOT_ONE_LINE = kind(
    "text-not-one-line",
    "A line break in a title",
    "The title, readers and marking of a briefing are shown on one line: in lists, at the top of each page, in the "
    "properties of documents.",
    "write it on one line; with `>-` it can continue on the next line of the file",
)
TEXT_TOO_LONG = kind(
    "text-too-long",
    "A text is too long",
    "A title has at most 500 characters, any other text 5,000.",
    "shorten it; long passages belong in `seeds/ID.txt`",
)
NOTHING_IN_IT = kind(
    "value-empty",
    "An empty field",
    "The field needs at least one entry. An event needs a claim, because every mark has a quote or a named source "
    "behind it.",
    "add an entry",
)
DATE_NOT_QUOTED = kind(
    "date-not-quoted",
    "A date without quotes",
    "Without quotes, other programs read a year as a number and a day as their own kind of date.",
    'put it in quotes: `"2009"`',
)
INVALID = kind(
    "value-invalid",
    "A value that does not fit",
    "The value breaks a rule of the field.",
    "correct it; `dateline docs records` describes the field",
)
