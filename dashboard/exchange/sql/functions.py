"""The functions that a query may call: those that compute, and none that reads files, settings or other queries."""

from typing import Final

_NAMES: Final = """
    abs acos add_months age any_value approx_count_distinct approx_quantile arg_max arg_min array_agg
    array_contains array_length array_slice array_to_string ascii asin atan atan2 avg bit_and bit_count bit_or
    bool_and bool_or cardinality cast cbrt ceil ceiling char_length character_length chr coalesce concat
    concat_ws contains corr cos cot count count_if count_star covar_pop covar_samp cume_dist current_date date
    date_add date_diff date_part date_sub date_trunc datediff datepart datetrunc day dayname dayofmonth
    dayofweek dayofyear decade degrees dense_rank ends_with entropy epoch era even exp extract factorial favg
    first first_value flatten floor format fsum gcd generate_series greatest group_concat hamming histogram hour
    if ifnull instr isfinite isinf isnan jaccard jaro_similarity jaro_winkler_similarity julian kurtosis lag
    last last_day last_value lcm lead least left len length levenshtein list list_aggregate list_any_value
    list_avg list_concat list_contains list_count list_distinct list_extract list_filter list_first list_has
    list_has_all list_has_any list_last list_max list_median list_min list_position list_reverse list_sort
    list_sum list_transform list_unique list_value ln log log10 log2 lower lpad ltrim mad make_date max max_by
    mean median min min_by minute mod mode month monthname nth_value ntile nullif percent_rank percentile_cont
    percentile_disc pi position pow power prefix product quantile quantile_cont quantile_disc quarter radians
    range rank regexp_extract regexp_extract_all regexp_full_match regexp_matches regexp_replace
    regexp_split_to_array repeat replace reverse right round row row_number rpad rtrim second sign sin skewness
    split split_part sqrt starts_with stddev stddev_pop stddev_samp str_split strftime string_agg string_split
    strip_accents strlen strpos strptime struct_extract struct_pack substr substring suffix sum tan to_days
    to_months to_years today translate trim trunc try_cast typeof unaccent unicode unnest upper var_pop var_samp
    variance week weekday weekofyear width_bucket year yearweek
"""
NAMES: Final = frozenset(_NAMES.split())
"""As DuckDB writes them."""
