"""What words say: numbers, dates, names, doubts, and who speaks."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.evidence.words.calendar_words import (
        MONTH_NAMES,
        MONTHS,
        WEEKDAYS,
        DateWords,
        GivenDates,
        dates_in,
        weekdays_in,
    )
    from dashboard.evidence.words.content import FUNCTION_WORDS, ContentWord, content_words, root_of
    from dashboard.evidence.words.counted import Counted, counted_by, roots_behind, roots_near, roots_of_part
    from dashboard.evidence.words.derived import is_derived, longest_list
    from dashboard.evidence.words.doubts import EXCEPTION, LEAST, MOST, NEGATION, Doubt, agrees, doubts_in
    from dashboard.evidence.words.figures import (
        COUNT,
        CURRENCIES,
        FIGURE_BEFORE,
        FIGURE_BEHIND,
        FIGURE_GOES_ON,
        NUMBER_WORDS,
        ORDINAL,
        PERCENT,
        TextNumber,
        figures_in,
        mantissa,
    )
    from dashboard.evidence.words.names import (
        COUNTRY_KEYS,
        Keys,
        NameIndex,
        NameWord,
        initials_of,
        is_title,
        key_of,
        last_name,
        lengths_by_beginning,
        name_words,
        spelled_out,
        stands_in,
        without_possessive,
        words_of,
    )
    from dashboard.evidence.words.number_words import CARDINALS, ORDINALS, WRITTEN, value_of
    from dashboard.evidence.words.opposites import opposite_in
    from dashboard.evidence.words.other_names import government_acts, is_named_otherwise
    from dashboard.evidence.words.ranges import (
        BOUNDS,
        NumberRange,
        bounds_before,
        is_exact_in,
        is_left_open,
        ranges_in,
    )
    from dashboard.evidence.words.reading import Words
    from dashboard.evidence.words.relative_days import RelativeDate, relative_dates
    from dashboard.evidence.words.rough_numbers import ROUGH_WORDS, RoughNumber, rough_numbers_in
    from dashboard.evidence.words.speaking_names import speaks
    from dashboard.evidence.words.speech import (
        SAYING,
        TELLING,
        addresses,
        attribution_words,
        first_person,
        is_by_line,
        is_told,
        passes_on,
        pronouns_speaking,
        says_that_it_is_reported,
        speakers_in,
        spoken_words,
        who_speaks,
    )
    from dashboard.evidence.words.surroundings import NameInContext, NameMention, NamesAbout, names_in_context
    from dashboard.evidence.words.uncased import UncasedNames
    from dashboard.evidence.words.weakening import (
        hearsay_in,
        says_hearsay,
        says_that_it_is_planned,
        weakening_left_out,
        weakening_word,
    )
else:
    __getattr__ = lazy(__name__, __file__)

__all__ = [
    "BOUNDS",
    "CARDINALS",
    "COUNT",
    "COUNTRY_KEYS",
    "CURRENCIES",
    "EXCEPTION",
    "FIGURE_BEFORE",
    "FIGURE_BEHIND",
    "FIGURE_GOES_ON",
    "FUNCTION_WORDS",
    "LEAST",
    "MONTHS",
    "MOST",
    "NEGATION",
    "NUMBER_WORDS",
    "ORDINAL",
    "ORDINALS",
    "PERCENT",
    "ROUGH_WORDS",
    "SAYING",
    "TELLING",
    "WEEKDAYS",
    "WRITTEN",
    "ContentWord",
    "Counted",
    "DateWords",
    "Doubt",
    "GivenDates",
    "Keys",
    "NameInContext",
    "NameIndex",
    "NameMention",
    "NameWord",
    "NamesAbout",
    "NumberRange",
    "RelativeDate",
    "RoughNumber",
    "TextNumber",
    "UncasedNames",
    "Words",
    "addresses",
    "agrees",
    "attribution_words",
    "bounds_before",
    "content_words",
    "counted_by",
    "dates_in",
    "doubts_in",
    "figures_in",
    "first_person",
    "government_acts",
    "hearsay_in",
    "initials_of",
    "is_by_line",
    "is_derived",
    "is_exact_in",
    "is_left_open",
    "is_named_otherwise",
    "is_title",
    "is_told",
    "key_of",
    "last_name",
    "lengths_by_beginning",
    "longest_list",
    "mantissa",
    "name_words",
    "names_in_context",
    "opposite_in",
    "passes_on",
    "pronouns_speaking",
    "ranges_in",
    "relative_dates",
    "root_of",
    "roots_behind",
    "roots_near",
    "roots_of_part",
    "rough_numbers_in",
    "says_hearsay",
    "says_that_it_is_planned",
    "says_that_it_is_reported",
    "speakers_in",
    "speaks",
    "spelled_out",
    "spoken_words",
    "stands_in",
    "value_of",
    "weakening_left_out",
    "weakening_word",
    "weekdays_in",
    "who_speaks",
    "without_possessive",
    "words_of",
]
